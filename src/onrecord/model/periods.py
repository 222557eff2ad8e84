"""The periods of the calendar: days, weeks, months, years, and how those of one kind are laid out in time."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msgspec import Struct

DAYS = {"day": 1, "week": 7, "weekend": 7}
MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120}


class Dates(Struct, frozen=True):
    """The first and last day that a date covers, and its ISO form at its own precision.

    A range is written `a/b`, each end at its own precision: `2019-12/2020-02-07`. The days may be narrower than the ISO
    form, which has no "early" and no "so far".
    """

    first: dt.date
    last: dt.date
    iso: str


def joined(start: Dates, end: Dates) -> Dates:
    """From the first day of the one to the last of the other, each written at its own precision."""
    first, last = start.iso.partition("/")[0], end.iso.rpartition("/")[2]
    return Dates(start.first, end.last, first if first == last else f"{first}/{last}")


def shifted(unit: str, day: dt.date, by: int) -> dt.date | None:
    """`day`, moved by a number of units; the last day of a shorter month where the day does not exist."""
    if unit in DAYS:
        return day + dt.timedelta(DAYS[unit] * by)
    if unit not in MONTHS:
        return None
    return month_day(day.year * 12 + day.month - 1 + MONTHS[unit] * by, day.day)


def month_day(months: int, day: int) -> dt.date:
    """The day of month number `months` (counted from year 0), or the last day of it where it is shorter."""
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Layout:
    """How periods of one kind are laid out: that of a given year, those around a day, the one some units away."""

    of_year: Callable[[int], Dates | None]
    around: Callable[[dt.date], Iterable[Dates]]
    at: Callable[[dt.date, int], Dates | None]


def yearly(of: Callable[[int], Dates]) -> Layout:
    """Something that comes once a year; looked for over 8 years, since a leap day may be that far."""
    return Layout(
        of,
        lambda on: _tried(on, range(-8, 9), lambda day, by: of(day.year + by)),
        lambda on, by: of(on.year + by),
    )


def monthly(day: int) -> Layout:
    """A day of the month."""

    def at(on: dt.date, by: int) -> Dates | None:
        first = month_day(on.year * 12 + on.month - 1 + by, 1)
        return one_day(first.replace(day=day))

    return Layout(lambda _: None, lambda on: _tried(on, range(-2, 3), at), at)


def weekly(weekday: int) -> Layout:
    """A day of the week."""

    def at(on: dt.date, by: int) -> Dates | None:
        return one_day(on + dt.timedelta(weekday - on.weekday() + 7 * by)) if 0 <= weekday < 7 else None

    return Layout(lambda _: None, lambda on: _tried(on, range(-2, 3), at), at)


def _tried(on: dt.date, offsets: range, at: Callable[[dt.date, int], Dates | None]) -> Iterable[Dates]:
    """The periods at those offsets, without those that no calendar has (30 February)."""
    for by in offsets:
        try:
            period = at(on, by)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            yield period


def of_unit(unit: str) -> Layout | None:
    """The days, weeks, weekends, months, quarters, halves, years or decades; None where `unit` is none of these."""
    at = _of_unit(unit)
    if at is None:
        return None
    return Layout(lambda year: at(dt.date(year, 1, 1), 0), lambda on: _tried(on, range(-1, 2), at), at)


def _of_unit(unit: str) -> Callable[[dt.date, int], Dates] | None:
    """The period of that unit which is some units away from the one that holds a day."""
    if unit == "day":
        return lambda on, by: one_day(on + dt.timedelta(by))
    if unit in ("week", "weekend"):
        return lambda on, by: _week(on, by, 0 if unit == "week" else 5)
    if unit in MONTHS:
        size = MONTHS[unit]
        return lambda on, by: whole_months(((on.year * 12 + on.month - 1) // size + by) * size, size)
    return None


def _week(on: dt.date, by: int, start: int) -> Dates:
    """A week from its weekday `start` on."""
    monday = on + dt.timedelta(7 * by - on.weekday())
    longer = 6 if (by, start, on.weekday()) == (-1, 0, 6) else 0  # some reckon the week from Sunday
    return stretch(monday + dt.timedelta(start), monday + dt.timedelta(6 + longer))


def one_day(day: dt.date) -> Dates:
    """The day alone."""
    return Dates(day, day, day.isoformat())


def stretch(first: dt.date, last: dt.date) -> Dates:
    """The days from the first to the last."""
    return joined(one_day(first), one_day(last))


def whole_months(number: int, size: int) -> Dates:
    """`size` whole months from month `number` (counted from year 0) on."""
    first = month_day(number, 1)
    last = month_day(number + size - 1, 31)
    if size % 12 == 0:
        return Dates(first, last, _pair(f"{first.year:04}", f"{last.year:04}"))
    return Dates(first, last, _pair(first.isoformat()[:7], last.isoformat()[:7]))


def _pair(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
