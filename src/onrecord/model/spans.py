"""Where words stand: half-open ranges of Unicode code points in a document's stored text."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True, array_like=True):
    """`text[start:end]` of the stored text; `0 <= start < end <= len(text)`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end
