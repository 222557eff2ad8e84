"""Whose a contact is that a noun tells: "talks between", "his call to", "arrived for a meeting with".

Who stands with the noun itself, with the verb that carries it, or with what somebody does for it or at it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.reading.contacts.occasions import chain, speech_of
from onrecord.reading.contacts.pairs import both_there, with_pair
from onrecord.reading.contacts.parties import Between, parties
from onrecord.reading.contacts.sendings import SENDING, sending, sent
from onrecord.reading.contacts.visits import goal_of, is_neutral
from onrecord.reading.contacts.whose import place_at
from onrecord.reading.deeds.clause import says
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

FOR = frozenset({"for", "to", "at", "in"})
BETWEEN = frozenset({"between", "among", "amongst"})
WITH, GENITIVE = frozenset({"with"}), frozenset({"of"})
BY = frozenset({"by"})
BE = frozenset({"is", "are", "was", "were", "been", "be"})
DURING = frozenset({"in", "during", "by", "at"})
LONGEST_WAY = 6
PURPOSE = frozenset({"xcomp", "advcl", "acl"})
CARRIED = frozenset({"dobj", "pobj", "ccomp", "xcomp"})


def of_noun(paragraph: Paragraph, found: Found, noun: Token) -> Between:
    """The sides of the contact that the noun tells, as far as its sentence names them."""
    nouns = chain(noun)
    bearers = (*nouns, nouns[-1].head) if nouns[-1].dep_ in ("nsubj", "nsubjpass") else nouns
    bearers = (*bearers, *(token for each in nouns for held in _staged(each) for token in (held, *behind(held, BY))))
    bearers = (*bearers, *(place for each in nouns for place in behind(each, ("in", "at"))))  # "talks in Oslo between"
    inside = _two(joined(token for each in bearers for token in behind(each, BETWEEN)))
    if inside:
        return Between(with_pair(paragraph, found, inside), verb=_at_once(nouns[-1]))
    involved = parties(paragraph, found, joined(token for each in nouns for token in _involved(each)))
    if len(involved) > 1:
        return Between(involved, verb=_at_once(nouns[-1]))
    whole = parties(paragraph, found, joined(token for each in nouns for token in behind(each, GENITIVE)))
    if whole and not any(True for each in nouns for _ in behind(each, WITH)):
        return Between(whole) if word(noun) in contacts().shared else Between()
    own, other = _hands(paragraph, found, nouns)
    own = own or _of_account(nouns[-1]) or list(_carrying(nouns[-1])) or list(_moving(nouns[-1]))
    if not own and not involved and not other:
        other = list(_told_at_it(nouns[-1]))
    own = own or (list(_at_it(nouns[-1], alone=not other)) if not involved else [])
    one, with_ = with_pair(paragraph, found, own), with_pair(paragraph, found, each_once(other))
    if any(parties_before(each) for each in nouns) and len(with_) < 2:  # "Franco-British talks"
        return Between()
    if not one and not with_ and not own and not other:
        return Between(both_there(paragraph, found, noun), verb=_at_once(nouns[-1]))
    keys = {actor.value.key for actor in one}
    with_ = tuple(actor for actor in with_ if actor.value.key not in keys)
    if not with_ and _is_attended(nouns[-1]):
        return Between()
    if any(True for each in nouns for _ in behind(each, WITH)):
        if not with_:  # with somebody who is not known
            return Between()
        joint = word(noun) in contacts().shared and noun.tag_ in ("NN", "NNP")  # "a summit with France and Germany"
        with_ = with_ if one or (joint and word(noun) != "meeting") else with_[:1]  # whoever was with both
    mover = _mover(nouns[-1])
    goal = goal_of(paragraph, found, mover, one) if mover is not None else None
    if goal is None:
        return Between(one, with_, None, mover or _at_once(nouns[-1]))
    alone = len(one) == 1 and not with_ and not any(is_neutral(each) for each in nouns)
    return Between(one, goal[0] if alone else with_, goal[1], mover)


def _two(heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """The heads, with the first of two that parses make part of the other: "between Chad and the rebel government"."""
    if len(heads) != 1:
        return heads
    firsts = (child for child in heads[0].lefts if child.dep_ == "nmod")
    return (*(first for first in firsts if any(child.dep_ == "cc" for child in first.children)), *heads)


def cut_off(verb: Token) -> tuple[Token, ...]:
    """The subject that parses make part of the words before it: "During a visit to Kyiv, Scholz met"."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
    opening = verb.doc[verb.sent.start]
    if before.dep_ != "appos" or before.pos_ != "PROPN" or opening.dep_ != "prep" or opening.head.i != verb.i:
        return ()
    first = before.left_edge.i
    return (before,) if first > verb.sent.start and verb.doc[first - 1].text == "," else ()


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


def _carrying(noun: Token) -> Iterator[Token]:
    """Whose the contact is as the object of "held", "cancelled", "agreed to hold"; "took part in talks"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.head.lemma_.lower() in contacts().attending:
        noun, above = above.head, above.head.head
    elif noun.dep_ == "pobj" and above.lower_ in ("in", "into", "off") and not speech_of(noun, above.head):
        above = above.head
        if above.lower_ in BE and word(noun) == "talk":
            yield from doers(above)
    elif noun.dep_ == "pobj" and above.lower_ == "to" and word(above.head) == "agree":
        above = above.head
    if above.pos_ in VERBS and noun.dep_ in CARRIED and word(above) in contacts().carrying:
        yield from doers(above) if not is_passive(above) else ()


def _is_attended(noun: Token) -> bool:
    """Whether they only go to what is somebody's else: "both attended a conference", unlike "a crisis summit"."""
    before = [child for child in noun.children if child.i < noun.i]
    theirs = word(noun) == "summit" and any(child.lower_ == "a" for child in before)
    own = theirs and not any(child.pos_ == "PROPN" for child in before)
    return noun.dep_ == "dobj" and word(noun.head) in contacts().attended and not own


def _moving(noun: Token) -> Iterator[Token]:
    mover = _mover(noun)
    if mover is not None and word(mover) in contacts().hosting:
        yield from (*doers(mover), *undergoers(mover))
    elif mover is not None and not is_passive(mover):
        yield from undergoers(mover) if word(mover) in ("send", "dispatch") else doers(mover)


def _mover(noun: Token) -> Token | None:
    """The verb of those who come or go for the contact: "arrived for talks", "flew to Cairo to attend talks"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in FOR:
        verb = above.head if above.head.pos_ in VERBS else above.head.head.head
        if any(child.dep_ == "dobj" for child in verb.children) and word(verb) == "head":  # "heads the delegation"
            return None
        known = contacts().moving | contacts().hosting
        if word(verb) == "be" and above.lower_ == "for" and _are_somewhere(verb):
            return verb
        return verb if verb.pos_ in VERBS and word(verb) in known and above.lower_ in ("for", "to") else None
    if noun.dep_ == "dobj" and above.dep_ in PURPOSE and above.pos_ in VERBS and above.tag_ == "VB":
        verb = above.head
        return verb if verb.pos_ in VERBS and word(verb) in contacts().moving else None
    return None


def _are_somewhere(verb: Token) -> bool:
    """ "Envoys of both sides were in Muscat for talks": two at least, as one alone may be with anybody."""
    there = any(noun.pos_ == "PROPN" for noun in behind(verb, ("in", "at")))
    return there and any(
        len(joined(behind(each, ("from", "of")))) > 1 or len(joined([each])) > 1 for each in doers(verb)
    )


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


def _at_it(noun: Token, *, alone: bool) -> Iterator[Token]:
    """The subject of the verb on whose occasion the contact is told: "said after a meeting with", "in a call with".

    Where it is with nobody (`alone`), they must be several, or what they do there be to talk: "in a call, both
    discussed"."""
    above = noun.head
    while above.dep_ == "prep" and above.head.dep_ in ("pobj", "prep") and above.lower_ == "of":
        above = above.head.head if above.head.dep_ == "pobj" else above.head
    if noun.dep_ != "pobj" or above.lower_ not in contacts().occasions:
        return
    verb = above.head
    for _ in range(LONGEST_WAY):
        if verb.pos_ in VERBS or verb.head.i == verb.i:
            break
        verb = verb.head
    verb = speech_of(noun, verb) or verb
    own = (doers(verb) or cut_off(verb)) if verb.pos_ in VERBS else ()
    several = len(own) > 1 and above.lower_ in DURING  # "Putin and Erdogan condemned it during a meeting"
    if not alone or several or word(verb) in {*contacts().talking, *contacts().gathering}:
        yield from own


def _at_once(noun: Token) -> Token | None:
    """The verb for what somebody does at the contact itself, or says right after it: "discussed it in a call"."""
    known = contacts()
    clause = sending(noun)
    if clause is not None:
        return clause
    above = (noun.head, *(child for child in noun.head.children if child.dep_ == "acomp"))
    due = (
        child for each in above for child in each.children if child.dep_ == "xcomp" and word(child) in known.carrying
    )
    if noun.dep_ in ("nsubj", "nsubjpass") and (held := next(due, None)) is not None:  # "were to be held in May"
        return held
    if noun.dep_ == "nsubj" and word(noun.head) in known.begun:  # "the talks ended on Friday"
        return noun.head
    if (
        noun.dep_ in ("dobj", "nsubjpass") and word(noun.head) in known.carrying | known.receiving | SENDING
    ):  # "held a round of talks on Friday"
        return noun.head
    verb, how = noun.head.head, noun.head.lower_
    verb = speech_of(noun, verb) or verb
    if noun.dep_ != "pobj" or verb.pos_ not in VERBS:
        return None
    return verb if how in DURING or (how in ("after", "following") and says(verb)) else None


def _told_at_it(noun: Token) -> Iterator[Token]:
    """Who is told something at it: "told the king in a telephone call"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in DURING and noun.head.head.pos_ in VERBS:
        verb = noun.head.head
        if word(verb) in contacts().addressing:
            yield from joined(child for child in verb.children if child.dep_ in ("dobj", "dative"))
