"""Dates in sentences: which words are one, what they say, what they date."""

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.dates import When, resolve
from onrecord.reading.dates import reader as dates
from onrecord.reading.dates.grammar import derive, matches
from onrecord.reading.dates.words import scanned
from onrecord.reading.found import DateMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

FRIDAY = dt.date(2022, 3, 18)
Parse = Callable[[str], Report]


def read(parse: Parse, text: str) -> tuple[Report, tuple[DateMention, ...]]:
    report = parse(text)
    return report, dates.find(report, Found())


def words(report: Report, mention: DateMention) -> str:
    return mention.when.words[0].of(report.text)


def iso(when: When) -> str | None:
    found = resolve(when, FRIDAY)
    return found.iso if found else None


SENTENCES = [
    # sentence, then the dates in it: words, ISO in a report of Friday 18 March 2022, the word that is dated
    ("The army said on Monday that it had shelled the town.", [("Monday", "2022-03-14", "said")]),
    ("Rebels seized the airport on Thursday.", [("Thursday", "2022-03-17", "seized")]),
    ("The minister on Wednesday vowed to fight on.", [("Wednesday", "2022-03-16", "vowed")]),
    ("The minister said Wednesday the talks had failed.", [("Wednesday", "2022-03-16", "said")]),
    ("The envoy will arrive in Khartoum on Saturday.", [("Saturday", "2022-03-19", "arrive")]),
    ("The envoy said he would travel to Geneva on Monday.", [("Monday", "2022-03-21", "travel")]),
    ("The two sides were due to hold talks in Doha on Sunday.", [("Sunday", "2022-03-20", "hold")]),
    ("The two sides are expected to meet again on Tuesday.", [("Tuesday", "2022-03-22", "meet")]),
    ("Peace talks scheduled for Monday were called off.", [("Monday", "2022-03-21", "scheduled")]),
    ("The ceasefire begins on Monday.", [("Monday", "2022-03-21", "begins")]),
    ("Talks to be held on Monday may fail.", [("Monday", "2022-03-21", "held")]),
    ("The convoy should have arrived on Monday.", [("Monday", "2022-03-14", "arrived")]),
    ("Civilians were forced to flee on Monday.", [("Monday", "2022-03-14", "flee")]),
    ("The town fell after Tuesday's assault.", [("Tuesday", "2022-03-15", "assault")]),
    ("Ahead of Monday's summit the guns fell silent.", [("Monday", "2022-03-21", "summit")]),
    ("The general was killed in 2018.", [("2018", "2018", "killed")]),
    ("Their forces withdrew from India by May 2021.", [("by May 2021", "2021-05", "withdrew")]),
    ("Neither attacked the other until October 2021.", [("until October 2021", "2021-10", "attacked")]),
    ("The fighting went on well into 2021.", [("2021", "2021", "went")]),
    ("Elections are planned for 2023.", [("2023", "2023", "planned")]),
    ("He said so in a 2015 interview.", [("2015", "2015", "interview")]),
    ("The price was 2000 dollars for 1900 tonnes.", []),
    ("They signed the 2016 accord in Havana.", [("2016", "2016", "accord")]),
    ("The January 12 ceasefire has collapsed.", [("January 12", "2022-01-12", "ceasefire")]),
    ("Fighting broke out on 9 November 2020 near the border.", [("9 November 2020", "2020-11-09", "broke")]),
    ("Fighting broke out on Feb. 24, officials said.", [("Feb. 24", "2022-02-24", "broke")]),
    ("Troops crossed the river on the 3rd of March.", [("the 3rd of March", "2022-03-03", "crossed")]),
    ("The strike of 22/2/2022 killed four.", [("22/2/2022", "2022-02-22", "strike")]),
    ("Shelling went on from 3 to 5 March.", [("from 3 to 5 March", "2022-03-03/2022-03-05", "went")]),
    ("Shelling killed nine between 3 and 5 March.", [("between 3 and 5 March", "2022-03-03/2022-03-05", "killed")]),
    ("Raids on March 3-5 killed nine.", [("March 3-5", "2022-03-03/2022-03-05", "killed")]),
    ("It was besieged from January to March 2011.", [("from January to March 2011", "2011-01/2011-03", "besieged")]),
    ("Strikes hit the port on Monday and Tuesday.", [("Monday and Tuesday", "2022-03-14/2022-03-15", "hit")]),
    (
        "Strikes hit the port on Monday and Thursday.",
        [("Monday", "2022-03-14", "hit"), ("Thursday", "2022-03-17", "hit")],
    ),
    ("Some 3,000 have fled since early February.", [("since early February", "2022-02/2022-03-18", "fled")]),
    ("They must leave by the end of April.", [("by the end of April", "2022-04-30", "leave")]),
    ("They must leave by the end of the month.", [("by the end of the month", "2022-03-31", "leave")]),
    ("By Monday the army had taken the bridge.", [("By Monday", "2022-03-14", "taken")]),
    ("The truce was extended until Monday.", [("until Monday", "2022-03-21", "extended")]),
    ("Dozens died in the past two weeks.", [("the past two weeks", "2022-03-04/2022-03-18", "died")]),
    ("Over the past month the front has moved.", [("Over the past month", "2022-02-18/2022-03-18", "moved")]),
    ("Clashes have spread in recent weeks.", [("recent weeks", "2022-02-25/2022-03-18", "spread")]),
    ("The governor resigned this week.", [("this week", "2022-03-14/2022-03-18", "resigned")]),
    ("The governor will resign this week.", [("this week", "2022-03-18/2022-03-20", "resign")]),
    ("A delegation will visit Bamako next week.", [("next week", "2022-03-21/2022-03-27", "visit")]),
    ("A delegation will visit Russia next week.", [("next week", "2022-03-21/2022-03-27", "visit")]),
    ("A general was arrested last month.", [("last month", "2022-02", "arrested")]),
    ("Earlier this month a school was hit.", [("Earlier this month", "2022-03", "hit")]),
    ("Two days ago the dam was breached.", [("Two days ago", "2022-03-16", "breached")]),
    ("The village was bombed on Thursday night.", [("Thursday night", "2022-03-17", "bombed")]),
    ("The village was bombed in the early hours of Friday.", [("the early hours of Friday", "2022-03-18", "bombed")]),
    ("The truce took effect at 14:00 on Friday.", [("14:00 on Friday", "2022-03-18", "took")]),
    ("The group emerged in the early 1990s.", [("the early 1990s", "1990/1999", "emerged")]),
    ("Militias overran the city in the summer of 2014.", [("the summer of 2014", "2014-06/2014-08", "overran")]),
    ("The war began in May.", [("May", "2021-05", "began")]),
    (
        "The war began in 2011; in July of that year he fled.",
        [("2011", "2011", "began"), ("July of that year", "2011-07", "fled")],
    ),
    ("In January 12 soldiers were killed.", [("January", "2022-01", "killed")]),
    ("He has been in prison since last August.", [("since last August", "2021-08/2022-03-18", "been")]),
    ("Sanctions of 2010 and 2012 remain.", [("2010", "2010", "Sanctions"), ("2012", "2012", "Sanctions")]),
    ("In April and June 2019 he was in exile.", [("April", "2019-04", "was"), ("June 2019", "2019-06", "was")]),
    ("Leaders to meet on Monday over the border clashes", [("Monday", "2022-03-21", "meet")]),
    ("She was the first envoy to visit the town on Monday.", [("Monday", "2022-03-14", "visit")]),
    ("Aid will arrive in the coming days.", [("the coming days", "2022-03-18/2022-03-21", "arrive")]),
    ("Two people died over the weekend.", [("over the weekend", "2022-03-12/2022-03-13", "died")]),
    # what is proposed or announced lies ahead
    ("The envoy called for a summit on April 5.", [("April 5", "2022-04-05", "summit")]),
    ("The UN announced a donor conference in Geneva on 12 June.", [("12 June", "2022-06-12", "conference")]),
    ("The junta promised elections in August.", [("August", "2022-08", "elections")]),
    ("The army announced the ceasefire on Monday.", [("Monday", "2022-03-14", "announced")]),
    ("Spain will offer two bases, the minister said on Friday, a spokesman said.", [("Friday", "2022-03-18", "said")]),
    (
        "In the first three months of 2021, 90 people died.",
        [("the first three months of 2021", "2021-01/2021-03", "died")],
    ),
    ("In the last two months of 2021, 90 died.", [("the last two months of 2021", "2021-11/2021-12", "died")]),
    # no dates
    ("The weekend was quiet.", []),
    ("These are the last days of the regime, and the last days are long.", []),
    ("The day falls on the last Friday of the fast.", []),
    ("The number of camps rose from 2010 to 2,340.", []),
    ("The nine-year war has killed thousands.", []),
    ("They fought for nine years and two months.", []),
    ("Some 1500 soldiers and 2,000 police may march on the capital.", []),
    ("The government deployed 2000 soldiers.", []),
    ("He was second in command of the February 17 Brigade.", []),
    ("The Sunday Times and Russia Today carried the story.", []),
    ("The last days of the siege were the worst.", []),
    ("She told Theresa May and April Jones to march in the sun.", []),
    ("The team won 3-1; call 555-2011 for 20% off.", []),
    ("Women protest here every Friday.", []),
    ("The next day the shelling resumed.", []),
    ("The week-long truce held.", []),
    ("The date was given as 2/3/2021.", []),
]


@pytest.mark.parametrize("sentence, expected", SENTENCES, ids=[row[0] for row in SENTENCES])
def test_dates_of_a_sentence(parse: Parse, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    report, found = read(parse, sentence)
    doc = report.paragraphs[0].doc
    assert [(words(report, m), iso(m.when.value), doc[m.head].text) for m in found] == expected


@pytest.mark.parametrize("sentence", [row[0] for row in SENTENCES])
def test_every_value_follows_from_its_words_and_no_corrupted_one_does(parse: Parse, sentence: str) -> None:
    report, found = read(parse, sentence)
    assert found or (sentence, []) in SENTENCES
    for mention in found:
        said = mention.when
        cited = [span.of(report.text) for span in said.words]
        assert holds(dates.RULES, said.rule, said.value, cited)
        for corrupted in corruptions(said.value):
            assert not holds(dates.RULES, said.rule, corrupted, cited)


def corruptions(when: When) -> list[When]:
    """The date with one number, or its unit, side or bound, changed."""
    changed = [
        msgspec.structs.replace(when, **{field: getattr(when, field) + 1})
        for field in ("year", "month", "day", "weekday", "nth", "offset", "span")
        if getattr(when, field) is not None
    ]
    other = {"side": "near" if when.side != "near" else "back", "bound": "before", "unit": "century", "part": "late"}
    changed += [msgspec.structs.replace(when, **{field: value}) for field, value in other.items()]
    if when.until is not None:
        changed += [msgspec.structs.replace(when, until=each) for each in (None, *corruptions(when.until))]
    return [each for each in changed if each != when]


def test_the_day_of_telling_is_marked(parse: Parse) -> None:
    report, found = read(parse, "The army said on Monday it will strike on Sunday. Rebels fled on Tuesday.")
    findings = [each.finding for each in dates.observations(report, found)]
    assert [finding.of_report for finding in findings] == [True, False, False]  # type: ignore[union-attr]


def test_an_observation_cites_its_words_and_a_bounded_sentence(parse: Parse) -> None:
    text = "It was, " + "he said at length, " * 60 + "on Monday " + "that he recalled " * 60 + "the raid."
    report, found = read(parse, text)
    observations = dates.observations(report, found)
    assert observations
    for each in observations:
        evidence = each.evidence[0]
        assert each.trigger.of(text) == "Monday"
        assert evidence.holds(each.trigger)
        assert evidence.end - evidence.start <= 400


def test_a_history_leaves_its_year_to_the_last_one_told(parse: Parse) -> None:
    text = (
        "The rising began on 3 May 1954. It spread by July 1954. In March 1955 the governor fled, and on 4 April the "
        "capital fell. A truce was signed on 9 June 1955 and broken in August 1955. Talks resumed in October."
    )
    report, found = read(parse, text)
    assert [iso(mention.when.value) for mention in found][3] == "1955-04-04"
    assert iso(found[-1].when.value) == "1955-10"
    cited = [span.of(report.text) for span in found[-1].when.words]
    assert cited == ["October", "1955"]
    assert holds(dates.RULES, found[-1].when.rule, found[-1].when.value, cited)


def test_a_history_goes_on_to_the_next_year(parse: Parse) -> None:
    text = (
        "The rising began on 3 May 1954. It spread by July 1954. The port fell on 9 November 1954 and the fort on "
        "11 November 1954. On 1 December 1954 a truce was signed. In January the governor fled. On 4 April talks began."
    )
    report, found = read(parse, text)
    assert [iso(mention.when.value) for mention in found][-2:] == ["1955-01", "1955-04-04"]
    for mention in found[-2:]:
        cited = [span.of(report.text) for span in mention.when.words]
        assert cited[1] == "1954"
        assert holds(dates.RULES, mention.when.rule, mention.when.value, cited)
        assert not holds(dates.RULES, mention.when.rule, msgspec.structs.replace(mention.when.value, year=1954), cited)


@pytest.mark.parametrize(
    "aside",
    [
        "It was worse than the August 1961 rising.",
        "An election had been planned for 1961.",
        "Papers that were opened in 1961 told of it.",
    ],
)
def test_a_year_by_the_way_does_not_lead_a_history_on(parse: Parse, aside: str) -> None:
    text = (
        "The rising began on 3 May 1954. It spread by July 1954. The port fell on 9 August 1954 and the fort on "
        f"11 September 1954. On 1 October 1954 a truce was signed. {aside} On 4 November talks began."
    )
    _, found = read(parse, text)
    assert iso(found[-1].when.value) == "1954-11-04"


def test_news_does_not_inherit_a_year(parse: Parse) -> None:
    _, found = read(parse, "The war began in 2011. On 4 March troops entered the city, an official said on Friday.")
    assert [iso(mention.when.value) for mention in found] == ["2011", "2022-03-04", "2022-03-18"]


@pytest.mark.parametrize("phrase", ["10 February 2020", "since early December", "the past two weeks", "Feb 10-12"])
def test_words_are_one_date_from_end_to_end(phrase: str) -> None:
    assert derive(phrase) is not None
    assert derive(f"{phrase} soldiers") is None


PIECES = """Monday May 10 2011 3rd , - to and the of last next two weeks ago end early 14:00 22/2/2020 night since by
week recent 1990s this summer between 31 29 February first half that same year in soldiers . ’s"""
pieces = st.sampled_from(PIECES.split())
texts = st.lists(pieces, max_size=30).map(" ".join) | st.text(max_size=200)


@given(texts)
def test_any_text_yields_dates_that_stand_where_they_say(text: str) -> None:
    found = scanned(text)
    assert all(text[word.start : word.end].strip() for word in found)
    for match in matches(found):
        cited = text[match.words[0].start : match.words[-1].end]
        again = derive(cited)
        assert again is not None
        assert again == match.derived
        resolve(again.when, FRIDAY)


@pytest.mark.parametrize(
    "text", ["", "\x00 Monday\x07", "Monday " * 500, "1 " * 2000, "الاثنين 10 فبراير", "May-" * 300]
)
def test_strange_texts_are_read(parse: Parse, text: str) -> None:
    report, found = read(parse, text)
    for mention in found:
        assert words(report, mention).strip()
