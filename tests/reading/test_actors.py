"""Who is named in a sentence: what each rule reads, and that nothing else follows from its words."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.reading.actors import reader as actors
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

WORDS = [
    "President",
    "the",
    "Syrian",
    "army",
    "of",
    "Ali",
    "Hassan",
    "said",
    ",",
    ".",
    "“",
    "”",
    "he",
    "it",
    "'s",
    "-",
    "Turkish",
    "and",
    "rebels",
    "minister",
    "spokesman",
    "Putin",
    "government",
    "regime",
    "forces",
    "UN",
    "a",
    "source",
    "Kabul",
    "his",
    "counterpart",
    "al",
    "Assad",
    "12",
    "ministry",
    "media",
]
Reading = Callable[[str, str], tuple[Report, Found]]


def named(read: Reading, text: str) -> list[tuple[str, str]]:
    """Names and types of the actors that get an observation; every value must hold."""
    report, found = read(text, "actors")
    check(report, found)
    listed = actors.observations(report, found.actors.all)
    return [(each.finding.actor.value.name, each.finding.actor.value.type) for each in listed]


def check(report: Report, found: Found) -> None:
    for mention in found.actors:
        assert report.span(mention.at).of(report.text)
        cited = [span.of(report.text) for span in mention.actor.words]
        value = mention.actor.value
        assert holds(actors.RULES, mention.actor.rule, value, cited)
        for field, wrong in (("name", value.name + "x"), ("type", "militia x"), ("country", "Nowhere"), ("key", "x")):
            assert not holds(actors.RULES, mention.actor.rule, msgspec.structs.replace(value, **{field: wrong}), cited)
        if mention.role is not None:
            words = [span.of(report.text) for span in mention.role.words]
            assert holds(actors.RULES, mention.role.rule, mention.role.value, words)
            assert not holds(actors.RULES, mention.role.rule, mention.role.value + "x", words)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ukrainian Defence Minister Rustem Umerov met officers.", [("Rustem Umerov", "person")]),
        ("Hanna Kovalenko, a teacher, fled Bakhmut.", [("Hanna Kovalenko", "person")]),
        ("Army spokesman Col. Nabil Abdallah denied the report.", [("Nabil Abdallah", "person")]),
        ("Mr Okello, 34, left the camp.", [("Okello", "person")]),
        (
            "The talks between presidents Paul Kagame and Felix Tshisekedi failed.",
            [("Paul Kagame", "person"), ("Felix Tshisekedi", "person")],
        ),
        ("Nadia Rahimi, a spokeswoman for the agency, said no.", [("Nadia Rahimi", "person")]),
        ("A soldier identified as Oleh Marchuk was killed.", [("Oleh Marchuk", "person")]),
    ],
)
def test_people(read_as_far_as: Reading, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(read_as_far_as, text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The Sudanese army shelled Omdurman.", [("Sudanese Armed Forces", "armed force")]),
        ("Azerbaijani troops entered the village.", [("Azerbaijani armed forces", "armed force")]),
        ("Ethiopian warplanes bombed the town.", [("Ethiopian Air Force", "armed force")]),
        ("Colombian police arrested two men.", [("Colombian police", "police")]),
        ("Rwandan-backed rebels took Goma.", [("Rwandan-backed rebels", "armed group")]),
        ("Pro-Russian separatists fired at the checkpoint.", [("Pro-Russian separatists", "armed group")]),
        ("The Yemeni government rejected the plan.", [("Yemeni government", "government body")]),
        ("Ethiopia's foreign ministry said talks would go on.", [("Ethiopian Foreign Ministry", "government body")]),
        ("Russia's Ministry of Defence said it shot down drones.", [("Russian Defence Ministry", "government body")]),
        ("Yerevan's ministry of defence flatly rejected that.", [("Armenian Defence Ministry", "government body")]),
        ("The Syrian Arab Army claimed that it held the town.", [("Syrian army", "armed force")]),
        ("Burmese state television said the town was calm.", [("Myanmar state television", "media")]),
        ("A Sudanese security source said fighting stopped.", [("Sudanese security source (unnamed)", "person")]),
        (
            "Ethiopian medical and security officials said two men died.",
            [("Ethiopian medical and security officials (unnamed)", "other")],
        ),
        ("The Kremlin denied it.", [("Kremlin", "government body")]),
        (
            "Hamas and Islamic Jihad fired rockets.",
            [("Hamas", "armed group"), ("Palestinian Islamic Jihad", "armed group")],
        ),
        (
            "Armenian and Azerbaijani state media reported shelling.",
            [("Armenian state media", "media"), ("Azerbaijani state media", "media")],
        ),
        (
            "The foreign ministers of nine African countries issued a statement.",
            [("foreign ministers of nine African countries", "other")],
        ),
        (
            "UNHCR said 4,000 people crossed.",
            [("United Nations High Commissioner for Refugees", "international organisation")],
        ),
        ("The Lebanese armed group Hezbollah fired rockets.", [("Hezbollah", "armed group")]),
        ("The M23 rebel group took the town.", [("M23", "armed group")]),
        ("Somalia has not received aid from Kenya.", [("Somalia", "state"), ("Kenya", "state")]),
        ("Kyiv won assurances from Germany.", [("Ukraine", "state"), ("Germany", "state")]),
        ("The Azerbaijani government said the Defense Army fired.", [("Azerbaijani government", "government body")]),
        ("The Ethiopian government fled. The army of Tigray rested.", [("Ethiopian government", "government body")]),
        (
            "Images by the School of Health's Humanitarian Research Lab (HRL) show it. HRL said so.",
            [("Humanitarian Research Lab", "other")],
        ),
        ("The El-Fasher Resistance Committee said so.", [("El-Fasher Resistance Committee", "other")]),
        ("In Yemen, Al Maliki accused Iran.", [("Al Maliki", "person"), ("Iran", "state")]),
    ],
)
def test_bodies_and_forces(read_as_far_as: Reading, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(named(read_as_far_as, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The Patriot battery was moved on Friday.",
        "Taliban-held districts are dry.",
        "Syrian Kurdish forces left.",
        "Friday brought rain to the Hassan Street market.",
        "The crisis has lasted nine years.",
        "Ten civilians were killed.",
        "Wheat from Ukraine is late.",
        "People fled from Sudan.",
        "His “Green Book,” a pamphlet on power, was burned.",
        "Letters came from Abu Salim prison. In 1996 a rising at Abu Salim was put down.",
    ],
)
def test_nobody(read_as_far_as: Reading, text: str) -> None:
    assert named(read_as_far_as, text) == []


def test_a_surname_is_the_one_person_of_the_report(read_as_far_as: Reading) -> None:
    report, found = read_as_far_as("Tigist Alemu, a nurse, stayed in Mekelle. Alemu said food was short.", "actors")
    people = [m.actor for m in found.actors if m.actor.value.type == "person" and m.form == "name"]
    assert [said.value.name for said in people] == ["Tigist Alemu", "Tigist Alemu"]
    assert people[1].rule == "short form of name"
    assert [span.of(report.text) for span in people[1].words] == ["Alemu", "Tigist Alemu"]


def test_a_surname_of_two_people_is_nobody(read_as_far_as: Reading) -> None:
    text = "Daniel Okoye, a lawyer, met Grace Okoye, a doctor. Okoye said nothing."
    _, found = read_as_far_as(text, "actors")
    assert [m.actor.value.name for m in found.actors if m.form == "name"] == ["Daniel Okoye", "Grace Okoye"]


@pytest.mark.parametrize(
    "text, roles",
    [
        ("Turkish President Recep Tayyip Erdogan spoke.", ["President of Turkey"]),
        ("President Volodymyr Zelensky spoke.", ["President of Ukraine"]),
        (
            "Armenian Foreign Minister Ararat Mirzoyan met his Azerbaijani counterpart Jeyhun Bayramov.",
            ["Foreign Minister of Armenia", "Foreign Minister of Azerbaijan"],
        ),
        ("Luz Herrera, a human rights lawyer, was threatened.", ["human rights lawyer"]),
    ],
)
def test_roles(read_as_far_as: Reading, text: str, roles: list[str]) -> None:
    report, found = read_as_far_as(text, "actors")
    check(report, found)
    assert [m.role.value for m in found.actors if m.role is not None] == roles


def test_one_observation_for_each_actor(read_as_far_as: Reading) -> None:
    report, found = read_as_far_as(
        "Zelensky met Macron. Ukrainian President Volodymyr Zelensky thanked Macron.", "actors"
    )
    listed = actors.observations(report, found.actors.all)
    assert [each.finding.actor.value.name for each in listed] == ["Volodymyr Zelensky", "Emmanuel Macron"]
    assert [span.of(report.text) for span in listed[0].evidence] == [
        "Zelensky",
        "Ukrainian President Volodymyr Zelensky",
    ]
    assert len({each.id for each in listed}) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([*WORDS, "\n"]),
        max_size=25,
    )
)
def test_any_words_are_read_and_hold(read_as_far_as: Reading, words: list[str]) -> None:
    report, found = read_as_far_as(" ".join(words), "actors")
    check(report, found)
    actors.observations(report, found.actors.all)
