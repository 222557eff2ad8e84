"""Charts: which figures may share one, and their drawing as SVG, on this machine and without a script.

Values are joined by a line only where they are one series of one teller. Labels stand at the points; no legend.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any

from onrecord.model.entries import FigureEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Number
from onrecord.publishing.sitrep.figures import KEY_MEASURES, PEOPLE, STANDING, TOTALS, latest, subject, vague, value
from onrecord.publishing.sitrep.maker import Maker
from onrecord.publishing.sitrep.report import Chart, Point
from onrecord.publishing.sitrep.words import fold, harmless

CHARTS, POINTS, LEAST_ROWS, TOO_SMALL = 3, 12, 3, 50
AT_LARGE = ("people", "civilians", "persons", "lives", "men", "women", "children", "bodies")
INK, SOFT, GRID, ACCENT, RIVAL = "#1d1f21", "#5d6166", "#e4e0d6", "#0b5d66", "#8a4b08"
WIDTH = 640


def charts(figures: Iterable[FigureEntry], maker: Maker) -> tuple[Chart, ...]:
    """A chart for each thing counted that has two comparable dated values or more, in the order of key measures."""
    groups: dict[tuple[int, str, str, str, str], list[FigureEntry]] = {}
    for figure in filter(_comparable, figures):
        count = "" if figure.measure in PEOPLE or figure.count not in TOTALS else figure.count or ""
        key = (KEY_MEASURES.index(figure.measure), figure.measure, figure.did or "", subject(figure), count)
        groups.setdefault(key, []).append(figure)
    made = (
        _chart(groups[key], maker)
        for key in sorted(groups, key=lambda key: (-_run(groups[key]), -_spread(groups[key]), key))
    )
    return tuple(islice((chart for chart in made if chart), CHARTS))


def svg(chart: Chart, name: str) -> str:
    """The chart as an SVG element whose ids begin with `name`; the same chart gives the same text."""
    import vl_convert  # the converter and its fonts take half a second to load

    drawn: str = vl_convert.vegalite_to_svg(_over_time(chart), allowed_base_urls=[], show_warnings=False)
    drawn = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', drawn)
    drawn = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", drawn)
    size = re.compile(r'(<svg [^>]*?)width="[\d.]+" height="[\d.]+"')
    return size.sub(r'\1width="100%" role="presentation"', drawn, count=1)


def _comparable(figure: FigureEntry) -> bool:
    """Whether it may stand in a chart: a dated total of something named, or of people at large whatever its count."""
    if figure.standing not in STANDING or figure.measure not in KEY_MEASURES or not figure.value or figure.part_of:
        return False
    at_large = vague(figure) or fold(figure.of) in AT_LARGE
    told = figure.count in TOTALS or (figure.measure in PEOPLE and at_large and figure.count is None)
    return told and days(figure.as_of) is not None


def _run(figures: list[FigureEntry]) -> int:
    """The days in the longest series of one teller among them; nothing for a single day."""
    known = Counter((figure.series, figure.per, figure.as_of) for figure in figures if figure.series)
    runs = Counter((series, per) for series, per, _ in known)
    return max((days for days in runs.values() if days > 1), default=0)


def _spread(figures: list[FigureEntry]) -> int:
    return min(POINTS, len({(figure.as_of, figure.value, figure.per) for figure in figures}))


def _chart(figures: list[FigureEntry], maker: Maker) -> Chart | None:
    """The chart of them, without what is too small to be seen beside the greatest."""
    seen: dict[tuple[object, ...], FigureEntry] = {}
    for figure in latest_of_day(figures):
        seen.setdefault((figure.as_of, figure.value, figure.per), figure)
    least = max((figure.value or 0 for figure in seen.values()), default=0) / TOO_SMALL
    seen_at_all = [figure for figure in seen.values() if (figure.value or 0) > least]
    kept = [(figure, made) for figure in seen_at_all[:POINTS] if (made := value(figure, maker))]
    kept.sort(key=lambda pair: (days(pair[0].as_of) or (), pair[0].value or 0, pair[0].id))
    first = figures[0]
    over_time = first.measure in PEOPLE
    if len({figure.value for figure, _ in kept}) < (2 if over_time else LEAST_ROWS) or (
        over_time and len({_day(figure) for figure, _ in kept}) < 2
    ):
        return None
    return Chart(
        title=f"{first.measure} {first.did or ''}".strip()
        + (f": {harmless(first.of, 60)}" if not over_time and not vague(first) else ""),
        unit=first.unit,
        form="over time" if over_time else "one row each",
        points=tuple(_point(figure, maker) for figure, _ in kept),
        table=tuple(made for _, made in kept),
    )


def latest_of_day(figures: list[FigureEntry]) -> list[FigureEntry]:
    """For each day the newest figure of each source."""
    by_day: dict[str, list[FigureEntry]] = {}
    for figure in figures:
        by_day.setdefault(figure.as_of or "", []).append(figure)
    return [figure for day in sorted(by_day, reverse=True) for figure in latest(by_day[day])]


def _day(figure: FigureEntry) -> dt.date | None:
    """The day at which its point stands: the last of those that it is for."""
    covered = days(figure.as_of)
    return covered[1] if covered else None


def _point(figure: FigureEntry, maker: Maker) -> Point:
    day = _day(figure)
    if day is None or figure.value is None:
        raise ValueError(f"figure {figure.id} has no dated value to draw")
    number = Number(value=figure.value, low=figure.low, high=figure.high, qualifier=figure.qualifier, unit=figure.unit)
    named = [maker.short(name) for name in figure.per if name != "unattributed"]
    return Point(
        day=day,
        value=figure.value,
        shown=number.shown(),
        voice=harmless(" and ".join(named) or "the report itself", 48),
        series=figure.series,
    )


def _data(chart: Chart) -> list[dict[str, Any]]:
    """The points as rows of data. The first voice takes the accent, every other one the second colour."""
    heights = _label_heights(chart.points)
    rows = []
    for at, point in enumerate(chart.points):
        rows.append(
            {
                "day": point.day.isoformat(),
                "value": point.value,
                "height": heights[at],
                "label": f"{point.shown} · {harmless(point.voice, 30)}",
                "series": f"{point.series} {point.voice}" if point.series else f"none {at}",
                "voice": "first" if point.voice == chart.points[0].voice else "other",
            }
        )
    return rows


def _label_heights(points: tuple[Point, ...]) -> list[float]:
    """At which value each label stands: its point's, or so much higher that it does not cover one beside it."""
    apart = max(point.value for point in points) / 12
    near = (max(point.day for point in points) - min(point.day for point in points)) / 2
    heights: dict[int, float] = {}
    for at, point in sorted(enumerate(points), key=lambda pair: pair[1].value):
        beside = sorted(heights[other] for other in heights if abs(points[other].day - point.day) < near)
        heights[at] = point.value
        for height in beside:
            if abs(height - heights[at]) < apart:
                heights[at] = height + apart
    return [heights[at] for at in range(len(points))]


def _over_time(chart: Chart) -> dict[str, Any]:
    """Values by their as-of date; a hollow point for another voice, a line only along one series."""
    import altair as alt  # seconds to import; nothing else needs it

    rows = _data(chart)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "day:T",
            title="as of, or as reported on",
            axis=alt.Axis(format="%-d %b", tickCount=min(6, len(rows)), labelFlush=True),
        ),
        y=alt.Y("value:Q", title=None, axis=alt.Axis(format=",.0f", tickCount=4)),
    )
    colour = alt.Color("voice:N", legend=None, scale=alt.Scale(domain=["first", "other"], range=[ACCENT, RIVAL]))
    lines = base.mark_line(strokeWidth=2).encode(detail="series:N", color=colour)
    points = base.mark_point(size=70, filled=False, strokeWidth=2, opacity=1).encode(color=colour)
    labels = base.mark_text(align="left", dx=9, dy=8, color=INK, fontSize=12).encode(y="height:Q", text="label:N")
    return _finish(alt.layer(lines, points, labels).properties(width=WIDTH - 220, height=220))


def _finish(chart: Any) -> dict[str, Any]:
    """The look that all charts share, as a Vega-Lite specification."""
    plain = chart.configure(font="sans-serif", background="transparent", padding=6).configure_view(stroke=None)
    plain = plain.configure_axis(
        labelColor=SOFT,
        titleColor=SOFT,
        gridColor=GRID,
        domainColor=GRID,
        tickColor=GRID,
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight="normal",
    )
    spec: dict[str, Any] = plain.to_dict()
    return spec
