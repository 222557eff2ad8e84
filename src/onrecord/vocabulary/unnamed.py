"""Nouns for people, bands and forces that a report speaks of without a name."""

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from onrecord.vocabulary.loader import load

LONGEST = 2  # words of a noun


class Unnamed(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of unnamed.toml, in lower case; its head says what each table holds."""

    quantities: frozenset[str]
    passing: frozenset[str]
    doubting: frozenset[str]
    kinds: dict[str, tuple[str, ...]]
    several: dict[str, tuple[str, ...]]
    irregular: dict[str, str]
    nobody: frozenset[str]


class Kind(NamedTuple):
    """The actor type of the people that a noun is for, and whether it means one of them alone."""

    type: str
    single: bool


@cache
def unnamed() -> Unnamed:
    return load("unnamed", Unnamed)


def plural(noun: str) -> str:
    """The plural of a noun of the vocabulary: "gunman" gives gunmen, "family" families."""
    if noun in unnamed().irregular:
        return unnamed().irregular[noun]
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@cache
def nouns() -> dict[str, Kind]:
    """Every form of every noun with the kind of people it is for."""
    table = {noun: Kind(type_, True) for type_, listed in unnamed().kinds.items() for noun in listed}
    table |= {plural(noun): Kind(type_, False) for type_, listed in unnamed().kinds.items() for noun in listed}
    return table | {noun: Kind(type_, False) for type_, listed in unnamed().several.items() for noun in listed}


@cache
def last_words() -> frozenset[str]:
    """The last words of all forms: what is looked for in a text first."""
    return frozenset(noun.split()[-1] for noun in nouns())


def kind_of(phrase: str) -> Kind | None:
    """The kind of people that the longest noun at the end of the phrase is for; None where there is none."""
    words = phrase.lower().split()
    tails = (" ".join(words[-count:]) for count in range(min(LONGEST, len(words)), 0, -1))
    return next((nouns().get(tail) for tail in tails if tail in nouns() or tail in unnamed().nobody), None)
