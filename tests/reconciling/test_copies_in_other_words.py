"""Reports that are others in other words: names and numbers stay, and the order in which they come up.

Each file under `pairs` holds two reports: those of `retold` are one in two wordings, those of `apart` are two.
"""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord import pipeline
from onrecord.explaining import why
from onrecord.model.documents import Cut, Document, Part
from onrecord.model.entries import CopyEntry
from onrecord.model.spans import Span
from onrecord.reconciling.copies.order import FEWEST, Outline, in_order
from onrecord.store import Store

from .test_copies import Told, copies, stated

PAIRS = Path(__file__).parent / "pairs"
RETOLD, APART = (
    {path.stem: path.read_text("utf-8").split("----") for path in sorted((PAIRS / folder).glob("*.txt"))}
    for folder in ("retold", "apart")
)
REPORT, AGAIN = RETOLD["sudan"]


def whole(*told: Told) -> list[tuple[str, ...]]:
    """Which of the reports are copies as a whole: each the earlier one and the later."""
    return [each.docs for each in copies(*told) if each.share is not None]


@pytest.mark.parametrize(("one", "other"), RETOLD.values(), ids=RETOLD)
def test_a_report_in_other_words_is_a_copy(one: str, other: str) -> None:
    assert whole(("a.txt", "2024-05-01", one), ("b.txt", "2024-05-02", other)) == [("a.txt", "b.txt")]
    assert whole(("a.txt", "2024-05-02", one), ("b.txt", "2024-05-01", other)) == [("b.txt", "a.txt")]


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_two_reports_that_have_much_in_common_are_none(one: str, other: str) -> None:
    assert whole(("a.txt", "2024-05-01", one), ("b.txt", "2024-05-08", other)) == []


def test_its_sentences_are_cited_side_by_side() -> None:
    found = copies(("wire.txt", "2024-05-01", REPORT), ("site.txt", "2024-05-02", AGAIN))
    (entry,) = [each for each in found if each.share is not None]
    assert entry.type == "paraphrase"
    assert {cite.doc for cite in entry.cites} == {"wire.txt", "site.txt"}
    assert len(entry.cites) > len(REPORT.split("\n\n"))


def test_it_is_told_why(plain: SimpleNamespace, tmp_path: Path) -> None:
    with Store(tmp_path / "a.record", create=True) as store:
        told = [("wire.txt", "2024-05-01", REPORT), ("site.txt", "2024-05-02", AGAIN)]
        pipeline.add(store, [stated(plain, each) for each in told], plain.engine, "reader one")
        with store.reading() as view:
            (entry,) = [each for each in view.entries("copy") if isinstance(each, CopyEntry) and each.share]
            reasons = {each.why.partition("order, ")[2] for each in why(view, entry.id).joins}
    assert reasons == {"as are names and numbers of the reports"}


def test_versions_of_one_page_are_not_compared() -> None:
    assert whole(("a.txt", "2024-05-01", REPORT), ("a.txt", "2024-05-02", AGAIN)) == []


def test_the_earliest_is_the_one_retold() -> None:
    third = REPORT.replace(" said.", " reported.")
    found = whole(("b.txt", "2024-05-01", REPORT), ("c.txt", "2024-05-02", third), ("a.txt", "2024-05-03", AGAIN))
    assert ("b.txt", "a.txt") in found


def outline(text: str, *cuts: Cut) -> Outline:
    return Outline(Document(name="a.txt", text=text, parts=(Part(Span(0, len(text))),), cuts=cuts))


def test_an_outline_has_names_within_sentences_and_numbers_where_they_stand_first() -> None:
    told = outline(
        "Shells hit Goris. Shells fell on Sotk, and 1,400 left Goris for Jermuk. Officials counted 7.5 tonnes."
    )
    assert told.order == ("goris", "sotk", "1,400", "jermuk", "7.5")
    assert told.numbers == ("1,400", "7.5")
    assert outline("They left Goris. More of Sotk", Cut(Span(16, 29), "related links")).order == ("goris",)


def test_what_comes_up_again_and_again_tells_no_order() -> None:
    assert outline("In Goris, to Goris, by Goris, near Goris and to Sotk.").order == ("sotk",)


TOWNS = [f"T{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(2 * FEWEST)]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (TOWNS, TOWNS, True),
        (TOWNS, TOWNS[: FEWEST - 1], False),
        (TOWNS, TOWNS[::-1], False),
        (TOWNS, [*TOWNS[FEWEST:], *TOWNS[:FEWEST]], False),
        (TOWNS, TOWNS[: FEWEST + 3], True),
        ([*TOWNS, "10", "20"], [*TOWNS, "30", "40"], False),
        ([*TOWNS, "10", "20"], [*TOWNS, "10", "20", "30"], True),
    ],
)
def test_what_is_asked_of_names_and_numbers(one: Sequence[str], other: Sequence[str], may_be: bool) -> None:
    first, second = (outline(" ".join(f"shelled {name}" for name in names)) for names in (one, other))
    assert in_order(first, second) is in_order(second, first) is may_be
