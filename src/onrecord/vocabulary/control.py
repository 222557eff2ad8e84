"""Words that tell who took, lost or holds a place; the head of the file `control` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import Phrases, Triggers, forms, of_nouns, of_verbs, phrases

Forms = frozenset[str]


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one change of control."""

    verbs: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    whoever: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    behind: Forms = frozenset()
    objects: bool = True
    direct: tuple[str, ...] = ()


class Control(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `control`."""

    changes: dict[str, Change]
    falls: tuple[str, ...]
    meanwhile: Forms
    yields: tuple[str, ...]
    driving: tuple[str, ...]
    beating: tuple[str, ...]
    blows: tuple[str, ...]
    hyphened: Forms
    lasting: tuple[str, ...]
    persons: tuple[str, ...]
    units: tuple[str, ...]
    men: tuple[str, ...]
    commands: tuple[str, ...]
    ways: tuple[str, ...]
    sieges: tuple[str, ...]
    announces: tuple[str, ...]
    breaks: tuple[str, ...]
    ringed: tuple[str, ...]
    flags: tuple[str, ...]
    single: tuple[str, ...]
    sway: tuple[str, ...]
    grants: tuple[str, ...]
    bastions: tuple[str, ...]
    hands: tuple[str, ...]
    comes: tuple[str, ...]
    returns: tuple[str, ...]
    has: tuple[str, ...]
    stays: tuple[str, ...]
    tries: tuple[str, ...]
    assaults: tuple[str, ...]
    onto: Forms
    grounds: tuple[str, ...]
    wide: tuple[str, ...]
    aloft: tuple[str, ...]
    settlements: Forms
    anybody: tuple[str, ...]
    partial: tuple[str, ...]
    never: tuple[str, ...]


@cache
def control() -> Control:
    """The control vocabulary, loaded once."""
    return load("control", Control)


@cache
def verbs() -> Triggers[str]:
    """The verbs that tell a change, their subject being who does it."""
    return of_verbs(
        (phrase, name)
        for name, change in control().changes.items()
        for phrase in (*change.whoever, *change.sure, *change.verbs)
    )


@cache
def nouns() -> Triggers[str]:
    """The nouns that tell a change."""
    return of_nouns((phrase, name) for name, change in control().changes.items() for phrase in change.nouns)


@cache
def whoever() -> Triggers[None]:
    """The verbs that tell a change whoever does it, or where nobody is named."""
    return of_verbs((phrase, None) for change in control().changes.values() for phrase in change.whoever)


@cache
def sure() -> Triggers[None]:
    """The verbs that tell a change where nobody is named."""
    return of_verbs(
        (phrase, None) for change in control().changes.values() for phrase in (*change.sure, *change.whoever)
    )


@cache
def telling() -> Forms:
    """Every word, in all forms, on which a phrase for control hangs."""
    lists = ("falls", "yields", "driving", "sway", "sieges", "ringed", "bastions")
    listed = frozenset[str]().union(*(forms_of(name) for name in lists))
    return listed | control().hyphened | forms("change") | frozenset(verbs()) | frozenset(nouns())


@cache
def grounds() -> Phrases:
    """What can be held."""
    return phrases(control().grounds)


@cache
def aloft() -> Phrases:
    """The grounds above or off a place."""
    return phrases(control().aloft)


@cache
def forms_of(name: str) -> Forms:
    """The forms of every word of the list `name`."""
    listed: tuple[str, ...] = getattr(control(), name)
    return frozenset(form for word in listed for form in forms(word))
