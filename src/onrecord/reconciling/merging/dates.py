"""What a symbolic date comes to in a report whose own date is known, as entries write it."""

import datetime as dt
from typing import NamedTuple

from onrecord.model.dates import Dates, When, resolve
from onrecord.model.frames import PartDate

REPORT_DATE = "report date"
DAY = len("2020-02-26")


class Dated(NamedTuple):
    """An ISO date or range, and whether the words state it or give it relative to something."""

    iso: str
    basis: str


def day_of(date: PartDate) -> dt.date | None:
    """The report's own day, where it is known to the day."""
    return dt.date.fromisoformat(date.published) if date.published and len(date.published) == DAY else None


def dated(when: When, date: PartDate) -> Dated | None:
    """What `when` comes to in a report so dated; None where that cannot be known."""
    found = resolve(when, day_of(date))
    return Dated(found.iso, basis(when)) if found else None


def counted_over(when: When, date: PartDate) -> str | None:
    """A period as of the report's day: what has not passed by then is not counted yet."""
    published = day_of(date)
    found = resolve(when, published)
    if found is None:
        return None
    return clipped(found, published) if published is not None else found.iso


def clipped(found: Dates, published: dt.date) -> str:
    """The period up to the report's day where it holds that day and goes on after it."""
    start, ranged, end = found.iso.partition("/")
    following = (published + dt.timedelta(days=1)).isoformat()
    goes_on = found.last > published or following.startswith(end or start)
    if not (found.first <= published and goes_on):
        return found.iso
    start = start if ranged else found.first.isoformat()
    return published.isoformat() if start == published.isoformat() else f"{start}/{published.isoformat()}"


def basis(when: When) -> str:
    """relative where the words count from another day or name a weekday alone, stated otherwise."""
    counted = when.offset is not None or when.span is not None
    weekday_alone = when.weekday is not None and when.day is None
    return "relative" if counted or weekday_alone else "stated"


def up_to_report(date: PartDate) -> str | None:
    """The report's day and the day before it: when something told as news was said."""
    published = day_of(date)
    if published is None:
        return None
    return f"{(published - dt.timedelta(days=1)).isoformat()}/{published.isoformat()}"
