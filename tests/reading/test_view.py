"""What a report reads like, and where each of its characters stands in the stored text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.model.documents import Cut, Document, Part
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.view import LONGEST, ViewParagraph, is_heading, paragraphs


def document(text: str, *cuts: tuple[str, str], title: str | None = None) -> Document:
    """A document of one part; each cut is given by its words (their first place in the text) and its reason."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    named = Said(title, "verbatim", (span(title),)) if title else None
    part = Part(Span(0, len(text)), title=named)
    return Document(name="a", text=text, parts=(part,), cuts=tuple(sorted(Cut(span(w), why) for w, why in cuts)))


def texts(text: str, *cuts: tuple[str, str]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(document(text, *cuts))]


def stored(doc: Document, paragraph: ViewParagraph, words: str) -> str:
    """The stored text of the words of a paragraph."""
    start = paragraph.text.index(words)
    return doc.text[paragraph.offsets[start] : paragraph.ends[start + len(words) - 1]]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One line.\n\nAnother.", ["One line.", "Another."]),
        ("One line.\nAnother.\r\nA third.\rA fourth.", ["One line.", "Another.", "A third.", "A fourth."]),
        ("  Indented.\t\n \n", ["Indented."]),
        ("A\u200bB\xa0C\u202eD\ufeff", ["AB CD"]),
        ("Two ### parts ### here", ["Two", "parts", "here"]),
        ("", []),
        (" \n\t\n", []),
        ("\u200b\u200e", []),
        ("–12 degrees.\n- a bullet", ["–12 degrees.", "- a bullet"]),
    ],
)
def test_lines_are_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_wrapped_lines_are_joined() -> None:
    text = (
        "   GUERRILLAS ATTACKED AN ARMY POST IN THE NORTH OF THE PROVINCE BEFORE\n"
        "DAWN YESTERDAY, THE DEFENCE MINISTRY REPORTED IN THE CAPITAL.  SEVEN\n"
        "SOLDIERS WERE KILLED AND TWELVE WERE WOUNDED IN FIGHTING THAT LASTED\n"
        "TWO HOURS.\n\n"
        "   THE MINISTRY ADDED THAT THE ATTACKERS WITHDREW TO THE MOUNTAINS, AND\n"
        "THAT HELICOPTERS WERE PURSUING THEM.\n"
    )
    first, second = paragraphs(document(text))
    assert first.text.startswith("GUERRILLAS ATTACKED AN ARMY POST IN THE NORTH OF THE PROVINCE BEFORE DAWN YESTERDAY,")
    assert first.text.endswith(
        "CAPITAL. SEVEN SOLDIERS WERE KILLED AND TWELVE WERE WOUNDED IN FIGHTING THAT LASTED TWO HOURS."
    )
    assert second.text.endswith("MOUNTAINS, AND THAT HELICOPTERS WERE PURSUING THEM.")
    assert stored(document(text), first, "BEFORE DAWN") == "BEFORE\nDAWN"


def test_short_lines_of_a_list_are_not_joined() -> None:
    text = "Ukraine\nRussia\nBelarus\nMoldova\nPoland\nRomania"
    assert len(texts(text)) == 6


@pytest.mark.parametrize(
    "tokens, words",
    [
        ("`` We wo n't leave , '' he said .", '"We won\'t leave," he said.'),
        ("The U.N. 's envoy -LRB- a Swede -RRB- left .", "The U.N.'s envoy (a Swede) left."),
        ("Rebels ' losses : 12 % of 4,000 men ; $ 3 million .", "Rebels' losses: 12% of 4,000 men; $3 million."),
        ("He asked : ` Who are they ? ' -LRB- sic -RRB-", "He asked: 'Who are they?' (sic)"),
        ("They can not hold AC\\/DC , they 've said .", "They cannot hold AC/DC, they've said."),
        ("On Jan. 5 , 2 . 3 tons fell -LRB- CNN -RRB- .", "On Jan. 5, 2. 3 tons fell (CNN)."),
    ],
)
def test_tokenised_text_is_put_together(tokens: str, words: str) -> None:
    frame = "-LRB- Filler -RRB- .\n"
    doc = document(frame + tokens)
    paragraph = paragraphs(doc)[-1]
    assert paragraph.text == words


def test_repaired_words_cite_the_stored_ones() -> None:
    doc = document("-LRB- AP -RRB- `` We wo n't stop , '' the U.N. 's man said .")
    (paragraph,) = paragraphs(doc)
    assert stored(doc, paragraph, '"We won\'t stop,"') == "`` We wo n't stop , ''"
    assert stored(doc, paragraph, "the U.N.'s man") == "the U.N. 's man"


def test_ordinary_text_is_left_alone() -> None:
    text = "He said: “It's the rebels' town . . . now” – and left (in haste)."
    assert texts(text) == [text]


def test_mojibake_is_mended() -> None:
    doc = document("The minister said â€œwe will not stopâ€\x9d in KrakÃ³w, and left.")
    (paragraph,) = paragraphs(doc)
    assert "we will not stop" in paragraph.text
    assert "Kraków" in paragraph.text
    assert stored(doc, paragraph, "Kraków") == "KrakÃ³w"


def test_cuts_are_left_out() -> None:
    text = (
        "date 2022-03-03 KYIV (AP) — Troops left. (Editing by A. B.)\n\nadvertisement\n\nThey came (AP Photo/C) back."
    )
    assert texts(
        text,
        ("date 2022-03-03", "date header"),
        ("KYIV (AP) — ", "dateline"),
        ("(Editing by A. B.)", "credit line"),
        ("advertisement", "advertisement"),
        ("(AP Photo/C)", "caption"),
    ) == ["Troops left.", "They came back."]


def test_what_stands_before_a_dateline_is_a_paragraph_of_its_own() -> None:
    text = "Rebels take town Army denies it KYIV (AP) — Troops left on Monday."
    assert texts(text, ("KYIV (AP) — ", "dateline")) == ["Rebels take town Army denies it", "Troops left on Monday."]


def test_roles() -> None:
    text = (
        "Fighting spreads to the west\n\nTroops entered two towns on Monday.\n\nA growing crisis\n\n"
        "Women queue for water in Tigray. Jane Doe / AFP\n\n“We will not leave”\n\nThousands fled."
    )
    doc = document(text, ("Jane Doe / AFP", "caption"), title="Fighting spreads to the west")
    roles = [paragraph.role for paragraph in paragraphs(doc)]
    assert roles == ["title", "body", "heading", "caption", "body", "body"]


def test_a_title_may_share_its_line_with_a_header() -> None:
    doc = document("date 2022-03-03 Talks go on\nThey met.", ("date 2022-03-03", "date header"), title="Talks go on")
    assert [paragraph.role for paragraph in paragraphs(doc)] == ["title", "body"]


@pytest.mark.parametrize(
    "words, heading",
    [
        ("Escalation of violence", True),
        ("3. What happens next?", True),
        ("Two people died.", False),
        ("“We will not leave”", False),
        ("and then they left", False),
        ("The ministry said:", False),
    ],
)
def test_headings(words: str, heading: bool) -> None:
    assert is_heading(words) == heading


def test_parts() -> None:
    text = "First report.\nSecond report."
    doc = Document(name="a", text=text, parts=(Part(Span(0, 14)), Part(Span(14, len(text)))))
    assert [paragraph.part for paragraph in paragraphs(doc)] == [0, 1]


@pytest.mark.parametrize(
    "text", ["word " * 100_000, "x" * 500_000, "It rained. " * 50_000, "`` a '' -LRB- b -RRB- " * 20_000]
)
def test_one_endless_line_is_read_in_pieces(text: str) -> None:
    pieces = paragraphs(document(text))
    assert all(0 < len(piece.text) <= LONGEST for piece in pieces)


def test_headlines_run_together_before_a_dateline_are_headings() -> None:
    text = (
        "Mayor joins rebels “It is over,” he says. Port reopens GOMA, Congo (AP) -- The mayor of Goma spoke on Friday."
    )
    at = text.index("GOMA")
    cut = Cut(Span(at, text.index("The mayor")), "dateline")
    read = paragraphs(Document(name="a", text=text, parts=(Part(Span(0, len(text))),), cuts=(cut,)))
    assert [piece.role for piece in read] == ["heading", "body"]


@pytest.mark.parametrize(
    "heading, rest",
    [
        ("Rebels aim for Goma", "The army said on Monday that it had lost the road."),
        ("Shelling kills nine in Donetsk, mayor says", "In a speech on Friday, he spoke of a massacre."),
        ("Junta loses Lashio Arakan Army nears Sittwe", "The town was the third to fall this month."),
        ("Truce holds in Taiz for second day", "A convoy of 40 lorries reached the city."),
        ("Bombs hit Mekelle hospital, doctors say Two dead", "After the raid, families fled."),
    ],
)
def test_headings_that_run_into_a_sentence_are_headings(heading: str, rest: str) -> None:
    made = paragraphs(document(f"{heading} {rest}"))
    assert [(each.text, each.role) for each in made] == [(heading, "heading"), (rest, "body")]


@pytest.mark.parametrize(
    "text",
    [
        "He read the plan from A to Z before the talks in Doha began.",
        "The column left for The Hague. They arrived on Monday with the files.",
        "He spoke to The Guardian about the war in Yemen and The New York Times about the truce.",
        "“We were not afraid of them at all.” He said he had written to Abiy Ahmed.",
        "Joe Biden says the road is open He predicted that aid would come soon.",
        "The film For Sama was shown in Kyiv.",
        "Doctors Without Borders said on Monday that A. Osman had died.",
    ],
)
def test_capitals_within_a_sentence_part_nothing(text: str) -> None:
    assert [(each.text, each.role) for each in paragraphs(document(text))] == [(text, "body")]


def test_an_endless_line_is_parted_at_sentences() -> None:
    pieces = texts("The shelling of the town went on all night, residents said. " * 200)
    assert all(piece.endswith("said.") for piece in pieces)


fragments = st.sampled_from(
    ["Troops left. ", "\n", "\n\n", "`` no '' ", "-LRB- x -RRB- ", " , ", " 's ", "â€œ", "Ã©", "\u202e", "\xa0", "\x00",
     "### ",
     "A LINE OF CAPITALS THAT FILLS SIXTY COLUMNS OF THE PAGE, AS\n", "word ", "wo n't ", "\\/", "\r\n"]
)  # fmt: skip
texts_of_any_kind = st.lists(fragments | st.text(max_size=12), max_size=25).map("".join)


@pytest.mark.parametrize("endless", ["#", '"', "_", "$(", "x", "http://a.b/c?d="])
def test_what_is_too_long_to_be_a_word_is_parted(endless: str) -> None:
    text = f"Shells fell on the town. {endless * 3000} Nobody was hurt."
    pieces = paragraphs(Document(name="a", text=text, parts=(Part(Span(0, len(text))),)))
    assert max(len(word) for piece in pieces for word in piece.text.split()) <= 300
    assert sum(len(piece.text) for piece in pieces) >= 3000 * len(endless)
    assert len({piece.text for piece in pieces}) < 40  # alike pieces are parsed once


def test_a_long_address_is_left_whole() -> None:
    text = "He wrote at https://example.org/" + "a-long-path/" * 20 + " that talks go on."
    assert [piece.text for piece in paragraphs(Document(name="a", text=text, parts=(Part(Span(0, len(text))),)))] == [
        text
    ]


@example(text="à¢\xa00\x91\xa00", places=[], why="dateline")
@settings(max_examples=150, deadline=None)
@given(
    texts_of_any_kind,
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=4),
    st.sampled_from(["dateline", "caption"]),
)
def test_every_character_knows_where_it_stands(text: str, places: list[tuple[int, int]], why: str) -> None:
    spans, end = [], 0
    for start, length in sorted(places):
        if end <= start and start + length <= len(text):
            spans.append(Span(start, start + length))
            end = start + length
    doc = Document(name="a", text=text, parts=(Part(Span(0, len(text))),), cuts=tuple(Cut(span, why) for span in spans))
    cut = {at for span in spans for at in range(span.start, span.end)}
    last = 0
    for paragraph in paragraphs(doc):
        assert paragraph.text == paragraph.text.strip() != ""
        assert len(paragraph.text) == len(paragraph.offsets) == len(paragraph.ends) <= LONGEST
        for letter, start, stop in zip(paragraph.text, paragraph.offsets, paragraph.ends, strict=True):
            assert last <= start < stop <= len(text)
            last = start
            assert letter == " " or start not in cut
            assert letter == text[start] or not (letter.isascii() and letter.isalnum())
