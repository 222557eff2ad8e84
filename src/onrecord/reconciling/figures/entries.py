"""Figures: one entry for each number of one thing, from all reports that tell it; and where numbers contradict.

Which observations are one figure is said in `figure_joins`. Different numbers are never one entry: those of one count
at different days share a series (`figure_series`), those for one day may be rivals (`figure_disputes`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.model.iso import days
from onrecord.reconciling.blocks import Block, Reconciled, month
from onrecord.reconciling.disputes.figures import disputes
from onrecord.reconciling.figures.joins import compare, keys
from onrecord.reconciling.figures.series import in_series, series
from onrecord.reconciling.joining.seen import entries_of
from onrecord.reconciling.merging.dates import counted_over, day_of
from onrecord.reconciling.merging.fields import PLACE, Finest, Policy, length
from onrecord.reconciling.merging.told import UNATTRIBUTED, Day, address, ids, names, plain, spot, told, when

LOOSENESS = ("exact", "about", "nearly", "more than", "at least", "up to")


def loose(qualifier: str) -> int:
    """How much a qualifier leaves open."""
    return LOOSENESS.index(qualifier) if qualifier in LOOSENESS else len(LOOSENESS)


def spanning(told_on: Sequence[str]) -> str:
    """The day for which a number is told; from the first to the last where it is told for several."""
    covered = [each for iso in told_on if (each := days(iso)) is not None]
    if len({*told_on}) == 1 or not covered:
        return told_on[0]
    return f"{min(each[0] for each in covered)}/{max(each[1] for each in covered)}"


WHOM = ("of", "of_side", "of_side_id", "of_status", "of_group", "part_of")
POLICY = Policy(
    words=frozenset((*WHOM, "did", "count", "standing", "series", "as_of_basis")),
    finest=(Finest("qualifier", ("value", "low", "high"), loose), PLACE, Finest("period", (), length)),
    choose={"as_of": spanning},
    compared=("per", "qualifier", "place", "as_of", "period", "standing"),
)


def block(observation: Observation, date: PartDate) -> str:
    """The figures of one measure for one month: that of its day or the end of its period, else that of the report."""
    finding = observation.finding
    assert isinstance(finding, FigureFinding)
    period = counted_over(finding.period.value, date) if finding.period else None
    return f"figure:{finding.measure.value}:{month(_as_of(finding, date).iso or period or date.published)}"


def entries(block: Block) -> list[Reconciled]:
    """The figures that the observations of the block tell, and the disputes among them."""
    told_each = in_series(block.noted, {noted.observation.id: _entry(block, noted) for noted in block.noted})
    made = entries_of(block, lambda _, noted: told_each[noted.observation.id], compare, keys, POLICY)
    return made + disputes(block, made)


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, FigureFinding)
    as_of = _as_of(finding, block.date(noted))
    period = counted_over(finding.period.value, block.date(noted)) if finding.period else None
    made = told(
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
        place=_where(finding),
        place_id=address(finding.place),
        as_of=as_of.iso,
        as_of_basis=as_of.basis,
        period=period,
        standing=finding.standing,
        per=names(finding.per) or UNATTRIBUTED,
        per_ids=ids(finding.per),
        via=names(finding.via),
    )
    assert isinstance(made.entry, FigureEntry)
    return made._replace(entry=replace(made.entry, series=series(made.entry, finding)))


def _where(finding: FigureFinding) -> str | None:
    """Where it was counted; a distance is from the place itself, so is not near it."""
    if finding.place is not None and finding.measure.value == "distance":
        return finding.place.value.name
    return spot(finding.place)


def _as_of(finding: FigureFinding, date: PartDate) -> Day:
    """The day for which the number stands; the report's own day where the wording is of that day."""
    if finding.as_of is None and finding.recent and (published := day_of(date)):
        return Day(published.isoformat(), "inferred")
    return when(finding.as_of, date)
