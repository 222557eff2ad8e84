"""Words for accords and what becomes of them, and the accords known by name; the head of the file `accords` says what
each list holds."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.triggers import Phrases, Triggers, of_verbs, phrases

LONGEST_NAME = 12  # words, each hyphen counted
_SPLIT = re.compile(r"[\s–-]+")


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """The verbs that tell one state of an accord."""

    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


class Accord(Struct, frozen=True, forbid_unknown_fields=True):
    """An accord known by name. `made` is an ISO day, month or year; `marks` are what stands under it alone."""

    id: str
    names: tuple[str, ...]
    where: frozenset[str]
    parties: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    made: str | None = None
    marks: tuple[str, ...] = ()


class Accords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `accords`."""

    nouns: tuple[str, ...]
    truces: tuple[str, ...]
    unsure: tuple[str, ...]
    peace: tuple[str, ...]
    other: tuple[str, ...]
    another: tuple[str, ...]
    older: tuple[str, ...]
    open: tuple[str, ...]
    ideas: tuple[str, ...]
    breaking: tuple[str, ...]
    keeping: tuple[str, ...]
    hailing: tuple[str, ...]
    under: tuple[str, ...]
    wrongs: tuple[str, ...]
    siding: tuple[str, ...]
    entering: tuple[str, ...]
    accepting: tuple[str, ...]
    offers: tuple[str, ...]
    ceasing: tuple[str, ...]
    hostile: tuple[str, ...]
    opening: tuple[str, ...]
    unilateral: tuple[str, ...]
    declaring: tuple[str, ...]
    sides: tuple[str, ...]
    brokers: tuple[str, ...]
    terms: tuple[str, ...]
    states: dict[str, State]
    accords: tuple[Accord, ...]


@cache
def accords() -> Accords:
    """The accord vocabulary, loaded once."""
    return load("accords", Accords)


@cache
def sure() -> Phrases:
    """The nouns that are always an accord of a conflict."""
    return phrases(_apart(noun) for noun in accords().nouns)


@cache
def unsure() -> Phrases:
    """The nouns that may be one."""
    return phrases(_apart(noun) for noun in accords().unsure)


@cache
def words(name: str) -> frozenset[str]:
    """All forms of the words of a list; of those of several words, of the last."""
    listed: tuple[str, ...] = getattr(accords(), name)
    return frozenset(form for phrase in listed for form in forms(_apart(phrase).split()[-1]))


@cache
def done_to() -> Triggers[str]:
    """The verbs whose object comes into a state."""
    return of_verbs((verb, name) for name, state in accords().states.items() for verb in state.objects)


@cache
def done_by() -> Triggers[str]:
    """The verbs whose subject comes into a state."""
    return of_verbs((verb, name) for name, state in accords().states.items() for verb in state.subjects)


@cache
def terms() -> Triggers[None]:
    """The verbs by which an accord says what is to be done."""
    return of_verbs((verb, None) for verb in accords().terms)


def named(text: str) -> tuple[Accord, ...]:
    """The accords that have the text for a name, an article apart; words that are names in ours must be written so."""
    parts = _parts(text.removeprefix("the ").removeprefix("The "))
    found = _with_name(parts)
    if not found and len(parts) > 2 and parts[0].isdecimal():  # "the 2015 Algiers agreement"
        found = tuple(accord for accord in _with_name(parts[1:]) if (accord.made or "").startswith(parts[0]))
    while not found and len(parts) > 2 and parts[-1].lower() in _common():  # "the Esquipulas II peace agreements"
        parts = parts[:-1]
        found = _with_name(parts)
    return found


@cache
def common_starts() -> frozenset[str]:
    """The words in lower case with which the name of an accord may begin: "nationwide", "five"."""
    return frozenset(first for name, _ in _names() if (first := _parts(name)[0]).islower())


@cache
def last_words() -> frozenset[str]:
    """The words, in lower case, in which the name of an accord may end."""
    return frozenset(_parts(name)[-1].lower() for name, _ in _names()) | {
        form for noun in ("agreement", "accord", "deal", "pact") for form in forms(noun)
    }


def described(year: int, parties: frozenset[str]) -> Accord | None:
    """The one known accord of that year made by several, all of them among those named; None where none or two are."""
    found = [
        accord
        for accord in accords().accords
        if accord.made is not None
        and accord.made.startswith(str(year))
        and len(accord.parties) > 1
        and parties.issuperset(accord.parties)
    ]
    return found[0] if len(found) == 1 else None


def with_mark(words_: list[str], parties: frozenset[str], where: frozenset[str]) -> Accord | None:
    """The one known accord under which stands what the words, in lower case, name, and all of whose parties and one of
    whose places are among those named; None where none or two are."""
    found = [
        accord
        for accord in accords().accords
        if accord.marks and accord.where & where and len(accord.parties) > 1
        if parties.issuperset(accord.parties) and _is_marked(accord, words_)
    ]
    return found[0] if len(found) == 1 else None


def _is_marked(accord: Accord, words_: list[str]) -> bool:
    marks = [[forms(word) | {word} for word in mark.split()] for mark in accord.marks]
    return any(
        all(word in form for word, form in zip(words_[at:], mark, strict=False)) and at + len(mark) <= len(words_)
        for mark in marks
        for at in range(len(words_))
    )


@cache
def _by_name() -> Mapping[tuple[str, ...], tuple[tuple[str, Accord], ...]]:
    table: dict[tuple[str, ...], list[tuple[str, Accord]]] = {}
    for name, accord in _names():
        table.setdefault(_key(_parts(name)), []).append((name, accord))
    return MappingProxyType({name: tuple(found) for name, found in table.items()})


def _with_name(parts: list[str]) -> tuple[Accord, ...]:
    found = _by_name().get(_key(parts), ())
    distinct = {accord.id: accord for name, accord in found if all(map(_fits, _told(parts), _told(_parts(name))))}
    return tuple(distinct.values())


def _told(parts: list[str]) -> list[str]:
    """The parts that tell accords apart: "peace" behind the name of a place does not."""
    return [part for at, part in enumerate(parts) if part.lower() != "peace" or at == 0 or not parts[0][0].isupper()]


def _key(parts: list[str]) -> tuple[str, ...]:
    """What names have in common that differ by their noun alone: "Algiers accord", "Algiers peace deal"."""
    lowered = (part.lower() for part in _told(parts))
    return tuple(
        "agreement" if part.rstrip("s") in ("agreement", "accord", "deal", "pact") else part for part in lowered
    )


def _names() -> Iterator[tuple[str, Accord]]:
    for accord in accords().accords:
        for name in accord.names:
            yield name, accord


def _fits(written: str, asked: str) -> bool:
    return not asked[0].isupper() or written[0].isupper() or asked.lower() in _common()


@cache
def _common() -> frozenset[str]:
    """The words of names that may be written small."""
    nouns = (
        *accords().nouns,
        *accords().unsure,
        "peace",
        "grain",
        "initiative",
        "declaration",
        "consensus",
        "document",
        "plan",
    )
    return frozenset(form for noun in nouns for part in _parts(noun) for form in forms(part))


def _parts(text: str) -> list[str]:
    return [part for part in _SPLIT.split(text) if part]


def _apart(phrase: str) -> str:
    return phrase.replace("-", " - ")
