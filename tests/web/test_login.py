"""Getting in where other machines can ask."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli import app
from onrecord.errors import OnrecordError, SettingsError
from onrecord.settings import Settings
from onrecord.web.app import application
from onrecord.web.visitors import WINDOW, WRONG, Door, TooManyError, hashed, read_hash

HERE = "http://desk.example"
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def hash_() -> str:
    return hashed(PASSWORD)


@pytest.fixture
def stranger(read_once: Path, hash_: str) -> Iterator[TestClient]:
    with TestClient(application(Record(read_once, create=False), (), hash_), base_url=HERE) as asking:
        yield asking


def token(text: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', text)
    assert found
    return found[1]


def log_in(client: TestClient, password: str) -> int:
    given = {"password": password, "token": token(client.get("/login").text)}
    return client.post("/login", data=given, follow_redirects=False).status_code


@pytest.mark.parametrize("address", ["/", "/figures", "/entry/abc", "/add", "/static/page.js"])
def test_who_is_not_in_sees_the_log_in_alone(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")


def test_programs_are_told_so(stranger: TestClient) -> None:
    assert stranger.get("/figures.json").status_code == 401
    assert stranger.post("/add", follow_redirects=False).headers["location"] == "/login"


def test_the_password_lets_in_and_logging_out_ends_it(stranger: TestClient) -> None:
    assert log_in(stranger, PASSWORD) == 303
    page = stranger.get("/figures")
    assert page.status_code == 200
    stranger.post("/logout", data={"token": token(stranger.get("/add").text)})
    assert stranger.get("/figures", follow_redirects=False).status_code == 303


def test_another_password_does_not(stranger: TestClient) -> None:
    assert log_in(stranger, PASSWORD + "!") == 403
    assert stranger.get("/figures", follow_redirects=False).status_code == 303


def test_wrong_passwords_are_limited_and_the_right_one_too(stranger: TestClient) -> None:
    assert [log_in(stranger, "wrong") for _ in range(WRONG)] == [403] * WRONG
    assert log_in(stranger, PASSWORD) == 429


def test_the_limit_is_forgotten_in_time(hash_: str) -> None:
    door = Door(hash_)
    for at in range(WRONG):
        assert not door.opens("wrong", "10.0.0.1", now=float(at))
    with pytest.raises(TooManyError):
        door.opens(PASSWORD, "10.0.0.1", now=WRONG)
    assert door.opens(PASSWORD, "10.0.0.2", now=WRONG)
    assert door.opens(PASSWORD, "10.0.0.1", now=WRONG + WINDOW)


def test_a_cookie_that_was_kept_ends_with_its_session(stranger: TestClient) -> None:
    assert log_in(stranger, PASSWORD) == 303
    given = token(stranger.get("/add").text)
    kept = stranger.cookies["onrecord"]
    stranger.post("/logout", data={"token": given})
    stranger.cookies.set("onrecord", kept)
    assert stranger.get("/figures", follow_redirects=False).status_code == 303


def test_the_session_of_the_form_is_not_that_of_who_is_in(stranger: TestClient) -> None:
    stranger.get("/login")
    before = stranger.cookies["onrecord"]
    assert log_in(stranger, PASSWORD) == 303
    stranger.cookies.clear()
    stranger.cookies.set("onrecord", before)
    assert stranger.get("/figures", follow_redirects=False).status_code == 303


def test_many_passwords_at_once_are_counted_like_the_rest(hash_: str) -> None:
    door = Door(hash_)

    def tried(_: int) -> bool:
        try:
            return door.opens("wrong", "10.0.0.1")
        except TooManyError:
            return True

    with ThreadPoolExecutor(12) as several:
        assert list(several.map(tried, range(12))).count(False) == WRONG


def test_what_is_shown_behind_a_password_is_kept_nowhere(stranger: TestClient, client: TestClient) -> None:
    assert log_in(stranger, PASSWORD) == 303
    assert stranger.get("/figures").headers["cache-control"] == "no-store"
    assert stranger.get("/figures.json").headers["cache-control"] == "no-store"
    assert client.get("/figures").headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("host", ["[", "desk.example]", "desk.example/x", "desk@evil.example", "[::1]evil.example", ""])
def test_a_host_that_is_none_is_told_so(stranger: TestClient, host: str) -> None:
    assert stranger.get("/login", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["desk.example:8750", "10.0.0.7", "[fe80::1]:8750"])
def test_other_machines_ask_by_any_name(stranger: TestClient, host: str) -> None:
    assert stranger.get("/login", headers={"host": host}).status_code == 200


def test_asking_for_the_heads_alone_is_no_form(stranger: TestClient) -> None:
    assert stranger.head("/login").status_code == 200


def test_a_session_cannot_be_made_up(stranger: TestClient) -> None:
    stranger.cookies.set("onrecord", "eyJpbiI6IHRydWV9.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb")
    assert stranger.get("/figures", follow_redirects=False).status_code == 303


def test_the_session_is_for_this_server_alone(stranger: TestClient) -> None:
    cookie = stranger.get("/login").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://desk.example:81", "https://desk.example", ""]
)
def test_a_form_from_another_site_is_refused(stranger: TestClient, origin: str) -> None:
    given = {"password": PASSWORD, "token": token(stranger.get("/login").text)}
    assert stranger.post("/login", data=given, headers={"origin": origin}).status_code == 403


def test_a_form_without_its_token_is_refused(stranger: TestClient) -> None:
    stranger.get("/login")
    assert stranger.post("/login", data={"password": PASSWORD}).status_code == 403
    for wrong in ("0" * 64, "é" * 64, "", "\x00"):
        assert stranger.post("/login", data={"password": PASSWORD, "token": wrong}).status_code == 403


def test_a_password_file_holds_a_hash_or_a_password(tmp_path: Path, hash_: str) -> None:
    file = tmp_path / "desk.password"
    file.write_text(f"{hash_}\n", "utf-8")
    assert read_hash(file) == (hash_, False)
    file.write_text(f"{PASSWORD}\n", "utf-8")
    made, in_clear = read_hash(file)
    assert in_clear
    assert Door(made).opens(PASSWORD, "")


@pytest.mark.parametrize("held", ["", "short\n", "\n", "$argon2id$v=19$m=65536\n"])
def test_a_password_file_without_a_good_one_is_refused(tmp_path: Path, held: str) -> None:
    file = tmp_path / "desk.password"
    file.write_text(held, "utf-8")
    with pytest.raises(SettingsError, match=r"desk\.password"):
        read_hash(file)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_hash(tmp_path / "none")


def test_other_machines_are_not_served_without_a_password(read_once: Path) -> None:
    from onrecord.commands.serve import serve

    with pytest.raises(OnrecordError, match="--password-file"):
        serve(read_once, Settings(), host="0.0.0.0", port=8750)


def test_a_password_is_written_hashed_and_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.commands.serve.getpass", lambda _: PASSWORD)
    file = tmp_path / "desk.password"
    assert CliRunner().invoke(app, ["password", str(file)]).exit_code == 0
    assert PASSWORD not in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0
    assert read_hash(file)[1] is False
