"""Which sayings of several reports are one statement, and which stay two."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.sayings import denies, is_gist, same_numbers
from onrecord.reconciling.joining.wording import stems

Told = Callable[[str, list[tuple[str, str]]], list[Reconciled]]


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                (
                    "2022-03-04",
                    "“We will defend every street of our capital,” President Volodymyr Zelensky said on Friday.",
                ),
                ("2022-03-05", "President Zelensky said on Friday: “We will defend every street of our capital.”"),
            ],
            id="one quotation in two reports",
        ),
        pytest.param(
            [
                (
                    "2020-10-09",
                    "Armenian Prime Minister Nikol Pashinyan said on Friday that Azerbaijani forces had attacked along "
                    "the whole front, from the south to the north, and that mercenaries fought with them.",
                ),
                (
                    "2020-10-10",
                    "Azerbaijani forces had attacked along the whole front, Pashinyan said on Friday.",
                ),
            ],
            id="abridged",
        ),
        pytest.param(
            [
                (
                    "2023-05-02",
                    "The army chief, Abdel Fattah al-Burhan, said on Tuesday that his troops would hit the militia "
                    "wherever its fighters hide in the capital.",
                ),
                (
                    "2023-05-03",
                    "Burhan said on Tuesday that the troops will strike militia fighters wherever in the capital they "
                    "hide.",
                ),
            ],
            id="told in other words",
        ),
        pytest.param(
            [
                (
                    "2016-11-04",
                    "Iván Márquez of the FARC said on Friday the army had bombed three of its camps in Meta.",
                ),
                ("2016-11-05", "The army has bombed three of the camps of the FARC in Meta, Ivan Marquez has said."),
            ],
            id="dated by one report alone, and spelt otherwise",
        ),
        pytest.param(
            [
                ("2015-04-01", "The Houthis said the airport of Sanaa had been bombed by Saudi warplanes three times."),
                (
                    "2015-04-01",
                    "The airport of Sanaa had been bombed by Saudi warplanes three times, the Houthis said.",
                ),
            ],
            id="of an armed group, on no day but the reports'",
        ),
        pytest.param(
            [
                ("2021-06-22", "“We carry the wounded on doors over the river,” Tekle Hagos, a nurse, said."),
                ("2021-06-25", "“We carry the wounded on doors over the river,” said Tekle Hagos of the clinic."),
            ],
            id="a quotation that was printed again",
        ),
        pytest.param(
            [
                (
                    "2023-11-20",
                    "Brigadier Aung Than said on Monday that the troops had repelled two assaults on the border post "
                    "and seized weapons.",
                ),
                (
                    "2023-11-21",
                    "Brigadier Aung Than said on Monday that his soldiers had beaten back 2 attacks on the frontier "
                    "post, seizing arms.",
                ),
            ],
            id="in words of the same meaning",
        ),
        pytest.param(
            [
                (
                    "2023-01-04",
                    "Commander Antonio García has said that the guerrillas will return 12 prisoners to the Red Cross "
                    "in Arauca.",
                ),
                (
                    "2023-01-05",
                    "The guerrillas will hand 12 captives in Arauca back to the Red Cross, Antonio García has said.",
                ),
            ],
            id="in reports of two days that give none",
        ),
        pytest.param(
            [
                ("", "Tens of thousands have crossed the river into Chad on foot, Human Rights Watch said."),
                ("", "Human Rights Watch said tens of thousands had crossed the river into Chad on foot."),
            ],
            id="in reports without a date",
        ),
        pytest.param(
            [
                ("2022-03-30", "President Abiy Ahmed announced a unilateral truce on Wednesday."),
                ("2022-03-31", "Abiy Ahmed announced the ceasefire on Wednesday."),
            ],
            id="a truce that was announced",
        ),
    ],
)
def test_one_saying(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    (made,) = entries_told("statement", reports)
    assert len(made.members) == len(reports)
    assert made.entry.origins is not None
    assert made.entry.origins.reports == len(reports)
    assert "same speaker" in made.joins[0].why


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                ("2022-03-04", "President Volodymyr Zelensky said on Friday that talks with Russia would go on."),
                ("2022-03-04", "President Volodymyr Zelensky said on Friday that the nuclear plant had been shelled."),
            ],
            id="two matters on one day",
        ),
        pytest.param(
            [
                ("2022-03-04", "President Volodymyr Zelensky said on Friday that the capital would not surrender."),
                ("2022-03-12", "President Volodymyr Zelensky said on Saturday that the capital would not surrender."),
            ],
            id="the same on two days",
        ),
        pytest.param(
            [
                ("2022-03-04", "Sergei Lavrov said on Friday that Russia would send more troops to the Donbas front."),
                (
                    "2022-03-04",
                    "Sergei Lavrov said on Friday that Russia would not send more troops to the Donbas front.",
                ),
            ],
            id="one denies",
        ),
        pytest.param(
            [
                ("2022-03-04", "Sergei Lavrov said on Friday that Russian troops had shelled the nuclear plant."),
                ("2022-03-04", "Sergei Lavrov denied on Friday that Russian troops had shelled the nuclear plant."),
            ],
            id="one is denied",
        ),
        pytest.param(
            [
                ("2016-09-05", "The Colombian army said on Monday that 12 guerrillas had been killed near the border."),
                ("2016-09-05", "The Colombian army said on Monday that 14 guerrillas had been killed near the border."),
            ],
            id="two numbers",
        ),
        pytest.param(
            [
                ("2016-09-05", "The Yemeni army said on Monday that seven people were killed by shells in the port."),
                ("2016-09-05", "The Yemeni army said on Monday that four people were killed by shells in the port."),
            ],
            id="two numbers in words",
        ),
        pytest.param(
            [
                ("2021-06-22", "“We will win,” Tekle Hagos, a colonel, said."),
                ("2021-06-25", "“We will win,” said Colonel Tekle Hagos."),
            ],
            id="what is said every day",
        ),
        pytest.param(
            [
                ("", "The road is closed, Human Rights Watch said."),
                ("", "Human Rights Watch said the road was closed."),
            ],
            id="few words in reports without a date",
        ),
        pytest.param(
            [
                ("2021-06-12", "“We carry the wounded on doors over the river,” Tekle Hagos, a nurse, said."),
                ("2021-06-19", "“We carry the wounded on doors over the river,” said Tekle Hagos of the clinic."),
            ],
            id="a quotation a week later",
        ),
        pytest.param(
            [
                (
                    "2023-05-02",
                    "A resident told Reuters that shells had been falling near the market in the south of the city.",
                ),
                (
                    "2023-05-02",
                    "A resident told Reuters that shells fell on the market and on the mosque in the south.",
                ),
            ],
            id="residents",
        ),
        pytest.param(
            [
                ("2011-03-04", "Saif al-Islam Gaddafi said on Friday that the government would fight on in the east."),
                ("2011-03-04", "Muammar Gaddafi said on Friday that the government would fight on in the east."),
            ],
            id="two of one surname",
        ),
        pytest.param(
            [
                ("2022-03-04", "Russia said on Friday that the corridor for civilians had been shelled again."),
                ("2022-03-04", "Ukraine said on Friday that the corridor for civilians had been shelled again."),
            ],
            id="two sides",
        ),
    ],
)
def test_two_sayings(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    made = entries_told("statement", reports)
    assert [len(each.members) for each in made] == [1, 1]


def test_words_of_the_more_direct_account_stand(entries_told: Told) -> None:
    (made,) = entries_told(
        "statement",
        [
            (
                "2022-03-04",
                "Zelensky said on Friday that they would defend every street and every house of the capital.",
            ),
            (
                "2022-03-05",
                "“We will defend every street and every house of our capital,” President Zelensky said on Friday.",
            ),
        ],
    )
    assert made.entry.form == "direct"
    assert made.entry.says.startswith("We will defend")


SAYINGS = [
    (
        "2023-05-02",
        "General Abdel Fattah al-Burhan said on Tuesday that his men would hit the militia in the town by air.",
    ),
    (
        "2023-05-03",
        "Burhan said on Tuesday that his men would hit the militia in the town by air and by land.",
    ),
    ("2023-05-03", "Burhan said on Tuesday that the airport had been retaken by the army."),
    ("2023-05-04", "The airport had been retaken by the army, Burhan said on Tuesday."),
]


@settings(max_examples=15)
@given(st.permutations(range(len(SAYINGS))))
def test_the_order_does_not_matter(entries_told: Told, order: list[int]) -> None:
    """Names of documents go by their number, so the texts are compared."""
    made = entries_told("statement", [SAYINGS[number] for number in order])
    told = {frozenset(cite.quote for cite in each.entry.cites if not cite.supports) for each in made}
    assert len(told) == 2
    assert all(len(quotes) == 2 for quotes in told)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "strike the rebels in the north with rockets and drones",
            "strike rebels in the north by rockets, drones, guns",
            True,
        ),
        ("talks on the border", "talks at the border", False),
        (
            "the corridor was shelled by the army on its first day",
            "the talks of the ministers ended after an hour",
            False,
        ),
    ],
)
def test_gist(one: str, other: str, expected: bool) -> None:
    assert is_gist(stems(one), stems(other)) is is_gist(stems(other), stems(one)) is expected


def test_denial_and_numbers() -> None:
    assert denies("they won’t leave")
    assert denies("no truce")
    assert not denies("they will leave now")
    assert same_numbers("12 dead", "12 dead and 30 hurt")
    assert not same_numbers("12 dead", "14 dead")
