"""Totals: a number said of a toll or of "the number of ..."; and those among the dead, the wounded or the missing."""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted, phrase_at
from onrecord.reading.figures.frames import Told, noun_frames, state_at, state_of
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import forms, measures

NUMBERING = frozenset({"number", "numbers", "numbered"})
NUMBERED = frozenset({"refugees", "displaced", "returned", "killed", "wounded", "casualties"})
TO_COUNT = 8  # tokens from a number to "the number of" behind it
NEAR_TOTAL, FAR_TOTAL = 3, 7  # steps from a number up to what it is the total of


def by_toll(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "the death toll rose to 45", "bringing the toll to 45", "the number of displaced people is 3 million"."""
    bearer = doc[number.bearer]
    risen = (
        number.start > 0 and doc[number.start - 1].lower_ == "to"
    )  # "from 10,000 to 15,000", of which the last is so now
    former = bearer.dep_ == "pobj" and bearer.head.lower_ == "from" and not risen
    if "persons" not in kinds or number.single or former:
        return None
    if (
        bearer.dep_ == "conj" and bearer.head.lower_ in words().totals
    ):  # "the number of dead and the thousands in danger"
        return None
    for token in (bearer, *_above_total(bearer)):
        for word in (token, *(child for child in token.children if child.i < bearer.i)):
            if word.lower_ in _tolls() and not _is_under(bearer, word):
                return Told(_tolls()[word.lower_], (word.i,), token.i)
            if word.lower_ in words().counts and (counted := _number_of(word, number.start)):
                return Told(*counted, token.i)
    return None


def by_numbering(doc: Doc, number: Counted) -> Told | None:
    """ "Refugees in Chad now number 1.1 million": who they are is the subject of the verb."""
    verb = doc[number.bearer].head
    if verb.lower_ not in NUMBERING or number.bearer < verb.i:
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    nouns = (frame for frame, table in noun_frames() if subject is not None and phrase_at(doc, subject.i, table))
    told = next((frame.measure for frame in nouns if not frame.verbs), None)
    return Told(told, (subject.i,), verb.i) if subject is not None and told in NUMBERED else None


def is_total(doc: Doc, number: Counted, told: Told) -> bool:
    """Whether the number is said of a toll, or of "the number of" something."""
    word = doc[told.words[0]]
    above = (word, *list(word.ancestors)[:3])
    return any(
        token.lower_ in words().totals and token.pos_ in ("NOUN", "PROPN") and token.i < number.start
        for token in above
        if not any(child.dep_ == "nsubj" for child in token.children)  # "refugees number 8,000"
    )


def by_number_behind(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "brings to 40 the number of journalists killed", "put at 58 the number of ...": the words for it come after."""
    bearer = doc[number.bearer]
    if "persons" not in kinds or bearer.dep_ != "pobj" or bearer.head.lower_ not in ("to", "at"):
        return None
    verb = bearer.head.head
    if verb.lower_ not in forms_of("putting"):
        return None
    for word in doc[number.end : min(number.end + TO_COUNT, bearer.sent.end)]:
        if word.lower_ not in words().counts or word.dep_ == "pobj":
            continue
        counted = _number_of(word, bearer.sent.end) or _state_behind(word)
        if counted is not None:
            return Told(*counted, verb.i)
    return None


def _is_under(bearer: Token, toll: Token) -> bool:
    """Whether the number only tells what the toll is of: "the toll from two attacks"."""
    between = list(bearer.ancestors)
    links = between[: between.index(toll)] if toll in between else []
    return any(link.dep_ == "prep" and link.lower_ != "of" for link in links)


def _state_behind(count: Token) -> tuple[str, tuple[int, ...]] | None:
    """ "The number uprooted": the state told right behind."""
    measure = state_of(count.nbor().lower_) if count.i + 1 < count.sent.end else None
    return (measure, (count.i + 1,)) if measure is not None else None


def _above_total(bearer: Token) -> list[Token]:
    """The words above a number that may be a total; all of the clause where the verb above it tells of totals."""
    above = list(bearer.ancestors)
    reaches = any(token.lower_ in forms_of("reaching") for token in above[:2])
    reaches = reaches or (bearer.dep_ == "pobj" and bearer.pos_ == "NUM" and bearer.head.lower_ in ("to", "at"))
    return above[: FAR_TOTAL if reaches else NEAR_TOTAL]


@cache
def _tolls() -> dict[str, str]:
    tolls = (frame for frame in measures().frames if frame.role == "toll")
    return {form: frame.measure for frame in tolls for noun in frame.nouns for form in forms(noun)}


def _number_of(count: Token, before: int) -> tuple[str, tuple[int, ...]] | None:
    """What "the number of ..." counts: its measure and the tokens that tell it."""
    of = next((child for child in count.children if child.lower_ == "of"), None)
    for token in of.subtree if of is not None else ():
        if token.i >= before:
            break
        nouns = (frame for frame, table in noun_frames() if not frame.verbs and phrase_at(token.doc, token.i, table))
        state = state_at(token.doc, token.i)
        measure = state[0] if state else state_of(token.lower_) or next((frame.measure for frame in nouns), None)
        if measure in kinds().states or measure in ("refugees", "casualties"):
            return measure, state[1] if state else (token.i,)
    after = of.right_edge.i + 1 if of is not None else before
    if after >= before:
        return None
    measure = state_of(count.doc[after].lower_)  # "of people on the move", "of leaders killed"
    return state_at(count.doc, after) or ((measure, (after,)) if measure is not None else None)


def among(doc: Doc, number: Counted, kinds: frozenset[str]) -> Told | None:
    """ "Among the dead were six children", "the dead include six children": what befell those they are some of."""
    bearer = doc[number.bearer]
    if "persons" not in kinds or bearer.dep_ not in ("nsubj", "attr", "dobj"):
        return None
    verb = bearer.head
    named = [noun for child in verb.children if child.lower_ == "among" for noun in child.children]
    if verb.lower_ in forms("include"):
        named += [child for child in verb.children if child.dep_ == "nsubj" and child != bearer]
    for noun in named:
        told = next((child for child in noun.children if child.dep_ == "acl"), noun)
        definite = noun.lower_ == "those" or any(child.lower_ in ("the", "these") for child in noun.children)
        measure = state_of(told.lower_)
        if definite and measure is not None:
            return Told(measure, (told.i,), verb.i)
    return None
