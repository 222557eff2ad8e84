"""For which side somebody speaks: as one of it, as its leader, or by an office of it."""

from collections.abc import Sequence
from functools import cache

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reconciling.joining.likeness import POWERS, same_actor
from onrecord.reconciling.joining.wording import stems
from onrecord.reconciling.sides.camps import of_one_camp
from onrecord.reconciling.sides.voices import OFFICES, same_voice
from onrecord.vocabulary.differing import camps, differing
from onrecord.vocabulary.known_actors import known_actors, person_named

Sides = Sequence[Said[Actor]]


def side(actor: Actor, role: str | None = None) -> str:
    """The country, for its state, forces, leaders and those who hold an office of it; the group whose office somebody
    holds; else the power that he acts for, else himself. `role` are the words for his office."""
    if actor.country and (actor.type in POWERS or _leads(actor)):
        return actor.country
    group = _group(actor, role)
    if group is not None:
        return side(group)
    if actor.country and _is_official(actor, role):
        return actor.country
    return actor.side_of or actor.key


def speaks_for(tellers: Sides, whom: Sides, role: str | None = None) -> bool:
    """Whether one of the tellers is of those, or holds an office of theirs; `role` are the words for it."""
    if not tellers or not whom:
        return False
    pairs = [(teller.value, each.value) for teller in tellers for each in whom]
    return same_voice(tellers, whom) or any(of_one_camp(*pair) or _in_office(*pair, role) for pair in pairs)


def _in_office(teller: Actor, whom: Actor, role: str | None) -> bool:
    """Whether his office is one of theirs: of the group or body that its words name, else of his country."""
    group = _group(teller, role)
    if group is not None:
        return same_actor(group, whom)
    return whom.type in POWERS and whom.country is not None and side(teller, role) == whom.country


def _leads(actor: Actor) -> bool:
    known = person_named(actor.key) if actor.type == "person" else None
    return known is not None and any(office.startswith(OFFICES) for office in known.offices.split("; "))


def _group(actor: Actor, role: str | None) -> Actor | None:
    """The group or body that the words for an office name."""
    hits = known_actors(_office(actor, role))
    return next((hit.actor for hit in hits if hit.actor.type != "person" and hit.actor.key != actor.key), None)


def _is_official(actor: Actor, role: str | None) -> bool:
    """Whether the words are for an office of the state, not of those who are against it."""
    office = _office(actor, role)
    rebels = any(camps().get(word) == "rebels" for word in office.casefold().split())
    return not rebels and not stems(office).isdisjoint(_offices())


def _office(actor: Actor, role: str | None) -> str:
    return role or (actor.name if actor.unnamed else "")


@cache
def _offices() -> frozenset[str]:
    return stems(" ".join(differing().offices))
