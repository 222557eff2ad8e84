"""`onrecord show`: the record's entries as tables for people, or one JSON object a line for programs."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from onrecord.api import Record
from onrecord.commands.progress import say
from onrecord.commands.tables import table
from onrecord.model.entries import AnyEntry
from onrecord.publishing import jsonl
from onrecord.settings import Settings


def show(path: Path, what: str, options: Settings, *, as_json: bool, **wanted: Any) -> int:
    """Prints the entries of a kind that fit `wanted`: measure, per, since, until."""
    with Record(path, create=False, options=options) as record:
        entries = list(_entries(record, what, wanted))
        if as_json:
            for line in jsonl.lines(entries):
                typer.echo(line)
            return 0
        dates = {entry.doc: entry.published for entry in record.documents()}
        if not entries and wanted["measure"] is not None:
            _tell_measures(record, wanted["measure"])
    table(what, entries, dates)
    return 0


def _entries(record: Record, what: str, wanted: dict[str, Any]) -> Iterator[AnyEntry]:
    days: dict[str, dt.date | None] = {"since": wanted["since"], "until": wanted["until"]}
    measure, per = wanted["measure"], wanted["per"]
    if measure is not None and what != "figures":
        raise typer.BadParameter(f"{what} have no measure: it picks among figures", param_hint="--measure")
    if per is not None and what not in ("figures", "statements"):
        raise typer.BadParameter(f"{what} have no source: it picks among figures and statements", param_hint="--per")
    match what:
        case "figures":
            yield from record.figures(measure=measure, per=per, **days)
        case "statements":
            yield from record.statements(per=per, **days)
        case "documents":
            yield from record.documents(**days)
        case "actors":
            yield from record.actors(**days)
        case _:
            yield from record.places(**days)


def _tell_measures(record: Record, asked: str) -> None:
    """Says what figures there are, where none is of the measure that was asked for."""
    held = sorted({figure.measure for figure in record.figures()})
    if asked not in held:
        say(f"{record.path} holds no figure of the measure {asked!r}; it holds: {', '.join(held) or 'none at all'}.")
