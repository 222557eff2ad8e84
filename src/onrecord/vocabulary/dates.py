"""The words of dates: months, weekdays, units, and the cues that a date lies ahead or behind."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Sides(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a clause that place its date: all forms, in lower case. Each list is explained in the file."""

    modals: frozenset[str]
    abilities: frozenset[str]
    governors: frozenset[str]
    appointed: frozenset[str]
    timetable: frozenset[str]
    proposing: frozenset[str]
    appointments: frozenset[str]
    nearer: frozenset[str]
    back: frozenset[str]
    told: frozenset[str]


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Months that are other words too, and words that make a date part of a name, right after or before it."""

    doubtful: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]


class DateWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Every table maps a word in lower case to its value; the tables are described in `data/dates.toml`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague: dict[str, int]
    units: dict[str, str]
    plurals: dict[str, str]
    deictics: dict[str, int]
    relatives: dict[str, int]
    adjoining: dict[str, int]
    parts: dict[str, str]
    times: dict[str, str]
    bounds: dict[str, str]
    sides: Sides
    names: Names


@cache
def date_words() -> DateWords:
    """The vocabulary `dates`. Raises VocabularyError where a user's file does not fit."""
    return load("dates", DateWords)
