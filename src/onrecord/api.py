"""A record from Python: open it, add reports, go through what it holds as typed entries, check it."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from onrecord import selecting
from onrecord.model.documents import Document
from onrecord.model.entries import ActorEntry, AnyEntry, DocumentEntry, FigureEntry, PlaceEntry, StatementEntry
from onrecord.selecting import Wanted
from onrecord.settings import Settings, settings
from onrecord.store import Store

if TYPE_CHECKING:  # these load the language tools, which only adding and checking need
    from onrecord.checking import Problem
    from onrecord.intake import Columns, Unreadable
    from onrecord.pipeline import AddReport, Progress

PathName = str | PathLike[str]
Day = str | dt.date


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

    def entries(self) -> Iterator[AnyEntry]:
        """All entries, kind by kind."""
        with self._store.reading() as view:
            yield from view.entries()

    def documents(self, *, since: Day | None = None, until: Day | None = None) -> Iterator[DocumentEntry]:
        """The reports, by their date of publication, those published from `since` to `until`."""
        return self._selected("document", Wanted(since=_day(since), until=_day(until)))

    def figures(
        self,
        *,
        measure: str | None = None,
        per: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> Iterator[FigureEntry]:
        """The figures, by the day they stand for: those of a measure ("killed"), of a source (part of its name, or an
        alias), of the days from `since` to `until` (ISO dates or dates, both inclusive)."""
        wanted = Wanted(measure=measure, per=per, since=_day(since), until=_day(until))
        return self._selected("figure", wanted)

    def statements(
        self, *, per: str | None = None, since: Day | None = None, until: Day | None = None
    ) -> Iterator[StatementEntry]:
        """The statements, by the day they were made: those of a speaker, of the days from `since` to `until`."""
        return self._selected("statement", Wanted(per=per, since=_day(since), until=_day(until)))

    def actors(self, *, since: Day | None = None, until: Day | None = None) -> Iterator[ActorEntry]:
        """The people and bodies who are named, those reported of from `since` to `until`."""
        return self._selected("actor", Wanted(since=_day(since), until=_day(until)))

    def places(self, *, since: Day | None = None, until: Day | None = None) -> Iterator[PlaceEntry]:
        """The places that are named, those reported of from `since` to `until`."""
        return self._selected("place", Wanted(since=_day(since), until=_day(until)))

    def entry(self, address: str) -> AnyEntry | None:
        """The entry of that id, or the one that the observation of that id went into; None where there is none."""
        with self._store.reading() as view:
            return view.entry(address)

    def texts(self) -> dict[str, str]:
        """The stored text of every report, by the name that cites give it."""
        with self._store.reading() as view:
            return view.texts()

    def _selected(self, kind: str, wanted: Wanted) -> Iterator[Any]:
        with self._store.reading() as view:
            known: set[str] = set()
            if wanted.per is not None:
                known = selecting.ids_of(wanted.per, cast("Iterator[ActorEntry]", view.entries("actor")))
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
