"""Words for sites and the states they are in; the head of the file `sites` says what each list holds."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import Phrases, Triggers, forms, of_verbs, phrases


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one state."""

    verbs: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    coded: bool = True


class Sites(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `sites`."""

    nouns: tuple[str, ...]
    common: tuple[str, ...]
    owned: tuple[str, ...]
    military: tuple[str, ...]
    standing: tuple[str, ...]
    assaults: tuple[str, ...]
    trade: frozenset[str]
    nature: frozenset[str]
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
def owned() -> Phrases:
    """The nouns that are one only with an owner."""
    return phrases(sites().owned)


@cache
def kinds() -> frozenset[str]:
    """The words before a noun that make of it another kind of site: "military base", "observation post"."""
    return frozenset(word for phrase in sites().nouns for word in phrase.split()[:-1])


@cache
def done_to() -> Triggers[str]:
    """The verbs whose object or passive subject comes into a state."""
    return of_verbs(
        (verb, name) for name, state in sites().states.items() for verb in (*state.verbs, *state.hits, *state.named)
    )


@cache
def done_by() -> Triggers[str]:
    """The verbs whose subject comes into a state."""
    return of_verbs((phrase, name) for name, state in sites().states.items() for phrase in state.of)


@cache
def said_of() -> Mapping[tuple[str, ...], str]:
    """The phrases said of a site, word by word, with the state they tell."""
    return {tuple(phrase.split()): name for name, state in sites().states.items() for phrase in state.words}


@cache
def before() -> Mapping[tuple[str, ...], str]:
    """The adjectives before a site, with the state they tell."""
    return {(word,): name for name, state in sites().states.items() for word in state.before}


@cache
def hits() -> frozenset[str]:
    """The verbs, in all forms, that tell a state only of sites that are counted or named."""
    return frozenset(form for state in sites().states.values() for verb in state.hits for form in forms(verb))


@cache
def named() -> frozenset[str]:
    """The verbs, in all forms, that tell a state only of sites that bear a name."""
    return frozenset(form for state in sites().states.values() for verb in state.named for form in forms(verb))


@cache
def forms_of(name: str) -> frozenset[str]:
    """The forms of every word of the list `name`."""
    listed: tuple[str, ...] = getattr(sites(), name)
    return frozenset(form for word in listed for form in forms(word))
