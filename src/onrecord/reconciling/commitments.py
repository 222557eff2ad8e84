"""Commitments: one entry for each observation, its deadline dated by the report it stands in."""

from onrecord.model.entries import CommitmentEntry
from onrecord.model.findings import CommitmentFinding
from onrecord.model.frames import Noted
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.told import deed, ids, names, plain, when


def entries(block: Block) -> list[Reconciled]:
    """The commitment of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, CommitmentFinding)
    due = when(finding.due, block.date(noted))
    return deed(
        block,
        noted,
        CommitmentEntry,
        {"due": due},
        by=names(finding.by),
        by_ids=ids(block, finding.by),
        type=finding.type_.value,
        what=finding.what.value,
        condition=plain(finding.condition),
        due=due.iso,
        to=names(finding.to),
        to_ids=ids(block, finding.to),
    )
