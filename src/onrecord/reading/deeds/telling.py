"""What the readers of deeds have in common: where they look, how words become values, and the rules for words.

Contacts, commitments, control, agreements, compliance, sites and events hang on a verb or a noun. Who did it to whom,
whether it came about, and when, where and by whose word are answered by `roles`, `status` and `setting`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.said import Said
from onrecord.reading.deeds import actors as deed_actors
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.found import StatementMention
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule, verbatim

RULES: dict[str, Rule] = {"verbatim": verbatim, **deed_actors.STATES}


def words(paragraph: Paragraph, start: int, end: int) -> Said[str]:
    """The words of tokens `start` to `end` (excluded), with single spaces, as a value of their own."""
    return Said(" ".join(paragraph.doc[start:end].text.split()), "verbatim", (paragraph.span(start, end),))


def cited(paragraph: Paragraph, value: str, rule: str, tokens: Sequence[int]) -> Said[str]:
    """A value that follows by `rule` from these tokens, each cited alone, in the order of the text."""
    return Said(value, rule, tuple(paragraph.span(at, at + 1) for at in sorted(set(tokens))))


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
