"""Who does or suffers something without a name: what is read, that it follows from its words, that it is no entry."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.reading.actors import reader as actors
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.vocabulary.unnamed import kind_of, nouns, plural, unnamed

Reading = Callable[[str, str], tuple[Report, Found]]


def described(read: Reading, text: str) -> list[tuple[str, str, str]]:
    """Words, name and type of the descriptions in the text; each must follow from its words, and nothing else may."""
    report, found = read(text, "actors")
    mentions = [mention for mention in found.actors if mention.form == "description"]
    for mention in mentions:
        value, cited = mention.actor.value, [span.of(report.text) for span in mention.actor.words]
        assert holds(actors.RULES, mention.actor.rule, value, cited)
        for field in ("name", "type", "country", "key", "side_of"):
            wrong = msgspec.structs.replace(value, **{field: "x"})
            assert not holds(actors.RULES, mention.actor.rule, wrong, cited)
    return [(report.words(mention.at), mention.actor.value.name, mention.actor.value.type) for mention in mentions]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Unidentified gunmen attacked a village in Burkina Faso, killing 12 civilians.",
            ["unidentified gunmen: armed group", "civilians: population group"],
        ),
        (
            "Protesters threw stones at police in Khartoum, and security forces fired at the crowd.",
            [
                "protesters: population group",
                "police: police",
                "security forces: armed force",
                "crowd: population group",
            ],
        ),
        (
            "Two UN staff and a journalist were killed in Gaza when a shell hit the car.",
            ["UN staff: population group", "journalist (unnamed): person"],
        ),
        ("Masked men abducted three aid workers.", ["masked men: population group", "aid workers: population group"]),
        ("UN peacekeepers repelled the rebels in Beni.", ["UN peacekeepers: armed force", "rebels: armed group"]),
        (
            "A soldier was killed and three police officers were wounded by a sniper.",
            ["soldier (unnamed): person", "police officers: police", "sniper (unnamed): person"],
        ),
        ("Armenian villagers were driven out.", ["Armenian villagers: population group"]),
        ("Wounded civilians were taken to Sanaa.", ["civilians: population group"]),
        (
            "The army arrested 40 young demonstrators in Yangon.",
            ["army: armed force", "demonstrators: population group"],
        ),
        ("Vigilantes clashed with herders in Plateau State.", ["vigilantes: militia", "herders: population group"]),
        ("Gang members shot a Haitian doctor.", ["gang members: armed group", "Haitian doctor (unnamed): person"]),
        ("Sudanese refugees crossed into Chad.", ["Sudanese refugees: population group"]),
        (
            "Authorities detained opposition activists.",
            ["authorities: government body", "opposition activists: population group"],
        ),
        ("Gendarmes fired tear gas at students in Conakry.", ["gendarmes: police", "students: population group"]),
        ("Dissident troops stormed the barracks.", ["dissident troops: armed group"]),
        ("Haftar's forces captured the airport.", ["Haftar's forces: armed group"]),
        ("Hemedti's troops looted the market.", ["Hemedti's troops: armed group"]),
        ("Forces loyal to Khalifa Haftar shelled Tripoli.", ["forces loyal to Khalifa Haftar: armed group"]),
        ("Soldiers loyal to Burhan shelled Omdurman.", ["soldiers loyal to Burhan: armed force"]),
        (
            "Assad's forces and Putin's army advanced.",
            ["Syrian army: armed force", "Russian armed forces: armed force"],
        ),
        ("Libya's eastern-based army shelled Derna.", ["Libya's eastern-based army: armed group"]),
        ("His family fled Mosul.", ["family: population group"]),
        (
            "A 13-year-old boy and a six-month-old baby died in Goma.",
            ["13-year-old boy (unnamed): person", "six-month-old baby (unnamed): person"],
        ),
        (
            "The rebels burned huts, massacring villagers in Ituri.",
            ["rebels: armed group", "villagers: population group"],
        ),
        ("The ceasefire regime was broken near Shusha.", []),
        ("Mourners and passersby ran for cover.", ["mourners: population group", "passersby: population group"]),
    ],
)
def test_the_unnamed(read_as_far_as: Reading, text: str, expected: list[str]) -> None:
    assert [f"{name}: {type_}" for _, name, type_ in described(read_as_far_as, text)] == expected


@pytest.mark.parametrize(
    "text, words",
    [
        ("Dozens of residents fled Mekelle.", "Dozens of residents"),
        ("A group of farmers blocked the road.", "group of farmers"),
        ("Some 300 of the prisoners escaped.", "300 of the prisoners"),
        ("At least 40 worshippers were killed.", "worshippers"),
    ],
)
def test_a_quantity_is_part_of_the_mention_and_not_of_the_name(read_as_far_as: Reading, text: str, words: str) -> None:
    assert [(said, name) for said, name, _ in described(read_as_far_as, text)] == [(words, words.split()[-1])]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Hamas militants fired rockets.", "Hamas"),
        ("RSF fighters shelled the hospital.", "Rapid Support Forces"),
        ("Suspected Boko Haram militants raided the village.", "suspected Boko Haram militants"),
        ("Former M23 fighters laid down arms.", "former M23 fighters"),
    ],
)
def test_fighters_of_a_group_are_the_group_unless_it_is_only_suspected(
    read_as_far_as: Reading, text: str, name: str
) -> None:
    report, found = read_as_far_as(text, "actors")
    fighters = next(token.i for token in report.paragraphs[0].doc if token.text in ("militants", "fighters"))
    assert {mention.actor.value.name for mention in found.actors.covering(0, fighters)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "No civilians were hurt.",
        "Civilian casualties rose.",
        "The rebel stronghold fell.",
        "The police station burned.",
        "A student-led movement grew.",
        "The Royal Navy left the Gulf.",
        "Ankara would use military force in Idlib.",
        "The town was taken by force.",
    ],
)
def test_nobody(read_as_far_as: Reading, text: str) -> None:
    assert described(read_as_far_as, text) == []


def test_a_name_beside_the_noun_is_who_it_is(read_as_far_as: Reading) -> None:
    _, found = read_as_far_as("A journalist, Ali Hassan, was killed in Aden.", "actors")
    assert [mention.actor.value.name for mention in found.actors] == ["Ali Hassan"]


def test_the_unnamed_are_no_entries(read_as_far_as: Reading) -> None:
    report, found = read_as_far_as("Police killed two protesters and a Kenyan doctor. Soldiers fled.", "actors")
    assert found.actors.all
    assert actors.observations(report, found.actors.all) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "gunmen",
                "of",
                "dozens",
                "UN",
                "staff",
                "Hamas",
                "-",
                "'s",
                "a",
                "no",
                "suspected",
                "killed",
                "civilians",
                ",",
                "Ali",
            ]
        ),
        max_size=12,
    )
)
def test_any_words_are_read_and_hold(read_as_far_as: Reading, words: list[str]) -> None:
    described(read_as_far_as, " ".join(words))


def test_every_noun_can_be_reached_and_tells_one_kind() -> None:
    listed = [noun for table in (unnamed().kinds, unnamed().several) for each in table.values() for noun in each]
    assert sorted(set(listed)) == sorted(listed)
    assert {noun: kind_of(noun) for noun in nouns()} == nouns()
    assert plural("herdsman") == "herdsmen"
