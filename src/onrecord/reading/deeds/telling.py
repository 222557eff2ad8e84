"""What the readers of deeds have in common: how a mention is kept, cited and named, and the rules for words.

Contacts, commitments, control, agreements, compliance, sites and events hang on a verb or a noun. Who did it to whom,
whether it came about, and when, where and by whose word are answered by `roles`, `status` and `setting`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.findings import Finding, Observation
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.reading.deeds import actors as deed_actors
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.found import DeedMention, FigureMention, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule, verbatim

LONGEST_EVIDENCE = 400  # characters
RULES: dict[str, Rule] = {"verbatim": verbatim, **deed_actors.STATES}


def observations(report: Report, kind: str, mentions: Sequence[DeedMention[Any]]) -> tuple[Observation, ...]:
    """One observation for each mention; several at one word are told apart by their order."""
    seen: Counter[int] = Counter()
    return tuple(_observation(report, kind, mention, seen) for mention in mentions)


def id_of(report: Report, kind: str, mention: DeedMention[Any] | StatementMention | FigureMention) -> str:
    """The id of the observation that a mention makes, where it is the first of its kind at its word."""
    return observation_id(report.document.id, kind, report.span(mention.at).start)


def words(paragraph: Paragraph, start: int, end: int) -> Said[str]:
    """The words of tokens `start` to `end` (excluded), with single spaces, as a value of their own."""
    return Said(" ".join(paragraph.doc[start:end].text.split()), "verbatim", (paragraph.span(start, end),))


def cited(paragraph: Paragraph, value: str, rule: str, tokens: Sequence[int]) -> Said[str]:
    """A value that follows by `rule` from these tokens, each cited alone, in the order of the text."""
    return Said(value, rule, tuple(paragraph.span(at, at + 1) for at in sorted(set(tokens))))


def evidence(paragraph: Paragraph, trigger: Token) -> At:
    """The sentence of the trigger; of one that is too long, the words around it."""
    sentence = trigger.sent
    start, end = sentence.start, sentence.end
    while end - start > 2 and _length(paragraph, start, end) > LONGEST_EVIDENCE:
        start, end = (start + 1, end) if trigger.i - start > end - trigger.i else (start, end - 1)
    return At(paragraph.index, start, end)


def told(setting: Setting, *, on_the_ground: bool) -> dict[str, Any]:
    """The fields of a finding that its setting gives. What happens on the ground goes on where the sentences before
    were; who telephones whom does not."""
    return {
        "on": setting.on,
        "recent": setting.recent,
        "place": setting.place or (setting.scene if on_the_ground else None),
        "per": setting.per,
        "via": setting.via,
    }


def sentences(around: Around) -> Iterator[tuple[Paragraph, Any]]:
    """The sentences that may tell deeds, with their paragraphs: those of titles, headings and body in the parts that
    may tell of a conflict; captions show older things."""
    for paragraph in around.report.paragraphs:
        if paragraph.role != "caption" and paragraph.part in around.parts:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence


def statements(around: Around) -> Iterator[StatementMention]:
    """The statements of the parts that may tell of a conflict, in the order of the text."""
    for statement in around.found.statements:
        if around.report.paragraphs[statement.at.paragraph].part in around.parts:
            yield statement


def _observation(report: Report, kind: str, mention: DeedMention[Any], seen: Counter[int]) -> Observation:
    trigger = report.span(mention.at)
    which = seen[trigger.start]
    seen[trigger.start] += 1
    finding: Finding = mention.finding
    return Observation(
        id=observation_id(report.document.id, kind, trigger.start, which),
        document=report.document.id,
        part=report.paragraphs[mention.at.paragraph].part,
        trigger=trigger,
        evidence=tuple(report.span(at) for at in mention.evidence),
        finding=finding,
    )


def _length(paragraph: Paragraph, start: int, end: int) -> int:
    span = paragraph.span(start, end)
    return span.end - span.start
