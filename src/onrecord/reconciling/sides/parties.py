"""Whether the sides of two contacts are the same: by name, or a leader or minister standing for his state.

Two persons of one state are two sides, however near they stand to one another.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.model.actors import UNNAMED, Actor
from onrecord.reconciling.joining.likeness import same_actor
from onrecord.vocabulary.known_actors import fold, person_named, split

ARTICLES = frozenset({"al", "el", "bin", "ibn", "ould"})
YEARS = re.compile(r"[\d-]+")
SOFT = re.compile(r"[aeiouywh\W_]|(.)(?=\1)")  # what spellings of one name differ in


class Match(NamedTuple):
    """How many sides are the same by name, how many stand for one another, and how many of either are left over."""

    named: int
    standing: int
    left: int

    @property
    def both(self) -> bool:
        return self.named + self.standing > 1


@lru_cache(maxsize=65536)
def matched(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> Match | None:
    """How the sides of two contacts match; None where each has one that the other lacks, or nobody is told."""
    fewer, more = sorted(
        (_distinct(one), _distinct(other)), key=lambda sides: (len(sides), [each.key for each in sides])
    )
    left, named, standing = list(more), 0, 0
    rest = []
    for side in fewer:
        same = next((each for each in left if one_by_name(side, each)), None)
        if same is None:
            rest.append(side)
        else:
            left.remove(same)
            named += 1
    for side in rest:
        same = next((each for each in left if stand_for(side, each)), None)
        if same is None:
            return None
        left.remove(same)
        standing += 1
    return Match(named, standing, len(left))


def one_by_name(one: Actor, other: Actor) -> bool:
    """Whether two are one: by key, or persons whose names are spelt otherwise."""
    if one.key == other.key:
        return True
    if not one.type == other.type == "person" or len({one.country, other.country} - {None}) > 1:
        return False
    return len(sounds(one.name)) > 1 and sounds(one.name) == sounds(other.name)


def stand_for(one: Actor, other: Actor) -> bool:
    """Whether the one may stand for the other: a person for his state, a body or force for its state, a surname for the
    whole name, an office without a name for the one who holds it."""
    if same_actor(one, other) or _by_surname(one, other) or _by_office(one, other):
        return True
    states = [each for each in (one, other) if each.type == "state"]
    return len(states) == 1 and state_of(one) == state_of(other)


def state_of(actor: Actor) -> str:
    """The state that somebody belongs to, else his own key."""
    return actor.name if actor.type == "state" else actor.country or actor.key


def leading(sides: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    """The sides that several reports give, each once; a state goes where another report names who stood for it, an
    office without a name where one names who holds it."""
    told = [list(_distinct(each)) for each in sides]
    everybody = _distinct([actor for each in told for actor in each])
    named = [
        actor for actor in everybody if not (actor.unnamed and any(_by_office(actor, other) for other in everybody))
    ]
    return tuple(actor for actor in named if not (actor.type == "state" and _is_stood_for(actor, told)))


@lru_cache(maxsize=65536)
def sounds(name: str) -> tuple[str, ...]:
    """What is left of each word of a name where its spelling is free: "Mahmoud Jibril", "Mahmud Jabril"."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    words = [word for word in re.split(r"[\s\-]+", plain) if word not in ARTICLES]
    return tuple(found for word in words if (found := SOFT.sub("", word)))


def _by_surname(one: Actor, other: Actor) -> bool:
    names = (sounds(one.name), sounds(other.name))
    persons = one.type == other.type == "person" and len({one.country, other.country} - {None}) < 2
    return persons and all(names) and min(map(len, names)) == 1 and names[0][-1] == names[1][-1]


def _by_office(one: Actor, other: Actor) -> bool:
    """Whether one is told by an office of a country alone ("Ethiopia's prime minister") that the other is known to hold
    or to have held."""
    unnamed, named = sorted((one, other), key=lambda each: not each.unnamed)
    if not unnamed.unnamed or named.unnamed or one.country is None or one.country != other.country:
        return False
    told = fold(unnamed.name.removesuffix(UNNAMED)).split()
    words = len(fold(one.country).split())
    return any(told[words:] == office for office in _offices(named.key))


@lru_cache(maxsize=65536)
def _offices(key: str) -> tuple[list[str], ...]:
    """The words of each office that the person of that key is known to hold or to have held."""
    person = person_named(key)
    told = split(person.offices) if person is not None else ()
    return tuple(fold(YEARS.sub("", office)).split() for office in told)


def _is_stood_for(state: Actor, told: Sequence[Sequence[Actor]]) -> bool:
    """Whether a report that does not name the state names a person of it."""
    others = [each for each in told if all(actor.key != state.key for actor in each)]
    return any(actor.type == "person" and state_of(actor) == state.name for each in others for actor in each)


def _distinct(sides: Iterable[Actor]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for side in sides:
        if not any(one_by_name(side, other) for other in found):
            found.append(side)
    return tuple(found)
