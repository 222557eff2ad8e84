"""Who does a deed: subjects, those behind "by", owners of the noun or of the means."""

from spacy.tokens import Token

from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.deeds.forms import negation
from onrecord.reading.deeds.grammar import (
    VERBS,
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
from onrecord.reading.deeds.owners import is_situated, owners, parties, through
from onrecord.reading.deeds.subjects import Tokens, subjects
from onrecord.reading.deeds.turned import is_turned, turned_by
from onrecord.vocabulary import settings
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.deeds import effect

GENITIVE = frozenset({"of"})
BY = frozenset({"by"})
BLAMING = frozenset({"accuse", "blame"})
CLAUSES = frozenset({"acl", "relcl"})
TAKEN = frozenset({"dobj", "nsubjpass"})


def doers(deed: Token) -> Tokens:
    """Those who do it: never a backer, an instrument or whoever it is done to."""
    found = _of_noun(deed) if is_noun(deed) else _of_verb(deed)
    found = tuple(each for token in found for each in _made_to_end(token) or (token,))
    return each_once(token for token in through(joined(found)) if not is_aside(token))


def _made_to_end(owner: Token) -> Tokens:
    """Whose deed it is that somebody is made to end: "hoped to force Russia to halt its offensive"."""
    deed, verb = owner.head, owner.head.head
    ends = owner.tag_ == "PRP$" and deed.dep_ == "dobj" and verb.dep_ == "xcomp"
    return subjects(verb) if ends and effect(verb.lower_, "object") == "ended" else ()


def _of_verb(verb: Token) -> Tokens:
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
        token for token in behind(verb, BY) if not is_aside(token) and (token.dep_ == "pobj" or is_noun(token))
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
    return tuple(hands) or tuple(token for noun in within for token in _of_noun(noun))


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


def _of_noun(noun: Token) -> Tokens:
    said = tuple(token for token in behind(noun, BY) if not is_aside(token))
    if is_under(noun):
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
    led = next((child for child in noun.children if is_led(child, noun)), None)
    return tuple(behind(led, BY)) if led is not None else _of_carrier(noun)


def is_led(clause: Token, noun: Token) -> bool:
    """ "an offensive led by", "which was led by": a clause that says who does it, and stands right behind it. Behind
    another noun it tells whose that is, whatever the parse ("between the army led by its chief and the rebels")."""
    leads = clause.dep_ in CLAUSES and clause.tag_ == "VBN" and word(clause) in role_words().light
    return leads and (clause.i == noun.i + 1 or clause.nbor(-1).pos_ not in ("NOUN", "PROPN"))


def is_under(noun: Token) -> bool:
    """ "under the control of the rebels": it is they who control."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "under" and word(noun) in role_words().sway


def claimers(noun: Token) -> Tokens:
    """Those who say that a deed told by a noun was theirs: "claimed the attack", "took responsibility for the raid"."""
    clause = next((child for child in noun.rights if child.dep_ in CLAUSES and word(child) == "claim"), None)
    if clause is not None and is_passive(clause):
        return tuple(behind(clause, BY))
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        admitted = noun.head.head
        verb = admitted.head if word(admitted) in settings.words().blame and admitted.dep_ in TAKEN else admitted
    elif noun.dep_ not in TAKEN or word(verb) != "claim":
        return ()
    if verb.pos_ not in VERBS or word(verb) not in settings.words().admitting or negation(verb) is not None:
        return ()
    return tuple(behind(verb, BY)) if is_passive(verb) else subjects(verb)


def _of_carrier(noun: Token) -> Tokens:
    """Who launches, carries out, claims or comes under what the noun tells."""
    claimed = claimers(noun)
    if claimed:
        return claimed
    above = noun.head
    if noun.dep_ == "pobj" and above.head.pos_ in VERBS:
        if is_turned(above.head):
            return turned_by(above.head)
        if above.lower_ == "in" and word(above.head) in role_words().engaging:
            return subjects(above.head)
        if above.lower_ in ("of", "for") and word(above.head) in BLAMING and not is_passive(above.head):
            return tuple(direct_objects(above.head)[:1])
        answers = above.lower_ == "with" and word(above.head) in role_words().answering
        return subjects(above.head) if answers and not is_passive(above.head) else ()
    verb = carrier(noun)
    if verb is None:
        return ()
    if is_turned(verb):
        return turned_by(verb)
    launched = word(verb) in role_words().light and (noun.dep_ != "nsubj" or is_passive(verb))
    return _of_verb(verb) if launched else ()


def carrier(noun: Token) -> Token | None:
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
