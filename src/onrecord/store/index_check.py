"""Whether the index is that of the entries: what is found under a facet, how entries are sorted and searched."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, func, select

from onrecord.model.facets import prefix_of, seal_of, words
from onrecord.store import dialect
from onrecord.store.indexing import ARRAYS, NUMBER, Taken, values_of
from onrecord.store.inspecting import Damage
from onrecord.store.lookup import Lookup
from onrecord.store.numbers import CHUNK, packed
from onrecord.store.tables import documents, entries, facets, postings


def astray(connection: Connection) -> Iterator[Damage]:
    """Where the index is another than the entries make."""
    known = {row.number: row for row in connection.execute(select(facets))}
    counted: dict[int, int] = defaultdict(int)
    lookup = Lookup(connection)
    unnumbered = select(entries.c.id).where(entries.c.number.is_(None) | entries.c.facets.is_(None))
    yield from (Damage(row.id, "number", "none", "a number") for row in connection.execute(unnumbered))
    low, high = connection.execute(select(func.min(entries.c.number), func.max(entries.c.number))).one()
    for chunk in range(low // CHUNK, high // CHUNK + 1) if low is not None else ():
        found: dict[int, list[int]] = defaultdict(list)
        here = entries.c.number.between(chunk * CHUNK, (chunk + 1) * CHUNK - 1)
        query = select(entries, documents.c.number.label("report"))
        query = query.outerjoin(documents, documents.c.id == entries.c.id).where(here).order_by(entries.c.number)
        for row in connection.execute(query):
            numbers = np.frombuffer(row.facets, dtype=NUMBER).tolist()
            for number in numbers:
                found[number].append(row.number % CHUNK)
                counted[number] += 1
            yield from _entry(connection, row, {known[n].key: n for n in numbers if n in known}, lookup)
        kept = dict(
            connection.execute(select(postings.c.facet, postings.c.numbers).where(postings.c.chunk == chunk)).all()
        )
        for facet in sorted(found.keys() | kept.keys()):
            expected = packed(np.array(found[facet], dtype=np.uint16))
            if kept.get(facet) != expected:
                key = known[facet].key if facet in known else str(facet)
                yield Damage(f"facet {key}", "entries", "other entries", "the entries that are found under it")
    for number, row in known.items():
        if row.entries != counted[number] or row.prefix != prefix_of(row.key):
            yield Damage(f"facet {row.key}", "entries", str(row.entries), str(counted[number]))


def _entry(connection: Connection, row: Row[Any], under: dict[str, int], lookup: Lookup) -> Iterator[Damage]:
    if seal_of(under) != row.found:
        yield Damage(row.id, "facets", ", ".join(sorted(under)), "the facets of the entry")
    if row.kind == "document" and row.number != -(row.report or 0):
        yield Damage(row.id, "number", str(row.number), f"{-(row.report or 0)}")
    stands = tuple(lookup.at(name, row.number) for name in ARRAYS)
    expected = values_of(Taken(row.body, dict.fromkeys(under, "")), under)
    if stands != expected:
        yield Damage(row.id, "order", str(stands), str(expected))
    if dialect.words_at(connection, row.number) != dialect.storable(words(row.body)):
        yield Damage(row.id, "words", "other words", "those of the entry")
