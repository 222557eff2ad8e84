"""Who tells an entry, a few at a time."""

from sqlalchemy import Connection, func, select

from onrecord.store.tables import documents, members, observations


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

    def filed_under(self, block: str, kind: str, limit: int | None = None) -> list[str]:
        """The ids of the observations of that kind that are filed under the block, in no order; of some of them, where
        a limit is given."""
        query = select(observations.c.id).where(observations.c.block == block, observations.c.kind == kind)
        return [row.id for row in self.connection.execute(query.limit(limit))]

    def number_told(self, entry: str) -> int:
        """How many observations went into an entry."""
        query = select(func.count()).select_from(members).where(members.c.entry == entry)
        return int(self.connection.execute(query).scalar_one())
