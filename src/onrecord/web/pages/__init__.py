"""The pages, in one explicit list: what each is called in an address, who makes it, how it stands in the navigation.

A page is a function from a Sight, what is asked, and the id that it is about to a `Page`: pure, with no word of HTML.
To add one: a file here, a template, a line in PAGES.
"""

from collections.abc import Callable
from typing import NamedTuple

from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.pages import (
    actor,
    add,
    beside,
    entry,
    job,
    lists,
    overview,
    pick,
    place,
    readout,
    report,
    review,
    rulings,
    series,
    timeline,
)
from onrecord.web.pages import map as map_
from onrecord.web.sight import Sight

Build = Callable[[Sight, Asked, str], Page]


class Shown(NamedTuple):
    """A page: `heading` in the navigation (none: it is not there), the `kinds` whose number stands beside it, and
    whether it is about one thing, with an `id` in its address."""

    build: Build
    heading: str = ""
    kinds: tuple[str, ...] = ()
    of_one: bool = False


PAGES: dict[str, Shown] = {
    "overview": Shown(overview.page, "Overview"),
    "timeline": Shown(timeline.page, "Timeline", timeline.HAPPENED),
    "map": Shown(map_.page, "Map"),
    **{name: Shown(lists.page_of(name), each.heading, each.kinds) for name, each in lists.LISTS.items()},
    "review": Shown(review.page, "Review"),
    "rulings": Shown(rulings.page),
    "add": Shown(add.page, "Add reports"),
    "job": Shown(job.page, of_one=True),
    "entry": Shown(entry.page, of_one=True),
    "series": Shown(series.page, of_one=True),
    "pick": Shown(pick.page, of_one=True),
    "readout": Shown(readout.page, of_one=True),
    "actor": Shown(actor.page, of_one=True),
    "place": Shown(place.page, of_one=True),
    "report": Shown(report.page, of_one=True),
    "beside": Shown(beside.page, of_one=True),
}
NAVIGATION: tuple[tuple[str, ...], ...] = (
    ("overview", "timeline", "map"),
    ("figures", "statements", "events", "commitments", "agreements", "control", "contacts", "sites", "disputes"),
    ("reports", "copies", "actors", "places"),
    ("review", "add"),
)
