"""The page of one entry: the words marked where they stand, tellings by voice, copies folded, values understood."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import AnyEntry, CopyEntry, DisputeEntry
from onrecord.model.kinds import KINDS
from onrecord.model.spans import Span
from onrecord.web.fields import by_rule, fields, plain
from onrecord.web.passages import MARK, NEAR, NEIGHBOUR, passage
from onrecord.web.sight import Sight
from onrecord.web.tellings import Told, tellings, voices

EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def sight(read_once: Path) -> Iterator[Sight]:
    with Record(read_once, create=False) as record, record.reading() as reader:
        yield Sight(reader)


def every(sight: Sight) -> Iterator[AnyEntry]:
    for kind in KINDS:
        yield from sight.reader.entries(kind)


def told_by_most(sight: Sight, kind: str) -> AnyEntry:
    return max(sight.reader.entries(kind), key=lambda each: each.origins.reports if each.origins else 0)


def marked(told: Told) -> list[tuple[int, int]]:
    return [(each.start, each.start + len(each.text)) for each in told.pieces if each.what == MARK]


def test_every_mark_is_a_cite(sight: Sight) -> None:
    number = 0
    for entry in every(sight):
        told = tellings(sight, entry)
        texts = sight.reader.texts({each.report.doc for each in told})
        quotes = {(cite.doc, cite.start, cite.end): cite.quote for cite in entry.cites}
        for each in told:
            for start, end in marked(each):
                assert texts[each.report.doc][start:end] == quotes[each.report.doc, start, end]
                number += 1
    assert number > 300


def test_every_piece_stands_where_it_says(sight: Sight) -> None:
    for entry in every(sight):
        told = tellings(sight, entry)
        texts = sight.reader.texts({each.report.doc for each in told})
        for each in told:
            for piece in each.pieces:
                assert texts[each.report.doc].startswith(piece.text, piece.start)


@given(st.text(alphabet="aé.!? \n\u202e“”", max_size=900), st.lists(st.tuples(st.integers(0, 899), st.integers(1, 90))))
def test_marks_and_neighbours_of_any_text(text: str, given_: list[tuple[int, int]]) -> None:
    spans = [Span(start, min(start + size, len(text))) for start, size in given_ if start < len(text)]
    pieces = passage(text, spans)
    at = 0
    for piece in pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert piece.start >= at
        at = piece.start + len(piece.text)
    shown = {
        place for piece in pieces if piece.what == MARK for place in range(piece.start, piece.start + len(piece.text))
    }
    wanted = {place for span in spans for place in range(span.start, span.end)}
    assert shown <= wanted
    assert all(text[place].isspace() for place in wanted - shown)
    near = [piece for piece in pieces if piece.what == NEIGHBOUR and spans]
    edges = min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
    assert all(edges[0] - NEAR <= each.start and each.start + len(each.text) <= edges[1] + NEAR for each in near)


def test_what_was_cut_away_is_no_neighbour() -> None:
    text = "SHARE THIS. Nine people died on Monday. Read more here."
    start = text.index("Nine")
    pieces = passage(text, [Span(start, start + 16)], [Span(0, 12), Span(text.index("Read"), len(text))])
    assert "".join(each.text for each in pieces) == "Nine people died on Monday. "


def test_a_sentence_that_is_broken_off_says_so() -> None:
    long = "and on it went " * 40
    pieces = passage(f"{long}five died {long}", [Span(len(long), len(long) + 9)])
    assert [each.what for each in pieces] == ["more", NEIGHBOUR, MARK, NEIGHBOUR, "more"]


def test_words_far_apart_leave_a_gap() -> None:
    text = f"He said so. {'And more of it. ' * 40}Five died."
    pieces = passage(text, [Span(0, 11), Span(len(text) - 10, len(text))])
    assert [each.what for each in pieces] == [MARK, "gap", MARK]


def test_copies_are_one_telling_of_one_voice(sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    assert figure.origins is not None
    assert figure.origins.reports == 3
    said, themselves = voices(tellings(sight, figure))
    assert [person.name for person in said.by] == ["governor of the neighbouring Turkish province of Hatay"]
    assert [wording.reports for wording in said.wordings] == [3]
    assert themselves.by == ()


def test_the_page_says_what_is_on_record(client: TestClient, sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    page = client.get(f"/entry/{figure.id}")
    assert page.status_code == 200
    for words in (
        "In their words",
        "The same words in 2 more reports",
        "Where accounts differ",
        "Why these are one entry",
    ):
        assert words in page.text
    assert re.search(r"<mark>[^<]*33 Turkish soldiers", page.text)
    assert "a day, reckoned from that of the report" in page.text
    assert ">inferred<" in page.text


def test_entries_of_every_kind_have_a_page(client: TestClient, sight: Sight) -> None:
    for kind in KINDS:
        for entry in islice(sight.reader.entries(kind), 8):
            assert client.get(f"/entry/{entry.id}").status_code == 200, (entry.kind, entry.id)


def test_an_observation_leads_to_the_entry_that_holds_it(client: TestClient, sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    other = next(id_ for id_ in sight.reader.first_told(figure.id, 10) if id_ != figure.id)
    page = client.get(f"/entry/{other}", follow_redirects=False)
    assert page.status_code == 200
    assert f'<link rel="canonical" href="/entry/{figure.id}">' in page.text


@pytest.mark.parametrize("id_", ["0" * 16, "none", "%3Cscript%3E", "a" * 400, "..%2F..%2Fetc"])
def test_unknown_ids_are_told_in_words(client: TestClient, id_: str) -> None:
    page = client.get(f"/entry/{id_}")
    assert page.status_code == 404
    assert "<script>" not in page.text
    assert client.get(f"/entry/{id_}.json").json()["error"]["status"] == 404


def test_programs_get_the_entry_and_how_it_was_understood(client: TestClient, sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    (row,) = client.get(f"/entry/{figure.id}.json").json()["rows"]
    assert row["id"] == figure.id
    value = next(each for each in row["understood"] if (each["field"], each["value"]) == ("value", "33"))
    assert (value["rule"], value["words"]) == ("number", ["33"])
    (line,) = csv.DictReader(io.StringIO(client.get(f"/entry/{figure.id}.csv").text))
    assert line["id"] == figure.id


def test_a_dispute_names_each_side_over_its_words(client: TestClient, sight: Sight) -> None:
    dispute = next(iter(sight.reader.entries("dispute")))
    assert isinstance(dispute, DisputeEntry)
    page = client.get(f"/entry/{dispute.id}").text
    assert "Where accounts differ" in page
    assert "The reports themselves" not in page
    for over in dispute.over_ids:
        assert f'href="/entry/{over}"' in page


def test_a_copy_shows_both_reports_side_by_side(client: TestClient, sight: Sight) -> None:
    copy = next(each for each in sight.reader.entries("copy") if isinstance(each, CopyEntry))
    told = tellings(sight, copy)
    assert [each.report.doc for each in told] == list(copy.docs)
    cited = {(cite.doc, cite.start, cite.end) for cite in copy.cites}
    assert {(each.report.doc, *place) for each in told for place in marked(each)} == cited
    page = client.get(f"/entry/{copy.id}").text
    assert "How alike they are" in page
    assert f'href="/beside/{told[0].report.id}~{told[1].report.id}"' in page


def test_there_is_no_part_after_the_last(client: TestClient, sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    assert client.get(f"/entry/{figure.id}?page=2").status_code == 404


def test_what_was_known_on_a_day(client: TestClient, sight: Sight) -> None:
    figure = told_by_most(sight, "figure")
    page = client.get(f"/entry/{figure.id}?as_of=2020-02-28")
    while page.status_code == 202:
        page = client.get(f"/entry/{figure.id}?as_of=2020-02-28")
    assert page.status_code == 200
    assert "2020-02-29" not in page.text
    assert "29 Feb 2020" not in page.text


def test_hostile_reports_do_no_harm(hostile: TestClient) -> None:
    for listed in ("figures", "statements", "events", "control", "reports", "actors", "places", "contacts"):
        for row in hostile.get(f"/{listed}.json").json()["rows"]:
            page = hostile.get(f"/entry/{row['id']}")
            assert page.status_code == 200
            assert EVIL not in page.text
            assert "<img src=x" not in page.text
            assert "\u202e" not in page.text
            assert len(page.text) < 100_000


def test_what_a_rule_is_called() -> None:
    assert by_rule("verbatim") == "as it stands"
    assert by_rule("coreference to alias") == "stands for a name given elsewhere in the report"
    assert by_rule("some other rule") == "some other rule"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (1_100_000.0, "1,100,000"),
        ("2020-02-07", "7 Feb 2020"),
        (("2020-02", "2020-03"), "Feb 2020, Mar 2020"),
        (["held", "planned"], "held, planned"),
    ],
)
def test_values_in_plain_words(value: object, words: str) -> None:
    assert plain(value) == words


def test_every_field_of_every_kind_is_called_something(sight: Sight) -> None:
    for entry in every(sight):
        for field in fields(entry):
            assert field.label[0].isupper() or not field.label[0].isalpha()
            assert "_" not in field.label
            assert field.values
