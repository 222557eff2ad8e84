"""A report beside another that carries words of it: passage by passage, the words that differ marked."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.model.documents import Document
from onrecord.model.entries import CopyEntry, DocumentEntry
from onrecord.model.spans import Span
from onrecord.publishing.sitrep.words import named
from onrecord.web.alignment import Run, aligned
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight

APART = "~"  # between the ids of the two reports
PASSAGES = 150  # that are shown
ALONE = 700  # characters shown of a stretch that one report alone has


class Passage(NamedTuple):
    """What both reports carry: its sentences in the one and in the other, in order, and the entry that says so."""

    mine: Sequence[Span]
    yours: Sequence[Span]
    copy: CopyEntry


class Row(Struct, frozen=True, kw_only=True):
    """Words of the report, and those of the other that are or tell the same, with the id of the entry (`copy`), its
    `type` and where both stand; one side is empty where one report alone has them, `more` is then how many characters
    of them are not shown."""

    one: Sequence[Run] = ()
    other: Sequence[Run] = ()
    type: str = ""
    copy: str = ""
    at: Span | None = None
    at_other: Span | None = None
    more: int = 0


def page(sight: Sight, _: Asked, id_: str) -> Page:
    """The two reports at the address, their ids with `~` between them. Raises AddressError where one is not there."""
    entries = [sight.entry(each) for each in id_.split(APART, 2)[:2]]
    reports = [each for each in entries if isinstance(each, DocumentEntry)]
    if id_.count(APART) != 1 or len(reports) != 2:
        raise AddressError("Two reports of this record are expected at this address: their ids with ~ between them.")
    one, other = reports
    texts = {each.id: each for each in sight.reader.documents([one.id, other.id])}
    found = sight.entries_at(sight.reader.copies_between(one.id, other.id))
    copies = [each for each in found if isinstance(each, CopyEntry)]
    shares = [copy.share for copy in copies if copy.share is not None]
    passages = sorted(_passages(copies, one, other), key=lambda each: (each.mine, each.yours))
    return Page(
        title="Side by side",
        template="beside.html",
        shown={
            "one": one,
            "other": other,
            "pairs": list(_rows(texts[one.id], texts[other.id], passages[:PASSAGES])),
            "share": max(shares, default=None),
            "passages": len(passages),
            "is_whole": len(passages) <= PASSAGES,
        },
        rows=lambda: [_plain(passage) for passage in passages],
    )


def _passages(copies: Sequence[CopyEntry], one: DocumentEntry, other: DocumentEntry) -> Iterator[Passage]:
    """What both carry, but for what says of a report as a whole that it is a copy."""
    for copy in copies:
        mine, yours = (
            sorted(Span(cite.start, cite.end) for cite in copy.cites if cite.doc == report.doc)
            for report in (one, other)
        )
        if copy.share is None and mine and yours:
            yield Passage(mine, yours, copy)


def _rows(one: Document, other: Document, passages: Sequence[Passage]) -> Iterator[Row]:
    """The report from start to end, what the other carries of it beside it; then what the other alone has."""
    at = 0
    for passage in passages:
        yield from _alone(one, at, passage.mine[0].start)
        yield _both(one, other, passage)
        at = max(at, passage.mine[-1].end)
    yield from _alone(one, at, len(one.text))
    at = 0
    for passage in sorted(passages, key=lambda each: tuple(each.yours)):
        yield from _alone(other, at, passage.yours[0].start, is_other=True)
        at = max(at, passage.yours[-1].end)
    yield from _alone(other, at, len(other.text), is_other=True)


def _both(one: Document, other: Document, passage: Passage) -> Row:
    mine, yours = passage.mine, passage.yours
    left, right = aligned(one.text[mine[0].start : mine[-1].end], other.text[yours[0].start : yours[-1].end])
    return Row(one=left, other=right, type=passage.copy.type, copy=passage.copy.id, at=mine[0], at_other=yours[0])


def _alone(document: Document, start: int, end: int, *, is_other: bool = False) -> Iterator[Row]:
    """A stretch that one report alone has, without what was cut away from it, as far as it is shown."""
    for cut in (*sorted(cut.span for cut in document.cuts), Span(end, end)):
        words = " ".join(document.text[start : min(cut.start, end)].split())
        if words:
            shown = (Run(named(words[:ALONE]), differs=False),)
            more = max(0, len(words) - ALONE)
            yield Row(other=shown, more=more) if is_other else Row(one=shown, more=more)
        start = max(start, cut.end)
        if start >= end:
            break


def _plain(passage: Passage) -> dict[str, Any]:
    """The passage for a program: where it stands in both, and how it was carried over."""
    mine, yours = passage.mine, passage.yours
    return {
        "entry": passage.copy.id,
        "type": passage.copy.type,
        "start": mine[0].start,
        "end": mine[-1].end,
        "other_start": yours[0].start,
        "other_end": yours[-1].end,
    }
