"""What people ruled: who, when, what, on which words, taken back or not; and what takes hold of nothing any more."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from onrecord.model.rulings import Ruling, Standing
from onrecord.standing import sheet
from onrecord.web.asked import Asked, AskedError
from onrecord.web.page import Page
from onrecord.web.ruled import DONE, in_words, told
from onrecord.web.sight import Sight

SHOWN = 50
DAY = len("2020-02-03")


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """The rulings, the last in front, SHOWN of them."""
    found = sheet(sight.reader, SHOWN, (asked.number - 1) * SHOWN)
    parts = max(1, -(-found.number // SHOWN))
    if asked.number > parts:
        raise AskedError(f"The rulings have {parts} part{'s' if parts > 1 else ''}: there is no part {asked.number}.")
    entries = {entry.id: entry for entry in sight.entries_at(id_ for each in found.shown for id_ in each.entries)}
    return Page(
        title="Rulings",
        template="rulings.html",
        shown={
            "days": [(day, list(rows)) for day, rows in groupby(found.shown, lambda each: each.ruling.at[:DAY])],
            "entries": entries,
            "number": found.number,
            "counted": counted(found.all),
            "loose": found.loose,
            "parts": parts,
        },
        rows=lambda: [_row(each) for each in found.shown],
    )


def counted(made: Sequence[Ruling]) -> list[tuple[str, int]]:
    """How many rulings of each sort stand, and how many were taken back."""
    stand = Counter(DONE[each.what] for each in made if each.withdrawn is None)
    back = sum(each.withdrawn is not None for each in made)
    return [(what, stand[what]) for what in DONE.values() if stand[what]] + ([("taken back", back)] if back else [])


def _row(each: Standing) -> dict[str, Any]:
    return {
        "id": each.ruling.id,
        "at": each.ruling.at,
        "who": each.ruling.who,
        "what": told(each.ruling),
        "field": each.ruling.field,
        "value": in_words(each.ruling.value) if each.ruling.field else "",
        "note": each.ruling.note,
        "entries": list(each.entries),
        "words": [anchor.quote for anchor in each.ruling.anchors],
        "holds": each.holds,
        "withdrawn": each.ruling.withdrawn,
        "withdrawn_by": each.ruling.withdrawn_by,
    }
