"""Why an entry stands in the record: its tellings, the words and rules behind its values, and why it is one."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord import Record
from onrecord.errors import AddressError
from onrecord.model.entries import FigureEntry

SAID = {
    "first.txt": "date 2023-04-17\nSudan said on Monday that talks about the port of the city are over for now.",
    "again.txt": "date 2023-04-18\nSudan said on Monday that talks about the port of the city are over for now.",
    "other.txt": "date 2023-04-18\n9 farmers were killed in Nyala. Sudan said on Friday that bread will be sold again.",
}


@pytest.fixture
def path(filled: Callable[..., Path], plain: SimpleNamespace) -> Path:
    return filled([plain.document(*each) for each in SAID.items()])


def farmers(record: Record) -> FigureEntry:
    return next(figure for figure in record.figures() if figure.of == "farmers")


def test_each_value_has_its_words_and_rule(path: Path) -> None:
    with Record(path) as record:
        found = record.why(farmers(record).id)
        (telling,) = found.tellings
        assert (telling.doc, telling.published) == ("other.txt", "2023-04-18")
        assert telling.passages == ("9 farmers were killed in Nyala",)
        values = {value.field: (value.value, value.words, value.rule, value.holds) for value in telling.values}
        assert values == {
            "measure": ("killed", ("killed",), "verbatim", True),
            "value": ("9", ("9",), "a number", True),
            "of": ("farmers", ("farmers",), "verbatim", True),
            "place": ("Nyala", ("Nyala",), "a name", True),
            "as_of": ("news of the report of 2023-04-18", ("2023-04-18",), "report date", True),
        }
        assert found.joins == ()


def test_a_day_is_told_as_it_comes_to_in_its_report(path: Path) -> None:
    with Record(path) as record:
        bread = next(each for each in record.statements() if "bread" in each.says)
        (telling,) = record.why(bread.id).tellings
        assert [(each.value, each.words) for each in telling.values if each.field == "on"] == [
            ("2023-04-14", ("Friday",))
        ]


def test_what_was_joined_says_why(path: Path) -> None:
    with Record(path) as record:
        (port,) = (each for each in record.statements() if "port" in each.says)
        found = record.why(port.id)
        assert [telling.doc for telling in found.tellings] == ["first.txt", "again.txt"]
        (join,) = found.joins
        assert {join.one, join.other} == {telling.id for telling in found.tellings}
        assert "same words" in join.why
        for telling in found.tellings:
            assert record.why(telling.id) == found, "every observation is an address of its entry"


def test_a_value_that_does_not_follow_any_more_says_so(path: Path) -> None:
    with Record(path) as record:
        with record._store.writing() as writer:
            writer.connection.exec_driver_sql("UPDATE observations SET finding = replace(finding, '9.0', '90.0')")
        (telling,) = record.why(farmers(record).id).tellings
        assert {value.field for value in telling.values if not value.holds} == {"value"}


def test_reports_actors_and_places_are_explained(path: Path) -> None:
    with Record(path) as record:
        (document,) = (each for each in record.documents() if each.doc == "first.txt")
        (telling,) = record.why(document.id).tellings
        assert [(each.field, each.value, each.rule) for each in telling.values] == [
            ("published", "2023-04-17", "date header")
        ]
        (sudan,) = record.actors()
        assert record.why("actor:state:sudan").entry == record.why(sudan.id).entry == sudan
        assert len(record.why(sudan.id).tellings) == 3


def test_an_id_may_be_shortened_but_not_too_much(path: Path) -> None:
    with Record(path) as record:
        entry = farmers(record)
        assert record.why(entry.id[:6]).entry == record.why(f" {entry.id[:9].upper()} ").entry == entry
        with pytest.raises(AddressError, match="too short for an id: give its first 6 characters"):
            record.why(entry.id[:5])
        with pytest.raises(AddressError, match=r"No entry has the id 'ffffffffffff': 'onrecord show' prints the ids"):
            record.why("ffffffffffff")
        with record._store.reading() as view:
            (date, *_) = view.noted_in(kind="date")
        with pytest.raises(AddressError, match=r"is read in a report \(date\), but no entry is made of it"):
            record.why(date.observation.id)


def test_an_id_that_begins_several_names_them(path: Path) -> None:
    with Record(path) as record:
        with record._store.writing() as writer:
            for number, entry in enumerate(list(writer.entries("document"))):
                change = "UPDATE entries SET id = ?, body = replace(body, ?, ?) WHERE id = ?"
                new = f"abcdef{number:010}"
                writer.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                writer.connection.exec_driver_sql("UPDATE cites SET entry = ? WHERE entry = ?", (new, entry.id))
                writer.connection.exec_driver_sql(change, (new, entry.id, new, entry.id))
        with pytest.raises(AddressError, match=r"begins the ids of 3 entries: document abcdef0000000000, .*give more"):
            record.why("abcdef")


def test_the_command_tells_it_in_words(run: Callable, path: Path) -> None:
    with Record(path) as record:
        (port,) = (each for each in record.statements() if "port" in each.says)
    told = run("why", path, port.id[:8])
    assert told.code == 0
    words = " ".join(told.out.split())
    assert f"statement {port.id}" in words
    assert "2 reports, 1 telling, 1 speaker" in words
    assert f"1 first.txt, 17 Apr 2023 [{port.id[:8]}]" in words
    assert "speaker Sudan, from “Sudan” (a name)" in words
    assert "on 2023-04-17, from “Monday” (a weekday)" in words
    assert "Why these are one entry 2 with 1: same" in words
    assert "and 1 more; --limit 0 shows all" in run("why", path, port.id, "--limit", "1").out
    found = json.loads(run("why", path, port.id, "--json").out)
    assert (found["entry"]["id"], len(found["tellings"])) == (port.id, 2)
    assert "1 report, 1 telling" in run("why", path, port.id, "--as-of", "2023-04-17").out


def test_show_prints_the_ids_that_why_takes(run: Callable, path: Path) -> None:
    with Record(path) as record:
        entry = farmers(record)
    assert f"[{entry.id[:8]}]" in run("show", path, "figures").out
    assert run("why", path, entry.id[:8]).out.startswith(f"figure {entry.id}")


def test_an_unknown_id_is_one_line_and_exits_1(run: Callable, path: Path) -> None:
    done = run("why", path, "0123456789")
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "No entry has the id '0123456789'" in done.err
