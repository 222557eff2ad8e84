"""Commitments to a thing: what is promised, declared, ruled out, guaranteed; and deeds told as gerunds."""

from collections.abc import Callable

import pytest

from onrecord.model.said import Said
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Read = Callable[[str, str], tuple[Report, Found]]

# sentence; type, by, what; condition, due (the words that tell it)
TOLD = [
    (
        "Niger's junta promised a thorough investigation into the killings.",
        ("pledge", "Nigerien government", "a thorough investigation into the killings", "", ""),
    ),
    ("Iran vowed a symmetrical response.", ("pledge", "Iran", "a symmetrical response", "", "")),
    (
        "The Arakan Army guaranteed safe passage to the soldiers.",
        ("pledge", "Arakan Army", "safe passage to the soldiers", "", ""),
    ),
    (
        "Families in Taiz were promised safe passage by the Houthis.",
        ("pledge", "Houthis", "safe passage by the Houthis", "", ""),
    ),
    (
        "The ELN committed to releasing the two policemen.",
        ("pledge", "National Liberation Army", "releasing the two policemen", "", ""),
    ),
    (
        "Eritrea remains committed to withdrawing its troops from Tigray.",
        ("pledge", "Eritrea", "withdrawing its troops from Tigray", "", ""),
    ),
    ("The M23 reiterated its commitment to the ceasefire.", ("pledge", "M23", "the ceasefire", "", "")),
    (
        "A promise by the Somali government to pay the militias was never kept.",
        ("pledge", "Somali government", "to pay the militias", "", ""),
    ),
    (
        "The Houthis announced a unilateral ceasefire from Tuesday.",
        ("pledge", "Houthis", "a unilateral ceasefire from Tuesday", "", "Tuesday announced"),
    ),
    (
        "Ethiopia declared a humanitarian truce in Tigray.",
        ("pledge", "Ethiopia", "a humanitarian truce in Tigray", "", ""),
    ),
    (
        "France ruled out sending ground troops to Mali.",
        ("pledge", "France", "France ruled out sending ground troops to Mali", "", ""),
    ),
    (
        "The Karen National Union refused to attend the talks unless the junta freed the prisoners.",
        (
            "demand",
            "Karen National Union",
            "The Karen National Union refused to attend the talks",
            "unless the junta freed the prisoners",
            "",
        ),
    ),
    (
        "Armenia said it will not accept the demands of Baku.",
        ("pledge", "Armenia", "it will not accept the demands of Baku", "", ""),
    ),
    (
        "Rwandan troops will remain in the zone until the militia is disarmed, President Paul Kagame said.",
        (
            "pledge",
            "Rwanda Defence Force",
            "Rwandan troops will remain in the zone",
            "until the militia is disarmed",
            "",
        ),
    ),
    (
        "The Sudanese army pledged to hold elections by July.",
        ("pledge", "Sudanese Armed Forces", "to hold elections by July", "", "by July pledged"),
    ),
    (
        "Azerbaijan agreed to open the road for three months.",
        ("plan", "Azerbaijan", "to open the road for three months", "", ""),
    ),
    (
        "The RSF is due to begin withdrawing from the airport on Saturday.",
        (
            "plan",
            "Rapid Support Forces",
            "to begin withdrawing from the airport on Saturday",
            "",
            "Saturday due",
        ),
    ),
    (
        "Houthi leaders said they would restart attacks on ships if the truce collapsed.",
        ("threat", "Houthi leaders", "they would restart attacks on ships", "if the truce collapsed", ""),
    ),
    (
        "The army said any boat that leaves the port will be targeted.",
        ("threat", "army", "any boat that leaves the port will be targeted", "", ""),
    ),
    (
        "Kataib Hezbollah announced the suspension of its attacks on American forces.",
        ("pledge", "Kataib Hezbollah", "the suspension of its attacks on American forces", "", ""),
    ),
    (
        "The Myanmar military extended its unilateral ceasefire until 30 April.",
        ("pledge", "Myanmar military", "its unilateral ceasefire", "", "until 30 April extended"),
    ),
    (
        "Egypt will not allow any threat to the Nile, President Abdel Fattah al-Sisi said.",
        ("pledge", "Egypt", "Egypt will not allow any threat to the Nile", "", ""),
    ),
    (
        "Somalia and Ethiopia are to begin talks by the end of February.",
        ("plan", "Somalia; Ethiopia", "to begin talks by the end of February", "", "by the end of February to"),
    ),
    (
        "Cambodia pledged to return 18 soldiers once the fighting ended.",
        ("pledge", "Cambodia", "to return 18 soldiers", "once the fighting ended", ""),
    ),
    (
        "The Tigers will be destroyed unless they lay down their arms, President Mahinda Rajapaksa said.",
        ("threat", "Mahinda Rajapaksa", "The Tigers will be destroyed", "unless they lay down their arms", ""),
    ),
    (
        '"We will not have any form of discussion with the rebels," President Mahinda Rajapaksa said.',
        ("pledge", "Mahinda Rajapaksa", "We will not have any form of discussion with the rebels", "", ""),
    ),
    (
        "Salva Kiir and Riek Machar agreed to form a unity government by February.",
        ("plan", "Salva Kiir; Riek Machar", "to form a unity government by February", "", "by February agreed"),
    ),
    (
        "Iran said it would treat any deployment of Israeli troops as a hostile act.",
        ("threat", "Iran", "it would treat any deployment of Israeli troops as a hostile act", "", ""),
    ),
    (
        "Sudan's foreign ministry said Khartoum would not take part in the Geneva talks.",
        ("pledge", "Sudanese Foreign Ministry", "Khartoum would not take part in the Geneva talks", "", ""),
    ),
    (
        "Syria will resume the bombardment of Daraya unless the rebels disarm.",
        ("threat", "Syria", "Syria will resume the bombardment of Daraya", "unless the rebels disarm", ""),
    ),
    (
        "Israel will keep its troops in Naqoura beyond the 60-day deadline.",
        ("plan", "Israel", "Israel will keep its troops in Naqoura beyond the 60-day deadline", "", ""),
    ),
    (
        "Nepal promised not to execute the captured pilots.",
        ("pledge", "Nepal", "not to execute the captured pilots", "", ""),
    ),
    (
        "India and Pakistan committed to a full ceasefire.",
        ("pledge", "India; Pakistan", "a full ceasefire", "", ""),
    ),
    (
        "ECOWAS set a deadline of 31 December for the restoration of the president.",
        (
            "ultimatum",
            "Economic Community of West African States",
            "the restoration of the president",
            "",
            "31 December deadline",
        ),
    ),
]

NONE = [
    "The rebels said they would make an announcement on Sunday.",
    "The village will be flooded if the dam bursts, the UN said.",
    "The junta announced the end of the school year.",
    "The United Nations announced a ceasefire in Hodeidah.",
    "Egypt declared a ceasefire between Israel and Hamas dead.",
    "The general, who promised elections in 2013, died in exile.",
    "Kenya's president promised an inquiry into the accounts of the football league.",
    "The minister ruled out a rise in taxes.",
    "The Ugandan army remained calm until the morning.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_things_are_told(read_as_far_as: Read, text: str, expected: tuple[str, ...]) -> None:
    _, found = read_as_far_as(text, "commitments")
    (mention,) = found.commitments
    one = mention.finding
    due = " ".join(span.of(text) for span in one.due.words) if one.due is not None else ""
    condition = one.condition.value if one.condition is not None else ""
    by = "; ".join(actor.value.name for actor in one.by)
    assert (one.type_.value, by, one.what.value, condition, due) == expected
    cited = [span.of(text) for span in one.type_.words]
    rule: Said[str] = one.type_
    assert holds(commitments.RULES, rule.rule, rule.value, cited)
    assert not holds(commitments.RULES, rule.rule, "offer", cited)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_promised(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "commitments")
    assert not found.commitments.all
