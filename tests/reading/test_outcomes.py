"""What a report says came of an ultimatum, a demand, an offer, a threat or a promise; and what says nothing of it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from onrecord.checking_rules import rule_holds
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.vocabulary.outcomes import ACT, CONDITION, MET, UNMET

Read = Callable[[str, str], tuple[Report, Found]]
OTHER = {ACT: CONDITION, CONDITION: ACT, MET: UNMET, UNMET: MET}

OUTCOMES = [  # text, whose, to whom, of what, what came, by whose word
    (
        "Congo accused Rwanda of not fulfilling its promise to withdraw.",
        "Rwanda",
        "",
        ACT,
        UNMET,
        "Democratic Republic of the Congo",
    ),
    (
        "Iran rejected Israel's ultimatum to withdraw its militias from the border.",
        "Israel",
        "Iran",
        CONDITION,
        UNMET,
        "",
    ),
    (
        "Hamas ignored the Israeli demand to release the hostages.",
        "Israel",
        "Hamas",
        CONDITION,
        UNMET,
        "",
    ),
    (
        "Eritrean troops failed to comply with the Ethiopian demand that they leave Badme.",
        "Ethiopia",
        "Eritrean armed forces",
        CONDITION,
        UNMET,
        "",
    ),
    (
        "The junta has not complied with an ECOWAS ultimatum to restore President Mohamed Bazoum by Sunday.",
        "Economic Community of West African States",
        "junta",
        CONDITION,
        UNMET,
        "",
    ),
    (
        "Serbia met the deadline set by NATO to withdraw its tanks from Kosovo.",
        "NATO",
        "Serbia",
        CONDITION,
        MET,
        "",
    ),
    (
        "Armenia accused Azerbaijan of ignoring a demand by Russia to withdraw its troops.",
        "Russia",
        "Azerbaijan",
        CONDITION,
        UNMET,
        "Armenia",
    ),
    (
        "ECOWAS threatened to use force unless Niger's junta restores President Mohamed Bazoum by Sunday. The junta "
        "ignored the ultimatum.",
        "Economic Community of West African States",
        "Nigerien government",
        CONDITION,
        UNMET,
        "",
    ),
    (
        "The Houthis gave the government until Friday to release the prisoners. The deadline passed on Friday without "
        "a response from the government.",
        "Houthis",
        "",
        CONDITION,
        UNMET,
        "",
    ),
    ("Moscow turned down Kyiv's offer of talks on Monday.", "Ukraine", "Russia", CONDITION, UNMET, ""),
    ("Russia carried out its threat to bomb the dam.", "Russia", "", ACT, MET, ""),
    ("Israel has made good on its threat to bomb the airport, Lebanon said.", "Israel", "", ACT, MET, "Lebanon"),
    ("The M23 rebels broke their promise to withdraw from Goma, Kenya said on Monday.", "M23", "", ACT, UNMET, "Kenya"),
    (
        "The UN said the Houthis did not keep their promise to open the road to Taiz.",
        "Houthis",
        "",
        ACT,
        UNMET,
        "United Nations",
    ),
    ("The Taliban went back on their word to spare the soldiers of the Afghan army.", "Taliban", "", ACT, UNMET, ""),
    (
        "The FARC released the five hostages on Sunday as promised.",
        "Revolutionary Armed Forces of Colombia",
        "",
        ACT,
        MET,
        "",
    ),
    (
        "Assad's troops pulled out of the town on Sunday, as Turkey had demanded.",
        "Turkey",
        "Syrian army",
        CONDITION,
        MET,
        "",
    ),
]


@pytest.mark.parametrize(("text", "by", "to", "of", "came", "per"), OUTCOMES)
def test_outcomes(read_as_far_as: Read, text: str, by: str, to: str, of: str, came: str, per: str) -> None:
    (mention,) = read_as_far_as(text, "outcomes")[1].outcomes
    found = mention.finding
    named = [", ".join(each.value.name for each in sides) for sides in (found.by, found.to, found.per)]
    assert named == [by, to, per]
    assert (found.of.value, found.came.value) == (of, came)


@pytest.mark.parametrize(
    "text",
    [
        "If Iran rejects the Israeli ultimatum, Israel will strike.",
        "Ukraine is expected to reject the Russian ultimatum.",
        "Turkey may carry out its threat to invade northern Syria.",
        "Turkey threatened to carry out its threat to invade northern Syria.",
        "The rebels were urged to keep their promise to free the prisoners.",
        "Israel denied that it had ignored the American deadline.",
        "Iran has yet to meet the demand of Israel that it free the sailors.",
        "The rebel deadline passed without incident on Sunday.",
        "The deadline for troops to leave Goma passed on Sunday.",
        "The ultimatum was rejected by Ukraine on Sunday.",
        "The gas company met demand in Russia during the war.",
        "Russian troops, in other words, kept their positions.",
        "The president is as promised a man of war.",
        "Ukraine must accept the Russian ultimatum, the Kremlin said.",
        "",
    ],
)
def test_what_says_nothing_of_an_outcome(read_as_far_as: Read, text: str) -> None:
    assert not list(read_as_far_as(text, "outcomes")[1].outcomes)


@pytest.mark.parametrize("text", [each[0] for each in OUTCOMES])
def test_every_value_follows_from_its_words(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "outcomes")
    for mention in found.outcomes:
        for field, said in saids(mention.finding):
            words = [span.of(report.document.text) for span in said.words]
            assert rule_holds("outcome", said, words), (field, said)
        for said in (mention.finding.of, mention.finding.came):
            words = [span.of(report.document.text) for span in said.words]
            assert not rule_holds("outcome", structs.replace(said, value=OTHER[said.value]), words), said


@settings(max_examples=30)
@given(st.lists(st.sampled_from([word for each in OUTCOMES for word in each[0].split()]), max_size=25))
def test_any_words(read_as_far_as: Read, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words), "outcomes")
    for mention in found.outcomes:
        assert mention.finding.by
        for _, said in saids(mention.finding):
            assert rule_holds("outcome", said, [span.of(report.document.text) for span in said.words])


def test_the_day_of_the_deed_is_no_part_of_the_threat(read_as_far_as: Read) -> None:
    text = "The Houthis threatened to close the strait. The group backed down from its threat on Monday."
    (outcome,) = read_as_far_as(text, "outcomes")[1].outcomes
    assert (outcome.finding.what, outcome.finding.due) == (None, None)
    assert outcome.finding.on is not None
