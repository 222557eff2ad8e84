"""Which commitments of several reports are one, which stay two, and what stands where tellers differ."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, list[tuple[str, str]]], list[Reconciled]]
ULTIMATUM = (
    "2022-11-07",
    "The M23 rebels said on Monday they would march on Goma unless the Congolese army withdraws by November 20.",
)


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                ULTIMATUM,
                (
                    "2022-11-08",
                    "The M23 rebels have threatened to march on Goma unless the army withdraws by November 20.",
                ),
            ],
            id="an ultimatum in two reports",
        ),
        pytest.param(
            [
                (
                    "2020-10-05",
                    "President Ilham Aliyev threatened on Monday to use military force to retake the villages "
                    "unless Armenian troops withdraw by the end of October.",
                ),
                (
                    "2020-10-09",
                    "Azerbaijan has said it will use military force to take back villages unless the Armenian troops "
                    "withdraw by the end of the month.",
                ),
            ],
            id="by a president and by his state, later in the month",
        ),
        pytest.param(
            [
                (
                    "2020-10-05",
                    "Azerbaijan has said it will use military force to retake the villages unless Armenian troops "
                    "withdraw by 31 October.",
                ),
                ("2020-10-19", "Azerbaijan's President Ilham Aliyev warned the Armenian army to retreat by October."),
            ],
            id="an ultimatum and what it asks, due by its month",
        ),
        pytest.param(
            [
                ("2015-03-30", "Saudi Arabia pledged on Monday to send 20 aid convoys to the besieged city of Aden."),
                ("2015-03-31", "Saudi Arabia promised on Monday to send 20 convoys of aid to besieged Aden."),
            ],
            id="a pledge",
        ),
        pytest.param(
            [
                (
                    "2016-08-22",
                    "A Colombian government delegation will travel to Havana on Friday for talks on a ceasefire.",
                ),
                (
                    "2016-08-23",
                    "The Colombian government plans to send a delegation to Havana for ceasefire talks on Friday.",
                ),
            ],
            id="a plan due on one day",
        ),
    ],
)
def test_one_commitment(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    (made,) = entries_told("commitment", reports)
    assert len(made.members) == len(reports)
    assert "same side" in made.joins[0].why


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                ("2020-10-05", "Ilham Aliyev urged the Armenian army to free all captives by 31 October."),
                ("2020-10-19", "Ilham Aliyev warned the Armenian army to retreat by October."),
            ],
            id="two demands due in one month",
        ),
        pytest.param(
            [
                ULTIMATUM,
                (
                    "2022-12-07",
                    "The M23 rebels said on Wednesday they would march on Goma unless the Congolese army withdraws by "
                    "December 20.",
                ),
            ],
            id="due on two days",
        ),
        pytest.param(
            [
                ULTIMATUM,
                (
                    "2022-11-07",
                    "Rwanda said on Monday it would march on Goma unless the Congolese army withdraws by November 20.",
                ),
            ],
            id="of two sides",
        ),
        pytest.param(
            [
                (
                    "2023-05-02",
                    "Abdel Fattah al-Burhan vowed on Tuesday to retake the airport of the capital by force.",
                ),
                ("2023-05-02", "Abdel Fattah al-Burhan vowed on Tuesday to release the prisoners of the militia."),
            ],
            id="of two things",
        ),
        pytest.param(
            [
                ("2022-03-04", "Russia said on Friday it would withdraw its troops from the island in the Black Sea."),
                (
                    "2022-03-04",
                    "Russia said on Friday it would not withdraw its troops from the island in the Black Sea.",
                ),
            ],
            id="one denies",
        ),
        pytest.param(
            [
                (
                    "2023-05-02",
                    "Abdel Fattah al-Burhan vowed on Tuesday to retake the airport of the capital by force.",
                ),
                ("2023-05-12", "Abdel Fattah al-Burhan vowed on Friday to retake the airport of the capital by force."),
            ],
            id="voiced on two days and due on none",
        ),
        pytest.param(
            [
                (
                    "2020-10-05",
                    "Azerbaijan demanded on Monday that Armenian troops leave the villages near the border.",
                ),
                ("2020-10-05", "Azerbaijan pledged on Monday that troops would leave the villages near the border."),
            ],
            id="a demand and a pledge",
        ),
    ],
)
def test_two_commitments(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    made = entries_told("commitment", reports)
    assert [len(each.members) for each in made] == [1, 1]


def test_tellers_who_differ_stand_beside_one_another(entries_told: Told) -> None:
    (made,) = entries_told(
        "commitment",
        [
            (
                "2011-03-11",
                "The government of Kenya planned to send teams with humanitarian aid to Goma, an official said.",
            ),
            (
                "2011-03-11",
                "The government of Kenya pledged to send teams with humanitarian aid to Goma, diplomats said.",
            ),
        ],
    )
    assert set(made.entry.type) == {"plan", "pledge"}
    assert {account.field for account in made.entry.accounts} == {"type"}


def test_statement_commitment_and_threat_stay_linked(entries_told: Told) -> None:
    """Each commitment names the statement that makes it; when both are joined, both links stand."""
    reports = [
        ULTIMATUM,
        (
            "2022-11-08",
            "On Monday, the M23 rebels threatened to march on Goma unless the army withdraws by November 20.",
        ),
    ]
    (made,) = entries_told("commitment", reports)
    linked = {link.to for link in made.entry.links if link.as_ == "same occurrence"}
    held = {member for each in entries_told("statement", reports) for member in each.members}
    assert linked
    assert linked <= held


PLANS = [
    ULTIMATUM,
    (
        "2022-11-08",
        "The M23 rebels have threatened to march on Goma unless the army withdraws by November 20.",
    ),
    ("2015-03-30", "Saudi Arabia pledged on Monday to send 20 aid convoys to the besieged city of Aden."),
    ("2015-03-31", "Saudi Arabia promised on Monday to send 20 convoys of aid to besieged Aden."),
]


@settings(max_examples=15)
@given(st.permutations(range(len(PLANS))))
def test_the_order_does_not_matter(entries_told: Told, order: list[int]) -> None:
    made = entries_told("commitment", [PLANS[number] for number in order])
    told = {frozenset(cite.quote for cite in each.entry.cites if not cite.supports) for each in made}
    assert sorted(map(len, told)) == [2, 2]
