"""How what a reader has found is kept: the observation of a mention, its id, and the passage that carries it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from onrecord.model.findings import Observation
from onrecord.model.ids import observation_id
from onrecord.reading.found import DeedMention, FigureMention, StatementMention
from onrecord.reading.report import At, Paragraph, Report

LONGEST_EVIDENCE = 400  # characters
Kept = StatementMention | FigureMention | DeedMention[Any]


def observations(report: Report, kind: str, mentions: Sequence[Kept]) -> tuple[Observation, ...]:
    """One observation for each mention; several at one word are told apart by their order."""
    seen: Counter[int] = Counter()
    return tuple(_observation(report, kind, mention, seen) for mention in mentions)


def id_of(report: Report, kind: str, mention: Kept) -> str:
    """The id of the observation that a mention makes, where it is the first of its kind at its word."""
    return observation_id(report.document.id, kind, report.span(mention.at).start)


def evidence(paragraph: Paragraph, start: int, end: int) -> At:
    """The sentence of tokens `start` to `end` (excluded); of one that is too long, the words around them."""
    sentence = paragraph.doc[start].sent
    first, last = sentence.start, sentence.end
    while last - first > 2 and _length(paragraph, first, last) > LONGEST_EVIDENCE:
        first, last = (first + 1, last) if start - first > last - end else (first, last - 1)
    return At(paragraph.index, first, last)


def _observation(report: Report, kind: str, mention: Kept, seen: Counter[int]) -> Observation:
    trigger = report.span(mention.at)
    which = seen[trigger.start]
    seen[trigger.start] += 1
    return Observation(
        id=observation_id(report.document.id, kind, trigger.start, which),
        document=report.document.id,
        part=report.paragraphs[mention.at.paragraph].part,
        trigger=trigger,
        evidence=tuple(report.span(at) for at in mention.evidence),
        finding=mention.finding,
    )


def _length(paragraph: Paragraph, start: int, end: int) -> int:
    span = paragraph.span(start, end)
    return span.end - span.start
