"""The keys of sentences as they are kept: all keys of a report in one row, and all sentences of a key in one, packed in
their order, since a report has a thousand keys.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, select

from onrecord.model.marks import Carrier, Mark
from onrecord.store import dialect
from onrecord.store.carrying import KEY, MARK, PLACE, Carriers, Rows, carrier, in_order, numbers_of, place_of
from onrecord.store.putting import put
from onrecord.store.reader import groups
from onrecord.store.tables import carriers, marks

AT_ONCE = 8192  # keys


def carriers_of(connection: Connection, keys: Collection[int]) -> Carriers:
    """The sentences that have the keys, as far as several have one."""
    return _carriers(connection, in_order(keys))


def carriers_in(connection: Connection, documents: Collection[str]) -> Carriers:
    """The sentences that have a key of the documents, as far as several have it."""
    return _carriers(connection, _keys_in(connection, documents))


def marks_in(connection: Connection, document: str) -> list[Mark]:
    """The sentences of the document that have keys, in their order."""
    keys: dict[Carrier, set[int]] = defaultdict(set)
    for part in _parts(_keys_in(connection, [document])):
        for key, place in _held(connection, part).tolist():
            keys[carrier(*place)].add(key)
    return [Mark(told, frozenset(keys[told])) for told in sorted(keys) if told.document == document]


def number_carried(connection: Connection) -> int:
    """How many sentences stand under keys, each counted under each of its own."""
    length = connection.execute(select(func.sum(func.length(carriers.c.held)))).scalar()
    return (length or 0) // PLACE.itemsize


def keep_marks(connection: Connection, documents: Collection[str], found: Sequence[Mark]) -> None:
    """Keeps the marks in the place of all those of the documents."""
    keys: dict[str, set[int]] = defaultdict(set)
    for mark in found:
        keys[mark.told.document] |= mark.keys
    new, own = _rows(found), numbers_of(documents)
    for part in _parts(np.union1d(_keys_in(connection, documents), new["key"])):
        held = _held(connection, part)
        came = new[np.searchsorted(new["key"], part[0]) : np.searchsorted(new["key"], part[-1], "right")]
        _put(connection, part, np.concatenate([held[~np.isin(held["place"]["document"], own)], came]))
    for group in groups(sorted(documents)):
        connection.execute(delete(marks).where(marks.c.document.in_(group)))
    put(connection, marks, [{"document": id_, "held": in_order(each).tobytes()} for id_, each in keys.items()])


def _carriers(connection: Connection, keys: NDArray[Any]) -> Carriers:
    held = [_held(connection, part, several=True) for part in _parts(keys)]
    return Carriers(np.concatenate([np.empty(0, dtype=MARK), *held]))


def _put(connection: Connection, keys: NDArray[Any], rows: Rows) -> None:
    """Keeps the rows in the place of all those of the keys."""
    place = rows["place"]
    rows = rows[np.lexsort((place["start"], place["document"], place["day"], rows["key"]))]
    packed = rows["place"].tobytes()
    kept, first = np.unique(rows["key"], return_index=True)
    ends = [*(first * PLACE.itemsize).tolist(), len(packed)]
    cut = (packed[start:end] for start, end in pairwise(ends))
    dialect.keep_carriers(connection, np.setdiff1d(keys, kept).tolist(), zip(kept.tolist(), cut, strict=True))


def _held(connection: Connection, keys: NDArray[Any], *, several: bool = False) -> Rows:
    """What is kept of the keys, by key and place; only of those that several sentences have, if so asked."""
    found = dialect.carriers(connection, keys.tolist(), longer_than=PLACE.itemsize if several else 0)
    places = np.frombuffer(b"".join(held for _, held in found), dtype=PLACE)
    rows = np.empty(len(places), dtype=MARK)
    rows["place"] = places
    counts = np.array([len(held) for _, held in found], dtype=np.intp) // PLACE.itemsize
    rows["key"] = np.repeat(np.array([key for key, _ in found], dtype=KEY), counts)
    return rows


def _keys_in(connection: Connection, documents: Collection[str]) -> NDArray[Any]:
    """The keys that sentences of the documents have, in order and each once."""
    found: list[bytes] = []
    for group in groups(sorted(documents)):
        found += connection.execute(select(marks.c.held).where(marks.c.document.in_(group))).scalars()
    return np.unique(np.frombuffer(b"".join(found), dtype=KEY))


def _parts(keys: NDArray[Any]) -> Iterator[NDArray[Any]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _rows(found: Sequence[Mark]) -> Rows:
    """The marks by key."""
    counts = np.array([len(mark.keys) for mark in found], dtype=np.intp)
    rows = np.empty(counts.sum(), dtype=MARK)
    rows["key"] = np.fromiter((key for mark in found for key in mark.keys), dtype=KEY, count=len(rows))
    rows["place"] = np.repeat(np.array([place_of(mark.told) for mark in found], dtype=PLACE), counts)
    return rows[np.argsort(rows["key"])]
