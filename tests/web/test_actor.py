"""The page of one actor: names and offices with their reports, deeds by day, contacts as a network, rival figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import ActorEntry, Cite, CommitmentEntry, ContactEntry, EventEntry, Link, StatementEntry
from onrecord.web.asked import Asked
from onrecord.web.doings import by_day, of_key
from onrecord.web.network import EDGE, HEIGHT, LONGEST, MOST, network, others

CITES = (Cite(doc="a.txt", start=0, end=5, quote="words"),)


def contact(id_: str, *between: str, on: str | None = None, form: str = "phone call") -> ContactEntry:
    """Sides in touch, each of an id of its own name."""
    return ContactEntry(id=id_, cites=CITES, form=form, status="held", between=between, between_ids=between, on=on)


CALLS = (
    contact("1", "amara", "bello", on="2023-04-17"),
    contact("2", "bello", "amara", on="2023-04-19", form="talks"),
    contact("3", "amara", "chebet", "bello"),
    contact("4", "chebet", "dube"),
)


def test_who_was_in_touch_how_often() -> None:
    told = [(each.id, each.number, each.forms, each.last) for each in others("amara", CALLS)]
    assert told == [("bello", 3, ("phone call", "talks"), "2023-04-19"), ("chebet", 1, ("phone call",), None)]


def test_the_one_asked_for_stands_in_the_middle() -> None:
    drawn = network("amara", "Amara", CALLS)
    assert drawn is not None
    assert [node.id for node in drawn.nodes] == ["amara", "bello", "chebet"]
    assert (drawn.nodes[0].x, drawn.nodes[0].y) == (50.0, HEIGHT / 2)
    assert [(edge.number, edge.aside) for edge in drawn.edges] == [(1, True), (3, False), (1, False)]


def test_nobody_in_touch_is_no_drawing() -> None:
    assert network("amara", "Amara", ()) is None
    assert network("dube", "Dube", CALLS[:3]) is None


@given(
    st.lists(
        st.lists(st.text("abcdé\u202e", min_size=1, max_size=50), min_size=2, max_size=4, unique=True), max_size=40
    )
)
def test_drawings_stay_within_their_bounds(told: list[list[str]]) -> None:
    calls = [contact(str(number), *between) for number, between in enumerate(told)]
    drawn = network("a", "a", calls)
    assert drawn == network("a", "a", calls)
    if drawn is None:
        assert not any("a" in between for between in told)
        return
    assert 1 < len(drawn.nodes) <= MOST + 1
    for node in drawn.nodes:
        assert 0 <= node.x <= 100
        assert EDGE <= node.y <= HEIGHT - EDGE
        assert len(node.name) <= LONGEST


def test_one_occurrence_stands_once() -> None:
    threat = CommitmentEntry(
        id="c",
        cites=CITES,
        by=("Amara",),
        type="threat",
        what="attack",
        on="2023-04-17",
        links=(Link("e", "same occurrence"),),
    )
    deed = EventEntry(id="e", cites=CITES, what="attack", status="planned", on="2023-04-17")
    said = StatementEntry(
        id="s",
        cites=CITES,
        speaker=("Amara",),
        act="threaten",
        form="direct",
        says="we attack",
        on="2023-04-17",
        links=(Link("c", "same occurrence"),),
    )
    other = StatementEntry(id="o", cites=CITES, speaker=("Amara",), act="assert", form="direct", says="it rains")
    (day, unknown) = by_day([said, deed, other, threat])
    assert (day.day, [each.id for each in day.entries]) == ("2023-04-17", ["c"])
    assert (unknown.day, [each.id for each in unknown.entries]) == (None, ["o"])


def test_what_is_asked_is_kept_beside_the_actor() -> None:
    asked = Asked(keys=("actor:somebody", "place:1"), since="2023-04-01", number=3, order="name")
    assert of_key(asked, "actor:person:amara").query() == [
        ("place", "1"),
        ("actor", "person:amara"),
        ("since", "2023-04-01"),
    ]


@pytest.fixture(scope="module")
def actors(read_once: Path) -> Iterator[dict[str, ActorEntry]]:
    with Record(read_once, create=False) as record, record.reading() as reader:
        yield {each.name: each for each in reader.entries("actor") if isinstance(each, ActorEntry)}


def test_an_actor_of_the_samples(client: TestClient, actors: dict[str, ActorEntry]) -> None:
    entry = actors["Recep Tayyip Erdogan"]
    page = client.get(f"/actor/{entry.id}")
    assert page.status_code == 200
    for words in ("What they did and said", "President of Turkey", "Also called", "In touch with", "Vladimir Putin"):
        assert words in page.text
    assert "Figures they give, and those that others give" in page.text
    assert 'href="/statements?actor=person' in page.text
    assert f'href="/entry/{entry.id}"' in page.text


def test_every_actor_has_a_page(client: TestClient, actors: dict[str, ActorEntry]) -> None:
    for entry in actors.values():
        assert client.get(f"/actor/{entry.id}").status_code == 200, entry.name


def test_a_period_narrows_what_is_shown(client: TestClient, actors: dict[str, ActorEntry]) -> None:
    address = f"/actor/{actors['Recep Tayyip Erdogan'].id}"
    everything = client.get(f"{address}.json").json()["rows"]
    few = client.get(f"{address}.json?since=2020-02-28").json()["rows"]
    assert 1 < len(few) < len(everything)
    assert "Nothing in this filter" in client.get(f"{address}?since=2031-01-01").text


def test_unknown_actors_are_told_in_words(client: TestClient) -> None:
    figure = client.get("/figures.json").json()["rows"][0]["id"]
    for id_ in (figure, "nobody", "0" * 16):
        page = client.get(f"/actor/{id_}")
        assert page.status_code == 404
        assert "No actor of this record" in page.text


def test_hostile_reports_do_no_harm(hostile: TestClient) -> None:
    rows = hostile.get("/actors.json").json()["rows"]
    assert len(rows) > 3
    for row in rows:
        page = hostile.get(f"/actor/{row['id']}").text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
