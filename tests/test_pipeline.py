"""Adding, adding again, in any order and batches, reading again."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import checking, pipeline
from onrecord.engines import Reading
from onrecord.errors import RecordError
from onrecord.intake import Unreadable
from onrecord.model.entries import DocumentEntry, FigureEntry, StatementEntry
from onrecord.publishing import jsonl
from onrecord.store import Store


def exported(path: Path) -> list[str]:
    with Store(path) as store, store.reading() as view:
        return list(jsonl.lines(view.entries()))


def test_every_sentence_becomes_an_entry(filled: Callable[..., Path]) -> None:
    with Store(filled()) as store, store.reading() as view:
        assert view.counts() == {"document": 5, "figure": 4, "statement": 5, "actor": 2, "place": 2}


def test_a_cite_is_the_exact_words(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    texts = {report.name: report.text for report in plain.reports}
    with Store(filled()) as store, store.reading() as view:
        for entry in view.entries():
            assert entry.cites
            for cite in entry.cites:
                assert texts[cite.doc][cite.start : cite.end] == cite.quote


def test_figures_take_the_reports_day_only_where_told_as_news(filled: Callable[..., Path]) -> None:
    with Store(filled()) as store, store.reading() as view:
        figures = {entry.value: entry for entry in view.entries("figure") if isinstance(entry, FigureEntry)}
    assert figures[13].as_of == "2020-02-08"
    assert figures[13].as_of_basis == "inferred"
    assert figures[13].derived["as_of"] == "report date"
    assert [cite.quote for cite in figures[13].cites if cite.supports == ("as_of",)] == ["2020-02-08"]
    assert figures[8].as_of is None
    assert figures[8].per == ("Turkey",)
    assert figures[8].per_ids
    assert figures[13].per == ("unattributed",)


def test_statements_are_dated_by_their_report(filled: Callable[..., Path]) -> None:
    with Store(filled()) as store, store.reading() as view:
        statements = [entry for entry in view.entries("statement") if isinstance(entry, StatementEntry)]
    assert {(entry.cites[0].doc, entry.on, entry.on_basis) for entry in statements} == {
        ("one.txt", "2020-02-03", "relative"),
        ("two.txt", "2020-02-07", "relative"),
        ("three.txt", None, None),
        ("four.txt", "2020-02-10", "relative"),
        ("five.txt", "2020-01-31", "relative"),
    }


def test_adding_again_changes_nothing(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    path = filled()
    before = exported(path)
    with Store(path) as store:
        report = pipeline.add(store, plain.reports, plain.engine, "reader one")
    assert (report.read, report.already_there) == (0, 5)
    assert exported(path) == before


def test_the_same_report_twice_in_one_run_counts_once(plain: SimpleNamespace, tmp_path: Path) -> None:
    with Store(tmp_path / "x.record", create=True) as store:
        report = pipeline.add(store, [*plain.reports, *plain.reports], plain.engine, "reader one")
    assert (report.read, report.already_there, report.done) == (5, 5, 10)


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_order_and_batches_do_not_matter(
    filled: Callable[..., Path], plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    versions = [plain.document("one.txt", "date 2020-01-05\nTurkey said on Monday that 3 men were killed in Hama.")]
    reports = data.draw(st.permutations([*plain.reports, *versions]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(reports) - 1))))
    path = tmp_path_factory.mktemp("orders") / "x.record"
    with Store(path, create=True) as store:
        for start, end in zip([0, *cuts], [*cuts, len(reports)], strict=True):
            pipeline.add(store, reports[start:end], plain.engine, "reader one")
    whole = tmp_path_factory.mktemp("whole") / "x.record"
    with Store(whole, create=True) as store:
        pipeline.add(store, [*plain.reports, *versions], plain.engine, "reader one")
        assert checking.check(store) == []
    assert exported(path) == exported(whole)


def test_same_text_under_another_name_is_another_document(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    first = plain.reports[0]
    path = filled([first, plain.document("copy.txt", first.text)])
    documents = [json.loads(line) for line in exported(path) if '"kind": "document"' in line]
    assert [entry["doc"] for entry in documents] == ["copy.txt", "one.txt"]
    assert len({entry["sha256"] for entry in documents}) == 1
    assert not any("version_of" in entry for entry in documents)


def test_another_text_under_the_same_name_is_a_version(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    later = plain.document("one.txt", "date 2020-02-09\n9 soldiers were killed in Sarmin.")
    path = filled([later, plain.reports[0]])
    with Store(path) as store, store.reading() as view:
        first, second = (entry for entry in view.entries("document") if isinstance(entry, DocumentEntry))
        figure = next(e for e in view.entries("figure") if isinstance(e, FigureEntry) and e.value == 9)
    assert (first.doc, first.version_of) == ("one.txt", None)
    assert (second.doc, second.version_of) == (f"one.txt@{later.sha256[:8]}", first.id)
    assert figure.cites[0].doc == second.doc


def test_another_language_is_kept_unread(filled: Callable[..., Path], plain: SimpleNamespace, tmp_path: Path) -> None:
    french = plain.document("autre.txt", "Turkey said on Monday that 8 soldiers were killed in Sarmin.", language="fr")
    with Store(tmp_path / "x.record", create=True) as store:
        report = pipeline.add(store, [french], plain.engine, "reader one")
        with store.reading() as view:
            assert view.counts() == {"document": 1}
    assert (report.read, report.other_language) == (0, 1)


def test_what_cannot_be_read_costs_nothing_else(plain: SimpleNamespace, tmp_path: Path) -> None:
    class Failing:
        def read(self, documents):
            for reading in plain.engine.read(documents):
                bad = reading.document.name == "two.txt"
                yield Reading(reading.document, trouble="a reader failed on it") if bad else reading

    sources = [Unreadable("gone.txt", "it is empty", "remove it"), *plain.reports]
    sources.append(plain.document("half.txt", "Turkey said \ud800"))
    with Store(tmp_path / "x.record", create=True) as store:
        report = pipeline.add(store, sources, Failing(), "reader one")
        assert checking.check(store) == []
    assert report.read == 4
    assert [each.name for each in report.unreadable] == ["gone.txt", "two.txt", "half.txt"]
    assert "half a character" in report.unreadable[2].why


def test_an_interrupted_run_keeps_what_it_has_read(
    plain: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "AT_ONCE", 2)

    def stopped():
        yield from plain.reports[:3]
        raise KeyboardInterrupt

    report = pipeline.AddReport()
    with Store(tmp_path / "x.record", create=True) as store:
        with pytest.raises(KeyboardInterrupt):
            pipeline.add(store, stopped(), plain.engine, "reader one", report)
        with store.reading() as view:
            assert view.counts()["document"] == report.read == 3
        assert checking.check(store) == []


def test_an_error_that_is_no_fault_of_a_report_keeps_none_of_its_batch(
    plain: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise RecordError("the disk is full")

    path = tmp_path / "x.record"
    with Store(path, create=True) as store:
        pipeline.add(store, plain.reports[:2], plain.engine, "reader one")
        before = exported(path)
        monkeypatch.setattr(pipeline, "settle", failing)
        with pytest.raises(RecordError):
            pipeline.add(store, plain.reports[2:], plain.engine, "reader one")
    assert exported(path) == before


def test_reading_again_replaces_what_an_earlier_reader_saw(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    class Blind:
        def read(self, documents):
            return (Reading(document) for document in documents)

    path = filled()
    before = exported(path)
    with Store(path) as store:
        assert pipeline.reread(store, Blind(), "reader two") == 5
        with store.reading() as view:
            assert view.counts() == {"document": 5}
        assert checking.check(store) == []
        assert pipeline.reread(store, plain.engine, "reader three") == 5
        assert pipeline.reread(store, plain.engine, "reader three") == 0
    assert exported(path) == before


def test_the_log_tells_what_was_added_when(filled: Callable[..., Path]) -> None:
    with sqlite3.connect(filled()) as connection:
        rows = connection.execute("SELECT what, reader, at FROM log").fetchall()
    connection.close()
    assert [(what, reader) for what, reader, _ in rows] == [("added", "reader one")] * 5
    assert all(at.endswith("+00:00") for _, _, at in rows)
