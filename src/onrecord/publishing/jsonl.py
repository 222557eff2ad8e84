"""The record as JSON lines: one object a line, in UTF-8, the same entries giving the same bytes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model.entries import AnyEntry, DocumentEntry, Entry, export
from onrecord.model.kinds import KINDS

ORDER = {kind: place for place, kind in enumerate(KINDS)}


def lines(entries: Iterable[AnyEntry]) -> Iterator[str]:
    """Each entry as one line without its newline, by kind, then by first cite, then by id.

    Keys come in the order in which the record's format names them, `kind` first; what is not known is left out. Code
    points that UTF-8 cannot carry (lone surrogates) are written as JSON escapes.
    """
    for entry in sorted(entries, key=_order):
        yield line(export(entry))


def line(plain: dict[str, Any]) -> str:
    """A JSON object on one line."""
    return _utf8(json.dumps(plain, ensure_ascii=False))


def _order(entry: Entry) -> tuple[int, str, int, str]:
    kind = ORDER[entry.kind]
    if isinstance(entry, DocumentEntry):
        return kind, entry.doc, 0, entry.id
    first = min(entry.cites, key=lambda cite: (cite.doc, cite.start), default=None)
    return (kind, first.doc, first.start, entry.id) if first else (kind, "", 0, entry.id)


def _utf8(line: str) -> str:
    """`line` with lone surrogates escaped, which only a JSON string can hold here."""
    return line.encode("utf-8", "backslashreplace").decode("utf-8")
