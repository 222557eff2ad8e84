"""What is asked of a parsed paragraph again and again, told once: its text, its words, its sentences.

spaCy joins the text anew of its words each time, makes a token each time one is looked at, and looks for both ends of a
sentence at each of its words. A reader that waits for certain words looks for them in the list first.
"""

from collections.abc import Container, Iterator
from sys import intern

from spacy.tokens import Doc, Span, Token

TEXT, TEXTS, LOWERS = "onrecord text", "onrecord words", "onrecord words in small letters"


def with_sentences(doc: Doc) -> Doc:
    """The parse, with the sentences that it has now at hand for each word."""
    ends = [(sentence.start, sentence.end) for sentence in doc.sents for _ in range(sentence.start, sentence.end)]

    def sentence_of(first: Token | Span) -> Span:
        start, end = ends[first.i if isinstance(first, Token) else first.start]
        return first.doc[start:end]

    doc.user_token_hooks["sent"] = doc.user_span_hooks["sent"] = sentence_of
    return doc


def text_of(doc: Doc) -> str:
    """The paragraph's text."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def texts_of(doc: Doc) -> list[str]:
    """The paragraph's words as written."""
    texts: list[str] | None = doc.user_data.get(TEXTS)
    if texts is None:
        texts = doc.user_data[TEXTS] = [intern(token.text) for token in doc]
    return texts


def lowers_of(doc: Doc) -> list[str]:
    """The paragraph's words in small letters."""
    lowers: list[str] | None = doc.user_data.get(LOWERS)
    if lowers is None:
        lowers = doc.user_data[LOWERS] = [intern(token.lower_) for token in doc]
    return lowers


def text_at(doc: Doc, start: int, end: int) -> str:
    """The text of the words from `start` to `end` (excluded)."""
    texts = texts_of(doc)[start:end]
    if len(texts) < 2:
        return "".join(texts)
    return text_of(doc)[doc[start].idx : doc[start + len(texts) - 1].idx + len(texts[-1])]


def among(stretch: Doc | Span, words: Container[str]) -> Iterator[Token]:
    """The tokens of a paragraph or a part of it that are one of the words, which stand in small letters."""
    doc, start, end = (
        (stretch, 0, len(stretch)) if isinstance(stretch, Doc) else (stretch.doc, stretch.start, stretch.end)
    )
    lowers = lowers_of(doc)
    return (doc[at] for at in range(start, end) if lowers[at] in words)
