"""Drawings of figures: what is open, who is another voice, what is joined, and that no label covers anything."""

import datetime as dt
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.entries import FigureEntry
from onrecord.web.charts import NARROW, WIDE, Chart, Label, _around, _box, _meet, chart, short


def figure(day: str, value: float | None, per: str = "Ministry", **fields: Any) -> FigureEntry:
    given = {"qualifier": "exact", "low": value, "high": value, "series": "s", "measure": "killed", **fields}
    id_ = f"{day}-{value}-{per}-{sorted(fields.items())}"
    return FigureEntry(id=id_, cites=(), value=value, unit="persons", of="people", as_of=day, per=(per,), **given)


def test_one_value_is_no_drawing() -> None:
    assert chart([figure("2022-03-01", 5)]) is None
    assert chart([]) is None
    assert chart([figure("2022-03-01", None, qualifier="many", low=None, high=None), figure("2022-03-02", 3)]) is None


def test_values_stand_by_day_and_size() -> None:
    drawn = chart([figure("2022-03-11", 30), figure("2022-03-01", 10), figure("2022-03-06", 20)])
    assert drawn is not None
    assert [point.x for point in drawn.points] == [0, 50, 100]
    heights = [point.y for point in drawn.points]
    assert heights == sorted(heights, reverse=True)
    assert [point.shown for point in drawn.points] == ["10", "20", "30"]


@pytest.mark.parametrize(
    ("fields", "arrow"),
    [
        ({"qualifier": "more than", "high": None}, "up"),
        ({"qualifier": "at least", "high": None}, "up"),
        ({"qualifier": "up to", "low": None}, "down"),
        ({"qualifier": "nearly", "low": None}, "down"),
        ({"qualifier": "exact"}, ""),
        ({"qualifier": "about"}, ""),
    ],
)
def test_an_arrow_says_to_which_side_a_number_is_open(fields: dict[str, Any], arrow: str) -> None:
    drawn = chart([figure("2022-03-01", 10), figure("2022-03-05", 90, **fields)])
    assert drawn is not None
    assert drawn.points[1].arrow == arrow


def test_a_word_of_magnitude_is_a_range() -> None:
    dozens = figure("2022-03-05", None, qualifier="dozens", low=24, high=99)
    drawn = chart([figure("2022-03-01", 10), dozens])
    assert drawn is not None
    point = drawn.points[1]
    assert point.shown == "dozens"
    assert point.top is not None
    assert point.bottom is not None
    assert point.top < point.y < point.bottom


def test_another_voice_is_a_ring_and_no_line_leads_to_it() -> None:
    drawn = chart([figure("2022-03-01", 10), figure("2022-03-05", 20), figure("2022-03-06", 60, "Rebels")])
    assert drawn is not None
    assert [point.rival for point in drawn.points] == [False, False, True]
    assert [(line.x1, line.x2, line.rival) for line in drawn.lines] == [(0, 80, False)]


def test_values_of_no_series_are_not_joined() -> None:
    drawn = chart([figure("2022-03-01", 10, series=None), figure("2022-03-05", 20, series=None)])
    assert drawn is not None
    assert drawn.lines == ()


def test_what_is_new_in_a_period_is_a_bar_over_it() -> None:
    fortnight = figure("2022-03-15", 20, count="new in period", period="2022-03-01/2022-03-15")
    drawn = chart([figure("2022-03-01", 10), fortnight])
    assert drawn is not None
    assert (drawn.points[1].since, drawn.points[1].x) == (0, 100)
    assert drawn.points[0].since is None


@pytest.mark.parametrize(
    ("value", "greatest", "words"),
    [(0, 5, "0"), (800_000, 960_000, "800,000"), (800_000, 1_100_000, "0.8m"), (2e6, 2e6, "2m"), (0, 2e6, "0")],
)
def test_numbers_of_a_scale(value: float, greatest: float, words: str) -> None:
    assert short(value, greatest) == words


FIRST = dt.date(2015, 1, 1)
FIGURES = st.lists(
    st.builds(
        lambda days, value, per, open_: figure(
            (FIRST + dt.timedelta(days=days)).isoformat(), value, per, **({"high": None} if open_ else {})
        ),
        st.integers(0, 4000),
        st.one_of(st.integers(0, 50), st.integers(0, 3_000_000)).map(float),
        st.sampled_from(["UN", "Ministry of National Defence of the Republic", "Local authorities"]),
        st.booleans(),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(FIGURES)
def test_all_stands_within_the_drawing_and_no_label_on_another(figures: list[FigureEntry]) -> None:
    drawn = chart(figures)
    if drawn is None:
        return
    assert all(0 <= point.x <= 100 and 0 <= point.y <= drawn.height for point in drawn.points)
    assert all(0 <= tick.at <= 100 for tick in drawn.across)
    assert all(0 <= tick.at <= drawn.height for tick in drawn.upward)
    for wide, shown in ((NARROW, [each for each in drawn.labels if not each.roomy]), (WIDE, list(drawn.labels))):
        _apart(drawn, shown, wide)


def _apart(drawn: Chart, labels: list[Label], wide: int) -> None:
    boxes = [_box(label, wide) for label in labels]
    assert not any(_meet(one, other) for one, other in combinations(boxes, 2))
    if wide == NARROW:
        assert not any(_meet(box, _around(point, wide)) for box in boxes for point in drawn.points)
