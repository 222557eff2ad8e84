"""The times of a figure: the day it stands for, what it was counted over, and whether it is the report's own news."""

import datetime as dt
from typing import NamedTuple

from msgspec import structs

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.figures.abroad import is_elsewhere
from onrecord.reading.figures.amounts import scan
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import auxiliaries, verb_of
from onrecord.reading.figures.dates import PERIODS, dates_of, told_on, when_of
from onrecord.reading.figures.news import is_heard_of, is_recent
from onrecord.reading.figures.past import is_history, is_long_ago, is_of_past, is_summed_up
from onrecord.reading.figures.setting import Setting
from onrecord.reading.figures.tellers import Teller
from onrecord.reading.found import DateMention
from onrecord.reading.report import Paragraph

COUPLE = "couple"


class Times(NamedTuple):
    """`as_of`, `period` and `recent` as a figure's finding holds them, but for a `vague` period, of no told length ("in
    recent days"); `summed` where the words are "as of" or "by" a day, up to which it was counted."""

    as_of: Said[When] | None
    period: Said[When] | None
    recent: bool
    summed: bool = False
    vague: bool = False


def times_of(setting: Setting, paragraph: Paragraph, each: Chosen, teller: Teller) -> Times | None:
    """When the figure holds; None where it is history, of another year or country, that the report tells in passing.

    What stands under a dated heading and gives no date holds on the day of the heading, or as of it where the heading
    gives the hour or the words are of what is done by then ("have fled"). A date that counts from another day ("on
    Sunday", "the next day") is there not known, for it counts from the heading's.
    """
    head = setting.heads.get(paragraph.index)
    dates = [date for date in dates_of(setting.found, paragraph, each) if date != head]
    on = teller.on or (told_on(setting.found, paragraph, each) if teller.per else None)
    if head is not None:
        if not head.when.value.time and any(_is_relative(date) for date in dates):
            return Times(None, None, False)
        if not dates and (head.when.value.time or auxiliaries(verb_of(paragraph.doc, each.clause)) & {"has", "have"}):
            return Times(on or head.when, None, False)
        dates = dates or [head]
    heard = is_heard_of(paragraph.doc, each)
    as_of, period, summed = when_of(paragraph, each, dates, None if heard else on)
    if period is not None and on is not None and not _is_told_at_once(setting, paragraph, on):
        period = None if _is_relative_stretch(period) else period
    since = period or (_since(dates[0].when) if summed and as_of is None else None)  # begun "last week": on which day?
    recent = as_of is None and not heard and is_recent(setting, paragraph, each, teller.statement, since)
    recent = recent and (bool(teller.per) or not is_summed_up(paragraph.doc, each))
    days = as_of or period
    if days is None and not recent and is_history(setting, paragraph, each):
        return None
    if is_long_ago(setting, paragraph, days) or (
        is_of_past(setting, paragraph, days) and is_elsewhere(setting, paragraph, each)
    ):
        return None
    return Times(as_of, period, recent, summed, period is not None and _is_vague(period, setting.report.text))


def _is_vague(period: Said[When], text: str) -> bool:
    """Whether it is of some days or weeks, nobody says how many: "in recent days", "over the last couple of weeks"."""
    words = " ".join(span.of(text) for span in period.words).lower().split()
    uncounted = words[-1].endswith("s") and not any(scan(" ".join(words)))
    return period.value.span is not None and (uncounted or COUPLE in words)


def _since(begun: Said[When]) -> Said[When]:
    return structs.replace(begun, value=structs.replace(begun.value, bound="since"))


def _is_relative(date: DateMention) -> bool:
    """Whether the date counts from the day of writing."""
    when = date.when.value
    return when.offset is not None or when.span is not None or (when.weekday is not None and when.day is None)


def _is_relative_stretch(period: Said[When]) -> bool:
    """Whether the period runs up to the day on which somebody speaks: "in the past week"."""
    return period.value.span is not None or (period.value.unit in PERIODS and period.value.offset is not None)


def _is_told_at_once(setting: Setting, paragraph: Paragraph, on: Said[When]) -> bool:
    """Whether the day on which somebody spoke is that of the report."""
    published = setting.report.document.parts[paragraph.part].published
    said = on.value
    if published is None:
        return False
    day = dt.date.fromisoformat(published.value[:10]) if len(published.value) >= 10 else None
    if said.unit == "day" and said.offset == 0 and said.weekday is None:
        return True
    if day is None or said.offset is not None:
        return False
    return (said.day, said.weekday) in ((day.day, None), (day.day, day.weekday()), (None, day.weekday()))
