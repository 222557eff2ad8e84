"""Figures: one entry for each observation, its as-of date and period dated by the report it stands in."""

from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled, month
from onrecord.reconciling.dates import counted_over, day_of
from onrecord.reconciling.told import UNATTRIBUTED, Day, address, ids, names, plain, told, when


def block(observation: Observation, date: PartDate) -> str:
    """The figures of one measure for one month."""
    finding = observation.finding
    assert isinstance(finding, FigureFinding)
    return f"figure:{finding.measure.value}:{month(_as_of(finding, date).iso)}"


def entries(block: Block) -> list[Reconciled]:
    """The figure of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, FigureFinding)
    as_of = _as_of(finding, block.date(noted))
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
        of_side_id=address(finding.of_side),
        of_status=plain(finding.of_status),
        of_group=plain(finding.of_group),
        part_of=plain(finding.part_of),
        count=finding.count,
        place=finding.place.value.name if finding.place else None,
        place_id=address(finding.place),
        as_of=as_of.iso,
        as_of_basis=as_of.basis,
        period=period,
        standing=finding.standing,
        per=names(finding.per) or UNATTRIBUTED,
        per_ids=ids(finding.per),
        via=names(finding.via),
    )


def _as_of(finding: FigureFinding, date: PartDate) -> Day:
    """The day for which the number stands; the report's own day where the wording is of that day."""
    if finding.as_of is None and finding.recent and (published := day_of(date)):
        return Day(published.isoformat(), "inferred")
    return when(finding.as_of, date)
