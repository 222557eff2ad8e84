"""What the vocabulary and the gazetteer know by a name, and what the writing of a paragraph tells."""

import re
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.reading.told_once import text_of
from onrecord.vocabulary.countries import Country, country_named, country_of_demonym
from onrecord.vocabulary.gazetteer import Entry, candidates
from onrecord.vocabulary.place_words import Region, place_words, region_named

LONG = re.compile(r"(?<!['’])\b[^\W\d_]{4,}\b(?!['’])")


SMALL = frozenset(("DET", "ADP", "CCONJ", "SCONJ", "PRON", "AUX", "ADV", "VERB", "PART", "NUM"))  # parts of no name
GREAT = 100_000


class Known(NamedTuple):
    """What a name may be: a country, a region, places of the gazetteer."""

    country: Country | None
    region: Region | None
    entries: tuple[Entry, ...]

    def __bool__(self) -> bool:
        return bool(self.country or self.region or self.entries)


UNKNOWN = Known(None, None, ())


@lru_cache(maxsize=32_768)
def known(text: str) -> Known:
    """What the vocabulary and the gazetteer know by that name, white space and hyphens as written."""
    country = country_named(text)
    if country and country.iso2 != "GE":
        return Known(country, None, ())
    if text.lower() in place_words().never | place_words().calendar or country_of_demonym(text):
        return Known(country, None, ())
    entries = candidates(text) if len(text) > 2 else ()
    if text.startswith("The "):
        entries = tuple(entry for entry in entries if entry.main)
    return Known(country, region_named(text), entries)


@lru_cache(maxsize=32_768)
def shown(words: str) -> str:
    """A name as it is shown: single spaces, capitals only at the start of words.

    Short words in capitals are abbreviations, unless a country or a great town is called so ("PERU", "GOMA").
    """
    text = " ".join(words.split())
    if text.isupper() and (len(text) > 4 or (len(text) == 4 and _is_great(text.title()))):
        return text.title()
    return text


def _is_great(name: str) -> bool:
    return country_named(name) is not None or any(e.main and e.population >= GREAT for e in candidates(name))


def is_headline(doc: Doc) -> bool:
    """Whether so many words are capitalised that capitals tell nothing."""
    return _is_title(text_of(doc))


@lru_cache(maxsize=1024)
def _is_title(text: str) -> bool:
    words = LONG.findall(text)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def starts_name(doc: Doc, i: int) -> bool:
    """Whether the capitalised word there goes on with another one, so that it is part of a longer name."""
    return doc[i].text[0].isupper() and i + 1 < len(doc) and doc[i + 1].text[0].isupper() and doc[i + 1].is_alpha
