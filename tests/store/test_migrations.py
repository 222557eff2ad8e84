"""Bringing a record forward: told as it goes, and gone on with where it was stopped."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import NewerRecordError
from onrecord.store import Store, migrations
from onrecord.store.steps import InStretches

VERSIONS = sorted(Path(__file__).parent.glob("version_*.sql"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Path]:
    """Makes records of an earlier version, by their names."""

    def make(name: str) -> Path:
        connection = sqlite3.connect(tmp_path / name)
        connection.executescript(request.param.read_text("utf-8"))
        connection.close()
        return tmp_path / name

    return make


@pytest.fixture
def _two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [step._replace(most=2) if isinstance(step, InStretches) else step for step in migrations.STEPS]
    monkeypatch.setattr(migrations, "STEPS", few)


def held(path: Path) -> list[str]:
    """All that stands in the record."""
    connection = sqlite3.connect(path)
    lines = sorted(connection.iterdump())
    connection.close()
    return lines


def stopped(path: Path) -> bool:
    """Opens the record, and stops after one stretch of a long step; whether there was more to do."""
    calls: Iterator[bool] = iter((False, True))

    def progress(*_: int) -> None:
        if next(calls):
            raise KeyboardInterrupt

    try:
        Store(path, progress=progress).close()
    except KeyboardInterrupt:
        return True
    return False


@pytest.mark.usefixtures("_two_at_a_time")
def test_what_was_stopped_goes_on_and_comes_to_the_same(old: Callable[[str], Path]) -> None:
    at_once, in_parts = old("at once.record"), old("in parts.record")
    told: list[tuple[int, int]] = []
    Store(at_once, progress=lambda *now: told.append(now)).close()
    stops = 0
    while stopped(in_parts):
        stops += 1
    assert stops == len(told) - 1
    assert stops > 5
    assert held(in_parts) == held(at_once)


def test_it_is_told_how_far_it_is(old: Callable[[str], Path]) -> None:
    told: list[tuple[int, int]] = []
    path = old("a.record")
    Store(path, progress=lambda *now: told.append(now)).close()
    assert told[0][0] == 0
    assert {done for done, number in told if done == number}, "to its end"
    assert all(0 <= done <= number for done, number in told)
    told.clear()
    Store(path, progress=lambda *now: told.append(now)).close()
    assert told == [], "it is done once"


def test_a_record_on_its_way_is_none_for_an_earlier_program(
    old: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old("a.record")
    assert stopped(path)
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    connection.close()
    monkeypatch.setattr(migrations, "STEPS", migrations.STEPS[: int(version) - 2])
    with pytest.raises(NewerRecordError):
        Store(path)


def test_commands_say_it(run: Callable[..., SimpleNamespace], old: Callable[[str], Path]) -> None:
    path = old("a.record")
    shown = run("show", path, "documents")
    assert shown.code == 0
    assert shown.err.count("was made by an earlier version of onrecord and is brought forward, once.") == 1
    assert "earlier version" not in run("show", path, "documents").err
