"""How a number stands in its sentence: what it is subject, object or complement of."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.deeds.grammar import reads_as_passive
from onrecord.reading.figures.counted import Counted

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SUMS = frozenset({"total", "group"})


class Relation(NamedTuple):
    """How a number stands to another word: object, subject or of, and that word's token."""

    role: str
    governor: int


def relations_of(doc: Doc, number: Counted) -> Iterator[Relation]:
    """What the number is subject, object or complement of, the nearest first."""
    bearer = doc[number.bearer]
    for _ in range(5):
        if bearer.dep_ != "conj" or bearer.head.pos_ not in ("NOUN", "PROPN", "NUM", "PRON"):
            break
        bearer = bearer.head
    if bearer.dep_ == "appos":
        bearer = bearer.head
    yield from _of_argument(bearer)
    if bearer.dep_ == "pobj" and bearer.head.lower_ == "of" and bearer.head.head.lower_ in SUMS:
        yield from _of_argument(bearer.head.head)  # "a total of 11 people, including a girl, were killed"
    if number.noun is None or doc[number.noun].lower_ != "those":  # "three of those injured" counts no injured
        for child in doc[number.bearer if number.noun is None else number.noun].children:
            yield from _of_modifier(child)


def _of_argument(bearer: Token) -> Iterator[Relation]:
    head = bearer.head
    if bearer.dep_ == "nsubjpass":
        yield Relation("object", head.i)
    elif bearer.dep_ == "nsubj":
        yield Relation("subject", head.i)
        if reads_as_passive(head):
            yield Relation("object", head.i)
    elif bearer.dep_ in ("dobj", "attr", "oprd", "dep"):
        yield Relation("object", head.i)
    elif bearer.dep_ == "pobj" and head.lower_ == "between" and head.head.pos_ == "VERB":
        yield Relation("object", head.head.i)
    elif bearer.dep_ == "pobj" and (head.lower_ == "of" or (head.lower_ == "to" and head.head.lower_ == "home")):
        yield Relation("of", head.head.i)
        if head.i and head.head.pos_ == "VERB" and head.nbor(-1).pos_ == "NOUN":  # "took control of 12 towns"
            yield Relation("of", head.i - 1)
    if bearer.dep_ in (*SUBJECTS, "dobj"):
        for child in head.children:
            own = any(grandchild.dep_ in SUBJECTS for grandchild in child.children)
            if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX") and not own:
                helping = {grandchild.lower_ for grandchild in child.children if grandchild.dep_ == "aux"}
                passive = any(grandchild.dep_ == "auxpass" for grandchild in child.children)
                bare = child.tag_ == "VBN" and "have" not in helping  # not "are believed to have died"
                passive = passive or (bare and bearer.dep_ == "nsubjpass")  # "were reported killed"
                yield Relation("object" if passive else "subject", child.i)


def _of_modifier(child: Token) -> Iterator[Relation]:
    """Participles and relative clauses on the counted noun: "people displaced by", "people who died"."""
    if child.dep_ == "acl":
        yield Relation("object" if child.tag_ in ("VBN", "VBD") else "subject", child.i)
    elif child.dep_ == "relcl":
        for word in child.children:
            if word.lower_ in RELATIVE and word.dep_ in SUBJECTS:
                yield Relation("object" if word.dep_ == "nsubjpass" else "subject", child.i)
