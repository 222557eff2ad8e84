"""The record's ISO dates, of any precision, as days to compare and as words to read."""

import calendar
import datetime as dt
from functools import lru_cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=16384)  # a record has few days and many entries
def days(iso: str | None) -> tuple[dt.date, dt.date] | None:
    """The first and last day that `iso` covers: `2020`, `2020-02`, `2020-02-03`, with a time, or `a/b` of these.

    None where it is absent or no such date.
    """
    if not iso:
        return None
    first, _, last = iso.partition("/")
    try:
        return _bounds(first)[0], _bounds(last or first)[1]
    except (ValueError, OverflowError):  # a year of ten digits is more than a date can hold
        return None


def in_words(iso: str) -> str:
    """`7 Feb 2020`, `Feb 2020`, `2020`, `3 to 5 Feb 2020`; `iso` itself where it is no date."""
    if days(iso) is None:
        return iso
    first, _, last = iso.partition("/")
    if not last or last == first:
        return " ".join(_spoken(first))
    one, two = _spoken(first), _spoken(last)
    if len(one) == len(two):
        while len(one) > 1 and one[-1] == two[len(one) - 1]:
            one = one[:-1]
    return f"{' '.join(one)} to {' '.join(two)}"


def within(iso: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether any day that `iso` covers lies from `since` to `until`; unknown dates lie everywhere."""
    covered = days(iso)
    return covered is None or ((since is None or covered[1] >= since) and (until is None or covered[0] <= until))


def _bounds(iso: str) -> tuple[dt.date, dt.date]:
    numbers = [int(part) for part in iso[:10].split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _spoken(iso: str) -> list[str]:
    """Day, month and year as far as given."""
    year, *rest = iso[:10].split("-")
    words = [MONTHS[int(rest[0]) - 1]] if rest else []
    if len(rest) > 1:
        words.insert(0, str(int(rest[1])))
    return [*words, year]
