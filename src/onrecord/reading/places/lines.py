"""Places made of other places: borders, highways, parts of a country.

"the Turkish-Syrian border" is a line of both countries, and so is "the Turkish border" where the sentence names one
place across it. "the Damascus-Aleppo highway" and "the M5 highway" are lines.
"northern Syria" and "Syria's northwest" are areas of a country; their point lies three fifths of the way from the
middle of the country's provinces to their edge, in that direction. A border's or a highway's point is not known.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Doc

from onrecord.model.places import Place
from onrecord.reading.report import At, Paragraph
from onrecord.reading.told_once import text_of
from onrecord.vocabulary.countries import (
    Country,
    adjectives,
    country_named,
    country_names,
    country_of_demonym,
    demonyms,
    neighbours,
)
from onrecord.vocabulary.gazetteer import candidates, extent
from onrecord.vocabulary.place_words import place_words, region_named

OUTWARD = 0.6
BORDERING = frozenset(("area", "areas", "region", "regions", "zone", "zones", "line", "strip", "lands"))  # at a border
HYPHEN = "–‐‑-"  # the last one is a plain hyphen, so that it can close a class of characters
DASH = rf"[{HYPHEN}]"
DASHED = re.compile(rf"\w{DASH}\w")


Understand = Callable[[str], Place | None]


class Line(NamedTuple):
    """A place found by a pattern, and the rule that understands it."""

    at: At
    place: Place
    rule: str


def lines(paragraph: Paragraph) -> list[Line]:
    """The borders, highways and parts of countries that a paragraph names; where two overlap, the longer one."""
    doc, text = paragraph.doc, text_of(paragraph.doc)
    found: list[Line] = []
    lowered = text.lower()
    open_to = [each for gate, each in _patterns() if any(word in lowered for word in gate)]
    for rule, pattern, understand in (one for each in open_to for one in each):
        for match in pattern.finditer(text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
            place = understand(match.group())
            if span is not None and place is not None and span.text == match.group():
                found.append(Line(At(paragraph.index, span.start, span.end), place, rule))
    return [each for each in found if not any(_covers(other.at, each.at) for other in found)]


def qualifies(doc: Doc, end: int) -> bool:
    """Whether the border that ends there only tells which town or guard is meant: "Myanmar's border town of X"."""
    last = doc[end - 1]
    return last.dep_ in ("compound", "amod", "nmod") and last.head.i >= end and last.head.lower_ not in BORDERING


def _covers(longer: At, at: At) -> bool:
    return longer.overlaps(at) and (longer.end - longer.start, -longer.start) > (at.end - at.start, -at.start)


@cache
def _patterns() -> Sequence[tuple[Collection[str], Sequence[tuple[str, re.Pattern[str], Understand]]]]:
    """Words without any of which no pattern behind them can stand; each pattern with its rule and its sense."""
    words = place_words()
    nations = f"(?:{_either({*country_names(), *demonyms()})})"
    countries = f"(?:{_either(country_names())})"
    way = f"(?:{_either(words.directions)})"
    road = f"(?:{_either(words.lines)})"
    name = _end()
    border_of = rf"\b{nations}(?:{DASH}{nations}|’s|'s)? (?:borders?|frontiers?)\b(?: with (?:the )?{nations}\b)?"
    border_with = rf"\b(?:borders?|frontier) (?:with|between) (?:the )?{nations}\b(?: and (?:the )?{nations}\b)?"
    pair = rf"\b{name}(?: ?{DASH} ?|{DASH}to{DASH}){name} (?:international )?{road}\b"
    between = rf"\b{road} (?:between|linking|connecting) (?:the )?{name} (?:and|to|with) {name}"
    numbered = rf"\b[A-Z]{{1,2}}{DASH}?\d{{1,3}}(?: international)? {road}\b"
    northern = rf"(?<![\w{HYPHEN}])(?i:{way})(?: and (?i:{way}))? {countries}\b"
    north_of = rf"\b{countries}(?:’s|'s) (?:far )?{way}\b(?! [a-z]*(?:{DASH}|[A-Z]))"
    the_north = rf"(?<=[Tt]he )(?:far |extreme )?{way} of (?:the )?{countries}\b"
    borders = [("border", re.compile(each), border) for each in (border_of, border_with)]
    roads = [("highway", re.compile(each), highway) for each in (pair, between, numbered)]
    ways = [("direction", re.compile(each), direction) for each in (northern, north_of, the_north)]
    return ((("border", "frontier"), borders), (words.lines, roads), (words.directions, ways))


def _either(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _nations(text: str) -> list[Country]:
    """The countries that the words name, in their order, each once."""
    found = _nation().findall(text)
    named = [country_named(word) or country_of_demonym(word) for word in found]
    return list(dict.fromkeys(country for country in named if country is not None))


@cache
def _nation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either({*country_names(), *demonyms()})})(?!\w)")


def border(text: str) -> Place | None:
    """The line between two countries, or along one."""
    sides = _nations(text)
    if not 1 <= len(sides) <= 2 or not re.search(r"border|frontier", text):
        return None
    return _line(sides, text if len(sides) == 1 or DASHED.search(text) else f"{sides[0].name}-{sides[1].name} border")


def border_with(text: str, other: Country) -> Place | None:
    """The line between the one country that the words name and the other, where the two have a border."""
    sides, line = _nations(text), border(text)
    if line is None or len(sides) != 1 or other.iso2 not in neighbours()[sides[0].iso2]:
        return None
    named = _nation().search(text)
    adjective = named is not None and named[0] in adjectives() and other.demonyms
    names = (named[0], other.demonyms[0]) if named is not None and adjective else (sides[0].name, other.name)
    return _line((sides[0], other), f"{'-'.join(names)} border")


def _line(sides: Sequence[Country], name: str) -> Place:
    slug = "-".join(sorted(side.name.lower().replace(" ", "-") for side in sides))
    return Place(
        key=f"text:{slug}-border",
        name=name,
        precision="line",
        country="/".join(side.name for side in sides),
        iso3="/".join(side.iso3 for side in sides),
    )


def highway(text: str) -> Place | None:
    """A road or line by its number or by its two ends."""
    ends = ends_of(text)
    kind = next((word for word in place_words().lines if re.search(rf"\b{word}\b", text)), None)
    if not ends or kind is None:
        return None
    name = text
    if len(ends) == 2 and not text.startswith(ends[0]):
        name = f"{ends[0]}-{ends[1]} {kind}"
    slug = re.sub(r"[\W_]+", "-", " ".join([*sorted(map(str.lower, ends)), *re.findall(r"\d+", text), kind])).strip("-")
    return Place(key=f"text:{slug}", name=name, precision="line")


def ends_of(text: str) -> list[str]:
    """The capitalised names in the words for a road."""
    return re.findall(_end(), text)


@cache
def _end() -> str:
    """The pattern of a road's end: one or two capitalised words, the second no month or day."""
    calendar = _either([word.capitalize() for word in place_words().calendar])
    return rf"[A-Z][\w’']*(?: (?!(?:{calendar})\b)[A-Z][\w’']+)?"


def direction(text: str) -> Place | None:
    """A part of a country: "northern Syria"."""
    found = _nations(re.sub(r"(?:’s|'s)\b", "", text))
    ways = [word for word in re.findall(r"[a-z]+", _nation().sub("", text).lower()) if word in place_words().directions]
    if len(found) != 1 or not ways or region_named(text) or country_named(text) or _is_province(text):
        return None
    country = found[0]
    compass = [place_words().directions[way] for way in ways]
    north, east = (sum(each[axis] for each in compass) / len(compass) for axis in (0, 1))
    side = _adjective(north, east)
    south_edge, north_edge, west_edge, east_edge = extent(country.iso2) or (country.lat,) * 2 + (country.lon,) * 2
    lat = (south_edge + north_edge) / 2 + north * OUTWARD * (north_edge - south_edge) / 2
    lon = (west_edge + east_edge) / 2 + east * OUTWARD * (east_edge - west_edge) / 2
    return Place(
        key=f"text:{side.lower()}-{country.name.lower().replace(' ', '-')}",
        name=f"{side} {country.name}",
        precision="province",
        country=country.name,
        iso3=country.iso3,
        lat=round(lat, 2),
        lon=round(lon, 2),
    )


def _is_province(text: str) -> bool:
    """Whether a province bears that name: East Azerbaijan, Western Australia."""
    return any(entry.kind == "province" and entry.main for entry in candidates(text))


def _adjective(north: float, east: float) -> str:
    sign = ((north > 0) - (north < 0), (east > 0) - (east < 0))
    return next(
        word.capitalize()
        for word, way in place_words().directions.items()
        if way == sign and (word.endswith("ern") or word == "central")
    )
