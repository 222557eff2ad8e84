"""The situation at a glance: the latest figures, what is new, what is due, where accounts differ, where it is."""

from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """What the first screen answers, for the entries that the filter lets through."""
    wanted = asked.filter
    disputes = sight.browse(["dispute"], wanted, order="most reports", limit=4)
    return Page(
        title="Overview",
        template="overview.html",
        shown={"disputes": disputes, "heads": sight.heads(cite for each in disputes for cite in each.cites)},
    )
