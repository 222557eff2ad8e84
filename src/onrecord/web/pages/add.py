"""Handing in reports: files, or a text with what is known of it; and what was handed in before."""

import msgspec

from onrecord.model.entries import tidy
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight


def page(sight: Sight, _: Asked, __: str) -> Page:
    """The form, and the last jobs."""
    jobs = sight.reader.jobs()
    return Page(
        title="Add reports",
        template="add.html",
        shown={"jobs": jobs},
        rows=lambda: [tidy(msgspec.to_builtins(job)) for job in jobs],
    )
