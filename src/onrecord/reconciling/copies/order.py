"""Whether a report may be another in other words, as machines make them that paraphrase, or translate and back.

Such a report shares few runs of words with the other. It keeps the names and numbers, and the order in which they come
up: two reports of one event by two hands share some of the names, and not their order; two reports of one form share
names and order, and not the numbers.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from sys import intern

from onrecord.model.documents import Document
from onrecord.reconciling.copies.sentences import kept

NAME = re.compile(  # a number, or a word with a capital that does not open its sentence
    r"[^\W_a-zß-öø-ÿ](?:(?<=\d)\d*(?:[.,]\d+)*|(?<=[\w,)’'-][ \n(].)[^\W\d_]+)"
)
WORD = re.compile(r"\b[^\W\d_]{5,6}")  # a longer word, by its first letters
OFTEN = 3  # times that a report has a word; what comes up again and again tells nothing of the order
FEWEST = 15  # names and numbers that both reports have
KEPT = 0.7  # of the names and numbers of the report with fewer are in the other
NUMBERS = 0.75  # of the numbers
WORDS = 0.45  # of the longer words
RUN = 0.55  # of the names and numbers follow one another in both
LENGTH = 0.4  # of the longer report's characters


class Outline:
    """The names and numbers of a report in the order in which they come up; how long it is, and its longer words. What
    is kept is small: outlines of many reports are held at once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.length = sum(span.end - span.start for span in kept(document))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The names and numbers, each where it stands first."""
        often = Counter(map(str.casefold, self._found(NAME)))
        return tuple(intern(name) for name, times in often.items() if times <= OFTEN)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The longer words, each once, names among them."""
        return tuple(dict.fromkeys(intern(word.casefold()) for word in self._found(WORD)))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers alone."""
        return tuple(name for name in self.order if name[0].isdigit())

    def _found(self, words: re.Pattern[str]) -> Iterator[str]:
        """What of the report, outside of what was cut away, is such a word."""
        for span in kept(self._document):
            yield from words.findall(self._document.text, span.start, span.end)


def in_order(one: Outline, other: Outline) -> bool:
    """Whether the reports have so much in common, and in one order, that one may be the other in other words."""
    if min(one.length, other.length) < LENGTH * max(one.length, other.length):
        return False
    fewer = min(len(one.order), len(other.order))
    return (
        _common(one.order, other.order) >= max(FEWEST, KEPT * fewer)
        and _common(one.numbers, other.numbers) >= NUMBERS * min(len(one.numbers), len(other.numbers))
        and _run(one.order, other.order) >= RUN * fewer
        and _common(one.words, other.words) >= WORDS * min(len(one.words), len(other.words))
    )


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many words both have."""
    return len(set(one).intersection(other))


def _run(one: Iterable[str], other: Iterable[str]) -> int:
    """How many of the words, each of which stands once in a list, follow one another in both."""
    place = {word: at for at, word in enumerate(other)}
    ends: list[int] = []
    for word in one:
        if (at := place.get(word)) is not None:
            run = bisect_left(ends, at)
            ends[run : run + 1] = [at]
    return len(ends)
