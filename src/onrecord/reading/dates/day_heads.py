"""Dated headings: the day at the head of a list of days, for what stands under it.

A heading is a date that opens its line and stands there alone, before a dash or a colon, or in a bracket with its time
of day: "7 March", "March 7 - Rebels took the port.", "(1:45 p.m. Monday ET)". One alone may be anything, so only
several in a report of a page make a list. Each holds until the next one; the last, where its line goes on after it, for
that line alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import Paragraph, Report

FEWEST = 2
LONGEST_LEAD = 2  # tokens of a bullet or bracket before the date
LONGEST_STAMP = 16  # tokens of a bracket
OPENERS, CLOSERS = frozenset("(["), frozenset(")]")
STOPS = frozenset({":", "-", "–", "—", "--"})

DayHeads = Mapping[int, DateMention]


class _Head(NamedTuple):
    paragraph: Paragraph
    date: DateMention
    alone: bool  # whether the line holds nothing else


def day_heads(report: Report, found: Found) -> DayHeads:
    """The dated heading in force in each paragraph that stands under one, by the paragraph's number."""
    by_part: dict[int, list[_Head]] = defaultdict(list)
    for paragraph in report.paragraphs:
        head = _head(paragraph, found)
        if head is not None:
            by_part[paragraph.part].append(head)
    ends = {paragraph.part: paragraph.index + 1 for paragraph in report.paragraphs}
    lists = (heads for heads in by_part.values() if len({head.date.when.value for head in heads}) >= FEWEST)
    stretches = (stretch for heads in lists for stretch in _stretches(heads, ends))
    return {index: head.date for head, end in stretches for index in range(head.paragraph.index, end)}


def _stretches(heads: list[_Head], ends: Mapping[int, int]) -> Iterator[tuple[_Head, int]]:
    """Each heading with the number of the paragraph at which it ends."""
    for head, following in pairwise(heads):
        yield head, following.paragraph.index
    last = heads[-1]
    yield last, ends[last.paragraph.part] if last.alone else last.paragraph.index + 1


def _head(paragraph: Paragraph, found: Found) -> _Head | None:
    """The date that heads the paragraph's line; None where none does."""
    doc = paragraph.doc
    date = next(iter(found.dates.of_paragraph(paragraph.index)), None)
    if (
        date is None
        or date.at.start > LONGEST_LEAD
        or date.when.value.bound != "on"
        or date.when.value.span is not None
    ):
        return None
    lead, after = doc[: date.at.start], date.at.end
    bracketed = any(token.text in OPENERS for token in lead)
    if bracketed:
        after = next(
            (at + 1 for at in range(after, min(len(doc), after + LONGEST_STAMP)) if doc[at].text in CLOSERS), 0
        )
    elif any(token.is_alpha or token.like_num for token in lead):
        return None
    if bracketed and not after:
        return None
    rest = [token for token in doc[after:] if not token.is_space]
    alone = not any(token.is_alpha or token.like_num for token in rest)
    return _Head(paragraph, date, alone) if alone or bracketed or rest[0].text in STOPS else None
