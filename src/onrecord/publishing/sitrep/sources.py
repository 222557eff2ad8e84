"""What the report says of its reports: the period that they cover, how much was read from them, and each of them."""

import datetime as dt
from collections.abc import Iterable

from onrecord.model.entries import CopyEntry, DocumentEntry, Entry, EventEntry, FigureEntry, StatementEntry
from onrecord.model.iso import days, in_words
from onrecord.publishing.sitrep.claims import UNSTATED
from onrecord.publishing.sitrep.report import Source
from onrecord.publishing.sitrep.words import harmless

COUNTED = ((FigureEntry, "figure"), (StatementEntry, "statement"), (EventEntry, "event"))
HISTORY = 62  # days before the first report; what happened earlier is its background


def begins(documents: list[DocumentEntry]) -> dt.date | None:
    """The first day that the reports are news of: a while before the first of them; what is older is history."""
    published = [covered[0] for document in documents if (covered := days(document.published))]
    return min(published) - dt.timedelta(days=HISTORY) if published else None


def latest(documents: list[DocumentEntry]) -> dt.date | None:
    """The last day on which one of them was published."""
    return max((covered[1] for document in documents if (covered := days(document.published))), default=None)


def period(documents: list[DocumentEntry], since: dt.date | None, until: dt.date | None) -> str:
    """The days that the report covers: those asked for, or those of its documents."""
    published = [covered[0] for document in documents if (covered := days(document.published))]
    first, last = since or min(published, default=None), until or latest(documents)
    if first is None or last is None:
        return "no dates known"
    return in_words(f"{first.isoformat()}/{last.isoformat()}")


def made_from(documents: list[DocumentEntry], entries: Iterable[Entry], as_of: dt.date | None = None) -> str:
    """How many reports, figures, statements and events there are, and how many reports have no date; as of which day,
    if the record is not the whole one."""
    entries, undated = list(entries), sum(1 for document in documents if not document.published)
    counts = [(len(documents), "report")]
    counts += [(sum(isinstance(entry, kind) for entry in entries), name) for kind, name in COUNTED]
    then = f"; as known on {in_words(as_of.isoformat())}: nothing published later is in it" if as_of else ""
    said = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts)
    return said + (f"; {undated} of the reports without a date" if undated else "") + then


def sources(documents: list[DocumentEntry], entries: Iterable[Entry] = ()) -> list[Source]:
    """Each of them, in the order of their days; a report that is a copy as a whole says of which."""
    copies = {
        doc: f"{entry.share:.0%} of it stands in {entry.docs[0]}"
        for entry in entries
        if isinstance(entry, CopyEntry) and entry.share is not None
        for doc in entry.docs[1:]
    }
    ordered = sorted(documents, key=lambda each: (each.published or "9999", each.doc))
    return [_source(each, copies.get(each.doc, "")) for each in ordered]


def _source(document: DocumentEntry, copy: str) -> Source:
    return Source(
        doc=document.doc,
        title=harmless(document.title or "", 160),
        publisher=harmless(document.publisher or document.agency or "", 80),
        published=in_words(document.published) if document.published else "",
        unstated=UNSTATED.get(document.basis or "", ""),
        why=harmless(document.why or "", 240) if document.basis == "inferred" else "",
        remarks=tuple(harmless(remark, 120) for remark in (copy, *document.quality) if remark),
    )
