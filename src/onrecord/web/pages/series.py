"""One series: the values of one count on different days, drawn and as a table, and why they are one."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.errors import AddressError
from onrecord.model.entries import FigureEntry
from onrecord.model.filters import Filter
from onrecord.model.iso import in_words
from onrecord.model.series import Series, exported, series_of
from onrecord.web.asked import Asked
from onrecord.web.charts import chart
from onrecord.web.codes import count
from onrecord.web.page import Page
from onrecord.web.saying import counted
from onrecord.web.sight import Sight

MOST = 200  # values shown, the newest


class Reason(NamedTuple):
    """What the values share: of what, and what it is."""

    of: str
    what: str


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """The series of that id, or that of the figure at the address. Raises AddressError where there is none."""
    del asked  # a series is one thing, whatever the filter
    figures = _values(sight, id_)
    found = series_of(figures)
    if not found:
        raise AddressError("No series of this record stands at this address.")
    series = found[0]
    return Page(
        title=counted(series.values[0]),
        template="series.html",
        shown={
            "series": series,
            "drawing": chart(series.values),
            "reasons": list(reasons(series)),
            "resumed": [value for value in series.values if "series" in value.derived],
            "heads": sight.heads(cite for value in series.values for cite in value.cites),
            "is_cut": len(figures) == MOST,
        },
        rows=lambda: [{"series": series.id, **each} for each in exported(series)["values"]],
    )


def reasons(series: Series) -> Iterator[Reason]:
    """What makes values one series: one measure of one population in one place from one start."""
    yield Reason("measure", " ".join(filter(None, (series.measure, series.did))) + f", in {series.unit}")
    yield Reason("who is counted", ", ".join(filter(None, (series.of_side, series.of_group))) or series.of)
    if series.place:
        yield Reason("place", series.place)
    if series.count:
        yield Reason("way of counting", count(series.count))
    if series.since:
        yield Reason("counted since" if series.count == "running total" else "period", in_words(series.since))


def _values(sight: Sight, id_: str) -> list[FigureEntry]:
    """The newest figures of the series."""
    found = sight.browse(["figure"], Filter(keys=(f"series:{id_}",)), limit=MOST)
    if not found:
        figure = sight.entry(id_)
        if isinstance(figure, FigureEntry) and figure.series and figure.series != id_:
            return _values(sight, figure.series)
    return [each for each in found if isinstance(each, FigureEntry) and each.review != "rejected"]
