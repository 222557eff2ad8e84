"""The words that show that a name is a place: place_words.toml, and the regions of regions.toml."""

from functools import cache

from msgspec import Struct, field

from onrecord.vocabulary.countries import Country, countries
from onrecord.vocabulary.loader import load


class PlaceWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As place_words.toml tells; all words in lower case, nouns singular."""

    kinds: dict[str, str]
    abbreviated: dict[str, str]
    areas: frozenset[str]
    within: frozenset[str]
    towards: frozenset[str]
    moves: frozenset[str]
    takes: frozenset[str]
    falls: frozenset[str]
    held: frozenset[str]
    undergone: frozenset[str]
    served: frozenset[str]
    lines: frozenset[str]
    beside: frozenset[str]
    directions: dict[str, tuple[int, int]]
    joiners: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]
    bodies: frozenset[str]
    ships: frozenset[str]
    divisions: dict[str, str]
    english: frozenset[str]


class Region(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A region people speak of: where it lies (alpha-2 codes of its countries) and a point inside."""

    name: str
    point: tuple[float, float]
    inside: tuple[str, ...] = field(default=(), name="in")
    names: tuple[str, ...] = ()

    @property
    def countries(self) -> tuple[Country, ...]:
        return tuple(countries()[iso2] for iso2 in self.inside)

    @property
    def precision(self) -> str:
        """A region of one country is as wide as a province, one of several or of none as a country."""
        return "province" if len(self.inside) == 1 else "country"


class _Regions(Struct, frozen=True, forbid_unknown_fields=True):
    region: tuple[Region, ...]


@cache
def place_words() -> PlaceWords:
    return load("place_words", PlaceWords)


@cache
def regions() -> dict[str, Region]:
    """Every name of every region."""
    return {name: region for region in load("regions", _Regions).region for name in (region.name, *region.names)}


def region_named(text: str) -> Region | None:
    """The region of that name, case and article exact: "Donbas", "Gaza Strip"."""
    return regions().get(text)
