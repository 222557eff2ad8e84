"""Bad input through the real command: what is said of each file, that the rest is read, and that the record holds."""

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord import Record, cli, engines
from onrecord.store import dialect

REPORT = (
    "date 2023-04-17\nKHARTOUM (Wire) - Doctors said on Monday that at least {} civilians were killed when fighting "
    "broke out between the army and paramilitary forces in the capital.\n"
)
DRAW = random.Random(7)
MB = 1_000_000

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "it is empty; expected a report's text"),
    "blank.txt": (b" \n\t\n\n", "it holds nothing but white space; expected a report's text"),
    "binary.txt": (DRAW.randbytes(5000), "it holds binary data, not text; expected plain text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + DRAW.randbytes(500), "it is an image, not plain text; expected plain text"),
    "undecodable.txt": (
        bytes(DRAW.choices(range(128, 256), k=3000)),
        "its bytes are no text in UTF-8 or any other usual encoding; expected plain text",
    ),
    "truncated.txt": (
        (REPORT.format(3) + "Потери").encode()[:-1],
        "it ends in the middle of a UTF-8 character, as if it had been cut short; expected plain text",
    ),
    "huge.txt": (b"", "it has 100 MB, more than the 5 MB that one report may have; split it"),
    "no-text.csv": (
        b"id,words\n1,abc\n",
        "it has no text column; its columns are id, words: name the one that holds the reports with --text-column",
    ),
    "no-rows.csv": (b"", "it is an empty table; expected a first row with the names of its columns"),
    "broken.jsonl": (b'{"text": "no end\n', "line 1: it is no JSON object; expected one object a line"),
    "half-a-character.jsonl": (b'{"text": "\\ud800"}\n', "line 1: it is no JSON object; expected one object a line"),
}
"""File, content, what is said of it."""

READ: dict[str, tuple[bytes, set[float]]] = {
    "good.txt": (REPORT.format(11).encode(), {11}),
    "here/same-name.txt": (REPORT.format(12).encode(), {12}),
    "there/same-name.txt": (REPORT.format(13).encode(), {13}),
    "table.csv": (f'date,text\n2023-04-17,"{REPORT.format(14)}"\n2\n'.encode(), {14}),
    "never-closed.csv": (f'text\n"{REPORT.format(15)}'.encode(), {15}),
    "rows.jsonl": ((json.dumps({"text": REPORT.format(16)}) + '\n{"words": 1}\n[]\n').encode(), {16}),
    "windows.txt": (REPORT.format(17).replace("\n", "\r\n").encode("utf-16"), {17}),
    "control.txt": (REPORT.format(18).replace("Doctors", "\x07\x1b[2J\u202e\u200b Doctors").encode(), {18}),
    "many-lines.txt": (b"\n" * 100_000 + REPORT.format(19).encode(), {19}),
    "one-line.txt": ((REPORT.format(20).replace("\n", " ") + "Shops were shut. " * 600).encode(), {20}),
    "emoji.txt": ((REPORT.format(21) + "\U0001f600" * 20_000).encode(), {21}),
    "numbers.txt": ((" ".join(map(str, range(5000)))).encode(), set()),
    "one-word.txt": (b"A" * 2 * MB, set()),
    "marks.txt": (('"' * 20_000 + "(" * 20_000 + "." * 20_000).encode(), set()),
    "quotes.txt": ("“He said ".encode() * 2000, set()),
    "dates.txt": (b"on 2020-02-02 " * 2000, set()),
    "right-to-left.txt": ("قال متحدث باسم الجيش إن عشرة جنود قتلوا في الخرطوم. ".encode() * 20, set()),
}
"""File, content, the figures that stand in the record afterwards."""


def onrecord(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=200, check=False)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """All the files in one folder, added by one command."""
    root = tmp_path_factory.mktemp("bad")
    folder = root / "reports"
    for name, (content, _) in {**UNREADABLE, **READ}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    os.truncate(folder / "huge.txt", 100 * MB)
    done = onrecord("add", "x.record", "reports", folder=root)
    with Record(root / "x.record", create=False) as record:
        yield SimpleNamespace(root=root, done=done, record=record)


def test_the_command_ends_as_it_should(tried: SimpleNamespace) -> None:
    assert tried.done.returncode == 0
    assert "Traceback" not in tried.done.stderr
    assert "and 0 more" not in tried.done.stderr


@pytest.mark.parametrize("name, told", [(name, told) for name, (_, told) in UNREADABLE.items()])
def test_what_cannot_be_read_is_named_with_what_was_expected(tried: SimpleNamespace, name: str, told: str) -> None:
    (line,) = [line for line in tried.done.stderr.splitlines() if line.startswith(f"Unreadable: {name}")]
    assert told in line
    assert not [entry for entry in tried.record.documents() if entry.doc.startswith(name)]


@pytest.mark.parametrize("name, figures", [(name, figures) for name, (_, figures) in READ.items()])
def test_the_rest_is_read(tried: SimpleNamespace, name: str, figures: set[float]) -> None:
    assert [entry for entry in tried.record.documents() if entry.doc.startswith(name)]
    killed = [entry for entry in tried.record.figures(measure="killed") if entry.cites[0].doc.startswith(name)]
    assert {entry.value for entry in killed} == figures


@pytest.mark.parametrize("line", ["table.csv row 2: its text is empty", "rows.jsonl row 2: it has no text column"])
def test_bad_rows_are_named(tried: SimpleNamespace, line: str) -> None:
    assert f"Unreadable: {line}" in tried.done.stderr


def test_the_record_holds_and_nothing_is_lost(tried: SimpleNamespace) -> None:
    checked = onrecord("check", "x.record", folder=tried.root)
    assert checked.stdout == f"x.record: everything holds in {len(READ)} reports.\n", checked.stdout
    again = onrecord("add", "x.record", "reports", folder=tried.root)
    assert f" {len(READ)} already there, {len(UNREADABLE) + 3} unreadable." in again.stdout


def test_the_sources_are_left_as_they_were(tried: SimpleNamespace) -> None:
    for name, (content, _) in {**UNREADABLE, **READ}.items():
        if name != "huge.txt":
            assert (tried.root / "reports" / name).read_bytes() == content


def not_a_record(folder: Path) -> str:
    (folder / "reports").mkdir()
    return "reports is a folder: expected a record, a file made by 'onrecord add'"


def a_text(folder: Path) -> str:
    (folder / "reports").write_text("8 soldiers were killed.")
    return "reports is not a record: expected a file made by 'onrecord add'"


def another_database(folder: Path) -> str:
    connection = sqlite3.connect(folder / "reports")
    connection.execute("create table mine (words text)")
    connection.close()
    return "reports is a database, but not a record: expected a file made by 'onrecord add'"


def a_newer_record(folder: Path) -> str:
    Record(folder / "reports").close()
    connection = sqlite3.connect(folder / "reports")
    connection.execute("update meta set value = '999' where name = 'schema'")
    connection.commit()
    connection.close()
    return "reports was written by a later version of onrecord (schema 999; this one knows up to"


@pytest.mark.parametrize(
    "made",
    [not_a_record, a_text, another_database, a_newer_record],
    ids=lambda m: m.__name__,
)
def test_a_path_that_is_no_record_is_refused_and_left_alone(
    made: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = made(tmp_path)
    (tmp_path / "a.txt").write_text(REPORT.format(8))
    path = tmp_path / "reports"
    before = path.read_bytes() if path.is_file() else None
    for command in (("add", "reports", "a.txt"), ("show", "reports", "figures"), ("check", "reports")):
        monkeypatch.setattr(sys, "argv", ["onrecord", *command])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert (end.value.code, out) == (1, "")
        assert err.startswith("onrecord: ")
        assert told in err
        assert err.count("\n") == 1
    assert before is None or path.read_bytes() == before


def test_a_full_disk_is_told_and_keeps_what_was_there(
    filled: Callable[..., Path],
    plain: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = filled()
    folder = path.parent / "more"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(REPORT.format(number) * 40)
    pages = path.stat().st_size // 4096
    monkeypatch.setattr(dialect, "PRAGMAS", (*dialect.PRAGMAS, f"max_page_count = {pages + 8}"))
    monkeypatch.setattr(engines, "engine", lambda *_: plain.engine)
    monkeypatch.setattr(sys, "argv", ["onrecord", "add", str(path), str(folder)])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 1
    assert (
        "plain.record cannot grow, the disk is full: free some space and repeat the command" in capsys.readouterr().err
    )
    monkeypatch.undo()
    with Record(path) as record:
        assert len(list(record.documents())) == len(plain.reports)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("command", ["export", "show --json", "show", "sitrep"])
def test_an_output_that_cannot_be_written_is_told(filled: Callable[..., Path], command: str) -> None:
    name, *options = command.split()
    kind = ["figures"] if name == "show" else []
    arguments = [sys.executable, "-m", "onrecord.cli", name, str(filled()), *kind, *options]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, timeout=100, check=False)
    assert done.returncode == 1
    assert done.stderr == "onrecord: the output cannot be written (No space left on device)\n"
