"""`onrecord show`: the record's entries as tables for people, or one JSON object a line for programs."""

import datetime as dt
from itertools import islice
from pathlib import Path
from typing import Any

import typer

from onrecord.commands.columns import SERIES, TABLES
from onrecord.commands.opening import opened
from onrecord.commands.progress import say
from onrecord.commands.series import show_series
from onrecord.commands.tables import counted, table
from onrecord.model.kinds import has
from onrecord.publishing import jsonl
from onrecord.selecting import FIELDS
from onrecord.settings import Settings
from onrecord.views import View

AT_ONCE = 100  # rows; a table of more is read by nobody


def show(
    path: Path,
    what: str,
    options: Settings,
    *,
    as_json: bool,
    limit: int | None,
    as_of: dt.date | None = None,
    **wanted: Any,
) -> int:
    """Prints the entries of a kind that fit `wanted` (as `views.Asked`), the first `limit` of them: 0 is all; where
    none is given, AT_ONCE in a table and all as JSON. `as_of`: of the record as it was known on that day."""
    _refuse_what_it_lacks(what, wanted)
    limit = (0 if as_json else AT_ONCE) if limit is None else limit
    with opened(path, options, as_of) as record:
        if what == SERIES:
            show_series(record, as_json=as_json, limit=limit, **wanted)
            return 0
        entries = record.entries(TABLES[what].entry, **wanted)
        shown = list(islice(entries, limit or None))
        if as_json:
            for line in jsonl.lines(shown):
                typer.echo(line)
            return 0
        number = len(shown) + sum(1 for _ in entries)
        dates = record.published({cite.doc for entry in shown for cite in entry.cites})
        if not shown and wanted["measure"] is not None:
            _tell_measures(path, record, wanted["measure"])
    if shown:
        table(what, shown, dates)
    typer.echo(counted(what, len(shown), number))
    return 0


def _refuse_what_it_lacks(what: str, wanted: dict[str, Any]) -> None:
    """Raises BadParameter where entries of the kind have nothing of what is asked for."""
    shown = TABLES["figures" if what == SERIES else what].entry
    for wish, fields in FIELDS.items():
        if wanted[wish] is not None and not has(shown, fields):
            among = [name for name, columns in TABLES.items() if has(columns.entry, fields)]
            raise typer.BadParameter(f"picks among {', '.join(among)}; not among {what}", param_hint=f"--{wish}")


def _tell_measures(path: Path, record: View, asked: str) -> None:
    """Says what figures there are, where none is of the measure that was asked for."""
    held = sorted({figure.measure for figure in record.figures()})
    if asked not in held:
        say(f"{path} holds no figure of the measure {asked!r}; it holds: {', '.join(held) or 'none at all'}.")
