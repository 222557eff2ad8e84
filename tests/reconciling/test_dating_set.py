"""The days of reports that a person set."""

import pytest

from onrecord.model.frames import PartDate
from onrecord.model.traces import Trace
from onrecord.reconciling.dating_set import as_set, traces_as_set

STATED = PartDate(published="2021-08-15", basis="stated", why="date header")
GUESSED = PartDate(published="2021-08-16", basis="inferred", why="shares a passage")
WINDOW = PartDate(basis="inferred", window="2021-08-01/2021-08-09")
NONE = PartDate()


def days(dates: dict[tuple[str, int], PartDate]) -> list[str | None]:
    return [dates[key].published for key in sorted(dates)]


@pytest.mark.parametrize(
    "parts, day, expected",
    [
        ([STATED], "2021-08-20", ["2021-08-20"]),
        ([NONE], "2021-08-20", ["2021-08-20"]),
        ([STATED, STATED], "2021-08-20", ["2021-08-20", "2021-08-15"]),
        ([NONE, GUESSED, NONE], "2021-08-20", ["2021-08-20", "2021-08-16", "2021-08-20"]),
        ([WINDOW, WINDOW], "2021-08-20", ["2021-08-20", "2021-08-20"]),
        ([STATED, STATED], None, [None, "2021-08-15"]),
        ([STATED, WINDOW], None, [None, None]),
    ],
)
def test_the_first_of_a_page_and_what_nothing_else_dates(
    parts: list[PartDate], day: str | None, expected: list[str | None]
) -> None:
    dates = {("kabul", number): part for number, part in enumerate(parts)}
    found = as_set({**dates, ("other", 0): STATED}, {"kabul": day})
    assert days({key: found[key] for key in dates}) == expected
    assert (found["kabul", 0].basis, found["kabul", 0].words) == ("ruling", ())
    assert found["other", 0] == STATED


def test_others_are_dated_by_the_day_that_was_set() -> None:
    def trace(document: str, day: str | None, part: int = 0) -> Trace:
        return Trace(document=document, part=part, name=f"{document}.txt", day=day, shingles=b"")

    given = [
        trace("stated", "2021-08-15"),
        trace("set", "2021-08-15"),
        trace("set", "2021-08-17", 1),
        trace("bare", None),
        trace("unknown", "2021-08-15"),
        trace("forged", "2021-08-15"),
        trace("undated", None),
    ]
    known = {"set": "2021-08-20", "bare": "2021-08-21", "unknown": None}
    found = [(each.document, each.day) for each in traces_as_set(given, known, {"forged"})]
    assert found == [
        ("stated", "2021-08-15"),
        ("set", "2021-08-20"),
        ("set", "2021-08-17"),
        ("bare", "2021-08-21"),
    ]
