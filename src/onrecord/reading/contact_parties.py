"""Whom the words for a side of a contact name: an actor, or the state that officials, a capital or a country stand for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actor_rules import NAMING
from onrecord.reading.deed_grammar import NOUNS, behind, joined, word
from onrecord.reading.deed_roles import actors_of
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.known_actors import actor_of

Sides = tuple[Said[Actor], ...]
NO_SIDES = frozenset({"media", "population group"})
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "conj"})
STATE_OF = "state of whom it names"
PLACED = ("country", "metonym")  # rules by which the name of a place gives its state


def parties(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Sides:
    """The sides that the heads name, in the order given, each once; media and crowds are none."""
    named: dict[str, Said[Actor]] = {}
    for head in heads:
        for actor in _named(paragraph, found, head):
            if actor.value.type not in NO_SIDES and word(head) not in contacts().telling:
                named.setdefault(actor.value.key, actor)
    return tuple(named.values())


def state_at(paragraph: Paragraph, found: Found, name: Token) -> Said[Actor] | None:
    """The state of a country, or of the capital, that the name of a place gives."""
    for place in found.places.covering(paragraph.index, name.i):
        words = paragraph.span(place.at.start, place.at.end)
        for rule in PLACED:
            state = NAMING[rule]([paragraph.doc[place.at.start : place.at.end].text])
            if state is not None:
                return Said(state, rule, (words,))
    return None


def place_at(paragraph: Paragraph, found: Found, name: Token) -> PlaceMention | None:
    """The place that stands at a name."""
    return next(iter(found.places.covering(paragraph.index, name.i)), None)


def state_of(side: Said[Actor]) -> Said[Actor] | None:
    """The state that somebody named stands for: Turkey for its president; a state itself."""
    if side.value.type == "state":
        return side
    if side.rule not in NAMING or side.value.country is None:
        return None
    return Said(actor_of(side.value.country, "state", side.value.country), STATE_OF, side.words)


def _is_state_of(value: Any, words: Sequence[str]) -> bool:
    made = (build(words) for build in NAMING.values()) if words else ()
    countries = {actor.country for actor in made if actor is not None and actor.country is not None}
    return any(value == actor_of(country, "state", country) for country in countries)


def is_official(head: Token) -> bool:
    """Whether the noun is one for people who stand for their state."""
    return word(head) in contacts().officials or head.lower_ in contacts().officials


def _named(paragraph: Paragraph, found: Found, head: Token) -> Iterable[Said[Actor]]:
    actors = actors_of(found, paragraph, [head])
    official = head.pos_ in NOUNS and is_official(head)
    if official and not any(actor.value.type == "person" for actor in actors):
        states = list(_sent_by(paragraph, found, head)) or list(_shared(paragraph, found, head))
        if states:
            return states
    beside = [child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i]
    if beside and head.pos_ == "NOUN" and not any(actor.value.type == "person" for actor in actors):
        named = parties(paragraph, found, joined(beside))
        if len(named) > 1:
            return named
    if actors:
        return actors if not (official and all(actor.value.type == "other" for actor in actors)) else ()
    state = state_at(paragraph, found, head)
    return (state,) if state is not None else ()


def _sent_by(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Said[Actor]]:
    """Those for whom officials stand: "Turkish and Russian officials", "a delegation from Hamas"."""
    before = [child for child in joined(child for child in head.children if child.dep_ in BEFORE) if child.i < head.i]
    for child in (*before, *joined(behind(head, ("from", "of")))):
        country = country_of_demonym(child.text)
        if country is not None and child.text[0].isupper():
            words = (paragraph.span(child.i, child.i + 1),)
            yield Said(actor_of(country.name, "state", country.name), "demonym", words)
            continue
        actors = actors_of(found, paragraph, [child]) if child.pos_ in NOUNS else ()
        if actors and actors[0].value.type not in ("person", "other"):
            yield actors[0]
        elif not actors and child.pos_ == "PROPN":
            state = state_at(paragraph, found, child)
            if state is not None:
                yield state


def _shared(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Said[Actor]]:
    """The state of the first of several officials: "Russian diplomats and officers"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in NOUNS:
        first = first.head
    if first.i != head.i and is_official(first):
        yield from _sent_by(paragraph, found, first)


RULES: dict[str, Rule] = {STATE_OF: _is_state_of}
