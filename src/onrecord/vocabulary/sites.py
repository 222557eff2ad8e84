"""Words for sites and the states they are in; the head of the file `sites` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Phrases, Triggers, of_verbs, phrases


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one state."""

    verbs: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Sites(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `sites`."""

    nouns: tuple[str, ...]
    common: tuple[str, ...]
    standing: tuple[str, ...]
    states: dict[str, State]


@cache
def sites() -> Sites:
    """The site vocabulary, loaded once."""
    return load("sites", Sites)


@cache
def nouns() -> Phrases:
    """The nouns for sites."""
    return phrases(sites().nouns)


@cache
def common() -> Phrases:
    """The nouns that are one only with an owner or a number."""
    return phrases(sites().common)


@cache
def done_to() -> Triggers[str]:
    """The verbs whose object or passive subject comes into a state."""
    return of_verbs((phrase, name) for name, state in sites().states.items() for phrase in state.verbs)


@cache
def done_by() -> Triggers[str]:
    """The verbs whose subject comes into a state."""
    return of_verbs((phrase, name) for name, state in sites().states.items() for phrase in state.of)


@cache
def said_of() -> dict[tuple[str, ...], str]:
    """The phrases said of a site, word by word, with the state they tell."""
    return {tuple(phrase.split()): name for name, state in sites().states.items() for phrase in state.words}


@cache
def standing() -> frozenset[str]:
    """The verbs by which somebody has sites, in all forms."""
    return frozenset(form for verb in sites().standing for form in forms(verb))
