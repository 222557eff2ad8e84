"""A denial and what it denies stand next to one another as a dispute; no other saying is drawn into one."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.entries import DisputeEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]

DENIED = [
    (
        "Kyiv said on Monday that Russian forces had shelled the hospital in Kupiansk. Moscow denied the claim.",
        ("Ukraine", "Russia"),
    ),
    ("Ukraine accused Russia of blowing up the dam. Russia denied responsibility.", ("Ukraine", "Russia")),
    (
        "The Sudanese army accused the Rapid Support Forces of looting the hospital. The RSF rejected the accusation.",
        ("Sudanese Armed Forces", "Rapid Support Forces"),
    ),
    (
        "The State Department condemned Rwanda for its support for the M23 rebels.\n\nRwanda has denied supporting "
        "the rebels.",
        ("State Department", "Rwanda"),
    ),
    (
        "Azerbaijan said that Armenian forces had fired rockets at Ganja. Armenia denied having fired rockets at the "
        "city.",
        ("Azerbaijan", "Armenia"),
    ),
    (
        "Getachew Reda claimed his forces had captured thousands of men. The Ethiopian government dismissed this as "
        '"fabricated".',
        ("Getachew Reda", "Ethiopian government"),
    ),
    (
        "UN experts said that 4,000 Rwandan soldiers were fighting beside the rebels. Rwanda denies it.",
        ("UN experts", "Rwanda"),
    ),
    (
        "Myanmar's military accused the Arakan Army of shelling the town. The Arakan Army denied the accusation.",
        ("Myanmar military", "Arakan Army"),
    ),
    ("Riyadh accuses Tehran of supplying the Houthis with missiles, a charge Iran denies.", ("Saudi Arabia", "Iran")),
    (
        "Kinshasa says Rwanda supports the M23 rebels, which Kigali denies.",
        ("Democratic Republic of the Congo", "Rwanda"),
    ),
    (
        "UN experts say the M23 is backed by Rwanda, an accusation that Kigali has repeatedly denied.",
        ("UN experts", "Rwanda"),
    ),
    (
        "Kinshasa accuses Rwanda, which denies the charges, of arming the M23.",
        ("Democratic Republic of the Congo", "Rwanda"),
    ),
    ("Russia said it had captured Vuhledar, a claim Ukraine dismissed.", ("Russia", "Ukraine")),
    (
        "The UN raised the alarm over reports of atrocities committed by the RSF, and called for safe passage.\n\n"
        "The RSF denied accusations they were killing civilians.",
        ("United Nations", "Rapid Support Forces"),
    ),
    (
        "Azerbaijan accuses the Armenian army of having bombed Barda. Armenia says that it bombed nobody.",
        ("Azerbaijan", "Armenia"),
    ),
    (
        "Kyiv said that Russian troops had shelled the hospital. Moscow said its forces had not shelled any hospital.",
        ("Ukraine", "Russia"),
    ),
]
NOT_DENIED = [
    "The minister says the rebels trampled on the truce. The army says it bombed nobody.",
    "Kyiv said on Monday that the bridge was open again. Moscow denied the claim that its soldiers had left.",
    "In an interview with the BBC, Abiy Ahmed also denied using force against civilians, Reuters reported.",
    "The Houthis denied responsibility for the attack on the port.",
    "Bogota said that the talks would go on. The ELN denied kidnapping the engineers.",
    "Russia said that its forces had taken the village. Russia denied the claim that it had shelled the school.",
    "The mayor said that Russian forces had shelled the hospital.\n\nWheat prices rose.\n\nThe harvest is late.\n\n"
    "The port is open.\n\nMoscow denied the claim.",
    "Officials said that the dam had burst. The army denied any involvement.",
    "Kyiv said that Russian troops had shelled the hospital. Moscow said Ukraine had not shelled the hospital.",
    "The army said the rebels had shelled the town. The rebels said the talks had not begun.",
    "Officials spoke of a list of hostages, which Hamas denies having received.",
    "Bogota said that the ELN had laid the mines, Caracas called for calm.\n\nThe United States denied it.",
]


@pytest.mark.parametrize("text, sides", DENIED)
def test_a_denial_answers_what_was_said_of_those_who_deny_it(
    reconciled: Told, text: str, sides: tuple[str, ...]
) -> None:
    found = [each.entry for each in reconciled("statement", [("2024-05-10", text)])]
    (dispute,) = [entry for entry in found if isinstance(entry, DisputeEntry)]
    assert dispute.type == "accusation and denial"
    assert tuple(name for side in dispute.sides for name in side.by) == sides
    over = {entry.id for entry in found if not isinstance(entry, DisputeEntry)}
    assert set(dispute.over_ids) <= over
    assert len(dispute.over_ids) == 2


@pytest.mark.parametrize("text", NOT_DENIED)
def test_another_denial_answers_nothing(reconciled: Told, text: str) -> None:
    found = [each.entry for each in reconciled("statement", [("2024-05-10", text)])]
    assert not [entry for entry in found if isinstance(entry, DisputeEntry)]


OVER_AN_ACCORD = [
    "Armenia accused Azerbaijan of violating the ceasefire. Baku denied the accusation.",
    "Armenia accused Azerbaijan of violating the ceasefire on Monday. Azerbaijan denied breaking the truce.",
    "Thailand accused Cambodian troops of breaching the ceasefire. Cambodia's defence ministry rejected the claim.",
    "The ELN violated the ceasefire, the Colombian government said, a charge the ELN denied.",
]


@pytest.mark.parametrize("text", OVER_AN_ACCORD)
def test_a_denial_over_an_accord_is_one_dispute(reconciled: Told, text: str) -> None:
    reports = [("2024-05-10", text)]
    disputes = [
        made.entry
        for kind in ("statement", "agreement")
        for made in reconciled(kind, reports)
        if isinstance(made.entry, DisputeEntry)
    ]
    assert [entry.type for entry in disputes] == ["accusation and denial"]
    assert disputes[0].about.startswith("whether ")
    assert len(disputes[0].sides) == 2


MUTUAL = [
    ("Kyiv and Moscow accused each other of shelling the Zaporizhzhia nuclear plant on Friday.", ("Ukraine", "Russia")),
    ("Armenia and Azerbaijan accused one another of opening fire on the border.", ("Armenia", "Azerbaijan")),
]


@pytest.mark.parametrize("text, sides", MUTUAL)
def test_who_accuse_each_other_are_two_sides(reconciled: Told, text: str, sides: tuple[str, ...]) -> None:
    found = [each.entry for each in reconciled("statement", [("2024-05-10", text)])]
    (dispute,) = [entry for entry in found if isinstance(entry, DisputeEntry)]
    assert dispute.type == "rival accounts"
    assert tuple(name for side in dispute.sides for name in side.by) == sides


def test_who_accuse_each_other_over_an_accord_are_one_dispute(reconciled: Told) -> None:
    reports = [("2024-05-10", "Thailand and Cambodia accused each other of breaking the ceasefire.")]
    made = [each.entry for kind in ("statement", "agreement") for each in reconciled(kind, reports)]
    (dispute,) = [entry for entry in made if isinstance(entry, DisputeEntry)]
    assert dispute.about == "who broke the ceasefire"
