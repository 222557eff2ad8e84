"""The times of a figure: the day it stands for, what it was counted over, and whether it is the report's own news."""

from typing import NamedTuple

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.figure_choice import Chosen
from onrecord.reading.figure_dates import dates_of, when_of
from onrecord.reading.figure_news import Setting, is_elsewhere, is_history, is_recent
from onrecord.reading.figure_tellers import Teller
from onrecord.reading.found import DateMention
from onrecord.reading.report import Paragraph


class Times(NamedTuple):
    """`as_of`, `period` and `recent` as a figure's finding holds them; `summed` where the words are "as of" or "by" a
    day, up to which the figure was counted."""

    as_of: Said[When] | None
    period: Said[When] | None
    recent: bool
    summed: bool = False


def times_of(setting: Setting, paragraph: Paragraph, each: Chosen, teller: Teller) -> Times | None:
    """When the figure holds; None where it is history, of another year or country, that the report tells in passing.

    What stands under a dated heading and gives no date holds on the day of the heading; a date that counts from
    another day ("on Sunday", "the next day") is there not known, for it counts from the heading's.
    """
    head = setting.heads.get(paragraph.index)
    dates = [date for date in dates_of(setting.found, paragraph, each) if date != head]
    if head is not None:
        dates = dates or [head]
        if any(_is_relative(date) for date in dates if date != head):
            return Times(None, None, False)
    as_of, period, summed = when_of(paragraph, each, dates, teller.on)
    recent = as_of is None and is_recent(setting, paragraph, each, teller.statement, period)
    dated = as_of is not None or period is not None
    if not dated and not recent and is_history(setting, paragraph, each):
        return None
    if not dated and is_elsewhere(setting, paragraph, each):
        return None
    return Times(as_of, period, recent, summed)


def _is_relative(date: DateMention) -> bool:
    """Whether the date counts from the day of writing."""
    when = date.when.value
    return when.offset is not None or when.span is not None or (when.weekday is not None and when.day is None)
