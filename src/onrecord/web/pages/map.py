"""Where things happened: the places of the entries that the filter lets through, drawn and in a table."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from onrecord.model.entries import PlaceEntry
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.pages.timeline import HAPPENED
from onrecord.web.sight import Sight

PLACES = 500


class Placed(Struct, frozen=True):
    """A place with the number of entries there; `asked` is the filter that lets those through."""

    place: PlaceEntry
    number: int
    asked: Asked


def page(sight: Sight, asked: Asked, _: str) -> Page:
    """The places with most entries first, those whose position is not known among them."""
    wanted = asked.filter
    found = placed(sight, asked, PLACES)
    unplaced = sight.reader.placeless(wanted)
    return Page(
        title="Map",
        template="map.html",
        shown={
            "placed": found,
            "drawn": sum(each.place.lat is not None for each in found),
            "is_whole": len(found) < PLACES,
            "unplaced": sum(unplaced.get(kind, 0) for kind in HAPPENED),
            "number": sum(sight.reader.tally(wanted).get(kind, 0) for kind in HAPPENED),
            "without_place": Asked(keys=asked.keys).with_key("lacks:place"),
        },
        rows=lambda: [_row(each) for each in found],
    )


def placed(sight: Sight, asked: Asked, limit: int) -> Sequence[Placed]:
    """The places with most entries of what is asked for."""
    spots = sight.reader.spots(asked.filter, limit, HAPPENED)
    keys = sight.reader.keys(spot.place.id for spot in spots)
    return [
        Placed(
            spot.place,
            spot.number,
            _at(asked, keys[spot.place.id]),
        )
        for spot in spots
        if spot.place.id in keys
    ]


def _at(asked: Asked, key: str) -> Asked:
    """What is asked for, of that place alone."""
    others = tuple(each for each in asked.keys if not each.startswith("place:"))
    return Asked(keys=(*others, key), since=asked.since, until=asked.until, words=asked.words, as_of=asked.as_of)


def _row(each: Placed) -> dict[str, Any]:
    place = each.place
    return {
        "id": place.id,
        "name": place.name,
        "entries": each.number,
        "precision": place.precision,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
    }
