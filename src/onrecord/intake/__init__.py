"""Where reports come from: files, folders and tables in, Documents out, with everything that frames a report cut away.

`listed` says what there is to read, before anything is opened; `sources` reads it. A source kind is one file of this
folder, its endings in `folder` and its line in `_item`. Nothing here raises for a bad report: what cannot be read is
yielded as `Unreadable`.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from os import PathLike
from pathlib import Path

from msgspec import Struct

from onrecord.intake import folder, tables, textfile
from onrecord.intake.datelines import names_medium
from onrecord.intake.naming import names
from onrecord.intake.page import Given, page
from onrecord.intake.source import LARGEST_REPORT, Columns, Item, Unreadable
from onrecord.intake.stated import date_header
from onrecord.model.documents import Document

__all__ = ["RULES", "Columns", "Given", "Item", "Listing", "Unreadable", "listed", "page", "sources"]


def _verbatim(value: object, words: Sequence[str]) -> bool:
    return isinstance(value, str) and value.split() == " ".join(words).split()


def _beside(value: object, words: Sequence[str]) -> bool:
    """The value stood beside the text: there are no words to hold it against."""
    return isinstance(value, str) and not words


RULES = {
    "date header": date_header,
    "verbatim": _verbatim,
    "agency name": names_medium,
    "column": _beside,
    "metadata": _beside,
}


class Listing(Struct, frozen=True):
    """What there is to read: the files, what cannot be read at all, and the files in folders that are passed over."""

    items: tuple[Item, ...]
    unreadable: tuple[Unreadable, ...] = ()
    passed_over: tuple[str, ...] = ()


def listed(
    paths: Iterable[str | PathLike[str]], columns: Columns | None = None, largest: int = LARGEST_REPORT
) -> Listing:
    """The files that the paths name, in order; folders are walked. No file is opened."""
    files: dict[Path, None] = {}
    unreadable: list[Unreadable] = []
    passed_over: list[str] = []
    for path in map(Path, paths):
        for found in folder.files(path) if folder.is_folder(path) else (path,):
            if isinstance(found, Unreadable):
                unreadable.append(found)
            elif found is not path and not folder.is_report(found):
                passed_over.append(str(found))
            elif wrong := folder.fault(found):
                unreadable.append(wrong)
            else:
                files[found] = None
    found_files = list({path.resolve(): path for path in files}.values())
    items = tuple(
        _item(path, name, columns, largest) for path, name in zip(found_files, names(found_files), strict=True)
    )
    return Listing(items, tuple(unreadable), tuple(passed_over))


def sources(
    paths: Iterable[str | PathLike[str]], columns: Columns | None = None, largest: int = LARGEST_REPORT
) -> Iterator[Document | Unreadable]:
    """The documents that the paths hold, one after the other, and what could not be read."""
    listing = listed(paths, columns, largest)
    yield from listing.unreadable
    for item in listing.items:
        yield from item.documents()


def _item(path: Path, name: str, columns: Columns | None, largest: int) -> Item:
    if path.suffix.lower() in tables.ENDINGS:
        return Item(name, path, partial(tables.documents, path, name, columns, largest), partial(tables.count, path))
    return Item(name, path, partial(textfile.documents, path, name, largest), lambda: 1)
