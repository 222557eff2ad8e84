"""Which sentences share keys, and which of the many that have one come first: by the day of the report, undated ones
last.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, bindparam, func, select, tuple_

from onrecord.model.marks import Carrier
from onrecord.store.tables import marks

AT_ONCE = 500

_own, _other, _last = marks.alias(), marks.alias(), marks.alias()
_PLACE = (marks.c.day, marks.c.document, marks.c.start)
_told, _others = (tuple(each.c[name] for name in Carrier._fields) for each in (_own, _other))
_BEYOND = select(_last.c.end).where(_last.c.key == _own.c.key).limit(1).offset(bindparam("most")).scalar_subquery()
_TIED = (
    select(*_told, *_others)
    .join_from(_own, _other, _own.c.key == _other.c.key)
    .where(_own.c.document == bindparam("of"), _other.c.document != bindparam("of"), _BEYOND.is_(None))
)
_CROWDED = select(_own.c.key, _own.c.day, _own.c.start, _own.c.end).where(
    _own.c.document == bindparam("of"), _BEYOND.is_not(None)
)
_FIRST = select(*_PLACE, marks.c.end).where(marks.c.key == bindparam("key")).order_by(*_PLACE)
_AFTER = (
    select(*_PLACE, marks.c.end)
    .where(marks.c.key.in_(bindparam("keys", expanding=True)))
    .where(tuple_(*_PLACE) > tuple_(bindparam("day"), bindparam("document"), bindparam("start")))
    .group_by(*_PLACE, marks.c.end)
    .having(func.count() >= bindparam("least"))
)
_HAVING = select(marks.c.document).where(marks.c.key.in_(bindparam("keys", expanding=True))).distinct()


class Carrying:
    """Questions about the keys of sentences."""

    connection: Connection

    def tied(self, document: str, most: int) -> list[tuple[Carrier, Carrier]]:
        """The sentences of the document with those of others that share a key with them which no more than `most`
        sentences have, as often as they do."""
        found = self.connection.execute(_TIED, {"of": document, "most": most}).all()
        return [(Carrier(*row[:4]), Carrier(*row[4:])) for row in found]

    def crowded(self, document: str, most: int) -> dict[Carrier, list[int]]:
        """The sentences of the document, each with those of its keys that more than so many sentences have."""
        found: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        for key, *place in self.connection.execute(_CROWDED, {"of": document, "most": most}).all():
            found[tuple(place)].append(key)
        return {Carrier(day, document, start, end): keys for (day, start, end), keys in found.items()}

    def first_carrying(self, key: int, limit: int) -> list[Carrier]:
        """The first of the sentences that have the key, in their order."""
        return [Carrier(*row) for row in self.connection.execute(_FIRST.limit(limit), {"key": key}).all()]

    def carrying_after(self, told: Carrier, keys: Collection[int], least: int) -> list[Carrier]:
        """The sentences that come after this one and have so many of the keys, or more."""
        place = {"day": told.day, "document": told.document, "start": told.start}
        return [
            Carrier(*row) for row in self.connection.execute(_AFTER, {"keys": sorted(keys), "least": least} | place)
        ]

    def carrying_any(self, keys: Collection[int]) -> set[str]:
        """The ids of the documents that have one of the keys."""
        found = (self.connection.execute(_HAVING, {"keys": group}) for group in _groups(sorted(keys)))
        return {row.document for rows in found for row in rows}


def _groups(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
