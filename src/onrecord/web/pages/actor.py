"""One actor: names and offices, what they did and said by day, whom they were in touch with, the figures they give."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.model.entries import ActorEntry, ContactEntry, FigureEntry, export
from onrecord.model.filters import Filter
from onrecord.web.asked import Asked
from onrecord.web.doings import by_day, names, narrowed, numbers, offices
from onrecord.web.network import network, others
from onrecord.web.page import Page
from onrecord.web.sight import Sight

UNKNOWN = "No actor of this record stands at this address."
DEEDS = ("event", "contact", "commitment", "control", "compliance", "site")
SHOWN = 20  # deeds, and as many statements
CONTACTS = 200
FIGURES, MEASURES, VALUES = 60, 4, 6


class Rivals(Struct, frozen=True):
    """The figures that somebody gives of one measure in one place, and those that others give of it."""

    measure: str
    place: str | None
    own: tuple[FigureEntry, ...]
    others: tuple[FigureEntry, ...]


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """The actor at the address: an entry's id, that of an observation, or a key. Raises AddressError where there is
    none."""
    entry = sight.entry(id_)
    if not isinstance(entry, ActorEntry):
        raise AddressError(UNKNOWN)
    key = sight.reader.keys([entry.id])[entry.id]  # as facets have it
    acting, saying = narrowed(asked, key), narrowed(asked, f"says:{key.removeprefix('actor:')}")
    deeds = sight.browse(DEEDS, acting, limit=SHOWN)
    said = sight.browse(("statement",), saying, limit=SHOWN)
    contacts = [each for each in sight.browse(("contact",), acting, limit=CONTACTS) if isinstance(each, ContactEntry)]
    return Page(
        title=entry.name[:100],
        template="actor.html",
        shown={
            "entry": entry,
            "numbers": numbers(sight, asked, key),
            "names": names(sight, entry),
            "offices": offices(sight, entry),
            "days": by_day([*deeds, *said]),
            "at_most": SHOWN,
            "network": network(entry.id, entry.name, contacts),
            "others": others(entry.id, contacts),
            "rivals": rivals(sight, saying),
        },
        rows=[export(each) for each in (entry, *deeds, *said)],
    )


def rivals(sight: Sight, saying: Filter) -> list[Rivals]:
    """The measures of which the actor gives most figures, place by place, each beside what others say."""
    figures = [each for each in sight.browse(("figure",), saying, limit=FIGURES) if isinstance(each, FigureEntry)]
    counted = Counter((each.measure, each.place_id) for each in figures)
    keys = sight.reader.keys({place for _, place in counted if place})
    found = []
    for (measure, place), _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1] or "")):
        own = [each for each in figures if (each.measure, each.place_id) == (measure, place)]
        there = (keys[place],) if place in keys else ()
        kept = tuple(
            key for key in saying.keys if not key.startswith(("says:", "measure:", *(("place:",) if there else ())))
        )
        wanted = Filter(keys=(*kept, f"measure:{measure}", *there), since=saying.since, until=saying.until)
        rest = _others(sight, wanted, own)
        if rest:
            found.append(Rivals(measure, own[0].place, tuple(own[:VALUES]), tuple(rest[:VALUES])))
        if len(found) == MEASURES:
            break
    return found


def _others(sight: Sight, wanted: Filter, own: Sequence[FigureEntry]) -> list[FigureEntry]:
    """What others say of the same measure and place."""
    mine = {each.id for each in own}
    found = sight.browse(("figure",), wanted, limit=FIGURES)
    return [
        each
        for each in found
        if isinstance(each, FigureEntry) and each.id not in mine and each.place_id == own[0].place_id
    ]
