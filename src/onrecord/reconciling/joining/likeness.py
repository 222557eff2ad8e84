"""Whether days, places and sides that two observations name can be the same: yes, no, or nothing said."""

import datetime as dt
from collections.abc import Sequence

from onrecord.model.actors import Actor
from onrecord.model.iso import days
from onrecord.model.places import Place
from onrecord.model.said import Said

POWERS = frozenset({"state", "government body", "armed force", "police"})
GOVERNMENT_AND_ARMY = {"government body", "armed force"}
FEW = 4  # days
WIDE = frozenset({"country", "province", "district", "line"})


def same_days(one: str | None, other: str | None) -> bool | None:
    """Whether two ISO dates can be one day: True where they overlap, False where not, None where one is not known."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return None
    return first[0] <= second[1] and second[0] <= first[1]


def apart_by(one: str | None, other: str | None) -> dt.timedelta | None:
    """How far apart two ISO dates are at the least; None where one is not known."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return None
    return max(first[0] - second[1], second[0] - first[1], dt.timedelta(0))


def each_day(iso: str | None) -> tuple[str, ...]:
    """The days that an ISO date covers, where these are few; where they are not, its beginning."""
    covered = days(iso)
    if covered is None or (covered[1] - covered[0]).days >= FEW:
        return ((iso or "").partition("/")[0],)
    return tuple((covered[0] + dt.timedelta(n)).isoformat() for n in range((covered[1] - covered[0]).days + 1))


def power(actor: Actor) -> str:
    """What stands for the actor and all who act for the same state."""
    return actor.country if actor.type in POWERS and actor.country else actor.key


def same_place(one: Place | None, other: Place | None) -> bool | None:
    """True for one place; None where one is not known, or may lie in the other; False for two."""
    if one is None or other is None:
        return None
    if one.key == other.key:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    wide = [place for place in (one, other) if place.precision in WIDE]
    if not wide:
        return None if "near" in (one.precision, other.precision) else False
    if any(place.precision == "country" for place in wide) or len(wide) == 1:
        return None if _may_hold(one, other) else False
    return None if "line" in (one.precision, other.precision) else False


def _may_hold(one: Place, other: Place) -> bool:
    """Whether the wider of the two may hold the other, by province where both tell it."""
    if "country" in (one.precision, other.precision):
        return True
    return one.admin1 is None or other.admin1 is None or one.admin1 == other.admin1


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether two are one, or one is the state and the other acts for it, or they are its government and army."""
    if one.key == other.key:
        return True
    types = {one.type, other.type}
    powers = types <= POWERS and ("state" in types or types == GOVERNMENT_AND_ARMY)
    return powers and one.country is not None and one.country == other.country


def same_sides(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool | None:
    """True where somebody of the one is somebody of the other; None where either is empty; False else."""
    if not one or not other:
        return None
    return any(same_actor(mine.value, theirs.value) for mine in one for theirs in other)
