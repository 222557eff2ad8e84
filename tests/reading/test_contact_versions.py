"""Who gives which version of a contact: readouts that tell it themselves, parted sayings, what somebody was told."""

from collections.abc import Callable

import pytest

from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]
CALL = "Emmanuel Macron spoke with Nikol Pashinyan by phone on Monday. "
RUTO = "William Ruto telephoned Abiy Ahmed on Wednesday. "

VERSIONS = [
    (CALL + "The Elysee said they agreed to send monitors. Yerevan's version says Macron promised weapons.",
     [("Elysee", "they agreed to send monitors"), ("Armenia", "Macron promised weapons")]),
    (CALL + "The French readout made no mention of weapons.", [("France", "made no mention of weapons")]),
    (CALL + "The readout issued in Yerevan did not mention the border; it spoke of “a frank exchange on corridors”.",
     [("Armenia", "did not mention the border"), ("Armenia", "spoke of “a frank exchange on corridors”")]),
    (RUTO + "“No such promise was given to me,” Abiy Ahmed wrote on Thursday.",
     [("Abiy Ahmed", "No such promise was given to me")]),
    ("Gustavo Petro telephoned Lula da Silva, to thank him for the island's role, the presidency said.",
     [("Colombia", "Gustavo Petro telephoned Lula da Silva, to thank him for the island's role")]),
    (RUTO + "According to the presidency in Nairobi, they agreed on corridors for aid and on a truce.",
     [("Kenya", "they agreed on corridors for aid and on a truce")]),
    ("The Kenyan presidency said that William Ruto held a telephone call on Wednesday with Abiy Ahmed. The two "
     "leaders, presidency spokesman Hussein Mohamed said, affirmed the need for a truce in Sudan.",
     [("Kenyan Presidency", "affirmed the need for a truce in Sudan")]),
    ("When William Ruto and Abiy Ahmed talked on the telephone on 19 April, Nairobi heard an agreement to keep "
     "foreigners out.", [("Kenya", "an agreement to keep foreigners out")]),
]  # fmt: skip


def readouts(read_as_far_as: Read, text: str) -> list[tuple[str, str]]:
    _, found = read_as_far_as(text, "contacts")
    (contact,) = found.contacts
    return [(each.by[0].value.name, each.says.value) for each in contact.finding.readouts]


@pytest.mark.parametrize(("text", "expected"), VERSIONS)
def test_versions(read_as_far_as: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert readouts(read_as_far_as, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        CALL + "The United Nations made no mention of weapons.",
        CALL + "The report of the Red Cross mentions no prisoners.",
        CALL + "Le Monde heard shots in the suburb.",
        "Vladimir Putin cancelled a visit to Paris after Francois Hollande suggested that Russia was guilty of crimes.",
        CALL + "Olaf Scholz wrote that nobody had warned him.",
    ],
)
def test_those_who_are_no_side_give_no_version(read_as_far_as: Read, text: str) -> None:
    assert readouts(read_as_far_as, text) == []
