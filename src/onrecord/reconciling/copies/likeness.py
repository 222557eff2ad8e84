"""Whether one sentence retells another, and how near it keeps to the words: the same, reworded, the quotation alone.

Reports of one event share names, numbers, days and the field's own words without knowing of one another. A sentence is
taken for a retelling when nearly all words stand in the same order, function words too; when most of the free words are
shared as well; or when both hold one quotation.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from onrecord.reconciling.copies.sentences import Sentence
from onrecord.reconciling.joining.wording import stem

QUOTATION, WIRE, ALTERED, PARAPHRASE = "same quotation", "same wire text", "machine-altered", "paraphrase"
FIRM = frozenset({WIRE, QUOTATION})  # the words themselves
FEWEST = 4  # content words that both must have
IDENTICAL = 0.85  # of the words of both, in order
ABRIDGED = 0.9  # of the words of the shorter, in order
LONG = 8  # words that an abridged sentence has at least
BUILD = 0.7  # of the words of both, in order: the sentence is built as the other
EXCHANGED = 3  # places where words were replaced
REWORDED = 0.55  # of the words of both, in order: it may have been reworded word by word
MANY = 8  # content words that suffice where the build is kept, and may stand in any order
ALL = 0.8  # of the content words of the one with fewer: nearly all are there
SOME = 0.4  # of its own words: what a sentence that is built alike shares of them at least
FREE = 2  # what a free word counts, one of the field's own counting one
TERM = 3  # free words that are no longer one term, with the one before them
SPOKEN = 5  # words of a quotation
TELLING = 3  # content words that two quotations share: "out of the question" is everybody's
SAME_SPEECH = 75  # percent of the shorter quotation that stands in the longer


class Bar(NamedTuple):
    """What a retelling shares in words of its own, as FREE says, in all and of what the sentence with fewer has; which
    share of the content words of the one with fewer; which share of the words of the shorter, in order; and which share
    of MANY content words is enough in any order."""

    weight: int
    of_weight: float
    of_content: float
    in_order: float
    any_order: float


STRANGERS = Bar(weight=6, of_weight=0.6, of_content=0.6, in_order=0.5, any_order=0.8)
KIN = Bar(weight=4, of_weight=0.5, of_content=0.5, in_order=0.4, any_order=0.6)  # one retells much of the other
RETOLD = Bar(weight=0, of_weight=0, of_content=0.4, in_order=0, any_order=0)  # one may be the other in other words


class Likeness(NamedTuple):
    """How a sentence retells another: the type of copy, the share of the words of both that both have in order, and
    whether their reports have their names and numbers in one order."""

    type: str
    ratio: float
    in_order: bool = False

    @property
    def why(self) -> str:
        words = f"{self.type}, {self.ratio:.0%} of the words of both in order"
        return f"{words}, as are names and numbers of the reports" if self.in_order else words


def likeness(one: Sentence, other: Sentence, bar: Bar = STRANGERS) -> Likeness | None:
    """How one of the sentences retells the other; None where it is not shown that it does."""
    shared = len(one.content & other.content)
    if not may_be(one, other, shared, bar):
        return None
    spoken = same_quotation(one, other)
    fewer = min(len(one.content), len(other.content))
    if not spoken and not _enough(fewer, shared, bar):
        return None
    common = LCSseq.similarity(one.tokens, other.tokens)
    shorter = min(len(one.tokens), len(other.tokens))
    ratio = 2 * common / (len(one.tokens) + len(other.tokens))
    if ratio >= IDENTICAL or (shorter >= LONG and common >= ABRIDGED * shorter):
        return Likeness(QUOTATION if spoken else WIRE, ratio)
    if spoken:
        return Likeness(QUOTATION, ratio)
    free, stock = one.free & other.free, one.stock & other.stock
    weight = FREE * (len(free) - _in_terms(one.order, other.order, free)) + len(stock)
    least = min(FREE * len(each.free) + len(each.stock) for each in (one, other))
    built = ratio >= BUILD and (free or shared >= MANY) and weight >= SOME * least
    in_order = common >= bar.in_order * shorter or (shared >= MANY and shared >= bar.any_order * fewer)
    own = weight >= bar.of_weight * least or (shared >= MANY and shared >= ALL * fewer)
    if built or (in_order and own and weight >= bar.weight):
        return Likeness(ALTERED if ratio >= REWORDED and _replaced(one.tokens, other.tokens) else PARAPHRASE, ratio)
    return None


def may_be(one: Sentence, other: Sentence, shared: int, bar: Bar) -> bool:
    """Whether one may retell the other, of whose content words it has so many: that is enough, or both quote."""
    return bool(one.quoted and other.quoted) or _enough(min(len(one.content), len(other.content)), shared, bar)


def _enough(fewer: int, shared: int, bar: Bar) -> bool:
    return shared >= FEWEST and shared >= bar.of_content * fewer


def _in_terms(one: Sequence[str], other: Sequence[str], free: frozenset[str]) -> int:
    """How many of the free words only go on with a term of two or three words that both have, such as "no-fly zone"."""
    pairs = set(pairwise(other))
    counted = run = 0
    for pair in (*pairwise(one), ("", "")):
        if pair in pairs and free.issuperset(pair):
            run += 1
        else:
            counted += run if run < TERM else 0
            run = 0
    return counted


def same_quotation(one: Sentence, other: Sentence) -> bool:
    """Whether a quotation of the one is, but for a word or two, a quotation of the other, or a part of it."""
    both = ((one.quoted, other.quoted), (one.led, other.quoted), (one.quoted, other.led))
    return any(_same_speech(mine, yours) for first, second in both for mine in first for yours in second)


def _same_speech(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter = min(len(one), len(other))
    if shorter < SPOKEN or len(set(one) & set(other)) * 100 < SAME_SPEECH * min(len(set(one)), len(set(other))):
        return False
    content = {stem(word) for word in one} & {stem(word) for word in other} - {""}
    return len(content) >= TELLING and fuzz.partial_ratio(one, other) >= SAME_SPEECH


def _replaced(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words were exchanged here and there, rather than some taken out, put in or moved."""
    done = [step.tag for step in Levenshtein.opcodes(one, other) if step.tag != "equal"]
    return done.count("replace") >= max(EXCHANGED, len(done) / 2)
