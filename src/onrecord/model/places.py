"""A place as the gazetteer or the vocabulary knows it."""

from msgspec import Struct

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
