"""Reading a piece of text as far as a kind of finding, for the sentence tables."""

from collections.abc import Callable

import pytest

from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.reading import find, parsed
from onrecord.reading.found import Found
from onrecord.reading.language import Parser
from onrecord.reading.report import Report


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Report]:
    """A report made of the text alone: one part, nothing cut."""

    def parse(text: str) -> Report:
        document = Document(name="test.txt", text=text, parts=(Part(Span(0, len(text))),), language="en")
        return parsed(document, parser)

    return parse


@pytest.fixture(scope="session")
def read_as_far_as(parse: Callable[[str], Report]) -> Callable[[str, str], tuple[Report, Found]]:
    """The report and what the readers up to and including `kind` ("dates", "places", ...) find in it."""

    def read(text: str, kind: str) -> tuple[Report, Found]:
        report = parse(text)
        return report, find(report, last=kind)

    return read
