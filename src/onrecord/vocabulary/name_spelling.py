"""One key for the spellings of a person's name: "Ahmad Bani" and "Ahmed Bani", "Sergey" and "Sergei Lavrov".

Only names with a word that the vocabulary lists are spelt anew, since what is one sound written twice in Arabic or
Russian names is two names in others: "Allen" is not "Allan". Initials in the middle of any name are left out.
"""

import re
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.vocabulary.loader import load

REMEMBERED = 50_000  # names
SERVANT = re.compile(r"abd(?:[aeou]?l|[aeou](?=([rsndzt])\1)[rsndzt])(?=.)")  # "Abdelaziz", "Abdul", "Abderrahman"
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+|y(?![aeiou])")
_ARABIC = (("ph", "f"), ("dj", "j"), ("ck", "k"), ("q", "k"))
_SLAVIC = (
    (re.compile(r"(?:iyi|iy|yy|ii|yi|ij|y|i)$"), "i"),
    (re.compile(r"(?<=.)[iy](?=[ae])"), "y"),
    (re.compile(r"(?<=[aeiou])y(?=ev)|^y(?=e)"), ""),
    (re.compile(r"ks"), "x"),
)


class _Spellings(Struct, frozen=True, forbid_unknown_fields=True):
    arabic: tuple[str, ...]
    slavic: tuple[str, ...]
    articles: str
    told_by_initial: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def spelt(folded: str) -> str:
    """The key of a name of folded words: the same for all spellings of it."""
    words = _without_initials(folded.split())
    if len(words) < 2:
        return folded
    servants = [part for word in words for part in _parts(word)]
    if any(word in _listed("arabic") or word == "abd" for word in servants):
        kept = [word for word in servants if word not in _articles()]
        return " ".join(_listed("arabic").get(word) or _arabic(word) for word in kept) if len(kept) > 1 else folded
    if any(word in _listed("slavic") for word in words):
        return " ".join(_listed("slavic").get(word) or _slavic(word) for word in words)
    return " ".join(words)


def _without_initials(words: list[str]) -> list[str]:
    kept = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or len(word) > 1]
    return words if " ".join(kept) in _spellings().told_by_initial else kept


def _parts(word: str) -> tuple[str, ...]:
    """ "Abdel" and what is written with it: "abd" "aziz"."""
    if word in ("abdel", "abdul", "abdal", "abdol", "abd"):
        return ("abd",)
    found = SERVANT.match(word)
    return ("abd", word[found.end() :]) if found else (word,)


def _arabic(word: str) -> str:
    """The word in one of the ways in which its sounds are written."""
    for written, sound in _ARABIC:
        word = word.replace(written, sound)
    word = _DOUBLED.sub(r"\1", _VOWELS.sub(_vowel, word))
    return re.sub(r"(?<=a)h$", "", word)


def _vowel(run: re.Match[str]) -> str:
    """What a run of vowels sounds like: a, i ("ee", "e", "y"), u ("ou", "oo", "o"); others stay as they are."""
    letters = set(run[0])
    if letters <= set("ou"):
        return "u"
    if letters <= set("eiy"):
        return "y" if run[0] == "ei" else "i"
    return "y" if run[0] == "ai" else run[0] if len(letters) > 1 else "a"


def _slavic(word: str) -> str:
    for ending, sound in _SLAVIC:
        word = ending.sub(sound, word)
    return word


@cache
def _spellings() -> _Spellings:
    return load("spellings", _Spellings)


@cache
def _listed(which: str) -> dict[str, str]:
    """Each spelling with the first of its row."""
    rows: tuple[str, ...] = getattr(_spellings(), which)
    return {word: row.split()[0] for row in rows for word in row.split()}


@cache
def _articles() -> frozenset[str]:
    return frozenset(_spellings().articles.split())
