"""The days of reports that a person set: they go before what the reports state, and date others as stated days do.

The day of a page is that of its first report; it is also that of any other report on the page which nothing else dates.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from onrecord.model.frames import PartDate
from onrecord.model.rulings import RULED
from onrecord.model.traces import Trace

Key = tuple[str, int]
WHY, UNKNOWN = "set by a person", "set by a person: nobody knows it"


def as_set(dates: Mapping[Key, PartDate], days: Mapping[str, str | None]) -> dict[Key, PartDate]:
    """The dates of the parts of pages, by document and number, with the days that were set, None for one that nobody
    knows, by document."""
    return {key: _as_set(key[1], date, days[key[0]]) if key[0] in days else date for key, date in dates.items()}


def _as_set(part: int, date: PartDate, day: str | None) -> PartDate:
    if part and (date.published or day is None):
        return date
    return PartDate(published=day, basis=RULED, why=WHY if day else UNKNOWN)


def traces_as_set(traces: Iterable[Trace], days: Mapping[str, str | None], aside: Collection[str]) -> Iterator[Trace]:
    """The traces of those reports whose day is known, with the days that were set, but of those that are set `aside`:
    a report that was rejected dates no other."""
    for trace in traces:
        day = days.get(trace.document) if trace.part == 0 and trace.document in days else trace.day
        if day is not None and trace.document not in aside:
            yield trace if day == trace.day else replace(trace, day=day)
