"""What pages list and count: the entries that a filter lets through, in order, in numbers, by day and by place.

Counts are exact unless a method says where they stop. What is of no known day or place is counted, never dropped.
"""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Row, Select, select

from onrecord.errors import RecordError
from onrecord.model.entries import AnyEntry, PlaceEntry
from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.model.kinds import KINDS
from onrecord.model.periods import of_unit
from onrecord.store.tables import cites, entries, facets

ORDERS = ("newest", "oldest", "most reports", "name")
MANY = 10_000
BARS = 120
UNITS = ("day", "week", "month", "year")
PLACED = tuple(kind for kind in KINDS if kind not in ("document", "copy", "actor", "place"))  # that happen somewhere


class Bar(NamedTuple):
    """How many entries of a kind begin in the days from `since` to `until`, both inclusive."""

    since: str
    until: str
    kind: str
    number: int


class Strip(NamedTuple):
    """Entries by the day, week, month or year (`unit`) on which what they tell began; `earlier` and `later`: by kind,
    how many lie far off the rest, outside the bars."""

    unit: str
    bars: tuple[Bar, ...]
    earlier: dict[str, int]
    later: dict[str, int]


class Spot(NamedTuple):
    """How many entries are of a place."""

    place: PlaceEntry
    number: int


class Offer(NamedTuple):
    """A facet to choose: its key, the words for it, and how many entries it has under the filter."""

    key: str
    name: str
    number: int


class Fresh(NamedTuple):
    """Ids of entries that rest on some reports alone (`new`), and of those that rest on others as well (`changed`)."""

    new: tuple[str, ...]
    changed: tuple[str, ...]


class Browsing:
    """Questions of pages to a record."""

    connection: Connection

    if TYPE_CHECKING:  # what a Reader answers as well
        from onrecord.store.lookup import Lookup

        def _each(self, query: Select[Any], column: Any, values: Iterable[str | int] | None) -> Iterator[Row[Any]]: ...
        def addressed(self, sought: Iterable[str]) -> dict[str, str]: ...
        def entries_at(self, ids: Iterable[str]) -> Iterator[AnyEntry]: ...
        def state(self) -> int: ...
        def members(self, ids: Iterable[str]) -> dict[str, list[str]]: ...

    def tally(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind the filter lets through."""
        return self._lookup.counted(self._lookup.fitting(wanted))

    def found(self, wanted: Filter) -> frozenset[str]:
        """The ids of the entries that the filter lets through, however many these are."""
        numbers = self._lookup.numbers(self._lookup.fitting(wanted), sys.maxsize) or ()
        query = select(entries.c.id)
        return frozenset(row.id for row in self._each(query, entries.c.number, numbers))

    def dateless(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind would stay, did the filter ask for no days, of which no day is known."""
        return self._lacking("day", Filter(keys=wanted.keys, words=wanted.words))

    def placeless(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind would stay, did the filter ask for no place or country, of which none is
        known."""
        anywhere = tuple(key for key in wanted.keys if prefix_of(key) not in ("place", "country"))
        return self._lacking("place", Filter(keys=anywhere, since=wanted.since, until=wanted.until, words=wanted.words))

    def browse(
        self, kinds: str | Sequence[str], wanted: Filter, *, order: str = "newest", limit: int = 50, offset: int = 0
    ) -> list[AnyEntry]:
        """Entries of the kinds that the filter lets through, `limit` of them from number `offset` on.

        `order`: newest (by the last day of what they tell), oldest (by the first), most reports, name. What has no day
        comes last. Ids are resolved, as `Reader.entry` gives them. Raises ValueError where there is no such order."""
        if order not in ORDERS:
            raise ValueError(f"there is no order {order!r}; the orders are: {', '.join(ORDERS)}")
        among = _among(kinds)
        mask = self._lookup.fitting(wanted) & self._lookup.of_kinds(among)
        if order == "name":
            page = self._lookup.by_name(mask, among, offset, limit)
        else:
            page = self._lookup.page(mask, order, offset, limit)
        found = {entry.id: entry for entry in self.entries_at(page)}
        if not found.keys() >= set(page):
            raise RecordError("An entry of this record is kept under another id than its own: run 'onrecord check'.")
        return [found[id_] for id_ in page]

    def days(self, kinds: str | Sequence[str], wanted: Filter) -> Strip:
        """How many entries of each of the kinds began on which day, week, month or year: the shortest of these that
        gives at most BARS bars, but for the outermost hundredth on either side. What began before a filter's period and
        lasts into it counts on its first day."""
        first = dt.date.fromisoformat(wanted.since).toordinal() if wanted.since else 0
        mask = self._lookup.fitting(wanted)
        return strip(
            {kind: self._lookup.first_days(mask & self._lookup.of_kind(kind), first) for kind in _among(kinds)}
        )

    def spots(self, wanted: Filter, limit: int = 500, kinds: str | Sequence[str] | None = None) -> list[Spot]:
        """The places with most entries of the filter, and how many each has. An entry counts at its own place, or at
        the first in the order of their keys where it names several. Those of places themselves, actors, reports and
        copies are not counted unless `kinds` names them."""
        among = PLACED if kinds is None else _among(kinds)
        best = self._lookup.at_spots(self._lookup.fitting(wanted) & self._lookup.of_kinds(among), limit)
        ids = self.addressed(key for key, _ in best)
        counted: Counter[str] = Counter()  # of two that people ruled to be one the entry is the same
        for key, number in best:
            counted[ids.get(key, "")] += number
        places = {entry.id: entry for entry in self.entries_at(counted) if isinstance(entry, PlaceEntry)}
        return [Spot(places[id_], number) for id_, number in counted.most_common() if id_ in places]

    def common(self, prefix: str, wanted: Filter | None = None, words: str = "", limit: int = 12) -> list[Offer]:
        """The facets of that prefix with most entries of the filter, those of which a name holds what was typed, in any
        case; of actors and places other names as well. Of many facets those that are common in the record are looked at
        alone, under a filter that lets much through."""
        mask = None if wanted is None or wanted == Filter() else self._lookup.fitting(wanted)
        return [Offer(*each) for each in self._lookup.common(mask, prefix, words.strip(), limit)]

    def common_by_kind(self, prefix: str, wanted: Filter, limit: int = 12) -> dict[str, list[Offer]]:
        """For each kind the facets of that prefix that most of its entries have under the filter."""
        found = self._lookup.common_by_kind(self._lookup.fitting(wanted), prefix, limit)
        return {kind: [Offer(*each) for each in offers] for kind, offers in found.items()}

    def fresh(self, documents: Iterable[str], limit: int = MANY) -> Fresh:
        """The entries whose evidence stands in these documents alone, or in others as well; those of the reports
        themselves are left out. Of more than `limit` entries, so many as come first in the order of the documents."""
        within = set(documents)
        evidence = cites.c.supports == ()
        touched: set[str] = set()
        for row in self._each(select(cites.c.entry).distinct().where(evidence), cites.c.document, within):
            if len(touched) == limit:
                break
            touched |= {row.entry} - within
        resting = select(cites.c.entry, cites.c.document).where(evidence)
        elsewhere = {row.entry for row in self._each(resting, cites.c.entry, touched) if row.document not in within}
        return Fresh(tuple(sorted(touched - elsewhere)), tuple(sorted(elsewhere)))

    def corrected(self, commitments: Iterable[str]) -> frozenset[str]:
        """Those of the commitments, by their ids, of which another has set the day anew."""
        held = self.members(commitments)
        keys = {f"corrects:{address}": id_ for id_, inside in held.items() for address in (id_, *inside)}
        return frozenset(keys[row.key] for row in self._each(select(facets.c.key), facets.c.key, keys))

    @cached_property
    def _lookup(self) -> "Lookup":
        from onrecord.store.lookup import Lookup  # loads what those who browse nothing need not wait for

        return Lookup(self.connection, self.state())

    def _lacking(self, what: str, wanted: Filter) -> dict[str, int]:
        lacking = self._lookup.fitting(Filter(keys=(f"lacks:{what}",)))
        return self._lookup.counted(self._lookup.fitting(wanted) & lacking)


def strip(begun: Mapping[str, Sequence[tuple[int, int]]]) -> Strip:
    """The bars for entries that begin on these days: for each kind, days as ordinals with how many begin on them."""
    days = sorted((day, number, kind) for kind, counted in begun.items() for day, number in counted)
    if not days:
        return Strip("day", (), {}, {})
    low, high = (dt.date.fromordinal(day) for day in _inner(days))
    unit = next((unit for unit in UNITS if _bars(low, high, unit) <= BARS), UNITS[-1])
    start, end = _bounds(low, unit)[0], _bounds(high, unit)[1]
    bars: Counter[tuple[dt.date, dt.date, str]] = Counter()
    outside: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for ordinal, number, kind in days:
        day = dt.date.fromordinal(ordinal)
        if start <= day <= end:
            bars[(*_bounds(day, unit), kind)] += number
        else:
            outside[day > end][kind] += number
    found = tuple(Bar(a.isoformat(), b.isoformat(), kind, number) for (a, b, kind), number in sorted(bars.items()))
    return Strip(unit, found, dict(outside[0]), dict(outside[1]))


def _inner(days: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """The days between which all lie but the outermost hundredth on either side."""
    outer = sum(number for _, number, _ in days) // 100

    def reached(among: Iterable[tuple[int, int, str]]) -> int:
        left = outer
        for day, number, _ in among:
            left -= number
            if left < 0:
                return day
        return 0

    return reached(days), reached(reversed(days))


def _among(kinds: str | Sequence[str]) -> tuple[str, ...]:
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


@lru_cache(maxsize=16384)  # a record has few days
def _bounds(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    layout = of_unit(unit)
    period = layout.at(day, 0) if layout else None
    return (period.first, period.last) if period else (day, day)


def _bars(low: dt.date, high: dt.date, unit: str) -> int:
    months = (high.year - low.year) * 12 + high.month - low.month
    return {"day": (high - low).days + 1, "week": (high - low).days // 7 + 2, "month": months + 1}.get(unit, 0)
