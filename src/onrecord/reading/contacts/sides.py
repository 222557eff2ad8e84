"""Between whom a contact is: those who do it, those they do it with, those who come for it and where they come to."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.contacts.attended import cut_off
from onrecord.reading.contacts.occasions import chain, occasion_of
from onrecord.reading.contacts.of_nouns import of_noun
from onrecord.reading.contacts.pairs import with_pair
from onrecord.reading.contacts.parties import Between, Sides, parties
from onrecord.reading.contacts.visits import goal_of, is_delegation, of_traveller
from onrecord.reading.contacts.whose import is_official
from onrecord.reading.deeds.grammar import (
    NOUNS,
    behind,
    direct_objects,
    each_once,
    is_noun,
    is_passive,
    joined,
    word,
)
from onrecord.reading.deeds.roles import doers, partners, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.contacts import contacts, nouns, verbs

WITH, TO = frozenset({"with"}), frozenset({"to"})
SAYING = frozenset({"with", "to"})
PURPOSE = frozenset({"xcomp", "advcl", "acl"})


def between(paragraph: Paragraph, found: Found, contact: Token) -> Between:
    """The sides that the words name; one hand may be empty ("talks between X and Y")."""
    if not is_noun(contact) and word(contact) in contacts().travelling:
        return of_traveller(paragraph, found, contact)
    if not is_noun(contact):
        return _of_verb(paragraph, found, contact)
    return Between() if _is_for_troops(contact) else of_noun(paragraph, found, contact)


def called(verb: Token) -> tuple[Token, ...]:
    """The object of a verb of calling, where nothing is said that it is called; parses may take a name for that."""
    told = [child for child in verb.children if child.dep_ in ("dobj", "oprd", "ccomp", "attr", "prt")]
    sure = len(told) == 1 and (told[0].dep_ == "dobj" or told[0].pos_ == "PROPN" or is_official(told[0]))
    titled = len(told) == 2 and is_official(told[0]) and told[1].left_edge.i == told[0].i + 1  # "his counterpart A B"
    return (told[-1],) if sure or (titled and told[1].pos_ == "PROPN") else ()


def _of_verb(paragraph: Paragraph, found: Found, verb: Token) -> Between:
    passive = is_passive(verb) and not is_by_means(verb)
    if passive and word(verb) not in ("receive", "host", "visit", "contact"):
        return Between()
    within = (*undergoers(verb, SAYING), *partners(verb), *behind(verb, ("in",)))
    if any(word(token) in contacts().private for token in within):
        return Between()
    receives = word(verb) in contacts().hosting and any(is_delegation(guest) for guest in direct_objects(verb))
    active = (receives and not passive) or is_by_means(verb)  # not "from" whom it comes, nor "by telephone"
    hosts = (joined(subjects(verb)) if active else doers(verb)) or cut_off(verb)
    hosts = hosts if passive else each_once((*_cut_apart(verb), *hosts))
    one = with_pair(paragraph, found, [head for head in hosts if word(head) not in contacts().unmet])
    if not one:
        return Between()
    if word(verb) == "visit":
        one = parties(paragraph, found, [head for head in doers(verb) if not _is_companion(head)])
        other = parties(paragraph, found, joined(noun for each in _purposes(verb) for noun in behind(each, WITH)))
        goal = goal_of(paragraph, found, verb, one)
        if goal is not None and other:
            return Between(one, other, goal[1])
        return Between(one, goal[0], goal[1]) if goal is not None else Between()
    if word(verb) == "write":
        return Between(one, parties(paragraph, found, joined(behind(verb, TO))))
    if word(verb) in contacts().hosting or word(verb) == "bring":
        guests = [child for child in verb.children if child.dep_ == "dobj"]
        if not passive:
            return Between(one, parties(paragraph, found, joined(guests)))
    if word(verb) in contacts().call:
        return Between(one, parties(paragraph, found, called(verb)))
    heads = [
        *partners(verb),
        *_through(verb),
        *(token for token in undergoers(verb, SAYING) if not _is_talked_about(token, verb)),
    ]
    other = with_pair(paragraph, found, [head for head in each_once(heads) if word(head) not in contacts().unmet])
    if not other and _meets_others(paragraph, found, verb):
        return Between()
    if not other and any(behind(verb, WITH)):
        return _with_officials(paragraph, found, verb, one)
    mover = verb.head if verb.dep_ in PURPOSE and word(verb.head) in contacts().moving else None
    goal = goal_of(paragraph, found, mover, one) if mover is not None else None
    return Between(one, other, goal[1] if goal is not None else None, mover)


def _cut_apart(verb: Token) -> list[Token]:
    """The first of two subjects that parses cut apart: "the minister, A B, and his counterpart met"."""
    named = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    joins = len(named) == 2 and verb.doc[named[1].left_edge.i - 1].lower_ == "and"
    return named[:1] if joins else []


def is_by_means(verb: Token) -> bool:
    """Whether "by" only leads to how they are in touch: "spoke by telephone", "met by video link"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return False
    return any(noun.lower_ in contacts().by_means for noun in behind(verb, ("by",)))


def _through(verb: Token) -> Iterator[Token]:
    """With whom, where the parse hangs that on how they are in touch: "spoke by telephone with"."""
    for means in behind(verb, ("by", "on", "over", "via", "through")):
        if means.lower_ in contacts().by_means:
            yield from joined(behind(means, SAYING))


def _with_officials(paragraph: Paragraph, found: Found, verb: Token, one: Sides) -> Between:
    """Several who meet officials without a name: "Kerry and Lavrov met with their counterparts from seven states,
    including Iran"; whoever they met else, they are not known to have met one another."""
    officials = [noun for noun in behind(verb, WITH) if is_official(noun)]
    named = joined(
        each
        for noun in officials
        for home in (noun, *behind(noun, ("from", "of")))
        for each in behind(home, ("including",))
    )
    other = parties(paragraph, found, named)
    return Between(one, other) if officials and len(one) + len(other) > 1 else Between()


def _meets_others(paragraph: Paragraph, found: Found, verb: Token) -> bool:
    """Whether they meet people of whom it is not known who they are: "both met experts"."""
    met = direct_objects(verb) if word(verb) == "meet" else ()
    return any(noun.pos_ in NOUNS and not any(found.dates.covering(paragraph.index, noun.i)) for noun in met)


def _is_companion(head: Token) -> bool:
    """Whether an official without a name goes with another: "the minister and his Belgian counterpart visited"."""
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in head.children)
    whose = any(child.dep_ == "poss" for child in head.children)
    return head.dep_ == "conj" and head.pos_ == "NOUN" and whose and not named


def _purposes(verb: Token) -> Iterator[Token]:
    """The nouns for the contact that a visit is for: "visited Riyadh for talks with"."""
    for noun in behind(verb, ("for",)):
        if noun.dep_ == "pobj" and any(True for _ in at_token(noun, verbs(), nouns())):
            yield noun


def _is_talked_about(token: Token, verb: Token) -> bool:
    """The object of "discuss", whatever it names."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.head.i == verb.i and word(verb) in contacts().talking


def _is_for_troops(noun: Token) -> bool:
    """Whether those met there are no side: "addressing troops during a visit"."""
    verb = occasion_of(noun) if word(noun) == "visit" else None
    return verb is not None and any(word(each) in contacts().unmet for each in undergoers(verb))


def separately(contact: Token, form: str, sides: Between) -> Sequence[tuple[Said[Actor], ...]]:
    """The sides of each contact that the words tell: "separate calls with X and Y" are two, and so is a call to two
    persons, unless it is one of three."""
    nouns = chain(contact) if is_noun(contact) else (contact,)
    apart = any(child.lower_ in contacts().apart for each in nouns for child in each.children)
    several = (
        is_noun(contact) and contact.tag_ in ("NNS", "NNPS") and word(contact) in ("call", "meeting", "conversation")
    )
    one_call = is_noun(contact) and contact.tag_ in ("NN", "NNP")  # "a call with both"
    called = form == "phone call" and not one_call and all(each.value.type == "person" for each in sides.all)
    together = any(token.lower_ in contacts().together for token in contact.sent)
    if len(sides.one) == 1 and len(sides.other) > 1 and (apart or several or (called and not together)):
        return [(sides.one[0], other) for other in sides.other]
    return [sides.all]
