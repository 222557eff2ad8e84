"""Words in the stored texts of reports: which reports hold them, and the passages around them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import Connection, Row

from onrecord.model.spans import Span
from onrecord.store import dialect

OPEN, CLOSE = "\ufdd0", "\ufdd1"  # no characters of any text
AROUND = 100  # characters on either side of a find


class Passage(Struct, frozen=True):
    """`quote` is exactly `text[start:end]` of the stored text; `finds` are where the words stand in that text."""

    start: int
    end: int
    quote: str
    finds: tuple[Span, ...]


class Match(Struct, frozen=True):
    """A report that holds the words: its name in cites, its date as far as known, and the passages, in order."""

    doc: str
    published: str | None
    passages: tuple[Passage, ...]


class Matches(NamedTuple):
    """How many reports hold the words, and the best of them, best first."""

    number: int
    best: tuple[Match, ...]


def matches(connection: Connection, phrases: Sequence[str], limit: int | None = None) -> Matches:
    """The reports whose text holds each of the phrases, the best `limit` of them with their passages, all if None.

    Case, accents and punctuation are not looked at, and no sign is an operator. Phrases without words match nothing.
    """
    query = dialect.query_of(phrases)
    fitting = dialect.matching(connection, query) if query else []
    return Matches(len(fitting), tuple(_match(connection, query, row) for row in fitting[:limit]))


def _match(connection: Connection, query: str, row: Row[Any]) -> Match:
    text, marked = dialect.marked(connection, query, row.number, OPEN, CLOSE)
    return Match(row.label, row.published, tuple(passages(text, finds(text, marked))))


def finds(text: str, marked: str) -> Iterator[Span]:
    """Where in `text` the marks of `marked` open and close, which is the same text otherwise."""
    at, start = 0, 0
    for character in marked:
        if text[at : at + 1] == character:
            at += 1
        elif character == OPEN:
            start = at
        elif start < at:
            yield Span(start, at)


def passages(text: str, found: Iterable[Span]) -> Iterator[Passage]:
    """The words around each find, on its own line; what runs into one another is one passage."""
    groups: list[tuple[Span, list[Span]]] = []
    for find in found:
        around = _around(text, find)
        if groups and around.start <= groups[-1][0].end:
            groups[-1] = Span(groups[-1][0].start, around.end), [*groups[-1][1], find]
        else:
            groups.append((around, [find]))
    for around, inside in groups:
        yield Passage(around.start, around.end, around.of(text), tuple(inside))


def _around(text: str, find: Span) -> Span:
    """The line of the find, as far as it lies within AROUND characters, cut between words."""
    start = max(text.rfind("\n", 0, find.start) + 1, find.start - AROUND)
    line = text.find("\n", find.end)
    end = min(line if line >= 0 else len(text), find.end + AROUND)
    while 0 < start < find.start and not text[start - 1].isspace():
        start += 1
    while find.end < end < len(text) and not text[end].isspace():
        end -= 1
    whole = text[start:end]
    return Span(start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip()))
