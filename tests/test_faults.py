"""A report on which onrecord itself fails: it is named, leaves a trace in the log, and costs no other report."""

import itertools
import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from onrecord import checking, cli, engines, pipeline, settling
from onrecord.engines import Reading
from onrecord.faults import Fault, in_parts
from onrecord.intake.source import FAULT
from onrecord.publishing import jsonl
from onrecord.reconciling import reconcile
from onrecord.reconciling.blocks import Block
from onrecord.store import Store

Break = Callable[..., None]


def exported(path: Path) -> list[str]:
    with Store(path) as store, store.reading() as view:
        return list(jsonl.lines(view.entries()))


def added(path: Path, reports: list[Any], engine: Any) -> pipeline.AddReport:
    with Store(path, create=True) as store:
        report = pipeline.add(store, reports, engine, "reader one")
        assert checking.check(store) == []
    return report


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Has reconciling raise wherever a report of one of the names takes part."""

    def at(*names: str, error: Callable[[str], Exception] = ValueError) -> None:
        def failing(block: Block) -> Any:
            for frame in block.frames.values():
                if frame.name in names:
                    raise error(f"no sense in {frame.name}")
            return reconcile(block)

        monkeypatch.setattr(settling, "reconcile", failing)

    return at


def test_the_other_reports_of_its_batch_are_kept(
    plain: SimpleNamespace, tmp_path: Path, broken: Break, caplog: pytest.LogCaptureFixture
) -> None:
    good = [report for report in plain.reports if report.name != "two.txt"]
    added(tmp_path / "good.record", good, plain.engine)
    broken("two.txt")
    report = added(tmp_path / "all.record", plain.reports, plain.engine)
    assert exported(tmp_path / "all.record") == exported(tmp_path / "good.record")
    (failed,) = report.unreadable
    assert (report.read, report.done) == (4, 5)
    assert failed.name == "two.txt"
    assert failed.why.endswith("(ValueError: no sense in two.txt)")
    assert failed.advice == FAULT
    (told,) = caplog.records
    assert told.getMessage().startswith("two.txt could not be kept\nTraceback")
    assert "in failing" in told.getMessage()


@given(order=st.permutations(range(5)), at_once=st.integers(1, 5), bad=st.sets(st.integers(0, 4), max_size=5))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_order_and_batches_do_not_matter_to_what_is_kept(
    plain: SimpleNamespace,
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    at_once: int,
    bad: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    names = {plain.reports[at].name for at in bad}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "AT_ONCE", at_once)
        patch.setattr(settling, "reconcile", lambda block: _unless(names, block))
        report = added(folder / "all.record", [plain.reports[at] for at in order], plain.engine)
    good = [each for each in plain.reports if each.name not in names]
    added(folder / "good.record", good, plain.engine)
    assert exported(folder / "all.record") == exported(folder / "good.record")
    assert {each.name for each in report.unreadable} == names
    shutil.rmtree(folder)


def _unless(names: set[str], block: Block) -> Any:
    if any(frame.name in names for frame in block.frames.values()):
        raise KeyError("bad")
    return reconcile(block)


def test_it_is_tried_again_when_it_is_added_again(
    plain: SimpleNamespace, tmp_path: Path, broken: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.record"
    broken("three.txt")
    assert added(path, plain.reports, plain.engine).read == 4
    again = added(path, plain.reports, plain.engine)
    assert (again.read, again.already_there, len(again.unreadable)) == (0, 4, 1)
    monkeypatch.setattr(settling, "reconcile", reconcile)
    assert added(path, plain.reports, plain.engine).read == 1
    added(tmp_path / "good.record", plain.reports, plain.engine)
    assert exported(path) == exported(tmp_path / "good.record")


def test_a_row_that_the_database_refuses_is_the_fault_of_its_report_alone(
    plain: SimpleNamespace, tmp_path: Path, broken: Break
) -> None:
    broken("one.txt", error=lambda _: sqlite3.IntegrityError("UNIQUE constraint failed"))
    report = added(tmp_path / "x.record", plain.reports, plain.engine)
    assert [each.name for each in report.unreadable] == ["one.txt"]
    assert "the database refused" in report.unreadable[0].why


def test_a_run_that_is_stopped_meanwhile_keeps_whole_reports(
    plain: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = itertools.count()

    def failing(*given: Any, **named: Any) -> None:
        if next(calls) == 3:
            raise KeyboardInterrupt
        settling.settle(*given, **named)
        with_two = [each for each in given[0].documents(given[1]) if each.name == "two.txt"]
        if with_two:
            raise ValueError

    monkeypatch.setattr(pipeline, "settle", failing)
    path, report = tmp_path / "x.record", pipeline.AddReport()
    with Store(path, create=True) as store:
        with pytest.raises(KeyboardInterrupt):
            pipeline.add(store, plain.reports, plain.engine, "reader one", report)
        with store.reading() as view:
            assert view.counts()["document"] == report.read == 1
        assert checking.check(store) == []


def test_reading_again_leaves_a_report_that_fails_as_it_was(
    filled: Callable[..., Path], plain: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        def read(self, documents: Any) -> Iterator[Reading]:
            for reading in plain.engine.read(documents):
                bad = reading.document.name == "four.txt"
                yield Reading(reading.document, trouble="no", trace="Traceback") if bad else reading

    def failing(writer: Any, ids: Any, before: Any) -> None:
        settling.settle(writer, ids, before)
        if any(each.name == "two.txt" for each in writer.documents(ids)):
            raise ValueError

    path = filled()
    before = exported(path)
    monkeypatch.setattr(pipeline, "settle", failing)
    failed: list[Any] = []
    with Store(path) as store:
        assert pipeline.reread(store, Failing(), "reader two", unreadable=failed) == 3
        with store.reading() as view:
            assert len(view.document_ids(not_read_by="reader two")) == 2
        assert checking.check(store) == []
    assert {each.name for each in failed} == {"two.txt", "four.txt"}
    assert exported(path) == before


@given(st.lists(st.booleans(), max_size=12))
def test_each_is_tried_down_to_those_that_fail(good: list[bool]) -> None:
    def keep(part: Any) -> str:
        if not all(good[each] for each in part):
            raise ValueError
        return "kept"

    tried = list(in_parts(list(range(len(good))), keep))  # type: ignore[arg-type]
    assert sum(count for count, _ in tried) == len(good)
    faults = [each.reading for _, each in tried if isinstance(each, Fault)]
    assert faults == [at for at, each in enumerate(good) if not each]


def test_the_command_says_where_the_trace_stands(
    plain: SimpleNamespace, tmp_path: Path, broken: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "engine", lambda *_: plain.engine)
    for name in ("one.txt", "bad.txt"):
        (tmp_path / name).write_text(f"date 2020-02-03\nTurkey said on Monday that it of {name} would go on.\n")
    record = tmp_path / "x.record"
    done = CliRunner().invoke(cli.app, ["add", str(record), str(tmp_path / "one.txt")])
    assert done.exit_code == 0, done.output
    assert not (tmp_path / "x.record.log").exists()
    broken("bad.txt")
    done = CliRunner().invoke(cli.app, ["add", str(record), str(tmp_path / "bad.txt")])
    assert "Unreadable: bad.txt: it could not be brought together with the other reports (ValueError" in done.output
    assert "x.record.log" in done.output
    assert "no sense in bad.txt" in (tmp_path / "x.record.log").read_text()
    assert not logging.getLogger("onrecord").handlers
