"""One state of a record as a page sees it: every answer of a Sight comes from the same state."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from onrecord.model import outlook
from onrecord.model.entries import AnyEntry, Cite
from onrecord.model.filters import Filter
from onrecord.store import Head, Reader


class Sight:
    """What `reader` answers, commitments as they stand on the `day`: that of the record, else of its newest report.

    `as_of` is the day as known on which the record is shown, None for the whole of it; `left_out` how many reports are
    not in it since nobody knows when they were published."""

    def __init__(self, reader: Reader, as_of: dt.date | None = None, left_out: int = 0) -> None:
        self.reader = reader
        self.as_of = as_of
        self.left_out = left_out

    @cached_property
    def day(self) -> dt.date | None:
        """The day by which deadlines are judged."""
        return self.as_of or self.reader.newest()

    def judged(self, entries: Iterable[AnyEntry]) -> Iterator[AnyEntry]:
        """The entries, commitments with their status on the day."""
        kept = list(entries)
        ids = [entry.id for entry in kept if entry.kind == "commitment"]
        return outlook.judged(kept, self.day, self.reader.corrected(ids) if ids else ())

    def browse(
        self, kinds: Iterable[str], filter_: Filter, *, order: str = "newest", limit: int = 50, offset: int = 0
    ) -> list[AnyEntry]:
        """Entries of the kinds that the filter lets through, in order, as many as asked for."""
        found = self.reader.browse(tuple(kinds), filter_, order=order, limit=limit, offset=offset)
        return list(self.judged(found))

    def entry(self, address: str) -> AnyEntry | None:
        """The entry at an address: its id, that of an observation in it, or the key of an actor or place."""
        found = self.reader.entry(address)
        return None if found is None else next(self.judged([found]))

    def entries_at(self, ids: Iterable[str]) -> list[AnyEntry]:
        """The entries of these ids, in the order of the ids."""
        wanted = list(dict.fromkeys(ids))
        found = {entry.id: entry for entry in self.judged(self.reader.entries_at(wanted))}
        return [found[id_] for id_ in wanted if id_ in found]

    def names_of(self, keys: Iterable[str]) -> dict[str, str]:
        """The names of the actors and places that facet keys stand for, by key."""
        block = {key: f"actor:{key[5:]}" if key.startswith("says:") else key for key in keys}
        found = self.reader.addressed(block.values())
        names = {entry.id: str(getattr(entry, "name", "")) for entry in self.reader.entries_at(found.values())}
        return {key: names[found[each]] for key, each in block.items() if each in found and names.get(found[each])}

    def heads(self, cites: Iterable[Cite]) -> Mapping[str, Head]:
        """The reports that the cites point into, by the name they give them: its id, title, publisher and day."""
        return self.reader.heads({cite.doc for cite in cites})
