"""Lines of a page that are its frame: advertisements, links to other reports, sharing, newsletters."""

from collections.abc import Iterator, Sequence

from onrecord.intake import widgets
from onrecord.intake.widgets import stops
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import beginnings, folded, furniture, whole_lines

LINKS = 6
LINK_WORDS = 22
FRAME_WORDS = 60
BODY_WORDS = 12


def is_body(line: Line) -> bool:
    """Whether the line is a sentence of the report rather than a title, a link or a label."""
    return len(line.text.split(maxsplit=BODY_WORDS)) > 3 and stops(line.text)


def frame(lines: Sequence[Line]) -> Iterator[Cut]:
    """The cuts of the lines that the vocabulary of page frames knows, and of the headlines under a box's title."""
    in_box = 0
    for line in lines:
        why = reason(line.text)
        if in_box and not why and _is_link(line) and not (line.gap and in_box < LINKS):
            in_box -= 1
            why = "related links"
        elif is_box(line.text):
            in_box, why = LINKS, "related links"
        elif not why:
            in_box = 0
        if why:
            yield Cut(Span(line.start, line.end), why)


def reason(words: str) -> str | None:
    """Why a line of these words is cut, None where it is not."""
    whole = whole_lines().get(folded(words))
    if whole:
        return whole
    machine = widgets.reason(words)
    if machine or len(words.split(maxsplit=FRAME_WORDS)) > FRAME_WORDS:
        return machine
    pattern, reasons = beginnings()
    begins = pattern.match(words.lstrip(" \t•·*-–—|>»[(").casefold())
    return reasons[begins.group()] if begins else None


def is_box(words: str) -> bool:
    """Whether the words head a list of links to other reports."""
    return folded(words) in furniture().boxes


def _is_link(line: Line) -> bool:
    return len(line.text.split()) <= LINK_WORDS and not stops(line.text)
