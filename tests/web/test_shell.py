"""The filter as a command: what it says is what `onrecord publish` understands."""

import html
import re
import shlex
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import typer
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.web.asked import Asked, asked
from onrecord.web.shell import publishing

QUERIES = [
    [],
    [("place", "p1"), ("since", "2023-04-15"), ("until", "2023-05-01")],
    [("actor", "a1"), ("says", "a2"), ("q", "humanitarian corridor"), ("q", "it's; rm -rf /")],
    [("kind", "event"), ("review", "confirmed"), ("place", "p1"), ("place", "p2"), ("lacks", "day")],
    [("measure", "killed"), ("country", "Sudan"), ("outlet", "the post"), ("as_of", "2023-06-01")],
]


@pytest.mark.parametrize("query", QUERIES)
def test_it_is_a_call_that_is_understood(query: list[tuple[str, str]]) -> None:
    said = publishing(asked(query), {"place:p1": "El Fasher", "actor:a1": "Rapid Support Forces"}, "my war.record")
    program, first, *rest = shlex.split(said)
    assert program == "onrecord"
    command = typer.main.get_command(app).commands[first]  # type: ignore[attr-defined]
    assert rest[0] == "my war.record"
    assert command.make_context(first, rest, resilient_parsing=False)


@pytest.mark.parametrize(
    "keys", [("kind:event",), ("review:confirmed",), ("place:p1", "place:p2"), ("lacks:day", "type:phone call")]
)
def test_what_no_option_tells_by_a_name_stands_as_in_an_address(keys: tuple[str, ...]) -> None:
    *_, option, query = shlex.split(publishing(Asked(keys=keys), {}, "a.record"))
    assert option == "--filter"
    assert set(asked(parse_qsl(query)).keys) == set(keys)


@pytest.mark.parametrize("others", [{}, {"kind": "figure", "measure": ["killed", "wounded"]}])
def test_the_page_tells_it_and_it_writes_the_same(
    client: TestClient, read_once: Path, tmp_path: Path, others: dict[str, str | list[str]]
) -> None:
    place = next(row for row in client.get("/pick/place.json").json()["rows"] if row["name"] == "Saraqeb")
    query = {"place": place["key"].partition(":")[2], "since": "2020-02-10", **others}
    page = client.get("/figures", params=query).text
    told = re.search(r"<code>(onrecord publish .*?)</code>", page)
    assert told is not None
    words = shlex.split(html.unescape(told[1]))[3:]
    done = CliRunner().invoke(app, ["publish", str(read_once), str(tmp_path / "site"), *words[1:]])
    assert done.exit_code == 0, done.output
    written = (tmp_path / "site" / "figures.json").read_text(encoding="utf-8")
    assert written == client.get("/figures.json", params=query).text


def test_a_published_page_tells_no_command(client: TestClient, read_once: Path, tmp_path: Path) -> None:
    CliRunner().invoke(app, ["publish", str(read_once), str(tmp_path / "site"), "--place", "Saraqeb"])
    assert "onrecord publish" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "onrecord publish" in client.get("/").text
