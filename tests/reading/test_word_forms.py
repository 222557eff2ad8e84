"""Forms of words: those that the rules and the lemmatizer give, whether a word has come before or not."""

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.reading import word_forms
from onrecord.reading.language import LEFT_OUT, PIPELINE, pipeline
from onrecord.reading.word_forms import RULES, remembering

TEXTS = (
    "Shelling killed eight people in Mekelle. It has been told that the shelling went on.",
    "Let's go, the mayor said: there's no water, and there were no trucks.",
    "He ain't leaving and y'all can't; c'mon, they're gonna stay.",
    "The rebels   had left\n\nthe town. Rebels HAD left, they did.",
    "It did rain; I saw it, they saw us. Had they left, that would have been that.",
    "",
    " ",
)
FORMS = ["ORTH", "TAG", "DEP", "POS", "MORPH", "LEMMA", "HEAD"]


def forms(doc: Doc) -> tuple[list[list[int]], list[str]]:
    return doc.to_array(FORMS).tolist(), [token.lemma_ for token in doc]


@pytest.fixture(scope="module")
def plain() -> spacy.Language:
    return spacy.load(PIPELINE, exclude=list(LEFT_OUT))


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_has_the_same_forms_the_first_time_and_later(text: str, plain: spacy.Language) -> None:
    assert forms(pipeline()(text)) == forms(plain(text))
    assert forms(pipeline()(text)) == forms(plain(text))


def test_memory_is_bounded(plain: spacy.Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_forms, "REMEMBERED", 5)
    assert [forms(pipeline()(text)) for text in TEXTS] == [forms(plain(text)) for text in TEXTS]
    assert len(pipeline().get_pipe(word_forms.REMEMBERING)._known) < 30


def test_a_pipeline_whose_rules_look_elsewhere_is_left_as_it_is() -> None:
    language = spacy.load(PIPELINE, exclude=list(LEFT_OUT))
    language.get_pipe(RULES).add([[{"ENT_TYPE": "GPE"}]], {"POS": "PROPN"})
    names = language.pipe_names
    assert remembering(language).pipe_names == names
