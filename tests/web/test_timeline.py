"""What happened, day by day: nothing is lost for want of a day."""

import datetime as dt
import re
from pathlib import Path

from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.entries import EventEntry
from onrecord.model.filters import Filter
from onrecord.store.browsing import Bar, Strip
from onrecord.web.pages.timeline import AT_ONCE, HAPPENED, by_day
from onrecord.web.saying import lasting
from onrecord.web.strips import drawn


def event(on: str | None, on_is: str | None = None) -> EventEntry:
    return EventEntry(id=on or "-", cites=(), what="shelling", status="happened", on=on, on_is=on_is)


def test_days_stand_newest_first_and_what_has_none_last(client: TestClient) -> None:
    days = re.findall(r'<section class="day">\s*<h2><time datetime="([^"]+)"', client.get("/timeline").text)
    assert days == sorted(days, reverse=True)
    oldest = client.get("/timeline", params={"order": "oldest"}).text
    days = re.findall(r'<section class="day">\s*<h2><time datetime="([^"]+)"', oldest)
    assert days == sorted(days)


def test_past_ahead_and_undated_hold_every_entry(client: TestClient, read_once: Path) -> None:
    with Record(read_once, create=False) as record, record.reading() as reader:
        counts = reader.tally(Filter())
    number = sum(counts[kind] for kind in HAPPENED)
    past, undated = _all_parts(client, ""), _all_parts(client, "&lacks=day")
    page = client.get("/timeline").text
    ahead = _all_parts(client, "&since=2020-03-07") if "ahead of the newest report" in page else []
    for ids in (past, undated):
        assert len(ids) == len(set(ids))
    assert not set(past) & set(undated)
    assert len({*past, *undated, *ahead}) == number
    assert f'<p class="by count">{len(past):,} in all · ' in page
    assert f"{len(undated):,} have no day" in page


def _all_parts(client: TestClient, query: str) -> list[str]:
    ids: list[str] = []
    for part in range(1, 50):
        rows = client.get(f"/timeline.json?page={part}{query}").json()["rows"]
        ids += [row["id"] for row in rows]
        if len(rows) < AT_ONCE:
            break
    return ids


def test_the_undated_are_counted_and_linked_beside_a_period(client: TestClient) -> None:
    page = client.get("/timeline", params={"since": "2020-02-20", "until": "2020-02-22"}).text
    assert re.search(r'\d+ have no day: <a href="/timeline\?lacks=day">', page)
    none = client.get("/timeline", params={"since": "1999-01-01", "until": "1999-01-02"}).text
    assert "Nothing that happened fits this filter" in none
    assert "list them" in none


def test_entries_are_grouped_by_the_day_they_ended_or_began() -> None:
    entries = [event("2020-02-03/2020-02-05"), event("2020-02-05"), event("2020-02-01"), event(None)]
    assert [(each.day, len(each.entries)) for each in by_day(entries, "newest")] == [
        ("2020-02-05", 2),
        ("2020-02-01", 1),
        (None, 1),
    ]
    assert by_day(entries[:1], "oldest")[0].day == "2020-02-03"


def test_what_lasts_beyond_the_newest_report_stands_under_its_day() -> None:
    entries = [event("2020"), event("2020-02-03/2020-02-05"), event("2020-02-04")]
    groups = by_day(entries, "newest", last=dt.date(2020, 2, 4))
    assert [(each.day, len(each.entries)) for each in groups] == [("2020-02-04", 3)]
    assert by_day([event("2021-01-01")], "newest", last=dt.date(2020, 2, 4))[0].day == "2021-01-01"
    began = by_day([event("2019-12-01/2020-02-05")], "oldest", dt.date(2020, 2, 1))
    assert began[0].day == "2020-02-01"


def test_a_period_is_a_bar_and_a_day_a_point() -> None:
    day, week, month = lasting(event("2020-02-03")), lasting(event("2020-02-03/2020-02-09")), lasting(event("2020-02"))
    assert day is not None
    assert week is not None
    assert month is not None
    assert day.width == 0 < week.width < month.width
    within = lasting(event("2020-02", on_is="within"))
    assert within is not None
    assert within.is_open
    assert within.says == "some time within Feb 2020"
    assert lasting(event(None)) is None


def test_rows_have_their_own_scale_and_the_table_all_numbers() -> None:
    bars = (
        Bar("2020-02-01", "2020-02-01", "event", 2),
        Bar("2020-02-03", "2020-02-03", "event", 200),
        Bar("2020-02-03", "2020-02-03", "control", 1),
    )
    made = drawn(Strip("day", bars, {"event": 4}, {}))
    assert made is not None
    assert [(row.kind, row.most) for row in made.rows] == [("event", 200), ("control", 1)]
    assert made.rows[0].columns[1].height == made.rows[1].columns[0].height
    assert made.rows[0].columns[1].says == "3 Feb 2020: 200 · events"
    assert made.table == [("2020-02-01", [2, 0]), ("2020-02-03", [200, 1])]
    assert (made.earlier, made.later) == (4, 0)
    assert all(column.x >= 0 and column.x + column.width <= 100 for row in made.rows for column in row.columns)
    assert drawn(Strip("day", (), {}, {})) is None


def test_a_bar_leads_to_its_days(client: TestClient) -> None:
    page = client.get("/timeline").text
    assert re.search(r'href="/timeline\?kind=event&amp;since=2020-02-\d\d&amp;until=2020-02-\d\d"', page)
