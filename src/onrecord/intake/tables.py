"""Tables of reports, one a row: csv (also with tabs or semicolons) and jsonl. Rows are read one by one."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, TextIO

import msgspec

from onrecord.errors import SourceError
from onrecord.intake.decoding import BOMS, SAMPLE, NotTextError, guess, refuse_binary
from onrecord.intake.page import Given, page
from onrecord.intake.source import LARGEST_REPORT, Columns, Unreadable, taken
from onrecord.intake.stated import in_column
from onrecord.model.documents import Document
from onrecord.model.ids import digest
from onrecord.vocabulary.pages import furniture

CSV_ENDINGS = (".csv", ".tsv")
JSONL_ENDINGS = (".jsonl", ".ndjson")
ENDINGS = CSV_ENDINGS + JSONL_ENDINGS
DELIMITERS = ",;\t|"
CHUNK = 1 << 20
SHOWN, LONGEST_NAME = 20, 60  # columns that a message names, and characters of their names
TOO_LONG = "its text has more than {:,.0f} million characters"
FIELDS = ("text", "date", "title", "url", "publisher", "language", "authors")
Row = Mapping[str, Any]


def documents(
    path: Path, name: str, columns: Columns | None = None, largest: int = LARGEST_REPORT
) -> Iterator[Document | Unreadable]:
    """The documents of the table's rows, and the rows that hold none.

    Raises SourceError where the table has no text column or is not a table.
    """
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as lines:
        rows = _jsonl(lines, name, largest) if path.suffix.lower() in JSONL_ENDINGS else _csv(lines, largest)
        yield from _read(rows, name, columns or Columns(), encoding, largest)


def count(path: Path) -> int:
    """How many rows the table has."""
    with path.open(encoding=encoding_of(path), newline="") as lines:
        if path.suffix.lower() in JSONL_ENDINGS:
            return sum(1 for line in lines if not line.isspace())
        try:
            return max(0, sum(1 for _ in _reader(lines, LARGEST_REPORT)) - 1)
        except csv.Error:
            return 1


def encoding_of(path: Path) -> str:
    """The encoding of a file, read piece by piece: by its byte order mark, UTF-8, or what its bytes look like.

    Raises SourceError where the file is not text.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            head = file.read(CHUNK)
            marked = next((encoding for mark, encoding in BOMS if head.startswith(mark)), None)
            if marked:
                return marked
            for chunk in chain([head], iter(lambda: file.read(CHUNK), b"")):
                refuse_binary(chunk)
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    return guess(chunk[max(0, error.start - SAMPLE // 2) :][:SAMPLE])
    except NotTextError as error:
        raise SourceError(f"{error}; expected a table of reports in UTF-8") from error
    return "utf-8"


def _read(
    rows: Iterator[Row | Unreadable], name: str, columns: Columns, encoding: str, largest: int
) -> Iterator[Document | Unreadable]:
    known: dict[tuple[str, ...], dict[str, str]] = {}  # which column holds what, by the columns of a row
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if isinstance(row, Unreadable):
                yield row
                continue
            there = tuple(row)
            try:
                if there not in known:
                    known[there] = _columns(row, columns)
            except SourceError as error:
                if not known:
                    raise
                yield Unreadable(f"{name} row {number}", str(error), "the other rows are still read")
                continue
            cells = {field: row[column] for field, column in known[there].items()}
            yield taken(f"{name} row {number}", partial(_document, cells, name, number, encoding, largest))
    except csv.Error as error:
        yield Unreadable(
            f"{name} after row {number}",
            f"the table is broken there ({error})",
            "check its quotation marks; the rows before are read",
        )
    except UnicodeDecodeError as error:
        yield Unreadable(
            f"{name} after row {number}",
            f"its bytes are not valid {error.encoding}",
            "save the table as UTF-8; the rows before are read",
        )


def _document(cells: Mapping[str, Any], name: str, number: int, encoding: str, largest: int) -> Document | Unreadable:
    text = cells.get("text")
    where = f"{name} row {number}"
    if not isinstance(text, str) or not text.strip():
        return Unreadable(
            where, "its text is empty", "expected a report's text in that row; fill it or leave the row out"
        )
    if len(text) > largest:
        return Unreadable(where, TOO_LONG.format(largest / 1e6), "split it into single reports")
    if "\x00" in text or not _encodes(text):
        return Unreadable(where, "its text holds binary data", "expected plain text; mend that row")
    url = _cell(cells, "url")
    return page(url or f"{name}#{digest(text, length=8)}", text, _given(cells, url), encoding)


def _given(cells: Mapping[str, Any], url: str | None) -> Given:
    date = _cell(cells, "date")
    day = in_column(date) if date else None
    language = (_cell(cells, "language") or "").split("-")[0].casefold()
    authors = cells.get("authors")
    named = authors if isinstance(authors, list) else (_cell(cells, "authors") or "").split(";")
    return Given(
        published=day.isoformat() if day else None,
        title=_cell(cells, "title"),
        publisher=_cell(cells, "publisher"),
        authors=tuple(author.strip() for author in named if isinstance(author, str) and author.strip()),
        language=language if len(language) == 2 and language.isalpha() else None,
        url=url,
    )


def _cell(cells: Mapping[str, Any], field: str) -> str | None:
    value = cells.get(field)
    words = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    return words if words and _encodes(words) else None


def _encodes(words: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in words)


def _columns(row: Row, wanted: Columns) -> dict[str, str]:
    """Which column holds what. Raises SourceError where a named one is missing or none holds text."""
    there = {column.strip().casefold(): column for column in row if isinstance(column, str)}
    listing = f"its columns are {_listed(list(there.values()))}"
    found: dict[str, str] = {}
    for field in FIELDS:
        named = getattr(wanted, field)
        if named and named.strip().casefold() not in there:
            raise SourceError(f"it has no column {named!r}; {listing}: name one of them with --{field}-column")
        usual = (named.strip().casefold(),) if named else furniture().columns[field]
        free = (there[column] for column in usual if column in there and there[column] not in found.values())
        column = next(free, None)
        if column is not None:
            found[field] = column
    if "text" not in found:
        raise SourceError(f"it has no text column; {listing}: name the one that holds the reports with --text-column")
    return found


def _listed(columns: Sequence[str]) -> str:
    """The names of a table's columns, the first of them where they are many."""
    named = ", ".join(column[:LONGEST_NAME] for column in columns[:SHOWN]) or "without names"
    return named if len(columns) <= SHOWN else f"{named} and {len(columns) - SHOWN} more"


def _reader(lines: Iterable[str], largest: int) -> Iterator[list[str]]:
    """The rows of a csv table, its delimiter told by its first line."""
    csv.field_size_limit(largest)
    rest = iter(lines)
    first = next(rest, "")
    delimiter = max(DELIMITERS, key=first.count)
    return csv.reader(chain([first], rest), delimiter=delimiter)


def _csv(lines: TextIO, largest: int) -> Iterator[Row | Unreadable]:
    rows = _reader(lines, largest)
    header = next(rows, [])
    if not any(cell.strip() for cell in header):
        raise SourceError("it is an empty table; expected a first row with the names of its columns")
    for row in rows:
        if any(row):
            yield dict(zip_longest(header, row[: len(header)]))


def _jsonl(lines: TextIO, name: str, largest: int) -> Iterator[Row | Unreadable]:
    number, whole = 0, True
    while line := lines.readline(largest):
        goes_on, whole = not whole, line.endswith("\n")
        number += not goes_on
        if goes_on or line.isspace():
            continue
        if len(line) == largest and not whole:
            yield Unreadable(f"{name} line {number}", TOO_LONG.format(largest / 1e6), "split it into single reports")
            continue
        try:
            row = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield row
        else:
            yield Unreadable(
                f"{name} line {number}", "it is no JSON object", "expected one object a line; mend that line"
            )
