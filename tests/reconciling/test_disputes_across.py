"""What one report tells of a side and that side denies in another is a dispute; denials of anything else are none."""

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from onrecord.model.entries import DisputeEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]

ACCUSED = [
    (
        "The Sudanese army accused the Rapid Support Forces of attacking the Zamzam displacement camp on Tuesday.",
        "The RSF denied carrying out the attack on Zamzam.",
    ),
    (
        "The Congolese army accused M23 rebels of killing 50 civilians in Kishishe.",
        "M23 spokesman Willy Ngoma denied that the rebels had killed civilians in Kishishe.",
    ),
    (
        "Colombian authorities blamed the ELN for a bomb attack on a police station in Cali.",
        "The ELN denied responsibility for the attack on the police station in Cali.",
    ),
    ("Congo accused Rwanda of backing the M23 rebels.", "Rwanda denied supporting the M23 rebels."),
    (
        "Ukraine accused Russia of torturing prisoners of war in Olenivka.",
        "Kremlin spokesman Dmitry Peskov denied that prisoners of war had been tortured in Olenivka.",
    ),
    ("Ethiopia's government accused the TPLF of shelling the town of Kobo.", "The TPLF denied shelling Kobo."),
    (
        "Afghan officials accused Pakistan of carrying out air strikes in Khost.",
        "Pakistan denied carrying out air strikes in Khost.",
    ),
]
ASSERTED = [
    (
        "Human Rights Watch said M23 fighters had killed traders in Kishishe.",
        "M23 denied killing traders in Kishishe.",
    ),
    (
        "Ukraine said Russian forces struck a hospital in Kherson on Monday, killing three people.",
        "Moscow denied striking a hospital in Kherson.",
    ),
    (
        "Armenia's defence ministry said Azerbaijani forces had shelled the town of Goris.",
        "Azerbaijan's defence ministry denied that its forces had shelled Goris.",
    ),
    (
        "Houthi officials said a Saudi-led coalition air strike hit a wedding in Hodeidah on Monday.",
        "The Saudi-led coalition denied bombing a wedding in Hodeidah.",
    ),
    ("Kyiv said North Korea had sent troops to Russia.", "Pyongyang denied sending troops to Russia."),
]
CLAIMED = [
    (
        "The Houthis said they had hit the US aircraft carrier Eisenhower in the Red Sea.",
        "The United States denied that the Houthis had hit the Eisenhower.",
    ),
    (
        "The RSF said it had shot down an army plane over Nyala.",
        "The Sudanese army denied that the RSF had shot down a plane over Nyala.",
    ),
    (
        "Ukraine said its drones had struck a refinery in Ryazan.",
        "Russia denied that Ukrainian drones had struck a refinery in Ryazan.",
    ),
]
BEGUN = [
    (
        "The Sudanese army said the RSF started the fighting in Khartoum.",
        "The RSF said the Sudanese army started the fighting in Khartoum.",
    ),
    (
        "Thai officials accused Cambodia of firing first in a border clash on Tuesday.",
        "Cambodia accused Thailand of firing first in the border clash on Tuesday.",
    ),
]
HELD = [
    (
        "The Arakan Army said that it had captured the town of Maungdaw in Rakhine State, Myanmar.",
        "Myanmar's military said its troops still held Maungdaw, in Rakhine State.",
    ),
    (
        "Hayat Tahrir al-Sham said it had entered and taken Hama in Syria.",
        "The Syrian army said it had repelled the attack on Hama and still held the city.",
    ),
    (
        "M23 rebels said they had captured Sake, near Goma in eastern Congo.",
        "The Congolese army said it remained in control of Sake, near Goma.",
    ),
]
STRUCK = "Ukraine said Russian forces struck a hospital in Kherson on Monday."
LOOTED = "The Sudanese army accused the RSF of killing civilians in Zamzam."
NONE = [
    (STRUCK, "Moscow denied striking a school in Kherson."),  # another thing
    (STRUCK, "Moscow denied striking a hospital in Kharkiv."),  # another place
    (STRUCK, "Turkey denied that its drones had struck a hospital in Kherson."),  # somebody else
    (STRUCK, "Moscow denied striking civilians."),  # no deed in particular
    ("Ukraine said Russian forces struck a hospital in Kherson on Thursday.", "Moscow denied striking it on Monday."),
    (LOOTED, "The RSF denied looting aid warehouses in Zamzam."),  # another deed
    (LOOTED, "The RSF denied raping women in Zamzam."),
    (LOOTED, "The Sudanese army denied killing civilians in Zamzam."),  # the accuser
    (
        "The Colombian army accused the ELN of bombing a pipeline in Arauca.",
        "The FARC dissidents denied bombing the pipeline in Arauca.",
    ),
    (
        "Moscow denied striking a hospital in Kherson on Monday.",
        "Ukraine rejected Moscow's denial that it had struck a hospital in Kherson on Monday.",
    ),
    ("Azerbaijan accused Armenia of shelling Lachin.", "Azerbaijan denied shelling civilians in Martuni."),
    (
        "The Houthis said they had hit the aircraft carrier Eisenhower in the Red Sea.",
        "The United States denied that the Houthis had hit the destroyer Gravely.",
    ),
    (
        "Officials said US planes struck three Yemeni boats off Mocha on Tuesday.",
        "The United States denied that its attacks had killed Yemeni civilians.",
    ),
    (
        "The RSF said it had shot down an army plane over Nyala.",
        "The RSF denied that it had shot down an airliner over Nyala.",
    ),
]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        *(("statement", *texts) for texts in ACCUSED),
        *(("event", *texts) for texts in (*ASSERTED, *CLAIMED, *BEGUN)),
        *(("control", *texts) for texts in HELD),
    ],
)
def test_two_reports_at_odds(kind: str, one: str, other: str, disputes_told: Told) -> None:
    (made,) = disputes_told(kind, [("2024-03-06", one), ("2024-03-06", other)])
    assert isinstance(made.entry, DisputeEntry)
    assert made.entry.type == ("accusation and denial" if (one, other) in ACCUSED + ASSERTED else "rival accounts")
    assert len(set(made.cited)) == len(made.entry.sides) == 2


@pytest.mark.parametrize(("one", "other"), NONE)
def test_what_is_no_dispute(one: str, other: str, disputes_told: Told) -> None:
    reports = [("2024-03-05", one), ("2024-03-06", other)]
    assert not [*disputes_told("statement", reports), *disputes_told("event", reports)]


@pytest.mark.parametrize(("one", "other"), [ACCUSED[1], ACCUSED[5], ASSERTED[2]])
def test_what_is_told_after_it_was_denied_is_another_deed(one: str, other: str, disputes_told: Told) -> None:
    reports = [("2024-03-07", one), ("2024-03-04", other)]
    assert not [*disputes_told("statement", reports), *disputes_told("event", reports)]


def test_a_denial_answers_the_last_of_several_days(disputes_told: Told) -> None:
    shelled = "Ethiopia's government accused the TPLF of shelling Kobo."
    denied = "The TPLF denied shelling Kobo."
    (made,) = disputes_told("statement", [("2024-03-04", shelled), ("2024-03-08", shelled), ("2024-03-08", denied)])
    assert isinstance(made.entry, DisputeEntry)
    assert made.entry.first_reported == "2024-03-08"


def test_a_denial_that_names_nothing_answers_none_of_several(disputes_told: Told) -> None:
    tankers = [
        ("2024-03-05", "The United States said Iran had attacked a tanker off Fujairah on Monday."),
        ("2024-03-05", "Britain said Iran had attacked a tanker in the Gulf of Oman on Monday."),
    ]
    denied = ("2024-03-06", "Iran denied attacking the tanker.")
    assert len(disputes_told("event", [tankers[0], denied])) == 1
    assert not disputes_told("event", [*tankers, denied])


def test_several_reports_of_one_denial_are_one_dispute(disputes_told: Told) -> None:
    one, other = ACCUSED[0]
    reports = [("2024-03-05", one), ("2024-03-06", other), ("2024-03-06", f"In Port Sudan rain fell. {other}")]
    (made,) = disputes_told("statement", reports)
    assert isinstance(made.entry, DisputeEntry)
    assert len(made.entry.sides) == 2
    assert len(set(made.cited)) == 3


def test_all_who_speak_for_a_side_deny_it_in_one_dispute(disputes_told: Told) -> None:
    one, other = ACCUSED[0]
    spokesman = "RSF spokesman Al-Fateh Qurashi denied that the RSF had attacked the Zamzam camp."
    (made,) = disputes_told("statement", [("2024-03-05", one), ("2024-03-06", other), ("2024-03-06", spokesman)])
    assert isinstance(made.entry, DisputeEntry)
    assert len(made.entry.sides) == len(made.entry.over_ids) == 3


@pytest.mark.parametrize("kind", ["statement", "event"])
def test_the_order_does_not_matter(kind: str, disputes_told: Told) -> None:
    texts = (*ACCUSED[0], *ACCUSED[3]) if kind == "statement" else (*ASSERTED[1], *BEGUN[0])
    dated = [("2024-03-06", text) for text in texts]
    told = [
        {frozenset(cite.quote for cite in made.entry.cites) for made in disputes_told(kind, order)}
        for order in permutations(dated)
    ]
    assert len(told[0]) == 2
    assert all(each == told[0] for each in told)
