"""Where readers begin to speak below a report."""

import pytest

from onrecord.intake.readers import comments
from onrecord.model.lines import lines

REPORT = "\n".join(
    (
        "Troops entered the town of Sake on Friday, residents said.",
        "The army denied that it had shelled the market.",
        "“We are leaving,” a teacher told reporters.",
        "The United Nations called for calm.",
        "About US forces nothing was said.",
        "The road to Goma was closed.",
    )
)
STAMP = "March 5 , 2021 at 6:15 am | Report abuse | It is a disgrace ."


@pytest.mark.parametrize(
    "below",
    [
        f"Not all of them want him gone !!!\n{STAMP}",
        f"{STAMP}\nNobody said so.",
        "My brother is there.\nThe town has no water.\nThis discussion is now closed.",
        "WHAT ARE THEY WAITING FOR HERE ?\nThe town burns.\nComments are not pre-screened before they post .",
        "Leave a reply\nIt was 40 dead.",
    ],
)
def test_comments_are_cut_from_the_first(below: str) -> None:
    text = f"{REPORT}\n{below}"
    (cut,) = comments(lines(text))
    assert (text[: cut.span.start].rstrip(), cut.span.end) == (REPORT, len(text))
    assert cut.why == "comments"


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        f"{REPORT}\nWe drove on to Goma, where our guide left us.",  # no rules of comments follow
        "I was there.\nWe saw it.\n“It burned,” he said.",
    ],
)
def test_a_report_without_comments_is_left_whole(text: str) -> None:
    assert list(comments(lines(text))) == []


def test_the_end_of_a_report_stays_with_it() -> None:
    text = f"{REPORT}\nThis discussion is now closed."
    (cut,) = comments(lines(text))
    assert text[: cut.span.start].rstrip() == REPORT
