"""What the index of a record says of its entries: which of them a filter lets through, as one truth value for each."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, Select, collate, func, select

from onrecord.model.facets import prefix_of
from onrecord.model.filters import Filter
from onrecord.model.kinds import KINDS
from onrecord.store import dialect
from onrecord.store.indexing import NUMBER, RANK, REPORTS, ROWS, SINCE, SPOT, UNTIL, VALUE
from onrecord.store.numbers import CHUNK, Mask, inside, leading, mark, shared
from onrecord.store.reader import groups
from onrecord.store.tables import arrays, cites, entries, facets, postings, redirects

Values = NDArray[np.uint32]
SEARCHES = 16  # that are kept of one store
SEARCHED: WeakKeyDictionary[Engine, tuple[object, dict[str, NDArray[np.uint8]]]] = WeakKeyDictionary()
NEVER = np.uint32(np.iinfo(np.uint32).max)
FEW = 2000  # entries that are gone through one by one
EXAMINED = 300  # facets that are counted one by one
REPORT = "report"  # a prefix that no facet has: what rests on a report, by its id
AT_MOST = 8  # filters that are kept
BEFORE = 33  # bits: how many reports comes before which day
ORDERED: dict[str, Callable[[Callable[[str], Values]], NDArray[Any]]] = {
    "newest": lambda of: NEVER - of(UNTIL),
    "oldest": lambda of: np.where(of(SINCE) == 0, NEVER, of(SINCE)),
    "most reports": lambda of: (NEVER - of(UNTIL)).astype(np.int64) - (of(REPORTS).astype(np.int64) << BEFORE),
}  # by what entries are sorted, least first, made of what the arrays hold of them
UNNAMED = entries.c.name.is_(None)
BY_NAME = (collate(entries.c.name, "NOCASE"), entries.c.id)


class Lookup:
    """The index as it stands; what is found is kept, since it does not change while one looks."""

    def __init__(self, connection: Connection, state: int | None = None) -> None:
        """`state` is a number that is another after each change; what is long to find is kept by it."""
        self.connection = connection
        self._state = state if state is not None else object()
        self._arrays: dict[str, Values] = {}
        self._found: dict[Filter, Mask] = {}

    @cached_property
    def _bounds(self) -> tuple[int, int]:
        """The number at which masks and arrays begin, and how many they hold."""
        query = select(func.min(entries.c.number))
        low = self.connection.execute(query).scalar()
        high = self.connection.execute(select(func.max(entries.c.number))).scalar()
        if low is None or high is None:
            return 0, 0
        first = low // CHUNK
        return first * CHUNK, (high // CHUNK + 1 - first) * CHUNK

    def array(self, name: str) -> Values:
        """What the entries are sorted by, in the order of their numbers; 0 where it is not known."""
        if name not in self._arrays:
            low, size = self._bounds
            whole = np.zeros(size, dtype=np.uint32)
            query = select(arrays.c.chunk, arrays.c.numbers).where(arrays.c.name == name)
            for chunk, kept in self.connection.execute(query):
                at = chunk * ROWS - low
                if 0 <= at < size:  # a chunk of entries that are gone may be left
                    whole[at : at + ROWS] = np.frombuffer(kept, dtype=VALUE)
            self._arrays[name] = whole
        return self._arrays[name]

    def at(self, name: str, number: int) -> int:
        """What one entry is sorted by."""
        return int(self.array(name)[number - self._bounds[0]])

    def of_kind(self, kind: str) -> Mask:
        """The entries of the kind."""
        return self._kinds[kind]

    @cached_property
    def _kinds(self) -> dict[str, Mask]:
        query = select(facets.c.name, postings.c.chunk, postings.c.numbers).where(facets.c.prefix == "kind")
        found: dict[str, Mask] = defaultdict(self._none)
        for kind, chunk, kept in self.connection.execute(query.join(postings, postings.c.facet == facets.c.number)):
            mark(found[kind], chunk * CHUNK - self._bounds[0], kept)
        return found

    def of_kinds(self, kinds: Iterable[str]) -> Mask:
        """The entries of the kinds."""
        return self._any(self.of_kind(kind) for kind in kinds)

    def fitting(self, wanted: Filter) -> Mask:
        """The entries that the filter lets through."""
        if wanted not in self._found:
            if len(self._found) >= AT_MOST:
                self._found.clear()
            self._found[wanted] = self._fitting(wanted)
        return self._found[wanted]

    def _fitting(self, wanted: Filter) -> Mask:
        mask = None
        for group in wanted.alternatives:
            under = self._under(group)
            mask = under if mask is None else mask & under
        if wanted.words:
            holding = self._holding(wanted.words)
            mask = holding if mask is None else mask & holding
        period = wanted.period
        if period is not None:
            days = self._within(period)
            mask = days if mask is None else mask & days
        return np.ones(self._bounds[1], dtype=bool) if mask is None else mask

    def _within(self, period: tuple[dt.date, dt.date]) -> Mask:
        first, last = period[0].toordinal(), period[1].toordinal()
        until = self.array(UNTIL)
        return (until >= max(first, 1)) & (self.array(SINCE) <= last)

    def _holding(self, phrases: Sequence[str]) -> Mask:
        """The entries whose words hold each of the phrases; none where one of them holds no words."""
        queries = [dialect.query_of([phrase]) for phrase in phrases]
        if not all(queries):
            return self._none()
        query, size = " ".join(queries), self._bounds[1]
        kept = self._searches.get(query)
        if kept is None:
            mask = self._none()
            mask[np.array(dialect.numbers_with(self.connection, query), dtype=np.int64) - self._bounds[0]] = True
            kept = np.packbits(mask)
            if len(self._searches) >= SEARCHES:
                self._searches.clear()
            self._searches[query] = kept
        return np.unpackbits(kept, count=size).view(np.bool_)

    @cached_property
    def _searches(self) -> dict[str, NDArray[np.uint8]]:
        """What was found by words in this state of the record, by readers of the same store: a word that stands in most
        of it takes long to look up."""
        state, found = SEARCHED.get(self.connection.engine, (None, {}))
        if state != self._state:
            found = {}
            SEARCHED[self.connection.engine] = (self._state, found)
        return found

    def _under(self, keys: Sequence[str]) -> Mask:
        """The entries under any of the keys."""
        mask = self._none()
        low = self._bounds[0]
        plain = [key for key in keys if not key.startswith(f"{REPORT}:")]
        numbers = select(facets.c.number).where(facets.c.key.in_(self._redirected(plain)))
        query = select(postings.c.chunk, postings.c.numbers).where(postings.c.facet.in_(numbers))
        for chunk, kept in self.connection.execute(query):
            mark(mask, chunk * CHUNK - low, kept)
        reports = [key.partition(":")[2] for key in keys if key.startswith(f"{REPORT}:")]
        if reports:
            resting = select(entries.c.number).join(cites, cites.c.entry == entries.c.id)
            found = self.connection.execute(resting.where(cites.c.document.in_(reports))).scalars().all()
            mask[np.array(found, dtype=np.int64) - low] = True
        return mask

    def _redirected(self, keys: Sequence[str]) -> set[str]:
        """The keys with those of actors and places that people ruled to be the same."""
        blocks = {_block(key): prefix_of(key) for key in keys}
        query = select(redirects.c.key, redirects.c.target)
        to = {row.key: row.target for row in self.connection.execute(query.where(redirects.c.key.in_(blocks)))}
        targets: dict[str, set[str]] = defaultdict(set)
        for block, prefix in blocks.items():
            targets[to.get(block, block)].add(prefix)
        same = self.connection.execute(query.where(redirects.c.target.in_(targets)))
        blocks_of = [(target, target) for target in targets] + [(row.target, row.key) for row in same]
        found = {f"{prefix}:{block.partition(':')[2]}" for target, block in blocks_of for prefix in targets[target]}
        return found | set(keys)

    def _none(self) -> Mask:
        return np.zeros(self._bounds[1], dtype=bool)

    def _any(self, masks: Iterable[Mask]) -> Mask:
        found = self._none()
        for mask in masks:
            found |= mask
        return found

    def counted(self, mask: Mask) -> dict[str, int]:
        """How many entries of each kind are in the mask."""
        return {kind: int(np.count_nonzero(mask & self.of_kind(kind))) for kind in KINDS}

    def page(self, mask: Mask, order: str, offset: int, limit: int) -> list[str]:
        """The ids of the entries of the mask that stand there in an order by days or reports."""
        at = np.flatnonzero(mask)
        first = ORDERED[order](lambda name: self.array(name)[at])
        best = at[leading(first, self.array(RANK)[at], offset + limit)[offset:]] + self._bounds[0]
        query = select(entries.c.number, entries.c.id).where(entries.c.number.in_(best.tolist()))
        ids = {row.number: row.id for row in self.connection.execute(query)}
        return [ids[number] for number in best.tolist()]

    def by_name(self, mask: Mask, kinds: Sequence[str], offset: int, limit: int) -> list[str]:
        """The ids of the entries of the mask, all of these kinds, that stand there in the order of their names."""
        query = select(entries.c.id, entries.c.number).where(entries.c.kind.in_(kinds))
        low, numbers = self._bounds[0], self.numbers(mask, FEW)
        if numbers is not None:
            some = query.where(entries.c.number.in_(numbers)).order_by(UNNAMED, *BY_NAME).limit(limit).offset(offset)
            return [row.id for row in self.connection.execute(some)]
        halves = (query.where(half).order_by(*BY_NAME) for half in (~UNNAMED, UNNAMED))  # each in the order of an index
        held = (row.id for half in halves for row in self.connection.execute(half) if mask[row.number - low])
        return list(islice(held, offset, offset + limit))

    def numbers(self, mask: Mask, most: int) -> list[int] | None:
        """The numbers of the entries in the mask; None where they are more than that."""
        at = np.flatnonzero(mask)
        return None if len(at) > most else (at + self._bounds[0]).tolist()

    def first_days(self, mask: Mask, since: int) -> list[tuple[int, int]]:
        """The days, as ordinals, on which the entries begin, those before `since` on that day, with how many do."""
        begun = self.array(SINCE)[mask]
        days, counts = np.unique(np.maximum(begun[begun > 0], since), return_counts=True)
        return list(zip(days.tolist(), counts.tolist(), strict=True))

    def at_spots(self, mask: Mask, limit: int) -> list[tuple[str, int]]:
        """The keys of the places with most entries of the mask, and how many each has."""
        counted = np.bincount(self.array(SPOT)[mask])
        counted[:1] = 0
        at = np.flatnonzero(counted)
        best = at[leading(-counted[at], at, limit)].tolist()
        query = select(facets.c.number, facets.c.key).where(facets.c.number.in_(best))
        keys = {row.number: row.key for row in self.connection.execute(query)}
        return [(keys[number], int(counted[number])) for number in best]

    def common(self, mask: Mask | None, prefix: str, typed: str, limit: int) -> list[tuple[str, str, int]]:
        """The facets of the prefix with most entries of the mask, or of all, with their names, that hold `typed`; of
        those that people ruled to be the same the one that stands for them all."""
        same = self._same(prefix)
        found = self._common(mask, prefix, typed, limit + len(same))
        if not same:
            return found
        once = {same.get(key, key): (name, number) for key, name, number in reversed(found)}
        leading = once.keys() & set(same.values())
        counted = {key: self._number(key, mask) if key in leading else number for key, (_, number) in once.items()}
        return [(key, once[key][0], counted[key]) for key in sorted(once, key=lambda key: (-counted[key], key))][:limit]

    def _same(self, prefix: str) -> dict[str, str]:
        """The facets of the prefix for which another stands by rulings, with that one."""
        query = select(redirects.c.key, redirects.c.target).where(redirects.c.key.startswith(f"{_block(prefix)}:"))
        under = [(row.key.partition(":")[2], row.target.partition(":")[2]) for row in self.connection.execute(query)]
        return {f"{prefix}:{key}": f"{prefix}:{target}" for key, target in under}

    def _number(self, key: str, mask: Mask | None) -> int:
        under = self._under([key])
        return int(np.count_nonzero(under if mask is None else under & mask))

    def _common(self, mask: Mask | None, prefix: str, typed: str, limit: int) -> list[tuple[str, str, int]]:
        query = select(facets.c.key, facets.c.name, facets.c.entries, facets.c.number).where(facets.c.prefix == prefix)
        if typed:
            query = query.where(func.instr(facets.c.forms, typed.casefold()) > 0)
        query = query.order_by(facets.c.entries.desc(), facets.c.key)
        if mask is None:
            return [(row.key, row.name, row.entries) for row in self.connection.execute(query.limit(limit))]
        numbers = self.numbers(mask, FEW)
        if numbers is not None:
            return self._common_of(numbers, query, limit)
        best: list[tuple[int, str, str]] = []
        for row in self.connection.execute(query.limit(EXAMINED)):
            if len(best) == limit and row.entries < -best[-1][0]:
                break
            if number := self._shared(row.number, mask):
                best = sorted([*best, (-number, row.key, row.name)])[:limit]
        return [(key, name, -number) for number, key, name in best]

    def _common_of(self, numbers: list[int], query: Select[Any], limit: int) -> list[tuple[str, str, int]]:
        """The commonest facets of the query, counted from few entries."""
        held = select(entries.c.facets).where(entries.c.number.in_(numbers))
        blobs = b"".join(row.facets for row in self.connection.execute(held))
        counted = Counter(np.frombuffer(blobs, dtype=NUMBER).tolist())
        found: list[tuple[int, str, str]] = []
        for group in groups(sorted(counted)):
            rows = self.connection.execute(query.where(facets.c.number.in_(group)))
            found += [(-counted[row.number], row.key, row.name) for row in rows]
        return [(key, name, -number) for number, key, name in sorted(found)[:limit]]

    def common_by_kind(self, mask: Mask, prefix: str, limit: int) -> dict[str, list[tuple[str, str, int]]]:
        """For each kind the facets of the prefix, with their names, that have most of its entries in the mask."""
        query = select(facets.c.number, facets.c.key, facets.c.name).where(facets.c.prefix == prefix)
        query = query.order_by(facets.c.entries.desc(), facets.c.key).limit(EXAMINED)
        known = {row.number: row for row in self.connection.execute(query)}
        which, counted = np.where(mask, self._which_kind, 0), np.zeros((len(known), len(KINDS) + 1), dtype=np.int64)
        row_of = {number: row for row, number in enumerate(known)}
        for each in self.connection.execute(select(postings).where(postings.c.facet.in_(known))):
            kinds = inside(which, each.chunk * CHUNK - self._bounds[0], each.numbers)
            counted[row_of[each.facet]] += np.bincount(kinds, minlength=len(KINDS) + 1)
        found = {}
        for kind, numbers in zip(KINDS, counted.T[1:].tolist(), strict=True):
            some = [(-n, facet.key, facet.name) for n, facet in zip(numbers, known.values(), strict=True) if n]
            found[kind] = [(key, name, -n) for n, key, name in sorted(some)[:limit]]
        return found

    @cached_property
    def _which_kind(self) -> NDArray[np.uint8]:
        """Which of KINDS each entry is of, counted from 1; 0 where there is no entry."""
        which = np.zeros(self._bounds[1], dtype=np.uint8)
        for place, kind in enumerate(KINDS, 1):
            which[self.of_kind(kind)] = place
        return which

    def _shared(self, facet: int, mask: Mask) -> int:
        low = self._bounds[0]
        query = select(postings.c.chunk, postings.c.numbers).where(postings.c.facet == facet)
        return sum(shared(mask, chunk * CHUNK - low, kept) for chunk, kept in self.connection.execute(query))


def _block(key: str) -> str:
    """The block of the actor or place of a facet; of a prefix that of a block."""
    before, colon, after = key.partition(":")
    return f"{'actor' if before == 'says' else before}{colon}{after}"
