"""What people ruled: who, when, what, on which words, taken back or not; and what takes hold of nothing any more."""

from itertools import islice

from onrecord.standing import rulings
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.ruled import in_words, told
from onrecord.web.sight import Sight

SHOWN = 300


def page(sight: Sight, _: Asked, __: str) -> Page:
    """The rulings, the last in front."""
    made = rulings(sight.reader)
    newest = list(islice(reversed(made), SHOWN))
    entries = {entry.id: entry for entry in sight.entries_at(id_ for each in newest for id_ in each.entries)}
    return Page(
        title="Rulings",
        template="rulings.html",
        shown={
            "made": newest,
            "entries": entries,
            "number": len(made),
            "loose": [each for each in made if each.ruling.withdrawn is None and not each.holds],
        },
        rows=lambda: [
            {
                "id": each.ruling.id,
                "at": each.ruling.at,
                "who": each.ruling.who,
                "what": told(each.ruling),
                "field": each.ruling.field,
                "value": in_words(each.ruling.value),
                "note": each.ruling.note,
                "entries": list(each.entries),
                "words": [anchor.quote for anchor in each.ruling.anchors],
                "holds": each.holds,
                "withdrawn": each.ruling.withdrawn,
                "withdrawn_by": each.ruling.withdrawn_by,
            }
            for each in newest
        ],
    )
