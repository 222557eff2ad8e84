"""The entries that a situation report tells of: those of its period, and those that stand beside it."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from onrecord.model.entries import (
    AgreementEntry,
    AnyEntry,
    CommitmentEntry,
    DocumentEntry,
    Entry,
    EventEntry,
    FigureEntry,
    StatementEntry,
    ToldEntry,
)
from onrecord.model.iso import within
from onrecord.model.outlook import judged, replaced
from onrecord.publishing.sitrep import sources
from onrecord.publishing.sitrep.maker import Dated, told

E = TypeVar("E", bound=Entry)


class Chosen(NamedTuple):
    """The entries told of in the period, the agreements named in it, and what has no date or is older.

    `latest` is the day by which deadlines are judged: the one that the record is as of, if it is, or that of the newest
    report."""

    documents: list[DocumentEntry]
    told: list[Dated]
    agreements: list[AgreementEntry]
    undated: list[FigureEntry | StatementEntry]
    earlier: list[FigureEntry | StatementEntry]
    latest: dt.date | None
    as_of: bool = False

    def of(self, kind: type[E]) -> list[E]:
        """Those of the period that are of that kind."""
        return [entry for entry in self.told if isinstance(entry, kind)]


def chosen(
    entries: Iterable[AnyEntry], since: dt.date | None, until: dt.date | None, as_of: dt.date | None = None
) -> Chosen:
    """Of the entries, those of a record as of that day if one is given, those between `since` and `until`; history told
    in passing and what may be are left out."""
    entries = list(entries)
    documents = [entry for entry in entries if isinstance(entry, DocumentEntry)]
    latest = as_of or sources.latest(documents)
    anew = replaced(entry for entry in entries if isinstance(entry, CommitmentEntry))
    entries = list(judged(entries, latest, anew))
    begins = since or sources.begins(documents)
    dated = [entry for entry in entries if isinstance(entry, FigureEntry | StatementEntry | ToldEntry)]
    beside = [entry for entry in dated if isinstance(entry, FigureEntry | StatementEntry)]
    return Chosen(
        documents=documents,
        told=[each for each in dated if told(each) and within(told(each), begins, until) and not _aside(each)],
        agreements=[each for each in entries if isinstance(each, AgreementEntry) and _named(each, begins, until)],
        undated=[each for each in beside if not told(each)],
        earlier=[] if since else [each for each in beside if told(each) and not within(told(each), begins, None)],
        latest=latest,
        as_of=as_of is not None,
    )


def _aside(entry: Dated) -> bool:
    """Whether it is an event of the past told in passing, or one that is only thought of."""
    return isinstance(entry, EventEntry) and (bool(entry.background) or entry.status == "hypothetical")


def _named(agreement: AgreementEntry, begins: dt.date | None, until: dt.date | None) -> bool:
    """Whether a report of the period names it."""
    return within(agreement.last_reported, begins, None) and within(agreement.first_reported, None, until)
