"""Words by which accounts of one thing differ; the head of the file `differing` says what each list holds."""

import re
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import Triggers, forms, of_verbs


class Differing(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `differing`."""

    dropped: tuple[str, ...]
    delayed: tuple[str, ...]
    because: tuple[str, ...]
    rebels: tuple[str, ...]
    government: tuple[str, ...]
    unlike: frozenset[str]
    hollow: tuple[str, ...]
    offices: frozenset[str]


@cache
def differing() -> Differing:
    """The vocabulary, loaded once."""
    return load("differing", Differing)


@cache
def fates() -> Triggers[str]:
    """The verbs by which a plan is "dropped" or "delayed"."""
    told = differing()
    return of_verbs([*((verb, "dropped") for verb in told.dropped), *((verb, "delayed") for verb in told.delayed)])


@cache
def because() -> re.Pattern[str]:
    """What stands before a reason."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, differing().because), key=len, reverse=True))})\b", re.I)


@cache
def camps() -> dict[str, str]:
    """By each form of the words of a camp the list that holds it, "rebels" or "government"."""
    told = differing()
    listed = {"rebels": told.rebels, "government": told.government}
    return {form: camp for camp, words in listed.items() for word in words for form in forms(word)}
