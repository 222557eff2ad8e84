"""Words that tell whether a deed came about; the head of the file `deeds` says what each table holds."""

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from onrecord.model.terms import EVENT_STATUS as STATUSES
from onrecord.vocabulary import measures
from onrecord.vocabulary.loader import load

Words = frozenset[str]
EFFECTS = frozenset({*STATUSES, "carried", "continued", "ended", "witnessed"})
BE = ("be", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "am", "'m", "’m")
FRAMES = ("infinitive", "gerund", "clause", "object", "subject", "passive")


class Governor(Struct, frozen=True, forbid_unknown_fields=True):
    """Words on which a deed may depend, and what becomes of it in each grammar."""

    words: tuple[str, ...]
    infinitive: str = ""
    gerund: str = ""
    clause: str = ""
    object: str = ""
    subject: str = ""
    passive: str = ""


class Forms(Struct, frozen=True, forbid_unknown_fields=True):
    """Small words and classes of words, as the file lists them."""

    future: Words
    would: Words
    possible: Words
    negative: Words
    only: Words
    conditions: Words
    temporal: Words
    to_come: Words
    habitual: Words
    states: Words
    happenings: Words
    partitive: Words


class Background(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of history, as the file lists them."""

    distance: Words
    phrases: tuple[str, ...]
    eras: tuple[str, ...]


class Deeds(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `deeds`."""

    governors: tuple[Governor, ...]
    prepositions: Mapping[str, str]
    qualifiers: Mapping[str, Words]
    forms: Forms
    background: Background
    denials: tuple[str, ...]
    accords: Words
    irregular: Mapping[str, tuple[str, ...]]


@cache
def deeds() -> Deeds:
    """The file, loaded once."""
    return load("deeds", Deeds)


@cache
def words() -> Forms:
    """The small words, loaded once."""
    return deeds().forms


@cache
def forms(word: str) -> Words:
    """The forms of a verb, noun or adjective of the file; of "=had" only "had"."""
    if word.startswith("="):
        return frozenset({word[1:]})
    return measures.forms(word) | frozenset(deeds().irregular.get(word, ()))


@cache
def forms_of(name: str) -> Words:
    """The forms of every word of the list `name`."""
    listed: Words = getattr(words(), name)
    return frozenset(form for word in listed for form in forms(word))


def effect(form: str, frame: str, link: str = "") -> str | None:
    """What becomes of a deed that depends on a word in the form `form` (in lower case) in the grammar `frame`.

    `link` is the particle or preposition of that word, or "". None where nothing is known.
    """
    return _effects().get((form, link, frame))


@cache
def qualifiers() -> Mapping[str, str]:
    """Each adjective and adverb of a deed, and its status ("vague" where it leaves none)."""
    return {word: status for status, listed in deeds().qualifiers.items() for word in listed}


@cache
def signs() -> Mapping[str, Words]:
    """Each word that tells a status, and the statuses that it can tell."""
    found: dict[str, set[str]] = {}
    for word, status in _signs():
        found.setdefault(word, set()).add(status)
    return {word: frozenset(statuses) for word, statuses in found.items()}


@cache
def _effects() -> Mapping[tuple[str, str, str], str]:
    found: dict[tuple[str, str, str], str] = {}
    listed = [(word, governor) for governor in deeds().governors for word in governor.words]
    for word, governor in sorted(listed, key=lambda each: not each[0].startswith("=")):  # a single form counts first
        base, _, link = word.partition(" ")
        for frame in FRAMES:
            told = getattr(governor, frame)
            for form in forms(base) if told else ():
                found.setdefault((form, link, frame), told)
    return found


def _signs() -> Iterator[tuple[str, str]]:
    """Words and statuses. What is planned or tried is no more than supposed where something else makes it so."""
    for (form, _, _), told in _effects().items():
        yield from ((form, status) for status in _told(told))
    for word, told in deeds().prepositions.items():
        yield from ((word, status) for status in _told(told))
    for word, told in qualifiers().items():
        yield from ((word, status) for status in _told(told))
    listed = words()
    for word in listed.future | listed.to_come | listed.would:
        yield from ((word, "planned"), (word, "hypothetical"))
    for word in listed.possible | listed.conditions | listed.temporal:
        yield word, "hypothetical"
    for word in listed.negative:
        yield from ((word, "denied"), (word, "hypothetical"))
    for phrase in deeds().denials:
        if not listed.negative.intersection(phrase.split()):  # "out of the question"
            yield phrase.split()[-1], "denied"
    for word in ("any", "?"):
        yield word, "hypothetical"
    for word in ("to", *BE):  # "army to withdraw", "was to meet"
        yield from ((word, "planned"), (word, "hypothetical"))


def _told(effect: str) -> tuple[str, ...]:
    match effect:
        case "carried" | "vague":
            return ()
        case "continued" | "ended":
            return ("ongoing",)
        case "happened" | "witnessed":
            return ("happened",)
        case _:
            return (effect, "hypothetical") if effect in ("planned", "attempted") else (effect,)
