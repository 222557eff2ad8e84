"""From any earlier version of the schema to this one.

A new record is made at the current version, from the tables. An old one is brought forward in stretches, each of which
is kept: what was stopped goes on from there. A record that is on its way has the version that it will have, so that no
earlier program takes it for one of its own, and `UNDER_WAY` beside it, with the last of what the step has done.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, func, insert, inspect, literal_column, select, table, update

from onrecord.errors import NewerRecordError, RecordError
from onrecord.store.steps import STEPS, InStretches
from onrecord.store.tables import meta, metadata

FORMAT = "onrecord"
UNDER_WAY = "under way"

Progress = Callable[[int, int], None]


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
        kept = _kept(connection)
        if kept.get("format") == FORMAT and kept.get("schema", "").isdecimal():
            return int(kept["schema"])
    raise RecordError("is a database, but not a record: expected a file made by 'onrecord add'")


def create(connection: Connection) -> None:
    """All tables of a new record."""
    metadata.create_all(connection)
    connection.execute(insert(meta), [{"name": "format", "value": FORMAT}, {"name": "schema", "value": str(current())}])


def behind(connection: Connection, found: int) -> bool:
    """Whether a record of version `found` must be brought forward. Raises NewerRecordError where it is ahead of us."""
    if found > current():
        raise NewerRecordError(
            f"was written by a later version of onrecord (schema {found}; this one knows up to {current()}): "
            "update onrecord to open it"
        )
    return found < current() or UNDER_WAY in _kept(connection)


class Forward:
    """Takes a record to the current version. `progress` is called with how much of a long step is done, and how much
    there is to do."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._step: InStretches | None = None
        self._done = self._all = 0

    def stretch(self, connection: Connection) -> bool:
        """Takes the next stretch, in the transaction at hand; whether there was any."""
        found = version(connection)
        if found is None or not behind(connection, found):
            return False
        kept = _kept(connection)
        begun = UNDER_WAY in kept
        step = STEPS[found - 2 if begun else found - 1]
        if not begun:
            connection.execute(update(meta).where(meta.c.name == "schema").values(value=str(found + 1)))
        if not isinstance(step, InStretches):
            step(connection)
        elif begun:
            self._go_on(connection, step, msgspec.json.decode(kept[UNDER_WAY]))
        else:
            step.begin(connection)
            connection.execute(insert(meta).values(name=UNDER_WAY, value="null"))
        return True

    def _go_on(self, connection: Connection, step: InStretches, after: str | int | None) -> None:
        """With what comes after that which was done last."""
        column: ColumnElement[Any] = literal_column(step.column)
        rest = select(column).distinct().select_from(table(step.table))
        if after is not None:
            rest = rest.where(column > after)
        if step is not self._step:
            number = connection.execute(select(func.count()).select_from(rest.subquery())).scalar_one()
            self._step, self._done, self._all = step, 0, number
        self._progress(self._done, self._all)
        values = connection.execute(rest.order_by(column).limit(step.most)).scalars().all()
        if values:
            step.each(connection, values)
            last = msgspec.json.encode(values[-1]).decode()
            connection.execute(update(meta).where(meta.c.name == UNDER_WAY).values(value=last))
            self._done += len(values)
        else:
            step.end(connection)
            connection.execute(delete(meta).where(meta.c.name == UNDER_WAY))


def _kept(connection: Connection) -> Mapping[str, str]:
    return {row.name: row.value for row in connection.execute(select(meta.c.name, meta.c.value))}
