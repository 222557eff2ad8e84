"""Small words around what a record holds, and what an empty record says."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.api import Record
from onrecord.model.entries import Cite, DisputeEntry, EventEntry, FigureEntry, Origins, Side
from onrecord.web.app import application
from onrecord.web.pages import PAGES
from onrecord.web.saying import facing, lot, matter, origins, spread, themselves

CITE = Cite(doc="a", start=0, end=4, quote="Rain")


def told(speakers: int, tellings: int, reports: int) -> EventEntry:
    return EventEntry(
        id="e", cites=(CITE,), what="rain", status="happened", per=("A",), origins=Origins(speakers, tellings, reports)
    )


@pytest.mark.parametrize(
    ("counted", "words", "beyond_one"),
    [
        ((1, 1, 1), "1 report", ""),
        ((0, 1, 1), "1 report", ""),
        ((1, 4, 4), "4 reports", "4 reports"),
        ((1, 1, 3), "1 telling in 3 reports", "1 telling in 3 reports"),
        ((2, 2, 1), "2 speakers · 2 tellings in 1 report", "2 speakers · 2 tellings in 1 report"),
    ],
)
def test_what_stands_behind_an_entry(counted: tuple[int, int, int], words: str, beyond_one: str) -> None:
    assert origins(told(*counted)) == words
    assert spread(told(*counted)) == beyond_one


def test_one_report_is_not_called_several() -> None:
    assert themselves(told(1, 1, 1)) == "the report itself"
    assert themselves(told(1, 2, 2)) == "the reports themselves"


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("who holds Goma", "Who holds Goma"),
        ("wounded: people, in Goma, 2012-11-20", "People wounded, in Goma, 20 Nov 2012"),
        ("tanks: T-72", "Tanks: T-72"),
        ("", ""),
    ],
)
def test_what_a_dispute_is_about_is_a_heading(about: str, words: str) -> None:
    assert matter(about) == words


@pytest.mark.parametrize(
    ("qualifier", "value", "words"),
    [("dozens", None, "dozens of"), (None, 17, "17"), ("hundreds", None, "hundreds of")],
)
def test_an_amount_stands_before_what_is_counted(qualifier: str | None, value: float | None, words: str) -> None:
    counted: dict[str, Any] = {
        "measure": "killed",
        "of": "people",
        "unit": "persons",
        "value": value,
        "qualifier": qualifier,
    }
    figure = FigureEntry(id="f", cites=(CITE,), per=("A",), standing="reported", **counted)
    assert lot(figure) == words


def test_sides_of_different_voices_face_one_another() -> None:
    sides = tuple(Side(by=(by,), says=says, cite=0) for by, says in (("A", "1"), ("A", "2"), ("B", "3")))
    dispute = DisputeEntry(id="d", cites=(CITE,), about="who came", type="rival accounts", sides=sides)
    assert [side.says for side in facing(dispute, 2)] == ["1", "3"]
    assert [side.says for side in facing(dispute, 5)] == ["1", "3", "2"]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    record = Record(tmp_path_factory.mktemp("bare") / "bare.record")
    with TestClient(application(record), base_url="http://127.0.0.1") as asking:
        yield asking


@pytest.mark.parametrize("name", [name for name, shown in PAGES.items() if not shown.of_one])
def test_each_page_of_an_empty_record_says_how_to_begin(bare: TestClient, name: str) -> None:
    page = bare.get("/" if name == "overview" else f"/{name}")
    assert page.status_code == 200
    assert page.text.count("<h1>") == 1
    if name not in ("add", "rulings"):
        assert "nothing is on record yet" in page.text
        assert '<a class="button first" href="/add">Add reports</a>' in page.text
        assert "+ place" not in page.text
    assert bare.get(f"/{name}.json").json()["rows"] == []


def test_a_filter_that_nothing_fits_does_not_make_a_record_empty(client: TestClient) -> None:
    page = client.get("/", params={"q": "no such words anywhere"}).text
    assert "nothing is on record yet" not in page
    assert "show all of the record" in page
