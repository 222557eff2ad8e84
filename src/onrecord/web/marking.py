"""A stretch of stored text with its marks in place: spans that nest and overlap become pieces that follow one another.

A passage that is cited opens and closes around its words, so that a browser can point at it; where two cross, the one
inside is closed and opened again. Words that carry a mark, and words that were cut away, are pieces of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from onrecord.model.spans import Span
from onrecord.publishing.sitrep.words import named

OPEN, CLOSE, WORDS = "open", "close", "words"


class Mark(Struct, frozen=True, order=True):
    """Words of the text that something was read from: `of` is the address of its entry, empty where it has none;
    `is_name` for names and days, which only help to understand the rest."""

    start: int
    end: int
    of: str = ""
    is_name: bool = False


class Piece(Struct, frozen=True, kw_only=True):
    """One step through the text. `open`: a passage begins (`anchor` is its name on the page; a passage that goes on
    after a break has none, but `goes_on`, the name of the passage); `close`: the last one opened ends; `words`: words,
    harmless, with the addresses of the entries that were `read` from them, the narrowest first; `cut` says why they
    were cut away, `is_last` where no more of that cut follows."""

    what: str
    anchor: str = ""
    goes_on: str = ""
    words: str = ""
    cut: str = ""
    is_last: bool = False
    read: tuple[str, ...] = ()
    is_found: bool = False
    is_name: bool = False


def anchor(span: Span) -> str:
    """The name of a passage on the page of its report."""
    return f"c{span.start}-{span.end}"


def pieces(
    text: str, within: Span, cited: Sequence[Span], marks: Iterable[Mark], cuts: Iterable[tuple[Span, str]]
) -> list[Piece]:
    """The text at `within`, from its first word to its last, with the passages, marks and cuts that touch it.

    `text` may begin later than the report: `within` and all else are offsets in it.
    """
    first, last = within.start, within.end
    passages = sorted((each for each in cited if each.start < last and each.end > first), key=_wider_first)
    return list(_woven(_words(text, within, passages, marks, cuts), passages, within))


def _wider_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _words(
    text: str, within: Span, cited: Iterable[Span], marks: Iterable[Mark], cuts: Iterable[tuple[Span, str]]
) -> list[tuple[int, int, Piece]]:
    """The words between any two borders, in order."""
    held = [mark for mark in marks if mark.start < within.end and mark.end > within.start]
    away = [(span, why) for span, why in cuts if span.overlaps(within)]
    borders = {within.start, within.end}
    for span in (*(Span(mark.start, mark.end) for mark in held), *(span for span, _ in away), *cited):
        borders |= {border for border in (span.start, span.end) if within.start < border < within.end}
    held.sort(key=lambda mark: mark.start)
    ordered, active, following = sorted(borders), list[Mark](), 0
    found = []
    for start, end in pairwise(ordered):
        while following < len(held) and held[following].start <= start:
            active.append(held[following])
            following += 1
        active = [mark for mark in active if mark.end > start]
        cut = next(((span, why) for span, why in away if span.start <= start < span.end), None)
        last = cut is not None and end == min(cut[0].end, within.end)
        found.append((start, end, _piece(text[start:end], active, cut[1] if cut else "", is_last=last)))
    return found


def _piece(words: str, marks: Iterable[Mark], cut: str, *, is_last: bool) -> Piece:
    narrow = sorted(marks, key=lambda mark: (mark.is_name, mark.end - mark.start, mark.of))
    return Piece(
        what=WORDS,
        words=named(words),
        cut=cut,
        is_last=is_last,
        read=tuple(dict.fromkeys(mark.of for mark in narrow if mark.of)),
        is_found=any(not mark.is_name for mark in narrow),
        is_name=any(mark.is_name for mark in narrow),
    )


def _woven(found: Sequence[tuple[int, int, Piece]], passages: Sequence[Span], within: Span) -> Iterator[Piece]:
    """The words with the passages around them; `passages` begin in order, wider ones first."""
    opened: list[Span] = []
    following = 0
    for start, _, piece in found:
        over = next((depth for depth, span in enumerate(opened) if span.end <= start), len(opened))
        again = [span for span in opened[over:] if span.end > start]
        yield from (Piece(what=CLOSE) for _ in opened[over:])
        opened = opened[:over]
        for span in again:
            yield Piece(what=OPEN, goes_on=anchor(span))
            opened.append(span)
        while following < len(passages) and passages[following].start <= start:
            span = passages[following]
            following += 1
            begins = span.start >= within.start
            yield Piece(what=OPEN, anchor=anchor(span) if begins else "", goes_on="" if begins else anchor(span))
            opened.append(span)
        yield piece
    yield from (Piece(what=CLOSE) for _ in opened)
