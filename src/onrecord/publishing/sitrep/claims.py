"""What a line of the report may say, and the cited words that each saying must stand on.

A claim knows how it is shown and finds its own words in the cited passages. Fixed words are ours and name nothing:
they hold no digit and no capital letter.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from onrecord.model.iso import days, in_words
from onrecord.model.rulings import RULED
from onrecord.model.spans import Span
from onrecord.publishing.sitrep.numbers import Number as SaidNumber
from onrecord.publishing.sitrep.numbers import numbers
from onrecord.publishing.sitrep.words import bare, closed, find, find_each, find_near, fold, harmless, tokens, unquoted

MAGNITUDES = re.compile(r"(tens|dozens|scores|hundreds|thousands|millions)\b")
UNSHOWN_UNITS = {"persons", "items", "share", ""}


class Passage(Struct, frozen=True, order=True):
    """Words of one report that a line cites; `supports` names the fields it backs, none where it is evidence."""

    doc: str
    start: int
    end: int
    words: str
    supports: tuple[str, ...] = ()


class Piece(NamedTuple):
    """Part of a line as it is shown. `kind`: fixed, number, name, said, words, quote, day, mark or told."""

    kind: str
    text: str


class Mark(NamedTuple):
    """The words of the passage number `passage` that a claim stands on."""

    passage: int
    span: Span


class Fixed(Struct, frozen=True):
    """Words of ours that join the others; as a `tag` they say how a thing stands ("planned")."""

    text: str
    tag: bool = False

    def pieces(self, _: tuple[Passage, ...]) -> tuple[Piece, ...]:
        return (Piece("mark" if self.tag else "fixed", self.text),)

    def marks(self, _: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Nothing to mark; None where the words could be taken for a number or a name."""
        return None if any(char.isdigit() or char.isupper() for char in self.text) else ()


class Number(Struct, frozen=True, kw_only=True):
    """A figure's number, shown with its qualifier: "more than 586,000"."""

    value: float | None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    unit: str = "persons"

    def pieces(self, _: tuple[Passage, ...]) -> tuple[Piece, ...]:
        return (Piece("number", self.shown()),)

    def shown(self) -> str:
        if self.value is None:
            return self.qualifier if MAGNITUDES.match(self.qualifier) else f"{_count(self.low)} to {_count(self.high)}"
        plain = f"{self.value * 100:.4g}%" if self.unit == "share" and self.value <= 1 else _count(self.value)
        words = [self.qualifier if self.qualifier != "exact" else "", plain]
        words.append(self.unit if self.unit not in UNSHOWN_UNITS else "")
        return " ".join(word for word in words if word)

    def marks(self, passages: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Where a passage first says this number, in digits or words; None where none does."""
        backing = [at for at, passage in enumerate(passages) if not passage.supports or "value" in passage.supports]
        said = [(at, number) for at in backing for number in numbers(passages[at].words)]
        if self.value is not None:
            return _first(said, lambda number: _near(number.value, self.value))
        rounded = _first(said, lambda number: number.value is None and _near(number.low, self.low))
        if rounded or self.low is None or self.high is None:
            return rounded
        low = _first(said, lambda number: _near(number.value, self.low))
        high = _first(said, lambda number: _near(number.value, self.high))
        return low + high if low and high else None


class Name(Struct, frozen=True):
    """Somebody or some place. `forms`: the other words by which reports name it.

    Where the cited words name it otherwise ("Ankara" for Turkey), those words are shown beside the name.
    """

    name: str
    forms: tuple[str, ...] = ()

    def pieces(self, passages: tuple[Passage, ...]) -> tuple[Piece, ...]:
        name = Piece("name", harmless(self.name, 120))
        said = self._said(passages)
        return (name,) if said is None else (name, Piece("said", harmless(said, 80)))

    def marks(self, passages: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Its words, or those of a form it goes by, together or with few between; else its own words, each anywhere.

        None where they are not there.
        """
        plain = self.name.split(" (")[0]
        for form in (plain, *sorted(self.forms, key=len, reverse=True)):
            for at, passage in enumerate(passages):
                if span := find(form, passage.words):
                    return (Mark(at, span),)
        for form in self.forms:
            for at, passage in enumerate(passages):
                if near := find_near(form, passage.words):
                    return tuple(Mark(at, span) for span in near)
        apart = [self._first(word, passages) for word in tokens(plain)]
        if apart and all(apart):
            return tuple(mark for mark in apart if mark)
        return None

    def _first(self, word: str, passages: tuple[Passage, ...]) -> Mark | None:
        """Where one word of the name stands first."""
        spans = ((at, find(word, passage.words)) for at, passage in enumerate(passages))
        return next((Mark(at, span) for at, span in spans if span), None)

    def _said(self, passages: tuple[Passage, ...]) -> str | None:
        """The cited words, where they share none with the name."""
        marks = self.marks(passages)
        if not marks:
            return None
        words = marks[0].span.of(passages[marks[0].passage].words)
        shared = _singular(self.name) & _singular(words)
        return None if shared else words


class Words(Struct, frozen=True):
    """Words of the report, as they stand; `quoted` puts them in quotation marks as somebody's own.

    `loose` lets other words stand between them ("people" ... "in Idlib"), for what is counted.
    """

    text: str
    quoted: bool = False
    altered: bool = False
    loose: bool = False

    def pieces(self, _: tuple[Passage, ...]) -> tuple[Piece, ...]:
        if self.quoted:
            return (Piece("quote", harmless(bare(self.text))),)
        return (Piece("words", harmless(unquoted(self.text) if self.altered else closed(self.text))),)

    def marks(self, passages: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Each stretch of the words in one of the passages; None where a stretch is in none of them."""
        found: list[Mark] = []
        for stretch in re.split(r"\s*(?:…|\[\.\.\.\]|\n)\s*", self.text):
            if not any(char.isalnum() for char in stretch):
                continue
            marks = self._stretch(stretch, passages)
            if not marks:
                return None
            found.extend(marks)
        return tuple(found) or None

    def _stretch(self, stretch: str, passages: tuple[Passage, ...]) -> tuple[Mark, ...]:
        for at, passage in enumerate(passages):
            if span := find(stretch, passage.words):
                return (Mark(at, span),)
        for at, passage in enumerate(passages if self.loose else ()):
            if spans := find_each(stretch, passage.words):
                return tuple(Mark(at, span) for span in spans)
        return ()


UNSTATED = {"inferred": "date inferred", RULED: "date set by a person"}  # by how a date is known, what says so


class Day(Struct, frozen=True):
    """A date of the record and how it is known; one that was inferred, or set by a person, says so."""

    iso: str
    basis: str | None = None

    def pieces(self, _: tuple[Passage, ...]) -> tuple[Piece, ...]:
        day = Piece("day", harmless(in_words(self.iso), 60))
        mark = UNSTATED.get(self.basis or "")
        return (day, Piece("mark", mark)) if mark else (day,)

    def marks(self, _: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Nothing to mark: a date may rest on its report's own; None where it is no date at all."""
        return None if days(self.iso) is None else ()


class Told(Struct, frozen=True):
    """In how many reports it stands, and in how many tellings once copies count as one, where those are fewer; 0 where
    that is not known."""

    docs: tuple[str, ...]
    tellings: int = 0

    def pieces(self, _: tuple[Passage, ...]) -> tuple[Piece, ...]:
        """Nothing for one report."""
        reports = len(self.docs)
        if reports < 2:
            return ()
        fewer = 0 < self.tellings < reports
        tellings = (", one telling" if self.tellings == 1 else f", {self.tellings} tellings") if fewer else ""
        return (Piece("told", f"· {reports} reports{tellings}"),)

    def marks(self, passages: tuple[Passage, ...]) -> tuple[Mark, ...] | None:
        """Nothing to mark; None where one of the reports is not cited."""
        return () if {passage.doc for passage in passages}.issuperset(self.docs) else None


Claim = Fixed | Number | Name | Words | Day | Told


def _singular(text: str) -> set[str]:
    """The words of `text`, the plural as the singular."""
    return {word.removesuffix("s") for word in fold(text).split()}


def _count(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def _first(said: list[tuple[int, SaidNumber]], fits: Callable[[SaidNumber], bool]) -> tuple[Mark, ...] | None:
    """The mark of the first of the numbers that fits."""
    return next(((Mark(at, Span(number.start, number.end)),) for at, number in said if fits(number)), None)


def _near(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= 1e-6 * max(1.0, abs(other))
