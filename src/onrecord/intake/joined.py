"""Where a page goes on to another report: "Sputnik, 22/2/2020: ...", a second `date` header, a new agency dateline."""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.intake.bylines import byline, credit_lines
from onrecord.intake.datelines import FILED_BY, inner_dateline
from onrecord.intake.furniture import is_body, reason
from onrecord.intake.headers import LEADING, is_date_line
from onrecord.intake.stated import DATE
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import media_pattern, medium

_PARTIAL = r"(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?![\w/-])"
BODY_BEFORE = 3
HEAD_LINES = 4


def starts(lines: Sequence[Line]) -> list[int]:
    """Where further reports start in the page, in order; empty for a page with one report."""
    found: list[int] = []
    body = 0
    first = 0
    for number, line in enumerate(lines):
        start = _start(lines, number, body, first) if number else None
        if start is not None:
            found.append(lines[start].start)
            first, body = start, 0
        body += is_body(line)
    return found


def source_and_date(line: Line) -> tuple[Cut, Span, Span] | None:
    """The "Sputnik, 22/2/2020:" that a line begins with: the cut, the words of the medium and those of the date."""
    named = _source().match(line.text)
    if named is None or medium(named["medium"]) is None:
        return None
    date = DATE.match(line.text, named.end()) or re.compile(_PARTIAL).match(line.text, named.end())
    colon = re.compile(r"\s?(?::|[–—]|-(?=\s))\s{0,3}").match(line.text, date.end()) if date else None
    if date is None or colon is None:
        return None
    spans = (named.span("medium"), date.span())
    medium_at, date_at = (Span(line.start + start, line.start + end) for start, end in spans)
    return Cut(Span(line.start, line.start + colon.end()), "agency line"), medium_at, date_at


def _start(lines: Sequence[Line], number: int, body: int, first: int) -> int | None:
    """The number of the line where the report begins that line `number` gives away, None where it gives none away."""
    line = lines[number]
    if LEADING.match(line.text) or (body and source_and_date(line)):
        return number
    if body < BODY_BEFORE:
        return None
    if _is_filed(line) and is_body(line) and _is_closed(lines[first:number]):
        return _head(lines, number, first)
    if byline(line) and _is_headline(lines[number - 1]) and sum(map(is_body, lines[number + 1 : number + 4])) > 1:
        return number - 1
    return None


def _is_filed(line: Line) -> bool:
    filed = FILED_BY.match(line.text)
    return filed is not None and filed["place"] is not None and medium(filed["by"]) is not None


def _is_closed(before: Sequence[Line]) -> bool:
    """Whether a report stands there already: it has a dateline of its own, or ends in credits."""
    return any(_is_filed(line) or inner_dateline(line) for line in before) or any(True for _ in credit_lines(before))


def _head(lines: Sequence[Line], number: int, first: int) -> int:
    """Back from a dateline over byline, date line and headline."""
    start = number
    for before in range(number - 1, max(first, number - HEAD_LINES), -1):
        line = lines[before]
        if not (byline(line) or is_date_line(line.text) or _is_headline(line)):
            break
        start = before
    return start


def _is_headline(line: Line) -> bool:
    return (
        not is_body(line)
        and reason(line.text) is None
        and 3 <= len(line.text.split()) <= 25
        and line.text[-1] not in ".:)]"
    )


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"(?P<medium>{media_pattern()})\s?,\s{{1,2}}")
