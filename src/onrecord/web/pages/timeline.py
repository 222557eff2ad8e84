"""Everything that happened, day by day, the newest first; what has no day comes last."""

from collections.abc import Iterable
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
ROWS = 8


class Group(NamedTuple):
    """Entries of one day, by its ISO date; None: of no known day."""

    day: str | None
    entries: tuple[AnyEntry, ...]


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """The entries of the filter by day, with a strip of bars of how many there are when."""
    wanted = asked.filter
    counts, undated = sight.reader.tally(wanted), sight.reader.dateless(wanted)
    order = asked.order if asked.order in ("newest", "oldest") else "newest"
    number, offset = sum(counts.get(kind, 0) for kind in HAPPENED), (asked.number - 1) * AT_ONCE
    entries = sight.browse(HAPPENED, wanted, order=order, limit=AT_ONCE, offset=offset)
    return Page(
        title="Timeline",
        template="timeline.html",
        shown={
            "groups": by_day(entries, order),
            "heads": sight.heads(cite for entry in entries for cite in entry.cites),
            "strip": drawn(sight.reader.days(HAPPENED, wanted), ROWS),
            "on_days": lambda since, until, kind: on_days(asked, since, until, kind),
            "number": number,
            "undated": sum(undated.get(kind, 0) for kind in HAPPENED),
            "without_day": replace(asked.with_key("lacks:day"), since=None, until=None),
            "order": order,
            "orders": ("newest", "oldest"),
            "first": offset + 1,
            "last": offset + len(entries),
            "parts": min(PAGES, -(-number // AT_ONCE)),
        },
        rows=[export(entry) for entry in entries],
    )


def by_day(entries: Iterable[AnyEntry], order: str) -> list[Group]:
    """The entries under the day on which what they tell ended, or began where the oldest come first; of one day what
    most reports tell comes first within its kind."""

    def day(entry: AnyEntry) -> str | None:
        covered = days(happened(entry))
        return None if covered is None else covered[order == "newest"].isoformat()

    ranks = {kind: at for at, kind in enumerate((*HAPPENED, *KINDS))}
    found = []
    for at, group in groupby(entries, day):
        told = sorted(group, key=lambda entry: (ranks[entry.kind], -(entry.origins.reports if entry.origins else 1)))
        found.append(Group(at, tuple(told)))
    return found


def on_days(asked: Asked, since: str, until: str, kind: str) -> Asked:
    """What is asked of the timeline for the entries of one kind in these days."""
    return replace(asked, since=since, until=until, number=1, new=None).with_key(f"kind:{kind}")
