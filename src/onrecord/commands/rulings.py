"""`onrecord rulings`: who ruled what, when, on which words, and whether it still takes hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.commands.opening import whole
from onrecord.commands.progress import printable
from onrecord.commands.wording import clipped, short
from onrecord.model.entries import tidy
from onrecord.model.rulings import EDIT, SPLIT, Standing, other_of
from onrecord.publishing import jsonl
from onrecord.settings import Settings

PASSAGES = 2
MINUTE = len("2020-02-03T14:00")


def rulings(path: Path, options: Settings, *, as_json: bool) -> int:
    """Prints the rulings, the earliest first."""
    with whole(path, options) as record:
        found = record.rulings()
        names = record.names_of_reports()
    if as_json:
        for each in found:
            typer.echo(jsonl.line(exported(each, names)))
        return 0
    if found:
        Console().print(table(found, names))
    loose = sum(1 for each in found if each.ruling.withdrawn is None and not each.holds)
    typer.echo(f"rulings: {len(found)}" + (f", of which {loose} take hold of nothing any more" if loose else ""))
    return 0


def exported(standing: Standing, names: Mapping[str, str]) -> dict[str, Any]:
    """A ruling as a JSON object; its passages name their reports as cites do."""
    ruling = standing.ruling
    plain = msgspec.to_builtins(ruling) | {
        "anchors": [_passage(each, names) for each in ruling.anchors],
        "apart": [_passage(each, names) for each in ruling.apart],
        "entries": standing.entries,
        "state": state(standing),
    }
    told: dict[str, Any] = tidy(plain)
    return told


def _passage(anchor: Any, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "doc": names.get(anchor.document),
        "document": anchor.document,
        "kind": anchor.kind,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
    }


def table(found: Sequence[Standing], names: Mapping[str, str]) -> Table:
    """The rulings as a table."""
    made = Table(show_lines=True, expand=True)
    for heading, ratio in (("When and who", 2), ("Ruling", 3), ("On these words", 6)):
        made.add_column(heading, overflow="fold", ratio=ratio)
    for each in found:
        made.add_row(Text(_by(each)), Text(_what(each)), _words(each, names))
    return made


def state(standing: Standing) -> str:
    """Whether it holds: attached, in part, unattached, withdrawn."""
    if standing.ruling.withdrawn is not None:
        return "withdrawn"
    if not standing.holds:
        return "unattached"
    return "attached in part" if standing.loose else "attached"


def in_words(standing: Standing) -> str:
    """A ruling in one line: when, who, what."""
    when = standing.ruling.at[:MINUTE].replace("T", " ")
    return f"{when}, {printable(standing.ruling.who)}: {', '.join(_what(standing).split(chr(10)))}"


def _by(standing: Standing) -> str:
    ruling = standing.ruling
    return f"{ruling.at[:MINUTE].replace('T', ' ')}\n{printable(ruling.who)}\n[{short(ruling.id)}]"


def _what(standing: Standing) -> str:
    ruling = standing.ruling
    what = f"{ruling.what} {ruling.kind}"
    if ruling.what == EDIT:
        what += f": {ruling.field} is {clipped(_value(ruling.value))}"
    if ruling.what == SPLIT and (other := other_of(ruling.value)) and other.name:
        what += f": another, {clipped(other.name)}"
    lines = [what, state(standing)]
    if ruling.withdrawn is not None:
        lines[1] += f" {ruling.withdrawn[:MINUTE].replace('T', ' ')} by {printable(ruling.withdrawn_by or '')}"
    if ruling.note:
        lines.append(f"“{clipped(ruling.note)}”")
    return "\n".join(lines)


def _value(value: Any) -> str:
    """A value in words: names alone of those that stand with their keys."""
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, dict):
        return str(value.get("name"))
    return "unknown" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _words(standing: Standing, names: Mapping[str, str]) -> Text:
    ruling, cell = standing.ruling, Text()
    for side, apart in ((ruling.anchors, False), (ruling.apart, True)):
        if apart and side:
            cell.append("apart from\n", style="italic")
        for anchor in side[:PASSAGES]:
            cell.append(f"“{clipped(anchor.quote)}”\n")
            cell.append(f"{printable(names.get(anchor.document, 'a report that is not in the record'))}\n", style="dim")
        if len(side) > PASSAGES:
            cell.append(f"and {len(side) - PASSAGES} more\n", style="dim")
    cell.rstrip()
    return cell
