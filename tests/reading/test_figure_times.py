"""When a figure holds, in sentences of many wars: its day or period, news or history, under dated headings."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.checking_rules import rule_holds
from onrecord.model.documents import Document, Part
from onrecord.model.findings import FigureFinding
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.dates.day_heads import day_heads
from onrecord.reading.figures import reader as figures
from onrecord.reading.found import Found
from onrecord.reading.language import Parser
from onrecord.reading.report import Report

Reader = Callable[[str, str], tuple[Report, Found]]


def words(report: Report, date: Said[Any] | None) -> str | None:
    return " ".join(span.of(report.text) for span in date.words) if date else None


def times(report: Report, finding: FigureFinding) -> tuple[str | None, str | None, bool]:
    return words(report, finding.as_of), words(report, finding.period), finding.recent


TIMES = [
    # the day of the deed, wherever it hangs
    ("The rebels said an attack on a convoy on 11 April in which one man died was theirs.", None, "11 April", False),
    ("At least five people were killed when police cleared the square on Wednesday.", None, "Wednesday", False),
    ("A clinic in Goma received two dead and 23 wounded on Thursday.", None, "Thursday", False),
    ("Two people died over the weekend after a fight at the border.", None, "over the weekend", False),
    ("Hundreds of people were killed in last year's fighting.", None, "last year", False),
    ("Ten people died in strikes on Kyiv, the largest attack since the war began in 2022.", None, None, True),
    ("Monday's attack came hours after jihadists raided Sikire, killing 10 people.", None, None, False),
    (
        "Gunmen attacked a college on Tuesday, killing one man, in what was the fifth attack on a school since May.",
        None,
        "Tuesday",
        False,
    ),
    # counted up to a day, or told on one
    (
        "The truce announced on Saturday ended fighting that has left 1,100 people dead, the Red Cross said.",
        None,
        None,
        True,
    ),
    ("The region saw its worst attack in August, when 400 people were killed.", None, "August", False),
    ("During the war in Tigray, up to 600,000 people died.", None, None, False),
    ("As of Monday, 300 people had been killed in Darfur.", "Monday", None, False),
    ("By Friday, 45 people had been killed, the ministry said.", "By Friday killed", None, False),
    ("Almost 750,000 people have fled, the envoy told the council on Monday.", "Monday", None, False),
    ("The number was unclear on Tuesday but at least 24 people have died in Misrata.", None, None, True),
    ("updated: Sun May 01 2011 19:01 Gunmen killed three people in Sirte.", "Sun May 01 2011 19:01", None, False),
    ("In 2019, Lebanon hosted 1.5 million refugees.", "2019", None, False),
    # a part is counted over the time of the whole
    ("More than 1,000 people, including 86 children, have died since the war began in May.", None, "since May", True),
    ("Warplanes carried out 334 air strikes since taking command on March 23.", None, "since March 23", True),
    # some days or weeks, nobody says how many
    ("In recent weeks 40 civilians were killed in Aden.", None, None, True),
    ("At least 300 people have been killed in El Fasher in the past few days.", None, None, True),
    ("More than 2,000 people have fled Goma over the past several days.", None, None, True),
    ("Over the last couple of weeks, 70 soldiers have died near Bakhmut.", None, None, True),
    ("In the past two weeks 13 soldiers were killed.", None, "the past two weeks", True),
    # reckoned from a day that is not the report's
    ("Human Rights Watch says 1,200 prisoners were killed that day.", None, None, False),
    ("Shortly afterwards, militias killed 20 people in Bunia.", None, None, False),
    ("The bishop condemned the murder of six priests.", None, None, False),
    ("The clash resulted in the capture of 12 rebels.", None, None, False),
    ("At least 20 people are killed in Homs, according to medical sources.", None, None, False),
    ("At least nine people are killed and 30 are wounded in Homs, medics say.", None, None, False),
    ("Before the war, the army had about 500 tanks.", None, None, False),
    # summed up in the past, by what is over
    ("Some 70,000 Colombians were killed before the guerrillas were defeated.", None, None, False),
    ("More than 60,000 Yemenis died, more than 10,000 of whom were killed by shelling.", None, None, False),
    ("Some 4,000 people were killed, the mayor of Mariupol said.", None, None, True),
    # what somebody had come to know before the day on which he speaks
    (
        "The general told reporters on Thursday that he quit after learning that 40 villagers had died.",
        None,
        None,
        False,
    ),
    (
        "A minister told CNN on Wednesday that he resigned Monday after hearing that 300 had died in Goma.",
        None,
        None,
        False,
    ),
    ("Fighting left 25 people dead earlier in the day in Mariupol.", None, None, False),
    ("The army attacked a camp that jets had bombed in 2019. Two soldiers died.", None, None, True),
    ("He spoke from a camp that jets bombed in 2019. A raid resulted in the deaths of two soldiers.", None, None, True),
    ("A military aircraft crashed Wednesday southwest of Goma.", "Wednesday", None, False),
    # where in the week it started is not told; how far a stretch goes back from a day that is not the report's neither
    ("The UN estimates that 1,000 people have been killed since the uprising began last week.", None, None, True),
    ("A doctor said 320 had been killed in Homs since protests began last week.", None, None, True),
    ("Some 100,000 people have fled Darfur in roughly the past week, the UNHCR said Sunday.", "Sunday", None, False),
    # a year that only tells which thing is meant
    ("Russia deployed 30 observation posts along a line agreed with Turkey in 2020.", None, None, True),
    # what somebody or something is known by, and what only comes of a deed
    ("The group, which abducted 276 girls, rejected the offer.", None, None, False),
    ("The general, whose troops killed 600 prisoners, was promoted in Asmara.", None, None, False),
    ("The raid recalled the bombing of the barracks in Beirut that killed 241 marines.", None, None, False),
    ("The militia is accused of the killing of 200 villagers in Wukro.", None, None, False),
    ("On Monday Switzerland opened an inquiry into the kidnappings of two of its citizens in Mali.", None, None, False),
    ("The strike, which killed 12 villagers, hit a market.", None, None, True),
    # an hour given again by another clock
    ("Thousands of soldiers attacked around 6 a.m. (11 p.m. Tuesday ET), and 13 died.", None, None, False),
    # a day of only some of them, or half of a stretch
    ("More than 1.2 million Lebanese have been displaced, most of them since September.", None, None, True),
    (
        "The watchdog recorded 358 civilians killed in Idlib between September 22, when it began, and October 17.",
        None,
        None,
        False,
    ),
    # a sentence before that is dated in the report's own year makes no history of it
    ("The governor spoke of the attack of 3 May. The provisional toll was 31 dead.", None, None, True),
    # news
    ("The ambassador has estimated that the death toll was about 2,000.", None, None, True),
    ("Gunmen killed 30 villagers in Zamfara.", None, None, True),
]


@pytest.mark.parametrize("text, as_of, period, recent", TIMES, ids=[row[0] for row in TIMES])
def test_tells_when(read_as_far_as: Reader, text: str, as_of: str | None, period: str | None, recent: bool) -> None:
    report, found = read_as_far_as(text, "figures")
    finding = found.figures.all[-1].finding
    assert times(report, finding) == (as_of, period, recent)
    for date in (finding.as_of, finding.period):
        if date is not None:
            cited = [span.of(report.text) for span in date.words]
            assert rule_holds("figure", date, cited)
            changed = msgspec.structs.replace(date.value, bound="before")
            assert not rule_holds("figure", msgspec.structs.replace(date, value=changed), cited)


HISTORY = [
    "The army crushed protests in 1988. Soldiers killed 300 students.",
    "In 1986, the state was implicated in the bombing of a nightclub that left one soldier dead.",
    "Police ask of the 1988 bombing, for which the state took the blame and paid money to relatives of the 270 dead.",
    "In the first Gulf War, 148 American soldiers were killed.",
    "Thirty years ago, militias killed 300 villagers here.",
    "The band played at a disco in Kabul where a bomb killed two U.N. soldiers decades ago.",
    "Israel invaded Lebanon in 1982. Some 17,000 people were killed.",
    "The Rwandan genocide shaped him: some 800,000 Tutsi were slaughtered.",
    "Pol Pot ruled by terror, and 1.7 million people died.",
    # what may come
    "Officials feared the possibility of thousands more being killed.",
    "If the offensive goes ahead, 800,000 people would be displaced.",
]


@pytest.mark.parametrize("text", HISTORY)
def test_leaves_history_and_chances_out(read_as_far_as: Reader, text: str) -> None:
    _, found = read_as_far_as(text, "figures")
    assert not found.figures.all


STANDING = [
    ("The rebels could seize Goma within days, displacing a million people, the UN warned.", "projected"),
    ("Some 1.4 million people are expected to cross into Chad, the UN said.", "projected"),
    ("Rebels seized Goma, displacing a million people, the UN said.", "reported"),
    ("The death toll in Gaza could be as high as 800, the envoy said.", "estimated"),
    ("The death toll in Gaza could rise to 800, the envoy said.", "projected"),
    ("Up to 500 fighters may have been killed, the governor said.", "presumed"),
]


@pytest.mark.parametrize("text, standing", STANDING)
def test_what_may_come_is_projected(read_as_far_as: Reader, text: str, standing: str) -> None:
    _, found = read_as_far_as(text, "figures")
    assert [mention.finding.standing for mention in found.figures] == [standing]


UKRAINE = "Shelling killed three people in Kherson. Kyiv, Odesa, Lviv, Kharkiv and Dnipro in Ukraine were hit. "


@pytest.mark.parametrize(
    "text",
    [
        "In Kosovo, pilots claimed to have destroyed 94 tanks.",
        "Britain was marked by the Iraq and Afghanistan wars, where hundreds of British soldiers were killed.",
    ],
)
def test_leaves_out_what_another_country_saw(read_as_far_as: Reader, text: str) -> None:
    _, found = read_as_far_as(UKRAINE + text, "figures")
    assert [mention.finding.measure.value for mention in found.figures] == ["killed"]


@pytest.mark.parametrize("published, kept", [("2011-03-01", 0), ("1990-03-01", 1), (None, 1)])
def test_leaves_out_what_was_long_before_the_report(parser: Parser, published: str | None, kept: int) -> None:
    text = "In the 1982 massacre at Hama, 10,000 people were killed."
    said = Said(published, "column", ()) if published else None
    document = Document(name="a.txt", text=text, parts=(Part(Span(0, len(text)), published=said),), language="en")
    assert len(find(parsed(document, parser)).figures) == kept


DAYS = """Timeline of the war in Sudan

15 April
Fighting breaks out in Khartoum. At least 56 people are killed.

16 April
Three aid workers were killed.

20 April
Some 300 people have been killed, the WHO says.
"""
LISTED = """March 5: Shelling kills 12 people in Kharkiv.
Jets destroyed four tanks.
March 7: Six civilians were killed on Sunday.
March 9 - Nine soldiers are killed in Mariupol.

Ten people were wounded in Odesa.
"""
CHRONICLE = """2003
20 March - Nine soldiers are killed in Basra.
2004
31 March - Four contractors are killed in Falluja.
"""
STAMPED = """(9:22 p.m. Friday ET) Soldiers released four journalists.

(1:10 p.m. Thursday ET) A hospital in Misrata said 12 people were killed.
"""
HEADED = [
    (DAYS, [(None, "15 April", False), (None, "16 April", False), ("20 April", None, False)]),
    (
        LISTED,
        [
            (None, "March 5", False),
            ("March 5", None, False),
            (None, None, False),
            (None, "March 9", False),
            (None, None, True),
        ],
    ),
    (CHRONICLE, [(None, "20 March 2003", False), (None, "31 March 2004", False)]),
    (STAMPED, [("9:22 p.m. Friday", None, False), ("1:10 p.m. Thursday", None, False)]),
    # the hour of a stamp is the report's, from which other days count
    (
        "(9:22 p.m. Friday ET) Two died.\n\n(1 p.m. Thursday ET) A blast in Aden killed 40 people on Wednesday.",
        [("9:22 p.m. Friday", None, False), (None, "Wednesday", False)],
    ),
    # one date at the head of a line is no list
    ("Saturday: Shelling kills 12 people in Kharkiv.\n\nTen people were wounded.", [(None, "Saturday", False)]),
]


@pytest.mark.parametrize("text, expected", HEADED)
def test_a_dated_heading_holds_for_what_stands_under_it(
    read_as_far_as: Reader, text: str, expected: list[tuple[str | None, str | None, bool]]
) -> None:
    report, found = read_as_far_as(text, "figures")
    found_times = [times(report, mention.finding) for mention in found.figures]
    assert found_times[: len(expected)] == expected
    for observation in figures.observations(report, found.figures.all):
        assert isinstance(observation.finding, FigureFinding)
        for date in (observation.finding.as_of, observation.finding.period):
            assert date is None or rule_holds("date", date, [span.of(report.text) for span in date.words])


def test_headings_of_one_part_do_not_hold_in_another(parser: Parser) -> None:
    first, second = "5 March\nOne.\n\n6 March\nTwo.\n\n", "Rebels took a town.\n"
    text = first + second
    parts = (Part(Span(0, len(first))), Part(Span(len(first), len(text))))
    report = parsed(Document(name="a.txt", text=text, parts=parts, language="en"), parser)
    heads = day_heads(report, find(report, last="dates"))
    assert {report.paragraphs[index].doc.text for index in heads} == {"5 March", "One.", "6 March", "Two."}


@pytest.mark.parametrize("text", ["", "5 March", "- : (", "(5 March", "5 March:\n6 March:", "1999\n2000\n\n"])
def test_any_text_is_read(read_as_far_as: Reader, text: str) -> None:
    report, found = read_as_far_as(text, "dates")
    assert set(day_heads(report, found)) <= set(range(len(report.paragraphs)))
