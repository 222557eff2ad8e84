"""Words for what somebody says will or must be done; the head of the file `commitments` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.titles import titles
from onrecord.vocabulary.triggers import Triggers, of_verbs


class Governor(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell one type of commitment."""

    verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Conflict(Struct, frozen=True, forbid_unknown_fields=True):
    """What a commitment of a conflict is about; `force` are the deeds of violence."""

    force: tuple[str, ...]
    deeds: tuple[str, ...]
    matters: tuple[str, ...]


class Commitments(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `commitments`."""

    wants: tuple[str, ...]
    announcing: tuple[str, ...]
    deadlines: tuple[str, ...]
    giving: tuple[str, ...]
    ending: tuple[str, ...]
    willed: tuple[str, ...]
    conditions: tuple[str, ...]
    urgent: tuple[str, ...]
    using: tuple[str, ...]
    helping: tuple[str, ...]
    offering: tuple[str, ...]
    promised: tuple[str, ...]
    help: tuple[str, ...]
    declaring: tuple[str, ...]
    declared: tuple[str, ...]
    ceased: tuple[str, ...]
    refusing: tuple[str, ...]
    resisted: tuple[str, ...]
    staying: tuple[str, ...]
    beginning: tuple[str, ...]
    begun: tuple[str, ...]
    leaving: tuple[str, ...]
    pressing: tuple[str, ...]
    changing: tuple[str, ...]
    yielding: tuple[str, ...]
    officials: tuple[str, ...]
    private: tuple[str, ...]
    doubted: tuple[str, ...]
    stances: tuple[str, ...]
    envoys: tuple[str, ...]
    answers: tuple[str, ...]
    withheld: tuple[str, ...]
    states: tuple[str, ...]
    granted: tuple[str, ...]
    carriers: tuple[str, ...]
    forcing: tuple[str, ...]
    intent: tuple[str, ...]
    ordering: tuple[str, ...]
    binding: tuple[str, ...]
    stipulating: tuple[str, ...]
    owed: tuple[str, ...]
    deals: tuple[str, ...]
    regarding: tuple[str, ...]
    moving: tuple[str, ...]
    ours: tuple[str, ...]
    boasts: tuple[str, ...]
    movements: tuple[str, ...]
    reckonings: tuple[str, ...]
    unpaid: tuple[str, ...]
    outside: tuple[str, ...]
    acts: dict[str, str]
    times: dict[str, int]
    governors: dict[str, Governor]
    conflict: Conflict


@cache
def commitments() -> Commitments:
    """The commitment vocabulary, loaded once."""
    return load("commitments", Commitments)


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the single words of one of the lists."""
    return frozenset(form for word in getattr(commitments(), name) if " " not in word for form in forms(word))


@cache
def conditions() -> tuple[tuple[str, ...], ...]:
    """The words and phrases that open a condition, the longest first."""
    return tuple(sorted((tuple(each.split()) for each in commitments().conditions), key=lambda each: -len(each)))


@cache
def governing(part: str) -> dict[str, str]:
    """The type that each form of the governing verbs, adjectives or nouns tells."""
    listed = ((type_, word) for type_, each in commitments().governors.items() for word in getattr(each, part))
    if part == "adjectives":
        return {word: type_ for type_, word in listed}
    return {form: type_ for type_, word in listed for form in forms(word)}


@cache
def owing() -> frozenset[str]:
    """The words that put what is told behind them ahead: "is due to", "is set to", "plans to"."""
    plans = commitments().governors["plan"]
    return frozenset({*plans.adjectives, *words("owed")})


@cache
def verbs_of_force() -> Triggers[None]:
    """Deeds of violence told by verbs."""
    return of_verbs((phrase, None) for phrase in commitments().conflict.force)


@cache
def verbs_of_conflict() -> Triggers[None]:
    """All deeds of a conflict told by verbs."""
    conflict = commitments().conflict
    return of_verbs((phrase, None) for phrase in (*conflict.force, *conflict.deeds))


@cache
def reckonings() -> Triggers[bool]:
    """Verb phrases that threaten with what will follow; True for those that tell so behind "not" ("go unpunished")."""
    listed = commitments()
    return of_verbs((*((phrase, False) for phrase in listed.reckonings), *((phrase, True) for phrase in listed.unpaid)))


@cache
def matters() -> frozenset[str]:
    """The nouns and adjectives for deeds and matters of a conflict, in all forms."""
    conflict = commitments().conflict
    listed = (*conflict.force, *conflict.deeds, *conflict.matters)
    return frozenset(form for each in listed if " " not in each for form in forms(each))


@cache
def nouns_of_force() -> frozenset[str]:
    """The nouns for deeds of violence, in all forms."""
    return frozenset(form for each in commitments().conflict.force if " " not in each for form in forms(each))


@cache
def hours() -> dict[str, int]:
    """The length in hours of each form of the units of time."""
    return {form: length for unit, length in commitments().times.items() for form in (unit, f"{unit}s")}


@cache
def telling() -> frozenset[str]:
    """Every form of the words that may tell a commitment by themselves."""
    governed = (form for part in ("verbs", "adjectives", "nouns") for form in governing(part))
    return frozenset({*governed, *words("wants"), *words("deadlines"), *words("willed"), *hours(), "until"})


@cache
def officials() -> frozenset[str]:
    """The words by which people are said to speak or act for a side: offices, ranks and the like."""
    known = titles()
    listed = (*known.offices, *known.ranks, *known.leaders, *known.rulers, *commitments().officials)
    return frozenset(phrase.split()[-1] for phrase in listed)
