"""The readouts of a call beside one another: which side says what, and on which points they meet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.actors import Actor
from onrecord.model.entries import Cite, ContactEntry, DisputeEntry, ReadoutEntry, Side
from onrecord.web.pages.readout import BOTH, DIFFERENT, ONE, points, sides

AMARA = Actor(name="Amara", key="person:amara", type="person", country="Nordland")
BELLO = Actor(name="Bello", key="person:bello", type="person", country="Sudland")
OFFICE = Actor(name="Nordland's foreign ministry", key="body:n", type="government body", country="Nordland")
KNOWN = {each.name: each for each in (AMARA, BELLO, OFFICE)}


def contact(*readouts: tuple[str, str, int | None]) -> ContactEntry:
    """A call of Amara and Bello with the readouts: by whom, what is said, of which point."""
    cites = tuple(Cite(doc="a.txt", start=10 * at, end=10 * at + 5, quote="words") for at in range(len(readouts)))
    return ContactEntry(
        id="c0",
        cites=cites,
        form="phone call",
        status="held",
        between=("Amara", "Bello"),
        readouts=tuple(
            ReadoutEntry(by=(by,), says=says, cite=at, point=point) for at, (by, says, point) in enumerate(readouts)
        ),
    )


CALL = contact(
    ("Bello", "the corridor stays shut", 1),
    ("Nordland's foreign ministry", "the corridor will open", 1),
    ("Amara", "prisoners are to be exchanged", 2),
    ("Bello", "they greeted one another", 3),
)


def test_who_speaks_for_whom() -> None:
    found = sides(CALL, KNOWN)
    assert list(found) == ["Nordland", "Sudland"]
    assert [each.by[0] for each in found["Nordland"]] == ["Nordland's foreign ministry", "Amara"]


def test_those_of_one_state_are_sides_by_themselves() -> None:
    both = {"Amara": AMARA, "Bello": Actor(name="Bello", key="person:bello", type="person", country="Nordland")}
    assert list(sides(contact(("Bello", "so", None), ("Amara", "not so", None)), both)) == ["Amara", "Bello"]


def test_a_speaker_of_nobody_who_met_comes_last() -> None:
    found = sides(contact(("a mediator (unnamed)", "it went well", None), ("Bello", "so", None)), KNOWN)
    assert list(found) == ["Sudland", "a mediator (unnamed)"]


def test_points_that_both_speak_of() -> None:
    found = points(CALL, sides(CALL, KNOWN), None)
    assert [[said.says for cell in point.cells for said in cell] for point in found[BOTH]] == [
        ["the corridor will open", "the corridor stays shut"]
    ]
    assert [[bool(cell) for cell in point.cells] for point in found[ONE]] == [[True, False], [False, True]]
    assert DIFFERENT not in found


def test_points_that_are_disputed() -> None:
    said = ("the corridor will open", "the corridor stays shut")
    rival = DisputeEntry(
        id="d0",
        cites=(CALL.cites[0],),
        about="what was said",
        type="rival readouts",
        sides=tuple(Side(by=("x",), says=each, cite=0) for each in said),
    )
    found = points(CALL, sides(CALL, KNOWN), rival)
    assert len(found[DIFFERENT]) == 1
    assert BOTH not in found


def test_what_is_of_no_point_stands_by_itself() -> None:
    lone = contact(("Bello", "so", None), ("Bello", "and so", None))
    assert [len(point.cells) for point in points(lone, sides(lone, KNOWN), None)[ONE]] == [1, 1]


@pytest.fixture(scope="module")
def contacts(read_once: Path) -> Iterator[list[ContactEntry]]:
    with Record(read_once, create=False) as record, record.reading() as reader:
        yield [each for each in reader.entries("contact") if isinstance(each, ContactEntry)]


def test_pages_of_the_samples(client: TestClient, contacts: list[ContactEntry]) -> None:
    for each in contacts:
        page = client.get(f"/readout/{each.id}")
        assert page.status_code == 200
        assert f'<link rel="canonical" href="/readout/{each.id}">' in page.text


def test_two_sides_stand_beside_one_another(client: TestClient, contacts: list[ContactEntry]) -> None:
    call = next(each for each in contacts if len({readout.by for readout in each.readouts}) > 1)
    page = client.get(f"/readout/{call.id}")
    rows = client.get(f"/readout/{call.id}.json").json()["rows"]
    assert {row["says"] for row in rows} == {readout.says for readout in call.readouts}
    assert all(call.cites[each.cite].quote in {row["quote"] for row in rows} for each in call.readouts)
    assert "point" in page.text
    assert client.get(f"/readout/{call.id}.csv").text.startswith("side,heading,topic,by,says,doc,start,end,quote")


def test_no_other_kind_has_readouts(client: TestClient) -> None:
    figure = client.get("/figures.json").json()["rows"][0]["id"]
    assert client.get(f"/readout/{figure}").status_code == 404
    assert client.get("/readout/nothing").status_code == 404


def test_hostile_reports_do_no_harm(hostile: TestClient) -> None:
    rows = hostile.get("/contacts.json").json()["rows"]
    assert rows
    for row in rows:
        page = hostile.get(f"/readout/{row['id']}").text
        assert "<script>alert" not in page
        assert "\u202e" not in page
