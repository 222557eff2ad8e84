"""What is kept of a report beside its text and its readings: enough to compare reports without opening their texts."""

from collections.abc import Iterable

from msgspec import Struct

from onrecord.model.documents import Document, Part
from onrecord.model.findings import Observation
from onrecord.model.spans import Span

FIRST_WORDS = 100
UNDATED = "9999"  # comes after every day


class Quote(Struct, frozen=True, order=True, array_like=True, gc=False):
    """`words` is exactly `text[start:end]` of the stored text."""

    start: int
    end: int
    words: str


class PartDate(Struct, frozen=True, kw_only=True, gc=False):
    """When one part of a page was published, as far as known: an ISO day or month, or the range it lies in (`window`).

    `basis`: stated or inferred; `why` says from what, `words` are the passages of the page that say so.
    """

    published: str | None = None
    basis: str | None = None
    why: str | None = None
    window: str | None = None
    words: tuple[Span, ...] = ()


class Frame(Struct, frozen=True, kw_only=True, gc=False):
    """A report without its text. `label` is its name in cites, `dates` has one member for each part."""

    id: str
    name: str
    sha256: str
    parts: tuple[Part, ...]
    language: str = "und"
    url: str | None = None
    retrieved: str | None = None
    quality: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    label: str = ""
    dates: tuple[PartDate, ...] = ()


class Noted(Struct, frozen=True, gc=False):
    """An observation with the words of every passage that it rests on."""

    observation: Observation
    quotes: tuple[Quote, ...]


def quotes(text: str, spans: Iterable[Span]) -> tuple[Quote, ...]:
    """The words at `spans`, each once, in the order of the text."""
    return tuple(Quote(span.start, span.end, span.of(text)) for span in sorted(set(spans)))


def frame_of(document: Document, dates: tuple[PartDate, ...] = ()) -> Frame:
    """The frame of a document under its own name, dated so; not dated where no dates are given."""
    dates = dates or tuple(PartDate() for _ in document.parts)
    spans = [first_words(document.text, part.span) for part in document.parts]
    spans += [span for date in dates for span in date.words]
    for part in document.parts:
        named = (part.title, part.publisher, part.agency, part.published, part.dateline, *part.authors)
        spans += [span for said in named if said is not None for span in said.words]
    return Frame(
        id=document.id,
        name=document.name,
        sha256=document.sha256,
        parts=document.parts,
        language=document.language,
        url=document.url,
        retrieved=document.retrieved,
        quality=document.quality,
        quotes=quotes(document.text, [span for span in spans if span.start < span.end]),
        label=document.name,
        dates=dates,
    )


def first_words(text: str, within: Span) -> Span:
    """The first line of `within` that is not blank, at most FIRST_WORDS characters of it; empty where there is none."""
    piece = within.of(text)
    start = within.start + len(piece) - len(piece.lstrip())
    line = text[start : min(start + FIRST_WORDS, within.end)].split("\n", 1)[0].rstrip()
    return Span(start, start + len(line))
