"""Groups of things that are one: each fits all the others, and none depends on the order in which they came."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconciling.joining.groups import APART, OPEN, Verdict, groups


class Sighting(NamedTuple):
    """An attack on a town on a day, either of which may not be known."""

    id: str
    town: str = ""
    day: int = 0
    toll: int = 0

    @property
    def weight(self) -> int:
        return sum(map(bool, self[1:]))


def compare(one: Sighting, other: Sighting) -> Verdict:
    pairs = {"same town": (one.town, other.town), "same day": (one.day, other.day), "same toll": (one.toll, other.toll)}
    known = {reason: pair for reason, pair in pairs.items() if all(pair)}
    if any(mine != yours for mine, yours in known.values()):
        return APART
    return tuple(known) if len(known) > 1 else OPEN


def grouped(*sightings: Sighting) -> set[frozenset[str]]:
    return {frozenset(item.id for item in group.items) for group in groups(sightings, compare, lambda _: [""])}


def test_what_agrees_is_one() -> None:
    assert grouped(Sighting("a", "Goma", 3), Sighting("b", "Goma", 3, 12)) == {frozenset("ab")}


def test_what_differs_in_one_thing_is_two() -> None:
    assert grouped(Sighting("a", "Goma", 3), Sighting("b", "Goma", 4)) == {frozenset("a"), frozenset("b")}


def test_what_has_little_in_common_is_two() -> None:
    assert grouped(Sighting("a", "Goma"), Sighting("b", "Goma", 4)) == {frozenset("a"), frozenset("b")}


def test_one_that_two_groups_claim_equally_stays_by_itself() -> None:
    first, second = Sighting("a", "Goma", 3, 12), Sighting("b", "Goma", 4, 12)
    assert grouped(first, second, Sighting("c", "Goma", 0, 12)) == {frozenset(each) for each in "abc"}


def test_one_that_fits_some_of_a_group_and_not_others_stays_out() -> None:
    first, second = Sighting("a", "Goma", 3), Sighting("b", "Goma", 3, 12)
    assert grouped(first, second, Sighting("c", "", 3, 40)) == {frozenset("ab"), frozenset("c")}


def test_each_one_that_joined_says_why() -> None:
    (group,) = groups([Sighting("b", "Goma", 3), Sighting("a", "Goma", 3, 12)], compare, lambda _: [""])
    assert [tuple(reason) for reason in group.reasons] == [("b", "a", "same town; same day")]


def test_only_what_shares_a_key_is_compared() -> None:
    sightings = [Sighting("a", "Goma", 3), Sighting("b", "Goma", 3)]
    assert len(groups(sightings, compare, lambda each: [each.id])) == 2


towns, days, tolls = st.sampled_from(["", "Goma", "Bukavu"]), st.integers(0, 3), st.integers(0, 2)
many = st.lists(st.tuples(towns, days, tolls), max_size=12)


@given(many, st.randoms())
def test_the_order_does_not_matter(told: list[tuple[str, int, int]], chance) -> None:
    sightings = [Sighting(f"{number:02}", *each) for number, each in enumerate(told)]
    shuffled = chance.sample(sightings, len(sightings))
    assert groups(sightings, compare, lambda _: [""]) == groups(shuffled, compare, lambda _: [""])


@given(many)
def test_every_one_is_in_one_group_and_fits_all_in_it(told: list[tuple[str, int, int]]) -> None:
    sightings = [Sighting(f"{number:02}", *each) for number, each in enumerate(told)]
    made = groups(sightings, compare, lambda _: [""])
    assert sorted(item.id for group in made for item in group.items) == [each.id for each in sightings]
    for group in made:
        assert len(group.reasons) == len(group.items) - 1
        assert all(compare(one, other) is not APART for one in group.items for other in group.items)
