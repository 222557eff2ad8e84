"""The page of a report: every observation in place, all of the text, no harm from it; two reports side by side."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.documents import Cut, Document, Part
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.publishing.sitrep.words import UNSAFE, named
from onrecord.web import stretches
from onrecord.web.alignment import aligned
from onrecord.web.app import application
from onrecord.web.asked import Asked
from onrecord.web.links import ServerLinks
from onrecord.web.marking import CLOSE, OPEN, WORDS, Mark, Piece, pieces
from onrecord.web.stretches import LONGEST, PART, paragraphs, stretch

HERE = "http://127.0.0.1"
OVERRIDE, BELL, SCRIPT = "\u202e", "\x07", "<script>alert(1)</script>"


class Read(HTMLParser):
    """A page as a reader has it: the words of the text, marked words, places, margins; whether its tags are closed."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "hr"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.crossed: list[str] = []
        self.text: list[str] = []
        self.marked: list[str] = []
        self.places: dict[str, str] = {}
        self.scripts = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.scripts += tag == "script"
        if tag not in self.VOID:
            self.open.append((tag, known.get("class") or ""))
        if tag == "span" and (name := known.get("id")):
            self.places[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop()[0] != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "p" in tags and ("div", "passage") in self.open and "aside" not in tags and self.open[-1][1] != "why":
            self.text.append(data)
            self.marked.append(data if self.open[-1][1].split()[:1] in (["u"], ["n"]) else "|")

    @property
    def words(self) -> str:
        return "".join("".join(self.text).split())


def document(name: str, text: str, **fields: object) -> Document:
    return Document(name=name, text=text, parts=(Part(span=Span(0, len(text))),), language="en", **fields)  # type: ignore[arg-type]


def report_of(client: TestClient, doc: str) -> str:
    """The address of the report of that name."""
    rows = client.get("/reports.json").json()["rows"]
    return f"/report/{next(row['id'] for row in rows if row['doc'] == doc)}"


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A record of reports that mean harm, or are long, or hold several."""
    fine = "The army killed 12 soldiers in Aleppo on Monday, the defence ministry said."
    two = f"First report\n\n{fine}\n\nSecond report\n\nRebels captured two villages near Idlib, a monitor said."
    start = two.index("Second")
    parts = (
        Part(
            span=Span(0, start),
            title=Said("First report", "verbatim", (Span(0, 12),)),
            published=Said("2020-02-03", "column", ()),
        ),
        Part(span=Span(start, len(two)), title=Said("Second report", "verbatim", (Span(start, start + 13),))),
    )
    documents = [
        document("hostile.txt", f"{SCRIPT}{OVERRIDE} in a headline\n\n{fine} {BELL}\n\n{OVERRIDE}\n\nLast words."),
        document("word.txt", f"{fine}\n\n{'x' * 2_000_000}\n\n{fine.replace('12', '14')}"),
        document("long.txt", f"\n{' ' * 700}\n".join(f"{fine} This is paragraph {n}." for n in range(120))),
        Document(name="joined.txt", text=two, parts=parts, language="en"),
        document("empty.txt", " \n"),
        document("arabic.txt", "قال الجيش إن 12 جنديا قتلوا في حلب يوم الاثنين."),
        document(
            "cut.txt",
            f"{fine}\n\nAdvertisement\n\nHe said more.",
            cuts=(Cut(Span(len(fine) + 2, len(fine) + 15), "advertisement"),),
        ),
    ]
    path = tmp_path_factory.mktemp("others") / "others.record"
    with Record(path) as record:
        record.add(documents)
    with TestClient(application(Record(path, create=False)), base_url=HERE) as client:
        yield client


def test_all_of_the_text_is_there_and_what_was_read_is_marked(client: TestClient, read_once: Path) -> None:
    with Record(read_once, create=False) as record:
        texts = record.texts()
    for doc, text in texts.items():
        read = Read(client.get(report_of(client, doc)).text)
        assert read.words == "".join(named(text).split()), doc
        assert not read.crossed, doc
        assert set(read.marked) > {"|"}, doc


def test_marks_are_the_words_that_were_read(client: TestClient) -> None:
    read = Read(client.get(report_of(client, "05-bosphorus-post-ultimatum.txt")).text)
    marked = "".join(read.marked)
    for words in ("Fourteen", "warned", "3.6 million Syrian refugees", "Kremlin", "until the end of February"):
        assert words in marked


def test_every_cite_of_an_entry_has_its_place(client: TestClient) -> None:
    address = report_of(client, "05-bosphorus-post-ultimatum.txt")
    places = Read(client.get(address).text).places
    for name in ("figures", "statements", "events"):
        for row in client.get(f"/{name}.json", params={"q": "Turkey"}).json()["rows"]:
            for cite in row["cites"]:
                if cite["doc"] == "05-bosphorus-post-ultimatum.txt":
                    assert f"c{cite['start']}-{cite['end']}" in places


def test_the_margin_says_what_was_read_and_leads_to_its_entry(client: TestClient) -> None:
    page = client.get(report_of(client, "05-bosphorus-post-ultimatum.txt")).text
    notes = re.findall(r'<div class="note" data-of="([0-9a-f]+)"><a class="kind" href="#(c\d+-\d+)"', page)
    assert len(notes) >= 15
    places = Read(page).places
    for entry, place in notes:
        assert place in places
        assert client.get(f"/entry/{entry}").status_code == 200


def test_what_was_cut_away_is_shown_with_its_reason(client: TestClient) -> None:
    page = client.get(report_of(client, "05-bosphorus-post-ultimatum.txt")).text
    for reason in ("date header", "advertisement", "dateline", "related links", "newsletter"):
        assert f"left out: {reason}" in page


def test_how_the_date_is_known_stands_above_the_text(client: TestClient) -> None:
    stated = client.get(report_of(client, "05-bosphorus-post-ultimatum.txt")).text
    inferred = client.get(report_of(client, "07-vow-undated.txt")).text
    assert "date header" in stated
    assert "date inferred" not in stated
    assert "date inferred" in inferred


def test_copies_lead_to_both_reports_side_by_side(client: TestClient) -> None:
    one, other = (
        report_of(client, doc).rpartition("/")[2]
        for doc in ("12-coastal-daily-air-strike.txt", "11-harbour-wire-air-strike.txt")
    )
    assert f"/beside/{one}~{other}" in client.get(f"/report/{one}").text
    for first, second in ((one, other), (other, one)):
        page = client.get(f"/beside/{first}~{second}")
        assert page.status_code == 200
        assert "same wire text" in page.text
        assert 'class="differs"' in page.text
        assert "only in the left report" in page.text
    rows = client.get(f"/beside/{one}~{other}.json").json()["rows"]
    assert rows
    assert all(row["start"] < row["end"] and row["other_start"] < row["other_end"] for row in rows)


def test_links_from_the_comparison_lead_to_places(client: TestClient) -> None:
    one, other = (
        report_of(client, doc).rpartition("/")[2]
        for doc in ("12-coastal-daily-air-strike.txt", "11-harbour-wire-air-strike.txt")
    )
    page = client.get(f"/beside/{one}~{other}").text
    for report, place in re.findall(r'href="(/report/[0-9a-f]+)#(c\d+-\d+)"', page):
        assert place in Read(client.get(report).text).places


def test_rows_for_programs_say_what_stands_where(client: TestClient) -> None:
    address = report_of(client, "05-bosphorus-post-ultimatum.txt")
    first, *rows = client.get(f"{address}.json").json()["rows"]
    assert first["kind"] == "document"
    assert {"statement", "figure", "event", "actor", "place", "date"} <= {row["kind"] for row in rows}
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert client.get(f"{address}.csv").status_code == 200


@pytest.mark.parametrize("address", ["/report/0000", "/report/..%2f..", "/beside/0000~1111", "/beside/0000"])
def test_where_there_is_no_report_is_said(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert set(client.get(f"{address}.json").json()) == {"error"}


def test_an_entry_that_is_no_report_has_no_report_page(client: TestClient) -> None:
    figure = client.get("/figures.json").json()["rows"][0]["id"]
    assert client.get(f"/report/{figure}").status_code == 404


def test_a_part_that_is_not_there_is_said(client: TestClient) -> None:
    address = report_of(client, "05-bosphorus-post-ultimatum.txt")
    assert client.get(address, params={"page": 2}).status_code == 400


def test_nothing_in_a_report_is_run_or_turns_the_page_round(others: TestClient) -> None:
    page = others.get(report_of(others, "hostile.txt")).text
    assert SCRIPT not in page
    assert "&lt;script&gt;alert(1)" in page
    assert Read(page).scripts == 2, "those of the page itself"
    assert not [char for char in page if char not in "\n\r\t" and unicodedata.category(char) in UNSAFE]
    assert page.count("[U+202E]") >= 2, "what has no shape is named, also where it stands alone"
    assert "[U+0007]" in page


def test_a_word_of_two_million_letters_is_shown_in_parts(others: TestClient) -> None:
    address = report_of(others, "word.txt")
    first = others.get(address)
    assert first.status_code == 200
    assert len(first.text) < 10 * PART
    assert "Part 1 of 51" in first.text
    middle, last = (Read(others.get(address, params={"page": n}).text) for n in (20, 51))
    assert set(middle.words) == {"x"}
    assert PART <= len(middle.words) <= PART + 2 * LONGEST
    assert "14soldiers" in last.words
    assert not last.crossed


def test_a_cite_in_a_long_report_leads_to_its_part(others: TestClient) -> None:
    address = report_of(others, "long.txt")
    read = [others.get(address, params={"page": n}).text for n in (1, 2, 3)]
    rows = others.get(f"{address}.json", params={"page": 3}).json()["rows"][1:]
    start, end = rows[5]["start"], rows[5]["end"]
    link = ServerLinks(Asked()).to("report", address.rpartition("/")[2], at=f"c{start}-{end}")
    assert f"page={start // PART + 1}" in link
    assert f'id="c{start}-{end}"' in others.get(link.partition("#")[0]).text
    assert all("← part" in text for text in read[1:])


def test_reports_joined_in_one_page_are_told_apart(others: TestClient) -> None:
    page = others.get(report_of(others, "joined.txt")).text
    assert "Report 1 of 2 on this page" in page
    assert "Report 2 of 2 on this page" in page
    assert "date not known" in page or "date inferred" in page
    assert page.index("Report 1 of 2") < page.index("12 soldiers") < page.index("Report 2 of 2")


@pytest.mark.parametrize("doc", ["empty.txt", "arabic.txt", "cut.txt"])
def test_odd_reports_have_their_page(others: TestClient, doc: str) -> None:
    page = others.get(report_of(others, doc))
    assert page.status_code == 200
    assert not Read(page.text).crossed


MARKS = st.builds(
    lambda start, long, of, is_name: Mark(start, start + long, of, is_name),
    st.integers(0, 80),
    st.integers(1, 40),
    st.sampled_from(["", "a", "b"]),
    st.booleans(),
)
SPANS = st.builds(lambda start, long: Span(start, start + long), st.integers(0, 80), st.integers(1, 60))


@given(
    st.text(min_size=1, max_size=90),
    st.lists(SPANS, max_size=6, unique=True),
    st.lists(MARKS, max_size=6),
    st.lists(SPANS, max_size=3),
)
def test_pieces_hold_all_words_and_every_passage_whole(
    text: str, cited: list[Span], marks: list[Mark], cuts: list[Span]
) -> None:
    within = Span(0, len(text))
    found = pieces(text, within, cited, marks, [(cut, "byline") for cut in cuts])
    assert "".join(piece.words for piece in found) == named(text)
    held: list[Piece] = []
    words: dict[str, str] = {}
    for piece in found:
        if piece.what == OPEN:
            held.append(piece)
        elif piece.what == CLOSE:
            held.pop()
        else:
            assert piece.what == WORDS
            for each in held:
                name = each.anchor or each.goes_on
                words[name] = words.get(name, "") + piece.words
    assert not held
    for span in cited:
        if span.start < len(text):
            assert words[f"c{span.start}-{span.end}"] == named(span.of(text))
    anchors = [piece.anchor for piece in found if piece.anchor]
    assert len(anchors) == len(set(anchors)), "a name stands once on a page"


@given(st.text(max_size=400), st.lists(MARKS, max_size=6))
def test_words_are_marked_exactly_where_they_stand(text: str, marks: list[Mark]) -> None:
    at = 0
    plain = [named(char) for char in text]
    covered = [any(mark.start <= n < mark.end and not mark.is_name for mark in marks) for n in range(len(text))]
    for piece in pieces(text, Span(0, len(text)), [], marks, []):
        long = 0
        while long < len(text) - at and len("".join(plain[at : at + long])) < len(piece.words):
            long += 1
        assert set(covered[at : at + long]) <= {piece.is_found}
        at += long
    assert at == len(text)


@given(st.text(alphabet=st.sampled_from("ab \n\t.\u202e\x00\u200b#é"), max_size=300))
def test_paragraphs_leave_out_nothing_but_white_space(text: str) -> None:
    found = paragraphs(text, Span(0, len(text)))
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


@given(st.integers(0, 5), st.integers(1, 2000))
def test_every_word_is_on_the_page_that_is_named_for_it(number: int, long: int) -> None:
    text = ("word " * long + "\n\n") * (3 * PART // (5 * long) + 1)
    start = min(number * PART // 2, len(text) - 8)
    page = stretches.number_at(start)
    shown = paragraphs(text, stretch(page, len(text)))
    inside = [span for span in shown if span.start <= start < span.end]
    assert inside or text[start : start + 2].isspace()


@pytest.mark.parametrize(
    "one, other, lost, gained",
    [
        ("17 soldiers were killed", "At least 17 soldiers were killed", [], ["At least"]),
        ("17 soldiers were killed", "19 soldiers were killed", ["17"], ["19"]),
        ("He said no.", "HE SAID NO.", [], []),
        ("", "new words", [], ["new words"]),
        ("the Erdoğan speech", "the Erdogan speech", [], []),
    ],
)
def test_words_that_differ(one: str, other: str, lost: list[str], gained: list[str]) -> None:
    left, right = aligned(one, other)
    assert [run.words for run in left if run.differs] == lost
    assert [run.words for run in right if run.differs] == gained


@given(st.text(max_size=200), st.text(max_size=200))
def test_aligning_keeps_all_words(one: str, other: str) -> None:
    for text, runs in zip((one, other), aligned(one, other), strict=True):
        assert "".join("".join(run.words for run in runs).split()) == "".join(named(text).split())


def test_passages_without_end_are_shown_unmarked() -> None:
    left, right = aligned("a " * 5000, "b " * 5000)
    assert len(left) == len(right) == 1
