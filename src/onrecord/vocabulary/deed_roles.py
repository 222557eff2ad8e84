"""Words that turn who does a deed to whom; the head of the file `deed_roles` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

Words = frozenset[str]


class Turned(Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase whose subject is whom it is done to: "came under fire from"."""

    verb: str
    words: tuple[str, ...]
    by: Words


class RoleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `deed_roles`."""

    light: Words
    directs: Words
    blames: Words
    bands: Words
    transitive: Words
    intransitive: Words
    giving: Words
    moving: Words
    aiming: Words
    means: Words
    own: Words
    situated: Words
    loosing: Words
    engaging: frozenset[str]
    hitting: Words
    answering: Words
    meeting: Words
    stakes: Words
    sway: Words
    suffered: Words
    mutual: Words
    qualities: Words
    doing: Words
    harms: Words
    voices: Words
    partitive: Words
    envoys: Words
    asides: Words
    forces: Words
    ministries: Words
    turned: tuple[Turned, ...]


@cache
def role_words() -> RoleWords:
    """The word lists, loaded once."""
    return load("deed_roles", RoleWords)


@cache
def turned() -> dict[str, tuple[Turned, ...]]:
    """The turned phrases by their verb, in the order of the file."""
    table: dict[str, list[Turned]] = {}
    for phrase in role_words().turned:
        table.setdefault(phrase.verb, []).append(phrase)
    return {verb: tuple(phrases) for verb, phrases in table.items()}
