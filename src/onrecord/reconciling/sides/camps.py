"""On which side of a war within one country somebody stands, by the words of his name.

Reports call the same fighters rebels, rebel forces and opposition fighters; a name without such a word tells no camp.
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reconciling.joining.likeness import same_actor, same_sides
from onrecord.vocabulary.differing import camps, differing

ARMED = frozenset({"armed force", "police"})
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def camp(actor: Actor) -> str | None:
    """ "rebels" or "government", where the name tells it; the army and police of a country are the government's."""
    words = WORD.findall(actor.name.casefold())
    pieces = {piece for word in words for piece in word.split("-")}
    told = {camps()[word] for word in (*words, *pieces) if word in camps()}
    if "rebels" in told:
        return "rebels"
    if not differing().unlike.isdisjoint(pieces):
        return None
    if actor.type == "government body" and not told:
        return None
    return "government" if told or (actor.type in ARMED and actor.country is not None) else None


def of_one_camp(one: Actor, other: Actor) -> bool:
    """Whether both are one, act for one another, or are of one camp, of one country as far as that is told."""
    if same_actor(one, other):
        return True
    alike = camp(one) is not None and camp(one) == camp(other)
    return alike and len({one.country, other.country} - {None}) < 2


def same_holders(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool | None:
    """As `same_sides`, those of one camp being the same."""
    alike = same_sides(one, other)
    if alike is not False:
        return alike
    return any(of_one_camp(mine.value, theirs.value) for mine in one for theirs in other)


def each_once(sides: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those of one camp once, under the name of somebody whose country is told, else under the first."""
    found: list[Actor] = []
    for side in sides:
        same = next((number for number, other in enumerate(found) if of_one_camp(side, other)), None)
        if same is None:
            found.append(side)
        elif found[same].country is None and side.country is not None:
            found[same] = side
    return tuple(found)


def opposed(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool:
    """Whether they are of two camps, or two powers of which neither acts for the other."""
    if same_holders(one, other) is not False:
        return False
    camps_ = [{camp(said.value) or said.value.country for said in side} for side in (one, other)]
    return None not in camps_[0] | camps_[1] and camps_[0].isdisjoint(camps_[1])
