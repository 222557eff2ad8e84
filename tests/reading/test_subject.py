"""Reports that tell no event of a crisis, of which no deed is told, and reports of crises that look like them.

The reports in `no_crisis/` are written for these tests; nobody in them is real, except states and those who led them.
Their figures and statements are read as in any report: a toll of a storm is a toll.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.intake import sources
from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.deeds import subject
from onrecord.reading.found import Found
from onrecord.reading.language import Parser
from onrecord.reading.report import Report
from onrecord.reading.statements import quotations

HERE = Path(__file__).parent / "no_crisis"
DEEDS = ("contacts", "commitments", "control", "agreements", "compliance", "sites", "events")
FAILING = {
    "34-theatre": "a play is told, the theatre hardly named",
    "41-train": "a minister threatens a company; few words tell its trade",
}
REPORTS = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.xfail(reason=FAILING[path.stem], strict=True)])
    if path.stem in FAILING
    else pytest.param(path, id=path.stem)
    for path in sorted(HERE.glob("*.txt"))
]


def read(path: Path, parser: Parser) -> tuple[Report, Found]:
    (document,) = sources([path])
    assert isinstance(document, Document)
    report = parsed(document, parser)
    return report, find(report)


@pytest.mark.parametrize("path", REPORTS)
def test_no_deed_is_told_where_there_is_no_crisis(path: Path, parser: Parser) -> None:
    report, found = read(path, parser)
    told = [f"{kind}: {report.words(mention.at)}" for kind in DEEDS for mention in getattr(found, kind)]
    assert told == []


FIGURES = [
    ("13-weather", "killed", 1, 1),
    ("13-weather", "wounded", 3, 3),
    ("30-hospital", "killed", 212, 212),
]


@pytest.mark.parametrize(("name", "measure", "low", "high"), FIGURES)
def test_figures_are_read_in_any_report(name: str, measure: str, low: float, high: float, parser: Parser) -> None:
    _, found = read(HERE / f"{name}.txt", parser)
    assert (measure, low, high) in [
        (each.finding.measure.value, each.finding.amount.value.low, each.finding.amount.value.high)
        for each in found.figures
    ]


STATEMENTS = [
    ("01-football", "Marta Lind"),
    ("03-boxing", "Hector Reyes"),
    ("05-price-war", "Anna Sorensen"),
    ("16-medicine", "Ilse de Wit"),
]


@pytest.mark.parametrize(("name", "speaker"), STATEMENTS)
def test_statements_are_read_in_any_report(name: str, speaker: str, parser: Parser) -> None:
    _, found = read(HERE / f"{name}.txt", parser)
    assert speaker in [who.value.name for each in found.statements for who in each.finding.speaker]


CRISES = {
    "a massacre at a football match": """At least 74 people were killed on Wednesday when fans stormed the pitch after a
        football match in Port Said, Egyptian officials said. Players of the visiting club fled to the dressing room as
        supporters with knives attacked them. Police stood by, witnesses said, and security forces opened fire only when
        the stadium was empty. Protesters clashed with police outside the interior ministry in Cairo on Thursday. The
        league was suspended, the coach of the team said he would never return, and the military council declared three
        days of mourning. The opposition accused the army of having let the violence happen.""",
    "oil and war": """Oil prices rose by 3 per cent on Monday after rebels attacked the port of Es Sider and shut the
        biggest export terminal. Crude futures for April touched 112 dollars a barrel. The army said it had shelled
        rebel positions near the refinery and killed twelve fighters. Traders said that exports had fallen to 200,000
        barrels a day. The state company declared force majeure, and two tankers turned back. Analysts at the bank said
        that the market had not yet priced in a civil war.""",
    "an election under attack": """A candidate of the ruling party was killed on Friday when a suicide bomber struck a
        campaign rally in Mastung, police said. At least 128 people died and 200 were wounded. The Islamic State group
        claimed responsibility. The election commission said that voters would go to the polls on 25 July as planned,
        although militants have threatened to attack polling stations. Two other candidates have been murdered during
        the campaign, and the army has sent troops to the province.""",
    "a concert under attack": """Gunmen opened fire at a concert hall on the edge of Moscow on Friday night, killing at
        least 133 people, investigators said. The band was about to go on stage when men in camouflage shot at the
        audience and set the theatre on fire. The singer and his musicians were not hurt. Security forces arrested four
        suspects near the border on Saturday, and the militants' news agency published a film of the attack. Officials
        said that the venue had been searched for explosives, and the president blamed terrorists.""",
    "a hospital in a war": """Doctors in El Fasher said that shells hit the Saudi hospital on Sunday, killing nine
        patients and a nurse in the surgical ward. It was the last hospital in the city in which surgeons could operate.
        The paramilitary Rapid Support Forces have besieged the city since May. A doctor said that there was no blood
        left and that cholera had infected 300 people in the camps for the displaced. The army denied that it had used
        the building.""",
    "a judge murdered": """Two men on a motorcycle shot dead judge Carlos Medina in Medellin on Thursday as he left his
        court, police said. A guard was wounded. The drug cartel had threatened the judge, who was to try one of its
        leaders for the bombing of an airliner. The minister of justice said that the state would not surrender, and
        judges in five cities stopped work in protest.""",
    "a cyclone in a war": """Cyclone Mocha made landfall in Rakhine state on Sunday with winds of 250 kilometres an
        hour, tearing roofs from camps for displaced Rohingya. At least 145 people were killed, the junta said. Heavy
        rain and a storm surge flooded Sittwe. The military refused aid agencies access to the camps, and the Arakan
        Army accused the regime of blocking food. Humanitarian agencies said that 400,000 people needed help.""",
    "the death of a commander": """A drone strike in Baghdad on Wednesday killed a commander of Kataib Hezbollah, the
        United States military said. Abu Baqir al-Saadi was born in Nasiriya and joined the militia at seventeen. He is
        survived by his wife and two sons. Protesters gathered at the scene and fighters fired into the air at his
        funeral. The Iraqi armed forces called the strike an assassination and a violation of the country's
        sovereignty.""",
    "a summit": """President Putin and President Erdogan met in Sochi on Monday and agreed to hold further talks on
        grain. The Kremlin said that the two leaders had spoken for three hours.""",
    "a witness": """"I think the army wanted to kill us all," said Amal, who fled Zamzam camp on foot. "I believe that
        five hundred people died." The Rapid Support Forces stormed the camp on Sunday after two days of shelling. "I
        wonder who will bury them," she said. The United Nations said that 400,000 people had been displaced.""",
    "a deed and its history": """Armenian and Azerbaijani forces exchanged fire near Jermuk on Tuesday, killing three
        soldiers. The two countries fought over the region in 1988, in 1992 and in 1994, when a ceasefire was signed. On
        Monday Azerbaijan closed the road to Stepanakert, and last week its foreign minister left the talks.""",
}


@pytest.mark.parametrize("text", CRISES.values(), ids=CRISES)
def test_reports_of_crises_are_read(text: str, read_as_far_as: Callable[[str, str], tuple[Report, Found]]) -> None:
    report, found = read_as_far_as(" ".join(text.split()), "dates")
    assert subject.parts_of_conflict(report, found, quotations.find(report)) == {0}


def test_each_part_of_a_page_is_judged_by_itself(parser: Parser) -> None:
    first = "Rebels shelled the market of Goma on Friday, killing nine people, the army said.\n\n"
    text = first + (HERE / "01-football.txt").read_text("utf-8")
    parts = (Part(Span(0, len(first))), Part(Span(len(first), len(text))))
    report = parsed(Document(name="page.txt", text=text, parts=parts, language="en"), parser)
    assert subject.parts_of_conflict(report, find(report, "dates"), quotations.find(report)) == {0}


@pytest.mark.parametrize("text", ["", " ", "Goal!", '"', "I think. I think."])
def test_any_text_is_judged(text: str, read_as_far_as: Callable[[str, str], tuple[Report, Found]]) -> None:
    report, found = read_as_far_as(text, "dates")
    assert subject.parts_of_conflict(report, found, quotations.find(report)) <= {0}
