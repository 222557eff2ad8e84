"""A word's part of speech and its plain form, asked of the pipeline's rules and lemmatizer once for each word.

They look at one word at a time: its letters, tag and role. A word that has come with the same ones before ends as it
ended then; asking anew at each of its places takes a pipeline two fifths of its time. The few rules for words that go
together ("let's", "there is") need the paragraph: one that holds a word that may open such a row is asked as a whole.
"""

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

RULES, LEMMATIZER, REMEMBERING = "attribute_ruler", "lemmatizer", "word_forms"
BEFORE: list[int | str] = ["ORTH", "TAG", "DEP", "POS", "MORPH", "LEMMA"]
AFTER: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
OF_A_WORD = frozenset({"ORTH", "LOWER", "TAG", "DEP", "POS", "MORPH", "LEMMA", "IS_SPACE"})
REMEMBERED = 200_000  # words with their tags and roles, which take some 130 MB

State = tuple[int, ...]
Row = list[dict[str, Any]]


def remembering(language: Language) -> Language:
    """The pipeline, with its rules and its lemmatizer asked once for each word. It is left as it is where it does not
    end with these, or where they look at more than words, tags and roles."""
    if language.pipe_names[-2:] == [RULES, LEMMATIZER]:
        rules, lemmatizer = _asked_of(language)
        if lemmatizer.mode == "rule" and all(OF_A_WORD.issuperset(word) for row in _rows(rules) for word in row):
            words = lemmatizer.lookups.get_table("lemma_index")
            words.update({kind: frozenset(listed) for kind, listed in words.items()})  # it asks what is among them
            language.add_pipe(REMEMBERING)
            language.select_pipes(disable=[RULES, LEMMATIZER])
    return language


@Language.factory(REMEMBERING)
def _component(nlp: Language, name: str) -> "WordForms":  # noqa: ARG001 (a factory is given both)
    return WordForms(*_asked_of(nlp))


class WordForms:
    """Sets what the rules and the lemmatizer would, and remembers it."""

    def __init__(self, rules: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._rules, self._lemmatizer = rules, lemmatizer
        self._known: dict[State, State | None] = {}  # None: it may open a row of words that go together
        self._opening = Matcher(rules.vocab)
        self._opening.add("opening", [row[:1] for row in _rows(rules) if len(row) > 1])

    def __call__(self, doc: Doc) -> Doc:
        if len(self._known) > REMEMBERED:
            self._known.clear()
        states = _states(doc, BEFORE)
        if fresh := [state for state in dict.fromkeys(states) if state not in self._known]:
            self._learn(fresh)
        forms = [form for state in states if (form := self._known[state])]
        return _filled(doc, AFTER, forms) if len(forms) == len(states) else self._asked(doc)

    def _asked(self, doc: Doc) -> Doc:
        return self._lemmatizer(self._rules(doc))

    def _learn(self, states: Sequence[State]) -> None:
        opening = {start for _, start, _ in self._opening(self._words(states), allow_missing=True)}
        alone = [state for number, state in enumerate(states) if number not in opening]
        self._known |= dict.fromkeys(states)
        self._known |= zip(alone, _states(self._asked(self._words(alone)), AFTER), strict=True)

    def _words(self, states: Sequence[State]) -> Doc:
        """A text of these words alone, with their tags and roles."""
        vocab = self._rules.vocab
        return _filled(Doc(vocab, words=[vocab.strings[state[0]] for state in states]), BEFORE, states)


def _asked_of(language: Language) -> tuple[AttributeRuler, Lemmatizer]:
    return cast("AttributeRuler", language.get_pipe(RULES)), cast("Lemmatizer", language.get_pipe(LEMMATIZER))


def _rows(rules: AttributeRuler) -> Iterator[Row]:
    """What the rules look for: words that follow each other, mostly one."""
    return (row for rule in cast("list[dict[str, Any]]", rules.patterns) for row in rule["patterns"])


def _states(doc: Doc, attributes: list[int | str]) -> list[State]:
    return [tuple(state) for state in doc.to_array(attributes).tolist()]


def _filled(doc: Doc, attributes: list[int | str], states: Sequence[State]) -> Doc:
    values: Any = np.array(states, dtype=np.uint64)
    return doc.from_array(attributes, values) if states else doc
