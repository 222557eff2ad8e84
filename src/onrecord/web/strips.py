"""Entries by day as rows of bars: one row a kind, each to its own scale, so that a rare kind is seen beside a frequent
one. Places are per cent of the drawing's width, heights per cent of a row."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from onrecord.model.iso import in_words
from onrecord.store.browsing import Bar, Strip
from onrecord.web.codes import KINDS

GAP = 0.12  # of a bar's width
WIDEST = 6.0  # per cent
TICKS = 5
ROW = 34  # pixels from one row to the next
TALL = 24  # pixels of the highest bar
LEAST = 2.0


class Column(NamedTuple):
    """A bar: where, how wide (per cent), from which pixel, how tall, for which days, how many."""

    x: float
    width: float
    y: float
    height: float
    since: str
    until: str
    number: int
    says: str


class Row(NamedTuple):
    """The bars of a kind, the pixel on which they stand, and the number of the tallest."""

    kind: str
    heading: str
    base: float
    columns: tuple[Column, ...]
    most: int
    number: int


class Drawn(Struct, frozen=True, kw_only=True):
    """Rows of bars by `unit` of time, with days marked below them. `outside`: how many lie before and after."""

    unit: str
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str, str], ...]
    height: int
    earlier: int
    later: int
    since: str
    until: str

    @property
    def table(self) -> list[tuple[str, list[int]]]:
        """For each period that has any, how many of each row."""
        periods = sorted({(column.since, column.until) for row in self.rows for column in row.columns})
        counted = {(row.kind, column.since): column.number for row in self.rows for column in row.columns}
        return [
            (first if first == last else f"{first}/{last}", [counted.get((row.kind, first), 0) for row in self.rows])
            for first, last in periods
        ]


def drawn(strip: Strip, most: int = 8) -> Drawn | None:
    """The strip as rows, the kinds with most entries first; None where nothing has a day."""
    if not strip.bars:
        return None
    first = dt.date.fromisoformat(min(bar.since for bar in strip.bars))
    last = dt.date.fromisoformat(max(bar.until for bar in strip.bars))
    kinds: dict[str, list[Bar]] = defaultdict(list)
    for bar in strip.bars:
        kinds[bar.kind].append(bar)
    ranked = sorted(kinds, key=lambda kind: (-sum(bar.number for bar in kinds[kind]), kind))[:most]
    span = (last - first).days + 1
    return Drawn(
        unit=strip.unit,
        rows=tuple(_row(kind, kinds[kind], (at + 1) * ROW, first, span) for at, kind in enumerate(ranked)),
        ticks=_ticks(first, span),
        height=len(ranked) * ROW + 20,
        earlier=sum(strip.earlier.values()),
        later=sum(strip.later.values()),
        since=first.isoformat(),
        until=last.isoformat(),
    )


def _row(kind: str, bars: Iterable[Bar], base: float, first: dt.date, span: int) -> Row:
    bars = list(bars)
    most = max(bar.number for bar in bars)
    heading = KINDS.get(kind, kind.capitalize())
    columns = []
    for bar in bars:
        since, until = dt.date.fromisoformat(bar.since), dt.date.fromisoformat(bar.until)
        room = 100 * ((until - since).days + 1) / span
        width = min(room * (1 - GAP), WIDEST)
        height = max(LEAST, round(TALL * bar.number / most, 1))
        when = in_words(bar.since if bar.since == bar.until else f"{bar.since}/{bar.until}")
        columns.append(
            Column(
                x=round(100 * (since - first).days / span + (room - width) / 2, 3),
                width=round(width, 3),
                y=base - height,
                height=height,
                since=bar.since,
                until=bar.until,
                number=bar.number,
                says=f"{when}: {bar.number:,} · {heading.lower()}",
            )
        )
    return Row(kind, heading, base, tuple(columns), most, sum(bar.number for bar in bars))


def _ticks(first: dt.date, span: int) -> tuple[tuple[float, str, str], ...]:
    """Few days at even distances: where, in words, how the words are anchored."""
    number = min(TICKS, span)
    found = []
    for at in range(number):
        days_on = round(at * (span - 1) / max(1, number - 1))
        words = in_words((first + dt.timedelta(days=days_on)).isoformat())
        anchor = "middle" if span <= TICKS else "start" if at == 0 else "end" if at == number - 1 else "middle"
        x = round(100 * (days_on + {"start": 0, "middle": 0.5, "end": 1}[anchor]) / span, 2)
        found.append((x, words if at in (0, number - 1) else words.rsplit(" ", 1)[0], anchor))
    return tuple(found)
