"""How a place is made of the words that name it, and the rules that make it again.

Rules: `country`, `region`, `gazetteer` (the index holds the name), `spelling` (the index holds one much like it in that
country), `text` (no list holds it there; the words call it a town, village or district, and a third passage, where one
is, tells the country or place it lies in), `feature` (see place_features), `border`, `highway`, `direction` (see
place_lines). For a place of the index, a second passage shows that the place is only near the point named.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from onrecord.model.places import Place
from onrecord.reading.places.features import beside, feature, split
from onrecord.reading.places.known import shown
from onrecord.reading.places.lines import border, border_with, direction, ends_of, highway
from onrecord.reading.rules import Rule, verbatim
from onrecord.vocabulary.countries import (
    Country,
    country_named,
    country_of_capital,
    country_of_demonym,
    country_of_iso3,
)
from onrecord.vocabulary.gazetteer import Entry, candidates, similar
from onrecord.vocabulary.place_words import Region, place_words, region_named
from onrecord.vocabulary.spelling import settled

GREAT = 250_000  # people of a town whose bare name means the town rather than its province
PRECISION = {"city": "exact", "province": "province", "district": "district", "feature": "near"}


def country_place(country: Country) -> Place:
    """The country as a place."""
    return Place(
        key=f"iso:{country.iso3}",
        name=country.name,
        precision="country",
        country=country.name,
        iso3=country.iso3,
        lat=country.lat,
        lon=country.lon,
    )


@cache
def province_of(region: Region) -> Entry | None:
    """The province of the gazetteer that the region is, where it bears its name: Gambella, the Gaza Strip."""
    named = (entry for entry in candidates(region.name) if entry.kind == "province" and entry.main)
    return next((entry for entry in named if region.inside == (entry.iso2,)), None)


def region_place(region: Region) -> Place:
    """The region as a place; that of the gazetteer where it is a province."""
    province = province_of(region)
    if province is not None:
        return entry_place(province, region.name)
    return Place(
        key=f"region:{'-'.join(region.name.lower().split())}",
        name=region.name,
        precision=region.precision,
        country="/".join(country.name for country in region.countries) or None,
        iso3="/".join(country.iso3 for country in region.countries) or None,
        lat=region.point[0],
        lon=region.point[1],
    )


def told_apart(entry: Entry, name: str) -> str:
    """The name with what tells a division from a town in it that bears it too, and a lesser town from its namesake:
    "Idlib province", "Idlib (city)". The bare name of a capital or a great town is the town's: "Kharkiv"."""
    namesakes = [other for other in candidates(name) if other.iso2 == entry.iso2 and other.key != entry.key]
    if entry.kind in ("province", "district"):
        towns = (other for other in namesakes if other.kind == "city")
        rank = place_words().divisions.get(entry.iso2, "province") if entry.kind == "province" else entry.kind
        return f"{name} {rank}" if any(t.admin1 == entry.admin1 or _is_plainly(t, name) for t in towns) else name
    lesser = entry.kind == "city" and not _is_plainly(entry, name)
    return f"{name} (city)" if lesser and any(other.kind == "province" for other in namesakes) else name


def _is_plainly(town: Entry, name: str) -> bool:
    """Whether the bare name means that town before all else."""
    capital = country_of_capital(name)
    return town.population >= GREAT or (capital is not None and capital.iso2 == town.iso2)


def entry_place(entry: Entry, name: str, precision: str | None = None) -> Place:
    """The place of the index under the name that the report gives it; one that it shortens is written out."""
    country = entry.country
    return Place(
        key=entry.key,
        name=told_apart(entry, place_words().abbreviated.get(name, name)),
        precision=precision or PRECISION[entry.kind],
        country=country.name if country else None,
        iso3=country.iso3 if country else None,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        geonameid=entry.geonameid,
    )


def text_place(name: str, words: str, home: Country | Entry | None = None) -> Place | None:
    """A town or district that no list holds, from the words that call it one: "the Syrian village of X", "X woreda".

    `home` is the country or the place that other words put it into; None where its country is not known by them. A
    quarter is called by its town as well, as quarters of many towns bear one name.
    """
    rest = words.replace(name, " ")
    tokens = [token.strip(",.()'’") for token in rest.split()]
    kinds = {place_words().kinds.get(token.lower().removesuffix("s")) for token in tokens}
    kind = "city" if "city" in kinds else "district"
    if name not in words or kind not in kinds:
        return None
    countries = {c for token in tokens if (c := country_of_demonym(token) or country_named(token))}
    country = countries.pop() if len(countries) == 1 else None
    if home is not None:
        country = home.country if isinstance(home, Entry) else home
    if kind == "district" and isinstance(home, Entry) and home.kind == "city":
        name = f"{name}, {home.name}"
    return Place(
        key=f"text:{settled(name)}",
        name=name,
        precision=PRECISION[kind],
        country=country.name if country else None,
        iso3=country.iso3 if country else None,
        admin1=home.admin1 if isinstance(home, Entry) else None,
    )


def homes(words: str) -> list[Country | Entry]:
    """The countries and places that the words may name as the one that a town lies in."""
    country = country_named(shown(words)) or country_named(words) or country_of_demonym(words)
    return [country] if country else list(candidates(shown(words)))


def _text(value: Any, words: Sequence[str]) -> bool:
    if not 2 <= len(words) <= 3:
        return False
    name, said = shown(words[0]), " ".join(words[1].split())
    over = homes(" ".join(words[2].split())) if len(words) > 2 else [None]
    return any(value == text_place(name, said, home) for home in over)


def _country(value: Any, words: Sequence[str]) -> bool:
    country = country_named(shown(words[0])) or country_named(words[0])
    return country is not None and value == country_place(country)


def _region(value: Any, words: Sequence[str]) -> bool:
    region = region_named(shown(words[0]))
    return region is not None and value == region_place(region)


def _feature(value: Any, words: Sequence[str]) -> bool:
    place = feature(shown(words[0]))
    parts = split(" ".join(words[0].split()))
    if place is None or parts is None or len(words) > 1:
        return False
    return value == place or any(value == beside(place, entry) for entry in candidates(shown(parts[0])))


def _is_near(words: Sequence[str]) -> bool:
    """Whether the second passage names the first one with a direction, as lying beside or as something's name."""
    if len(words) < 2 or words[0] not in words[1]:
        return False
    around = words[1].replace(words[0], " ").lower().split()
    known = place_words()
    return any(word in known.directions or word in known.beside for word in around)


def _among(value: Any, words: Sequence[str], entries: Sequence[Entry]) -> bool:
    precision = "near" if _is_near(words) else None
    if len(words) > 1 and precision is None:
        return False
    return any(value == entry_place(entry, shown(words[0]), precision) for entry in entries)


def _gazetteer(value: Any, words: Sequence[str]) -> bool:
    return _among(value, words, candidates(shown(words[0])))


def _spelling(value: Any, words: Sequence[str]) -> bool:
    country = country_of_iso3(value.iso3 or "")
    return country is not None and _among(value, words, similar(shown(words[0]), country.iso2))


def joined(words: Sequence[str]) -> str:
    """The words as they are read: single spaces, and none before a possessive."""
    return re.sub(r" (?=['’]s\b)", "", " ".join(" ".join(words).split()))


def _highway(value: Any, words: Sequence[str]) -> bool:
    line = highway(joined(words))
    if line is None or value.country is None:
        return line is not None and value == line
    country = country_named(value.country)
    ends = ends_of(joined(words))
    there = all(any(entry.country == country for entry in candidates(end)) for end in ends)
    return country is not None and there and value == replace(line, country=country.name, iso3=country.iso3)


def _across(value: Any, words: Sequence[str]) -> bool:
    """The border of the country that the first words name with that of the place or country named last."""
    there = shown(words[-1])
    named = country_named(there)
    countries = [named] if named is not None else [entry.country for entry in candidates(there)]
    line = joined(words[:-1])
    return len(words) > 1 and any(value == border_with(line, country) for country in countries if country is not None)


RULES: Mapping[str, Rule] = {
    "country": _country,
    "region": _region,
    "gazetteer": _gazetteer,
    "spelling": _spelling,
    "text": _text,
    "border": lambda value, words: value == border(joined(words)),
    "border across": _across,
    "highway": _highway,
    "feature": _feature,
    "direction": lambda value, words: value == direction(joined(words)),
    "verbatim": verbatim,
}
