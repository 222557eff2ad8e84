"""What reconciling costs as a record grows, its reading done: adding one report to a large record, making one ten times
as large, and one block that holds very much.

The record is made of the given reports and of copies of them whose words are exchanged (`exchanging.py`) and whose
dates are moved by weeks: a copy shares no passages with another, but names the same actors and places at the same
spots, over two years. Used by `speed.py`.
"""

import datetime as dt
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from exchanging import Exchange
from onrecord import pipeline
from onrecord.engines import Reading
from onrecord.model.documents import Document, Part
from onrecord.model.findings import Observation
from onrecord.model.ids import digest
from onrecord.model.saids import spans_of
from onrecord.reading import read
from onrecord.reading.language import Parser
from onrecord.store import Store

ADDED = 6
READ = 96
TENTH = 10
WEEKS = 104
HOT = 20_000


class Read:
    """An engine that has read everything before."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.document.id: reading for reading in readings}

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield self.readings[document.id]


def measured(documents: list[Document], size: int) -> list[tuple[str, str, str]]:
    """The times of a record of `size` reports and of one of a tenth of that, with all that is found in them, and of one
    block of HOT observations; in seconds of the processor."""
    parser = Parser()
    found = [Reading(document, read(document, parser)) for document in documents[:READ]]
    exchange = Exchange(document.text for document in documents)
    small, _ = grown(found, size // TENTH, exchange)
    large, added = grown(found, size, exchange)
    kind = "reconciling"
    return [
        (kind, "on", f"a record of {size} reports: {len(found)}, and copies with exchanged words over {WEEKS} weeks"),
        (kind, f"making one of {size // TENTH}, milliseconds a report", f"{1000 * small / (size // TENTH):.1f}"),
        (kind, f"making one of {size}, milliseconds a report", f"{1000 * large / size:.1f}"),
        (kind, "ten times the reports, times the time (bound: 12)", f"{large / small:.1f}"),
        (kind, f"one dated report into {size}, seconds (bound: 1)", f"{max(added[0], added[3]):.2f}"),
        (kind, "one report without a date, seconds", f"{added[1]:.2f}"),
        (kind, "one dated report, beside one without a date, seconds", f"{added[2]:.2f}"),
        *hot(found, exchange),
    ]


def grown(found: list[Reading], size: int, exchange: Exchange) -> tuple[float, list[float]]:
    """The time of making a record of `size` reports, and those of adding a few more."""
    first, last = found[:-ADDED], found[-ADDED:]
    copies = [copied(reading, by, exchange) for by in range(size // len(first) + 1) for reading in first][:size]
    added = [last[0], without_date(last[1]), last[2], last[3]]
    engine = Read([*copies, *added])
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "large.record", create=True) as store:
        making = timed(store, copies, engine)
        return making, [timed(store, [reading], engine) for reading in added]


def hot(found: list[Reading], exchange: Exchange) -> list[tuple[str, str, str]]:
    """One block of HOT observations: the first event of a report, told on one day by as many copies of it, of which no
    more is left than the words that tell it."""
    telling = next(reading for reading in found if any(seen.kind == "event" for seen in reading.observations))
    event = next(seen for seen in telling.observations if seen.kind == "event")
    alone = renamed(Reading(telling.document, (event,)), only(telling.document, event))
    copies = [copied(alone, by, exchange, weeks=0) for by in range(HOT + 1)]
    engine = Read(copies)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "hot.record", create=True) as store:
        making = timed(store, copies[:-1], engine)
        adding = timed(store, copies[-1:], engine)
    kind = f"a block of {HOT} observations"
    return [(kind, "making it, seconds", f"{making:.1f}"), (kind, "one more, seconds", f"{adding:.2f}")]


def only(document: Document, seen: Observation) -> Document:
    """The document with spaces in the place of all words but those that the observation rests on."""
    kept = sorted(spans_of(seen))
    letters = [" "] * len(document.text)
    for span in kept:
        letters[span.start : span.end] = span.of(document.text)
    return msgspec.structs.replace(document, text="".join(letters))


def timed(store: Store, readings: list[Reading], engine: Read) -> float:
    """Seconds of the processor that it takes to add what was read."""
    began = time.process_time()
    pipeline.add(store, [reading.document for reading in readings], engine, "bench")
    return time.process_time() - began


def copied(reading: Reading, by: int, exchange: Exchange, weeks: int = WEEKS) -> Reading:
    """The reading of a copy, number `by`: its words exchanged for others, its date moved by weeks."""
    document = reading.document
    moved = dt.timedelta(weeks=by * 7 % weeks if weeks else 0)
    parts = tuple(later(part, moved) for part in document.parts)
    text = exchange.copied(document.text, by) if by else document.text
    return renamed(reading, msgspec.structs.replace(document, name=f"{document.name}-{by}", text=text, parts=parts))


def later(part: Part, by: dt.timedelta) -> Part:
    """The part as if it were published so much later."""
    if part.published is None or len(part.published.value) < len("2011-03-01"):
        return part
    day = dt.date.fromisoformat(part.published.value) + by
    return msgspec.structs.replace(part, published=msgspec.structs.replace(part.published, value=day.isoformat()))


def without_date(reading: Reading) -> Reading:
    """The reading of the same report as it would be if it stated no date."""
    parts = tuple(msgspec.structs.replace(part, published=None) for part in reading.document.parts)
    return renamed(reading, msgspec.structs.replace(reading.document, name=f"{reading.document.name}?", parts=parts))


def renamed(reading: Reading, document: Document) -> Reading:
    ids = {seen.id: digest(document.id, seen.id) for seen in reading.observations}
    observations = tuple(
        msgspec.structs.replace(seen, id=ids[seen.id], document=document.id) for seen in reading.observations
    )
    return Reading(document, observations)
