"""Days about the ends of the calendar, which have no neighbours, cost nobody a record."""

import datetime as dt
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.intake import page
from onrecord.intake.stated import in_column
from onrecord.model.dates import When, resolve
from onrecord.reading.dates.words import scanned

FIRST, LAST = "0001-01-01", "9999-12-31"


@pytest.mark.parametrize(
    "day",
    [
        FIRST,
        LAST,
        "0001-01-01T00:00:00Z",
        "1 January 0001",
        "January 1, 0099",
        "01/01/0001",
        "0000-00-00",
        "0022-03-04",
    ],
)
def test_no_report_is_published_then(day: str) -> None:
    assert in_column(day) is None
    assert page("x.txt", f"date {day}\nThe army said on Monday that it would leave Goma.").parts[0].published is None


@pytest.mark.parametrize(
    "words", ["on 0001-01-01", "on 9999/12/31", "by 31.12.9999", "in the 0000s", "before 0099-01-01", "on 2020-13-01"]
)
def test_nobody_tells_of_such_days(words: str) -> None:
    assert not [word for word in scanned(f"He left Goma {words}.") if word.letter in "XE"]


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_nothing_happens_then(day: dt.date) -> None:
    assert resolve(When(unit="day", year=day.year, month=day.month, day=day.day), None) is None


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_a_report_that_tells_of_them_is_read(tmp_path: Path, day: str) -> None:
    table = tmp_path / "far.jsonl"
    text = f"Ten people were killed on {day} in Goma, the army said. By {day}, Russia must withdraw from Kherson."
    table.write_text(f'{{"text": "{text}", "date": "{day}"}}\n{{"text": "{text}", "date": "2023-05-05"}}\n', "utf-8")
    with Record(tmp_path / "far.record") as record:
        assert record.add([table]).read >= 1
