"""How long it takes to add one report to a large record, whose reading is done: keeping, dating and reconciling it.

The record is made of the given reports and of copies of them whose letters are exchanged: a copy shares no words with
another, but names the same actors and places at the same spots. Used by `speed.py`.
"""

import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_lowercase

import msgspec

from onrecord import pipeline
from onrecord.engines import Reading
from onrecord.model.documents import Document
from onrecord.model.ids import digest
from onrecord.reading import read
from onrecord.reading.language import Parser
from onrecord.store import Store

COPIES = len(ascii_lowercase) - 1
ADDED = 4
READ = 64


class Read:
    """An engine that has read everything before."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.document.id: reading for reading in readings}

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield self.readings[document.id]


def measured(documents: list[Document], size: int) -> list[tuple[str, str, str]]:
    """The times of a record of `size` reports of which nothing is kept but what dates them, and of one of a tenth of
    that with all that is found in them."""
    parser = Parser()
    unread = [Reading(document) for document in documents[: size // (COPIES + 1) + 1 + ADDED]]
    found = [Reading(document, read(document, parser)) for document in documents[:READ]]
    return [*rows("dating", unread, size), *rows("all findings", found, size // 10)]


def rows(what: str, readings: list[Reading], size: int) -> list[tuple[str, str, str]]:
    """The times for one record, in seconds of the processor."""
    first, last = readings[:-ADDED], readings[-ADDED:]
    size = min(size, len(first) * (COPIES + 1))
    copies = [copied(reading, by) for by in range(COPIES + 1) for reading in first][:size]
    added = [last[0], without_date(last[1]), last[2], without_date(last[3])]
    engine = Read([*copies, *added])
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "large.record", create=True) as store:
        making = timed(store, copies, engine)
        times = [timed(store, [reading], engine) for reading in added]
    kind = f"adding, {what}"
    return [
        (kind, "on", f"a record of {size} reports: {len(first)}, and copies with exchanged letters"),
        (kind, "making it, milliseconds a report", f"{1000 * making / size:.1f}"),
        (kind, "one dated report, all others dated, seconds", f"{times[0]:.2f}"),
        (kind, "one report without a date, seconds", f"{times[1]:.2f}"),
        (kind, "one dated report, beside one without a date, seconds", f"{times[2]:.2f}"),
        (kind, "a second report without a date, seconds", f"{times[3]:.2f}"),
    ]


def timed(store: Store, readings: list[Reading], engine: Read) -> float:
    """Seconds of the processor that it takes to add what was read."""
    began = time.process_time()
    pipeline.add(store, [reading.document for reading in readings], engine, "bench")
    return time.process_time() - began


def copied(reading: Reading, by: int) -> Reading:
    """The reading of a copy in which every small letter is the one `by` places further in the alphabet."""
    document = reading.document
    table = str.maketrans(ascii_lowercase, ascii_lowercase[by:] + ascii_lowercase[:by])
    made = msgspec.structs.replace(document, name=f"{document.name}-{by}", text=document.text.translate(table))
    return renamed(reading, made)


def without_date(reading: Reading) -> Reading:
    """The reading of the same report as it would be if it stated no date."""
    parts = tuple(msgspec.structs.replace(part, published=None) for part in reading.document.parts)
    return renamed(reading, msgspec.structs.replace(reading.document, name=f"{reading.document.name}?", parts=parts))


def renamed(reading: Reading, document: Document) -> Reading:
    observations = tuple(
        msgspec.structs.replace(seen, id=digest(document.id, seen.id), document=document.id)
        for seen in reading.observations
    )
    return Reading(document, observations)
