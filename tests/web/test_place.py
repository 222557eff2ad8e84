"""The page of one place: what happened there, who claims to hold it, its figures, where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import Cite, ControlEntry, FigureEntry, PlaceEntry
from onrecord.web.pages.place import OTHERS, VALUES, claims, measured
from onrecord.web.sides import THEMSELVES

CITES = (Cite(doc="a.txt", start=0, end=5, quote="words"),)


def claim(id_: str, per: str, on: str | None, holder: str = "army", change: str = "took") -> ControlEntry:
    return ControlEntry(id=id_, cites=CITES, holder=(holder,), change=change, on=on, per=(per,), place="Merowe")


def figure(id_: str, measure: str) -> FigureEntry:
    return FigureEntry(
        id=id_, cites=CITES, measure=measure, value=1.0, qualifier="exact", unit="persons", of="people", per=("x",)
    )


def test_claims_stand_in_the_columns_of_those_who_make_them() -> None:
    told = claims(
        [
            claim("1", "army", "2023-04-15"),
            claim("2", "rebels", "2023-04-15", holder="rebels"),
            claim("3", "unattributed", "2023-04-16"),
        ]
    )
    assert told.sides == ("army", "rebels", THEMSELVES)
    assert [(day, [[each.entry.id for each in cell] for cell in cells]) for day, cells in told.rows] == [
        ("2023-04-15", [["1"], ["2"], []]),
        ("2023-04-16", [[], [], ["3"]]),
    ]


def test_many_sides_share_a_column() -> None:
    told = claims(
        [claim(str(at), name, None) for at, name in enumerate(("a", "a", "b", "b", "c", "d", "e", "unattributed"))]
    )
    assert told.sides == ("a", "b", OTHERS, THEMSELVES)
    ((day, cells),) = told.rows
    assert day is None
    assert [[each.number for each in cell] for cell in cells] == [[2], [2], [3], [1]]


def test_claims_that_differ_are_not_counted_as_one() -> None:
    told = claims([claim("1", "a", None), claim("2", "a", None, change="lost")])
    assert [[each.entry.change for each in cell] for cell in told.rows[0][1]] == [["took", "lost"]]


def test_figures_by_what_they_measure() -> None:
    told = measured([figure("k", "killed"), *(figure(str(at), "wounded") for at in range(VALUES + 2))])
    assert [(each.measure, len(each.figures), each.more) for each in told] == [("wounded", VALUES, 2), ("killed", 1, 0)]


@pytest.fixture(scope="module")
def places(read_once: Path) -> Iterator[dict[str, PlaceEntry]]:
    with Record(read_once, create=False) as record, record.reading() as reader:
        yield {each.name: each for each in reader.entries("place") if isinstance(each, PlaceEntry)}


def test_a_place_of_the_samples(client: TestClient, places: dict[str, PlaceEntry]) -> None:
    entry = places["Saraqeb"]
    page = client.get(f"/place/{entry.id}")
    assert page.status_code == 200
    for words in ("Who is said to hold it", "Syrian state television", "What happened there", "Where it is", "Figures"):
        assert words in page.text
    assert 'href="/events?place=' in page.text
    kinds = {row["kind"] for row in client.get(f"/place/{entry.id}.json").json()["rows"]}
    assert kinds >= {"place", "control", "event", "figure"}


def test_every_place_has_a_page(client: TestClient, places: dict[str, PlaceEntry]) -> None:
    for entry in places.values():
        assert client.get(f"/place/{entry.id}").status_code == 200, entry.name


def test_a_filter_narrows_what_is_shown(client: TestClient, places: dict[str, PlaceEntry]) -> None:
    page = client.get(f"/place/{places['Saraqeb'].id}?since=2031-01-01")
    assert "Nothing in this filter" in page.text


def test_unknown_places_are_told_in_words(client: TestClient) -> None:
    actor = client.get("/actors.json").json()["rows"][0]["id"]
    for id_ in (actor, "nowhere"):
        page = client.get(f"/place/{id_}")
        assert page.status_code == 404
        assert "No place of this record" in page.text


def test_lists_lead_to_the_pages_of_places_and_actors(client: TestClient) -> None:
    assert 'class="whole" href="/place/' in client.get("/places").text
    assert 'class="whole" href="/actor/' in client.get("/actors").text


def test_hostile_reports_do_no_harm(hostile: TestClient) -> None:
    rows = hostile.get("/places.json").json()["rows"]
    assert rows
    for row in rows:
        page = hostile.get(f"/place/{row['id']}").text
        assert "<script>alert" not in page
        assert "\u202e" not in page
