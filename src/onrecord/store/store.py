"""A record on disk: opening it, and the one owner of its transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from onrecord.errors import RecordError
from onrecord.store import dialect, migrations
from onrecord.store.reader import Reader
from onrecord.store.writer import Writer

WAIT = 10.0


class Store:
    """The record at `path`, made where there is none if `create` is set, brought to the current schema where it is old:
    `progress` is called with how much of that is done and how much there is, and what is stopped goes on from there.

    Raises RecordError where the path holds something else, NewerRecordError where a later version of onrecord wrote it,
    BusyRecordError where another process writes for longer than `wait` seconds.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        create: bool = False,
        wait: float = WAIT,
        progress: migrations.Progress = lambda *_: None,
    ) -> None:
        self.path = Path(path)
        _refuse_what_is_no_record(self.path, create)
        self.engine = dialect.engine(self.path, wait)
        try:
            with dialect.told_plainly(self.path):
                self._make_ready(create, migrations.Forward(progress))
        except RecordError as error:
            self.engine.dispose()
            if str(error).startswith(str(self.path)):
                raise
            raise type(error)(f"{self.path} {error}") from error

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. A closed store cannot be used again."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A consistent view of the record as it is now."""
        with dialect.told_plainly(self.path), self.engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The only way to change the record: everything done inside is kept whole, or not at all if an error leaves it.

        One process writes at a time; raises BusyRecordError where another does not end in time.
        """
        with dialect.told_plainly(self.path), self.engine.connect() as connection:
            changing = connection.execution_options(**{dialect.WRITES: True})
            with changing.begin():
                yield Writer(changing)

    def _make_ready(self, create: bool, forward: migrations.Forward) -> None:
        with self.engine.connect() as connection, connection.begin():
            found = migrations.version(connection)
            settled = found is not None and not migrations.behind(connection, found)
        if settled:
            return
        if found is None and not create:
            raise RecordError("holds nothing yet: expected a file made by 'onrecord add'")
        with self.engine.connect() as connection:
            dialect.keep_a_log_ahead(connection)
        with self.writing() as writer:
            if migrations.version(writer.connection) is None:
                migrations.create(writer.connection)
        more = True
        while more:
            with self.writing() as writer:
                more = forward.stretch(writer.connection)


def _refuse_what_is_no_record(path: Path, create: bool) -> None:
    """By its path alone: to open and close the file here would end every lock that this process has on it."""
    try:
        if path.is_dir():
            raise RecordError(f"{path} is a folder: expected a record, a file made by 'onrecord add'")
        if not path.exists():
            if not create:
                raise RecordError(f"{path} does not exist: expected a record; 'onrecord add {path} SOURCE' makes one")
            if not path.parent.is_dir():
                raise RecordError(f"{path} cannot be made: the folder {path.parent} does not exist")
    except OSError as error:
        raise RecordError(f"{path} cannot be opened ({error.strerror}): expected a record that you may read") from error
