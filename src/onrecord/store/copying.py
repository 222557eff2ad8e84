"""A record written to another file: the whole of it, or all that is kept of some reports as they were read."""

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import ColumnElement, Table, TableClause, column, insert, select, table

from onrecord.store import dialect, ruling
from onrecord.store.reader import Reader, groups
from onrecord.store.tables import documents, entries, metadata, observations, rulings
from onrecord.store.writer import Writer


def duplicate(source: Reader, path: Path) -> None:
    """Writes the record that `source` sees to a new file."""
    with dialect.told_plainly(path):
        dialect.duplicate(source.connection, path)


def copy(source: Reader, target: Writer, ids: Collection[str]) -> None:
    """Puts the documents of these ids into `target`, which holds none of them, as `source` holds them: texts, readings,
    log, and the rulings on them. Entries are not copied: they are to be made again."""
    for kept in metadata.sorted_tables:
        raw = _raw(kept)
        owner = _owner(kept, raw)
        if owner is None:
            continue
        for group in groups(sorted(ids)):
            if kept is documents or documents in _pointed_at(kept):
                found = select(raw).where(owner.in_(group))
            else:
                inside = _raw(observations)
                found = select(raw).where(owner.in_(select(inside.c.id).where(inside.c.document.in_(group))))
            rows = [dict(row._mapping) for row in source.connection.execute(found)]
            if rows:
                target.connection.execute(insert(raw), rows)
    for each in ruling.about(source, ids):
        ruling.keep(target, each)


def _raw(kept: Table) -> TableClause:
    """The table without the types of its columns, so that values pass as they are stored."""
    return table(kept.name, *(column(each.name) for each in kept.c))


def _pointed_at(kept: Table) -> dict[Table, str]:
    """The tables that rows of this one point at, with the column that does."""
    return {key.column.table: key.parent.name for key in kept.foreign_keys}


def _owner(kept: Table, raw: TableClause) -> ColumnElement[str] | None:
    """The column that says to which document or observation a row belongs; None where rows belong to entries, which are
    made again, to rulings, which are kept by themselves, or to the record as a whole."""
    if kept is documents:
        return raw.c.id
    owners = _pointed_at(kept)
    if not {entries, rulings}.isdisjoint(owners) or not owners:
        return None
    return raw.c[owners.get(documents) or owners[observations]]
