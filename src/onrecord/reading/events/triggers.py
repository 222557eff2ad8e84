"""Which words of a sentence tell a deed of a conflict: a verb or a noun of the vocabulary, in that part of speech, with
the words that must hang on it, and of a conflict for sure or by what stands around it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.deeds.grammar import behind, direct_objects, is_passive, word
from onrecord.reading.deeds.roles import object_of, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import NOUNS, at_token, ends_at
from onrecord.reading.told_once import among
from onrecord.vocabulary import unnamed
from onrecord.vocabulary.events import Kind, events, means, nouns, things, verbs
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.figures import words as figure_words

ARMED = frozenset({"armed force", "armed group", "militia", "police"})
MARCHING = frozenset({"armed force", "armed group", "militia"})
HELPER = "international organisation"
PEOPLE = frozenset({"population group"})
THOSE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
COMPLETING = {"AID": ("with",), "SANCTION": ("from", "of")}  # prepositions before what a deed is done with or to
OF = frozenset({"of"})  # "an outbreak of fighting"
OWN = frozenset({"their", "its", "his", "her"})
CAUSING = frozenset({"by", "in", "during", "from", "when", "after"})
NOT_HIT = frozenset({"by", "for", "with", "hard", "hardest", "badly", "worst", "severely"})  # "hit by floods"
BLAMED = frozenset({"for", "over"})
TOLLED = frozenset({"with", "to", "at", "of"})
AIMED = frozenset({"on", "against", "toward", "towards", "into"})


class Told(NamedTuple):
    """A deed told at `token`, of that kind; `words` are the tokens that tell it, in the order of the text."""

    token: Token
    kind: Kind
    words: tuple[int, ...]


@cache
def _telling() -> frozenset[str]:
    return frozenset((*verbs(), *nouns()))


def told(sentence: Span) -> Iterator[Told]:
    """The deeds told in a sentence, in the order of the text; a word tells at most one."""
    for token in among(sentence, _telling()):
        found = _told_by(token)
        if found is not None:
            yield found


def of_conflict(
    deed: Told, by: Sequence[Said[Actor]], to: Sequence[Said[Actor]], *, harmed: bool, ground: bool, hit: bool
) -> bool:
    """Whether the deed is one of a conflict: by its word alone, for the sake of somebody armed, a weapon, or harm, as
    a state's on some ground, or as an attack on something that is `hit`; one that must be aimed, only with who does it
    and at whom or what."""
    doing = {actor.value.type for actor in by}
    if _is_of_others(deed, doing) or (deed.kind.directed and not (by and (to or _is_aimed(deed)))):
        return False
    if deed.kind.sure or harmed or deed.kind.object in events().warlike:
        return True
    if deed.kind.mutual and not (by or to):
        return _is_raging(deed.token)
    if any(actor.value.type in ARMED for actor in (*by, *to)) or (deed.kind.plover == "AID" and HELPER in doing):
        return True
    if word(deed.token) in events().repelled and {actor.value.type for actor in to} == PEOPLE and doing <= PEOPLE:
        return True  # "aid workers were attacked", no words of a minister's
    aimed = deed.token.pos_ in NOUNS or word(deed.token) in events().repelled or _is_struck(deed.token)
    if hit and deed.kind.plover == "ASSAULT" and aimed:
        return True
    if hit and deed.kind.mode == "destroy" and by:
        return True  # "rioters burned a police station"
    if (deed.kind.states or ground or hit) and any(actor.value.type in events().armed for actor in by):
        return True
    return bool(means_of(deed))


def _is_of_others(deed: Told, doing: set[str]) -> bool:
    """Whether those who do it are none who do such deeds in a conflict, or not told of a mere state."""
    if deed.kind.own and not doing and deed.token.dep_ == "acl":
        return True
    if deed.kind.helpers and HELPER not in doing:
        return True
    if deed.kind.own and any(child.lower_ == "forcibly" for child in deed.token.children):
        return True  # "the soldiers were forcibly transferred": by others
    if deed.kind.plover == "PROTEST" and deed.kind.mode and (doing == {"person"} or doing & MARCHING):
        return True
    return deed.kind.plover == "MOBILIZE" and bool(doing) and doing.isdisjoint((*events().armed, "person"))


def is_other(deed: Told) -> bool:
    """Whether it was no single deed of people: a war ("the war has killed 400,000"), a storm, an accident."""
    if deed.kind.plover not in ("ASSAULT", "SANCTION", "AID"):
        return False
    if deed.token.dep_ == "advcl" and _sinks(deed.token.head):  # "a ferry sank, killing 12"
        return True
    near = [*subjects(deed.token), *behind(deed.token, CAUSING)]
    near = [noun for noun in near if not any(below.lower_ in nouns() for below in behind(noun, OF))]
    people = unnamed.nouns()  # "a suicide bomber" is none
    near += [part for noun in near if word(noun) not in people for part in noun.children if part.dep_ == "compound"]
    return any(word(noun) in events().wars | events().causes or _is_blaze(noun) for noun in near)


def _is_blaze(noun: Token) -> bool:
    """ "A fire at a nightclub", no gunfire."""
    return noun.lower_ == "fire" and any(child.dep_ == "det" and child.lower_ in ("a", "the") for child in noun.lefts)


def is_at_arms(deed: Token) -> bool:
    """Whether it is done to somebody armed or to some ground, by whatever word: "attacked a military unit"."""
    return any(ends_at(head, things(name)) for head in undergoers(deed) for name in ("armed", "grounds"))


def _is_struck(verb: Token) -> bool:
    """Whether it tells that something was hit, and not how hard or by what: "six locations were targeted"."""
    if word(verb) not in events().striking or not is_passive(verb):
        return False
    return not any(child.dep_ == "agent" or child.lower_ in NOT_HIT for child in verb.children)


def _is_raging(fight: Token) -> bool:
    """Whether a noun for a fight tells of arms, whoever the sides are: "heavy clashes", "battles raged"."""
    if fight.pos_ not in NOUNS or any(behind(fight, ("for", "over"))):
        return False
    if any(child.lower_ in events().bloodless for child in fight.children):
        return False
    told = fight.dep_ in ("nsubj", "nsubjpass") and word(fight.head) in events().raging
    return told or any(child.lower_ in events().fierce for child in fight.children if child.dep_ == "amod")


def _is_aimed(deed: Told) -> bool:
    if deed.kind.plover != "ASSAULT" or deed.token.pos_ not in NOUNS:
        return False
    return any(noun.pos_ == "PROPN" for noun in behind(deed.token, AIMED))


def means_of(deed: Told) -> tuple[int, ...]:
    """The words for what it was done with: in the noun's own phrase, as the verb's subject, or behind "with", "by"
    and "from"; nearest first."""
    token = deed.token
    near = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod", "nsubj")]
    for prep in token.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("with", "by", "from", "using"):
            near += [child for child in prep.children if child.dep_ == "pobj"]
    if token.pos_ in NOUNS and token.dep_ in ("nsubj", "dobj") and token.head.pos_ == "VERB":
        near += [child for child in token.head.children if child.dep_ == "agent"]
    if deed.kind.object == "projectiles" and deed.kind.thing is None:  # "fired missiles"
        near += [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    parts = [part for noun in near for part in (noun, *noun.lefts) if part is noun or part.dep_ in ("amod", "compound")]
    return tuple(part.i for part in parts if part.lower_ in means())


def _told_by(token: Token) -> Told | None:
    first = token.head if token.dep_ == "conj" else token
    if first.dep_ == "amod" and token.i < first.head.i and token.pos_ not in NOUNS:
        return None  # a state: "displaced people", "the besieged city", "captured or killed soldiers"
    counted = token.head if token.dep_ == "acl" and token.head.like_num else token
    named = any(child.dep_ == "det" for child in token.children)
    if token.tag_ == "VBN" and (counted.dep_ in THOSE or named or _is_toll(token)):
        return None  # people: "the wounded were treated"
    if any(child.lower_ in events().festive for child in token.children) or _sinks(token):
        return None
    if word(token) in ("fire", "shoot") and any(noun.lower_ == "air" for noun in behind(token, ("in", "into"))):
        return None
    if word(token) == "engage" and any(child.lower_ == "in" for child in token.children):
        return None  # what they are engaged in is the deed: "engaged in talks", "engaged in a battle"
    if word(token) == "come" and any(child.lower_ in BLAMED for child in token.children):
        return None  # "came under fire for his remarks"
    for kind, words in at_token(token, verbs(), nouns()):
        if _has_object(token, kind):
            return Told(token, kind, words)
    return None


def _is_toll(token: Token) -> bool:
    """Whether it only says what befell a number that a preposition leads in, or that somebody has counted: "a toll of
    41, with 207 injured", "has recorded 413 people killed"."""
    over = token.head
    for _ in range(2):
        over = over.head if over.dep_ in ("conj", "nummod") else over
    whole = over.head.head if over.dep_ == "pobj" and over.head.lower_ == "of" else over
    if token.dep_ == "acl" and whole.lower_ in figure_words().counts:  # "the number of leaders killed"
        return True
    if token.dep_ == "acl" and over.dep_ == "dobj" and over.head.lower_ in forms_of("tallying"):
        return True
    before = token.nbor(-1) if token.i - 1 > token.sent.start else None
    return before is not None and before.like_num and before.nbor(-1).lower_ in TOLLED


def _sinks(token: Token) -> bool:
    """Whether something came to harm, nobody being said to have done it: "a ferry sank", "the hall burned"."""
    return word(token) in events().unaided and token.pos_ == "VERB" and not (is_passive(token) or direct_objects(token))


def _has_object(token: Token, kind: Kind) -> bool:
    """Whether what it is done to is of the class that the kind asks for."""
    if kind.object is None:
        return True
    if token.pos_ in NOUNS:
        near = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod")]
        near += [noun for child in token.children if child.lower_ == "of" for noun in child.children]
    else:
        befalls = kind.turned and kind.thing is None
        roles = ("nsubj", "nsubjpass") if befalls else ("nsubjpass", "dobj")
        thing = object_of(token)
        near = [child for child in token.children if child.dep_ in roles]
        near += [thing] if thing is not None and not befalls else []
        near += behind(token, ("into", "over")) if kind.turned and not befalls else ()
        near += behind(token, COMPLETING.get(kind.plover, ()))
    if kind.plover == "AID" and any(child.lower_ in OWN for noun in near for child in noun.children):
        return False  # "handed over their weapons": they gave up their own
    whole = kind.object in events().whole
    parts = (part for noun in near for part in _parts(noun) if not (whole and part.dep_ == "compound"))
    return any(ends_at(part, things(kind.object)) for part in parts)


def _parts(noun: Token) -> Iterator[Token]:
    """The word, those joined to it, its compound parts, what it is a number or a group of ("dozens of tanks"), and what
    it carries ("trucks carrying food aid")."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("compound", "conj", "nmod"):
            yield child
        elif child.dep_ == "acl" and word(child) in ("carry", "bring", "deliver", "transport"):
            yield from direct_objects(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from child.children
