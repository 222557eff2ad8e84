"""The reading view: a document's own words as paragraphs, repaired for reading, each character traced to its place."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.model.documents import Document


class ViewParagraph(Struct, frozen=True):
    """A paragraph's text as it is read. `offsets[i]` and `ends[i]`: where its character i starts and ends as stored."""

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]
    part: int = 0
    role: str = "body"


def paragraphs(document: Document) -> list[ViewParagraph]:
    """The document's paragraphs in the order of the text, without what intake cut away."""
    found = []
    start = 0
    for line in document.text.splitlines(keepends=True):
        words = line.strip()
        if words:
            at = start + line.index(words[0])
            offsets = range(at, at + len(words))
            found.append(ViewParagraph(words, offsets, range(at + 1, at + len(words) + 1)))
        start += len(line)
    return found
