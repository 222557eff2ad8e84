"""What is said, and no word more: where contents end, which words are no content, on which day nothing was said."""

from collections.abc import Callable

import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.documents import Document, Part
from onrecord.model.findings import StatementFinding
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.actors import reader as actors
from onrecord.reading.actors.described import unnamed
from onrecord.reading.found import Found
from onrecord.reading.language import Parser
from onrecord.reading.report import Report
from onrecord.reading.rules import holds
from onrecord.reading.statements import reader as statements

ReadAsFarAs = Callable[[str, str], tuple[Report, Found]]


def findings(read: ReadAsFarAs, text: str) -> list[StatementFinding]:
    _, found = read(text, "statements")
    return [mention.finding for mention in found.statements]


def says(finding: StatementFinding, text: str) -> str:
    return " | ".join(span.of(text) for span in finding.says)


@pytest.mark.parametrize(
    "text, speaker, content",
    [
        (
            "Salva Kiir rejected calls for him to resign and fired his deputy.",
            "Salva Kiir",
            "calls for him to resign",
        ),
        (
            "Hamas vowed to fight to the end after scores of people were killed in Jabalia.",
            "Hamas",
            "to fight to the end",
        ),
        (
            "Gustavo Petro promised reforms on Sunday after protests reached the capital.",
            "Gustavo Petro",
            "reforms",
        ),
        (
            "Abiy Ahmed blamed foreign agents on Wednesday for starting the war.",
            "Abiy Ahmed",
            "foreign agents | for starting the war",
        ),
        (
            "Zambia urged restraint on Friday in an appeal to the council.",
            "Zambia",
            "restraint",
        ),
        (
            "Vladimir Putin warned foreign powers of “another Vietnam” if they intervened.",
            "Vladimir Putin",
            "foreign powers of “another Vietnam” if they intervened",
        ),
        (
            "Though Armenia has accused Azerbaijan of firing on villages, two monitors could not confirm the reports.",
            "Armenia",
            "Azerbaijan of firing on villages",
        ),
        (
            "Guards remain at the embassy, Anne Patterson said, but she would not discuss how papers are kept.",
            "Anne Patterson",
            "Guards remain at the embassy",
        ),
        (
            "Guards remain at the embassy, Anne Patterson said, but they would not stay long.",
            "Anne Patterson",
            "Guards remain at the embassy | but they would not stay long",
        ),
        (
            "I would not do either of those things for now, said Lindsey Graham of South Carolina, the top Republican"
            " on the committee who fears a wider war.",
            "Lindsey Graham",
            "I would not do either of those things for now",
        ),
        (
            "Salva Kiir said the statement “was not strong enough, but I think it is a good message.”",
            "Salva Kiir",
            "the statement “was not strong enough, but I think it is a good message.”",
        ),
        (
            "Ali Osman, Sudan's deputy envoy who earlier voiced dissent, said after the vote the text would help the"
            " people.",
            "Ali Osman",
            "the text would help the people",
        ),
        (
            "Antony Blinken said the United States wanted to see an end to the war, but avoided comment on the plan.",
            "Antony Blinken",
            "the United States wanted to see an end to the war",
        ),
        (
            "Ali Osman claimed rebel leaders were living in Chad and had carried out raids inside Sudan.",
            "Ali Osman",
            "rebel leaders were living in Chad and had carried out raids inside Sudan",
        ),
        (
            "Ali Osman accused certain elements within Chad's army of “plotting against the state” and arming rebels.",
            "Ali Osman",
            "certain elements within Chad's army of “plotting against the state” and arming rebels",
        ),
        (
            "A tribal chief told Al Jazeera Bashir had to leave the country.",
            "tribal chief",
            "Bashir had to leave the country",
        ),
    ],
)
def test_where_a_content_ends(read_as_far_as: ReadAsFarAs, text: str, speaker: str, content: str) -> None:
    (finding,) = findings(read_as_far_as, text)
    assert [each.value.name for each in finding.speaker] == [speaker]
    assert says(finding, text) == content


def test_the_outlet_told_is_the_audience(read_as_far_as: ReadAsFarAs) -> None:
    (finding,) = findings(read_as_far_as, "A tribal chief told Al Jazeera Bashir had to leave the country.")
    assert finding.to is not None
    assert finding.to.value == "Al Jazeera"


@pytest.mark.parametrize(
    "text, to, content",
    [
        ("Antony Blinken told a Senate hearing Sudan was burning.", "Senate hearing", "Sudan was burning"),
        (
            "Olena Zelenska told a parliamentary committee Ukraine would need more doctors.",
            "parliamentary committee",
            "Ukraine would need more doctors",
        ),
        (
            "Bintou Keita told a Security Council meeting the M23 had advanced on Goma.",
            "Security Council meeting",
            "the M23 had advanced on Goma",
        ),
        (
            "Nikol Pashinyan told a news conference the army had withdrawn from Shushi.",
            "news conference",
            "the army had withdrawn from Shushi",
        ),
        (
            "Gustavo Petro told a rally in Cali the ELN had broken its word.",
            "rally in Cali",
            "the ELN had broken its word",
        ),
        (
            "Abiy Ahmed told parliament that the war in Tigray was over.",
            "parliament",
            "the war in Tigray was over",
        ),
        ("Min Aung Hlaing told troops the Arakan Army would pay.", "troops", "the Arakan Army would pay"),
    ],
)
def test_those_who_are_told_are_no_part_of_what_they_are_told(
    read_as_far_as: ReadAsFarAs, text: str, to: str, content: str
) -> None:
    (finding,) = findings(read_as_far_as, text)
    assert finding.to is not None
    assert (finding.to.value, says(finding, text)) == (to, content)


@pytest.mark.parametrize(
    "text",
    ["Abiy Ahmed told a news conference he held in Mekelle on Tuesday.", "Gustavo Petro told a crowd he met in Cali."],
)
def test_a_clause_that_describes_the_audience_is_no_content(read_as_far_as: ReadAsFarAs, text: str) -> None:
    assert findings(read_as_far_as, text) == []


def test_members_of_an_audience_are_part_of_what_is_told(read_as_far_as: ReadAsFarAs) -> None:
    text = "Bola Tinubu told the committee members would be named soon."
    assert says(findings(read_as_far_as, text)[0], text) == "the committee members would be named soon"


def test_two_who_are_told_are_both_the_audience(read_as_far_as: ReadAsFarAs) -> None:
    (finding,) = findings(read_as_far_as, "“We will lose,” John McCain told Robert Gates and Mike Mullen.")
    assert finding.to is not None
    assert finding.to.value == "Robert Gates and Mike Mullen"


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("Medical and security officials said two men died in Mogadishu.", "medical and security officials (unnamed)"),
        ("Police and hospital sources said a mine blew up in Kirkuk.", "police and hospital sources (unnamed)"),
        ("Rebel and government commanders said the battle was over.", "rebel and government commanders (unnamed)"),
        ("Medical, tribal and local officials said ten men died.", "medical, tribal and local officials (unnamed)"),
        ("Western and Arab diplomats said a truce was near.", "Western and Arab diplomats (unnamed)"),
        ("European diplomats said a truce was near in Donbas.", "European diplomats (unnamed)"),
        ("Health and aid workers said two men died in Mekelle.", "health and aid workers"),
        ("Sudanese and UN officials said the convoy was stopped.", "Sudanese and UN officials"),
        ("A military and security source said the town fell.", "military and security source (unnamed)"),
    ],
)
def test_joined_qualities_are_of_one_speaker(read_as_far_as: ReadAsFarAs, text: str, speaker: str) -> None:
    (finding,) = findings(read_as_far_as, text)
    assert [each.value.name for each in finding.speaker] == [speaker]


@pytest.mark.parametrize(
    "words, country",
    [
        ("Israeli security and military officials", "Israel"),
        ("Sudanese and UN officials", None),
        ("Turkish military and Russian security sources", None),
        ("local and tribal officials", None),
    ],
)
def test_a_country_is_of_all_or_of_none(words: str, country: str | None) -> None:
    actor = unnamed([words])
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize(
    "text, speakers",
    [
        (
            "“We urge the president to speak out clearly,” said a statement by Sen. John McCain, R-Arizona, and"
            " Lindsey Graham, R-South Carolina.",
            ["John McCain", "Lindsey Graham"],
        ),
        (
            "Former rebel leader and peace prize winner John Garang is warning that the south could break away.",
            ["John Garang"],
        ),
        (
            "Susan Collins, R-Maine, a member of the committee, said she would vote for the arms.",
            ["Susan Collins"],
        ),
        (
            "Most analysts believe the Sudanese army would not be able to win, saying its tanks lag behind.",
            ["Most analysts"],
        ),
        (
            "Told by Martin Griffiths that children were starving in Darfur, the general left the room.",
            ["Martin Griffiths"],
        ),
        (
            "Al Jazeera quoted medical sources as saying 61 people had died in Gaza. It said that more were missing.",
            ["Al Jazeera"],
        ),
        (
            "A local leader of the party in the coastal city was not impressed. “He is worse than his father,” the"
            " leader said.",
            ["local leader of the party in the coastal city"],
        ),
        (
            "Ali Osman resigned, joining a chorus of Afghan diplomats, including the envoy to the United Nations, who"
            " say they now work for the people.",
            ["Afghan diplomats"],
        ),
        (
            "Comfort Ero said she could see the war ending in a “manhunt,” adding: “He could well go to ground.”",
            ["Comfort Ero"],
        ),
        (
            "While some critics say the mission in Mali has been slow, the statement said its work was useful.",
            ["critics"],
        ),
        (
            "Salva Kiir said he felt betrayed by his neighbours and accused them of arming the rebels.",
            ["Salva Kiir"],
        ),
    ],
)
def test_who_speaks(read_as_far_as: ReadAsFarAs, text: str, speakers: list[str]) -> None:
    finding = findings(read_as_far_as, text)[-1]
    assert [each.value.name for each in finding.speaker] == speakers
    for said in finding.speaker:
        words = [span.of(text) for span in said.words]
        assert holds({**actors.RULES, **statements.RULES}, said.rule, said.value, words)


@pytest.mark.parametrize(
    "text",
    [
        "A protester told CNN what he was seeing on the streets.",
        "Abiy Ahmed explained how the army had taken the town.",
        "Abdel Fattah al-Burhan made an impassioned appeal to his neighbours.",
        "The unrest in Kenya was fuelled by protesters demanding lower taxes and decrying high prices.",
        "Alassane Ouattara lost by refusing to accept the result.",
        "The bill was proposed by Joe Biden to close the gap.",
        "2009: Joe Biden says he will lead the party.",
        "Food and water ran short, which Oxfam said it would bring.",
        "The movement, which opposes the government of Bashar Assad, met in Doha.",
    ],
)
def test_no_content(read_as_far_as: ReadAsFarAs, text: str) -> None:
    assert findings(read_as_far_as, text) == []


DAY = Said("2021-05-08", "column", ())  # a Saturday


@pytest.mark.parametrize(
    "text, dated",
    [
        ("Joe Biden said that aid was coming.", [True]),
        ("By 1993, Joe Biden called the war a mistake.", [False]),
        ("In 1993, the war ended. Joe Biden said that it had cost too much.", [False]),
        ("In 1993, the war ended. It is a memory now. Joe Biden said that it had cost too much.", [True]),
        ("Joe Biden ultimately refused to sign the deal.", [False]),
        ("A farmer said that the men fled when Joe Biden told them that he would come.", [True, False]),
        ("In a previous speech, Joe Biden said that aid was coming.", [False]),
        ("The general said that he fled because Joe Biden promised to leave.", [True, False]),
        ("Earlier in the week, Joe Biden met the troops. He said that aid was coming.", [False]),
        ("Joe Biden said early Sunday that aid was coming.", [False]),
        ("Joe Biden said on Friday that aid was coming.", [True]),
        ("On a March evening 20 years ago, men came. Joe Biden said that they had guns.", [False]),
        ("updated: Thu Apr 15 2021 05:49:00. Joe Biden said that they had guns.", [False]),
        ("Over the years, Joe Biden said that the war would end.", [False]),
        ("Here is a timeline of events: The army attacks. Joe Biden says that he is worried.", [False]),
    ],
)
def test_the_day_of_the_report_is_not_that_of_what_was_said_before(
    parser: Parser, text: str, dated: list[bool]
) -> None:
    part = Part(Span(0, len(text)), published=DAY)
    document = Document(name="test.txt", text=text, parts=(part,), language="en")
    found = find(parsed(document, parser), last="statements")
    told = [mention.finding for mention in found.statements if mention.finding.speaker]
    assert [finding.on is not None or finding.recent for finding in told if "cable" not in _name(finding)] == dated


def _name(finding: StatementFinding) -> str:
    return finding.speaker[0].value.name


def test_what_is_added_is_told_apart(read_as_far_as: ReadAsFarAs) -> None:
    text = "Comfort Ero said she could see the war ending in a “manhunt,” adding: “He could well go to ground.”"
    first, second = findings(read_as_far_as, text)
    assert "adding" not in says(first, text)
    assert says(second, text).rstrip(".") == "He could well go to ground"


@pytest.mark.parametrize(
    "text, speaker, content",
    [
        (  # the words for who says it stand between the doer and the verb
            "His fighters, Hemedti said, had entered the city to defend the people.",
            "Mohamed Hamdan Dagalo",
            "His fighters | had entered the city to defend the people",
        ),
        (
            "The Taliban, Hamid Karzai added, would brief both on the details.",
            "Hamid Karzai",
            "The Taliban | would brief both on the details",
        ),
        (  # the parse has made the first noun the whole sentence
            "Otty Patiño, who heads the delegation of Colombia's government, said nobody should bury a ceasefire.",
            "Otty Patiño",
            "nobody should bury a ceasefire",
        ),
        (
            "A junta spokesman, Major General Zaw Min Tun, denied last week that any unit had surrendered.",
            "Zaw Min Tun",
            "any unit had surrendered",
        ),
        (
            "The M23 has told residents there to lay down their arms or face the consequences.",
            "M23",
            "residents there to lay down their arms or face the consequences",
        ),
        (
            "Russia's foreign ministry called on Monday for all parties to cease fire at once.",
            "Russian Foreign Ministry",
            "all parties to cease fire at once",
        ),
        (
            'Rodolphe Sorgho called the 6 April attacks "despicable and barbaric" on the radio.',
            "Rodolphe Sorgho",
            'the 6 April attacks "despicable and barbaric"',
        ),
        (
            "Azerbaijan stated Armenian forces had fired a rocket at the city of Ganja.",
            "Azerbaijan",
            "Armenian forces had fired a rocket at the city of Ganja",
        ),
        (
            "Thailand has reported 14 civilians and 15 soldiers dead; Cambodia gave no count.",
            "Thailand",
            "14 civilians and 15 soldiers dead",
        ),
        ("Denis Mukwege called for calm.", "Denis Mukwege", "calm"),
        ("The U.N. said the town of Sake was calm.", "United Nations", "the town of Sake was calm"),
        (
            "“The truce is over,” AFP quoted Abdel Fattah al-Burhan as saying.",
            "Abdel Fattah al-Burhan",
            "The truce is over",
        ),
    ],
)
def test_sayings_of_unusual_build(read_as_far_as: ReadAsFarAs, text: str, speaker: str, content: str) -> None:
    found = [(each.speaker[0].value.name, says(each, text)) for each in findings(read_as_far_as, text)]
    assert (speaker, content) in found


def test_what_follows_a_clause_of_the_doer_is_not_its_content(read_as_far_as: ReadAsFarAs) -> None:
    text = "Nadia Murad, known since she accused the militants of killing her brothers, arrived in Erbil on Monday."
    assert [says(each, text) for each in findings(read_as_far_as, text)] == ["the militants of killing her brothers"]


@pytest.mark.parametrize(
    "text, expected",
    [
        (  # one who is named only later is not "the minister"
            "In a statement, the minister said rescuers were at work. Hossein Amir-Abdollahian, the Iranian foreign"
            " minister, telephoned Sanaa.",
            [("minister", "rescuers were at work")],
        ),
        (  # a name of which nothing is known is not the spokesman named before
            "Dmitry Peskov, the Kremlin spokesman, denied any link. The service's spokesman, Artem Dekhtyarenko, said"
            " more would be told after victory.",
            [("Dmitry Peskov", "any link"), ("Artem Dekhtyarenko", "more would be told after victory")],
        ),
        (
            "Zaw Min Tun said that no unit had surrendered. Sai Leng, who taught in Lashio until the coup, keeps a"
            " notebook. “First there was no attack,” he says.",
            [("Zaw Min Tun", "no unit had surrendered"), ("Sai Leng", "First there was no attack")],
        ),
        (
            "The road to Mekelle was shut, a driver said.\nThe army's spokesman, Colonel Getnet Adane, did not deny"
            " it. On Thursday he said that the road was open.",
            [("driver", "The road to Mekelle was shut"), ("Getnet Adane", "the road was open")],
        ),
        (  # words before a colon lead up to another's words
            "The road to Goma is open, diplomats say. A man from Sake, who would not be named, put it more bluntly:"
            " “If Sake goes as well, there is not much left to talk about.”",
            [("diplomats (unnamed)", "The road to Goma is open")],
        ),
        (  # a verb with an object of its own does not take the sentence before
            "“The deal will be kept when its Russian part is kept.” Dmitry Peskov denied any link with the blast.",
            [("Dmitry Peskov", "any link with the blast")],
        ),
        (
            "Libyan television aired a message in which Muammar Gaddafi taunted the pilots, saying he was where none"
            " could reach him.",
            [("Muammar Gaddafi", "he was where none could reach him")],
        ),
        (
            "France's foreign ministry condemned the raid on Bria. The French ministry said a jet was lost.",
            [("French Foreign Ministry", "the raid on Bria"), ("French Foreign Ministry", "a jet was lost")],
        ),
        (
            "Riek Machar told reporters Saturday he welcomed a plea by Salva Kiir.",
            [("Riek Machar", "he welcomed a plea by Salva Kiir"), ("Riek Machar", "a plea by Salva Kiir")],
        ),
        ("Thirty-year-old Bashir says he fled Nyala.", []),
        ("Our correspondent in Odesa, Emma Harrison, writes that port workers shrugged when the news came.", []),
        ("India and Pakistan have disputed stretches of the border since 1947.", []),
        ("The toll counts the dead between May, when the junta announced its offensive, and July.", []),
    ],
)
def test_words_are_given_to_nobody_who_did_not_say_them(
    read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str]]
) -> None:
    found = findings(read_as_far_as, text)
    assert [(each.speaker[0].value.name, says(each, text).strip(",.")) for each in found] == expected


@pytest.mark.parametrize(
    "text, act",
    [
        ("Troops are shelling families in Zliten if they do not surrender, Ahmed Bani said.", "assert"),
        ("The M23 will not surrender, Bertrand Bisimwa said.", "reject"),
    ],
)
def test_a_condition_refuses_nothing(read_as_far_as: ReadAsFarAs, text: str, act: str) -> None:
    assert [each.act.value for each in findings(read_as_far_as, text)] == [act]


def test_the_day_of_what_is_spoken_of_is_not_that_of_the_saying(read_as_far_as: ReadAsFarAs) -> None:
    text = (
        "Rodolphe Sorgho called the 6 April attacks barbaric and assured the people of Dori that help was on its way."
    )
    assert [each.on for each in findings(read_as_far_as, text)] == [None] * len(findings(read_as_far_as, text))


@pytest.mark.parametrize(
    "text, act, content",
    [
        ("Ukraine's army denied on Saturday hitting the school.", "deny", "hitting the school"),
        ("Sudan's army denied on 3 May killing herders.", "deny", "killing herders"),
        ("Sudan's government warned on Thursday of a famine.", "warn", "a famine"),
        ("The United Nations warned on Monday against a new offensive in Kachin.", "warn", "a new offensive in Kachin"),
    ],
)
def test_the_day_of_a_saying_may_stand_before_its_content(
    read_as_far_as: ReadAsFarAs, text: str, act: str, content: str
) -> None:
    assert [(each.act.value, says(each, text)) for each in findings(read_as_far_as, text)] == [(act, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Reported by the BBC on Monday, the raid on Goma killed twelve people.",
        "Shelled, the army said, was the port of Odesa.",
        "Confirmed by the ministry, the deal with the M23 was signed.",
    ],
)
def test_a_verb_may_open_a_paragraph(read_as_far_as: ReadAsFarAs, text: str) -> None:
    read_as_far_as(text, "events")


@pytest.mark.parametrize(
    "text, speaker, act, content",
    [
        (
            "The Kremlin dismissed as “baseless” the accusation that Russian troops had tortured prisoners in Izium.",
            "Kremlin",
            "deny",
            "the accusation that Russian troops had tortured prisoners in Izium",
        ),
        (
            "Rwanda rejected as false claims that its soldiers had crossed into Congo.",
            "Rwanda",
            "deny",
            "claims that its soldiers had crossed into Congo",
        ),
        (
            "Mali dismissed as propaganda a report that its army had killed villagers in Moura.",
            "Mali",
            "deny",
            "a report that its army had killed villagers in Moura",
        ),
        (
            "The strike on the refinery in Jizan, which Riyadh blamed on the Houthis, halved output.",
            "Saudi Arabia",
            "accuse",
            "The strike on the refinery in Jizan | on the Houthis",
        ),
        (
            "The attack, which Bogotá blames on the ELN, killed a judge.",
            "Colombia",
            "accuse",
            "The attack | on the ELN",
        ),
    ],
)
def test_what_is_denied_or_blamed_out_of_its_place(
    read_as_far_as: ReadAsFarAs, text: str, speaker: str, act: str, content: str
) -> None:
    (found,) = findings(read_as_far_as, text)
    assert (found.speaker[0].value.name, found.act.value, says(found, text)) == (speaker, act, content)
    assert act == "deny" or found.target


@pytest.mark.parametrize(
    "text",
    ["The delays, which the port blamed on bad weather, lasted a week.", "The army described as false an old map."],
)
def test_weather_and_maps_are_not_accused(read_as_far_as: ReadAsFarAs, text: str) -> None:
    assert not findings(read_as_far_as, text)


def test_who_blames_another_for_a_deed_does_not_tell_its_toll(read_as_far_as: ReadAsFarAs) -> None:
    _, found = read_as_far_as("The raid, which Kinshasa blamed on the M23, killed nine people in Sake.", "events")
    assert all(not event.finding.per for event in found.events.all if event.finding.plover.value == "ASSAULT")


def test_who_is_blamed_in_a_clause_is_accused_by_the_verb_alone(read_as_far_as: ReadAsFarAs) -> None:
    text = "Kinshasa sent troops to end the violence, which it blamed on the M23."
    report, found = read_as_far_as(text, "statements")
    (said,) = [each.finding.act for each in found.statements.all if each.finding.act.value == "accuse"]
    words = [span.of(report.document.text) for span in said.words]
    assert words == ["blamed"]
    assert rule_holds("statement", said, words)
