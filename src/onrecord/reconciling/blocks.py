"""The groups that observations are reconciled in, and what a group needs to know.

A block's key comes from the observation alone, so that adding a report touches few blocks, and a block's entries are a
pure function of what it holds: the order in which reports came in plays no part.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model.actors import Actor
from onrecord.model.entries import AnyEntry
from onrecord.model.findings import (
    ActorFinding,
    AgreementFinding,
    ComplianceFinding,
    DateFinding,
    Observation,
    PlaceFinding,
)
from onrecord.model.frames import Frame, Noted, PartDate
from onrecord.model.places import Place
from onrecord.model.saids import named

UNDATED = "9999"


@dataclass(frozen=True)
class Block:
    """Observations to be reconciled together, least first; the frames of their reports by document id; and the entries
    of the actors and places they name, by key."""

    key: str
    noted: tuple[Noted, ...]
    frames: Mapping[str, Frame]
    ids: Mapping[str, str] = field(default_factory=dict)

    def frame(self, noted: Noted) -> Frame:
        return self.frames[noted.observation.document]

    def date(self, noted: Noted) -> PartDate:
        """The date of the part of the page that the observation stands in."""
        dates = self.frame(noted).dates
        return dates[noted.observation.part] if noted.observation.part < len(dates) else PartDate()

    def reported(self) -> tuple[str | None, str | None]:
        """The first and the last day on which it was reported, as far as the reports are dated."""
        days = sorted(day for noted in self.noted if (day := self.date(noted).published))
        return (days[0], days[-1]) if days else (None, None)

    def id(self, named_thing: Actor | Place | None) -> str | None:
        return None if named_thing is None else self.ids.get(key_of(named_thing))


class Reconciled(NamedTuple):
    """An entry, the observations that went into it, and for each of its cites the id of the document."""

    entry: AnyEntry
    members: tuple[str, ...]
    cited: tuple[str, ...]


def key_of(named_thing: Actor | Place) -> str:
    """The key of the block that holds the observations of the actor or place."""
    return f"{'actor' if isinstance(named_thing, Actor) else 'place'}:{named_thing.key}"


def document_block(name: str) -> str:
    """The key of the block that holds all versions of the document of that name."""
    return f"document:{name}"


def block_of(observation: Observation) -> str | None:
    """The block of an observation: with all those of the same actor, place or agreement, otherwise one of its own; None
    for one that makes no entry (a date)."""
    match observation.finding:
        case ActorFinding(actor=said):
            return key_of(said.value)
        case PlaceFinding(place=said_place):
            return key_of(said_place.value)
        case AgreementFinding(key=key) | ComplianceFinding(key=key):
            return f"agreement:{key}"
        case DateFinding():
            return None
    return f"{observation.kind}:{observation.id}"


def names_of(observation: Observation) -> frozenset[str]:
    """The blocks of the actors and places that an observation names, beside its own."""
    if isinstance(observation.finding, (ActorFinding, PlaceFinding)):
        return frozenset()
    return frozenset(key_of(each) for each in named(observation.finding))


def in_order(noted: Iterable[Noted], frames: Mapping[str, Frame]) -> tuple[Noted, ...]:
    """Least first: by (day of publication, document id, start), undated last."""

    def rank(each: Noted) -> tuple[str, str, int, str]:
        seen = each.observation
        dates = frames[seen.document].dates
        published = dates[seen.part].published if seen.part < len(dates) else None
        return published or UNDATED, seen.document, seen.trigger.start, seen.id

    return tuple(sorted(noted, key=rank))
