"""Whether a report tells another sentence by sentence in other words, as machines that paraphrase or translate back do.

Such a report shares few words with the other, but keeps its names and numbers, and their order: half of its sentences
and more have, one after the other, the same names as those of the other. Two reports of one event by two hands share
the names and not the order.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from onrecord.reconciling.copies.sentences import Sentence

NAMES = 2  # names and numbers that two sentences share at least
MOST_NAMES = 0.5  # of those of the sentence with more
CONTENT = 0.4  # of the content words of the one with fewer
FEWEST = 6  # sentences that follow one another in both
SHARE = 0.5  # of the sentences with names, in the report with fewer of them
LONGER = 4  # times; a much longer report holds many in some order
COMMON = 3  # sentences of one report with a name; one of more does not tell them apart


class Step(NamedTuple):
    """A sentence of the one report and the one of the other that tells the same, by their numbers."""

    one: int
    other: int


def in_order(one: Sequence[Sentence], other: Sequence[Sentence]) -> tuple[Step, ...]:
    """The sentences of two reports that tell the same one after the other; none where they are too few for one report
    to be the other in other words."""
    told = _telling(one), _telling(other)
    fewer = min(sum(len(names) >= NAMES for names in each) for each in told)
    if fewer < FEWEST or max(len(one), len(other)) > LONGER * min(len(one), len(other)):
        return ()
    near = (step for step in _near(*told) if _alike(told[0][step.one], told[1][step.other]))
    steps = _longest([step for step in near if _share(one[step.one].content, other[step.other].content) >= CONTENT])
    return steps if len(steps) >= max(FEWEST, SHARE * fewer) else ()


def _telling(told: Sequence[Sentence]) -> list[frozenset[str]]:
    """The stems of the names and numbers of each sentence that stand in few of the report."""
    names = [each.content - each.free - each.stock for each in told]
    often = Counter(chain.from_iterable(names))
    return [frozenset(name for name in each if often[name] <= COMMON) for each in names]


def _near(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> Iterator[Step]:
    """The pairs that share enough names, those of one sentence from the last of the other report to the first."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(other):
        for name in names:
            holding[name].append(number)
    for number, names in enumerate(one):
        shared = Counter(chain.from_iterable(holding.get(name, ()) for name in names))
        yield from (Step(number, each) for each in sorted(shared, reverse=True) if shared[each] >= NAMES)


def _alike(one: Set[str], other: Set[str]) -> bool:
    return len(one & other) >= MOST_NAMES * max(len(one), len(other))


def _share(one: Set[str], other: Set[str]) -> float:
    """How many of the words of the one with fewer, 0 to 1, the other has."""
    return len(one & other) / min(len(one), len(other))


def _longest(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The longest run of steps that goes on in both reports; `steps` go on in the one, and back in the other where they
    are of one sentence."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, step in enumerate(steps):
        place = bisect_left(ends, step.other)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(step.other)
            last.append(at)
        else:
            ends[place], last[place] = step.other, at
    found = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(steps[at])
        at = before[at]
    return tuple(reversed(found))
