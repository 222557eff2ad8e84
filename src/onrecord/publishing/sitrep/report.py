"""What a situation report is made of, before it is written as a page or as Markdown."""

import datetime as dt

from msgspec import Struct

from onrecord.publishing.sitrep.claims import Passage
from onrecord.publishing.sitrep.lines import Line

NOTE = (
    "It shows what reports say, not what is true. A line that stands in several reports says in how many, and in how "
    "many tellings once copies count as one."
)

EVENTS = "onrecord show RECORD events --since DAY --until DAY"
STATEMENTS = "onrecord show RECORD statements --since DAY --until DAY"
BY_SPEAKER = "onrecord show RECORD statements --per NAME"


class Value(Struct, frozen=True):
    """A key figure from one source: `number` and what it counts, and `by`, who says so and as of when.

    `earlier` are numbers that the same source gave for the same series, newest first, each with its day.
    """

    number: Line
    by: Line
    earlier: tuple[Line, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        return self.number, self.by, *self.earlier


class Card(Struct, frozen=True):
    """Values of one thing counted, each source's latest, the newest first; never added up. `more` are left out."""

    measure: str
    values: tuple[Value, ...]
    more: int = 0


class Point(Struct, frozen=True):
    """A value in a chart, as it was said (`shown`), by `voice`.

    `series` joins the values of one voice that are one series.
    """

    day: dt.date
    value: float
    shown: str
    voice: str
    series: str | None = None


class Chart(Struct, frozen=True, kw_only=True):
    """Comparable dated values. `form`: "over time" or "one row each"; `table` has a line for each point, in order."""

    title: str
    unit: str
    form: str
    points: tuple[Point, ...]
    table: tuple[Value, ...]


class Group(Struct, frozen=True):
    """Lines under one heading: a day, a speaker. `more` says how many are left out."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0


class Row(Struct, frozen=True):
    """A row of a table, None for an empty cell; `again`: its first cell says what that of the row above says."""

    cells: tuple[Line | None, ...]
    again: bool = False


class Block(Struct, frozen=True):
    """A line and beneath it, side by side, what each side says of it; `more` sides are left out.

    Where it is told point by point, `points` has a row for each, with a cell for each of the sides named in `columns`.
    """

    head: Line
    sides: tuple[Group, ...] = ()
    more: int = 0
    columns: tuple[str, ...] = ()
    points: tuple[Row, ...] = ()


class Section(Struct, frozen=True, kw_only=True):
    """Entries of one kind, as the rows of a table under `columns` or as blocks.

    `more` of them, in the `words` for one and for many, are left out; `rest` is the command that prints them.
    """

    heading: str
    note: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    blocks: tuple[Block, ...] = ()
    more: int = 0
    words: tuple[str, str]
    rest: str

    def lines(self) -> tuple[Line, ...]:
        """Every line of it, in the order in which it is read."""
        cells = [cell for row in self.rows for cell in row.cells if cell]
        for block in self.blocks:
            cells += [block.head, *(line for side in block.sides for line in side.lines)]
            cells += [cell for row in block.points for cell in row.cells if cell]
        return tuple(cells)


class Source(Struct, frozen=True, kw_only=True):
    """A report that the record was made from; `unstated` says how its day is known that it does not state, and `why`;
    `remarks` are those of its reading."""

    doc: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    unstated: str = ""
    why: str = ""
    remarks: tuple[str, ...] = ()


class Cited(Struct, frozen=True):
    """A numbered passage with its marked words, and the words around it in its report."""

    number: int
    passage: Passage
    marks: tuple[tuple[int, int], ...]
    before: str
    after: str
    published: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """A situation report, whole. `refused`: the lines that their cited words did not carry, each with the reason."""

    title: str
    period: str
    made_from: str
    highlights: tuple[Line, ...]
    key_figures: tuple[Card, ...]
    more_figures: int
    charts: tuple[Chart, ...]
    differing: Section | None = None
    happened: tuple[Group, ...]
    more_days: int = 0
    sections: tuple[Section, ...] = ()
    reported: tuple[Group, ...] = ()
    more_reported: int = 0
    said: tuple[Group, ...]
    more_said: int = 0
    undated: tuple[Group, ...]
    sources: tuple[Source, ...]
    more_sources: int
    cited: tuple[Cited, ...]
    refused: tuple[str, ...] = ()
    more_refused: int = 0

    def lines(self) -> list[Line]:
        """Every line of it, in the order in which it is read."""
        values = [value for card in self.key_figures for value in card.values]
        values += [value for chart in self.charts for value in chart.table]
        lines = [*self.highlights, *(line for value in values for line in value.lines())]
        lines += self.differing.lines() if self.differing else ()
        lines += [line for group in self.happened for line in group.lines]
        lines += [line for section in self.sections for line in section.lines()]
        return lines + [line for group in (*self.reported, *self.said, *self.undated) for line in group.lines]


def place(passage: Passage) -> tuple[str, int, int]:
    """Where a passage stands, which is what numbers it."""
    return passage.doc, passage.start, passage.end
