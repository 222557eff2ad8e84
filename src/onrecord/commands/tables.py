"""Entries as tables that people can read in a terminal of 80 columns or more, each with its source and exact words."""

from collections.abc import Callable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.commands.progress import printable
from onrecord.model.entries import ActorEntry, AnyEntry, DocumentEntry, FigureEntry, PlaceEntry, StatementEntry
from onrecord.selecting import happened

LONGEST = 300
CITES = 2

SHARES = {  # of the width that is left, and at least so many columns; 0: just so many
    **dict.fromkeys(("Day", "Published"), (0, 10)),
    **dict.fromkeys(("Per", "Act", "Type", "Where", "Remarks"), (0, 13)),
    "Exact words and source": (6, 24),
}

Row = tuple[str, ...]
Dates = Mapping[str, str | None]


def table(what: str, entries: Sequence[AnyEntry], dates: Dates, console: Console | None = None) -> None:
    """Prints the entries; `dates` are the reports' dates by their names in cites."""
    headings, row = TABLES[what]
    made = Table(show_lines=True, expand=True)
    for heading in (*headings, "Exact words and source"):
        share, least = SHARES.get(heading, (3, 10))
        made.add_column(heading, overflow="fold", ratio=share, min_width=least, width=None if share else least)
    for entry in entries:
        made.add_row(*(Text(_cell(cell)) for cell in row(entry)), source(entry, dates))
    shown = console or Console()
    if entries:
        shown.print(made)
    shown.print(f"{len(entries)} {what}" if len(entries) != 1 else f"1 {what.removesuffix('s')}", highlight=False)


def _cell(words: str) -> str:
    return "\n".join(printable(line) for line in words.split("\n"))


def _days(iso: str | None) -> str:
    return (iso or "").replace("/", " to\n")


def source(entry: AnyEntry, dates: Dates) -> Text:
    """The first cites that carry the entry: the words, then the report's name and date."""
    evidence = [cite for cite in entry.cites if not cite.supports] or list(entry.cites)
    cell = Text()
    for cite in evidence[:CITES]:
        words = " ".join(printable(cite.quote).split())
        cell.append(f"“{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”\n")
        cell.append(f"{printable(cite.doc)}, {dates.get(cite.doc) or 'undated'}\n", style="dim")
    if len(evidence) > CITES:
        cell.append(f"and {len(evidence) - CITES} more passages\n", style="dim")
    cell.rstrip()
    return cell


def amount(figure: FigureEntry) -> str:
    """The number as it was said: "more than 586,000", "up to 20", "dozens"."""
    if figure.value is None:
        return figure.qualifier
    number = f"{figure.value:,.0f}" if float(figure.value).is_integer() else f"{figure.value:,}"
    return number if figure.qualifier == "exact" else f"{figure.qualifier} {number}"


def _figure(entry: AnyEntry) -> Row:
    assert isinstance(entry, FigureEntry)
    what = [f"{entry.measure}: {amount(entry)} {entry.of}".rstrip(), entry.place and f"in {entry.place}"]
    what += [entry.count and f"({entry.count})"]
    per = ", ".join(entry.per) + (f" (via {', '.join(entry.via)})" if entry.via else "")
    return _days(happened(entry)), "\n".join(filter(None, what)), per


def _statement(entry: AnyEntry) -> Row:
    assert isinstance(entry, StatementEntry)
    role = f"\n{entry.role}" if entry.role else ""
    via = f"\n(via {', '.join(entry.via)})" if entry.via else ""
    return _days(happened(entry)), ", ".join(entry.speaker) + role + via, f"{entry.act}, {entry.form}"


def _document(entry: AnyEntry) -> Row:
    assert isinstance(entry, DocumentEntry)
    by = ", ".join(filter(None, (entry.publisher, entry.agency)))
    date = entry.published or _days(entry.window) or "undated"
    remarks = "; ".join(entry.quality)
    return f"{date}\n{entry.basis or ''}".rstrip(), "\n".join(filter(None, (entry.doc, entry.title, by))), remarks


def _actor(entry: AnyEntry) -> Row:
    assert isinstance(entry, ActorEntry)
    kind = ", ".join(filter(None, (entry.type, entry.country)))
    return entry.name, "\n".join(filter(None, ("; ".join(entry.roles), "; ".join(entry.aliases)))), kind


def _place(entry: AnyEntry) -> Row:
    assert isinstance(entry, PlaceEntry)
    where = ", ".join(filter(None, (entry.admin1, entry.country)))
    point = f"\n{entry.lat:.3f}, {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else ""
    return entry.name, "; ".join(entry.aliases), f"{where}{point}\n{entry.precision}".strip()


TABLES: dict[str, tuple[Row, Callable[[AnyEntry], Row]]] = {
    "figures": (("Day", "Figure", "Per"), _figure),
    "statements": (("Day", "Speaker", "Act"), _statement),
    "documents": (("Published", "Report", "Remarks"), _document),
    "actors": (("Actor", "Roles and names", "Type"), _actor),
    "places": (("Place", "Other names", "Where"), _place),
}
