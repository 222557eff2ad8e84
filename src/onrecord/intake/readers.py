"""What readers wrote below a report: behind words that open their comments, between stamps, before the site's rules."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.intake.furniture import is_body
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary import reporting
from onrecord.vocabulary.pages import furniture

BODY_BEFORE = 3
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
STAMP = re.compile(
    rf"\b{_MONTH} \d{{1,2}} ?, \d{{4}} (?:\d\d?:\d\d [ap]m )?at \d\d?:\d\d [ap]m \||\breport abuse\b", re.IGNORECASE
)
QUOTED = re.compile(r"[\"“”„«»]|``|''")
WORD = re.compile(r"[^\W\d_]+")
SHOUTED = re.compile(r"!\W{0,3}$|(?:\b[A-Z]{2,}\b\W{1,3}){5}")


def comments(lines: Sequence[Line]) -> Iterator[Cut]:
    """The cut from where the readers' comments begin to the end of the lines.

    They begin behind words that open them, or before the first stamp of a comment; those that stand before the rules
    of a site's comments begin at the first line in a reader's own voice behind the last that quotes or reports
    anybody. Words that open comments above the report lead to them and open none: at least a few sentences must stand
    before.
    """
    body = 0
    for at, line in enumerate(lines):
        opened = _closer().search(line.text)
        stamped = STAMP.search(line.text) is not None
        if (opened or stamped) and body >= BODY_BEFORE:
            first = _first(lines, at, body)
            within = opened.start(1) if opened and not stamped and first == at else 0
            yield Cut(Span(lines[first].start + within, lines[-1].end), "comments")
            return
        if opened and not is_body(line):
            yield Cut(Span(line.start, line.end), "comments")
        body += is_body(line)


def _first(lines: Sequence[Line], end: int, body: int) -> int:
    """The first line in a reader's own voice of those that stand before line `end` and report nothing; else `end`.

    `body`: how many sentences stand before; a few of them must be left to the report.
    """
    first, at = end, end - 1
    while at >= 0 and body > BODY_BEFORE and not _reports(lines[at].text):
        first = at if _is_own_voice(lines[at].text) else first
        body -= is_body(lines[at])
        at -= 1
    return first


def _reports(words: str) -> bool:
    """Whether a line quotes or reports what somebody said."""
    told = reporting.verb_forms("bare")
    return QUOTED.search(words) is not None or any(word in told for word in WORD.findall(words.lower()))


def _is_own_voice(words: str) -> bool:
    """Whether a line speaks of its writer and his readers, or shouts."""
    own = furniture().own_voice
    spoken = (word for word in WORD.findall(words) if len(word) == 1 or not word.isupper())  # "US" is no pronoun
    return SHOUTED.search(words) is not None or any(word.lower() in own for word in spoken)


@cache
def _closer() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in furniture().closers)
    return re.compile(rf"(?:^|[.!?)\]]\s|-RRB-\s)((?:\d{{1,5}} )?(?:{phrases})\b)", re.IGNORECASE)
