"""A line stands on its cited words, or it cannot be made."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.model.entries import ActorEntry, AnyEntry, Cite, FigureEntry, StatementEntry
from onrecord.publishing.sitrep.build import build
from onrecord.publishing.sitrep.claims import Claim, Day, Fixed, Name, Number, Passage, Words
from onrecord.publishing.sitrep.lines import Line, UnsupportedLine, passages
from onrecord.publishing.sitrep.numbers import numbers
from onrecord.publishing.sitrep.words import WORD, fold

QUOTE = "At least 12 soldiers were killed near Lowmere on Monday, Ardenian officials told Harbour Radio."
EVIDENCE = Passage("one.txt", 0, len(QUOTE), QUOTE)
HEADER = Passage("one.txt", 200, 209, "Ada Marsh", ("per",))


def line(*claims: Claim, also: tuple[Passage, ...] = ()) -> Line:
    return Line(claims, (EVIDENCE, *also))


@pytest.mark.parametrize(
    "claim, words",
    [
        (Number(value=12, low=12, qualifier="at least"), ["12"]),
        (Words("soldiers"), ["soldiers"]),
        (Words("soldiers … near Lowmere"), ["soldiers", "near Lowmere"]),
        (Words("soldiers Lowmere", loose=True), ["soldiers", "Lowmere"]),
        (Words("“told Harbour Radio,”", quoted=True), ["told Harbour Radio"]),
        (Name("Lowmere"), ["Lowmere"]),
        (Name("LÓWMERE"), ["Lowmere"]),
        (Name("Republic of Arden", ("Ardenian officials",)), ["Ardenian officials"]),
        (Name("Harbour Lowmere Radio"), ["Harbour", "Lowmere", "Radio"]),
    ],
)
def test_a_claim_marks_the_words_it_stands_on(claim: Claim, words: list[str]) -> None:
    assert [mark.span.of(QUOTE) for mark in line(claim).marks()] == words


@pytest.mark.parametrize(
    "forged",
    [
        Number(value=13),
        Number(value=120),
        Number(value=1),
        Number(value=None, low=24, high=99, qualifier="dozens"),
        Words("civilians"),
        Words("soldiers were wounded"),
        Words("Monday … soldiers … Tuesday"),
        Words("…"),
        Name("Highmere"),
        Name("Upper Lowmere"),
        Name("Borlandish officials"),
        Name("Republic of Borland", ("Borlandish officials",)),
        Day("2031-02-30"),
        Fixed("in Borland"),
        Fixed("some 12"),
    ],
)
def test_a_forged_line_is_refused(forged: Claim) -> None:
    with pytest.raises(UnsupportedLine, match="does not stand in the words cited"):
        line(Number(value=12), forged)


def test_a_refusal_is_an_error_of_the_one_tree() -> None:
    assert issubclass(UnsupportedLine, OnrecordError)


def test_a_line_needs_evidence() -> None:
    with pytest.raises(UnsupportedLine, match="no evidence"):
        Line((Fixed("so it is said"),), (HEADER,))


def test_support_backs_its_own_fields_only() -> None:
    assert line(Name("Marsh"), also=(HEADER,)).marks()
    with pytest.raises(UnsupportedLine):
        line(Number(value=7), also=(Passage("one.txt", 300, 301, "7", ("per",)),))


def test_a_name_known_by_other_words_shows_them() -> None:
    shown = line(Name("Republic of Borland", ("Ardenian officials",))).pieces()
    assert [(piece.kind, piece.text) for piece in shown] == [
        ("name", "Republic of Borland"),
        ("said", "Ardenian officials"),
    ]


@pytest.mark.parametrize(
    "basis, mark", [("inferred", "date inferred"), ("ruling", "date set by a person"), ("stated", None), (None, None)]
)
def test_a_date_that_no_report_states_says_so(basis: str | None, mark: str | None) -> None:
    assert [piece.text for piece in line(Day("2031-03-03", basis)).pieces()][1:] == ([mark] if mark else [])
    assert [piece.kind for piece in line(Day("2031-03-03", "stated")).pieces()] == ["day"]


def test_a_cite_must_be_what_stands_in_the_text(texts: dict[str, str]) -> None:
    good = Cite(doc="one.txt", start=0, end=10, quote="PORT ARDEN")
    assert passages([good], texts)[0].words == "PORT ARDEN"
    for bad in (
        msgspec.structs.replace(good, quote="PORT BORDEN"),
        msgspec.structs.replace(good, start=1, end=11),
        msgspec.structs.replace(good, doc="nowhere.txt"),
    ):
        with pytest.raises(UnsupportedLine, match="not those of its stored text"):
            passages([bad], texts)


FORGERIES: list[tuple[str, dict[str, object]]] = [
    ("f1", {"value": 21.0, "low": 21.0}),
    ("f1", {"of": "civilians"}),
    ("f1", {"place": "Highmere", "place_id": None}),
    ("f1", {"per": ("interior ministry",)}),
    ("f1", {"per": ("Ministry of Defence of Borland",), "per_ids": ("a2",)}),
    ("f2", {"value": 856000.0}),
    ("f3", {"per": ("Bela Marsh",)}),
    ("s1", {"says": "We will forgive every shell"}),
    ("s1", {"speaker": ("Bela Kiss",), "speaker_ids": ()}),
    ("s1", {"to": "parliament"}),
]


@pytest.mark.parametrize("which, changes", FORGERIES)
def test_a_forged_entry_makes_no_line(
    entries: list[AnyEntry], texts: dict[str, str], which: str, changes: dict[str, object]
) -> None:
    forged = [msgspec.structs.replace(entry, **changes) if entry.id == which else entry for entry in entries]
    report = build(forged, texts)
    assert len(report.refused) == 1
    assert build(entries, texts).refused == ()


def test_forged_aliases_do_not_help_a_name_that_is_nowhere(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    actor = ActorEntry(id="a9", cites=(), name="Bela Kiss", type="person", aliases=("Kiss", "Béla"))
    forged = [
        msgspec.structs.replace(entry, per=("Bela Kiss",), per_ids=("a9",)) if isinstance(entry, FigureEntry) else entry
        for entry in entries
    ]
    assert len(build([*forged, actor], texts).refused) == 4


def test_a_text_that_changed_after_the_record_carries_nothing(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    changed = {doc: text.replace("586,000", "856,000").replace("answer", "forget") for doc, text in texts.items()}
    report = build(entries, changed)
    assert {entry.id for entry in entries if isinstance(entry, FigureEntry | StatementEntry)} >= {"f2", "s1"}
    assert len(report.refused) == 2


@given(st.text(max_size=60), st.text(max_size=20), st.integers(0, 10**6))
def test_what_a_line_shows_stands_in_its_words(passage: str, said: str, number: int) -> None:
    cited = Passage("a.txt", 0, len(passage), passage)
    for claim in (Words(said), Words(said, quoted=True), Name(said), Number(value=number)):
        try:
            marks = Line((claim,), (cited,)).marks()
        except UnsupportedLine:
            continue
        marked = {fold(mark.span.of(passage)) for mark in marks}
        if isinstance(claim, Number):
            assert any(number in [found.value for found in numbers(words)] for words in marked)
        else:
            assert (
                set(WORD.findall(fold(said.split(" (")[0]))) == set(WORD.findall(" ".join(marked))) or len(marked) > 1
            )


def test_what_a_person_set_needs_no_passage() -> None:
    with pytest.raises(UnsupportedLine):
        Line((Number(value=17.0),), (EVIDENCE,))
    assert Line((Number(value=17.0),), (EVIDENCE,), ("17",)).marks() == ()
    with pytest.raises(UnsupportedLine):
        Line((Number(value=18.0),), (EVIDENCE,), ("17",))
