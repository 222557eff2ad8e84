"""The few verbs that drive the rooms: add reports, read them again, rule; what was touched is reconciled."""

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from onrecord.engines import READ_LANGUAGE, Engine, Reading
from onrecord.faults import Fault, in_parts, readable, told
from onrecord.intake.source import Unreadable
from onrecord.judging import ruling_of
from onrecord.model.documents import Document
from onrecord.model.findings import Observation
from onrecord.model.frames import Noted, quotes
from onrecord.model.rulings import Asking, Ruling
from onrecord.model.saids import spans_of
from onrecord.reconciling.blocks import names_of
from onrecord.settling import settle
from onrecord.store import Filed, Store, ruling
from onrecord.upholding import let_go, take_hold

AT_ONCE = 64  # reports kept in one transaction, at least
MOST = 1024
SHARE = 4  # of the record: its fullest blocks are made anew with each batch


class AddReport(msgspec.Struct):
    """What an `add` came to: how many reports were read, were there before, or are kept unread because they are in
    another language; and those that could not be read. `under_way` are read and not kept yet."""

    read: int = 0
    under_way: int = 0
    already_there: int = 0
    other_language: int = 0
    unreadable: list[Unreadable] = msgspec.field(default_factory=list)

    @property
    def done(self) -> int:
        return self.read + self.already_there + self.other_language + len(self.unreadable)


Progress = Callable[[AddReport], None]
T = TypeVar("T")


def add(
    store: Store,
    documents: Iterable[Document | Unreadable],
    engine: Engine,
    reader: str,
    report: AddReport | None = None,
    progress: Progress = lambda _: None,
) -> AddReport:
    """Adds documents, read by `engine`, whose version is `reader`.

    Reports are kept in batches, each whole: a run that is stopped keeps what it has read, one that is killed every
    batch that was done. `report` counts what is kept, and `progress` is called with it after each batch. Documents that
    the record holds are not read again. A report on which onrecord itself fails is counted among the unreadable, costs
    no other, and leaves a trace in the log.
    """
    report = report if report is not None else AddReport()
    readings = _counted(engine.read(_fresh(store, documents, report, progress)), report, progress)
    for batch in _batches(readings, lambda: _at_once(store)):
        report.under_way = 0
        whole = readable(batch, report.unreadable)
        for tried, added in in_parts(whole, lambda part: _keep(store, part, reader)):
            if isinstance(added, Fault):
                report.unreadable.append(told(added))
                continue
            report.read += sum(document.language == READ_LANGUAGE for document in added)
            report.other_language += sum(document.language != READ_LANGUAGE for document in added)
            report.already_there += tried - len(added)
        progress(report)
    return report


def _counted(readings: Iterable[Reading], report: AddReport, progress: Progress) -> Iterator[Reading]:
    """The readings as they come, told as under way."""
    for reading in readings:
        report.under_way += 1
        progress(report)
        yield reading


def _fresh(
    store: Store, documents: Iterable[Document | Unreadable], report: AddReport, progress: Progress
) -> Iterator[Document]:
    """The documents that the record does not hold, each once; the others are counted on the way."""
    seen: set[str] = set()
    for document in documents:
        if isinstance(document, Unreadable):
            report.unreadable.append(document)
        else:
            with store.reading() as view:
                known = document.id in seen or bool(view.known([document.id]))
            seen.add(document.id)
            if not known:
                yield document
                continue
            report.already_there += 1
        progress(report)


def reread(
    store: Store,
    engine: Engine,
    reader: str,
    progress: Callable[[int, int], None] = lambda *_: None,
    unreadable: list[Unreadable] | None = None,
) -> int:
    """Reads again, from their stored texts, the documents that another reader version read; how many were.

    `progress` is called with how many are done and how many there are. Those on which onrecord fails stay as they were
    read before, and are added to `unreadable`.
    """
    failed = unreadable if unreadable is not None else []
    with store.reading() as view:
        stale = view.document_ids(not_read_by=reader)
    done = again = 0
    for ids in _batches(stale, lambda: AT_ONCE):
        with store.reading() as view:
            documents = list(view.documents(ids))
        whole = readable(list(engine.read(documents)), failed)
        for tried, added in in_parts(whole, lambda part: _keep_anew(store, part, reader)):
            if isinstance(added, Fault):
                failed.append(told(added))
            else:
                again += tried
        done += len(ids)
        progress(done, len(stale))
    return again


def rule(store: Store, asked: Asking | Ruling) -> Ruling:
    """Keeps what a person rules of an entry, or a ruling made elsewhere, and makes anew the entries that it changes.

    Raises AddressError where there is no such entry, RulingError where it cannot be ruled on so.
    """
    with store.writing() as writer:
        made = asked if isinstance(asked, Ruling) else ruling_of(writer, asked, _after(ruling.last(writer)))
        take_hold(writer, made)
    return made


def withdraw(store: Store, id_: str, who: str) -> Ruling:
    """Takes the ruling of that id back, in the name of `who`: the record is as if it had never been made, and lists it
    as withdrawn. Raises RulingError where there is none, or it was withdrawn before."""
    with store.writing() as writer:
        return let_go(writer, id_, who, _now())


def _after(last: str | None) -> str:
    """The time now; a moment after the `last` ruling, where the clock is behind it: their order decides."""
    now = dt.datetime.now(dt.UTC)
    if last is not None:
        now = max(now, dt.datetime.fromisoformat(last) + dt.timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def _keep(store: Store, readings: Sequence[Reading], reader: str) -> list[Document]:
    """Keeps a batch whole or not at all; the documents that the record did not hold yet."""
    with _uncollected(), store.writing() as writer:
        known = writer.known(reading.document.id for reading in readings)  # another process may have been faster
        fresh = [reading for reading in readings if reading.document.id not in known]
        for reading in fresh:
            writer.add(reading.document, _filed(reading), reader, _now())
        settle(writer, [reading.document.id for reading in fresh])
    return [reading.document for reading in fresh]


def _keep_anew(store: Store, readings: Sequence[Reading], reader: str) -> None:
    """Keeps what is read now of documents that the record holds, all of it or nothing."""
    ids = [reading.document.id for reading in readings]
    with _uncollected(), store.writing() as writer:
        before = writer.blocks_in(ids)
        for reading in readings:
            writer.reread(reading.document.id, _filed(reading), reader, _now())
        settle(writer, ids, before)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for what is held by itself alone: a batch makes nothing of the kind, and all that is at hand
    would be gone through again and again, a fifth of the time in a large record."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _filed(reading: Reading) -> list[Filed]:
    return [filed(reading.document, observation) for observation in reading.observations]


def filed(document: Document, observation: Observation) -> Filed:
    """An observation as the store keeps it: with the words it rests on and the keys of those whom it names."""
    words = quotes(document.text, spans_of(observation))
    return Filed(Noted(observation, words), names_of(observation))


def _batches(values: Iterable[T], at_once: Callable[[], int]) -> Iterator[list[T]]:
    """The values in lists of the length that `at_once` gives; what is under way when the run is stopped comes as well,
    before the stop goes on."""
    batch: list[T] = []
    enough = at_once()
    try:
        for value in values:
            batch.append(value)
            if len(batch) >= enough:
                yield batch
                batch, enough = [], at_once()
    except KeyboardInterrupt:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _at_once(store: Store) -> int:
    """How many reports to keep in one go: a share of the record."""
    with store.reading() as view:
        return max(AT_ONCE, min(len(view.document_ids()) // SHARE, MOST))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
