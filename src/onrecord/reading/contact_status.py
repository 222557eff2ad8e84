"""Whether a contact was held, is planned or proposed, was called off or is denied."""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading import deed_status, deeds
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import words

RULE, PROPOSED = "contact status", "proposed contact"
STATUS = {  # by what became of the deed; what was only tried or supposed is no contact
    "happened": "held",
    "ongoing": "held",
    "planned": "planned",
    "called off": "called off",
    "denied": "denied",
}


def status_of(paragraph: Paragraph, contact: Token) -> Said[str] | None:
    """The status of a contact with the words that tell it; None where it is only supposed or cannot be told."""
    proposal = _proposal(contact)
    if proposal is not None:
        return deeds.cited(paragraph, "proposed", PROPOSED, (proposal.i,))
    found = deed_status.status_of(contact)
    value = STATUS.get(found.status) if found is not None else None
    return deeds.cited(paragraph, value, RULE, found.words) if found is not None and value is not None else None


def _proposal(contact: Token) -> Token | None:
    """What makes it proposed: "a possible summit", "called for talks", "offered to meet", "a summit could be held"."""
    for child in contact.children:
        if child.dep_ == "amod" and child.lower_ in words("proposed") and child.lower_ != "new":
            return child
    token = contact
    for _ in range(4):
        above = token.head
        if above.i == token.i or token.dep_ in ("nsubj", "advcl", "relcl"):
            break
        if above.pos_ == "VERB" and above.lower_ in words("proposed") and token.dep_ != "ROOT":
            return above
        token = above
    return None


def _follows(value: Any, words_: Sequence[str]) -> bool:
    return any(value == made and deed_status.derived(status, words_) for status, made in STATUS.items())


def _is_proposed(value: Any, words_: Sequence[str]) -> bool:
    return value == "proposed" and any(word.lower() in words("proposed") for word in words_)


RULES: dict[str, Rule] = {RULE: _follows, PROPOSED: _is_proposed}
