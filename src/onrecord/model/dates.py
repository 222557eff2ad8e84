"""Dates as the text gives them, and what they come to once the report's own date is known.

A reading never looks at the publication date, so "Monday" stays "the Monday before" (`When`) until `resolve` turns it
into days (`Dates`). Weekdays are 0 for Monday to 6 for Sunday; weeks start on Monday; months and days count from 1.
"""

import datetime as dt

from msgspec import Struct


class When(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A date in symbols.

    `unit`: what it names: day, week, weekend, month, season, quarter, year, decade.
    Absolute: `year`, `month`, `day`, `weekday` as far as given; `side` says which way a partial one is looked for from
    the report's date: back, forward or near.
    Relative: `offset` counts units from the report's ("yesterday": unit day, offset -1; "this month": month, 0).
    `span`: the last (negative) or coming (positive) number of units, ending or starting at the report's date ("the past
    two weeks": unit week, span -2). `part`: early, mid, late, start, end. `time`: `HH:MM` or morning, afternoon,
    evening, night. `bound`: how it limits: on, since, until, by, before, after, about, during. `until`: the other end
    of a range.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    side: str = "back"
    offset: int | None = None
    span: int | None = None
    part: str | None = None
    time: str | None = None
    bound: str = "on"
    until: "When | None" = None


class Dates(Struct, frozen=True):
    """The first and last day that a date covers, and its ISO form at its own precision.

    A range is written `a/b`, each end at its own precision: `2019-12/2020-02-07`.
    """

    first: dt.date
    last: dt.date
    iso: str


def resolve(when: When, published: dt.date | None) -> Dates | None:
    """What `when` comes to in a report of the day `published`; None where that cannot be known."""
    raise NotImplementedError
