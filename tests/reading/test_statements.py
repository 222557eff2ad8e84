from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.checking_rules import rule_holds
from onrecord.model.findings import StatementFinding
from onrecord.model.said import Said
from onrecord.reading.actors import reader as actors
from onrecord.reading.dates import reader as dates
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import passages, speakers
from onrecord.reading.statements import reader as statements

ReadAsFarAs = Callable[[str, str], tuple[Report, Found]]
RULES = {**actors.RULES, **dates.RULES, **statements.RULES}


def findings(read: ReadAsFarAs, text: str) -> list[StatementFinding]:
    _, found = read(text, "statements")
    return [mention.finding for mention in found.statements]


def says(finding: StatementFinding, text: str) -> str:
    return " | ".join(span.of(text) for span in finding.says)


def who(finding: StatementFinding) -> str:
    return "; ".join(each.value.name for each in finding.speaker)


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Volodymyr Zelensky said on Friday that Ukraine needed more shells.",
            [("Volodymyr Zelensky", "assert", "indirect", "Ukraine needed more shells")],
        ),
        (
            "“We will strike every base,” Abiy Ahmed said. “We will respond to any attack.”",
            [
                ("Abiy Ahmed", "threaten", "direct", "We will strike every base"),
                ("Abiy Ahmed", "threaten", "direct", "We will respond to any attack."),
            ],
        ),
        (
            "Residents said that two houses had burned down.",
            [("residents", "assert", "indirect", "two houses had burned down")],
        ),
        (
            "The villages were empty, residents said.",
            [("residents", "assert", "indirect", "The villages were empty")],
        ),
        (
            "France accused Russia of shelling a hospital.",
            [("France", "accuse", "indirect", "Russia of shelling a hospital")],
        ),
        (
            "Russia rejected Ukrainian allegations that its army had shelled a market.",
            [
                ("Russia", "deny", "indirect", "Ukrainian allegations that its army had shelled a market"),
                ("Ukraine", "accuse", "indirect", "its army had shelled a market"),
            ],
        ),
        (
            "The United Nations has warned against an imminent “bloodbath” in the city.",
            [("United Nations", "warn", "mixed", "an imminent “bloodbath” in the city")],
        ),
        (
            "Antonio Guterres called on both sides to stop the fighting.",
            [("Antonio Guterres", "appeal", "indirect", "both sides to stop the fighting")],
        ),
        (
            "Joe Biden vowed to defend the border.",
            [("Joe Biden", "promise", "indirect", "to defend the border")],
        ),
        (
            "Antony Blinken expressed concern about the fate of the prisoners.",
            [("Antony Blinken", "express concern", "indirect", "concern about the fate of the prisoners")],
        ),
        (
            "Vladimir Putin expressed “deep concern about the siege,” the Kremlin readout said.",
            [("Vladimir Putin", "express concern", "mixed", "deep concern about the siege")],
        ),
        (
            "“It is out of the question,” said Sergei Lavrov.",
            [("Sergei Lavrov", "reject", "direct", "It is out of the question")],
        ),
        (
            "Karim Khan said on Monday attacks on civilians could be a crime.",
            [("Karim Khan", "assert", "indirect", "attacks on civilians could be a crime")],
        ),
        (
            "Min Aung Hlaing called for a “cleansing” of the villages, many of which were burned.",
            [("Min Aung Hlaing", "appeal", "mixed", "a “cleansing” of the villages")],
        ),
        (
            "Joe Biden said he would send aid to Chad as the United Nations called for more aid to refugees.",
            [
                ("Joe Biden", "promise", "indirect", "he would send aid to Chad"),
                ("United Nations", "appeal", "indirect", "more aid to refugees"),
            ],
        ),
    ],
)
def test_who_says_what(read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = findings(read_as_far_as, text)
    assert [(who(each), each.act.value, each.form, says(each, text).rstrip(",”")) for each in found] == expected


SPEAKERS = [
    # a subject is shared by the verbs joined to it, and an object never speaks
    (
        "Abiy Ahmed said in an interview on Monday that the corridor was open and accused Asmara of delay.",
        [("Abiy Ahmed", "the corridor was open"), ("Abiy Ahmed", "Asmara of delay")],
    ),
    (
        "Antony Blinken met his Azerbaijani counterpart Jeyhun Bayramov and called for an end to the blockade.",
        [("Antony Blinken", "an end to the blockade")],
    ),
    (
        "Abdel Fattah al-Burhan denied shelling the camp and accused Chad of arming rebels.",
        [("Abdel Fattah al-Burhan", "shelling the camp"), ("Abdel Fattah al-Burhan", "Chad of arming rebels")],
    ),
    (
        "In talks with Al Arabiya, Sudan's Burhan said the truce was dead.",
        [("Abdel Fattah al-Burhan", "the truce was dead")],
    ),
    (
        "A nurse said armed men had knocked on her door and told her to leave.",
        [("nurse (unnamed)", "armed men had knocked on her door and told her to leave")],
    ),
    # two accounts in one sentence
    (
        "Russia said two villages had fallen and Ukraine said that its troops held both of them.",
        [("Russia", "two villages had fallen"), ("Ukraine", "its troops held both of them")],
    ),
    (
        "Israel said the strike hit a depot, while Hamas said that it killed a family.",
        [("Israel", "the strike hit a depot"), ("Hamas", "it killed a family")],
    ),
    # a quotation that ended is no part of the next sentence
    (
        "“Our doors are open,” Imran Khan said. “We want peace.” Joe Biden said that he had spoken with both sides.",
        [
            ("Imran Khan", "Our doors are open"),
            ("Imran Khan", "We want peace."),
            ("Joe Biden", "he had spoken with both sides"),
        ],
    ),
    # sources that are referred to do not go on speaking
    (
        "Vladimir Putin spoke. At least 200 died, according to human rights groups. He said the toll was false.",
        [("human rights groups", "At least 200 died"), ("Vladimir Putin", "the toll was false")],
    ),
    # private persons
    (
        "“I lost my brother,” said Fatima, who fled the town with three children.",
        [("Fatima", "I lost my brother")],
    ),
    ("Omar, a 34-year-old baker, said his house was burnt.", [("Omar", "his house was burnt")]),
    ("His neighbour, Maria, told Reuters that the road was cut.", [("Maria", "the road was cut")]),
    ("Two village elders said the well was poisoned.", [("village elders (unnamed)", "the well was poisoned")]),
    (
        "A court, aware of the limits of its powers, rejected the appeal.",
        [("court", "the appeal")],
    ),
    # bodies with their short names
    (
        "“We have run out of fuel,” the UN office (OCHA) said.",
        [("United Nations Office for the Coordination of Humanitarian Affairs", "We have run out of fuel")],
    ),
    (
        "According to Human Rights Watch, a group that counts the dead, 90 civilians were killed.",
        [("Human Rights Watch", "90 civilians were killed")],
    ),
    (
        "The envoy, Hans Grundberg, told the Security Council that between 30 and 35 people had died.",
        [("Hans Grundberg", "between 30 and 35 people had died")],
    ),
    # a pronoun is nobody whom its own sentence calls by name
    ("Abiy Ahmed came home. He said that Abiy Ahmed had left.", []),
    (
        "“We want our rights” However, Joe Biden continued to insist that the army was loyal.",
        [("Joe Biden", "the army was loyal")],
    ),
    ("Rwanda denies arming the rebels.", [("Rwanda", "arming the rebels")]),
    ("Sudan denied involvement.", [("Sudan", "involvement")]),
    # what is a remark on the whole is no part of it
    (
        "Joe Biden said that there was progress, without elaborating.",
        [("Joe Biden", "there was progress")],
    ),
    (
        "The junta says it has held its fire, a claim that monitors dispute.",
        [("junta", "it has held its fire")],
    ),
    (
        "Israel accused Hamas of hiding in homes, which Hamas denies.",
        [("Israel", "Hamas of hiding in homes"), ("Hamas", "which")],
    ),
    ("Joe Biden vowed Sunday to keep the road open.", [("Joe Biden", "to keep the road open")]),
    # pages that lose their full stops
    (
        "The war goes on.\nJoe Biden says the road is open He predicted that aid would come soon.",
        [("Joe Biden", "the road is open"), ("Joe Biden", "aid would come soon")],
    ),
    (
        "The war goes on.\nJoe Biden says aid is on its way 17:05 Moscow has no plans for talks",
        [("Joe Biden", "aid is on its way")],
    ),
]


MEANT = [
    # "the group" is the one that has just acted, and nobody where two have
    (
        "M23 seized the town of Goma on Friday. The group said its fighters would stay.",
        [("M23", "its fighters would stay")],
    ),
    (
        "Al-Shabaab attacked the base on Monday. The group said it had killed 20 soldiers.",
        [("Al-Shabaab", "it had killed 20 soldiers")],
    ),
    ("Boko Haram fought ISWAP near the lake. The group said it had won.", []),
    ("The group said it would not attend the talks.", []),
    ("Talks stalled, with the M23 denying that it had broken the truce.", [("M23", "it had broken the truce")]),
    ("Fighting spread, with Chad accusing Sudan of shelling a village.", [("Chad", "Sudan of shelling a village")]),
    (
        "Sudanese authorities said a total of 11 people, including a girl, were killed.",
        [("Sudanese government", "a total of 11 people, including a girl, were killed")],
    ),
    (
        "The rebels told AFP at the time that they would attack convoys.",
        [("rebels", "they would attack convoys")],
    ),
    ("Laurent Gbagbo stayed in the palace, with his government saying that the vote was fair.", []),
    # an adverb that ends the clause before another's saying
    (
        "Abiy Ahmed said the war was over, but Eritrea said the army had fled.",
        [("Abiy Ahmed", "the war was over"), ("Eritrea", "the army had fled")],
    ),
    (
        "Salva Kiir said the rebels had moved in, while Uganda said its troops were leaving.",
        [("Salva Kiir", "the rebels had moved in"), ("Uganda", "its troops were leaving")],
    ),
    # what the report goes on to tell is not what was said
    (
        "Volodymyr Zelensky said the offensive had failed, but Russian troops continued to shell the town.",
        [("Volodymyr Zelensky", "the offensive had failed")],
    ),
    (
        "Gustavo Petro said that the truce was holding, but rebels attacked the port on Sunday.",
        [("Gustavo Petro", "the truce was holding")],
    ),
    # the day of the saying before a clause without "that"
    (
        "Ilham Aliyev said on Saturday Armenian forces would leave the village.",
        [("Ilham Aliyev", "Armenian forces would leave the village")],
    ),
    ("Ilham Aliyev said Monday his troops had taken the town.", [("Ilham Aliyev", "his troops had taken the town")]),
    # bodies that no list holds
    (
        "Two frigates sailed for Syria on Friday, the Northern Fleet said.",
        [("Northern Fleet", "Two frigates sailed for Syria on Friday")],
    ),
    ("The State Rescue Service said nine people were missing.", [("State Rescue Service", "nine people were missing")]),
    (
        "Six wells were hit in Mekelle, the Directorate of Water said.",
        [("Directorate of Water", "Six wells were hit in Mekelle")],
    ),
    ("Forty huts burned, the Relief Network for Ituri said.", [("Relief Network for Ituri", "Forty huts burned")]),
    ("Karabakh's defence ministry said 244 men had died.", [("Karabakh defence ministry", "244 men had died")]),
    # apposition and brackets
    ("The UN mission, MINUSMA, said its convoy had been hit.", [("MINUSMA", "its convoy had been hit")]),
    (
        "Since May, more than 8,000 people have fled in northern Ituri, the United Nations Office for the Coordination"
        " of Humanitarian Affairs (OCHA) said on Thursday.",
        [
            (
                "United Nations Office for the Coordination of Humanitarian Affairs",
                "Since May, more than 8,000 people have fled in northern Ituri",
            )
        ],
    ),
    (
        "Half the town's people have left, the region's rights ombudsman Ivan Petrenko told reporters.",
        [("Ivan Petrenko", "Half the town's people have left")],
    ),
    # several at once
    (
        "At least 19 people have been killed in two days, medics and military sources said on Monday.",
        [("medics; military sources (unnamed)", "At least 19 people have been killed in two days")],
    ),
    # the last speaker, not whoever acts in what is said
    (
        "The Ukrainian defence ministry said nine soldiers were hurt. Russian artillery had fired first, it added.",
        [
            ("Ukrainian Defence Ministry", "nine soldiers were hurt"),
            ("Ukrainian Defence Ministry", "Russian artillery had fired first"),
        ],
    ),
    (
        "“It ends now,” said Abdalla Hamdok, envoy to the United Nations, who warned that the war went on.",
        [("Abdalla Hamdok", "It ends now"), ("Abdalla Hamdok", "the war went on")],
    ),
    (
        "A formerly loyal newspaper in Sudan is reporting that soldiers are deserting.",
        [("formerly loyal newspaper in Sudan", "soldiers are deserting")],
    ),
    (
        "The United Nations says four million are displaced. The coalition accuses the Houthis of shelling the port.",
        [("United Nations", "four million are displaced"), ("coalition", "the Houthis of shelling the port")],
    ),
    (
        "Human Rights Watch said 30 people were held in Mali. Wagner fighters shot two of them, it said.",
        [
            ("Human Rights Watch", "30 people were held in Mali"),
            ("Human Rights Watch", "Wagner fighters shot two of them"),
        ],
    ),
    (
        "The Syrian Observatory for Human Rights said a drone had been lost. The monitor also said the army had left.",
        [
            ("Syrian Observatory for Human Rights", "a drone had been lost"),
            ("Syrian Observatory for Human Rights", "the army had left"),
        ],
    ),
    (
        "The Sudanese government said in a statement a camp was shelled. Forty people were hurt, the statement said.",
        [("Sudanese government", "a camp was shelled"), ("Sudanese government", "Forty people were hurt")],
    ),
    ("Kyiv lost 30 tanks in the east. Forty men were hurt, the statement said.", []),
    (
        "“It is fluid,” Ivan Petrenko said. Rebel leaders say the port has fallen to forces opposed to Abiy Ahmed. “The"
        " road is still closed,” he said.",
        [
            ("Ivan Petrenko", "It is fluid"),
            ("Rebel leaders", "the port has fallen to forces opposed to Abiy Ahmed"),
            ("Ivan Petrenko", "The road is still closed"),
        ],
    ),
    # what something is called
    ("Hamas called the claim baseless.", [("Hamas", "the claim baseless")]),
    ("Abiy Ahmed called the strike a war crime.", [("Abiy Ahmed", "the strike a war crime")]),
    ("France has called the vote illegal.", [("France", "the vote illegal")]),
    ("Ethiopia called the new dam Hidase.", []),
    # no leader of a state, and no holder of another office
    (
        "Venezuelan President Nicolas Maduro spoke. The Venezuelan opposition leader said the vote was stolen.",
        [("Venezuelan opposition leader (unnamed)", "the vote was stolen")],
    ),
    (
        "Turkish Foreign Minister Mevlut Cavusoglu spoke. The deputy foreign minister said talks would begin.",
        [("deputy foreign minister", "talks would begin")],
    ),
    (
        "Rebel spokesman Ahmed Bani spoke. The government spokesman said the road was open. The spokesman added that it"
        " was mined.",
        [("government spokesman", "the road was open"), ("government spokesman", "it was mined")],
    ),
    # those whom a number only counts are not named, and many may speak by one noun
    (
        "Ilham Aliyev met Nikol Pashinyan in Munich. The two leaders agreed to meet again, the Kremlin said.",
        [("Kremlin", "The two leaders agreed to meet again")],
    ),
    (
        "Ethiopian and Somali officials said talks had begun in Ankara.",
        [("Ethiopian and Somali officials", "talks had begun in Ankara")],
    ),
    (
        "French, British and U.S. officials said the drones came from Iran.",
        [("French, British and U.S. officials", "the drones came from Iran")],
    ),
    # a document of theirs speaks for those who issued it, not for those who welcome it
    (
        "Foreign ministers of the region said in a joint statement that talks were needed. The statement calls for"
        " support of the truce.",
        [
            ("Foreign ministers of the region", "talks were needed"),
            ("Foreign ministers of the region", "support of the truce"),
        ],
    ),
    (
        "Joe Biden said the African Union statement was welcome. The statement calls for an end to the war.",
        [("Joe Biden", "the African Union statement was welcome")],
    ),
    # after somebody whom the reading does not know, "he" and the quotation that goes on are nobody's
    (
        "Abiy Ahmed said the road was open. Tesfaye told Reuters that the bridge was gone. He said forty men drowned.",
        [("Abiy Ahmed", "the road was open")],
    ),
    (
        "Ashraf Ghani said aid was on its way.\n“We have no water,” Gulalai said. “We have no bread either.”",
        [("Ashraf Ghani", "aid was on its way")],
    ),
    (
        "Abdel Fattah al-Burhan said the town was calm. A nurse said the market was burning. She said she had fled.",
        [
            ("Abdel Fattah al-Burhan", "the town was calm"),
            ("nurse (unnamed)", "the market was burning"),
            ("nurse (unnamed)", "she had fled"),
        ],
    ),
    # joined to people who have a name or description
    (
        "In Yangon, rights groups and protesters claim they are under attack by the police.",
        [("protesters; rights groups", "they are under attack by the police")],
    ),
    # the hearer behind a comma is no speaker
    (
        "A source in Khartoum who knew of the plan but could not discuss it, told Reuters the family had fled.",
        [("source in Khartoum (unnamed)", "the family had fled")],
    ),
    # links of the page before a quotation
    (
        "Photos from the site of the strike “I believe the army did the right thing,” Joe Biden said.",
        [("Joe Biden", "I believe the army did the right thing")],
    ),
    (
        "Rebels seize the refinery of Bria “The battle for the town has begun,” Ivan Petrenko, a guide, said.",
        [("Ivan Petrenko", "The battle for the town has begun")],
    ),
    # content ends before a sentence of the report's own
    (
        "Joe Biden said the war went on: The more likely outcome was a stalemate.",
        [("Joe Biden", "the war went on")],
    ),
    (
        "Abiy Ahmed, who refuses to step down despite the protests, is still in the capital.",
        [("Abiy Ahmed", "to step down despite the protests")],
    ),
    (
        "The ELN said three soldiers were dead; Bogota has confirmed two.",
        [("National Liberation Army", "three soldiers were dead")],
    ),
    (
        "General Mark Milley, chairman of the Joint Chiefs of Staff said, “We have been clear from the outset.”",
        [("Mark Milley", "We have been clear from the outset")],
    ),
    ("Saddam Hussein spoke. Qanbar was posted in Basra but was moved after he refused to stop the rising.", []),
    (
        "Officials alleged Sunday that a group called the Army of Sinai carried out the raid on the post.",
        [("officials (unnamed)", "a group called the Army of Sinai carried out the raid on the post")],
    ),
    ("A guard who said he was innocent was shot in Goma.", [("guard (unnamed)", "he was innocent")]),
    ("Reporters were shown two men who, officials said, were killed in the raid on Sake.", []),
    (
        "In Goma, M23 said it feared an attack, while in the nearby town of Sake, residents said the night was calm.",
        [("M23", "it feared an attack"), ("residents", "the night was calm")],
    ),
    # he whose words are told before "he said" may be meant
    (
        "Ashraf Ghani said the war went on. There was no plan to leave, General Scott Miller said on Monday, he said.",
        [("Ashraf Ghani", "the war went on"), ("Scott Miller", "There was no plan to leave")],
    ),
    # another state's envoy; others than those who are known; she who spoke is not "he"
    (
        "Susan Rice, the U.S. ambassador to the United Nations, spoke. Sudan's ambassador to Kenya said he was ill.",
        [("Sudan's ambassador to Kenya (unnamed)", "he was ill")],
    ),
    (
        "Syrian fighter jets landed in Malta, their pilots leaving after they said they had been told to bomb crowds.",
        [],
    ),
    (
        "Dmitry Peskov said the war went on. Christiane Lamour left. She said the talks failed. He said he was sad.",
        [("Dmitry Peskov", "the war went on"), ("Christiane Lamour", "the talks failed")],
    ),
    # no saying: the title of a work, what was said before; what is added is said alone
    ("Antony Blinken wrote “A History of Modern Chad.”", []),
    ("Antony Blinken issued the warning in a letter to the council.", []),
    (
        "And Antony Blinken called the raid “genocide,” adding, “The killing must stop at once.”",
        [("Antony Blinken", "The killing must stop at once")],
    ),
    # a heading that has run into a sentence
    (
        "JUNTA FIGHTS BACK AND STANDOFF ENSUES With troops around Naypyidaw the junta may hold out, residents said.",
        [("residents", "With troops around Naypyidaw the junta may hold out")],
    ),
    (
        "The minister guaranteed his security, Antony Blinken said.",
        [("Antony Blinken", "The minister guaranteed his security")],
    ),
    (
        "Antony Blinken said a truce was near, although Yoav Gallant warned of more raids.",
        [("Antony Blinken", "a truce was near"), ("Yoav Gallant", "more raids")],
    ),
    # clauses beside the saying
    (
        "Ten people were killed in Omdurman, the Sudanese health ministry said, as fighting between the army and the"
        " paramilitaries entered its third month.",
        [("Sudanese Health Ministry", "Ten people were killed in Omdurman")],
    ),
    (
        "Security forces killed 14 people on Saturday, the news site Myanmar Now reported, the highest toll yet.",
        [("Myanmar Now", "Security forces killed 14 people on Saturday")],
    ),
    (
        "Oxfam said the number of children killed since the raid stood at 42.",
        [("Oxfam", "the number of children killed since the raid stood at 42")],
    ),
]


@pytest.mark.parametrize("text, expected", MEANT)
def test_who_is_meant_to_speak(read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str]]) -> None:
    found = findings(read_as_far_as, text)
    assert [(who(each), says(each, text).rstrip(",”.")) for each in found] == expected
    for each in found:
        for said in each.speaker:
            words = [span.of(text) for span in said.words]
            assert holds(RULES, said.rule, said.value, words)
            assert not holds(RULES, said.rule, speakers.unnamed("somebody else"), words)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Armenia and Azerbaijan accused each other of violating the ceasefire.", {"Armenia", "Azerbaijan"}),
        ("India and Pakistan accused one another of firing across the border.", {"India", "Pakistan"}),
        ("Hamas and Fatah blamed each other for the collapse of the talks.", {"Hamas", "Fatah"}),
        ("Two men, John Smith and Peter Brown, accused each other of theft.", {"John Smith", "Peter Brown"}),
        ("Ethiopia and Kenya accused Eritrea of arming rebels.", {"Eritrea"}),
        ("Residents accused each other of theft.", set()),
    ],
)
def test_at_whom_it_is_aimed(read_as_far_as: ReadAsFarAs, text: str, expected: set[str]) -> None:
    (found,) = findings(read_as_far_as, text)
    assert {actor.value.name for actor in found.target} == expected
    for said in found.target:
        assert holds(RULES, said.rule, said.value, [span.of(text) for span in said.words])


@pytest.mark.parametrize("text, expected", SPEAKERS)
def test_the_speaker_is_never_another(read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str]]) -> None:
    found = findings(read_as_far_as, text)
    assert [(who(each), says(each, text).rstrip(",”")) for each in found] == expected


@pytest.mark.parametrize(
    "text, act",
    [
        ("Volodymyr Zelensky said Ukraine would strike back if Russia attacked again.", "threaten"),
        ("The army said it would retaliate.", "threaten"),
        ("The Houthis said they would hit ships in the Red Sea.", "threaten"),
        ("Abiy Ahmed said Ethiopia would take all necessary measures.", "threaten"),
        ("Benjamin Netanyahu said that Israel would continue to pay its soldiers.", "promise"),
        ("Gustavo Petro said his government was determined to protect farmers.", "promise"),
        ("M23 said that its fighters would leave the town.", "promise"),
        ("“We will see what happens,” Joe Biden said.", "assert"),
        ("“Afghanistan will not collapse,” Ashraf Ghani said.", "assert"),
        ("“He will kill us,” Omar, a driver, said.", "assert"),
        ("The rebels said it would have been the second strike.", "assert"),
        ("Antony Blinken said it was out of the question.", "reject"),
        ("Antony Blinken said it was not out of the question.", "assert"),
        ("Vladimir Putin said Russia would never accept the border.", "reject"),
        ("“There was no such attack,” Sergei Lavrov said.", "deny"),
        ("“We have never used such weapons,” Sergei Lavrov said.", "deny"),
        ("Paul Kagame said the accusations were baseless.", "deny"),
        ("Paul Kagame said that Congo must disarm the militia.", "demand"),
        ("The White House said that Joe Biden had warned Sudan of sanctions.", "assert"),
    ],
)
def test_what_is_done_by_saying_it(read_as_far_as: ReadAsFarAs, text: str, act: str) -> None:
    found = findings(read_as_far_as, text)
    assert found
    assert found[-1 if act != "assert" else 0].act.value in (act, "warn" if "warned" in text else act)
    for finding in found:
        assert holds(RULES, finding.act.rule, finding.act.value, [span.of(text) for span in finding.act.words])


@pytest.mark.parametrize(
    "text, to, on, recent, via",
    [
        ("Joe Biden told reporters in Warsaw that the war would be long.", "reporters in Warsaw", "", True, ()),
        ("Joe Biden said at a news conference in Kyiv that aid was coming.", "news conference in Kyiv", "", True, ()),
        ("Joe Biden tweeted that aid was coming.", "Twitter", "", True, ()),
        ("Joe Biden said on Tuesday that aid was coming.", "", "Tuesday", True, ()),
        ("Joe Biden has said that aid was coming.", "", "", False, ()),
        ("Joe Biden earlier said that aid was coming.", "", "", False, ()),
        ("In a speech on Monday, Joe Biden said that aid was coming.", "speech", "Monday", True, ()),
        ("In one incident on Monday, Joe Biden said, two men were shot.", "", "", True, ()),
        ("In another attack on Monday, Joe Biden said two men were shot.", "", "", True, ()),
        ("Joe Biden first said that aid was coming.", "", "", False, ()),
        ("Joe Biden says that aid is coming.", "", "", True, ()),
        (
            "Joe Biden said in an interview on the margins of the summit of the leaders of the seven states in Rome"
            " that aid was coming.",
            "interview on the margins of the summit of the leaders",
            "",
            True,
            (),
        ),
        ("According to Joe Biden, aid was coming to the town.", "", "", False, ()),
        ("Joe Biden told Reuters that aid was coming.", "Reuters", "", True, ("Reuters",)),
        ("“Aid is coming soon,” Joe Biden said, according to Reuters.", "", "", True, ("Reuters",)),
        ("Joe Biden was quoted by Reuters as saying that aid was coming.", "", "", True, ("Reuters",)),
        ("Reuters quoted Joe Biden as saying that aid was coming.", "", "", True, ("Reuters",)),
        ("“Aid is coming soon,” Joe Biden said in remarks carried by Reuters.", "", "", True, ("Reuters",)),
        ("Joe Biden wrote in a letter seen by Reuters that aid was coming.", "letter", "", True, ("Reuters",)),
        ("Joe Biden confirmed the shipment in a tweet.", "tweet", "", True, ()),
        ("Joe Biden told Reuters at the time that aid was coming.", "Reuters", "", True, ("Reuters",)),
        ("Joe Biden told Sky News Arabia that aid was coming.", "Sky News Arabia", "", True, ("Sky News Arabia",)),
        ("Aid is coming, Joe Biden told radio station Magik 9.", "radio station Magik 9", "", True, ()),
        ("Joe Biden said in an advisory note that aid was coming.", "advisory note", "", True, ()),
        ("Joe Biden was quoted as saying by state television that aid was coming.", "", "", True, ()),
    ],
)
def test_occasion(read_as_far_as: ReadAsFarAs, text: str, to: str, on: str, recent: bool, via: tuple[str, ...]) -> None:
    (finding,) = findings(read_as_far_as, text)
    assert who(finding) == "Joe Biden"
    assert (finding.to.value if finding.to else "") == to
    assert (finding.on.words[0].of(text) if finding.on else "") == on
    assert finding.recent is recent
    assert tuple(each.value.name for each in finding.via) == via


@pytest.mark.parametrize(
    "text",
    [
        "The junta declared war on the Karen rebels.",
        "The Houthis proclaimed jihad on the coalition.",
        "Joe Biden did not say when the troops would leave.",
        "If Joe Biden says that the war is over, the army will go home.",
        "Joe Biden could announce the plan next week.",
        "The rebels are said to be near the town.",
        "The army crossed the so-called “line of contact” at dawn.",
        "It was announced that the road was open.",
        "He watched “The Daily” on television.",
        "The Ethiopian government maintains tight control of communications.",
        "The Taliban hold the town, and the war claims lives every day.",
        "The Sudanese army added troops and continued its offensive on Monday.",
        "Hamas observed a minute of silence and Israel noted an increase in attacks.",
        "Vladimir Putin dismissed his defence minister and welcomed the troops.",
        "Russian aircraft blasted the town as the rebels threatened the capital.",
        "Israel denied the convoy access.",
        "Joe Biden declined to comment and refused to give details.",
        "Ethiopia and Eritrea agreed in 2018 to end two decades of hostility.",
        "Colombia offered a reward for the commander.",
        "A Saudi source told Reuters, to meet demand.",
        "Most Afghans resent the West telling them what to do.",
        "Donald Trump pleaded guilty to fraud.",
        "He named the town which Joe Biden said had fallen.",
        "Q: What do you want from the government?",
        "Suppose Abiy Ahmed refused to leave office.",
        "Juba will let the opposition express its views on the accord.",
        "Abiy Ahmed said his goodbyes to the staff, busy studying law at the college.",
        "They are mercenaries that Joe Biden says the rebels have on their payroll.",
        "Goods had reached the port, according to the nation's foreign affairs ministry.",
        "Residents waited. He saw boys burn Bashar al-Assad's picture. “They threw stones all night long,” he said.",
    ],
)
def test_no_statement(read_as_far_as: ReadAsFarAs, text: str) -> None:
    assert findings(read_as_far_as, text) == []


def test_a_quotation_alone_in_its_paragraph_goes_on_with_the_speaker(read_as_far_as: ReadAsFarAs) -> None:
    text = "“We will never leave the city,” Joe Biden said.\n“The road is open for everybody.”"
    assert [who(each) for each in findings(read_as_far_as, text)] == ["Joe Biden", "Joe Biden"]


def test_a_pronoun_goes_on_with_the_speaker(read_as_far_as: ReadAsFarAs) -> None:
    text = "A witness told Reuters that Bashar Assad had fled.\nThe city was quiet, he said."
    first, second = findings(read_as_far_as, text)
    assert who(first) == who(second)


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The army flew no sorties.\n\nThe office of the mediator has told its side. It says a mission comes.",
            [],
        ),
        (
            "The army shelled it.\n\nPresident Kagame's office told its side. The leaders, it said, will meet.",
            [],
        ),
        ("The Ukrainian army reported strikes. It said nobody was hurt.", ["Armed Forces of Ukraine"]),
        ("The RSF also denied having shelled the hospital. It said it held 212 men.", ["Rapid Support Forces"] * 2),
    ],
)
def test_it_is_no_body_before_something_that_nobody_knows(
    read_as_far_as: ReadAsFarAs, text: str, expected: list[str]
) -> None:
    assert [who(each) for each in findings(read_as_far_as, text)] == expected


def test_a_stray_mark_does_not_lose_the_report(read_as_far_as: ReadAsFarAs) -> None:
    text = "Joe Biden said “the war goes on.\nAntony Blinken said that aid was coming.\nRussia says the road is open."
    assert {"Antony Blinken", "Russia"} <= {who(each) for each in findings(read_as_far_as, text)}


CHECKED = [
    "Vladimir Putin told reporters in Sochi on Friday that Turkey must leave. “We will strike every base,” he said.",
    "Joe Biden rejected Russian allegations that Ukraine had violated the truce, and warned Moscow against an attack.",
    "Residents tweeted that the road was open. Antony Blinken expressed concern about the siege, Reuters reported.",
]


def values(finding: StatementFinding) -> list[Said[Any]]:
    single = [finding.act, finding.role, finding.to, finding.on]
    return [each for each in (*finding.speaker, *finding.via, *finding.target, *single) if each is not None]


@pytest.mark.parametrize("text", CHECKED)
def test_every_value_follows_from_its_words(read_as_far_as: ReadAsFarAs, text: str) -> None:
    found = findings(read_as_far_as, text)
    assert found
    for finding in found:
        for said in values(finding):
            assert holds(RULES, said.rule, said.value, [span.of(text) for span in said.words]), said


@pytest.mark.parametrize("text", CHECKED)
def test_a_corrupted_value_does_not_follow(read_as_far_as: ReadAsFarAs, text: str) -> None:
    found = findings(read_as_far_as, text)
    assert found
    for finding in found:
        words = [span.of(text) for span in finding.act.words]
        assert not holds(RULES, finding.act.rule, "praise", words)
        for said in finding.speaker:
            forged = msgspec.structs.replace(said.value, name="Nobody", key="person:nobody")
            assert not holds(RULES, said.rule, forged, [span.of(text) for span in said.words])


def test_observations_cite_short_passages(read_as_far_as: ReadAsFarAs) -> None:
    text = "“" + "The long war has gone on in the hills and in the towns. " * 20 + "It is over,” Joe Biden said."
    report, found = read_as_far_as(text, "statements")
    made = statements.observations(report, found.statements.all)
    assert len({each.id for each in made}) == len(made) == 1
    assert all(0 < span.end - span.start <= passages.LONGEST for span in made[0].evidence)


WORDS = ["He", "Biden", "said", "that", "“", "”", '"', "'", "the", "army", ",", ".", "according", "to", "told", "will"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_give_passages_of_the_text(read_as_far_as: ReadAsFarAs, words: list[str]) -> None:
    text = " ".join(words) or "x"
    report, found = read_as_far_as(text, "statements")
    for observation in statements.observations(report, found.statements.all):
        for span in (observation.trigger, *observation.evidence, *observation.finding.says):  # type: ignore[union-attr]
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("again", "stands"),
    [("it", True), ("its", True), ("They", True), ("army", True), ("city", False), ("who", False)],
)
def test_what_stands_again_for_a_speaker_known_in_words_alone(again: str, stands: bool) -> None:
    said = Said(speakers.unnamed("ethnic army"), "coreference to in words", ())
    assert rule_holds("control", said, [again, "ethnic army"]) is stands
