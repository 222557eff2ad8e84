"""The vocabulary of measures: whole, without contradictions, and with the forms that English makes."""

from collections import Counter

import pytest

from onrecord.model.terms import DEEDS, MEASURES
from onrecord.vocabulary.measures import ROLES, forms, measures, plain, said_by, units
from onrecord.vocabulary.numbers import numbers, qualifiers

QUALIFIERS = {"about", "nearly", "at least", "more than", "up to"}


def test_frames_use_the_records_words() -> None:
    assert {frame.measure for frame in measures().frames} <= set(MEASURES)
    assert set(measures().units) <= set(MEASURES)
    assert {frame.role for frame in measures().frames} <= set(ROLES)
    assert {frame.things for frame in measures().frames} <= set(measures().things)
    assert {deed.did for deed in measures().deeds} <= {*DEEDS, "lost"}  # of which the record names no deed
    assert set(measures().status) == {"civilian", "combatant"}


def test_every_frame_has_words_to_tell_it_by() -> None:
    for frame in measures().frames:
        assert frame.verbs if frame.role in ("object", "subject", "agent", "times") else frame.nouns, frame


def test_no_list_says_a_word_twice() -> None:
    vocabulary, unit = measures(), units()
    tables = (vocabulary.things, vocabulary.groups, vocabulary.status, vocabulary.standing, vocabulary.irregular)
    lists = [words for table in tables for words in table.values()]
    lists += [phrases for frame in vocabulary.frames for phrases in (frame.verbs, frame.nouns)]
    lists += [deed.verbs for deed in vocabulary.deeds]
    lists += [tuple(unit.distance), tuple(unit.area), tuple(unit.groups)]
    for words in lists:
        assert [word for word, times in Counter(words).items() if times > 1] == []


def test_every_word_stands_in_lower_case() -> None:
    for frame in measures().frames:
        assert all(word == word.lower() for word in (*frame.verbs, *frame.nouns))


def test_a_civilian_is_no_combatant() -> None:
    assert not set(measures().status["civilian"]) & set(measures().status["combatant"])


def test_a_phrase_qualifies_in_one_way() -> None:
    for table in (numbers().before, numbers().after):
        assert set(table) <= QUALIFIERS
        phrases = [phrase for group in table.values() for phrase in group]
        assert len(phrases) == len(set(phrases))
    assert qualifiers("before")[("close", "to")] == "nearly"


@pytest.mark.parametrize(
    "word, made",
    [
        ("kill", {"kills", "killed", "killing"}),
        ("free", {"freed", "frees"}),
        ("injure", {"injured", "injuring", "injures"}),
        ("shoot", {"shot", "shoots"}),
        ("casualty", {"casualties"}),
        ("die", {"died", "dying", "dies"}),
        ("woman", {"women"}),
        ("gun", {"gunned", "guns"}),
    ],
)
def test_words_take_their_forms(word: str, made: set[str]) -> None:
    assert made <= forms(word)
    for form in made:
        assert word in plain(form)


@pytest.mark.parametrize(
    "measure, words, holds",
    [
        ("killed", ["killed"], True),
        ("killed", ["dead"], True),
        ("killed", ["claimed", "lives"], True),
        ("killed", ["lives"], False),
        ("killed", ["wounded"], False),
        ("casualties", ["killed", "wounded"], True),
        ("casualties", ["killed"], False),
        ("displaced", ["forced", "homes"], True),
        ("displaced", ["forced"], False),
        ("armoured vehicles", ["armoured vehicles"], True),
        ("armoured vehicles", ["vehicles"], False),
        ("no such measure", ["killed"], False),
        ("killed", [], False),
    ],
)
def test_words_tell_a_measure(measure: str, words: list[str], holds: bool) -> None:
    assert said_by(measure, words) is holds
