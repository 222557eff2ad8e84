"""What people ruled to be one or apart, in the groups that observations come to."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.rulings import MERGE, SPLIT, Attached
from onrecord.reconciling.joining.groups import APART, MOST, OPEN, Verdict, groups
from onrecord.reconciling.ruled import bound_by, rejected


class Item(NamedTuple):
    """An item of some size: those of one size tell one thing."""

    id: str
    weight: int = 1

    @property
    def size(self) -> str:
        return self.id[0]


def compare(one: Item, other: Item) -> Verdict:
    return ("same size",) if one.size == other.size else APART if {one.size, other.size} == {"a", "c"} else OPEN


def ruling(number: int, what: str, held: Iterable[str], apart: Iterable[str] = ()) -> Attached:
    return Attached(id=str(number), at=f"{number:09}", what=what, kind="event", held=tuple(held), apart=tuple(apart))


def grouped(ids: Iterable[str], *rulings: Attached) -> set[frozenset[str]]:
    made = groups([Item(id_) for id_ in ids], compare, lambda _: ("one key",), bound_by(rulings))
    return {frozenset(item.id for item in group.items) for group in made}


def sets(*ids: str) -> set[frozenset[str]]:
    return {frozenset(each.split()) for each in ids}


TABLE = [
    ((), ("a1 a2", "b1 b2", "c1")),
    ((ruling(1, MERGE, ("a1", "b1")),), ("a1 b1 a2", "b2", "c1")),
    ((ruling(1, MERGE, ("a1", "c1")),), ("a1 c1", "a2", "b1 b2")),
    ((ruling(1, SPLIT, ("a1",), ("a2",)),), ("a1", "a2", "b1 b2", "c1")),
    ((ruling(1, SPLIT, ("a1",), ("a2",)), ruling(2, MERGE, ("a1", "a2"))), ("a1 a2", "b1 b2", "c1")),
    ((ruling(1, MERGE, ("a1", "b1", "b2")), ruling(2, SPLIT, ("a1",), ("b1", "b2"))), ("a1 a2", "b1 b2", "c1")),
    ((ruling(1, MERGE, ("a1", "b1")), ruling(2, MERGE, ("b1", "c1"))), ("a1 b1 c1", "a2", "b2")),
    (
        (ruling(1, MERGE, ("a1", "b1")), ruling(2, MERGE, ("b1", "c1")), ruling(3, SPLIT, ("a1",), ("c1",))),
        ("b1 c1", "a1 a2"),
    ),
]


@pytest.mark.parametrize("rulings, expected", TABLE)
def test_what_is_one_and_what_is_apart(rulings: tuple[Attached, ...], expected: tuple[str, ...]) -> None:
    found = grouped(("a1", "a2", "b1", "b2", "c1"), *rulings)
    for one in expected:
        together = frozenset(one.split())
        assert any(together <= group for group in found) or not together
    for each in rulings[-1:]:
        if each.what == SPLIT:
            assert not any(set(each.held) & group and set(each.apart) & group for group in found)


def test_one_apart_from_any_of_a_great_group_stays_out() -> None:
    ids = [f"a{number:03}" for number in range(MOST * 3)]
    found = grouped([*ids, "a999"], ruling(1, SPLIT, ("a999",), (ids[-1],)))
    assert frozenset({"a999"}) in found or not any({"a999", ids[-1]} <= group for group in found)


IDS = st.lists(st.sampled_from([f"{size}{number}" for size in "abc" for number in range(4)]), unique=True)


@given(
    ids=IDS,
    asked=st.lists(st.tuples(st.sampled_from((MERGE, SPLIT)), IDS, IDS), max_size=5),
    data=st.data(),
)
def test_rulings_hold_in_any_order_of_the_items(ids: list[str], asked: list, data: st.DataObject) -> None:
    rulings = [ruling(number, what, one, set(other) - set(one)) for number, (what, one, other) in enumerate(asked)]
    bound = bound_by(rulings)
    found = grouped(ids, *rulings)
    assert found == grouped(data.draw(st.permutations(ids)), *rulings)
    for group in found:
        for id_ in group:
            assert bound.apart.get(id_, frozenset()).isdisjoint(group)
            assert bound.together.get(id_, frozenset()) & set(ids) <= group
    if rulings and rulings[-1].what == MERGE:
        held = set(rulings[-1].held) & set(ids)
        assert any(held <= group for group in found) or not held


def test_the_last_that_was_ruled_of_an_observation_stands() -> None:
    first, second = ruling(1, "reject", ("a", "b")), ruling(2, "confirm", ("b",))
    assert rejected([first, second]) == {"a"}
    assert rejected([second, ruling(3, "reject", ("b",))]) == {"b"}
