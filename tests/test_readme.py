"""The README's promises: commands that exist, files that are there, Python that runs."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> str:
    return "\n".join(re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL))


def test_the_make_targets_it_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", blocks("sh"))) == {"demo", "test", "check"}
    assert set(re.findall(r"`make ([a-z-]+)", README)) <= targets
    assert {"demo", "test", "check"} <= targets


def test_the_files_it_names_are_there() -> None:
    linked = {link for link in re.findall(r"\]\(([^)#]+)\)", README) if not link.startswith("http")}
    assert {link for link in linked if not (ROOT / link).exists()} == set()


def test_the_commands_and_options_it_names_exist() -> None:
    typer = pytest.importorskip("typer")
    cli = pytest.importorskip("onrecord.cli")
    command = typer.main.get_command(cli.app)
    for line in re.findall(r"^onrecord ([^#>\n]+)", blocks("sh"), re.MULTILINE):
        name, *words = line.split()
        assert name in command.commands, f"the README names `onrecord {name}`"
        options = {option for param in command.commands[name].params for option in param.opts}
        assert {word for word in words if word.startswith("--")} <= options, f"options of `onrecord {name}`"


def test_the_python_it_shows_is_python_of_the_public_api() -> None:
    import onrecord

    code = blocks("python")
    compile(code, "README.md", "exec")
    for name in re.findall(r"from onrecord import (\w+)", code):
        assert hasattr(onrecord, name)
    for name in re.findall(r"record\.(\w+)\(", code):
        assert hasattr(onrecord.Record, name)


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_no_page_names_a_path_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|work|tmp|Users|root)/", page.read_text("utf-8"))


def test_the_entry_that_the_export_page_shows_is_one_of_the_samples() -> None:
    from onrecord.model.entries import FigureEntry

    page = (ROOT / "docs" / "record.md").read_text("utf-8")
    entry = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])
    assert set(entry) - {"kind"} <= set(FigureEntry.__struct_fields__)
    for cite in entry["cites"]:
        text = (ROOT / "samples" / "idlib-2020" / cite["doc"]).read_text("utf-8")
        assert text[cite["start"] : cite["end"]] == cite["quote"]
