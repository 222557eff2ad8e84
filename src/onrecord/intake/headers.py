"""Lines that state a page's date: a leading `date YYYY-MM-DD`, "Published: 3 March 2022 14:05", "22/2/2020"."""

import re
from collections.abc import Iterator, Sequence

from onrecord.intake.stated import DATE, stated
from onrecord.model.documents import Cut
from onrecord.model.lines import Line
from onrecord.model.spans import Span
from onrecord.vocabulary.pages import furniture

LEADING = re.compile(
    r"(?:date|dated|published|publication date)\s{0,2}[:=]?\s{1,3}\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,12})?(?!\S)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b\d{3,4}\s?(?:hrs|h|GMT|UTC)\b|\b\d{1,2}\s?(?:[ap]\.?\s?m\b)|[ap]\s?\.\s?m\b|[+-]\d{2}:?\d{2}\b|T\d{2}:\d{2}\S*|\b[a-z]{2,20}\stime\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+")
OUTSIDE = re.compile(r"updated|modified", re.IGNORECASE)
FILED_IN = re.compile(r"\s?[,|/–—-]\s{1,2}[A-ZÀ-Þ][\w'’.-]{1,24}(?:[ -][A-ZÀ-Þ][\w'’.-]{1,24}){0,2}$")
LONGEST = 160
NAME_WORDS = 5
BARS = " |–—-"
CHRONOLOGY = 3
AS_OF = re.compile(
    r"\b(?:as (?:of|at)(?: \d{1,2}[:.h]\d{2}(?: ?(?:hrs|GMT|UTC|[ap]\.?m\.?))?,?(?: on)?)?|week ending(?: on)?"
    r"|(?:situation|weekly|monthly) (?:report|update|bulletin)(?: (?:no\.? ?|#)?\d{1,3})? ?[:|,–—-]) ",
    re.IGNORECASE,
)
SAID_FIRST = re.compile(r"(?:first |last )?(?:published|posted)(?: on)?\s?:?\s", re.IGNORECASE)
SAYS_SO = re.compile(r"\b(?:published|posted|updated|modified)\b", re.IGNORECASE)


def leading(text: str, line: Line) -> Cut | None:
    """The `date YYYY-MM-DD` that a line begins with, with the white space after it left to the line."""
    found = LEADING.match(text, line.start, line.end)
    return Cut(Span(line.start, found.end()), "date header") if found else None


def date_lines(lines: Sequence[Line], top: int) -> Iterator[Cut]:
    """Lines that hold a date and what goes with one: any of the first `top` lines, and below them such as say
    "published" or "updated"; of a line that begins so and goes on, its beginning ("Published on 16 June 2023. This page
    is closed").

    Where many dates stand alone the page is a chronology, and they are its headings.
    """
    found = [(number, line) for number, line in enumerate(lines) if is_date_line(line.text)]
    for line in lines[: top + 1]:
        words = SAID_FIRST.match(line.text)
        date = DATE.match(line.text, words.end()) if words else None
        if date is not None and not is_date_line(line.text):
            again = DATE.match(line.text[date.end() :])  # "Published On 21 Sep 202521 Sep 2025"
            end = date.end() + (again.end() if again else 0)
            yield Cut(Span(line.start, line.start + end), "date header")
        elif (last := _at_end(line)) is not None:
            yield Cut(last, "date header")
    for number, line in found:
        if (number < top and len(found) <= CHRONOLOGY) or SAYS_SO.search(line.text):
            yield Cut(Span(line.start, line.end), "date header")


def _at_end(line: Line) -> Span | None:
    """The date that has run into the end of a headline: "Army takes townJanuary 6, 2025", "Truce broken Sunday, April
    20, 2025", "Truce broken - 20 April 2025"; one that is told in it has neither weekday nor bar nor lost space."""
    for date in stated(line.text)[-1:]:
        before = line.text[: date.start]
        bare = before.rstrip(BARS)
        glued = before[-1:] not in " ,(\u00a0" or bare != before.rstrip()
        weekday = date.weekday is not None and date.weekday in {day.weekday() for day in date.days}
        if date.end == len(line.text.rstrip()) and date.start > 0 and (glued or weekday):
            return None if is_date_line(line.text) else Span(line.start + len(bare), line.start + date.end)
    return None


def is_date_line(words: str) -> bool:
    """Whether the words are a date with what goes with it, and at most a name before it and a place behind it."""
    first = DATE.search(words) if len(words) <= LONGEST else None
    if first is None:
        return False
    after = TIME.sub(" ", DATE.sub(" ", FILED_IN.sub("", words[first.start() :])))
    before = [word for word in WORD.findall(TIME.sub(" ", words[: first.start()])) if not _of_date(word)]
    named = len(before) <= NAME_WORDS and all(word[0].isupper() for word in before)
    return named and all(_of_date(word) for word in WORD.findall(after))


def _of_date(word: str) -> bool:
    return word.isdigit() or word.casefold() in furniture().date_words


def published(text: str, cut: Cut) -> Span | None:
    """The words of a date header that state when the page was published: not those of a later update."""
    words = cut.span.of(text)
    dates = stated(words)
    first = [date for date in dates if not OUTSIDE.search(words[max(0, date.start - 24) : date.start])]
    chosen = (first or dates)[:1]
    return Span(cut.span.start + chosen[0].start, cut.span.start + chosen[0].end) if chosen else None


def as_of(lines: Sequence[Line]) -> Span | None:
    """The date for which a report stands by the words above its first sentence, as situation updates say it: "Situation
    Update No. 4 (as of 12 April 2023)"."""
    for line in lines:
        for words in AS_OF.finditer(line.text[:LONGEST]):
            date = DATE.match(line.text, words.end())
            if date is not None:
                return Span(line.start + date.start(), line.start + date.end())
    return None
