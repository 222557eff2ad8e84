"""Series: the values of one count, in the order of their days. A view of the figures; nothing is added up."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.model.entries import FigureEntry, tidy
from onrecord.model.kinds import day_of

FEWEST = 2  # values; one alone is no series


class Series(Struct, frozen=True, kw_only=True, tag="series", tag_field="kind"):
    """One count of one population in one area from one start; `id` is what its figures hold as `series`.

    `since`: the start of a total or the whole period of what is new in it, as an ISO date or range; None for a level.
    `values` are the figures as they stand in the record, each with its tellers, day, origins and cites.
    """

    id: str
    measure: str
    did: str | None = None
    unit: str
    of: str
    of_side: str | None = None
    of_group: str | None = None
    count: str | None = None
    place: str | None = None
    since: str | None = None
    values: tuple[FigureEntry, ...]


def series_of(figures: Iterable[FigureEntry]) -> list[Series]:
    """The series that figures make, those of one measure and place beside one another; lone values are left out."""
    held: dict[str, list[FigureEntry]] = defaultdict(list)
    for figure in figures:
        if figure.series is not None:
            held[figure.series].append(figure)
    made = [_series(id_, sorted(values, key=_order)) for id_, values in held.items() if len(values) >= FEWEST]
    return sorted(made, key=lambda each: (each.measure, each.place or "", each.since or "", each.of, each.id))


def exported(series: Series) -> dict[str, Any]:
    """The series as a JSON object: `kind` first; what is not known is left out."""
    plain: dict[str, Any] = tidy(msgspec.to_builtins(series))
    return plain


def _series(id_: str, values: list[FigureEntry]) -> Series:
    """What the values share stands in the words of the first that tells it."""
    names = ("measure", "did", "unit", "of", "of_side", "of_group", "count", "place")
    shared: dict[str, Any] = {
        name: next((said for each in values if (said := getattr(each, name)) is not None), None) for name in names
    }
    return Series(id=id_, **shared, since=_since(values), values=tuple(values))


def _since(values: list[FigureEntry]) -> str | None:
    known = next((each for each in values if each.period is not None), None)
    if known is None or known.period is None:
        return None
    return known.period.partition("/")[0] if known.count == "running total" else known.period


def _order(figure: FigureEntry) -> tuple[str, str, float, str]:
    """By the day for which a value stands, else that on which its period ends; then by when it was reported."""
    day = (figure.as_of or day_of(figure) or "").rpartition("/")[2]
    return day, figure.first_reported or "", figure.value or 0.0, figure.id
