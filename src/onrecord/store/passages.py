"""What stands where in a report: what was read there, which words are cited, what other reports carry."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from onrecord.model.findings import Observation
from onrecord.model.spans import Span
from onrecord.store.tables import cites, documents, entries, observations

COPY = "copy"


class Carried(NamedTuple):
    """A passage of a report that an entry says other reports carry too."""

    entry: str
    span: Span


class PassageReader:
    """Questions about a stretch of a report's stored text, `start` to `end`."""

    connection: Connection

    def length(self, document: str) -> int:
        """How many characters the report's text has; 0 where there is no such report."""
        query = select(func.length(documents.c.text)).where(documents.c.id == document)
        return int(self.connection.execute(query).scalar() or 0)

    def seen_at(self, document: str, start: int, end: int) -> list[Observation]:
        """What was read there, by the word that it hangs on, in the order of the text."""
        query = select(observations).where(
            observations.c.document == document, observations.c.start >= start, observations.c.start < end
        )
        found = self.connection.execute(query.order_by(observations.c.start, observations.c.id))
        return [observation(row) for row in found]

    def cited_at(self, document: str, start: int, end: int) -> list[Span]:
        """The passages that any entry cites and of which some word stands there, each once, in order."""
        query = select(cites.c.start, cites.c.end).where(
            cites.c.document == document, cites.c.start < end, cites.c.end > start
        )
        return sorted(Span(row.start, row.end) for row in self.connection.execute(query.distinct()))

    def carried_at(self, document: str, start: int, end: int, limit: int) -> list[Carried]:
        """The passages there that stand in other reports as well, with the ids of the entries of kind copy that say
        so; the first `limit`."""
        query = select(cites.c.entry, cites.c.start, cites.c.end).join(entries, entries.c.id == cites.c.entry)
        query = query.where(
            cites.c.document == document, entries.c.kind == COPY, cites.c.start < end, cites.c.end > start
        )
        found = self.connection.execute(query.order_by(cites.c.start, cites.c.end, cites.c.entry).limit(limit))
        return [Carried(row.entry, Span(row.start, row.end)) for row in found]

    def copies_between(self, one: str, other: str) -> list[str]:
        """The ids of the entries of kind copy that cite both reports."""
        mine, yours = cites.alias(), cites.alias()
        query = select(entries.c.id).join(mine, mine.c.entry == entries.c.id).join(yours, yours.c.entry == entries.c.id)
        query = query.where(entries.c.kind == COPY, mine.c.document == one, yours.c.document == other)
        return sorted(row.id for row in self.connection.execute(query.distinct()))


def observation(row: Row[Any]) -> Observation:
    """The observation that a row of their table keeps."""
    return Observation(
        id=row.id,
        document=row.document,
        part=row.part,
        trigger=Span(row.start, row.end),
        evidence=row.evidence,
        finding=row.finding,
    )
