"""Who sends what goes from one to the other, a letter or a call, and who is at its other end."""

from spacy.tokens import Token

from onrecord.reading.deeds.grammar import behind, own_subjects, word
from onrecord.reading.deeds.roles import doers
from onrecord.vocabulary.contacts import contacts

SENDING = frozenset({"send", "write", "address"})
TO, FROM = frozenset({"to"}), frozenset({"from"})


def sent(noun: Token) -> tuple[list[Token], list[Token]]:
    """Who sends or receives what goes from one to the other, where that is told, and who is at its other end: "wrote a
    letter to", "received a call from"."""
    clause = sending(noun)
    if clause is not None:
        return list(own_subjects(clause)), list(behind(clause, TO))
    verb, to = noun.head, list(behind(noun, TO))
    if noun.dep_ == "dobj" and word(verb) in SENDING:
        return list(doers(verb)), [*to, *behind(verb, TO)]
    if noun.dep_ == "dobj" and word(verb) in contacts().receiving:
        return list(own_subjects(verb)), [*to, *behind(noun, FROM), *behind(verb, FROM)]
    return [], to


def sending(noun: Token) -> Token | None:
    """ "Sent" of "a letter he sent to"."""
    clauses = (child for child in noun.children if child.dep_ == "relcl" and word(child) in SENDING)
    return next((clause for clause in clauses if own_subjects(clause)), None)
