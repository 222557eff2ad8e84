"""Whether a report can tell of a conflict: not sport, business, arts or science, no obituary, opinion or history.

"A shot on goal" is no attack and "a price war" no war. What a report is about is told by its words: those of the other
subject must be many, of many kinds, and outweigh the words of conflicts. Speeches and figures are read in any report.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph, Report
from onrecord.vocabulary.subjects import subjects, words

ENOUGH = 5  # different words of another subject
OUTWEIGHS = 1.5  # times the words of conflicts
OPINIONS = 2
LIVES = 2
OLD = 10  # years between the first and the last that history names
YEARS = 4


def parts_of_conflict(report: Report, found: Found) -> frozenset[int]:
    """The parts of the document that may tell of a conflict."""
    parts = {paragraph.part for paragraph in report.paragraphs}
    return frozenset(part for part in parts if _may_tell(report, found, part))


def _may_tell(report: Report, found: Found, part: int) -> bool:
    paragraphs = [paragraph for paragraph in report.paragraphs if paragraph.part == part]
    return not (_is_other(paragraphs) or _is_marked(paragraphs) or _is_history(found, paragraphs))


def _is_other(paragraphs: Iterable[Paragraph]) -> bool:
    counts: dict[str, Counter[str]] = {}
    for paragraph in paragraphs:
        lowered = [token.lower_ for token in paragraph.doc]
        for form in (*lowered, *(" ".join(pair) for pair in pairwise(lowered))):
            for subject, word in words().get(form, ()):
                counts.setdefault(subject, Counter())[word] += 1
    conflict = counts.pop("conflict", Counter()).total()
    return any(len(found) >= ENOUGH and found.total() > OUTWEIGHS * conflict for found in counts.values())


def _is_marked(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether its writer speaks for himself, or tells a life."""
    text = " ".join(paragraph.doc.text.lower() for paragraph in paragraphs)
    marks = subjects().marks
    return (
        sum(text.count(mark) for mark in marks.opinion) >= OPINIONS
        or sum(mark in text for mark in marks.obituary) >= LIVES
    )


def _is_history(found: Found, paragraphs: Iterable[Paragraph]) -> bool:
    """Whether all its dates are of years far apart, and none is told from the report's own day."""
    years = []
    for paragraph in paragraphs:
        for date in found.dates.of_paragraph(paragraph.index):
            when = date.when.value
            if when.year is None:
                return False
            years.append(when.year)
    return len(years) >= YEARS and max(years) - min(years) >= OLD
