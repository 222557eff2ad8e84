"""Who made an accord, who brought it about, from when it holds, and offers that are taken up."""

from collections.abc import Callable

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import AgreementFinding
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]

PARTIES = [
    # leaders stand for their states; those of one state for themselves
    ("Putin and Erdogan agreed to a ceasefire in Idlib on Thursday.", {"Russia", "Turkey"}),
    ("Felix Tshisekedi and Paul Kagame agreed to a truce in Luanda.", {"Democratic Republic of the Congo", "Rwanda"}),
    ("Kiir and Machar signed a truce in Juba on Friday.", {"Salva Kiir", "Riek Machar"}),
    # words for both
    ("Thailand and Cambodia held talks in Putrajaya. They agreed to an unconditional ceasefire.",
     {"Thailand", "Cambodia"}),
    ("Ethiopia and Eritrea held talks in Asmara. Envoys of both countries signed a peace agreement.",
     {"Ethiopia", "Eritrea"}),
    # officials of those who made it
    ("Negotiators for the FARC and the Colombian government signed a ceasefire on Thursday.",
     {"Revolutionary Armed Forces of Colombia", "Colombian government"}),
    ("TPLF and Ethiopian representatives signed a cessation of hostilities.",
     {"Tigray People's Liberation Front", "Ethiopia"}),
    # a deal that the parse takes for a verb
    ("Mali signed a ceasefire deal with Tuareg rebels on Tuesday.", {"Mali", "Tuareg rebels"}),
    # between whom it was brokered
    ("A ceasefire that Angola had brokered between Congo and Rwanda took effect in August.",
     {"Democratic Republic of the Congo", "Rwanda"}),
    ("Armenia and Azerbaijan charged one another with violations of a fresh ceasefire.", {"Armenia", "Azerbaijan"}),
    # offers taken up, and truces entered
    ("Hamas accepted the Egyptian proposal for a truce.", {"Hamas"}),
    ("Ukraine accepted a 30-day ceasefire proposal.", {"Ukraine"}),
    ("The RSF agreed to enter a humanitarian truce.", {"Rapid Support Forces"}),
    ("Pakistan and the Taliban agreed to extend the truce by 48 hours.", {"Pakistan", "Taliban"}),
    ("The ELN accepted the bishops' proposal to cease fire.", {"National Liberation Army"}),
    ("India and Pakistan agreed to stop all firing from Saturday.", {"India", "Pakistan"}),
    ("The government and the SPLM-N signed a pause in hostilities.",
     {"government", "Sudan People's Liberation Movement-North"}),
]  # fmt: skip

NONE = [
    "Israel rejected the Egyptian proposal for a truce.",
    "Hamas is studying a Qatari proposal for a ceasefire.",
    "Kyiv has not agreed to enter a truce.",
    "The M23 refused the bishops' proposal to cease fire.",
    "Sudan's army agreed to discuss a truce.",
]


def _finding(read: Read, text: str) -> AgreementFinding:
    (mention,) = read(text, "agreements")[1].agreements
    return mention.finding


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_who_made_it(read_as_far_as: Read, text: str, parties: set[str]) -> None:
    assert {party.value.name for party in _finding(read_as_far_as, text).parties} == parties


@pytest.mark.parametrize("text", NONE)
def test_an_offer_is_no_accord(read_as_far_as: Read, text: str) -> None:
    assert not read_as_far_as(text, "agreements")[1].agreements


@pytest.mark.parametrize(
    ("text", "guarantors"),
    [
        ("Azerbaijan and Armenia agreed to a ceasefire after talks mediated by Russia.", {"Russia"}),
        ("Pakistan and Afghanistan agreed to a truce during talks mediated by Qatar and Turkey.", {"Qatar", "Turkey"}),
        ("Brokered by Qatar, the truce between Hamas and Israel took effect on Friday.", {"Qatar"}),
        ("The Tigray truce, facilitated by the African Union, came into force on Tuesday.", {"African Union"}),
        ("Sudan's army and the RSF signed a truce in Jeddah.", set()),
    ],
)
def test_who_brought_it_about(read_as_far_as: Read, text: str, guarantors: set[str]) -> None:
    assert {each.value.name for each in _finding(read_as_far_as, text).guarantors} == guarantors


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("The warring sides in Sudan agreed to a seven-day ceasefire effective from Monday.", 0),
        ("Yemen's army and the Houthis agreed to a 48-hour ceasefire beginning Wednesday.", 2),
        ("Colombia and the ELN signed a six-month truce starting on Thursday.", 3),
    ],
)
def test_the_day_from_which_it_holds_is_not_that_of_its_making(read_as_far_as: Read, text: str, weekday: int) -> None:
    finding = _finding(read_as_far_as, text)
    assert finding.in_force is not None
    assert finding.in_force.value.weekday == weekday
    assert finding.made is None


@pytest.mark.parametrize(
    "text",
    ["Russia and Turkey agreed to a ceasefire in Idlib on Thursday.", "Hamas and Israel agreed to a truce on Friday."],
)
def test_what_was_agreed_is_not_of_a_day_to_come(read_as_far_as: Read, text: str) -> None:
    made = _finding(read_as_far_as, text).made
    assert made is not None
    assert made.value.side == "back"


@pytest.mark.parametrize("text", [text for text, _ in PARTIES])
def test_every_value_follows_from_its_words(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "agreements")
    for mention in found.agreements:
        for _, said in saids(mention.finding):
            assert rule_holds("agreement", said, [span.of(report.text) for span in said.words]), said


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # the title's and that of the body, offers and what came of them, the truce with the one named
        ("Kyiv accepts ceasefire proposal. Ukraine has accepted a US proposal for a ceasefire.", 1),
        ("Pakistan and the Taliban agreed to a truce. After the truce with the Taliban, Islamabad called Doha.", 1),
        ("Ethiopia and the TPLF agreed to a truce. The TPLF and the Ethiopian government agreed to a ceasefire.", 1),
        # the new one is not the one of days gone by, nor the second the first
        (
            "A previous peace deal in Mali signed in 2015 fell apart. The new peace agreement was signed on Friday.",
            2,
        ),
        ("The truce in Sudan broke down. The second truce was announced on 25 April.", 2),
    ],
)
def test_which_words_mean_one_accord(read_as_far_as: Read, text: str, count: int) -> None:
    assert len(read_as_far_as(text, "agreements")[1].agreements) == count


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Chad and Sudan agreed to end hostilities, following talks in Doha.", "to end hostilities"),
        ("Mali and the rebels agreed to cease fire, free prisoners and reopen roads.",
         "to cease fire, free prisoners and reopen roads"),
    ],
)  # fmt: skip
def test_terms_end_where_something_else_is_told(read_as_far_as: Read, text: str, about: str) -> None:
    told = _finding(read_as_far_as, text).about
    assert told is not None
    assert told.value == about


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # those between whom the talks were
        ("A truce was reached in Doha on Sunday after talks between Congo and the M23.",
         {"Democratic Republic of the Congo", "M23"}),
        ("Egypt announced a truce after two days of talks between Hamas and Israel.", {"Hamas", "Israel"}),
        # a power once, and nobody who signs for it
        ("Sudan and JEM agreed to a truce. Omar al-Bashir and Khalil Ibrahim signed the truce in Doha.",
         {"Sudan", "Justice and Equality Movement"}),
        ("Ethiopia and the TPLF agreed to a truce. The Ethiopian government and the TPLF signed the truce.",
         {"Ethiopia", "Tigray People's Liberation Front"}),
        # those who only helped it come about
        ("Saudi Arabia and the United States succeeded in reaching a ceasefire agreement in Sudan.", set()),
    ],
)  # fmt: skip
def test_parties_told_in_several_ways(read_as_far_as: Read, text: str, parties: set[str]) -> None:
    assert {party.value.name for party in _finding(read_as_far_as, text).parties} == parties
