"""Quantities as English writes them, and what they come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.amounts import Amount
from onrecord.reading.figures.amounts import read, scan
from onrecord.vocabulary.numbers import numbers


def exactly(value: float, qualifier: str = "exact") -> Amount:
    return Amount(value=value, low=value, high=value, qualifier=qualifier)


def from_(value: float, qualifier: str) -> Amount:
    return Amount(value=value, low=value, qualifier=qualifier)


def up_to(value: float, qualifier: str) -> Amount:
    return Amount(value=value, high=value, qualifier=qualifier)


def within(low: float, high: float, qualifier: str) -> Amount:
    return Amount(low=low, high=high, qualifier=qualifier)


@pytest.mark.parametrize(
    "words, amount",
    [
        ("8", exactly(8)),
        ("586,000", exactly(586_000)),
        ("1 200", exactly(1200)),
        ("3.6 million", exactly(3_600_000)),
        ("1.5m", exactly(1_500_000)),
        ("20k", exactly(20_000)),
        ("2bn", exactly(2_000_000_000)),
        ("eight", exactly(8)),
        ("Twenty-three", exactly(23)),
        ("one hundred and five", exactly(105)),
        ("two hundred thousand", exactly(200_000)),
        ("two million five hundred thousand", exactly(2_500_000)),
        ("two and a half million", exactly(2_500_000)),
        ("a dozen", exactly(12)),
        ("half a dozen", exactly(6)),
        ("two dozen", exactly(24)),
        ("half a million", exactly(500_000)),
        ("a quarter of a million", exactly(250_000)),
        ("a hundred", exactly(100)),
        ("4.5 lakh", exactly(450_000)),
        ("about 20", exactly(20, "about")),
        ("some 40", exactly(40, "about")),
        ("an estimated 3,000", exactly(3000, "about")),
        ("200 or so", exactly(200, "about")),
        ("close to 1 million", up_to(1_000_000, "nearly")),
        ("nearly nine", up_to(9, "nearly")),
        ("just under 50", up_to(50, "nearly")),
        ("at least 12", from_(12, "at least")),
        ("no fewer than 30", from_(30, "at least")),
        ("200 or more", from_(200, "at least")),
        ("more than half a million", from_(500_000, "more than")),
        ("over 400,000", from_(400_000, "more than")),
        ("upwards of 60", from_(60, "more than")),
        ("as many as 17", up_to(17, "up to")),
        ("within 40", up_to(40, "up to")),
        ("up to 2,000", up_to(2000, "up to")),
        ("fewer than 100", up_to(100, "up to")),
        ("dozens", within(24, 99, "dozens")),
        ("a few dozen", within(24, 99, "dozens")),
        ("hundreds", within(200, 999, "hundreds")),
        ("several hundred", within(200, 999, "hundreds")),
        ("thousands", within(2000, 9999, "thousands")),
        ("tens of thousands", within(20_000, 99_999, "tens of thousands")),
        ("Hundreds of thousands", within(200_000, 999_999, "hundreds of thousands")),
        ("10 to 15", within(10, 15, "about")),
        ("10-15", within(10, 15, "about")),
        ("two or three", within(2, 3, "about")),
        ("between 10 and 15 million", within(10_000_000, 15_000_000, "about")),
        ("3 to 4 million", within(3_000_000, 4_000_000, "about")),
        ("50 percent", exactly(0.5)),
        ("80 per cent", exactly(0.8)),
        ("more than 60%", from_(0.6, "more than")),
        ("half", exactly(0.5)),
        ("two-thirds", exactly(0.67)),
        ("a", exactly(1)),
        ("no", exactly(0)),
    ],
)
def test_reads_the_whole_quantity(words: str, amount: Amount) -> None:
    assert read(words) == amount


@pytest.mark.parametrize("words", ["", "soldiers", "eight soldiers", "F-16", "M5", "third", "of", "12:30", "-"])
def test_reads_nothing_else(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("at least 12 people, three of them children", ["at least 12", "three"]),
        ("a convoy of 150-vehicle strength", ["150"]),
        ("an S-400 battery, two Su-25 jets and a T-72", ["two"]),
        ("The toll rose from 10 to 45.", ["10", "45"]),
        ("12, 13 and 14 were hit", ["12", "13", "14"]),
        ("half of the homes, a third of them new", ["Half", "a third"]),
        ("on the M5 at 12:30", []),
        ("the 2nd brigade", []),
    ],
)
def test_finds_quantities_in_running_text(text: str, expected: list[str]) -> None:
    found = [text[number.start : number.end] for number in scan(text)]
    assert [words.lower() for words in found] == [words.lower() for words in expected]


@given(st.text(max_size=200))
def test_any_text_can_be_scanned(text: str) -> None:
    end = 0
    for number in scan(text):
        assert end <= number.start <= number.core < number.end <= len(text)
        end = number.end


OTHERS = ("a", "and", "of", "about", "to", "-", "50", "%", "1,000")
WORDS = [*numbers().words, *numbers().scales, *numbers().fractions, *OTHERS]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_what_is_found_reads_alone_as_the_same_amount(words: list[str]) -> None:
    text = " ".join(words)
    for number in scan(text):
        assert read(text[number.start : number.end]) == number.amount


@given(st.integers(min_value=0, max_value=10**9))
def test_separators_change_nothing(number: int) -> None:
    assert read(f"{number:,}") == read(str(number)) == exactly(number)
