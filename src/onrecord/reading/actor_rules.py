"""How an actor follows from words: one builder a rule, used to read it and to check it again.

A builder takes the cited words (the naming phrase first, then the words that name its country or owner) and gives the
actor they make, or None. Nothing else is looked at, so a corrupted name, type or country no longer follows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from onrecord.model.actors import Actor
from onrecord.reading.rules import Rule, verbatim
from onrecord.vocabulary.countries import Country, country_named, country_of_capital, country_of_demonym, seat
from onrecord.vocabulary.forces import class_of, forces
from onrecord.vocabulary.known_actors import actor_named, actor_of, fold, person_named, split
from onrecord.vocabulary.place_words import region_named
from onrecord.vocabulary.titles import is_office, is_title, may_precede, rules, singular
from onrecord.vocabulary.unnamed import kind_of

Builder = Callable[[Sequence[str]], Actor | None]
_DETERMINER = re.compile(
    r"^(?:(?:the|a|an|another|one|some|several|many|other|more|most|all|these|those|both|any|two|three|dozen|dozens|hundreds|thousands|his|her|its|their)\s+)+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\s?['’]s?$")
_OWNED = re.compile(r"\w['’]s? ")
_APART = re.compile(r" (['’]s)\b")
_PATRONYMIC = re.compile(r"(?<=\w) [A-Z]\w{2,12}(?:ovich|evich|ovych|yovych|ovna|evna|ivna) (?=[A-Z])")
_BACKED = re.compile(r"(\S{{1,60}}(?: \S{{1,60}})?) ?[-–] ?(?:{})\b".format("|".join(sorted(forces().backers))))
_SIDED = re.compile(r"\b(?:pro|anti|non|ex) ?[-–] ?\S+ ")
_WITH_ARTICLE = frozenset(
    ("United", "Democratic", "Philippines", "Netherlands", "Gambia", "Maldives", "Bahamas", "Comoros")
)
_FOR_OR_AGAINST = re.compile(r"\b(?:[Pp]ro|[Aa]nti) ?[-–] ?(?:[A-Z]|government|regime|junta|opposition)")
ARMED = frozenset(("armed force", "armed group", "militia", "police"))
LOYAL = " loyal to "  # between people and the one whom they serve
YEARS = "0123456789- "
LONGEST_ACRONYM = 4  # letters; longer words in capitals are names in a dateline or headline
PRONOUNS = {
    "person": frozenset(("he", "she", "him", "her", "his", "himself", "herself")),
    "thing": frozenset(("it", "its", "itself", "they", "their", "them", "themselves")),
}


def tidy(text: str) -> str:
    """The words with single spaces, without a determiner before and a possessive after them."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", _APART.sub(r"\1", " ".join(text.split()))))


def country_in(text: str) -> Country | None:
    """The country that the text names: itself, its people, its capital or, whole, one who rules it; the first one."""
    words = [_POSSESSIVE.sub("", word) for word in _BACKED.sub(" ", _SIDED.sub(" ", f"{text} ")).split()]
    for start in range(len(words)):
        for end in range(min(len(words), start + 5), start, -1):
            named = " ".join(words[start:end])
            named = named.title() if named.isupper() and len(named) > LONGEST_ACRONYM else named
            country = country_named(named) or country_of_demonym(named) or country_of_capital(named)
            if country is not None:
                return country
    known = actor_named(tidy(text))
    if known is None or known.country is None or (known.type == "person" and not _rules(known)):
        return None
    return country_named(known.country)


def _rules(known: Actor) -> bool:
    """Whether the person has or had a country's forces behind him, as the commander of a group has not."""
    row = person_named(known.key)
    return row is not None and any(rules(office.rstrip(YEARS)) for office in split(row.offices))


def adjective(country: Country) -> str:
    return forces().adjectives.get(country.name, country.demonyms[0] if country.demonyms else country.name)


def owner(words: Sequence[str]) -> Country | None:
    """The country of the first cited words that name one."""
    return next((country for text in words if (country := country_in(text)) is not None), None)


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
    own = kind == "armed group" and country is not None and _whole_country(full.split()[0])
    return actor_of(full, "armed force" if own else kind, country.name if country else None)


def body(words: Sequence[str]) -> Actor | None:
    """A body by its own name of several words, told by the noun that heads it: "the State Emergency Service"."""
    full = tidy(words[0])
    head = re.split(r" (?:of|for) ", full)[0]
    kind = forces().bodies.get(head.split()[-1].lower()) if head else None
    if kind is None or len(full.split()) < 2 or not full[0].isupper() or not head.split()[-1][0].isupper():
        return None
    if class_of(head) is not None:
        return None  # "the Foreign Ministry", "the Army": whose it is has to be known
    country = country_in(full)
    own = kind == "armed group" and country is not None and _whole_country(full.split()[0])
    return actor_of(full, "armed force" if own else kind, country.name if country else None)


def of_region(words: Sequence[str]) -> Actor | None:
    """A body that governs a region with a name of its own: "Karabakh's defence ministry"."""
    parts = re.split(r"\s?['’]s? ", " ".join(words[0].split()), maxsplit=1)
    if len(parts) != 2 or region_named(parts[0]) is None or country_named(parts[0]) is not None:
        return None
    found = class_of(parts[1])
    if found is None or found[1] not in ("office", "local"):
        return None
    return actor_of(f"{parts[0]} {parts[1]}", "government body")


def government(words: Sequence[str]) -> Actor | None:
    """A country, its capital or its leader, and a noun for a government."""
    found, country = _noun(words[0]), owner(words)
    if found is None or found[1] != "government" or country is None:
        return None
    return actor_of(f"{adjective(country)} government", "government body", country.name)


def _noun(phrase: str) -> tuple[str, str] | None:
    """The noun of the tables that heads the phrase, a country behind "of" apart: "the Armed Forces of Ukraine"."""
    return class_of(tidy(phrase)) or class_of(_without_country(tidy(phrase)))


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
    bare = _without_country(phrase)
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


def _without_country(phrase: str) -> str:
    """The phrase without the words that name its country: at its start, or behind "of" at its end."""
    words = phrase.split()
    for end in range(min(4, len(words) - 1), 0, -1):
        if _whole_country(" ".join(words[:end])):
            return tidy(" ".join(words[end:]))
    for start in range(len(words) - 1, max(0, len(words) - 5), -1):
        if words[start - 1].lower() == "of" and _whole_country(" ".join(words[start:])):
            return " ".join(words[: start - 1])
    return phrase


def _whole_country(text: str) -> bool:
    bare = _POSSESSIVE.sub("", text)
    return bool(country_named(bare) or country_of_demonym(bare) or country_of_capital(bare))


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
    phrase, country = tidy(words[0]), owner(words)
    found = class_of(phrase) or class_of(phrase.removesuffix("s"))
    holder = is_office(_without_country(phrase))
    if not holder and (found is None or found[1] not in ("source", "people")):
        return None
    plural = not holder and class_of(phrase) is None
    return actor_of(f"{_common(phrase)} (unnamed)", "other" if plural else "person", country.name if country else None)


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
    return actor_of(_common(phrase), kind, country.name if country else None, backer)


def _common(phrase: str) -> str:
    """The phrase with a small letter where only the start of a sentence made it a capital."""
    if phrase.isupper():
        phrase = " ".join(word.title() if _whole_country(word.title()) else word.lower() for word in phrase.split())
    first, *rest = phrase.split()
    low = first.lower()
    common = class_of(low) or kind_of(low) or low in forces().manner | forces().common or may_precede(low)
    return " ".join([low if common and not _whole_country(first) else first, *rest])


def side(phrase: str) -> str | None:
    """The power behind a group: "Turkish-backed rebels" act for Turkey."""
    match = _BACKED.search(phrase)
    for backer in (match[1], match[1].split()[-1]) if match else ():
        country = country_named(backer) or country_of_demonym(backer)
        if country is not None:
            return country.name
    return None


def people(words: Sequence[str]) -> Actor | None:
    """A population that acts or speaks, with the country it is of."""
    phrase = tidy(words[0])
    found, country = class_of(phrase), country_in(phrase)
    if found is None or found[1] != "people":
        return None
    shown = f"{adjective(country)} {found[0]}" if country else found[0]
    return actor_of(shown, "population group", country.name if country else None)


def anonymous(words: Sequence[str]) -> Actor | None:
    """People, a band or a force without a name, by the words that describe them; with the country that they name."""
    phrase = tidy(words[0])
    people, _, lord = phrase.partition(LOYAL)
    kind = kind_of(people)
    if len(words) != 1 or kind is None or _DETERMINER.match(words[0]):
        return None
    country, backer = country_in(lord or people), side(people)
    somebodys = backer is not None or (country is None and (bool(lord) or _OWNED.search(people) is not None))
    irregular = somebodys or not forces().others.isdisjoint(people.lower().split())
    type_ = "armed group" if kind.type == "armed force" and irregular else kind.type
    shown = f"{_common(phrase)} (unnamed)" if kind.single else _common(phrase)
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
    "people as described": people,
    "office holders": several,
    "unnamed people": anonymous,
}


def short_form(short: str, full: str) -> bool:
    """Whether `short` is one of the names of `full`, or some of them in order up to the surname."""
    few, whole = fold(tidy(short)).split(), fold(full).split()
    if len(few) == 1:
        return few[0] in whole and (few[0] == whole[-1] or len(few[0]) > 2)
    many = iter(whole)
    return bool(few) and few[-1] == whole[-1] and all(word in many for word in few)


def bare_surname(text: str) -> bool:
    """Whether the name is a surname alone, with its article: "Haftar", "al-Assad"."""
    few = fold(text).split()
    return len(few) == 1 or (len(few) == 2 and few[0] in ("al", "el", "bin", "ben"))


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
    bare = _without_country(tidy(words[0]))
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
