"""Dates as the text gives them, and what they come to once the report's own date is known.

A reading never looks at the publication date, so "Monday" stays "the Monday before" (`When`) until `resolve` turns it
into days (`Dates`). Weekdays are 0 for Monday to 6 for Sunday; weeks start on Monday; months and days count from 1;
seasons are those of the northern half of the world.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from onrecord.model.periods import (
    DAYS,
    MONTHS,
    Dates,
    Layout,
    joined,
    monthly,
    of_unit,
    one_day,
    shifted,
    stretch,
    weekly,
    whole_months,
    yearly,
)

__all__ = ["Dates", "When", "far_back", "resolve"]


JUST_GONE = 31  # days
FAR_BACK = 366  # days


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


def resolve(when: When, published: dt.date | None) -> Dates | None:
    """What `when` comes to in a report of the day `published`; None where that cannot be known. Never raises.

    - Without `published`, only dates that name their year resolve, and no "since", whose end is the report's day.
    - A partial date is the latest that has begun by the report's day (back) or the earliest that is not over (forward):
      in February, "February" is this one either way. "29 February" is looked for in leap years, and "Tuesday, 8 August"
      on the other side where only there it is a Tuesday. A day that was to come and went by in the last month
      ("was due on 1 March", told on 10 March) is this year's.
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
        found = _resolve(when, published)
    except (ValueError, OverflowError):
        return None
    has_neighbours = found is not None and found.first.year > dt.MINYEAR and found.last.year < dt.MAXYEAR
    return found if has_neighbours else None


def far_back(dates: Dates, published: dt.date) -> bool:
    """Whether `dates` were over more than a year before the report of the day `published`: history, no news."""
    return (published - dates.last).days > FAR_BACK


def _resolve(when: When, published: dt.date | None) -> Dates | None:
    if when.until is not None:
        return _between(when, when.until, published)
    period = _period(when, published)
    if period is None:
        return None
    if when.bound == "since":
        return None if published is None or period.first > published else joined(period, one_day(published))
    if when.bound in ("by", "until", "before") and when.part in ("start", "end"):
        return one_day(period.first if when.part == "start" else period.last)
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
    return None if end is None or end.last < start.first else joined(start, end)


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
    return stretch(first, last) if days else Dates(first, last, period.iso)


def _period(when: When, published: dt.date | None) -> Dates | None:
    """The whole period that is named, before its part and bound are looked at."""
    if when.span is not None:
        return None if published is None else _spanned(when.unit, when.span, published)
    if when.nth is not None:
        return _counted(when, published)
    layout = _layout(when)
    if when.offset is not None:
        return None if published is None or layout is None else layout.at(published, when.offset)
    if layout is None:
        return None
    if when.year is not None:
        return layout.of_year(when.year)
    return None if published is None else _nearest(when, list(layout.around(published)), published)


def _nearest(when: When, periods: Sequence[Dates], published: dt.date) -> Dates | None:
    """The one of `periods` on the date's side, or on the other where only that has its weekday, or where it has just
    gone by and would not come again for a year; a month that has just gone by may be either, so is none."""
    found = _chosen(periods, published, when.side)
    other = _chosen(periods, published, "after" if when.side in ("back", "before") else "before")
    if found is None or other is None:
        return found
    if when.weekday is not None and when.day is not None:
        return found if found.first.weekday() == when.weekday or other.first.weekday() != when.weekday else other
    gone_by = when.side == "forward" and when.month is not None and (published - other.last).days <= JUST_GONE
    return found if not gone_by else other if when.day is not None else None


def _spanned(unit: str, span: int, published: dt.date) -> Dates | None:
    other = shifted(unit, published, span)
    return None if other is None else stretch(min(other, published), max(other, published))


def _counted(when: When, published: dt.date | None) -> Dates | None:
    """The nth day, week, quarter or half of the period that is named beside it."""
    unit = "month" if when.month or (when.offset is not None and when.unit in ("day", "week")) else "year"
    larger = msgspec.structs.replace(when, nth=None, unit=unit, bound="on", part=None)
    whole = _period(larger, published)
    if whole is None or not when.nth:
        return None
    if when.unit in ("quarter", "half"):
        return _fraction(whole, when.unit, when.nth, unit)
    length = DAYS.get(when.unit)
    if length is None or when.unit == "weekend":
        return None
    if when.nth > 0:
        first = whole.first + dt.timedelta((when.nth - 1) * length)
        last = min(first + dt.timedelta(length - 1), whole.last)
    else:
        last = whole.last + dt.timedelta((when.nth + 1) * length)
        first = max(last - dt.timedelta(length - 1), whole.first)
    return stretch(first, last) if whole.first <= first <= last <= whole.last else None


def _fraction(whole: Dates, unit: str, nth: int, of: str) -> Dates | None:
    """The nth quarter or half of a year, or half of a month (which turns after the 15th)."""
    count = 12 // MONTHS[unit] if of == "year" else 2
    place = nth - 1 if nth > 0 else count + nth
    if not 0 <= place < count or (of == "month" and unit == "quarter"):
        return None
    if of == "year":
        return whole_months(whole.first.year * 12 + place * MONTHS[unit], MONTHS[unit])
    middle = whole.first + dt.timedelta(15)
    return stretch(middle, whole.last) if place else stretch(whole.first, middle - dt.timedelta(1))


def _chosen(kept: Sequence[Dates], published: dt.date, side: str) -> Dates | None:
    """The one of the periods (in order of time) that lies to that side of the report's day."""
    if side in ("back", "before"):
        past = [p for p in kept if (p.first <= published if side == "back" else p.last < published)]
        return past[-1] if past else None
    if side in ("forward", "after"):
        coming = [p for p in kept if (p.last >= published if side == "forward" else p.first > published)]
        return coming[0] if coming else None
    return min(kept, key=lambda p: max((p.first - published).days, (published - p.last).days, 0), default=None)


def _layout(when: When) -> Layout | None:
    """The layout of the periods that `when` names; None where it names none."""
    month, day, weekday = when.month, when.day, when.weekday
    if month is not None and not 1 <= month <= 12:
        return None
    if month is not None and day is not None:
        return yearly(lambda year: one_day(dt.date(year, month, day)))
    if month is not None:
        size = 3 if when.unit == "season" else 1
        return yearly(lambda year: whole_months(year * 12 + month - 1, size))
    if day is not None:
        return monthly(day)
    if weekday is not None:
        return weekly(weekday)
    relative = when.year is None and when.offset is None and when.unit != "weekend"  # "the weekend" is the nearest
    return None if relative else of_unit(when.unit)
