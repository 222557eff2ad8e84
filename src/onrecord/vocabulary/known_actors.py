"""Actors that the field knows by name: people, armed groups, bodies, media; and how to find their names in a text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from onrecord.model.actors import Actor
from onrecord.vocabulary.loader import load
from onrecord.vocabulary.name_spelling import spelt

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)*")
REMEMBERED = 50_000  # words and names whose folded form is kept
SCANNED = 1_024  # paragraphs whose names are kept
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss"})


class Person(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A row of persons.toml; `offices` and `forms` are separated by "; "."""

    name: str
    country: str
    gender: str
    offices: str
    forms: str


class Group(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A row of armed_groups.toml or bodies.toml."""

    name: str
    type: str
    country: str
    forms: str


class Medium(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A row of media.toml."""

    name: str
    country: str
    forms: str


class _Persons(Struct, frozen=True, forbid_unknown_fields=True):
    persons: tuple[Person, ...]


class _Groups(Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[Group, ...]


class _Bodies(Struct, frozen=True, forbid_unknown_fields=True):
    bodies: tuple[Group, ...]


class _Media(Struct, frozen=True, forbid_unknown_fields=True):
    media: tuple[Medium, ...]


class Word(NamedTuple):
    """A word of a text, folded, with its characters' place; `shape`: upper, title or lower as written."""

    folded: str
    start: int
    end: int
    shape: str


class Hit(NamedTuple):
    """A known name in a text: characters `start` to `end`."""

    start: int
    end: int
    actor: Actor


class _Form(NamedTuple):
    words: tuple[str, ...]
    shapes: tuple[str, ...]
    actor: Actor


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Lower case without marks, apostrophes and punctuation: "Hay’at al-Šām" is "hayat al sham"-like."""
    return " ".join(word.folded for word in words(text))


def actor_of(name: str, type_: str, country: str | None = None, side_of: str | None = None) -> Actor:
    """An actor under the key that its type and name make, for a person however the name is spelt; what stands in
    brackets only tells namesakes apart."""
    shown = re.sub(r" \((?!unnamed)[^()]*\)$", "", name)
    key = spelt(fold(name)) if type_ == "person" else fold(name)
    return Actor(key=f"{type_}:{key}", name=shown, type=type_, country=country or None, side_of=side_of)


def words(text: str) -> list[Word]:
    """The words of a text; a possessive 's is no part of its word."""
    found = []
    for match in _WORD.finditer(text):
        written = match.group()
        if len(written) > 2 and written[-2] in "'’‘ʼ`" and written[-1] in "sS":
            written = written[:-2]
        folded = _folded(written)
        if folded:
            found.append(Word(folded, match.start(), match.start() + len(written), _shape(written)))
    return found


@lru_cache(maxsize=REMEMBERED)
def _folded(written: str) -> str:
    plain = unicodedata.normalize("NFKD", written.casefold().translate(_PLAIN))
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


def _shape(written: str) -> str:
    if written.isupper():
        return "upper"
    return "title" if written[0].isupper() else "lower"


def _fits(asked: str, shape: str) -> bool:
    """Whether a word so written may be the word of a form: capitals ask for capitals, lower case takes all."""
    return shape == "upper" if asked == "upper" else asked == "lower" or shape != "lower"


@cache
def persons() -> tuple[Person, ...]:
    return load("persons", _Persons).persons


def person_named(key: str) -> Person | None:
    """The row of the person whose actor has that key."""
    return _by_key().get(key)


@cache
def _by_key() -> dict[str, Person]:
    return {actor_of(person.name, "person").key: person for person in persons()}


@cache
def _countries() -> dict[str, set[str]]:
    """The countries of the people by the last words of all their forms."""
    table: dict[str, set[str]] = defaultdict(set)
    for person in persons():
        for form in (person.name, *split(person.forms)):
            table[fold(form).rpartition(" ")[2]].add(person.country)
    return table


def is_shared(surname: str) -> bool:
    """Whether people of several countries that the field knows bear the surname."""
    return len(_countries().get(fold(surname).rpartition(" ")[2], ())) > 1


def rows() -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Every known actor with all its forms."""
    for person in persons():
        yield actor_of(person.name, "person", person.country), (person.name, *split(person.forms))
    for group in (*load("armed_groups", _Groups).groups, *load("bodies", _Bodies).bodies):
        actor = actor_of(group.name, group.type, group.country)
        yield actor, _own_forms(group.name, actor, group.forms)
    for medium in load("media", _Media).media:
        actor = actor_of(medium.name, "media", medium.country)
        yield actor, _own_forms(medium.name, actor, medium.forms)


def _own_forms(name: str, actor: Actor, forms: str) -> tuple[str, ...]:
    """The name and the other forms; a name that brackets tell from its namesakes is no form by itself."""
    return split(forms) if name != actor.name else (name, *split(forms))


def split(listed: str) -> tuple[str, ...]:
    return tuple(part for part in listed.split("; ") if part)


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """Every form by its first word, longest first."""
    table: dict[str, dict[tuple[str, ...], _Form]] = defaultdict(dict)
    for actor, forms in rows():
        for form in forms:
            found = words(form)
            key = tuple(word.folded for word in found)
            shapes = tuple("lower" if _article(word) else word.shape for word in found)
            table[key[0]].setdefault((*key, *shapes), _Form(key, shapes, actor))
    return {first: tuple(sorted(forms.values(), key=lambda form: -len(form.words))) for first, forms in table.items()}


def _article(word: Word) -> bool:
    """Arabic articles and the like are written either way: al-Nusra, Al-Nusra."""
    return word.folded in ("al", "el", "as", "ash", "the", "ul") and word.shape == "title"


@lru_cache(maxsize=SCANNED)
def known_actors(text: str) -> tuple[Hit, ...]:
    """The known names of the text, the longest at each place, from left to right.

    Several readers ask for those of one paragraph: the latest paragraphs are remembered.
    """
    found, table, at, hits = words(text), _forms(), 0, []
    while at < len(found):
        form = _form_at(found, at, table.get(found[at].folded, ()))
        if form is None:
            at += 1
            continue
        last = found[at + len(form.words) - 1]
        hits.append(Hit(found[at].start, last.end, form.actor))
        at += len(form.words)
    return tuple(hits)


def _form_at(found: list[Word], at: int, forms: tuple[_Form, ...]) -> _Form | None:
    for form in forms:
        here = found[at : at + len(form.words)]
        if len(here) == len(form.words) and all(
            word.folded == asked and _fits(shape, word.shape)
            for word, asked, shape in zip(here, form.words, form.shapes, strict=True)
        ):
            return form
    return None


@lru_cache(maxsize=REMEMBERED)
def actor_named(text: str) -> Actor | None:
    """The known actor that the whole text names, an article before it apart; a person by any spelling of the name."""
    found = words(text)
    for at in (0, 1):
        rest = found[at:]
        form = _form_at(rest, 0, _forms().get(rest[0].folded, ())) if rest else None
        if form is not None and len(form.words) == len(rest):
            return form.actor
        if not found or found[0].folded != "the":
            break
    spelt_so = len(found) > 1 and found[0].shape == found[-1].shape == "title"
    return _by_spelling().get(spelt(fold(text))) if spelt_so else None


@cache
def _by_spelling() -> dict[str, Actor]:
    """The people by the spellings of their names of several words."""
    forms = ((person, form) for person in persons() for form in (person.name, *split(person.forms)))
    return {spelt(fold(form)): actor_of(person.name, "person", person.country) for person, form in forms if " " in form}
