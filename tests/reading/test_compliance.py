"""Who says that whom kept or broke an accord; and what is no such claim."""

from collections.abc import Callable

import pytest
from msgspec import structs

from onrecord.checking_rules import rule_holds
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report

Read = Callable[[str, str], tuple[Report, Found]]

CLAIMS = [  # sentence, claims: who, stance, against
    (
        "The military says the Sri Lankan government announced it was scrapping the truce with the Tigers.",
        [("Sri Lankan government", "suspends", "")],
    ),
    (
        "Armenia protested to Russia over Azerbaijan's violations of the truce.",
        [("Armenia", "violated", "Azerbaijan")],
    ),
    ("The shelling is a flagrant violation of the Minsk agreements, Kyiv said.", [("Ukraine", "violated", "")]),
    (
        "Iran is not in compliance with the nuclear deal, the International Atomic Energy Agency reported.",
        [("International Atomic Energy Agency", "violated", "Iran")],
    ),
    ("The truce has largely held, the Lebanese army said.", [("Lebanese Armed Forces", "kept", "")]),
    (
        "Israel and Hezbollah signed a truce on Monday. The truce did not hold, the Lebanese army said.",
        [("Lebanese Armed Forces", "violated", "")],
    ),
    (
        "The Thai side has broken the truce 12 times, Cambodia said.",
        [("Cambodia", "violated", "Thailand")],
    ),
    (
        "The Azerbaijanis on Friday violated the ceasefire in Karabakh, the Russian Defence Ministry said.",
        [("Russian Defence Ministry", "violated", "Azerbaijan")],
    ),
    (
        "The ceasefire was violated by Azerbaijani units, the Armenian Defence Ministry said.",
        [("Armenian Defence Ministry", "violated", "Azerbaijan")],
    ),
    (
        "Armenia accused Azerbaijan of violating the ceasefire. Baku denied the accusation.",
        [("Armenia", "violated", "Azerbaijan"), ("Azerbaijan", "denies violating", "Azerbaijan")],
    ),
    (
        "The Houthis violated the truce in Hodeidah, Saudi Arabia said, a charge the Houthis denied.",
        [("Saudi Arabia", "violated", "Houthis"), ("Houthis", "denies violating", "Houthis")],
    ),
    (
        "Kinshasa accuses Rwanda, which denies the charges, of violating the Luanda ceasefire.",
        [
            ("Rwanda", "denies violating", "Rwanda"),
            ("Democratic Republic of the Congo", "violated", "Rwanda"),
        ],
    ),
    (
        "The UN mission in Hodeidah described the Houthi show of force as a violation of the Stockholm Agreement.",
        [("UN mission in Hodeidah", "violated", "Houthis")],
    ),
    (
        "Kyiv considers the Russian attack on Odesa a breach of the Easter truce.",
        [("Ukraine", "violated", "Russia")],
    ),
    (
        "Israel's continued strikes are a clear violation of the ceasefire, the Lebanese army said.",
        [("Lebanese Armed Forces", "violated", "Israel")],
    ),
    (
        "Thailand and Cambodia agreed to a ceasefire. Hours later the two sides accused each other of violating it.",
        [],
    ),
    (
        "Thailand and Cambodia agreed to a ceasefire. Later the two sides accused each other of breaking the truce.",
        [("Thailand", "violated", "Cambodia"), ("Cambodia", "violated", "Thailand")],
    ),
    (
        "Abdel Rahim Dagalo said the RSF was keeping the truce and that the army broke it at once.",
        [("Abdel Rahim Dagalo", "kept", "Rapid Support Forces"), ("Abdel Rahim Dagalo", "violated", "army")],
    ),
    (
        "Olivier Nduhungirehe said Rwanda had signed the ceasefire in good faith and that the FDLR had violated it.",
        [("Olivier Nduhungirehe", "violated", "Democratic Forces for the Liberation of Rwanda")],
    ),
    (
        "Kyiv said Russia had violated the Easter truce; Moscow said it had observed it.",
        [("Ukraine", "violated", "Russia"), ("Russia", "kept", "Russia")],
    ),
    (
        "Colombia's government and the ELN exchanged accusations over the first breach of a six-month ceasefire.",
        [
            ("Colombian government", "violated", "National Liberation Army"),
            ("National Liberation Army", "violated", "Colombian government"),
        ],
    ),
    (
        "Sudan's army accused the RSF of not honouring the Jeddah declaration.",
        [("Sudanese Armed Forces", "violated", "Rapid Support Forces")],
    ),
    (
        "China accused the Arakan Army of failing to respect the ceasefire.",
        [("China", "violated", "Arakan Army")],
    ),
    (
        "Yemen's government accused the Houthis of not complying with the Stockholm agreement on Hodeidah.",
        [("Yemeni government", "violated", "Houthis")],
    ),
    (
        "Azerbaijan accused Armenia of violating the ceasefire 28 times over the past day.",
        [("Azerbaijan", "violated", "Armenia")],
    ),
    (
        "Armenia's defence ministry said Azerbaijani forces had breached the truce near Martuni.",
        [("Armenian Defence Ministry", "violated", "Azerbaijani armed forces")],
    ),
    ("Armenia denied violating the ceasefire.", [("Armenia", "denies violating", "Armenia")]),
    (
        "“Azerbaijan has met its obligations,” President Ilham Aliyev said of the ceasefire signed on 9 November 2020.",
        [("Ilham Aliyev", "kept", "Azerbaijan")],
    ),
    ("Pakistan denied that its troops had violated the ceasefire.", [("Pakistan", "denies violating", "Pakistan")]),
    (
        "Russia suspended its participation in the Black Sea grain deal on Saturday, Ukraine said.",
        [("Russia", "suspends", "")],
    ),
    ("Yemen's government withdrew from the Stockholm agreement on Sunday.", [("Yemeni government", "suspends", "")]),
    ("Iran has suspended some of its commitments under the 2015 nuclear deal.", [("Iran", "suspends", "")]),
    ("Mali's junta announced it was ending the 2015 Algiers peace deal.", [("Malian government", "suspends", "")]),
    ("The Houthis said they had complied with the truce since April.", [("Houthis", "kept", "Houthis")]),
    (
        "Saudi Arabia and the Houthis have largely respected the truce, the UN envoy said.",
        [("UN envoy", "kept", "Saudi Arabia, Houthis")],
    ),
    (
        "The TPLF accused Eritrea of violating the Pretoria agreement in Tigray.",
        [("Tigray People's Liberation Front", "violated", "Eritrea")],
    ),
    (
        "M23 rebels said the Congolese army had violated the ceasefire by bombing their positions.",
        [("M23", "violated", "Armed Forces of the Democratic Republic of the Congo")],
    ),
    (
        "Israel said Hezbollah fired rockets in violation of the ceasefire agreement.",
        [("Israel", "violated", "Hezbollah")],
    ),
    (
        "The OSCE recorded 120 ceasefire violations in Donetsk region on Tuesday.",
        [("Organization for Security and Co-operation in Europe", "violated", "")],
    ),
    (
        "The Lebanese army said Israel had committed 12 violations of the ceasefire since Wednesday.",
        [("Lebanese Armed Forces", "violated", "Israel")],
    ),
    (
        "Ukraine said Russian forces had broken an Easter truce 3,000 times.",
        [("Ukraine", "violated", "Russian armed forces")],
    ),
    ("The Kremlin said Ukraine had not observed the Easter truce.", [("Kremlin", "violated", "Ukraine")]),
    (
        "The Taliban said the United States had violated the Doha agreement by bombing Helmand in Afghanistan.",
        [("Taliban", "violated", "United States")],
    ),
    (
        "Washington said Tehran had violated the JCPOA by enriching uranium at Fordow in Iran.",
        [("United States", "violated", "Iran")],
    ),
    ("Eritrea said it was no longer bound by the Algiers agreement with Ethiopia.", [("Eritrea", "disregards", "")]),
    (
        "The Islamic State said it would not recognise the truce in Idlib.",
        [("Islamic State", "disregards", "Islamic State")],
    ),
    (
        "Sudan rejected Chadian accusations that its forces had violated the ceasefire.",
        [("Chad", "violated", "Sudan"), ("Sudan", "denies violating", "Sudan")],
    ),
    (
        "Israel's military said it struck a cell in response to Hamas's violation of the ceasefire.",
        [("Israel Defense Forces", "violated", "Hamas")],
    ),
]

CLAIMS += [  # each of the other; nobody of himself
    (
        "Armenia and Azerbaijan accused each other of violating the ceasefire in Nagorno-Karabakh.",
        [("Armenia", "violated", "Azerbaijan"), ("Azerbaijan", "violated", "Armenia")],
    ),
    (
        "The Sudanese army and the RSF blamed one another for breaking the truce.",
        [
            ("Sudanese Armed Forces", "violated", "Rapid Support Forces"),
            ("Rapid Support Forces", "violated", "Sudanese Armed Forces"),
        ],
    ),
    (
        "Israel and Hezbollah traded accusations of violating the ceasefire.",
        [("Israel", "violated", "Hezbollah"), ("Hezbollah", "violated", "Israel")],
    ),
    (
        "India and Pakistan each say the other broke the ceasefire.",
        [("India", "violated", "Pakistan"), ("Pakistan", "violated", "India")],
    ),
    (
        "Under the 2018 Stockholm Agreement the parties agreed to a ceasefire in Hodeidah. The coalition accuses the "
        "Houthis of having violated the accord 30,000 times.",
        [("coalition", "violated", "Houthis")],
    ),
    ("Ukraine said Russia had broken the truce of 5 September.", [("Ukraine", "violated", "Russia")]),
    (
        "Thailand and Cambodia each accused the other of breaking the truce.",
        [("Thailand", "violated", "Cambodia"), ("Cambodia", "violated", "Thailand")],
    ),
    (
        "Ethiopia's government and the TPLF have repeatedly accused each other of breaching the Pretoria agreement.",
        [
            ("Ethiopian government", "violated", "Tigray People's Liberation Front"),
            ("Tigray People's Liberation Front", "violated", "Ethiopian government"),
        ],
    ),
]

CLAIMS += [  # the wrong as a noun: who is accused of it, who counted it, who complains
    (
        "The Houthis accused the Saudi-led coalition of 65 violations of the Hodeidah ceasefire in Yemen.",
        [("Houthis", "violated", "Saudi-led coalition")],
    ),
    (
        "Pakistan accused Indian forces of an unprovoked ceasefire violation in Kashmir.",
        [("Pakistan", "violated", "Indian armed forces")],
    ),
    (
        "Lebanon condemned what it called a flagrant violation of the ceasefire by Israel.",
        [("Lebanon", "violated", "Israel")],
    ),
    (
        "The OSCE mission recorded 312 ceasefire violations in Donetsk region on Sunday.",
        [("Organization for Security and Co-operation in Europe", "violated", "")],
    ),
    (
        "Russia's defence ministry said it had registered 15 ceasefire violations by militants in Syria's Idlib.",
        [("Russian Defence Ministry", "violated", "militants")],
    ),
    (
        "Azerbaijan's defence ministry said Armenian forces violated the ceasefire regime 51 times during the day.",
        [("Azerbaijani Defence Ministry", "violated", "Armenian armed forces")],
    ),
    (
        "The ELN said it was ending its truce with Colombia's government.",
        [("National Liberation Army", "suspends", "")],
    ),
]

CLAIMS += [
    (
        "Rebel spokesman Lawrence Kanyuka accused government forces and their allies of ceasefire violations in Congo.",
        [("Lawrence Kanyuka", "violated", "government forces")],
    ),
    (
        "Ceasefire violations by the Indian army have killed 12 civilians, Islamabad said.",
        [("Pakistan", "violated", "Indian armed forces")],
    ),
    ("Colombia's president Gustavo Petro ended the ceasefire in Cauca.", [("Gustavo Petro", "suspends", "")]),
    (
        "The FDLR said it had respected the truce agreed in Luanda.",
        [
            (
                "Democratic Forces for the Liberation of Rwanda",
                "kept",
                "Democratic Forces for the Liberation of Rwanda",
            )
        ],
    ),
    (
        "The Kremlin said the Ukrainian army did not stick to the energy truce.",
        [("Kremlin", "violated", "Armed Forces of Ukraine")],
    ),
    (
        "The Sudanese military rejected accusations that it had violated the truce.",
        [("Sudanese Armed Forces", "denies violating", "Sudanese Armed Forces")],
    ),
]

CLAIMS += [  # what will be done to those who break it
    (
        "Yemen's Defence Minister Mohsen al-Daeri said the army would use force against groups violating the truce.",
        [],
    ),
    (
        "Turkish Defence Minister Hulusi Akar said Turkey would use force against rebel groups violating a ceasefire.",
        [("Hulusi Akar", "will enforce", "")],
    ),
    (
        "Israel will respond forcefully to any violation of the ceasefire in Lebanon, Benjamin Netanyahu said.",
        [("Benjamin Netanyahu", "will enforce", "")],
    ),
    ("The Syrian army vowed to punish those who violate the truce.", [("Syrian army", "will enforce", "")]),
    (
        "“We will not tolerate any violations of the ceasefire agreement,” Azerbaijan's defence ministry said.",
        [("Azerbaijani Defence Ministry", "will enforce", "")],
    ),
    (
        "Abdel Fattah al-Burhan warned that his forces will strike any group that breaches the Jeddah agreement.",
        [("Abdel Fattah al-Burhan", "will enforce", "")],
    ),
    (
        "Any breach of the ceasefire in Karabakh will be met with force, Armenian Prime Minister Nikol Pashinyan said.",
        [("Nikol Pashinyan", "will enforce", "")],
    ),
    (
        "The United Nations said sanctions would be imposed on those who violate the truce in Libya.",
        [("United Nations", "will enforce", "")],
    ),
]

CLAIMS += [
    (
        "The ceasefire held. Kyiv said the same deal obliged Moscow to withdraw its tanks from Donetsk, which never "
        "happened.",
        [("Ukraine", "violated", "Russia")],
    ),
]

NOTHING = [
    "The truce will hold, the Lebanese army said.",
    "The ceasefire in the area was violated by Azerbaijani units, the statement said.",
    "Both sides accused each other of violating the truce.",
    "Analysts described the deal as a breakthrough, and the ceasefire as fragile.",
    "Armenia accused Azerbaijan of honouring the ceasefire too late.",
    "The truce was read out in Goma. The M23 found a letter and broke it open.",
    "“The rebels met their obligations to pay wages,” Ali Hassan said of the ceasefire signed on 9 November 2020.",
    "“Firms have met their obligations,” Ali Hassan said.",
    "Ethiopia has met its obligations. The Pretoria agreement holds in Tigray.",
    "Armenia reported no ceasefire violations on Tuesday.",
    "Monitors in Colombia said the night had passed without any violation of the truce.",
    "Ethiopia said Eritrea had yet to comply with the Algiers agreement.",
    "Iran said it would stop complying with the nuclear deal if Europe did not act.",
    "Netanyahu said he has broken the truce.",
    "Both sides accused each other of violating the truce in Sudan.",
    "The two armies say the other broke the ceasefire in Kashmir.",
    "Each side accuses the other of violating the ceasefire in Ethiopia.",
    "Monitors traded information on violations of the truce in Colombia.",
    "Lavrov said Turkey would use force against rebel groups violating the ceasefire in Idlib.",
    "The Ethiopian government said it would not respond to violations of the ceasefire.",
    "Burhan said his army would respond to violations of the truce in Darfur if it had to.",
    "President Thein Sein said the Karen rebels violating the ceasefire would be invited to talks.",
    "Pakistan's army said it might retaliate against any violation of the ceasefire.",
    "Israel struck militants who violated the truce in Gaza, the army said.",
    "The gangs that broke the truce in Haiti will be punished.",
    "The mediators urged both parties to respect the ceasefire.",
    "The UN warned both sides against any violation of the truce in Hodeidah.",
    "Russia said it would suspend the Black Sea grain deal if attacks continued.",
    "The ceasefire was violated overnight.",
    "Armed groups that violate the truce will face sanctions, the envoy said.",
    "Kenya fears that gangs may break the truce in Haiti.",
    "The company breached its agreement with the supplier.",
    "Turkey has 12 observation posts in Idlib under the 2018 deal.",
    "The army said it remained committed to the ceasefire.",
    "The player broke his contract.",
    "Yemen's government said it would withdraw from the Stockholm agreement if attacks continued in Hodeidah.",
    "Monitors will report violations of the ceasefire in Colombia.",
]


def _claims(read: Read, text: str) -> list[tuple[str, str, str]]:
    return [
        (
            ", ".join(actor.value.name for actor in claim.finding.by),
            claim.finding.stance.value,
            ", ".join(actor.value.name for actor in claim.finding.against),
        )
        for claim in read(text, "compliance")[1].compliance
    ]


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_who_says_so_of_whom(read_as_far_as: Read, text: str, claims: list[tuple[str, str, str]]) -> None:
    assert _claims(read_as_far_as, text) == claims


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_claim(read_as_far_as: Read, text: str) -> None:
    assert not _claims(read_as_far_as, text)


def test_counts_and_accords(read_as_far_as: Read) -> None:
    _, found = read_as_far_as(
        "Azerbaijan accused Armenia of violating the ceasefire 28 times over the past day.", "compliance"
    )
    (claim,) = (mention.finding for mention in found.compliance)
    (accord,) = (mention.finding for mention in found.agreements)
    assert claim.count is not None
    assert claim.count.value.value == 28
    assert claim.key == accord.key
    assert claim.agreement.value == accord.name.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ukraine said Russia had broken the truce of 5 September.", None),
        ("Turkey said the Syrian army had violated the ceasefire of 12 January.", None),
        ("Armenia said Azerbaijan had violated the ceasefire on Sunday.", "Sunday"),
        ("Kyiv and Moscow accused each other of breaching the Easter truce on Sunday.", "Sunday"),
    ],
)
def test_the_day_of_the_accord_is_not_that_of_its_breach(read_as_far_as: Read, text: str, day: str | None) -> None:
    report, found = read_as_far_as(text, "compliance")
    days = {claim.finding.on.words[0].of(report.text) if claim.finding.on else None for claim in found.compliance}
    assert days == {day}


def test_a_breach_is_of_the_accord_under_which_the_truce_was_agreed(read_as_far_as: Read) -> None:
    _, found = read_as_far_as(
        "Under the 2018 Stockholm Agreement the parties agreed to a ceasefire in Hodeidah. The coalition accuses the "
        "Houthis of having violated the accord 30,000 times.",
        "compliance",
    )
    (claim,) = (mention.finding for mention in found.compliance)
    assert (claim.key, claim.agreement.value) == ("stockholm-2018", "Stockholm Agreement")
    assert claim.count is not None
    assert claim.count.value.value == 30000


@pytest.mark.parametrize("text", [row[0] for row in CLAIMS])
def test_every_value_follows_from_its_words(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "compliance")
    for mention in found.compliance:
        for field, said in saids(mention.finding):
            words = [span.of(report.text) for span in said.words]
            assert rule_holds("compliance", said, words), (field, said)
            if field == "stance":
                for other in {"kept", "violated", "denies violating", "suspends", "disregards", "will enforce"} - {
                    said.value
                }:
                    assert not rule_holds("compliance", structs.replace(said, value=other), words), (said, other)
