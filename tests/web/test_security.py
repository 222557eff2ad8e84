"""What every answer carries, who is not answered, and how errors are told."""

import json
import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web.app import UNKNOWN, application
from onrecord.web.pages import PAGES, Shown
from onrecord.web.security import LOOPBACK, answered, is_loopback

HERE = "http://127.0.0.1"


@pytest.mark.parametrize("address", ["/", "/figures", "/figures.json", "/figures.csv", "/static/style.css", "/nowhere"])
def test_every_answer_forbids_what_a_report_could_bring(client: TestClient, address: str) -> None:
    answer = client.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_no_page_has_a_script_or_style_of_its_own(client: TestClient) -> None:
    for name, shown in PAGES.items():
        if not shown.of_one:
            text = client.get("/" if name == "overview" else f"/{name}").text
            assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")", text), name
            assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), name


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::2]"])
def test_a_name_that_was_resolved_to_this_machine_is_not_served(client: TestClient, host: str) -> None:
    answer = client.get("/figures", headers={"host": host})
    assert answer.status_code == 421
    assert "killed" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:8750", "[::1]:8750"])
def test_this_machine_is_served_by_all_its_names(client: TestClient, host: str) -> None:
    assert client.get("/figures", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/entry/0000", 404),
        ("/figures?since=yesterday", 400),
        ("/figures?page=0", 400),
        ("/figures?page=٣", 400),
        ("/figures?page=000001" + "9" * 30, 400),
        ("/figures?order=sideways", 400),
        ("/figures?q=" + "x" * 400, 400),
        ("/figures?" + "&".join(f"actor=a{n}" for n in range(60)), 400),
        ("/figures?as_of=2020-02-30", 400),
    ],
)
def test_what_cannot_be_shown_is_told_in_words(client: TestClient, address: str, status: int) -> None:
    page = client.get(address)
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")
    assert "Traceback" not in page.text
    path, _, query = address.partition("?")
    told = client.get(f"{path}.json?{query}")
    assert told.status_code == status
    error = json.loads(told.content)["error"]
    assert error["status"] == status
    assert error["message"].endswith(".")


@pytest.mark.parametrize("address", ["/", "/timeline", "/map"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_no_day_breaks_a_page(client: TestClient, address: str, day: str) -> None:
    assert client.get(f"{address}?as_of={day}").status_code in (200, 202)


@pytest.mark.parametrize("address", ["/", "/figures", "/timeline", "/pick/period"])
@pytest.mark.parametrize(
    "query",
    [
        *(
            "since=9999-12-31&new=9999-12-31",
            "until=0001-01-01&new=0001-01-01",
            "q=NEAR(a+b)+*+%22+-+%5E+OR",
            "q=a%00b",
        ),
        *("q=%C2%B2&q=%ff&q=%22", "place=%00&type=%25s&measure=%7B0.__class__%7D&typed=%00%27&back=//evil.example"),
    ],
)
def test_no_query_breaks_a_page(client: TestClient, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}", follow_redirects=False).status_code in (200, 202)


@pytest.mark.parametrize("id_", ["%00", "%ff", "a%2Fb", "..%2F..%2Fx", "place:%00", "%0a%1b[2J", ".json", "x" * 20_000])
def test_no_id_breaks_a_page(client: TestClient, id_: str) -> None:
    for name, shown in PAGES.items():
        if shown.of_one:
            assert client.get(f"/{name}/{id_}").status_code == 404


def test_an_address_of_many_reports_is_no_work(client: TestClient) -> None:
    began = time.monotonic()
    assert client.get("/beside/" + "~".join(["a"] * 20_000)).status_code == 404
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("cookie", ["0001-01-01T00:00:00+14:00~x", "x~0001-01-01T00:00:00+23:59", "~" * 3000])
def test_no_cookie_breaks_a_page(read_once: Path, cookie: str) -> None:
    with TestClient(application(Record(read_once, create=False)), base_url=HERE, cookies={"seen": cookie}) as asking:
        assert asking.get("/rulings").status_code == 200


def test_a_way_of_asking_that_is_not_known_says_which_are(client: TestClient) -> None:
    answer = client.put("/figures")
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert client.put("/figures.json").json()["error"]["status"] == 405


def test_what_nobody_expected_is_logged_and_not_shown(read_once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setitem(PAGES, "figures", Shown(broken, "Figures", ("figure",)))  # type: ignore[arg-type]
    with TestClient(
        application(Record(read_once, create=False)), base_url=HERE, raise_server_exceptions=False
    ) as asking:
        page, told = asking.get("/figures"), asking.get("/figures.json")
    assert page.status_code == told.status_code == 500
    assert UNKNOWN in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "secret of the house" not in page.text + told.text
    assert json.loads(told.content) == {"error": {"status": 500, "message": UNKNOWN}}


@pytest.mark.parametrize("way", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/leaflet/../../../app.py"])
def test_only_the_files_meant_for_it_are_served(client: TestClient, way: str) -> None:
    assert client.get(way).status_code == 404


@pytest.mark.parametrize(
    ("host", "here"),
    [
        *(("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.3.2.1", True), ("0:0:0:0:0:0:0:1", True)),
        *(("0.0.0.0", False), ("desk", False), ("127.evil.example", False), ("::ffff:10.0.0.1", False), ("", False)),
    ],
)
def test_which_hosts_are_this_machine_alone(host: str, here: bool) -> None:
    assert is_loopback(host) is here


def test_any_name_is_answered_where_others_can_ask_or_a_password_is_needed() -> None:
    assert answered("127.0.0.1", is_locked=False) == (*LOOPBACK, "127.0.0.1")
    assert answered("0.0.0.0", is_locked=True) == ()
    assert answered("127.0.0.1", is_locked=True) == (), "a proxy passes the name on that it was asked by"
