"""What is new: entries that newer reports told first, told again, or told otherwise."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from onrecord.model.entries import AnyEntry
from onrecord.model.filters import Filter
from onrecord.web.asked import Asked
from onrecord.web.sight import Sight

KINDS = ("dispute", "figure", "contact", "control", "commitment", "agreement", "compliance", "event", "statement")
DISPUTE = "dispute"
LAST_DAYS = 7  # of reports count as new where nobody says since when
REPORTS = 500
SEEN = 60  # of the newest entries of each kind are looked through
NEW, CHANGED, CONTRADICTED = "new", "changed", "contradicted"
RANK = {CONTRADICTED: 0, NEW: 1, CHANGED: 2}


class Item(Struct, frozen=True):
    """An entry and what is new about it: new, changed (told again by newer reports), contradicted."""

    entry: AnyEntry
    mark: str


class News(Struct, frozen=True):
    """What newer reports brought. `since` is the day from which on they were published, None where they are those
    added after the last visit; `reports` how many there are."""

    since: str | None
    reports: int
    items: tuple[Item, ...]


def news(sight: Sight, asked: Asked, most: int) -> News:
    """What is new since the day asked for, else since the reader's last visit, else in the last days of reports."""
    wanted = asked.filter
    if asked.new is None and asked.visited is not None and sight.as_of is None:
        added = sorted(sight.reader.logged("added", asked.visited))
        if added:
            return News(None, len(added), _items(sight, wanted, added[:REPORTS], most))
    since = asked.new or _days_before(sight.day)
    if since is None:
        return News(None, 0, ())
    reports = published(sight, wanted, since)
    return News(since, len(reports), _items(sight, wanted, reports, most))


def published(sight: Sight, wanted: Filter, since: str) -> list[str]:
    """Ids of the newest reports published on that day or later of which the filter lets something through."""
    until = wanted.until if wanted.until and wanted.until >= since else None
    newer = Filter(keys=wanted.keys, words=wanted.words, since=max(since, wanted.since or since), until=until)
    return [entry.id for entry in sight.browse(["document"], newer, limit=REPORTS)]


def _items(sight: Sight, wanted: Filter, reports: Sequence[str], most: int) -> tuple[Item, ...]:
    if not reports:
        return ()
    fresh = sight.reader.fresh(reports)
    new, changed = frozenset(fresh.new), frozenset(fresh.changed)
    found = []
    for kind in KINDS:
        seen = sight.browse([kind], wanted, limit=SEEN if kind != DISPUTE else most)
        known = [entry for entry in seen if entry.review != "rejected" and (entry.id in new or entry.id in changed)]
        known.sort(key=lambda entry: (entry.id in changed, -(entry.origins.reports if entry.origins else 1)))
        found.append([Item(entry, _mark(entry, new)) for entry in known[:most]])
    return tuple(sorted(_in_turns(found, most), key=lambda item: RANK[item.mark]))


def _mark(entry: AnyEntry, new: frozenset[str]) -> str:
    return CONTRADICTED if entry.kind == DISPUTE else NEW if entry.id in new else CHANGED


def _in_turns(groups: Sequence[Sequence[Item]], most: int) -> list[Item]:
    """One of each kind in turn, so that a frequent kind does not hide the others."""
    longest = max(map(len, groups), default=0)
    turns = [group[at] for at in range(longest) for group in groups if at < len(group)]
    return turns[:most]


def _days_before(day: dt.date | None) -> str | None:
    return (day - dt.timedelta(days=LAST_DAYS)).isoformat() if day else None
