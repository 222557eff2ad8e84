"""What can be asked of a record, inside one consistent view of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Row, Select, case, func, select

from onrecord.model import outlook
from onrecord.model.addresses import addresses, resolved
from onrecord.model.documents import Document
from onrecord.model.entries import AnyEntry
from onrecord.model.findings import Observation
from onrecord.model.frames import Frame, Noted
from onrecord.model.kinds import KINDS
from onrecord.model.spans import Span
from onrecord.model.traces import Trace
from onrecord.store.browsing import Browsing
from onrecord.store.jobs import JobReader
from onrecord.store.passages import PassageReader
from onrecord.store.searching import Matches, matches
from onrecord.store.tables import (
    cites,
    documents,
    entries,
    joins,
    log,
    members,
    observations,
    redirects,
    rulings,
    traces,
)
from onrecord.store.tellings import Tellings

if TYPE_CHECKING:
    from onrecord.store.carrying import Carriers

AT_ONCE = 500
NAMED = ("actor", "place")  # kinds of which a block is one entry
FRAME = [
    column for column in documents.c if column.name not in ("text", "cuts", "encoding", "reader", "seal", "number")
]
IN_ORDER = (entries.c.day.is_(None), entries.c.day, entries.c.name, entries.c.id)

LAST = "\uffff"  # comes after every character of an id

T = TypeVar("T")
DATED_LAST = 50  # reports among which the newest is sought: a month sorts before its days


class Head(NamedTuple):
    """What heads a report: its id, the name that cites give it, its title, who published it, or else whose text it
    is, and when."""

    id: str
    doc: str
    title: str | None
    publisher: str | None
    published: str | None


def groups(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists short enough for one query, in order."""
    rest = iter(values)
    while group := list(islice(rest, AT_ONCE)):
        yield group


class Reader(Browsing, JobReader, PassageReader, Tellings):
    """Questions to a record. All answers of one Reader come from the same state of it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _each(self, query: Select[Any], column: Any, values: Iterable[str | int] | None) -> Iterator[Row[Any]]:
        """The rows of the query, all or those where `column` is one of `values`."""
        if values is None:
            yield from self.connection.execute(query)
            return
        for group in groups(sorted(set(values))):
            yield from self.connection.execute(query.where(column.in_(group)))

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the document ids that the record holds."""
        return {row.id for row in self._each(select(documents.c.id), documents.c.id, ids)}

    def document_ids(self, not_read_by: str | None = None) -> list[str]:
        """Ids of the documents in the order they were added; only those read by another reader version, if one is
        given."""
        query = select(documents.c.id).order_by(documents.c.number)
        if not_read_by is not None:
            query = query.where(documents.c.reader != not_read_by)
        return [row.id for row in self.connection.execute(query)]

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Documents with their texts."""
        return (document for document, _ in self.reports(ids))

    def reports(self, ids: Iterable[str] | None = None) -> Iterator[tuple[Document, Frame]]:
        """Documents with their texts, each with its frame."""
        for row in self._each(select(documents), documents.c.id, ids):
            kept = row._mapping
            document = Document(**{field: kept[field] for field in Document.__struct_fields__})
            yield document, Frame(**_frame(row))

    def documents_named(self, called: Collection[str]) -> Iterator[Document]:
        """All versions of the documents of these names, with their texts."""
        return self.documents(frame.id for frame in self.frames_named(called))

    def texts(self, labels: Iterable[str] | None = None) -> dict[str, str]:
        """The stored texts by the names under which cites point into them."""
        query = select(documents.c.label, documents.c.text)
        return {row.label: row.text for row in self._each(query, documents.c.label, labels)}

    def published(self, labels: Iterable[str] | None = None) -> dict[str, str | None]:
        """When the documents were published, by the names under which cites point into them."""
        query = select(documents.c.label, documents.c.published)
        return {row.label: row.published for row in self._each(query, documents.c.label, labels)}

    def state(self) -> int:
        """A number that a greater one follows with each report that is added or read again, and with each ruling."""
        ruled = select(func.count(rulings.c.id) + func.count(rulings.c.withdrawn)).scalar_subquery()
        query = select(func.coalesce(func.max(log.c.number), 0) + ruled)
        return int(self.connection.execute(query).scalar_one())

    def newest(self) -> dt.date | None:
        """The day on which the newest report was published."""
        query = select(documents.c.published).where(documents.c.published.is_not(None))
        last = query.order_by(documents.c.published.desc()).limit(DATED_LAST)
        return outlook.newest(row.published for row in self.connection.execute(last))

    def heads(self, labels: Iterable[str]) -> dict[str, Head]:
        """What heads the documents, by the names under which cites point into them."""
        query = select(documents.c.id, documents.c.label, documents.c.published, documents.c.parts)
        return {row.label: _head(row) for row in self._each(query, documents.c.label, labels)}

    def frames(self, ids: Iterable[str] | None = None) -> list[Frame]:
        return [Frame(**_frame(row)) for row in self._each(select(*FRAME), documents.c.id, ids)]

    def frames_named(self, called: Collection[str]) -> list[Frame]:
        """The frames of all versions of the documents of these names."""
        return [Frame(**_frame(row)) for row in self._each(select(*FRAME), documents.c.name, called)]

    def undated(self) -> list[str]:
        """Ids of the documents of which some part states no date."""
        query = select(documents.c.id).where(~documents.c.stated).order_by(documents.c.id)
        return [row.id for row in self.connection.execute(query)]

    def names(self) -> list[str]:
        """The names of all documents, each once."""
        query = select(documents.c.name).distinct().order_by(documents.c.name)
        return [row.name for row in self.connection.execute(query)]

    def noted(self, blocks: Iterable[str]) -> Iterator[tuple[str, Noted]]:
        """The observations of the blocks, each with its block's key."""
        for row in self._each(select(observations), observations.c.block, blocks):
            yield row.block, _noted(row)

    def noted_of(self, ids: Iterable[str]) -> Iterator[Noted]:
        """The observations of these ids."""
        for row in self._each(select(observations), observations.c.id, ids):
            yield _noted(row)

    def noted_within(self, ids: Iterable[str], kinds: Collection[str]) -> Iterator[tuple[str, Noted]]:
        """The observations of these kinds in the documents that have a block, each with its block's key."""
        query = select(observations).where(observations.c.kind.in_(kinds), observations.c.block.is_not(None))
        for row in self._each(query, observations.c.document, ids):
            yield row.block, _noted(row)

    def noted_in_entries(self, blocks: Iterable[str]) -> Iterator[tuple[str, Noted]]:
        """The observations that went into the entries of the blocks, each with its block's key."""
        held = observations.join(members, members.c.observation == observations.c.id)
        held = held.join(entries, entries.c.id == members.c.entry)
        query = select(observations, entries.c.block.label("held")).select_from(held)
        for row in self._each(query, entries.c.block, blocks):
            yield row.held, _noted(row)

    def noted_in(self, ids: Iterable[str] | None = None, kind: str | None = None) -> Iterator[Noted]:
        """The observations of the documents, or of all; only those of a kind, if one is given."""
        query = select(observations)
        if kind is not None:
            query = query.where(observations.c.kind == kind)
        for row in self._each(query, observations.c.document, ids):
            yield _noted(row)

    def traces(self, ids: Iterable[str] | None = None, *, dated: bool) -> Iterator[Trace]:
        """What dating looks at in the documents, or in all: in the parts that state their day, or in the others."""
        query = select(traces, documents.c.name).join(documents)
        query = query.where(traces.c.day.is_not(None) if dated else traces.c.day.is_(None))
        for row in self._each(query, traces.c.document, ids):
            yield Trace(**row._mapping)

    def carriers_of(self, keys: Collection[int]) -> "Carriers":
        """The sentences that have the keys, as far as several have one."""
        from onrecord.store import marking  # loads what those who only read need not wait for

        return marking.carriers_of(self.connection, keys)

    def carriers_in(self, documents: Collection[str]) -> "Carriers":
        """The sentences that have a key of the documents, as far as several have it."""
        from onrecord.store import marking

        return marking.carriers_in(self.connection, documents)

    def blocks_in(self, ids: Iterable[str] | None = None) -> set[str]:
        """The blocks that have an observation in one of the documents, or all blocks."""
        found = self._each(select(observations.c.block).distinct(), observations.c.document, ids)
        return {row.block for row in found if row.block is not None}

    def blocks_citing(self, ids: Iterable[str], kind: str) -> set[str]:
        """The blocks with an entry of that kind that cites one of the documents."""
        query = select(entries.c.block).join(cites, cites.c.entry == entries.c.id).where(entries.c.kind == kind)
        return {row.block for row in self._each(query, cites.c.document, ids)}

    def entries_of_blocks(self, blocks: Iterable[str]) -> Iterator[tuple[str, AnyEntry]]:
        """The entries of the blocks as they are kept, each with its block's key."""
        for row in self._each(select(entries.c.block, entries.c.body), entries.c.block, blocks):
            yield row.block, row.body

    def entries(self, kind: str | None = None) -> Iterator[AnyEntry]:
        """The entries, kind by kind, each kind in the order of its days, what has none last; what they point at under
        the ids of today's entries."""
        rank = case({name: place for place, name in enumerate(KINDS)}, value=entries.c.kind, else_=len(KINDS))
        query = select(entries.c.body).order_by(rank, *IN_ORDER)
        if kind is not None:
            query = query.where(entries.c.kind == kind)
        bodies = (row.body for row in self.connection.execute(query))
        while group := list(islice(bodies, AT_ONCE)):
            known = self.addressed(address for entry in group for address in addresses(entry))
            yield from (resolved(entry, known) for entry in group)

    def entry(self, address: str) -> AnyEntry | None:
        """The entry of that id, or the one that the observation of that id, or the actor or place of that key, went
        into."""
        id_ = self.addressed([address]).get(address)
        row = self.connection.execute(select(entries.c.body).where(entries.c.id == id_)).first()
        return None if row is None else resolved(row.body, self.addressed(addresses(row.body)))

    def addressed(self, sought: Iterable[str]) -> dict[str, str]:
        """The ids of the entries that stand at the addresses: ids of entries and observations, keys of actors and
        places."""
        wanted = set(sought)
        to = {row.key: row.target for row in self._each(select(redirects), redirects.c.key, wanted)}
        of_blocks = self._each(select(entries.c.block, entries.c.id), entries.c.block, wanted | set(to.values()))
        blocks = {row.block: row.id for row in of_blocks}
        found = {key: id_ for key in wanted if (id_ := blocks.get(to.get(key, key))) is not None}
        of_one = select(observations.c.id.label("observation"), entries.c.id.label("entry")).join(
            entries, entries.c.block == observations.c.block
        )
        of_one = of_one.where(observations.c.kind.in_(NAMED))
        found |= {row.observation: row.entry for row in self._each(of_one, observations.c.id, wanted - set(found))}
        in_members = select(members.c.observation, members.c.entry)
        found |= {row.observation: row.entry for row in self._each(in_members, members.c.observation, wanted)}
        return found | {row.id: row.id for row in self._each(select(entries.c.id), entries.c.id, wanted - set(found))}

    def keys(self, ids: Iterable[str]) -> dict[str, str]:
        """The keys of the actors and places whose entries have these ids."""
        query = select(entries.c.id, entries.c.block).where(entries.c.kind.in_(NAMED))
        return {row.id: row.block for row in self._each(query, entries.c.id, ids)}

    def entries_at(self, ids: Iterable[str]) -> Iterator[AnyEntry]:
        """The entries of these ids."""
        for group in groups(sorted(set(ids))):
            bodies = [row.body for row in self._each(select(entries.c.body), entries.c.id, group)]
            known = self.addressed(address for entry in bodies for address in addresses(entry))
            yield from (resolved(entry, known) for entry in bodies)

    def beginning_with(self, address: str) -> set[str]:
        """The ids of entries and of observations that begin so."""
        found: set[str] = set()
        for table in (entries, observations):
            query = select(table.c.id).where(table.c.id >= address, table.c.id < address + LAST)
            found |= {row.id for row in self.connection.execute(query)}
        return found

    def seals(self) -> dict[str, str]:
        """The hash of all that each entry came to, by its id."""
        return {row.id: row.seal for row in self.connection.execute(select(entries.c.id, entries.c.seal))}

    def members(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """The observations that went into each of the entries."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._each(select(members.c.entry, members.c.observation), members.c.entry, ids):
            found[row.entry].append(row.observation)
        return found

    def logged(self, what: str, since: str) -> set[str]:
        """The ids of the documents with which that was done (added, read again) at the time `since` (ISO, UTC) or
        later."""
        query = select(log.c.document).where(log.c.what == what, log.c.at >= since)
        return {row.document for row in self.connection.execute(query)}

    def joins(self, entry: str) -> list[tuple[str, str, str]]:
        """Why observations went into the entry: one, the other, and the reason."""
        query = select(joins.c.one, joins.c.other, joins.c.why).where(joins.c.entry == entry)
        return sorted((row.one, row.other, row.why) for row in self.connection.execute(query))

    def counts(self) -> dict[str, int]:
        """How many entries of each kind there are."""
        counted = select(entries.c.kind, func.count().label("number")).group_by(entries.c.kind)
        return {row.kind: row.number for row in self.connection.execute(counted)}

    def matching(self, phrases: Sequence[str], limit: int | None = None) -> Matches:
        """The documents whose text holds each of the phrases, the best `limit` of them with the passages."""
        return matches(self.connection, phrases, limit)


def _head(row: Row[Any]) -> Head:
    first = row.parts[0] if row.parts else None
    title, publisher, agency = (getattr(first, field, None) for field in ("title", "publisher", "agency"))
    said = [each.value if each is not None else None for each in (title, publisher or agency)]
    return Head(row.id, row.label, said[0], said[1], row.published)


def _frame(row: Row[Any]) -> dict[str, Any]:
    return {field: row._mapping[field] for field in Frame.__struct_fields__}


def _noted(row: Row[Any]) -> Noted:
    observation = Observation(
        id=row.id,
        document=row.document,
        part=row.part,
        trigger=Span(row.start, row.end),
        evidence=row.evidence,
        finding=row.finding,
    )
    return Noted(observation, row.quotes)
