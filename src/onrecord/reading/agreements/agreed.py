"""What a verb says is agreed on: "agreed to set up a buffer zone", "accepted the proposal to cease fire"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.grammar import word
from onrecord.vocabulary import accords


def agreed(verb: Token) -> list[Token]:
    """The heads of what is agreed on, or of what an offer that is accepted is to do."""
    if word(verb) == "accept":
        offers = (child for child in verb.children if child.dep_ == "dobj" and child.lower_ in accords.words("offers"))
        return [clause for offer in offers for clause in offer.children if clause.dep_ == "acl" and clause.tag_ == "VB"]
    told = [child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"]
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not told:
        return [verb.head]
    preps = (child for child in verb.children if child.lower_ in ("on", "to") and child.dep_ == "prep")
    return told or [noun for prep in preps for noun in prep.children]


def is_ceasing(words: Iterable[Token]) -> bool:
    """Whether what is agreed is to stop the fire: "to cease hostilities", "to halt all shelling"."""
    lowered = {each.lower_ for each in words}
    return bool(lowered & accords.words("ceasing")) and bool(lowered & accords.words("hostile"))


def core(term: Token) -> Iterator[Token]:
    """The words that tell what is agreed on, and not what that is for: "set up a buffer zone", not "to help"."""
    yield term
    for child in term.children:
        if child.dep_ in ("dobj", "amod", "compound", "xcomp") or (
            child.lower_ in ("from", "of") and child.dep_ == "prep"
        ):
            yield from (each for each in core(child) if each.i != term.i)
        elif child.dep_ == "pobj":
            yield child
