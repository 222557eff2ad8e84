"""A record from Python."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import onrecord
from onrecord import Record, engines
from onrecord.errors import RecordError, SettingsError
from onrecord.model.entries import ActorEntry, DocumentEntry, EventEntry, FigureEntry, PlaceEntry, StatementEntry
from onrecord.settings import Settings, settings


@pytest.fixture
def record(filled: Callable[..., Path]):
    with Record(filled(), create=False) as opened:
        yield opened


def test_the_public_names() -> None:
    assert onrecord.__all__ == ["Record"]
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = onrecord.Nothing  # type: ignore[attr-defined]


def test_documents_files_and_folders_can_be_added(
    tmp_path: Path, plain: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "engine", lambda *_: plain.engine)
    folder = tmp_path / "reports"
    folder.mkdir()
    english = "The ministry gave no further details of the attack on the town. "
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"date 2020-02-07\n{english} 8 soldiers were killed in Sarmin, {name}.\n")
    with Record(tmp_path / "x.record") as record:
        report = record.add([plain.reports[0], folder, tmp_path / "gone.txt"])
        assert (report.read, len(report.unreadable)) == (3, 1)
        assert record.add(str(folder)).already_there == 2
        assert record.add(plain.reports[0]).already_there == 1
        assert {entry.doc for entry in record.documents()} == {"a.txt", "b.txt", "one.txt"}
        assert record.texts()["one.txt"] == plain.reports[0].text
        assert record.check() == []


def test_entries_are_typed(record: Record) -> None:
    assert {type(entry) for entry in record.entries()} == {
        *(DocumentEntry, FigureEntry, StatementEntry, ActorEntry, PlaceEntry)
    }
    assert list(record.entries("figure")) == list(record.entries(FigureEntry)) == list(record.figures())
    assert all(isinstance(entry, FigureEntry) for entry in record.figures())
    assert list(record.entries(EventEntry)) == []
    with pytest.raises(ValueError, match="no entries of the kind 'figures'; the kinds are: document, figure"):
        record.entries("figures")
    assert {entry.name for entry in record.actors()} == {"Turkey", "Russia"}
    assert {entry.name for entry in record.places()} == {"Sarmin", "Hama"}


@pytest.mark.parametrize(
    "wanted, values",
    [
        ({}, {8, 13, 20, 5}),
        ({"measure": "killed"}, {8, 13, 5}),
        ({"measure": "wounded"}, {20}),
        ({"per": "turkey"}, {8, 20}),
        ({"per": "turk"}, {8, 20}),
        ({"per": "unattributed"}, {13, 5}),
        ({"per": "Nobody"}, set()),
        ({"place": "sarmin"}, {8, 13}),
        ({"place": "Ham", "per": "turkey"}, {20}),
        ({"by": "Turkey"}, set()),
        ({"since": "2020-02-09"}, {5}),
        ({"until": dt.date(2020, 2, 9)}, {13}),
        ({"since": "2020-02-08", "until": "2020-02-11", "measure": "killed"}, {13, 5}),
    ],
)
def test_figures_are_picked_by_measure_source_and_day(record: Record, wanted: dict, values: set[int]) -> None:
    assert {figure.value for figure in record.figures(**wanted)} == values


def test_statements_are_picked_by_speaker_and_day(record: Record) -> None:
    assert [entry.says for entry in record.statements(per="russia")] == ["talks go on"]
    assert list(record.statements(by="russia")) == list(record.statements(per="russia"))
    assert {entry.on for entry in record.statements(since="2020-02-05")} == {"2020-02-07", "2020-02-10"}


def test_documents_are_picked_by_their_day(record: Record) -> None:
    assert [entry.doc for entry in record.documents(since="2020-02-08")] == ["two.txt", "four.txt"]
    assert [entry.doc for entry in record.documents()][-1] == "three.txt"


def test_an_entry_is_found_by_its_id(record: Record) -> None:
    figure = next(record.figures())
    assert record.entry(figure.id) == figure
    assert record.entry("nothing") is None


def test_only_adding_makes_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="does not exist"):
        Record(tmp_path / "gone.record", create=False)
    assert not (tmp_path / "gone.record").exists()


def test_a_day_that_is_none_is_told(record: Record) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        list(record.figures(since="yesterday"))


def test_settings_come_from_the_environment() -> None:
    assert settings({}) == Settings()
    assert settings({"ONRECORD_WORKERS": "3", "ONRECORD_WAIT": "0.5"}) == Settings(workers=3, wait=0.5)


@pytest.mark.parametrize(
    "variable, value", [("WORKERS", "many"), ("WORKERS", "0"), ("WAIT", "long"), ("WAIT", "-1"), ("WAIT", "nan")]
)
def test_a_setting_that_cannot_be_used_is_named(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"ONRECORD_{variable} is"):
        settings({f"ONRECORD_{variable}": value})
