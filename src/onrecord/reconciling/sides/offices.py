"""Whether somebody speaks for a side: as one of it, as its leader, or by an office of it."""

from collections.abc import Sequence
from functools import cache

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reconciling.joining.likeness import POWERS, same_actor
from onrecord.reconciling.joining.wording import stems
from onrecord.reconciling.sides.camps import of_one_camp
from onrecord.reconciling.sides.voices import same_voice
from onrecord.vocabulary.differing import camps, differing
from onrecord.vocabulary.known_actors import known_actors

Sides = Sequence[Said[Actor]]


def speaks_for(tellers: Sides, side: Sides, role: str | None = None) -> bool:
    """Whether one of the tellers is of the side, or holds an office of it; `role` are the words for theirs."""
    if not tellers or not side:
        return False
    pairs = [(teller.value, each.value) for teller in tellers for each in side]
    return same_voice(tellers, side) or any(of_one_camp(*pair) or _in_office(*pair, role) for pair in pairs)


def _in_office(teller: Actor, side: Actor, role: str | None) -> bool:
    """Whether his office is one of the side: of the group or body that its words name, else of his country."""
    office = role or (teller.name if teller.unnamed else "")
    if not office or stems(office).isdisjoint(_offices()):
        return False
    if any(camps().get(word) == "rebels" for word in office.casefold().split()):
        return False
    known = [hit.actor for hit in known_actors(office)]
    if known:
        return any(same_actor(each, side) for each in known)
    return side.type in POWERS and side.country is not None and teller.country == side.country


@cache
def _offices() -> frozenset[str]:
    return stems(" ".join(differing().offices))
