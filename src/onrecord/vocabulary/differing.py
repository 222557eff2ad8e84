"""Words by which accounts of one plan differ; the head of the file `differing` says what each list holds."""

import re
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import Triggers, of_verbs


class Differing(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `differing`."""

    dropped: tuple[str, ...]
    delayed: tuple[str, ...]
    because: tuple[str, ...]


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
