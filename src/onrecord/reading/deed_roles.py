"""Who did a deed to whom: the heads of the noun phrases of those who do it, undergo it and share in it.

A deed is a verb ("shelled") or a noun ("the shelling of"). The answers are tokens, each once, in the order of the text;
() where grammar does not tell. They may be anything, a shell or a storm; `actors_of` gives those that are somebody.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.reading.deed_actors import actors_of as actors_of
from onrecord.reading.deed_grammar import VERBS, behind, direct_objects, is_noun, is_passive, joined, own_subjects, word
from onrecord.reading.deed_owners import is_situated, owners, parties, through
from onrecord.reading.deed_subjects import RELATIVE, Tokens, antecedent, subjects
from onrecord.reading.deed_turned import is_turned, turned_by
from onrecord.reading.names import HYPHENS
from onrecord.vocabulary.dates import date_words
from onrecord.vocabulary.deed_roles import role_words

AGAINST = frozenset({"on", "upon", "against"})
GENITIVE = frozenset({"of"})
BY = frozenset({"by"})
WITH = frozenset({"with"})


def doers(deed: Token) -> Tokens:
    """Those who do it: never a backer, an instrument or whoever it is done to."""
    found = _doers_of_noun(deed) if is_noun(deed) else _doers_of_verb(deed)
    return _each_once(token for token in through(joined(found)) if not _is_aside(token))


def undergoers(deed: Token, prepositions: frozenset[str] = AGAINST) -> Tokens:
    """Those it is done to: objects, receivers, and what stands behind `prepositions` ("an attack on")."""
    found = _undergoers_of_noun(deed, prepositions) if is_noun(deed) else _undergoers_of_verb(deed, prepositions)
    return _each_once(joined(token for token in found if not _is_aside(token)))


def partners(deed: Token) -> Tokens:
    """Those it is done with, besides its doers: "met with X", "talks between X and Y", "the Israel-Hamas war"."""
    found = list(_beside(deed))
    if is_noun(deed):
        found += parties(deed) if word(deed) in role_words().mutual else ()
        carrier = _carrier(deed)
        found += _beside(carrier) if carrier is not None else ()
        if word(deed) in ("meeting", "summit") and not any(behind(deed, WITH)):
            found += behind(deed, GENITIVE)
    else:
        if word(deed) in role_words().meeting and not is_passive(deed):
            found += direct_objects(deed)
        found += [
            token for noun in direct_objects(deed) if word(noun) in role_words().mutual for token in _beside(noun)
        ]
    return _each_once(joined(token for token in found if not _is_aside(token)))


def object_of(deed: Token) -> Token | None:
    """What was hit, taken or given: the object of a verb, the "of" or "on" of a noun; None where none is told."""
    if not is_noun(deed) and not is_passive(deed):
        things = [token for token in direct_objects(deed) if not (_only_tells(deed, token) or _is_aside(token))]
        things = [token for token in things if token.lower_ not in RELATIVE]
        if things:
            return things[0]
    found = undergoers(deed)
    return found[0] if found else None


def _doers_of_verb(verb: Token) -> Tokens:
    if is_turned(verb):
        return turned_by(verb)
    if not is_passive(verb):
        return subjects(verb)
    agents = _agents(verb)
    if agents or word(verb) not in role_words().light:
        return agents
    told = (noun for noun in subjects(verb) if word(noun) in role_words().means)  # "Turkish raids were conducted"
    return tuple(owner for noun in told if not is_situated(noun) for owner in owners(noun))


def _agents(verb: Token) -> Tokens:
    """Those behind "by", or whose attack it was done in; passives joined by "and" share them."""
    found = tuple(
        token for token in behind(verb, BY) if not _is_aside(token) and (token.dep_ == "pobj" or is_noun(token))
    )
    found = found or _before_hyphen(verb)
    if found:
        return found
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ in VERBS and _shares_voice(other):
            return _agents(other)
    hands = (
        hand for at in behind(verb, ("at",)) if word(at) == "hand" for hand in (*behind(at, GENITIVE), *owners(at))
    )
    within = (noun for noun in behind(verb, ("in", "during")) if word(noun) in role_words().means)
    return tuple(hands) or tuple(token for noun in within for token in _doers_of_noun(noun))


def _shares_voice(verb: Token) -> bool:
    """Whether the verb is joined to a passive by "and" alone: "were attacked and killed by"."""
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children) or not is_passive(verb):
        return False
    harms = role_words().harms
    own = own_subjects(verb) and not (word(verb) in harms and word(verb.head) in harms)  # "killed and two wounded in"
    return not own and any(child.lower_ in ("and", "or", "then") for child in verb.head.children)


def _before_hyphen(verb: Token) -> Tokens:
    """ "a rebel-held town"."""
    joins = verb.dep_ == "amod" and verb.i > 1 and verb.nbor(-1).text in HYPHENS
    return (verb.nbor(-2),) if joins and verb.nbor(-2).sent == verb.sent else ()


def _doers_of_noun(noun: Token) -> Tokens:
    said = tuple(token for token in behind(noun, BY) if not _is_aside(token))
    if _is_under(noun):
        return said or tuple(behind(noun, GENITIVE)) or owners(noun)
    if said and not (owners(noun) and all(word(token) in role_words().means for token in said)):
        return said
    words, name = role_words(), word(noun)
    objective = any(behind(noun, GENITIVE))
    if name in words.suffered and not objective:
        return ()
    owned = owners(noun)
    if owned and not (is_situated(noun) and owned[0].dep_ != "poss") and not (name in words.mutual and parties(noun)):
        return owned
    if name in words.own and objective:
        return tuple(behind(noun, GENITIVE))
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and word(child) in words.light:
            return tuple(behind(child, BY))
    return _of_carrier(noun)


def _is_under(noun: Token) -> bool:
    """ "under the control of the rebels": it is they who control."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "under" and word(noun) in role_words().sway


def _of_carrier(noun: Token) -> Tokens:
    """Who launches, carries out or comes under what the noun tells."""
    above = noun.head
    if noun.dep_ == "pobj" and above.head.pos_ in VERBS:
        verb = above.head
        if is_turned(verb):
            return turned_by(verb)
        answers = above.lower_ == "with" and word(verb) in role_words().answering
        return subjects(verb) if answers and not is_passive(verb) else ()
    carrier = _carrier(noun)
    if carrier is None:
        return ()
    if is_turned(carrier):
        return turned_by(carrier)
    launched = word(carrier) in role_words().light and (noun.dep_ != "nsubj" or is_passive(carrier))
    return _doers_of_verb(carrier) if launched else ()


def _carrier(noun: Token) -> Token | None:
    """The verb that the noun is the object of, or of which it is the subject and which only says that it was."""
    for _ in range(4):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    verb = noun.head
    if verb.pos_ not in VERBS or noun.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return None
    if noun.dep_ == "nsubj" and (is_passive(verb) or any(child.dep_ in ("dobj", "ccomp") for child in verb.children)):
        return verb if is_passive(verb) else None
    return verb


def _undergoers_of_verb(verb: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    if is_turned(verb) or is_passive(verb):
        yield from subjects(verb)
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
    found = [noun for noun in behind(token, prepositions) if not _is_aside(noun)]
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
    return (verb.head,) if transitive and not told and not _is_aside(verb.head) and own_subjects(verb) else ()


def _undergoers_of_noun(noun: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    words, name = role_words(), word(noun)
    aimed = prepositions | ({"at"} if name in words.aiming else frozenset())
    found = _first(noun, aimed)
    if name not in words.own and name not in words.mutual and not _is_under(noun):
        found += behind(noun, GENITIVE)
    if name in words.suffered and not any(behind(noun, GENITIVE)):
        found += [child for child in noun.children if child.dep_ == "poss"]
    verb = _carrier(noun)
    if not found and verb is not None:
        if is_turned(verb):
            found += subjects(verb)
        elif word(verb) in words.light:
            found += behind(verb, aimed)
    if not found and noun.dep_ == "pobj":
        verb = noun.head.head
        if is_turned(verb):
            found += subjects(verb)
        elif word(verb) in words.answering:
            found += behind(verb, aimed)
    if not found and noun.dep_ == "nsubj" and word(noun.head) in words.hitting and not is_passive(noun.head):
        found += direct_objects(noun.head)
    yield from found


def _beside(deed: Token) -> Iterator[Token]:
    """The nouns behind "with", "between" and "among"; for a noun that its parties open, those of its verb."""
    nouns = behind(deed, ("with", "between", "among", "amongst"))
    yield from (noun for noun in nouns if noun.dep_ == "pobj")


def _each_once(tokens: Iterable[Token]) -> Tokens:
    found = {token.i: token for token in tokens if not token.is_punct}
    return tuple(found[at] for at in sorted(found))


def _is_aside(token: Token) -> bool:
    """Whether the noun only tells when or how: "on Monday", "by the end of March", "on the ground"."""
    words = date_words()
    names = (
        token.lower_ in words.weekdays
        or token.lower_ in words.months
        or (token.text.isdigit() and len(token.text) == 4)
    )
    return names or (token.pos_ != "PROPN" and word(token) in role_words().asides)
