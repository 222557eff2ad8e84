"""One key for the spellings of a name, and none for the names of two people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary.known_actors import actor_of, fold, persons, split
from onrecord.vocabulary.name_spelling import _spellings, spelt
from onrecord.vocabulary.spelling import settled

ONE = [
    ("Ahmad al-Bashir", "Ahmed Bashir"),
    ("Mohammed Hamdan Dagalo", "Muhammad Hamdan Dagalo"),
    ("Abdel Fattah Burhan", "Abdul-Fatah al-Burhan"),
    ("Abdelaziz al-Hilu", "Abdul Aziz el-Hilu"),
    ("Abderrahman Youssoufi", "Abdel Rahman Yousoufi"),
    ("Abdullah Saleh", "Abdallah Salih"),
    ("Youssef al-Otaibi", "Yusuf Otaibi"),
    ("Mustafa Kouri", "Moustapha Koury"),
    ("Qassem Soleimani", "Qasem Suleimani"),
    ("Sergey Shoigu", "Sergei Shoigu"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Dmitriy Polyanskiy", "Dmitry Polyansky"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
    ("James T. Conway", "James Conway"),
    ("Leyla Aliyeva", "Leila Aliyeva"),
]
TWO = [
    ("Ali Hassan", "Ali Hussein"),
    ("Mohammed Salem", "Mohammed Salim"),
    ("Mohammed Saad", "Mohammed Said"),
    ("Omar Saleh", "Omar Salah"),
    ("Ahmed Hamid", "Ahmed Hamad"),
    ("Khaled Omar", "Khalil Omar"),
    ("Amr Nasser", "Omar Nasser"),
    ("Vladimir Klymenko", "Volodymyr Klymenko"),
    ("John Allen", "John Allan"),
    ("Bill Rogers", "Will Rogers"),
    ("Maria Lopez", "Mario Lopez"),
    ("George H.W. Bush", "George W. Bush"),
    ("Saif al-Islam Gaddafi", "Saif al-Arab Gaddafi"),
    ("Aslan Maskhadov", "Ruslan Maskhadov"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert actor_of(one, "person").key == actor_of(other, "person").key


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people_have_two(one: str, other: str) -> None:
    assert actor_of(one, "person").key != actor_of(other, "person").key


@pytest.mark.parametrize("name", ["Haftar", "al-Sarraj", "Dagalo", "Okello"])
def test_a_surname_alone_stays_as_it_is_written(name: str) -> None:
    assert spelt(fold(name)) == fold(name)


def test_no_two_people_of_the_vocabulary_share_a_key() -> None:
    known: dict[str, str] = {}
    for person in persons():
        for form in (person.name, *(form for form in split(person.forms) if " " in form)):
            assert known.setdefault(spelt(fold(form)), person.name) == person.name


def test_a_spelling_belongs_to_one_name() -> None:
    rows = (*_spellings().arabic, *_spellings().slavic)
    spellings = [word for row in rows for word in row.split()]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("one", "other"), [("Nawfaliya", "al-Nawfaliyah"), ("Deir Hafir", "Deir al-Hafir"), ("Tajoura", "Tajura")]
)
def test_a_place_that_no_list_holds_is_one_under_its_spellings(one: str, other: str) -> None:
    assert settled(one) == settled(other)


@pytest.mark.parametrize(("one", "other"), [("Kafr Nabl", "Kafr Nubul"), ("Dabiq", "Dibsi"), ("Sarir", "Sirte")])
def test_places_of_other_names_are_two(one: str, other: str) -> None:
    assert settled(one) != settled(other)


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert spelt(spelt(fold(text))) is not None
