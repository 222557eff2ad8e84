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


class Read:
    """An engine that has read everything before."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.document.id: reading for reading in readings}

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield self.readings[document.id]


def measured(documents: list[Document], size: int) -> list[tuple[str, str, str]]:
    """The times of a record of `size` reports that is made of all but the last few of `documents`."""
    parser = Parser()
    readings = [Reading(document, read(document, parser)) for document in documents]
    first, last = readings[:-ADDED], readings[-ADDED:]
    size = min(size, len(first) * (COPIES + 1))
    copies = [copied(reading, by) for by in range(COPIES + 1) for reading in first][:size]
    undated = [without_date(reading) for reading in last[1::2]]
    added = [last[0], undated[0], last[2], undated[1]]
    engine = Read([*copies, *added])
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "large.record", create=True) as store:
        began = time.perf_counter()
        pipeline.add(store, [reading.document for reading in copies], engine, "bench")
        making = time.perf_counter() - began
        times = [timed(store, reading, engine) for reading in added]
    return [
        ("adding", "on", f"a record of {size} reports, {len(first)} of them and copies with exchanged letters"),
        ("adding", "making the record, milliseconds a report, reading not counted", f"{1000 * making / size:.1f}"),
        ("adding", "one dated report, all others dated, seconds", f"{times[0]:.2f}"),
        ("adding", "one report without a date, seconds", f"{times[1]:.2f}"),
        ("adding", "one dated report, beside one without a date, seconds", f"{times[2]:.2f}"),
        ("adding", "a second report without a date, seconds", f"{times[3]:.2f}"),
    ]


def timed(store: Store, reading: Reading, engine: Read) -> float:
    began = time.perf_counter()
    pipeline.add(store, [reading.document], engine, "bench")
    return time.perf_counter() - began


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
