"""Actors by a description: a country's government and forces, groups, sources, people without a name.

Each builder takes the cited words (the naming phrase first, then the words that name its country or owner) and gives
the actor that they make, or None.
"""

import re
from collections.abc import Sequence

from onrecord.model.actors import Actor
from onrecord.reading.actors.words import (
    DETERMINER,
    LOYAL,
    adjective,
    common,
    country_in,
    owner,
    side,
    tidy,
    whole_country,
    without_country,
)
from onrecord.vocabulary.forces import class_of, forces
from onrecord.vocabulary.known_actors import actor_of
from onrecord.vocabulary.titles import is_office, is_title
from onrecord.vocabulary.unnamed import kind_of

JOINT = re.compile(r"(\S+?)(?:,| and| or) (?=(\S+))")  # "medical and security officials"
POSTED = re.compile(r" (?:to|for|of|from|at|with|in) ")  # "Sudan's ambassador to Egypt", "a spokesman for the UN"
_OWNED = re.compile(r"\w['’]s? ")
_FOR_OR_AGAINST = re.compile(r"\b(?:[Pp]ro|[Aa]nti) ?[-–] ?(?:[A-Z]|government|regime|junta|opposition)")


def government(words: Sequence[str]) -> Actor | None:
    """A country, its capital or its leader, and a noun for a government."""
    found, country = _noun(words[0]), owner(words)
    if found is None or found[1] != "government" or country is None:
        return None
    return actor_of(f"{adjective(country)} government", "government body", country.name)


def _noun(phrase: str) -> tuple[str, str] | None:
    """The noun of the tables that heads the phrase, a country behind "of" apart: "the Armed Forces of Ukraine"."""
    return class_of(tidy(phrase)) or class_of(without_country(tidy(phrase)))


def force(words: Sequence[str]) -> Actor | None:
    """A country and a noun for one of its forces: all nouns of a service name one force."""
    found, country = _noun(words[0]), owner(words)
    if found is None or found[1] != "force" or country is None:
        return None
    service = forces().services[found[0]]
    named = forces().named.get(country.name) if service == "armed forces" else None
    shown = " ".join(word.capitalize() for word in service.split()) if service == "air force" else service
    kind = "police" if service == "police" else "armed force"
    return actor_of(named or f"{adjective(country)} {shown}", kind, country.name)


def office(words: Sequence[str]) -> Actor | None:
    """A country and a noun for a body of its government: "Turkey's defence ministry"."""
    phrase, country = tidy(words[0]), owner(words)
    if country is None:
        return None
    bare = without_country(phrase)
    ministry = re.fullmatch(r"(?i)(ministry|department) (?:of|for) (?:the )?(.+)", bare)
    if ministry:
        bare = f"{ministry[2]} {ministry[1]}"
    elif class_of(bare) is None or class_of(bare)[1] != "office":  # type: ignore[index]
        return None
    bare = re.sub(r"(?i)\bdefense\b", "defence", re.sub(r"(?i)\bforeign affairs\b", "foreign", bare))
    shown = " ".join(
        word if word in ("of", "and", "the", "for") else word[:1].upper() + word[1:] for word in bare.split()
    )
    return actor_of(f"{adjective(country)} {shown}", "government body", country.name)


def local(words: Sequence[str]) -> Actor | None:
    """The body that governs a part of a country, by the words, which name that part."""
    phrase = tidy(words[0])
    found = class_of(re.split(r" (?:of|in) ", phrase)[0])
    named = [word for word in phrase.split() if word[0].isupper()]
    if found is None or found[1] != "local" or not named or len(phrase.split()) == len(found[0].split()):
        return None
    if len(named) == 1 and phrase.startswith(named[0]) and is_title(named[0]):
        return None
    return actor_of(phrase, "government body")


def powers(words: Sequence[str]) -> Actor | None:
    """Countries taken together: "Western governments", "Gulf states"."""
    phrase = tidy(words[0])
    found = class_of(phrase)
    if found is None or found[1] != "powers" or phrase.split()[0] not in forces().regions or len(phrase.split()) > 3:
        return None
    return actor_of(phrase, "other")


def medium(words: Sequence[str]) -> Actor | None:
    """A country and a noun for media."""
    phrase, country = tidy(words[0]), owner(words)
    found = class_of(phrase)
    if found is None or found[1] != "media" or country is None:
        return None
    noun = re.sub(r"\btv\b", "television", found[0])
    return actor_of(f"{adjective(country)} {noun}", "media", country.name)


def unnamed(words: Sequence[str]) -> Actor | None:
    """Somebody who speaks without a name, described by the words."""
    phrase, country = tidy(words[0]), None if _of_several_countries(words[0]) else owner(words)
    head = POSTED.split(phrase, maxsplit=1)[0]
    found = class_of(head) or class_of(head.removesuffix("s"))
    holder = is_office(without_country(head))
    if not holder and (found is None or found[1] not in ("source", "people")):
        return None
    plural = not holder and class_of(head) is None
    country = country_in(head) if " in " in phrase else country  # a diplomat in Khartoum is no Sudanese one
    return actor_of(f"{common(phrase)} (unnamed)", "other" if plural else "person", country.name if country else None)


def group(words: Sequence[str]) -> Actor | None:
    """Armed people of no state, named as the report names them; whose they are where it is said."""
    phrase = tidy(words[0])
    found = class_of(phrase)
    if found is None or found[1] not in ("group", "force"):
        return None
    country, backer = country_in(phrase), side(phrase)
    if found[1] == "force" and not (_FOR_OR_AGAINST.search(phrase) or (backer and country is None)):
        return None
    kind = forces().groups.get(found[0], "armed group")
    return actor_of(common(phrase), kind, country.name if country else None, backer)


def people(words: Sequence[str]) -> Actor | None:
    """A population that acts or speaks, with the country it is of."""
    phrase = tidy(words[0])
    found, country = class_of(phrase), country_in(phrase)
    if found is None or found[1] != "people":
        return None
    if JOINT.search(phrase):
        country = None if _of_several_countries(phrase) else country
        return actor_of(common(phrase), "population group", country.name if country else None)
    shown = f"{adjective(country)} {found[0]}" if country else found[0]
    return actor_of(shown, "population group", country.name if country else None)


def _of_several_countries(phrase: str) -> bool:
    """Whether one of the qualities that the phrase joins is a country or a name: "Sudanese and UN officials"."""
    return any(whole_country(joint[1]) or joint[2][0].isupper() for joint in JOINT.finditer(phrase))


def anonymous(words: Sequence[str]) -> Actor | None:
    """People, a band or a force without a name, by the words that describe them; with the country that they name."""
    phrase = tidy(words[0])
    people, _, lord = phrase.partition(LOYAL)
    kind = kind_of(people)
    if len(words) != 1 or kind is None or DETERMINER.match(words[0]):
        return None
    country, backer = country_in(lord or people), side(people)
    somebodys = backer is not None or (country is None and (bool(lord) or _OWNED.search(people) is not None))
    said = people.lower()
    irregular = somebodys or not forces().others.isdisjoint((*said.split(), *said.replace("-", " ").split()))
    type_ = "armed group" if kind.type == "armed force" and irregular else kind.type
    shown = f"{common(phrase)} (unnamed)" if kind.single else common(phrase)
    return actor_of(shown, "person" if kind.single else type_, country.name if country else None, backer)


def several(words: Sequence[str]) -> Actor | None:
    """Several holders of one office: "the foreign ministers of 14 European nations"."""
    phrase = tidy(words[0])
    head = re.split(r" (?:of|from) ", phrase)[0]
    return (
        actor_of(phrase, "other")
        if head.endswith("s") and is_office(head.split()[-1][:-1]) and head != phrase
        else None
    )
