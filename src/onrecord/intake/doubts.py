"""Where a page contradicts the date that it states. Only what cannot be otherwise is remarked on."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from onrecord.intake.stated import readings, stated
from onrecord.model.spans import Span

REMARK = "stated date contradicted by its text"
DAYS_APART = 3


def wrong_weekdays(text: str, headers: Iterable[Span]) -> Iterator[str]:
    """A remark for each header whose weekday is not that of its date."""
    for span in headers:
        for date in stated(span.of(text)):
            if date.weekday is not None and date.weekday not in {day.weekday() for day in date.days}:
                words = " ".join(span.of(text)[date.start : date.end].split())
                yield f"{REMARK}: {words!r} was a {date.days[0]:%A}"


def far_apart(published: str, text: str, others: Sequence[tuple[str, Span]]) -> Iterator[str]:
    """A remark for each other date of the page's frame (what it is, its words) that lies days from the one stated."""
    day = dt.date.fromisoformat(published)
    for what, span in others:
        words = span.of(text)
        days = readings((words,)) or [
            near for year in (day.year - 1, day.year, day.year + 1) for near in readings((words, f"{year}-01-01"))
        ]
        if days and min(abs((day - other).days) for other in days) > DAYS_APART:
            yield f"{REMARK}: {published} is stated, {what} says {' '.join(words.split())!r}"
