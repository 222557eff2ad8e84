"""What a symbolic date comes to once the report's day is known."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.dates import When, far_back, resolve

FRIDAY = dt.date(2020, 2, 7)


def day(**fields: object) -> When:
    return msgspec.convert({"unit": "day", **fields}, When)


def month(number: int, **fields: object) -> When:
    return msgspec.convert({"unit": "month", "month": number, **fields}, When)


def unit(name: str, **fields: object) -> When:
    return msgspec.convert({"unit": name, **fields}, When)


TABLE = [
    # words, date, ISO in a report of Friday 7 February 2020
    ("10 February 2011", day(year=2011, month=2, day=10), "2011-02-10"),
    ("November 2015", month(11, year=2015), "2015-11"),
    ("2018", unit("year", year=2018), "2018"),
    ("the early 1990s", unit("decade", year=1990, part="early"), "1990/1999"),
    ("the summer of 2014", unit("season", year=2014, month=6), "2014-06/2014-08"),
    ("the first week of March 2011", unit("week", nth=1, month=3, year=2011), "2011-03-01/2011-03-07"),
    ("the last week of February 2011", unit("week", nth=-1, month=2, year=2011), "2011-02-22/2011-02-28"),
    ("the third quarter of 2010", unit("quarter", nth=3, year=2010), "2010-07/2010-09"),
    ("the second half of 2010", unit("half", nth=2, year=2010), "2010-07/2010-12"),
    ("the last day of the month", unit("day", nth=-1, offset=0), "2020-02-29"),
    ("said on Friday", day(weekday=4), "2020-02-07"),
    ("will meet on Friday", day(weekday=4, side="forward"), "2020-02-07"),
    ("last Friday", day(weekday=4, side="before"), "2020-01-31"),
    ("next Friday", day(weekday=4, side="after"), "2020-02-14"),
    ("said on Saturday", day(weekday=5), "2020-02-01"),
    ("will arrive on Saturday", day(weekday=5, side="forward"), "2020-02-08"),
    ("ahead of Saturday's summit", day(weekday=5, side="near"), "2020-02-08"),
    ("ahead of Tuesday's summit", day(weekday=1, side="near"), "2020-02-04"),
    ("Monday last week", day(weekday=0, offset=-1), "2020-01-27"),
    ("yesterday", day(offset=-1), "2020-02-06"),
    ("two weeks ago", unit("week", offset=-2), "2020-01-20/2020-01-26"),
    ("in December", month(12), "2019-12"),
    ("in February", month(2), "2020-02"),
    ("in May (ahead)", month(5, side="forward"), "2020-05"),
    ("last February", month(2, side="before"), "2019-02"),
    ("March last year", month(3, offset=-1), "2019-03"),
    ("the 10th of this month", day(day=10, offset=0), "2020-02-10"),
    ("on the 10th", day(day=10), "2020-01-10"),
    ("February 29", day(month=2, day=29), "2016-02-29"),
    ("Tuesday, March 10", day(month=3, day=10, weekday=1), "2020-03-10"),
    ("Sunday, March 10", day(month=3, day=10, weekday=6), "2019-03-10"),
    ("was due on January 15", day(month=1, day=15, side="forward"), "2020-01-15"),
    ("is due on August 15", day(month=8, day=15, side="forward"), "2020-08-15"),
    ("by the end of February", month(2, part="end", bound="by", side="forward"), "2020-02-29"),
    ("by the end of the month", unit("month", offset=0, part="end", bound="by", side="forward"), "2020-02-29"),
    ("by the end of the week", unit("week", offset=0, part="end", bound="by"), "2020-02-09"),
    ("until Monday", day(weekday=0, bound="until", side="forward"), "2020-02-10"),
    ("since early December", month(12, part="early", bound="since"), "2019-12/2020-02-07"),
    ("since 2011", unit("year", year=2011, bound="since"), "2011/2020-02-07"),
    ("since Friday", day(weekday=4, bound="since"), "2020-02-07"),
    ("the past two weeks", unit("week", span=-2), "2020-01-24/2020-02-07"),
    ("over the past month", unit("month", span=-1, bound="during"), "2020-01-07/2020-02-07"),
    ("the next three days", unit("day", span=3), "2020-02-07/2020-02-10"),
    ("this week, told of the past", unit("week", offset=0), "2020-02-03/2020-02-07"),
    ("this week, told of the future", unit("week", offset=0, side="forward"), "2020-02-07/2020-02-09"),
    ("next week", unit("week", offset=1), "2020-02-10/2020-02-16"),
    ("last weekend", unit("weekend", offset=-1), "2020-02-01/2020-02-02"),
    ("earlier this month", unit("month", offset=0, part="earlier"), "2020-02"),
    ("last year", unit("year", offset=-1), "2019"),
    ("10 to 12 February", day(month=2, day=10, side="forward", until=day(month=2, day=12)), "2020-02-10/2020-02-12"),
    ("December to January", month(12, until=month(1)), "2019-12/2020-01"),
    ("Monday to Wednesday", day(weekday=0, until=day(weekday=2)), "2020-02-03/2020-02-05"),
    ("2004-06", unit("year", year=2004, until=unit("year", year=2006)), "2004/2006"),
]


@pytest.mark.parametrize("words, when, iso", TABLE, ids=[row[0] for row in TABLE])
def test_in_a_report_of_a_friday(words: str, when: When, iso: str) -> None:
    found = resolve(when, FRIDAY)
    assert found is not None
    assert found.iso == iso


def test_the_days_are_narrower_than_the_iso_form() -> None:
    early = resolve(month(12, part="early"), FRIDAY)
    so_far = resolve(unit("month", offset=0), dt.date(2020, 2, 26))
    assert early is not None
    assert so_far is not None
    assert (early.first, early.last, early.iso) == (dt.date(2019, 12, 1), dt.date(2019, 12, 11), "2019-12")
    assert (so_far.first, so_far.last, so_far.iso) == (dt.date(2020, 2, 1), dt.date(2020, 2, 26), "2020-02")


def test_the_end_of_february_in_a_common_year() -> None:
    found = resolve(month(2, part="end", bound="by", side="forward"), dt.date(2019, 2, 3))
    assert found is not None
    assert found.iso == "2019-02-28"


def test_last_week_told_on_a_sunday_covers_both_reckonings() -> None:
    found = resolve(unit("week", offset=-1), dt.date(2020, 2, 9))
    assert found is not None
    assert found.iso == "2020-01-27/2020-02-08"


@pytest.mark.parametrize("when", [day(weekday=4), month(12), unit("week", offset=-1), unit("week", span=-2),
                                  unit("year", year=2011, bound="since"), unit("season", month=6)])  # fmt: skip
def test_without_the_reports_day_a_relative_date_is_unknown(when: When) -> None:
    assert resolve(when, None) is None


@pytest.mark.parametrize("when", [month(13), day(month=2, day=30, year=2020), day(month=4, day=31), day(weekday=9),
                                  unit("fortnight", offset=-1), unit("day"), unit("year", year=0),
                                  month(5, year=2011, until=month(2, year=2011)),
                                  month(12, bound="since", side="forward")])  # fmt: skip
def test_no_date_of_the_calendar(when: When) -> None:
    assert resolve(when, FRIDAY) is None


def test_a_month_ahead_that_has_just_gone_by_may_be_either() -> None:
    assert resolve(month(1, side="forward"), FRIDAY) is None
    gone = resolve(month(12, side="forward"), FRIDAY)
    assert gone is not None
    assert gone.iso == "2020-12"


maybe = st.none()
small = st.integers(-40, 400)
whens = st.builds(
    When,
    unit=st.sampled_from(("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "hour")),
    year=maybe | st.integers(1, 9999),
    month=maybe | st.integers(0, 13),
    day=maybe | st.integers(0, 32),
    weekday=maybe | st.integers(-1, 7),
    nth=maybe | st.integers(-60, 60),
    side=st.sampled_from(("back", "forward", "before", "after", "near")),
    offset=maybe | small,
    span=maybe | small | st.integers(-(10**9), 10**9),
    part=st.sampled_from((None, "early", "mid", "late", "start", "end", "earlier", "later")),
    bound=st.sampled_from(("on", "since", "until", "by", "before", "after", "about", "during")),
)
ranges = st.builds(lambda first, last: msgspec.structs.replace(first, until=last), whens, whens)


@given(whens | ranges, st.none() | st.dates())
def test_resolving_never_fails_and_ends_after_it_starts(when: When, published: dt.date | None) -> None:
    found = resolve(when, published)
    assert found is None or found.first <= found.last


@given(whens | ranges)
def test_written_and_read_again_it_is_the_same(when: When) -> None:
    assert msgspec.json.decode(msgspec.json.encode(when), type=When) == when


@pytest.mark.parametrize(("year", "expected"), [(2023, True), (2024, False), (2025, False)])
def test_what_was_over_a_year_before_is_far_back(year: int, expected: bool) -> None:
    dates = resolve(When(unit="year", year=year), None)
    assert dates is not None
    assert far_back(dates, dt.date(2025, 6, 1)) is expected
