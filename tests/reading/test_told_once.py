"""What is told once of a paragraph is what spaCy tells each time."""

import pytest
from spacy.tokens import Doc, Span

from onrecord.reading.language import Parser, pipeline
from onrecord.reading.told_once import among, lowers_of, text_at, text_of, texts_of

TEXTS = (
    "Rebels took Goma. The army said it had withdrawn.",
    "“We will stay,” the governor of Kherson said on Monday. His aides left. A shell fell near El Fasher.",
    "Truce",
)


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_and_words_are_those_of_the_parse(text: str, parser: Parser) -> None:
    doc, plain = parser.parse([text])[0], pipeline()(text)
    assert [sentence(token.sent) for token in doc] == [sentence(token.sent) for token in plain]
    assert [sentence(doc[at:].sent) for at in range(len(doc))] == [sentence(plain[at:].sent) for at in range(len(doc))]
    assert twice(text_of, doc) == text
    assert twice(texts_of, doc) == [token.text for token in plain]
    assert twice(lowers_of, doc) == [token.lower_ for token in plain]


@pytest.mark.parametrize("text", TEXTS)
def test_stretches_are_those_of_the_parse(text: str, parser: Parser) -> None:
    doc = parser.parse([text])[0]
    stretches = [(start, end) for start in range(len(doc)) for end in range(start, len(doc) + 2)]
    assert [text_at(doc, start, end) for start, end in stretches] == [doc[start:end].text for start, end in stretches]
    assert [token.i for token in among(doc, {"the", "army"})] == [t.i for t in doc if t.lower_ in ("the", "army")]
    assert [token.i for token in among(doc[1:4], {"goma"})] == [t.i for t in doc[1:4] if t.lower_ == "goma"]


def sentence(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.root.text


def twice(ask, doc: Doc) -> object:
    assert ask(doc) == ask(doc)
    return ask(doc)
