"""Features of the land and named sites: features.toml."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Features(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As features.toml tells: nouns that follow or precede a name = the noun for their kind, how wide kinds lie, what
    else bears names."""

    after: dict[str, str]
    before: dict[str, str]
    spread: dict[str, str]
    houses: frozenset[str]
    only: frozenset[str]


@cache
def features() -> Features:
    return load("features", Features)
