"""A report's headline: the first short line without a final stop above its first sentence."""

import re
from collections.abc import Iterator, Sequence

from onrecord.intake.furniture import is_body
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import folded

SHORTEST, LONGEST = 3, 30
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
NEAR = 6


def title(lines: Sequence[Line], top: int) -> Line | None:
    """The headline among the first `top` lines; None where the report starts with a sentence."""
    for line in lines[:top]:
        if SHORTEST <= len(line.text.split()) <= LONGEST and _is_worded(line.text):
            return line
    return None


def _is_worded(words: str) -> bool:
    return (
        CLOCK.search(words) is None and any(map(str.islower, words)) and (words[0].isalnum() or words[0] in "\"'“‘¿¡")
    )


def repeated(lines: Sequence[Line], headline: str) -> Iterator[Cut]:
    """The lines near the top that say the headline again."""
    seen = 0
    for line in lines[: NEAR + 1]:
        if folded(line.text) == folded(headline):
            if seen:
                yield Cut(Span(line.start, line.end), "repeated headline")
            seen += 1


def top(lines: Sequence[Line], most: int = 12) -> int:
    """How many lines stand above the report's first sentence."""
    for number, line in enumerate(lines[:most]):
        if is_body(line):
            return number
    return min(most, len(lines))
