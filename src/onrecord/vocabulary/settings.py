"""Words that tell how the setting of a deed hangs on it; the head of the file `settings` says what each list holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

Words = frozenset[str]


class SettingWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `settings`."""

    happenings: Words
    carrying: Words
    noting: Words
    yielding: Words
    severing: Words
    resulting: Words
    harming: Words
    groups: Words
    along: Words
    apart: Words
    lying: Words
    based: Words
    locating: Words
    leaving: Words
    seeing: Words
    sites: Words
    perfecting: Words
    former: Words
    hearsay: Words
    heard: Words
    reports: Words
    admitting: Words
    blame: Words
    talking: Words


@cache
def words() -> SettingWords:
    """The word lists, loaded once."""
    return load("settings", SettingWords)
