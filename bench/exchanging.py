"""Copies of reports that share no passages: their words exchanged for others that reports really hold.

Each word changes place with one of its length, its case and about its frequency in the pile, in another way in each
copy; those that only join others stay. So a large record made of copies has sentences, and words in common, as a real
one has. What stands in one report alone (a rare name, a misspelling) is spelt in other letters, since the words of a
record grow with it: the 10,000 copies of `adding.py` hold 130,000 words, about twice as many as so many reports would
hold by the growth of the pile of 716 (20,300 words, with a power of 0.4 to 0.5 of its length). Copies whose letters are
exchanged in every word, as they were before, hold 777,000, and "the" and "of" become words that count.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

from onrecord.vocabulary.english import english

WORD = re.compile(r"[^\W\d_]+")
FIRST = 16  # words of one length and case, the commonest, that change places; then twice as many, and so on


class Exchange:
    """The words of a pile of texts, as they change places."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        reports: Counter[str] = Counter()
        for text in texts:
            found = WORD.findall(text)
            counts.update(found)
            reports.update(set(found))
        self.groups = _groups({word: count for word, count in counts.items() if reports[word] > 1})
        self._home = {word: number for number, group in enumerate(self.groups) for word in group}
        self._turned = lru_cache(maxsize=4 * len(self.groups))(self._turn)

    def copied(self, text: str, by: int) -> str:
        """The text of copy number `by`; every word as long as it was."""
        return WORD.sub(lambda match: self._other(match[0], by), text)

    def _other(self, word: str, by: int) -> str:
        if word.casefold() in english().function:
            return word
        return self._turned(by, self._home[word])[word] if word in self._home else word.translate(_letters(by))

    def _turn(self, by: int, number: int) -> Mapping[str, str]:
        group = self.groups[number]
        return dict(zip(group, random.Random(f"{by} {number}").sample(group, len(group)), strict=True))


def _groups(counts: Mapping[str, int]) -> list[list[str]]:
    """The words in groups of one length and case, and about one frequency."""
    alike: dict[tuple[int, bool], list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if word.casefold() not in english().function:
            alike[len(word), word[0].islower()].append(word)
    found: dict[tuple[int, bool, int], list[str]] = defaultdict(list)
    for kind, words in alike.items():
        for rank, word in enumerate(words):
            found[*kind, (rank // FIRST).bit_length()].append(word)
    return list(found.values())


@lru_cache(maxsize=4)
def _letters(by: int) -> dict[int, int]:
    return str.maketrans(ascii_lowercase, "".join(random.Random(by).sample(ascii_lowercase, len(ascii_lowercase))))
