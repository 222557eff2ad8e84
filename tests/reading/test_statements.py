from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.findings import StatementFinding
from onrecord.model.said import Said
from onrecord.reading import actors, dates, passages, statements
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

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
    ],
)
def test_who_says_what(read_as_far_as: ReadAsFarAs, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = findings(read_as_far_as, text)
    assert [(who(each), each.act.value, each.form, says(each, text).rstrip(",”")) for each in found] == expected


@pytest.mark.parametrize(
    "text, to, on, recent, via",
    [
        ("Joe Biden told reporters in Warsaw that the war would be long.", "reporters in Warsaw", "", True, ()),
        ("Joe Biden said at a news conference in Kyiv that aid was coming.", "news conference in Kyiv", "", True, ()),
        ("Joe Biden tweeted that aid was coming.", "Twitter", "", True, ()),
        ("Joe Biden said on Tuesday that aid was coming.", "", "Tuesday", True, ()),
        ("Joe Biden has said that aid was coming.", "", "", False, ()),
        ("Joe Biden earlier said that aid was coming.", "", "", False, ()),
        ("Joe Biden says that aid is coming.", "", "", True, ()),
        ("Joe Biden told Reuters that aid was coming.", "Reuters", "", True, ("Reuters",)),
        ("“Aid is coming soon,” Joe Biden said, according to Reuters.", "", "", True, ("Reuters",)),
        ("Joe Biden was quoted by Reuters as saying that aid was coming.", "", "", True, ("Reuters",)),
        ("Reuters quoted Joe Biden as saying that aid was coming.", "", "", True, ("Reuters",)),
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
        "Joe Biden did not say when the troops would leave.",
        "If Joe Biden says that the war is over, the army will go home.",
        "Joe Biden could announce the plan next week.",
        "The rebels are said to be near the town.",
        "The army crossed the so-called “line of contact” at dawn.",
        "It was announced that the road was open.",
        "He watched “The Daily” on television.",
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
    for finding in findings(read_as_far_as, text):
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
