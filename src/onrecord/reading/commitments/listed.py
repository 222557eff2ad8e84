"""Commitments told in lists: "The council calls on: • the government to grant access; • all parties to protect", and
the terms of a deal: "What is in the deal? — Hezbollah moves its fighters; — Israeli forces withdraw over 60 days".

The line above a list tells what its items are: what somebody asks of others, each named in his item, or what an
agreement has each side do.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.reading.commitments.triggers import Told
from onrecord.reading.commitments.voiced import VOICED
from onrecord.reading.deeds.grammar import VERBS, own_subjects
from onrecord.reading.deeds.roles import doers
from onrecord.reading.report import Paragraph, Report
from onrecord.vocabulary.commitments import words

BULLETS = frozenset({"•", "-", "–", "—", "*", "▪", "·", "●", "o", "--"})
OPENS = frozenset({":", "?"})
LONGEST = 30  # items
MAY = frozenset({"may", "can", "could", "might"})
PRESENT = frozenset({"VBP", "VBZ", "VB"})


class Item(NamedTuple):
    """What an item of a list tells; `above` is the paragraph before the list, whose `sign` tells the type."""

    paragraph: Paragraph
    told: Told
    above: Paragraph
    sign: Token
    by: tuple[Token, ...] = ()


def items(report: Report) -> Iterator[Item]:
    """The commitments that the lists of a report tell, in the order of the text."""
    above: Paragraph | None = None
    for at, paragraph in enumerate(report.paragraphs):
        if not _is_item(paragraph):
            above = paragraph
        elif above is not None and above.part == paragraph.part and at - above.index <= LONGEST:
            yield from _of_item(paragraph, above)


def _is_item(paragraph: Paragraph) -> bool:
    return len(paragraph.doc) > 2 and paragraph.doc[0].text in BULLETS


def _of_item(paragraph: Paragraph, above: Paragraph) -> Iterator[Item]:
    if above.doc[-1].text not in OPENS:
        return
    asking = _asking(above)
    if asking is not None:
        for told in _asked(paragraph):
            yield Item(paragraph, told, above, asking, doers(asking))
        return
    deal = next((token for token in above.doc if token.lower_ in words("deals")), None)
    if deal is not None:
        for sentence in paragraph.doc.sents:
            yield from (Item(paragraph, told, above, deal) for told in _term(sentence))


def _asking(above: Paragraph) -> Token | None:
    """The verb of asking that the line before the list ends with: "calls on:", "urges:"."""
    for token in reversed(list(above.doc)[-4:]):
        if token.lower_ in words("ordering") | words("wants") and token.pos_ in VERBS:
            return token
    return None


def _asked(paragraph: Paragraph) -> Iterator[Told]:
    """ "the government to grant access": who is asked, and what to do."""
    doc = paragraph.doc
    sign = next((token for token in doc[1:] if token.tag_ == "TO" and token.head.tag_ == "VB"), None)
    if sign is None or any(token.tag_ in ("VBD", "VBZ", "VBP") for token in doc[1 : sign.i]):
        return
    deed = sign.head
    asked = [token for token in doc[1 : sign.i] if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound"]
    yield Told(deed, "demand", deed, (deed.i,), (), tuple(asked[:1]), rule=VOICED)


def _term(sentence: Span) -> Iterator[Told]:
    """ "Israeli forces withdraw gradually over 60 days": what a side is to do."""
    verb = sentence.root
    helping = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    heads: Sequence[Token] = own_subjects(verb)
    deed = next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"), verb)
    if verb.pos_ not in VERBS or not heads or helping & MAY or (verb.tag_ not in PRESENT and "will" not in helping):
        return
    yield Told(verb, "pledge", deed if verb.lemma_ == "be" else verb, (verb.i,), tuple(heads), rule=VOICED)
