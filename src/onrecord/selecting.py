"""Which entries of a record somebody asks for."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from onrecord.model.entries import ActorEntry, Entry, PlaceEntry
from onrecord.model.iso import within
from onrecord.model.kinds import DOERS, PLACES, TELLERS, happened, ids_in, named_in

E = TypeVar("E", bound=Entry)
Known = Mapping[str, Collection[str]]

FIELDS = {"measure": ("measure",), "per": TELLERS, "by": DOERS, "place": PLACES}
"""Where an entry is looked into for each wish; a kind that has none of the fields cannot be asked so."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What to keep, None for everything.

    `per` is a source or speaker, `by` one who acts, `place` where it was: each part of the name, in any case, or one of
    the other names. `since` and `until`, both inclusive, ask when it happened; what has no date is then left out.
    """

    measure: str | None = None
    per: str | None = None
    by: str | None = None
    place: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def names(self) -> dict[str, str]:
        """The names that are asked for, by the wish."""
        return {wish: name for wish in ("per", "by", "place") if (name := getattr(self, wish)) is not None}


def selected(entries: Iterable[E], wanted: Wanted, known: Known | None = None) -> Iterator[E]:
    """The entries that fit; `known` holds, for each name that is wanted, the ids of those who bear it."""
    known = known or {}
    for entry in entries:
        if (
            wanted.measure in (None, getattr(entry, "measure", None))
            and _falls(entry, wanted)
            and all(_names(entry, FIELDS[wish], name, known.get(name, ())) for wish, name in wanted.names.items())
        ):
            yield entry


def ids_of(name: str, entries: Iterable[ActorEntry | PlaceEntry]) -> set[str]:
    """Those of the actors and places that bear that very name or alias, in any case."""
    folded = name.casefold()
    return {entry.id for entry in entries if folded in {form.casefold() for form in (entry.name, *entry.aliases)}}


def _names(entry: Entry, fields: tuple[str, ...], wanted: str, known: Collection[str]) -> bool:
    folded = wanted.casefold()
    return any(folded in name.casefold() for name in named_in(entry, fields)) or any(
        each in known for each in ids_in(entry, fields)
    )


def _falls(entry: Entry, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    day = happened(entry)
    return day is not None and within(day, wanted.since, wanted.until)
