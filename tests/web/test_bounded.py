"""What pages may cost, and what a table may not do."""

from pathlib import Path
from threading import Event

import pytest

from onrecord import Record
from onrecord.web import rendering
from onrecord.web.page import Page
from onrecord.web.views import AT_ONCE, BeingMade, Views


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＠x", "\t=1", "\r=1", "\n=1"])
def test_no_cell_starts_as_a_formula(sign: str) -> None:
    page = Page(title="", template="", shown={}, rows=lambda: [{"name": sign, "names": [sign]}])
    cells = rendering.table(page).split("\r\n", 1)[1]
    assert cells.count(f"'{sign}") == 2


def test_few_days_are_made_at_a_time(read_once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = [], Event()

    def slow(_: Record, day: object) -> None:
        begun.append(day)
        go_on.wait(20)
        raise RuntimeError

    monkeypatch.setattr(Record, "as_of", slow)
    with Record(read_once, create=False) as record:
        views = Views(record)
        for day in range(1, 10):
            with pytest.raises(BeingMade), views.at(f"2020-02-{day:02}", patience=0.01):
                pass
        assert len(begun) == AT_ONCE
        go_on.set()
        views.close()
