"""The keys of sentences: whom they lead to, in which order, and what they lead to in a record brought forward."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.model.marks import Carrier, Mark
from onrecord.store import Store, Writer

KEY, RARE = 7, 8


@pytest.fixture
def writer(filled: Callable[..., Path]) -> Iterator[Writer]:
    with Store(filled()) as store, store.writing() as writer:
        writer.mark(writer.document_ids(), ())
        yield writer


def marked(writer: Writer, *told: tuple[int, str, int]) -> list[Carrier]:
    """Marks sentences of the first reports of the record, in turn: a key, a day and where the sentence starts."""
    marks = [
        Mark(key=key, day=day, document=id_, start=start, end=start + 5)
        for id_, (key, day, start) in zip(writer.document_ids() * len(told), told, strict=False)
    ]
    writer.mark(writer.document_ids(), marks)
    return [Carrier(mark.day, mark.document, mark.start, mark.end) for mark in marks]


def test_the_first_of_a_crowd_are_those_of_the_earliest_days(writer: Writer) -> None:
    undated, late, early = marked(writer, (KEY, "9999", 0), (KEY, "2020-02-09", 0), (KEY, "2020-02-01", 9))
    assert writer.first_carrying(KEY, 5) == [early, late, undated]
    assert writer.first_carrying(KEY, 2) == [early, late]
    assert writer.first_carrying(RARE, 2) == []


def test_few_are_tied_and_many_are_a_crowd(writer: Writer) -> None:
    one, other, third = marked(writer, (KEY, "2020-02-01", 0), (KEY, "2020-02-02", 0), (RARE, "2020-02-03", 9))
    assert writer.tied(one.document, 2) == [(one, other)]
    assert writer.crowded(one.document, 2) == {}
    assert writer.tied(one.document, 1) == []
    assert writer.crowded(one.document, 1) == {one: [KEY]}
    assert (writer.tied(third.document, 1), writer.crowded(third.document, 1)) == ([], {})


def test_who_comes_after_and_shares_enough_keys(writer: Writer) -> None:
    one, other = writer.document_ids()[:2]
    place = {"start": 3, "end": 8}
    marks = [
        Mark(key=key, day=day, document=id_, **place)
        for id_, day in ((one, "2020-02-02"), (other, "2020-02-03"))
        for key in (KEY, RARE)
    ]
    writer.mark([one, other], marks)
    first, last = Carrier("2020-02-02", one, 3, 8), Carrier("2020-02-03", other, 3, 8)
    assert writer.carrying_after(first, {KEY, RARE}, 2) == [last]
    assert writer.carrying_after(first, {KEY}, 2) == []
    assert writer.carrying_after(last, {KEY, RARE}, 2) == []
    assert writer.carrying_any({RARE}) == {one, other}


def test_marks_of_an_earlier_record_get_their_days(tmp_path: Path) -> None:
    path = tmp_path / "old.record"
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "version_4.sql").read_text("utf-8"))
    before = connection.execute('SELECT key, document, start, "end" FROM marks ORDER BY 1, 2, 3').fetchall()
    connection.close()
    with Store(path):
        pass
    connection = sqlite3.connect(path)
    after = connection.execute('SELECT key, document, start, "end" FROM marks ORDER BY 1, 2, 3').fetchall()
    days = connection.execute(
        "SELECT DISTINCT marks.day, published FROM marks JOIN documents ON documents.id = marks.document"
    ).fetchall()
    connection.close()
    assert before
    assert after == before
    assert all(day == (published or "9999") for day, published in days)
