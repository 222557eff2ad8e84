"""Control of places: one entry for each observation; each claim stands by itself, with its claimant."""

from onrecord.model.entries import ControlEntry
from onrecord.model.findings import ControlFinding
from onrecord.model.frames import Noted
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.told import deed, ids, names


def entries(block: Block) -> list[Reconciled]:
    """The claim of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, ControlFinding)
    return deed(
        block,
        noted,
        ControlEntry,
        place=finding.place.value.name if finding.place else finding.area.value,
        holder=names(finding.holder),
        holder_ids=ids(block, finding.holder),
        change=finding.change.value,
        from_=names(finding.from_),
        from_ids=ids(block, finding.from_),
    )
