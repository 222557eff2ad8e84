"""Which sentences share keys, and which of the many that have one come first: by the day of the report, undated ones
last.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.model.marks import Carrier, Shared

KEY = np.dtype("<u8")
PLACE = np.dtype([("day", "<u4"), ("document", "<u8"), ("start", "<u4"), ("end", "<u4")])
MARK = np.dtype([("key", KEY), ("place", PLACE)])
DAY = len("20200215")

Rows = NDArray[Any]  # of MARK
Numbers = NDArray[np.integer[Any]]


class Carriers:
    """Sentences by the keys that they have, for keys that several have."""

    def __init__(self, rows: Rows) -> None:
        """`rows` by key and place."""
        self._keys, self._first, self._count = np.unique(rows["key"], return_index=True, return_counts=True)
        self._of = np.repeat(np.arange(len(self._keys)), self._count)  # to which of the keys a row belongs
        self._places, self._sentence = _sentences(rows["place"])

    def first(self, key: int, most: int) -> list[Carrier]:
        """The first of the sentences that have the key, in their order."""
        return [self._carrier(number) for number in self._having([key])[:most].tolist()]

    def led_otherwise(
        self, told: Mapping[Carrier, Collection[int]], documents: Collection[str], most: int, least: int
    ) -> Iterator[tuple[Carrier, list[Carrier]]]:
        """Each of the sentences, given with all its keys, and the later ones of other reports that so many of its keys,
        or more, lead to it and would not if the documents were not there, or the other way round; a key leads to its
        first sentences."""
        within = self._within(documents)
        for each, keys in told.items():
            at = self._at(keys)
            rows, of = _ranges(self._first[at], self._count[at]), np.repeat(np.arange(len(at)), self._count[at])
            having = self._sentence[rows]
            own = self._numbered(each, having)
            others = ~within[having]
            leads = np.bincount(of, having < own, len(at)) < most
            led = (np.bincount(of, (having < own) & others, len(at)) < most) & (not within[own])
            later = np.flatnonzero((having > own) & others)
            found, which = np.unique(having[later], return_inverse=True)
            now, else_ = (np.bincount(which, way[of[later]], len(found)) >= least for way in (leads, led))
            yield each, [self._carrier(number) for number in found[now != else_].tolist()]

    def leading_to(self, told: Carrier, most: int) -> frozenset[int]:
        """The keys that have the sentence among their first ones."""
        at = self._places[self._sentence]
        own = np.flatnonzero((at["document"] == int(told.document, 16)) & (at["start"] == told.start))
        return frozenset(self._keys[self._of[own[own - self._first[self._of[own]] < most]]].tolist())

    def led(self, documents: Collection[str], most: int, least: int) -> dict[str, list[Shared]]:
        """To which earlier sentences of other reports those of the documents are led, by so many keys or more, each of
        which leads to its first sentences."""
        own = np.flatnonzero(self._within(documents)[self._sentence])
        mine, other = self._beside(own, np.minimum(self._count[self._of[own]], most))
        found: dict[str, list[Shared]] = {id_: [] for id_ in documents}
        for told, earlier in self._pairs(mine, other, other < mine, least):
            found[told.document].append(Shared(told.start, *earlier[1:]))
        return found

    def tied(self, documents: Collection[str], most: int, least: int) -> list[tuple[Carrier, Carrier]]:
        """The sentences of the documents with later ones of others that share so many keys with them, or more, not
        counting keys that more than `most` sentences have."""
        within = self._within(documents)
        own = np.flatnonzero(within[self._sentence] & (self._count[self._of] <= most))
        mine, other = self._beside(own, self._count[self._of[own]])
        return list(self._pairs(mine, other, (other > mine) & ~within[other], least))

    def turned(self, documents: Collection[str], most: int) -> Mapping[Carrier, set[int]]:
        """The sentences that keys which more than `most` have lead to and would not if the documents were not there, or
        the other way round, with these keys."""
        within = self._within(documents)[self._sentence]
        leading = np.arange(len(within)) - self._first[self._of] < most
        found: dict[Carrier, set[int]] = defaultdict(set)
        for key in np.unique(self._of[within & leading & (self._count[self._of] > most)]).tolist():
            rows = slice(self._first[key], self._first[key] + self._count[key])
            having = self._sentence[rows]
            for told in set(having[:most].tolist()) ^ set(having[~within[rows]][:most].tolist()):
                found[self._carrier(told)].add(int(self._keys[key]))
        return found

    def _having(self, keys: Collection[int]) -> Numbers:
        """The sentences that have the keys, key by key."""
        at = self._at(keys)
        return self._sentence[_ranges(self._first[at], self._count[at])]

    def _at(self, keys: Collection[int]) -> Numbers:
        """The numbers of those of the keys that several sentences have."""
        wanted = in_order(keys)
        at = np.searchsorted(self._keys, wanted)
        at, wanted = at[at < len(self._keys)], wanted[at < len(self._keys)]
        found: Numbers = at[self._keys[at] == wanted]
        return found

    def _numbered(self, told: Carrier, among: Numbers) -> int:
        """The number of the sentence, which is one of these."""
        place = self._places[among]
        return int(among[(place["document"] == int(told.document, 16)) & (place["start"] == told.start)][0])

    def _within(self, documents: Collection[str]) -> NDArray[np.bool_]:
        """Which of the sentences stand in the documents."""
        return np.isin(self._places["document"], numbers_of(documents))

    def _beside(self, own: Numbers, count: Numbers) -> tuple[Numbers, Numbers]:
        """The sentences of these rows, each beside the first `count` of those that have the row's key."""
        other = _ranges(self._first[self._of[own]], count)
        return np.repeat(self._sentence[own], count), self._sentence[other]

    def _pairs(
        self, mine: Numbers, other: Numbers, taken: NDArray[np.bool_], least: int
    ) -> Iterator[tuple[Carrier, Carrier]]:
        """The pairs of sentences of two reports that are taken so often or oftener."""
        document = self._places["document"]
        taken &= document[mine] != document[other]
        found, counts = np.unique(mine[taken] * len(self._places) + other[taken], return_counts=True)
        for pair in found[counts >= least].tolist():
            one, two = divmod(pair, len(self._places))
            yield self._carrier(one), self._carrier(two)

    def _carrier(self, number: int) -> Carrier:
        return carrier(*self._places[number].item())


def _sentences(places: NDArray[Any]) -> tuple[NDArray[Any], Numbers]:
    """The sentences that stand at the places, each once and as they come, and for each place the number of its own."""
    order = np.lexsort((places["start"], places["document"], places["day"]))
    found = places[order]
    new = np.ones(len(found), dtype=bool)
    new[1:] = (found["start"][1:] != found["start"][:-1]) | (found["document"][1:] != found["document"][:-1])
    number = np.empty(len(found), dtype=np.int64)
    number[order] = np.cumsum(new) - 1
    return found[new], number


def _ranges(first: Numbers, count: Numbers) -> Numbers:
    """So many numbers from each of the first ones on."""
    return np.arange(count.sum()) + np.repeat(first - np.cumsum(count) + count, count)


def in_order(keys: Collection[int]) -> NDArray[Any]:
    """The keys from the least on."""
    return np.sort(np.fromiter(keys, dtype=KEY, count=len(keys)))


def numbers_of(documents: Iterable[str]) -> NDArray[Any]:
    """The ids of the documents, which are hexadecimal, as numbers."""
    return np.array([int(id_, 16) for id_ in documents], dtype=KEY)


def place_of(told: Carrier) -> tuple[int, int, int, int]:
    """Where the sentence stands, as a PLACE: its day as 20200215, 20200200 for a month, 20200000 for a year."""
    return int(told.day.replace("-", "").ljust(DAY, "0")), int(told.document, 16), told.start, told.end


def carrier(day: int, document: int, start: int, end: int) -> Carrier:
    """The sentence that stands at a PLACE."""
    whole = f"{day:0{DAY}}"
    return Carrier(
        "-".join(part for part in (whole[:4], whole[4:6], whole[6:]) if part != "00"), _id(document), start, end
    )


def _id(number: int) -> str:
    return f"{number:016x}"
