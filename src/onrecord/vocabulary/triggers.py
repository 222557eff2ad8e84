"""Phrases of a vocabulary by the word that they hang on, for finding them in a parsed sentence.

A phrase of several words goes by its first word where it is a verb's ("open fire") and by its last where it is a noun's
("air strike"); the others must stand with it. Words are in their plain form; every form of each is found.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import Struct

from onrecord.vocabulary import measures
from onrecord.vocabulary.loader import load

T = TypeVar("T")
Forms = frozenset[str]


class Trigger(Struct, Generic[T], frozen=True):
    """A phrase that tells `kind`; `others` are the forms of its words beside the one it is listed under, in order."""

    others: tuple[Forms, ...]
    kind: T


class Irregular(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `irregular`: the forms of verbs that no rule makes."""

    verbs: Mapping[str, tuple[str, ...]]


Triggers = Mapping[str, tuple[Trigger[T], ...]]
Phrases = Mapping[str, tuple[tuple[Forms, ...], ...]]


@cache
def forms(word: str) -> Forms:
    """The forms of a verb or noun, with those that no rule makes: "withdraw" gives "withdrew" too."""
    return measures.forms(word) | frozenset(_irregular().verbs.get(word, ()))


@cache
def _irregular() -> Irregular:
    return load("irregular", Irregular)


def of_verbs(phrases: Iterable[tuple[str, T]]) -> Triggers[T]:
    """Verb phrases, with what each tells, by each form of their first word; the longest first."""
    return _triggers(phrases, head=0)


def of_nouns(phrases: Iterable[tuple[str, T]]) -> Triggers[T]:
    """Noun phrases, with what each tells, by each form of their last word; the longest first."""
    return _triggers(phrases, head=-1)


def phrases(words: Iterable[str]) -> Phrases:
    """Noun phrases by each form of their last word, each the forms of the words before it, in order."""
    table = of_nouns((phrase, None) for phrase in words)
    return MappingProxyType({form: tuple(found.others for found in triggers) for form, triggers in table.items()})


def tells(table: Triggers[T], words: Iterable[str]) -> tuple[T, ...]:
    """What is told by phrases of which every word is among `words`, in any order and form."""
    held = {word for phrase in words for word in phrase.lower().split()}
    return tuple(
        found.kind for word in held for found in table.get(word, ()) if all(other & held for other in found.others)
    )


def _triggers(phrases: Iterable[tuple[str, T]], head: int) -> Triggers[T]:
    table: dict[str, list[Trigger[T]]] = {}
    for phrase, kind in phrases:
        parts = phrase.split()
        others = tuple(forms(word) for number, word in enumerate(parts) if number != head % len(parts))
        for form in forms(parts[head]):
            table.setdefault(form, []).append(Trigger(others, kind))
    return MappingProxyType(
        {form: tuple(sorted(found, key=lambda each: -len(each.others))) for form, found in table.items()}
    )
