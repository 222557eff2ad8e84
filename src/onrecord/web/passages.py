"""Words of a report with what stands around them: the exact words marked, and as much beside them as a reader needs.

Offsets are those of the stored text. What intake cut away (a caption, a share line) is nobody's neighbour.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from onrecord.model.lines import lines
from onrecord.model.spans import Span

NEAR = 200  # characters of neighbours on either side
TOGETHER = 200  # characters between two passages that are shown as one
WINDOW = 2000  # characters on either side by which it is known where paragraphs begin
MARK, NEIGHBOUR, GAP, MORE = "mark", "near", "gap", "more"
STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+")


class Piece(Struct, frozen=True):
    """`text` is `stored[start:start + len(text)]`; `what`: mark (the words cited), near, gap (something is left out
    there) or more (a sentence is broken off). `fresh`: a paragraph begins with it; `spaced`: white space stands before
    it."""

    text: str
    start: int
    what: str
    fresh: bool = False
    spaced: bool = False


class Edge(NamedTuple):
    """Where neighbours begin or end; `broken`: amid a sentence."""

    at: int
    broken: bool = False


def passage(text: str, spans: Iterable[Span], cuts: Sequence[Span] = (), within: Span | None = None) -> list[Piece]:
    """The words at the spans, marked, with their neighbours; `within` are the bounds of the report on its page."""
    marked = _apart(spans)
    if not marked:
        return []
    bounds = within or Span(0, len(text))
    before = _before(text, marked[0].start, _low(marked[0], cuts, bounds))
    after = _after(text, marked[-1].end, _high(marked[-1], cuts, bounds))
    found = [Piece("", before.at, MORE)] if before.broken else []
    found += [Piece(text[before.at : marked[0].start], before.at, NEIGHBOUR), *_between(text, marked, cuts)]
    found.append(Piece(text[marked[-1].end : after.at], marked[-1].end, NEIGHBOUR))
    found += [Piece("", after.at, MORE)] if after.broken else []
    window = Span(max(bounds.start, before.at - WINDOW), min(bounds.end, after.at + WINDOW))
    return list(_broken(text, found, sorted(line.start for line in lines(text, window.start, window.end))))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, none within or across another."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        start = max(span.start, found[-1].end) if found else span.start
        if start < span.end:
            found.append(Span(start, span.end))
    return found


def _between(text: str, marked: Sequence[Span], cuts: Sequence[Span]) -> Iterator[Piece]:
    """The marked words, with what stands between them where that is little."""
    for number, span in enumerate(marked):
        if number:
            gap = Span(marked[number - 1].end, span.start)
            if gap.end - gap.start > TOGETHER or any(gap.overlaps(cut) for cut in cuts):
                yield Piece("", gap.end, GAP)
            elif gap.start < gap.end:
                yield Piece(gap.of(text), gap.start, NEIGHBOUR)
        yield Piece(span.of(text), span.start, MARK)


def _low(span: Span, cuts: Sequence[Span], bounds: Span) -> int:
    return max([bounds.start, *(cut.end for cut in cuts if bounds.start <= cut.end <= span.start)])


def _high(span: Span, cuts: Sequence[Span], bounds: Span) -> int:
    return max(span.end, min([bounds.end, *(cut.start for cut in cuts if cut.start >= span.end)]))


def _before(text: str, at: int, low: int) -> Edge:
    """Where the neighbours before `at` begin: with a sentence where one begins in reach, else with a word."""
    start = max(low, at - NEAR)
    if start >= at or start == low:
        return Edge(min(start, at))
    first = STOP.search(text, start, at)
    if first and first.end() < at:
        return Edge(first.end())
    word = next((place for place in range(start, at) if text[place].isspace()), at)
    return Edge(word if word < at else start, broken=True)


def _after(text: str, at: int, high: int) -> Edge:
    """Where the neighbours after `at` end: with a sentence where one ends in reach, else with a word."""
    end = min(high, at + NEAR)
    if end <= at or end == high:
        return Edge(max(end, at))
    stops = [match.end() for match in STOP.finditer(text, at, end)]
    if stops:
        return Edge(stops[-1])
    word = next((place for place in range(end - 1, at, -1) if text[place].isspace()), at)
    return Edge(word if word > at else end, broken=True)


def _broken(text: str, pieces: Iterable[Piece], starts: Sequence[int]) -> Iterator[Piece]:
    """The pieces, broken where a paragraph begins, without those that are white space alone."""
    for piece in pieces:
        if piece.what in (GAP, MORE):
            yield piece
            continue
        end = piece.start + len(piece.text)
        inner = [at for at in starts[bisect_right(starts, piece.start) :] if at < end] if piece.what != MARK else []
        for start, stop in zip([piece.start, *inner], [*inner, end], strict=True):
            words = text[start:stop]
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                fresh = any(start <= at <= first for at in starts)
                spaced = start > 0 and (words[0].isspace() or text[start - 1].isspace())
                yield Piece(words, start, piece.what, fresh, spaced)
