"""A report as its sentences are compared with those of others."""

from bisect import bisect_right
from functools import cached_property
from typing import Any, NamedTuple

from onrecord.model.documents import Document
from onrecord.model.frames import UNDATED, Frame
from onrecord.model.marks import Carrier, Mark
from onrecord.model.spans import Span
from onrecord.reconciling.copies.order import Outline, in_order
from onrecord.reconciling.copies.sentences import Sentence, keys, quotations, sentence, spans

Rank = tuple[str, str, int]


class Told(NamedTuple):
    """A sentence, the report that tells it, and its place among all sentences: by day, report and start."""

    rank: Rank
    document: str
    sentence: Sentence

    @property
    def words(self) -> tuple[Any, ...]:
        """The words of which its keys are made and by which it is compared."""
        return self.sentence.tokens, self.sentence.order, self.sentence.quoted, self.sentence.led


class Page:
    """A report with its sentences, as far as they are asked for."""

    def __init__(self, document: Document, frame: Frame) -> None:
        self.document = document
        self.frame = frame
        self._starts = [part.span.start for part in document.parts]
        self._told: dict[Span, Told] = {}

    @property
    def id(self) -> str:
        return self.document.id

    def told(self, span: Span) -> Told:
        """The sentence that stands there."""
        if span not in self._told:
            found = sentence(self.document.text, span, self._spoken)
            self._told[span] = Told(self.rank(span.start), self.id, found)
        return self._told[span]

    @cached_property
    def _spoken(self) -> list[Span]:
        return quotations(self.document.text)

    @cached_property
    def all(self) -> list[Told]:
        """All sentences, in the order of the text."""
        return [each for span in spans(self.document) if (each := self.told(span)).sentence.words]

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.document)

    def rank(self, start: int) -> Rank:
        """By the day of the part of the page that stands there, undated last; by document and place."""
        part = max(0, bisect_right(self._starts, start) - 1)
        dates = self.frame.dates
        return (dates[part].published if part < len(dates) else None) or UNDATED, self.id, start

    def words(self, span: Span) -> str:
        return span.of(self.document.text)


def marks_of(page: Page) -> list[Mark]:
    """The sentences of the report that have keys, in their order."""
    held = ((Carrier(*told.rank, told.sentence.end), keys(told.sentence)) for told in page.all)
    return sorted((Mark(told, own) for told, own in held if own), key=lambda mark: mark.told)


def versions(one: Page, other: Page) -> bool:
    """Whether both are versions of one page."""
    return one.frame.name == other.frame.name


def outlined(one: Page, other: Page) -> bool:
    """Whether one of the reports may be the other in other words; versions of one page are not compared."""
    return not versions(one, other) and in_order(one.outline, other.outline)
