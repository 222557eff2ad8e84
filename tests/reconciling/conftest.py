"""Entries of short reports, read by the real readers: what tables of reports and expectations are made of."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.documents import Document, Part
from onrecord.model.findings import Observation
from onrecord.model.frames import Noted, PartDate, frame_of, quotes
from onrecord.model.saids import spans_of
from onrecord.model.spans import Span
from onrecord.reading import read
from onrecord.reading.language import Parser
from onrecord.reconciling import block_of, reconcile
from onrecord.reconciling.blocks import Block, Reconciled, in_order

Dated = tuple[str, str]


Told = Callable[[str, Sequence[Dated]], list[Reconciled]]


@pytest.fixture(scope="session")
def entries_told(reconciled: Told) -> Told:
    """The entries of a kind that reports come to; each report is its day, if it has one, and its text."""
    return lambda kind, reports: [made for made in reconciled(kind, reports) if made.entry.kind == kind]


@pytest.fixture(scope="session")
def disputes_told(reconciled: Told) -> Told:
    """The disputes that the observations of a kind come to."""
    return lambda kind, reports: [made for made in reconciled(kind, reports) if made.entry.kind == "dispute"]


@pytest.fixture(scope="session")
def reconciled() -> Told:
    """All that the blocks of a kind come to."""
    parser = Parser()
    known: dict[str, tuple[Document, tuple[Observation, ...]]] = {}

    def entries(kind: str, reports: Sequence[Dated]) -> list[Reconciled]:
        noted: dict[str, list[Noted]] = {}
        beside, frames = {}, {}
        for number, (day, text) in enumerate(reports):
            name = f"{number}.txt"
            if (name + text) not in known:
                document = Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en")
                known[name + text] = document, read(document, parser)
            document, observations = known[name + text]
            date = PartDate(published=day, basis="stated") if day else PartDate()
            frames[document.id] = frame_of(document, (date,))
            for each in observations:
                key = block_of(each, date)
                beside[each.id] = Noted(each, quotes(text, spans_of(each)))
                if key is not None and key.split(":", 1)[0] == kind:
                    noted.setdefault(key, []).append(beside[each.id])
        return [
            made
            for key, held in sorted(noted.items())
            for made in reconcile(Block(key, in_order(held, frames), frames, beside))
        ]

    return entries
