"""Whether a denial in one report denies what another tells: a deed of those who deny it, or one that others claim.

A denial answers what tells all that it tells: each name, thing, place and day of its words, and a deed of the kind.
What it leaves open may be anything: one that names no more than a kind of deed answers nothing, and of what is told of
several days it answers the last.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from onrecord.model.actors import Actor
from onrecord.model.iso import days
from onrecord.model.said import Said
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.wording import stems
from onrecord.reconciling.sides.camps import WORD, same_holders
from onrecord.reconciling.sides.offices import speaks_for
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.differing import differing
from onrecord.vocabulary.events import means, nouns, verbs
from onrecord.vocabulary.known_actors import known_actors

Code = tuple[str, str | None]
Sides = Sequence[Said[Actor]]
ANSWERED = dt.timedelta(days=7)  # within which what is told is denied
VIOLENT = frozenset({"ASSAULT", "COERCE"})  # of which a country sees many a day
ONE_DAY = dt.timedelta(days=1)


class Matter(NamedTuple):
    """What words tell: stems, and keys of those whom they name; the countries among these; by the stems of verbs and
    nouns for deeds their kinds; whether anything has a name."""

    words: frozenset[str]
    countries: frozenset[str]
    deeds: Mapping[str, frozenset[Code]]
    named: bool


class Told(NamedTuple):
    """A deed as an entry has it: told `of` some as theirs, or denied of them, `by` somebody, in that `role`, or nobody.
    `stems` are those of what it says at least."""

    made: Reconciled
    says: str
    stems: frozenset[str]
    by: Sides
    of: Sides = ()
    role: str | None = None

    @property
    def entry(self) -> Any:
        return self.made.entry


class Charges:
    """What is told in a block of some as their deeds, to be asked which of it a denial denies."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._told = list(told)
        self._known: dict[str, list[Told]] = defaultdict(list)
        for each in self._told:
            for stem in each.stems:
                self._known[stem].append(each)

    def answered(self, denial: Told) -> list[Told]:
        """What the denial denies, told in other reports; where it names nothing, only if nothing else can be meant."""
        told = matter(denial.says)
        stems_ = _anchors(told, _own(denial.by)) & denial.stems
        near = min((self._known.get(stem, []) for stem in stems_), key=len, default=self._told)
        found = [each for each in near if _is_answered(each, denial)]
        last = max((_days(each)[0] for each in found), default=dt.date.min)
        found = [each for each in found if last - _days(each)[0] <= ONE_DAY]
        return found if told.named or len(found) == 1 else []


def _is_answered(charge: Told, denial: Told) -> bool:
    """Whether the denial denies it."""
    if set(charge.made.cited) <= set(denial.made.cited) or not _in_time(charge, denial):
        return False
    return at_odds(charge, denial) and _tells_all(
        matter(charge.says), matter(denial.says), _own((*denial.by, *charge.by, *charge.of))
    )


def at_odds(charge: Told, denial: Told) -> bool:
    """Whether somebody denies his own deed, of which another tells, or one that another claims as his."""
    own = speaks_for(denial.by, charge.of, denial.role)
    if not own and same_holders(denial.of, charge.of):
        return speaks_for(charge.by, charge.of)
    return own and not speaks_for(denial.by, charge.by, denial.role)


def _in_time(charge: Told, denial: Told) -> bool:
    """Whether it is denied after it was told, and soon."""
    if not (charge.entry.first_reported and denial.entry.first_reported):
        return False
    told, denied = _days(charge), _days(denial)
    return told[0] <= denied[1] and denied[0] - told[1] <= ANSWERED


def _days(told: Told) -> tuple[dt.date, dt.date]:
    """The first and last day of which it is told, or on which it was reported."""
    reported = days(told.entry.first_reported) or (dt.date.min, dt.date.min)
    return days(told.entry.on) or reported


def _tells_all(charge: Matter, denial: Matter, own: frozenset[str]) -> bool:
    """Whether the one tells all that the other denies, those apart who say so and of whom it is said."""
    anchors = _anchors(denial, own)
    deeds = denial.words & denial.deeds.keys() - anchors
    codes = frozenset().union(*charge.deeds.values())
    told = all(stem in charge.words or denial.deeds[stem] & codes for stem in deeds - _hollow())
    wide = anchors <= denial.countries and any(code[0] in VIOLENT for stem in deeds for code in denial.deeds[stem])
    return told and not wide and anchors <= charge.words and len(anchors) + bool(deeds) > 1


def _anchors(denied: Matter, own: frozenset[str]) -> frozenset[str]:
    """The words of a denial that tell which deed is meant."""
    return denied.words - denied.deeds.keys() - _hollow() - own


def _own(sides: Iterable[Said[Actor]]) -> frozenset[str]:
    """What stands for those in words."""
    return frozenset(each for said in sides for each in (said.value.key, said.value.country) if each)


@lru_cache(maxsize=4096)
def matter(says: str) -> Matter:
    """What the words of a saying or an event tell."""
    keys, rest = set[str](), says
    for hit in reversed(known_actors(says)):
        keys.add(hit.actor.key)
        rest = f"{rest[: hit.start]} {rest[hit.end :]}"
    countries = {word: country for word in WORD.findall(rest) if (country := _country(word))}
    words = [word for word in WORD.findall(rest) if word not in countries]
    deeds: dict[str, frozenset[Code]] = defaultdict(frozenset)
    for word in words:
        for stem in stems(word) if _codes(word.casefold()) else ():
            deeds[stem] |= _codes(word.casefold())
    named = bool(keys) or any(word[0].isupper() for word in words)
    lands = frozenset(countries.values())
    return Matter(stems(" ".join(words)) | keys | lands, lands, deeds, named)


@cache
def _codes(word: str) -> frozenset[Code]:
    """The kinds of deeds that a word tells by itself, whatever the means."""
    kinds = (trigger.kind for trigger in (*verbs().get(word, ()), *nouns().get(word, ())) if not trigger.others)
    return frozenset((kind.plover, None if kind.mode in _means() else kind.mode) for kind in kinds)


@cache
def _means() -> frozenset[str]:
    return frozenset({"targeted", *(each.mode for each in means().values())})


def _country(word: str) -> str | None:
    """The country that a word names, or whose it tells that something is."""
    found = country_of_demonym(word) or country_named(word) if word[0].isupper() else None
    return found.name if found else None


@cache
def _hollow() -> frozenset[str]:
    """The stems of words that leave open what is denied."""
    listed = (*differing().hollow, *reporting.words("claims"), *reporting.words("shares"))
    return stems(" ".join(listed))
