"""Who takes part in a contact that a noun tells, by the verb about it: they hold it, come for it, speak at it."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.contacts.occasions import speech_of
from onrecord.reading.contacts.sendings import SENDING, sending
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import VERBS, behind, is_passive, joined, word
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.vocabulary.contacts import contacts

FOR = frozenset({"for", "to", "at", "in"})
BE = frozenset({"is", "are", "was", "were", "been", "be"})
DURING = frozenset({"in", "during", "by", "at"})
LONGEST_WAY = 6
PURPOSE = frozenset({"xcomp", "advcl", "acl"})
CARRIED = frozenset({"dobj", "pobj", "ccomp", "xcomp"})


def carrying(noun: Token) -> Iterator[Token]:
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


def moving(noun: Token) -> Iterator[Token]:
    """Who comes or is sent for the contact, or receives others for it."""
    verb = mover(noun)
    if verb is not None and word(verb) in contacts().hosting:
        yield from (*doers(verb), *undergoers(verb))
    elif verb is not None and not is_passive(verb):
        yield from undergoers(verb) if word(verb) in ("send", "dispatch") else doers(verb)


def mover(noun: Token) -> Token | None:
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


def cut_off(verb: Token) -> tuple[Token, ...]:
    """The subject that parses make part of the words before it: "During a visit to Kyiv, Scholz met"."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
    opening = verb.doc[verb.sent.start]
    if before.dep_ != "appos" or before.pos_ != "PROPN" or opening.dep_ != "prep" or opening.head.i != verb.i:
        return ()
    first = before.left_edge.i
    return (before,) if first > verb.sent.start and verb.doc[first - 1].text == "," else ()


def at_it(noun: Token, *, alone: bool) -> Iterator[Token]:
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


def at_once(noun: Token) -> Token | None:
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


def told_at_it(noun: Token) -> Iterator[Token]:
    """Who is told something at it: "told the king in a telephone call"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in DURING and noun.head.head.pos_ in VERBS:
        verb = noun.head.head
        if word(verb) in contacts().addressing:
            yield from joined(child for child in verb.children if child.dep_ in ("dobj", "dative"))
