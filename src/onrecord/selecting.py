"""Which entries of a record somebody asks for."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from onrecord.model.entries import ActorEntry, AnyEntry, DocumentEntry, FigureEntry, StatementEntry
from onrecord.model.iso import within

E = TypeVar("E", bound=AnyEntry)


class Wanted(Struct, frozen=True, kw_only=True):
    """What to keep, None for everything. `per`: part of the name of a source, in any case, or one of its other names.

    `since` and `until`, both inclusive, ask when it happened; what has no date is then left out.
    """

    measure: str | None = None
    per: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


def selected(entries: Iterable[E], wanted: Wanted, known_as: Collection[str] = ()) -> Iterator[E]:
    """The entries that fit; `known_as` are the ids of the actors whose name is `wanted.per`."""
    for entry in entries:
        if _counts(entry, wanted) and _comes_from(entry, wanted, known_as) and _falls(entry, wanted):
            yield entry


def happened(entry: AnyEntry) -> str | None:
    """When what the entry tells happened, as an ISO date or range; for an actor or place, when it was reported."""
    match entry:
        case FigureEntry():
            return entry.as_of or entry.period
        case StatementEntry():
            return entry.on
        case DocumentEntry():
            return entry.published or entry.window
    return f"{entry.first_reported}/{entry.last_reported}" if entry.first_reported else None


def ids_of(name: str, actors: Iterable[ActorEntry]) -> set[str]:
    """The actors who bear that very name or alias, in any case."""
    folded = name.casefold()
    return {actor.id for actor in actors if folded in {form.casefold() for form in (actor.name, *actor.aliases)}}


def _counts(entry: AnyEntry, wanted: Wanted) -> bool:
    return wanted.measure is None or getattr(entry, "measure", None) == wanted.measure


def _comes_from(entry: AnyEntry, wanted: Wanted, known_as: Collection[str]) -> bool:
    if wanted.per is None:
        return True
    match entry:
        case FigureEntry():
            names, ids = entry.per, entry.per_ids
        case StatementEntry():
            names, ids = entry.speaker, entry.speaker_ids
        case _:
            return False
    folded = wanted.per.casefold()
    return any(folded in name.casefold() for name in names) or any(each in known_as for each in ids)


def _falls(entry: AnyEntry, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    day = happened(entry)
    return day is not None and within(day, wanted.since, wanted.until)
