"""Two passages word by word: which words both have, and which only one."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

from onrecord.publishing.sitrep.words import fold, named

WORD = re.compile(r"\s+|\d+(?:[.,]\d+)+|[^\W_]+|[\W_]")  # a number with its separators is one word
MOST = 1_200  # words of a passage that are compared; longer ones are shown without marks


class Run(Struct, frozen=True):
    """Words that follow one another, harmless: `differs` where the other passage does not have them there."""

    words: str
    differs: bool


def aligned(one: str, other: str) -> tuple[list[Run], list[Run]]:
    """Both passages in runs. Case, accents and white space make no difference; words longer than that are not
    compared."""
    mine, yours = (WORD.findall(text) for text in (one, other))
    if max(len(mine), len(yours)) > 2 * MOST:
        return [Run(named(one), differs=False)], [Run(named(other), differs=False)]
    left, right = ([fold(word) for word in words if not word.isspace()] for words in (mine, yours))
    lost, gained = set[int](), set[int]()
    for step in Indel.opcodes(left, right):
        if step.tag != "equal":
            lost |= set(range(step.src_start, step.src_end))
            gained |= set(range(step.dest_start, step.dest_end))
    return list(_runs(mine, lost)), list(_runs(yours, gained))


def _runs(words: Sequence[str], differing: set[int]) -> Iterator[Run]:
    """Words with their white space, which goes with the run that it is inside of."""
    number, held, space, differs = 0, "", "", False
    for word in words:
        if word.isspace():
            space += word
            continue
        mine = number in differing
        if held and mine != differs:
            yield Run(named(held), differs)
            if space:
                yield Run(" ", differs=False)
            held, space = "", ""
        held, space, differs = held + space + word, "", mine
        number += 1
    if held:
        yield Run(named(held), differs)
