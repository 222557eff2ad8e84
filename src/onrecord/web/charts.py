"""Figures over time as a small drawing: where each value, period, line and label stands.

Places across are per cent of the drawing's width, places down are pixels: the template writes them as SVG that grows
with the page while its letters keep their size. Colours are classes of the style sheet, so that dark pages need no
drawing of their own. Values are joined by straight lines only where one voice gives them of one series.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.entries import FigureEntry
from onrecord.model.iso import days, in_words
from onrecord.model.kinds import day_of
from onrecord.web.saying import UNATTRIBUTED, amount, in_a_row

TALL, LOW = 220, 44  # pixels: a whole chart, one within a card
EDGE = 10  # pixels above the highest and below the lowest value
NARROW, WIDE = 270, 620  # pixels that a drawing is across, on a telephone and on a page, for what labels have room
LETTER, LINE, RADIUS = 6.6, 14, 5
FROM_ZERO = 0.6  # of the greatest value: with smaller ones among them the scale begins at nothing
TICKS = 5
APART = 7.0  # per cent between the words below two marks
STEPS = (1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1825)  # days from one mark below a chart to the next
POINTS = 40
VOICE = 34  # letters of a name beside a point
MILLION = 1_000_000
ARROW = 14  # pixels beyond its point
UP, DOWN = "up", "down"


class Point(Struct, frozen=True, kw_only=True):
    """A value where it stands: `x` in per cent, `y` in pixels. `since` is where its period begins, `top` and `bottom`
    how far it may lie from there, `arrow` to which side it is open. `rival`: by another voice than the first."""

    id: str
    x: float
    y: float
    since: float | None = None
    top: float | None = None
    bottom: float | None = None
    arrow: str = ""
    rival: bool = False
    shown: str
    voice: str
    day: str


class Label(Struct, frozen=True, kw_only=True):
    """Words at a point; `anchor` as in SVG. `roomy`: only where the page is wide."""

    x: float
    y: float
    dx: int
    anchor: str
    text: str
    voice: str = ""
    rival: bool = False
    roomy: bool = False


class Tick(NamedTuple):
    """A mark at a scale: in per cent across or pixels down; `roomy`: with words only where the page is wide."""

    at: float
    text: str
    roomy: bool = False


class Segment(NamedTuple):
    """A straight line from one value to the next of the same voice."""

    x1: float
    y1: float
    x2: float
    y2: float
    rival: bool


class Chart(Struct, frozen=True, kw_only=True):
    """A drawing of `height` pixels with all that stands on it; `says` is what it shows, in a sentence."""

    height: int
    points: tuple[Point, ...]
    lines: tuple[Segment, ...]
    labels: tuple[Label, ...] = ()
    across: tuple[Tick, ...] = ()
    upward: tuple[Tick, ...] = ()
    says: str
    left_out: int = 0


class _Value(NamedTuple):
    """A figure with the days it is for and the numbers it may be."""

    figure: FigureEntry
    since: dt.date
    until: dt.date
    low: float
    high: float
    at: float
    voice: str


def chart(figures: Iterable[FigureEntry], *, small: bool = False) -> Chart | None:
    """The drawing of the figures that have a day and a number; None where no two of these are on different days or of
    different size. Of more than POINTS the newest are drawn."""
    known = sorted(_values(figures), key=lambda each: (each.until, each.since, each.at, each.figure.id))
    kept = known[-POINTS:]
    if len({(each.until, each.at) for each in kept}) < 2:
        return None
    first, last = min(each.since for each in kept), max(each.until for each in kept)
    height = LOW if small else TALL
    bottom, top = _bounds(kept)
    across = _Across(first, last)
    main = Counter(each.voice for each in kept).most_common(1)[0][0]

    def down(value: float) -> float:
        return round(height - EDGE - (value - bottom) / (top - bottom or 1) * (height - 2 * EDGE), 1)

    points = tuple(_point(each, across, down, rival=each.voice != main) for each in kept)
    lines = tuple(_lines(kept, points))
    return Chart(
        height=height,
        points=points,
        lines=lines,
        labels=() if small else tuple(_labels(points, lines, height)),
        across=() if small else tuple(across.ticks()),
        upward=() if small else tuple(Tick(down(at), short(at, top)) for at in _round_values(bottom, top)),
        says=_says(kept),
        left_out=len(known) - len(kept),
    )


def short(value: float, greatest: float) -> str:
    """ "800,000", or "0.8m" where the greatest is of millions: a number as a scale has room for it."""
    if greatest >= MILLION:
        return f"{value / MILLION:g}m" if value else "0"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2g}"


def voice(figure: FigureEntry) -> str:
    """Who says it, as there is room beside a point."""
    named = in_a_row(name for name in figure.per if name != UNATTRIBUTED) or "the report itself"
    return named if len(named) <= VOICE else named[: VOICE - 1].rstrip() + "…"


def _values(figures: Iterable[FigureEntry]) -> Iterator[_Value]:
    for figure in figures:
        covered = days(figure.as_of) or days(figure.period) or days(day_of(figure) or figure.first_reported)
        bounds = [bound for bound in (figure.value, figure.low, figure.high) if bound is not None]
        if covered is None or not bounds:
            continue
        since = covered[0]
        if figure.count == "new in period" and (period := days(figure.period)):
            since = min(since, period[0])
        at = figure.value if figure.value is not None else (min(bounds) + max(bounds)) / 2
        yield _Value(figure, since, covered[1], min(bounds), max(bounds), at, " and ".join(figure.per))


def _bounds(values: Sequence[_Value]) -> tuple[float, float]:
    """The lowest and highest number of the scale."""
    low, high = min(each.low for each in values), max(each.high for each in values)
    return (0.0 if 0 <= low < high * FROM_ZERO else low - (high - low) * 0.2), high


class _Across:
    """Days as places across, in per cent."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last

    def at(self, day: dt.date) -> float:
        span = (self.last - self.first).days
        return round(100 * (day - self.first).days / span, 2) if span else 50.0

    def ticks(self) -> Iterator[Tick]:
        """Few days at even distances, the first among them; a year is named where it is not that of the one before."""
        span = (self.last - self.first).days
        step = next((step for step in STEPS if span / step <= TICKS - 1), ceil(span / (TICKS - 1)))
        year, free = None, 0.0
        for days_on in range(0, span + 1, step):
            day = self.first + dt.timedelta(days=days_on)
            words = in_words(day.isoformat())
            words = words if day.year != year else words.rsplit(" ", 1)[0]
            size = 100 * LETTER * len(words) / NARROW
            left = self.at(day) - size / 2 * (self.at(day) > 0)
            yield Tick(self.at(day), words, left < free)
            year, free = day.year, max(free, left + size + APART)


def _point(value: _Value, across: _Across, down: Callable[[float], float], *, rival: bool) -> Point:
    figure, ranged = value.figure, value.high > value.low
    opened = figure.value is not None or not ranged
    return Point(
        id=figure.id,
        x=across.at(value.until),
        y=down(value.at),
        since=across.at(value.since) if value.since < value.until else None,
        top=down(value.high) if ranged else None,
        bottom=down(value.low) if ranged else None,
        arrow=_open(figure) if opened else "",
        rival=rival,
        shown=amount(figure),
        voice=voice(figure),
        day=in_words(figure.as_of or day_of(figure) or figure.first_reported or ""),
    )


def _open(figure: FigureEntry) -> str:
    """To which side its words leave it open."""
    if figure.high is None and figure.low is not None:
        return UP
    return DOWN if figure.low is None and figure.high is not None else ""


def _lines(values: Sequence[_Value], points: Sequence[Point]) -> Iterator[Segment]:
    told: dict[tuple[str, str], list[Point]] = {}
    for value, point in zip(values, points, strict=True):
        if value.figure.series is not None:
            told.setdefault((value.figure.series, value.voice), []).append(point)
    for run in told.values():
        for one, other in pairwise(run):
            if one.x < other.x:
                yield Segment(one.x, one.y, other.x, other.y, one.rival)


def _labels(points: Sequence[Point], lines: Sequence[Segment], height: int) -> Iterator[Label]:
    """The number at each point that has room for it, the last first, and at the last of each voice whose it is: those
    that have room at any width, then those that have it where the page is wide."""
    periods = [Segment(p.since, p.y, p.x, p.y, p.rival) for p in points if p.since is not None]
    taken = {
        wide: [*(_around(p, wide) for p in points), *(box for line in (*lines, *periods) for box in _along(line, wide))]
        for wide in (NARROW, WIDE)
    }
    named: set[str] = set()
    rest = list(reversed(points))
    for widths in ((NARROW, WIDE), (WIDE,)):
        there = {wide: taken[wide] for wide in widths}
        left = []
        for point in rest:
            who = point.voice if point.voice not in named else ""
            label = _place(point, who, there, height) or _place(point, "", there, height)
            if label is None:
                left.append(point)
                continue
            for wide in widths:
                taken[wide].append(_box(label, wide))
            named.add(label.voice)
            yield replace(label, roomy=NARROW not in widths)
        rest = left


_Box = tuple[float, float, float, float]


def _place(point: Point, who: str, taken: Mapping[int, Sequence[_Box]], height: int) -> Label | None:
    """The first of a few places about the point where its label covers nothing, at each of the widths."""
    lines = 2 if who else 1
    anchor = "start" if point.x < 30 else "end" if point.x > 70 else "middle"
    beside = LINE / 3 - (lines - 1) * LINE / 2
    places = (
        (-RADIUS - 6 - (lines - 1) * LINE - (ARROW if point.arrow == UP else 0), 0, anchor),
        (RADIUS + LINE + (ARROW if point.arrow == DOWN else 0), 0, anchor),
        (beside, 10, "start"),
        (beside, -10, "end"),
    )
    for dy, dx, side in places:
        y = round(point.y + dy, 1)
        label = Label(x=point.x, y=y, dx=dx, anchor=side, text=point.shown, voice=who, rival=point.rival)
        if all(_is_free(_box(label, wide), wide, height, boxes) for wide, boxes in taken.items()):
            return label
    return None


def _is_free(box: _Box, wide: int, height: int, taken: Sequence[_Box]) -> bool:
    inside = box[0] >= -40 and box[2] <= wide + 24 and box[1] >= -LINE * 2 and box[3] <= height + 2
    return inside and not any(_meet(box, other) for other in taken)


def _box(label: Label, wide: int) -> _Box:
    """What the label covers, in pixels, where the drawing is so wide."""
    size = LETTER * max(len(label.text), len(label.voice))
    left = label.x / 100 * wide + label.dx - {"start": 0.0, "middle": size / 2, "end": size}[label.anchor]
    return left, label.y - LINE + 3, left + size, label.y + (LINE if label.voice else 0) + 3


def _around(point: Point, wide: int) -> _Box:
    x = point.x / 100 * wide
    above, below = (RADIUS + (ARROW if point.arrow == side else 0) for side in (UP, DOWN))
    top, bottom = (point.y if at is None else at for at in (point.top, point.bottom))
    return x - RADIUS, min(point.y - above, top), x + RADIUS, max(point.y + below, bottom)


def _along(line: Segment, wide: int) -> Iterator[_Box]:
    """Small boxes along a line."""
    length = abs(line.x2 - line.x1) / 100 * wide
    steps = max(2, round(length / LINE))
    for at in range(1, steps):
        x = (line.x1 + (line.x2 - line.x1) * at / steps) / 100 * wide
        y = line.y1 + (line.y2 - line.y1) * at / steps
        yield x - 1, y - 2, x + 1, y + 2


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _round_values(bottom: float, top: float) -> Iterator[float]:
    """Two to five round numbers within the scale."""
    rough = (top - bottom) / 3 or 1.0
    power = 10 ** floor(log10(rough))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= rough)
    at = ceil(bottom / step)
    while at * step <= top:
        yield at * step
        at += 1


def _says(values: Sequence[_Value]) -> str:
    first, last = values[0], values[-1]
    return (
        f"{len(values)} values, from {amount(first.figure)} ({in_words(first.until.isoformat())}) "
        f"to {amount(last.figure)} ({in_words(last.until.isoformat())}); the table gives each."
    )
