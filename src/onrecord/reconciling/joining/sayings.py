"""Whether words that two reports give for one occasion are one saying: quoted, abridged, or told in other words.

Statements, commitments and readouts of contacts hang on words that somebody said; each of them also asks who said them
and when.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.model.actors import Actor
from onrecord.reconciling.joining.wording import FEWEST, in_digits, retold, share, stems
from onrecord.vocabulary import accords

DENYING = re.compile(
    r"\b(?:not|no(?![-\w])|never|nor|none|nothing|nobody|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")  # or a word, which may be one
MANY = frozenset({"media", "population group", "other"})
FEW, NEARLY = 3, 0.75  # of a few words, those that two tellings share
LEAST = 4  # words that are all among the other's
HALF, QUARTER = 0.45, 0.22  # of the words of the shorter, and of both, that a paraphrase keeps


@lru_cache(maxsize=16384)
def content(says: str) -> frozenset[str]:
    """The stems of what is said."""
    return stems(says)


def denies(says: str) -> bool:
    """Whether a word of denial stands in it."""
    return DENYING.search(says) is not None


def same_numbers(one: str, other: str) -> bool:
    """Whether the numbers of one, in digits or in words, are all among the other's."""
    mine, yours = _numbers(one), _numbers(other)
    return mine <= yours or yours <= mine


@lru_cache(maxsize=16384)
def _numbers(says: str) -> frozenset[str]:
    return frozenset(number for word in NUMBER.findall(says) if (number := in_digits(word.casefold()))[0].isdigit())


def same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether words, as their stems, are one telling; of a few, nearly all must be the same."""
    shorter, shared = min(len(one), len(other)), len(one & other)
    return retold(one, other) or (shared >= FEW and shorter < FEWEST and shared >= NEARLY * len(one | other))


def is_gist(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether words, as their stems, share enough to be two paraphrases of one saying, where speaker and day agree."""
    shared, shorter = len(one & other), min(len(one), len(other))
    within = shared == shorter >= LEAST
    return within or (shared >= FEWEST and shared >= HALF * shorter and share(one, other) >= QUARTER)


def names_truce(words: frozenset[str]) -> bool:
    """Whether words, as their stems, name a truce, of which two sides have one at a time."""
    return not words.isdisjoint(_truces())


@cache
def _truces() -> frozenset[str]:
    return stems(" ".join(accords.words("truces")))


def in_particular(actor: Actor) -> bool:
    """Whether it is somebody in particular: of "an official" or "residents", many say many like things."""
    return actor.type not in MANY and not actor.unnamed


def central(tellings: Sequence[str]) -> str:
    """Of several tellings the one whose words the others share most, the first of equals."""
    return max(tellings, key=lambda telling: sum(share(content(telling), content(other)) for other in tellings))
