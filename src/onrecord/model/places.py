"""A place as the gazetteer or the vocabulary knows it."""

from msgspec import Struct

NEAR = "near "
PRECISIONS = ("exact", "near", "district", "province", "country", "line")


class Place(Struct, frozen=True, kw_only=True):
    """A resolved place.

    `key` is stable across reports: `geonames:<id>`, `iso:<alpha-3>` (a country), `iso:<alpha-2>-<code>` (a first-order
    division), `region:<slug>` (a region of the vocabulary), or `text:<folded words>` for a place that no list holds.
    `name` is the report's own, with what tells a division from a town of its name: "Idlib province", "Idlib (city)".
    `country` is the short English name, `iso3` its ISO 3166 alpha-3 code; for a border both sides, joined by "/".
    `lat` and `lon` are WGS 84 decimal degrees of a point inside. `precision`: one of PRECISIONS.
    """

    key: str
    name: str
    precision: str
    country: str | None = None
    iso3: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


def countries_of(place: Place) -> tuple[str, ...]:
    """The countries that it lies in: both of a border, none where that is not known."""
    return tuple(place.country.split("/")) if place.country else ()


def near(name: str) -> str:
    """What an entry calls a spot that is only beside, outside or some way off the place of that name: "near Goma"."""
    return f"{NEAR}{name}"


def plain_name(name: str) -> tuple[str, bool]:
    """The place that an entry's name for a spot names, and whether the spot is only near it."""
    return name.removeprefix(NEAR), name.startswith(NEAR)


def where(name: str) -> str:
    """Where something is, in words: "in Goma", "near Goma"."""
    return name if name.startswith(NEAR) else f"in {name}"
