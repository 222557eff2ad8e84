"""Dates as pages state them in their headers: full dates in letters or figures, read from their words alone."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name[:3].casefold(): number for number, name in enumerate(calendar.day_name)}

_MONTH = (
    r"(?P<{}>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?\s{0,2},?\s{1,2})?"
_FORMS = (
    r"(?<!\d)(?P<year1>\d{4})(?P<sep>[-/.])(?P<month1>\d{1,2})(?P=sep)(?P<day1>\d{1,2})(?!\d)",
    rf"\b{_DAY.format('day2')}(?:\s{{1,2}}of)?[\s/-]{{1,2}}{_MONTH.format('month2')}(?:\s?,\s{{0,2}}|[\s/-]{{1,2}})(?P<year2>\d{{4}}|\d\d\b(?!\s?:\d))",
    rf"\b{_MONTH.format('month3')}\s{{1,2}}(?:\d{{1,2}}\s?[–—-]\s?)?{_DAY.format('day3')}\s?[,.]?\s{{1,2}}(?P<year3>\d{{4}})\b",
    r"\b(?P<first>\d{1,2})(?P<sep4>[/.-])(?P<second>\d{1,2})(?P=sep4)(?P<year4>\d{4})\b",
)
DATE = re.compile(_WEEKDAY + "(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)
_PARTIAL = re.compile(
    rf"\b(?:{_DAY.format('day5')}\s{{1,2}}{_MONTH.format('month5')}|{_MONTH.format('month6')}\s{{1,2}}{_DAY.format('day6')})",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
PIVOT = 60
YEARS = range(1600, 2200)  # in which a report may be published: days about the ends of the calendar have no neighbours


class Stated(NamedTuple):
    """A date in a text: where it stands, the days it can mean (two where day and month may be swapped), its weekday."""

    start: int
    end: int
    days: tuple[dt.date, ...]
    weekday: int | None = None


def stated(words: str) -> list[Stated]:
    """The full dates in `words`; those that name no day of the calendar are left out."""
    return [date for found in DATE.finditer(words) if (date := _read(found)).days]


def in_column(words: str) -> dt.date | None:
    """The day that a table's cell gives; None where it gives none, or may mean two."""
    found = stated(words)
    if found:
        return found[0].days[0] if len(found[0].days) == 1 else None
    compact = _COMPACT.search(words)
    return _day(*map(int, compact.groups())) if compact else None


def date_header(value: object, words: Sequence[str]) -> bool:
    """The rule "date header": the words state that date, the last of them giving the year where the first do not."""
    return isinstance(value, str) and value in {day.isoformat() for day in readings(words)}


def readings(words: Sequence[str]) -> list[dt.date]:
    """The days that the words can mean: a full date, or a month and day with the year of a full date after them."""
    if len(words) == 1:
        return [day for date in stated(words[0]) for day in date.days]
    if len(words) != 2:
        return []
    years = {day.year for date in stated(words[1]) for day in date.days}
    return [day for year in years for partial in _PARTIAL.finditer(words[0]) if (day := _in_year(partial, year))]


def _read(found: re.Match[str]) -> Stated:
    group = found.groupdict()
    weekday = WEEKDAYS[group["weekday"].casefold()] if group["weekday"] else None
    return Stated(*found.span(), tuple(dict.fromkeys(_days(group))), weekday)


def _days(group: dict[str, str | None]) -> Iterator[dt.date]:
    for number in "123":
        year, month, day = (group[f"{unit}{number}"] for unit in ("year", "month", "day"))
        if year and month and day and (found := _day(_year(year), _month(month), int(day))):
            yield found
    if group["year4"] and group["first"] and group["second"]:
        year4, first, second = (int(group[name] or 0) for name in ("year4", "first", "second"))
        readings = [day for day in (_day(year4, second, first), _day(year4, first, second)) if day]
        yield from readings[:1] if group["sep4"] == "." else readings  # full stops stand between day, month and year


def _in_year(partial: re.Match[str], year: int) -> dt.date | None:
    group = partial.groupdict()
    month, day = group["month5"] or group["month6"], group["day5"] or group["day6"]
    return _day(year, _month(month), int(day))


def _year(words: str) -> int:
    year = int(words)
    if len(words) > 2:  # "0001" is a machine's word for no year
        return year
    return year + (1900 if year >= PIVOT else 2000)


def _month(words: str) -> int:
    return int(words) if words.isdigit() else MONTHS[words.casefold().rstrip(".")]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
