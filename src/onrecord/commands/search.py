"""`onrecord search`: the reports that hold some words, with the passages around them."""

from pathlib import Path

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from onrecord.commands.opening import whole
from onrecord.commands.progress import printable
from onrecord.commands.tables import counted, more_passages
from onrecord.settings import Settings
from onrecord.store import Match

AT_ONCE = 20  # reports
PASSAGES = 3


def search(path: Path, words: list[str], options: Settings, *, as_json: bool, limit: int | None) -> int:
    """Prints the reports that hold all the words, the first `limit` of them: 0 is all; where none is given, AT_ONCE for
    people and all as JSON."""
    limit = (0 if as_json else AT_ONCE) if limit is None else limit
    with whole(path, options) as record:
        found = record.search(*words, limit=limit or None)
    if as_json:
        for match in found.best:
            typer.echo(msgspec.json.encode(match).decode())
        return 0
    console = Console()
    for match in found.best:
        console.print(told(match), soft_wrap=not console.is_terminal)
    typer.echo(counted("reports", len(found.best), found.number))
    return 0


def told(match: Match) -> Text:
    """The report's name and date, and below them its first passages with the words in bold."""
    lines = [Text(f"{printable(match.doc)}, {match.published or 'undated'}", style="bold")]
    for passage in match.passages[:PASSAGES]:
        line = Text(printable(passage.quote))
        for find in passage.finds:
            line.stylize("bold", find.start - passage.start, find.end - passage.start)
        lines.append(Text("  … ").append_text(line).append(" …"))
    if len(match.passages) > PASSAGES:
        lines.append(Text(f"  {more_passages(len(match.passages) - PASSAGES)}", style="dim"))
    return Text("\n").join(lines).append("\n")
