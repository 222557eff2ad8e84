"""A record from Python: open it, add reports, go through what it holds as typed entries, check it."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.model.documents import Document
from onrecord.model.rulings import Asking, Ruling
from onrecord.settings import Settings, settings
from onrecord.store import Store
from onrecord.views import PathName, View

if TYPE_CHECKING:  # these load the language tools, which only adding and checking need
    from onrecord.checking import Problem
    from onrecord.intake import Columns, Unreadable
    from onrecord.pipeline import AddReport, Progress


class Record(View):
    """A record on disk, made where there is none unless `create` is False.

        with Record("crisis.record") as record:
            record.add(["reports/"])
            for figure in record.figures(measure="killed"):
                print(figure.value, figure.per, figure.cites[0].quote)

    `options` are settings to use in the place of the environment's. A record of an earlier version is brought forward:
    `progress` is called with how much of that is done and how much there is. Raises RecordError where the path is no
    record or cannot be opened, NewerRecordError where a later version of onrecord wrote it.
    """

    def __init__(
        self,
        path: PathName,
        *,
        create: bool = True,
        options: Settings | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.settings = options if options is not None else settings()
        self.path = Path(path)
        super().__init__(
            Store(self.path, create=create, wait=self.settings.wait, progress=progress or (lambda *_: None))
        )

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

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

    def reread(
        self, progress: Callable[[int, int], None] | None = None, unreadable: "list[Unreadable] | None" = None
    ) -> int:
        """Reads again, from the stored texts, the reports that another version of the readers read; how many. Those on
        which onrecord fails stay as they were read before, and are added to `unreadable`."""
        from onrecord import pipeline
        from onrecord.engines import engine

        reads = engine(self.settings.pipeline, self.settings.workers)
        return pipeline.reread(self._store, reads, self._reader(), progress or (lambda *_: None), unreadable)

    def rule(
        self,
        entry: str,
        what: str,
        *,
        who: str,
        note: str = "",
        others: Iterable[str] = (),
        apart: Iterable[str] = (),
        field: str | None = None,
        value: Any = None,
        seen: str = "",
    ) -> Ruling:
        """Keeps what a person rules of the entry at the address: "confirm", "reject", "edit" (`field` is `value`),
        "merge" (it is one with the entries at `others`), "split" (of its tellings, those whose ids are `apart` are of
        another thing; of an actor, place or agreement, those reports mean another, whose name is `value` if given).

            record.rule(figure.id, "edit", who="Ana", field="place", value="Nyala", note="a misprint in the report")

        Entries are made anew at once. The ruling names the passages, so it outlives reading again; `withdraw` takes it
        back. Actors and places are given by name, key or id. Raises AddressError where there is no such entry,
        RulingError where it cannot be ruled on so.
        """
        from onrecord import pipeline

        asking = Asking(
            entry=entry,
            what=what,
            who=who,
            note=note,
            others=tuple(others),
            apart=tuple(apart),
            field=field,
            value=value,
            seen=seen,
        )
        return pipeline.rule(self._store, asking)

    def withdraw(self, ruling: str, who: str) -> Ruling:
        """Takes the ruling of that id back, in the name of `who`: entries read as if it had never been made, and the
        ruling is listed as withdrawn. Raises RulingError where there is none, or it was withdrawn before."""
        from onrecord import pipeline

        return pipeline.withdraw(self._store, ruling, who)

    def check(self, progress: Callable[[int, int], None] | None = None) -> "list[Problem]":
        """Everything that does not hold: each value again from its cited words, each entry from its observations."""
        from onrecord.checking import check

        return check(self._store, progress or (lambda *_: None))

    def outdated(self) -> int:
        """How many reports another version of the readers read; `reread` brings them up to date."""
        with self._store.reading() as view:
            return len(view.document_ids(not_read_by=self._reader()))

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
