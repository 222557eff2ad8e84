"""Keeping the index by which pages find, count and order entries, as entries come and go.

Every entry has a small number; that of a report's entry is the number of its document below zero. `facets` gives each
facet a number as well, `postings` holds the numbers of a facet's entries, `arrays` what entries are sorted by, and
`words` what they are searched by. The numbers tell nothing and depend on the order in which entries were made.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import msgspec
import numpy as np
from sqlalchemy import Connection, Text, bindparam, delete, insert, select, type_coerce, update

from onrecord.model.entries import ActorEntry, AnyEntry, PlaceEntry
from onrecord.model.facets import Facets, covered, found_under, prefix_of, seal_of, words
from onrecord.model.findings import Finding
from onrecord.store import dialect, numbers
from onrecord.store.reader import groups
from onrecord.store.tables import arrays, cites, documents, entries, facets, members, observations, postings

ROWS = 1 << 12  # entries whose values stand together in one row of an array
VALUE = np.dtype("<u4")
NUMBER = np.dtype("<u4")
SINCE, UNTIL, REPORTS, RANK, SPOT = ARRAYS = ("since", "until", "reports", "rank", "spot")
OWNED = {"actor": ("actor", "says"), "place": ("place",)}  # kinds whose entries say how facets of theirs are called


ENTRY, FINDING = msgspec.json.Decoder(AnyEntry), msgspec.json.Decoder(Finding)


class Standing(NamedTuple):
    """An entry's number, and the numbers of its facets."""

    number: int
    facets: frozenset[int]


class Found(Protocol):
    """An entry, with its facets and the words for them."""

    @property
    def entry(self) -> AnyEntry: ...
    @property
    def facets(self) -> Mapping[str, str]: ...


class Index:
    """The index of the record that the connection changes."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def standing(self, ids: Iterable[str]) -> dict[str, Standing]:
        """How those of the entries stand that the record holds."""
        query = select(entries.c.id, entries.c.number, entries.c.facets)
        return {
            row.id: Standing(row.number, frozenset(np.frombuffer(row.facets, dtype=NUMBER).tolist()))
            for group in groups(sorted(ids))
            for row in self.connection.execute(query.where(entries.c.id.in_(group)))
            if row.number is not None
        }

    def replace(self, gone: Mapping[str, Standing], made: Sequence[Found]) -> dict[str, dict[str, Any]]:
        """Takes out the entries that are `gone` and puts in those that were made; for each of these, by id, what its
        row holds of it."""
        known = self._facets({key: name for each in made for key, name in each.facets.items()})
        found = self._numbered(gone, made)
        standing = {
            id_: Standing(number, frozenset(known[key] for key in each.facets)) for id_, (number, each) in found.items()
        }
        self._post(gone.values(), standing.values())
        self._arrange(gone, [(number, values_of(each, known)) for number, each in found.values()])
        self._name(made)
        dialect.reword(
            self.connection,
            [each.number for each in gone.values()],
            [(number, words(each.entry)) for number, each in found.values()],
        )
        return {
            id_: {"number": each.number, "facets": np.array(sorted(each.facets), dtype=NUMBER).tobytes()}
            for id_, each in standing.items()
        }

    def _numbered(self, gone: Mapping[str, Standing], made: Sequence[Found]) -> dict[str, tuple[int, Found]]:
        """The entries by id, with their numbers: what stood before keeps its own."""
        reports = [each.entry.id for each in made if each.entry.kind == "document"]
        taken = {id_: each.number for id_, each in gone.items()}
        for group in groups(sorted(reports)):
            query = select(documents.c.id, documents.c.number).where(documents.c.id.in_(group))
            taken |= {row.id: -row.number for row in self.connection.execute(query)}
        highest = self.connection.execute(select(entries.c.number).order_by(entries.c.number.desc()).limit(1)).scalar()
        free = max([0, highest or 0, *taken.values()]) + 1
        found = {}
        for each in sorted(made, key=lambda each: (each.entry.kind, each.entry.id)):
            if each.entry.id not in taken:
                taken[each.entry.id] = free
                free += 1
            found[each.entry.id] = (taken[each.entry.id], each)
        return found

    def _facets(self, named: Facets) -> dict[str, int]:
        """The numbers of the facets, by their keys; those that are new are put down."""
        known = self._known(named)
        new = sorted(named.keys() - known.keys())
        if new:
            called = self._called(key for key in new if prefix_of(key) == "says")
            rows = [
                {"key": key, "prefix": prefix_of(key), "name": named[key], "forms": named[key].casefold(), "entries": 0}
                | called.get(key, {})
                for key in new
            ]
            self.connection.execute(insert(facets), rows)
            known |= self._known(new)
        return known

    def _called(self, tellers: Iterable[str]) -> dict[str, dict[str, str]]:
        """How the actors of these facets of tellers are called and looked for, as far as they have an entry."""
        of_actors = {f"actor:{key.partition(':')[2]}": key for key in tellers}
        query = select(facets.c.key, facets.c.name, facets.c.forms)
        return {
            of_actors[row.key]: {"name": row.name, "forms": row.forms}
            for group in groups(sorted(of_actors))
            for row in self.connection.execute(query.where(facets.c.key.in_(group)))
        }

    def _known(self, keys: Iterable[str]) -> dict[str, int]:
        query = select(facets.c.key, facets.c.number)
        return {
            row.key: row.number
            for group in groups(sorted(keys))
            for row in self.connection.execute(query.where(facets.c.key.in_(group)))
        }

    def _post(self, gone: Iterable[Standing], made: Iterable[Standing]) -> None:
        """Changes the postings of facets, and counts them anew."""
        was = {each.number: each.facets for each in gone}
        is_ = {each.number: each.facets for each in made}
        out: dict[int, list[int]] = defaultdict(list)
        into: dict[int, list[int]] = defaultdict(list)
        for number in was.keys() | is_.keys():
            before, after = was.get(number, frozenset()), is_.get(number, frozenset())
            for facet in before - after:
                out[facet].append(number)
            for facet in after - before:
                into[facet].append(number)
        for group in groups(sorted(out.keys() | into.keys())):
            self._post_group({facet: (numbers.cut(out[facet]), numbers.cut(into[facet])) for facet in group})
        counted = [
            {"of": facet, "more": len(into[facet]) - len(out[facet])}
            for facet in sorted(out.keys() | into.keys())
            if len(into[facet]) != len(out[facet])
        ]
        if counted:
            more = update(facets).where(facets.c.number == bindparam("of"))
            self.connection.execute(more.values(entries=facets.c.entries + bindparam("more")), counted)
            self.connection.execute(delete(facets).where(facets.c.entries == 0))

    def _post_group(self, moved: Mapping[int, tuple[dict[int, list[int]], dict[int, list[int]]]]) -> None:
        chunks = {chunk for sides in moved.values() for side in sides for chunk in side}
        here = postings.c.facet.in_(list(moved)) & postings.c.chunk.in_(list(chunks))
        kept = {(row.facet, row.chunk): row.numbers for row in self.connection.execute(select(postings).where(here))}
        rows: list[dict[str, Any]] = []
        empty: list[dict[str, Any]] = []
        for facet, (out, into) in moved.items():
            for chunk in out.keys() | into.keys():
                packed = numbers.changed(kept.get((facet, chunk)), out.get(chunk, ()), into.get(chunk, ()))
                row = {"facet": facet, "chunk": chunk, "numbers": packed}
                (rows if packed else empty).append(row)
        if rows:
            self.connection.execute(dialect.replacing(postings), rows)
        if empty:
            at = (postings.c.facet == bindparam("of")) & (postings.c.chunk == bindparam("at"))
            self.connection.execute(delete(postings).where(at), [{"of": r["facet"], "at": r["chunk"]} for r in empty])

    def _arrange(self, gone: Mapping[str, Standing], made: Sequence[tuple[int, Sequence[int]]]) -> None:
        """Changes what entries are sorted by."""
        nothing = (0,) * len(ARRAYS)
        values = {each.number: nothing for each in gone.values()} | dict(made)
        places: dict[int, list[int]] = defaultdict(list)
        for number in values:
            places[number // ROWS].append(number)
        for group in groups(sorted(places)):
            query = select(arrays).where(arrays.c.chunk.in_(group))
            kept = {(row.name, row.chunk): row.numbers for row in self.connection.execute(query)}
            rows = []
            for chunk in group:
                at = [number % ROWS for number in places[chunk]]
                held = np.array([values[number] for number in places[chunk]], dtype=VALUE)
                for column, name in enumerate(ARRAYS):
                    whole = np.frombuffer(kept.get((name, chunk), bytes(ROWS * VALUE.itemsize)), dtype=VALUE).copy()
                    whole[at] = held[:, column]
                    rows.append({"name": name, "chunk": chunk, "numbers": whole.tobytes()})
            if rows:
                self.connection.execute(dialect.replacing(arrays), rows)

    def _name(self, made: Sequence[Found]) -> None:
        """Calls facets of actors and places as their entries do, under which they are also looked for."""
        rows = []
        for entry, under in ((each.entry, each.facets) for each in made):
            if isinstance(entry, (ActorEntry, PlaceEntry)):
                forms = "\n".join(dict.fromkeys((entry.name, *entry.aliases))).casefold()
                own = [key.partition(":")[2] for key in under if prefix_of(key) == entry.kind]
                keys = [f"{prefix}:{value}" for prefix in OWNED[entry.kind] for value in own]
                rows += [{"of": key, "called": entry.name, "sought": forms} for key in keys]
        if rows:
            renamed = update(facets).where(facets.c.key == bindparam("of"))
            self.connection.execute(renamed.values(name=bindparam("called"), forms=bindparam("sought")), rows)


def values_of(found: Found, known: Mapping[str, int]) -> tuple[int, ...]:
    """What the entry is sorted by, in the order of ARRAYS; 0 for what is not known."""
    entry, days = found.entry, covered(found.entry)
    first, last = (days[0].toordinal(), days[1].toordinal()) if days else (0, 0)
    places = sorted(key for key in found.facets if prefix_of(key) == "place")
    own = getattr(entry, "place_id", None) or ""
    spot = known[own] if own in known else known[places[0]] if places else 0
    return first, last, entry.origins.reports if entry.origins else 0, int(entry.id[:8], 16), spot


def index_blocks(connection: Connection, blocks: Sequence[str]) -> None:
    """Puts the entries of the blocks, which it does not hold yet, into the index. What cannot be read is left out."""
    index = Index(connection)
    for group in groups(blocks):
        held = _held(connection, group)
        under = found_under((each.entry, each.findings, each.outlets) for each in held)
        rows = index.replace({}, [Taken(each.entry, under[each.entry.id]) for each in held])
        kept = [{"of": id_, "under": seal_of(under[id_]), **row} for id_, row in rows.items()]
        if kept:
            changed = update(entries).where(entries.c.id == bindparam("of"))
            connection.execute(changed.values(found=bindparam("under")), kept)


class Taken(NamedTuple):
    """An entry with its facets."""

    entry: AnyEntry
    facets: Mapping[str, str]


class Held(NamedTuple):
    """An entry with the findings in it and those who publish the reports it cites."""

    entry: AnyEntry
    findings: list[Finding]
    outlets: set[str]


def _held(connection: Connection, blocks: Sequence[str]) -> list[Held]:
    """The entries of the blocks with what their facets are made from."""
    bodies = select(entries.c.id, type_coerce(entries.c.body, Text)).where(entries.c.block.in_(blocks))
    read = {id_: body for id_, text in connection.execute(bodies) if (body := _read(ENTRY, text)) is not None}
    findings: dict[str, list[Finding]] = defaultdict(list)
    outlets: dict[str, set[str]] = defaultdict(set)
    for group in groups(sorted(read)):
        finding = type_coerce(observations.c.finding, Text)
        inside = select(members.c.entry, finding).join(observations).where(members.c.entry.in_(group))
        of_reports = select(observations.c.document, finding).where(observations.c.document.in_(group))
        for query in (inside, of_reports):
            for id_, text in connection.execute(query):
                if (said := _read(FINDING, text)) is not None:
                    findings[id_].append(said)
        cited = select(cites.c.entry, documents.c.parts).join(documents, documents.c.id == cites.c.document)
        for id_, parts in connection.execute(cited.where(cites.c.entry.in_(group)).distinct()):
            outlets[id_] |= {part.publisher.value for part in parts if part.publisher is not None}
    return [Held(entry, findings[id_], outlets[id_]) for id_, entry in read.items()]


def _read(decoder: Any, text: str) -> Any:
    """What stands there; None where it does not have the shape it should, which a check of the record will tell."""
    try:
        return decoder.decode(text)
    except msgspec.MsgspecError:
        return None
