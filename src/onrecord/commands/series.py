"""`onrecord show RECORD series`: each count with its values in order of days, who says them and where."""

from collections.abc import Sequence
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.commands.columns import SERIES, amount, days
from onrecord.commands.progress import printable
from onrecord.commands.tables import Dates, counted
from onrecord.model.entries import FigureEntry
from onrecord.model.iso import in_words
from onrecord.model.kinds import day_of
from onrecord.model.places import where
from onrecord.model.series import Series, exported, series_of
from onrecord.publishing import jsonl
from onrecord.views import View


def show_series(record: View, *, as_json: bool, limit: int | None, **wanted: Any) -> None:
    """Prints the series among the figures that fit `wanted`, the first `limit` of them, all where it is 0 or None."""
    found = series_of(record.figures(**wanted))
    shown = found[: limit or None]
    if as_json:
        for each in shown:
            typer.echo(jsonl.line(exported(each)))
        return
    if shown:
        table(shown, record.published({cite.doc for each in shown for value in each.values for cite in value.cites}))
    typer.echo(counted(SERIES, len(shown), len(found)))


def table(series: Sequence[Series], dates: Dates, console: Console | None = None) -> None:
    """Prints the series; `dates` are the reports' dates by their names in cites."""
    made = Table(show_lines=True, expand=True)
    made.add_column("Count", overflow="fold", ratio=2, min_width=14)
    made.add_column("Values", overflow="fold", ratio=7, min_width=40)
    for each in series:
        cell = Text()
        for value in each.values:
            cell.append_text(_value(value, dates))
        cell.rstrip()
        made.add_row(Text(_what(each)), cell)
    (console or Console()).print(made)


def _what(series: Series) -> str:
    """What is counted, of whom, where and from when, each on a line."""
    counts = ", ".join(filter(None, (series.measure, series.did)))
    since = f"since {in_words(series.since)}" if series.since and series.count == "running total" else series.since
    lines = (f"{counts}: {series.of}", series.place and where(series.place), series.count, since)
    return "\n".join(printable(line) for line in lines if line)


def _value(figure: FigureEntry, dates: Dates) -> Text:
    """The day, the number and whose it is; below, the reports that give it."""
    text = Text()
    on = days(figure.as_of or day_of(figure)).replace("\n", " ") or "no day"
    per = f" (via {', '.join(figure.via)})" if figure.via else ""
    text.append(f"{on}  ")
    text.append(amount(figure), style="bold")
    text.append(f"  {printable(', '.join(figure.per) + per)}\n")
    reports = dict.fromkeys(cite.doc for cite in figure.cites if not cite.supports)
    named = "; ".join(f"{printable(doc)}, {dates.get(doc) or 'undated'}" for doc in reports)
    text.append(f"            {named}\n", style="dim")
    return text
