from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import parsed
from onrecord.reading.language import Parser
from onrecord.reading.report import Report
from onrecord.reading.statements import quotations

Parse = Callable[[str], Report]


def quoted(report: Report) -> list[str]:
    found = [report.words(each.at) for each in sum(quotations.find(report).values(), ())]
    return [words.replace(" ,", ",") for words in found]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("“We will stay,” the general said. “We will win.”", ["We will stay,", "We will win."]),
        ('"We will stay," the general said, "and win."', ["We will stay,", "and win."]),
        ("``We will stay,'' the general said.", ["We will stay,"]),
        ("`` We will stay , '' the general said .", ["We will stay,"]),
        ("«We will stay», the general said.", ["We will stay"]),
        ("'We will stay,' the general said.", ["We will stay,"]),
        ("‘We don’t know,’ the general said.", ["We don’t know,"]),
        ("The rebels' leaders left the soldiers' camp.", []),
        ("The ’90s and the general’s camp.", []),
        ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
        ("They met in a “safe zone” near the “line of contact”.", ["safe zone", "line of contact"]),
    ],
)
def test_quotations(parse: Parse, text: str, expected: list[str]) -> None:
    assert quoted(parse(text)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        # closing typed as opening
        ("“We will talk. We will win, “Mansour said, adding that they would stay.", ["We will talk. We will win,"]),
        # opening typed as closing
        ("”We will stay” the general said.", ["We will stay"]),
        # closing missing before the attribution
        ("“We will stay, the general said. He left for “Monday Market”.", ["We will stay,", "Monday Market"]),
        # closing missing in the middle of a sentence
        ("They called it “safe. Then they left the town.", ["safe."]),
        # a closing mark too many
        ("“We will stay,” the general said.” Then he left.", ["We will stay,"]),
    ],
)
def test_unbalanced_marks(parse: Parse, text: str, expected: list[str]) -> None:
    assert quoted(parse(text)) == expected


def test_a_stray_mark_does_not_leave_its_paragraph(parse: Parse) -> None:
    report = parse("He said “the war goes on.\nThe army left the town.\nThe rebels took the hill.")
    assert all(each.at.paragraph == 0 for found in quotations.find(report).values() for each in found)


def test_a_quotation_runs_on_over_paragraphs(parse: Parse) -> None:
    found = quotations.find(parse("“We came at night. We left at dawn.\n“We lost everything,” she said."))
    assert [(each.closed, each.goes_on) for each in found[0]] == [(False, True)]
    assert [(each.closed, each.goes_on) for each in found[1]] == [(True, False)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab ,.?“”\"'‘’«»`\n", max_size=60))
def test_any_marks_give_ordered_ranges_inside_their_paragraph(text: str) -> None:
    document = Document(name="x", text=text, parts=(Part(Span(0, max(len(text), 1))),), language="en")
    report = parsed(document, Parser())
    for index, found in quotations.find(report).items():
        end = 0
        for each in found:
            assert end <= each.outer.start <= each.at.start < each.at.end <= each.outer.end
            assert each.outer.end <= len(report.paragraphs[index].doc)
            end = each.outer.end
