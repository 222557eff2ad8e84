"""Many rows into a table at once: how its values are written is asked once for the table, not for each of them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts the rows, values by column; all of them give the same columns."""
    if rows:
        statement, columns = _statement(table, connection.dialect, tuple(rows[0]))
        connection.exec_driver_sql(
            statement,
            [tuple(row[name] if write is None else write(row[name]) for name, write in columns) for row in rows],
        )


@lru_cache(maxsize=64)
def _statement(table: Table, dialect: Dialect, names: tuple[str, ...]) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """The statement, and the columns in its order, each with what turns a value into one that the database takes."""
    made = insert(table).compile(dialect=dialect, column_keys=names)
    types = {name: table.c[name].type.dialect_impl(dialect) for name in names}
    return str(made), tuple((name, types[name].bind_processor(dialect)) for name in made.positiontup or names)
