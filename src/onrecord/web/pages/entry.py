"""One entry: what is on record, in whose words, told by whom, and why its tellings are one."""

from onrecord.errors import AddressError
from onrecord.model.entries import export
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight


def page(sight: Sight, _: Asked, id_: str) -> Page:
    """The entry at the address: its id, or that of any observation in it. Raises AddressError where there is none."""
    entry = sight.entry(id_)
    if entry is None:
        raise AddressError("No entry of this record stands at this address.")
    return Page(
        title=entry.kind.capitalize(),
        template="entry.html",
        shown={"entry": entry, "heads": sight.heads(entry.cites)},
        rows=[export(entry)],
    )
