"""Reading a record that may be damaged: what does not decode is told, row by row, and raw rows can be compared."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table, Text, select, type_coerce

from onrecord.store import dialect
from onrecord.store.reader import groups
from onrecord.store.tables import (
    Json,
    cites,
    documents,
    entries,
    joins,
    members,
    metadata,
    names,
    observations,
    traces,
)

SHOWN = 80


class Damage(NamedTuple):
    """A column of a row that does not hold what it should."""

    row: str
    column: str
    stands: str
    expected: str


def undecodable(connection: Connection) -> Iterator[Damage]:
    """JSON columns whose text does not have the shape it should."""
    for table in metadata.sorted_tables:
        shapes = {column: column.type for column in table.c if isinstance(column.type, Json)}
        if not shapes:
            continue
        key = next(iter(table.primary_key)) if "id" not in table.c else table.c.id
        raw = [type_coerce(column, Text).label(column.name) for column in shapes]
        for row in connection.execute(select(key.label("key_of_row"), *raw)):
            for column, shape in shapes.items():
                stands = row._mapping[column.name]
                try:
                    shape.process_result_value(stands, connection.dialect)
                except (msgspec.MsgspecError, TypeError) as error:
                    address = f"{table.name} {row.key_of_row}"
                    yield Damage(address, column.name, str(stands)[:SHOWN], f"a value of the record's format ({error})")


def dangling(connection: Connection) -> Iterator[Damage]:
    """Rows that point to a row that is not there."""
    for table, number, target in dialect.dangling(connection):
        yield Damage(f"{table} row {number}", target, "points nowhere", f"a row of {target}")


class Rows(NamedTuple):
    """Stored entries of some blocks as plain rows, with their members, cites and joins, by entry id."""

    entries: dict[str, dict[str, Any]]
    members: dict[str, list[dict[str, Any]]]
    cites: dict[str, list[dict[str, Any]]]
    joins: dict[str, list[dict[str, Any]]]


def rows_of(connection: Connection, blocks: Collection[str]) -> Rows:
    """The rows that stand for the blocks' entries."""
    kept = {row["id"]: row for row in _rows(connection, entries, "block", blocks)}
    return Rows(
        kept,
        _by_entry(_rows(connection, members, "entry", kept)),
        _by_entry(_rows(connection, cites, "entry", kept)),
        _by_entry(_rows(connection, joins, "entry", kept)),
    )


def blocks_of_entries(connection: Connection) -> set[str]:
    """The keys of the blocks that have an entry."""
    return {row.block for row in connection.execute(select(entries.c.block).distinct())}


def document_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every document with all its columns."""
    for row in connection.execute(select(documents).order_by(documents.c.number)):
        yield dict(row._mapping)


def trace_rows(connection: Connection, document: str) -> list[dict[str, Any]]:
    """The rows of a document's traces, part by part."""
    return sorted(_rows(connection, traces, "document", [document]), key=lambda row: int(row["part"]))


def observation_rows(connection: Connection, document: str) -> tuple[list[dict[str, Any]], dict[str, set[str]]]:
    """The rows of a document's observations, and the keys that each names."""
    rows = list(_rows(connection, observations, "document", [document]))
    keys: dict[str, set[str]] = defaultdict(set)
    for row in _rows(connection, names, "observation", [row["id"] for row in rows]):
        keys[row["observation"]].add(row["key"])
    return rows, keys


def _rows(connection: Connection, table: Table, column: str, values: Collection[str]) -> Iterator[dict[str, Any]]:
    for group in groups(sorted(values)):
        for row in connection.execute(select(table).where(table.c[column].in_(group))):
            yield dict(row._mapping)


def _by_entry(rows: Iterator[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["entry"]].append(row)
    return found
