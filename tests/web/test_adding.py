"""Handing in reports through the page."""

import asyncio
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from onrecord import Record
from onrecord.web.adding import HUNG, NAME, WAITING, Desk, file_name
from onrecord.web.app import application
from onrecord.web.bounds import LARGEST, SMALL, Bounded

HERE = "http://127.0.0.1"
FORM = {"content-type": "application/x-www-form-urlencoded"}
REPORT = "KHARTOUM, 3 May 2023 - Shelling killed 12 people in Omdurman on Tuesday, the health ministry said.\n"


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


def over(client: TestClient, address: str) -> dict[str, object]:
    """The job when it is over."""
    for _ in range(600):
        [job] = client.get(f"{address}.json").json()["rows"]
        if job["state"] in ("done", "stopped"):
            return dict(job)
        time.sleep(0.1)
    raise AssertionError(f"not over: {job}")


def test_files_and_a_text_are_read_and_what_failed_is_listed(desk: TestClient) -> None:
    before = desk.get("/reports.json").json()
    files = [
        ("files", ("omdurman.txt", REPORT.encode())),
        ("files", ("clips.csv", b"day,story number\n2023-05-03,7\n")),
        ("files", ("../../evil.txt", b"YANGON, 4 May 2023 - Talks were held, officials said.\n")),
    ]
    pasted = {"text": "Two soldiers were wounded near Avdiivka on Monday, the army said.", "date": "2023-05-05"}
    sent = desk.post("/add", data={"token": token(desk), **pasted}, files=files, follow_redirects=False)
    assert sent.status_code == 303, sent.text
    job = over(desk, sent.headers["location"])
    assert job["state"] == "done", job
    assert job["read"] == 3
    assert [failure["name"] for failure in job["failures"]] == ["clips.csv"]  # type: ignore[attr-defined]
    page = desk.get(sent.headers["location"]).text
    assert "Could not be read" in page
    assert "clips.csv" in page
    now = desk.get("/reports.json").json()
    names = {row["doc"] for row in now["rows"]} - {row["doc"] for row in before["rows"]}
    assert {"omdurman.txt", "evil.txt"} <= names
    assert any(name.startswith("pasted.jsonl#") for name in names)
    found = desk.get("/figures.json?q=Omdurman").json()["rows"]
    assert [(figure["measure"], figure["value"]) for figure in found] == [("killed", 12)]
    assert "done" in desk.get("/add").text


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        ({}, 400, "no report"),
        ({"text": "   "}, 400, "no report"),
        ({"text": "Something.", "date": "yesterday"}, 400, "no day"),
    ],
)
def test_a_form_that_holds_nothing_is_refused(desk: TestClient, data: dict[str, str], status: int, words: str) -> None:
    answer = desk.post("/add", data={"token": token(desk), **data}, files={"files": ("", b"")})
    assert answer.status_code == status
    assert words in answer.text


def test_a_form_without_its_token_adds_nothing(desk: TestClient) -> None:
    desk.get("/add")
    assert desk.post("/add", data={"text": REPORT}, files={"files": ("", b"")}).status_code == 403
    assert desk.get("/add.json").json()["rows"] == []


def test_a_form_in_letters_that_no_file_can_hold_is_refused(desk: TestClient) -> None:
    given_ = token(desk)
    for letters in ("utf-7", "unicode_escape", "undefined", "punycode", "utf-16"):
        body = f'--X\r\nContent-Disposition: form-data; name="token"\r\n\r\n{given_}\r\n'
        body += '--X\r\nContent-Disposition: form-data; name="text"\r\n\r\n+2AA- \\ud800 x\r\n--X--\r\n'
        kind = {"content-type": f"multipart/form-data; boundary=X; charset={letters}"}
        assert desk.post("/add", content=body.encode(), headers=kind).status_code == 415, letters
    for kind_ in ("text/plain", "application/json", "multipart/mixed; boundary=X"):
        assert desk.post("/add", content=b"{}", headers={"content-type": kind_}).status_code == 415, kind_


def test_too_much_is_refused_while_it_comes(desk: TestClient) -> None:
    given_ = token(desk)
    long = b"x" * (LARGEST + 1)
    assert desk.post("/add", data={"token": given_}, files={"files": ("long.txt", long)}).status_code == 413
    assert desk.post("/logout", content=b"x" * (SMALL + 1), headers=FORM).status_code == 413


def test_a_length_that_is_a_lie_does_not_help(desk: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(SMALL // 1024 + 2):
            yield b"x" * 1024

    assert desk.post("/logout", content=pieces(), headers=FORM).status_code == 413


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\reports\\day 1.csv", "day 1.csv"),
        ("..", "report.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
        ("Лист 3.txt", "Лист 3.txt"),
        ("\x00\n.txt", "__.txt"),
        ("", "report.txt"),
        ("漢" * 200 + ".txt", "漢" * 60 + ".txt"),
        ("漢" * 200, "漢" * 60 + ".txt"),
    ],
)
def test_a_file_keeps_its_name_as_far_as_that_is_harmless(given_: str, kept: str) -> None:
    assert file_name(given_) == kept


@given(st.text(max_size=300))
def test_no_name_leads_out_of_the_folder(given_: str) -> None:
    name = file_name(given_)
    assert Path(name).name == name
    assert 0 < len(name) <= NAME + 4
    assert not name.startswith(".")
    assert len(name.encode()) < 240


def test_what_is_handed_in_under_one_name_is_all_kept(desk: TestClient) -> None:
    files = [("files", ("pasted.jsonl", b'{"text": "Two were wounded in Goma."}\n')) for _ in range(2)]
    data = {"token": token(desk), "text": "Three were wounded in Sake."}
    sent = desk.post("/add", data=data, files=files, follow_redirects=False)
    [job] = desk.get(f"{sent.headers['location']}.json").json()["rows"]
    assert job["sources"] == ["pasted.jsonl", "pasted-2.jsonl", "pasted-3.jsonl"]


@pytest.fixture
def asleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads does nothing, for long."""
    real = subprocess.Popen

    def sleeping(_: object, **options: Any) -> subprocess.Popen[bytes]:
        return real([sys.executable, "-c", "import time; time.sleep(600)"], **options)

    monkeypatch.setattr("onrecord.web.adding.subprocess.Popen", sleeping)


@pytest.mark.usefixtures("asleep")
def test_reading_that_comes_no_further_is_stopped_in_words(read_once: Path, tmp_path: Path) -> None:
    path = shutil.copy(read_once, tmp_path / "hangs.record")
    with Record(path) as record:
        desk, folder = Desk(record, patience=0.3), tmp_path / "handed in"
        folder.mkdir()
        id_ = desk.take(folder, ["a.txt"]).id
        until = time.monotonic() + 20
        while folder.exists() and time.monotonic() < until:
            time.sleep(0.05)
        with record.reading() as reader:
            job = reader.job(id_)
    assert job is not None
    assert (job.state, job.trouble) == ("stopped", HUNG)
    assert not folder.exists()


@pytest.mark.usefixtures("asleep")
def test_no_more_waits_than_can_be_kept(read_once: Path, tmp_path: Path) -> None:
    path = shutil.copy(read_once, tmp_path / "full.record")
    with TestClient(application(Record(path)), base_url=HERE) as asking:
        given_ = token(asking)
        sent = [
            asking.post(
                "/add", data={"token": given_, "text": f"{n}"}, files={"files": ("", b"")}, follow_redirects=False
            )
            for n in range(WAITING + 1)
        ]
        assert [answer.status_code for answer in sent] == [303] * WAITING + [503]
        assert "not read yet" in sent[-1].text
    with TestClient(application(Record(path)), base_url=HERE) as asking:
        assert {job["state"] for job in asking.get("/add.json").json()["rows"]} == {"stopped"}


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async def app(_: Scope, receive: Receive, __: Send) -> None:
        while (await receive()).get("more_body"):
            pass

    async def silent() -> Message:
        await asyncio.sleep(20)
        raise AssertionError

    async def send(_: Message) -> None:
        raise AssertionError

    scope = {"type": "http", "path": "/add", "headers": []}
    with ThreadPoolExecutor(1) as beside, pytest.raises(HTTPException) as refused:  # a browser may run in this thread
        beside.submit(lambda: asyncio.run(Bounded(app, {}, silence=0.05)(scope, silent, send))).result()
    assert refused.value.status_code == 408
