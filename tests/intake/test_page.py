"""Pages and what is cut from them. A cut takes no word of the report with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.intake import RULES, Given, page
from onrecord.model.documents import Document
from onrecord.model.said import Said
from onrecord.reading.rules import holds
from onrecord.reading.view import paragraphs

BODY = (
    "Government forces shelled two villages east of the river on Tuesday, residents said.\n\n"
    "At least 14 people were killed, a local doctor told reporters by telephone.\n\n"
    "The army denied that it had fired on civilians.\n\n"
    "Aid agencies said thousands were on the road."
)


def cuts(document: Document) -> list[tuple[str, str]]:
    return [(cut.why, " ".join(cut.span.of(document.text).split())) for cut in document.cuts]


def value(said: Said[str] | None) -> str | None:
    return said.value if said else None


def left(document: Document) -> str:
    """The text without its cuts."""
    text, at = "", 0
    for cut in document.cuts:
        text += document.text[at : cut.span.start]
        at = cut.span.end
    return text + document.text[at:]


def values_hold(document: Document) -> None:
    for part in document.parts:
        for said in (part.title, part.publisher, part.agency, part.published, part.dateline, *part.authors):
            if said is not None:
                words = [span.of(document.text) for span in said.words]
                assert holds(RULES, said.rule, said.value, words)
                assert not holds(RULES, said.rule, f"{said.value}x", words) or not words


@pytest.mark.parametrize(
    "top, why, words",
    [
        ("date 2023-04-15 ", "date header", "date 2023-04-15"),
        ("Published: 15 April 2023 14:05 GMT\n\n", "date header", "Published: 15 April 2023 14:05 GMT"),
        ("Sudan fighting spreads west\n\nSaturday, April 15, 2023\n\n", "date header", "Saturday, April 15, 2023"),
        ("15/4/2023\n", "date header", "15/4/2023"),
        ("Monday 17 April 2023 18:15, UK\n", "date header", "Monday 17 April 2023 18:15, UK"),
        ("15 April 2023 — ", "dateline", "15 April 2023 —"),
        ("Sudan fighting spreads\n\n15 April 2023, Nyala\n", "date header", "15 April 2023, Nyala"),
        ("Sudan fighting spreads\n\nApr 15, 2023 | Port Sudan\n", "date header", "Apr 15, 2023 | Port Sudan"),
        ("Sudan fighting spreads - 15 April 2023\n\n", "date header", "- 15 April 2023"),
        ("(Nairobi, April 15, 2023) – ", "dateline", "(Nairobi, April 15, 2023) –"),
        ("Bogotá, 15 April 2023. ", "dateline", "Bogotá, 15 April 2023."),
        ("Khartoum [Sudan], April 15 (ANI): ", "dateline", "Khartoum [Sudan], April 15 (ANI):"),
        ("GENEVA / PORT SUDAN (15 April 2023) – ", "dateline", "GENEVA / PORT SUDAN (15 April 2023) –"),
        (
            "GOMA, Democratic Republic of the Congo (Reuters) - ",
            "dateline",
            "GOMA, Democratic Republic of the Congo (Reuters) -",
        ),
        ("FOR IMMEDIATE RELEASE\n\n", "page furniture", "FOR IMMEDIATE RELEASE"),
        ("18.4K subscribers\n", "page furniture", "18.4K subscribers"),
        ("3 min read\n\n", "page furniture", "3 min read"),
        ("This article is more than 1 year old\n", "page furniture", "This article is more than 1 year old"),
        ("Home > Africa > Sudan\n", "page furniture", "Home > Africa > Sudan"),
        ("Source OCHA\n", "agency line", "Source OCHA"),
        ("Text by: FRANCE 24 with AFP\n", "agency line", "Text by: FRANCE 24 with AFP"),
        ("Primary country Sudan\n", "page furniture", "Primary country Sudan"),
        ("14.32 BST\n", "page furniture", "14.32 BST"),
        ("Updated at 14.40 BST\n", "page furniture", "Updated at 14.40 BST"),
        ("[15/04/2023, 18:15] Press Office: ", "time stamp", "[15/04/2023, 18:15] Press Office:"),
        ("Updated 6:12 PM EDT, Sat April 15, 2023\n", "date header", "Updated 6:12 PM EDT, Sat April 15, 2023"),
        ("KHARTOUM – ", "dateline", "KHARTOUM –"),
        ("STEPANAKERT / YEREVAN – ", "dateline", "STEPANAKERT / YEREVAN –"),
        ("KYIV, Ukraine (AP) — ", "dateline", "KYIV, Ukraine (AP) —"),
        ("GENEVA, 5 May 2023 (OCHA) - ", "dateline", "GENEVA, 5 May 2023 (OCHA) -"),
        ("BENGHAZI , Libya -LRB- Reuters -RRB- -- ", "dateline", "BENGHAZI , Libya -LRB- Reuters -RRB- --"),
        ("Bamako (AFP) – ", "dateline", "Bamako (AFP) –"),
        ("SANAA, Yemen, March 3 (Xinhua) -- ", "dateline", "SANAA, Yemen, March 3 (Xinhua) --"),
        ("KABUL: ", "dateline", "KABUL:"),
        ("BOGOTA, 4 JAN 90 (EFE) -- [REPORT] [TEXT] ", "agency line", "[REPORT] [TEXT]"),
        ("BREAKING: ", "page furniture", "BREAKING:"),
        ("Army advances\nBy Jane Doe and John Q. Public in Goma\n", "byline", "By Jane Doe and John Q. Public in Goma"),
        ("Army advances in the north\nBy The Associated Press\n", "byline", "By The Associated Press"),
        ("advertisement\n\n", "advertisement", "advertisement"),
        ("Army moves north\n\nArmy moves north\n\n", "repeated headline", "Army moves north"),
        ("Share on Facebook\n", "share line", "Share on Facebook"),
        ("Xinhua\n", "agency line", "Xinhua"),
        ("We use cookies to serve you.\n", "page furniture", "We use cookies to serve you."),
    ],
)  # fmt: skip
def test_what_stands_above_a_report(top: str, why: str, words: str) -> None:
    document = page("a.txt", top + BODY)
    assert (why, words) in cuts(document)
    assert left(document).endswith(BODY)
    assert len(document.parts) == 1
    values_hold(document)


@pytest.mark.parametrize(
    "bottom, why, words",
    [
        (
            "(Reporting by Jane Doe in Goma; Editing by John Roe)",
            "credit line",
            "(Reporting by Jane Doe in Goma; Editing by John Roe)",
        ),
        ("Writing by Jane Doe; Editing by John Roe", "credit line", "Writing by Jane Doe; Editing by John Roe"),
        (
            "CNN's Jane Doe and John Roe contributed to this report.",
            "credit line",
            "CNN's Jane Doe and John Roe contributed to this report.",
        ),
        ("(AFP)", "agency line", "(AFP)"),
        ("(FRANCE 24 with AFP)", "agency line", "(FRANCE 24 with AFP)"),
        ("👁 84.2K  🔁 forwarded 312", "page furniture", "👁 84.2K 🔁 forwarded 312"),
        (
            "@regional_staff | Subscribe | Boost channel",
            "page furniture",
            "@regional_staff | Subscribe | Boost channel",
        ),
        ("Jane Doe, Head of Office, doe@example.org, Tel. +249 91", "contact line", "Jane Doe, Head of Office,"),
        ("You received this message because you are in a group.", "newsletter", "You received this message"),
        ("Soldiers in the north, on February 3, 2020. © Jane Doe, AFP", "caption", "© Jane Doe, AFP"),
        (
            "READ MORE: Ten things to know about the truce",
            "related links",
            "READ MORE: Ten things to know about the truce",
        ),
        ("Discussion about this post", "comments", "Discussion about this post"),
        (
            "Leave a Reply\n\nYou are all wrong. It was 40 dead.",
            "comments",
            "Leave a Reply You are all wrong. It was 40 dead.",
        ),
        ("Follow us on Twitter", "share line", "Follow us on Twitter"),
        (
            "Sign up for our morning briefing, every weekday.",
            "newsletter",
            "Sign up for our morning briefing, every weekday.",
        ),
        ("A drone over the town of Bakhmut. Jane DOE / AFP", "caption", "Jane DOE / AFP"),
        ("Women queue for water in Tigray. [Jane Doe/Reuters]", "caption", "[Jane Doe/Reuters]"),
        ("Women queue for water in Tigray. (AP Photo/Jane Doe)", "caption", "(AP Photo/Jane Doe)"),
        ("Photo: Jane Doe/Reuters", "caption", "Photo: Jane Doe/Reuters"),
        ("FILE PHOTO: Soldiers near Stepanakert, November 8, 2020.", "caption", "FILE PHOTO:"),
    ],
)
def test_what_stands_below_or_within_a_report(bottom: str, why: str, words: str) -> None:
    for text in (f"{BODY}\n\n{bottom}", f"{BODY}\n\n{bottom}\n\nadvertisement\n"):
        document = page("a.txt", text)
        assert any(cut == why and found.startswith(words) for cut, found in cuts(document))
        assert left(document).startswith(BODY)
        values_hold(document)


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday, the rebels had taken the airport.",
        "Goma – the largest city of the east – is surrounded, and its airport is closed to all aid flights.",
        "Sponsored by Iran, the militia has grown to 20,000 men.",
        "For the latest round of talks, both sides sent their ministers.",
        "Watch towers stood along the border, and soldiers manned them.",
        "Reporting by human rights groups was banned in the province.",
        "“We will fight,” he said. “We will win,” said another.",
        "The ministry (health) said 12 people had died.",
        "Photographs showed 12 bodies.",
        "Contact was lost with the convoy at noon.",
        "The statement was carried by Reuters and AFP.",
        "He spoke to Reuters (the news agency) on Monday.",
        "Follow-up talks were held on 3 March 2022.",
        "Read out on state television, the order came into force at once.",
        "Comments by the minister angered the opposition.",
        "The deal was signed in Minsk on 12 February 2015.",
        "PUTIN: We did not start this war, and we shall end it when our aims have been reached, not before.",
        "BUSTED: The general had been selling the rations of his own soldiers for months, a court heard.",
        "The letter (leaked to the press) [BBC | video] was a forgery.",
        "A source close to the military/intelligence committee said so.",
        "More than 40 people died, the army said.",
        "The book (written by an officer in 1964) was banned.",
        "A clip (video by the army) showed 12 bodies.",
        "Editing by the censors left nothing of the report.",
        "The address was 12 Nile Street, and the letters went to info@example.org until the office was shelled.",
        "From: that day on, nobody crossed the bridge.",
        "At 14.32 the shelling began, and by 15.10 the market was in flames.",
        "Live fire was used against the crowd, and 12 people fell.",
        "Updated lists name 45 missing people.",
        "12 members of the council and 3 readers of the station were held.",
        "In 4 of 12 districts people fled their homes.",
    ],
)
def test_no_sentence_of_a_report_is_cut(sentence: str) -> None:
    for text in (f"{BODY}\n\n{sentence}\n\n{BODY}", f"{sentence}\n\n{BODY}", f"{BODY}\n\n{sentence}"):
        document = page("a.txt", text)
        assert document.cuts == ()
        assert len(document.parts) == 1


def test_an_e_mail_keeps_its_subject_as_title_and_its_date() -> None:
    document = page(
        "a.txt",
        "From: Press <press@example.org>\nTo: all\nDate: Wed, 3 Nov 2021 09:12:44 +0300\nSubject: Findings released\n\n"
        + BODY,
    )
    (part,) = document.parts
    assert value(part.title) is None or value(part.title) == "Findings released"
    assert value(part.published) == "2021-11-03"
    assert left(document).split() == ["Findings", "released", *BODY.split()]
    values_hold(document)


def test_a_medium_at_the_end_of_a_headline_is_the_publisher() -> None:
    (part,) = page("a.txt", f"Air strike kills scores in Sagaing - ReliefWeb\n\n{BODY}").parts
    assert (value(part.title), value(part.publisher)) == ("Air strike kills scores in Sagaing", "ReliefWeb")
    (part,) = page("a.txt", f"Air strike on market - what we know\n\n{BODY}").parts
    assert value(part.title) == "Air strike on market - what we know"


def test_a_caption_above_the_report_is_neither_its_title_nor_its_first_sentence() -> None:
    document = page(
        "a.txt",
        "1 of 4 | Women queue in Goma, Friday, Oct. 4, 2024. (AP Photo/Jane Doe)\n"
        "Clashes in North Kivu\nBy JANE DOE\n\n" + BODY,
    )
    (part,) = document.parts
    assert value(part.title) == "Clashes in North Kivu"
    assert [author.value for author in part.authors] == ["JANE DOE"]


def test_the_stamp_of_a_teaser_parts_two_sentences() -> None:
    text = f"{BODY}\n\nEnvoy leaves the capital updated : Fri Mar 04 2022 07:15:00 NATO said it would stay."
    document = page("a.txt", text)
    assert ("time stamp", "updated : Fri Mar 04 2022 07:15:00") in cuts(document)
    assert [paragraph.text for paragraph in paragraphs(document)][-2:] == [
        "Envoy leaves the capital",
        "NATO said it would stay.",
    ]


def test_a_page_names_its_frame() -> None:
    document = page(
        "a.txt",
        "Clashes in North Kivu\n\nBy Jane Doe and Ali al-Hassan\n\nGOMA, DR Congo, March 3, 2022 (Reuters) - " + BODY,
    )
    (part,) = document.parts
    assert value(part.title) == "Clashes in North Kivu"
    assert [author.value for author in part.authors] == ["Jane Doe", "Ali al-Hassan"]
    assert value(part.agency) == "Reuters"
    assert part.publisher is None
    assert value(part.published) == "2022-03-03"
    assert value(part.dateline) == "GOMA, DR Congo"
    values_hold(document)


@pytest.mark.parametrize(
    "line, authors, agency, publisher",
    [
        ("By JANE DOE Associated Press", ["JANE DOE"], "Associated Press", None),
        ("By JANE DOE AND ALI KHAN, CNN", ["JANE DOE", "ALI KHAN"], None, "CNN"),
        ("From CNN's Jane Doe", ["Jane Doe"], None, "CNN"),
        ("By Jane Doe - The Washington Times - Sunday, July 15, 2018", ["Jane Doe"], None, None),
        ("By Jane Doe, Correspondent", ["Jane Doe"], None, None),
        ("By Our Staff Reporter", [], None, None),
        ("Jane Doe, Associated Press Published 6:18 a.m. ET July 16, 2018", [], "Associated Press", None),
        ("By Reuters", [], "Reuters", None),
    ],
)
def test_bylines(line: str, authors: list[str], agency: str | None, publisher: str | None) -> None:
    document = page("a.txt", f"Talks go on in Doha\n\n{line}\n\n{BODY}")
    (part,) = document.parts
    assert [author.value for author in part.authors] == authors
    assert (value(part.agency), value(part.publisher)) == (agency, publisher)
    assert left(document).split("\n\n", 1)[0] == "Talks go on in Doha"
    assert line in [words for _, words in cuts(document)]


@pytest.mark.parametrize(
    "credit", ["Women in Tigray. Jane Doe / AFP", "(AP Photo/Jane Doe)", "Photo: Jane Doe/Reuters"]
)
def test_the_agency_of_a_photograph_is_not_that_of_the_report(credit: str) -> None:
    (part,) = page("a.txt", f"{BODY}\n\n{credit}\n\n{BODY}").parts
    assert part.agency is None
    assert part.authors == ()


@pytest.mark.parametrize("words", ["Reuters reported on Monday that 12 had died.", "Interfax quoted the ministry."])
def test_a_medium_that_is_quoted_is_not_the_agency(words: str) -> None:
    (part,) = page("a.txt", f"{words}\n\n{BODY}").parts
    assert part.agency is None
    assert part.publisher is None


@pytest.mark.parametrize(
    "joint, publisher, agency, published, title",
    [
        ("TASS, 22/2/2022: Moscow calls for restraint\n", "TASS", None, "2022-02-22", "Moscow calls for restraint"),
        ("Anadolu, 3 March 2022: Ankara offers talks\n", "Anadolu Agency", None, "2022-03-03", "Ankara offers talks"),
        ("date 2022-03-04 Ankara offers talks\n", None, None, "2022-03-04", "Ankara offers talks"),
        ("(Editing by J. Roe)\n\nTalks go on\n\nADEN, May 4, 2022 (EFE) – ", None, "EFE", "2022-05-04", "Talks go on"),
    ],
)  # fmt: skip
def test_a_second_report_is_split_off(
    joint: str, publisher: str | None, agency: str | None, published: str, title: str
) -> None:
    document = page("a.txt", f"date 2022-02-20 First of two\n{BODY}\n{joint}{BODY}")
    first, second = document.parts
    assert document.quality == ("several reports in one page",)
    assert (first.span.start, first.span.end, second.span.end) == (0, second.span.start, len(document.text))
    assert value(first.published) == "2022-02-20"
    assert value(second.title) == title
    assert value(second.publisher) == publisher
    assert value(second.agency) == agency
    assert value(second.published) == published
    values_hold(document)


@pytest.mark.parametrize(
    "line",
    [
        "Idlib, 22/2/2020: a shell hit the market.",
        "Reuters said on 22/2/2020 that talks had failed.",
        "March 3, 2022",
        "In Kyiv, the AP saw smoke.",
    ],
)
def test_one_report_stays_one(line: str) -> None:
    assert len(page("a.txt", f"{BODY}\n\n{line}\n\n{BODY}").parts) == 1


def test_headings_of_a_chronology_are_no_headers() -> None:
    text = "\n".join(f"March {day}, 2022\nTroops crossed the border near village {day}." for day in range(1, 8))
    document = page("a.txt", text)
    assert document.cuts == ()
    assert document.parts[0].published is None


@pytest.mark.parametrize(
    "top, remark",
    [
        ("Monday, 3 March 2022\n\n", "'Monday, 3 March 2022' was a Thursday"),
        ("date 2022-03-30 KYIV, March 3 (Reuters) - ", "2022-03-30 is stated, its dateline says 'March 3'"),
        ("date 2021-03-03\nPublished: 3 March 2022\n", "2021-03-03 is stated, its header says '3 March 2022'"),
    ],
)
def test_a_date_that_the_page_contradicts_is_marked(top: str, remark: str) -> None:
    assert page("a.txt", top + BODY).quality == (f"stated date contradicted by its text: {remark}",)


@pytest.mark.parametrize(
    "top", ["Thursday, 3 March 2022\n\n", "date 2022-03-04 KYIV, March 3 (Reuters) - ", "date 2022-03-04 GOMA - "]
)
def test_a_date_that_agrees_is_not_marked(top: str) -> None:
    assert page("a.txt", top + BODY).quality == ()


def test_day_and_month_that_may_be_swapped_are_not_guessed() -> None:
    assert page("a.txt", "3/2/2022\n" + BODY).parts[0].published is None
    agreed = page("a.txt", "date 2022-02-03\n" + BODY + "\nTASS, 3/2/2022: Talks fail\n" + BODY)
    assert [value(part.published) for part in agreed.parts] == ["2022-02-03", None]


@pytest.mark.parametrize(
    "top, day",
    [
        ("SOUTH SUDAN\nHumanitarian Situation Update No. 4 (as of 12 April 2023)", "2023-04-12"),
        ("Myanmar: Flash Update #3\nAs of 18:00 on 3 May 2021", "2021-05-03"),
        ("Yemen Situation Report, as at 1 March 2020", "2020-03-01"),
        ("date 2023-04-25\nSituation Update as of 24 April 2023", "2023-04-25"),
        ("Iraq: weekly note\nWeek ending Sunday, 27 November 2016", "2016-11-27"),
        ("Kosovo tensions LIVE: policeman shot\nPublished On 16 June 2023. This page is now closed.", "2023-06-16"),
        ("Prices as of last week", None),
        ("SYRIA SITUATION REPORT: OCTOBER 12 – 19, 2016", "2016-10-19"),
        ("Weekly Update 12 | 5 – 12 March 2021", "2021-03-12"),
        ("Mali updates: both sides 'will talk'January 6, 2025", "2025-01-06"),
        ("Both sides break the Easter truce Sunday, April 20, 2025", "2025-04-20"),
        ("Survivors of the massacre of July 11, 1995", None),
        ("Drone shot down over Sanaa\nPublished: 12 August ,2019: 12:00 AM GST Updated: 20 May ,2020", "2019-08-12"),
        (
            "Eight die in raid\nBy PTI | Updated: October 2, 2025 11:10 IST2025-10-02T11:06:53+5:302025-10-02T11:10",
            "2025-10-02",
        ),
        ("Rebels shell the city\nPublished On 21 Sep 202521 Sep 2025", "2025-09-21"),
        ("Blast in Mogadishu\nWed 15 Mar 2023 9:05 pm - Jerusalem Time", "2023-03-15"),
    ],
)
def test_a_situation_update_is_of_the_day_for_which_it_stands(top: str, day: str | None) -> None:
    body = "Fighting displaced 400 families on Sunday, the authorities said. As of 5 June 2024, 300 were left."
    published = page("x.txt", f"{top}\n\n{body}\n").parts[0].published
    assert (published.value if published else None) == day


def test_columns_of_a_table_come_before_the_text() -> None:
    given_ = Given(published="2022-03-05", title="From the table", publisher="The Post", authors=("Jane Doe",))
    (part,) = page("a.txt", "GOMA, March 4, 2022 (Reuters) - " + BODY, given_).parts
    assert part.published == Said("2022-03-05", "column", ())
    assert part.title == Said("From the table", "column", ())
    assert part.publisher == Said("The Post", "column", ())
    assert value(part.agency) == "Reuters"


@pytest.mark.parametrize(
    "text, code",
    [
        (BODY, "en"),
        (BODY.upper(), "en"),
        ("L'armée a annoncé mardi avoir repris la ville après trois jours de combats, selon un porte-parole.", "fr"),
        ("قال متحدث باسم الجيش يوم الثلاثاء إن القوات استعادت المدينة بعد ثلاثة أيام من القتال", "ar"),
        ("Збройні сили повідомили у вівторок, що місто звільнено після трьох днів боїв.", "uk"),
        ("12 345 678 90", "und"),
    ],
)
def test_language(text: str, code: str) -> None:
    document = page("a.txt", text)
    assert document.language == code
    assert (f"not read: language {code}" in document.quality) == (code != "en")


@pytest.mark.parametrize(
    "text",
    ["word " * 100_000, "x" * 200_000, "12 345 678\n" * 5_000, "قالت وزارة الدفاع " * 5_000, "\x01\x1b\u202e" * 5_000,
     "(" * 20_000, "By John Smith and " * 5_000, "KYIV (AP) - Troops left.\n" * 500, "A / B " * 10_000, "\n" * 50_000],
)  # fmt: skip
def test_strange_texts_are_kept(text: str) -> None:
    document = page("a.txt", text)
    assert document.text == text
    assert document.parts[-1].span.end == len(text)


pieces = st.sampled_from(
    [BODY, "\n", "\n\n", " ", "advertisement", "date 2022-03-03", "TASS, 3/3/2022: x", "By Jane Doe", "KYIV (AP) — ",
     "(Editing by A B)", "READ ALSO", "Leave a comment", "A B / AFP", "\u202e", "\x00", "-LRB- CNN -RRB- --", "### "]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(pieces | st.text(max_size=30), max_size=14).map("".join))
def test_any_text_is_kept_and_its_cuts_lie_apart(text: str) -> None:
    document = page("a.txt", text)
    assert document.text == text
    ends = [0, *(cut.span.end for cut in document.cuts)]
    assert all(end <= cut.span.start < cut.span.end <= len(text) for end, cut in zip(ends, document.cuts, strict=False))
    assert document.parts[0].span.start == 0
    assert document.parts[-1].span.end == len(text)
    for part in document.parts:
        for said in (part.title, part.publisher, part.agency, part.published, part.dateline, *part.authors):
            if said is not None:
                assert holds(RULES, said.rule, said.value, [span.of(text) for span in said.words])
