"""One report to observations. A pure function of the text and the reader version: no clock, no other report.

Each kind of finding is one file; READERS gives their order, in which each sees what those before it have found.
"""

import importlib
from dataclasses import replace
from types import ModuleType

from onrecord.model.documents import Document
from onrecord.model.findings import Observation
from onrecord.reading.found import Found, Mentions
from onrecord.reading.language import Parser
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.view import paragraphs


def _there(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(f"onrecord.reading.{name}")
    except ModuleNotFoundError:
        return None


KINDS = ("dates", "places", "actors", "statements", "figures")
READERS = {kind: module for kind in KINDS if (module := _there(kind)) is not None}


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


def find(report: Report, last: str = KINDS[-1]) -> Found:
    """What the readers find in the report, up to and including the kind `last`."""
    found = Found()
    for kind, reader in READERS.items():
        found = replace(found, **{kind: Mentions(reader.find(report, found))})
        if kind == last:
            break
    return found


def observe(report: Report, found: Found) -> tuple[Observation, ...]:
    """The observations of everything found, reader by reader."""
    return tuple(
        observation
        for kind, reader in READERS.items()
        for observation in reader.observations(report, getattr(found, kind).all)
    )


def read(document: Document, parser: Parser) -> tuple[Observation, ...]:
    """All observations of one document."""
    report = parsed(document, parser)
    return observe(report, find(report))
