"""Long lists: the entries of one kind, or of a few that belong together, that the filter lets through."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, CopyEntry, FigureEntry, export
from onrecord.model.series import Series, series_of
from onrecord.web.asked import PAGES, Asked
from onrecord.web.charts import chart
from onrecord.web.duedays import ahead, sought
from onrecord.web.page import Page
from onrecord.web.pages.timeline import Group, bounds, by_day
from onrecord.web.sight import Sight

AT_ONCE = 50
NEWEST = 150  # figures, among which series are sought
SERIES, DUE = 4, 6


class Listed(NamedTuple):
    """What a list holds, how it is ordered unless asked otherwise, a sentence that says what it shows, and whether days
    are its headings."""

    heading: str
    kinds: tuple[str, ...]
    order: str
    about: str
    by_day: bool = False


LISTS: dict[str, Listed] = {
    "figures": Listed(
        "Figures",
        ("figure",),
        "newest",
        "Values as reported, each with who says so. None is added up, none is a verdict.",
        by_day=True,
    ),
    "statements": Listed(
        "Statements", ("statement",), "newest", "Who said what, in the words of the reports.", by_day=True
    ),
    "events": Listed("Events", ("event",), "newest", "Who did what to whom, as told.", by_day=True),
    "commitments": Listed(
        "Deadlines",
        ("commitment",),
        "newest",
        "What was threatened, promised and demanded, and what is told of it since.",
        by_day=True,
    ),
    "agreements": Listed(
        "Agreements", ("agreement", "compliance"), "newest", "What was agreed, and who says that it was kept or broken."
    ),
    "control": Listed(
        "Control", ("control",), "newest", "Who is said to hold or move on what, as each side claims it.", by_day=True
    ),
    "contacts": Listed(
        "Contacts",
        ("contact",),
        "newest",
        "Calls, meetings and talks, held or planned, and their readouts.",
        by_day=True,
    ),
    "sites": Listed(
        "Sites", ("site",), "newest", "Posts, bases, crossings, camps and hospitals, and the state they are in."
    ),
    "disputes": Listed(
        "Disputes", ("dispute",), "most reports", "Where accounts differ, side by side, with no verdict."
    ),
    "reports": Listed("Reports", ("document",), "newest", "The reports that the record was read from."),
    "copies": Listed("Copies", ("copy",), "most reports", "Words that several reports carry: they count once."),
    "actors": Listed("Actors", ("actor",), "most reports", "Whom the reports name."),
    "places": Listed("Places", ("place",), "most reports", "Where, as far as the reports say."),
}


def page_of(name: str) -> Callable[[Sight, Asked, str], Page]:
    """The maker of the list's page."""

    def page(sight: Sight, asked: Asked, _: str) -> Page:
        return _page(name, LISTS[name], sight, asked)

    return page


def _page(name: str, listed: Listed, sight: Sight, asked: Asked) -> Page:
    wanted = asked.filter
    counts, undated = sight.reader.tally(wanted), sight.reader.dateless(wanted)
    order, offset = asked.order or listed.order, (asked.number - 1) * AT_ONCE
    entries = sight.browse(listed.kinds, wanted, order=order, limit=AT_ONCE, offset=offset)
    number = sum(counts.get(kind, 0) for kind in listed.kinds)
    is_by_day = listed.by_day and order in ("newest", "oldest")
    before = AHEAD.get(name, _nothing)(sight, asked) if asked.number == 1 else {}
    cited = [*entries, *before.get("entries", ())]
    shown, carried = _folded(entries)
    return Page(
        title=listed.heading,
        template="list.html",
        shown={
            "about": listed.about,
            "groups": by_day(shown, order, *bounds(sight, asked)) if is_by_day else [Group(None, tuple(shown))],
            "is_by_day": is_by_day,
            "heads": sight.heads(cite for entry in cited for cite in entry.cites),
            "before": before,
            "number": number,
            "undated": sum(undated.get(kind, 0) for kind in listed.kinds),
            "without_day": replace(asked.with_key("lacks:day"), since=None, until=None),
            "order": order,
            "orders": _orders(listed.kinds),
            "first": offset + 1,
            "last": offset + len(entries),
            "parts": min(PAGES, -(-number // AT_ONCE)),
            "beyond": max(0, number - PAGES * AT_ONCE),
            "carried": carried,
            "folded": len(shown) if carried else 0,
        },
        rows=lambda: [export(entry) for entry in entries],
    )


def _folded(entries: Sequence[AnyEntry]) -> tuple[list[AnyEntry], Mapping[str, list[CopyEntry]]]:
    """The entries, of the copies between the same reports the first alone, and the others by its id."""
    first: dict[tuple[str, ...], str] = {}
    shown: list[AnyEntry] = []
    carried = defaultdict[str, list[CopyEntry]](list)
    for entry in entries:
        if isinstance(entry, CopyEntry) and entry.docs in first:
            carried[first[entry.docs]].append(entry)
            continue
        if isinstance(entry, CopyEntry):
            first[entry.docs] = entry.id
        shown.append(entry)
    return shown, carried


def _series(sight: Sight, asked: Asked) -> dict[str, Any]:
    """The drawings of the series that have most values among the newest figures of the filter."""
    figures = [each for each in sight.browse(["figure"], asked.filter, limit=NEWEST) if isinstance(each, FigureEntry)]
    ranked = sorted(series_of(figures), key=lambda each: (-_different(each), each.id))
    drawn = ((each, chart(each.values)) for each in ranked)
    shown = list(islice(((each, drawing) for each, drawing in drawn if drawing), SERIES))
    return {"template": "before_figures.html", "series": shown, "more": len(ranked) - len(shown)} if shown else {}


def _due(sight: Sight, asked: Asked) -> dict[str, Any]:
    """The deadlines of the filter about the day, as they stand on it."""
    due = sought(sight, asked.filter).first(DUE, DUE, DUE)
    if not due.all:
        return {}
    return {
        "template": "before_commitments.html",
        "due": due,
        "ahead": lambda each: ahead(each.due, sight.day),
        "entries": due.all,
    }


def _nothing(_: Sight, __: Asked) -> dict[str, Any]:
    return {}


AHEAD: dict[str, Callable[[Sight, Asked], dict[str, Any]]] = {"figures": _series, "commitments": _due}


def _different(series: Series) -> int:
    return len({(value.as_of, value.value, value.per) for value in series.values})


def _orders(kinds: tuple[str, ...]) -> tuple[str, ...]:
    if kinds in (("actor",), ("place",)):
        return ("most reports", "name")
    return ("newest", "oldest") if kinds == ("document",) else ("newest", "oldest", "most reports")
