"""When the reader last looked: one cookie that holds the beginning of the visit and the last page of it.

A visit ends where nothing was asked for half an hour; what is new is counted from the end of the one before it.
"""

import datetime as dt
from typing import NamedTuple

COOKIE = "seen"
PAUSE = dt.timedelta(minutes=30)
KEPT = 400 * 86_400  # seconds
BETWEEN = "~"


class Visit(NamedTuple):
    """`before`: when the last visit ended, None at the first one; `kept`: what the cookie holds from now on."""

    before: str | None
    kept: str


def visit(cookie: str | None, now: dt.datetime) -> Visit:
    """The present visit, by what the browser sent, which anybody may have written."""
    before, last = _read(cookie, now)
    if last is not None and now - last > PAUSE:
        before = last
    return Visit(_iso(before) if before else None, BETWEEN.join((_iso(before) if before else "", _iso(now))))


def _read(cookie: str | None, now: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    first, _, second = (cookie or "").partition(BETWEEN)
    return _time(first, now), _time(second, now)


def _time(text: str, now: dt.datetime) -> dt.datetime | None:
    """The time it says; None where it says none, or one to come."""
    try:
        read = dt.datetime.fromisoformat(text) if text else None
        return read.astimezone(dt.UTC) if read is not None and read.tzinfo is not None and read <= now else None
    except (ValueError, OverflowError):
        return None


def _iso(time: dt.datetime) -> str:
    return time.isoformat(timespec="seconds")
