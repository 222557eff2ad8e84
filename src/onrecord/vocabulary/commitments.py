"""Words for what somebody says will or must be done; the head of the file `commitments` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms


class Commitments(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `commitments`."""

    offers: tuple[str, ...]
    readiness: tuple[str, ...]
    conditions: tuple[str, ...]
    ultimatums: tuple[str, ...]
    deadlines: tuple[str, ...]
    giving: tuple[str, ...]
    acts: dict[str, str]
    planning: dict[str, tuple[str, ...]]


@cache
def commitments() -> Commitments:
    """The commitment vocabulary, loaded once."""
    return load("commitments", Commitments)


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the words of one of the lists."""
    return frozenset(form for word in getattr(commitments(), name) for form in forms(word))


@cache
def planning() -> dict[str, str]:
    """The types of the planning verbs, by each of their forms."""
    return {form: type_ for type_, verbs in commitments().planning.items() for verb in verbs for form in forms(verb)}
