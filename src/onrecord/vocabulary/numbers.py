"""How quantities are written: number words, scales, magnitudes and the phrases that qualify them."""

from functools import cache

from msgspec import Struct

from onrecord.vocabulary.loader import load


class Numbers(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file `numbers`; its head says what each table holds."""

    vague: tuple[str, ...]
    words: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    magnitudes: dict[str, tuple[int, int]]
    fractions: dict[str, float]
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]


@cache
def numbers() -> Numbers:
    """The number vocabulary, loaded once."""
    return load("numbers", Numbers)


@cache
def qualifiers(side: str) -> dict[tuple[str, ...], str]:
    """Each qualifying phrase, as its words, with the qualifier it stands for. `side`: before or after."""
    table = numbers().before if side == "before" else numbers().after
    return {tuple(phrase.split()): qualifier for qualifier, phrases in table.items() for phrase in phrases}
