"""What a situation report is made of, before it is written as a page or as Markdown."""

import datetime as dt

from msgspec import Struct

from onrecord.publishing.sitrep.claims import Passage
from onrecord.publishing.sitrep.lines import Line


class Value(Struct, frozen=True):
    """A key figure from one source: `number` and what it counts, and `by`, who says so and as of when.

    `rival`: another source gave another number for the same thing, place and day.
    """

    number: Line
    by: Line
    rival: bool = False


class Card(Struct, frozen=True):
    """Values of one thing counted, each source's latest, the newest first; never added up. `more` are left out."""

    measure: str
    values: tuple[Value, ...]
    more: int = 0


class Point(Struct, frozen=True):
    """A value in a chart, as it was said (`shown`), by `voice`.

    `series` joins values that are one series.
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
    """Lines under one heading: a day, a speaker. `more` says how many are left out, `rest` how to see them."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0
    rest: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """A report that the record was made from; `remarks` are those of its reading."""

    doc: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    inferred: str = ""
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
    happened: tuple[Group, ...]
    more_days: int = 0
    said: tuple[Group, ...]
    more_said: int = 0
    undated: tuple[Group, ...]
    sources: tuple[Source, ...]
    more_sources: int
    cited: tuple[Cited, ...]
    refused: tuple[str, ...] = ()
    more_refused: int = 0


def place(passage: Passage) -> tuple[str, int, int]:
    """Where a passage stands, which is what numbers it."""
    return passage.doc, passage.start, passage.end
