"""A record from Python: open it, add reports, go through what it holds as typed entries, check it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack, cast, overload

from onrecord import selecting
from onrecord.model.documents import Document
from onrecord.model.entries import (
    ActorEntry,
    AnyEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    PlaceEntry,
    StatementEntry,
)
from onrecord.model.kinds import KINDS
from onrecord.selecting import Wanted
from onrecord.settings import Settings, settings
from onrecord.store import Matches, Store

if TYPE_CHECKING:  # these load the language tools, which only adding and checking need
    from onrecord.checking import Problem
    from onrecord.intake import Columns, Unreadable
    from onrecord.pipeline import AddReport, Progress

PathName = str | PathLike[str]
Day = str | dt.date
E = TypeVar("E", bound=Entry)


class Asked(TypedDict, total=False):
    """What to pick among entries; nothing is left out where nothing is asked.

    `measure`: figures of that measure ("killed"). `per`: what that source or speaker says; `by`: what that side does,
    says or holds; `place`: what is of that place: part of the name, in any case, or another name of the same. `since`,
    `until`: what happened then, both inclusive, as ISO dates or dates; an actor or place counts by when it is reported.
    """

    measure: str | None
    per: str | None
    by: str | None
    place: str | None
    since: Day | None
    until: Day | None


class Record:
    """A record on disk, made where there is none unless `create` is False.

        with Record("crisis.record") as record:
            record.add(["reports/"])
            for figure in record.figures(measure="killed"):
                print(figure.value, figure.per, figure.cites[0].quote)

    `options` are settings to use in the place of the environment's. Raises RecordError where the path is no record or
    cannot be opened, NewerRecordError where a later version of onrecord wrote it.
    """

    def __init__(self, path: PathName, *, create: bool = True, options: Settings | None = None) -> None:
        self.settings = options if options is not None else settings()
        self.path = Path(path)
        self._store = Store(self.path, create=create, wait=self.settings.wait)

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def close(self) -> None:
        """Lets go of the file; the record cannot be used afterwards."""
        self._store.close()

    def add(
        self,
        sources: "PathName | Document | Iterable[PathName | Document | Unreadable]",
        *,
        columns: "Columns | None" = None,
        report: "AddReport | None" = None,
        progress: "Progress | None" = None,
    ) -> "AddReport":
        """Reads the reports of files, folders and tables, or documents made elsewhere, into the record.

        Reports that the record holds already are left as they are. What cannot be read is listed in the answer and
        costs nothing else. `columns` names the columns of tables where they are not the usual ones. `report` is counted
        up as reports are kept, so that it is true even if the run is interrupted, and `progress` is called with it.
        Raises BusyRecordError where another process keeps writing, RecordError where the disk is full.
        """
        from onrecord import pipeline
        from onrecord.engines import engine

        reads = engine(self.settings.pipeline, self.settings.workers)
        documents = _documents(sources, columns)
        return pipeline.add(self._store, documents, reads, self._reader(), report, progress or (lambda _: None))

    def reread(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Reads again, from the stored texts, the reports that another version of the readers read; how many."""
        from onrecord import pipeline
        from onrecord.engines import engine

        reads = engine(self.settings.pipeline, self.settings.workers)
        return pipeline.reread(self._store, reads, self._reader(), progress or (lambda *_: None))

    def check(self, progress: Callable[[int, int], None] | None = None) -> "list[Problem]":
        """Everything that does not hold: each value again from its cited words, each entry from its observations."""
        from onrecord.checking import check

        return check(self._store, progress or (lambda *_: None))

    def outdated(self) -> int:
        """How many reports another version of the readers read; `reread` brings them up to date."""
        with self._store.reading() as view:
            return len(view.document_ids(not_read_by=self._reader()))

    @overload
    def entries(self, kind: type[E], **asked: Unpack[Asked]) -> Iterator[E]: ...
    @overload
    def entries(self, kind: str | None = None, **asked: Unpack[Asked]) -> Iterator[AnyEntry]: ...
    def entries(self, kind: "type[Entry] | str | None" = None, **asked: Unpack[Asked]) -> Iterator[Any]:
        """The entries of a kind, by their days: `entries("event")`, or typed, `entries(EventEntry)`; all of them, kind
        by kind, where none is named. `asked` picks among them, as `Asked` says.

        Raises ValueError where there is no such kind, or where a day is no ISO date.
        """
        name = str(kind.__struct_config__.tag) if isinstance(kind, type) else kind
        if name is not None and name not in KINDS:
            raise ValueError(f"there are no entries of the kind {name!r}; the kinds are: {', '.join(KINDS)}")
        wanted = Wanted(
            measure=asked.get("measure"),
            per=asked.get("per"),
            by=asked.get("by"),
            place=asked.get("place"),
            since=_day(asked.get("since")),
            until=_day(asked.get("until")),
        )
        return self._selected(name, wanted)

    def documents(self, **asked: Unpack[Asked]) -> Iterator[DocumentEntry]:
        """The reports, by their date of publication."""
        return self.entries(DocumentEntry, **asked)

    def figures(self, **asked: Unpack[Asked]) -> Iterator[FigureEntry]:
        """The figures, by the day they stand for."""
        return self.entries(FigureEntry, **asked)

    def statements(self, **asked: Unpack[Asked]) -> Iterator[StatementEntry]:
        """The statements, by the day they were made."""
        return self.entries(StatementEntry, **asked)

    def actors(self, **asked: Unpack[Asked]) -> Iterator[ActorEntry]:
        """The people and bodies who are named, by name."""
        return self.entries(ActorEntry, **asked)

    def places(self, **asked: Unpack[Asked]) -> Iterator[PlaceEntry]:
        """The places that are named, by name."""
        return self.entries(PlaceEntry, **asked)

    def entry(self, address: str) -> AnyEntry | None:
        """The entry of that id, or the one that the observation of that id went into; None where there is none."""
        with self._store.reading() as view:
            return view.entry(address)

    def search(self, *phrases: str, limit: int | None = None) -> Matches:
        """The reports whose text holds each of the phrases, whatever their case, accents and punctuation: how many, and
        the best of them with the passages around the words, best first, at most `limit`."""
        with self._store.reading() as view:
            return view.matching(phrases, limit)

    def texts(self) -> dict[str, str]:
        """The stored text of every report, by the name that cites give it."""
        with self._store.reading() as view:
            return view.texts()

    def published(self, names: Iterable[str] | None = None) -> dict[str, str | None]:
        """When the reports were published, as ISO dates, by the names that cites give them: of these, or of all."""
        with self._store.reading() as view:
            return view.published(names)

    def _selected(self, kind: str | None, wanted: Wanted) -> Iterator[Any]:
        with self._store.reading() as view:
            known = {
                name: selecting.ids_of(name, cast("Iterator[Any]", chain(view.entries("actor"), view.entries("place"))))
                for name in wanted.names.values()
            }
            yield from selecting.selected(view.entries(kind), wanted, known)

    def _reader(self) -> str:
        from onrecord.readerversion import reader_version

        return reader_version(self.settings.pipeline)


def _documents(
    sources: "PathName | Document | Iterable[PathName | Document | Unreadable]", columns: "Columns | None"
) -> "Iterator[Document | Unreadable]":
    """Documents as they come, then those that the paths hold: their names are made unique together."""
    from onrecord import intake

    each: Iterable[PathName | Document | Unreadable]
    each = [sources] if isinstance(sources, (str, PathLike, Document)) else sources
    paths: list[PathName] = []
    for source in each:
        if isinstance(source, (str, PathLike)):
            paths.append(source)
        else:
            yield source
    yield from intake.sources(paths, columns)


def _day(day: Day | None) -> dt.date | None:
    """Raises ValueError where a text is no ISO date."""
    return dt.date.fromisoformat(day) if isinstance(day, str) else day
