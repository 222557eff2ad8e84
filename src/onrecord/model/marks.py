"""What is kept of a report so that others that carry its sentences are found without opening every text."""

from typing import NamedTuple

from msgspec import Struct


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """A key of one sentence of a report; sentences that share a key share words, and may be one retold.

    `key` has 48 bits, `start` and `end` say where the sentence stands in the stored text.
    """

    key: int
    document: str
    start: int
    end: int


class Shared(NamedTuple):
    """Two sentences that share keys: one starts at `own` in the report in question, the other stands in `document`."""

    own: int
    document: str
    start: int
    end: int
