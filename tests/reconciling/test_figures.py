"""Which numbers of several reports are one figure, which values are one series, and which are rivals."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.frames import PartDate
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.figures import contradict, reach
from onrecord.reconciling.figures import entries as figures
from onrecord.reconciling.figures.counts import population

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]


def numbers(made: Sequence[Reconciled]) -> list[tuple[float | None, int]]:
    """Each value with the number of observations that tell it."""
    return sorted((each.entry.value, len(each.members)) for each in made)


@pytest.mark.parametrize(
    "reports, value, per",
    [
        pytest.param(
            [
                ("2023-04-18", "At least 14 civilians were killed in Omdurman on Monday, the doctors' union said."),
                (
                    "2023-04-18",
                    "At least 14 civilians were killed in Omdurman on Monday, according to the doctors' union.",
                ),
            ],
            14,
            None,
            id="one sentence in two reports",
        ),
        pytest.param(
            [
                ("2022-03-14", "A missile strike killed 35 people in Yavoriv on Sunday."),
                ("2022-03-15", "35 people were killed in Yavoriv on Sunday, the governor said."),
            ],
            35,
            None,
            id="a telling number on one day in one town",
        ),
        pytest.param(
            [
                ("2020-10-05", "Colombia hosts 1.7 million Venezuelan refugees."),
                ("2020-10-19", "Colombia, which hosts more than 1.7 million Venezuelan refugees, asked for help."),
            ],
            1_700_000,
            ("unattributed",),
            id="a level told again a fortnight later",
        ),
        pytest.param(
            [
                (
                    "",
                    "At least 62 people have been killed and thousands displaced in the Ituri province as militias "
                    "fight the army for the gold mines along the Uganda road.",
                ),
                (
                    "",
                    "Ituri province, where militias battle the military for mines, has mourned at least 62 dead and "
                    "thousands of displaced people.",
                ),
            ],
            62,
            None,
            id="in other words, where nothing is dated",
        ),
        pytest.param(
            [
                (
                    "2019-05-20",
                    "More than 210,000 people have been displaced in Hajjah province since January, the UN said.",
                ),
                (
                    "2019-05-22",
                    "A war monitor said more than 210,000 people had been displaced in Hajjah province since January.",
                ),
            ],
            210_000,
            None,
            id="a total with its start and two tellers",
        ),
        pytest.param(
            [
                ("2016-11-22", "The Iraqi government said 15 people, including three children, were killed on Monday."),
                ("2016-11-22", "Iraq said 15 civilians, including three children, died in the strike on Monday."),
            ],
            3,
            None,
            id="a small part of one whole",
        ),
        pytest.param(
            [
                ("2015-09-29", "Yemen's government said 130 civilians were killed in Mocha on Monday."),
                ("2015-10-12", "On 29 September 130 civilians were killed in Mocha, Yemen's government said."),
            ],
            130,
            None,
            id="a day that one of them takes for the next",
        ),
        pytest.param(
            [
                ("2011-08-22", "The UN says 2,200 people have been killed."),
                ("2011-08-23", "The repression has claimed more than 2,200 lives, according to the United Nations."),
            ],
            2_200,
            ("United Nations",),
            id="a huge number of one teller",
        ),
        pytest.param(
            [
                ("2021-03-28", "Two boys were killed in Mandalay on Saturday when troops opened fire, a witness said."),
                ("2021-03-29", "Two boys were killed in Mandalay on Saturday when troops opened fire."),
            ],
            2,
            None,
            id="a small number in the same words",
        ),
    ],
)
def test_one_figure(
    entries_told: Told, reports: list[tuple[str, str]], value: float, per: tuple[str, ...] | None
) -> None:
    (made,) = [each for each in entries_told("figure", reports) if each.entry.value == value]
    assert len(made.members) == len(reports)
    assert made.entry.origins.reports == len(reports)
    assert "same number" in made.joins[0].why
    assert per is None or made.entry.per == per


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                ("2022-03-14", "A missile strike killed 35 people in Yavoriv on Sunday."),
                ("2022-03-14", "A missile strike killed 9 people in Yavoriv on Sunday."),
            ],
            id="two numbers",
        ),
        pytest.param(
            [
                (
                    "2023-06-21",
                    "Days of clashes in Omdurman have left at least 233 people dead, according to the union.",
                ),
                (
                    "2023-06-21",
                    "At least 233 people have been killed since soldiers turned on crowds last week, the union said.",
                ),
            ],
            id="the total of a town and one that names no place",
        ),
        pytest.param(
            [
                ("2023-04-18", "Fourteen people were killed in Omdurman on Monday."),
                ("2023-04-18", "Fourteen people were wounded in Omdurman on Monday."),
            ],
            id="killed and wounded",
        ),
        pytest.param(
            [
                ("2020-10-05", "Twelve civilians were killed in Stepanakert on Sunday."),
                ("2020-10-05", "Twelve civilians were killed in Ganja on Sunday."),
            ],
            id="two towns",
        ),
        pytest.param(
            [
                ("2020-10-05", "Shelling killed 12 civilians in Stepanakert on Sunday."),
                ("2020-10-12", "Shelling killed 12 civilians in Stepanakert on Sunday."),
            ],
            id="two Sundays in the same words",
        ),
        pytest.param(
            [
                ("2015-04-01", "An air strike killed 29 soldiers in Taiz on Tuesday."),
                ("2015-04-01", "An air strike killed 29 civilians in Taiz on Tuesday."),
            ],
            id="soldiers and civilians",
        ),
        pytest.param(
            [
                ("2018-05-16", "Sixteen women were killed in Cali on Tuesday."),
                ("2018-05-16", "Sixteen children were killed in Cali on Tuesday."),
            ],
            id="women and children",
        ),
        pytest.param(
            [
                ("2022-03-15", "Police said two people were killed in Kharkiv on Monday by a shell that hit a shop."),
                ("2022-03-15", "A mine killed two people in Kharkiv on Monday, railway officials said."),
            ],
            id="a small number of which a town sees many",
        ),
        pytest.param(
            [
                ("2014-08-20", "Some 2,000 people have been killed in Donetsk since April."),
                ("2014-08-20", "Some 2,000 people have been killed in Donetsk since July."),
            ],
            id="two starts",
        ),
        pytest.param(
            [
                ("2011-02-21", "At least 233 people have been killed in Benghazi, according to Amnesty International."),
                ("2011-02-21", "The unrest has left at least 233 people dead in Libya, Amnesty International says."),
            ],
            id="a total of a city and one of its country",
        ),
        pytest.param(
            [("2021-05-12", "Six soldiers were killed in Goma and six soldiers were killed in Beni on Tuesday.")],
            id="twice in one sentence",
        ),
        pytest.param(
            [
                ("", "At least 62 people have been killed in clashes in the Ituri province."),
                ("", "At least 62 people have been killed by floods in the south of Pakistan."),
            ],
            id="of two things, where nothing is dated",
        ),
    ],
)
def test_two_figures(entries_told: Told, reports: list[tuple[str, str]]) -> None:
    made = entries_told("figure", reports)
    assert [len(each.members) for each in made] == [1, 1]


@pytest.mark.parametrize(
    "report, place",
    [
        ("Four farmers were killed 20 km east of Goma on Tuesday.", "near Goma"),
        ("Eight soldiers were killed outside Bakhmut on Tuesday.", "near Bakhmut"),
        ("Eight soldiers were killed in Bakhmut on Tuesday.", "Bakhmut"),
        ("Rebels were 20 km outside Goma on Tuesday.", "Goma"),
        ("Nine refugees were killed in Zaatari refugee camp on Tuesday.", "Zaatari refugee camp"),
    ],
)
def test_what_is_beside_a_place_is_told_near_it(entries_told: Told, report: str, place: str) -> None:
    (made,) = entries_told("figure", [("2023-05-17", report)])
    assert (made.entry.place, made.entry.place_id is not None) == (place, True)


def test_a_qualifier_of_one_teller_stands_as_his_account(entries_told: Told) -> None:
    reports = [
        ("2020-10-05", "Colombia hosts 1.7 million Venezuelan refugees."),
        ("2020-10-05", "The UN refugee agency said Colombia hosts more than 1.7 million Venezuelan refugees."),
    ]
    (made,) = entries_told("figure", reports)
    figure = made.entry
    assert (figure.value, figure.low, figure.high, figure.qualifier) == (1.7e6, 1.7e6, 1.7e6, "exact")
    assert set(figure.per) == {"unattributed", "United Nations High Commissioner for Refugees"}
    accounts = {(each.per, each.value) for each in figure.accounts if each.field == "qualifier"}
    assert accounts == {("unattributed", "exact"), ("United Nations High Commissioner for Refugees", "more than")}


def test_each_teller_has_an_account_with_his_words(entries_told: Told) -> None:
    reports = [
        ("2022-03-15", "The governor of Kharkiv said 27 people were killed in Izium on Monday."),
        ("2022-03-15", "27 people were killed in Izium on Monday, according to Human Rights Watch."),
    ]
    (made,) = entries_told("figure", reports)
    told = {each.per: [cite.quote for cite in each.cites] for each in made.entry.accounts if each.field == "per"}
    assert told == {name: [text] for name, (_, text) in zip(made.entry.per, reports, strict=True)}


SERIES = [
    pytest.param(
        [
            ("2023-05-02", "More than 300,000 people have been displaced in Khartoum since April, the UN said."),
            ("2023-05-20", "Some 700,000 people have been displaced in Khartoum since April, the UN said."),
            ("2023-06-11", "The UN said 1.2 million people had been displaced in Khartoum since April."),
        ],
        1,
        id="one count at three days, over a month's end",
    ),
    pytest.param(
        [
            (
                "2016-11-02",
                "The offensive has displaced more than 20,000 people in Mosul since October. "
                "The ministry put the number of displaced people at 21,700.",
            )
        ],
        1,
        id="the start stands in the sentence before",
    ),
    pytest.param(
        [
            ("2014-08-20", "Some 2,000 people have been killed in Donetsk since April."),
            ("2014-08-21", "Some 400 people have been killed in Donetsk since July."),
        ],
        2,
        id="a counter that restarts",
    ),
    pytest.param(
        [
            ("2014-08-20", "Some 2,000 people have been killed in Donetsk since April."),
            ("2014-08-20", "Some 5,000 people have been wounded in Donetsk since April."),
        ],
        2,
        id="killed and wounded",
    ),
    pytest.param(
        [
            ("2014-08-20", "Some 2,000 people have been killed in Donetsk since April."),
            ("2014-08-20", "Some 800 civilians have been killed in Donetsk since April."),
        ],
        2,
        id="people and civilians",
    ),
    pytest.param(
        [
            ("2014-08-20", "Some 2,000 people have been killed in Donetsk since April."),
            ("2014-08-20", "Some 900 people have been killed in Luhansk since April."),
        ],
        2,
        id="two areas",
    ),
]


@pytest.mark.parametrize("reports, number", SERIES)
def test_series(entries_told: Told, reports: list[tuple[str, str]], number: int) -> None:
    made = entries_told("figure", reports)
    series = [each.entry.series for each in made]
    assert len(made) > 1
    assert None not in series
    assert len(set(series)) == number


@pytest.mark.parametrize(
    "report",
    [
        pytest.param("Some 2,000 people have been killed in the war.", id="no start"),
        pytest.param("More than 2,000 people have been killed since April.", id="no area"),
        pytest.param("Half of the residents of Donetsk have been displaced.", id="a share"),
        pytest.param("At least 4 civilians were killed in Donetsk on Monday.", id="a small toll of a town and day"),
        pytest.param("The UN fears 2,000 people have been killed in Donetsk since April.", id="feared"),
    ],
)
def test_what_lacks_what_tells_it_apart_is_of_no_series(entries_told: Told, report: str) -> None:
    assert [each.entry.series for each in entries_told("figure", [("2014-08-20", report)])] in ([None], [])


def test_two_numbers_of_one_sentence_are_no_series(entries_told: Told) -> None:
    text = "Since April, 16 journalists have been killed in Syria and 12 journalists have died in Syria in combat."
    made = entries_told("figure", [("2014-08-20", text)])
    assert len({each.entry.value for each in made}) > 1
    assert {each.entry.series for each in made} == {None}


@pytest.mark.parametrize(
    "reports, sides",
    [
        pytest.param(
            [
                (
                    "2019-10-08",
                    "The army said 40 civilians were killed in Kunduz on Monday; the UN said 150 civilians died.",
                )
            ],
            [("40 civilians", "150 civilians")],
            id="one sentence sets them against each other",
        ),
        pytest.param(
            [("2021-05-12", "Officials said 40 people died in the raid, while the rebels put the death toll at 150.")],
            [("40 people", "150")],
            id="a toll against a number of dead",
        ),
        pytest.param(
            [
                (
                    "2011-03-28",
                    "Forty people were wounded in an explosion at a fuel depot in Aden on Monday, officials said. "
                    "The city was calm later. "
                    "Medical sources said 90 people were wounded in the explosion at a fuel depot in Aden on Monday.",
                )
            ],
            [("Forty people", "90 people")],
            id="one report tells an explosion twice",
        ),
        pytest.param(
            [
                ("2023-05-02", "The UN said 300,000 people had been displaced in Khartoum since April."),
                ("2023-05-02", "The Red Cross said 900,000 people had been displaced in Khartoum since April."),
            ],
            [("300,000 people", "900,000 people")],
            id="one count, two reports of one day",
        ),
    ],
)
def test_rival_figures(disputes_told: Told, reports: list[tuple[str, str]], sides: list[tuple[str, ...]]) -> None:
    made = disputes_told("figure", reports)
    assert [tuple(side.says for side in each.entry.sides) for each in made] == sides
    assert {each.entry.type for each in made} == {"rival figures"}
    assert all(not each.members and len(each.entry.over_ids) == 2 for each in made)


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                (
                    "2018-05-16",
                    "The army said 12 people died on Tuesday, while the UN says 3,000 people have been killed.",
                )
            ],
            id="an attack and a war",
        ),
        pytest.param(
            [
                ("2023-05-02", "The UN said 300,000 people had been displaced in Khartoum since April."),
                ("2023-05-03", "The Red Cross said 900,000 people had been displaced in Khartoum since April."),
            ],
            id="a growing count",
        ),
        pytest.param(
            [
                ("2023-05-02", "The UN said 586,000 people had been displaced in Khartoum since April."),
                ("2023-05-02", "The Red Cross said 600,000 people had been displaced in Khartoum since April."),
            ],
            id="a rounding",
        ),
        pytest.param(
            [
                ("2023-05-02", "The UN said 586,000 people had been displaced in Khartoum since April."),
                (
                    "2023-05-02",
                    "The Red Cross said at least 300,000 people had been displaced in Khartoum since April.",
                ),
            ],
            id="a bound",
        ),
        pytest.param(
            [
                (
                    "2019-10-08",
                    "The army said 40 soldiers were killed in Kunduz on Monday; the UN said 150 civilians were killed.",
                )
            ],
            id="two populations",
        ),
        pytest.param(
            [
                ("2022-03-15", "Police said 12 people were killed in Kharkiv on Monday."),
                ("2022-03-15", "The governor said 30 people were killed in Mariupol on Monday."),
            ],
            id="two towns",
        ),
    ],
)
def test_no_rivals(disputes_told: Told, reports: list[tuple[str, str]]) -> None:
    assert disputes_told("figure", reports) == []


@pytest.mark.parametrize(
    "text, sides",
    [
        (
            "The Karen National Union said at least 20 villagers were killed in an air strike on Monday. The junta's "
            "spokesman put the number of dead at six.",
            ("at least 20 villagers", "six"),
        ),
        (
            "The government said 12 people died in the protests in Nairobi on Tuesday.\n\nAmnesty "
            "International said 23 had "
            "been killed.",
            ("12 people", "23 had been killed"),
        ),
        (
            "The army said four soldiers were killed in the ambush near Djibo. JNIM claimed to have "
            "killed 40 soldiers.",
            ("four soldiers", "40 soldiers"),
        ),
    ],
)
def test_a_second_count_right_behind_the_first_is_its_rival(
    disputes_told: Told, text: str, sides: tuple[str, ...]
) -> None:
    (made,) = disputes_told("figure", [("2024-07-20", text)])
    assert made.entry.type == "rival figures"
    assert tuple(side.says for side in made.entry.sides) == sides


@pytest.mark.parametrize(
    "text",
    [
        "Police said three people were killed in the blast.\n\nThe army said 20 people died in "
        "clashes near the border.",
        "The army said 12 soldiers were killed in Gao. The UN says 12,000 people have been killed since 2012.",
        "Officials said five people were killed in Mogadishu. Residents said eight people died in Baidoa.",
        "The RSF said it killed 40 soldiers. The army said 12 civilians had died.",
        "The governor said 300 people had fled on Monday. The Red Cross said 4,000 had fled in May.",
        "The UN said at least 20 people were killed. Residents said 35 had died.",
        "The mayor said around 50 people were killed. A doctor said 48 had died.",
        "The army said ten people were killed. The talks went on. Rebels said 40 had died.",
    ],
)
def test_a_count_of_something_else_is_no_rival_of_the_one_before(disputes_told: Told, text: str) -> None:
    assert disputes_told("figure", [("2024-07-20", text)]) == []


def test_one_report_that_gives_two_numbers_of_its_own(disputes_told: Told) -> None:
    text = (
        "Lebanon hosts 1.5 million Syrian refugees. The talks went on in Geneva. "
        "Lebanon, which hosts 900,000 Syrian refugees, asked for help."
    )
    (made,) = disputes_told("figure", [("2019-10-08", text)])
    assert made.entry.type == "inconsistent within one report"


def figure(
    value: float | None, qualifier: str = "exact", low: float | None = None, high: float | None = None
) -> FigureEntry:
    bounds = {"exact": (value, value), "about": (value, value), "at least": (value, None), "nearly": (None, value)}
    low, high = bounds.get(qualifier, (low, high))
    return FigureEntry(
        id="a", cites=(), measure="killed", value=value, low=low, high=high, qualifier=qualifier, unit="persons",
        of="people", per=("UN",),
    )  # fmt: skip


@pytest.mark.parametrize(
    "one, other, expected",
    [
        (figure(586_000), figure(1_000_000, "nearly"), True),
        (figure(586_000), figure(600_000), False),
        (figure(13), figure(14), True),
        (figure(20), figure(22), False),
        (figure(20), figure(25), True),
        (figure(800_000, "about"), figure(700_000), False),
        (figure(300, "at least"), figure(900), False),
        (figure(300, "at least"), figure(200), True),
        (figure(None, "dozens", 24, 99), figure(60), False),
        (figure(None, "dozens", 24, 99), figure(150), True),
    ],
)
def test_contradiction(one: FigureEntry, other: FigureEntry, expected: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is expected


@given(st.integers(min_value=1, max_value=10**9))
def test_a_number_reaches_itself(value: int) -> None:
    low, high = reach(figure(float(value)))
    assert low <= value <= high
    assert not contradict(figure(float(value)), figure(float(value)))


@pytest.mark.parametrize(
    "of, side, expected",
    [
        ("people", None, set()),
        ("deaths", None, set()),
        ("rebel fighters", None, {"rebel", "fighter"}),
        ("Ukrainian soldiers", "Ukrainian Army", set()),
        ("military personnel", "Ukrainian Army", set()),
    ],
)
def test_population(of: str, side: str | None, expected: set[str]) -> None:
    told = FigureEntry(
        id="a", cites=(), measure="killed", value=1, qualifier="exact", unit="persons", of=of, of_side=side, per=("UN",)
    )
    assert population(told) == expected


REPORTS = [
    ("2023-05-02", "The UN said 300,000 people had been displaced in Khartoum since April."),
    ("2023-05-02", "The Red Cross said 900,000 people had been displaced in Khartoum since April."),
    ("2023-05-02", "Some 300,000 people have been displaced in Khartoum since April."),
    ("2023-05-03", "At least 14 civilians were killed in Omdurman on Tuesday, the doctors' union said."),
    ("2023-05-03", "Fourteen civilians were killed in Omdurman on Tuesday."),
]


@settings(max_examples=12)
@given(st.permutations(range(len(REPORTS))))
def test_the_order_of_reports_does_not_matter(entries_told: Told, disputes_told: Told, order: list[int]) -> None:
    shuffled = [REPORTS[at] for at in order]
    assert numbers(entries_told("figure", shuffled)) == numbers(entries_told("figure", REPORTS))
    says = [
        {side.says.removeprefix("Some ") for side in each.entry.sides} for each in disputes_told("figure", shuffled)
    ]
    assert says == [{"300,000 people", "900,000 people"}]


@pytest.mark.parametrize(
    "period, as_of, month",
    [
        (When(unit="day", month=4, day=28), None, "2023-04"),
        (When(unit="month", month=4, bound="since"), None, "2023-05"),
        (None, When(unit="day", offset=-3), "2023-04"),
        (None, None, "2023-05"),
    ],
)
def test_a_figure_is_compared_with_those_of_its_month(period: When | None, as_of: When | None, month: str) -> None:
    """That of its day or the end of its period, else of its report."""
    at = (Span(0, 2),)
    finding = FigureFinding(
        measure=Said("killed", "measure word", at),
        amount=Said(Amount(value=14, low=14, high=14), "number", at),
        of=Said("people", "verbatim", at),
        period=Said(period, "date", at) if period else None,
        as_of=Said(as_of, "date", at) if as_of else None,
    )
    seen = Observation(id="a", document="b", part=0, trigger=at[0], evidence=at, finding=finding)
    assert figures.block(seen, PartDate(published="2023-05-02")) == f"figure:killed:{month}"
