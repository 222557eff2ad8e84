"""Corrupt any number, name, date or place of a record, in any column or JSON field, and check finds it."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from onrecord import checking
from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.store import Reader, Store

TABLES = ("documents", "observations", "names", "entries", "members", "cites", "traces")
BESIDE = {  # what is no part of what the record says
    "documents": {"number", "encoding", "reader", "cuts"},
}


class Place(NamedTuple):
    """A value in the store: a column, and the way to it inside its JSON."""

    table: str
    row: int
    column: str
    path: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return "-".join(map(str, [self.table, self.row, self.column, *self.path]))


def changed(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, bool):
        return not value
    if value in (0, 1):
        return 1 - value
    if isinstance(value, (int, float)):
        return value + 1
    return f"{value[:-1]}{chr(ord(value[-1]) ^ 1)}" if value else "x"


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, kept in value.items():
            yield from leaves(kept, (*path, key))
    elif isinstance(value, list):
        for number, kept in enumerate(value):
            yield from leaves(kept, (*path, number))
    elif value is not None:
        yield path


def is_json(value: Any) -> bool:
    return isinstance(value, str) and value[:1] in "[{" and value[-1:] in "]}"


def places(path: Path) -> Iterator[Place]:
    """Every value of the record that says something."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    for table in TABLES:
        for row in connection.execute(f"SELECT rowid AS rowid_, * FROM {table}"):
            for column in row.keys():  # noqa: SIM118 - a row iterates its values
                value = row[column]
                if column == "rowid_" or value is None or column in BESIDE.get(table, ()):
                    continue
                if is_json(value):
                    yield from (Place(table, row["rowid_"], column, leaf) for leaf in leaves(json.loads(value)))
                else:
                    yield Place(table, row["rowid_"], column)
    connection.close()


def corrupt(connection: Connection, place: Place) -> bool:
    """Changes the value at the place; False where the table itself forbids that."""
    query = f'SELECT "{place.column}" FROM {place.table} WHERE rowid = {place.row}'
    value = connection.exec_driver_sql(query).scalar()
    if place.path:
        whole = holder = json.loads(value)
        for step in place.path[:-1]:
            holder = holder[step]
        holder[place.path[-1]] = changed(holder[place.path[-1]])
        value = json.dumps(whole, ensure_ascii=False)
    else:
        value = changed(value)
    change = f'UPDATE {place.table} SET "{place.column}" = ? WHERE rowid = {place.row}'
    try:
        connection.exec_driver_sql(change, (value,))
    except IntegrityError:
        return False
    return True


def problems(path: Path) -> list[checking.Problem]:
    with Store(path) as store:
        return checking.check(store)


@pytest.fixture
def small(filled: Callable[..., Path], plain: SimpleNamespace) -> Path:
    """Two reports, one dated and one not, with every kind of entry."""
    return filled([plain.reports[0], plain.reports[2]])


def test_a_record_as_it_was_made_holds(filled: Callable[..., Path]) -> None:
    assert problems(filled()) == []


def missed(path: Path) -> tuple[list[str], int]:
    """The places whose corruption check does not find, and how many were tried. Foreign keys are not enforced."""
    overlooked, tried = [], 0
    with Store(path) as store, store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        for place in list(places(path)):
            with connection.begin() as transaction:
                if corrupt(connection, place):
                    tried += 1
                    if not checking.problems(Reader(connection)):
                        overlooked.append(str(place))
                transaction.rollback()
    return overlooked, tried


def test_every_corrupted_value_is_found(small: Path) -> None:
    overlooked, tried = missed(small)
    assert "\n".join(overlooked) == ""
    assert tried > 400


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_is_gone_is_found(small: Path, table: str) -> None:
    connection = sqlite3.connect(small)
    connection.execute(f"DELETE FROM {table} WHERE rowid = (SELECT min(rowid) FROM {table})")
    connection.commit()
    connection.close()
    assert problems(small)


def test_a_consistent_lie_is_found_by_the_words(small: Path) -> None:
    """A number changed alike in the observation and in the entry made of it still is not in the words."""
    connection = sqlite3.connect(small)
    for table, column in (("observations", "finding"), ("entries", "body")):
        connection.execute(f"UPDATE {table} SET {column} = replace({column}, '8.0', '9.0')")
    connection.execute("UPDATE entries SET value = 9.0 WHERE value = 8.0")
    connection.commit()
    connection.close()
    found = problems(small)
    assert ("value", "8") in [(problem.field, problem.words) for problem in found]


def test_a_problem_names_entry_field_value_and_words(small: Path) -> None:
    connection = sqlite3.connect(small)
    connection.execute("UPDATE observations SET finding = replace(finding, '\"Sarmin\"', '\"Samrin\"')")
    connection.commit()
    connection.close()
    found = problems(small)
    assert any(
        problem.field == "place" and "Samrin" in problem.stands and problem.words == "Sarmin" for problem in found
    )


def test_a_value_without_words_does_not_hold(plain: SimpleNamespace) -> None:
    said = Said(Actor(key="state:turkey", name="Turkey", type="state"), "a name", (Span(0, 6),))
    assert checking.rule_holds("actor", said, ["Turkey"])
    assert not checking.rule_holds("actor", said, [])
    assert not checking.rule_holds("actor", said, [""])


def test_an_unknown_rule_never_holds(plain: SimpleNamespace) -> None:
    assert not checking.rule_holds("actor", Said("Turkey", "intuition", (Span(0, 6),)), ["Turkey"])
