"""What tells the name of a person from that of a thing."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of names.toml: given names, small words inside names, words that make a name that of a thing."""

    male: str
    female: str
    particles: str
    syllables: str
    hyphened: str
    things: str


@cache
def listed(which: str) -> frozenset[str]:
    """The list `male`, `female`, `particles`, `syllables`, `hyphened` or `things`."""
    return frozenset(getattr(load("names", Names), which).split())


def gender_of(given: str) -> str:
    """m, f, or nothing where the given name is not listed or is borne by both."""
    male, female = given in listed("male"), given in listed("female")
    return "" if male == female else "m" if male else "f"


def is_given(word: str) -> bool:
    return word in listed("male") or word in listed("female")
