"""The one file that knows SQLite: opening, locking, full-text search, and what its errors mean to a person."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Insert, Row, Table, create_engine, event, insert, text
from sqlalchemy.exc import DatabaseError

from onrecord.errors import BusyRecordError, RecordError, RefusedError
from onrecord.store.tables import documents, entries

WRITES = "onrecord_writes"
PRAGMAS = ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY", "cache_size = -65536")

TROUBLE = {
    "SQLITE_BUSY": (BusyRecordError, "is being written to by another process: try again when that has ended"),
    "SQLITE_LOCKED": (BusyRecordError, "is being written to by another process: try again when that has ended"),
    "SQLITE_FULL": (RecordError, "cannot grow, the disk is full: free some space and repeat the command"),
    "SQLITE_READONLY": (RecordError, "cannot be written to: expected a file and a folder that you may write to"),
    "SQLITE_PERM": (RecordError, "cannot be opened: expected a file and a folder that you may write to"),
    "SQLITE_CANTOPEN": (RecordError, "cannot be opened: expected a file and a folder that you may read and write"),
    "SQLITE_NOTADB": (RecordError, "is not a record: expected a file made by 'onrecord add'"),
    "SQLITE_CORRUPT": (RecordError, "is damaged: expected a whole record; restore it from a copy, or make it anew"),
    "SQLITE_IOERR": (RecordError, "cannot be read or written: the disk is full, was removed or is failing"),
}

NO_WORDS = {ord(sign): " " for sign in '"\0'}  # what would end a quoted phrase of a search

SEARCH = (
    "CREATE VIRTUAL TABLE documents_fts USING fts5(name, text, content='documents', content_rowid='number')",
    "CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN "
    "INSERT INTO documents_fts (rowid, name, text) VALUES (new.number, new.name, new.text); END",
    "CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN "
    "INSERT INTO documents_fts (documents_fts, rowid, name, text) "
    "VALUES ('delete', old.number, old.name, old.text); END",
)

WORDS = "CREATE VIRTUAL TABLE words USING fts5(text, columnsize=0)"  # rowid: the number of the entry


@event.listens_for(entries, "after_create")
def _make_entries_searchable(_: Table, connection: Connection, **__: Any) -> None:
    connection.exec_driver_sql(WORDS)


@event.listens_for(documents, "after_create")
def _make_searchable(_: Table, connection: Connection, **__: Any) -> None:
    for statement in SEARCH:
        connection.exec_driver_sql(statement)


def engine(path: Path, wait: float) -> Engine:
    """Connections to the file at `path`; a writer waits at most `wait` seconds for another one."""
    made = create_engine(f"sqlite:///{path}", connect_args={"timeout": wait, "check_same_thread": False})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin says so
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def duplicate(connection: Connection, path: Path) -> None:
    """Writes the database as the connection sees it to a new file."""
    raw = connection.connection.driver_connection
    if raw is not None:
        with closing(sqlite3.connect(path)) as made:
            raw.backup(made)


def keep_a_log_ahead(connection: Connection) -> None:
    """Switches the file to write-ahead logging, so that readers and a writer do not wait for one another."""
    raw = connection.connection.driver_connection
    if raw is not None:
        raw.execute("PRAGMA journal_mode = WAL").close()


def query_of(phrases: Iterable[str]) -> str:
    """The phrases as a search for all of them, in which nothing is an operator; empty where they hold no words."""
    quoted = [" ".join(phrase.translate(NO_WORDS).encode("utf-8", "replace").decode().split()) for phrase in phrases]
    return " ".join(f'"{words}"' for words in dict.fromkeys(quoted) if any(map(str.isalnum, words)))


def matching(connection: Connection, query: str) -> Sequence[Row[Any]]:
    """Number, label and day of the documents whose text fits the query, best first."""
    statement = text(
        "SELECT number, label, published FROM documents_fts "
        "JOIN documents ON documents.number = documents_fts.rowid "
        "WHERE documents_fts MATCH :query ORDER BY documents_fts.rank, documents.id"
    )
    return connection.execute(statement, {"query": f"text : ({query})"}).all()


def marked(connection: Connection, query: str, number: int, opening: str, closing: str) -> tuple[str, str]:
    """The text of the document of that number, and the same with each find of the query between the two marks."""
    statement = text(
        "SELECT documents_fts.text, highlight(documents_fts, 1, :opening, :closing) FROM documents_fts "
        "WHERE documents_fts MATCH :query AND rowid = :number"
    )
    values = {"query": f"text : ({query})", "number": number, "opening": opening, "closing": closing}
    plain, found = connection.execute(statement, values).one()
    return plain, found


def reword(connection: Connection, gone: Iterable[int], made: Iterable[tuple[int, str]]) -> None:
    """Takes the words of entries out of what is searched, by their numbers, and puts in those of others."""
    for statement, rows in (
        ("DELETE FROM words WHERE rowid = ?", [(number,) for number in gone]),
        ("INSERT INTO words (rowid, text) VALUES (?, ?)", [(number, storable(words)) for number, words in made]),
    ):
        if rows:
            connection.exec_driver_sql(statement, rows)


def words_at(connection: Connection, number: int) -> str | None:
    """The words by which the entry of that number is searched; None where there are none."""
    found: str | None = connection.exec_driver_sql("SELECT text FROM words WHERE rowid = ?", (number,)).scalar()
    return found


def numbers_with(connection: Connection, query: str) -> list[int]:
    """The numbers of the entries whose words fit the query; of a report's entry, those of its name and text."""
    raw = connection.connection.driver_connection  # whose rows are plain: they may be many
    found: list[int] = []
    for numbers in (
        "SELECT rowid FROM words WHERE words MATCH ?",
        "SELECT -rowid FROM documents_fts WHERE documents_fts MATCH ?",
    ):
        found += [number for (number,) in raw.execute(numbers, (query,))] if raw is not None else []
    return found


def carriers(connection: Connection, keys: Sequence[int], longer_than: int) -> list[tuple[int, bytes]]:
    """The keys of sentences with what is kept under them, by key, where it is longer than so many bytes."""
    raw = connection.connection.driver_connection  # whose rows are plain: they are very many
    statement = (
        "SELECT key, held FROM carriers WHERE key IN (SELECT value FROM json_each(?)) AND length(held) > ? ORDER BY key"
    )
    return (
        raw.execute(statement, (msgspec.json.encode(keys).decode(), longer_than)).fetchall() if raw is not None else []
    )


def keep_carriers(connection: Connection, gone: Iterable[int], held: Iterable[tuple[int, bytes]]) -> None:
    """Keeps this under the keys of sentences, and nothing under those that are gone."""
    for statement, rows in (
        ("DELETE FROM carriers WHERE key = ?", [(key,) for key in gone]),
        ("INSERT OR REPLACE INTO carriers (key, held) VALUES (?, ?)", list(held)),
    ):
        if rows:
            connection.exec_driver_sql(statement, rows)


def replacing(table: Table) -> Insert:
    """Rows to be put in the place of those of the same key."""
    return insert(table).prefix_with("OR REPLACE")


def dangling(connection: Connection) -> list[tuple[str, str, str]]:
    """Rows that point to a row that is not there: their table, their row's number, and the table pointed to."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(str(table), str(number), str(target)) for table, number, target, _ in found]


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turns the database's errors into RecordErrors that name the record and what to do."""
    try:
        yield
    except DatabaseError as error:
        raise _plain(path, error.orig) from error
    except sqlite3.DatabaseError as error:
        raise _plain(path, error) from error
    except msgspec.MsgspecError as error:
        raise RecordError(f"{path} holds a value that cannot be read ({error}): run 'onrecord check {path}'") from error


def storable(words: str) -> str:
    """The words without half characters, which no file can hold."""
    return words.encode("utf-8", "replace").decode()


def _plain(path: Path, error: BaseException | None) -> RecordError:
    name = getattr(error, "sqlite_errorname", "")
    for known, (kind, words) in TROUBLE.items():
        if name.startswith(known):
            return kind(f"{path} {words}")
    return RefusedError(f"{path}: the database refused ({error}); run 'onrecord check {path}'")
