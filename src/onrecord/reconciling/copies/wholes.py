"""Which report is a copy of another as a whole: most of its sentences are carried, or it is the other in other words.

No copy is the form of an office that is filled in anew for another day or week: most of its numbers are others. Nor is
a story that is carried on, where half is in the same words and half is new, the earlier one in other words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.reconciling.copies.likeness import FEWEST, FIRM, RETOLD, Bar, Likeness, likeness, may_be
from onrecord.reconciling.copies.pages import Page, Rank, Told, outlined

MOST = 0.6  # share of the shorter report's words that makes a copy
HALF = 0.5  # where its names and numbers come up in one order as well
REPORT = 3  # sentences of a copy


class Pair(NamedTuple):
    """A sentence of the block's report by its number, the earlier one that it retells, and how."""

    number: int
    earlier: Told
    likeness: Likeness

    @property
    def order(self) -> tuple[bool, Rank, float]:
        """The words themselves before a rewording, then the earliest, then the most alike."""
        return self.likeness.type not in FIRM, self.earlier.rank, -self.likeness.ratio


class Whole(NamedTuple):
    """How much of the report with fewer words retells the other or is retold by it, 0 to 1, and by which sentences."""

    share: float
    pairs: list[Pair]


def carried_whole(own: Page, closest: Iterable[tuple[Page, list[Pair]]]) -> Whole | None:
    """Of the reports with the sentences that retell them, the one that the report carries most of, if most of it."""
    found = (Whole(_share(own, page, pairs), pairs) for page, pairs in closest)
    whole = max(found, key=lambda each: each.share, default=Whole(0.0, []))
    return whole if whole.share >= MOST and _is_one(own, whole.pairs) else None


def in_other_words(own: Page, pages: Mapping[str, Page], sharing: Iterable[tuple[Told, Told]]) -> Whole | None:
    """The earliest of the reports that this one may be in other words, if it is. `sharing` are its sentences with those
    of others that share keys with them, as the others come."""
    earlier = dict.fromkeys(other.document for told, other in sharing if other.rank < told.rank)
    page = next((pages[document] for document in earlier if outlined(pages[document], own)), None)
    if page is None:
        return None
    found = compared(own.all, page.all, RETOLD)
    pairs = [pair._replace(likeness=pair.likeness._replace(in_order=True)) for pair in found]
    reworded = sum(pair.likeness.type not in FIRM for pair in pairs)
    whole = Whole(_share(own, page, pairs), pairs)
    return whole if whole.share >= HALF and 2 * reworded > len(pairs) and _is_one(own, pairs) else None


def compared(later: Sequence[Told], earlier: Sequence[Told], bar: Bar) -> Iterator[Pair]:
    """Each sentence with the one that it is most like among the earlier ones, where it is like one."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(earlier):
        for stem in told.sentence.content:
            holding[stem].append(number)
    for number, told in enumerate(later):
        shared = Counter(other for stem in told.sentence.content for other in holding.get(stem, ()))
        least = 2 if told.sentence.quoted else FEWEST
        near = sorted(
            other
            for other, count in shared.items()
            if count >= least and may_be(told.sentence, earlier[other].sentence, count, bar)
        )
        found = [
            Pair(number, earlier[other], alike)
            for other in near
            if earlier[other].rank < told.rank and (alike := likeness(told.sentence, earlier[other].sentence, bar))
        ]
        if found:
            yield max(found, key=lambda pair: (pair.likeness.type in FIRM, pair.likeness.ratio))


def _is_one(own: Page, pairs: Sequence[Pair]) -> bool:
    """Whether so many sentences make a copy, and are no form filled in anew."""
    return len(pairs) >= REPORT and not _filled_in_anew(own, pairs)


def _filled_in_anew(own: Page, pairs: Iterable[Pair]) -> bool:
    """Whether most of the sentences that tell numbers tell others: the form of one office, of another day or week."""
    numbers = [(own.all[pair.number].sentence.numbers, pair.earlier.sentence.numbers) for pair in pairs]
    others = [one.isdisjoint(other) for one, other in numbers if one and other]
    return 2 * sum(others) > len(others)


def _share(own: Page, page: Page, copied: Sequence[Pair]) -> float:
    """How much of the report with fewer words, 0 to 1, stands in sentences that retell the other or that it retells."""
    later = sum(len(own.all[pair.number].sentence.words) for pair in copied)
    earlier = sum(len(told.sentence.words) for told in {pair.earlier for pair in copied})
    lengths = [sum(len(told.sentence.words) for told in each.all) for each in (own, page)]
    return later / lengths[0] if lengths[0] <= lengths[1] else earlier / lengths[1]
