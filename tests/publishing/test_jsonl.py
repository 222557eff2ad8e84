"""The export: one object a line, in one order whatever order the entries come in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.model.entries import AnyEntry, StatementEntry
from onrecord.publishing import FORMATS, exported


def test_one_object_a_line_in_one_order(entries: list[AnyEntry]) -> None:
    lines = list(exported(entries, "jsonl"))
    assert lines == list(exported(reversed(entries), "jsonl"))
    assert [json.loads(line)["kind"] for line in lines] == (
        ["document"] * 3 + ["figure"] * 4 + ["statement"] * 2 + ["actor"] * 2 + ["place"]
    )


def test_unknown_is_left_out_and_whole_numbers_are_whole(entries: list[AnyEntry]) -> None:
    figure = next(json.loads(line) for line in exported(entries, "jsonl") if '"f1"' in line)
    assert figure["value"] == 12
    assert "high" not in figure
    assert "period" not in figure
    assert figure["cites"][0]["quote"].startswith("At least 12 soldiers")


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_words_survive_utf_8(says: str) -> None:
    statement = StatementEntry(id="s", cites=(), speaker=("X",), act="assert", form="direct", says=says)
    (line,) = exported([statement], "jsonl")
    assert "\n" not in line
    assert json.loads(line.encode("utf-8")).get("says", "") == says


def test_an_unknown_format_says_what_exists(entries: list[AnyEntry]) -> None:
    with pytest.raises(SettingsError, match="“yaml”.*" + ".*".join(FORMATS)):
        exported(entries, "yaml")
