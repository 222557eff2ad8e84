"""The numbers that a passage says, as the situation report reads them again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.sitrep.numbers import numbers


@pytest.mark.parametrize(
    "passage, value",
    [
        ("586,000 people fled", 586000),
        ("Some 1 200 000 people", 1200000),
        ("3.6 million refugees", 3.6e6),
        ("about 3,6 million", 3.6e6),
        ("close to 1 million people", 1e6),
        ("more than half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("a quarter of a million people", 250000),
        ("eight soldiers", 8),
        ("twenty-one civilians", 21),
        ("two hundred and five tents", 205),
        ("three hundred thousand people", 300000),
        ("a dozen areas", 12),
        ("two dozen men", 24),
        ("half a dozen villages", 6),
        ("a soldier was shot", 1),
        ("another soldier was shot", 1),
        ("No civilians were hurt", 0),
        ("12.5% of homes", 0.125),
        ("60 per cent of them", 0.6),
        ("a third of the city", 1 / 3),
        ("5bn dollars", 5e9),
        ("Fifty-nine dead", 59),
    ],
)
def test_a_number_is_read(passage: str, value: float) -> None:
    assert any(number.value == pytest.approx(value) for number in numbers(passage))


@pytest.mark.parametrize(
    "passage, low, high",
    [
        ("dozens of people", 24, 99),
        ("hundreds were held", 200, 999),
        ("hundreds of thousands of people", 200000, 999999),
        ("tens of thousands fled", 20000, 99999),
        ("thousands", 2000, 9999),
        ("several thousand troops", 2000, 9999),
        ("a few hundred men", 200, 999),
    ],
)
def test_a_magnitude_is_bounds_and_no_value(passage: str, low: float, high: float) -> None:
    assert (None, low, high) in [(number.value, number.low, number.high) for number in numbers(passage)]


@pytest.mark.parametrize(
    "passage, value",
    [("586,000 people", 586), ("586,000 people", 1000), ("2020", 20), ("eighteen", 8), ("fifty-nine", 6)],
)
def test_a_part_of_a_number_is_not_that_number(passage: str, value: float) -> None:
    assert all(number.value != value for number in numbers(passage))


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=300))
def test_any_text_can_be_read(passage: str) -> None:
    for number in numbers(passage):
        assert 0 <= number.start < number.end <= len(passage)


@given(st.integers(0, 10**12))
def test_every_whole_number_is_found_as_it_is_written(number: int) -> None:
    assert number in [found.value for found in numbers(f"It spoke of {number:,} people.")]
