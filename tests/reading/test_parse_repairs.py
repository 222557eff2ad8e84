"""What the parse gets wrong for certain: "-ing" nouns taken for verbs, plain forms without their "e"."""

import pytest

from onrecord.reading.language import Parser


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Shelling hit a school in Kherson.", "nsubj"),
        ("Looting near the port continued in Aden.", "nsubj"),
        ("Shelling by the army destroyed a hospital in Taiz.", "nsubj"),
        ("Shelling was reported in Marib.", "nsubjpass"),
    ],
)
def test_what_a_verb_is_said_of_is_a_noun(parser: Parser, text: str, role: str) -> None:
    word = parser.parse([text])[0][0]
    assert (word.pos_, word.tag_, word.lemma_, word.dep_) == ("NOUN", "NN", word.lower_, role)


@pytest.mark.parametrize(
    "text", ["Fighting corruption remains hard.", "Shelling the town, the army killed six.", "Being late, they left."]
)
def test_what_has_an_object_or_hangs_on_a_verb_stays(parser: Parser, text: str) -> None:
    assert parser.parse([text])[0][0].pos_ in ("VERB", "AUX")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Fighting raged in Goma.", "rage"),
        ("The rebels staged an attack.", "stage"),
        ("They were sniping from roofs.", "snipe"),
        ("Police stopped the convoy.", "stop"),
        ("The army mixed its units.", "mix"),
    ],
)
def test_a_plain_form_keeps_its_e(parser: Parser, text: str, plain: str) -> None:
    assert plain in [word.lemma_ for word in parser.parse([text])[0] if word.pos_ == "VERB"]


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        (
            "A jet bombed a village on Tuesday, an official from the Union, or KNU, and residents told Reuters.",
            -4,
            "conj",
        ),
        ("Aster Bekele, spokesman for the Oromo Party (OP), said on Radio Finfinne that it was over.", 3, "appos"),
    ],
)
def test_a_verb_has_one_subject(parser: Parser, text: str, word: int, role: str) -> None:
    assert parser.parse([text])[0][word].dep_ == role


def test_a_noun_that_a_clause_follows_and_no_verb_is_a_verb(parser: Parser) -> None:
    claim = parser.parse(["The Houthis claim that their raids are meant to break the siege of Gaza."])[0][2]
    assert (claim.pos_, claim.nbor(-1).dep_) == ("VERB", "nsubj")
    assert "ccomp" in [child.dep_ for child in claim.rights]
