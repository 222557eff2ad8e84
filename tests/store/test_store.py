"""What any back end must do: opening, transactions, one writer, versions of the schema, a full disk.

The contract runs once for each back end in BACK_ENDS; a second one is one more line there.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, inspect, text

from onrecord import Record, pipeline
from onrecord.errors import BusyRecordError, NewerRecordError, RecordError
from onrecord.model.entries import FigureEntry
from onrecord.store import Store, dialect, migrations

BACK_ENDS: dict[str, Callable[..., Store]] = {"sqlite": Store}
VERSION_1 = Path(__file__).parent / "version_1.sql"
VERSIONS = sorted(Path(__file__).parent.glob("version_*.sql"))


@pytest.fixture(params=BACK_ENDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Store]:
    """Opens the test's record in the back end, as often as asked."""

    def open_(**options: object) -> Store:
        return BACK_ENDS[request.param](tmp_path / "a.record", **options)

    return open_


def added(store: Store, plain: SimpleNamespace, number: int = 5) -> None:
    pipeline.add(store, plain.reports[:number], plain.engine, "reader one")


def test_what_is_kept_comes_back(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    with opened(create=True) as store:
        added(store, plain)
    with opened() as store, store.reading() as view:
        assert {document.id: document for document in view.documents()} == {d.id: d for d in plain.reports}
        observations = [noted.observation for noted in view.noted_in()]
        read = [seen for reading in plain.engine.read(plain.reports) for seen in reading.observations]
        assert sorted(observations, key=lambda seen: seen.id) == sorted(read, key=lambda seen: seen.id)
        assert view.known([plain.reports[0].id, "nobody"]) == {plain.reports[0].id}


def test_an_error_undoes_the_whole_transaction(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    def break_off(store: Store) -> None:
        with store.writing() as writer:
            writer.connection.execute(text("DELETE FROM documents"))
            writer.connection.execute(text("DELETE FROM nothing"))

    with opened(create=True) as store:
        added(store, plain, 2)
        with pytest.raises(RecordError, match="refused"):
            break_off(store)
        with store.reading() as view:
            assert len(view.document_ids()) == 2


def test_a_second_writer_waits_and_then_says_so(opened: Callable[..., Store]) -> None:
    with (
        opened(create=True) as store,
        opened(wait=0.1) as other,
        store.writing(),
        pytest.raises(BusyRecordError, match=r"a\.record is being written to"),
        other.writing(),
    ):
        pass


def test_a_reader_sees_one_state_while_another_writes(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    with opened(create=True) as store, opened() as other, other.reading() as view:
        assert view.document_ids() == []
        added(store, plain, 1)
        assert view.document_ids() == []


def test_any_members_id_leads_to_its_entry(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    with opened(create=True) as store:
        added(store, plain)
        with store.reading() as view:
            actor = next(entry for entry in view.entries("actor") if entry.origins and entry.origins.reports > 1)
            members = [row for (row,) in view.connection.execute(text("SELECT id FROM observations"))]
            assert view.entry(actor.id) == actor
            assert sum(view.entry(member) == actor for member in members) == actor.origins.reports
            assert view.entry("nobody") is None


def test_texts_can_be_searched(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    with opened(create=True) as store:
        added(store, plain)
        with store.reading() as view:
            number, (best, *others) = view.matching(["children", "HÁMA"])
            assert (number, best.doc, best.published, others) == (1, "four.txt", "2020-02-11", [])
            assert view.matching(["Turkey said", "Hama"], limit=1).number == 3
            assert len(view.matching(["Turkey said", "Hama"], limit=1).best) == 1
            assert view.matching(["said Turkey"]).number == 0
            (passage,) = best.passages
            text_ = view.texts(["four.txt"])["four.txt"]
            assert passage.quote == text_[passage.start : passage.end]
            assert [find.of(text_) for find in passage.finds] == ["children", "Hama"]


HOSTILE = [
    '"',
    '"Hama',
    "Ha\0ma",
    "Hama\ud800",
    "NOT",
    "NEAR(Hama Turkey)",
    "text:Hama",
    "{text}",
    "*",
    "Ham*",
    "^Turkey",
]
HOSTILE += ["", " ", "(", ")", "+", "-", "--", ";", "'", "%", "\ufdd0", "\u202e", "e\u0301", "\\", "word " * 3000]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words[:20]))
def test_no_search_fails(opened: Callable[..., Store], plain: SimpleNamespace, words: str) -> None:
    with opened(create=True) as store:
        added(store, plain)
        with store.reading() as view:
            assert view.matching([words]).number <= 5
            assert view.matching([words, "nobody-says-this"]).number == 0
            assert view.matching([words] * 300).number == view.matching([words]).number


@given(phrases=st.lists(st.text(max_size=20), max_size=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_an_operator(filled: Callable[..., Path], phrases: list[str]) -> None:
    with Store(filled()) as store, store.reading() as view:
        for match in view.matching(phrases).best:
            text_ = view.texts([match.doc])[match.doc]
            assert match.passages
            for passage in match.passages:
                assert passage.quote == text_[passage.start : passage.end]


@pytest.mark.parametrize(
    "words, expected",
    [
        ("one", ["The one of the first line."]),
        ("far", ["near and far"]),
        ("long", ["long " * 21 + "word"]),
    ],
)
def test_a_passage_is_the_words_around_a_find_on_its_line(
    opened: Callable[..., Store], plain: SimpleNamespace, words: str, expected: list[str]
) -> None:
    text_ = "The one of the first line.\n  near and far  \n" + "word " * 40 + "long " * 20 + "long " + "word " * 40
    with opened(create=True) as store:
        pipeline.add(store, [plain.document("a.txt", text_)], plain.engine, "reader one")
        with store.reading() as view:
            ((found,),) = (match.passages for match in view.matching([words]).best)
    assert expected[0] in found.quote
    assert "\n" not in found.quote
    assert len(found.quote) <= 2 * 100 + len(expected[0])
    assert not found.quote.startswith(("ord", "rd"))


def test_a_later_versions_record_is_refused(opened: Callable[..., Store]) -> None:
    with opened(create=True) as store, store.writing() as writer:
        writer.connection.execute(text("UPDATE meta SET value = '999' WHERE name = 'schema'"))
    with pytest.raises(
        NewerRecordError, match=r"a\.record was written by a later version.*schema 999.*update onrecord"
    ):
        opened()


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    path = tmp_path / "a.record"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text("utf-8"))
    connection.close()
    return path


def test_a_record_of_version_1_opens(version_1: Path) -> None:
    with Store(version_1) as store, store.reading() as view:
        assert migrations.version(view.connection) == migrations.current()
        assert len(list(view.entries("document"))) == 1


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_a_record_of_any_version_can_be_ruled_on(version: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.record"
    connection = sqlite3.connect(path)
    connection.executescript(version.read_text("utf-8"))
    connection.close()
    with Record(path) as record:
        figure = next(record.figures())
        ruling = record.rule(figure.id, "edit", who="Ana", field="value", value=7)
        edited = record.entry(figure.id)
        assert isinstance(edited, FigureEntry)
        assert (edited.value, edited.review) == (7, "edited")
        record.withdraw(ruling.id, "Ana")
        assert [each.ruling.id for each in record.rulings()] == [ruling.id]


def test_a_new_record_has_the_tables_of_one_brought_forward(version_1: Path, tmp_path: Path) -> None:
    def tables(path: Path) -> dict[str, set[str]]:
        with Store(path, create=True) as store, store.reading() as view:
            seen = inspect(view.connection)
            return {name: {column["name"] for column in seen.get_columns(name)} for name in seen.get_table_names()}

    assert tables(version_1) == tables(tmp_path / "new.record")


def test_an_earlier_record_is_brought_forward(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def first(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE documents ADD COLUMN remark TEXT"))

    def second(connection: Connection) -> None:
        connection.execute(text("UPDATE documents SET remark = 'brought forward'"))

    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, first, second])
    with Store(version_1) as store, store.reading() as view:
        assert migrations.version(view.connection) == migrations.current()
        assert view.connection.execute(text("SELECT DISTINCT remark FROM documents")).scalar() == "brought forward"


def test_a_migration_that_fails_changes_nothing(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def halfway(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE documents ADD COLUMN remark TEXT"))
        raise RecordError("broke off")

    monkeypatch.setattr(migrations, "STEPS", [halfway])
    with pytest.raises(RecordError, match="broke off"):
        Store(version_1)
    monkeypatch.undo()
    with Store(version_1) as store, store.reading() as view:
        columns = {column["name"] for column in inspect(view.connection).get_columns("documents")}
        assert "remark" not in columns


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"some notes of mine\n", "is not a record"),
        (b"SQLite format 3\x00" + b"\xff" * 4000, "is not a record|is damaged"),
        (b"", "holds nothing yet"),
    ],
    ids=["text", "broken database", "empty"],
)
def test_a_path_that_is_no_record_is_named(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=rf"notes\.txt ({expected})"):
        Store(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match=r"other\.db is a database, but not a record"):
        Store(path, create=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "path, create, expected",
    [
        ("", True, "is a folder"),
        ("gone.record", False, "does not exist.*onrecord add"),
        ("no/such/folder/a.record", True, "the folder .* does not exist"),
    ],
)
def test_a_path_that_cannot_be_a_record_is_named(tmp_path: Path, path: str, create: bool, expected: str) -> None:
    with pytest.raises(RecordError, match=expected):
        Store(tmp_path / path, create=create)


def test_an_empty_file_becomes_a_record_when_reports_are_added(tmp_path: Path, plain: SimpleNamespace) -> None:
    path = tmp_path / "a.record"
    path.touch()
    with Store(path, create=True) as store:
        added(store, plain, 1)
        with store.reading() as view:
            assert len(list(view.entries("document"))) == 1


def test_a_full_disk_is_told_and_costs_nothing(opened: Callable[..., Store], plain: SimpleNamespace) -> None:
    long = [plain.document(f"long {number}.txt", "Nothing happened. " * 20_000) for number in range(3)]
    with opened(create=True) as store:
        added(store, plain, 2)
        pages = store.engine.raw_connection()
        pages.driver_connection.execute("PRAGMA max_page_count = 60")
        pages.close()
        with pytest.raises(RecordError, match=r"a\.record cannot grow, the disk is full"):
            pipeline.add(store, long, plain.engine, "reader one")
    with opened() as store, store.reading() as view:
        assert len(view.document_ids()) == 2


def test_a_limit_on_the_files_size_is_told(tmp_path: Path) -> None:
    script = """
        import resource, sys
        from onrecord.errors import RecordError
        from onrecord.store import Store
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, resource.RLIM_INFINITY))
        try:
            Store(sys.argv[1], create=True)
        except RecordError as error:
            print(error)
    """
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), tmp_path / "a.record"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "a.record" in told.stdout
    assert "disk is full" in told.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RecordError, match=r"a\.record cannot be (opened|written)"):
        Store(tmp_path / "a.record", create=True)


@pytest.mark.parametrize("name", sorted(dialect.TROUBLE))
def test_every_trouble_names_the_record(name: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name  # type: ignore[misc]
    with pytest.raises(RecordError, match=r"^a\.record "), dialect.told_plainly(Path("a.record")):
        raise error
