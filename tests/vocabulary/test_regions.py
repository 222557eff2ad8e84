"""Regions people speak of, and the words that make a place of a name."""

import pytest

from onrecord.vocabulary.countries import countries
from onrecord.vocabulary.place_words import place_words, region_named, regions


@pytest.mark.parametrize(
    "text, name, country",
    [
        ("Donbass", "Donbas", "Ukraine"),
        ("Darfur", "Darfur", "Sudan"),
        ("Karabakh", "Nagorno-Karabakh", "Azerbaijan"),
        ("Gaza", "Gaza Strip", "Palestine"),
        ("Cyrenaica", "Cyrenaica", "Libya"),
        ("Catatumbo", "Catatumbo", "Colombia"),
        ("Arakan", "Rakhine", "Myanmar"),
    ],
)
def test_names(text: str, name: str, country: str) -> None:
    region = region_named(text)
    assert region is not None
    assert region.name == name
    assert [each.name for each in region.countries] == [country]
    assert region.precision == "province"


def test_a_region_of_many_countries_is_as_wide_as_one() -> None:
    sahel = region_named("Sahel")
    assert sahel is not None
    assert sahel.precision == "country"


def test_regions_lie_on_earth_and_in_known_countries() -> None:
    for region in regions().values():
        assert -90 <= region.point[0] <= 90
        assert -180 <= region.point[1] <= 180
        assert set(region.inside) <= countries().keys()


def test_words_are_in_lower_case_and_contradict_nothing() -> None:
    words = place_words()
    for listed in (words.kinds, words.areas, words.within, words.towards, words.moves, words.takes, words.never):
        assert all(word == word.lower() for word in listed)
    assert set(words.kinds.values()) == {"city", "province", "district"}
    assert not words.within & words.towards
    assert not words.never & words.calendar
