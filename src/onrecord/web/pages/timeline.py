"""Everything that happened, day by day, the newest first; what has no day comes last."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, export
from onrecord.model.iso import days
from onrecord.model.kinds import KINDS, happened
from onrecord.web.asked import PAGES, Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight
from onrecord.web.strips import drawn

HAPPENED = ("event", "contact", "control", "agreement", "compliance", "figure", "statement", "commitment")
AT_ONCE = 60
LAST_BUT_ONE = dt.date.max - dt.timedelta(days=1)
ROWS = 8


class Group(NamedTuple):
    """Entries of one day, by its ISO date; None: of no known day."""

    day: str | None
    entries: tuple[AnyEntry, ...]


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """The entries of the filter by day, with a strip of bars of how many there are when. Where no days are asked for,
    what lies ahead of the newest report stands apart, as what has no day does."""
    past = _past(sight, asked)
    counts, undated = sight.reader.tally(asked.filter), sight.reader.dateless(asked.filter)
    order = asked.order if asked.order in ("newest", "oldest") else "newest"
    number = _in_all(counts if past is asked else sight.reader.tally(past.filter))
    offset = (asked.number - 1) * AT_ONCE
    entries = sight.browse(HAPPENED, past.filter, order=order, limit=AT_ONCE, offset=offset)
    return Page(
        title="Timeline",
        template="timeline.html",
        shown={
            "groups": by_day(entries, order, *bounds(sight, asked)),
            "heads": sight.heads(cite for entry in entries for cite in entry.cites),
            "strip": drawn(sight.reader.days(HAPPENED, asked.filter), ROWS),
            "on_days": lambda since, until, kind: on_days(asked, since, until, kind),
            "number": number,
            "undated": _in_all(undated),
            "without_day": replace(asked.with_key("lacks:day"), since=None, until=None),
            "ahead": 0 if past is asked else _in_all(counts) - number - _in_all(undated),
            "then": _ahead(sight, asked),
            "order": order,
            "orders": ("newest", "oldest"),
            "first": offset + 1,
            "last": offset + len(entries),
            "parts": min(PAGES, -(-number // AT_ONCE)),
            "beyond": max(0, number - PAGES * AT_ONCE),
        },
        rows=lambda: [export(entry) for entry in entries],
    )


def _past(sight: Sight, asked: Asked) -> Asked:
    """The same up to the newest report, unless other days are asked for, or what has none."""
    if asked.since or asked.until or sight.day is None or "lacks:day" in asked.keys:
        return asked
    return replace(asked, until=sight.day.isoformat())


def _ahead(sight: Sight, asked: Asked) -> Asked:
    """What is asked for the days after the newest report."""
    after = (min(sight.day, LAST_BUT_ONE) + dt.timedelta(days=1)).isoformat() if sight.day else None
    return replace(asked, since=after, order="oldest", number=1, new=None)


def _in_all(counts: Mapping[str, int]) -> int:
    return sum(counts.get(kind, 0) for kind in HAPPENED)


def by_day(
    entries: Iterable[AnyEntry], order: str, first: dt.date | None = None, last: dt.date | None = None
) -> list[Group]:
    """The entries under the day on which what they tell ended, or began where the oldest come first. What began before
    the `first` day stands under that, what lasts beyond the `last` one under that, what lies wholly after it under its
    own days. Of one day what most reports tell comes first within its kind."""

    def day(entry: AnyEntry) -> str | None:
        told = happened(entry)
        covered = days(told)
        if covered is None or (last and covered[0] > last):
            return told if covered else None
        since = max(covered[0], first) if first and first <= covered[1] else covered[0]
        until = min(covered[1], last) if last and covered[0] <= last else covered[1]
        return (until if order == "newest" else since).isoformat()

    ranks = {kind: at for at, kind in enumerate((*HAPPENED, *KINDS))}
    found = []
    for at, group in groupby(entries, day):
        told = sorted(group, key=lambda entry: (ranks[entry.kind], -(entry.origins.reports if entry.origins else 1)))
        found.append(Group(at, tuple(told)))
    return found


def bounds(sight: Sight, asked: Asked) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day under which entries stand: those asked for, else up to that of the newest report."""
    since, until = (dt.date.fromisoformat(day) if day else None for day in (asked.since, asked.until))
    return since, until or (sight.day if since is None else None)


def on_days(asked: Asked, since: str, until: str, kind: str) -> Asked:
    """What is asked of the timeline for the entries of one kind in these days."""
    return replace(asked, since=since, until=until, number=1, new=None).with_key(f"kind:{kind}")
