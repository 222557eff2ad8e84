"""Bytes to the exact text that they encode, or the reason why there is none."""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_FILES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
)
SAMPLE = 64_000
WESTERN = "cp1252"
MOSTLY_ASCII = 0.9
CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
MOST_CONTROL = 0.05
LONGEST_CHARACTER = 4


class Decoded(NamedTuple):
    """A text and the name of its encoding."""

    text: str
    encoding: str


class NotTextError(ValueError):
    """The bytes are no text; the message says what they seem to be."""


def decode(content: bytes) -> Decoded:
    """The exact text of the bytes: by their byte order mark, as UTF-8, or in the encoding that they look like.

    Raises NotTextError for other kinds of files, truncated UTF-8 and bytes that no usual encoding explains.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _exactly(content, encoding)
    refuse_binary(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data" and len(content) - error.start < LONGEST_CHARACTER
        if cut_short and not content[: error.start].isascii():
            raise NotTextError("it ends in the middle of a UTF-8 character, as if it had been cut short") from error
    return _exactly(content, guess(content))


def guess(content: bytes) -> str:
    """The usual encoding that fits bytes which are not UTF-8; Western European where most letters are plain."""
    if sum(byte < 128 for byte in content[:SAMPLE]) > MOSTLY_ASCII * len(content[:SAMPLE]):
        try:
            content.decode(WESTERN)
            return WESTERN
        except UnicodeDecodeError:
            pass
    best = from_bytes(content[:SAMPLE]).best()
    if best is None:
        raise NotTextError("its bytes are no text in UTF-8 or any other usual encoding")
    return best.encoding


def refuse_binary(content: bytes) -> None:
    """Raise NotTextError where the first bytes are not those of a text."""
    for magic, kind in OTHER_FILES:
        if content.startswith(magic):
            raise NotTextError(f"it is {kind}, not plain text")
    head = content[:SAMPLE]
    if b"\x00" in content or len(head) - len(head.translate(None, CONTROL)) > MOST_CONTROL * len(head):
        raise NotTextError("it holds binary data, not text")


def _exactly(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"its bytes are not valid {encoding} (byte {error.start})") from error
