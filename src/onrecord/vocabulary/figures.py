"""Words around a figure that tell how it is meant; the head of the file `figures` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load
from onrecord.vocabulary.measures import forms

Words = frozenset[str]


class MeasureKinds(Struct, frozen=True, forbid_unknown_fields=True):
    """Groups of the record's measures that are treated alike."""

    harm: Words
    unwanted: Words
    states: Words
    levels: Words
    equipment: Words
    used: Words
    launched: Words
    hit: Words
    happenings: Words
    single: Words
    leaving: Words
    held: Words


class FigureWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by what they tell of a figure, as the file lists them."""

    conditions: Words
    doubtful: Words
    projecting: Words
    future: Words
    perceiving: Words
    causing: Words
    totals: Words
    counts: Words
    rivalled: Words
    superseded: Words
    superseding: Words
    examples: Words
    happened: Words
    episodes: Words
    wars: Words
    countrywide: Words
    past: Words
    elsewhen: Words
    bygone: Words
    slaying: Words
    selves: Words
    advancing: Words
    fronts: Words
    convoys: Words
    sources: Words
    deaths: Words
    tolled: Words
    officials: Words
    bodies: Words
    severely: Words
    known_for: Words
    inquiries: Words
    striking: Words
    supposing: Words
    chances: Words
    unconfirmed: Words
    untrue: Words
    imagined: Words
    wishing: Words
    tallying: Words
    showing: Words
    records: Words
    plights: Words
    putting: Words
    reaching: Words
    amounting: Words
    learning: Words
    known: Words
    nominal: Words
    receiving: Words
    rescuing: Words
    fleeing: Words
    undescribed: Words
    missions: Words
    ready: Words
    thinking: Words
    cover: Words
    departing: Words
    instances: Words
    abroad: Words
    frontiers: Words
    neighbouring: Words
    spread: Words
    stretches: Words
    abilities: Words
    beginning: Words
    overnight: Words
    seeking: Words
    between: Words
    uncounted: Words
    others: Words
    anybody: Words
    speaking: Words


class Figures(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `figures`."""

    measures: MeasureKinds
    words: FigureWords


@cache
def _figures() -> Figures:
    return load("figures", Figures)


@cache
def kinds() -> MeasureKinds:
    """The groups of measures, loaded once."""
    return _figures().measures


@cache
def words() -> FigureWords:
    """The word lists, loaded once."""
    return _figures().words


@cache
def forms_of(name: str) -> Words:
    """The forms of every word of the list `name`."""
    listed: Words = getattr(words(), name)
    return frozenset(form for word in listed for form in forms(word))
