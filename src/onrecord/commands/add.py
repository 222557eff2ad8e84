"""`onrecord add`: reads reports into a record, tells how far it is, and in the end what came of it."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import typer

from onrecord.api import Record
from onrecord.commands.progress import bar, say
from onrecord.intake import Columns, Unreadable, listed
from onrecord.model.documents import Document
from onrecord.pipeline import AddReport
from onrecord.settings import Settings

SHOWN = 20
STOPPED = 130


def add(path: Path, sources: list[Path], columns: Columns, options: Settings) -> int:
    """Adds the sources; 1 where nothing of them could be read, 130 where the user stopped it, 0 otherwise."""
    listing = listed(sources, columns)
    report = AddReport()
    stopped = False
    with Record(path, options=options) as record, bar("Reading") as moved:
        total = len(listing.unreadable) + sum(item.count() for item in listing.items)
        documents: Iterator[Document | Unreadable] = itertools.chain(
            listing.unreadable, itertools.chain.from_iterable(item.documents() for item in listing.items)
        )
        try:
            record.add(documents, report=report, progress=lambda now: moved(now.done, max(total, now.done)))
        except KeyboardInterrupt:
            stopped = True
    _tell(path, report, list(listing.passed_over))
    if stopped:
        say(f"Stopped. What is counted above is kept in {path}; the same command goes on from there.")
        return STOPPED
    return 1 if report.unreadable and report.done == len(report.unreadable) else 0


def _tell(path: Path, report: AddReport, passed_over: list[str]) -> None:
    for unreadable in report.unreadable[:SHOWN]:
        say(f"Unreadable: {unreadable}")
    if len(report.unreadable) > SHOWN:
        say(f"… and {len(report.unreadable) - SHOWN} more unreadable.")
    if passed_over:
        say(f"Passed over, of another kind: {_some(passed_over)}.")
    counts = [f"{report.read} read", f"{report.already_there} already there", f"{len(report.unreadable)} unreadable"]
    if report.other_language:
        counts.insert(1, f"{report.other_language} kept unread (not in English)")
    typer.echo(f"{path}: {', '.join(counts)}.")


def _some(names: list[str]) -> str:
    more = len(names) - 3
    return ", ".join(names[:3]) + (f" and {more} more" if more > 0 else "")
