"""Who of those mentioned is put on record, under which name, in which roles."""

from collections.abc import Callable

import pytest

from onrecord.reading.actors import reader as actors
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Reading = Callable[[str, str], tuple[Report, Found]]


def recorded(read: Reading, text: str) -> dict[str, str]:
    """Names and types of the actors on record; every value and role of every mention must hold."""
    report, found = read(text, "actors")
    for mention in found.actors:
        for said in (mention.actor, *((mention.role,) if mention.role else ())):
            cited = [span.of(report.text) for span in said.words]
            assert holds(actors.RULES, said.rule, said.value, cited), (said, cited)
    listed = actors.observations(report, found.actors.all)
    return {each.finding.actor.value.name: each.finding.actor.value.type for each in listed}


def roles(read: Reading, text: str) -> list[str]:
    report, found = read(text, "actors")
    return [said.value for each in actors.observations(report, found.actors.all) for said in each.finding.roles]


def names(read: Reading, text: str, words: str) -> list[str]:
    """The names for which mentions with these words stand."""
    report, found = read(text, "actors")
    return [mention.actor.value.name for mention in found.actors if report.words(mention.at) == words]


@pytest.mark.parametrize(
    "text",
    [
        "A man said there was no warning.",
        "A protester in Delmas said so. Another protester said no.",
        "Two doctors told reporters that the hospital was full.",
        "Residents said jets flew over Taiz.",
        "Gunmen killed three people in Jos.",
        "Bandits burned the market.",
        "By Jill Dougherty and Elise Labott",
        "Ali Hassan and Nadia Karam contributed to this report.",
        "Thousands of workers left Libya.",
        "The envoys met to discuss sanctions on Iran.",
        "Aid reached the Abu Shouk camp.",
        "A British newspaper said so.",
        "Hillary Clinton Jabs Donald Trump Ahead of Summit",
        "Syrian democratic forces left Raqqa.",
        "THE WORKERS WHO FLED WARNED US.",
    ],
)
def test_nobody_on_record(read_as_far_as: Reading, text: str) -> None:
    assert recorded(read_as_far_as, text) == {}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("A Turkish security source said so.", {"Turkish security source (unnamed)": "person"}),
        ("A Western official said so.", {"Western official (unnamed)": "person"}),
        ("Tuareg rebels shot down a helicopter.", {"Tuareg rebels": "armed group"}),
        ("The rebels took Kidal.", {"rebels": "armed group"}),
        ("Western governments condemned the coup.", {"Western governments": "other"}),
        (
            "The Kherson regional military administration said three died.",
            {"Kherson regional military administration": "government body"},
        ),
        (
            "The governor's office of Marib province said eight died.",
            {"governor's office of Marib province": "government body"},
        ),
        ("The government of Iraq agreed.", {"Iraqi government": "government body"}),
        ("The Armed Forces of Ukraine left Bakhmut.", {"Armed Forces of Ukraine": "armed force"}),
        ("Merrill Lynch said oil would rise.", {"Merrill Lynch": "other"}),
        ("Belgorod Gov. Ivan Petrov said one man died.", {"Ivan Petrov": "person"}),
        ("Sheikh Sultan al-Aradah spoke.", {"Sultan al-Aradah": "person"}),
        ("The governor of North Darfur, Nimir Abdelrahman, said no.", {"Nimir Abdelrahman": "person"}),
        ("Sergei Viktorovich Lavrov spoke.", {"Sergei Lavrov": "person"}),
        ("Ban Ki-moon spoke.", {"Ban Ki-moon": "person"}),
        ("U Kyaw Moe Tun, the ambassador, spoke.", {"Kyaw Moe Tun": "person"}),
    ],
)
def test_on_record(read_as_far_as: Reading, text: str, expected: dict[str, str]) -> None:
    assert recorded(read_as_far_as, text) == expected


@pytest.mark.parametrize(
    "text, short, name",
    [
        ("The Sudanese Armed Forces (SAF) left. The SAF denied it.", "SAF", "Sudanese Armed Forces"),
        ("The Malian Armed Forces (FAMa) left. FAMa denied it.", "FAMa", "Malian Armed Forces"),
        ("The Congolese army (FARDC) left.", "FARDC", "Armed Forces of the Democratic Republic of the Congo"),
        ("The Zomi Liberation Army (ZLA) left. The ZLA denied it.", "ZLA", "Zomi Liberation Army"),
        ("The Nobel Relief Network (NRN) said no. NRN staff left.", "NRN", "Nobel Relief Network"),
        ("The National Liberation Army (ELN) left.", "ELN", "National Liberation Army"),
        ("Colombia and the National Liberation Army (ELN) agreed to talk.", "Colombia", "Colombia"),
        ("The Zomi Liberation Army (ZLA) rebel group left.", "rebel group", "Zomi Liberation Army"),
        ("The Rapid Support Forces (RSF) paramilitary group left.", "paramilitary group", "Rapid Support Forces"),
        ("KABUL, Afghanistan (AP) - AP said so.", "AP", "Associated Press"),
    ],
)
def test_abbreviations(read_as_far_as: Reading, text: str, short: str, name: str) -> None:
    recorded(read_as_far_as, text)
    assert set(names(read_as_far_as, text, short)) == {name}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("SAF spokesman Brigadier General Amin Osman spoke.", ["SAF spokesman"]),
        ("Indigenous leader Luz Quilcue spoke.", ["Indigenous leader"]),
        ("UN Secretary-General Ban Ki-moon spoke.", ["UN Secretary-General"]),
        (
            "The rebel Justice and Equality Movement chief Omar Haroun left.",
            ["rebel Justice and Equality Movement chief"],
        ),
        ("Republican leader Sarah Palin spoke.", ["Republican leader"]),
        ("Oleh Prokudin, the governor of Kherson region, spoke.", ["governor of Kherson region"]),
        ("The leader of the Rizeigat tribe, Musa Haroun, spoke.", ["leader of the Rizeigat tribe"]),
        ("Mr Hassan left. His brother Omar Hassan stayed.", []),
        ("“What are they waiting for?” said Hossam Ahmed, another rebel.", ["rebel"]),
        ("Kyiv Mayor Vitali Klitschko spoke.", ["Kyiv Mayor"]),
        ("Daniel Bauer, Haiti director for Save the Children, spoke.", ["Haiti director for Save the Children"]),
    ],
)
def test_roles_in_full(read_as_far_as: Reading, text: str, expected: list[str]) -> None:
    recorded(read_as_far_as, text)
    assert roles(read_as_far_as, text) == expected


@pytest.mark.parametrize(
    "text, office",
    [
        ("US President Barack Obama met his British counterpart, David Cameron.", None),
        ("Russian President Vladimir Putin called his French counterpart, Emmanuel Macron.", "President of France"),
        ("Turkish Foreign Minister Hakan Fidan met his Iranian counterpart Reza Moradi.", "Foreign Minister of Iran"),
    ],
)
def test_a_counterpart_holds_no_office_that_is_known_not_to_be_his(
    read_as_far_as: Reading, text: str, office: str | None
) -> None:
    _, found = read_as_far_as(text, "actors")
    last = max((mention for mention in found.actors if mention.form == "name"), key=lambda mention: mention.at)
    assert (last.role.value if last.role else None) == office


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The 47th Mechanized Brigade left Avdiivka.", {"47th Mechanized Brigade": "armed force"}),
        ("The 82nd Airborne Division deployed.", {"82nd Airborne Division": "armed force"}),
        ("He met them on his 18th Birthday.", {}),
        ("Inside the mind of Saif Hassan British diplomatic team taken.", {"Saif Hassan": "person"}),
    ],
)
def test_units_and_names_that_run_on(read_as_far_as: Reading, text: str, expected: dict[str, str]) -> None:
    assert recorded(read_as_far_as, text) == expected


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("Ivan Velasco Gomez spoke. Velasco left.", "Velasco", ["Ivan Velasco Gomez"]),
        ("Tewodros Hailu, a farmer, spoke. Tewodros left.", "Tewodros", ["Tewodros Hailu"]),
        ("Grace Zuma, a lawyer, spoke. Zuma left.", "Zuma", ["Grace Zuma"]),
        ("Vitali Klitschko and his brother Wladimir Klitschko came. Klitschko left.", "Klitschko", []),
        ("Bill Clinton called. Hillary Clinton came. Clinton left.", "Clinton", []),
        ("Muammar Gaddafi spoke. Gaddafi left.", "Gaddafi", ["Muammar Gaddafi"]),
        ("President Trump and Melania Trump came.", "President Trump", ["Donald Trump"]),
        ("Melania Trump came. President Trump stayed.", "President Trump", ["Donald Trump"]),
        ("It was founded by Bassel al-Assad in 1989.", "al-Assad", []),
        ("Attaullah Afghan, a lawyer, spoke. Afghan police left.", "Afghan", []),
        ("Musa Haroun, head of the Rizeigat tribe, spoke. The head of the Zaghawa tribe said no.", "head", []),
        ("Minni Minnawi left. The governor of North Darfur, Nimir Abdelrahman, said no.", "governor", []),
    ],
)
def test_namesakes(read_as_far_as: Reading, text: str, words: str, expected: list[str]) -> None:
    recorded(read_as_far_as, text)
    assert names(read_as_far_as, text, words) == expected


@pytest.mark.parametrize(
    "text, countries",
    [
        ("Russia accused Ukraine of shelling.", ["Russia", "Ukraine"]),
        ("Talks with Eritrea failed.", ["Eritrea"]),
        ("Rwanda's support for the rebels goes on.", ["Rwanda"]),
        ("Refugees left Sudan for Chad.", []),
        ("It was like Vietnam.", []),
        ("The meeting on Yemen ended.", []),
        ("Qatar's prime minister left.", []),
    ],
)
def test_countries_that_take_part(read_as_far_as: Reading, text: str, countries: list[str]) -> None:
    states = [name for name, kind in recorded(read_as_far_as, text).items() if kind == "state"]
    assert states == countries
