"""Lists of every kind: what each line shows, parts, orders, empty ones, the same as JSON and CSV."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from onrecord.web.pages.lists import LISTS
from onrecord.web.saying import marked, on_condition, spoken_days


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_a_page_and_rows(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}")
    rows = client.get(f"/{name}.json").json()["rows"]
    table = list(csv.DictReader(io.StringIO(client.get(f"/{name}.csv").text)))
    assert page.status_code == 200
    assert len(rows) == len(table) == len(set(re.findall(r'<(?:article class="line"|li) id="e([^"]+)"', page.text)))
    assert {row["kind"] for row in rows} <= set(LISTS[name].kinds)
    assert [row["id"] for row in rows] == [row["id"] for row in table]


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_why(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}", params={"q": "no such words anywhere"}).text
    assert "Nothing in the record fits this filter." in page
    assert f'<a href="/{name}">show all' in page


def test_parts_follow_one_another(client: TestClient) -> None:
    first, second = client.get("/statements").text, client.get("/statements?page=2").text
    assert "1 to 50 shown" in first
    assert 'rel="next" href="/statements?page=2"' in first
    assert "51 to 100 shown" in second
    assert 'rel="prev" href="/statements"' in second


def test_figures_begin_with_series_and_statements_are_quotations(client: TestClient) -> None:
    figures = client.get("/figures").text
    assert figures.index('id="series"') < figures.index("<article")
    assert re.search(r'<svg class="chart"[^>]*role="img" aria-label="people displaced', figures)
    statements = client.get("/statements").text
    assert re.search(r"<blockquote><bdi>[^<]*<mark>", statements)


def test_deadlines_are_grouped_as_they_stand(client: TestClient) -> None:
    page = client.get("/commitments").text
    assert "Over, with no outcome told" in page
    assert re.search(r"\d+ days? over", page)
    assert "As they stood on 6 Mar 2020" in page


def test_sides_of_a_dispute_stand_beside_one_another(client: TestClient) -> None:
    page = client.get("/disputes").text
    pair = re.search(r'<div class="pair.*?</article>', page, re.DOTALL)
    assert pair is not None
    assert pair[0].count("<blockquote>") >= 2


def test_copies_are_folded_with_their_number(client: TestClient) -> None:
    page = client.get("/copies").text
    assert re.search(r"<details class=\"folded\"><summary[^>]*>\d+ more passages? in the same reports", page)
    docs = [tuple(row["docs"]) for row in client.get("/copies.json").json()["rows"]]
    assert page.count('<article class="line"') == len(set(docs)) < len(docs)


def test_reports_say_on_what_their_date_rests(client: TestClient) -> None:
    page = client.get("/reports").text
    assert "as stated in the report" in page
    assert "date inferred" in page


@pytest.mark.parametrize(
    ("quote", "words", "parts"),
    [
        ("He said: We will stay.", "we will stay", ("He said: ", "We will stay", ".")),
        ("He said: We will stay.", "they left", ("He said: We will stay.", "", "")),
        ("We will stay, said he", "“We will stay,”", ("", "We will stay", ", said he")),
        ("We will stay.", "“We will stay”", ("We will stay.", "", "")),
        ("a\u202eb stays", "stays", ("a[U+202E]b ", "stays", "")),
        ("no words", "", ("no words", "", "")),
    ],
)
def test_words_are_marked_in_their_quote(quote: str, words: str, parts: tuple[str, str, str]) -> None:
    assert marked(quote, words) == parts


def test_a_long_quote_is_cut_about_its_words() -> None:
    before, those, after = marked("word " * 200 + "here they are" + " more" * 200, "here they are", 200)
    assert those == "here they are"
    assert before.startswith("… ")
    assert after.endswith("…")
    assert len(before + those + after) < 220


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("unless they withdraw", "unless they withdraw"),
        ("If attacked again", "If attacked again"),
        ("the siege goes on", "if the siege goes on"),
    ],
)
def test_a_condition_begins_with_its_word(condition: str, words: str) -> None:
    assert on_condition(condition) == words


def test_days_within_words_are_spoken() -> None:
    assert spoken_days("displaced: people, 2020-03-02") == "displaced: people, 2 Mar 2020"
    assert spoken_days("no 2020-13-45") == "no 2020-13-45"


def test_where_nothing_is_found_the_page_says_where_something_is(client: TestClient) -> None:
    page = client.get("/sites", params={"measure": "killed"}).text
    assert "Nothing in the record fits this filter" in page
    assert re.search(r'It finds elsewhere: <a href="/figures\?measure=killed">figures \d+</a>', page)
    assert "It finds elsewhere" not in client.get("/sites", params={"q": "no such word anywhere"}).text


def test_what_two_do_with_one_another_names_both_first(client: TestClient) -> None:
    events = client.get("/events.json").json()["rows"]
    by, to = next((each["by"], each["to"]) for each in events if each.get("mutual") and each["by"] and each["to"])
    assert f"<b><bdi>{by[0]} and {to[0]}</bdi></b> · " in client.get("/events").text
