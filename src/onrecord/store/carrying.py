"""Which sentences share keys, and which of the many that have one come first: by the day of the report, undated ones
last.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from onrecord.model.marks import Shared
from onrecord.store.tables import documents, marks


class Carrier(NamedTuple):
    """A sentence that has a key."""

    document: str
    start: int
    end: int


_own, _other, _last = marks.alias(), marks.alias(), marks.alias()
_PAIRED = select(_own.c.start.label("own"), _other.c.document, _other.c.start, _other.c.end).join_from(
    _own, _other, _own.c.key == _other.c.key
)
_PAIRED = _PAIRED.where(_own.c.document == bindparam("of"), _other.c.document != bindparam("of"))
SHARING = _PAIRED.group_by(_own.c.start, _other.c.document, _other.c.start, _other.c.end).having(
    func.count() >= bindparam("least")
)
_BEYOND = select(_last.c.end).where(_last.c.key == _own.c.key).limit(1).offset(bindparam("most")).scalar_subquery()
_CROWDED = select(_own.c.key).where(_own.c.document == bindparam("of"), _BEYOND.is_not(None))
_CARRYING = select(marks.c.document, marks.c.start, marks.c.end).where(marks.c.key == bindparam("key"))
_FIRST = _CARRYING.join(documents, documents.c.id == marks.c.document).order_by(
    documents.c.published.is_(None), documents.c.published, marks.c.document, marks.c.start
)


class Carrying:
    """Questions about the keys of sentences."""

    connection: Connection

    def sharing(self, document: str, keys: int) -> list[Shared]:
        """The sentences of other documents that share so many keys, or more, with a sentence of this one, in order."""
        found = self.connection.execute(SHARING, {"of": document, "least": keys})
        return sorted(Shared(*row) for row in found)

    def sharing_of_crowds(self, document: str, keys: int, crowds: Mapping[int, Sequence[Carrier]]) -> list[Shared]:
        """As `sharing`, where of the keys of the `crowds` no others have them than those that are given."""
        own: dict[int, list[int]] = defaultdict(list)
        for row in self.connection.execute(select(marks.c.start, marks.c.key).where(marks.c.document == document)):
            if row.key in crowds:
                own[row.start].append(row.key)
        paired = self.connection.execute(_PAIRED.where(_own.c.key.not_in(sorted(crowds))), {"of": document})
        counted: dict[int, Counter[Carrier]] = defaultdict(Counter)
        for start, *other in paired:
            counted[start][Carrier(*other)] += 1
        for start, held in own.items():
            for key in held:
                counted[start].update(crowds[key])
        return sorted(
            Shared(start, *other)
            for start, others in counted.items()
            for other, count in others.items()
            if count >= keys and other.document != document
        )

    def crowded(self, document: str, most: int) -> Counter[int]:
        """The keys of the document that stand in more than so many sentences, and in how many of its own they do."""
        return Counter(row.key for row in self.connection.execute(_CROWDED, {"of": document, "most": most}))

    def carrying(self, key: int) -> list[Carrier]:
        """The sentences that have the key."""
        return [Carrier(*row) for row in self.connection.execute(_CARRYING, {"key": key})]

    def first_carrying(self, key: int, limit: int) -> list[Carrier]:
        """The first of the sentences that have the key, in their order."""
        return [Carrier(*row) for row in self.connection.execute(_FIRST.limit(limit), {"key": key})]

    def carrying_any(self, keys: Iterable[int]) -> set[str]:
        """The ids of the documents that have one of the keys."""
        query = select(marks.c.document).where(marks.c.key == bindparam("key")).distinct()
        return {row.document for key in keys for row in self.connection.execute(query, {"key": key})}
