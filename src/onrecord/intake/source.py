"""What every source of reports gives: items that open to documents, and what could not be read, with the reason."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from onrecord.errors import SourceError
from onrecord.model.documents import Document

LARGEST_REPORT = 5_000_000  # a thousand pages; what is longer is no report, and would take minutes and gigabytes


FAULT = "the other reports are kept; this is a fault of onrecord: please report it, with what the log says of it"

log = logging.getLogger("onrecord")


class Unreadable(Struct, frozen=True):
    """Something that could not be read: its name, why, and what to do about it."""

    name: str
    why: str
    advice: str

    def __str__(self) -> str:
        return f"{self.name}: {self.why}; {self.advice}"


class Columns(Struct, frozen=True, kw_only=True):
    """Names of a table's columns; None where one of the usual names is to be looked for."""

    text: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    authors: str | None = None


class Item(Struct, frozen=True):
    """A file to be read. `opens` yields its documents and may raise SourceError; `counts` tells its reports."""

    name: str
    path: Path
    opens: Callable[[], Iterator[Document | Unreadable]]
    counts: Callable[[], int]

    def documents(self) -> Iterator[Document | Unreadable]:
        """The file's documents, one by one; what cannot be read is yielded as Unreadable, nothing is raised."""
        try:
            yield from self.opens()
        except SourceError as error:
            yield Unreadable(self.name, str(error), "the other sources are still read")
        except OSError as error:
            yield Unreadable(
                self.name, f"it cannot be opened ({error.strerror})", "check that it exists and may be read"
            )
        except Exception as error:  # one bad source must not cost the others
            yield fault(self.name, error)

    def count(self) -> int:
        """How many reports it holds, for a progress bar; 1 where that cannot be told."""
        try:
            return self.counts()
        except (OSError, SourceError):
            return 1


def taken(name: str, make: Callable[[], Document | Unreadable]) -> Document | Unreadable:
    """What `make` makes of one report; where it fails, that it does: one bad row must not cost the others."""
    try:
        return make()
    except Exception as error:
        return fault(name, error)


def fault(name: str, error: Exception) -> Unreadable:
    """That onrecord itself failed on the source of that name, told to the log with where it did."""
    log.error("%s could not be taken in", name, exc_info=error)
    return Unreadable(name, f"onrecord failed to take it in ({type(error).__name__}: {error})", FAULT)
