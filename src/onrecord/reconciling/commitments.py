"""Commitments: one entry for each observation. A deadline that counts from the saying ("within 48 hours") is dated by
the day of the saying where that is known, any other by the report it stands in."""

from msgspec import structs

from onrecord.model.dates import When
from onrecord.model.entries import CommitmentEntry
from onrecord.model.findings import CommitmentFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.model.said import Said
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.dates import DAY
from onrecord.reconciling.told import deed, ids, month_of, names, plain, when


def block(observation: Observation, date: PartDate) -> str:
    """What was voiced in one month."""
    finding = observation.finding
    assert isinstance(finding, CommitmentFinding)
    return f"commitment:{month_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The commitment of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, CommitmentFinding)
    due = when(finding.due, counted_from(finding.due, finding.on, block.date(noted)))
    return deed(
        block,
        noted,
        CommitmentEntry,
        {"due": due},
        by=names(finding.by),
        by_ids=ids(finding.by),
        type=finding.type_.value,
        what=finding.what.value,
        condition=plain(finding.condition),
        due=due.iso,
        to=names(finding.to),
        to_ids=ids(finding.to),
    )


def counted_from(due: Said[When] | None, on: Said[When] | None, date: PartDate) -> PartDate:
    """The date that a deadline counts from: the day of the saying for one that lies so many days or weeks ahead, where
    that day is known, else the report's own."""
    ahead = due is not None and ((due.value.offset or 0) > 0 or (due.value.span or 0) > 0)
    said = when(on, date).iso if ahead else None
    return structs.replace(date, published=said) if said is not None and len(said) == DAY else date
