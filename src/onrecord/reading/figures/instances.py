"""What is counted by the time or by weight: "387 instances of shelling", "attacked 59 times", "28 tons of aid"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted, phrase_at
from onrecord.reading.figures.frames import Told
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.measures import Frame, by_head, forms, measures, units

TIMES = "times"
ADVERBIAL = frozenset({"npadvmod", "dobj", "advmod"})


def by_instance(doc: Doc, number: Counted) -> Told | None:
    """The measure of deeds that a number counts by the time, or of what it weighs."""
    if number.noun is None or number.single or number.share:
        return None
    noun = doc[number.noun]
    if noun.lower_ == TIMES:
        return _done_times(noun)
    if noun.lower_ in forms_of("instances"):
        return _of(doc, number, "instance")
    return _of(doc, number, "load") if any(noun.lower_ in forms(unit) for unit in units().weight) else None


def _done_times(times: Token) -> Told | None:
    """ "The town was shelled 12 times": the verb tells the deed."""
    verb = times.head
    if times.dep_ not in ADVERBIAL or verb.pos_ != "VERB":
        return None
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    for frame in _frames("times"):
        own = tuple(each.i for each in objects if any(each.lower_ in forms(noun) for noun in frame.nouns))
        if any(verb.lower_ in forms(each) for each in frame.verbs) and (own or not frame.nouns):
            return Told(frame.measure, (verb.i, *own), verb.i)
    return None


def _of(doc: Doc, number: Counted, role: str) -> Told | None:
    """What is told behind "of", and for a load the verb that brings it."""
    assert number.noun is not None
    for thing in _behind_of(doc[number.noun]):
        for frame in _frames(role):
            held = phrase_at(doc, thing.i, by_head(frame.nouns))
            verb = _verb_over(doc[number.noun], frame)
            if held is not None and (verb is not None or not frame.verbs):
                own = () if verb is None else (verb.i,)
                return Told(frame.measure, (*range(*held), *own), number.noun if verb is None else verb.i)
    return None


def _behind_of(noun: Token) -> Iterator[Token]:
    for of in noun.rights:
        if of.lower_ == "of":
            yield from (thing for thing in of.children if thing.dep_ in ("pobj", "pcomp"))


def _verb_over(noun: Token, frame: Frame) -> Token | None:
    above = (noun.head, *(child for child in noun.children if child.dep_ in ("acl", "relcl")))
    return next((each for each in above if any(each.lower_ in forms(verb) for verb in frame.verbs)), None)


@cache
def _frames(role: str) -> tuple[Frame, ...]:
    return tuple(frame for frame in measures().frames if frame.role == role)
