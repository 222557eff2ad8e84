"""Dates as pages state them."""

import datetime as dt

import pytest

from onrecord.intake.stated import date_header, in_column, readings, stated


@pytest.mark.parametrize(
    "words, days",
    [
        ("2023-04-15", ["2023-04-15"]),
        ("2023/4/15", ["2023-04-15"]),
        ("[15/April/2023]", ["2023-04-15"]),
        ("KABUL April 15. 2023 (Bakhtar)", ["2023-04-15"]),
        ("15 April 2023", ["2023-04-15"]),
        ("15th of April, 2023", ["2023-04-15"]),
        ("April 15, 2023", ["2023-04-15"]),
        ("Apr. 15 2023", ["2023-04-15"]),
        ("Sat Apr 15 , 2023 6:56 pm EST", ["2023-04-15"]),
        ("3 JAN 90", ["1990-01-03"]),
        ("24 FEB 22", ["2022-02-24"]),
        ("22/2/2020", ["2020-02-22"]),
        ("2/22/2020", ["2020-02-22"]),
        ("22.02.2020", ["2020-02-22"]),
        ("02.01.2026", ["2026-01-02"]),
        ("October 12 – 19, 2016", ["2016-10-19"]),
        ("3/2/2020", ["2020-02-03", "2020-03-02"]),
        ("5/5/2021", ["2021-05-05"]),
        ("31 February 2023", []),
        ("2023-13-01", []),
        ("March 2023", []),
        ("in 2023, 400 people", []),
    ],
)
def test_the_days_that_words_can_mean(words: str, days: list[str]) -> None:
    assert [day.isoformat() for day in readings((words,))] == days


def test_the_year_may_stand_in_other_words() -> None:
    assert date_header("2022-03-03", ("Xinhua, March 3", "2022-03-05"))
    assert not date_header("2023-03-03", ("Xinhua, March 3", "2022-03-05"))


@pytest.mark.parametrize("wrong", ["2023-04-16", "2022-04-15", "", None, 20230415])
def test_the_rule_refuses_another_day(wrong: object) -> None:
    assert date_header("2023-04-15", ("Published: 15 April 2023",))
    assert not date_header(wrong, ("Published: 15 April 2023",))


def test_the_weekday_is_kept() -> None:
    assert [date.weekday for date in stated("Monday, 3 March 2022; Fri 4 March 2022")] == [0, 4]


@pytest.mark.parametrize(
    "cell, day",
    [
        ("2023-10-07", "2023-10-07"),
        ("2023-10-07T06:30:00+03:00", "2023-10-07"),
        ("Sat, 07 Oct 2023 06:30:00 GMT", "2023-10-07"),
        ("20231007", "2023-10-07"),
        ("7.10.2023", "2023-10-07"),
        ("7/10/2023", None),
        ("17.10.2023", "2023-10-17"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_cell_gives_one_day_or_none(cell: str, day: str | None) -> None:
    assert in_column(cell) == (dt.date.fromisoformat(day) if day else None)
