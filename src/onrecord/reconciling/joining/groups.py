"""Which observations tell one thing: groups in which each fits all the others and is tied to one of them by a reason.

The caller says of two items how they stand to one another, and which items are worth comparing. An item that two groups
claim equally stays by itself: a thing entered twice is a gap, two things fused are an error. The groups depend on the
items alone, not on the order in which they come.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

APART = None
OPEN: tuple[str, ...] = ()
MOST = 24  # members of a group that an item is compared with: those that tell most
CROWD = 200  # groups of one key that an item is compared with: those that were made first
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


class Group(NamedTuple, Generic[T]):
    """Items that tell one thing, and the reasons; one item alone has none."""

    items: tuple[T, ...]
    reasons: tuple[Join, ...]


def groups(
    items: Iterable[T], compare: Callable[[T, T], Verdict], keys: Callable[[T], Iterable[Hashable]]
) -> list[Group[T]]:
    """The items in groups, each group in the order in which it grew.

    Only items that share one of their `keys` are compared; `compare` must not care which of the two comes first.
    """
    made: list[list[T]] = []
    reasons: list[list[Join]] = []
    known: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for item in sorted(items, key=lambda each: (-each.weight, each.id)):
        own = list(keys(item))
        near = sorted({number for key in own for number in islice(known[key], CROWD)})
        place, reason = _best(item, [(number, made[number]) for number in near], compare)
        if place is None:
            place = len(made)
            made.append([])
            reasons.append([])
        made[place].append(item)
        if reason is not None:
            reasons[place].append(reason)
        for key in own:
            known[key].setdefault(place)
    return [Group(tuple(each), tuple(why)) for each, why in zip(made, reasons, strict=True)]


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
