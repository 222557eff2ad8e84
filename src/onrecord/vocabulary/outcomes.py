"""Words for what came of a commitment; the head of the file `outcomes` says what each list holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.triggers import forms as forms

CONDITION, ACT = "condition", "act"
MET, UNMET = "met", "not met"


class Answering(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs for meeting or not meeting what was asked, keeping or breaking what was announced."""

    meeting: tuple[str, ...]
    refusing: tuple[str, ...]
    keeping: tuple[str, ...]
    breaking: tuple[str, ...]


class Turning(Struct, frozen=True, forbid_unknown_fields=True):
    """The single words."""

    failing: tuple[str, ...]
    ending: tuple[str, ...]
    answers: tuple[str, ...]
    promised: tuple[str, ...]
    demanded: tuple[str, ...]


class Outcomes(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `outcomes`."""

    asked: dict[str, tuple[str, ...]]
    voiced: dict[str, tuple[str, ...]]
    answering: Answering
    turning: Turning


class Result(NamedTuple):
    """What a verb says came of a commitment: of its condition or its act, and whether that was met."""

    of: str
    came: str


class Verb(NamedTuple):
    """A form of a verb, the words behind it, and what it says."""

    tail: tuple[str, ...]
    result: Result


@cache
def outcomes() -> Outcomes:
    """The vocabulary of outcomes, loaded once."""
    return load("outcomes", Outcomes)


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the first words of one of the single lists."""
    listed: tuple[str, ...] = getattr(outcomes().turning, name)
    return frozenset(form for phrase in listed for form in forms(phrase.split()[0]))


@cache
def nouns() -> Mapping[str, tuple[str, str]]:
    """For each form of a noun for a commitment, its type and what comes of it: of the condition, or of the act."""
    listed = ((CONDITION, outcomes().asked), (ACT, outcomes().voiced))
    return MappingProxyType(
        {
            form: (type_, of)
            for of, kinds in listed
            for type_, each in kinds.items()
            for noun in each
            for form in forms(noun)
        }
    )


@cache
def verbs() -> Mapping[str, tuple[Verb, ...]]:
    """What each form of a verb says of a commitment, with the words that must stand behind it."""
    answering = outcomes().answering
    found: dict[str, list[Verb]] = defaultdict(list)
    listed = (
        (answering.meeting, Result(CONDITION, MET)),
        (answering.refusing, Result(CONDITION, UNMET)),
        (answering.keeping, Result(ACT, MET)),
        (answering.breaking, Result(ACT, UNMET)),
    )
    for phrases, result in listed:
        for phrase in phrases:
            verb, *tail = phrase.split()
            for form in forms(verb):
                found[form].append(Verb(tuple(tail), result))
    return MappingProxyType({form: tuple(each) for form, each in found.items()})


def results(told: Sequence[str]) -> frozenset[Result]:
    """What words in lower case, a verb with those behind it and a noun for a commitment, can say came of it."""
    of = {nouns()[word][1] for word in told if word in nouns()}
    return frozenset(
        verb.result
        for word in told
        for verb in verbs().get(word, ())
        if verb.result.of in of and _holds(told, verb.tail)
    )


def _holds(told: Iterable[str], tail: Sequence[str]) -> bool:
    held = set(told)
    return all(word in held for word in tail)
