"""Which values are one series: one count of one population in one area from one start, on different days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding
from onrecord.model.frames import Noted
from onrecord.model.ids import digest
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.figures.counts import (
    INCIDENT,
    LEVEL,
    STANDS,
    TOTAL,
    deed,
    kind,
    number,
    population,
    size,
    start,
)
from onrecord.reconciling.joining.likeness import WIDE
from onrecord.reconciling.merging.dates import DAY

TELLING = 10
UNTOLD = frozenset({"share", "area", "distance", "money", "other"})  # the measure does not say of what
AS_MANY = 2  # times; a number of another order is another count
SAME_REPORT = "start told elsewhere in the report"


def series(figure: FigureEntry, finding: FigureFinding) -> str | None:
    """The id of the series that a value belongs to: one count of one population in one area from one start.

    None for a value that lacks what tells it apart from others, for a part of another number, and for one that is not
    known to be so (feared, planned). Values for different days or of different tellers share it; nothing is added up.
    """
    since = _since(figure, finding) if figure.measure not in UNTOLD else None
    if since is None or figure.place_id is None or figure.part_of is not None or figure.standing not in STANDS:
        return None
    what = (figure.measure, deed(figure) or "", figure.unit, kind(figure) or "", *sorted(population(figure)))
    whose = (figure.of_side_id or "", figure.of_group or "", figure.place_id)
    return digest("series", *what, "", *whose, since)


def _since(figure: FigureEntry, finding: FigureFinding) -> str | None:
    """From when the series counts; empty for a level, which counts from nowhere."""
    if figure.count == LEVEL:
        return "" if figure.as_of else None
    if kind(figure) != INCIDENT:
        return start(figure)
    if size(figure) < TELLING:
        return None  # a town may see many such a day
    told = figure.period or (figure.as_of if figure.as_of_basis != "inferred" else None)
    spot = finding.place is not None and finding.place.value.precision not in WIDE
    return told if spot and told is not None and len(told) == DAY else None


def in_series(noted: Sequence[Noted], made: Mapping[str, Reconciled]) -> dict[str, Reconciled]:
    """The entries of single observations, by id, with what their reports tell of their series: of which a total is
    that is told without its start, and which are two counts though their words for it are the same."""
    found = _resumed(noted, made)
    return found | {id_: _of_series(found[id_], None) for id_ in _told_apart(noted, found)}


def _told_apart(noted: Sequence[Noted], made: Mapping[str, Reconciled]) -> Iterator[str]:
    """What one teller sets side by side in one sentence is not one count: "12 of the 16 died in combat"."""
    beside: dict[tuple[Any, ...], dict[str, tuple[float | None, ...]]] = defaultdict(dict)
    for each in noted:
        seen, entry = each.observation, made[each.observation.id].entry
        if isinstance(entry, FigureEntry) and entry.series is not None:
            beside[seen.document, seen.evidence[:1], entry.series, entry.per][entry.id] = number(entry)
    return (id_ for values in beside.values() if len(set(values.values())) > 1 for id_ in values)


def _of_series(told: Reconciled, series: str | None) -> Reconciled:
    assert isinstance(told.entry, FigureEntry)
    rules = {name: rule for name, rule in told.entry.derived.items() if name != "series"}
    derived = {**rules, "series": SAME_REPORT} if series is not None else rules
    return told._replace(entry=replace(told.entry, series=series, derived=dict(sorted(derived.items()))))


def _resumed(noted: Sequence[Noted], made: Mapping[str, Reconciled]) -> dict[str, Reconciled]:
    """With a total that is told without its start in the one series that its report gives with one ("... since early
    December. The agency says 586,000 were displaced")."""
    begun: dict[tuple[Any, ...], list[FigureEntry]] = defaultdict(list)
    totals = [(each, entry) for each in noted if isinstance(entry := made[each.observation.id].entry, FigureEntry)]
    for each, entry in totals:
        if entry.series and entry.count == TOTAL and _is_since(each):
            begun[_whom(each, entry)].append(entry)
    found = dict(made)
    for each, entry in totals:
        if entry.count != TOTAL or entry.period or entry.series or entry.part_of or entry.standing not in STANDS:
            continue
        near = {other.series for other in begun[_whom(each, entry)] if _may_resume(entry, other)}
        if len(near) == 1:
            found[entry.id] = _of_series(made[entry.id], near.pop())
    return found


def _is_since(noted: Noted) -> bool:
    """Whether it counts from a start that stays, and not over a stretch that ends with the report."""
    finding = noted.observation.finding
    period = finding.period if isinstance(finding, FigureFinding) else None
    return period is not None and period.value.bound == "since"


def _whom(noted: Noted, figure: FigureEntry) -> tuple[Any, ...]:
    """The part of a page, and whom its figure counts."""
    place = noted.observation.document, noted.observation.part
    return (*place, figure.measure, deed(figure), figure.unit, population(figure), figure.of_side_id, figure.of_group)


def _may_resume(total: FigureEntry, begun: FigureEntry) -> bool:
    less, more = sorted((size(total), size(begun)))
    return total.place_id in (None, begun.place_id) and more <= AS_MANY * less
