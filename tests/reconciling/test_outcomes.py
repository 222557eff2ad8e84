"""What came of commitments: which outcomes go to which commitment, and which stay out."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.entries import CommitmentEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, list[tuple[str, str]]], list[Reconciled]]
ULTIMATUM = (
    "2023-07-30",
    "ECOWAS threatened on Sunday to use force unless Niger's junta restores President Mohamed Bazoum by August 6.",
)
PLEDGE = ("2022-11-24", "The M23 rebels pledged on Thursday to withdraw from the town of Kibumba.")


def _outcomes(made: list[Reconciled]) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    entries = [each.entry for each in made if isinstance(each.entry, CommitmentEntry)]
    return [(each.of, each.came, each.says, each.per) for entry in entries for each in entry.outcomes]


@pytest.mark.parametrize(
    ("reports", "of", "came", "per"),
    [
        pytest.param(
            [
                ULTIMATUM,
                (
                    "2023-08-07",
                    "Niger's junta ignored the ECOWAS ultimatum to restore President Mohamed Bazoum by August 6.",
                ),
            ],
            "condition",
            "not met",
            ("unattributed",),
            id="an ultimatum ignored",
        ),
        pytest.param(
            [(ULTIMATUM[0], f"{ULTIMATUM[1]} The junta rejected the ultimatum.")],
            "condition",
            "not met",
            ("unattributed",),
            id="told in one report",
        ),
        pytest.param(
            [
                PLEDGE,
                ("2022-12-23", "The M23 rebels kept their promise to withdraw from the town of Kibumba, Kenya said."),
            ],
            "act",
            "met",
            ("Kenya",),
            id="a promise kept, per somebody",
        ),
        pytest.param(
            [PLEDGE, ("2022-11-28", "The M23 rebels withdrew from the town of Kibumba on Monday as promised.")],
            "act",
            "met",
            ("unattributed",),
            id="as promised",
        ),
        pytest.param(
            [
                (
                    "2020-11-05",
                    "Azerbaijan demanded on Thursday that Armenian troops leave the town of Lachin. Armenia has not "
                    "complied with the demand.",
                )
            ],
            "condition",
            "not met",
            ("unattributed",),
            id="a demand not complied with",
        ),
        pytest.param(
            [
                (
                    "2015-04-20",
                    "The Houthis gave the government until Friday to release the prisoners.",
                ),
                (
                    "2015-04-25",
                    "The Houthis had given the government until Friday to release the prisoners. The deadline passed "
                    "without a response from the government.",
                ),
            ],
            "condition",
            "not met",
            ("unattributed",),
            id="a deadline that passed",
        ),
    ],
)
def test_outcomes(entries_told: Told, reports: list[tuple[str, str]], of: str, came: str, per: tuple[str, ...]) -> None:
    made = entries_told("commitment", reports)
    (outcome,) = {(each[0], each[1], each[3]) for each in _outcomes(made)}
    assert outcome == (of, came, per)
    for each in made:
        assert isinstance(each.entry, CommitmentEntry)
        for told in each.entry.outcomes:
            cite = each.entry.cites[told.cite]
            assert " ".join(told.says.split()) in " ".join(cite.quote.split())
            assert cite.supports in ((), ("outcomes",))


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [ULTIMATUM, ("2023-08-07", "Mali's junta rejected a French ultimatum to leave the town of Kidal.")],
            id="of another side",
        ),
        pytest.param(
            [PLEDGE, ("2022-12-23", "The M23 rebels broke a promise to free the prisoners of Rumangabo.")],
            id="of another promise",
        ),
        pytest.param(
            [PLEDGE, ("2022-11-25", "The M23 rebels carried out a threat to shell the airport of Goma.")],
            id="of another type",
        ),
        pytest.param(
            [ULTIMATUM, ("2023-07-12", "Niger's junta ignored the ECOWAS ultimatum to restore Mohamed Bazoum.")],
            id="before it was voiced",
        ),
        pytest.param(
            [ULTIMATUM, ("2023-08-07", "The deadline of August 6 passed quietly in Niger, and ECOWAS said nothing.")],
            id="nothing but the day",
        ),
        pytest.param(
            [ULTIMATUM, ("2023-08-04", "If the junta ignores the ECOWAS ultimatum, troops will cross the border.")],
            id="only supposed",
        ),
        pytest.param(
            [
                (
                    "2020-11-05",
                    "Azerbaijan demanded on Tuesday that Armenian troops leave the town of Lachin. Azerbaijan demanded "
                    "on Tuesday that Armenian troops free the prisoners. Armenia rejected the demand.",
                )
            ],
            id="of one of two",
        ),
    ],
)
def test_no_outcome(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    made = entries_told("commitment", reports)
    assert not _outcomes([each for each in made if "0.txt" in {cite.doc for cite in each.entry.cites}])


def test_the_same_outcome_is_told_once(entries_told: Told) -> None:
    made = entries_told(
        "commitment",
        [
            ULTIMATUM,
            (
                "2023-08-07",
                "Niger's junta ignored the ECOWAS ultimatum to restore President Mohamed Bazoum by August 6.",
            ),
            (
                "2023-08-07",
                "Niger's junta ignored an ECOWAS ultimatum to restore President Mohamed Bazoum by August 6.",
            ),
        ],
    )
    assert len(_outcomes(made)) == 1


@pytest.mark.parametrize(
    ("later", "replaces"),
    [
        (
            (
                "2023-08-04",
                "ECOWAS threatened on Friday to use force unless the junta restores Mohamed Bazoum by August 20.",
            ),
            True,
        ),
        (
            (
                "2023-10-04",
                "ECOWAS threatened on Wednesday to use force unless the junta restores Mohamed Bazoum by October 20.",
            ),
            False,
        ),
        (
            (
                "2023-08-04",
                "ECOWAS threatened on Friday to close the border unless Mali's junta frees the soldiers by August 20.",
            ),
            False,
        ),
    ],
)
def test_another_day_for_the_same_thing(entries_told: Told, later: tuple[str, str], replaces: bool) -> None:
    made = entries_told("commitment", [ULTIMATUM, later])
    old, new = sorted(made, key=lambda each: str(each.entry.first_reported))
    linked = {link.to for link in new.entry.links if link.as_ == "corrects"}
    assert linked == ({old.entry.id} if replaces else set())


REPORTS = [
    ULTIMATUM,
    PLEDGE,
    ("2023-08-07", "Niger's junta ignored the ECOWAS ultimatum to restore President Mohamed Bazoum by August 6."),
    ("2022-12-23", "The M23 rebels kept their promise to withdraw from the town of Kibumba, Kenya said."),
]


@settings(max_examples=12)
@given(st.permutations(range(len(REPORTS))))
def test_the_order_does_not_matter(entries_told: Told, order: list[int]) -> None:
    made = entries_told("commitment", [REPORTS[number] for number in order])
    assert set(_outcomes(made)) == set(_outcomes(entries_told("commitment", REPORTS)))
    assert len(_outcomes(made)) == 2
