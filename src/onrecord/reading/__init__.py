"""One report to observations. A pure function of the text and the reader version: no clock, no other report.

A kind of finding is a folder here: its `reader` module finds it, with a file for each question that it asks beside it.
`deeds` holds what all kinds that hang on a verb or a noun ask of it. READERS lists the readers in the order of reading,
in which each sees the mentions of those before it. To add a kind:

1. give its finding a struct in `model.findings`, its mention a class in `found` and a field of `Found`;
2. write its folder with a `reader`: `find`, `observations` and `RULES`, as `Reader` says;
3. add a line to READERS, under the name of that field, and one to `checking_rules.READER_OF`;
4. make entries of it: a struct in `model.entries`, a file in `reconciling` and a line in RECONCILERS there.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from onrecord.model.documents import Document
from onrecord.model.findings import Observation
from onrecord.reading.actors import reader as actors
from onrecord.reading.agreements import reader as agreements
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.compliance import answered
from onrecord.reading.compliance import reader as compliance
from onrecord.reading.contacts import reader as contacts
from onrecord.reading.control import reader as control
from onrecord.reading.dates import reader as dates
from onrecord.reading.events import reader as events
from onrecord.reading.figures import reader as figures
from onrecord.reading.found import Found, Mentions
from onrecord.reading.language import Parser
from onrecord.reading.outcomes import reader as outcomes
from onrecord.reading.places import reader as places
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.sites import reader as sites
from onrecord.reading.statements import reader as statements
from onrecord.reading.view import paragraphs


class Reader(Protocol):
    """What the module of a kind of finding offers. Its functions are pure."""

    @property
    def RULES(self) -> Mapping[str, Rule]:  # noqa: N802 (a constant of the module)
        """The rules by which it understands values, by the names that its `Said` values carry."""

    def find(self, report: Report, found: Found, /) -> tuple[Any, ...]:
        """The mentions of its kind, in any order, given what the readers before it have found."""

    def observations(self, report: Report, mentions: Any, /) -> tuple[Observation, ...]:
        """What is kept of its mentions, which come in the order of the text."""


READERS: Mapping[str, Reader] = {
    "dates": dates,
    "places": places,
    "actors": actors,
    "statements": statements,
    "figures": figures,
    "contacts": contacts,
    "commitments": commitments,
    "outcomes": outcomes,
    "control": control,
    "agreements": agreements,
    "compliance": compliance,
    "sites": sites,
    "events": events,
}


def parsed(document: Document, parser: Parser) -> Report:
    """The document with its paragraphs parsed."""
    views = paragraphs(document)
    docs = parser.parse([view.text for view in views])
    return Report(
        document,
        tuple(
            Paragraph(index, view.part, doc, view.offsets, view.ends, view.role)
            for index, (view, doc) in enumerate(zip(views, docs, strict=True))
        ),
    )


def find(report: Report, last: str | None = None) -> Found:
    """What the readers find in the report, up to and including the kind `last`; all of them where it is None."""
    found = Found()
    for kind, reader in READERS.items():
        found = replace(found, **{kind: Mentions(reader.find(report, found))})
        if kind == last:
            break
    return found


def observe(report: Report, found: Found) -> tuple[Observation, ...]:
    """The observations of everything found, reader by reader; what a denial denies of an accord is told as a claim."""
    found = replace(found, statements=Mentions(answered.told_once(report, found)))
    return tuple(
        observation
        for kind, reader in READERS.items()
        for observation in reader.observations(report, getattr(found, kind).all)
    )


def read(document: Document, parser: Parser) -> tuple[Observation, ...]:
    """All observations of one document."""
    report = parsed(document, parser)
    return observe(report, find(report))
