"""ISO dates as days: what is none is not taken for one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.iso import days, in_words


@pytest.mark.parametrize(
    "words", ["", "soon", "0912345678", "99999999999", "2020-13", "2020-02-30", "-5", "2020/x", "²"]
)
def test_what_is_no_date_covers_no_days(words: str) -> None:
    assert days(words) is None


def test_a_range_is_covered_whole() -> None:
    assert days("2020-02/2020-03-05") == (dt.date(2020, 2, 1), dt.date(2020, 3, 5))


@given(st.text(alphabet="0123456789-/ x", max_size=24))
def test_no_words_are_too_odd_to_be_shown(words: str) -> None:
    assert days(words) is None or in_words(words)
