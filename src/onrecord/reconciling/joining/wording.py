"""How alike the words of two passages are: what survives reprinting, abridging and paraphrase."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

import Stemmer

from onrecord.vocabulary.english import english
from onrecord.vocabulary.numbers import numbers
from onrecord.vocabulary.synonyms import synonyms

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
SPELT = re.compile(r"(?<=\w\w)(?:our|is(?=[aei])|ys(?=[ei]|$)|enc(?=e$)|enc(?=es$)|tre$)")
AMERICAN = {"our": "or", "is": "iz", "ys": "yz", "enc": "ens", "tre": "ter"}  # on both sides of a comparison
FEWEST = 5  # content words; fewer are shared by chance
SAME_WORDS = 0.6  # of the words of both
WITHIN = 0.8  # of the words of the shorter
FEW = 50  # passages that are all compared
DRAWN, MOST = 8, 200  # stems by which tellings are sought; passages with one of them that are thought of
LIKELIEST = 24  # of many, passages that each is compared with: those that share most of these stems

_STEMMER = Stemmer.Stemmer("english")


def stems(words: str) -> frozenset[str]:
    """The content words and numbers of a passage, without their endings; those of one meaning are one."""
    one_meaning = _one_meaning()
    found = (stem(in_digits(word)) for word in WORD.findall(words.casefold()))
    return frozenset(one_meaning.get(each, each) for each in found if each)


def in_digits(word: str) -> str:
    """The digits of a word in lower case that is a number, of those above one; any other word as it is."""
    value = numbers().words.get(word, 0)
    return str(value) if value > 1 else word


@cache
def _one_meaning() -> dict[str, str]:
    """By its stem each word that others are given for, that which stands for all of them."""
    return {stem(word): stem(first) for word, first in synonyms().items()}


def retold(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two passages, as their stems, are one telling: nearly the same words, or one the other abridged."""
    shorter, shared = min(len(one), len(other)), len(one & other)
    if shorter < FEWEST:
        return one == other
    return shared >= SAME_WORDS * len(one | other) or shared >= WITHIN * shorter


def tellings(passages: Iterable[str]) -> int:
    """How many tellings passages come to."""
    return len(alike(map(stems, passages)))


def alike(told: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The passages, as their stems and each once, in groups of one telling: each is one with any that it retells; of
    many passages, with any of those that share a stem that was drawn."""
    each = list(dict.fromkeys(told))
    above: list[int] = []
    many = len(each) > FEW
    drawn: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(each):
        above.append(place)
        known = [drawn[key] for key in dict.fromkeys(sketch(words, DRAWN) if many else ("",))]
        near = Counter(chain.from_iterable(known)).most_common(LIKELIEST if many else None)
        for other, _ in near:
            one, two = _top(above, place), _top(above, other)
            if one != two and retold(words, each[other]):
                above[max(one, two)] = min(one, two)
        for places in known:
            if len(places) < MOST:
                places.append(place)
    found: dict[int, list[frozenset[str]]] = defaultdict(list)
    for place, words in enumerate(each):
        found[_top(above, place)].append(words)
    return list(found.values())


def _top(above: list[int], place: int) -> int:
    while above[place] != place:
        place = above[place]
    return place


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the words of both, 0 to 1, that both have."""
    return len(one & other) / len(one | other) if one or other else 0.0


def sketch(words: frozenset[str], turns: int = 4) -> tuple[str, ...]:
    """A few of the stems, drawn so that passages which share most of their stems very likely share one of these."""
    if not words:
        return ()
    return tuple(min(words, key=lambda each: (zlib.crc32(f"{turn} {each}".encode()), each)) for turn in range(turns))


def content(quotes: Sequence[str]) -> frozenset[str]:
    """The stems of several passages together."""
    return frozenset().union(*map(stems, quotes))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case, spelt in one way; nothing for a word that only joins others."""
    if word in english().function or (len(word) < 2 and not word.isdigit()):
        return ""
    return word if word[0].isdigit() else str(_STEMMER.stemWord(SPELT.sub(_spelt, word)))


def _spelt(letters: re.Match[str]) -> str:
    """The American letters for the British."""
    return AMERICAN[letters[0]]
