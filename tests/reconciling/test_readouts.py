"""The sides' accounts of one contact: point by point, and where they are rivals; whether a contact comes about."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.reconciling.blocks import Reconciled

Report = tuple[str, str]
Told = Callable[[str, Sequence[Report]], list[Reconciled]]
CALL = "Turkish President Recep Tayyip Erdogan spoke by phone with Russian President Vladimir Putin on Friday. "


@pytest.mark.parametrize(
    "text, points",
    [
        (
            CALL + "The Kremlin readout said Putin had called for an extension of the grain deal in Odessa. "
            "The Turkish readout said Erdogan had offered to extend the grain deal.",
            [1, 1],
        ),
        (
            CALL + "The Kremlin readout said Putin had warned of drone attacks on Belgorod. "
            "The Turkish readout said Erdogan had offered to extend the grain deal.",
            [1, 2],
        ),
        (CALL + "The Kremlin readout said Putin had warned of drone attacks on Belgorod.", [None]),
    ],
)
def test_accounts_of_one_thing_have_one_point(entries_told: Told, text: str, points: list[int | None]) -> None:
    (made,) = entries_told("contact", [("2023-07-15", text)])
    assert [readout.point for readout in made.entry.readouts] == points


def test_what_a_side_says_twice_stands_once(entries_told: Told) -> None:
    says = "The Kremlin readout said Putin had warned of drone attacks on Belgorod."
    reports = [("2023-07-15", CALL + says), ("2023-07-16", CALL + says.replace("warned of", "warned Erdogan of"))]
    (made,) = entries_told("contact", reports)
    assert len(made.members) == 2
    (readout,) = made.entry.readouts
    assert readout.says in made.entry.cites[readout.cite].quote


def test_the_accounts_of_two_capitals_stand_in_one_entry(entries_told: Told) -> None:
    reports = [
        (
            "2022-03-05",
            "Vladimir Putin spoke of attacks on Donetsk during a telephone call with his French counterpart, the "
            "Kremlin press service said. Putin insisted that the city had been shelled for years, the readout said.",
        ),
        (
            "2022-03-06",
            "Emmanuel Macron told Vladimir Putin by telephone on Saturday that the siege of Mariupol must end, the "
            "Elysee said in a statement. Macron asked for corridors, the statement added.",
        ),
    ]
    (made,) = entries_told("contact", reports)
    assert [(readout.by, readout.point) for readout in made.entry.readouts] == [
        (("Kremlin",), 1),
        (("Kremlin",), 2),
        (("Elysee",), 3),
        (("Elysee",), 4),
    ]


def test_names_alone_are_no_common_point(entries_told: Told) -> None:
    text = (
        CALL + "The Kremlin readout said Putin had warned of attacks by extremists in Idlib and Aleppo. "
        "The Turkish readout said Erdogan had spoken of families in Idlib and Aleppo."
    )
    (made,) = entries_told("contact", [("2020-02-21", text)])
    assert [readout.point for readout in made.entry.readouts] == [1, 2]


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                (
                    "2023-07-15",
                    CALL + "The Kremlin readout said Putin had warned of drone attacks on Belgorod. "
                    "The Turkish readout said Erdogan had offered to extend the grain deal.",
                )
            ],
            id="each speaks of something else",
        ),
        pytest.param(
            [
                ("2023-07-15", CALL + "The Kremlin readout said Putin had not agreed to extend the grain deal."),
                ("2023-07-15", CALL + "The Turkish readout said Putin had agreed to extend the grain deal."),
            ],
            id="one denies what the other says",
        ),
    ],
)
def test_rival_readouts(disputes_told: Told, reports: list[Report]) -> None:
    (made,) = disputes_told("contact", reports)
    assert made.entry.type == "rival readouts"
    assert sorted(side.by for side in made.entry.sides) == [("Kremlin",), ("Turkey",)]
    for side in made.entry.sides:
        assert side.says in made.entry.cites[side.cite].quote


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [
                (
                    "2023-07-15",
                    CALL + "The Kremlin readout said Putin had called for an extension of the grain deal. "
                    "The Turkish readout said Erdogan had offered to extend the grain deal.",
                )
            ],
            id="they agree",
        ),
        pytest.param(
            [
                (
                    "2021-06-17",
                    "Joe Biden met Vladimir Putin in Geneva on Wednesday. Biden told Putin that cyber attacks on "
                    "hospitals must stop. Putin told Biden that sanctions had harmed both economies.",
                )
            ],
            id="what they told one another",
        ),
        pytest.param(
            [
                (
                    "2023-07-15",
                    CALL + "The Kremlin readout said Putin had told Erdogan that raids on Belgorod must stop. "
                    "The Turkish readout said Erdogan had told Putin that grain must be let through.",
                )
            ],
            id="what their capitals say they told one another",
        ),
        pytest.param(
            [
                ("2021-02-26", "Ban Ki-moon said he planned to meet Barack Obama in Washington on Sunday."),
                (
                    "2021-02-26",
                    "Barack Obama will meet Ban Ki-moon in Washington on Sunday to discuss steps to halt the "
                    "violence, White House spokesman Jay Carney said.",
                ),
            ],
            id="announcements",
        ),
    ],
)
def test_no_rival_readouts(disputes_told: Told, reports: list[Report]) -> None:
    assert disputes_told("contact", reports) == []


PLAN = "Ukrainian officials said that Volodymyr Zelensky and Vladimir Putin have agreed to meet."
NONE = "The Kremlin said a meeting between Putin and Zelensky was not on the agenda."
OFF = "Turkey and Russia cancelled a joint patrol near Manbij on Tuesday"
PUT_OFF = "A Turkish security source said the patrol had been postponed because of fog."


@pytest.mark.parametrize(
    "reports, sides",
    [
        ([("2022-03-20", PLAN), ("2022-03-21", NONE)], {"Ukrainian officials (unnamed)", "Kremlin"}),
        ([("2022-03-20", f"{PLAN} {NONE}")], {"Ukrainian officials (unnamed)", "Kremlin"}),
        ([("2018-11-07", f"{OFF}. {PUT_OFF}")], {"unattributed", "Turkish security source (unnamed)"}),
        (
            [("2018-11-07", f"{OFF} because of a shooting. {PUT_OFF.replace('postponed', 'cancelled')}")],
            {"unattributed", "Turkish security source (unnamed)"},
        ),
    ],
)
def test_rival_accounts_of_a_plan(disputes_told: Told, reports: list[Report], sides: set[str]) -> None:
    (made,) = disputes_told("contact", reports)
    assert made.entry.type == "rival accounts"
    assert {name for side in made.entry.sides for name in side.by} == sides


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param([("2022-03-20", PLAN), ("2022-03-29", NONE)], id="other weeks"),
        pytest.param(
            [
                ("2018-11-05", "Turkey and Russia will hold a joint patrol near Manbij on Tuesday."),
                ("2018-11-07", f"{OFF}."),
            ],
            id="a plan that was dropped later",
        ),
        pytest.param(
            [
                ("2021-03-01", "Abiy Ahmed will meet Abdalla Hamdok in Khartoum on Wednesday."),
                ("2021-03-04", "Abiy Ahmed met Abdalla Hamdok in Khartoum on Wednesday."),
            ],
            id="a plan that was held",
        ),
        pytest.param(
            [("2018-11-07", f"{OFF} because of fog. {PUT_OFF.replace('postponed', 'cancelled')}")], id="one reason"
        ),
    ],
)
def test_no_rival_accounts_of_a_plan(disputes_told: Told, reports: list[Report]) -> None:
    assert disputes_told("contact", reports) == []


TELEPHONED = "Abiy Ahmed spoke by telephone with Egyptian President Abdel Fattah el-Sisi on Wednesday. "


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(
            [("2023-04-21", TELEPHONED + "The Ethiopian readout said the two agreed to send a mission to Khartoum. "
              "Cairo's account of the call made no mention of a mission.")],
            id="left out",
        ),
        pytest.param(
            [("2023-04-20", TELEPHONED + "The Ethiopian readout said Sisi had agreed to send monitors to Khartoum."),
             ("2023-04-21", TELEPHONED + "“No such promise of monitors was asked of me,” Sisi said.")],
            id="denied by him of whom it is told",
        ),
    ],
)  # fmt: skip
def test_what_one_side_leaves_out_or_denies_makes_them_rivals(disputes_told: Told, reports: Sequence[Report]) -> None:
    (made,) = disputes_told("contact", reports)
    assert made.entry.type == "rival readouts"


def test_what_was_not_told_by_the_other_is_not_left_out(disputes_told: Told) -> None:
    text = (
        TELEPHONED + "The Ethiopian readout said the two had agreed to a truce in Sudan for the feast of Eid. "
        "Cairo's account said that the two had agreed to a truce in Sudan for the feast, and made no mention of a dam."
    )
    assert not disputes_told("contact", [("2023-04-21", text)])


def test_a_conversation_and_a_call_of_one_day_are_one(entries_told: Told) -> None:
    reports = [
        ("2025-01-30", "Cyril Ramaphosa and Paul Kagame spoke by telephone on Monday."),
        ("2025-01-31", "Paul Kagame has set out his side of the conversation of January 27 with Cyril Ramaphosa."),
    ]
    (made,) = entries_told("contact", reports)
    assert (made.entry.form, len(made.members)) == ("phone call", 2)


def test_a_call_and_talks_somewhere_are_two(entries_told: Told) -> None:
    reports = [
        ("2025-01-30", "Cyril Ramaphosa and Paul Kagame spoke by telephone on Monday."),
        ("2025-01-31", "Cyril Ramaphosa and Paul Kagame held talks in Luanda on Monday."),
    ]
    assert len(entries_told("contact", reports)) == 2
