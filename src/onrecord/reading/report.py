"""One report as the readers see it: paragraphs parsed for language, and the way back to the stored text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.model.documents import Document
from onrecord.model.spans import Span


class At(NamedTuple):
    """Tokens `start` to `end` (excluded) of paragraph number `paragraph` of the report."""

    paragraph: int
    start: int
    end: int

    def overlaps(self, other: "At") -> bool:
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end

    def holds(self, other: "At") -> bool:
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, eq=False, slots=True)
class Paragraph:
    """A paragraph of the reading view. `offsets[i]` is where view character i stands in the stored text;
    `ends[i]` is where it ends there (they differ where a repair changed the length)."""

    index: int
    part: int
    doc: Doc
    offsets: Sequence[int]
    ends: Sequence[int]
    role: str = "body"  # or "title", "heading"

    def chars(self, start: int, end: int) -> Span:
        """The stored span of view characters `start` to `end` (excluded; not empty)."""
        return Span(self.offsets[start], self.ends[end - 1])

    def span(self, start: int, end: int) -> Span:
        """The stored span of tokens `start` to `end` (excluded; not empty), without white space at its end."""
        first, last = self.doc[start], self.doc[end - 1]
        return self.chars(first.idx, last.idx + len(last.text))


@dataclass(frozen=True, eq=False)
class Report:
    """A document with its parsed paragraphs, in the order of the text."""

    document: Document
    paragraphs: tuple[Paragraph, ...] = field(default=())

    def span(self, at: At) -> Span:
        return self.paragraphs[at.paragraph].span(at.start, at.end)

    def words(self, at: At) -> str:
        """The words of the reading view (repaired), with single spaces."""
        return " ".join(self.paragraphs[at.paragraph].doc[at.start : at.end].text.split())

    def sentence(self, at: At) -> At:
        """The sentence that holds the first token of `at`."""
        sent = self.paragraphs[at.paragraph].doc[at.start].sent
        return At(at.paragraph, sent.start, sent.end)

    @cached_property
    def text(self) -> str:
        return self.document.text
