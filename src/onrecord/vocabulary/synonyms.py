"""Words that tellings of one thing give for one another; the head of the file `synonyms` says what it holds."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Synonyms(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `synonyms`."""

    groups: tuple[tuple[str, ...], ...]


@cache
def synonyms() -> dict[str, str]:
    """By each word of a group the first of them."""
    return {word: group[0] for group in load("synonyms", Synonyms).groups for word in group}
