"""Tables of the report: entries as rows whose every cell stands on the words that the entry cites."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from onrecord.model.entries import Entry
from onrecord.publishing.sitrep.claims import Claim, Fixed, Piece
from onrecord.publishing.sitrep.lines import Line, together
from onrecord.publishing.sitrep.maker import Maker
from onrecord.publishing.sitrep.report import Row, Section

E = TypeVar("E", bound=Entry)
Cells = Sequence[Sequence[Claim]]
TRIES = 3  # entries looked at for each row
Shown = tuple[tuple[Piece, ...], ...]


class Table(NamedTuple):
    """What a section's table is: its heading and note, its columns, and how to speak of the entries it leaves out."""

    heading: str
    note: str
    columns: tuple[str, ...]
    words: tuple[str, str]
    rest: str
    most: int
    grouped: bool = False


def section(table: Table, entries: Sequence[E], cells: Callable[[E], Cells], maker: Maker) -> Section | None:
    """The table of the entries in their order, at most so many rows; None where no entry's words carry it.

    Rows that read the same are one, which cites what each cites. Columns that are empty throughout are left out. Where
    the rows are `grouped` by their first cell, it is shown once.
    """
    tried = entries[: TRIES * table.most]
    made = _rows(tried, cells, maker, grouped=table.grouped)
    if not made:
        return None
    kept = [at for at in range(len(table.columns)) if any(row.cells[at] for row in made[: table.most])]
    return Section(
        heading=table.heading,
        note=table.note,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(Row(tuple(row.cells[at] for at in kept), row.again) for row in made[: table.most]),
        more=len(entries) - len(tried) + max(0, len(made) - table.most),
        words=table.words,
        rest=table.rest,
    )


def _rows(entries: Iterable[E], cells: Callable[[E], Cells], maker: Maker, *, grouped: bool) -> list[Row]:
    """A row for each entry that its words carry, those that read the same as one."""
    alike: dict[Shown, list[tuple[Line | None, ...]]] = {}
    for entry in entries:
        if (made := _row(entry, cells(entry), maker)) is not None:
            alike.setdefault(tuple(cell.pieces() if cell else () for cell in made), []).append(made)
    table: list[Row] = []
    for shown, same in alike.items():
        joined = tuple(together([cell for cell in column if cell]) for column in zip(*same, strict=True))
        again = grouped and bool(table) and shown[0] == _pieces(table[-1].cells[0])
        table.append(Row(joined, again))
    return table


def sides(names: Sequence[str], ids: Sequence[str], maker: Maker, before: str = "") -> list[Claim]:
    """Names joined by "and", after a word of ours; nothing where there are none."""
    return [*([Fixed(before)] if before else []), *maker.names(names, ids)] if names else []


def _row(entry: Entry, cells: Cells, maker: Maker) -> tuple[Line | None, ...] | None:
    """The cells of the entry; None where one of them is refused."""
    made = [maker.line(entry, claims) if claims else None for claims in cells]
    refused = any(claims and line is None for claims, line in zip(cells, made, strict=True))
    return None if refused else tuple(made)


def _pieces(cell: Line | None) -> tuple[Piece, ...]:
    return cell.pieces() if cell else ()
