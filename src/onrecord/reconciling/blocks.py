"""The groups that observations are reconciled in, and what a group needs to know.

A block's key comes from the observation and the date of its report, so that adding a report touches few blocks, and a
block's entries are a pure function of what it holds: the order in which reports came in plays no part. What happened is
grouped by the month it happened in, or the week where there is much of its kind, so that no block grows with the length
of a war; an occurrence told without its day by reports of two months stays two.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model.actors import Actor
from onrecord.model.entries import AnyEntry
from onrecord.model.findings import ActorFinding, Observation, PlaceFinding
from onrecord.model.frames import UNDATED, Frame, Noted, PartDate
from onrecord.model.iso import days
from onrecord.model.marks import Shared
from onrecord.model.places import Place
from onrecord.model.rulings import Attached
from onrecord.model.saids import named
from onrecord.reconciling.copies.pages import Page
from onrecord.reconciling.joining.groups import FREE, Bound, Join

MONTH, DAY = len("2020-02"), len("2020-02-15")
LONG = dt.timedelta(days=21)
NO_DAY = "no day"


class Tally(NamedTuple):
    """How many reports a block has, and the first and last day on which it was reported."""

    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Block:
    """Observations to be reconciled together, least first; the frames of their reports by document id; beside them, by
    id, other observations that they name (the figures of an event).

    The block of an actor or place holds those of its observations that its entry may need, not all: `tally` counts all.
    The block of a report's copies holds no observations but `pages`, that report and those that share keys of sentences
    with it, by id, and which sentences do (`shared`). `rulings` are those on its observations, `bound` what they say of
    which are one.
    """

    key: str
    noted: tuple[Noted, ...]
    frames: Mapping[str, Frame]
    beside: Mapping[str, Noted] = field(default_factory=dict)
    tally: Tally | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)
    shared: tuple[Shared, ...] = ()
    rulings: tuple[Attached, ...] = ()
    bound: Bound = FREE

    def frame(self, noted: Noted) -> Frame:
        return self.frames[noted.observation.document]

    def date(self, noted: Noted) -> PartDate:
        """The date of the part of the page that the observation stands in."""
        return date_of(noted.observation, self.frame(noted))

    def reported(self, noted: Iterable[Noted]) -> tuple[str | None, str | None]:
        """The first and the last day on which these were reported, as far as their reports are dated."""
        days = sorted(day for each in noted if (day := self.date(each).published) is not None)
        return (days[0], days[-1]) if days else (None, None)


class Reconciled(NamedTuple):
    """An entry, the observations that went into it, for each of its cites the id of the document, and the reasons."""

    entry: AnyEntry
    members: tuple[str, ...]
    cited: tuple[str, ...]
    joins: tuple[Join, ...] = ()


def key_of(named_thing: Actor | Place) -> str:
    """The key of the block that holds the observations of the actor or place."""
    return f"{'actor' if isinstance(named_thing, Actor) else 'place'}:{named_thing.key}"


def document_block(name: str) -> str:
    """The key of the block that holds all versions of the document of that name."""
    return f"document:{name}"


def names_of(observation: Observation) -> frozenset[str]:
    """The blocks of the actors and places that an observation names, beside its own."""
    if isinstance(observation.finding, (ActorFinding, PlaceFinding)):
        return frozenset()
    return frozenset(key_of(each) for each in named(observation.finding))


def month(iso: str | None) -> str:
    """The month in which an ISO date or range ends, the year where it names no month; NO_DAY where there is none."""
    return iso.rpartition("/")[2][:MONTH] if iso else NO_DAY


def week(iso: str | None) -> str:
    """The week in which an ISO date or range ends ("2020-W07"), as `month` where it names no day; of what goes on for
    long, the month since which it does."""
    covered = days(iso)
    if iso and covered and "/" in iso and covered[1] - covered[0] > LONG:
        return f"since {iso[:MONTH]}"
    last = iso.rpartition("/")[2][:DAY] if iso else ""
    if len(last) < DAY:
        return month(iso)
    year, number, _ = dt.date.fromisoformat(last).isocalendar()
    return f"{year}-W{number:02}"


def quarter(iso: str) -> str:
    """The quarter of the year in which an ISO date or range ends ("2020-Q1"), the date where it names no month."""
    last = month(iso)
    return f"{last[:4]}-Q{(int(last[5:]) + 2) // 3}" if last[5:].isdigit() else last


def date_of(observation: Observation, frame: Frame) -> PartDate:
    """The date of the part of the page that the observation stands in; an empty one where that has none."""
    return frame.dates[observation.part] if observation.part < len(frame.dates) else PartDate()


def in_order(noted: Iterable[Noted], frames: Mapping[str, Frame]) -> tuple[Noted, ...]:
    """Least first: by (day of publication, document id, start), undated last."""

    def rank(each: Noted) -> tuple[str, str, int, str]:
        seen = each.observation
        published = date_of(seen, frames[seen.document]).published
        return published or UNDATED, seen.document, seen.trigger.start, seen.id

    return tuple(sorted(noted, key=rank))
