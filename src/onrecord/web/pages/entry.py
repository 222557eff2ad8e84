"""One entry: what is on record, in whose words, told by whom, and why its tellings are one."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.explaining import Telling
from onrecord.explaining import page as intake
from onrecord.model.entries import AnyEntry, CopyEntry, DocumentEntry, FigureEntry, PlaceEntry, export
from onrecord.model.kinds import name_of
from onrecord.web.asked import Asked
from onrecord.web.charts import chart
from onrecord.web.codes import kind
from onrecord.web.fields import fields
from onrecord.web.page import Page
from onrecord.web.related import Related, disputes, related, series
from onrecord.web.ruled import about
from onrecord.web.saying import OWN_PAGE
from onrecord.web.sides import beside
from onrecord.web.sight import Sight
from onrecord.web.tellings import Told, parts, tellings, voices

UNKNOWN = "No entry of this record stands at this address, and no report was understood so."
REASONS = 40  # that are shown
NAMED = ("actor", "place")
WHY = {
    "telling number": "a number seldom met by chance",
    "huge number": "a number too large for chance",
    "alike words": "much the same words",
}
UNTOLD = ("document", "copy", "actor", "place", "agreement")  # kinds that are nobody's word


class Reason(Struct, frozen=True):
    """Why tellings are one: their numbers on the page, two by two, and what they have in common."""

    pairs: tuple[tuple[int, int], ...]
    why: str


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """The entry at the address: its id, or that of any observation in it. Raises AddressError where there is none."""
    entry = sight.entry(id_)
    if entry is None:
        raise AddressError(UNKNOWN)
    number = parts(sight, entry)
    if asked.number > number:
        raise AddressError(f"The tellings of this entry have {number} part{'s' if number > 1 else ''}.")
    told = tellings(sight, entry, asked.number)
    understood = [each.telling for each in told if each.telling is not None] or _intake(sight, entry)
    others = related(sight, entry)
    columns = beside(entry, disputes(others))
    history = series(sight, entry)
    shown = fields(entry, understood)
    cites = [cite for each in columns for side in each.sides for cite in side.cites]
    return Page(
        title=f"{kind(entry.kind).capitalize()}: {name_of(entry) or ''}"[:100],
        template="entry.html",
        shown={
            "entry": entry,
            "heads": sight.heads(cites),
            "fields": shown,
            "told": told,
            "voices": voices(told, folded=entry.kind not in NAMED),
            "parts": number,
            "number_of_part": asked.number,
            "columns": columns,
            "series": history,
            "chart": chart([*history, *_rivals(history, others)]) if history else None,
            "reasons": reasons(sight, entry, told),
            "related": others,
            "rulings": None if sight.as_of else about(sight, entry),
            "is_told": entry.kind not in UNTOLD,
            "own_page": OWN_PAGE.get(entry.kind, ""),
            "where": where(sight, entry),
        },
        rows=lambda: [export(entry) | {"understood": understood_rows(understood)}],
    )


def where(sight: Sight, entry: AnyEntry) -> PlaceEntry | None:
    """The place of the entry, where a map tells more of it than its name does."""
    address = getattr(entry, "place_id", None)
    place = sight.entry(address) if address else None
    shown = isinstance(place, PlaceEntry) and place.lat is not None and place.precision != "country"
    return place if isinstance(place, PlaceEntry) and shown else None


def understood_rows(understood: Sequence[Telling]) -> list[dict[str, Any]]:
    """How each value was understood, for programs."""
    return [
        {
            "id": telling.id,
            "doc": telling.doc,
            "field": each.field,
            "value": each.value,
            "rule": each.rule,
            "words": each.words,
        }
        for telling in understood
        for each in telling.values
    ]


def reasons(sight: Sight, entry: AnyEntry, told: Sequence[Told]) -> list[Reason]:
    """Why the tellings on the page are one entry, those of one reason together."""
    numbers = {each.telling.id: each.number for each in told if each.telling is not None}
    pairs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, other, why in sight.reader.joins(entry.id):
        if one in numbers and other in numbers:
            first, second = sorted((numbers[one], numbers[other]))
            pairs[", ".join(WHY.get(each, each) for each in why.split("; "))].append((first, second))
        elif isinstance(entry, CopyEntry):  # between sentences
            pairs.setdefault(why, [])
    return [
        Reason(tuple(sorted(held)), why)
        for why, held in sorted(pairs.items(), key=lambda pair: (sorted(pair[1]), pair[0]))
    ][:REASONS]


def _intake(sight: Sight, entry: AnyEntry) -> list[Telling]:
    """Of a report: what intake understood of its parts."""
    if not isinstance(entry, DocumentEntry):
        return []
    return [intake(frame, part) for frame in sight.reader.frames([entry.id]) for part in range(len(frame.parts))]


def _rivals(history: Sequence[FigureEntry], beside: Sequence[Related]) -> list[FigureEntry]:
    """Figures that are disputed together with this one."""
    known = {each.id for each in history}
    over = {id_ for each in disputes(list(beside)) for id_ in each.over_ids} - known
    return [each for group in beside for each in group.entries if isinstance(each, FigureEntry) and each.id in over]
