"""Entries as tables that people can read in a terminal of 80 columns or more, each with its source and exact words."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.commands.columns import TABLES
from onrecord.commands.progress import printable
from onrecord.commands.wording import short
from onrecord.model.entries import AnyEntry

LONGEST = 300
CITES = 2
WORDS = "Exact words and source"
NARROW = {
    **dict.fromkeys(("Day", "Published", "Made"), 10),
    **dict.fromkeys(("Per", "Act", "Type", "Where", "Remarks"), 13),
}

Dates = Mapping[str, str | None]


def table(what: str, entries: Sequence[AnyEntry], dates: Dates, console: Console | None = None) -> None:
    """Prints the entries; `dates` are the reports' dates by their names in cites."""
    columns = TABLES[what]
    made = Table(show_lines=True, expand=True)
    for heading in columns.headings:
        width = NARROW.get(heading)
        made.add_column(heading, overflow="fold", ratio=None if width else 3, min_width=width or 10, width=width)
    made.add_column(WORDS, overflow="fold", ratio=6, min_width=24)
    for entry in entries:
        made.add_row(*(Text(_cell(cell)) for cell in columns.cells(entry)), source(entry, dates))
    (console or Console()).print(made)


def counted(what: str, shown: int, number: int) -> str:
    """The closing line: how many there are, and how to see those that were not shown."""
    if shown == number:
        return f"{what}: {number}"
    return f"{what}: {number}, of which the first {shown} are shown. --limit 0 shows all."


def more_passages(number: int) -> str:
    """That there are so many passages beside those that are shown."""
    return f"and {number} more passage{'' if number == 1 else 's'}"


def _cell(words: str) -> str:
    return "\n".join(printable(line) for line in words.split("\n"))


def source(entry: AnyEntry, dates: Dates) -> Text:
    """The first cites that carry the entry: the words, the report's name and date, last the beginning of its id."""
    evidence = [cite for cite in entry.cites if not cite.supports] or list(entry.cites)
    cell = Text()
    for cite in evidence[:CITES]:
        words = " ".join(printable(cite.quote).split())
        cell.append(f"“{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”\n")
        cell.append(f"{printable(cite.doc)}, {dates.get(cite.doc) or 'undated'}\n", style="dim")
    if len(evidence) > CITES:
        cell.append(f"{more_passages(len(evidence) - CITES)}\n", style="dim")
    cell.rstrip()
    cell.append(f" [{short(entry.id)}]", style="dim")
    return cell
