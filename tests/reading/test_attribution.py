from collections.abc import Callable

import pytest

from onrecord.reading.report import Report
from onrecord.reading.statements import attribution, quotations

Parse = Callable[[str], Report]


def told(report: Report) -> list[tuple[str, str, str, str]]:
    """Source, cue, content and act of each saying of a one-paragraph report."""
    doc = report.paragraphs[0].doc
    marks = quotations.find(report).get(0, ())
    return [
        (
            doc[slice(*each.source)].text if each.source else "",
            doc[slice(*each.cue)].text,
            " | ".join(doc[start:end].text for start, end in each.content),
            each.what.act,
        )
        for each in attribution.find(doc, marks)
        if each.saying
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The ministry said on Monday that 12 soldiers were killed.",
            [("The ministry", "said", "that 12 soldiers were killed", "assert")],
        ),
        (
            "Twelve soldiers were killed, the ministry said.",
            [("the ministry", "said", "Twelve soldiers were killed", "assert")],
        ),
        (
            "“We will stay,” said the general.",
            [("the general", "said", "We will stay", "assert")],
        ),
        (
            "“We came at night. We left at dawn,” the general told reporters in Goma.",
            [("the general", "told", "We came at night. We left at dawn", "assert")],
        ),
        (
            "“We will stay,” the general said, adding that his men would not leave the hill.",
            [
                ("the general", "said", "We will stay", "assert"),
                ("the general", "adding", "that his men would not leave the hill", "assert"),
            ],
        ),
        (
            "The rebels, according to residents, left the town at dawn.",
            [("residents", "according to", "The rebels | left the town at dawn", "assert")],
        ),
        (
            "The president vowed to retake the city.",
            [("The president", "vowed", "to retake the city", "promise")],
        ),
        (
            "The envoy urged both sides to stop the fighting.",
            [("The envoy", "urged", "both sides to stop the fighting", "appeal")],
        ),
        (
            "The minister was quoted as saying that talks would start.",
            [("The minister", "saying", "that talks would start", "assert")],
        ),
        (
            "State television quoted a doctor as saying that the hospital was full.",
            [("a doctor", "saying", "that the hospital was full", "assert")],
        ),
        (
            "The army accused the rebels of shelling a market.",
            [("The army", "accused", "the rebels of shelling a market", "accuse")],
        ),
        (
            "The council expressed concern about the fate of the prisoners.",
            [("The council", "expressed", "concern about the fate of the prisoners", "express concern")],
        ),
        (
            "The government rejected the allegations.",
            [("The government", "rejected", "the allegations", "deny")],
        ),
        (
            "The governor said the rebels would attack and warned civilians to leave.",
            [
                ("The governor", "said", "the rebels would attack", "assert"),
                ("The governor", "warned", "civilians to leave", "warn"),
            ],
        ),
        (
            "The minister pointed out that the truce had held.",
            [("The minister", "pointed out", "that the truce had held", "assert")],
        ),
        (
            "The colonel went on to say that the road was open.",
            [("The colonel", "to say", "that the road was open", "assert")],
        ),
    ],
)
def test_sayings(parse: Parse, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(parse(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are said to be near the town.",
        "The so-called republic held the reported positions.",
        "The army did not say how many soldiers were killed.",
        "He declined to say where the troops were.",
        "If the minister says that the truce is over, the war will go on.",
        "The government could announce the plan soon.",
        "It was announced that the road was open.",
        "The soldiers crossed the river on Monday.",
        "It is said that the bridge fell.",
        "Reporters asked whether the road was open.",
        "Italy ruled out ordering its aircraft to open fire.",
        "The general left without saying that the war was over.",
        "The army withdrew as demanded by the rebels because the road was open.",
        "The rebels continued the siege while the governor charged into the room.",
    ],
)
def test_no_sayings(parse: Parse, text: str) -> None:
    assert [each for each in told(parse(text)) if each[3] != "reject"] == []
