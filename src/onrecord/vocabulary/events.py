"""Which words tell a deed of a conflict, and its codes in PLOVER and ACLED."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Phrases, Triggers, of_nouns, of_verbs, phrases


class Kind(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One kind of deed; the head of the vocabulary file `events` describes the fields."""

    plover: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    mode: str | None = None
    sub_event: str | None = None
    to: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    object: str | None = None
    sure: bool = False
    mutual: bool = False
    turned: bool = False
    harm: bool = False
    own: bool = False
    thing: str | None = None
    directed: bool = False
    states: bool = False
    helpers: bool = False


class Code(Struct, frozen=True, forbid_unknown_fields=True):
    """A PLOVER type, and the mode where there is one."""

    plover: str
    mode: str | None = None


class Means(Struct, frozen=True, forbid_unknown_fields=True):
    """What an assault was done with, by the words for it."""

    mode: str
    sub_event: str
    words: tuple[str, ...]


class Events(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `events`; its head says what each table holds."""

    deeds: tuple[Kind, ...]
    means: tuple[Means, ...]
    things: dict[str, tuple[str, ...]]
    alone: tuple[str, ...]
    warlike: frozenset[str]
    whole: frozenset[str]
    possessions: tuple[str, ...]
    holding: frozenset[str]
    taking: frozenset[str]
    governing: frozenset[str]
    raging: frozenset[str]
    fierce: frozenset[str]
    bloodless: frozenset[str]
    armed: frozenset[str]
    wars: frozenset[str]
    causes: frozenset[str]
    festive: frozenset[str]
    unaided: frozenset[str]
    stretches: frozenset[str]
    unready: frozenset[str]
    rejected: tuple[str, ...]
    refusals: frozenset[str]
    breaches: frozenset[str]
    asking: frozenset[str]
    answers: frozenset[str]
    provoking: frozenset[str]
    repelled: frozenset[str]
    striking: frozenset[str]
    grounded: frozenset[str]
    placing: frozenset[str]
    falling: frozenset[str]
    leading: frozenset[str]
    addressed: frozenset[str]
    acts: dict[str, Code]
    contacts: dict[str, Code]
    discontinued: Code
    statuses: dict[str, str]
    changes: dict[str, Code]
    contexts: dict[str, tuple[str, ...]]
    objects: dict[str, tuple[str, ...]]


@cache
def events() -> Events:
    """The event vocabulary, loaded once."""
    return load("events", Events)


@cache
def verbs() -> Triggers[Kind]:
    """The verbs that tell deeds."""
    return of_verbs((phrase, kind) for kind in events().deeds for phrase in kind.verbs)


@cache
def nouns() -> Triggers[Kind]:
    """The nouns that tell deeds."""
    return of_nouns((phrase, kind) for kind in events().deeds for phrase in kind.nouns)


@cache
def means() -> Mapping[str, Means]:
    """What an assault was done with, by each form of the words for it."""
    return MappingProxyType({form: each for each in events().means for word in each.words for form in forms(word)})


@cache
def things(name: str) -> Phrases:
    """The phrases of a class of things."""
    return phrases(events().things[name])


@cache
def objects(name: str) -> Phrases:
    """The phrases for an object of that name."""
    return phrases(events().objects[name])


@cache
def contexts(name: str) -> Phrases:
    """The phrases that tell a context."""
    return phrases(events().contexts[name])


@cache
def possessions() -> Phrases:
    """The phrases for things of which it matters whose they are."""
    return phrases(events().possessions)


@cache
def rejected() -> Phrases:
    """The phrases for what one rejects of somebody else's."""
    return phrases(events().rejected)
