"""Which observations tell one thing: groups in which each fits all the others and is tied to one of them by a reason.

The caller says of two items how they stand to one another, and which items are worth comparing. An item that two groups
claim equally stays by itself: a thing entered twice is a gap, two things fused are an error. The groups depend on the
items alone, not on the order in which they come.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Generic, NamedTuple, Protocol, TypeVar

APART = None
OPEN: tuple[str, ...] = ()
MOST = 24  # members of a group that an item is compared with: those that tell most
CROWD = 200  # groups of one key that are thought of: those that were made first
LIKELIEST = 24  # groups that an item is compared with: those that share most keys with it, the first of equals
RULED = "ruling"  # the reason where a person says so, and nothing else does
Verdict = tuple[str, ...] | None
"""How two items stand: APART where they cannot be one, OPEN where nothing says that they are, else the reasons."""


class Told(Protocol):
    """What is compared: an observation's id, and how much it tells (what tells more is grouped first)."""

    @property
    def id(self) -> str: ...

    @property
    def weight(self) -> int: ...


T = TypeVar("T", bound=Told)


class Join(NamedTuple):
    """Why one observation went to the other."""

    one: str
    other: str
    why: str


class Bound(NamedTuple):
    """What people ruled of items, by their ids: all that each is one with, itself among them, and what it is apart
    from. None of those that are one are apart."""

    together: Mapping[str, frozenset[str]] = {}
    apart: Mapping[str, frozenset[str]] = {}


FREE = Bound()


class Group(NamedTuple, Generic[T]):
    """Items that tell one thing, and the reasons; one item alone has none."""

    items: tuple[T, ...]
    reasons: tuple[Join, ...]


def groups(
    items: Iterable[T],
    compare: Callable[[T, T], Verdict],
    keys: Callable[[T], Iterable[Hashable]],
    bound: Bound = FREE,
) -> list[Group[T]]:
    """The items in groups, each group in the order in which it grew; those that people ruled to be one come first.

    Only items that share one of their `keys` are compared; `compare` must not care which of the two comes first.
    """
    made: list[list[T]] = []
    reasons: list[list[Join]] = []
    known: dict[Hashable, dict[int, None]] = defaultdict(dict)
    homes: dict[frozenset[str], int] = {}
    for item in sorted(items, key=lambda each: (each.id not in bound.together, -each.weight, each.id)):
        own = set(keys(item))
        if item.id in bound.together:
            place, reason = _ruled(item, homes, made, compare, bound)
        else:
            near = _near(known[key] for key in own)
            if item.id in bound.apart:
                near = [number for number in near if bound.apart[item.id].isdisjoint(each.id for each in made[number])]
            place, reason = _best(item, [(number, made[number]) for number in near], compare)
        if place is None:
            place = len(made)
            made.append([])
            reasons.append([])
        made[place].append(item)
        if reason is not None:
            reasons[place].append(reason)
        for key in own:
            if len(known[key]) < CROWD:
                known[key].setdefault(place)
    return [Group(tuple(each), tuple(why)) for each, why in zip(made, reasons, strict=True)]


def _near(known: Iterable[Mapping[int, None]]) -> list[int]:
    """The groups to compare an item with, of those that are known by each of its keys."""
    shared = Counter(chain.from_iterable(known))
    if len(shared) <= LIKELIEST:
        return sorted(shared)
    return sorted(nsmallest(LIKELIEST, shared, key=lambda number: (-shared[number], number)))


def _ruled(
    item: T,
    homes: dict[frozenset[str], int],
    made: Sequence[Sequence[T]],
    compare: Callable[[T, T], Verdict],
    bound: Bound,
) -> tuple[int | None, Join | None]:
    """The group of those that are one with the item by a ruling, and why; none where it is the first of them."""
    number = homes.setdefault(bound.together[item.id], len(made))
    if number == len(made):
        return None, None
    _, reason = _best(item, [(number, made[number])], compare)
    return number, reason or Join(item.id, made[number][0].id, RULED)


def _best(
    item: T, near: Sequence[tuple[int, Sequence[T]]], compare: Callable[[T, T], Verdict]
) -> tuple[int | None, Join | None]:
    """The group that claims the item by most reasons, and why; none where two claim it equally."""
    claims: list[tuple[int, int, Join]] = []
    for number, group in near:
        best: tuple[tuple[str, ...], T | None] = (OPEN, None)
        for other in group[:MOST]:
            why = compare(item, other)
            if why is APART:
                break
            if len(why) > len(best[0]):
                best = why, other
        else:
            if best[1] is not None:
                claims.append((len(best[0]), number, Join(item.id, best[1].id, "; ".join(best[0]))))
    claims.sort(key=lambda claim: -claim[0])
    if not claims or (len(claims) > 1 and claims[0][0] == claims[1][0]):
        return None, None
    return claims[0][1], claims[0][2]
