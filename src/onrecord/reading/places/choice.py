"""Which place a name means: chosen by the report alone.

The countries under discussion (by their names, people, capitals and unambiguous towns), the provinces named, the words
beside the name, its size. No word of another report and no publication date counts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log2, log10
from typing import NamedTuple

from onrecord.model.places import Place
from onrecord.reading.places.grammar import Name
from onrecord.reading.places.rules import GREAT
from onrecord.reading.report import At, Report
from onrecord.reading.told_once import text_of
from onrecord.vocabulary.countries import Country, countries, country_of_capital, country_of_demonym, country_of_iso3
from onrecord.vocabulary.gazetteer import Entry, candidates, likeness, similar
from onrecord.vocabulary.place_words import place_words

CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+")
BIG = 100_000
AKIN = 0.7
STATED = 8.0
CAPITAL = 4.0
NAMESAKE = 3.0
BACKING = 3.0
CLOSE = 1.0
UNHEARD = 15_000
WORLD = 500_000
ABOUT = 0.3
IN_TALK = 0.08
PLAINLY = 0.75
KIND_OF = {"city": ("city", "feature"), "province": ("province",), "district": ("district", "province", "city")}


class Context:
    """What a report is about, in places."""

    def __init__(self, report: Report, names: Sequence[Name], lines: Iterable[Place] = ()) -> None:
        self._names = names
        self._own: Counter[tuple[str, str]] = Counter()
        self._demonyms = Counter(
            country.iso2
            for paragraph in report.paragraphs
            for word in CAPITALISED.findall(text_of(paragraph.doc))
            if (country := country_of_demonym(word))
        )
        self._demonyms.update(
            country.iso2
            for line in lines
            for code in (line.iso3 or "").split("/")
            if (country := country_of_iso3(code)) is not None
        )

    @cached_property
    def countries(self) -> Counter[str]:
        """How much each country is spoken of, by alpha-2 code."""
        spoken = Counter(self._demonyms)
        for name in self._names:
            if name.known.country and name.known.entries:
                continue
            if name.known.country:
                spoken[name.known.country.iso2] += 1
            elif capital := country_of_capital(name.text):
                spoken[capital.iso2] += 1
                self._own[name.text, capital.iso2] += 1
            elif name.known.region:
                if len(name.known.region.inside) == 1:
                    spoken[name.known.region.inside[0]] += 1
            elif name.strength > name.loud and len(owners := {entry.iso2 for entry in name.known.entries}) == 1:
                owner = owners.pop()
                spoken[owner] += 1
                self._own[name.text, owner] += 1
            if name.inside and not name.known.country:
                spoken[name.inside] += 1
        return spoken

    @cached_property
    def total(self) -> int:
        return sum(self.countries.values())

    @cached_property
    def provinces(self) -> Mapping[tuple[str, str], float]:
        """How much speaks for each province: each name has one vote, shared by the provinces it may lie in."""
        votes: defaultdict[tuple[str, str], float] = defaultdict(float)
        for name in {name.text: name for name in self._names if name.strength >= 0}.values():
            for division, vote in self._votes(name).items():
                votes[division] += vote
        return votes

    def _votes(self, name: Name) -> dict[tuple[str, str], float]:
        entries = [entry for entry in name.known.entries if entry.admin1]
        talked = [entry for entry in entries if self.share(entry.iso2) > IN_TALK] or entries
        own = [entry for entry in talked if entry.kind == "province" and entry.main]
        divisions = {(entry.iso2, str(entry.admin1)) for entry in own or talked}
        return dict.fromkeys(divisions, 1 / len(divisions)) if divisions and not name.known.country else {}

    def backing(self, entry: Entry, name: Name) -> float:
        """How many other names speak for the province of an entry."""
        division = (entry.iso2, entry.admin1 or "")
        given = self._votes(name).get(division, 0.0) if name.strength >= 0 else 0.0
        return max(0.0, self.provinces.get(division, 0.0) - given)

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The ranks that the report gives each name somewhere ("Idlib province")."""
        said: dict[str, set[str]] = {}
        for name in self._names:
            if name.kind or name.part:
                said.setdefault(name.text, set()).add(name.kind or "province")
        return said

    def scene(self, apart: str) -> tuple[At, Country] | None:
        """The one country that all but the name `apart` is plainly about, with a passage that names it, if there is."""
        spoken = Counter({iso2: votes - self._own[apart, iso2] for iso2, votes in self.countries.items()})
        iso2, votes = next(iter(spoken.most_common(1)), ("", 0))
        if not votes or votes < PLAINLY * spoken.total():
            return None
        named = (name for name in self._names if name.known.country and name.known.country.iso2 == iso2)
        name = next(named, None)
        return (name.at, countries()[iso2]) if name else None

    def speaks_of(self, iso2: str, apart: str) -> bool:
        """Whether anything else than the name `apart` speaks of a country."""
        return self.countries[iso2] > self._own[apart, iso2]

    def share(self, iso2: str) -> float:
        """How much of the talk a country has, from 0 to 1."""
        return self.countries[iso2] / self.total if self.total else 0.0


class Choice(NamedTuple):
    """A place chosen for a name. `alike` is true where the spelling is only near to one that the index holds; `sure`
    where the country under discussion, a stated one or sheer size speaks for it; `share` is how much of the talk its
    country has."""

    entry: Entry
    sure: bool
    alike: bool = False
    share: float = 0.0


def choose(name: Name, context: Context) -> Choice | None:
    """The best of the places that the name may mean; None where nothing fits what the words say of it."""
    entries = _fitting(name)
    best = _best(name, context, entries) if entries else None
    if best is not None and not (_may_be_another(best, name) and _is_far_off(best, name, context)):
        return best
    for iso2 in _at_home(name, context):
        for entry in _of_kind(similar(name.text, iso2), name.kind):
            return Choice(entry, True, True)
    return None


def _may_be_another(choice: Choice, name: Name) -> bool:
    """Whether a town that no list holds may bear the name of the choice: no capital or great town, nor one whose own
    name it is."""
    lesser = choice.entry.kind == "city" and choice.entry.population < BIG and not choice.entry.main
    return name.kind in ("district", "city") or (lesser and country_of_capital(name.text) is None)


def _is_far_off(choice: Choice, name: Name, context: Context) -> bool:
    """Whether a lesser place lies in a country of which the report says nothing while it is about another one."""
    iso2 = choice.entry.iso2
    great = name.kind == "city" and choice.entry.population >= WORLD
    told = context.speaks_of(iso2, name.text) or name.inside is not None or great or lies_over(name, choice.entry)
    return not told and any(context.share(other) > ABOUT for other in context.countries if other != iso2)


def _at_home(name: Name, context: Context) -> Iterable[str]:
    if name.inside:
        return (name.inside,)
    return [
        iso2
        for iso2, _ in context.countries.most_common(3)
        if context.share(iso2) > 2 * IN_TALK
        and iso2 not in place_words().english
        and context.speaks_of(iso2, name.text)
        and not _lies_outside(name, iso2)
    ]


def _of_kind(entries: Sequence[Entry], kind: str | None) -> list[Entry]:
    kinds = KIND_OF.get(kind or "")
    return [entry for entry in entries if kinds is None or entry.kind in kinds]


def _fitting(name: Name) -> list[Entry]:
    """The candidates of the country and the rank that the words give, where they give them."""
    entries = [e for e in name.known.entries if name.inside in (None, e.iso2)]
    entries = [e for e in entries if lies_over(name, e)] or [e for e in entries if not _lies_outside(name, e.iso2)]
    wanted = _of_kind(entries, name.kind)
    if wanted or name.kind == "city":
        return wanted
    return entries


def _best(name: Name, context: Context, entries: Sequence[Entry]) -> Choice:
    best = max(entries, key=lambda entry: (_score(entry, name, context), entry.population, entry.key))
    rivals = {entry.iso2 for entry in entries}
    talked = context.share(best.iso2) > IN_TALK
    sure = (
        bool(name.inside)
        or lies_over(name, best)
        or talked
        or (best.population >= BIG and (best.main or likeness(name.text, best) > AKIN))
        or (len(rivals) == 1 and best.population >= UNHEARD and best.main)
    )
    return Choice(best, sure, share=context.share(best.iso2))


def _score(entry: Entry, name: Name, context: Context) -> float:
    share = context.share(entry.iso2)
    score = 1.5 * log10(entry.population + 10) + 3 * min(share, 0.5)
    if share > IN_TALK:
        score += 1.5 if entry.iso2 in place_words().english else 3.0
    if entry.kind == "city" and _is_capital(entry, name):
        score += CAPITAL
    score += 1.0 if entry.main or entry.population >= BIG else 0.0
    backing = context.backing(entry, name)
    score += BACKING * log2(1 + backing)
    if lies_over(name, entry):
        score += STATED
    elif _is_namesake(entry, name, 50 if backing >= 1 else 2):
        score -= NAMESAKE
    own = entry.main or likeness(name.text, entry) > AKIN or not any(each.main for each in name.known.entries)
    return score + (_rank_bonus(entry, name, context) if own else 0.0)


def _is_namesake(entry: Entry, name: Name, times: int) -> bool:
    """Whether it is a town of settlers' lands called after one elsewhere that is so many times as great: Geneva."""
    return entry.iso2 in place_words().english and any(
        other.main and other.kind == "city" and other.population > max(BIG, times * entry.population)
        for other in name.known.entries
        if other.iso2 not in place_words().english
    )


def _rank_bonus(entry: Entry, name: Name, context: Context) -> float:
    """For a bare name that is both a town's and a province's.

    The town if it is a great one, or the report never calls the name a province's or speaks of a part of it.
    """
    if name.kind is not None:
        return 0.0
    said = name.part or "province" in context.kinds.get(name.text, ())
    wide = said and not name.near and name.kind is None and not _is_great(entry, name)
    if wide or (_is_elsewhere(entry, name) and country_of_capital(name.text) is None):
        return 3.0 if entry.kind == "province" else 0.0
    return 2.5 if entry.kind == "city" else 0.0 if entry.kind == "province" else -1.5


def _is_capital(entry: Entry, name: Name) -> bool:
    country = country_of_capital(name.text)
    return country is not None and country.iso2 == entry.iso2 and entry.population >= UNHEARD


def lies_over(name: Name, entry: Entry) -> bool:
    """Whether the place lies in what is named after a comma: "Toribio, Cauca"."""
    return name.over is not None and any(_is_within(entry, over) for over in candidates(name.over))


def _lies_outside(name: Name, iso2: str) -> bool:
    """Whether no place called as the one that the words put it into lies in the country: "X district of Khartoum"."""
    over = name.bound.over if name.bound else None
    return over is not None and iso2 not in {each.iso2 for each in candidates(over)}


def home_of(name: Name, context: Context) -> Entry | None:
    """The place that the words put the name into; None where it may be several and the report speaks of none."""
    entries = candidates(name.bound.over or "") if name.bound else ()
    entries = tuple(entry for entry in entries if entry.main) or entries
    over = "city" if name.kind == "district" else "province"
    best = max(entries, key=lambda e: (context.share(e.iso2), e.kind == over, e.population, e.key), default=None)
    told = best is not None and (context.share(best.iso2) > IN_TALK or len({e.iso2 for e in entries}) == 1)
    return best if told else None


def _is_within(entry: Entry, over: Entry) -> bool:
    """Whether the province named after a comma is the one the place lies in: "Toribio, Cauca"."""
    return over.kind == "province" and over.iso2 == entry.iso2 and over.admin1 == entry.admin1 and over.key != entry.key


def _is_elsewhere(entry: Entry, name: Name) -> bool:
    """Whether a province bears the name whose own towns do not: Wyoming, though a town in Michigan is called so."""
    owns = [each for each in name.known.entries if each.kind == "province" and each.main and each.iso2 == entry.iso2]
    return bool(owns) and not any(
        each.kind == "city" and _lies_in(each, own) for own in owns for each in name.known.entries
    )


def _lies_in(town: Entry, province: Entry) -> bool:
    """Whether a town lies in a province, or close to its middle where the sources divide the country differently."""
    if town.iso2 != province.iso2:
        return False
    close = abs(town.lat - province.lat) < CLOSE and abs(town.lon - province.lon) < CLOSE
    return close or town.admin1 == province.admin1


def _is_great(entry: Entry, name: Name) -> bool:
    """Whether the name is that of a great town of the entry's country."""
    return any(
        each.kind == "city" and each.population >= GREAT and each.iso2 == entry.iso2 for each in name.known.entries
    )


def seems_common(name: Name) -> bool:
    """Whether the name is a word that capitals alone do not make a place of."""
    return name.text.lower() in place_words().never


def needs_grammar(name: Name, entry: Entry) -> bool:
    """Whether the name of a town may well be a person's or a thing's, so that only "in" or a province makes it one."""
    stated = lies_over(name, entry)
    small = entry.kind in ("city", "district") and (entry.population < BIG or not entry.main)
    return entry.iso2 in place_words().english and small and not stated and name.inside is None
