"""The vocabulary of page frames contradicts itself nowhere and repeats nothing."""

import re
from collections import Counter

import pytest

from onrecord.vocabulary.pages import beginnings, folded, furniture, media_pattern, medium, whole_lines


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_no_form_names_two_media() -> None:
    assert repeated([form for one in furniture().media for form in one.forms]) == []
    assert repeated([one.name for one in furniture().media]) == []
    assert all(one.name in one.forms or len(one.forms) > 1 for one in furniture().media)


def test_no_line_has_two_reasons() -> None:
    assert repeated([line for lines in furniture().lines.values() for line in lines]) == []
    assert repeated([start for starts in furniture().starts.values() for start in starts]) == []
    assert not whole_lines().keys() & furniture().boxes


def test_lines_are_written_as_they_are_compared() -> None:
    for line in [*whole_lines(), *furniture().boxes]:
        assert folded(line) == line


def test_beginnings_are_in_small_letters() -> None:
    _, reasons = beginnings()
    assert all(start == start.casefold() for start in reasons)


@pytest.mark.parametrize("form", [form for one in furniture().media for form in one.forms])
def test_each_form_names_its_medium(form: str) -> None:
    found = medium(form)
    assert found is not None
    assert form in found.forms


@pytest.mark.parametrize("words", ["ap", "Sana", "the", "Ina", "who", "Who", "dawn of war", ""])
def test_common_words_name_no_medium(words: str) -> None:
    assert medium(words) is None


def test_the_longest_form_is_tried_first() -> None:
    assert re.findall(media_pattern(), "Associated Press of Pakistan, AP") == ["Associated Press of Pakistan", "AP"]
