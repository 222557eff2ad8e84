"""Whether what two reports tell was voiced by the same side, and to the same: a leader or minister stands for his
state, and the parts of a state are one side to those who threaten it."""

from collections.abc import Sequence

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reconciling.joining.likeness import POWERS, same_actor, same_sides
from onrecord.vocabulary.known_actors import person_named

Sides = Sequence[Said[Actor]]
STATES = frozenset({"state", "government body"})
ANYBODY = frozenset({"population group", "other", "person"})  # words for them vary
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Foreign Secretary",
    "Defence Minister",
    "Defence Secretary",
    "Vice President",
    "Deputy Prime Minister",
    "Chancellor",
    "Secretary of State",
    "Secretary of Defense",
    "Supreme Leader",
    "King",
    "Crown Prince",
    "Emir",
)  # of those who speak for a state


def country_of(actor: Actor) -> str:
    """The country whose side it is, as far as its own report tells, else the power it acts for, else itself."""
    return actor.country or actor.side_of or actor.key


def same_voice(one: Sides, other: Sides) -> bool:
    """Whether somebody of the one is somebody of the other, or stands for him."""
    pairs = ((mine.value, theirs.value) for mine in one for theirs in other)
    return any(same_actor(*pair) or _stands_for(*pair) or _stands_for(*reversed(pair)) for pair in pairs)


def _stands_for(person: Actor, power: Actor) -> bool:
    """Whether the one leads or speaks for the other: a state, or its government."""
    if person.type != "person" or power.type not in STATES or not person.country or person.country != power.country:
        return False
    known = person_named(person.key)
    return known is not None and any(office.startswith(OFFICES) for office in known.offices.split("; "))


def same_target(one: Sides, other: Sides) -> bool | None:
    """As `same_sides`, for whom the parts of a state are one side; people and groups may stand under other words."""
    alike = same_sides(one, other)
    if alike is not False:
        return alike
    powers = [{said.value.country for said in each if said.value.type in POWERS} - {None} for each in (one, other)]
    vague = any(said.value.type in ANYBODY or _is_bare(said.value) for said in (*one, *other))
    return True if powers[0] & powers[1] else None if vague else False


def _is_bare(actor: Actor) -> bool:
    """ "The army", "the junta": of which state, its report does not tell."""
    return actor.type in POWERS and actor.country is None
