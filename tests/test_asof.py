"""The record as it was known on a day: that of the reports published by then, and of no others."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record, asof, checking, pipeline
from onrecord.model.documents import Document
from onrecord.model.iso import days
from onrecord.publishing import exported
from onrecord.store import Store

QUOTED = (
    "“We will not leave the eastern bank until every prisoner has been handed over to the commission,” he added. Two "
    "convoys with flour and fuel had reached the besieged quarter over the old railway bridge by then."
)
OTHER = (
    "“Nobody told us which road was mined, and when the first lorry burned we turned the others round and walked "
    "with the children through the reeds until the boats came for us at dawn,” she said before the hearing."
)
REPORTS = {
    "port.txt": f"date 2023-04-14\nSudan said on Friday that 8 soldiers were killed in Omdurman. {QUOTED}",
    "wire.txt": "date 2023-04-17\n8 soldiers were killed in Omdurman. 31 people were wounded in Nyala.",
    "mine.txt": f"date 2023-04-17\nChad said on Monday that 40 people were wounded in Nyala. {OTHER}",
    "toll.txt": "date 2023-04-21\nSudan said on Friday that 12 soldiers were killed in Omdurman.",
    "copy.txt": f"date 2023-04-20\nSudan said on Friday that 8 soldiers were killed in Omdurman. {QUOTED} {OTHER}",
    "late.txt": f"date 2023-05-29\nChad said on Monday that talks go on. {QUOTED}",
    "reprint.txt": f"Egypt said on Friday that 9 people were killed in Merowe. {QUOTED}",  # late undates it
    "letter.txt": f"Egypt said on Monday that it will wait. {OTHER}",
    "nothing.txt": "Egypt said on Friday that grain is dear. It has been dear since the port was closed.",
}
DAYS = [dt.date(2023, 4, 13) + dt.timedelta(by) for by in range(10)] + [dt.date(2023, 5, 29), dt.date(2024, 1, 1)]


def export_of(entries: Iterable) -> list[str]:
    return list(exported(entries, "jsonl"))


def record_of(plain: SimpleNamespace, path: Path, reports: Iterable[Document]) -> Path:
    with Store(path, create=True) as store:
        for report in reports:
            pipeline.add(store, [report], plain.engine, "reader one")
    return path


def published_by(plain: SimpleNamespace, path: Path, reports: list[Document], day: dt.date) -> list[str]:
    """The export of a record to which only those were added that are published by the day: those that say so, and what
    these let one date by then."""
    stated = [
        each for each in reports if all(part.published and part.published.value <= str(day) for part in each.parts)
    ]
    for each in [each for each in reports if any(part.published is None for part in each.parts)]:
        with Record(record_of(plain, path / each.name, [*stated, each])) as record:
            (found,) = (entry.published for entry in record.documents() if entry.doc == each.name)
        if found and days(found)[1] <= day:
            stated.append(each)
    with Record(record_of(plain, path / "then.record", reversed(stated))) as record:
        return export_of(record.entries())


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_record_as_of_a_day_is_that_of_the_reports_published_by_then(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from(list(REPORTS)), unique=True, min_size=1))
    day = data.draw(st.sampled_from(DAYS))
    few = data.draw(st.sampled_from((0, 1000)), label="from scratch, or by taking reports out")
    reports = [plain.document(name, REPORTS[name]) for name in names]
    folder = tmp_path_factory.mktemp("as of")
    with Record(record_of(plain, folder / "whole.record", reports)) as record, pytest.MonkeyPatch.context() as patch:
        patch.setattr(asof, "FEW", few)
        before = export_of(record.entries())
        with record.as_of(day) as then:
            assert export_of(then.entries()) == published_by(plain, folder, reports, day)
            assert checking.check(then._store) == []
        assert export_of(record.entries()) == before, "the record itself is left as it is"


def test_undated_reports_are_left_out_and_counted(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    with Record(filled([plain.document(*each) for each in REPORTS.items()])) as record:
        ids = {entry.doc: entry.id for entry in record.documents()}
        dated = {entry.doc: entry.published for entry in record.documents()}
        assert dated["reprint.txt"] is None, "the words that it shares are of many times, as we know today"
        with record.as_of("2023-04-20") as then:
            known = {entry.doc: entry.published for entry in then.documents()}
            assert known["reprint.txt"] == "2023-04-14", "on that day they were of one time"
            assert known["letter.txt"] == "2023-04-17"
            assert then.undated == {ids["nothing.txt"]}
            assert "toll.txt" not in known
            assert then.search("grain").number == 0
        with record.as_of(dt.date(2023, 4, 16)) as then:
            assert then.undated == {ids["nothing.txt"], ids["letter.txt"]}


def test_a_page_of_several_reports_is_published_with_the_last(filled: Callable[..., Path]) -> None:
    from onrecord.model.documents import Part
    from onrecord.model.said import Said
    from onrecord.model.spans import Span

    text = "date 2023-04-14 and 2023-04-16: 8 men were killed in Nyala. 9 men were killed in Merowe."
    spans = Span(0, 60), Span(60, len(text))
    dates = Said("2023-04-14", "date header", (Span(5, 15),)), Said("2023-04-16", "date header", (Span(20, 30),))
    parts = tuple(Part(span, published=date) for span, date in zip(spans, dates, strict=True))
    half = (parts[0], Part(spans[1]))
    pages = [
        Document(name=f"{len(each)}{each[1].published is None}.txt", text=text, parts=each, language="en")
        for each in (parts, half)
    ]
    with Record(filled(pages)) as record:
        with record.as_of("2023-04-15") as then:
            assert list(then.documents()) == []
            assert len(then.undated) == 1
        with record.as_of("2023-04-16") as then:
            assert [entry.doc for entry in then.documents()] == ["2False.txt"]
            assert len(then.undated) == 1


def test_a_month_is_over_on_its_last_day(filled: Callable[..., Path]) -> None:
    from onrecord.model.documents import Part
    from onrecord.model.said import Said
    from onrecord.model.spans import Span

    part = Part(Span(0, 20), published=Said("2023-04", "column", ()))
    with Record(
        filled([Document(name="april.txt", text="Grain is dear today.", parts=(part,), language="en")])
    ) as record:
        for day, number in (("2023-04-29", 0), ("2023-04-30", 1)):
            with record.as_of(day) as then:
                assert len(list(then.documents())) == number
                assert then.undated == frozenset()


def test_the_temporary_record_goes_with_the_view(filled: Callable[..., Path], tmp_path: Path, monkeypatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with Record(filled()) as record:
        with record.as_of("2020-02-08") as then:
            assert then.entry(next(then.figures()).id) is not None
            assert list(temporary.iterdir())
            with then.as_of("2020-02-07") as earlier:
                assert {entry.doc for entry in earlier.documents()} == {"one.txt", "five.txt"}
        assert list(temporary.iterdir()) == []
        monkeypatch.setattr("onrecord.asof.settle", lambda *_: 1 / 0)
        monkeypatch.setattr("onrecord.asof.forget", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            record.as_of("2020-02-08")
        assert list(temporary.iterdir()) == []


def test_a_day_that_is_none_is_told(filled: Callable[..., Path]) -> None:
    with Record(filled()) as record, pytest.raises(ValueError, match="yesterday"):
        record.as_of("yesterday")


def test_the_commands_take_a_day(run: Callable, filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    path = filled([plain.document(*each) for each in REPORTS.items()])
    left_out = "As of 20 Apr 2023: 1 report without a date is left out.\n"
    shown = run("show", path, "documents", "--as-of", "2023-04-20", "--json")
    assert (shown.code, shown.err) == (0, left_out)
    assert "wire.txt" in shown.out
    assert "toll.txt" not in shown.out
    exported = run("export", path, "--as-of", "2023-04-20")
    assert (exported.code, exported.err) == (0, left_out)
    assert "toll.txt" not in exported.out
    report = run("sitrep", path, "--as-of", "2023-04-20", "--format", "md")
    assert "as known on 20 Apr 2023" in report.out
    assert "toll.txt" not in report.out
    assert run("show", path, "documents", "--as-of", "then").code == 2
