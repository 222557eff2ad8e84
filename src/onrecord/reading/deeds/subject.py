"""Whether a report can tell of a conflict: not sport, business, arts or science, no obituary, opinion or history.

"A shot on goal" is no attack and "a price war" no war. What a report is about is told by its words: those of the other
subject must be of many kinds and stand close together, and the words of conflicts must not outweigh them. Where many
words stand that are said of conflicts alone, it is about one, whatever else it is about, unless its wars are made up.
Speeches and figures are read in any report.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from onrecord.model.dates import When
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.statements.quotations import Quotation
from onrecord.reading.told_once import lowers_of, text_of
from onrecord.vocabulary.subjects import ALSO, SURE, subjects, words

ENOUGH = 3  # different words of another subject
MORE = 2  # further ones for each word that is said of conflicts alone
APART = 40  # tokens for each of those, up to as many as
MANY = 12
CLOSE = 30  # tokens for each time that one of them stands there
OUTWEIGHS = 1.0  # times the words of conflicts
PLAINLY = 4  # different words that are said of conflicts alone
OPINIONS = 2
TURN = re.compile(r"\[[A-Z .]{2,40}\]|^[A-Z][\w.' -]{1,30}:\s|^[QA][.:]\s")  # "[REPORTER]", "Smith:"
TURNS = 2
WIDE = 300  # tokens for each mark of an opinion
LIVES = 2
PAST = 4  # dates of long ago
LONG_AGO = 15  # years
RECENT = 2  # years
OLD = 3  # times the recent ones

Quoted = Mapping[int, tuple[Quotation, ...]]


def parts_of_conflict(report: Report, found: Found, quoted: Quoted) -> frozenset[int]:
    """The parts of the document that may tell of a conflict, given its quotations."""
    parts = {paragraph.part for paragraph in report.paragraphs}
    return frozenset(part for part in parts if _may_tell(report, found, quoted, part))


def _may_tell(report: Report, found: Found, quoted: Quoted, part: int) -> bool:
    paragraphs = [paragraph for paragraph in report.paragraphs if paragraph.part == part]
    if _is_opinion(paragraphs, quoted) or _is_history(_year(report, part), _dates(found, paragraphs)):
        return False
    counts = _counts(paragraphs)
    plainly = len(counts[SURE]) >= PLAINLY
    return not (_is_other(counts, sum(len(each.doc) for each in paragraphs)) or (not plainly and _is_life(paragraphs)))


def _counts(paragraphs: Sequence[Paragraph]) -> dict[str, Counter[str]]:
    """How often the words of each subject stand in the paragraphs."""
    counts: dict[str, Counter[str]] = {SURE: Counter(), ALSO: Counter()}
    for paragraph in paragraphs:
        lowered = lowers_of(paragraph.doc)
        for form in (*lowered, *(" ".join(pair) for pair in pairwise(lowered))):
            for subject, word in words().get(form, ()):
                counts.setdefault(subject, Counter())[word] += 1
    return counts


def _is_other(counts: Mapping[str, Counter[str]], length: int) -> bool:
    sure, conflict = counts[SURE], counts[SURE].total() + counts[ALSO].total()
    return any(
        len(count) >= max(ENOUGH, MORE * len(sure) + 1, min(length / APART, MANY))
        and count.total() * CLOSE >= length
        and count.total() > OUTWEIGHS * conflict
        and (len(sure) < PLAINLY or subject in subjects().fiction)
        for subject, count in counts.items()
        if subject not in (SURE, ALSO)
    )


def _is_opinion(paragraphs: Sequence[Paragraph], quoted: Quoted) -> bool:
    """Whether its writer speaks for himself, or its paper says that he does."""
    own = " ".join(_unquoted(each, quoted.get(each.index, ())).lower() for each in paragraphs)
    marks = subjects().marks
    if any(mark in own for mark in marks.comment):
        return True
    times = sum(own.count(mark) for mark in marks.opinion)
    close = times * WIDE >= sum(len(each.doc) for each in paragraphs)
    return times >= OPINIONS and close and not _is_speech(paragraphs, quoted)


def _is_speech(paragraphs: Sequence[Paragraph], quoted: Quoted) -> bool:
    """Whether it gives the words of others without saying where each of them ends: interviews, conferences."""
    turns = sum(len(TURN.findall(text_of(each.doc))) for each in paragraphs)
    return turns >= TURNS or any(not mark.closed for each in paragraphs for mark in quoted.get(each.index, ()))


def _unquoted(paragraph: Paragraph, quotations: Sequence[Quotation]) -> str:
    """The words of the paragraph that stand outside its quotations."""
    ends = [0, *(quotation.outer.end for quotation in quotations)]
    starts = [*(quotation.outer.start for quotation in quotations), len(paragraph.doc)]
    return " ".join(paragraph.doc[end:start].text for end, start in zip(ends, starts, strict=True) if end < start)


def _is_life(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether it tells the life of somebody who has died."""
    text = " ".join(text_of(paragraph.doc).lower() for paragraph in paragraphs)
    return sum(mark in text for mark in subjects().marks.obituary) >= LIVES


def _dates(found: Found, paragraphs: Sequence[Paragraph]) -> list[When]:
    return [date.when.value for each in paragraphs for date in found.dates.of_paragraph(each.index)]


def _year(report: Report, part: int) -> int | None:
    """The year in which the part says that it was published."""
    published = report.document.parts[part].published
    return int(published.value[:4]) if published else None


def _is_history(published: int | None, dates: Sequence[When]) -> bool:
    """Whether most of its dates are of years long before it was written: the last year it names, if it does not say."""
    years = [date.year for date in dates if date.year is not None]
    now = published or max(years, default=0)
    past = sum(year <= now - LONG_AGO for year in years)
    recent = sum(date.year is None or date.year >= now - RECENT for date in dates)
    return past >= PAST and past >= OLD * recent
