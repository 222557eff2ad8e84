"""Whom, where and what accord reports name by a key under which people told several apart.

A report names each by one key; what was ruled to be another goes by another key in that report, wherever it is named
there. So whatever is reconciled, indexed or linked by keys goes the way of the ruling.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.findings import (
    ActorFinding,
    AgreementFinding,
    ComplianceFinding,
    Finding,
    Observation,
    PlaceFinding,
)
from onrecord.model.frames import Noted
from onrecord.model.places import Place

Order = tuple[str, str]
"""When a ruling was made, and its id: what is later stands."""


class Turn(NamedTuple):
    """By a ruling, what the report names by the key `was` goes by `now`; keys are those of blocks."""

    order: Order
    document: str
    was: str
    now: str


class Apart:
    """The keys that people told apart, report by report."""

    def __init__(self, turns: Iterable[Turn] = ()) -> None:
        self._turns: dict[str, dict[str, list[Turn]]] = defaultdict(lambda: defaultdict(list))
        self._since: dict[str, Order] = {}
        for turn in sorted(turns):
            self._turns[turn.document][turn.was].append(turn)
            self._since[turn.now] = turn.order

    def __bool__(self) -> bool:
        return bool(self._since)

    def since(self, key: str) -> Order | None:
        """When the key was made by a ruling; None for one that reports give."""
        return self._since.get(key)

    def seen(self, observation: Observation, before: Order | None = None) -> Observation:
        """The observation with the keys that stand, or stood `before` another ruling."""
        turns = self._turns.get(observation.document)
        if turns is None:
            return observation
        last = {
            was: made[-1].now
            for was, each in turns.items()
            if (made := [turn for turn in each if before is None or turn.order < before])
        }
        return replace(observation, finding=_finding(observation.finding, last)) if last else observation

    def noted(self, noted: Noted) -> Noted:
        """The observation with the keys that stand."""
        seen = self.seen(noted.observation)
        return noted if seen is noted.observation else replace(noted, observation=seen)


NOBODY = Apart()


def key_in(found: Finding) -> str | None:
    """The key of the block of an actor, place or agreement, as the report that names it gives it; None for what else
    is found."""
    if isinstance(found, AgreementFinding):
        return f"agreement:{found.key}"
    if isinstance(found, ActorFinding):
        return _key(found.actor.value)
    return _key(found.place.value) if isinstance(found, PlaceFinding) else None


def _finding(finding: Finding, keys: Mapping[str, str]) -> Finding:
    if isinstance(finding, (AgreementFinding, ComplianceFinding)):
        now = keys.get(f"agreement:{finding.key}")
        finding = replace(finding, key=_plain(now)) if now else finding
    renamed: Finding = _renamed(finding, keys)
    return renamed


def _renamed(value: Any, keys: Mapping[str, str]) -> Any:
    """The value with other keys for the actors and places in it, however deep."""
    if isinstance(value, tuple):
        return tuple(_renamed(each, keys) for each in value)
    if isinstance(value, (Actor, Place)):
        now = keys.get(_key(value))
        return value if now is None else _another(value, _plain(now))
    if isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: new for name, old in fields.items() if (new := _renamed(old, keys)) is not old and new != old}
        return replace(value, **changed) if changed else value
    return value


def _another(value: Actor | Place, key: str) -> Actor | Place:
    """Another of the same name: of a place nobody knows yet where it is."""
    if isinstance(value, Actor):
        return replace(value, key=key)
    return Place(key=key, name=value.name, precision=value.precision)


def _plain(key: str) -> str:
    return key.partition(":")[2]


def _key(value: Actor | Place) -> str:
    return f"{'actor' if isinstance(value, Actor) else 'place'}:{value.key}"
