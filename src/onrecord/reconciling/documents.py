"""Documents: one entry for each, its date with the reason for it, and which version of a page it is."""

from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.model.documents import Part
from onrecord.model.entries import DocumentEntry, Origins, PartEntry
from onrecord.model.frames import UNDATED, Frame, PartDate
from onrecord.model.rulings import RULED
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.merging import cites

SHORT = 8


def entries(block: Block) -> list[Reconciled]:
    """The entry of each version of the page that the block's frames describe, the first version first."""
    versions = in_order(block.frames.values())
    return [_entry(frame, versions[0]) for frame in versions]


def in_order(frames: Iterable[Frame]) -> list[Frame]:
    """Versions of a page by their date of publication, undated last, and by id among equals."""
    return sorted(frames, key=lambda frame: (frame.dates[0].published or UNDATED, frame.id))


def labelled(frames: Iterable[Frame]) -> list[Frame]:
    """The versions of one page, each with a name of its own for cites: the first keeps the page's, a later one adds
    the start of its text's hash."""
    first, *later = in_order(frames)
    return [
        msgspec.structs.replace(first, label=first.name),
        *(msgspec.structs.replace(frame, label=f"{frame.name}@{frame.sha256[:SHORT]}") for frame in later),
    ]


def _entry(frame: Frame, first: Frame) -> Reconciled:
    part, date = frame.parts[0], frame.dates[0]
    words = cites.words_of(frame.quotes)
    opening = [span for span in date.words if span in words] or _opening(words)
    passages = [cites.cited(frame, span, words) for span in opening]
    for name, said in saids(part):
        if name in ("title", "publisher", "agency", "authors"):
            passages += [cites.cited(frame, span, words, name) for span in said.words if span not in opening]
    cited = cites.ordered(passages)
    entry = DocumentEntry(
        id=frame.id,
        cites=tuple(each.cite for each in cited),
        derived=_derived(part, date),
        origins=Origins(1, 1, 1),
        first_reported=date.published,
        last_reported=date.published,
        doc=frame.label,
        published=date.published,
        basis=date.basis,
        why=date.why,
        window=date.window,
        title=_plain(part.title),
        publisher=_plain(part.publisher),
        agency=_plain(part.agency),
        authors=tuple(said.value for said in part.authors),
        language=frame.language,
        url=frame.url,
        sha256=frame.sha256,
        retrieved=frame.retrieved,
        version_of=None if frame.id == first.id else first.id,
        parts=tuple(_part(each, dated) for each, dated in zip(frame.parts, frame.dates, strict=True))
        if len(frame.parts) > 1
        else (),
        quality=frame.quality,
    )
    return Reconciled(entry, (), tuple(each.document for each in cited))


def _derived(part: Part, date: PartDate) -> dict[str, str]:
    rules = cites.derived((name, said) for name, said in saids(part) if name != "dateline")
    if date.basis == RULED:
        return dict(sorted({**rules, "published": RULED}.items()))
    return {**rules, "published": "dating"} if date.published and date.basis == "inferred" else rules


def _part(part: Part, date: PartDate) -> PartEntry:
    return PartEntry(
        start=part.span.start,
        end=part.span.end,
        title=_plain(part.title),
        publisher=_plain(part.publisher),
        published=date.published,
        basis=date.basis,
    )


def _opening(words: dict[Span, str]) -> list[Span]:
    """The first words of the page, which show at least that it exists."""
    return sorted(words)[:1]


def _plain(said: Said[Any] | None) -> Any:
    return said.value if said else None
