"""Between whom a contact is: those who do it, those they do it with, and those at whose occasion it is told."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.deed_roles import actors_of, doers, partners, undergoers
from onrecord.reading.deed_triggers import NOUNS
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.contacts import words

Sides = tuple[Said[Actor], ...]
NO_SIDES = frozenset({"media", "population group"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def sides(paragraph: Paragraph, found: Found, contact: Token) -> Sides:
    """The sides of a contact, in the order of the text, each once; media and crowds are none."""
    heads = [*doers(contact), *partners(contact), *_met(contact), *_involved(contact)]
    named = _each_once(actors_of(found, paragraph, sorted(heads, key=lambda head: head.i)))
    if len(named) == 1 and (contact.pos_ in NOUNS):
        named = _each_once((*actors_of(found, paragraph, list(_at_it(contact))), *named))
    return named


def _each_once(actors: Iterable[Said[Actor]]) -> Sides:
    kept = {actor.value.key: actor for actor in reversed(tuple(actors)) if actor.value.type not in NO_SIDES}
    return tuple(kept.values())[::-1]


def _met(contact: Token) -> tuple[Token, ...]:
    """Whom a verb of meeting, calling or visiting has as its object."""
    return () if contact.pos_ in NOUNS else undergoers(contact, frozenset({"with", "to"}))


def _involved(contact: Token) -> Iterator[Token]:
    """ "Talks, which involve France and Germany"; "a meeting that brought together both"."""
    for clause in contact.children:
        if clause.dep_ in ("relcl", "acl") and clause.lower_ in words("involving"):
            yield from undergoers(clause)


def _at_it(contact: Token) -> Iterator[Token]:
    """The subject of the verb on whose occasion the contact is told: "said after a meeting with"."""
    above = contact.head
    while above.dep_ == "prep" and above.head.dep_ == "pobj":
        above = above.head.head
    if contact.dep_ != "pobj" or above.lower_ not in words("occasions"):
        return
    verb = above.head
    while verb.dep_ in ("prep", "pobj", "advmod") and verb.head.i != verb.i:
        verb = verb.head
    if verb.pos_ == "VERB":
        yield from (child for child in verb.children if child.dep_ in SUBJECTS)
