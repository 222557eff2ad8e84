"""Deeds that are called a breach: "described the raid as a violation of the truce", "is a breach of it"."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import SUBJECTS, direct_objects
from onrecord.reading.deeds.owners import owners
from onrecord.vocabulary import compliance

PREDICATES = frozenset({"oprd", "xcomp", "ccomp"})


class Judged(NamedTuple):
    """The verb by which it is called so, and the heads of those whose deed it is."""

    verb: Token
    heads: tuple[Token, ...]


def judged(wrong: Token) -> Judged | None:
    """Who calls what a breach; None where the noun for it stands for no deed told beside it."""
    if wrong.dep_ == "attr" and wrong.head.lemma_ == "be":
        return _of(wrong.head, [child for child in wrong.head.children if child.dep_ == "nsubj"])
    verb = wrong.head.head if wrong.dep_ == "pobj" and wrong.head.lower_ == "as" else wrong.head
    if verb.lower_ not in compliance.words("judging") or (verb is wrong.head and wrong.dep_ not in PREDICATES):
        return None
    own = [child for child in wrong.children if child.dep_ in SUBJECTS]
    return _of(verb, own or [thing for thing in direct_objects(verb) if thing.i != wrong.i])


def _of(verb: Token, things: Sequence[Token]) -> Judged | None:
    heads = tuple(head for thing in things for head in doers(thing) or owners(thing))
    return Judged(verb, heads) if heads else None
