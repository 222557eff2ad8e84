"""What can be added to the filter, with how many entries each has, and that the address goes on."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from onrecord.web.pages.pick import PICKS


@pytest.mark.parametrize("name", PICKS)
def test_each_picker_answers_without_a_script(client: TestClient, name: str) -> None:
    assert client.get(f"/pick/{name}").status_code == 200
    assert client.get(f"/pick/{name}.csv").status_code == 200


def test_what_is_offered_has_as_many_entries_as_it_says(client: TestClient) -> None:
    for offer in client.get("/pick/place.json").json()["rows"][:3]:
        prefix, _, value = offer["key"].partition(":")
        tally = client.get("/", params={prefix: value}).text
        shown = re.findall(r'<a href="[^"]*"[^>]*>[A-Z][a-z ]+ <span>([\d,]+)</span>', tally)
        assert offer["number"] > 0
        assert shown
        lists = ("figures", "statements", "events", "commitments", "agreements", "control", "contacts", "sites")
        rows = {
            row["id"]
            for each in (*lists, "disputes", "reports", "copies", "actors", "places")
            for page in (1, 2)
            for row in client.get(f"/{each}.json", params={prefix: value, "page": page}).json()["rows"]
        }
        assert len(rows) == offer["number"]


def test_typed_letters_narrow_what_is_offered(client: TestClient) -> None:
    names = [row["name"] for row in client.get("/pick/place.json?typed=sarA").json()["rows"]]
    assert names
    assert all("sara" in name.lower() for name in names)
    assert "No name here holds" in client.get("/pick/actor?typed=zzzzzz").text


def test_the_rest_of_the_filter_goes_along_and_back_to_the_page(client: TestClient) -> None:
    page = client.get("/pick/says?back=figures&since=2020-02-10&measure=killed").text.partition('class="offered"')[2]
    links = re.findall(r'<li><a href="(/figures\?[^"]+)"', page)
    assert links
    for link in links:
        query = parse_qs(urlsplit(html.unescape(link)).query)
        assert set(query) == {"measure", "says", "since"}
    assert 'href="/?' in client.get("/pick/says?back=https://elsewhere.example/").text


def test_what_is_in_the_filter_can_be_taken_away(client: TestClient) -> None:
    offer = client.get("/pick/place.json").json()["rows"][0]
    place = offer["key"].partition(":")[2]
    page = client.get("/pick/place", params={"place": place, "back": "events"}).text
    assert re.search(r'<a href="/events" class="in">', page)
    again = client.get("/pick/place.json", params={"place": place}).json()["rows"]
    assert len(again) > 1  # another place beside it may be chosen


def test_days_are_offered_by_month_and_up_to_the_newest_report(client: TestClient) -> None:
    page = client.get("/pick/period?back=timeline").text
    assert 'href="/timeline?since=2020-02-29&amp;until=2020-03-06"' in page
    assert 'href="/timeline?since=2020-02-01&amp;until=2020-02-29"' in page


def test_no_picker_is_no_page(client: TestClient) -> None:
    assert client.get("/pick/nothing").status_code == 404
