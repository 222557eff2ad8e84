"""Triage: what nobody has looked at yet, or has changed since, one at a time, what most reports tell in front."""

from collections import defaultdict
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, Cite, export
from onrecord.model.rulings import CHANGED, DISPUTE, UNREVIEWED
from onrecord.model.settable import FIELDS
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.ruled import about
from onrecord.web.saying import evidence
from onrecord.web.sight import Sight

TOLD = (*(kind for kind in FIELDS if kind not in ("actor", "place", "document")), DISPUTE)
WAITING = tuple(f"review:{state}" for state in (UNREVIEWED, CHANGED))
NO_DAY = "lacks:day"
NEXT = 8  # that are named below
WORDINGS = 3  # in which it is told


class Wording(NamedTuple):
    """Words that carry the entry: where they stand first, and in how many reports more."""

    cite: Cite
    more: int


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """The entry at hand, how many wait, and which come next."""
    wanted = replace(asked.filter, keys=(*(key for key in asked.keys if not key.startswith("review:")), *WAITING))
    counts = sight.reader.tally(wanted)
    waiting = sum(counts[kind] for kind in TOLD)
    found = sight.browse(TOLD, wanted, order="most reports", limit=NEXT + 1, offset=asked.number - 1)
    entry = found[0] if found else None
    dateless = replace(asked.with_key(NO_DAY), order=None)
    return Page(
        title="Review",
        template="review.html",
        shown={
            "entry": entry,
            "following": found[1:],
            "waiting": waiting,
            "position": asked.number,
            "undated": sight.reader.tally(dateless.filter)["document"],
            "dateless": dateless,
            "heads": sight.heads(entry.cites) if entry else {},
            "wordings": wordings(entry) if entry else [],
            "rulings": about(sight, entry) if entry else None,
        },
        rows=lambda: [export(each) for each in found],
    )


def wordings(entry: AnyEntry) -> list[Wording]:
    """The first of the passages that carry the entry, each text once."""
    alike: dict[str, list[Cite]] = defaultdict(list)
    for cite in evidence(entry):
        alike[" ".join(cite.quote.casefold().split())].append(cite)
    return [Wording(same[0], len({cite.doc for cite in same}) - 1) for same in list(alike.values())[:WORDINGS]]
