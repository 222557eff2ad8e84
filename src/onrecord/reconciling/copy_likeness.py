"""Whether one sentence retells another, and how near it keeps to the words: the same, reworded, the quotation alone.

Reports of one event share names, numbers, days and the field's own words without knowing of one another. A sentence is
taken for a retelling when nearly all words stand in the same order, function words too; when most of the free words are
shared as well; or when both hold one quotation.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from onrecord.reconciling.copy_sentences import Sentence

QUOTATION, WIRE, ALTERED, PARAPHRASE = "same quotation", "same wire text", "machine-altered", "paraphrase"
FEWEST = 4  # content words that both must have
IDENTICAL = 0.85  # of the words of both, in order
ABRIDGED = 0.9  # of the words of the shorter, in order
LONG = 8  # words that an abridged sentence has at least
BUILD = 0.7  # of the words of both, in order: the sentence is built as the other
REWORDED = 0.55  # of the words of both, in order: it may have been reworded word by word
MANY = 8  # content words that suffice where the build is kept
FREE = 2  # what a free word counts, one of the field's own counting one; two that go together are one term
SPOKEN = 5  # words of a quotation
SAME_SPEECH = 75  # percent of the shorter quotation that stands in the longer


class Bar(NamedTuple):
    """What a retelling shares in words of its own, as FREE says, in all and of what the sentence with fewer has;
    and which share of the content words of the one with fewer."""

    weight: int
    of_weight: float
    of_content: float


STRANGERS = Bar(weight=8, of_weight=0.6, of_content=0.5)
KIN = Bar(weight=4, of_weight=0.5, of_content=0.5)  # where one report retells much of the other, or tells it twice


class Likeness(NamedTuple):
    """How a sentence retells another: the type of copy, and the share of the words of both that both have in order."""

    type: str
    ratio: float


def likeness(one: Sentence, other: Sentence, bar: Bar = STRANGERS) -> Likeness | None:
    """How one of the sentences retells the other; None where it is not shown that it does."""
    shared = len(one.content & other.content)
    spoken = same_quotation(one.quoted, other.quoted)
    fewer = min(len(one.content), len(other.content))
    if not spoken and (shared < FEWEST or shared < bar.of_content * fewer):
        return None
    common = LCSseq.similarity(one.tokens, other.tokens)
    shorter = min(len(one.tokens), len(other.tokens))
    ratio = 2 * common / (len(one.tokens) + len(other.tokens))
    if ratio >= IDENTICAL or (shorter >= LONG and common >= ABRIDGED * shorter):
        return Likeness(QUOTATION if spoken else WIRE, ratio)
    if spoken:
        return Likeness(QUOTATION, ratio)
    free, stock = one.free & other.free, one.stock & other.stock
    together = sum(pair[0] in free and pair[1] in free for pair in one.together & other.together)
    weight = FREE * (len(free) - together) + len(stock)
    least = min(FREE * len(each.free) + len(each.stock) for each in (one, other))
    built = ratio >= BUILD and (free or shared >= MANY)
    if built or (weight >= bar.weight and weight >= bar.of_weight * least):
        return Likeness(ALTERED if ratio >= REWORDED and _replaced(one.tokens, other.tokens) else PARAPHRASE, ratio)
    return None


def same_quotation(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> bool:
    """Whether a quotation of the one is, but for a word or two, a quotation of the other."""
    return any(_same_speech(mine, yours) for mine in one for yours in other)


def _same_speech(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter = min(len(one), len(other))
    if shorter < SPOKEN or len(set(one) & set(other)) * 100 < SAME_SPEECH * min(len(set(one)), len(set(other))):
        return False
    return fuzz.partial_ratio(one, other) >= SAME_SPEECH


def _replaced(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words were exchanged rather than taken out, put in or moved."""
    done = [step.tag for step in Levenshtein.editops(one, other)]
    return done.count("replace") * 2 >= len(done)
