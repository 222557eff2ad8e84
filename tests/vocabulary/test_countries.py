"""Countries by name, people, capital and seat of government."""

import pytest

from onrecord.vocabulary import countries as c


@pytest.mark.parametrize(
    "text, iso3",
    [
        ("Syria", "SYR"),
        ("Syrian Arab Republic", "SYR"),
        ("Burma", "MMR"),
        ("Türkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DR Congo", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("the Gambia", "GMB"),
        ("Britain", "GBR"),
        ("the US", "USA"),
        ("U.S.", "USA"),
        ("Czechia", "CZE"),
        ("Kosovo", "XKX"),
        ("South Sudan", "SSD"),
    ],
)
def test_names_old_and_new(text: str, iso3: str) -> None:
    country = c.country_named(text)
    assert country is not None
    assert country.iso3 == iso3


@pytest.mark.parametrize("text", ["syria", "us", "us ", "", "Turk", "Damascus", "turkey"])
def test_case_and_kind_matter(text: str) -> None:
    assert c.country_named(text) is None


@pytest.mark.parametrize(
    "word, name",
    [
        ("Syrian", "Syria"),
        ("Turks", "Turkey"),
        ("Sudanese", "Sudan"),
        ("Burmese", "Myanmar"),
        ("Azeri", "Azerbaijan"),
        ("Emirati", "United Arab Emirates"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("British", "United Kingdom"),
        ("Filipino", "Philippines"),
    ],
)
def test_people(word: str, name: str) -> None:
    country = c.country_of_demonym(word)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize(
    "capital, name",
    [("Damascus", "Syria"), ("Kiev", "Ukraine"), ("Kyiv", "Ukraine"), ("Sana'a", "Yemen"), ("N'Djamena", "Chad")],
)
def test_capitals(capital: str, name: str) -> None:
    country = c.country_of_capital(capital)
    assert country is not None
    assert country.name == name


@pytest.mark.parametrize(
    "text, name", [("Kremlin", "Russia"), ("the White House", "United States"), ("Élysée", "France")]
)
def test_seats(text: str, name: str) -> None:
    country = c.seat(text)
    assert country is not None
    assert country.name == name


def test_a_word_names_one_country_only() -> None:
    owners: dict[str, set[str]] = {}
    for iso2, row in c._rows().items():
        for name in (row.name, *row.names):
            owners.setdefault(name, set()).add(iso2)
    assert not {name: who for name, who in owners.items() if len(who) > 1}
    people: dict[str, set[str]] = {}
    for country in c.countries().values():
        for word in country.demonyms:
            people.setdefault(word, set()).add(country.iso2)
    assert not {word: who for word, who in people.items() if len(who) > 1}


def test_every_row_is_whole() -> None:
    for iso2, country in c.countries().items():
        assert len(iso2) == 2
        assert len(country.iso3) == 3
        assert country.capital
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
    assert {country.iso2 for country in c.seats().values()} <= c.countries().keys()
