"""From any earlier version of the schema to this one.

A new record is made at the current version, from the tables. `STEPS[n]` takes a record from version n + 1 to n + 2, and
is never changed once it was released; a test opens a file of each version.
"""

import sys
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from struct import pack

import msgspec
from sqlalchemy import Connection, insert, inspect, select, update

from onrecord.errors import NewerRecordError, RecordError
from onrecord.model.documents import Document, Part
from onrecord.model.frames import UNDATED, PartDate
from onrecord.model.traces import traces_of
from onrecord.store.reader import groups
from onrecord.store.tables import meta, metadata

Step = Callable[[Connection], None]
FORMAT = "onrecord"


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
    from onrecord.store.indexing import index_all

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
    index_all(connection)


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
    connection.exec_driver_sql("ALTER TABLE marks RENAME TO marks_without_days")
    for statement in (
        "CREATE TABLE marks (key BIGINT NOT NULL, day TEXT NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL, "
        '"end" INTEGER NOT NULL, '
        "PRIMARY KEY (key, day, document, start), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE) "
        "WITHOUT ROWID",
        "DROP INDEX ix_marks_document",
        "CREATE INDEX ix_marks_document ON marks (document)",
    ):
        connection.exec_driver_sql(statement)
    each_part = (
        'INSERT INTO marks SELECT key, ?, document, start, "end" FROM marks_without_days '
        "WHERE document = ? AND start >= ? AND start < ?"
    )
    for id_, parts, dates in connection.exec_driver_sql("SELECT id, parts, dates FROM documents").all():
        starts = [part.span.start for part in msgspec.json.decode(parts, type=tuple[Part, ...])]
        days = [each.published or UNDATED for each in msgspec.json.decode(dates, type=tuple[PartDate, ...])]
        for day, start, end in zip(days, [0, *starts[1:]], [*starts[1:], sys.maxsize], strict=True):
            connection.exec_driver_sql(each_part, (day, id_, start, end))
    connection.exec_driver_sql("DROP TABLE marks_without_days")


def seal_again(connection: Connection) -> None:
    """Denials say what they answer: what was read in each report is hashed with that, which none said before."""
    from onrecord.store.reader import Reader
    from onrecord.store.writer import seal

    reader = Reader(connection)
    for (id_,) in connection.exec_driver_sql("SELECT id FROM documents").all():
        sealed = seal(noted.observation for noted in reader.noted_in([id_]))
        connection.exec_driver_sql("UPDATE documents SET seal = ? WHERE id = ?", (sealed, id_))


def pack_marks(connection: Connection) -> None:
    """All sentences that have a key stand in one row, and all keys of a report in one."""
    connection.exec_driver_sql("ALTER TABLE marks RENAME TO marks_in_rows")
    connection.exec_driver_sql(
        "CREATE TABLE marks (document TEXT NOT NULL, held BLOB NOT NULL, "
        "PRIMARY KEY (document), FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE)"
    )
    connection.exec_driver_sql(
        'CREATE TABLE carriers ("key" INTEGER NOT NULL, held BLOB NOT NULL, PRIMARY KEY ("key"))'
    )
    by_key = 'SELECT key, day, document, start, "end" FROM marks_in_rows ORDER BY key, day, document, start'
    sentences = (
        (key, b"".join(_place(*place) for _, *place in rows))
        for key, rows in groupby(connection.exec_driver_sql(by_key), key=itemgetter(0))
    )
    for group in groups(sentences):
        connection.exec_driver_sql("INSERT INTO carriers VALUES (?, ?)", group)
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
    keep_facets,
    keep_jobs,
    keep_days_of_marks,
    seal_again,
    pack_marks,
]


def current() -> int:
    """The version of the schema that this program writes."""
    return 1 + len(STEPS)


def version(connection: Connection) -> int | None:
    """The schema version of the database; None where it holds no tables at all. Raises RecordError where it holds
    something else than a record."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if meta.name in tables:
        kept = {row.name: row.value for row in connection.execute(select(meta.c.name, meta.c.value))}
        if kept.get("format") == FORMAT and kept.get("schema", "").isdecimal():
            return int(kept["schema"])
    raise RecordError("is a database, but not a record: expected a file made by 'onrecord add'")


def create(connection: Connection) -> None:
    """All tables of a new record."""
    metadata.create_all(connection)
    connection.execute(insert(meta), [{"name": "format", "value": FORMAT}, {"name": "schema", "value": str(current())}])


def behind(found: int) -> bool:
    """Whether a record of version `found` must be brought forward. Raises NewerRecordError where it is ahead of us."""
    if found > current():
        raise NewerRecordError(
            f"was written by a later version of onrecord (schema {found}; this one knows up to {current()}): "
            "update onrecord to open it"
        )
    return found < current()


def migrate(connection: Connection) -> None:
    """Takes a record to the current version, step by step, in the transaction at hand."""
    found = version(connection)
    if found is None or not behind(found):
        return
    for step in STEPS[found - 1 :]:
        step(connection)
    connection.execute(update(meta).where(meta.c.name == "schema").values(value=str(current())))
