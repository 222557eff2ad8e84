"""What is kept of a report so that others that carry its sentences are found without opening every text."""

from typing import NamedTuple

from msgspec import Struct

from onrecord.model.spans import Span


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """A key of one sentence of a report; sentences that share a key share words, and may be one retold.

    `key` has 48 bits, `day` is that of the part of the report that the sentence stands in, UNDATED where there is none;
    `start` and `end` say where it stands in the stored text.
    """

    key: int
    day: str
    document: str
    start: int
    end: int


class Carrier(NamedTuple):
    """A sentence that has a key. Carriers compare as they come: by the day of the report, undated ones last, by report
    and place."""

    day: str
    document: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Shared(NamedTuple):
    """Two sentences that share keys: one starts at `own` in the report in question, the other stands in `document`."""

    own: int
    document: str
    start: int
    end: int
