"""A text file that holds one report."""

from collections.abc import Iterator
from pathlib import Path

from onrecord.intake.decoding import NotTextError, decode
from onrecord.intake.page import page
from onrecord.intake.source import LARGEST_REPORT, Unreadable
from onrecord.model.documents import Document

ENDINGS = (".txt", ".text")


def documents(path: Path, name: str, largest: int = LARGEST_REPORT) -> Iterator[Document | Unreadable]:
    """The one document of the file, or why it cannot be read. A file of more than `largest` bytes is not opened."""
    size = path.stat().st_size
    if size > largest:
        why = f"it has {size / 1e6:,.0f} MB, more than the {largest / 1e6:,.0f} MB that one report may have"
        yield Unreadable(name, why, "split it into single reports, or make a csv or jsonl table of it")
        return
    yield read(path.read_bytes(), name)


def read(content: bytes, name: str) -> Document | Unreadable:
    """The document that the bytes hold."""
    if not content:
        return Unreadable(name, "it is empty", "expected a report's text; save it again or leave it out")
    try:
        text, encoding = decode(content)
    except NotTextError as error:
        return Unreadable(name, str(error), "expected plain text; save it as UTF-8")
    if not text.strip():
        return Unreadable(
            name, "it holds nothing but white space", "expected a report's text; save it again or leave it out"
        )
    return page(name, text, encoding=encoding)
