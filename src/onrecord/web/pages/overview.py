"""The situation at a glance: the latest figures, what is new, what is due, where accounts differ, when and where."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, DisputeEntry, DocumentEntry, export
from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.model.iso import days, in_words
from onrecord.web.asked import Asked
from onrecord.web.duedays import Deadlines, ahead, sought
from onrecord.web.keyfigures import Card, cards, initials, main_country
from onrecord.web.news import News, news
from onrecord.web.page import Page
from onrecord.web.pages.timeline import HAPPENED, on_days
from onrecord.web.saying import facing
from onrecord.web.sight import Sight
from onrecord.web.strips import drawn

WHERE = ("place", "country")  # what a filter asks of a place
CARDS, NEWS, DISPUTES, COMING, OVER, NO_DAY, SPOTS, ROWS = 4, 7, 2, 4, 2, 1, 60, 4


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """What the first screen answers, for the entries that the filter lets through."""
    wanted = asked.filter
    counts = sight.reader.tally(wanted)
    country = main_country(sight, wanted)
    key, new = cards(sight, wanted, country, CARDS), news(sight, asked, NEWS)
    due = sought(sight, wanted)
    disputes = sharpest(sight, wanted)
    shown = [*new_entries(new), *disputes]
    return Page(
        title=_title(sight, wanted, country),
        template="overview.html",
        shown={
            "counts": counts,
            "cards": key,
            "short": initials(sight, [figure for card in key for figure in (card.figure, *card.rivals)]),
            "news": new,
            "new_since": asked.new or new.since,
            "due": due.first(COMING, OVER, NO_DAY),
            "ahead": lambda each: ahead(each.due, sight.day),
            "disputes": disputes,
            "heads": sight.heads(cite for each in shown for cite in each.cites),
            "strip": drawn(sight.reader.days(HAPPENED, wanted), ROWS),
            "on_days": lambda since, until, kind: on_days(asked, since, until, kind),
            "spots": sight.reader.spots(wanted, SPOTS, HAPPENED),
            "undated": _happening(sight.reader.dateless(wanted)),
            "unplaced": _happening(sight.reader.placeless(wanted)),
            "happening": _happening(counts),
            "lacking": lambda what: lacking(asked, what),
            "is_placed": any(prefix_of(key) in WHERE for key in asked.keys),
        },
        rows=lambda: _rows(key, new, due.first(COMING, OVER, NO_DAY), disputes),
    )


def sharpest(sight: Sight, wanted: Filter) -> list[DisputeEntry]:
    """The disputes with most reports that have two sides to show, those over the same words once."""
    found = sight.browse(["dispute"], wanted, order="most reports", limit=4 * DISPUTES)
    kept: list[DisputeEntry] = []
    seen: set[str] = set()
    for entry in found:
        if (
            isinstance(entry, DisputeEntry)
            and entry.review != "rejected"
            and len({side.by for side in entry.sides}) > 1
        ):
            quotes = {entry.cites[side.cite].quote for side in facing(entry, 2)}
            kept += [] if quotes & seen else [entry]
            seen |= quotes
    return kept[:DISPUTES]


def new_entries(new: News) -> list[AnyEntry]:
    return [item.entry for item in new.items]


def lacking(asked: Asked, what: str) -> Asked:
    """What is asked for that of which no day or no place is known: no days are asked for then, or no place."""
    if what == "day":
        return replace(asked.with_key("lacks:day"), since=None, until=None, new=None)
    anywhere = tuple(key for key in asked.keys if prefix_of(key) not in WHERE)
    return replace(asked, keys=anywhere, new=None).with_key("lacks:place")


def _title(sight: Sight, wanted: Filter, country: str | None) -> str:
    """The country that most of it is of, and the days of the reports: "Syria, 3 Feb to 2 Mar 2020"."""
    first = [*sight.browse(["document"], wanted, order="oldest", limit=1), *_newest(sight, wanted)]
    dated = [covered for each in first if isinstance(each, DocumentEntry) and (covered := days(each.published))]
    if not dated:
        return country or "Overview"
    period = f"{min(each[0] for each in dated)}/{max(each[1] for each in dated)}"
    return f"{country}, {_spoken(period)}" if country else _spoken(period)


def _newest(sight: Sight, wanted: Filter) -> list[AnyEntry]:
    return sight.browse(["document"], wanted, limit=1)


def _spoken(period: str) -> str:
    first, _, last = period.partition("/")
    return in_words(first if first == last else period)


def _happening(counts: dict[str, int]) -> int:
    return sum(counts.get(kind, 0) for kind in HAPPENED)


def _rows(key: list[Card], new: News, due: Deadlines, disputes: list[DisputeEntry]) -> Iterator[dict[str, Any]]:
    """What the page shows, each entry with the part of the page that it stands in."""
    yield from ({"part": "figures", **export(card.figure)} for card in key)
    yield from ({"part": item.mark, **export(item.entry)} for item in new.items)
    yield from ({"part": "deadlines", **export(each)} for each in due.all)
    yield from ({"part": "differs", **export(each)} for each in disputes)
