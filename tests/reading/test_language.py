"""The language pass: the same parse whatever the batch, nothing parsed twice, a clear word on a missing pipeline."""

import pytest

from onrecord.errors import SettingsError
from onrecord.reading.language import PIPELINE, Parser, pipeline
from onrecord.settings import Settings

TEXTS = ["Shelling killed eight people in Sirte.", "The minister said talks would resume.", "Rebels left the town."]


def shape(doc) -> list[tuple[str, str, int]]:
    return [(token.text, token.dep_, token.head.i) for token in doc]


def test_batches_do_not_matter(parser: Parser) -> None:
    together = [shape(doc) for doc in Parser().parse(TEXTS)]
    alone = [shape(Parser().parse([text])[0]) for text in reversed(TEXTS)]
    assert together == alone[::-1]


def test_a_paragraph_is_parsed_once() -> None:
    parser = Parser()
    first, again = parser.parse([TEXTS[0], TEXTS[0]])
    assert first is again
    assert parser.parse([TEXTS[0]])[0] is first


def test_memory_is_bounded() -> None:
    parser = Parser(remembered=len(TEXTS[2]) + 1)
    parser.parse([TEXTS[0], TEXTS[2], *TEXTS])
    assert list(parser._known) == [TEXTS[2]]
    assert parser._held == len(TEXTS[2])
    assert [doc.text for doc in parser.parse(TEXTS)] == TEXTS


def test_missing_pipeline_is_named() -> None:
    with pytest.raises(SettingsError, match="no_such_pipeline"):
        pipeline("no_such_pipeline")


def test_the_settings_name_the_pipeline_that_is_tested() -> None:
    assert Settings().pipeline == PIPELINE
