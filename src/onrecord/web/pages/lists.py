"""Long lists: the entries of one kind, or of a few that belong together, that the filter lets through."""

from collections.abc import Callable
from typing import NamedTuple

from onrecord.model.entries import export
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight

AT_ONCE = 50


class Listed(NamedTuple):
    """What a list holds, how it is ordered unless asked otherwise, and a sentence that says what it shows."""

    heading: str
    kinds: tuple[str, ...]
    order: str
    about: str


LISTS: dict[str, Listed] = {
    "figures": Listed(
        "Figures",
        ("figure",),
        "newest",
        "Values as reported, each with who says so. None is added up, none is a verdict.",
    ),
    "statements": Listed("Statements", ("statement",), "newest", "Who said what, in the words of the reports."),
    "events": Listed("Events", ("event",), "newest", "Who did what to whom, as told."),
    "commitments": Listed(
        "Deadlines",
        ("commitment",),
        "newest",
        "What was threatened, promised and demanded, and what is told of it since.",
    ),
    "agreements": Listed(
        "Agreements", ("agreement", "compliance"), "newest", "What was agreed, and who says that it was kept or broken."
    ),
    "control": Listed(
        "Control", ("control",), "newest", "Who is said to hold or move on what, as each side claims it."
    ),
    "contacts": Listed(
        "Contacts", ("contact",), "newest", "Calls, meetings and talks, held or planned, and their readouts."
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
        return _page(LISTS[name], sight, asked)

    return page


def _page(listed: Listed, sight: Sight, asked: Asked) -> Page:
    wanted = asked.filter
    counts, undated = sight.reader.tally(wanted), sight.reader.dateless(wanted)
    order, offset = asked.order or listed.order, (asked.number - 1) * AT_ONCE
    entries = sight.browse(listed.kinds, wanted, order=order, limit=AT_ONCE, offset=offset)
    number = sum(counts.get(kind, 0) for kind in listed.kinds)
    return Page(
        title=listed.heading,
        template="list.html",
        shown={
            "about": listed.about,
            "entries": entries,
            "heads": sight.heads(cite for entry in entries for cite in entry.cites),
            "number": number,
            "undated": sum(undated.get(kind, 0) for kind in listed.kinds),
            "order": order,
            "orders": _orders(listed.kinds),
            "first": offset + 1,
            "last": offset + len(entries),
            "parts": -(-number // AT_ONCE),
        },
        rows=[export(entry) for entry in entries],
    )


def _orders(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return ("most reports", "name") if kinds in (("actor",), ("place",)) else ("newest", "oldest", "most reports")
