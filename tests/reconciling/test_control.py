"""Who took, lost and holds a place, told by several reports: one entry for one change, and rival claims."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.actors import Actor
from onrecord.reconciling import control
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.groups import Verdict
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.sides.camps import camp, each_once, of_one_camp

Report = tuple[str, str]
Told = Callable[[str, Sequence[Report]], list[Reconciled]]
ONE = [
    pytest.param(
        ("2023-11-02", "Sudan's Rapid Support Forces said on Wednesday they had captured Nyala."),
        ("2023-11-02", "The Rapid Support Forces took control of Nyala on Wednesday."),
        id="claimed and told",
    ),
    pytest.param(
        ("2016-02-03", "Rebels captured Nubl on Tuesday."),
        ("2016-02-04", "Opposition fighters seized Nubl on Tuesday."),
        id="rebels by other words",
    ),
    pytest.param(
        ("2021-08-12", "The Taliban captured Ghazni on Thursday."),
        ("2021-08-13", "The city of Ghazni fell to the Taliban on Thursday."),
        id="it fell to them",
    ),
    pytest.param(
        ("2022-11-10", "Shells fell on the rebel-held city of Kasese on Tuesday."),
        ("2022-11-11", "Aid reached the rebel-held city of Kasese on Wednesday."),
        id="a standing hold",
    ),
    pytest.param(
        ("2023-10-27", "Sudan's Rapid Support Forces captured Nyala on Thursday."),
        ("2023-11-03", "The Rapid Support Forces had seized Nyala, and aid is short."),
        id="a report of the next month does not say when",
    ),
]
TWO = [
    pytest.param(
        ("2016-02-03", "Rebels captured Nubl on Tuesday."),
        ("2016-02-04", "Government forces captured Nubl on Tuesday."),
        id="two takers",
    ),
    pytest.param(
        ("2021-08-12", "The Taliban captured Ghazni on Thursday."),
        ("2021-08-20", "The Taliban captured Ghazni on Wednesday."),
        id="two days",
    ),
    pytest.param(
        ("2023-10-27", "Sudan's Rapid Support Forces captured Nyala on Thursday."),
        ("2023-12-03", "The Rapid Support Forces had seized Nyala, and aid is short."),
        id="long after it",
    ),
    pytest.param(
        ("2023-10-25", "The Rapid Support Forces had seized Nyala, and aid is short."),
        ("2023-10-27", "Sudan's Rapid Support Forces captured Nyala on Thursday."),
        id="before it",
    ),
    pytest.param(
        ("2021-08-12", "The Taliban entered Ghazni on Thursday."),
        ("2021-08-13", "The Taliban captured Ghazni on Thursday."),
        id="to enter is not to take",
    ),
    pytest.param(
        ("2021-08-12", "The Taliban captured Ghazni on Thursday."),
        ("2021-08-13", "The Taliban captured Herat on Thursday."),
        id="two places",
    ),
]


@pytest.mark.parametrize("one, other", ONE)
def test_one_claim(entries_told: Told, one: Report, other: Report) -> None:
    (made,) = entries_told("control", [one, other])
    assert len(made.members) == 2
    assert made.joins[0].why
    assert len(made.entry.holder) == 1


@pytest.mark.parametrize("one, other", TWO)
def test_two_claims(entries_told: Told, one: Report, other: Report) -> None:
    made = entries_told("control", [one, other])
    assert [len(each.members) for each in made] == [1, 1]


@pytest.mark.parametrize(
    "reports, sides",
    [
        (
            [
                ("2020-11-09", "Azerbaijan said on Sunday it had captured Shusha."),
                ("2020-11-09", "Armenia said on Sunday that its forces still held Shusha."),
            ],
            {"Azerbaijan", "Armenia"},
        ),
        (
            [
                ("2022-07-03", "Russia's defence ministry said its troops had taken Lysychansk on Saturday."),
                ("2022-07-03", "The Ukrainian army said it repelled an assault on Lysychansk on Saturday."),
            ],
            {"Russian Defence Ministry", "Armed Forces of Ukraine"},
        ),
        (
            [("2024-05-10", "The rebels said they had taken Rubaya, but the army said it still held the town.")],
            {"rebels", "army"},
        ),
        (
            [
                (
                    "2023-12-20",
                    "The RSF said it had seized Sinja; the army said that the town remained under its control.",
                )
            ],
            {"Rapid Support Forces", "army"},
        ),
        (
            [
                ("2025-12-13", "The Sudanese army said it had retaken Khartoum on Thursday."),
                ("2025-12-13", "The RSF said its fighters remained in full control of Khartoum."),
            ],
            {"Sudanese Armed Forces", "Rapid Support Forces"},
        ),
    ],
)
def test_rival_claims(disputes_told: Told, reports: list[Report], sides: set[str]) -> None:
    (made,) = disputes_told("control", reports)
    assert made.entry.type == "rival accounts"
    assert {name for side in made.entry.sides for name in side.by} == sides
    assert len(made.entry.over_ids) == 2
    for side in made.entry.sides:
        assert side.says in made.entry.cites[side.cite].quote


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                ("2020-11-09", "Azerbaijan said on Sunday it had captured Shusha."),
                ("2020-11-16", "Armenia said on Monday that its forces still held Shusha."),
            ],
            id="a week later",
        ),
        pytest.param(
            [
                ("2022-09-11", "Russia's defence ministry said its troops had taken Izium on Saturday."),
                ("2022-09-12", "The Ukrainian army said it had retaken Izium on Saturday."),
            ],
            id="it changed hands",
        ),
        pytest.param(
            [
                ("2025-12-13", "The Sudanese army said it had taken Khartoum on 1 December."),
                ("2025-12-13", "The RSF said its fighters were in full control of Khartoum."),
            ],
            id="it may have changed hands since",
        ),
        pytest.param(
            [
                ("2016-02-03", "Rebels captured Nubl on Tuesday."),
                ("2016-02-03", "Government forces captured Nubl on Tuesday."),
            ],
            id="by nobody's claim",
        ),
        pytest.param(
            [
                ("2021-08-12", "The Taliban said on Thursday they had captured Ghazni."),
                ("2021-08-12", "Witnesses said the Taliban took Ghazni on Thursday."),
            ],
            id="two tellers of one thing",
        ),
    ],
)
def test_no_rival_claims(disputes_told: Told, reports: list[Report]) -> None:
    assert disputes_told("control", reports) == []


def test_which_of_two_comes_first_does_not_matter(reconciled: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = control.compare

    def both_ways(one: Seen, other: Seen) -> Verdict:
        found = compare(one, other)
        assert compare(other, one) == found
        return found

    monkeypatch.setattr(control, "compare", both_ways)
    assert reconciled("control", [report for row in (*ONE, *TWO) for report in row.values])


def band(name: str, kind: str = "armed group", country: str | None = None) -> Actor:
    return Actor(key=f"{kind}:{name.casefold()}", name=name, type=kind, country=country)


@pytest.mark.parametrize(
    "actor, expected",
    [
        (band("opposition fighters"), "rebels"),
        (band("rebel spokesman (unnamed)", "person"), "rebels"),
        (band("anti-government forces"), "rebels"),
        (band("pro-government forces"), "government"),
        (band("Syrian army", "armed force", "Syria"), "government"),
        (band("troops", "armed force"), None),
        (band("interim government forces", "armed force", "Libya"), None),
        (band("National Transitional Council", "government body", "Libya"), None),
        (band("fighters"), None),
        (band("pro-Hadi forces"), None),
    ],
)
def test_the_camp_that_a_name_tells(actor: Actor, expected: str | None) -> None:
    assert camp(actor) == expected


def test_camps_are_those_of_one_country() -> None:
    assert of_one_camp(band("rebels"), band("Syrian rebels", country="Syria"))
    assert not of_one_camp(band("Chadian rebels", country="Chad"), band("Syrian rebels", country="Syria"))
    assert not of_one_camp(band("fighters"), band("gunmen"))


def test_one_camp_goes_by_one_name() -> None:
    syrian = band("Syrian rebels", country="Syria")
    assert each_once([band("rebels"), syrian, band("opposition fighters")]) == (syrian,)


def test_a_feature_of_a_town_goes_by_its_name(entries_told: Told) -> None:
    (made,) = entries_told("control", [("2025-01-28", "M23 rebels said that they had captured the airport of Goma.")])
    assert made.entry.place == "Goma airport"
