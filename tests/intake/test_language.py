"""In which language a text is, short ones above all: a line of English is read, a line of another language is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.language import UNKNOWN, language
from onrecord.vocabulary.english import english, is_english
from onrecord.vocabulary.measures import plain
from onrecord.vocabulary.reporting import verbs
from onrecord.vocabulary.unnamed import nouns


@pytest.mark.parametrize(
    "text",
    [
        "7 soldiers were killed in Sarmin.",
        "Two dead in Kharkiv.",
        "Rebels seize Mongbwalu.",
        "Clashes erupted in Khartoum.",
        "Taliban take Kunduz",
        "M23 rebels entered Goma on Sunday.",
        "Protesters were shot in Yangon.",
        "Landmine kills four soldiers in Arauca.",
        "12 wounded.",
        "TWO KILLED IN KABUL",
        "Ceasefire talks in Juba",
        "Yemen: three children die in Hodeidah",
    ],
)
def test_a_short_english_text_is_english(text: str) -> None:
    assert language([text]) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "7 soldats ont été tués à Sarmin.",
        "Cinq morts à Gaza.",
        "ONU: 12 morts",
        "Attaque à Ouagadougou: 12 morts",
        "Sarmin'de 7 asker öldürüldü.",
        "Uc asker oldu.",
        "Afrin'de saldırı",
        "مقتل 7 جنود في سرمين.",
        "قصف على إدلب",
        "Cuatro muertos en Cauca",
        "El ELN ataca en Catatumbo.",
        "Семь солдат погибли в Сармине.",
        "Zwei Tote in Charkiw",
        "Bomba a Kabul, due morti",
        "Doden in Gaza",
        "Tujuh tentara tewas di Papua.",
        "Wanajeshi saba wameuawa Goma.",
    ],
)
def test_a_short_text_of_another_language_is_not(text: str) -> None:
    assert language([text]) != "en"


@pytest.mark.parametrize("text", ["", "Sarmin", "12", "—", "Goma, Bukavu, Beni"])
def test_what_has_no_words_but_names_tells_nothing(text: str) -> None:
    assert language([text]) == UNKNOWN


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_has_a_code(lines: list[str]) -> None:
    assert len(language(lines)) in (2, 3)


def test_words_of_news_are_listed_once_for_all_files() -> None:
    listed = [word for word in english().news if plain(word) or word in verbs() or word in nouns()]
    assert listed == []
    assert is_english("mortars")
