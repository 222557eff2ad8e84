"""Who says it of whom: those whom the words of a claim name, and the two who made the accord where "both" say it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading.agreements.group import Group
from onrecord.reading.compliance.claims import Claim, is_mutual
from onrecord.reading.deeds.actors import actors_of, state_at
from onrecord.reading.deeds.grammar import word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary import compliance as vocabulary
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.known_actors import actor_of

Actors = tuple[Said[Actor], ...]


def those(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Actors:
    """Those whom the heads name; for "its actions had violated", whose actions they are; for "the Armenian side" and
    "the Azerbaijanis", the state."""
    named: list[Said[Actor]] = []
    for head in heads:
        owned = any(child.dep_ == "poss" for child in head.children) or head.lower_ in vocabulary.words("sides")
        whose = owners(head) if owned or word(head) in role_words().forces else ()
        states = state_at(paragraph, head) if head.dep_ in ("poss", "nsubj") else ()  # "Iran is not in compliance"
        named += (
            actors_of(found, paragraph, (head,))
            or actors_of(found, paragraph, whose)
            or _of_people(paragraph, head)
            or tuple(states)
        )
    return each_once(named)


def _of_people(paragraph: Paragraph, head: Token) -> Actors:
    country = country_of_demonym(head.text)
    if country is None:
        return ()
    state = actor_of(country.name, "state", country.name)
    return (Said(state, "demonym", (paragraph.span(head.i, head.i + 1),)),)


def telling(paragraph: Paragraph, found: Found, claim: Claim) -> Actors:
    """Those who say so where no saying does: "the OSCE recorded", "its monitors", where they are nobody known."""
    told = actors_of(found, paragraph, claim.by)
    whose = [owner for head in claim.by if word(head) in vocabulary.words("observers") for owner in owners(head)]
    return told or actors_of(found, paragraph, whose)


def is_somebody(teller: Said[Actor]) -> bool:
    """Whether it is no paper: "the statement said" does not tell whose word it is."""
    return teller.value.type != "other" or teller.value.name.split()[-1] not in reporting.noun_forms("documents")


def both_sides(group: Group, claim: Claim) -> Actors:
    """The two who made the accord, where "both sides" accuse each other."""
    named = each_once(actor for mention in group.mentions for actor in mention.parties)
    sides = any(head.lower_ in vocabulary.words("sides") for head in claim.by) and is_mutual(claim)
    return named if sides and len(named) == 2 else ()


def each_way(by: Actors, against: Actors, *, mutual: bool) -> Iterator[tuple[Actors, Actors]]:
    """Who says it of whom: each of several of the others, where they say it of "each other"; nobody says nothing."""
    if not mutual:
        if by:
            yield by, against
        return
    if len(by) > 1:
        for each in by:
            yield (each,), tuple(other for other in by if other is not each)


def keys(actors: Actors) -> tuple[str, ...]:
    return tuple(sorted(actor.value.key for actor in actors))


def share(one: Actors, other: Actors) -> bool:
    """Whether some of both are one, or of one country."""
    keys = {actor.value.key for actor in one} & {actor.value.key for actor in other}
    countries = {actor.value.country for actor in one} & {actor.value.country for actor in other}
    return bool(keys or countries - {None})
