"""From which day a deadline counts, and what it comes to."""

import pytest

from onrecord.model.dates import When
from onrecord.model.frames import PartDate
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reconciling.commitments.entries import counted_from
from onrecord.reconciling.merging.told import when

REPORT = PartDate(published="2024-05-10", basis="stated")  # a Friday
TUESDAY = When(unit="day", weekday=1)
WORDS = (Span(0, 1),)


def _said(value: When | None) -> Said[When] | None:
    return Said(value, "date", WORDS) if value is not None else None


@pytest.mark.parametrize(
    ("due", "on", "expected"),
    [
        (When(unit="day", offset=2, bound="by"), TUESDAY, "2024-05-09"),  # "within 48 hours", said on Tuesday
        (When(unit="day", offset=2, bound="by"), None, "2024-05-12"),  # said nobody knows when
        (When(unit="day", offset=2, bound="by"), When(unit="week", offset=-1), "2024-05-12"),  # said some day last week
        (When(unit="day", month=5, day=20, side="forward", bound="by"), TUESDAY, "2024-05-20"),
        (When(unit="month", year=2024, month=2, part="end", bound="by"), TUESDAY, "2024-02-29"),
        (When(unit="day", weekday=6, side="forward", bound="until"), TUESDAY, "2024-05-12"),
        (When(unit="week", offset=1, bound="by"), None, "2024-05-13/2024-05-19"),
    ],
)
def test_deadlines(due: When, on: When | None, expected: str) -> None:
    assert when(_said(due), counted_from(_said(due), _said(on), REPORT)).iso == expected


def test_no_deadline_without_a_day() -> None:
    due = _said(When(unit="day", offset=2, bound="by"))
    assert when(due, counted_from(due, None, PartDate())).iso is None
