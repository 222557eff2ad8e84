"""One actor: names and offices, what they did and said by day, whom they were in touch with, the figures they give."""

from collections import Counter

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
CONTACTS = 100
FIGURES, SOUGHT, MEASURES, VALUES = 40, 4, 3, 6


class Rivals(Struct, frozen=True):
    """The figures that somebody gives of one measure, of one side's people or things and in one place, and those that
    others give of the same."""

    measure: str
    whose: str | None
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
        rows=lambda: [export(each) for each in (entry, *deeds, *said)],
    )


def rivals(sight: Sight, saying: Filter) -> list[Rivals]:
    """What the actor gives most figures of, each beside what others say of it."""
    figures = [each for each in sight.browse(("figure",), saying, limit=FIGURES) if isinstance(each, FigureEntry)]
    counted = Counter(map(_counted, figures))
    keys = sight.reader.keys({each.place_id for each in figures if each.place_id})
    found: list[Rivals] = []
    for what, _ in counted.most_common(SOUGHT):
        own = [each for each in figures if _counted(each) == what]
        mine = {each.id for each in own}
        wanted = _of_anybody(saying, own[0], keys.get(own[0].place_id or ""))
        told = sight.browse(("figure",), wanted, limit=FIGURES)
        others = [
            each for each in told if isinstance(each, FigureEntry) and each.id not in mine and _counted(each) == what
        ]
        if others:
            whose, place = own[0].of_side, own[0].place
            found.append(Rivals(own[0].measure, whose, place, tuple(own[:VALUES]), tuple(others[:VALUES])))
    return found[:MEASURES]


def _counted(figure: FigureEntry) -> tuple[str | None, ...]:
    """What two figures must have in common to stand beside one another."""
    return figure.measure, figure.did, figure.of_side_id, figure.of_group, figure.place_id


def _of_anybody(saying: Filter, figure: FigureEntry, place: str | None) -> Filter:
    """What is asked for, of the figure's measure and place and whoever says it."""
    replaced = ("says:", "measure:", "place:") if place else ("says:", "measure:")
    kept = [key for key in saying.keys if not key.startswith(replaced)]
    keys = (*kept, f"measure:{figure.measure}", *([place] if place else ()))
    return Filter(keys=keys, since=saying.since, until=saying.until, words=saying.words)
