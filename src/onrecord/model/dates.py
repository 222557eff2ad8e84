"""Dates as the text gives them, and what they come to once the report's own date is known.

A reading never looks at the publication date, so "Monday" stays "the Monday before" (`When`) until `resolve` turns it
into days (`Dates`). Weekdays are 0 for Monday to 6 for Sunday; weeks start on Monday; months and days count from 1;
seasons are those of the northern half of the world.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import Struct


class When(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A date in symbols.

    `unit`: what it names: day, week, weekend, month, season, quarter, half, year, decade.
    Absolute: `year`, `month`, `day`, `weekday` as far as given; `side` says which way a partial one is looked for from
    the report's date: back or forward (the report's own day or period counts), before or after ("last Monday", "next
    March": strictly), near. A season is named by its first month; `nth` counts units inside the month or year that is
    given, -1 for the last ("the first week of March").
    Relative: `offset` counts units from the report's ("yesterday": unit day, offset -1; "this month": month, 0). Beside
    a weekday, day or month it counts the next larger unit: "Monday last week", "the 10th of this month", "March last
    year".
    `span`: the last (negative) or coming (positive) number of units, ending or starting at the report's date ("the past
    two weeks": unit week, span -2). A vague number ("the past few days", "recent weeks") is 3, with the bound about.
    `part`: early, mid, late, start, end, earlier, later. `time`: `HH:MM` or morning, afternoon, evening, night.
    `bound`: how it limits: on, since, until, by, before, after, about, during. `until`: the other end of a range.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    side: str = "back"
    offset: int | None = None
    span: int | None = None
    part: str | None = None
    time: str | None = None
    bound: str = "on"
    until: "When | None" = None


class Dates(Struct, frozen=True):
    """The first and last day that a date covers, and its ISO form at its own precision.

    A range is written `a/b`, each end at its own precision: `2019-12/2020-02-07`. The days may be narrower than the ISO
    form, which has no "early" and no "so far".
    """

    first: dt.date
    last: dt.date
    iso: str


def resolve(when: When, published: dt.date | None) -> Dates | None:
    """What `when` comes to in a report of the day `published`; None where that cannot be known. Never raises.

    - Without `published`, only dates that name their year resolve, and no "since", whose end is the report's day.
    - A partial date is the latest that has begun by the report's day (back) or the earliest that is not over (forward):
      in February, "February" is this one either way. "29 February" is looked for in leap years, and "Tuesday, 8 August"
      on the other side where only there it is a Tuesday.
    - "this week" told of the past ends, told of the future starts, on the report's day; so do the days of "this month",
      whose ISO form stays the month.
    - "last week" told on a Sunday may be the one before or the one that ends that day: it covers both, up to Saturday.
    - `part` narrows the days to a third (early, start; mid; late, end), or at the report's day (earlier, later); the
      ISO form keeps the plain period. A limit (by, until, before) set at the start or end is that one day: "by the end
      of February" is `2020-02-29`.
    - "since" runs from the start named to the report's day; the other bounds give the day or period that they name.
    - The time of day is not part of the result, because no text gives its zone.
    """
    try:
        return _resolve(when, published)
    except (ValueError, OverflowError):
        return None


def _resolve(when: When, published: dt.date | None) -> Dates | None:
    if when.until is not None:
        return _between(when, when.until, published)
    period = _period(when, published)
    if period is None:
        return None
    if when.bound == "since":
        return None if published is None or period.first > published else _joined(period, _day(published))
    if when.bound in ("by", "until", "before") and when.part in ("start", "end"):
        return _day(period.first if when.part == "start" else period.last)
    return _narrowed(period, when, published)


def _between(when: When, until: When, published: dt.date | None) -> Dates | None:
    """A range; an end that is partial is the first after its start."""
    start = _resolve(msgspec.structs.replace(when, until=None, bound="on"), published)
    if start is None:
        return None
    partial = until.year is None and until.offset is None and until.span is None
    end = (
        _resolve(msgspec.structs.replace(until, side="forward"), start.first) if partial else resolve(until, published)
    )
    return None if end is None or end.last < start.first else _joined(start, end)


def _joined(start: Dates, end: Dates) -> Dates:
    first, last = start.iso.partition("/")[0], end.iso.rpartition("/")[2]
    return Dates(start.first, end.last, first if first == last else f"{first}/{last}")


def _narrowed(period: Dates, when: When, published: dt.date | None) -> Dates:
    """The period's days as its part, or the report's day within it, narrow them."""
    first, last = period.first, period.last
    third = (last - first).days // 3
    side = {"earlier": "back", "later": "forward"}.get(when.part or "")
    if when.part is None and when.offset == 0 and when.weekday is None and when.month is None and when.day is None:
        side = when.side
    if when.part in ("early", "start"):
        last = first + dt.timedelta(third)
    elif when.part in ("late", "end"):
        first = last - dt.timedelta(third)
    elif when.part == "mid":
        first, last = first + dt.timedelta(third), last - dt.timedelta(third)
    elif published is not None and first <= published <= last:
        first = published if side in ("forward", "after") else first
        last = published if side in ("back", "before") else last
    days = when.unit in ("week", "weekend") and side is not None
    return _days(first, last) if days else Dates(first, last, period.iso)


def _period(when: When, published: dt.date | None) -> Dates | None:
    """The whole period that is named, before its part and bound are looked at."""
    if when.span is not None:
        return None if published is None else _spanned(when.unit, when.span, published)
    if when.nth is not None:
        return _counted(when, published)
    shape = _shape(when)
    if when.offset is not None:
        return None if published is None or shape is None else shape.at(published, when.offset)
    if shape is None:
        return None
    if when.year is not None:
        return shape.of_year(when)
    return None if published is None else _nearest(when, list(shape.around(published)), published)


def _nearest(when: When, periods: Sequence[Dates], published: dt.date) -> Dates | None:
    """The one of `periods` on the date's side; the next one on the other side where only that has its weekday."""
    found = _chosen(periods, published, when.side)
    if when.weekday is None or when.day is None or (found and found.first.weekday() == when.weekday):
        return found
    other = _chosen(periods, published, "after" if when.side in ("back", "before") else "before")
    return other if other and other.first.weekday() == when.weekday else found


def _spanned(unit: str, span: int, published: dt.date) -> Dates | None:
    other = _shifted(unit, published, span)
    return None if other is None else _days(min(other, published), max(other, published))


def _shifted(unit: str, day: dt.date, by: int) -> dt.date | None:
    """`day`, moved by a number of units; the last day of a shorter month where the day does not exist."""
    if unit in DAYS:
        return day + dt.timedelta(DAYS[unit] * by)
    if unit not in MONTHS:
        return None
    return _month_day(day.year * 12 + day.month - 1 + MONTHS[unit] * by, day.day)


def _month_day(months: int, day: int) -> dt.date:
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day, calendar.monthrange(year, month + 1)[1]))


def _counted(when: When, published: dt.date | None) -> Dates | None:
    """The nth day, week, quarter or half of the period that is named beside it."""
    larger = msgspec.structs.replace(when, nth=None, unit="month" if when.month else "year", bound="on", part=None)
    if when.offset is not None and when.month is None:
        larger = msgspec.structs.replace(larger, unit="month" if when.unit in ("day", "week") else "year")
    whole = _period(larger, published)
    if whole is None or when.nth is None or when.nth == 0:
        return None
    if when.unit in ("quarter", "half"):
        months = MONTHS[when.unit] if larger.unit == "year" else 0
        count = 12 // months if months else 2
        nth = when.nth - 1 if when.nth > 0 else count + when.nth
        if not 0 <= nth < count:
            return None
        if months:
            return _months(whole.first.year * 12 + nth * months, months)
        middle = whole.first + dt.timedelta(15)
        return _days(middle, whole.last) if nth else _days(whole.first, middle - dt.timedelta(1))
    length = DAYS.get(when.unit)
    if length is None or when.unit == "weekend":
        return None
    if when.nth > 0:
        first = whole.first + dt.timedelta((when.nth - 1) * length)
        last = min(first + dt.timedelta(length - 1), whole.last)
    else:
        last = whole.last + dt.timedelta((when.nth + 1) * length)
        first = max(last - dt.timedelta(length - 1), whole.first)
    return _days(first, last) if whole.first <= first <= last <= whole.last else None


def _chosen(kept: Sequence[Dates], published: dt.date, side: str) -> Dates | None:
    """The one of the periods (in order of time) that lies to that side of the report's day."""
    if side in ("back", "before"):
        past = [p for p in kept if (p.first <= published if side == "back" else p.last < published)]
        return past[-1] if past else None
    if side in ("forward", "after"):
        coming = [p for p in kept if (p.last >= published if side == "forward" else p.first > published)]
        return coming[0] if coming else None
    return min(kept, key=lambda p: max((p.first - published).days, (published - p.last).days, 0), default=None)


@dataclass(frozen=True)
class _Shape:
    """How periods of one kind are laid out: that of a given year, those around a day, the one some units away."""

    of_year: Callable[[When], Dates | None]
    around: Callable[[dt.date], Iterable[Dates]]
    at: Callable[[dt.date, int], Dates | None]


def _shape(when: When) -> _Shape | None:
    """The layout of the periods that `when` names; None where it names none."""
    month, day, weekday = when.month, when.day, when.weekday
    if month is not None and not 1 <= month <= 12:
        return None
    if month is not None and day is not None:
        return _yearly(lambda year: _day(dt.date(year, month, day)))
    if month is not None:
        size = 3 if when.unit == "season" else 1
        return _yearly(lambda year: _months(year * 12 + month - 1, size))
    if day is not None:
        return _monthly(day)
    if weekday is not None:
        return _weekly(weekday)
    plain = _plain(when.unit)
    if plain is None or (when.year is None and when.offset is None):
        return None
    return _Shape(lambda w: plain(dt.date(w.year or 0, 1, 1), 0), lambda on: _tried(on, range(-1, 2), plain), plain)


def _yearly(of: Callable[[int], Dates]) -> _Shape:
    """Something that comes once a year; looked for over 8 years, since a leap day may be that far."""
    return _Shape(
        lambda when: of(when.year or 0),
        lambda on: _tried(on, range(-8, 9), lambda day, by: of(day.year + by)),
        lambda on, by: of(on.year + by),
    )


def _monthly(day: int) -> _Shape:
    """A day of the month."""

    def at(on: dt.date, by: int) -> Dates | None:
        first = _month_day(on.year * 12 + on.month - 1 + by, 1)
        return _day(first.replace(day=day))

    return _Shape(lambda _: None, lambda on: _tried(on, range(-2, 3), at), at)


def _weekly(weekday: int) -> _Shape:
    """A day of the week."""

    def at(on: dt.date, by: int) -> Dates | None:
        return _day(on + dt.timedelta(weekday - on.weekday() + 7 * by)) if 0 <= weekday < 7 else None

    return _Shape(lambda _: None, lambda on: _tried(on, range(-2, 3), at), at)


def _tried(on: dt.date, offsets: range, at: Callable[[dt.date, int], Dates | None]) -> Iterable[Dates]:
    """The periods at those offsets, without those that no calendar has (30 February)."""
    for by in offsets:
        try:
            period = at(on, by)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            yield period


DAYS = {"day": 1, "week": 7, "weekend": 7}
MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def _plain(unit: str) -> Callable[[dt.date, int], Dates] | None:
    """The period of that unit which is some units away from the one that holds a day."""
    if unit == "day":
        return lambda on, by: _day(on + dt.timedelta(by))
    if unit in ("week", "weekend"):
        return lambda on, by: _week(on, by, 0 if unit == "week" else 5)
    if unit in MONTHS:
        size = MONTHS[unit]
        return lambda on, by: _months(((on.year * 12 + on.month - 1) // size + by) * size, size)
    return None


def _week(on: dt.date, by: int, start: int) -> Dates:
    """A week from its weekday `start` on."""
    monday = on + dt.timedelta(7 * by - on.weekday())
    longer = 6 if (by, start, on.weekday()) == (-1, 0, 6) else 0  # some reckon the week from Sunday
    return _days(monday + dt.timedelta(start), monday + dt.timedelta(6 + longer))


def _day(day: dt.date) -> Dates:
    return Dates(day, day, day.isoformat())


def _days(first: dt.date, last: dt.date) -> Dates:
    return _joined(_day(first), _day(last))


def _months(months: int, size: int) -> Dates:
    """`size` whole months from month number `months` (counted from year 0) on."""
    first = _month_day(months, 1)
    last = _month_day(months + size - 1, 31)
    if size % 12 == 0:
        return Dates(first, last, _pair(f"{first.year:04}", f"{last.year:04}"))
    return Dates(first, last, _pair(first.isoformat()[:7], last.isoformat()[:7]))


def _pair(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
