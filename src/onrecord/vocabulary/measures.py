"""What reports of a crisis count: the grammar of each measure, classes of counted nouns, units."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

ROLES = ("object", "subject", "state", "of", "noun", "toll", "unit", "aid", "agent", "instance", "times", "load")


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which `measure` is told; the head of the file `measures` describes the roles."""

    measure: str
    role: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    things: str = "persons"


class Deed(Struct, frozen=True, forbid_unknown_fields=True):
    """What was done to equipment or troops that are the object, or with `subject` the subject, of `verbs`; with `means`
    they stand behind "with", and the deed was done by them."""

    did: str
    verbs: tuple[str, ...]
    subject: bool = False
    means: bool = False


class Measures(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `measures`; its head says what each table holds."""

    frames: tuple[Frame, ...]
    deeds: tuple[Deed, ...]
    total: tuple[str, ...]
    fresh: tuple[str, ...]
    things: dict[str, tuple[str, ...]]
    units: dict[str, str]
    groups: dict[str, tuple[str, ...]]
    status: dict[str, tuple[str, ...]]
    standing: dict[str, tuple[str, ...]]
    irregular: dict[str, tuple[str, ...]]


class Units(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `units`: words of the text and the record's units."""

    weight: dict[str, str]
    distance: dict[str, str]
    area: dict[str, str]
    groups: dict[str, str]


@cache
def measures() -> Measures:
    """The measure vocabulary, loaded once."""
    return load("measures", Measures)


@cache
def units() -> Units:
    """The units, loaded once."""
    return load("units", Units)


@cache
def forms(word: str) -> frozenset[str]:
    """The forms a verb or noun of the vocabulary takes: "kill" gives kill, kills, killed, killing."""
    stem = word[:-1] if word.endswith("e") else word
    last = word[-1]
    made = {word, word + "s", word + "es", stem + "ed", stem + "ing"}
    if last == "y":
        made |= {word[:-1] + "ies", word[:-1] + "ied"}
    if len(word) > 2 and last not in "aeiouwxy" and word[-2] in "aeiou" and word[-3] not in "aeiou":
        made |= {word + last + "ed", word + last + "ing"}
    return frozenset(made.union(measures().irregular.get(word, ())))


@cache
def plain(form: str) -> frozenset[str]:
    """The plain forms of the vocabulary that `form` may be of; empty where it holds none."""
    return _plain_forms().get(form, frozenset())


@cache
def _plain_forms() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for word in _all_words():
        for form in forms(word):
            table.setdefault(form, set()).add(word)
    return {form: frozenset(words) for form, words in table.items()}


def _all_words() -> Iterable[str]:
    vocabulary, unit = measures(), units()
    for frame in vocabulary.frames:
        for phrase in (*frame.verbs, *frame.nouns):
            yield from phrase.split()
    for deed in vocabulary.deeds:
        for phrase in deed.verbs:
            yield from phrase.split()
    for table in (vocabulary.things, vocabulary.groups, vocabulary.status, vocabulary.standing):
        for words in table.values():
            for phrase in words:
                yield from phrase.split()
    for names in (unit.weight, unit.distance, unit.area, unit.groups):
        for phrase in names:
            yield from phrase.split()


@cache
def heads(kind: str, table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of class `kind` of `table` (things, groups, status, standing), by their last word."""
    return by_head(getattr(measures(), table).get(kind, ()))


def by_head(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, longest first, by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append(words)
    return {word: tuple(group) for word, group in found.items()}


def said_by(measure: str, words: Iterable[str]) -> bool:
    """Whether `words` are such as tell `measure`: a verb and noun of one of its frames, or for casualties both
    the killed and the wounded in one breath."""
    held = {plain_form for word in words for part in word.lower().split() for plain_form in plain(part) | {part}}
    if measure == "casualties" and _told("killed", held) and _told("wounded", held):
        return True
    return _told(measure, held)


def _told(measure: str, held: set[str]) -> bool:
    return any(
        (not frame.verbs or _some(frame.verbs, held)) and (not frame.nouns or _some(frame.nouns, held))
        for frame in measures().frames
        if frame.measure == measure
    )


def _some(phrases: Iterable[str], held: set[str]) -> bool:
    return any(all(word in held for word in phrase.split()) for phrase in phrases)
