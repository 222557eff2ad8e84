"""The situation at a glance, and what it is judged by: days ahead, the last visit."""

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord.model.entries import CommitmentEntry
from onrecord.web.duedays import ahead, standing
from onrecord.web.visits import COOKIE, visit

DAY = dt.date(2023, 4, 20)
NOW = dt.datetime(2023, 4, 20, 12, 0, tzinfo=dt.UTC)


def test_the_first_screen_answers_in_this_order(client: TestClient) -> None:
    page = client.get("/").text
    headings = re.findall(r'<h2 id="(\w+)"', page)
    assert headings == ["figures", "new", "differ", "due", "where", "when"]
    assert "<h1>Syria, 3 Feb to 6 Mar 2020" in page
    assert page.count('class="num"') >= 4
    assert "no place" in page
    assert "no day" in page


def test_beside_a_key_figure_stand_those_of_its_place(client: TestClient) -> None:
    cards = re.findall(r'<article class="card">(.*?)</article>', client.get("/").text, re.S)
    found = [re.findall(r'(?:also <a|class="whole") href="/entry/(\w+)"', card) for card in cards]
    places = [[client.get(f"/entry/{id_}.json").json()["rows"][0].get("place_id") for id_ in ids] for ids in found]
    assert any(len(each) > 1 for each in places)
    assert all(set(each) <= {None, each[0]} for each in places if each)


def test_no_page_holds_a_style_or_script_of_its_own(client: TestClient) -> None:
    for address in ("/", "/timeline", "/figures", "/pick/period"):
        page = client.get(address).text
        assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son\w+=", page), address


def test_everything_respects_the_filter(client: TestClient) -> None:
    rows = client.get("/overview.json", params={"measure": "displaced"}).json()["rows"]
    assert {row["kind"] for row in rows} <= {"figure", "dispute"}
    assert {row["measure"] for row in rows if row["kind"] == "figure"} == {"displaced"}
    assert client.get("/", params={"place": "nowhere"}).text.count("Nothing in the record fits this filter") == 1


def test_what_has_no_place_is_counted_beside_a_place_and_listed_without_it(client: TestClient) -> None:
    place = client.get("/pick/place.json").json()["rows"][0]["key"].partition(":")[2]
    page = client.get("/", params={"place": place, "measure": "killed"}).text
    found = re.search(r'(\d+) more would fit and have no known place · <a href="([^"]+)"', page)
    assert found is not None
    listed = client.get(found[2].replace("&amp;", "&")).text
    assert found[2] == "/timeline?measure=killed&amp;lacks=place"
    past, ahead = (re.search(words, listed) for words in (r">(\d+) in this filter", r"(\d+) lies? ahead"))
    undated = re.search(r"(\d+) ha(?:s|ve) no day", listed)
    assert int(found[1]) == sum(int(each[1]) for each in (past, ahead, undated) if each is not None)


def test_what_is_new_is_counted_from_the_day_asked_for(client: TestClient) -> None:
    def new(day: str) -> list[dict[str, Any]]:
        rows = client.get("/overview.json", params={"new": day}).json()["rows"]
        return [row for row in rows if row["part"] in ("new", "changed", "contradicted")]

    assert "New since 25 Feb 2020" in client.get("/", params={"new": "2020-02-25"}).text
    late = new("2020-03-06")
    assert late
    assert all(row["last_reported"] == "2020-03-06" for row in late if row["part"] != "contradicted")
    assert new("2020-03-07") == []


def test_a_key_figure_shows_who_says_otherwise(client: TestClient) -> None:
    page = client.get("/", params={"measure": "displaced"}).text
    assert re.search(r"differs</span><a[^>]*><bdi>Local authorities in Idlib</bdi>: more than 1,100,000", page)


def test_csv_has_a_row_for_each_thing_shown(client: TestClient) -> None:
    lines = client.get("/overview.csv").text.splitlines()
    assert lines[0].startswith("part,kind,id")
    assert len(lines) > 8


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2023-04-23", "in 3 days"),
        ("2023-04-21", "in 1 day"),
        ("2023-04-20", "today"),
        ("2023-04-16", "4 days over"),
        ("2023-04", "by the end of it"),
        ("2023-03", "20 days over"),
        ("2023-05", "in 11 days"),
        ("1990", ""),
        ("soon", ""),
        (None, ""),
    ],
)
def test_days_ahead(due: str | None, said: str) -> None:
    assert ahead(due, DAY) == said


def test_deadlines_stand_by_their_days() -> None:
    def promised(id_: str, due: str | None, status: str, type_: str = "promise") -> CommitmentEntry:
        return CommitmentEntry(id=id_, cites=(), by=("A",), type=type_, what="to leave", due=due, status=status)

    passed = "due date passed without report"
    found = standing(
        [
            promised("far", "2023-06-01", "open"),
            promised("near", "2023-04-22", "open"),
            promised("vague", "2024", "open"),
            promised("old", "2023-01-01", passed),
            promised("late", "2023-04-01", passed),
            promised("kept", "2023-04-02", "outcome reported"),
            promised("some day", None, "open"),
            promised("or else", None, "open", "ultimatum"),
        ],
        DAY,
    )
    assert [each.id for each in found.coming] == ["near", "far"]
    assert [each.id for each in found.over] == ["late", "old"]
    assert [each.id for each in found.undated] == ["or else"]


def test_a_visit_ends_after_half_an_hour() -> None:
    first = visit(None, NOW)
    assert first.before is None
    again = visit(first.kept, NOW + dt.timedelta(minutes=10))
    assert again.before is None
    later = visit(again.kept, NOW + dt.timedelta(hours=20))
    assert later.before == "2023-04-20T12:10:00+00:00"
    assert visit(later.kept, NOW + dt.timedelta(hours=20, minutes=5)).before == later.before


@given(st.text(max_size=60))
def test_any_cookie_is_read_and_none_is_believed_to_come(cookie: str) -> None:
    found = visit(cookie, NOW)
    assert found.before is None or dt.datetime.fromisoformat(found.before) <= NOW
    assert re.fullmatch(r"[\d:T+-]*~[\d:T+-]+", found.kept)


def test_the_last_visit_is_kept_in_a_plain_cookie(client: TestClient) -> None:
    answer = client.get("/", headers={"cookie": f"{COOKIE}=2001-01-01T00:00:00+00:00~2001-01-02T00:00:00+00:00"})
    assert "New since your last visit" in answer.text
    sent = answer.headers["set-cookie"]
    assert "HttpOnly" in sent
    assert "SameSite=strict" in sent
    assert client.get("/", headers={"cookie": f"{COOKIE}=<script>"}).status_code == 200
