"""The record of some of its reports alone, as if no others had come: copied into a record of its own, and reconciled.

What was read in a report hangs on its text alone, so nothing is read again. Dates, entries and joins hang on the other
reports: they are made anew, all of them or, where few reports are left out, those that these touch.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.model.frames import Frame
from onrecord.model.iso import days
from onrecord.settling import forget, settle
from onrecord.store import Reader, Store, Writer, copy, duplicate, overruled, ruling

NAME = "as-of.record"
FEW = 2.0  # for each report that is kept: so many can be taken out before it is as quick to begin anew


class Excerpt:
    """A record of some of the reports, in a temporary folder that `close` takes away. `undated` are the ids of the
    reports that were left out because it is not known when they were published."""

    def __init__(self, whole: Reader, kept: Collection[str], day: dt.date | None = None) -> None:
        """Of the reports `kept` alone; where a day is given, of those among them that are known to be published by it.

        Where few reports are left out they are taken out of a copy; otherwise all is made from scratch.
        """
        self.undated: frozenset[str] = frozenset()
        self._folder = TemporaryDirectory(prefix="onrecord-")
        try:
            path = Path(self._folder.name) / NAME
            left_out = set(whole.document_ids()).difference(kept)
            few = len(left_out) < len(kept) * FEW
            if few:
                duplicate(whole, path)
            self.store = Store(path, create=True)
            with self.store.writing() as writer:
                if few:
                    forget(writer, left_out)
                else:
                    copy(whole, writer, kept)
                    settle(writer, kept)
                if day is not None:
                    self.undated = frozenset(_without_a_day(writer, day))
                ruling.forget_strangers(writer)
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
    set_ = overruled.days_set(whole)
    return Excerpt(whole, [frame.id for frame in whole.frames() if _may_be_known(frame, day, set_)], day)


def without(whole: Reader, documents: Collection[str]) -> Excerpt:
    """The record of all reports but these."""
    return Excerpt(whole, set(whole.document_ids()).difference(documents))


def published_since(whole: Reader, day: dt.date) -> set[str]:
    """The ids of the reports of which a part was published on that day or later, as far as their dates are known."""
    return {
        frame.id
        for frame in whole.frames()
        if any((covered := days(date.published)) and covered[1] >= day for date in frame.dates)
    }


def _may_be_known(frame: Frame, day: dt.date, set_: Mapping[str, str | None]) -> bool:
    """Whether nothing that the page states of its dates is later, or that a person set it to; what he says that nobody
    knows may be."""
    stated = [part.published.value if part.published is not None else None for part in frame.parts]
    stated[:1] = [set_[frame.id]] if frame.id in set_ else stated[:1]
    return all(_by(each, day) for each in stated if each is not None)


def _by(published: str | None, day: dt.date) -> bool:
    """Whether an ISO day or month is over by that day."""
    covered = days(published)
    return covered is not None and covered[1] <= day


def _without_a_day(writer: Writer, day: dt.date) -> set[str]:
    """Takes out the pages that are not known to be published by the day, until the dates of the others rest on none of
    them; the ids of those that have no date."""
    undated: set[str] = set()
    while True:
        open_ = writer.frames({*writer.undated(), *overruled.days_set(writer)})
        late = {page.id for page in open_ if not all(_by(date.published, day) for date in page.dates)}
        undated |= {page.id for page in open_ if not all(date.published for date in page.dates)}
        if not late:
            return undated
        forget(writer, late)
