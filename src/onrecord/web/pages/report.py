"""One report: its text as stored, with every observation marked in place and a margin that says what was read there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import AddressError
from onrecord.model.documents import Document
from onrecord.model.entries import DocumentEntry, export
from onrecord.model.frames import Frame, PartDate
from onrecord.model.spans import Span
from onrecord.store import Head
from onrecord.web import margins, stretches
from onrecord.web.asked import Asked, AskedError
from onrecord.web.margins import Carrier, Margin
from onrecord.web.marking import Piece, pieces
from onrecord.web.page import Page
from onrecord.web.sight import Sight

WORDS = 300  # characters of a passage in the plain rows
PARTNERS = 12  # reports named above the text that carry words of it


class PartHead(Struct, frozen=True, kw_only=True):
    """What heads one report of a page that holds several: number `number` of `of`."""

    number: int
    of: int
    title: str | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    date: PartDate


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph as it is shown: `heads` are the reports of the page that begin with it; `is_cut` where nothing of it
    is the report's own."""

    heads: tuple[PartHead, ...]
    pieces: Sequence[Piece]
    margin: Margin
    is_title: bool
    is_cut: bool


class Partner(Struct, frozen=True):
    """Another report that carries words of this one: in how many passages, of what kinds, and which share of the
    shorter report where it is a copy as a whole."""

    head: Head
    passages: int
    types: tuple[str, ...]
    share: float | None


def page(sight: Sight, asked: Asked, id_: str) -> Page:
    """The report at the address, the stretch of its text that is asked for. Raises AddressError where there is none."""
    entry = sight.entry(id_)
    document = next(iter(sight.reader.documents([entry.id])), None) if isinstance(entry, DocumentEntry) else None
    if not isinstance(entry, DocumentEntry) or document is None:
        raise AddressError("No report of this record stands at this address.")
    parts = stretches.number_of_parts(len(document.text))
    if asked.number > parts:
        raise AskedError(f"This report has {parts} parts: there is no part {asked.number}.")
    frame = sight.reader.frames([entry.id])[0]
    within = stretches.stretch(asked.number, len(document.text))
    spans = stretches.paragraphs(document.text, within)
    within = Span(min(within.start, spans[0].start), max(within.end, spans[-1].end)) if spans else within
    read = margins.seen(sight, entry.id, within)
    cuts = [(cut.span, cut.why) for cut in document.cuts if cut.span.overlaps(within)]
    beside = margins.margins(spans, read)
    carried = margins.carried(sight, entry.id, entry.doc, within)
    margins.put_beside(beside, spans, carried)
    margins.fitted(beside, spans)
    cited = sorted({*sight.reader.cited_at(entry.id, within.start, within.end), *read.passages(), *_framing(frame)})
    marks = list(read.marks())
    return Page(
        title=entry.title or entry.publisher or entry.agency or entry.doc,
        template="report.html",
        shown={
            "entry": entry,
            "date": frame.dates[0] if frame.dates else PartDate(),
            "paragraphs": [
                _paragraph(document, frame, span, margin, pieces(document.text, span, cited, marks, cuts))
                for span, margin in zip(spans, beside, strict=True)
            ],
            "partners": partners(carried),
            "passages": len({each.span for each in carried if each.copy.share is None}),
            "versions": [each for each in sight.reader.heads(_versions(sight, frame)).values() if each.id != entry.id],
            "carriers": margins.CARRIERS,
            "number": asked.number,
            "parts": parts,
            "earlier": replace(asked, number=asked.number - 1) if asked.number > 1 else None,
            "later": replace(asked, number=asked.number + 1) if asked.number < parts else None,
            "length": len(document.text),
            "is_read": document.language == "en",
        },
        rows=lambda: _rows(document, read, entry),
    )


def partners(carried: Iterable[Carrier]) -> list[Partner]:
    """The other reports, those with most of it first."""
    found: dict[str, list[Carrier]] = defaultdict(list)
    for each in carried:
        found[each.other.id].append(each)
    made = [_partner(each[0].other, each) for each in found.values()]
    return sorted(made, key=lambda each: (-(each.share or 0), -each.passages, each.head.doc))[:PARTNERS]


def _partner(head: Head, carried: Iterable[Carrier]) -> Partner:
    copies = {each.copy.id: each.copy for each in carried}.values()
    shares = [copy.share for copy in copies if copy.share is not None]
    types = sorted({copy.type for copy in copies})
    return Partner(head, sum(copy.share is None for copy in copies), tuple(types), max(shares, default=None))


def _framing(frame: Frame) -> set[Span]:
    """The words that say who published the report, where and when."""
    return {Span(quote.start, quote.end) for quote in frame.quotes}


def _versions(sight: Sight, frame: Frame) -> list[str]:
    """The names in cites of all versions of the page."""
    return [each.label for each in sight.reader.frames_named([frame.name])]


def _paragraph(document: Document, frame: Frame, span: Span, margin: Margin, shown: Sequence[Piece]) -> Paragraph:
    words = [piece for piece in shown if piece.words.strip()]
    starting = [n for n, part in enumerate(frame.parts) if _begins(document.text, part.span, span)]
    titles = [said.words for part in frame.parts if (said := part.title) is not None]
    return Paragraph(
        heads=tuple(_head(frame, number) for number in starting) if len(frame.parts) > 1 else (),
        pieces=shown,
        margin=margin,
        is_title=any(each.overlaps(span) for spans in titles for each in spans[:1]),
        is_cut=all(piece.cut for piece in words),
    )


def _begins(text: str, part: Span, paragraph: Span) -> bool:
    """Whether the part of the page begins with the paragraph."""
    start = part.start + len(text[part.start : paragraph.end]) - len(text[part.start : paragraph.end].lstrip())
    return paragraph.start <= start < paragraph.end


def _head(frame: Frame, number: int) -> PartHead:
    part = frame.parts[number]
    return PartHead(
        number=number + 1,
        of=len(frame.parts),
        title=part.title.value if part.title else None,
        publisher=part.publisher.value if part.publisher else None,
        agency=part.agency.value if part.agency else None,
        authors=tuple(said.value for said in part.authors),
        date=frame.dates[number] if number < len(frame.dates) else PartDate(),
    )


def _rows(document: Document, read: margins.Seen, entry: DocumentEntry) -> list[dict[str, Any]]:
    """The report's own entry, then what was read, each with where it stands."""
    found: list[dict[str, Any]] = [export(entry)]
    for each in read.observations:
        passage = margins.passage_of(each)
        found.append(
            {
                "kind": each.kind,
                "entry": read.of.get(each.id),
                "start": passage.start,
                "end": passage.end,
                "at": each.trigger.start,
                "words": passage.of(document.text)[:WORDS],
            }
        )
    return found
