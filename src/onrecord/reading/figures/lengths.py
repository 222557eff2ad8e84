"""Lengths and areas as figures: how far forces are from somewhere, how much land was taken or burned.

A distance that only tells where a place lies ("Zaltan, 140 km west of Tripoli") is no figure of the crisis.
"""

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted, phrase_at
from onrecord.reading.figures.relations import SUBJECTS
from onrecord.vocabulary.figures import forms_of, kinds
from onrecord.vocabulary.measures import by_head, forms, heads, measures

BETWEEN = frozenset({"ADV", "ADP", "ADJ", "SCONJ", "PART"})
LONGEST_WAY = 5


def length_of(doc: Doc, number: Counted) -> tuple[str, tuple[int, ...], int] | None:
    """The measure, the tokens that tell it (for a distance with the noun for who is so far) and its clause."""
    if number.noun is None or (number.start and doc[number.start - 1].text == "("):
        return None  # in brackets: the same length again in another unit
    for frame in measures().frames:
        held = phrase_at(doc, number.noun, by_head(frame.nouns)) if frame.role == "unit" else None
        if held is not None and frame.measure == "area":
            return frame.measure, tuple(range(*held)), number.bearer
        if held is not None:
            mover = _mover(doc, number)
            return (frame.measure, (*range(*held), mover.i), number.bearer) if mover is not None else None
    return None


def _mover(doc: Doc, number: Counted) -> Token | None:
    """The forces or the front that are so far from somewhere, or went so far."""
    if number.start and doc[number.start - 1].text in (",", "(", "–", "-"):
        return None
    token = doc[number.bearer]
    for _ in range(LONGEST_WAY):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
        if token.pos_ not in BETWEEN:
            return None
    subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
    if any(child.dep_ == "dobj" and child.i < number.start for child in token.children):
        return None  # where what they did something to lies
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if any(
        token.lower_ in forms(verb)
        for frame in measures().frames
        if frame.measure in kinds().states and not frame.nouns
        for verb in frame.verbs
    ):
        return None  # "soldiers were killed 20 km east of the town"
    moves = token.lower_ in forms_of("advancing")
    forces = subject.lower_ in forms_of("fronts") or phrase_at(doc, subject.i, heads("combatant", "status"))
    return subject if moves or forces else None
