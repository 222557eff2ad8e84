"""Copies: what retells an earlier report, by passages and as a whole, and what merely tells of the same event."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import checking, library, pipeline
from onrecord.model.documents import Cut, Document, Part
from onrecord.model.entries import CopyEntry
from onrecord.model.frames import PartDate, frame_of
from onrecord.model.marks import Shared
from onrecord.model.spans import Span
from onrecord.reconciling import reconcile
from onrecord.reconciling.blocks import Block
from onrecord.reconciling.copies.entries import KEYS, block_key
from onrecord.reconciling.copies.pages import Page, marks_of
from onrecord.reconciling.copies.sentences import LONGEST, keys, quotations, sentence, spans
from onrecord.settling import forget
from onrecord.store import Store

Told = tuple[str, str | None, str]  # name, day, text


def page(name: str, day: str | None, text: str) -> Page:
    document = Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en")
    return Page(document, frame_of(document, (PartDate(published=day, basis="stated"),)))


def copies(*reports: Told) -> list[CopyEntry]:
    """The copies in all of the reports."""
    pages = {each.id: each for each in (page(*report) for report in reports)}
    marks = [mark for each in pages.values() for mark in marks_of(each)]
    found = []
    for id_ in sorted(pages):
        shared = tuple(
            Shared(mine.told.start, *mark.told[1:])
            for mine in marks
            for mark in marks
            if mine.told.document == id_ != mark.told.document and len(mine.keys & mark.keys) >= KEYS
        )
        found += reconcile(Block(block_key(id_), (), {}, pages=pages, shared=shared))
    assert all(isinstance(each.entry, CopyEntry) for each in found)
    return [each.entry for each in found if isinstance(each.entry, CopyEntry)]


def between(earlier: str, later: str) -> list[CopyEntry]:
    """The passages of the later text that retell the earlier one."""
    return [each for each in copies(("a.txt", "2022-03-01", earlier), ("b.txt", "2022-03-02", later)) if not each.share]


RETOLD = {
    "a reprint": (
        "Shells hit a bakery in the eastern quarter of Taiz on Sunday, and residents dug through the rubble by hand.",
        "Shells hit a bakery in the eastern quarter of Taiz on Sunday, and residents dug through the rubble by hand.",
        {"same wire text"},
    ),
    "abridged": (
        "The ministry in Khartoum promised on Tuesday to reopen the bridge to lorries within a week, once "
        "engineers had "
        "inspected the damaged pillars on the Omdurman side.",
        "The ministry in Khartoum promised on Tuesday to reopen the bridge to lorries within a week.",
        {"same wire text"},
    ),
    "spelt in the American way": (
        "The defence ministry organised a convoy to the centre of Lysychansk, where labourers cleared the "
        "colourful tram.",
        "The defense ministry organized a convoy to the center of Lysychansk, where laborers cleared the "
        "colorful tram.",
        {"same wire text", "machine-altered", "paraphrase"},
    ),
    "the halves exchanged": (
        "After months of drought, herders drove thousands of starving cattle across the border into Kenya, "
        "elders said.",
        "Elders said herders drove thousands of starving cattle across the border into Kenya after months of drought.",
        {"same wire text", "paraphrase"},
    ),
    "paraphrased": (
        "The offensive has strained the fragile partnership between Yerevan and Moscow, after 14 Armenian conscripts "
        "were killed in an ambush in the past ten days.",
        "However, their fragile partnership was strained by an offensive that killed 14 Armenian conscripts in "
        "an ambush "
        "in the past ten days.",
        {"paraphrase", "machine-altered"},
    ),
    "word by word by a machine": (
        "The army has said it will use heavy weapons to drive back the rebel fighters unless they leave the valley by "
        "the end of the harvest.",
        "The army has announced it will employ heavy arms to push back the rebel fighters unless they quit the "
        "valley by "
        "the conclusion of the harvest.",
        {"machine-altered"},
    ),
    "translated and back": (
        "Doctors at the only hospital in Goma are operating by torchlight because the generator ran out of diesel.",
        "In the only hospital of Goma, the doctors operate by the light of torches, since the generator has run out of "
        "diesel.",
        {"paraphrase"},
    ),
    "a quotation in another report": (
        "“We cannot overlook the cruelty happening in our valley,” the governor said, adding that his district, which "
        "shelters 40,000 people, has no more tents.",
        "Asked about the camps, the governor of Tigray grew angry. “We cannot overlook the cruelty in our valley,” he "
        "told a radio station in Mekelle.",
        {"same quotation"},
    ),
    "a part of a quotation": (
        "“We will not consider the smallest step back in Donetsk,” the president told lawmakers in Kyiv.",
        "The president vowed on Monday that he would not consider the “smallest step back” in Donetsk.",
        {"same quotation"},
    ),
    "numbers and names kept": (
        "Inspectors counted 312 crates of mortar rounds in a warehouse near Cúcuta that smugglers had hidden beneath "
        "sacks of rotten potatoes.",
        "Beneath sacks of rotten potatoes, in a warehouse near Cúcuta, smugglers had hidden 312 crates of "
        "mortar rounds, "
        "inspectors counted.",
        {"paraphrase"},
    ),
}


@pytest.mark.parametrize(("earlier", "later", "types"), RETOLD.values(), ids=RETOLD)
def test_a_retelling_is_a_copy(earlier: str, later: str, types: set[str]) -> None:
    (found,) = between(earlier, later)
    assert found.type in types
    assert found.docs == ("a.txt", "b.txt")


INDEPENDENT = {
    "one toll": (
        "At least 13 people were killed when a car bomb exploded in Mogadishu on Monday, police said.",
        "A car bomb killed at least 13 people in Mogadishu on Monday, officials said.",
    ),
    "one attack": (
        "Rebels attacked an army base near Bamako before dawn on Friday and killed six soldiers, the government said.",
        "Six Malian soldiers died on Friday in an attack on their base near Bamako that an armed group claimed.",
    ),
    "one meeting": (
        "Foreign Minister Sergei Lavrov met his Turkish counterpart in Ankara on Tuesday to discuss a ceasefire.",
        "The Turkish foreign minister and Sergei Lavrov of Russia held talks about a truce in Ankara on Tuesday.",
    ),
    "one term of the day": (
        "Mauritania asked the council to enforce a no-fly zone over the northern desert.",
        "Without a no-fly zone the villages of the northern desert have no protection, the bishop wrote.",
    ),
    "two tolls of one form": (
        "The shelling of Kharkiv killed 4 people and wounded 11, the governor said on Telegram.",
        "The flood in Derna killed 900 people and left the hospitals without water, a doctor said.",
    ),
    "other quotations": (
        "“We want peace and nothing else,” the general told reporters in Juba.",
        "“We want weapons and we want them now,” the general told reporters in Juba.",
    ),
    "a quotation that is everybody's": (
        "Asked about a retreat from Kherson, the aide said this was “absolutely out of the question”.",
        "“This is out of the question,” the minister said in Sanaa of talks with the coalition.",
    ),
    "names alone": (
        "President Volodymyr Zelensky and Chancellor Olaf Scholz spoke in Berlin.",
        "Chancellor Olaf Scholz showed President Volodymyr Zelensky the new tanks in Berlin.",
    ),
}


@pytest.mark.parametrize(("earlier", "later"), INDEPENDENT.values(), ids=INDEPENDENT)
def test_two_tellings_of_one_event_are_no_copy(earlier: str, later: str) -> None:
    assert between(earlier, later) == []


REPORT = (
    "Fighting spread to the market district of El Fasher on Saturday, forcing shopkeepers to abandon their stalls.\n\n"
    "Witnesses described columns of black smoke above the grain stores and soldiers looting the pharmacies.\n\n"
    "“Nobody is coming to help us, and the road south is full of checkpoints,” said a teacher who fled with two "
    "sons.\n\n"
    "The aid agency has suspended its flights until the warring generals guarantee the safety of its pilots.\n\n"
    "About 270,000 residents have left the city since April, most of them on foot and without any papers."
)
PARAGRAPHS = REPORT.split("\n\n")
ALTERED = (
    "Combat spread to the market area of El Fasher on Saturday, compelling shopkeepers to desert their stalls.\n\n"
    "Witnesses depicted columns of black smoke over the grain stores and troopers looting the pharmacies.\n\n"
    "“Nobody is coming to assist us, and the highway south is full of checkpoints,” said a teacher who fled with two "
    "sons.\n\n"
    "The aid company has suspended its flights till the warring generals assure the safety of its pilots.\n\n"
    "About 270,000 inhabitants have departed the city since April, most of them on foot and with no papers."
)
WHOLE = {
    "reprinted": (REPORT, 0.95),
    "under a new headline": (f"Market in flames\n\n{REPORT}", 0.9),
    "in another order": ("\n\n".join(reversed(PARAGRAPHS)), 0.95),
    "abridged": ("\n\n".join(PARAGRAPHS[:3]), 0.95),
    "with a paragraph of its own": (f"{REPORT}\n\nIn Port Sudan the price of bread doubled within a month.", 0.8),
    "by a machine": (ALTERED, 0.8),
}


@pytest.mark.parametrize(("later", "share"), WHOLE.values(), ids=WHOLE)
def test_a_report_is_a_copy_as_a_whole(later: str, share: float) -> None:
    found = copies(("wire.txt", "2023-06-01", REPORT), ("paper.txt", "2023-06-02", later))
    (whole,) = [each for each in found if each.share is not None]
    assert whole.docs == ("wire.txt", "paper.txt")
    assert whole.share is not None
    assert whole.share >= share
    assert [each for each in found if each.share is None], "its passages are told as well"


def test_a_report_that_shares_a_quotation_alone_is_no_copy_as_a_whole() -> None:
    other = (
        f"Peace talks opened in Jeddah.\n\n{PARAGRAPHS[2]}\n\nDelegates expect little of them, diplomats of "
        f"three states "
        "admitted.\n\nA first round had failed over the wording of one clause."
    )
    (found,) = copies(("wire.txt", "2023-06-01", REPORT), ("talks.txt", "2023-06-02", other))
    assert (found.share, found.type) == (None, "same quotation")


def test_a_passage_told_twice_in_one_report() -> None:
    text = f"{PARAGRAPHS[0]}\n\nThe United Nations met.\n\n{PARAGRAPHS[3]}\n\nOn Saturday, fighting had spread to the "
    text += "market district of El Fasher and had forced shopkeepers to abandon their stalls."
    (found,) = copies(("one.txt", "2023-06-01", text))
    assert found.docs == ("one.txt", "one.txt")
    assert [cite.doc for cite in found.cites] == ["one.txt", "one.txt"]


def test_every_reprint_points_at_the_first() -> None:
    found = copies(*((f"{day}.txt", f"2023-06-0{day}", PARAGRAPHS[1]) for day in (3, 1, 2)))
    assert sorted(each.docs for each in found) == [("1.txt", "2.txt"), ("1.txt", "3.txt")]
    assert {each.origins.tellings for each in found if each.origins} == {1}


def test_the_same_words_go_before_an_earlier_rewording() -> None:
    earlier, later, types = RETOLD["paraphrased"]
    assert types
    found = copies(("a.txt", "2022-03-01", earlier), ("b.txt", "2022-03-02", later), ("c.txt", "2022-03-03", later))
    assert sorted(each.docs for each in found) == [("a.txt", "b.txt"), ("b.txt", "c.txt")]


def test_undated_reports_come_last() -> None:
    (found,) = copies(("undated.txt", None, PARAGRAPHS[1]), ("dated.txt", "2023-06-05", PARAGRAPHS[1]))
    assert found.docs == ("dated.txt", "undated.txt")
    assert (found.first_reported, found.last_reported) == ("2023-06-05", "2023-06-05")


def test_versions_of_one_page_are_no_copies() -> None:
    assert copies(("a.txt", "2023-06-01", REPORT), ("a.txt", "2023-06-02", f"{REPORT} More follows.")) == []


def test_each_cite_is_one_sentence_of_the_text() -> None:
    texts = {"wire.txt": REPORT, "paper.txt": ALTERED}
    found = copies(*((name, "2023-06-01", text) for name, text in texts.items()))
    assert found
    for each in found:
        for cite in each.cites:
            assert cite.quote == texts[cite.doc][cite.start : cite.end]
            assert len(cite.quote) <= LONGEST
            assert cite.quote in PARAGRAPHS + ALTERED.split("\n\n")


def split(text: str, *cuts: Cut) -> list[str]:
    document = Document(name="a.txt", text=text, parts=(Part(Span(0, len(text))),), cuts=cuts)
    return [span.of(text) for span in spans(document)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Gen. Dagalo met J. Smith of the U.N. mission. He left.",
            ["Gen. Dagalo met J. Smith of the U.N. mission.", "He left."],
        ),
        ("“It burns. We ran,” she said. Nobody came.", ["“It burns.", "We ran,” she said.", "Nobody came."]),
        ("A line that is\nwrapped here.\nNext one", ["A line that is\nwrapped here.", "Next one"]),
        ("HEADLINE\n\nThe body at 3.5 percent.", ["HEADLINE", "The body at 3.5 percent."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_what_was_cut_away_is_no_sentence() -> None:
    assert split(
        "Share this! The road is open. Advertisement", Cut(Span(0, 11), "share line"), Cut(Span(30, 43), "ad")
    ) == ["The road is open."]


@given(st.text(alphabet=st.sampled_from("Ab .!?\n“”\"'’‘é1"), max_size=200))
def test_sentences_of_any_text_lie_within_it_and_do_not_overlap(text: str) -> None:
    document = Document(name="a.txt", text=text, parts=(Part(Span(0, len(text))),))
    end = 0
    for span in spans(document):
        assert end <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        found = sentence(text, span, quotations(text))
        assert all(run in [found.tokens[at : at + len(run)] for at in range(len(found.tokens))] for run in found.quoted)
        end = span.end
    assert "".join(split(text)).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


def keys_of(text: str) -> frozenset[int]:
    return keys(sentence(text, Span(0, len(text)), quotations(text)))


def test_keys_outlast_a_change_of_order_nearby() -> None:
    one, other = keys_of("herders drove starving cattle"), keys_of("starving cattle herders drove")
    assert one
    assert one == other
    assert keys_of("It was there.") == frozenset()


REPORTS: Sequence[Told] = (
    ("one.txt", "2020-02-03", REPORT),
    ("two.txt", "2020-02-01", "\n\n".join(PARAGRAPHS[:2])),
    ("three.txt", "2020-02-02", ALTERED),
    ("four.txt", None, f"Nothing new. {PARAGRAPHS[2]}"),
    ("five.txt", "2020-02-04", RETOLD["paraphrased"][0] + "\n\n" + PARAGRAPHS[4]),
    ("six.txt", "2020-02-03", RETOLD["paraphrased"][1]),
    ("one.txt", "2020-02-05", REPORT + "\n\nA correction follows."),
)


@given(order=st.permutations(REPORTS), size=st.integers(1, 4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_copies_do_not_depend_on_order_and_batches(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, order: list[Told], size: int
) -> None:
    whole = in_record(plain, tmp_path_factory, [REPORTS])
    assert whole
    assert in_record(plain, tmp_path_factory, batches(order, size)) == whole


def in_record(
    plain: SimpleNamespace, folders: pytest.TempPathFactory, told: Iterable[Sequence[Told]], gone: Sequence[Told] = ()
) -> list[CopyEntry]:
    """The copies in a record to which the batches were added, and from which some were taken out again."""
    path = folders.mktemp("copies") / "x.record"
    with Store(path, create=True) as store:
        for batch in told:
            pipeline.add(store, [stated(plain, each) for each in batch], plain.engine, "reader one")
        if gone:
            with store.writing() as writer:
                forget(writer, [stated(plain, each).id for each in gone])
        assert checking.check(store) == []
        with store.reading() as view:
            return [entry for entry in view.entries("copy") if isinstance(entry, CopyEntry)]


def stated(plain: SimpleNamespace, told: Told) -> Document:
    name, day, text = told
    document: Document = plain.document(name, f"date {day}\n{text}" if day else text)
    return document


def batches(told: Sequence[Told], size: int) -> Iterator[Sequence[Told]]:
    return (told[start : start + size] for start in range(0, len(told), size))


def test_each_of_a_crowd_is_a_copy_of_the_first(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "FOLLOWED", 2)
    crowd = [(f"{day}.txt", f"2020-02-{day:02}", REPORT) for day in range(1, 10)]
    found = [each for each in in_record(plain, tmp_path_factory, [crowd]) if each.share]
    assert sorted(each.docs for each in found) == [("1.txt", f"{day}.txt") for day in range(2, 10)]


CROWD: Sequence[Told] = tuple(
    (f"{number}.txt", f"2020-02-{1 + number * 7 % 20:02}", text)
    for number, text in enumerate(
        [
            REPORT,
            ALTERED,
            REPORT,
            "\n\n".join(PARAGRAPHS[1:4]),
            f"{PARAGRAPHS[4]}\n\nNobody else was told of it.",
            REPORT,
        ]
        * (library.FOLLOWED // 2)
    )
)


@given(order=st.permutations(CROWD), size=st.integers(1, 9), gone=st.integers(0, 3))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_copies_in_a_crowd_of_which_not_all_are_followed_do_not_depend_on_order_and_batches(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, order: list[Told], size: int, gone: int
) -> None:
    whole = in_record(plain, tmp_path_factory, [sorted(order[gone:])])
    assert len({each.docs for each in whole if each.share}) > library.FOLLOWED
    assert in_record(plain, tmp_path_factory, batches(order, size), order[:gone]) == whole


def test_who_comes_late_to_a_crowd_changes_nothing_for_the_others(
    plain: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "FOLLOWED", 2)
    crowd = [stated(plain, (f"{day}.txt", f"2020-02-{day:02}", REPORT)) for day in range(1, 10)]
    first, *between, last = crowd
    with Store(tmp_path / "x.record", create=True) as store:
        pipeline.add(store, crowd, plain.engine, "reader one")
        with store.reading() as view:
            opened = library.Library(view)
            assert library.retelling(opened, [last.id]) == {block_key(last.id)}
            assert library.retelling(opened, [first.id]) == {block_key(each.id) for each in crowd}
            for each in between:
                assert library.retelling(opened, [each.id]) == {block_key(each.id)}, "the others carry the first"
