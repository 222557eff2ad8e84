"""What can be changed in a record, inside one transaction that is kept whole or not at all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from onrecord.model.documents import Document
from onrecord.model.entries import AnyEntry, Cite
from onrecord.model.facets import seal_of
from onrecord.model.findings import Observation
from onrecord.model.frames import Frame, Noted, frame_of
from onrecord.model.ids import digest
from onrecord.model.jobs import Job
from onrecord.model.kinds import day_of, name_of
from onrecord.model.marks import Mark
from onrecord.model.traces import Trace, traces_of
from onrecord.store.jobs import keep_job
from onrecord.store.putting import put
from onrecord.store.reader import Reader, groups
from onrecord.store.tables import cites, documents, entries, joins, log, members, names, observations, traces

if TYPE_CHECKING:
    from onrecord.store.indexing import Index


class Filed(NamedTuple):
    """An observation as it is filed, with the keys of those whom it names; its block is known once it is dated."""

    noted: Noted
    names: frozenset[str] = frozenset()


class Made(NamedTuple):
    """An entry as reconciling made it: its block, the observations in it, the document of each of its cites, why
    observations were joined (triples of two observations and a reason), and its facets, which `model.facets` lists."""

    entry: AnyEntry
    block: str
    members: tuple[str, ...]
    cited: tuple[str, ...]
    joins: tuple[tuple[str, str, str], ...] = ()
    facets: Mapping[str, str] = MappingProxyType({})

    @property
    def seal(self) -> str:
        """A hash of all of it but the facets."""
        return digest(
            self.block, msgspec.json.encode(self.entry).decode(), *self.members, "", *self.cited, "", str(self.joins)
        )


class Writer(Reader):
    """Changes to a record; it sees its own changes."""

    def add(self, document: Document, filed: Sequence[Filed], reader: str, at: str) -> None:
        """Adds a document with its observations, read by the reader version `reader` at the time `at` (ISO, UTC)."""
        self.connection.execute(
            insert(documents), document_row(document, reader, seal(each.noted.observation for each in filed))
        )
        self._insert(traces, [trace_row(trace) for trace in traces_of(document)])
        self._file(filed)
        self._log(document.id, "added", reader, at)

    def reread(self, document: str, filed: Sequence[Filed], reader: str, at: str) -> None:
        """Puts new observations in the place of all those of the document; what stands under the id of one before keeps
        its place in entries until these are made anew."""
        rows = {each.noted.observation.id: observation_row(each) for each in filed}
        known = {row.id for row in self._each(select(observations.c.id), observations.c.document, [document])}
        for group in groups(sorted(known - rows.keys())):
            self.connection.execute(delete(observations).where(observations.c.id.in_(group)))
        for group in groups(sorted(known & rows.keys())):
            self.connection.execute(delete(names).where(names.c.observation.in_(group)))
            changed = update(observations).where(observations.c.id == bindparam("which"))
            self.connection.execute(changed, [{"which": id_} | rows[id_] for id_ in group])
        sealed = {"reader": reader, "seal": seal(each.noted.observation for each in filed)}
        self.connection.execute(update(documents).where(documents.c.id == document).values(sealed))
        self._insert(observations, [row for id_, row in rows.items() if id_ not in known])
        self._insert(names, [row for each in filed for row in name_rows(each)])
        self._log(document, "read again", reader, at)

    def remove(self, ids: Iterable[str]) -> None:
        """Takes the documents out with all that was read in them; entries that rest on them must be made anew."""
        ids = set(ids)
        self.mark(ids, ())
        for group in groups(sorted(ids)):
            self.connection.execute(delete(documents).where(documents.c.id.in_(group)))

    def relabel(self, frames: Iterable[Frame]) -> None:
        """Keeps the labels and dates of the frames, with the words that these rest on."""
        for frame in frames:
            published = frame.dates[0].published if frame.dates else None
            known = {"label": frame.label, "dates": frame.dates, "quotes": frame.quotes, "published": published}
            self.connection.execute(update(documents).where(documents.c.id == frame.id).values(known))

    def mark(self, documents: Collection[str], found: Sequence[Mark]) -> None:
        """Keeps the marks in the place of all those of the documents."""
        from onrecord.store import marking

        marking.keep_marks(self.connection, documents, found)

    def keep_job(self, job: Job) -> None:
        """Keeps the job in the place of what was known of it."""
        keep_job(self.connection, job)

    def file_under(self, blocks: Mapping[str, str | None]) -> None:
        """Keeps the block of each of the observations, by id."""
        rows = [{"which": observation, "key": block} for observation, block in blocks.items()]
        if rows:
            moved = update(observations).where(observations.c.id == bindparam("which")).values(block=bindparam("key"))
            self.connection.execute(moved, rows)

    def replace(self, blocks: Collection[str], made: Sequence[Made]) -> None:
        """Puts the entries `made` in the place of all entries of the blocks; what is as it was is not written again.

        An entry of another block that still holds their observations, which moved, gives way."""
        rows = {each.entry.id: entry_row(each) for each in made}
        kept = self._seals(blocks)
        as_it_was = {id_ for id_, seals in kept.items() if id_ in rows and _seals_of(rows[id_]) == seals}
        changed = [each for each in made if each.entry.id not in as_it_was]
        moved = select(members.c.entry)
        taken = self._each(moved, members.c.observation, (member for each in changed for member in each.members))
        stale = {*kept, *(each.entry.id for each in changed), *(row.entry for row in taken)} - as_it_was
        if not stale:
            return
        index = self._index
        gone = index.standing(stale)
        for group in groups(sorted(stale)):
            self.connection.execute(delete(entries).where(entries.c.id.in_(group)))
        indexed = index.replace(gone, changed)
        self._insert(entries, [rows[each.entry.id] | indexed[each.entry.id] for each in changed])
        self._insert(members, [row for each in changed for row in member_rows(each)])
        self._insert(cites, [row for each in changed for row in cite_rows(each)])
        self._insert(joins, [row for each in changed for row in join_rows(each)])

    @cached_property
    def _index(self) -> "Index":
        from onrecord.store.indexing import Index  # loads what those who only read need not wait for

        return Index(self.connection)

    def _seals(self, blocks: Collection[str]) -> dict[str, tuple[str, str]]:
        query = select(entries.c.id, entries.c.block, entries.c.seal, entries.c.found)
        found = self._each(query, entries.c.block, blocks)
        return {row.id: _seals_of(row._mapping) for row in found}

    def _file(self, filed: Sequence[Filed]) -> None:
        self._insert(observations, [observation_row(each) for each in filed])
        self._insert(names, [row for each in filed for row in name_rows(each)])

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:
        put(self.connection, table, rows)

    def _log(self, document: str, what: str, reader: str, at: str) -> None:
        self.connection.execute(insert(log), {"at": at, "what": what, "document": document, "reader": reader})


def _seals_of(row: Mapping[Any, Any]) -> tuple[str, str]:
    return row["seal"], row["found"]


def seal(read: Iterable[Observation]) -> str:
    """A hash of all that was read in a document, in whatever order it comes, as the store gives it back."""
    return digest(*(_canonical(seen) for seen in sorted(read, key=lambda seen: seen.id)))


def _canonical(seen: Observation) -> str:
    """Its JSON, with a whole number written alike whether it came as 8 or 8.0."""
    return msgspec.json.encode(msgspec.json.decode(msgspec.json.encode(seen), type=Observation)).decode()


def document_row(document: Document, reader: str, sealed: str) -> dict[str, Any]:
    """A document's row as it comes in, before it is dated."""
    row = {field: getattr(document, field) for field in Document.__struct_fields__}
    frame = frame_of(document)
    kept = {
        "id": document.id,
        "sha256": document.sha256,
        "label": frame.label,
        "published": None,
        "reader": reader,
        "seal": sealed,
    }
    stated = all(part.published is not None for part in document.parts)
    return {**row, **kept, "stated": stated, "dates": frame.dates, "quotes": frame.quotes}


def trace_row(trace: Trace) -> dict[str, Any]:
    """A trace's row; the name stands with the document."""
    return {"document": trace.document, "part": trace.part, "day": trace.day, "shingles": trace.shingles}


def observation_row(filed: Filed) -> dict[str, Any]:
    """An observation's row."""
    seen = filed.noted.observation
    return {
        "id": seen.id,
        "document": seen.document,
        "part": seen.part,
        "kind": seen.kind,
        "start": seen.trigger.start,
        "end": seen.trigger.end,
        "evidence": seen.evidence,
        "finding": seen.finding,
        "quotes": filed.noted.quotes,
    }


def name_rows(filed: Filed) -> list[dict[str, Any]]:
    """A row for each actor or place that the observation names."""
    return [{"key": key, "observation": filed.noted.observation.id} for key in sorted(filed.names)]


def entry_row(made: Made) -> dict[str, Any]:
    """An entry's row: the body, and beside it what people sort and filter by."""
    entry = made.entry
    return {
        "id": entry.id,
        "kind": entry.kind,
        "block": made.block,
        "day": day_of(entry),
        "name": name_of(entry),
        "value": getattr(entry, "value", None),
        "first_reported": entry.first_reported,
        "last_reported": entry.last_reported,
        "seal": made.seal,
        "found": seal_of(made.facets),
        "body": entry,
    }


def member_rows(made: Made) -> list[dict[str, Any]]:
    """A row for each observation that went into the entry."""
    return [{"observation": observation, "entry": made.entry.id} for observation in made.members]


def join_rows(made: Made) -> list[dict[str, Any]]:
    """A row for each reason."""
    return [{"entry": made.entry.id, "one": one, "other": other, "why": why} for one, other, why in made.joins]


def cite_rows(made: Made) -> list[dict[str, Any]]:
    """A row for each cite of the entry, in their order."""
    both: Iterable[tuple[int, tuple[Cite, str]]] = enumerate(zip(made.entry.cites, made.cited, strict=True))
    return [
        {
            "entry": made.entry.id,
            "position": position,
            "document": document,
            "start": cite.start,
            "end": cite.end,
            "supports": cite.supports,
        }
        for position, (cite, document) in both
    ]
