"""Reports on which onrecord itself fails: each is named, with a trace in the log, and costs no other report."""

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from onrecord.engines import Reading
from onrecord.errors import OnrecordError, RefusedError
from onrecord.intake.source import FAULT, Unreadable
from onrecord.model.documents import Document

HALF = "its {} holds half a character (a lone surrogate) at {}"
FAILED = "it could not be brought together with the other reports ({})"
STILL = "the other reports are still read"

log = logging.getLogger("onrecord")
T = TypeVar("T")


class Fault(NamedTuple):
    """The reading that brought an error where it was to be kept, and the error."""

    reading: Reading
    error: Exception


def in_parts(readings: Sequence[Reading], keep: Callable[[Sequence[Reading]], T]) -> Iterator[tuple[int, T | Fault]]:
    """Keeps the readings at once or, where an error stops that, each half of them so, down to the one that brings it:
    how many were kept each time with what `keep` gives, or the one with its error.

    `keep` keeps all that it is given or, where it raises, none. An error that is no fault of a report (the disk is
    full) goes on.
    """
    if not readings:
        return
    try:
        kept = keep(readings)
    except Exception as error:
        if isinstance(error, OnrecordError) and not isinstance(error, RefusedError):
            raise
        if len(readings) == 1:
            yield 1, Fault(readings[0], error)
            return
    else:
        yield len(readings), kept
        return
    half = len(readings) // 2
    yield from in_parts(readings[:half], keep)
    yield from in_parts(readings[half:], keep)


def told(fault: Fault) -> Unreadable:
    """The failure as a user is told of it; the log is told where it came about."""
    name, error = fault.reading.document.name, fault.error
    log.error("%s could not be kept\n%s", name, "".join(traceback.format_exception(error)))
    return Unreadable(name, FAILED.format(f"{type(error).__name__}: {error}"), FAULT)


def readable(readings: Iterable[Reading], unreadable: list[Unreadable]) -> list[Reading]:
    """The readings that can be kept; the others are added to `unreadable`, where a reader failed with a trace in the
    log."""
    whole = []
    for reading in readings:
        trouble = reading.trouble or _unstorable(reading.document)
        if trouble is None:
            whole.append(reading)
            continue
        if reading.trace:
            log.error("%s could not be read\n%s", reading.document.name, reading.trace)
        unreadable.append(Unreadable(reading.document.name, trouble, FAULT if reading.trace else STILL))
    return whole


def _unstorable(document: Document) -> str | None:
    """Why a document cannot be kept: half a character has no place in any file."""
    for what in ("name", "text"):
        try:
            getattr(document, what).encode("utf-8")
        except UnicodeEncodeError as error:
            return HALF.format(what, error.start)
    return None
