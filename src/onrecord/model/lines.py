"""How a text falls into lines, where a line is a paragraph that may have been wrapped at a fixed width."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|(?<=\s)###(?=\s)")
MARGIN = " \t\xa0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\u3000\x00"
WIDTHS = range(40, 101)
ENOUGH_PAIRS = 2
SHARE_WRAPPED = 0.7
RAGGED = 12
STOPS = (".", "!", "?", '"', "”", "''")


class Line(NamedTuple):
    """`text` stands at `start` to `end` as stored, without white space around; `gap`: a blank line stands before."""

    start: int
    end: int
    text: str
    gap: bool = False


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that hold anything; lines wrapped at a fixed width are joined into one."""
    found = list(_physical(text, start, len(text) if end is None else end))
    width = wrapped_at(found)
    return found if width is None else _joined(text, found, width)


def wrapped_at(found: list[Line]) -> int | None:
    """The width at which the lines were wrapped, None where they were not.

    Wrapped lines are filled: the next line's first word would not have fitted any more.
    """
    together = [(line, following) for line, following in pairwise(found) if not following.gap]
    if len(together) < ENOUGH_PAIRS:
        return None
    width = sorted(len(line.text) for line in found)[len(found) * 95 // 100]
    stopped = sum(line.text.endswith(STOPS) for line, _ in together)
    if width not in WIDTHS or stopped > len(together) / 2:
        return None
    filled = sum(_filled(line, following, width) for line, following in together)
    return width if filled >= SHARE_WRAPPED * len(together) else None


def _physical(text: str, start: int, end: int) -> Iterator[Line]:
    gap = False
    at = start
    for stop in [*BREAK.finditer(text, start, end), None]:
        raw = text[at : stop.start() if stop else end]
        kept = raw.lstrip().lstrip(MARGIN)
        words = kept.rstrip().rstrip(MARGIN)
        if words:
            first = at + len(raw) - len(kept)
            yield Line(first, first + len(words), words, gap)
            gap = False
        else:
            gap = True
        at = stop.end() if stop else end


def _filled(line: Line, following: Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - RAGGED


def _joined(text: str, found: list[Line], width: int) -> list[Line]:
    joined = found[:1]
    for line, following in pairwise(found):
        goes_on = _filled(line, following, width) or following.text[0].islower()
        if goes_on and not following.gap:
            first = joined[-1]
            joined[-1] = Line(first.start, following.end, text[first.start : following.end], first.gap)
        else:
            joined.append(following)
    return joined
