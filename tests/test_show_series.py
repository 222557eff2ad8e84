"""Figures as series: values of one count in the order of their days, each with whose it is and where it stands."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from onrecord import Record, cli
from onrecord.commands import series as shown
from onrecord.model.entries import Cite, FigureEntry
from onrecord.model.series import exported, series_of

REPORTS = {
    "c.txt": ("11 June 2023", "The Red Cross said 1.2 million people had been displaced in Khartoum since April."),
    "a.txt": ("2 May 2023", "More than 300,000 people have been displaced in Khartoum since April, the UN said."),
    "b.txt": ("20 May 2023", "Some 700,000 people have been displaced in Khartoum since April, the UN said."),
    "d.txt": ("20 May 2023", "Some 90,000 people have been displaced in Nyala since April, the UN said."),
}


def figure(id_: str, value: float, series: str | None, day: str, **more: object) -> FigureEntry:
    cite = Cite(doc=f"{id_}.txt", start=0, end=4, quote="many")
    told = {"measure": "killed", "unit": "persons", "of": "people", "per": ("UN",), "qualifier": "exact"}
    return FigureEntry(id=id_, cites=(cite,), value=value, series=series, as_of=day, **{**told, **more})


def test_values_stand_in_the_order_of_their_days_and_are_not_added_up() -> None:
    figures = [
        figure("c", 30, "s", "2022-03-20", count="running total", period="2022-03/2022-03-20"),
        figure("a", 10, "s", "2022-03-05", count="running total", period="2022-03/2022-03-05", place="Kharkiv"),
        figure("b", 40, "s", "2022-03-19", count="running total", period="2022-03/2022-03-19"),
        figure("lone", 5, "t", "2022-03-05"),
        figure("none", 5, None, "2022-03-05"),
    ]
    (made,) = series_of(figures)
    assert [value.value for value in made.values] == [10, 40, 30]
    assert (made.id, made.place, made.since) == ("s", "Kharkiv", "2022-03")
    plain = exported(made)
    assert list(plain)[:2] == ["kind", "id"]
    assert [value["id"] for value in plain["values"]] == ["a", "b", "c"]


def test_those_of_one_measure_and_place_stand_together() -> None:
    kinds = [("s", "killed", "Mariupol"), ("t", "displaced", "Kharkiv"), ("u", "killed", "Kharkiv")]
    figures = [
        figure(f"{series}{at}", at, series, "2022-03-05", measure=measure, place=place)
        for series, measure, place in kinds
        for at in (1, 2)
    ]
    assert [each.id for each in series_of(figures)] == ["t", "u", "s"]


@pytest.mark.parametrize("width", [80, 160])
def test_the_table_fits_the_screen(width: int) -> None:
    out = StringIO()
    made = series_of([figure("a", 10, "s", "2022-03-05"), figure("b", 12, "s", "2022-03-06/2022-03-07")])
    shown.table(made, {"a.txt": "2022-03-06"}, Console(width=width, file=out))
    assert max(map(len, out.getvalue().splitlines())) == width
    assert "a.txt, 2022-03-06" in out.getvalue()
    assert "b.txt, undated" in out.getvalue()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, (day, text) in REPORTS.items():
        (folder / name).write_text(f"{day}\n\n{text}\n")
    path = tmp_path_factory.mktemp("record") / "sudan.record"
    with Record(path) as made:
        made.add([folder])
    return path


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, record: Path) -> Callable[..., str]:
    def show(*options: str) -> str:
        monkeypatch.setattr("sys.argv", ["onrecord", "show", str(record), "series", *options])
        with pytest.raises(SystemExit) as end:
            cli.main()
        assert not end.value.code
        return capsys.readouterr().out

    return show


def test_show_prints_one_row_for_each_series(show: Callable[..., str]) -> None:
    printed = " ".join(show().split())
    assert printed.endswith("series: 1")
    assert printed.index("300,000") < printed.index("700,000") < printed.index("1,200,000")
    assert "since Apr 2023" in printed
    assert "a.txt, 2023-05-02" in printed
    assert "Nyala" not in printed


def test_show_gives_the_series_with_its_values_as_json(show: Callable[..., str]) -> None:
    (line,) = show("--json").splitlines()
    series = json.loads(line)
    assert series["kind"] == "series"
    assert [(value["value"], value["cites"][0]["doc"]) for value in series["values"]] == [
        (300_000, "a.txt"), (700_000, "b.txt"), (1_200_000, "c.txt"),
    ]  # fmt: skip
    assert {value["series"] for value in series["values"]} == {series["id"]}


def test_show_picks_among_the_figures(show: Callable[..., str]) -> None:
    assert show("--measure", "killed") == "series: 0\n"
    (line,) = show("--json", "--until", "2023-05-31").splitlines()
    assert len(json.loads(line)["values"]) == 2
