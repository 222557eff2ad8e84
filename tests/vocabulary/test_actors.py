"""The vocabularies of actors hold together: nothing twice, nothing that contradicts, nothing that cannot be found."""

from collections import Counter, defaultdict

import pytest

from onrecord.model.actors import TYPES
from onrecord.vocabulary import names
from onrecord.vocabulary.countries import country_named, country_of_capital, country_of_demonym
from onrecord.vocabulary.forces import class_of, classes, forces
from onrecord.vocabulary.known_actors import actor_named, fold, known_actors, persons, rows, words
from onrecord.vocabulary.titles import gender, is_leader, is_office, is_rank, is_role, titles

KNOWN = list(rows())


def test_no_form_stands_for_two_actors() -> None:
    bearers = defaultdict(set)
    for actor, forms in KNOWN:
        for form in forms:
            bearers[tuple((word.folded, word.shape == "upper") for word in words(form))].add(actor.key)
    assert {form: keys for form, keys in bearers.items() if len(keys) > 1} == {}


def test_no_actor_is_listed_twice() -> None:
    assert [key for key, count in Counter(actor.key for actor, _ in KNOWN).items() if count > 1] == []


def test_every_form_is_found_and_names_its_actor() -> None:
    dead = [form for actor, forms in KNOWN for form in forms if actor_named(form) != actor]
    assert dead == []


def test_types_and_countries_are_those_of_the_record() -> None:
    assert {actor.type for actor, _ in KNOWN} <= set(TYPES)
    unknown = {actor.country for actor, _ in KNOWN if actor.country}
    assert {name for name in unknown if (country := country_named(name)) is None or country.name != name} == set()


def test_no_form_of_an_actor_is_a_country_or_a_people() -> None:
    forms = [form for _, forms in KNOWN for form in forms]
    assert [form for form in forms if country_named(form) or country_of_demonym(form) or country_of_capital(form)] == []


def test_genders_are_m_or_f() -> None:
    assert {person.gender for person in persons()} <= {"m", "f"}


def test_given_names_are_listed_once_and_are_no_things() -> None:
    male, female, things = (names.listed(which) for which in ("male", "female", "things"))
    assert male & female == set()
    assert (male | female) & things <= {"Sabah", "April", "June", "August", "Ramadan"}


def test_each_noun_heads_one_class() -> None:
    table = forces()
    nouns = [*table.sources, *table.people, *table.media, *table.offices, *table.government, *table.groups]
    nouns += [*table.local, *table.powers]
    assert [noun for noun, count in Counter([*nouns, *table.services]).items() if count > 1] == []
    assert set(classes()) == {*nouns, *table.services}


def test_tables_by_country_name_countries() -> None:
    assert [name for name in (*forces().named, *forces().adjectives) if country_named(name) is None] == []
    assert set(forces().groups.values()) | set(forces().bodies.values()) <= set(TYPES)


def test_kinds_are_groups() -> None:
    assert forces().kinds <= set(forces().groups)


def test_kin_are_roles() -> None:
    assert [word for word in titles().kin if not is_role(word)] == ["friend"]


def test_leaders_are_offices() -> None:
    assert [word for word in titles().leaders if not is_office(word)] == []


@pytest.mark.parametrize(
    "text, found",
    [
        ("Fighters of al-Shabab and JNIM", ["Al-Shabaab", "Jama'at Nusrat al-Islam wal-Muslimin"]),
        ("who said so", []),
        ("WHO said so", ["World Health Organization"]),
        ("Hemedti met Abdel Fattah al-Burhan", ["Mohamed Hamdan Dagalo", "Abdel Fattah al-Burhan"]),
        ("the FARC's commanders", ["Revolutionary Armed Forces of Colombia"]),
        ("Zelenskyy’s office", ["Volodymyr Zelensky"]),
        ("The Tamil Tigers shelled", ["Liberation Tigers of Tamil Eelam"]),
        ("U.N. Security Council members", ["United Nations Security Council"]),
    ],
)
def test_known_names_in_a_text(text: str, found: list[str]) -> None:
    assert [hit.actor.name for hit in known_actors(text)] == found


@pytest.mark.parametrize(
    "phrase, found",
    [
        ("Syrian government forces", ("government forces", "force")),
        ("Sudanese army", ("army", "force")),
        ("the foreign ministry", ("ministry", "office")),
        ("Houthi rebels", ("rebels", "group")),
        ("a senior diplomat", ("diplomat", "source")),
        ("the weather", None),
    ],
)
def test_the_class_of_a_phrase(phrase: str, found: tuple[str, str] | None) -> None:
    assert class_of(phrase) == found


def test_titles() -> None:
    assert is_office("Deputy Prime Minister")
    assert is_office("defence minister")
    assert is_leader("President")
    assert is_rank("Maj. Gen.")
    assert is_role("human rights activist")
    assert not is_office("table")
    assert (gender("Spokeswoman"), gender("Mr"), gender("minister")) == ("f", "m", "")


def test_folding() -> None:
    assert fold("Hay’at Tahrir al-Šām") == "hayat tahrir al sham".replace("sham", "sam")
