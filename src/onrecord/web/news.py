"""What is new: entries that newer reports told first, told again, or told otherwise."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, DocumentEntry
from onrecord.model.filters import Filter
from onrecord.web.asked import Asked
from onrecord.web.saying import evidence
from onrecord.web.sight import Sight

DISPUTE = "dispute"
RARE = (DISPUTE, "contact", "control", "commitment", "agreement", "compliance")
FAMILIES = ((RARE, 4), (("figure", "event"), 3), (("statement",), 1))  # kinds, and how many times as many are looked at
LAST_DAYS = 7  # of reports count as new where nobody says since when
REPORTS = 500
NEW, CHANGED, CONTRADICTED = "new", "changed", "contradicted"
ORDER = (DISPUTE, "figure", *RARE[1:], "event", "statement")
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
            reports = [each for each in sight.entries_at(added[:REPORTS]) if isinstance(each, DocumentEntry)]
            return News(None, len(added), _items(sight, wanted, reports, most))
    since = asked.new or _days_before(sight.day)
    if since is None:
        return News(None, 0, ())
    reports = published(sight, wanted, since)
    return News(since, len(reports), _items(sight, wanted, reports, most))


def published(sight: Sight, wanted: Filter, since: str) -> list[DocumentEntry]:
    """The newest reports published on that day or later of which the filter lets something through."""
    newer = Filter(keys=wanted.keys, words=wanted.words, since=since)
    return [entry for entry in sight.browse(["document"], newer, limit=REPORTS) if isinstance(entry, DocumentEntry)]


def _items(sight: Sight, wanted: Filter, reports: Sequence[DocumentEntry], most: int) -> tuple[Item, ...]:
    if not reports:
        return ()
    names = {report.doc for report in reports}
    within = replace(wanted, keys=(*wanted.keys, *(f"report:{report.id}" for report in reports)))
    found: dict[str, list[Item]] = {}
    for kinds, times in FAMILIES:
        for entry in sight.browse(kinds, within, limit=times * most):
            mark = _mark(entry, names)
            if mark is not None and entry.review != "rejected":
                found.setdefault(entry.kind, []).append(Item(entry, mark))
    for items in found.values():
        items.sort(key=lambda item: (item.mark == CHANGED, -(item.entry.origins.reports if item.entry.origins else 1)))
    return tuple(
        sorted(_in_turns([found[kind] for kind in ORDER if kind in found], most), key=lambda item: RANK[item.mark])
    )


def _mark(entry: AnyEntry, names: AbstractSet[str]) -> str | None:
    """What the reports of these names did to the entry; None where they are no evidence of it."""
    standing = {cite.doc in names for cite in evidence(entry)}
    if True not in standing:
        return None
    if entry.kind == DISPUTE:
        return CONTRADICTED
    return NEW if standing == {True} else CHANGED


def _in_turns(groups: Sequence[Sequence[Item]], most: int) -> list[Item]:
    """One of each kind in turn, so that a frequent kind does not hide the others."""
    longest = max(map(len, groups), default=0)
    turns = [group[at] for at in range(longest) for group in groups if at < len(group)]
    return turns[:most]


def _days_before(day: dt.date | None) -> str | None:
    return dt.date.fromordinal(max(1, day.toordinal() - LAST_DAYS)).isoformat() if day else None
