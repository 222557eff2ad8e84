"""Who tells an entry, a few at a time, and under what key an actor or place is found."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from onrecord.store.tables import documents, entries, members, observations

NAMED = ("actor", "place")  # kinds of which a block is one entry


class Tellings:
    """Questions about what stands behind one entry."""

    connection: Connection

    def first_told(self, entry: str, limit: int, offset: int = 0) -> list[str]:
        """The ids of the observations in an entry, those of the reports published first in front, undated ones last."""
        held = members.join(observations, members.c.observation == observations.c.id)
        held = held.join(documents, documents.c.id == observations.c.document)
        order = (documents.c.published.is_(None), documents.c.published, documents.c.id, observations.c.start)
        query = select(observations.c.id).select_from(held).where(members.c.entry == entry)
        return [row.id for row in self.connection.execute(query.order_by(*order).limit(limit).offset(offset))]

    def keys(self, ids: Iterable[str]) -> dict[str, str]:
        """The keys of those of the entries that are actors or places, as facets have them after their prefix."""
        query = select(entries.c.id, entries.c.block).where(entries.c.id.in_(list(ids)), entries.c.kind.in_(NAMED))
        return {row.id: row.block.partition(":")[2] for row in self.connection.execute(query)}
