"""The record that pages are made from: as it is now, or as it was known on a day."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.api import Record
from onrecord.views import AsOf
from onrecord.web.sight import Sight

KEPT = 3  # days that are kept made
AT_ONCE = 2  # that are made at a time: anybody can ask for any day

Key = tuple[dt.date, int]


class BeingMade(Exception):  # noqa: N818 - no error: the page says that it is under way
    """The record as known on that day is being made; ask again."""


class Known:
    """The record as known on a day: under way, made, or not to be made; how many pages look at it."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.made: AsOf | None = None
        self.error: Exception | None = None
        self.users = 0
        self.is_old = False

    def close_if_idle(self) -> None:
        """Lets go of it where it is old and nobody looks at it."""
        if self.is_old and not self.users and self.made is not None:
            self.made.close()
            self.made = None


class Views:
    """Sights of a record. Those of a day are made once, in the background, and kept until the record changes."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[Key, Known] = {}
        self._lock = threading.Lock()

    @contextmanager
    def at(self, as_of: str | None = None, patience: float = 2.0) -> Iterator[Sight]:
        """A Sight of the record, or of the one known on the day (ISO). Raises BeingMade where that takes longer than
        `patience` seconds to make, each time until it is there."""
        if as_of is None:
            with self._record.reading() as reader:
                yield Sight(reader)
            return
        with self._on(dt.date.fromisoformat(as_of), patience) as then, then.reading() as reader:
            yield Sight(reader, then.day, len(then.undated))

    def close(self) -> None:
        """Lets go of the records of days; waits for those under way."""
        for known in list(self._known.values()):
            known.done.wait()
            known.is_old = True
            known.close_if_idle()
        self._known.clear()

    @contextmanager
    def _on(self, day: dt.date, patience: float) -> Iterator[AsOf]:
        with self._record.reading() as reader:
            key = (day, reader.state())
        with self._lock:
            known = self._known.get(key)
            if known is None and sum(not each.done.is_set() for each in self._known.values()) >= AT_ONCE:
                raise BeingMade(f"The record as known on {day} is made when those of other days are done.")
            known = known or self._begun(key)
            known.users += 1
        try:
            if not known.done.wait(patience):
                raise BeingMade(f"The record as known on {day} is being made from the reports published by then.")
            if known.made is None:
                raise known.error or RuntimeError("the record of a day was closed while somebody looked at it")
            yield known.made
        finally:
            with self._lock:
                known.users -= 1
                known.close_if_idle()

    def _begun(self, key: Key) -> Known:
        known = self._known[key] = Known()
        threading.Thread(target=self._make, args=(key[0], known), daemon=True).start()
        while len(self._known) > KEPT:
            old = self._known.pop(next(key for key, each in self._known.items() if each.done.is_set()))
            old.is_old = True
            old.close_if_idle()
        return known

    def _make(self, day: dt.date, known: Known) -> None:
        try:
            known.made = self._record.as_of(day)
        except Exception as error:
            known.error = error
        finally:
            known.done.set()
            with self._lock:
                known.close_if_idle()
