"""What tells one count from another: its number, whom it counts, on what day, from when."""

from functools import cache, lru_cache

from onrecord.model.entries import FigureEntry
from onrecord.reconciling.joining.wording import stems
from onrecord.reconciling.merging.dates import DAY
from onrecord.vocabulary.figures import words
from onrecord.vocabulary.measures import measures, plain

TOTAL, NEW, LEVEL, INCIDENT = "running total", "new in period", "level on a day", "incident"
HERE = "present"
STANDS = frozenset({"reported", "verified", "estimated", "presumed"})


def number(figure: FigureEntry) -> tuple[float | None, ...]:
    """The number said; its bounds where a word of magnitude stands for it."""
    return (figure.value,) if figure.value is not None else (figure.low, figure.high)


def size(figure: FigureEntry) -> float:
    """How much it counts, at least."""
    return next((bound for bound in (figure.value, figure.low, figure.high) if bound is not None), 0.0)


def deed(figure: FigureEntry) -> str | None:
    """What was done; for a level, what is deployed is there."""
    return HERE if figure.count == LEVEL and figure.did in (HERE, "deployed") else figure.did


def kind(figure: FigureEntry) -> str | None:
    """The kind of count; what is new in one day is told like what one incident did, and may be that."""
    one_day = figure.count == NEW and figure.period is not None and "/" not in figure.period
    return INCIDENT if one_day and len(figure.period or "") == DAY else figure.count


def day(figure: FigureEntry) -> str | None:
    """When it happened or the day for which it stands, as an ISO date or range."""
    happened = kind(figure) in (INCIDENT, None)
    return (figure.period or figure.as_of) if happened else (figure.as_of or figure.period)


def start(figure: FigureEntry) -> str | None:
    """From when it counts: the start of a total, the whole period of what is new in it; None where that is not told."""
    if figure.period is None or kind(figure) not in (TOTAL, NEW):
        return None
    return figure.period.partition("/")[0] if figure.count == TOTAL else figure.period


def population(figure: FigureEntry) -> frozenset[str]:
    """The stems of the words that tell whom or what it counts apart from others; none for "people" and "deaths", or
    for the fighters of a side that is told."""
    return _population(figure.of, figure.measure, figure.of_side)


def whole(figure: FigureEntry) -> frozenset[str]:
    """The stems of the figure that this one is a part of: its number, and whom it counts apart from others."""
    return _population(figure.part_of, "", None) if figure.part_of else frozenset()


@lru_cache(maxsize=65536)
def _population(of: str, measure: str, side: str | None) -> frozenset[str]:
    told = [word for word in of.casefold().split() if not _is_anybody(word)]
    if side is not None:
        told = [word for word in told if word not in _fighters() and not plain(word) & _fighters()]
    known = stems(measure) | (stems(side) if side else frozenset())
    return stems(" ".join(told)) - known


def _is_anybody(word: str) -> bool:
    return word in words().anybody or bool(plain(word) & words().anybody)


@cache
def _fighters() -> frozenset[str]:
    """The words of the phrases for those who fight for some side."""
    return frozenset(word for phrase in measures().status["combatant"] for word in phrase.split())
