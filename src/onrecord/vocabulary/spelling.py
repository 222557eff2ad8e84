"""Spellings of place names: keys under which the many ways to write one name fall together.

`full` folds case, diacritics, apostrophes, hyphens and white space. `bare` leaves out Arabic articles as well
("Deir ez-Zor", "Deir al-Zor"). `rough` keeps the consonants alone, with those that transliterations exchange made
alike ("Kharkiv" and "Kharkov", "Misrata" and "Misurata"); it is for names whose country is known.
"""

import re
import unicodedata
from functools import lru_cache

# fmt: off
ARTICLES = frozenset((
    "al", "el", "ar", "er", "as", "es", "ash", "esh", "ad", "ed", "adh", "ath", "at", "et", "az", "ez", "an", "en",
    "ul", "ud", "ur", "us", "uz",
))
# fmt: on
WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ə": "a", "æ": "ae", "œ": "oe", "ħ": "h"}
)
_CAPITALS = {
    ord(chr(letter).upper()): plain.capitalize() for letter, plain in _LETTERS.items() if letter not in (0xDF, 0x131)
}
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´ʹʺ]")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = (
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("dj", "j"), ("sh", "s"), ("ch", "s"),
    ("tz", "s"), ("ts", "s"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("v", "w"), ("x", "ks"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyh]+")
_LONG_U = re.compile(r"ou|oo")
_LAST_H = re.compile(r"(?<=a)h$")
_DOUBLED = re.compile(r"([a-z])\1+")


def tokens(name: str) -> list[str]:
    """The name's words in plain lower-case letters."""
    if name.isascii() and name.isalpha():
        word = name.lower()
        return [WRITTEN_OUT.get(word, word)]
    plain = _SILENT.sub("", name).casefold()
    if not plain.isascii():
        plain = _unmarked(plain.translate(_LETTERS))
    return [WRITTEN_OUT.get(word, word) for word in _WORD.findall(plain)]


def plain_letters(name: str) -> str:
    """The name in letters without marks, case kept: "Gəncə" is "Ganca", "Kandahār" is "Kandahar"."""
    return name if name.isascii() else _unmarked(name.translate(_LETTERS | _CAPITALS))


def _unmarked(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


@lru_cache(maxsize=65_536)
def full(name: str) -> str:
    """The key of the name as it stands; empty where it has no letter."""
    return "".join(tokens(name))


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """The key of the name without articles, or the full one where nothing else is left."""
    return without_articles(tokens(name))


def without_articles(words: list[str]) -> str:
    """The bare key of a name in tokens."""
    return "".join(word for word in words if word not in ARTICLES) or "".join(words)


def settled(name: str) -> str:
    """The bare key with sounds that are written in two ways written in one ("Nawfaliya", "al-Nawfaliyah"): for names
    that no list holds, of which nothing but their letters is known."""
    key = _LONG_U.sub("u", bare(name))
    return _LAST_H.sub("", _DOUBLED.sub(r"\1", key))


def rough(key: str) -> str:
    """The consonants of a bare key; the first letter counts even if it is a vowel. Empty for other scripts."""
    if not key.isascii():
        return ""
    for written, sound in _ALIKE:
        key = key.replace(written, sound)
    first = "a" if key[:1] in "aeiouy" else key[:1]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", key[1:]))
