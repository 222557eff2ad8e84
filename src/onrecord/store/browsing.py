"""What pages list and count: the entries that a filter lets through, in order, in numbers, by day and by place.

Counts are exact unless a method says where they stop. What is of no known day or place is counted, never dropped.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from onrecord.model import outlook
from onrecord.model.entries import AnyEntry, CommitmentEntry, DisputeEntry, PlaceEntry
from onrecord.model.facets import DIFFERS, Facets, covered, facets, prefix_of, words
from onrecord.model.filters import Filter
from onrecord.model.findings import Finding
from onrecord.model.kinds import KINDS, name_of
from onrecord.model.periods import of_unit
from onrecord.store.tables import cites, documents, entries, members, observations

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


class Held(NamedTuple):
    """An entry as it is kept, with what it is found by."""

    entry: AnyEntry
    facets: Facets
    days: tuple[dt.date, dt.date] | None


class Browsing:
    """Questions of pages to a record."""

    connection: Connection

    if TYPE_CHECKING:  # what a Reader answers as well

        def addressed(self, sought: Iterable[str]) -> dict[str, str]: ...
        def entries_at(self, ids: Iterable[str]) -> Iterator[AnyEntry]: ...
        def entries(self, kind: str | None = None) -> Iterator[AnyEntry]: ...

    def tally(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind the filter lets through."""
        return self._counted(self._fitting(wanted))

    def dateless(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind would stay, did the filter ask for no days, of which no day is known."""
        anyday = Filter(keys=wanted.keys, words=wanted.words)
        return self._counted(each for each in self._fitting(anyday) if each.days is None)

    def placeless(self, wanted: Filter) -> dict[str, int]:
        """How many entries of each kind would stay, did the filter ask for no place or country, of which none is
        known."""
        anywhere = tuple(key for key in wanted.keys if prefix_of(key) not in ("place", "country"))
        found = self._fitting(Filter(keys=anywhere, since=wanted.since, until=wanted.until, words=wanted.words))
        return self._counted(each for each in found if not any(prefix_of(key) == "place" for key in each.facets))

    def browse(
        self, kinds: str | Sequence[str], wanted: Filter, *, order: str = "newest", limit: int = 50, offset: int = 0
    ) -> list[AnyEntry]:
        """Entries of the kinds that the filter lets through, `limit` of them from number `offset` on.

        `order`: newest (by the last day of what they tell), oldest (by the first), most reports, name. What has no day
        comes last. Ids are resolved, as `Reader.entry` gives them."""
        among = _among(kinds)
        found = [each for each in self._fitting(wanted) if each.entry.kind in among]
        found.sort(key=lambda each: _rank(each, order))
        page = [each.entry.id for each in found[offset : offset + limit]]
        entries_ = {entry.id: entry for entry in self.entries_at(page)}
        return [entries_[id_] for id_ in page]

    def days(self, kinds: str | Sequence[str], wanted: Filter) -> Strip:
        """How many entries of each of the kinds began on which day, week, month or year: the shortest of these that
        gives at most BARS bars, but for the outermost hundredth on either side. What began before a filter's period and
        lasts into it counts on its first day."""
        among = _among(kinds)
        first = dt.date.fromisoformat(wanted.since) if wanted.since else dt.date.min
        dated = sorted(
            (max(each.days[0], first), each.entry.kind)
            for each in self._fitting(wanted)
            if each.days is not None and each.entry.kind in among
        )
        if not dated:
            return Strip("day", (), {}, {})
        low, high = dated[len(dated) // 100][0], dated[-1 - len(dated) // 100][0]
        unit = next((unit for unit in UNITS if _bars(low, high, unit) <= BARS), UNITS[-1])
        start, end = _bounds(low, unit)[0], _bounds(high, unit)[1]
        counted = Counter((*_bounds(day, unit), kind) for day, kind in dated if start <= day <= end)
        return Strip(
            unit,
            tuple(Bar(a.isoformat(), b.isoformat(), kind, n) for (a, b, kind), n in sorted(counted.items())),
            dict(Counter(kind for day, kind in dated if day < start)),
            dict(Counter(kind for day, kind in dated if day > end)),
        )

    def spots(self, wanted: Filter, limit: int = 500, kinds: str | Sequence[str] | None = None) -> list[Spot]:
        """The places with most entries of the filter, and how many each has; an entry of several places counts in each.
        Entries of places themselves, actors, reports and copies are not counted unless `kinds` names them."""
        among = PLACED if kinds is None else _among(kinds)
        counted = Counter(
            key
            for each in self._fitting(wanted)
            if each.entry.kind in among
            for key in each.facets
            if prefix_of(key) == "place"
        )
        best = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        ids = self.addressed(key for key, _ in best)
        places = {entry.id: entry for entry in self.entries_at(ids.values()) if isinstance(entry, PlaceEntry)}
        return [Spot(places[ids[key]], number) for key, number in best if ids.get(key) in places]

    def common(self, prefix: str, wanted: Filter | None = None, words: str = "", limit: int = 12) -> list[Offer]:
        """The facets of that prefix with most entries under the filter, those whose words hold what was typed, in any
        case."""
        counted: Counter[str] = Counter()
        names: dict[str, str] = {}
        for each in self._fitting(wanted or Filter()):
            found = {key: name for key, name in each.facets.items() if prefix_of(key) == prefix}
            counted.update(found.keys())
            names |= found
        typed = words.casefold()
        offers = [Offer(key, names[key], n) for key, n in counted.items() if typed in names[key].casefold()]
        return sorted(offers, key=lambda offer: (-offer.number, offer.key))[:limit]

    def fresh(self, documents: Iterable[str], limit: int = MANY) -> Fresh:
        """The entries whose evidence stands in these documents alone, or in others as well; those of the reports
        themselves are left out. At most `limit` of each, in the order of their ids."""
        within = set(documents)
        cited: dict[str, set[str]] = defaultdict(set)
        query = select(cites.c.entry, cites.c.document, cites.c.supports, entries.c.kind).join(entries)
        for row in self.connection.execute(query):
            if not row.supports and row.kind != "document":
                cited[row.entry].add(row.document)
        touched = {id_: held for id_, held in cited.items() if held & within}
        new = sorted(id_ for id_, held in touched.items() if held <= within)
        changed = sorted(touched.keys() - new)
        return Fresh(tuple(new[:limit]), tuple(changed[:limit]))

    def corrected(self, commitments: Iterable[str]) -> frozenset[str]:
        """Those of the commitments, by their ids, of which another has set the day anew."""
        wanted = set(commitments)
        return outlook.replaced(e for e in self.entries("commitment") if isinstance(e, CommitmentEntry)) & wanted

    def _counted(self, found: Iterable[Held]) -> dict[str, int]:
        counted = Counter(each.entry.kind for each in found)
        return {kind: counted[kind] for kind in KINDS}

    def _fitting(self, wanted: Filter) -> Iterator[Held]:
        for each in self._held():
            if wanted.holds(each.facets, each.days) and all(
                phrase.casefold() in words(each.entry).casefold() for phrase in wanted.words
            ):
                yield each

    def _held(self) -> Iterator[Held]:
        findings: dict[str, list[Finding]] = defaultdict(list)
        held = select(members.c.entry, observations.c.finding).join(observations)
        for row in self.connection.execute(held):
            findings[row.entry].append(row.finding)
        for row in self.connection.execute(select(observations.c.document, observations.c.finding)):
            findings[row.document].append(row.finding)
        outlets = {
            row.id: {part.publisher.value for part in row.parts if part.publisher}
            for row in self.connection.execute(select(documents.c.id, documents.c.parts))
        }
        cited: dict[str, set[str]] = defaultdict(set)
        for row in self.connection.execute(select(cites.c.entry, cites.c.document)):
            cited[row.entry] |= outlets[row.document]
        bodies = {row.id: row.body for row in self.connection.execute(select(entries.c.id, entries.c.body))}
        found = {id_: facets(body, findings[id_], cited[id_]) for id_, body in bodies.items()}
        for id_, body in bodies.items():
            if isinstance(body, DisputeEntry):
                over = [found[each] for each in body.over_ids if each in found]
                found[id_] = facets(body, (), cited[id_], over)
                for each in over:
                    each[DIFFERS] = "yes"
        for id_, body in bodies.items():
            yield Held(body, found[id_], covered(body))


def _among(kinds: str | Sequence[str]) -> tuple[str, ...]:
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def _rank(each: Held, order: str) -> tuple[object, ...]:
    entry, days = each.entry, each.days
    if order == "name":
        return name_of(entry) is None, (name_of(entry) or "").casefold(), entry.id
    first, last = days or (dt.date.max, dt.date.min)
    if order == "oldest":
        return days is None, first, entry.id
    reports = entry.origins.reports if order == "most reports" and entry.origins else 0
    return -reports, days is None, -last.toordinal(), entry.id


def _bounds(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    layout = of_unit(unit)
    period = layout.at(day, 0) if layout else None
    return (period.first, period.last) if period else (day, day)


def _bars(low: dt.date, high: dt.date, unit: str) -> int:
    months = (high.year - low.year) * 12 + high.month - low.month
    return {"day": (high - low).days + 1, "week": (high - low).days // 7 + 2, "month": months + 1}.get(unit, 0)
