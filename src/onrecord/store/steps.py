"""What takes a record from one version of the schema to the next.

`STEPS[n]` takes it from version n + 1 to n + 2, and is never changed once it was released; a test opens a file of each
version. A step that goes over all that a record holds does so in stretches, each a transaction of its own.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from struct import pack
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from onrecord.model.documents import Document, Part
from onrecord.model.frames import UNDATED, PartDate
from onrecord.model.traces import traces_of
from onrecord.store.reader import groups

AtOnce = Callable[[Connection], None]


def nothing(connection: Connection) -> None:
    """For a step that needs no more than its stretches."""


class InStretches(NamedTuple):
    """A step that begins and ends once, and in between takes the values of a column, so many at a time and in order."""

    table: str
    column: str
    most: int
    each: Callable[[Connection, Sequence[Any]], None]
    begin: AtOnce = nothing
    end: AtOnce = nothing


Step = AtOnce | InStretches


def keep_traces(connection: Connection) -> None:
    """What dating looks at is kept beside the texts, and names in cites are looked up by an index."""
    for statement in (
        "CREATE INDEX ix_documents_label ON documents (label)",
        "CREATE TABLE traces (document TEXT NOT NULL, part INTEGER NOT NULL, day TEXT, shingles BLOB NOT NULL, "
        "PRIMARY KEY (document, part), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE)",
        "CREATE INDEX ix_traces_day ON traces (day)",
    ):
        connection.exec_driver_sql(statement)
    for name, words, parts in connection.exec_driver_sql("SELECT name, text, parts FROM documents"):
        document = Document(name=name, text=words, parts=msgspec.json.decode(parts, type=tuple[Part, ...]))
        for trace in traces_of(document):
            row = (trace.document, trace.part, trace.day, trace.shingles)
            connection.exec_driver_sql("INSERT INTO traces VALUES (?, ?, ?, ?)", row)


def keep_reasons(connection: Connection) -> None:
    """Why observations were joined is kept; the entries themselves are made anew when their reports are read again."""
    for statement in (
        "ALTER TABLE entries ADD COLUMN seal TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE joins (entry TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, why TEXT NOT NULL, "
        "PRIMARY KEY (entry, one, other), FOREIGN KEY (entry) REFERENCES entries (id) ON DELETE CASCADE)",
    ):
        connection.exec_driver_sql(statement)


def keep_marks(connection: Connection) -> None:
    """Keys of the reports' sentences are kept, by which copies are found once the reports are read again."""
    for statement in (
        "CREATE TABLE marks (key BIGINT NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL, "
        '"end" INTEGER NOT NULL, '
        "PRIMARY KEY (key, document, start), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE) "
        "WITHOUT ROWID",
        "CREATE INDEX ix_marks_document ON marks (document)",
    ):
        connection.exec_driver_sql(statement)


def keep_rulings(connection: Connection) -> None:
    """What people rule is kept, with the observations that it names."""
    for statement in (
        "CREATE TABLE rulings (id TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, "
        "kind TEXT NOT NULL, field TEXT, value TEXT NOT NULL, note TEXT NOT NULL, state TEXT NOT NULL, "
        "withdrawn TEXT, withdrawn_by TEXT, PRIMARY KEY (id))",
        "CREATE INDEX ix_rulings_at ON rulings (at)",
        "CREATE TABLE anchors (ruling TEXT NOT NULL, position INTEGER NOT NULL, apart BOOLEAN NOT NULL, "
        'document TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, '
        'quote TEXT NOT NULL, at INTEGER NOT NULL, observation TEXT NOT NULL, beside TEXT NOT NULL, "key" TEXT, '
        "attached TEXT, PRIMARY KEY (ruling, position), "
        "FOREIGN KEY (ruling) REFERENCES rulings (id) ON DELETE CASCADE, "
        "FOREIGN KEY (attached) REFERENCES observations (id) ON DELETE SET NULL)",
        "CREATE INDEX ix_anchors_document ON anchors (document)",
        "CREATE INDEX ix_anchors_attached ON anchors (attached)",
        'CREATE TABLE redirects ("key" TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY ("key"))',
        "CREATE INDEX ix_redirects_target ON redirects (target)",
    ):
        connection.exec_driver_sql(statement)


def keep_facets(connection: Connection) -> None:
    """Under what entries are found, by what they are sorted and searched, is kept, made from what the record holds."""
    for statement in (
        "ALTER TABLE entries ADD COLUMN number INTEGER",
        "ALTER TABLE entries ADD COLUMN facets BLOB",
        "ALTER TABLE entries ADD COLUMN found TEXT NOT NULL DEFAULT ''",
        "CREATE UNIQUE INDEX entries_by_number ON entries (number)",
        "CREATE INDEX entries_by_name ON entries (kind, name COLLATE NOCASE, id, number)",
        'CREATE TABLE facets (number INTEGER NOT NULL, "key" TEXT NOT NULL, prefix TEXT NOT NULL, name TEXT NOT NULL, '
        'forms TEXT NOT NULL, entries INTEGER NOT NULL, PRIMARY KEY (number), UNIQUE ("key"))',
        'CREATE INDEX facets_in_order ON facets (prefix, entries, "key")',
        "CREATE INDEX facets_unused ON facets (entries) WHERE entries = 0",
        "CREATE TABLE postings (facet INTEGER NOT NULL, chunk INTEGER NOT NULL, numbers BLOB NOT NULL, "
        "PRIMARY KEY (facet, chunk)) WITHOUT ROWID",
        "CREATE TABLE arrays (name TEXT NOT NULL, chunk INTEGER NOT NULL, numbers BLOB NOT NULL, "
        "PRIMARY KEY (name, chunk))",
        "CREATE VIRTUAL TABLE words USING fts5(text, columnsize=0)",
    ):
        connection.exec_driver_sql(statement)


def index_again(connection: Connection, blocks: Sequence[str]) -> None:
    """The entries of these blocks are put into the index."""
    from onrecord.store.indexing import index_blocks

    index_blocks(connection, blocks)


def keep_jobs(connection: Connection) -> None:
    """What is being added from pages is kept, with how far it has come."""
    for statement in (
        "CREATE TABLE jobs (id TEXT NOT NULL, at TEXT NOT NULL, sources TEXT NOT NULL, state TEXT NOT NULL, "
        "read INTEGER NOT NULL, already_there INTEGER NOT NULL, other_language INTEGER NOT NULL, "
        "failures TEXT NOT NULL, trouble TEXT, PRIMARY KEY (id))",
        "CREATE INDEX ix_jobs_at ON jobs (at)",
    ):
        connection.exec_driver_sql(statement)


def keep_days_of_marks(connection: Connection) -> None:
    """The keys of sentences are kept in the order of days, so that the first sentences of a crowd are found at once."""
    for statement in (
        "ALTER TABLE marks RENAME TO marks_without_days",
        "CREATE TABLE marks (key BIGINT NOT NULL, day TEXT NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL, "
        '"end" INTEGER NOT NULL, '
        "PRIMARY KEY (key, day, document, start), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE) "
        "WITHOUT ROWID",
        'CREATE TABLE parts (document TEXT, start INTEGER, "end" INTEGER, day TEXT, PRIMARY KEY (document, start))',
    ):
        connection.exec_driver_sql(statement)
    for id_, parts, dates in connection.exec_driver_sql("SELECT id, parts, dates FROM documents").all():
        starts = [part.span.start for part in msgspec.json.decode(parts, type=tuple[Part, ...])]
        days = [each.published or UNDATED for each in msgspec.json.decode(dates, type=tuple[PartDate, ...])]
        for row in zip([0, *starts[1:]], [*starts[1:], sys.maxsize], days, strict=True):
            connection.exec_driver_sql("INSERT INTO parts VALUES (?, ?, ?, ?)", (id_, *row))


def date_marks(connection: Connection, keys: Sequence[int]) -> None:
    """The sentences that have these keys, which follow one another, get their days."""
    connection.exec_driver_sql(
        'INSERT INTO marks SELECT key, day, marks.document, marks.start, marks."end" '
        "FROM marks_without_days AS marks JOIN parts ON parts.document = marks.document "
        'AND marks.start >= parts.start AND marks.start < parts."end" WHERE key BETWEEN ? AND ? ORDER BY 1, 2, 3, 4',
        (keys[0], keys[-1]),
    )


def drop_marks_without_days(connection: Connection) -> None:
    """All have days."""
    for statement in (
        "DROP TABLE parts",
        "DROP TABLE marks_without_days",
        "CREATE INDEX ix_marks_document ON marks (document)",
    ):
        connection.exec_driver_sql(statement)


def seal_again(connection: Connection, documents: Sequence[str]) -> None:
    """Denials say what they answer: what was read in each report is hashed with that, which none said before."""
    from onrecord.store.reader import Reader
    from onrecord.store.writer import seal

    reader = Reader(connection)
    for id_ in documents:
        sealed = seal(noted.observation for noted in reader.noted_in([id_]))
        connection.exec_driver_sql("UPDATE documents SET seal = ? WHERE id = ?", (sealed, id_))


def keep_marks_packed(connection: Connection) -> None:
    """All sentences that have a key stand in one row, and all keys of a report in one."""
    connection.exec_driver_sql("ALTER TABLE marks RENAME TO marks_in_rows")
    connection.exec_driver_sql(
        "CREATE TABLE marks (document TEXT NOT NULL, held BLOB NOT NULL, "
        "PRIMARY KEY (document), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE)"
    )
    connection.exec_driver_sql(
        'CREATE TABLE carriers ("key" INTEGER NOT NULL, held BLOB NOT NULL, PRIMARY KEY ("key"))'
    )


def pack_carriers(connection: Connection, keys: Sequence[int]) -> None:
    """The sentences that have these keys, which follow one another."""
    rows = connection.exec_driver_sql(
        'SELECT key, day, document, start, "end" FROM marks_in_rows WHERE key BETWEEN ? AND ? '
        "ORDER BY key, day, document, start",
        (keys[0], keys[-1]),
    )
    sentences = ((key, b"".join(_place(*place) for _, *place in each)) for key, each in groupby(rows, itemgetter(0)))
    for group in groups(sentences):
        connection.exec_driver_sql("INSERT INTO carriers VALUES (?, ?)", group)


def pack_marks(connection: Connection) -> None:
    """The keys of each report."""
    by_document = "SELECT DISTINCT document, key FROM marks_in_rows ORDER BY document, key"
    keys = (
        (document, b"".join(pack("<Q", key) for _, key in rows))
        for document, rows in groupby(connection.exec_driver_sql(by_document), key=itemgetter(0))
    )
    for group in groups(keys):
        connection.exec_driver_sql("INSERT INTO marks VALUES (?, ?)", group)
    connection.exec_driver_sql("DROP TABLE marks_in_rows")


def _place(day: str, document: str, start: int, end: int) -> bytes:
    """Where a sentence stands; its day as 20200215, 20200200 for a month, 20200000 for a year."""
    return pack("<IQII", int(day.replace("-", "").ljust(8, "0")), int(document, 16), start, end)


STEPS: list[Step] = [
    keep_traces,
    keep_reasons,
    keep_marks,
    keep_rulings,
    InStretches("entries", "block", 500, index_again, begin=keep_facets),
    keep_jobs,
    InStretches("marks_without_days", "key", 100_000, date_marks, keep_days_of_marks, drop_marks_without_days),
    InStretches("documents", "id", 100, seal_again),
    InStretches("marks_in_rows", "key", 100_000, pack_carriers, keep_marks_packed, pack_marks),
]
