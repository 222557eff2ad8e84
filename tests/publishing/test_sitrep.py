"""The situation report as a whole: its order, its bounds, its cites, and text that means harm."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from onrecord.errors import SettingsError
from onrecord.model.entries import AnyEntry, Cite, DocumentEntry, FigureEntry, Origins, PlaceEntry, StatementEntry
from onrecord.model.iso import days, in_words
from onrecord.publishing import SITREP_FORMATS, situation_report
from onrecord.publishing.sitrep.build import build
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.md import escaped
from onrecord.publishing.sitrep.words import harmless

HEADINGS = ("Highlights", "Key figures", "What happened", "Who said what", "Sources", "In their words")


@pytest.mark.parametrize("form", SITREP_FORMATS)
def test_the_order_is_that_of_humanitarian_reports(entries: list[AnyEntry], texts: dict[str, str], form: str) -> None:
    page = situation_report(entries, texts, form=form, title="Arden")
    places = [page.index(f"<h2>{head}" if form == "html" else f"## {head}") for head in HEADINGS[:5]]
    assert places == sorted(places)
    assert "4 to 5 Mar 2031" in page
    assert page == situation_report(list(reversed(entries)), texts, form=form, title="Arden")


def test_every_cite_opens_its_words(entries: list[AnyEntry], texts: dict[str, str], tags: Callable[[str], Any]) -> None:
    seen = tags(situation_report(entries, texts))
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.links
    assert seen.links == {f"#{name}" for name in seen.ids if re.fullmatch(r"c\d+", name)}
    assert "script" not in seen.seen
    assert "586,000 people had been displaced." in " ".join(seen.text.split())


def test_rivals_stand_beside_one_another_and_nothing_is_added(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    report = build(entries, texts)
    displaced = next(card for card in report.key_figures if card.measure == "displaced")
    shown = [next(piece.text for piece in value.number.pieces()) for value in displaced.values]
    assert shown == ["about 600,000", "nearly 1,000,000"]
    (before,) = displaced.values[0].earlier
    assert [piece.text for piece in before.pieces()] == ["586,000", ",", "4 Mar 2031"]
    assert (displaced.values[1].earlier, displaced.more) == ((), 0)


def test_the_chart_joins_one_series_only_and_has_a_table(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    (chart,) = build(entries, texts).charts
    assert [(point.value, point.series) for point in chart.points] == [(586000, "s1"), (1e6, None), (6e5, "s1")]
    assert len(chart.table) == 3
    page = situation_report(entries, texts)
    assert page.count("<svg ") == 1
    assert "nearly 1,000,000 · Ada Marsh" in page


def test_a_chart_needs_two_dated_values(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    assert build([entry for entry in entries if entry.id not in ("f3", "f4")], texts).charts == ()


def test_what_has_no_date_stands_at_the_end_and_is_counted(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    (group,) = build(entries, texts, since=dt.date(2031, 3, 5)).undated
    assert [piece.text for piece in group.lines[0].pieces()][-1] == "Arden warned its neighbour to pull back by Friday."


def test_since_and_until_choose_what_happened(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    report = build(entries, texts, since=dt.date(2031, 3, 3), until=dt.date(2031, 3, 3))
    assert [card.measure for card in report.key_figures] == ["killed"]
    assert report.said == ()
    assert report.period == "3 Mar 2031"


def test_nobody_named_is_the_report_itself(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    unnamed = [msgspec.structs.replace(e, per=("unattributed",)) if e.id == "f1" else e for e in entries]
    assert "the report itself" in situation_report(unnamed, texts)
    assert "the report itself" not in situation_report(entries, texts)


def test_feared_and_planned_are_no_key_figures(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    feared = [msgspec.structs.replace(e, standing="feared") if e.id == "f1" else e for e in entries]
    assert [card.measure for card in build(feared, texts).key_figures] == ["displaced"]


def test_reworded_quotations_lose_their_marks(entries: list[AnyEntry], texts: dict[str, str]) -> None:
    altered = [msgspec.structs.replace(e, wording="altered") if e.id == "s1" else e for e in entries]
    said = [piece for group in build(altered, texts).said for line in group.lines for piece in line.pieces()]
    assert ("words", "We will answer every shell,") in [(piece.kind, piece.text) for piece in said]


@pytest.mark.parametrize("form", SITREP_FORMATS)
def test_an_empty_record_makes_a_report_that_says_so(form: str) -> None:
    page = situation_report([], {}, form=form)
    assert "no dates known" in page
    assert "0 reports" in page


def test_an_unknown_format_says_what_exists() -> None:
    with pytest.raises(SettingsError, match=r"“pdf”.*html, md"):
        situation_report([], {}, form="pdf")


def test_a_long_record_is_bounded_and_says_how_much_is_left_out() -> None:
    said = [f"Speaker{n % 40} said on Monday that matter{n} is grave." for n in range(2000)]
    text = "\n".join(said)
    entries: list[AnyEntry] = [DocumentEntry(id="d", cites=(), doc="long.txt", published="2031-01-06")]
    at = 0
    for n, sentence in enumerate(said):
        cite = Cite(doc="long.txt", start=at, end=at + len(sentence), quote=sentence)
        at += len(sentence) + 1
        speaker, says = (f"Speaker{n % 40}",), f"matter{n} is grave"
        entries.append(
            StatementEntry(
                id=f"s{n:04}", cites=(cite,), speaker=speaker, act="warn", form="indirect", on="2031-01-06", says=says,
                origins=Origins(1, 1, 1),
            )
        )  # fmt: skip
    page = situation_report(entries, {"long.txt": text})
    assert len(page) < 200_000
    assert "44 more statements in the record." in page
    assert page.count("<code>onrecord show RECORD statements --per NAME</code>") == 1
    assert "1300 more statements by other speakers in the record." in page


def test_a_speaker_whose_name_reports_spell_otherwise_has_one_heading() -> None:
    names = ("Nabil Abdallah", "Nabil Abdullah", "Nabil Abdallah")
    said = [f"“The bridge {n} is ours,” {name} said." for n, name in enumerate(names)]
    text, day, at = "\n".join(said), "2031-01-06", 0
    entries: list[AnyEntry] = [DocumentEntry(id="d", cites=(), doc="spelt.txt", published=day)]
    for n, (name, sentence) in enumerate(zip(names, said, strict=True)):
        cite = Cite(doc="spelt.txt", start=at, end=at + len(sentence), quote=sentence)
        at += len(sentence) + 1
        entries.append(
            StatementEntry(
                id=f"s{n}", cites=(cite,), speaker=(name,), speaker_ids=("a1",), act="assert", form="direct",
                says=f"The bridge {n} is ours", origins=Origins(1, 1, 1), first_reported=day, last_reported=day,
            )
        )  # fmt: skip
    page = situation_report(entries, {"spelt.txt": text}, form="md")
    headings = [line for line in page.splitlines() if line.startswith("### Nabil")]
    assert headings == ["### Nabil Abdallah"]


def hostile_entries(hostile: str) -> tuple[list[AnyEntry], dict[str, str]]:
    doc = "<b>evil</b>\u202e.txt"
    text = f"{hostile} said 12 {hostile} were killed."
    whole = Cite(doc=doc, start=0, end=len(text), quote=text)
    return [
        DocumentEntry(
            id="d", cites=(whole,), doc=doc, published="2031-03-04", title=hostile, publisher=hostile,
            quality=(hostile,), basis="inferred", why=hostile,
        ),
        FigureEntry(
            id="f", cites=(whole,), measure="killed", value=12, qualifier="exact", unit="persons", of=hostile,
            place=hostile, per=(hostile,), as_of="2031-03-04",
        ),
        FigureEntry(
            id="g", cites=(whole,), measure="killed", value=12, qualifier="exact", unit="persons", of=hostile,
            per=(hostile,), as_of="2031-03-05",
        ),
        StatementEntry(
            id="s", cites=(whole,), speaker=(hostile,), act="threaten", form="direct", on="2031-03-04", says=hostile
        ),
    ], {doc: text}  # fmt: skip


def test_hostile_text_is_shown_and_does_nothing(tags: Callable[[str], Any], hostile: str) -> None:
    entries, texts = hostile_entries(hostile)
    page = situation_report(entries, texts, title=hostile)
    seen = tags(page)
    assert seen.seen & {"script", "img", "iframe", "object"} == set()
    assert "onerror=alert" in seen.text
    assert "49" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", page)
    assert "[U+202E]" in page
    page.encode("utf-8")


def test_hostile_text_does_nothing_in_markdown(hostile: str) -> None:
    page = situation_report(*hostile_entries(hostile), form="md", title=hostile)
    assert not re.search(r"(?<!\\)<(?!a id=\"c\d+\">|/a>)", page)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", page)
    page.encode("utf-8")


@pytest.mark.parametrize(
    "text, safe",
    [
        ("[x](http://evil)", r"\[x\](http" + "\u2060://evil)"),
        ("# head", r"\# head"),
        ("*b* _i_ `c`", r"\*b\* \_i\_ \`c\`"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("<b>", r"\<b\>"),
        ("3.6 million", "3.6 million"),
    ],
)
def test_markdown_is_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_harmless_is_bounded_and_keeps_letters() -> None:
    assert harmless("a\n\tb") == "a b"
    assert harmless("مرحبا") == "مرحبا"
    assert len(harmless("x" * 10_000, 50)) <= 50


@pytest.mark.parametrize(
    "iso, words",
    [
        ("2031", "2031"),
        ("2031-03", "Mar 2031"),
        ("2031-03-04", "4 Mar 2031"),
        ("2031-03-04T14:00+03:00", "4 Mar 2031"),
        ("2031-03-04/2031-03-06", "4 to 6 Mar 2031"),
        ("2031-02-27/2031-03-02", "27 Feb to 2 Mar 2031"),
        ("2030-12/2031-03-02", "Dec 2030 to 2 Mar 2031"),
        ("2031-03-04/2031-03-04", "4 Mar 2031"),
        ("soon", "soon"),
    ],
)
def test_dates_in_words(iso: str, words: str) -> None:
    assert in_words(iso) == words


@pytest.mark.parametrize("iso", [None, "", "soon", "2031-13", "2031-02-30", "2031-01-01/soon"])
def test_what_is_no_date_covers_no_days(iso: str | None) -> None:
    assert days(iso) is None


def shown(figure: FigureEntry, texts: dict[str, str]) -> str:
    (card,) = build([figure], texts).key_figures
    return " ".join(piece.text for piece in card.values[0].number.pieces())


@pytest.mark.parametrize(
    "words, measure, of, words_shown",
    [
        ("12 soldiers were killed", "killed", "soldiers", "12 soldiers killed"),
        ("there were 12 dead", "killed", "dead", "12 killed"),
        ("12 of them were hurt", "wounded", "them", "12 wounded"),
        ("12 Arden refugees came", "refugees", "Arden refugees", "12 Arden refugees"),
        ("12 tanks were lost", "tanks", "tanks", "12 tanks"),
        ("12 targets were hit", "targets hit", "targets", "12 targets hit"),
        ("12 villages fell", "places taken", "villages", "12 places taken · villages"),
        ("12 people fled", "displaced", "people", "12 people displaced"),
        ("12 displaced families came", "displaced", "displaced families", "12 displaced families"),
    ],
)
def test_what_is_counted_is_said_once(words: str, measure: str, of: str, words_shown: str) -> None:
    cite = Cite(doc="a.txt", start=0, end=len(words), quote=words)
    figure = FigureEntry(
        id="f", cites=(cite,), measure=measure, value=12, qualifier="exact", unit="persons", of=of,
        per=("unattributed",), as_of="2031-03-04",
    )  # fmt: skip
    assert shown(figure, {"a.txt": words}) == words_shown


def test_magnitudes_and_ranges_are_shown_as_they_were_said() -> None:
    text = "dozens of soldiers were killed, between 30 and 35 by one count"
    cite = Cite(doc="a.txt", start=0, end=len(text), quote=text)
    base = FigureEntry(
        id="f", cites=(cite,), measure="killed", low=24, high=99, qualifier="dozens", unit="persons", of="soldiers",
        per=("unattributed",), as_of="2031-03-04",
    )  # fmt: skip
    assert shown(base, {"a.txt": text}) == "dozens of soldiers killed"
    between = msgspec.structs.replace(base, low=30, high=35, qualifier="exact")
    assert shown(between, {"a.txt": text}) == "30 to 35 soldiers killed"
    assert build([msgspec.structs.replace(between, high=36)], {"a.txt": text}).refused


def test_a_day_that_is_only_that_of_the_report_is_called_reported(
    entries: list[AnyEntry], texts: dict[str, str]
) -> None:
    dated = [
        msgspec.structs.replace(e, as_of="2031-03-04", as_of_basis="inferred") if e.id == "f1" else e for e in entries
    ]
    page = sitrep_text(dated, texts)
    assert "**defence ministry**, reported 4 Mar 2031" in page
    assert "**defence ministry**, as of 3 Mar 2031" in sitrep_text(entries, texts)


@pytest.mark.parametrize("form", SITREP_FORMATS)
def test_a_day_that_a_person_set_says_so(entries: list[AnyEntry], texts: dict[str, str], form: str) -> None:
    words = "date set by a person"
    changes = {"d1": {"basis": "ruling"}, "f1": {"as_of": "2031-03-04", "as_of_basis": "inferred"}}
    dated = [msgspec.structs.replace(each, **changes.get(each.id, {})) for each in entries]
    assert words not in situation_report(entries, texts, form=form)
    page = re.sub("<[^>]+>", "", situation_report(dated, texts, form=form))
    said = page.index("reported 4 Mar 2031")
    assert words in page[said : said + 60]
    assert words in page[page.index("Sources") :]


def sitrep_text(entries: list[AnyEntry], texts: dict[str, str]) -> str:
    return situation_report(entries, texts, form="md")


def told(text: str, number: str, at: str, **fields: object) -> FigureEntry:
    """A figure of people killed that the sentence of `text` with the words `at` tells."""
    start = text.rindex(". ", 0, text.index(at)) + 2 if ". " in text[: text.index(at)] else 0
    end = text.index(".", start) + 1
    plain = FigureEntry(
        id=f"f{start}", cites=(Cite(doc="a.txt", start=start, end=end, quote=text[start:end]),), value=float(number),
        qualifier="exact", unit="persons", measure="killed", of="people", count="incident", as_of="2031-03-04",
        per=("unattributed",), first_reported="2031-03-04",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **fields)


def statement(text: str, quote: str, speaker: str, act: str, **fields: object) -> StatementEntry:
    start = text.index(quote)
    plain = StatementEntry(
        id=f"s{start}", cites=(Cite(doc="a.txt", start=start, end=start + len(quote), quote=quote),),
        speaker=(speaker,), act=act, origins=Origins(1, 1, 1), form="indirect", on="2031-03-04", says=quote,
    )  # fmt: skip
    return msgspec.structs.replace(plain, **fields)


def said(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join(piece.text for piece in line.pieces()) for line in lines]


def test_what_is_told_in_the_words_of_the_report_is_shown_in_them() -> None:
    text = "The army denied on Monday that it had shelled the market of Tessa."
    (group,) = build(
        [statement(text, text, "army", "deny", says="it had shelled the market of Tessa")], {"a.txt": text}
    ).said
    assert said(group.lines) == [f"army 4 Mar 2031 : {text}"]


def test_a_number_that_a_shown_sentence_holds_is_not_told_again() -> None:
    text = "Nine people were killed in Tessa, the mayor said. In Orm 4 people were killed."
    entries: list[AnyEntry] = [
        told(text, "9", "Nine"),
        told(text, "4", "In Orm", place="Orm"),
        statement(text, "Nine people were killed in Tessa, the mayor said", "mayor", "assert"),
    ]
    report = build(entries, {"a.txt": text})
    assert [said(day.lines) for day in report.happened] == [["4 people killed · Orm — the report itself"]]
    assert [said(day.lines) for day in report.reported] == [["Nine people were killed in Tessa, the mayor said"]]
    assert [day.more for day in (*report.happened, *report.reported)] == [0, 0]


def test_highlights_stand_alone() -> None:
    text = (
        "An official warned that the dam would break in days. It warned that they would answer every shell. "
        "President Ada Marsh warned that Arden would answer every shell that fell."
    )
    entries = [
        statement(text, "An official warned that the dam would break in days", "official (unnamed)", "warn"),
        statement(text, "It warned that they would answer every shell", "Arden", "warn"),
        statement(
            text, "President Ada Marsh warned that Arden would answer every shell that fell", "Ada Marsh", "warn"
        ),
    ]
    (line,) = build(entries, {"a.txt": text}).highlights
    assert said((line,))[0].startswith("Ada Marsh")


def test_a_highlight_is_of_the_country_that_the_record_is_of() -> None:
    text = "In Orm 40 people were killed. In Tessa 9 people were killed."
    entries: list[AnyEntry] = [
        PlaceEntry(id="p1", cites=(), name="Orm", precision="exact", country="Elsewhere", origins=Origins(1, 1, 1)),
        PlaceEntry(id="p2", cites=(), name="Tessa", precision="exact", country="Arden", origins=Origins(3, 3, 3)),
        told(text, "40", "In Orm", place="Orm", place_id="p1"),
        told(text, "9", "In Tessa", place="Tessa", place_id="p2"),
    ]
    assert [line[:2] for line in said(build(entries, {"a.txt": text}).highlights)] == ["9 "]


def test_a_number_of_nobody_in_particular_stands_in_its_sentence() -> None:
    text = "Nine died."
    (day,) = build([told(text, "9", "Nine", of="died")], {"a.txt": text}).happened
    assert said(day.lines) == ["9 killed : Nine died."]


def test_words_that_point_back_are_left_out() -> None:
    text = "In Orm 9 of its people died."
    (day,) = build([told(text, "9", "In Orm", of="its people", place="Orm")], {"a.txt": text}).happened
    assert said(day.lines) == ["9 people killed · Orm — the report itself"]


def test_many_days_say_how_many_more_there_are() -> None:
    text = " ".join(f"On day {n} some 40 people were killed in Orm." for n in range(50))
    days_of = [
        told(text, "40", f"day {n} ", place="Orm", as_of=(dt.date(2031, 3, 1) + dt.timedelta(n)).isoformat())
        for n in range(50)
    ]
    report = build(days_of, {"a.txt": text})
    assert (len(report.happened), report.more_days) == (31, 19)
    assert "19 more earlier days" in situation_report(days_of, {"a.txt": text})
