"""Words that tell who took, lost or holds a place; the head of the file `control` says what each list holds."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Phrases, Triggers, of_nouns, of_verbs, phrases


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one change of control."""

    verbs: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    behind: frozenset[str] = frozenset()


class Control(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `control`."""

    changes: dict[str, Change]
    grounds: tuple[str, ...]
    partial: tuple[str, ...]


@cache
def control() -> Control:
    """The control vocabulary, loaded once."""
    return load("control", Control)


@cache
def verbs() -> Triggers[str]:
    """The verbs that tell a change, their subject being who does it."""
    return of_verbs((phrase, name) for name, change in _changes() for phrase in (*change.sure, *change.verbs))


@cache
def falls() -> Triggers[str]:
    """The verbs that tell a change, their subject being the place."""
    return of_verbs((phrase, name) for name, change in _changes() for phrase in change.falls)


@cache
def nouns() -> Triggers[str]:
    """The nouns that tell a change."""
    return of_nouns((phrase, name) for name, change in _changes() for phrase in change.nouns)


@cache
def sure() -> frozenset[str]:
    """The verbs, in all forms, that tell of control whoever does it."""
    return frozenset(form for _, change in _changes() for phrase in change.sure for form in forms(phrase.split()[0]))


@cache
def grounds() -> Phrases:
    """What can be held."""
    return phrases(control().grounds)


@cache
def partial() -> frozenset[str]:
    """The words for a part of a place, in all forms."""
    return frozenset(form for word in control().partial for form in forms(word))


def _changes() -> Iterator[tuple[str, Change]]:
    yield from control().changes.items()
