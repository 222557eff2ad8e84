"""Whom a deed is done to: objects, receivers, subjects of passives, and what stands behind "of", "on" and "against"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.doers import GENITIVE, carrier, is_under
from onrecord.reading.deeds.grammar import (
    behind,
    direct_objects,
    each_once,
    is_aside,
    is_noun,
    is_passive,
    joined,
    own_subjects,
    word,
)
from onrecord.reading.deeds.subjects import RELATIVE, Tokens, antecedent, subjects
from onrecord.reading.deeds.turned import is_turned
from onrecord.vocabulary.deed_roles import role_words

AGAINST = frozenset({"on", "upon", "against"})
LET_FLY = frozenset({"fire", "launch"})  # nobody is: "attackers from the hills fired and fled"
PIERCED = frozenset({"through", "into"})


def undergoers(deed: Token, prepositions: frozenset[str] = AGAINST) -> Tokens:
    """Those it is done to: objects, receivers, and what stands behind `prepositions` ("an attack on")."""
    found = _of_noun(deed, prepositions) if is_noun(deed) else _of_verb(deed, prepositions)
    return each_once(joined(token for token in found if not is_aside(token)))


def object_of(deed: Token) -> Token | None:
    """What was hit, taken or given: the object of a verb, the "of" or "on" of a noun; None where none is told."""
    if not is_noun(deed) and not is_passive(deed):
        things = [token for token in direct_objects(deed) if not (_only_tells(deed, token) or is_aside(token))]
        things = [token for token in things if token.lower_ not in RELATIVE]
        if things:
            return things[0]
    found = undergoers(deed)
    return found[0] if found else None


def _of_verb(verb: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    if is_turned(verb) or is_passive(verb):
        yield from (each for each in subjects(verb) if word(verb) not in LET_FLY or _only_tells(verb, each))
        if not is_turned(verb):
            return
    receivers = list(_receivers(verb))
    relative = _relative_object(verb)
    if receivers:
        yield from receivers
        return
    things = direct_objects(verb)
    words = role_words()
    means = [thing for thing in things if _only_tells(verb, thing)]
    if word(verb) not in words.meeting and not is_turned(verb):
        yield from (thing for thing in things if thing not in means and thing.lower_ not in RELATIVE)
        yield from relative
    if not things or means:
        aimed = prepositions | ({"at"} if word(verb) in words.aiming else frozenset())
        yield from _first(verb, aimed)
        for thing in means:
            yield from _first(thing, aimed)


def _first(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """The nouns behind the nearest of the prepositions that does not tell when."""
    found = [noun for noun in behind(token, prepositions) if not is_aside(noun)]
    return [noun for noun in found if noun.head == found[0].head]


def _only_tells(verb: Token, thing: Token) -> bool:
    """Whether the object is the deed or its means, and so not whom it is done to: "launched an attack on"."""
    words, name = role_words(), word(thing)
    if word(verb) in words.loosing:
        return name in words.means or name in words.aiming
    return word(verb) in words.light and (name in words.means or name in words.mutual or name in words.own)


def _receivers(verb: Token) -> Iterator[Token]:
    words, name = role_words(), word(verb)
    if name not in words.giving and name not in words.moving:
        return
    things = direct_objects(verb)
    for child in verb.children:
        if child.dep_ in ("dative", "iobj") and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield child
        elif child in things and name != "return":  # "gave the rebels missiles", where the parse makes one noun of both
            yield from (noun for noun in child.children if noun.dep_ == "compound" and noun.tag_ == "NNS")
        elif child.dep_ in ("dative", "prep") and child.lower_ == "to" and name in words.giving and things:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _relative_object(verb: Token) -> Tokens:
    """ "the town that the army shelled", "the town the army shelled"."""
    if verb.dep_ != "relcl" or is_passive(verb):
        return ()
    for child in verb.children:
        if child.dep_ in ("dobj", "pobj") and child.lower_ in RELATIVE:
            return antecedent(child, verb)
    told = any(
        child.dep_ in ("dobj", "xcomp", "ccomp", "advmod") or child.lower_ in RELATIVE for child in verb.children
    )
    transitive = word(verb) in role_words().transitive
    return (verb.head,) if transitive and not told and not is_aside(verb.head) and own_subjects(verb) else ()


def _of_noun(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    words, name = role_words(), word(noun)
    aimed = prepositions | ({"at"} if name in words.aiming else frozenset())
    found = _first(noun, aimed)
    if name not in words.own and name not in words.mutual and not is_under(noun):
        found += behind(noun, GENITIVE)
    if name in words.suffered and not any(behind(noun, GENITIVE)):
        found += [child for child in noun.children if child.dep_ == "poss"]
    verb = carrier(noun)
    if not found and verb is not None:
        if is_turned(verb):
            found += subjects(verb)
        elif word(verb) in words.light:
            found += _first(verb, aimed) or behind(verb, GENITIVE)
    if not found and noun.dep_ == "pobj":
        verb = noun.head.head
        if is_turned(verb):
            found += subjects(verb)
        elif word(verb) in words.answering:
            found += behind(verb, aimed)
    if not found and noun.dep_ == "nsubj" and word(noun.head) in words.hitting and not is_passive(noun.head):
        found += direct_objects(noun.head) or behind(noun.head, PIERCED)
    yield from found
