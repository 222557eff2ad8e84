"""The sample reports: that they are what their README says they are."""

import re
from collections import Counter
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples" / "idlib-2020"
REPORTS = sorted(SAMPLES.glob("*.txt"))
README = (SAMPLES / "README.md").read_text("utf-8")


def sentences(path: Path) -> set[str]:
    return {part.strip() for part in re.split(r"(?<=[.!?”\"])\s+", path.read_text("utf-8")) if len(part) > 40}


def quotations(path: Path) -> set[str]:
    return {
        quote.rstrip(",.") for quote in re.findall(r"[\"“]([^\"“”]+)[\"”]", path.read_text("utf-8")) if len(quote) > 40
    }


def test_there_are_enough_of_them_and_the_readme_names_each() -> None:
    assert len(REPORTS) >= 14
    assert set(re.findall(r"`(\d\d-[^`]+\.txt)`", README)) == {report.name for report in REPORTS}


def test_the_readme_says_whose_words_they_are() -> None:
    assert "written for this project" in README
    assert "quotations included" in README
    assert "Do not cite" in README


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_each_is_a_short_report(report: Path) -> None:
    assert 120 <= len(report.read_text("utf-8").split()) <= 350


def test_all_but_one_begin_with_their_date() -> None:
    undated = [report.name for report in REPORTS if not re.match(r"date 2020-0[23]-\d\d\n", report.read_text("utf-8"))]
    assert undated == ["07-vow-undated.txt"]


def test_the_undated_one_shares_quotations_with_a_dated_one() -> None:
    dated, undated = (SAMPLES / name for name in ("05-bosphorus-post-ultimatum.txt", "07-vow-undated.txt"))
    assert len(quotations(dated) & quotations(undated)) >= 2


def test_the_reprints_share_their_sentences_and_nothing_else_does() -> None:
    told = Counter(sentence for report in REPORTS for sentence in sentences(report))
    reprints = {report.name for report in REPORTS if sum(told[sentence] > 1 for sentence in sentences(report)) >= 3}
    assert {name.partition("-")[0] for name in reprints} >= {"11", "12", "13"}


@pytest.mark.parametrize(
    "noise",
    [
        r"^Advertisement$",
        r"^READ ALSO: ",
        r"Photo: \w+ \w+ / ",
        r"^\(Reporting by ",
        r"^By \w+ \w+",
        r"^Comments are moderated",
        r"^Share this article",
        r"newsletter",
        r"^Discussion about this post$",
        r"^[A-Z]\w+ Press, 29/2/2020: ",
        r"^(.{30,})\n\1$",
        r"^[A-Z]+(?:, \w+)? / [A-Z]+ \([A-Z]\w+ Wire\) - ",
    ],
)
def test_they_carry_the_noise_of_real_pages(noise: str) -> None:
    assert any(re.search(noise, report.read_text("utf-8"), re.MULTILINE) for report in REPORTS)
