"""Ruling on entries through the pages."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import Cite, EventEntry
from onrecord.web.app import application
from onrecord.web.pages.review import wordings
from onrecord.web.ruled import typed

HERE = "http://127.0.0.1"


@pytest.fixture
def desk(read_once: Path, tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "desk.record"
    shutil.copy(read_once, path)
    with TestClient(application(Record(path)), base_url=HERE) as asking:
        yield asking


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/add").text)
    assert found
    return found[1]


def first(client: TestClient, page: str, query: str = "") -> dict[str, Any]:
    return dict(client.get(f"/{page}.json?{query}").json()["rows"][0])


def rule(client: TestClient, entry: str, what: str, **given: Any) -> int:
    data = {"token": token(client), "who": "Ana", "what": what, **given}
    return client.post(f"/entry/{entry}/rule", data=data, follow_redirects=False).status_code


def review_of(client: TestClient, entry: str) -> str:
    return str(client.get(f"/entry/{entry}.json").json()["rows"][0].get("review"))


@pytest.mark.parametrize(("what", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_an_entry_is_ruled_on_and_the_ruling_taken_back(desk: TestClient, what: str, state: str) -> None:
    figure = first(desk, "figures")["id"]
    assert rule(desk, figure, what, note="read twice") == 303
    assert review_of(desk, figure) == state
    page = desk.get(f"/entry/{figure}").text
    assert "<bdi>Ana</bdi>" in page
    assert "read twice" in page
    [made] = desk.get("/rulings.json").json()["rows"]
    assert (made["who"], made["entries"], made["holds"]) == ("Ana", [figure], True)
    data = {"token": token(desk), "who": "Boris"}
    desk.post(f"/ruling/{made['id']}/withdraw", data=data)
    assert review_of(desk, figure) == "unreviewed"
    [taken] = desk.get("/rulings.json").json()["rows"]
    assert taken["withdrawn_by"] == "Boris"
    assert "taken back by <bdi>Boris</bdi>" in re.sub(r"\s+", " ", desk.get("/rulings").text)


def test_a_field_is_set(desk: TestClient) -> None:
    figure = first(desk, "figures")["id"]
    assert rule(desk, figure, "edit", field="as_of", **{"value-as_of": "2020-02-20"}) == 303
    [row] = desk.get(f"/entry/{figure}.json").json()["rows"]
    assert (row["as_of"], row["derived"]["as_of"], row["review"]) == ("2020-02-20", "ruling", "edited")


def test_two_are_made_one(desk: TestClient) -> None:
    one, other = desk.get("/actors.json?order=name").json()["rows"][:2]
    before = len(desk.get("/actors.json").json()["rows"])
    assert rule(desk, one["id"], "merge", others=other["id"]) == 303
    page = desk.get(f"/entry/{other['id']}.json").json()["rows"][0]
    assert {one["name"], other["name"]} <= {page["name"], *page.get("aliases", ())}
    assert len(desk.get("/actors.json").json()["rows"]) <= before


def test_the_queue_gives_what_nobody_has_seen(desk: TestClient) -> None:
    at_hand = first(desk, "review")["id"]
    page = desk.get("/review").text
    waiting = int(re.search(r"([\d,]+) waits? to be looked at|([\d,]+) wait to be", page)[1].replace(",", ""))  # type: ignore[index]
    assert rule(desk, at_hand, "confirm", back="/review") == 303
    assert first(desk, "review")["id"] != at_hand
    assert f"{waiting - 1:,} wait" in desk.get("/review").text


def test_the_name_is_remembered(desk: TestClient) -> None:
    rule(desk, first(desk, "figures")["id"], "confirm")
    assert 'name="who" value="Ana"' in desk.get("/review").text


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"what": "confirm", "who": ""}, 400),
        ({"what": "approve"}, 400),
        ({"what": "edit", "field": "as_of", "value-as_of": "soon"}, 400),
        ({"what": "edit", "field": "cites", "value-cites": "[]"}, 400),
        ({"what": "edit", "field": "value", "value-value": "many"}, 400),
        ({"what": "merge"}, 400),
        ({"what": "merge", "others": "0000"}, 404),
        ({"what": "confirm", "token": "0" * 64}, 403),
    ],
)
def test_what_cannot_be_ruled_is_refused_in_words(desk: TestClient, given: dict[str, str], status: int) -> None:
    figure = first(desk, "figures")["id"]
    data = {"token": token(desk), "who": "Ana"} | given
    answer = desk.post(f"/entry/{figure}/rule", data=data)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert desk.get("/rulings.json").json()["rows"] == []


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_leads_nowhere_else(desk: TestClient, back: str) -> None:
    data = {"token": token(desk), "who": "Ana", "what": "confirm", "back": back}
    answer = desk.post(f"/entry/{first(desk, 'figures')['id']}/rule", data=data, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")


@pytest.mark.parametrize(
    ("kind", "field", "words", "value"),
    [
        ("figure", "value", "1,200", 1200.0),
        ("figure", "as_of", " 2023-04 ", "2023-04"),
        ("event", "by", "Sudan; Rapid Support Forces ;", ["Sudan", "Rapid Support Forces"]),
        ("event", "mutual", "yes", True),
        ("event", "place", "", None),
        ("place", "lat", "-12.5", -12.5),
    ],
)
def test_what_is_typed_is_read_as_what_the_field_takes(kind: str, field: str, words: str, value: Any) -> None:
    assert typed(kind, field, words) == value


def test_the_day_of_a_report_is_set_and_taken_back(desk: TestClient) -> None:
    report = first(desk, "reports")
    page = desk.get(f"/entry/{report['id']}").text
    assert "Set when it was published" in page
    assert "Merge with another" not in page
    given = {"field": "published", "value-published": "2020-02-17", "note": "the sender's letter"}
    assert rule(desk, report["id"], "edit", **given) == 303
    [row] = desk.get(f"/entry/{report['id']}.json").json()["rows"]
    assert (row["published"], row["basis"], row["review"]) == ("2020-02-17", "ruling", "edited")
    assert "date set by a person" in desk.get(f"/report/{report['id']}").text
    assert "as ruling" not in desk.get("/reports").text
    [made] = desk.get("/rulings.json").json()["rows"]
    assert (made["what"], made["entries"]) == ("set published to “2020-02-17”", [report["id"]])
    desk.post(f"/ruling/{made['id']}/withdraw", data={"token": token(desk), "who": "Ana"})
    assert desk.get(f"/entry/{report['id']}.json").json()["rows"][0]["published"] == report["published"]


def test_a_report_that_was_rejected_says_so(desk: TestClient) -> None:
    report = first(desk, "reports")
    assert desk.get(f"/statements.json?report={report['id']}").json()["rows"]
    assert rule(desk, report["id"], "reject", note="a forgery") == 303
    page = desk.get(f"/report/{report['id']}").text
    assert "A person rejected this report: nothing on record rests on it." in page
    assert desk.get(f"/statements.json?report={report['id']}").json()["rows"] == []


@pytest.mark.parametrize(
    ("kind", "button", "told"),
    [
        ("disputes", "They do not differ", "rejected: they do not differ"),
        ("copies", "It is no copy", "rejected: it is no copy"),
    ],
)
def test_disputes_and_copies_are_ruled_on(desk: TestClient, kind: str, button: str, told: str) -> None:
    entry = first(desk, kind)["id"]
    page = desk.get(f"/entry/{entry}").text
    assert button in page
    assert "Change a field" not in page
    assert rule(desk, entry, "reject") == 303
    assert review_of(desk, entry) == "rejected"
    assert told in desk.get(f"/entry/{entry}").text
    [made] = desk.get("/rulings.json").json()["rows"]
    assert (made["what"], made["entries"]) == (told, [entry])


def test_what_was_ruled_no_dispute_is_shown_beside_nothing(desk: TestClient) -> None:
    dispute = first(desk, "disputes")
    over = dispute["over_ids"][0]
    assert "Where accounts differ" in desk.get(f"/entry/{over}").text
    rule(desk, dispute["id"], "reject")
    assert "Where accounts differ" not in desk.get(f"/entry/{over}").text


def test_another_of_the_same_name_is_set_apart(desk: TestClient) -> None:
    actor = first(desk, "actors", "order=most+reports")
    page = desk.get(f"/entry/{actor['id']}").text
    assert "Set apart somebody else" in page
    assert "one that names both cannot be divided" in page
    ids = re.findall(r'name="apart" value="([0-9a-f]+)"', page)
    assert len(ids) > 2
    hostile = "The <script>others</script>"
    assert rule(desk, actor["id"], "split", apart=ids[-2:], name=hostile) == 303
    [other] = [row for row in desk.get("/actors.json").json()["rows"] if row["name"] == hostile]
    assert (other["origins"]["reports"], actor["name"] in other["aliases"]) == (2, True)
    assert f"split: 2 reports mean another, “{hostile}”" in desk.get("/rulings.json").json()["rows"][0]["what"]
    assert "<script>others" not in desk.get(f"/entry/{other['id']}").text + desk.get("/rulings").text


def test_nothing_is_asked_that_cannot_be_ruled(desk: TestClient) -> None:
    copy = first(desk, "copies")["id"]
    assert rule(desk, copy, "edit", field="what", **{"value-what": "x"}) == 400
    assert rule(desk, copy, "merge", others=copy) == 400
    assert rule(desk, first(desk, "reports")["id"], "split", apart="x") == 400


def test_rulings_come_in_parts_with_what_takes_hold_of_nothing(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.web.pages.rulings.SHOWN", 2)
    rows = desk.get("/figures.json").json()["rows"][:3]
    for number, row in enumerate(rows):
        rule(desk, row["id"], "confirm" if number else "reject")
    one, two = desk.get("/rulings").text, desk.get("/rulings?page=2").text
    assert "2 confirmed · 1 rejected" in one
    assert (one.count('<li id="r'), two.count('<li id="r')) == (2, 1)
    assert "1 of 2" in one
    assert desk.get("/rulings?page=3").status_code == 400
    assert [each["entries"] for each in desk.get("/rulings.json?page=2").json()["rows"]] == [[rows[0]["id"]]]


def test_a_name_is_asked_once(desk: TestClient) -> None:
    figure = first(desk, "figures")["id"]
    rule(desk, figure, "confirm")
    page = desk.get("/rulings").text
    assert 'title="as Ana">Take back</button>' in page
    desk.cookies.clear()
    assert 'placeholder="Your name"><button>Take back</button>' in desk.get("/rulings").text


def test_a_text_that_reports_carry_alike_is_shown_once() -> None:
    def cite(doc: str, quote: str, *fields: str) -> Cite:
        return Cite(doc=doc, start=0, end=len(quote), quote=quote, supports=fields)

    cites = (
        cite("a", "The bridge fell."),
        cite("b", "The  bridge fell."),
        cite("c", "It fell."),
        cite("c", "it", "on"),
    )
    entry = EventEntry(id="e", cites=cites, what="fell", status="happened")
    assert [(each.cite.doc, each.more) for each in wordings(entry)] == [("a", 1), ("c", 0)]
