"""Posts, crossings and hospitals told by several reports: one entry where kind, owner, place and number agree."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.reconciling import sites
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.groups import Verdict
from onrecord.reconciling.joining.seen import Seen

Report = tuple[str, str]
Told = Callable[[str, Sequence[Report]], list[Reconciled]]
ONE = [
    pytest.param(
        ("2020-10-01", "Turkey has 12 observation posts in Idlib."),
        ("2020-10-20", "Turkey operates a dozen military observation posts in Idlib."),
        id="so many of one owner",
    ),
    pytest.param(
        ("2016-09-29", "Air strikes destroyed two hospitals in Aleppo on Wednesday."),
        ("2016-09-29", "Warplanes destroyed three hospitals in Aleppo on Wednesday, the White Helmets said."),
        id="counts that differ",
    ),
    pytest.param(
        ("2021-08-12", "The Torkham border crossing was closed on Wednesday."),
        ("2021-08-13", "On Wednesday the Torkham border crossing was closed."),
        id="closed on one day",
    ),
]
TWO = [
    pytest.param(
        ("2020-10-20", "Turkey has 12 observation posts in Idlib."),
        ("2020-10-21", "Three of Turkey's observation posts in Idlib are besieged."),
        id="some of them",
    ),
    pytest.param(
        ("2016-09-29", "Air strikes destroyed a hospital in Aleppo on Wednesday."),
        ("2016-09-29", "Warplanes destroyed a hospital in Idlib on Wednesday, the White Helmets said."),
        id="two towns",
    ),
    pytest.param(
        ("2021-08-12", "The Torkham border crossing was closed on Wednesday."),
        ("2021-08-15", "The Torkham border crossing was reopened on Saturday."),
        id="two states",
    ),
    pytest.param(
        ("2021-08-12", "Russia has 12 observation posts in Idlib."),
        ("2021-08-12", "Turkey has 12 observation posts in Idlib."),
        id="two owners",
    ),
]


@pytest.mark.parametrize("one, other", ONE)
def test_one_entry(entries_told: Told, one: Report, other: Report) -> None:
    (made,) = entries_told("site", [one, other])
    assert len(made.members) == 2
    assert made.joins[0].why


@pytest.mark.parametrize("one, other", TWO)
def test_two_entries(entries_told: Told, one: Report, other: Report) -> None:
    made = entries_told("site", [one, other])
    assert [len(each.members) for each in made] == [1, 1]


def test_counts_are_told_per_teller(entries_told: Told) -> None:
    (made,) = entries_told("site", list(ONE[1].values))
    assert sorted(made.entry.count) == [2, 3]
    assert {account.per: account.value for account in made.entry.accounts} == {"unattributed": 2, "White Helmets": 3}


def test_one_sentence_tells_two(entries_told: Told) -> None:
    text = "Sudan closed the Libyan consulate in al-Fasher after Libya had closed the Sudanese consulate in Kufra."
    assert all(len(each.members) == 1 for each in entries_told("site", [("2011-05-04", text)]))


def test_which_of_two_comes_first_does_not_matter(reconciled: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = sites.compare

    def both_ways(one: Seen, other: Seen) -> Verdict:
        found = compare(one, other)
        assert compare(other, one) == found
        return found

    monkeypatch.setattr(sites, "compare", both_ways)
    assert reconciled("site", [report for row in (*ONE, *TWO) for report in row.values])
