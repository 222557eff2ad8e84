"""Actors by a name: known ones, states and their seats, people in full, bodies as they call themselves.

Each builder takes the cited words (the naming phrase first) and gives the actor that they make, or None.
"""

import re
from collections.abc import Sequence

from onrecord.model.actors import Actor
from onrecord.reading.actors.described import government
from onrecord.reading.actors.words import country_in, owner, tidy, whole_country
from onrecord.vocabulary.countries import country_named, country_of_capital, seat
from onrecord.vocabulary.forces import class_of, forces
from onrecord.vocabulary.known_actors import actor_named, actor_of
from onrecord.vocabulary.place_words import region_named
from onrecord.vocabulary.titles import may_precede

ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\b")  # of a unit: "47th"
_OWNER, _FIELD = r"(?P<owner>[A-Z]\S+(?: [A-Z]\S+)??)", r"(?P<field>[A-Z]\S+(?: Affairs)?)"
_MINISTRIES = tuple(
    re.compile(form)
    for form in (
        rf"{_OWNER} {_FIELD} Ministry",
        rf"{_OWNER} Ministry of {_FIELD}",
        rf"Ministry of {_FIELD} of (?:the )?(?:Republic of )?{_OWNER}",
    )
)
_PATRONYMIC = re.compile(r"(?<=\w) [A-Z]\w{2,12}(?:ovich|evich|ovych|yovych|ovna|evna|ivna) (?=[A-Z])")


def alias(words: Sequence[str]) -> Actor | None:
    """A name that the vocabulary lists, with a patronymic in it or without."""
    if len(words) != 1:
        return None
    return actor_named(words[0]) or actor_named(_PATRONYMIC.sub(" ", words[0]))


def state(words: Sequence[str]) -> Actor | None:
    """A country by its name."""
    country = country_named(tidy(words[0]))
    return actor_of(country.name, "state", country.name) if country else None


def metonym(words: Sequence[str]) -> Actor | None:
    """A capital for the state whose government sits there."""
    country = country_of_capital(tidy(words[0]))
    return actor_of(country.name, "state", country.name) if country else None


def capital(words: Sequence[str]) -> Actor | None:
    """A capital for the government that the words beside it name: "Damascus" where the report speaks of its regime."""
    country, named = country_of_capital(tidy(words[0])), government(words[1:]) if len(words) > 1 else None
    return named if named is not None and country is not None and named.country == country.name else None


def house(words: Sequence[str]) -> Actor | None:
    """A house of government: the Kremlin."""
    name = tidy(words[0])
    country = seat(name)
    return actor_of(name, "government body", country.name) if country else None


def name(words: Sequence[str]) -> Actor | None:
    """A person by the full name, with the country that the words beside it give."""
    full = " ".join(words[0].split())
    country = owner(words[1:])
    if not full[:1].isalpha() or (len(words) > 1 and country is None):
        return None
    return actor_of(full, "person", country.name if country else None)


def is_abbreviation(text: str) -> bool:
    """Whether the word looks like an abbreviation: two capitals at least, and few small letters."""
    capitals = sum(letter.isupper() for letter in text)
    return 2 <= len(text) <= 10 and text[0].isupper() and capitals >= 2 and 2 * capitals > len(text)


def initials(full: str, short: str) -> bool:
    """Whether `short` is made of first letters of the words of `full`, in order, beginning with the first."""
    words = re.findall(r"[^\W\d_]+", full.replace("'s", "").replace("’s", ""))
    capitals = [word[0] for word in words if word[0].isupper()]
    letters = [letter for letter in short if letter.isupper()]
    rest = iter(word[0].upper() for word in words)
    spelt = bool(letters) and words[0][0] == letters[0] and all(letter in rest for letter in letters)
    return spelt and len(capitals) <= len(letters) + 1


def spelt_out(words: Sequence[str]) -> Actor | None:
    """A body by its name in full and its abbreviation: the known one, or one told by its initials."""
    if len(words) != 2 or not is_abbreviation(words[1]):
        return None
    full, known = tidy(words[0]), actor_named(words[1])
    noun = re.split(r" (?:of|for|to|in) ", full)[0].split()[-1]
    if known is not None and known.type not in ("person", "media") and noun.lower() in forces().bodies:
        return known
    kind = forces().bodies.get(noun.lower())
    if kind is None or not initials(full, words[1]):
        return None
    country = country_in(full)
    own = kind == "armed group" and country is not None and whole_country(full.split()[0])
    return actor_of(full, "armed force" if own else kind, country.name if country else None)


def body(words: Sequence[str]) -> Actor | None:
    """A body by its own name of several words, told by the noun that heads it ("the State Emergency Service"), or a
    numbered unit of an army ("the 47th Brigade")."""
    full = tidy(words[0])
    head = re.split(r" (?:of|for) ", full)[0]
    kind = forces().bodies.get(head.split()[-1].lower()) if head else None
    unit = ORDINAL.match(full) is not None and kind == "armed group"
    if kind is None or len(full.split()) < 2 or not (full[0].isupper() or unit) or not head.split()[-1][0].isupper():
        return None
    if class_of(head) is not None and not unit:
        return _ministry(full)  # "the Foreign Ministry", "the Army": whose it is has to be known
    country = country_in(full)
    own = kind == "armed group" and country is not None and whole_country(full.split()[0])
    return actor_of(full, "armed force" if own or unit else kind, country.name if country else None)


def _ministry(full: str) -> Actor | None:
    """A ministry of somebody who is no country: "the Abkhaz Defence Ministry", "the Ministry of Health of Puntland"."""
    match = next((found for form in _MINISTRIES if (found := form.fullmatch(full))), None)
    if match is None or not may_precede(match["field"].split()[0]):
        return None
    if may_precede(match["owner"]) or whole_country(match["owner"]):
        return None
    field = match["field"].replace("Defense", "Defence").removesuffix(" Affairs")
    return actor_of(f"{match['owner']} {field} Ministry", "government body")


def of_region(words: Sequence[str]) -> Actor | None:
    """A body that governs a region with a name of its own: "Karabakh's defence ministry"."""
    parts = re.split(r"\s?['’]s? ", " ".join(words[0].split()), maxsplit=1)
    if len(parts) != 2 or region_named(parts[0]) is None or country_named(parts[0]) is not None:
        return None
    found = class_of(parts[1])
    if found is None or found[1] not in ("office", "local"):
        return None
    return actor_of(f"{parts[0]} {parts[1]}", "government body")
