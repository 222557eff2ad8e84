"""Whose a contact is that a noun tells: "talks between", "his call to", "arrived for a meeting with".

Who stands with the noun itself, with the verb that carries it, or with what somebody does for it or at it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.reading.contacts import attended
from onrecord.reading.contacts.occasions import chain
from onrecord.reading.contacts.pairs import both_there, with_pair
from onrecord.reading.contacts.parties import Between, parties
from onrecord.reading.contacts.sendings import sent
from onrecord.reading.contacts.visits import goal_of, is_neutral
from onrecord.reading.contacts.whose import place_at
from onrecord.reading.deeds.grammar import (
    VERBS,
    behind,
    each_once,
    is_passive,
    joined,
    word,
)
from onrecord.reading.deeds.owners import parties as parties_before
from onrecord.reading.deeds.roles import doers, partners, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.contacts import contacts

BETWEEN = frozenset({"between", "among", "amongst"})
WITH, GENITIVE = frozenset({"with"}), frozenset({"of"})
BY = frozenset({"by"})


def of_noun(paragraph: Paragraph, found: Found, noun: Token) -> Between:
    """The sides of the contact that the noun tells, as far as its sentence names them."""
    nouns = chain(noun)
    bearers = (*nouns, nouns[-1].head) if nouns[-1].dep_ in ("nsubj", "nsubjpass") else nouns
    bearers = (*bearers, *(token for each in nouns for held in _staged(each) for token in (held, *behind(held, BY))))
    bearers = (*bearers, *(place for each in nouns for place in behind(each, ("in", "at"))))  # "talks in Oslo between"
    inside = _two(joined(token for each in bearers for token in behind(each, BETWEEN)))
    if inside:
        return Between(with_pair(paragraph, found, inside), verb=attended.at_once(nouns[-1]))
    involved = parties(paragraph, found, joined(token for each in nouns for token in _involved(each)))
    if len(involved) > 1:
        return Between(involved, verb=attended.at_once(nouns[-1]))
    whole = parties(paragraph, found, joined(token for each in nouns for token in behind(each, GENITIVE)))
    if whole and not any(True for each in nouns for _ in behind(each, WITH)):
        return Between(whole) if word(noun) in contacts().shared else Between()
    own, other = _hands(paragraph, found, nouns)
    own = own or _of_account(nouns[-1]) or list(attended.carrying(nouns[-1])) or list(attended.moving(nouns[-1]))
    if not own and not involved and not other:
        other = list(attended.told_at_it(nouns[-1]))
    own = own or (list(attended.at_it(nouns[-1], alone=not other)) if not involved else [])
    one, with_ = with_pair(paragraph, found, own), with_pair(paragraph, found, each_once(other))
    if any(parties_before(each) for each in nouns) and len(with_) < 2:  # "Franco-British talks"
        return Between()
    if not one and not with_ and not own and not other:
        return Between(both_there(paragraph, found, noun), verb=attended.at_once(nouns[-1]))
    keys = {actor.value.key for actor in one}
    with_ = tuple(actor for actor in with_ if actor.value.key not in keys)
    if not with_ and _is_attended(nouns[-1]):
        return Between()
    if any(True for each in nouns for _ in behind(each, WITH)):
        if not with_:  # with somebody who is not known
            return Between()
        joint = word(noun) in contacts().shared and noun.tag_ in ("NN", "NNP")  # "a summit with France and Germany"
        with_ = with_ if one or (joint and word(noun) != "meeting") else with_[:1]  # whoever was with both
    mover = attended.mover(nouns[-1])
    goal = goal_of(paragraph, found, mover, one) if mover is not None else None
    if goal is None:
        return Between(one, with_, None, mover or attended.at_once(nouns[-1]))
    alone = len(one) == 1 and not with_ and not any(is_neutral(each) for each in nouns)
    return Between(one, goal[0] if alone else with_, goal[1], mover)


def _two(heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """The heads, with the first of two that parses make part of the other: "between Chad and the rebel government"."""
    if len(heads) != 1:
        return heads
    firsts = (child for child in heads[0].lefts if child.dep_ == "nmod")
    return (*(first for first in firsts if any(child.dep_ == "cc" for child in first.children)), *heads)


def _hands(paragraph: Paragraph, found: Found, nouns: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Those of one hand, those of the other, as far as the words on the noun itself tell."""
    hosted = nouns[-1].dep_ == "dobj" and word(nouns[-1].head) == "host"  # by whom is no side of it
    hosts = {token.i for each in nouns for token in _hosts(each)}
    own = [
        token
        for each in nouns
        for token in doers(each)
        if not hosted and token.i not in hosts and not _is_seat(paragraph, found, token, each)
        if token.pos_ != "PRON" or found.actors.covering(paragraph.index, token.i)
    ]
    other = [token for each in nouns for token in (*partners(each), *_with_behind(each), *_involved(each))]
    if word(nouns[0]) in ("letter", "visit", "call"):
        sender, receiver = sent(nouns[0])
        own, other = sender or own, [*other, *receiver]
    if word(nouns[0]) == "visit" and own and not other:
        other = list(_awaiting(nouns[-1]))
    return own, other


def _hosts(noun: Token) -> Iterator[Token]:
    """ "Talks hosted by Malaysia", "mediated by Qatar and Egypt"."""
    for clause in _staged(noun):
        yield from joined(behind(clause, BY))


def _staged(noun: Token) -> Iterator[Token]:
    """By which somebody is told to have brought it about: "talks mediated by"."""
    return (child for child in noun.children if child.dep_ == "acl" and word(child) in contacts().staging)


def _is_seat(paragraph: Paragraph, found: Found, name: Token, noun: Token) -> bool:
    """Whether a city before the noun only tells where they were: "the Doha talks with the Taliban"."""
    place = place_at(paragraph, found, name) if name.dep_ == "compound" and name.head.i == noun.i else None
    return place is not None and place.place.value.precision != "country"


def _with_behind(noun: Token) -> Iterator[Token]:
    """Who stands behind "with", where the parse hangs that on the day or place: "the talks of 27 January with"."""
    for between in behind(noun, ("of", "on", "in")):
        if between.pos_ in ("PROPN", "NUM"):
            yield from behind(between, WITH)


def _awaiting(visit: Token) -> Iterator[Token]:
    """Who waits for somebody's visit, or welcomes it: "Erdogan would not wait for the Russian leader's visit"."""
    verb = visit.head.head if visit.dep_ == "pobj" and visit.head.lower_ == "for" else visit.head
    known = contacts().waiting | contacts().hosting
    if verb.pos_ in VERBS and visit.dep_ in ("dobj", "pobj") and word(verb) in known and not is_passive(verb):
        yield from subjects(verb)


def _of_account(noun: Token) -> list[Token]:
    """Whose account it is that is given of the contact: "his side of the conversation with"."""
    told = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or word(told) not in {"side", *contacts().readouts}:
        return []
    return [child for child in told.children if child.dep_ == "poss"]


def _is_attended(noun: Token) -> bool:
    """Whether they only go to what is somebody's else: "both attended a conference", unlike "a crisis summit"."""
    before = [child for child in noun.children if child.i < noun.i]
    theirs = word(noun) == "summit" and any(child.lower_ == "a" for child in before)
    own = theirs and not any(child.pos_ == "PROPN" for child in before)
    return noun.dep_ == "dobj" and word(noun.head) in contacts().attended and not own


def _involved(noun: Token) -> Iterator[Token]:
    """ "Talks, which involve France and Germany"; "a meeting involving both"; "a summit including Iran"."""
    clauses = list(noun.children)
    if noun.dep_ == "conj":
        clauses += [child for child in noun.head.children if child.left_edge.i in (noun.i + 1, noun.i + 2)]
    together = any(child.lower_ == "together" for child in noun.head.children)
    if noun.dep_ == "nsubj" and (together or word(noun.head) == "gather"):
        clauses.append(noun.head)  # "the summit brought together"
    for clause in clauses:
        if clause.i > noun.i and clause.lemma_.lower() in contacts().involving:
            yield from undergoers(clause) if clause.pos_ in VERBS else ()
            yield from (child for child in clause.children if child.dep_ == "pobj")
