"""The tables of a record. Plain columns where people sort and filter, typed JSON where a value has an inner shape.

documents     a report: its exact text, what intake understood of it, its name in cites and its dates
observations  what one passage says; `block` names the group that it is reconciled in
names         which actors and places an observation names, by key
entries       the record's lines, made from observations; `body` is the whole entry
members       which entry an observation went into
joins         why two observations went into one entry
cites         which words of which report an entry cites
traces        what dating looks at in a report, so that it need not open the text
marks         the keys of a report's sentences, by which others that carry them are found
carriers      which sentences have a key
facets        under what entries are found: whom and where they name, of what type they are
postings      which entries are found under a facet
arrays        what entries are sorted by
words         what entries are searched by
log           what was added when
jobs          reports handed in through a page, and how far their reading is
meta          the schema's version
"""

from typing import Any

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    collate,
    text,
)

from onrecord.model.documents import Cut, Part
from onrecord.model.entries import AnyEntry
from onrecord.model.findings import Finding
from onrecord.model.frames import PartDate, Quote
from onrecord.model.jobs import Failure
from onrecord.model.spans import Span


class Json(TypeDecorator[Any]):
    """A typed value kept as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._decoder = msgspec.json.Decoder(shape)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002
        return msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return self._decoder.decode(value)


def _document(**options: Any) -> Column[str]:
    return Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, **options)


def _observation(**options: Any) -> Column[str]:
    return Column("observation", Text, ForeignKey("observations.id", ondelete="CASCADE"), nullable=False, **options)


def _entry(**options: Any) -> Column[str]:
    return Column("entry", Text, ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, **options)


metadata = MetaData()

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("label", Text, nullable=False, index=True),
    Column("published", Text, index=True),
    Column("stated", Boolean, nullable=False, index=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("url", Text),
    Column("retrieved", Text),
    Column("reader", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Column("quality", Json(tuple[str, ...]), nullable=False),
    Column("parts", Json(tuple[Part, ...]), nullable=False),
    Column("cuts", Json(tuple[Cut, ...]), nullable=False),
    Column("dates", Json(tuple[PartDate, ...]), nullable=False),
    Column("quotes", Json(tuple[Quote, ...]), nullable=False),
    Column("text", Text, nullable=False),
)

observations = Table(
    "observations",
    metadata,
    Column("id", Text, primary_key=True),
    _document(index=True),
    Column("part", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("block", Text, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("evidence", Json(tuple[Span, ...]), nullable=False),
    Column("finding", Json(Finding), nullable=False),
    Column("quotes", Json(tuple[Quote, ...]), nullable=False),
)

names = Table("names", metadata, Column("key", Text, primary_key=True), _observation(primary_key=True, index=True))

entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("block", Text, nullable=False, index=True),
    Column("day", Text),
    Column("name", Text),
    Column("value", Float),
    Column("first_reported", Text),
    Column("last_reported", Text),
    Column("seal", Text, nullable=False, server_default=""),
    Column("body", Json(AnyEntry), nullable=False),
    Column("number", Integer),
    Column("facets", LargeBinary),
    Column("found", Text, nullable=False, server_default=""),
    Index("entries_in_order", "kind", "day", "id"),
    Index("entries_by_number", "number", unique=True),
)
Index("entries_by_name", entries.c.kind, collate(entries.c.name, "NOCASE"), entries.c.id, entries.c.number)

members = Table("members", metadata, _observation(primary_key=True), _entry(index=True))

joins = Table(
    "joins",
    metadata,
    _entry(primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("why", Text, nullable=False),
)

cites = Table(
    "cites",
    metadata,
    _entry(primary_key=True),
    Column("position", Integer, primary_key=True),
    _document(index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("supports", Json(tuple[str, ...]), nullable=False),
)

traces = Table(
    "traces",
    metadata,
    _document(primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("day", Text, index=True),
    Column("shingles", LargeBinary, nullable=False),
)

marks = Table("marks", metadata, _document(primary_key=True), Column("held", LargeBinary, nullable=False))

carriers = Table(
    "carriers",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("held", LargeBinary, nullable=False),
)

facets = Table(
    "facets",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("prefix", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("forms", Text, nullable=False),
    Column("entries", Integer, nullable=False),
    Index("facets_in_order", "prefix", "entries", "key"),
    Index("facets_unused", "entries", sqlite_where=text("entries = 0")),
)

postings = Table(
    "postings",
    metadata,
    Column("facet", Integer, primary_key=True, autoincrement=False),
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("numbers", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

arrays = Table(
    "arrays",
    metadata,
    Column("name", Text, primary_key=True),
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("numbers", LargeBinary, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    _document(index=True),
    Column("reader", Text, nullable=False),
)

rulings = Table(
    "rulings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("field", Text),
    Column("value", Json(Any), nullable=False),
    Column("note", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
)

anchors = Table(
    "anchors",
    metadata,
    Column("ruling", Text, ForeignKey("rulings.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("apart", Boolean, nullable=False),
    Column("document", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("observation", Text, nullable=False),
    Column("beside", Json(tuple[str, ...]), nullable=False),
    Column("key", Text),
    Column("attached", Text, ForeignKey("observations.id", ondelete="SET NULL"), index=True),
)

redirects = Table(
    "redirects",
    metadata,
    Column("key", Text, primary_key=True),
    Column("target", Text, nullable=False, index=True),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("sources", Json(tuple[str, ...]), nullable=False),
    Column("state", Text, nullable=False),
    Column("read", Integer, nullable=False),
    Column("already_there", Integer, nullable=False),
    Column("other_language", Integer, nullable=False),
    Column("failures", Json(tuple[Failure, ...]), nullable=False),
    Column("trouble", Text),
)
