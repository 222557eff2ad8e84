"""What dating looks at in a report to find others with the same passages, kept so that no text is opened for it."""

import hashlib
import re
import sys
from array import array
from collections.abc import Iterator

from msgspec import Struct

from onrecord.model.documents import Document
from onrecord.model.spans import Span

SHINGLE = 6  # words that make one look-up
WORD = re.compile(r"\w+")
KEY = 8  # bytes
DAY = len("2020-02-15")


class Trace(Struct, frozen=True, kw_only=True, gc=False):
    """One part of a page. `day`: the ISO day on which it says that it was published; None where it states none, or a
    month only. `shingles`: a key for each run of SHINGLE words, in order, eight bytes each, the lowest first."""

    document: str
    part: int
    name: str
    day: str | None
    shingles: bytes

    @property
    def keys(self) -> "array[int]":
        keys = array("Q", self.shingles)
        if sys.byteorder == "big":
            keys.byteswap()
        return keys


def traces_of(document: Document) -> Iterator[Trace]:
    """The trace of each part of the page."""
    for number, part in enumerate(document.parts):
        stated = part.published.value if part.published is not None else ""
        words = [match.casefold().encode() for match in WORD.findall(document.text, part.span.start, part.span.end)]
        yield Trace(
            document=document.id,
            part=number,
            name=document.name,
            day=stated if len(stated) == DAY else None,
            shingles=b"".join(
                hashlib.blake2b(b" ".join(words[start : start + SHINGLE]), digest_size=KEY).digest()
                for start in range(len(words) - SHINGLE + 1)
            ),
        )


def words_of(text: str, within: Span) -> list[Span]:
    """Where each word stands; the key at a place of `Trace.shingles` is that of the words from there on."""
    return [Span(*match.span()) for match in WORD.finditer(text, within.start, within.end)]
