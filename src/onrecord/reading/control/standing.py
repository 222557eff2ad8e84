"""How a place stands: "is under the control of", "the last stronghold of", "under siege", "rebel-held"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.control.frames import (
    BASTION,
    BY,
    FROM,
    HANDS,
    HYPHENED,
    OF,
    SIEGE,
    UNDER,
    WORD,
    Heads,
    Reading,
)
from onrecord.reading.control.grounds import ground_at, grounds_at
from onrecord.reading.control.phrases import counted
from onrecord.reading.deeds.grammar import behind, direct_objects, is_passive, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control, forms_of, verbs

LAST = frozenset({"last", "remaining", "final", "only", "main"})


def swayers(noun: Token) -> Heads:
    """Those under whose control, or in whose hands, something is."""
    return tuple(behind(noun, OF)) or owners(noun) or doers(noun)


def under(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "is under the control of", "came under rebel control", "areas in rebel hands"; "are in control of"."""
    link = token.head
    if word(token) not in control().sway or token.dep_ != "pobj" or link.lower_ not in ("under", "in"):
        return
    above = link.head if link.head.lower_ != "back" else link.head.head
    if link.lower_ == "in" and word(token) == "control":
        left = direct_objects(above) if above.pos_ == "VERB" else (above,)  # "found the rebels in control of"
        stays = above.lower_ in forms_of("stays")
        holders = subjects(above) if stays else tuple(left)
        grounds = grounds_at(paragraph, found, behind(token, OF), named=True)
        yield Reading("holds", UNDER, above if stays else token, (token.i,), holders, (), grounds)
        return
    for name, change in (("comes", "took"), ("returns", "regained"), ("stays", "holds")):
        if above.lower_ in forms_of(name):
            back = next((child.i for child in above.children if child.lower_ == "back"), None)
            change, signs = ("regained", (back,)) if back is not None else (change, ())
            heads = undergoers(above) if name == "comes" and not subjects(above) else subjects(above)
            if name == "comes" and word(above) != "come" and not is_passive(above):
                heads = undergoers(above)
            grounds = grounds_at(paragraph, found, heads, named=True)
            yield Reading(change, UNDER, above, (above.i, *signs, token.i), swayers(token), (), grounds)
    if above.pos_ in ("NOUN", "PROPN"):
        held = _number_of(above)
        deed = held.head if held.dep_ == "dobj" and held.head.lower_ in forms_of("has") else token
        yield Reading("holds", UNDER, deed, (token.i,), swayers(token), (), grounds_at(paragraph, found, (held,)))


def _number_of(noun: Token) -> Token:
    """The number that tells how many of what the noun names are meant, or the noun: "six out of ten towns"."""
    return next((each for each in noun.ancestors if each.tag_ == "CD" and noun in counted(each)), noun)


def granted(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "gives the rebels control of the road", "leaving the army in control of": whoever is left with it holds it."""
    verb = token.head
    if word(token) not in control().sway or token.dep_ != "dobj" or verb.lower_ not in forms_of("grants"):
        return
    holders = tuple(child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP") or owners(token)
    heads = [head for each in (token, verb) for head in behind(each, OF | {"over"})]
    yield Reading("holds", UNDER, verb, (token.i,), holders, (), grounds_at(paragraph, found, heads, named=True))


def bastion(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "Sirte, the last stronghold of the rebels": whose stronghold a named place is holds it."""
    if token.lower_ not in forms_of("bastions") or token.dep_ != "appos" or token.tag_ != "NN":
        return
    if not any(child.lower_ in LAST for child in token.lefts):
        return
    ground = ground_at(paragraph, found, token.head)
    if ground is not None and ground.place is not None:
        yield Reading("holds", BASTION, token, (token.i,), swayers(token), (), (ground,))


def sieged(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "has been under siege by", "22 localities under blockade"; "the besieged city of Mariupol"."""
    if token.lower_ in forms_of("ringed") and token.dep_ == "amod" and token.i < token.head.i:
        ground = ground_at(paragraph, found, token.head)
        if ground is not None and ground.place is not None:
            yield Reading("besieged", SIEGE, token, (token.i,), (), (), (ground,))
        return
    link = token.head
    if token.lower_ not in forms_of("sieges") or token.dep_ != "pobj" or link.lower_ != "under":
        return
    before = paragraph.doc[link.i - 1] if link.i > token.sent.start else link
    verb = link.head
    stays = verb.lower_ in forms_of("stays") | forms_of("comes")
    heads = subjects(verb) if stays else (before,) if before.pos_ in ("NOUN", "PROPN") else ()
    holders = doers(token) or tuple(behind(token, BY | FROM)) or tuple(behind(verb, BY))
    grounds = grounds_at(paragraph, found, heads, named=True)
    yield Reading("besieged", SIEGE, verb if stays else token, (token.i,), holders, (), grounds)


def hyphened(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "rebel-held Misrata", "rebel-held parts of Misrata": only where a place is named."""
    joins = token.dep_ == "amod" and token.i - token.sent.start > 1 and token.nbor(-1).text in HYPHENS
    if not joins or token.lower_ not in control().hyphened:
        return
    ground = ground_at(paragraph, found, token.head, named=True)
    if ground is not None and (ground.place is not None or ground.area.value.split()[-1][0].isupper()):
        yield Reading("holds", HYPHENED, token, (token.i,), (token.nbor(-2),), (), (ground,))


def changed_hands(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "the town has changed hands several times"."""
    hands = next((child for child in token.rights if child.lower_ == "hands"), None)
    if token.pos_ == "VERB" and word(token) == "change" and hands is not None:
        grounds = grounds_at(paragraph, found, subjects(token), named=True)
        yield Reading("contested", HANDS, token, (token.i, hands.i), (), (), grounds)


def quoted(paragraph: Paragraph, found: Found, token: Token) -> Iterator[Reading]:
    """ "has “regained control” of the town", where the parse takes the verb for an adjective."""
    noun = token.head
    opened = token.i > token.sent.start and token.nbor(-1).is_quote
    if not opened or token.dep_ != "amod" or noun.dep_ != "dobj" or word(noun) not in control().sway:
        return
    for change, phrase in at_token(token, verbs(), {}, beside=(noun,)):
        grounds = grounds_at(paragraph, found, behind(noun, OF), named=True)
        yield Reading(change, WORD, noun.head, phrase, subjects(noun.head), (), grounds)
