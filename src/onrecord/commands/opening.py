"""Opening the record of a command: the whole of it, or as it was known on a day."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from onrecord.api import Record
from onrecord.commands.progress import Moved, bar, say, waiting
from onrecord.model.iso import in_words
from onrecord.settings import Settings
from onrecord.views import View


def whole(path: Path, options: Settings, *, create: bool = False) -> Record:
    """The record, made where there is none if `create` is set; says how far it is brought forward where it is old."""
    with ExitStack() as shown:
        moved: Moved | None = None

        def progress(done: int, number: int) -> None:
            nonlocal moved
            if moved is None:
                say(f"{path} was made by an earlier version of onrecord and is brought forward, once.")
                moved = shown.enter_context(bar("Bringing forward", of="parts"))
            moved(done, number)

        return Record(path, create=create, options=options, progress=progress)


@contextmanager
def opened(path: Path, options: Settings, as_of: dt.date | None = None) -> Iterator[View]:
    """The record, or what it was on the day `as_of`; says how many reports are left out for want of a date."""
    with whole(path, options) as record:
        if as_of is None:
            yield record
            return
        with waiting(f"Making the record as of {in_words(as_of.isoformat())}"):
            then = record.as_of(as_of)
        with then:
            if then.undated:
                say(f"As of {in_words(as_of.isoformat())}: {without_a_date(len(then.undated))} left out.")
            yield then


def without_a_date(number: int) -> str:
    """That so many reports whose day is not known are ..."""
    return f"{number} reports without a date are" if number != 1 else "1 report without a date is"
