"""What is kept of a report so that others that carry its sentences are found without opening every text."""

from typing import NamedTuple

from msgspec import Struct

from onrecord.model.spans import Span


class Carrier(NamedTuple):
    """A sentence that has keys. Carriers compare as they come: by the day of the part of the report that the sentence
    stands in, UNDATED where there is none, by report and place in the stored text."""

    day: str
    document: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mark(Struct, frozen=True, gc=False):
    """A sentence with its keys, of 48 bits each; sentences that share keys share words, and may be one retold."""

    told: Carrier
    keys: frozenset[int]


class Shared(NamedTuple):
    """Two sentences that share keys: one starts at `own` in the report in question, the other stands in `document`."""

    own: int
    document: str
    start: int
    end: int
