"""Numbers of those out of whom it befell some, or of some of those another number tells: no numbers of their own."""

from spacy.tokens import Doc

from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import Told, state_of
from onrecord.vocabulary.figures import kinds, words

DEFINITE = frozenset({"the", "those", "these", "its", "their"})
SOME = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "percent", "%", "most", "majority", "many", "some", "part"}
)
VICTIMS = frozenset({"victims", "casualties", "deceased", "fatalities"})
OTHERS = (["the", "other"], ["the", "remaining"])
TO_WHOLE = 5
OUT_OF = (" out of", " out of the", " out of a population of", " out of a total of", " out of some", " out of its")
AMONG = frozenset({"on", "from", "with", "of", "among", "listed", "named", "wanted"})  # which of many is told


def is_of_known(doc: Doc, number: Counted, tells: Told) -> bool:
    """Whether it says something of people who are counted elsewhere, or counts those only some of whom are told of."""
    return (
        _is_of_the_dead(doc, number, tells)
        or _is_of_many_dead(doc, number, tells)
        or _is_of_few_named(doc, number)
        or _is_mere_whole(doc, number, tells)
        or _is_rest(doc, number)
    )


def _is_rest(doc: Doc, number: Counted) -> bool:
    """ "The other nine were killed instantly": of a number told before."""
    return [token.lower_ for token in doc[max(0, number.start - 2) : number.start]] in OTHERS


def is_severe(doc: Doc, number: Counted) -> bool:
    """Whether it counts those of the wounded who are worst hurt: "three seriously", "15 were critically wounded"."""
    at = max(number.last, number.end)
    while at < len(doc) and (doc[at].pos_ == "AUX" or doc[at].lower_ in words().others):
        at += 1
    return at < len(doc) and doc[at].lower_ in words().severely


def _is_of_the_dead(doc: Doc, number: Counted, tells: Told) -> bool:
    """ "three of the people killed were brothers": said of some of the dead, no new number of dead."""
    at, noun = number.end, number.noun
    if noun is None or at + 1 >= len(doc) or doc[at].lower_ != "of" or doc[at + 1].lower_ not in DEFINITE:
        return False
    if tells.measure in kinds().equipment and any(token.like_num for token in doc[at:noun]):
        return False  # "22 of the 27 drones"
    telling = doc[tells.words[0]]
    if state_of(doc[noun].lower_) == tells.measure or doc[noun].lower_ in VICTIMS:
        return True  # "two of the injured were taken to hospital", "seven of the victims died in a house"
    return telling.i == noun or (telling.dep_ in ("acl", "amod") and telling.head.i in (noun, number.bearer))


def _is_of_many_dead(doc: Doc, number: Counted, tells: Told) -> bool:
    """ "12 of the 16 journalists killed died in combat": how some of those died whom a greater number tells."""
    of, noun = doc[number.end] if number.end < len(doc) else None, number.noun
    if of is None or noun is None:
        return False
    whole = of.lower_ == "of" and any(token.like_num for token in doc[number.end + 1 : noun])
    states = (child for child in doc[noun].children if child.dep_ in ("acl", "relcl", "amod"))
    return whole and any(state_of(each.lower_) == tells.measure and each.i not in tells.words for each in states)


def _is_of_few_named(doc: Doc, number: Counted) -> bool:
    """ "Only two men on a list of suspects were killed": those of a kind among more, not all that were."""
    noun = number.noun
    before = [token.lower_ for token in doc[max(0, number.start - 2) : number.start]]
    if noun is None or before[-1:] not in (["only"], ["just"], ["merely"]):
        return False
    return any(
        child.i > noun and child.dep_ in ("prep", "relcl", "acl") and child.lower_ in AMONG
        for child in doc[noun].children
    )


def _is_mere_whole(doc: Doc, number: Counted, tells: Told) -> bool:
    """ "Ten of the 30 passengers were killed", "half of the town's 30,000 people fled", "of 45 drones 33 were shot
    down": those out of whom it befell some."""
    noun = doc[number.bearer if number.noun is None else number.noun]
    lead = doc[max(number.start - TO_WHOLE, 0) : number.start].text.lower()
    if f" {lead}".endswith(OUT_OF):
        return True
    some = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    at = number.start - 1
    named = at > 1 and doc[at].lower_ in DEFINITE and doc[at - 1].lower_ == "of" and doc[at - 2].like_num
    named = named or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i == noun.sent.start)
    if number.share or (not named and (some is None or some.lower_ not in SOME)):
        return False
    telling = doc[tells.words[0]]
    return not (telling.head.i == noun.i and telling.dep_ in ("acl", "amod", "relcl"))
