"""By what key two reports of one accord find each other, and when they must not."""

from collections.abc import Callable

import pytest
from msgspec import structs

from onrecord.model.said import Said
from onrecord.reading.agreements import keys
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.vocabulary import accords

Read = Callable[[str, str], tuple[Report, Found]]

SAME = [  # words of two reports for one accord, and the key that they share
    (
        "The Kampala accord was signed by Congo's government and the M23.",
        "Congo's army and the M23 agreed on Friday to the Kampala accord, a mediator said.",
        "accord:accord:kampala",
    ),
    (
        "Mali's government and the rebels signed a ceasefire on 23 May 2014.",
        "A ceasefire was signed in Mali on 23 May 2014.",
        "accord:truce:2014-05-23",
    ),
    (
        "Russia and Ukraine signed a prisoner exchange agreement in 2023.",
        "The 2023 prisoner exchange agreement between Ukraine and Russia still holds.",
        "accord:exchange-prisoner:2023:state:russia+state:ukraine",
    ),
    (
        "Hamas and Israel agreed on a hostage deal in November 2023.",
        "Israel and Hamas struck a hostage deal in November 2023.",
        "accord:hostage:2023-11:armed group:hamas+state:israel",
    ),
]
APART = [  # words that may be of two accords
    ("Both sides in Sudan have respected the ceasefire.", "Sudan's army has respected the ceasefire."),
    ("The Hodeidah ceasefire in Yemen was broken.", "The Hodeidah ceasefire in Yemen still holds."),
    ("Israel and Hamas agreed to a ceasefire.", "Israel and Hamas signed a ceasefire."),
    ("Israel and Hamas agreed to a ceasefire in 2023.", "In 2023 Israel and Hamas agreed to a ceasefire."),
    ("The army and the rebels signed a peace deal in Yangon on Monday.", "The rebels signed a peace deal on Monday."),
    ("India and Pakistan agreed to a ceasefire in May 2025.", "India and Pakistan agreed to a ceasefire in June 2025."),
    (
        "Russia and Ukraine signed a prisoner exchange agreement in 2022.",
        "Russia and Ukraine signed a peace agreement in 2022.",
    ),
]


def _key(read: Read, text: str) -> str:
    _, found = read(text, "agreement")
    (agreement,) = found.agreements
    assert keys.follows(agreement.finding)
    return agreement.finding.key


@pytest.mark.parametrize(("one", "other", "key"), SAME)
def test_reports_of_one_accord_share_its_key(read_as_far_as: Read, one: str, other: str, key: str) -> None:
    assert [_key(read_as_far_as, one), _key(read_as_far_as, other)] == [key, key]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_may_be_two_accords_is_kept_apart(read_as_far_as: Read, one: str, other: str) -> None:
    assert _key(read_as_far_as, one) != _key(read_as_far_as, other)


def test_a_claim_bears_the_key_of_its_accord(read_as_far_as: Read) -> None:
    _, found = read_as_far_as("Congo's army said the M23 had violated the Kampala ceasefire accord.", "compliance")
    assert {claim.finding.key for claim in found.compliance} == {accord.finding.key for accord in found.agreements}


@pytest.mark.parametrize("text", [text for one, other, _ in SAME for text in (one, other)])
def test_a_key_that_the_words_do_not_give_does_not_follow(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "agreement")
    finding = next(iter(found.agreements)).finding
    assert not keys.follows(structs.replace(finding, key=finding.key + "-x"))
    assert not keys.follows(structs.replace(finding, key="accord:accord:nairobi"))
    renamed = structs.replace(finding, name=Said("border protocol", "in words", finding.name.words))
    assert not keys.follows(renamed)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Armenia and Azerbaijan signed a ceasefire in November 2020.", True),
        ("Armenia and Azerbaijan signed a ceasefire in October 2020.", False),
        ("The 1999 ceasefire between India and Pakistan held.", False),
        ("Russia and Ukraine signed a prisoner exchange agreement in 2022.", False),
        ("Israel and Syria signed a disengagement agreement in 1974.", True),
    ],
)
def test_a_known_accord_is_meant_only_by_what_may_mean_it(read_as_far_as: Read, text: str, known: bool) -> None:
    assert (_key(read_as_far_as, text) in {accord.id for accord in accords.accords().accords}) is known
