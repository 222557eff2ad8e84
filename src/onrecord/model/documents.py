"""A report as it came in: its exact text, and what intake understood of its frame."""

from functools import cached_property

from msgspec import Struct

from onrecord.model.ids import digest
from onrecord.model.said import Said
from onrecord.model.spans import Span


class Cut(Struct, frozen=True, order=True):
    """Words of the page that are not the report's own: kept in the text, left out of the reading.

    `why` is one of: date header, dateline, agency line, credit line, byline, caption, advertisement, related links,
    comments, share line, newsletter, repeated headline, page furniture, contact line.
    """

    span: Span
    why: str


class Part(Struct, frozen=True):
    """One report of a page; most pages hold just one, which covers the whole text.

    Every value cites the words that name it. `published` is an ISO date (`YYYY-MM-DD`, or `YYYY-MM` where no day is
    given). A value that stood beside the text rather than in it (a table's column, a page's metadata) has no words and
    the rule `column` or `metadata`.
    """

    span: Span
    title: Said[str] | None = None
    publisher: Said[str] | None = None
    agency: Said[str] | None = None
    authors: tuple[Said[str], ...] = ()
    published: Said[str] | None = None
    dateline: Said[str] | None = None


class Document(Struct, frozen=True, kw_only=True, dict=True):
    """A page as it was read in. `text` is the exact decoding of its bytes; all offsets of the record refer to it.

    `name`: base name of the file, the address, or `table.csv#` and eight hex digits of the text's hash.
    `language`: ISO 639-1 code of the text's main language, or `und`. Only `en` is read.
    `quality`: remarks such as "several reports in one page" or "stated date contradicted by its text".
    """

    name: str
    text: str
    parts: tuple[Part, ...]
    cuts: tuple[Cut, ...] = ()
    language: str = "und"
    encoding: str = "utf-8"
    url: str | None = None
    retrieved: str | None = None
    quality: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """Hash of name and text: the same page under the same name is the same document."""
        return digest("document", self.name, self.text)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return digest(self.text, length=64)
