"""Which part of a report one page shows: its text in stretches of PART characters, and the paragraphs in each.

A paragraph that lies across two stretches is shown in both, so that any word stands whole on the page that `number_at`
names for it.
"""

from collections.abc import Iterator

from onrecord.model.lines import lines
from onrecord.model.spans import Span

PART = 40_000  # characters of a report on one page
LONGEST = 3_000  # characters of a paragraph; what is longer goes on in the next
AROUND = 2 * LONGEST  # characters on either side that are looked at for the ends of paragraphs


def number_at(start: int) -> int:
    """The number of the page, from 1, on which the word that starts there stands."""
    return start // PART + 1


def number_of_parts(length: int) -> int:
    return max(1, -(-length // PART))


def stretch(number: int, length: int) -> Span:
    """What the page of that number shows of a text of that length, but for what of its first and last paragraph lies
    beyond."""
    return Span(min((number - 1) * PART, length), min(number * PART, length))


def paragraphs(text: str, within: Span) -> list[Span]:
    """The paragraphs of the text that have a word in the stretch. All but white space is in one of them."""
    first, last = max(0, within.start - AROUND), min(len(text), within.end + AROUND)
    pieces = [piece for span in _whole(text, first, last) for piece in _bounded(text, span)]
    return [piece for piece in pieces if piece.overlaps(within)]


def _whole(text: str, first: int, last: int) -> Iterator[Span]:
    """The paragraphs, each with what stands between it and the one before: marks that no reader sees as words."""
    at = first
    found = lines(text, first, last)
    for number, line in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else last
        between = text[at : line.start]
        start = at + len(between) - len(between.lstrip())
        after = text[line.end : following]
        end = line.end + len(after.split("\n", 1)[0].rstrip()) if after.strip() else line.end
        yield Span(start, end)
        at = end
    rest = text[at:last]
    if rest.strip():
        start = at + len(rest) - len(rest.lstrip())
        yield Span(start, at + len(rest.rstrip()))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """The paragraph in pieces that a page can hold, cut at a space where there is one."""
    start = span.start
    while span.end - start > LONGEST:
        end = text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)
