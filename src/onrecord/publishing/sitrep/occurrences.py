"""Which entries tell one occurrence, so that the report tells it once: an ultimatum is a statement and an event too."""

from collections.abc import Iterable

from onrecord.model.entries import Entry

SAME = "same occurrence"


class Occurrences:
    """The "same occurrence" sets among `entries`, and which of them the report has told."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._above: dict[str, str] = {}
        self._told: set[str] = set()
        for entry in entries:
            for link in entry.links:
                if link.as_ == SAME:
                    self._above[self._set(entry.id)] = self._set(link.to)

    def tell(self, entries: Iterable[Entry]) -> None:
        """From now on what these entries tell is told."""
        self._told |= {self._set(entry.id) for entry in entries}

    def told(self, entry: Entry) -> bool:
        """Whether the entry, or another of its set, has been told."""
        return self._set(entry.id) in self._told

    def _set(self, id_: str) -> str:
        """The id that stands for the set of `id_`."""
        while (above := self._above.get(id_, id_)) != id_:
            id_ = above
        return id_
