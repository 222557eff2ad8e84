"""How far the reading of reports is that somebody handed in, and which could not be read."""

import msgspec

from onrecord.errors import AddressError
from onrecord.model.entries import tidy
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight


def page(sight: Sight, _: Asked, id_: str) -> Page:
    """The job of that id. Raises AddressError where there is none."""
    job = sight.reader.job(id_)
    if job is None:
        raise AddressError("Nothing was handed in under this address.")
    return Page(
        title="Reading reports" if not job.is_over else "Reports were read",
        template="job.html",
        shown={"job": job},
        rows=lambda: [tidy(msgspec.to_builtins(job))],
    )
