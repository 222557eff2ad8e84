"""The keys of sentences: whom they lead to, in which order, and what they lead to in a record brought forward."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord import checking
from onrecord.model.marks import Carrier, Mark, Shared
from onrecord.store import Store, Writer
from onrecord.store.marking import marks_in

KEY, OTHER, RARE = 7, 8, 1 << 47


@pytest.fixture
def writer(filled: Callable[..., Path]) -> Iterator[Writer]:
    with Store(filled()) as store, store.writing() as writer:
        writer.mark(writer.document_ids(), ())
        yield writer


def marked(writer: Writer, *told: tuple[set[int], str, int]) -> list[Carrier]:
    """Marks sentences of the first reports of the record, in turn: their keys, a day and where the sentence starts."""
    marks = [
        Mark(Carrier(day, id_, start, start + 5), frozenset(keys))
        for id_, (keys, day, start) in zip(writer.document_ids() * len(told), told, strict=False)
    ]
    writer.mark(writer.document_ids(), marks)
    return [mark.told for mark in marks]


def test_the_first_of_a_crowd_are_those_of_the_earliest_days(writer: Writer) -> None:
    undated, late, early = marked(writer, ({KEY}, "9999", 0), ({KEY}, "2020-02-09", 0), ({KEY, RARE}, "2020-02", 9))
    carriers = writer.carriers_of({KEY, RARE})
    assert carriers.first(KEY, 5) == [early, late, undated]
    assert carriers.first(KEY, 2) == [early, late]
    assert carriers.first(RARE, 2) == [], "no other sentence has it"
    assert carriers.first(OTHER, 2) == []


def test_few_are_tied_and_of_a_crowd_the_first_are_followed(writer: Writer) -> None:
    one, other, third = marked(
        writer, ({KEY, OTHER}, "2020-02-01", 0), ({KEY, OTHER}, "2020-02-02", 0), ({KEY}, "2020-02-03", 9)
    )
    carriers = writer.carriers_in([one.document, other.document, third.document])
    assert carriers.tied([one.document], 3, 2) == [(one, other)]
    assert carriers.tied([one.document], 3, 1) == [(one, other), (one, third)]
    assert carriers.tied([one.document], 2, 2) == [], "three have one of the keys"
    assert carriers.tied([one.document, other.document], 3, 1) == [(one, third), (other, third)]
    assert carriers.led([other.document, third.document], 1, 1) == {
        other.document: [Shared(0, *one[1:])],
        third.document: [Shared(9, *one[1:])],
    }
    assert carriers.led([other.document, third.document], 2, 2) == {
        other.document: [Shared(0, *one[1:])],
        third.document: [],
    }
    assert carriers.leading_to(one, 1) == {KEY, OTHER}
    assert carriers.leading_to(other, 1) == set()


def test_where_a_crowd_leads_changes_with_its_first(writer: Writer) -> None:
    one, other, third = marked(writer, ({KEY}, "2020-02-01", 0), ({KEY}, "2020-02-02", 0), ({KEY}, "2020-02-03", 9))
    carriers = writer.carriers_of({KEY})
    assert carriers.turned([one.document], 1) == {one: {KEY}, other: {KEY}}
    assert carriers.turned([one.document], 2) == {one: {KEY}, third: {KEY}}
    assert carriers.turned([third.document], 2) == {}
    assert carriers.turned([one.document], 3) == {}, "three are no crowd"


def test_whom_the_keys_of_a_sentence_lead_to_it_because_of_others(writer: Writer) -> None:
    first, told, last = marked(
        writer, ({KEY}, "2020-02-01", 0), ({KEY, RARE}, "2020-02-02", 3), ({KEY, RARE}, "2020-02-03", 3)
    )
    carriers = writer.carriers_of({KEY, RARE})

    def led(told: Carrier, changed: Carrier, most: int, least: int) -> list[Carrier]:
        keys = {KEY} if told == first else {KEY, RARE}
        ((same, found),) = carriers.led_otherwise({told: keys}, [changed.document], most, least)
        assert same == told
        return found

    assert led(told, first, 1, 2) == [last], "without the first one, both keys lead to it"
    assert led(told, first, 1, 1) == [], "one key leads to it in any case"
    assert led(told, first, 2, 2) == [], "both do, in any case"
    assert led(told, told, 2, 2) == [last], "it would lead nowhere if it were not there"
    assert led(told, last, 1, 1) == [], "what changes is looked at in any case"
    assert led(last, first, 2, 1) == [], "nothing comes after it"
    assert led(first, first, 1, 1) == [told, last]


def test_marks_are_kept_in_the_place_of_those_before(writer: Writer) -> None:
    one, other, _ = marked(writer, ({KEY, RARE}, "2020-02-02", 0), ({KEY}, "2021", 0), ({OTHER}, "2020-02-03", 9))
    again = Mark(Carrier("2020-02-02", one.document, 4, 9), frozenset({KEY, OTHER}))
    writer.mark([one.document], [again])
    assert marks_in(writer.connection, one.document) == [again]
    assert marks_in(writer.connection, other.document) == [Mark(other, frozenset({KEY}))]
    assert writer.carriers_in([one.document]).first(KEY, 3) == [again.told, other]
    writer.remove([one.document])
    assert not writer.carriers_of({KEY, OTHER, RARE}).first(KEY, 1), "no two have it"
    assert marks_in(writer.connection, other.document) == [Mark(other, frozenset({KEY}))]


def test_marks_of_an_earlier_record_are_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "old.record"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_4.sql").read_text("utf-8"))
    before = connection.execute('SELECT document, key, start, "end" FROM marks').fetchall()
    connection.close()
    with Store(path) as store, store.reading() as view:
        marks = [mark for id_ in view.document_ids() for mark in marks_in(view.connection, id_)]
        published = {frame.id: frame.dates[0].published for frame in view.frames()}
        assert not [problem for problem in checking.check(store) if problem.field == "marks"]
    after = [(mark.told.document, key, mark.told.start, mark.told.end) for mark in marks for key in mark.keys]
    assert before
    assert sorted(after) == sorted(before)
    assert all(mark.told.day == (published[mark.told.document] or "9999") for mark in marks)
