"""The record of some of its reports alone, as if no others had come: copied into a record of its own, and reconciled.

What was read in a report hangs on its text alone, so nothing is read again; dates, entries and joins hang on the other
reports, so all of them are made anew.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.model.frames import Frame
from onrecord.model.iso import days
from onrecord.settling import settle, standing
from onrecord.store import Reader, Store, Writer, copy

NAME = "as-of.record"


class Excerpt:
    """A record of some of the reports, in a temporary folder that `close` takes away. `undated` are the ids of the
    reports that were left out because it is not known when they were published."""

    def __init__(self, fill: Callable[[Writer], Iterable[str]]) -> None:
        """`fill` puts the reports in and says which are undated; their entries are then made."""
        self._folder = TemporaryDirectory(prefix="onrecord-")
        try:
            self.store = Store(Path(self._folder.name) / NAME, create=True)
            with self.store.writing() as writer:
                self.undated = frozenset(fill(writer))
                settle(writer, writer.document_ids())
        except BaseException:
            self._folder.cleanup()
            raise

    def close(self) -> None:
        """Takes the record away."""
        self.store.close()
        self._folder.cleanup()


def published_by(whole: Reader, day: dt.date) -> Excerpt:
    """The record of the reports that were published by the day.

    A page of several reports is published with its last one. A report that states no date counts as published on the
    day that reports of then let one infer, and is left out where they let one infer none.
    """

    def fill(writer: Writer) -> Iterable[str]:
        copy(whole, writer, [frame.id for frame in whole.frames() if _may_be_known(frame, day)])
        return _keep_what_is_known(writer, day)

    return Excerpt(fill)


def without(whole: Reader, documents: Collection[str]) -> Excerpt:
    """The record of all reports but these."""

    def fill(writer: Writer) -> Iterable[str]:
        copy(whole, writer, set(whole.document_ids()).difference(documents))
        return ()

    return Excerpt(fill)


def published_since(whole: Reader, day: dt.date) -> set[str]:
    """The ids of the reports of which a part was published on that day or later, as far as their dates are known."""
    return {
        frame.id
        for frame in whole.frames()
        if any((covered := days(date.published)) and covered[1] >= day for date in frame.dates)
    }


def _may_be_known(frame: Frame, day: dt.date) -> bool:
    """Whether nothing that the page states of its dates is later."""
    return all(_by(part.published.value, day) for part in frame.parts if part.published is not None)


def _by(published: str | None, day: dt.date) -> bool:
    """Whether an ISO day or month is over by that day."""
    covered = days(published)
    return covered is not None and covered[1] <= day


def _keep_what_is_known(writer: Writer, day: dt.date) -> set[str]:
    """Takes out the pages that are not dated by the day, until the dates of the others rest on none of them; the ids of
    those that have no date."""
    undated: set[str] = set()
    while True:
        open_ = set(writer.undated())
        names = {frame.name for frame in writer.frames(open_)}
        pages = [frame for frame in standing(writer, names) if frame.id in open_]
        late = {page.id for page in pages if not all(_by(date.published, day) for date in page.dates)}
        undated |= {page.id for page in pages if not all(date.published for date in page.dates)}
        if not late:
            return undated
        writer.remove(late)
