"""The rules by which an actor follows from words: one builder a rule, used to read it and to check it again.

A builder takes the cited words (the naming phrase first, then the words that name its country or owner) and gives the
actor they make, or None. Nothing else is looked at, so a corrupted name, type or country no longer follows.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from onrecord.model.actors import Actor
from onrecord.reading.actors.backed import RULE as WITH_COUNTRY
from onrecord.reading.actors.backed import of_country
from onrecord.reading.actors.described import (
    anonymous,
    force,
    government,
    group,
    local,
    medium,
    office,
    people,
    powers,
    several,
    unnamed,
)
from onrecord.reading.actors.named import alias as alias
from onrecord.reading.actors.named import body, capital, house, metonym, name, of_region, spelt_out, state
from onrecord.reading.actors.words import country_in as country_in
from onrecord.reading.actors.words import owner, tidy, without_country
from onrecord.reading.rules import Rule, verbatim
from onrecord.vocabulary.countries import country_of_capital
from onrecord.vocabulary.known_actors import fold, person_named
from onrecord.vocabulary.titles import is_office, singular

Builder = Callable[[Sequence[str]], Actor | None]
_WITH_ARTICLE = frozenset(
    ("United", "Democratic", "Philippines", "Netherlands", "Gambia", "Maldives", "Bahamas", "Comoros")
)
SON = ("bin", "ben", "ibn")  # before a father's name, by which a man may be called: "bin Zayed"
PRONOUNS = {
    "person": frozenset(("he", "she", "him", "her", "his", "himself", "herself")),
    "thing": frozenset(("it", "its", "itself", "they", "their", "them", "themselves")),
}

NAMING: Mapping[str, Builder] = {
    "alias": alias,
    "country": state,
    "metonym": metonym,
    "capital of a government": capital,
    "seat of government": house,
    "body spelt out": spelt_out,
    "body as named": body,
    "office of a region": of_region,
    "name": name,
    "government of a country": government,
    "force of a country": force,
    "office of a country": office,
    "media of a country": medium,
    "authority of a place": local,
    "countries together": powers,
    "unnamed source": unnamed,
    "group as described": group,
    WITH_COUNTRY: of_country,
    "people as described": people,
    "office holders": several,
    "unnamed people": anonymous,
}


def short_form(short: str, full: str) -> bool:
    """Whether `short` is one of the names of `full`, or some of them in order up to the surname."""
    few, whole = fold(tidy(short)).split(), fold(full).split()
    if len(few) == 1:
        return few[0] in whole and (few[0] == whole[-1] or len(few[0]) > 2)
    if len(few) == 2 and few[0] in SON:
        return f" {few[0]} {few[1]} " in f" {' '.join(whole)} "
    many = iter(whole)
    return bool(few) and few[-1] == whole[-1] and all(word in many for word in few)


def bare_surname(text: str) -> bool:
    """Whether the name is a surname alone, with its article: "Haftar", "al-Assad"."""
    few = fold(text).split()
    return len(few) == 1 or (len(few) == 2 and few[0] in ("al", "el", *SON))


def anaphor(words: str, actor: Actor) -> bool:
    """Whether such words may stand for such an actor: a pronoun of its kind, or a description."""
    low = words.lower()
    if low in PRONOUNS["person"]:
        person = person_named(actor.key)
        wrong = {"m": ("she", "her", "herself"), "f": ("he", "his", "him", "himself")}
        return actor.type == "person" and (person is None or low not in wrong.get(person.gender, ()))
    if low in PRONOUNS["thing"]:
        return actor.type != "person"
    return low not in ("i", "we", "you", "us", "me")


def _built(builder: Builder) -> Rule:
    return lambda value, words: bool(words) and builder(words) == value


def _surname(builder: Builder) -> Rule:
    def rule(value: Any, words: Sequence[str]) -> bool:
        return len(words) > 1 and builder(words[1:]) == value and short_form(words[0], words[1])

    return rule


def _coreference(builder: Builder) -> Rule:
    def rule(value: Any, words: Sequence[str]) -> bool:
        return len(words) > 1 and builder(words[1:]) == value and anaphor(words[0], value)

    return rule


def _abbreviation(builder: Builder) -> Rule:
    """The abbreviation, the words that introduce it in brackets, and the words that name the actor there."""

    def rule(value: Any, words: Sequence[str]) -> bool:
        if len(words) < 3 or builder(words[2:]) != value:
            return False
        before, opened, short = words[1].rpartition("(")
        return bool(opened) and short.strip() == words[0] and words[2] in before

    return rule


def office_name(words: Sequence[str]) -> str | None:
    """The office that words and a country make: "President of Turkey"."""
    country = owner(words[1:]) or owner(words[:1])
    bare = without_country(tidy(words[0]))
    bare = bare if is_office(bare) else singular(bare)
    by_capital = country_of_capital(tidy(words[0]).split()[0]) and len(words) == 1  # "Kyiv Mayor"
    if country is None or by_capital or not is_office(bare):
        return None
    shown = " ".join(word if word in ("of", "the") else word[:1].upper() + word[1:] for word in bare.split())
    article = "the " if country.name.split()[0] in _WITH_ARTICLE or country.name.endswith("Republic") else ""
    return f"{shown} of {article}{country.name}"


RULES: dict[str, Rule] = {
    "verbatim": verbatim,
    "office": lambda value, words: bool(words) and office_name(words) == value,
    **{rule: _built(builder) for rule, builder in NAMING.items()},
    **{f"short form of {rule}": _surname(NAMING[rule]) for rule in ("alias", "name")},
    **{f"abbreviation of {rule}": _abbreviation(builder) for rule, builder in NAMING.items()},
    **{f"coreference to {rule}": _coreference(builder) for rule, builder in NAMING.items()},
}
