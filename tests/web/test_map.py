"""The map: circles from the rows of a table, the same numbers in both, borders that load from a folder as well."""

import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.errors import SettingsError
from onrecord.settings import Settings, settings
from onrecord.vocabulary.countries import countries
from onrecord.web.app import application

HERE = "http://127.0.0.1"
STATIC = Path(str(files("onrecord.web"))) / "static"


class Rows(HTMLParser):
    """The rows of the table, by their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[dict[str, str | None]] = []
        self.map: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr" and "data-number" in given:
            self.rows.append(given)
        if "data-map" in given:
            self.map = given


def test_rows_and_circles_are_the_same(client: TestClient) -> None:
    page, plain = Rows(client.get("/map").text), client.get("/map.json").json()["rows"]
    assert len(page.rows) == len(plain) > 5
    for shown, row in zip(page.rows, plain, strict=True):
        assert shown["data-name"] == row["name"]
        assert int(shown["data-number"] or 0) == row["entries"]
        assert ("data-lat" in shown) == (row["lat"] is not None)
        assert ("data-area" in shown) == (row["precision"] not in ("exact", "near"))


def test_places_with_most_entries_come_first(client: TestClient) -> None:
    numbers = [row["entries"] for row in client.get("/map.json").json()["rows"]]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1] > 0


def test_a_number_leads_to_as_many_entries(client: TestClient) -> None:
    page = client.get("/map").text
    link, number = re.findall(r'<td class="n"><a href="(/timeline\?place=[^"]+)">(\d+)</a>', page)[0]
    listed = client.get(link).text
    counted = re.findall(r"(\d+) (?:in this filter|lies? ahead|ha(?:s|ve) no day)", listed)
    assert sum(map(int, counted)) == int(number)


def test_what_has_no_place_is_counted_and_listed(client: TestClient) -> None:
    page = client.get("/map").text
    number, link = re.findall(r'(\d+) without a place · <a href="([^"]+)">list them', page)[0]
    assert int(number) > 0
    assert client.get(link).status_code == 200


def test_the_filter_narrows_the_map(client: TestClient) -> None:
    every, few = (
        client.get("/map.json", params=query).json()["rows"]
        for query in ({}, {"since": "2020-02-27", "until": "2020-02-28"})
    )
    assert 0 < len(few) < len(every)
    assert sum(row["entries"] for row in few) < sum(row["entries"] for row in every)


def test_a_filter_that_lets_nothing_through_says_so(client: TestClient) -> None:
    page = client.get("/map", params={"q": "no such word anywhere"})
    assert page.status_code == 200
    assert "Nothing in the record fits this filter." in page.text
    assert "data-map" not in page.text


def test_the_map_is_hidden_until_it_is_drawn_and_named_for_who_cannot_see_it(client: TestClient) -> None:
    page = Rows(client.get("/map").text)
    assert "hidden" in page.map
    assert page.map["role"] == "region"
    assert page.map["aria-label"]
    assert "data-tiles" not in page.map, "no tile server unless the settings name one"


@pytest.mark.parametrize(
    "name", ["leaflet/leaflet.js", "leaflet/leaflet.css", "borders.js", "names.js", "naming.js", "map.js"]
)
def test_what_the_map_needs_is_served(client: TestClient, name: str) -> None:
    assert f"/static/{name}" in client.get("/map").text
    assert client.get(f"/static/{name}").status_code == 200


def test_the_overview_has_the_map_too(client: TestClient) -> None:
    page = client.get("/").text
    assert 'data-map="placed"' in page
    assert "/static/map.js" in page


def test_borders_are_plain_data_of_the_whole_world() -> None:
    text = (STATIC / "borders.js").read_text(encoding="utf-8")
    head, _, made = text.partition("window.BORDERS=")
    assert "Natural Earth" in head
    assert "public domain" in head
    assert "ISC" in head
    assert len(text) < 1_000_000
    borders = json.loads(made.rstrip().rstrip(";"))
    rings = [ring for polygon in borders["land"]["coordinates"] for ring in polygon]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(-400 <= x <= 400 and -90 <= y <= 90 for ring in rings for x, y in ring)
    assert len(borders["borders"]["coordinates"]) > 250
    assert len(rings) > 900


def names() -> list[tuple[str, str, list[list[float]]]]:
    head, _, made = (STATIC / "names.js").read_text(encoding="utf-8").partition("window.NAMES=")
    assert "Natural Earth" in head
    assert "public domain" in head
    found: list[tuple[str, str, list[list[float]]]] = json.loads(made.rstrip().rstrip(";"))
    return found


def test_the_map_has_room_for_the_name_of_every_country_of_some_size() -> None:
    room = {name: rows for name, kind, rows in names() if kind == "land"}
    known = {country.name for country in countries().values()}
    assert len(known - room.keys()) < 15, "what is smaller than its name: the Vatican, Monaco, Tuvalu"
    assert {"Sudan", "South Sudan", "Syria", "Turkey", "Myanmar", "Ivory Coast", "Kosovo", "Palestine"} <= room.keys()


def test_names_stand_on_what_they_name() -> None:
    """A point of which everybody knows where it is lies in the room of its own name and of no other of that kind."""
    held = names()
    for kind, lat, lon, expected in (
        ("land", 32.5, 44.4, "Iraq"),
        ("land", 15.6, 32.5, "Sudan"),
        ("land", 7.0, 30.0, "South Sudan"),
        ("land", 27.0, 17.0, "Libya"),
        ("land", 66.0, 172.0, "Russia"),
        ("sea", 20.0, 38.5, "Red Sea"),
        ("sea", 34.0, 25.0, "Mediterranean Sea"),
        ("sea", 43.0, 34.0, "Black Sea"),
        ("sea", 27.0, 51.0, "Persian Gulf"),
    ):
        found = [name for name, of, rows in held if of == kind and has_room(rows, lat, lon)]
        assert found == [expected]


def has_room(rows: list[list[float]], lat: float, lon: float) -> bool:
    near = min(rows, key=lambda row: abs(row[0] - lat))
    edges = near[1:]
    return abs(near[0] - lat) < 1 and any(west < lon < east for west, east in zip(edges[::2], edges[1::2], strict=True))


def test_rows_of_room_go_up_the_map_and_do_not_overlap() -> None:
    for name, kind, rows in names():
        assert kind in ("land", "sea")
        assert rows, name
        assert [row[0] for row in rows] == sorted(row[0] for row in rows), name
        assert all(row[1:] == sorted(row[1:]) and len(row) % 2 for row in rows), name


@pytest.mark.parametrize("script", ["map.js", "naming.js", "report.js"])
def test_scripts_write_no_markup(script: str) -> None:
    text = (STATIC / script).read_text(encoding="utf-8")
    for word in ("innerHTML", "insertAdjacentHTML", "document.write", "eval(", "outerHTML", "http"):
        assert word not in text, word


def test_a_tile_server_of_the_settings_may_be_asked_for_pictures_alone(read_once: Path) -> None:
    chosen = Settings(tiles="https://tiles.example:8443/{z}/{x}/{y}.png", tiles_by="Mapmakers")
    with TestClient(application(Record(read_once, create=False, options=chosen)), base_url=HERE) as client:
        answer = client.get("/map")
    assert Rows(answer.text).map["data-tiles"] == chosen.tiles
    assert "map: Mapmakers" in answer.text
    policy = dict(each.split(" ", 1) for each in answer.headers["content-security-policy"].split("; "))
    assert [what for what, where in policy.items() if "tiles.example" in where] == ["img-src"]
    assert policy["img-src"] == "'self' data: https://tiles.example:8443"


@pytest.mark.parametrize(
    "tiles",
    [
        "tiles.example",
        "javascript:alert(1)//{z}{x}{y}",
        "https://tiles.example/{z}/{x}.png",
        "https://a.b/{z}{x}{y}; script-src *",
    ],
)
def test_what_is_no_tile_server_is_refused(tiles: str) -> None:
    with pytest.raises(SettingsError, match="ONRECORD_TILES"):
        settings({"ONRECORD_TILES": tiles})
