"""Figures: one entry for each observation, its as-of date and period dated by the report it stands in."""

from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding
from onrecord.model.frames import Noted
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.dates import counted_over, day_of
from onrecord.reconciling.told import UNATTRIBUTED, Day, ids, names, plain, told, when


def entries(block: Block) -> list[Reconciled]:
    """The figure of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, FigureFinding)
    as_of = _as_of(finding, block, noted)
    period = counted_over(finding.period.value, block.date(noted)) if finding.period else None
    return told(
        block,
        noted,
        FigureEntry,
        finding.per,
        {"as_of": as_of, "period": Day(period)},
        measure=finding.measure.value,
        value=finding.amount.value.value,
        low=finding.amount.value.low,
        high=finding.amount.value.high,
        qualifier=finding.amount.value.qualifier,
        unit=finding.unit,
        of=finding.of.value,
        did=plain(finding.did),
        of_side=finding.of_side.value.name if finding.of_side else None,
        of_side_id=block.id(finding.of_side.value) if finding.of_side else None,
        of_status=plain(finding.of_status),
        of_group=plain(finding.of_group),
        part_of=plain(finding.part_of),
        count=finding.count,
        place=finding.place.value.name if finding.place else None,
        place_id=block.id(finding.place.value) if finding.place else None,
        as_of=as_of.iso,
        as_of_basis=as_of.basis,
        period=period,
        standing=finding.standing,
        per=names(finding.per) or UNATTRIBUTED,
        per_ids=ids(block, finding.per),
        via=names(finding.via),
    )


def _as_of(finding: FigureFinding, block: Block, noted: Noted) -> Day:
    """The day for which the number stands; the report's own day where the wording is of that day."""
    date = block.date(noted)
    if finding.as_of is None and finding.recent and (published := day_of(date)):
        return Day(published.isoformat(), "inferred")
    return when(finding.as_of, date)
