"""Whether a report may be another in other words, as machines make them that paraphrase, or translate and back.

Such a report shares few runs of words with the other. It keeps the names and numbers, and the order in which they come
up: two reports of one event by two hands share some of the names, and not their order; two reports of one form share
names and order, and not the numbers.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Set
from functools import cached_property
from itertools import chain

from onrecord.model.documents import Document
from onrecord.reconciling.copies.sentences import kept

NAME = re.compile(r"(?<=[\w,)’'-][ \n(])[^\W\d_a-zß-öø-ÿ][^\W\d_]+|\d+(?:[.,]\d+)*")  # in a sentence; or a number
WORD = re.compile(r"\b[^\W\d_]{5,6}")  # a longer word, by its first letters
OFTEN = 3  # times that a report has a word; what comes up again and again tells nothing of the order
FEWEST = 15  # names and numbers that both reports have
KEPT = 0.7  # of the names and numbers of the report with fewer are in the other
NUMBERS = 0.75  # of the numbers
WORDS = 0.45  # of the longer words
RUN = 0.55  # of the names and numbers follow one another in both
LENGTH = 0.4  # of the longer report's characters


class Outline:
    """The names and numbers of a report in the order in which they come up; how long it is, and its longer words."""

    def __init__(self, document: Document) -> None:
        self._pieces = [span.of(document.text) for span in kept(document)]
        self.length = sum(map(len, self._pieces))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The names and numbers, each where it stands first."""
        often = Counter(map(str.casefold, chain.from_iterable(map(NAME.findall, self._pieces))))
        return tuple(name for name, times in often.items() if times <= OFTEN)

    @cached_property
    def names(self) -> frozenset[str]:
        """The same, in no order."""
        return frozenset(self.order)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers alone."""
        return frozenset(name for name in self.order if name[0].isdigit())

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words, names among them."""
        return frozenset(chain.from_iterable(WORD.findall(each.casefold()) for each in self._pieces))


def in_order(one: Outline, other: Outline) -> bool:
    """Whether the reports have so much in common, and in one order, that one may be the other in other words."""
    if min(one.length, other.length) < LENGTH * max(one.length, other.length):
        return False
    fewer = min(len(one.order), len(other.order))
    return (
        len(one.names & other.names) >= max(FEWEST, KEPT * fewer)
        and _share(one.numbers, other.numbers) >= NUMBERS
        and _share(one.words, other.words) >= WORDS
        and _run(one.order, other.order) >= RUN * fewer
    )


def _share(one: Set[str], other: Set[str]) -> float:
    """How much of the smaller set is in the other, 0 to 1."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def _run(one: Iterable[str], other: Iterable[str]) -> int:
    """How many of the words, each of which stands once in a list, follow one another in both."""
    place = {word: at for at, word in enumerate(other)}
    ends: list[int] = []
    for word in one:
        if (at := place.get(word)) is not None:
            run = bisect_left(ends, at)
            ends[run : run + 1] = [at]
    return len(ends)
