"""Control of places: one entry for each observation; each claim stands by itself, with its claimant."""

from onrecord.model.entries import ControlEntry
from onrecord.model.findings import ControlFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.told import deed, ids, month_of, names


def block(observation: Observation, date: PartDate) -> str:
    """What is told of the place in one month."""
    finding = observation.finding
    assert isinstance(finding, ControlFinding)
    where = finding.place.value.key if finding.place else finding.area.value.casefold()
    return f"control:{where}:{month_of(finding, date)}"


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
        holder_ids=ids(finding.holder),
        change=finding.change.value,
        from_=names(finding.from_),
        from_ids=ids(finding.from_),
    )
