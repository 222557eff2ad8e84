"""Accuracy on the project's own samples and on reports of other wars in `wars/`, against floors that only rise.

The reports in `wars/` are written for these tests from publicly known facts; no wording of theirs is anybody's.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import Record
from onrecord.model.entries import AnyEntry, Cite, FigureEntry, StatementEntry

HERE = Path(__file__).parent
FOLDERS = (HERE.parent.parent / "samples" / "idlib-2020", HERE / "wars")
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
SLACK = 0.05  # a floor further below what is reached is to be raised
DEEDS = {  # the tables of deeds, and the kind that each is of
    "events": "event",
    "contacts": "contact",
    "commitments": "commitment",
    "control": "control",
    "agreements": "agreement",
    "compliance": "compliance",
    "sites": "site",
}
NAMED = {"by", "to", "between", "holder", "place", "parties", "guarantors", "against", "per", "what"}
DATES = {
    "07": "2020-02-12",  # undated: told "on Wednesday" in quotations that a dated report of that day shares
}


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("samples") / "samples.record") as record:
        record.add(FOLDERS)
        yield record


def text_of(number: str) -> tuple[str, str]:
    """The name and text of the sample with that number."""
    path = next(path for folder in FOLDERS for path in folder.glob(f"{number}-*.txt"))
    return path.name, path.read_bytes().decode()


def stands(row: dict[str, str], cites: tuple[Cite, ...]) -> bool:
    """Whether a cite of evidence shares characters with the row's words."""
    name, text = text_of(row["doc"])
    assert row["words"] in text, f"{name}: the words {row['words']!r} are not in the text"
    start = text.index(row["words"])
    end = start + len(row["words"])
    return any(c.doc == name and not c.supports and c.start < end and start < c.end for c in cites)


def same(wanted: str, names: tuple[str, ...]) -> bool:
    """Whether one of the names is the wanted one: all words of the shorter stand in the longer."""
    want = set(re.findall(r"\w+", wanted.lower())) - {"of", "the"}
    return any(want <= (have := set(re.findall(r"\w+", name.lower()))) or have <= want for name in names)


def bounds(number: str) -> tuple[float | None, float | None]:
    low, _, high = number.partition("-")
    if "-" not in number:
        high = low
    return (float(low) if low else None, float(high) if high else None)


def share(right: int, of: int) -> float:
    return right / of if of else 1.0


def above(floor: str, value: float, missed: list[str]) -> None:
    listing = "\n  ".join(missed)
    assert value >= FLOORS[floor], f"{floor} is {value:.3f}, below its floor {FLOORS[floor]}; missed:\n  {listing}"
    assert value < FLOORS[floor] + SLACK, (
        f"{floor} is {value:.3f}: raise its floor from {FLOORS[floor]}; missed:\n  {listing}"
    )


def matching(row: dict[str, str], figures: list[FigureEntry]) -> list[FigureEntry]:
    return [f for f in figures if f.measure == row["measure"] and numbers(row, f) and stands(row, f.cites)]


def numbers(row: dict[str, str], figure: FigureEntry) -> bool:
    """Whether the figure has the row's number; one that other reports give more exactly has the exact bounds."""
    low, high = bounds(row["number"])
    joined = sum(not cite.supports for cite in figure.cites) > 1
    return (figure.low, figure.high) == (low, high) or (joined and figure.value in {low, high} - {None})


def test_figures(record: Record) -> None:
    figures = list(record.figures())
    found, per, place, placed, missed, misplaced, misattributed = 0, 0, 0, 0, [], [], []
    facts = rows("figures.tsv")
    for row in facts:
        matches = matching(row, figures)
        if not matches:
            missed.append(f"{row['doc']} {row['words']}")
            continue
        found += 1
        if any(same(row["per"], f.per) for f in matches):
            per += 1
        else:
            misattributed.append(f"{row['doc']} {row['words']}: {[f.per for f in matches]}")
        if row["place"]:
            placed += 1
            if any(f.place and same(row["place"], (f.place,)) for f in matches):
                place += 1
            else:
                misplaced.append(f"{row['doc']} {row['words']}: {[f.place for f in matches]}")
    above("figures_found", share(found, len(facts)), missed)
    above("figures_per", share(per, found), misattributed)
    above("figures_place", share(place, placed), misplaced)


def test_statements(record: Record) -> None:
    statements: list[StatementEntry] = list(record.statements())
    facts = rows("statements.tsv")
    missed = [
        f"{row['doc']} {row['words']}: {[s.speaker for s in statements if stands(row, s.cites)]}"
        for row in facts
        if not any(same(row["speaker"], s.speaker) and stands(row, s.cites) for s in statements)
    ]
    above("statements_found", share(len(facts) - len(missed), len(facts)), missed)


def test_places(record: Record) -> None:
    places = list(record.places())
    facts = rows("places.tsv")
    missed = []
    for row in facts:
        there = [place for place in places if stands(row, place.cites)]
        if not any(same(row["name"], (p.name, *p.aliases)) and p.country == row["country"] for p in there):
            missed.append(f"{row['doc']} {row['words']}: {[(p.name, p.country) for p in there]}")
    above("places_found", share(len(facts) - len(missed), len(facts)), missed)


def test_nothing(record: Record) -> None:
    entries = list(record.entries())
    facts = rows("nothing.tsv")
    wrong = [
        f"{row['doc']} {row['words']} ({row['why']})"
        for row in facts
        if any(
            entry.kind == row["kind"]
            and stands(row, entry.cites)
            and (not isinstance(entry, FigureEntry) or entry.value == float(row["number"]))
            for entry in entries
        )
    ]
    above("nothing_recorded", share(len(facts) - len(wrong), len(facts)), wrong)


def agrees(entry: AnyEntry, field: str, wanted: str) -> bool:
    """Whether a field holds what is wanted: all the names, the number, the word ("or" parts those that will do);
    nothing where that is empty."""
    value: Any = getattr(entry, field)
    given = value if isinstance(value, tuple) else (value,)
    if not wanted:
        return not value
    if field in NAMED:
        return bool(value) and all(any(same(name, given) for name in each.split(" or ")) for each in wanted.split("; "))
    if field == "count":
        return bool(value == float(wanted))
    return any(each in given for each in wanted.split(" or "))


def says(entry: AnyEntry, fields: str) -> bool:
    """Whether all the fields, "field=value; field=value", hold."""
    return all(agrees(entry, *each.split("=")) for each in fields.split("; "))


@pytest.mark.parametrize("kind", DEEDS)
def test_deeds(record: Record, kind: str) -> None:
    entries = [entry for entry in record.entries() if entry.kind == DEEDS[kind]]
    facts = rows(f"{kind}.tsv")
    missed = []
    for row in facts:
        wanted = {field: value for field, value in row.items() if value and field not in ("doc", "words")}
        there = [entry for entry in entries if stands(row, entry.cites)]
        if not any(all(agrees(entry, *each) for each in wanted.items()) for entry in there):
            seen = [{field: getattr(entry, field) for field in wanted} for entry in there]
            missed.append(f"{row['doc']} {row['words']}: {seen}")
    above(f"{kind}_found", share(len(facts) - len(missed), len(facts)), missed)


def test_nothing_wrong(record: Record) -> None:
    entries = list(record.entries())
    facts = rows("wrong.tsv")
    wrong = [
        f"{row['doc']} {row['words']}: {row['says']} ({row['why']})"
        for row in facts
        if any(entry.kind == row["kind"] and stands(row, entry.cites) and says(entry, row["says"]) for entry in entries)
    ]
    above("nothing_wrong", share(len(facts) - len(wrong), len(facts)), wrong)


def test_dates(record: Record) -> None:
    wrong = []
    documents = list(record.documents())
    for document in documents:
        number = document.doc[:2]
        stated = re.match(r"date (\S+)", text_of(number)[1])
        wanted = stated.group(1) if stated else DATES[number]
        if document.published != wanted:
            wrong.append(f"{document.doc}: {document.published}, not {wanted}")
    above("dated", share(len(documents) - len(wrong), len(documents)), wrong)
