"""Tables of the report: entries as rows whose every cell stands on the words that the entry cites."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from onrecord.model.entries import Entry
from onrecord.publishing.sitrep.claims import Claim, Fixed, Piece
from onrecord.publishing.sitrep.lines import Line, together
from onrecord.publishing.sitrep.maker import Maker
from onrecord.publishing.sitrep.report import Row

E = TypeVar("E", bound=Entry)
Cells = Sequence[Sequence[Claim]]
Shown = tuple[tuple[Piece, ...], ...]


def rows(entries: Iterable[E], cells: Callable[[E], Cells], maker: Maker, *, grouped: bool = False) -> tuple[Row, ...]:
    """A row for each entry that its words carry; rows that read the same are one, which cites what each cites.

    Where they are `grouped` by their first cell, it is shown once.
    """
    alike: dict[Shown, list[tuple[Line | None, ...]]] = {}
    for entry in entries:
        if (made := _row(entry, cells(entry), maker)) is not None:
            alike.setdefault(tuple(cell.pieces() if cell else () for cell in made), []).append(made)
    table: list[Row] = []
    for shown, same in alike.items():
        joined = tuple(together([cell for cell in column if cell]) for column in zip(*same, strict=True))
        again = grouped and bool(table) and shown[0] == _pieces(table[-1].cells[0])
        table.append(Row(joined, again))
    return tuple(table)


def filled(columns: tuple[str, ...], table: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The columns in which some row has a cell, and the rows with these alone."""
    kept = [at for at in range(len(columns)) if any(row.cells[at] for row in table)]
    cut = tuple(Row(tuple(row.cells[at] for at in kept), row.again) for row in table)
    return tuple(columns[at] for at in kept), cut


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
