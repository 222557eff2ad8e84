"""Words by which somebody says that an accord was kept or broken; the head of the file `compliance` says what each list
holds."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import forms

Words = frozenset[str]


class Compliance(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `compliance`."""

    wrongs: tuple[str, ...]
    recording: tuple[str, ...]
    judging: tuple[str, ...]
    sides: tuple[str, ...]
    complaining: tuple[str, ...]
    ceasing: tuple[str, ...]
    observers: tuple[str, ...]
    partial: tuple[str, ...]
    shares: tuple[str, ...]
    owed: tuple[str, ...]
    holding: tuple[str, ...]
    failing: tuple[str, ...]
    accusing: tuple[str, ...]
    charges: tuple[str, ...]
    rejecting: tuple[str, ...]
    trading: tuple[str, ...]
    enforcing: tuple[str, ...]
    tolerating: tuple[str, ...]
    vowing: tuple[str, ...]
    duties: tuple[str, ...]
    undone: tuple[str, ...]
    of_it: tuple[str, ...]
    stances: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]


@cache
def compliance() -> Compliance:
    """The compliance vocabulary, loaded once."""
    return load("compliance", Compliance)


@cache
def words(name: str) -> Words:
    """All forms of the words of a list."""
    listed: tuple[str, ...] = getattr(compliance(), name)
    return frozenset(form for word in listed for form in forms(word))


@cache
def verbs() -> Mapping[tuple[str, str], str]:
    """The stance that each form of a verb tells with the preposition behind it, or ""."""
    found: dict[tuple[str, str], str] = {}
    for stance, listed in compliance().stances.items():
        for phrase in listed:
            verb, _, link = phrase.partition(" ")
            for form in forms(verb):
                found.setdefault((form, link), stance)
    return MappingProxyType(found)


@cache
def phrases() -> Mapping[tuple[str, ...], str]:
    """The stance that each phrase before an accord tells, word by word."""
    return MappingProxyType(
        {tuple(phrase.split()): stance for stance, listed in compliance().phrases.items() for phrase in listed}
    )


def stances_told(words_: tuple[str, ...]) -> frozenset[str]:
    """The stances that words in lower case can tell: a verb with its preposition, a noun of wrong, a phrase."""
    found = {stance for (verb, link), stance in verbs().items() if verb in words_ and (not link or link in words_)}
    found |= {stance for phrase, stance in phrases().items() if all(part in words_ for part in phrase)}
    if any(word in words("wrongs") for word in words_):
        found.add("violated")
    if any(word in words("holding") for word in words_):
        found.add("kept")
    return frozenset(found)


def phrase_of(name: str, verb: str, link: str) -> bool:
    """Whether a form of a verb stands in the list with the preposition behind it, or ""."""
    return (verb, link) in _linked(name)


def tells_phrase(name: str, words_: tuple[str, ...]) -> bool:
    """Whether words in lower case hold a verb of the list with its preposition."""
    return any(verb in words_ and (not link or link in words_) for verb, link in _linked(name))


@cache
def _linked(name: str) -> frozenset[tuple[str, str]]:
    listed: tuple[str, ...] = getattr(compliance(), name)
    parts = (phrase.partition(" ") for phrase in listed)
    return frozenset((form, link) for verb, _, link in parts for form in forms(verb))
