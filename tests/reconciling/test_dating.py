"""Dates of reports: stated, inferred from twins and days of telling, or none."""

import itertools

import pytest

from onrecord.model.dates import When
from onrecord.model.documents import Document, Part
from onrecord.model.findings import DateFinding, Observation
from onrecord.model.frames import PartDate
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.model.traces import Trace, traces_of
from onrecord.reconciling.dating import dates_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
QUOTED = (
    "“We will not leave the eastern bank until every prisoner has been handed over to the commission,” the colonel "
    "said. He added that two convoys with flour and fuel had reached the besieged quarter over the old railway bridge."
)
DATED = f"The garrison rejected the offer, its spokesman said on Thursday. {QUOTED} Talks go on."
TWIN = f"A truce looked far off. {QUOTED} The offer had been rejected, the spokesman said on Thursday."
STRANGER = (
    "Grain prices rose again in the capital, traders said on Thursday, while the port stayed closed to all ships."
)


def document(name: str, text: str, published: str | None = None) -> Document:
    said = Said(published, "column", ()) if published else None
    return Document(name=name, text=text, parts=(Part(Span(0, len(text)), published=said),), language="en")


def told(page: Document, *dates: tuple[str, When]) -> list[Observation]:
    """The observations of dates told in the page: the given ones, and every "on Thursday"; "that Thursday" is not the
    day of the telling."""
    found = []
    for words, when in (*dates, *((day, When(unit="day", weekday=i)) for i, day in enumerate(WEEKDAYS))):
        place = next((page.text.find(f"{cue} {words}") for cue in ("on", "that") if f"{cue} {words}" in page.text), -1)
        if place >= 0:
            start = page.text.index(words, place)
            span = Span(start, start + len(words))
            finding = DateFinding(Said(when, "date", (span,)), of_report=page.text.startswith("on", place))
            key = observation_id(page.id, "date", span.start)
            evidence = (Span(0, len(page.text)),)
            found.append(
                Observation(id=key, document=page.id, part=0, trigger=span, evidence=evidence, finding=finding)
            )
    return found


def traced(*pages: Document) -> list[Trace]:
    return [trace for page in pages for trace in traces_of(page) if trace.day is not None]


def dated(*pages: Document) -> dict[str, PartDate]:
    found = dates_of(pages, traced(*pages), {page.id: told(page) for page in pages})
    return {page.name: found[page.id, 0] for page in pages}


def test_a_stated_date_is_kept() -> None:
    date = dated(document("a.txt", DATED, "2023-10-05"))["a.txt"]
    assert (date.published, date.basis) == ("2023-10-05", "stated")


@pytest.mark.parametrize(
    "published, inferred",
    [
        ("2023-10-05", "2023-10-05"),  # a Thursday
        ("2023-10-06", "2023-10-05"),
        ("2023-10-04", "2023-10-05"),
        ("2023-10-08", None),  # too far apart for so few words
    ],
)
def test_a_twin_gives_the_week_and_the_weekday_of_telling_the_day(published: str, inferred: str | None) -> None:
    date = dated(document("a.txt", DATED, published), document("b.txt", TWIN))["b.txt"]
    if inferred is None:
        assert date.published is None
        return
    assert (date.published, date.basis, date.window) == (inferred, "inferred", "2023-10-05/2023-10-06")
    assert date.why is not None
    assert f"the report a.txt of {published}" in date.why
    assert "5 October 2023 was a Thursday" in date.why
    assert date.words[0].of(TWIN) == "Thursday"


def test_the_more_is_shared_the_further_apart_they_may_be() -> None:
    longer = (
        "“Nobody told us which road was mined, and when the first lorry burned we turned the others round and walked "
        "with the children through the reeds until the boats came for us at dawn,” said a teacher from the quarter."
    )
    found = dated(document("a.txt", f"{DATED} {longer}", "2023-10-08"), document("b.txt", f"{TWIN} {longer}"))
    assert found["b.txt"].published == "2023-10-05"


def test_a_lightly_reworded_twin_is_one() -> None:
    reworded = TWIN.replace("every prisoner has been", "all prisoners have been").replace("flour and fuel", "food")
    date = dated(document("a.txt", DATED, "2023-10-05"), document("b.txt", reworded))["b.txt"]
    assert date.published == "2023-10-05"


def test_without_a_day_of_telling_there_is_only_a_window() -> None:
    date = dated(document("a.txt", DATED, "2023-10-05"), document("b.txt", QUOTED))["b.txt"]
    assert (date.published, date.basis, date.window) == (None, "inferred", "2023-09-28/2023-10-12")


@pytest.mark.parametrize(
    "opening, inferred",
    [
        ("The envoy flew in that Friday.", "2023-10-06"),
        ("The envoy flew in that Monday.", None),  # of another week, as far as anybody can tell
        ("The envoy flew in that Monday, the bishop said on Thursday.", "2023-10-05"),
    ],
)
def test_where_nobody_speaks_on_a_day_the_opening_names_that_of_the_news(opening: str, inferred: str | None) -> None:
    found = dated(document("a.txt", DATED, "2023-10-05"), document("b.txt", f"{opening} {QUOTED}"))["b.txt"]
    assert found.published == inferred
    assert found.window is not None


def test_without_a_twin_there_is_no_date() -> None:
    found = dated(document("a.txt", DATED, "2023-10-05"), document("b.txt", STRANGER))
    assert found["b.txt"] == PartDate()


def test_a_month_alone_is_no_neighbourhood() -> None:
    assert dated(document("a.txt", DATED, "2023-10"), document("b.txt", TWIN))["b.txt"] == PartDate()


def test_somebody_who_speaks_on_a_full_date_gives_the_neighbourhood() -> None:
    text = "He was freed, the bishop said on 3 October 2023. The army denied it, a captain said on Thursday."
    page = document("c.txt", text)
    when = When(unit="day", year=2023, month=10, day=3)
    date = dates_of([page], [], {page.id: told(page, ("3 October 2023", when))})[page.id, 0]
    assert (date.published, date.basis) == ("2023-10-05", "inferred")


def test_words_that_reports_of_many_days_share_are_no_sign() -> None:
    many = [document(f"{i}.txt", DATED + f" Report number {i}.", f"2023-10-{i + 1:02}") for i in range(25)]
    assert dated(*many, document("b.txt", TWIN))["b.txt"] == PartDate()


def test_a_text_that_many_outlets_print_on_one_day_is_a_sign() -> None:
    many = [document(f"{i}.txt", DATED + f" Report number {i}.", "2023-10-05") for i in range(25)]
    assert dated(*many, document("b.txt", TWIN))["b.txt"].published == "2023-10-05"


def test_shared_background_without_speech_is_no_sign() -> None:
    background = (
        "The front has hardly moved since the dam was blown up, and the towns on both banks have been without power, "
        "water and doctors for most of the year, according to relief groups that work in the region."
    )
    page = document("b.txt", f"{STRANGER} A ferry sank off the coast and thirty sailors were rescued. {background}")
    found = dated(document("a.txt", f"{DATED} {background}", "2023-09-07"), page)
    assert found["b.txt"] == PartDate()


def test_the_order_of_reports_does_not_matter() -> None:
    pages = [
        document("a.txt", DATED, "2023-10-05"),
        document("b.txt", TWIN),
        document("c.txt", DATED + " More followed.", "2023-10-06"),
        document("d.txt", STRANGER),
    ]
    results = [dated(*order) for order in itertools.permutations(pages)]
    assert all(result == results[0] for result in results)


def test_nothing_to_date() -> None:
    assert dates_of([], [], {}) == {}
    assert dated(document("e.txt", ""))["e.txt"] == PartDate()
