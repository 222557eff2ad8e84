"""One place: what is told to have happened there by day, who claims to hold it, its figures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.model.entries import ControlEntry, FigureEntry, PlaceEntry, export
from onrecord.web.asked import Asked
from onrecord.web.doings import by_day, names, narrowed, numbers
from onrecord.web.page import Page
from onrecord.web.saying import UNATTRIBUTED
from onrecord.web.sides import THEMSELVES
from onrecord.web.sight import Sight

UNKNOWN = "No place of this record stands at this address."
HAPPENED = ("event", "contact", "compliance", "site", "commitment")
SHOWN, CLAIMS, FIGURES = 30, 60, 60
SIDES, VALUES = 3, 8
OTHERS = "others"


class Claim(Struct, frozen=True):
    """A claim of control, and how often it is made of those days by those in whose column it stands."""

    entry: ControlEntry
    number: int


class Claims(Struct, frozen=True):
    """What each side claims of a place, in the order of days: `sides` head the columns, a row has a cell for each."""

    sides: tuple[str, ...]
    rows: tuple[tuple[str | None, tuple[tuple[Claim, ...], ...]], ...]


class Measured(Struct, frozen=True):
    """The figures of one measure, the newest first; `more` are not shown."""

    measure: str
    figures: tuple[FigureEntry, ...]
    more: int = 0


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """The place at the address: an entry's id, that of an observation, or a key. Raises AddressError where there is
    none."""
    entry = sight.entry(id_)
    if not isinstance(entry, PlaceEntry):
        raise AddressError(UNKNOWN)
    key = sight.reader.keys([entry.id])[entry.id]  # as facets have it
    there = narrowed(asked, key)
    events = sight.browse(HAPPENED, there, limit=SHOWN)
    figures = [each for each in sight.browse(("figure",), there, limit=FIGURES) if isinstance(each, FigureEntry)]
    control = [
        each
        for each in sight.browse(("control",), there, order="oldest", limit=CLAIMS)
        if isinstance(each, ControlEntry)
    ]
    return Page(
        title=entry.name[:100],
        template="place.html",
        shown={
            "entry": entry,
            "numbers": numbers(sight, asked, key),
            "names": names(sight, entry),
            "days": by_day(events),
            "at_most": SHOWN,
            "claims": claims(control) if control else None,
            "measures": measured(figures),
        },
        rows=lambda: [export(each) for each in (entry, *control, *events, *figures)],
    )


def claims(control: Sequence[ControlEntry]) -> Claims:
    """The claims by day: those of the SIDES that make most of them, and those of the reports themselves, in columns of
    their own."""
    counted = Counter(_teller(each) for each in control)
    named = sorted(counted.keys() - {THEMSELVES}, key=lambda name: (-counted[name], name))
    own = named if len(named) <= SIDES else named[: SIDES - 1]
    rest = [OTHERS] if len(own) < len(named) else []
    sides = (*own, *rest, *([THEMSELVES] if THEMSELVES in counted else []))
    rows: dict[str | None, list[ControlEntry]] = {}
    for each in control:
        rows.setdefault(each.on, []).append(each)
    return Claims(
        sides,
        tuple(
            (day, tuple(_cell(each for each in held if _column(each, own) == side) for side in sides))
            for day, held in rows.items()
        ),
    )


def _cell(held: Iterable[ControlEntry]) -> tuple[Claim, ...]:
    """The claims, those that read alike once."""
    alike: dict[tuple[object, ...], list[ControlEntry]] = {}
    for each in held:
        alike.setdefault((each.holder, each.change, each.from_, each.place), []).append(each)
    return tuple(Claim(told[0], len(told)) for told in alike.values())


def measured(figures: Sequence[FigureEntry]) -> list[Measured]:
    """The figures by what they measure, most of them first."""
    groups: dict[str, list[FigureEntry]] = {}
    for each in figures:
        groups.setdefault(each.measure, []).append(each)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Measured(name, tuple(held[:VALUES]), max(0, len(held) - VALUES)) for name, held in ordered]


def _teller(claim: ControlEntry) -> str:
    named = tuple(name for name in claim.per if name != UNATTRIBUTED)
    return " and ".join(named) or THEMSELVES


def _column(claim: ControlEntry, own: Sequence[str]) -> str:
    teller = _teller(claim)
    return teller if teller in own or teller == THEMSELVES else OTHERS
