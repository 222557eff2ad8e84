"""Titles, ranks and occupations: what says who a person is."""

from functools import cache, lru_cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

_BEFORE = (
    "deputy",
    "vice",
    "acting",
    "interim",
    "former",
    "assistant",
    "caretaker",
    "transitional",
    "outgoing",
    "first",
)


class Titles(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of titles.toml, in lower case and singular."""

    leaders: frozenset[str]
    rulers: frozenset[str]
    prefixes: frozenset[str]
    portfolios: frozenset[str]
    offices: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    civil: frozenset[str]
    kin: frozenset[str]
    address: dict[str, str]


@cache
def titles() -> Titles:
    return load("titles", Titles)


@cache
def _ministers() -> frozenset[str]:
    return frozenset(f"{of} {who}" for of in titles().portfolios for who in ("minister", "secretary", "chief"))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The words in lower case, hyphens and full stops apart: the form in which titles are listed."""
    return " ".join(text.lower().replace("-", " ").replace("–", " ").replace(".", " ").split())


@cache
def _plain(which: str) -> frozenset[str]:
    return frozenset(plain(word) for word in getattr(titles(), which))


def singular(words: str) -> str:
    """The last word without its plural s: "presidents", "foreign ministers"."""
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


@lru_cache(maxsize=20_000)
def is_office(text: str) -> bool:
    """Whether the words are an office: "president", "foreign minister", "deputy prime minister"."""
    words = plain(text)
    if words in _plain("offices") or words in _ministers():
        return True
    first, _, rest = words.partition(" ")
    return bool(rest) and first in _BEFORE and is_office(rest)


def is_leader(text: str) -> bool:
    return plain(text) in _plain("leaders")


def rules(text: str) -> bool:
    """Whether the holder of the office has a country's forces behind him: "president", "junta leader"."""
    return is_leader(text) or plain(text) in titles().rulers


def is_rank(text: str) -> bool:
    return plain(text) in _plain("ranks")


def is_role(text: str) -> bool:
    return plain(text) in _plain("roles")


def is_kin(text: str) -> bool:
    """Whether the word says whose relative somebody is."""
    return plain(text) in titles().kin


def is_civil(text: str) -> bool:
    """Whether the word introduces somebody who holds no public office: "a farmer"."""
    return plain(text) in titles().civil


def is_title(text: str) -> bool:
    """Whether the words may stand right before a name."""
    return is_office(text) or is_rank(text) or is_role(text) or plain(text) in titles().address


def may_precede(word: str) -> bool:
    """Whether the word may stand before an office, rank or role as part of it: "deputy", "opposition", "foreign"."""
    low = plain(word)
    return low in _plain("prefixes") or low in _portfolio_words() or is_title(word)


@cache
def _portfolio_words() -> frozenset[str]:
    return frozenset(word for portfolio in titles().portfolios for word in portfolio.split())


def gender(text: str) -> str:
    """What a title says of its bearer's gender: m, f or nothing."""
    words = plain(text).split()
    return next((told for word in reversed(words) if (told := titles().address.get(singular(word), ""))), "")
