"""Those whom aid is for: reached by what was brought to them, else in need of it."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import Told
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.measures import forms, measures

FOR = frozenset({"to", "for"})
HAVE = frozenset({"has", "have", "had"})


def by_aid(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "Provided food to 10,000 people", "aid for 10,000 people who fled"."""
    bearer = doc[number.bearer]
    if "persons" not in kinds or number.single or bearer.dep_ != "pobj" or bearer.head.lower_ not in FOR:
        return None
    above = bearer.head.head
    if any(word.lower_ in forms_of("abilities") for word in above.ancestors):  # "capacity to shelter", nobody yet
        return None
    for aid in _given(above):
        verb = above if above.pos_ == "VERB" else next((a for a in above.ancestors if a.pos_ == "VERB"), None)
        for measure, verbs, nouns in _frames():
            if aid.lower_ not in nouns:
                continue
            if not verbs:
                return Told(measure, (aid.i,), aid.i)
            if verb is not None and verb.lower_ in verbs and _is_done(verb):
                return Told(measure, (verb.i, aid.i), verb.i)
    return None


def _given(above: Token) -> Iterator[Token]:
    """The nouns for what is given: that which the phrase stands on, or the object of its verb, with those joined."""
    nouns = [child for child in above.children if child.dep_ == "dobj"] if above.pos_ == "VERB" else [above]
    for noun in nouns:
        yield noun
        yield from noun.conjuncts


def _is_done(verb: Token) -> bool:
    have = any(child.lower_ in HAVE and child.dep_ == "aux" for child in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and have)


@cache
def _frames() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Measure, forms of the verbs and forms of the nouns of each frame of aid."""
    return tuple(
        (
            frame.measure,
            frozenset(form for verb in frame.verbs for form in forms(verb.split()[0])),
            frozenset(form for noun in frame.nouns for form in forms(noun)),
        )
        for frame in measures().frames
        if frame.role == "aid"
    )
