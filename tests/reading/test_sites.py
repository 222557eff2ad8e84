"""Sites of a conflict: a sentence, and what it tells of them as "what | count | owner | state | per"."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from onrecord.checking_rules import rule_holds
from onrecord.model.amounts import Amount
from onrecord.model.findings import SiteFinding
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.sites import reader as sites

Read = Callable[[str, str], tuple[Report, Found]]

TOLD = [
    ("Turkey has 12 observation posts in Idlib province.", ["observation posts | 12 | Turkey |  | "]),
    (
        "Turkish troops were setting up a new military post east of Idlib, the monitor said.",
        ["military post | 1 | Turkish Armed Forces | being built | monitor"],
    ),
    (
        '"Some of our outposts have fallen into areas controlled by rebels," Malian Prime Minister Choguel Maiga said.',
        ["outposts |  | Mali | behind lines | Choguel Maiga"],
    ),
    (
        '"They have besieged our posts," Ukrainian President Volodymyr Zelensky said.',
        ["posts |  | Ukraine | besieged | Volodymyr Zelensky"],
    ),
    (
        "A total of 377 health facilities in Kherson were closed in March.",
        ["health facilities | 377 |  | closed | "],
    ),
    ("Russia operates two military bases in Armenia.", ["military bases | 2 | Russia |  | "]),
    ("An air strike destroyed a hospital in Taiz on Monday.", ["hospital | 1 |  | destroyed | "]),
    ("Israeli strikes hit two hospitals in Gaza City.", ["hospitals | 2 |  | damaged | "]),
    ("The junta's jets bombed a school in Sagaing.", ["school | 1 |  | damaged | "]),
    (
        "The Rafah crossing remains closed, Egyptian officials said.",
        ["Rafah crossing |  |  | closed | Egyptian officials (unnamed)"],
    ),
    ("Egypt reopened the Rafah border crossing on Saturday.", ["Rafah border crossing |  |  | open | "]),
    ("UN peacekeepers evacuated their base in Kidal.", ["base |  | UN peacekeepers | evacuated | "]),
    (
        "The Zaporizhzhia nuclear plant was shut down after shelling, Ukraine said.",
        ["Zaporizhzhia nuclear plant |  |  | closed | Ukraine"],
    ),
    ("The refugee camp is under siege by government forces.", ["refugee camp |  |  | besieged | "]),
    ("Several checkpoints have come under fire from rebels.", ["checkpoints |  |  |  | "]),
    (
        "French troops abandoned their military base in Gossi.",
        ["military base |  | French armed forces | evacuated | "],
    ),
    (
        "The Red Cross runs four clinics in Port-au-Prince.",
        ["clinics | 4 | International Committee of the Red Cross |  | "],
    ),
    (
        "Ethiopian soldiers are manning checkpoints along the road to Mekelle.",
        ["checkpoints |  | Ethiopian National Defence Force | manned | "],
    ),
    ("Armed groups burned down the police station in Tumaco.", ["police station |  |  | destroyed | "]),
    ("The bridge over the Dnipro was damaged in the attack.", ["bridge |  |  | damaged | "]),
    ("The refinery in Baiji was surrounded by militants.", ["refinery |  |  | besieged | "]),
    ("Hezbollah's tunnels were destroyed, the army said.", ["tunnels |  | Hezbollah | destroyed | army"]),
    ("The army said it had destroyed 12 rocket launch sites.", ["rocket launch sites | 12 |  | destroyed | army"]),
    ("The ministry opened a new field hospital in Marib.", ["field hospital | 1 |  | open | "]),
    ("Rebels have besieged two army bases in Kachin state.", ["army bases | 2 |  | besieged | "]),
    (
        "Three outposts fell into areas held by the separatists, the ministry said.",
        ["outposts | 3 |  | behind lines | ministry"],
    ),
    ("The Iranian embassy in Damascus was destroyed in an Israeli strike.", ["embassy |  | Iran | destroyed | "]),
    ("Russia shelled a hospital in Kherson on Sunday.", ["hospital | 1 |  | damaged | "]),
    ("Two schools in Kharkiv were damaged by missiles.", ["schools | 2 |  | damaged | "]),
    ("A drone strike hit the Khartoum refinery, burning fuel tanks.", ["Khartoum refinery |  |  | damaged | "]),
    ("The RSF burned down the market in El Geneina.", ["market |  |  | destroyed | "]),
    ("Armenia closed its border crossing with Azerbaijan.", ["border crossing |  |  | closed | "]),
    ("The Lachin corridor has been blocked since December.", ["Lachin corridor |  |  | closed | "]),
    ("The US military operates three bases in Niger.", ["bases | 3 | United States Armed Forces |  | "]),
    ("France closed its military base in Niamey in December.", ["military base |  | France | closed | "]),
    ("The UN reopened its camp in Bentiu.", ["camp |  | United Nations | open | "]),
    ("MSF operates two hospitals in Port-au-Prince.", ["hospitals | 2 | Médecins Sans Frontières |  | "]),
    ("Israeli forces destroyed dozens of tunnels in Rafah.", ["tunnels |  |  | destroyed | "]),
    ("The Taliban destroyed 12 checkpoints in Helmand.", ["checkpoints | 12 |  | destroyed | "]),
    ("Only 10 of Gaza's 36 hospitals are functioning.", ["hospitals | 10 |  | open | "]),
    ("Azerbaijan set up a checkpoint on the Lachin corridor.", ["checkpoint | 1 | Azerbaijan |  | "]),
    ("Russia has an air base at Hmeimim.", ["air base | 1 | Russia |  | "]),
    ("A hospital was set up by MSF in Tawila.", ["hospital | 1 | Médecins Sans Frontières |  | "]),
    (
        "Dozens were killed in airstrikes on detention camps set up by the Arakan Army.",
        ["detention camps |  | Arakan Army |  | "],
    ),
    ("Drone strikes on Merowe airport caused a fire.", ["Merowe airport |  |  |  | "]),
    ("A UN building in the village was bombed.", ["UN building | 1 | United Nations | damaged | "]),
    ("Gunmen attacked the Panzi hospital on Monday.", ["Panzi hospital |  |  |  | "]),
    ("The prison in Goma was set on fire.", ["prison |  |  | damaged | "]),
    ("The military is building a new base near the border with Mali.", ["base | 1 | military | being built | "]),
    ("Kenyan police have set up 12 outposts in Port-au-Prince.", ["outposts | 12 | Kenyan police |  | "]),
    ("Airstrikes flattened the main police station in Sanaa.", ["police station |  |  | destroyed | "]),
    ("Workers shut down the port of Haifa over pay.", ["port |  |  | closed | "]),
    (
        "The coalition's base in Hasakah was evacuated, a spokesman said.",
        ["base |  |  | evacuated | spokesman (unnamed)"],
    ),
    ("The Kakhovka dam was blown up in June 2023.", ["Kakhovka dam |  |  | destroyed | "]),
    ("Iraq reopened the Qaim border crossing with Syria.", ["Qaim border crossing |  |  | open | "]),
    (
        '"The rebels have surrounded our base," Malian Prime Minister Choguel Maiga said.',
        ["base |  | Mali | besieged | Choguel Maiga"],
    ),
    ("Afghan forces abandoned dozens of checkpoints in Badakhshan.", ["checkpoints |  |  | evacuated | "]),
    ("The Donetsk airport lies in ruins.", ["Donetsk airport |  |  | destroyed | "]),
    ("The Kerch bridge was damaged by an explosion.", ["Kerch bridge |  |  | damaged | "]),
    ("Ethiopian forces burned down two clinics in Tigray.", ["clinics | 2 |  | destroyed | "]),
    ("The hospital in Bakhmut was hit by a missile.", ["hospital |  |  | damaged | "]),
    (
        "Turkish soldiers are reinforcing their observation posts in Hama.",
        ["observation posts |  | Turkish Armed Forces | manned | "],
    ),
    (
        "Officials said three hospitals in Omdurman had been shut down.",
        ["hospitals | 3 |  | closed | officials (unnamed)"],
    ),
    ("Guerrillas blew up a police station in Arauca.", ["police station | 1 |  | destroyed | "]),
    ("The Yarmouk camp remains besieged, activists said.", ["Yarmouk camp |  |  | besieged | activists"]),
    ("Armed men surrounded the prison in Tripoli.", ["prison |  |  | besieged | "]),
    ("The embassy of France in Ouagadougou was set on fire.", ["embassy |  | France | damaged | "]),
    ("The junta is building three bases on the border with Thailand.", ["bases | 3 | junta | being built | "]),
    ("A Houthi missile struck an oil depot in Jeddah.", ["oil depot | 1 |  | damaged | "]),
    (
        "Azerbaijani forces have built 12 posts along the road to Shusha.",
        ["posts | 12 | Azerbaijani armed forces |  | "],
    ),
    ("The port of Hodeidah remains open.", ["port |  |  | open | "]),
    ("Three checkpoints around Goma came under attack from M23 fighters.", ["checkpoints | 3 |  |  | "]),
    (
        "The Al-Shifa hospital has been surrounded by Israeli tanks, doctors said.",
        ["Al-Shifa hospital |  |  | besieged | doctors"],
    ),
]

NOTHING = [
    "Turkey plans to build three new bases in Syria.",
    "A residential building was hit.",
    "Analysts fear strikes on the Zaporizhzhia nuclear plant.",
    "An air strike on a market killed five people.",
    "Gunmen attacked a hospital in Panzi.",
    "There were restrictions on milk from the area surrounding the nuclear plant.",
    "Libya's three television stations were on air as rebels fled.",
    "The wounded were taken to a hospital in Goma.",
    "He was killed at a market in Maiduguri.",
    "Turkish artillery struck Syrian positions on Friday.",
    "Residents fled to an abandoned warehouse.",
    "The market rallied on Monday.",
    "The Pentagon said its bases in Syria were attacked.",
    "The company will build a new hospital in Kampala.",
    '"Our observation posts remain in place," the Turkish defence minister said.',
    "Hamas has 500 kilometres of tunnels.",
    "The hospital in Tigray has run out of medicine.",
    "The bridge in Mariupol could be destroyed, officials said.",
    "They plan to reopen the airport in Sanaa next week.",
    "If the dam is destroyed, thousands will flee.",
    "Soldiers returned to their base in Bamako.",
    "Rebels attacked army positions near Mopti.",
    "Ukrainian forces hit Russian positions with artillery.",
    "A rocket landed near the US embassy in Baghdad.",
    "The wounded were treated at the field hospital.",
    "The talks were held at the airport in Juba.",
    "The school bus was hit by a shell.",
    "The bank closed its branches in Kharkiv.",
    "The court opened a case against the general.",
    "Markets closed higher on Monday in Istanbul.",
    "The police station chief was killed in Cali.",
    "Militants attacked a church in Burkina Faso.",
    "Camps for the displaced in Goma are overcrowded.",
    "The displaced are sheltering in schools and churches.",
    "The army denied that the hospital was damaged.",
    "The general visited troops at a base in Niamey.",
    "The summit was held at a hotel near the airport in Nairobi.",
    "The injured were evacuated from the hospital in Beni.",
    "Residents queued at a market in Maiduguri.",
    "The rebels threatened to destroy the dam.",
    "The army could close the border crossing at any time.",
    "The company opened a store in Kyiv.",
    "The school of medicine in Khartoum has 300 students.",
    "He was held in a prison in Evin for two years.",
    "The party has lost its base of support.",
    "Soldiers opened fire at a checkpoint in Port-au-Prince.",
    "The minister closed the conference in Doha.",
    "The bridge between the two cultures is strong.",
    "The bank's headquarters is in Zurich.",
    "Negotiators hope to open a humanitarian corridor.",
    "The rebels attacked Syrian positions.",
    "The tower of the cathedral is 90 metres high.",
    "The army has not destroyed the tunnels.",
    "The UN asked Kenya not to close the camp.",
    "The earthquake hit a school in Herat.",
]

NAMED_BEFORE = [
    (
        "Turkey has a dozen military observation posts in Hama. Three posts have fallen into areas held by rebels.",
        ["military observation posts | 12 | Turkey |  | ", "military observation posts | 3 | Turkey | behind lines | "],
    ),
    (
        "Russia operates two air bases in Syria. The army said the bases were shut down.",
        ["air bases | 2 | Russia |  | ", "air bases |  | Russia | closed | army"],
    ),
]

WORDS = [
    ("Several checkpoints have come under fire from rebels.", None, "checkpoints have come under fire from rebels"),
    ("The refugee camp is under siege by government forces.", "besieged", "under siege"),
    ("The bridge was damaged in the attack.", "damaged", "bridge was damaged in the attack"),
]


def row(finding: SiteFinding) -> str:
    count = f"{finding.count.value.value:g}" if finding.count else ""
    owner = ", ".join(actor.value.name for actor in finding.owner)
    per = ", ".join(actor.value.name for actor in finding.per)
    return " | ".join((finding.what.value, count, owner, finding.state.value if finding.state else "", per))


def words(report: Report, said: Said[Any]) -> list[str]:
    return [span.of(report.document.text) for span in said.words]


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *NAMED_BEFORE], ids=[text for text, _ in [*TOLD, *NAMED_BEFORE]])
def test_sites(read_as_far_as: Read, text: str, expected: list[str]) -> None:
    report, found = read_as_far_as(text, "sites")
    assert [row(site.finding) for site in found.sites] == expected
    for observation in sites.observations(report, found.sites.all):
        for _, said in saids(observation.finding):
            assert rule_holds("site", said, words(report, said)), said


@pytest.mark.parametrize("text", NOTHING)
def test_no_site(read_as_far_as: Read, text: str) -> None:
    _, found = read_as_far_as(text, "sites")
    assert [row(site.finding) for site in found.sites] == []


@pytest.mark.parametrize(("text", "state", "said"), WORDS)
def test_the_words_of_the_state(read_as_far_as: Read, text: str, state: str | None, said: str) -> None:
    _, found = read_as_far_as(text, "sites")
    (site,) = found.sites
    assert (site.finding.state.value if site.finding.state else None) == state
    assert site.finding.state_words is not None
    assert site.finding.state_words.value == said


def test_a_site_told_twice_is_one(read_as_far_as: Read) -> None:
    text = "The Kerch bridge was damaged on Monday. Officials met. On Tuesday the Kerch bridge was closed."
    _, found = read_as_far_as(text + " The Kerch bridge was damaged.", "sites")
    told = [(row(site.finding), len(site.evidence)) for site in found.sites]
    assert told == [("Kerch bridge |  |  | damaged | ", 2), ("Kerch bridge |  |  | closed | ", 1)]


def test_corrupted_values_do_not_hold(read_as_far_as: Read) -> None:
    text = '"Three of our posts were besieged and a hospital was destroyed," Malian Prime Minister Choguel Maiga said.'
    report, found = read_as_far_as(text, "sites")
    posts, hospital = found.sites
    (owner,) = posts.finding.owner
    wrong = structs.replace(owner.value, key="state:niger", name="Niger", country="Niger")
    assert not holds(sites.RULES, owner.rule, wrong, words(report, owner))
    for site in (posts, hospital):
        state, count = site.finding.state, site.finding.count
        assert state is not None
        assert count is not None
        assert holds(sites.RULES, state.rule, state.value, words(report, state))
        assert not holds(sites.RULES, state.rule, "open", words(report, state))
        assert not rule_holds(
            "site", structs.replace(count, value=Amount(value=7, low=7, high=7)), words(report, count)
        )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["our", "12", "posts", "-", "and", "of", "the", "camp", "were", "besieged", "“", "Turkey", "has"]
        ),
        max_size=16,
    )
)
def test_no_text_raises(read_as_far_as: Read, told: list[str]) -> None:
    read_as_far_as(" ".join(told), "sites")
