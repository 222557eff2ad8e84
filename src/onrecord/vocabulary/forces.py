"""Common nouns that name somebody with a country or an owner: forces, governments, offices, groups, sources."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Forces(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of forces.toml, in lower case."""

    government: frozenset[str]
    offices: frozenset[str]
    local: frozenset[str]
    powers: frozenset[str]
    regions: frozenset[str]
    media: frozenset[str]
    people: frozenset[str]
    sources: frozenset[str]
    kinds: frozenset[str]
    common: frozenset[str]
    addressed: frozenset[str]
    deeds: frozenset[str]
    gifts: frozenset[str]
    being: frozenset[str]
    words: frozenset[str]
    others: frozenset[str]
    manner: frozenset[str]
    backers: frozenset[str]
    services: dict[str, str]
    named: dict[str, str]
    adjectives: dict[str, str]
    groups: dict[str, str]
    bodies: dict[str, str]


@cache
def forces() -> Forces:
    return load("forces", Forces)


@cache
def classes() -> dict[str, str]:
    """Every noun of the tables with the class of actor that it heads."""
    words = forces()
    listed = {
        "source": words.sources,
        "people": words.people,
        "media": words.media,
        "local": words.local,
        "powers": words.powers,
        "office": words.offices,
        "government": words.government,
        "group": words.groups,
        "force": words.services,
    }
    return {noun: kind for kind, nouns in listed.items() for noun in nouns}


def class_of(phrase: str) -> tuple[str, str] | None:
    """The longest noun of the tables that ends the phrase, and its class."""
    words = phrase.lower().replace("’", "'").split()
    for start in range(max(0, len(words) - 4), len(words)):
        noun = " ".join(words[start:])
        if noun in classes():
            return noun, classes()[noun]
    if words and words[-1] == "ministry":
        return "ministry", "office"
    return None
