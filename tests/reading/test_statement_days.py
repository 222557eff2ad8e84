"""On which day something is said: the day of the document, that of the saying which it goes on with, and none that is
counted from another deed."""

from collections.abc import Callable

import pytest

from onrecord.reading.found import Found
from onrecord.reading.report import Report

ReadAsFarAs = Callable[[str, str], tuple[Report, Found]]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a document that is said to have come out then
        ("The Arakan Army said in a statement released on Wednesday that Ann had fallen.", ["Wednesday"]),
        ("Syria's interior ministry, in a statement issued Monday, said two men were arrested.", ["Monday"]),
        ("In a letter to the council dated December 2, Rwanda accused Burundi of sending troops.", ["December 2"]),
        ("In a video released on Tuesday, the rebels threatened to blockade Bamako.", ["Tuesday"]),
        ("In a letter seen by AFP on Tuesday, the rebels threatened to blockade Bamako.", [""]),
        # an occasion that the parse hangs on what is said
        ("Félix Tshisekedi ruled out talks with the rebels in a televised address on Friday.", ["Friday"]),
        # the same speaker goes on, in the same sentence, the next one, the next paragraph
        ("On Monday, the army said it had held Bara. It added that 20 fighters had died.", ["Monday", "Monday"]),
        ("“It is calm,” Paul Kagame said on Monday. He said roads were open.", ["Monday", "Monday"]),
        ("The Israeli army said on Monday it hit Tyre.\n\nThe army said a depot burned.", ["Monday", "Monday"]),
        ("Earlier on Monday, Paul Kagame had said it was calm. He said roads were open.", ["Earlier on Monday"] * 2),
        ("Guterres told reporters on Monday the truce held.\n\nHe called on both sides to talk.", ["Monday", "Monday"]),
        # not over another day, nor in another tense
        ("Petro said on Monday the talks were over. Shells fell on Friday. He said three boys died.", ["Monday", ""]),
        ("Abiy said on Monday the war was over. He has said he wants peace.", ["Monday", ""]),
    ],
)
def test_day(read_as_far_as: ReadAsFarAs, text: str, days: list[str]) -> None:
    report, found = read_as_far_as(text, "statements")
    on = [mention.finding.on for mention in found.statements]
    assert [said.words[0].of(report.text) if said else "" for said in on] == days


@pytest.mark.parametrize(
    ("text", "recent"),
    [
        ("The M23 rebels said hours later that they had taken no part.", False),
        ("Two days later, the army said the fighters had left.", False),
        ("A day after the raid, the Libyan army said 20 rebels were held.", False),
        ("The next day, the Libyan army said 20 rebels were held.", False),
        ("The convoy was hit after the junta declared a blockade on fuel.", False),
        ("Hours after the raid, the Libyan army said 20 rebels were held.", True),
        ("The Libyan army later said 20 rebels were held.", True),
    ],
)
def test_day_of_the_report_itself(read_as_far_as: ReadAsFarAs, text: str, recent: bool) -> None:
    assert [mention.finding.recent for mention in read_as_far_as(text, "statements")[1].statements] == [recent]


def test_day_of_what_is_joined_to_the_perfect(read_as_far_as: ReadAsFarAs) -> None:
    text = "Marco Rubio has since accused Rwanda of bad faith, and vowed to punish those responsible."
    assert [mention.finding.recent for mention in read_as_far_as(text, "statements")[1].statements] == [False, False]


def test_how_long_something_went_on_is_no_day_of_the_saying(read_as_far_as: ReadAsFarAs) -> None:
    text = "The African Union condemned the continued raids on civilians during the past week."
    _, found = read_as_far_as(text, "statements")
    (mention,) = found.statements
    assert mention.finding.on is None
    assert mention.finding.says[0].of(text) == "the continued raids on civilians during the past week"
