"""Days about the ends of the calendar, which have no neighbours, cost nobody a record."""

import datetime as dt
from pathlib import Path

import pytest

from onrecord import Record
from onrecord.intake.stated import in_column
from onrecord.model.dates import When, resolve

FIRST, LAST = "0001-01-01", "9999-12-31"


def test_no_report_is_published_then() -> None:
    assert in_column(LAST) is None


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
