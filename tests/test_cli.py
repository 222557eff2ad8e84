"""The command: what it answers, where errors go, and with which exit codes."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from onrecord import Record, cli
from onrecord.commands import show
from onrecord.vocabulary import gazetteer

ENGLISH = "The ministry gave no further details of the attack on the town. "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(f"date 2020-02-07\n{ENGLISH}8 soldiers were killed in Sarmin.\n")
    (made / "b.txt").write_text(f"date 2020-02-08\n{ENGLISH}Turkey said on Friday that 9 men were wounded in Hama.\n")
    (made / "empty.txt").write_text("")
    return made


def test_add_counts_what_it_did_and_names_what_it_could_not(run: Callable, folder: Path, tmp_path: Path) -> None:
    done = run("add", tmp_path / "x.record", folder)
    assert done.code == 0
    assert done.out == f"{tmp_path / 'x.record'}: 2 read, 0 already there, 1 unreadable.\n"
    assert "Unreadable: " in done.err
    assert "empty.txt" in done.err
    again = run("add", tmp_path / "x.record", folder)
    assert "0 read, 2 already there, 1 unreadable" in again.out


def test_add_fails_where_nothing_can_be_read(run: Callable, tmp_path: Path) -> None:
    done = run("add", tmp_path / "x.record", tmp_path / "gone")
    assert done.code == 1
    assert "gone" in done.err


def test_add_takes_names_of_columns(run: Callable, tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(f'story,day\n"{ENGLISH}8 soldiers were killed in Sarmin.",2020-02-07\n')
    done = run("add", tmp_path / "x.record", table, "--text-column", "story", "--date-column", "day")
    assert "1 read" in done.out
    with Record(tmp_path / "x.record") as record:
        assert [(entry.published, entry.basis) for entry in record.documents()] == [("2020-02-07", "stated")]


def test_show_prints_words_and_source(run: Callable, filled: Callable[..., Path]) -> None:
    shown = run("show", filled(), "figures", "--measure", "killed", "--since", "2020-02-08")
    assert shown.code == 0
    assert "13 soldiers were killed" in " ".join(shown.out.split())
    assert "two.txt, 2020-02-08" in shown.out
    assert "Turkey said on Monday that 8" not in shown.out
    assert shown.out.endswith("\nfigures: 2\n")


@pytest.mark.parametrize(
    "kind, number", [("figures", 4), ("statements", 5), ("documents", 5), ("actors", 2), ("places", 2)]
)
def test_show_json_is_one_object_a_line(run: Callable, filled: Callable[..., Path], kind: str, number: int) -> None:
    lines = run("show", filled(), kind, "--json").out.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == [kind.removesuffix("s")] * number


def test_a_long_table_says_how_to_see_the_rest(
    run: Callable, filled: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled()
    assert run("show", path, "documents", "--limit", "2").out.endswith(
        "\ndocuments: 5, of which the first 2 are shown. --limit 0 shows all.\n"
    )
    monkeypatch.setattr(show, "AT_ONCE", 3)
    assert "documents: 5, of which the first 3 are shown" in run("show", path, "documents").out
    assert run("show", path, "documents", "--limit", "0").out.endswith("\ndocuments: 5\n")
    assert len(run("show", path, "documents", "--json").out.splitlines()) == 5
    assert len(run("show", path, "documents", "--json", "--limit", "1").out.splitlines()) == 1


def test_search_prints_reports_and_the_words_around(run: Callable, filled: Callable[..., Path]) -> None:
    path = filled()
    found = run("search", path, "killed in", "sarmin")
    assert found.code == 0
    assert "one.txt, 2020-02-07\n" in found.out
    assert "8 soldiers were killed in Sarmin" in found.out
    assert found.out.endswith("\nreports: 2\n")
    assert run("search", path, "hama", "--limit", "1").out.endswith(
        "\nreports: 3, of which the first 1 are shown. --limit 0 shows all.\n"
    )
    assert run("search", path, '"', "(").out == "reports: 0\n"
    (first, *_) = map(json.loads, run("search", path, "children", "--json").out.splitlines())
    assert (first["doc"], first["published"]) == ("four.txt", "2020-02-11")
    assert "5 children were killed" in first["passages"][0]["quote"]


def test_words_of_a_report_cannot_steer_the_terminal(
    run: Callable, filled: Callable[..., Path], plain: SimpleNamespace
) -> None:
    path = filled([plain.document("a\x1b[2J.txt", "8 \x1b]0;[red]soldiers were killed in Sarmin.")])
    path2 = filled([plain.document("b.txt", "Turkey said on Monday that \x1b[31mred\u202e [bold]x.")], "b.record")
    for shown in (run("show", path, "documents"), run("show", path2, "statements")):
        assert "\x1b" not in shown.out
        assert "\u202e" not in shown.out
        assert "[bold]x" in shown.out or "a [2J.txt" in shown.out


def test_export_writes_every_entry(run: Callable, filled: Callable[..., Path], tmp_path: Path) -> None:
    path = filled()
    assert run("export", path, "--format", "jsonl", "--output", tmp_path / "out.jsonl").code == 0
    written = (tmp_path / "out.jsonl").read_text("utf-8")
    assert len(written.splitlines()) == 18
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "plain.record"]
    assert run("export", path, "--output", tmp_path / "no" / "out.jsonl").code == 1


@pytest.mark.parametrize("form, beginning", [("html", "<!doctype html>"), ("md", "# ")])
def test_sitrep_is_written(
    run: Callable, filled: Callable[..., Path], tmp_path: Path, form: str, beginning: str
) -> None:
    arguments = ["--format", form, "--since", "2020-02-01", "--title", "A plain title", "--output", tmp_path / "report"]
    done = run("sitrep", filled(), *arguments)
    assert done.code == 0
    written = (tmp_path / "report").read_text("utf-8")
    assert written.lower().startswith(beginning)
    assert "A plain title" in written


def test_check_says_that_all_holds_or_what_does_not(run: Callable, filled: Callable[..., Path]) -> None:
    path = filled()
    held = run("check", path)
    assert (held.code, held.out) == (0, f"{path}: everything holds in 5 reports.\n")
    with Record(path) as record, record._store.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE observations SET finding = replace(finding, '13.0', '31.0')")
    broken = run("check", path)
    assert broken.code == 1
    assert "value: stands" in broken.out
    assert "the words say 13" in broken.out
    assert "values do not hold" in broken.err


def test_reread_brings_readings_up_to_date(run: Callable, filled: Callable[..., Path]) -> None:
    path = filled()
    assert "5 reports read again" in run("reread", path).out
    assert "every reading is up to date" in run("reread", path).out


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["show", "RECORD", "figs"], "figs"),
        (["show", "RECORD", "figures", "--since", "yesterday"], "'yesterday' is no day: expected one such as 2023-"),
        (["sitrep", "RECORD", "--until", "2020-02-30"], "'2020-02-30' is no day"),
        (["show", "RECORD", "actors", "--measure", "killed"], "not among actors"),
        (["show", "RECORD", "places", "--per", "Turkey"], "figures, statements, events"),
        (["show", "RECORD", "places", "--limit", "-1"], "-1 is no number"),
        (["search", "RECORD"], "WORDS"),
        (["export", "RECORD", "--format", "xml"], "xml"),
        (["add", "RECORD"], "SOURCE"),
        (["add", "RECORD", "x", "--workers", "0"], "workers"),
        (["fly"], "fly"),
    ],
)
def test_a_wrong_call_exits_2(run: Callable, filled: Callable[..., Path], arguments: list[str], told: str) -> None:
    path = str(filled())
    done = run(*(path if each == "RECORD" else each for each in arguments))
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "command",
    [
        ["show", "figures"],
        ["why", "0123456789"],
        ["diff", "--since", "2020-02-08"],
        ["search", "x"],
        ["export"],
        ["check"],
        ["sitrep"],
        ["reread"],
    ],
)
def test_a_failure_is_one_line_and_exits_1(run: Callable, tmp_path: Path, command: list[str]) -> None:
    done = run(command[0], tmp_path / "gone.record", *command[1:])
    assert done.code == 1
    assert done.err.startswith("onrecord: ")
    assert "gone.record does not exist" in done.err
    assert done.err.count("\n") == 1


def test_a_closed_output_is_no_error(filled: Callable[..., Path]) -> None:
    path = filled()
    command = f"{sys.executable} -m onrecord.cli export {path} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_help_loads_none_of_the_heavy_rooms() -> None:
    script = (
        "import sys; sys.argv = ['onrecord', '--help']\n"
        "from onrecord import cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('spacy', 'sqlalchemy', 'rich', 'altair', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert re.search(r"^  add +Read reports into a record\.$", done.stdout, re.MULTILINE)


def test_version(run: Callable) -> None:
    assert run("--version").out == f"onrecord {version('onrecord')}\n"


@pytest.mark.parametrize(
    "command",
    ["", "add", "show", "why", "diff", "search", "export", "check", "sitrep", "reread", "rulings", "publish", "serve"],
)
def test_help_can_be_read(run: Callable, command: str) -> None:
    told = run(*command.split(), "--help")
    assert told.code == 0
    assert "onrecord " in told.out.split("-h, --help")[1], "an example stands below the options"
    plain = told.out.replace("[ARGS]...", "").replace("SOURCE...", "").replace("WORDS...", "")
    assert "..." not in plain, "nothing is cut short"
    assert "{" not in plain
    assert "list[" not in plain, "no name of the program's own"
    assert "Path" not in plain


def test_every_example_of_the_help_is_a_call_that_is_understood() -> None:
    command = typer.main.get_command(cli.app)
    for name, each in command.commands.items():
        examples = [line.split("onrecord ")[1] for line in each.epilog.splitlines() if "onrecord " in line]
        assert examples
        for example in examples:
            first, *rest = shlex.split(example.split(" > ")[0])
            assert command.commands[first].make_context(first, rest, resilient_parsing=False)
        assert any(example.split()[0] == name for example in examples)


def test_a_measure_that_no_figure_has_is_told(run: Callable, filled: Callable[..., Path]) -> None:
    path = filled()
    shown = run("show", path, "figures", "--measure", "kiled")
    assert (shown.code, shown.out) == (0, "figures: 0\n")
    assert shown.err == f"{path} holds no figure of the measure 'kiled'; it holds: killed, wounded.\n"


def test_nothing_to_read_is_told(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    done = run("add", tmp_path / "x.record", tmp_path / "reports")
    assert done.code == 1
    assert "There is nothing to read in" in done.err
    assert ".txt" in done.err


def test_the_first_run_says_that_it_compiles_the_places(
    run: Callable, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = []
    monkeypatch.setattr(gazetteer, "ready", lambda: bool(prepared))
    monkeypatch.setattr(gazetteer, "prepare", prepared.append)
    assert "compiling the index of the world's places" in run("add", tmp_path / "x.record", folder).err
    assert len(prepared) == 1
    assert "compiling" not in run("add", tmp_path / "x.record", folder).err
