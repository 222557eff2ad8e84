"""The days on which an undated report says that its news was told, which pick its own from those that twins leave."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model.dates import When, resolve
from onrecord.model.findings import DateFinding, Observation
from onrecord.model.spans import Span

WEEK = range(7)
OPENING = 600  # letters of a report in which it says what its news is


class Told(NamedTuple):
    """A day of telling that the report names: its weekday and its whole date, as far as given."""

    weekday: int | None
    day: dt.date | None
    words: Span
    quote: str


def told(text: str, observations: Iterable[Observation]) -> list[Told]:
    """The days on which the report's own news was told."""
    found = []
    for each in observations:
        finding = each.finding
        if not isinstance(finding, DateFinding) or not finding.of_report:
            continue
        whole = resolve(finding.when.value, None)
        day = whole.first if whole is not None and whole.first == whole.last else None
        weekday = _weekday(finding.when.value)
        if weekday is not None or day is not None:
            found.append(Told(weekday, day, each.trigger, _quoted(text, each.trigger)))
    return found


def opening(text: str, within: Span, observations: Iterable[Observation]) -> list[Told]:
    """The first weekday of the past that the opening of the report, which stands at `within`, names without a date."""
    end = within.start + OPENING
    for each in sorted(observations, key=lambda seen: seen.trigger.start):
        when = each.finding.when.value if isinstance(each.finding, DateFinding) and each.trigger.end <= end else None
        weekday = _weekday(when) if when is not None and _is_recent(when) else None
        if weekday is not None:
            return [Told(weekday, None, each.trigger, _quoted(text, each.trigger))]
    return []


def _is_recent(when: When) -> bool:
    """Whether it is a weekday alone, told of the past: "Friday", "on Friday morning"."""
    alone = when.day is None and when.month is None and when.offset is None and when.nth is None
    return alone and when.unit == "day" and when.side == "back" and when.bound == "on" and when.until is None


def _weekday(when: When) -> int | None:
    return when.weekday if when.weekday in WEEK else None


def _quoted(text: str, words: Span) -> str:
    return " ".join(words.of(text).split())
