"""An entry in one line of words, as lists and explanations name it."""

from onrecord.commands.columns import TABLES
from onrecord.commands.progress import printable
from onrecord.model.entries import AnyEntry, Cite, StatementEntry
from onrecord.model.iso import in_words
from onrecord.model.kinds import happened

SHORT = 8  # characters of an id that people are shown
LONGEST = 300
OF_KIND = {columns.entry: columns for columns in TABLES.values()}
DATED = ("Day", "Published", "Made")
BETWEEN = " · "
NAMED = ("actor", "place")


def short(id_: str) -> str:
    """The beginning of an id, enough to ask for it."""
    return id_[:SHORT]


def in_a_line(entry: AnyEntry) -> str:
    """What the table of its kind says of the entry: its day, what it is, whose it is."""
    columns = OF_KIND[type(entry)]
    cells = zip(columns.headings, columns.cells(entry), strict=True)
    told = [", ".join(cell.split("\n")) for heading, cell in cells if heading not in DATED]
    day = happened(entry) if columns.headings[0] in DATED else None
    said = f"“{entry.says}”" if isinstance(entry, StatementEntry) else None
    return clipped(BETWEEN.join(filter(None, (in_words(day) if day else None, *told, said))))


def clipped(words: str) -> str:
    """Words of a report on one line, cut where they are very long."""
    words = " ".join(printable(words).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def evidence(entry: AnyEntry) -> list[Cite]:
    """The cites that carry the whole entry; all of them where none does."""
    return [cite for cite in entry.cites if not cite.supports] or list(entry.cites)


def of_reports(entry: AnyEntry) -> str:
    """How many speakers, tellings and reports stand behind it."""
    counted = entry.origins
    if counted is None or entry.kind == "document":
        return ""
    numbers = [(counted.reports, "report")]
    if entry.kind not in NAMED:
        numbers += [(counted.tellings, "telling"), (counted.speakers, "speaker")]
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in numbers)
