"""`onrecord add`: reads reports into a record, tells how far it is, and in the end what came of it."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import typer

from onrecord.api import Record
from onrecord.commands.logged import logged, say_where
from onrecord.commands.opening import whole
from onrecord.commands.progress import bar, know_places, say
from onrecord.errors import OnrecordError
from onrecord.intake import Columns, Listing, Unreadable, listed
from onrecord.intake.folder import READ
from onrecord.model.documents import Document
from onrecord.pipeline import AddReport
from onrecord.settings import Settings

SHOWN = 20
STOPPED = 130


def add(path: Path, sources: list[Path], columns: Columns, options: Settings) -> int:
    """Adds the sources; 1 where nothing of them could be read, 130 where the user stopped it, 0 otherwise."""
    listing = listed(sources, columns)
    report = AddReport()
    is_first = not path.exists()
    with whole(path, options, create=True) as record, logged(path):
        try:
            stopped = _read(record, listing, report)
        except OnrecordError:
            if report.done:
                _tell(path, report, list(listing.passed_over))
            raise
    _tell(path, report, list(listing.passed_over))
    if stopped:
        say(f"Stopped. What is counted above is kept in {path}; the same command goes on from there.")
        return STOPPED
    if is_first and report.read:
        say(f"Look at it in a browser: onrecord serve {path}")
    if not report.done:
        say(f"There is nothing to read in {_some(list(map(str, sources)))}: expected {', '.join(READ)} files.")
    return 1 if report.done == len(report.unreadable) else 0


def _read(record: Record, listing: Listing, report: AddReport) -> bool:
    """Reads what is listed, counting in `report`; whether the user stopped it."""
    documents: Iterator[Document | Unreadable] = itertools.chain(
        listing.unreadable, itertools.chain.from_iterable(item.documents() for item in listing.items)
    )
    try:
        if listing.items:
            know_places()
        with bar("Reading") as moved:
            total = len(listing.unreadable) + sum(item.count() for item in listing.items)
            record.add(documents, report=report, progress=lambda now: _move(moved, now, total))
    except KeyboardInterrupt:
        return True
    return False


def _move(moved: Callable[[int, int], None], now: AddReport, total: int) -> None:
    done = now.done + now.under_way
    moved(done, max(total, done))


def _tell(path: Path, report: AddReport, passed_over: list[str]) -> None:
    for unreadable in report.unreadable[:SHOWN]:
        say(f"Unreadable: {unreadable}")
    if len(report.unreadable) > SHOWN:
        say(f"… and {len(report.unreadable) - SHOWN} more unreadable.")
    say_where(path, report.unreadable)
    if passed_over:
        say(f"Passed over, of another kind: {_some(passed_over)}.")
    counts = [f"{report.read} read", f"{report.already_there} already there", f"{len(report.unreadable)} unreadable"]
    if report.other_language:
        counts.insert(1, f"{report.other_language} kept unread (not in English)")
    typer.echo(f"{path}: {', '.join(counts)}.")


def _some(names: list[str]) -> str:
    more = len(names) - 3
    return ", ".join(names[:3]) + (f" and {more} more" if more > 0 else "")
