"""How a commitment stands on a day."""

import datetime as dt

import pytest
from msgspec.structs import replace

from onrecord.model.entries import CommitmentEntry, Link, OutcomeEntry
from onrecord.model.outlook import judged, newest, replaced, status

ULTIMATUM = CommitmentEntry(id="c", cites=(), by=("ECOWAS",), type="ultimatum", what="to use force", due="2023-08-06")
MET = OutcomeEntry(of="condition", came="met", says="the junta met the demand", per=("Mali",), cite=0)
UNMET = OutcomeEntry(of="condition", came="not met", says="the junta ignored it", per=("unattributed",), cite=0)
DONE = OutcomeEntry(of="act", came="met", says="ECOWAS carried out its threat", per=("unattributed",), cite=0)


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        ("2023-08-06", "2023-08-05", "open"),
        ("2023-08-06", "2023-08-06", "open"),
        ("2023-08-06", "2023-08-07", "due date passed without report"),
        ("2023-08", "2023-08-07", "open"),
        ("2023-08-06/2023-08-09", "2023-08-08", "open"),
        ("2023-08-06/2023-08-09", "2023-08-10", "due date passed without report"),
        (None, "2023-08-07", "open"),
        ("2023-08-06", None, "open"),
    ],
)
def test_the_day_alone(due: str | None, day: str | None, expected: str) -> None:
    commitment = replace(ULTIMATUM, due=due)
    assert status(commitment, dt.date.fromisoformat(day) if day else None) == expected


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((UNMET,), "outcome reported"),
        ((UNMET, DONE), "outcome reported"),
        ((UNMET, replace(UNMET, says="it defied them")), "outcome reported"),
        ((UNMET, MET), "outcomes differ"),
        ((UNMET, DONE, MET), "outcomes differ"),
    ],
)
def test_what_reports_say_came_of_it(outcomes: tuple[OutcomeEntry, ...], expected: str) -> None:
    for day in (dt.date(2023, 8, 1), dt.date(2023, 9, 1), None):
        assert status(replace(ULTIMATUM, outcomes=outcomes), day) == expected


def test_another_day_set_for_it() -> None:
    later = replace(
        ULTIMATUM, id="d", due="2023-08-20", links=(Link(to="c", as_="corrects"), Link("s", "same occurrence"))
    )
    anew = replaced([ULTIMATUM, later])
    assert anew == {"c"}
    standing = [each.status for each in judged([ULTIMATUM, later], dt.date(2023, 8, 10), anew)]
    assert standing == ["replaced", "open"]
    assert status(replace(ULTIMATUM, outcomes=(UNMET,)), None, anew) == "outcome reported"


def test_the_day_of_the_newest_report() -> None:
    assert newest(["2023-08-06", None, "2023-07"]) == dt.date(2023, 8, 6)
    assert newest([None]) is None
