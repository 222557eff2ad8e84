"""Accords that reports speak of: which are made, between whom, when, in what state; and which words mean the same."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import AgreementFinding
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.vocabulary import accords

Read = Callable[[str, str], tuple[Report, Found]]

MADE = [  # sentence, name, state, parties
    (
        "Sudan's warring factions signed an agreement late on Saturday for a seven-day ceasefire.",
        "seven-day ceasefire",
        "signed",
        set(),
    ),
    (
        "Colombia's government and the ELN signed a deal on Friday for a six-month truce. The truce starts in August.",
        "six-month truce",
        "signed",
        {"Colombian government", "National Liberation Army"},
    ),
    ("Numerous previous ceasefires in Yemen failed. The truce took effect on Monday.", "truce", "in force", set()),
    (
        "The Sudanese army and the Rapid Support Forces signed a ceasefire in Jeddah on Saturday.",
        "ceasefire",
        "signed",
        {"Sudanese Armed Forces", "Rapid Support Forces"},
    ),
    ("Israel and Hamas agreed to a ceasefire on Wednesday, Qatar said.", "ceasefire", "agreed", {"Israel", "Hamas"}),
    (  # no name is cut where a parse cuts the two
        "A truce between Gen Dagalo's RSF and forces loyal to the Saudi-backed government in Darfur was announced.",
        "truce",
        "agreed",
        {"Rapid Support Forces", "forces"},
    ),
    (
        "The ceasefire between Israel and Hezbollah took effect on November 27.",
        "ceasefire between Israel and Hezbollah",
        "in force",
        {"Israel", "Hezbollah"},
    ),
    (
        "Colombia's government and the ELN rebels extended their ceasefire for six months on Monday.",
        "ceasefire",
        "extended",
        {"Colombian government", "National Liberation Army"},
    ),
    (
        "A ceasefire between Israel and the Lebanese armed group Hezbollah took effect on Wednesday.",
        None,
        "in force",
        {"Israel", "Hezbollah"},
    ),
    (
        "A truce between the army and the M23 rebel group held for a second day in Goma.",
        "truce",
        "in force",
        {"army", "M23"},
    ),
    (
        "Armenia and Azerbaijan accused each other of violating the ceasefire.",
        "ceasefire",
        None,
        {"Armenia", "Azerbaijan"},
    ),
    (
        "Colombia's government and the ELN exchanged accusations on Friday over the first breach of a truce.",
        "truce",
        None,
        {"Colombian government", "National Liberation Army"},
    ),
    ("Sudan's army accused the RSF of breaking the truce.", "truce", None, set()),
    ("The ceasefire collapsed on Monday after clashes in Aleppo.", "ceasefire", "collapsed", set()),
    ("The three-day truce expired at midnight in Sudan.", "three-day truce", "collapsed", set()),
    (
        "Armenia and Azerbaijan signed a Russian-brokered truce in November 2020.",
        "Russian-brokered truce",
        "signed",
        {"Armenia", "Azerbaijan"},
    ),
    ("A truce brokered by Egypt took effect on Friday in Gaza.", "truce", "in force", set()),
    ("Both sides in Sudan declared a ceasefire for Eid.", "ceasefire for Eid", "agreed", set()),
    ("Trump announced a truce between Israel and Iran.", "truce between Israel and Iran", "agreed", {"Israel", "Iran"}),
    ("The Israel-Hamas truce collapsed.", "Israel-Hamas truce", "collapsed", {"Israel", "Hamas"}),
    ("The Armenian-Azerbaijani truce held.", "Armenian-Azerbaijani truce", "in force", {"Armenia", "Azerbaijan"}),
    ("Gang leaders in Haiti announced a truce on Thursday.", "truce", "agreed", set()),
    ("The two armies traded fire despite a ceasefire agreed in 2021.", "ceasefire", "agreed", set()),
    (
        "Pakistan and India agreed in 2003 to a ceasefire along the Line of Control in Kashmir.",
        "ceasefire",
        "agreed",
        {"Pakistan", "India"},
    ),
    (
        "Ethiopia and the Tigray People's Liberation Front agreed to cease hostilities.",
        "agreement to cease hostilities",
        "agreed",
        {"Ethiopia", "Tigray People's Liberation Front"},
    ),
    (
        "The FDLR and the Congolese army agreed in Goma to stop fighting.",
        "agreement to stop fighting",
        "agreed",
        {"Democratic Forces for the Liberation of Rwanda", "Armed Forces of the Democratic Republic of the Congo"},
    ),
    (
        "Kyiv and Moscow agreed on a prisoner swap in Istanbul.",
        "agreement on prisoner swap in Istanbul",
        "agreed",
        {"Ukraine", "Russia"},
    ),
    (
        "A fragile ceasefire between the army and the Rapid Support Forces was holding in Khartoum.",
        "fragile ceasefire",
        "in force",
        {"army", "Rapid Support Forces"},
    ),
    (
        "The Pretoria agreement, signed in November 2022, ended two years of war in Tigray, Ethiopia.",
        "Pretoria Agreement",
        "signed",
        {"Ethiopian government", "Tigray People's Liberation Front"},
    ),
    (
        "The Linas-Marcoussis accords were signed near Paris to end the war in Ivory Coast.",
        "Linas-Marcoussis Agreement",
        "signed",
        set(),
    ),
    (
        "The Simla agreement bars both from changing the Line of Control in Kashmir.",
        "Simla Agreement",
        None,
        {"India", "Pakistan"},
    ),
    (
        "Kiir and Machar signed the revitalised peace agreement in Juba, South Sudan.",
        "Revitalised Agreement",
        "signed",
        {"Salva Kiir", "Riek Machar"},
    ),
    (
        "The Taliban said the United States had violated the Doha agreement by bombing Helmand in Afghanistan.",
        "Doha Agreement",
        None,
        {"United States", "Taliban"},
    ),
    (
        "Mali's junta said it was ending the 2015 Algiers peace deal.",
        "Agreement for Peace and Reconciliation in Mali",
        "collapsed",
        {"Malian government", "Coordination of Azawad Movements"},
    ),
    (
        "Iran has suspended some of its commitments under the 2015 nuclear deal.",
        "Joint Comprehensive Plan of Action",
        None,
        {"Iran", "United States", "Russia", "China", "France", "United Kingdom", "Germany"},
    ),
    (
        "Russia suspended its participation in the Black Sea grain deal, Ukraine said.",
        "Black Sea Grain Initiative",
        None,
        {"Russia", "Ukraine"},
    ),
    (
        "The deal, which calls for the withdrawal of troops from Abyei, was signed by Sudan and South Sudan in June.",
        "deal",
        "signed",
        {"Sudan", "South Sudan"},
    ),
    (
        "It was the worst breach of the 1994 ceasefire in Nagorno-Karabakh.",
        "1994 ceasefire in Nagorno-Karabakh",
        None,
        set(),
    ),
    ("Ukraine said Russian forces had broken an Easter truce 3,000 times.", "Easter truce", None, set()),
    (
        "Sudan has violated its agreements with the rebels in Darfur to disarm militias, Chad said.",
        None,
        None,
        {"Sudan", "rebels"},
    ),
    # what only an accord that was made can come to, though it has not yet; what is welcomed
    ("The Houthis refused to extend the truce in Yemen.", "truce", None, set()),
    ("The ELN threatened to abandon the ceasefire in Colombia.", "ceasefire in Colombia", None, set()),
    (
        "The African Union welcomed the agreement between South Sudan and the SPLM-IO.",
        None,
        None,
        {"South Sudan", "SPLM-IO"},
    ),
    # one side alone
    ("The M23 accepted an Angolan proposal for a ceasefire.", "ceasefire", None, {"M23"}),
    (
        "Nigeria's army suspended the truce with Boko Haram.",
        "truce",
        "suspended",
        {"Nigerian armed forces", "Boko Haram"},
    ),
    (
        "Congo and the M23 signed a declaration of principles in Doha.",
        "declaration of principles",
        "signed",
        {"Democratic Republic of the Congo", "M23"},
    ),
    (
        "Kosovo and Serbia agreed on a deal to normalise ties, the EU said.",
        "deal",
        "agreed",
        {"Kosovo", "Serbia"},
    ),
    (
        "Felix Tshisekedi's government called off the truce with the M23.",
        "truce",
        "collapsed",
        {"Congolese government", "M23"},
    ),
    (
        "The ELN ended a ceasefire agreed with the government in June.",
        "ceasefire",
        "collapsed",
        {"National Liberation Army", "government"},
    ),
    ("Armenia and Azerbaijan initialled a peace treaty.", "peace treaty", "signed", {"Armenia", "Azerbaijan"}),
    (
        "Ukraine and Russia agreed to a 30-day moratorium on strikes, Turkey said.",
        "moratorium on strikes",
        "agreed",
        {"Ukraine", "Russia"},
    ),
    (
        "Israel declared the 1974 disengagement agreement with Syria void.",
        "1974 disengagement agreement",
        "collapsed",
        {"Israel", "Syria"},
    ),
    # known accords
    (
        "The government and the TPLF signed the Pretoria agreement.",
        "Pretoria Agreement",
        "signed",
        {"Ethiopian government", "Tigray People's Liberation Front"},
    ),
    (
        "Israel accused Hezbollah of violating U.N. Security Council Resolution 1701.",
        "Resolution 1701",
        None,
        {"Israel", "Lebanon"},
    ),
    (
        "Azerbaijan said Armenia had violated the trilateral statement of 10 November 2020.",
        "November 2020 ceasefire agreement",
        None,
        {"Armenia", "Azerbaijan"},
    ),
]

NOTHING = [
    "Numerous previous ceasefire agreements in Sudan were violated.",
    "Several truces have collapsed in Ethiopia.",
    "The airline signed an agreement on Monday for new jets.",
    "The UN secretary-general called for an immediate ceasefire in Sudan.",
    "Russia rejected the idea of a ceasefire in Ukraine.",
    "Talks on a ceasefire deal will resume in Doha on Sunday.",
    "The proposed deal would see Israeli forces withdraw from Gaza.",
    "Negotiators hope to reach a ceasefire agreement by Ramadan.",
    "Any ceasefire must include the release of hostages, Netanyahu said.",
    "There is no truce, the rebel commander said.",
    "Gadhafi's government declared a ceasefire but kept shelling Misrata.",  # a pledge of one side
    "Rebels declared a unilateral ceasefire in Nagaland, India.",
    "The RSF declared a 72-hour truce in Sudan. The army did not comment on the truce.",
    "Ethiopia's government announced a humanitarian truce in Tigray.",
    "Colombians asked what the rebels were up to with the truce that they had launched.",
    "The Taliban called a three-day ceasefire for Eid.",
    "Russia's president ordered a 36-hour ceasefire in Ukraine for Christmas.",
    "The guerrillas in Colombia have unilaterally declared a truce.",
    "The coalition's self-imposed ceasefire in Yemen expired on Sunday.",
    "Myanmar's rebels are not serious about the ceasefire, the junta said.",
    "A ceasefire agreement is expected to be signed on Tuesday in Addis Ababa.",
    "Hamas has not responded to the Egyptian ceasefire proposal.",
    "The rebels had rejected a truce, the Libyan government said.",
    "Kyiv said it would not sign a peace deal that cedes the Donbas.",
    "Turkey and China signed a trade deal in Ankara.",
    "Poland signed an arms deal with South Korea worth $10 billion.",
    "The club agreed a transfer deal with Real Madrid.",
    "The film studio signed a deal with Netflix.",
    "The plea deal spared him prison.",
    "The union and the company reached a wage deal on Friday.",
    "India has put the Indus Waters treaty with Pakistan in abeyance.",
    "Haiti has signed an agreement with Kenya on police.",
    "Turkey ordered missiles under its contract with Russia.",
    "The general has repeatedly breached the peace, neighbours said.",
    "The minister said he had a good deal of work to do.",
    "With the full understanding of Washington, Israel keeps its freedom to strike in Lebanon.",
    "Russia and China signed a gas deal in Beijing.",
    "The UN welcomed the proposed truce in Yemen.",
    "Kinshasa and the M23 agreed to a joint ceasefire monitoring mechanism.",
    "The two countries agreed to hold talks next week.",
    "Envoys discussed a possible truce in Yemen.",
    "The African Union is pushing for a humanitarian pause in Tigray.",
]


def _findings(read: Read, text: str) -> tuple[AgreementFinding, ...]:
    return tuple(mention.finding for mention in read(text, "agreements")[1].agreements)


@pytest.mark.parametrize(("text", "name", "state", "parties"), MADE)
def test_an_accord_that_was_made(
    read_as_far_as: Read, text: str, name: str | None, state: str | None, parties: set[str]
) -> None:
    (finding,) = _findings(read_as_far_as, text)
    assert name is None or finding.name.value == name
    assert (finding.state.value if finding.state else None) == state
    assert {party.value.name for party in finding.parties} == parties


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_none(read_as_far_as: Read, text: str) -> None:
    assert not _findings(read_as_far_as, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sudan and Chad agreed in 2010 to withdraw troops from the border. The 2010 agreement has held.", 1),
        ("The army and the rebels signed a ceasefire in Aden on Monday. Yemenis hoped that the truce would last.", 1),
        ("Israel and Hamas agreed to a ceasefire. The deal was welcomed in Cairo.", 1),
        ("The truce in Taiz held. Turkey signed a trade deal with Iran. The deal is worth millions.", 1),
        ("A January 12 ceasefire failed in Tripoli. The 2018 ceasefire had held.", 2),
        (
            "The Minsk agreements were signed in Belarus to end the war in Ukraine. Kyiv calls the Minsk accords dead.",
            1,
        ),
        (
            "Turkey and Russia agreed in 2018 to leave Idlib in peace. The 2018 deal and the Sochi memorandum hold.",
            1,
        ),
        (
            "It kept its truce deals with Turkey and Russia. Turkey and Russia agreed in 2018 to a truce in Idlib.",
            1,
        ),
        ("The Lusaka protocol was signed in Angola. The Bicesse accords had failed.", 2),
        (
            "A ceasefire took effect in Aden at midnight. Rebels said the army had violated it. Their leader told a"
            " mediator that he had agreed to an unconditional ceasefire.",
            1,
        ),
        ("A ceasefire took effect in Aden at midnight. The rebels agreed to a second truce on Sunday.", 2),
        (
            "A truce between Israel and Hezbollah took effect. There were reasons for a truce, Netanyahu said. “If"
            " Hezbollah violates the agreement, we will strike.”",
            1,
        ),
        ("The army broke a six-month truce in Arauca. The truce, signed in Havana on June 9, is the longest yet.", 1),
        (
            "Moscow left the Black Sea grain initiative with Ukraine. The deal, brokered by the United Nations and"
            " Turkey last July, was extended in May.",
            1,
        ),
    ],
)
def test_words_for_one_accord_are_one_finding(read_as_far_as: Read, text: str, count: int) -> None:
    assert len(_findings(read_as_far_as, text)) == count


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Sochi deal on Idlib is dead.", "sochi-2018"),
        ("Turkey and Russia agreed in 2018 to set up a de-escalation zone.", "sochi-2018"),
        ("The Doha agreement brought peace to Beirut.", "doha-2008"),
        ("The Doha agreement was signed with the Taliban of Afghanistan.", "doha-2020"),
        ("The Dayton accords ended the war in Sarajevo.", "dayton-1995"),
    ],
)
def test_known_accords(read_as_far_as: Read, text: str, key: str) -> None:
    assert [finding.key for finding in _findings(read_as_far_as, text)] == [key]


@pytest.mark.parametrize(
    "text, key",
    [
        (
            "Turkish troops man observation posts in Idlib set up under a ceasefire agreed with Russia years ago.",
            "sochi-2018",
        ),
        (
            "Israel said Syrian tanks had entered the buffer zone on the Golan Heights set up under a ceasefire "
            "agreement that ended the war.",
            "disengagement-1974",
        ),
        (
            "Egypt sent tanks into Sinai, where its army is limited under a peace treaty with Israel.",
            "egypt-israel-1979",
        ),
        ("Turkey will keep its observation posts in Idlib under a new ceasefire agreed with Russia.", None),
        ("Turkey will keep its observation posts in Idlib under a ceasefire agreed with Russia on Thursday.", None),
        ("Turkey will keep its observation posts in Idlib under a ceasefire agreed with Iran.", None),
        ("The United Nations patrols the buffer zone in Cyprus under a ceasefire with Turkey.", None),
    ],
)
def test_accords_known_by_what_stands_under_them(read_as_far_as: Read, text: str, key: str | None) -> None:
    (accord,) = (mention.finding for mention in read_as_far_as(text, "agreements")[1].agreements)
    assert accord.key == key if key else ":" not in accord.key and "-" not in accord.key


@pytest.mark.parametrize("text", ["The Doha agreement was praised.", "The Dayton accords were signed in Ohio."])
def test_shared_names_need_their_country(read_as_far_as: Read, text: str) -> None:
    assert all(
        finding.key not in {accord.id for accord in accords.accords().accords}
        for finding in _findings(read_as_far_as, text)
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("A ceasefire brokered there in November 2022 was never respected by the M23.", "November 2022"),
        ("The rebels broke a truce signed in Jeddah on May 20.", "May 20"),
    ],
)
def test_the_day_behind_a_participle_is_that_of_its_making(read_as_far_as: Read, text: str, made: str) -> None:
    (finding,) = _findings(read_as_far_as, text)
    assert finding.made is not None
    assert made in finding.made.words[0].of(text)


def test_guarantors_dates_and_terms(read_as_far_as: Read) -> None:
    (finding,) = _findings(
        read_as_far_as,
        "Armenia and Azerbaijan signed a truce mediated by Russia on 10 October 2020.",
    )
    assert [guarantor.value.name for guarantor in finding.guarantors] == ["Russia"]
    assert finding.made is not None
    assert finding.made.value.day == 10
    (taken,) = _findings(read_as_far_as, "A truce brokered by Egypt took effect on Friday in Gaza.")
    assert taken.made is None
    assert taken.in_force is not None
    assert taken.in_force.value.weekday == 4


@pytest.mark.parametrize("text", [row[0] for row in MADE])
def test_every_value_follows_from_its_words(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "agreements")
    for mention in found.agreements:
        for _, said in saids(mention.finding):
            assert rule_holds("agreement", said, [span.of(report.text) for span in said.words]), said
            if isinstance(said.value, str):
                assert not rule_holds(
                    "agreement",
                    structs.replace(said, value="x" + said.value),
                    [span.of(report.text) for span in said.words],
                )


def test_a_corrupted_value_does_not_follow(read_as_far_as: Read) -> None:
    report, found = read_as_far_as("The Sochi deal on Idlib is dead.", "agreements")
    (finding,) = (mention.finding for mention in found.agreements)
    made: Said[object] = finding.made  # type: ignore[assignment]
    words = [span.of(report.text) for span in made.words]
    assert rule_holds("agreement", made, words)
    assert not rule_holds("agreement", structs.replace(made, value=structs.replace(made.value, year=2017)), words)
    assert not rule_holds(
        "agreement",
        structs.replace(finding.parties[0], value=structs.replace(finding.parties[0].value, name="Iran")),
        words,
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "ceasefire",
                "truce",
                "deal",
                "agreed",
                "by",
                "Turkey",
                "and",
                "Russia",
                "-",
                "2018",
                "to",
                "violated",
                ",",
                "Sochi",
                "“",
                ".",
                "its",
                "peace",
            ]
        ),
        max_size=14,
    )
)
def test_no_text_raises(read_as_far_as: Read, words: list[str]) -> None:
    read_as_far_as(" ".join(words), "compliance")


def test_the_parties_of_known_accords_are_actors() -> None:
    from onrecord.reading.agreements.reader import _actors

    for accord in accords.accords().accords:
        assert len(_actors(accord.parties)) == len(accord.parties), accord.id
        assert len(_actors(accord.guarantors)) == len(accord.guarantors), accord.id


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Sudanese army and the Rapid Support Forces signed a ceasefire in Jeddah on Saturday.", ["AGREE"]),
        ("Israel and Hamas agreed to a ceasefire on Wednesday.", ["AGREE"]),
        pytest.param(
            "The Doha agreement was signed by the United States and the Taliban of Afghanistan.",
            [],
            marks=pytest.mark.xfail(
                strict=True, reason="the verb alone tells an event, though the accord is known to be of another day"
            ),
        ),
        ("The truce between Chad and Sudan held.", []),
    ],
)
def test_signing_is_an_event(read_as_far_as: Read, text: str, codes: list[str]) -> None:
    _, found = read_as_far_as(text, "events")
    assert [event.finding.plover.value for event in found.events if event.finding.plover] == codes
