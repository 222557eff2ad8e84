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
        ("US Department of State", "Rwanda"),
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
    (
        "Kinshasa accuses Rwanda of backing the M23 rebels.\n\nKigali insists that it is not supporting the group.",
        ("Democratic Republic of the Congo", "Rwanda"),
    ),
    (
        "Azerbaijan accused Armenia of shelling its positions near Lachin.\n\nArmenia's defence ministry "
        "denied the claim "
        "as disinformation.",
        ("Azerbaijan", "Armenian Defence Ministry"),
    ),
    (
        "The Syrian Democratic Forces accused Turkey of bombing a dam. Ankara denied striking civilian infrastructure.",
        ("Syrian Democratic Forces", "Turkey"),
    ),
    (
        "The United Arab Emirates has denied sending weapons to the RSF.\n\nUN experts say there is evidence "
        "that the UAE "
        "supplied arms to the paramilitary group.",
        ("UN experts", "United Arab Emirates"),
    ),
    (
        "The RSF claimed to have captured Babanusa.\n\nThe army denied that the town had fallen.",
        ("Rapid Support Forces", "army"),
    ),
    (
        "Russia said it had taken Toretsk.\n\nUkraine's General Staff denied it, saying its troops held the outskirts.",
        ("Russia", "Ukrainian General Staff"),
    ),
    (
        "The Houthis said US air strikes had killed 74 people at the port.\n\nThe United States Central "
        "Command said no "
        "civilians had been harmed.",
        ("Houthis", "US Central Command"),
    ),
    (
        "The TPLF accused the federal government of withholding aid. The government called the claim a lie.",
        ("Tigray People's Liberation Front", "government"),
    ),
    (
        "The prime minister said the rebels had agreed to disarm. A rebel spokesman said no such agreement existed.",
        ("prime minister", "rebel spokesman (unnamed)"),
    ),
    (
        "Ukraine denied any role in the killing of the general. Russia's FSB blamed Ukrainian "
        "intelligence for the bombing.",
        ("Federal Security Service", "Ukraine"),
    ),
    (
        "Amhara militia leaders said government troops had killed 45 civilians in Merawi. The government said those "
        "killed were armed fighters, not civilians.",
        ("Amhara militia leaders", "government"),
    ),
]
NOT_DENIED = [
    "The ministry said Russia was sparing civilians and that a missile had been diverted after it was fired. Russia "
    "denied earlier Georgian claims it was killing civilians.",
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
    "Turkey accused Syria of shelling its observation posts. Syria denied that it was planning an election.",
    "Witnesses said the plane was shot down. The army denied reports of a mutiny.",
    "Eritrea said it had no troops in Tigray.\n\nEthiopia denied that it was preparing for war.",
    "The ELN accused the army of bombing a school in Arauca.\n\nThe army denied entering talks with the group.",
    "The army said it had taken Babanusa.\n\nThe RSF denied that its leader had left the country.",
    "Ukraine said it had taken Robotyne.\n\nRussia denied that it had lost the air base at Saky.",
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


RIVAL = [
    (
        "Colombia's army said it had killed 11 FARC dissidents in Putumayo. Local leaders said those "
        "killed were peasants.",
        ("Colombian Armed Forces", "Local leaders"),
    ),
    (
        "Ukraine's air force said Russia had struck a maternity hospital in Selydove.\n\nRussia's defence "
        "ministry said the "
        "strike had hit a barracks.",
        ("Ukrainian Air Force", "Russian Defence Ministry"),
    ),
    (
        "Mali's army said 30 terrorists were killed in a drone strike near Tinzaouaten. Tuareg rebels said "
        "the strike had "
        "killed 21 civilians.",
        ("Malian Armed Forces", "Tuareg rebels"),
    ),
    (
        "Moscow says it targeted a command post; Kyiv says the missile hit a shopping mall.",
        ("Russia", "Ukraine"),
    ),
    (
        "Thailand said Cambodian troops opened fire first at Ta Muen Thom. Cambodia said Thai soldiers "
        "started the clash.",
        ("Thailand", "Cambodia"),
    ),
    (
        "India said Pakistani troops had fired across the border on Friday. Pakistan said Indian forces fired first.",
        ("India", "Pakistan"),
    ),
]
NOT_RIVAL = [
    "Ukraine said Russia had shelled Kherson.\n\nRussia said Ukrainian drones had attacked Belgorod.",
    "Ukraine's army said Russian troops had attacked Kupiansk.\n\nMoscow said its forces had hit a barracks in Odesa.",
    "The UN said 20 civilians died in the attack in Goma. The army said the strike in Rutshuru killed eight fighters.",
    "The governor said 12 farmers were killed by gunmen. The army said it had killed 30 bandits in a "
    "raid on a hideout.",
    "Israel said Hamas had begun to rearm.\n\nHamas said Israel had started handing over prisoners.",
    "Villagers said soldiers had killed 13 people.\n\nThe army said it regretted the deaths.",
    "Armenia said Azerbaijan had opened fire first.\n\nGeorgia said Russia had started the war in 2008.",
    "The ministry said 40 militants were killed.\n\nThe ministry said no civilians were harmed.",
]


@pytest.mark.parametrize("text, sides", RIVAL)
def test_who_tells_the_reverse_of_what_was_just_said_is_a_rival(
    reconciled: Told, text: str, sides: tuple[str, ...]
) -> None:
    found = [each.entry for each in reconciled("statement", [("2024-05-10", text)])]
    (dispute,) = [entry for entry in found if isinstance(entry, DisputeEntry)]
    assert dispute.type == "rival accounts"
    assert tuple(name for side in dispute.sides for name in side.by) == sides


@pytest.mark.parametrize("text", NOT_RIVAL)
def test_two_who_tell_of_different_things_are_no_rivals(reconciled: Told, text: str) -> None:
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


def test_what_is_in_dispute_is_told_with_its_speaker_where_it_says_only_it(reconciled: Told) -> None:
    text = "Moscow says it targeted a command post; Kyiv says the missile hit a shopping mall."
    found = [each.entry for each in reconciled("statement", [("2024-05-10", text)])]
    (dispute,) = [entry for entry in found if isinstance(entry, DisputeEntry)]
    assert dispute.about == "whether it is so: Moscow says it targeted a command post"


def test_who_accuse_each_other_over_an_accord_are_one_dispute(reconciled: Told) -> None:
    reports = [("2024-05-10", "Thailand and Cambodia accused each other of breaking the ceasefire.")]
    made = [each.entry for kind in ("statement", "agreement") for each in reconciled(kind, reports)]
    (dispute,) = [entry for entry in made if isinstance(entry, DisputeEntry)]
    assert dispute.about == "who broke the ceasefire"
