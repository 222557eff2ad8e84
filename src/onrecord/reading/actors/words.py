"""What words of a naming phrase tell: its country, its backer, the phrase without what only introduces it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.model.actors import Actor
from onrecord.vocabulary.countries import Country, country_named, country_of_capital, country_of_demonym
from onrecord.vocabulary.forces import class_of, forces
from onrecord.vocabulary.known_actors import REMEMBERED, actor_named, person_named, split
from onrecord.vocabulary.titles import may_precede, rules
from onrecord.vocabulary.unnamed import kind_of

DETERMINER = re.compile(
    r"^(?:(?:the|a|an|another|one|some|several|many|other|more|most|all|these|those|both|any|two|three|dozen|dozens|hundreds|thousands|his|her|its|their)\s+)+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"\s?['’]s?$")
_APART = re.compile(r" (['’]s)\b")
_BACKED = re.compile(r"(\S{{1,60}}(?: \S{{1,60}})?) ?[-–] ?(?:{})\b".format("|".join(sorted(forces().backers))))
_SIDED = re.compile(r"\b(?:pro|anti|non|ex) ?[-–] ?\S+ ")
ARMED = frozenset(("armed force", "armed group", "militia", "police"))
LOYAL = " loyal to "  # between people and the one whom they serve
YEARS = "0123456789- "
LONGEST_ACRONYM = 4  # letters; longer words in capitals are names in a dateline or headline


def tidy(text: str) -> str:
    """The words with single spaces, without a determiner before and a possessive after them."""
    return POSSESSIVE.sub("", DETERMINER.sub("", _APART.sub(r"\1", " ".join(text.split()))))


@lru_cache(maxsize=REMEMBERED)
def country_in(text: str) -> Country | None:
    """The country that the text names: itself, its people, its capital or, whole, one who rules it; the first one."""
    words = [POSSESSIVE.sub("", word) for word in _BACKED.sub(" ", _SIDED.sub(" ", f"{text} ")).split()]
    for start in range(len(words)):
        for end in range(min(len(words), start + 5), start, -1):
            named = " ".join(words[start:end])
            named = named.title() if named.isupper() and len(named) > LONGEST_ACRONYM else named
            country = country_named(named) or country_of_demonym(named) or country_of_capital(named)
            if country is not None:
                return country
    known = actor_named(tidy(text))
    if known is None or known.country is None or (known.type == "person" and not _rules(known)):
        return None
    return country_named(known.country)


def _rules(known: Actor) -> bool:
    """Whether the person has or had a country's forces behind him, as the commander of a group has not."""
    row = person_named(known.key)
    return row is not None and any(rules(office.rstrip(YEARS)) for office in split(row.offices))


def adjective(country: Country) -> str:
    return forces().adjectives.get(country.name, country.demonyms[0] if country.demonyms else country.name)


def owner(words: Sequence[str]) -> Country | None:
    """The country of the first cited words that name one."""
    return next((country for text in words if (country := country_in(text)) is not None), None)


def without_country(phrase: str) -> str:
    """The phrase without the words that name its country: at its start, or behind "of" at its end."""
    words = phrase.split()
    for end in range(min(4, len(words) - 1), 0, -1):
        if whole_country(" ".join(words[:end])):
            return tidy(" ".join(words[end:]))
    for start in range(len(words) - 1, max(0, len(words) - 5), -1):
        if words[start - 1].lower() == "of" and whole_country(" ".join(words[start:])):
            return " ".join(words[: start - 1])
    return phrase


def whole_country(text: str) -> bool:
    bare = POSSESSIVE.sub("", text)
    return bool(country_named(bare) or country_of_demonym(bare) or country_of_capital(bare))


def common(phrase: str) -> str:
    """The phrase with a small letter where only the start of a sentence made it a capital."""
    if phrase.isupper():
        phrase = " ".join(word.title() if whole_country(word.title()) else word.lower() for word in phrase.split())
    first, *rest = phrase.split()
    low = first.lower()
    bare = low.rstrip(",")
    noun = class_of(bare) or class_of(bare.removesuffix("s")) or kind_of(bare)
    common = noun or bare in forces().manner | forces().common or may_precede(bare)
    kept = whole_country(first) or first in forces().regions
    return " ".join([low if common and not kept else first, *rest])


def side(phrase: str) -> str | None:
    """The power behind a group: "Turkish-backed rebels" act for Turkey."""
    match = _BACKED.search(phrase)
    for backer in (match[1], match[1].split()[-1]) if match else ():
        country = country_named(backer) or country_of_demonym(backer)
        if country is not None:
            return country.name
    return None
