"""Charges over an accord: who is accused of what, and the allegation in which a claim stands."""

from spacy.tokens import Token

from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import joined
from onrecord.vocabulary import compliance

REAL = frozenset({"happened", "ongoing"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
WAYS = 8  # words up from an accord at most


def charge_over(token: Token) -> Token | None:
    """The noun for an allegation in which the token stands: "allegations that its troops violated"."""
    charges = compliance.words("charges")
    for _ in range(WAYS):
        head = token.head
        if head.i == token.i:
            return None
        if head.lower_ in charges and head.pos_ == "NOUN" and head.i < token.i:
            return head
        traded = token.dep_ == "prep" and head.lower_ in compliance.words(
            "trading"
        )  # "traded accusations over a breach"
        if token.dep_ in ("ccomp", "acl", "advcl") or traded:  # or the clause hangs there: "rejected allegations that"
            found = [
                each for each in head.children if each.dep_ == "dobj" and each.lower_ in charges and each.i < token.i
            ]
            if found:
                return found[0]
        token = head
    return None


def first_of(noun: Token) -> Token:
    """The first of nouns joined by "and"."""
    for _ in range(4):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    return noun


def accused(token: Token) -> tuple[Token, ...]:
    """Those who are accused of it."""
    above = _accusing(token)
    return joined(child for child in above.children if child.dep_ in OBJECTS) if above is not None else ()


def accusers(token: Token) -> tuple[Token, ...]:
    above = _accusing(token)
    return doers(above) if above is not None else ()


def _accusing(token: Token) -> Token | None:
    """The verb of those who accuse of it: "accused the rebels of breaking the truce", "of 12 violations of it"."""
    prep = token.head
    if token.dep_ not in ("pcomp", "pobj") or prep.lower_ not in ("of", "for", "with"):
        return None
    first = first_of(prep.head)
    above = first.head if first.dep_ in OBJECTS else prep.head
    return above if above.lower_ in compliance.words("accusing") and is_real(above) else None


def is_real(verb: Token) -> bool:
    status = deed_status.status_of(verb)
    return status is not None and status.status in REAL
