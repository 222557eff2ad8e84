"""Features of the land and sites that bear a name: "the Adre crossing", "Kutupalong refugee camp", "Lake Kivu".

Such a place is known by its own name, not by the town it may be called after: the Kakhovka dam is not in Kakhovka.
Where the gazetteer holds that town, and the report bears it out, a site lies near it and in its country; otherwise
nothing but the name is known.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace
from spacy.tokens import Doc

from onrecord.model.places import Place
from onrecord.reading.places.known import SMALL, is_headline, known
from onrecord.reading.report import At, Paragraph
from onrecord.reading.told_once import text_of
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.features import features
from onrecord.vocabulary.gazetteer import Entry
from onrecord.vocabulary.known_actors import actor_named
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.spelling import bare

ARTICLE = r"(?:al|el|ez|es|as|ash|ar|an|az)"
WORD = r"[A-Z]\w*(?:['’](?!s\b)\w+)?"
NAME = rf"(?:{ARTICLE}-)?{WORD}(?:[ -](?:(?:{ARTICLE}|de|del|la|bin)[ -])?{WORD}){{0,3}}"
OWN = frozenset(("lake", "river", "national park"))  # what is not the region of that name


class Feature(NamedTuple):
    """A named feature in the text; `base` is its name without the noun for its kind."""

    at: At
    base: str


def features_of(paragraph: Paragraph) -> Iterator[Feature]:
    """The features that a paragraph names, from left to right."""
    doc, text = paragraph.doc, text_of(paragraph.doc)
    gate, pattern = _patterns()
    if not gate.search(text.lower()) or is_headline(doc):
        return
    for match in pattern.finditer(text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or span.text != match.group():
            continue
        start = _first(doc, span.start, span.end)
        name = doc[start : span.end].text
        parts = split(name)
        if parts and not known(name) and not _is_others(*parts):
            yield Feature(At(paragraph.index, start, span.end), parts[0])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word in small letters without which a paragraph names no feature, and the feature as a whole."""
    words = features()
    kinds = _either([*words.after, *words.before])
    after = f"(?i:{_either(words.after)})"
    before = f"(?:{_either([word.capitalize() for word in words.before])})"
    return (
        re.compile(rf"\b(?:{kinds})\b"),
        re.compile(rf"(?<![\w'’-])(?:{before} {NAME}(?: {after}\b)?|{NAME} {after}\b)"),
    )


def _either(words: dict[str, str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _first(doc: Doc, start: int, end: int) -> int:
    """Where the name begins, after the words that only stand before it: "The", "Syrian", "Northern"."""
    words = place_words()
    while start < end - 1 and (
        doc[start].pos_ in SMALL
        or doc[start].lower_ in words.calendar
        or doc[start].lower_ in words.directions
        or country_of_demonym(doc[start].text) is not None
    ):
        start += 1
    return start


def split(text: str) -> tuple[str, str] | None:
    """The name without the noun for its kind, and the kind; None where no name is left."""
    words, lower = features(), text.lower()
    ends = max((noun for noun in words.after if lower.endswith(f" {noun}")), key=len, default=None)
    starts = max((noun for noun in words.before if lower.startswith(f"{noun} ")), key=len, default=None)
    if ends is not None:
        base, kind = text[: -len(ends)].strip(), words.after[ends]
    elif starts is not None:
        base, kind = text[len(starts) :].strip(), words.before[starts]
    else:
        return None
    named = any(word.lower() not in words.only and word[0].isupper() for word in re.split("[ -]", base) if word)
    return (base, kind) if named else None


def _is_others(base: str, kind: str) -> bool:
    """Whether the name is that of a country, a region or a body: "the PKK camp", "the Kurdistan airport"."""
    found = known(base)
    region = found.region is not None and kind in features().spread and kind not in OWN
    another = found.country is not None or region or actor_named(base) is not None
    return another or base.lower() in place_words().never


def feature(text: str) -> Place | None:
    """The feature of that name, with nothing but its name known."""
    text = " ".join(text.split())
    parts = split(text)
    if parts is None:
        return None
    base, kind = parts
    return Place(
        key=f"text:{bare(base)}-{'-'.join(kind.split())}",
        name=text,
        precision=features().spread.get(kind, "near"),
    )


def beside(place: Place, entry: Entry) -> Place:
    """A site with the point and country of the town it is called after; a wide feature stays as it is."""
    if place.precision != "near" or entry.country is None:
        return place
    return replace(
        place,
        country=entry.country.name,
        iso3=entry.country.iso3,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
    )
