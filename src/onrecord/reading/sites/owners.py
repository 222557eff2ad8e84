"""Whose a site is: who is named before it, who has it or sets it up, or whose "our" it is."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.deeds.grammar import is_passive, word
from onrecord.reading.deeds.roles import actors_of, doers
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.reading.statements.speakers import demonym
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.known_actors import actor_of
from onrecord.vocabulary.sites import forms_of

BODIES = frozenset({"armed force", "armed group", "militia", "police", "international organisation"})
STATES = frozenset({"state", "government body"})
OURS = "side of the speaker"
STATE = "state as named"
Actors = tuple[Said[Actor], ...]


def owner_of(paragraph: Paragraph, found: Found, site: Token, per: Actors) -> Actors:
    """The owner of a site, if it is told; `per` says what is said of it."""
    for heads in (_before(site), _behind(site), _holders(site)):
        named = [actor for actor in _named(paragraph, found, site, heads) if _may_own(actor.value, site)]
        if named:
            return tuple(named[:1])
    return _ours(paragraph, site, per)


def _before(site: Token) -> list[Token]:
    return [child for child in site.lefts if child.dep_ in ("poss", "amod", "compound", "nmod")]


def _behind(site: Token) -> list[Token]:
    return [
        noun for prep in site.rights if prep.lower_ in ("of", "by") for noun in prep.children if noun.dep_ == "pobj"
    ]


def _holders(site: Token) -> list[Token]:
    """Who has it, mans it or sets it up."""
    first = site
    while first.dep_ == "conj" and first.head.pos_ == "NOUN" and first.head.i < first.i:  # "3,000 troops and two bases"
        first = first.head
    verb = first.head
    if first.dep_ == "dobj" and verb.lower_ in forms_of("standing"):
        return list(doers(verb))
    if first.dep_ == "nsubjpass" and verb.lower_ in forms_of("standing") and is_passive(verb):
        return list(doers(verb))
    return [head for clause in site.rights if clause.dep_ == "acl" for head in _by(clause)]


def _by(clause: Token) -> Iterator[Token]:
    """ "a camp run by the UN"."""
    if clause.tag_ == "VBN" and clause.lower_ in forms_of("standing"):
        yield from doers(clause)


def _named(paragraph: Paragraph, found: Found, site: Token, heads: Sequence[Token]) -> Actors:
    """Who is named there; "the Libyan consulate" is not its own owner."""
    others = tuple(
        actor
        for actor in actors_of(found, paragraph, heads)
        if not any(span.start <= paragraph.span(site.i, site.i + 1).start < span.end for span in actor.words)
    )
    return others or tuple(
        Said(actor, STATE, (paragraph.span(head.i, head.i + 1),))
        for head in heads
        if (actor := _state([head.text])) is not None and head.text[0].isupper()
    )


def _state(words: Sequence[str]) -> Actor | None:
    country = country_named(words[0]) or country_of_demonym(words[0]) if len(words) == 1 else None
    return actor_of(country.name, "state", country.name) if country is not None else None


def _may_own(actor: Actor, site: Token) -> bool:
    """Whether such an actor owns such a site: a state its posts and bases; "Sudanese hospitals" are only there."""
    if actor.type in BODIES:
        return True
    held = site.dep_ in ("dobj", "nsubjpass") and site.head.lower_ in forms_of("standing")
    return actor.type in STATES and (word(site) in forms_of("military") or held)


def _ours(paragraph: Paragraph, site: Token, per: Actors) -> Actors:
    """ "our posts": those of the speaker's country."""
    our = next((child for child in site.lefts if child.dep_ == "poss" and child.lower_ == "our"), None)
    if our is None or len(per) != 1:
        return ()
    words = (paragraph.span(our.i, our.i + 1), *per[0].words)
    country = per[0].value.country
    state = actor_of(country, "state", country) if country is not None and per[0].value.type != "media" else None
    return (Said(state, OURS, words),) if state is not None else ()


def _is_ours(value: Any, words: Sequence[str]) -> bool:
    """Whether the words behind "our" name somebody of that country, whatever pronoun stands before them."""
    if not words or words[0].lower() != "our" or not isinstance(value, Actor):
        return False
    named = [builder(words[at:]) for at in (1, 2, 3) if len(words) > at for builder in NAMING.values()]
    countries = {actor.country for actor in named if actor is not None and actor.country is not None}
    return any(value == actor_of(country, "state", country) for country in countries)


RULES: dict[str, Rule] = {OURS: _is_ours, STATE: lambda value, words: value == _state(words), "demonym": demonym}
