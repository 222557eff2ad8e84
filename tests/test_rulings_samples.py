"""Every ruling on every kind of entry that the real readers make of the samples: it holds, and is undone whole."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from onrecord import Record, checking
from onrecord.errors import RulingError
from onrecord.model.entries import AnyEntry
from onrecord.model.kinds import KINDS
from onrecord.model.rulings import MERGE, SPLIT, verbs
from onrecord.model.settable import (
    CHOICE,
    DAY,
    FIELDS,
    FLAG,
    NAME,
    NAMES,
    NUMBER,
    ONE_DAY,
    PLACE,
    TEXT,
    Shape,
    attribute,
    may_be_unknown,
    settable,
)
from onrecord.publishing import exported, situation_report
from onrecord.settings import Settings

SAMPLES = Path(__file__).parents[1] / "samples" / "idlib-2020"
WHO = "Ana"
SET: dict[str, Any] = {
    DAY: "2020-02-11/2020-02-12",
    ONE_DAY: "2020-02-12",
    NUMBER: 17,
    TEXT: "words of a person",
    NAME: "Turkey",
    NAMES: ["Turkey", "a farmer"],
    PLACE: "Saraqib",
    FLAG: True,
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("samples") / "samples.record", options=Settings()) as made:
        assert made.add(SAMPLES).read >= 14
        yield made


@pytest.fixture(scope="module")
def places(record: Record) -> list[str]:
    return [each.id for each in record.places()]


@pytest.fixture(scope="module")
def before(record: Record) -> list[str]:
    return export_of(record)


def export_of(record: Record) -> list[str]:
    return list(exported(record.entries(rejected=True), "jsonl"))


def value_of(shape: Shape, places: list[str]) -> Any:
    return shape.choices[-1] if shape.form == CHOICE else places[0] if shape.form == PLACE else SET[shape.form]


def stands(record: Record, entry: AnyEntry) -> AnyEntry:
    found = record.entry(entry.id)
    assert found is not None
    return found


def undone(record: Record, before: list[str]) -> None:
    """Takes all rulings back."""
    assert checking.check(record._store) == []
    for each in record.rulings():
        if each.ruling.withdrawn is None:
            record.withdraw(each.ruling.id, WHO)
    assert export_of(record) == before


@pytest.mark.parametrize("kind", FIELDS)
def test_each_field_of_each_kind_is_set(record: Record, before: list[str], places: list[str], kind: str) -> None:
    entries = list(record.entries(kind))
    assert entries, "the samples have every kind"
    for (field, shape), entry in zip(settable(kind).items(), entries * 20, strict=False):
        record.rule(entry.id, "edit", who=WHO, field=field, value=value_of(shape, places))
        edited = stands(record, entry)
        assert (edited.review, edited.derived[field]) == ("edited", "ruling")
        if may_be_unknown(kind, field):
            record.rule(entry.id, "edit", who=WHO, field=field, value=None)
            unknown = (None, (), ("unattributed",))
            assert getattr(stands(record, entry), attribute(field)) in unknown
    undone(record, before)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_confirmed_and_rejected(record: Record, before: list[str], kind: str) -> None:
    for at, entry in enumerate(list(record.entries(kind))[:12]):
        record.rule(entry.id, "reject" if at % 2 else "confirm", who=WHO)
        assert stands(record, entry).review == ("rejected" if at % 2 else "confirmed")
    lines = list(exported(record.entries(), "jsonl"))
    rejected = {each.id for each in record.entries(rejected=True) if each.review == "rejected"}
    assert rejected or len(list(record.entries(kind))) == 1
    assert not any(id_ in line for id_ in rejected for line in lines if '"kind": "document"' not in line)
    situation_report(record.entries(), record.texts())
    undone(record, before)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if MERGE in verbs(kind)])
def test_whatever_a_person_says_is_one_is_one(record: Record, before: list[str], kind: str) -> None:
    """However unlike: the entries that stand beside one another in the list, two by two, then all of these."""
    entries = list(record.entries(kind))[:8]
    merged = 0
    for one, other in pairwise(entries):
        try:
            record.rule(one.id, "merge", who=WHO, others=[other.id])
        except RulingError as error:
            assert "cannot be one" in str(error) or "another entry" in str(error)  # noqa: PT017
            continue
        merged += 1
        assert stands(record, one).id == stands(record, other).id
    assert merged or len(entries) < 2 or kind == "figure"
    situation_report(record.entries(), record.texts())
    undone(record, before)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if SPLIT in verbs(kind)])
def test_the_tellings_of_each_kind_are_split(record: Record, before: list[str], kind: str) -> None:
    for entry in list(record.entries(kind))[:20]:
        tellings = [each.id for each in record.why(entry.id).tellings]
        with record._store.reading() as view:
            own = [each.observation.id for each in view.noted_of(tellings) if each.observation.kind == kind]
        if len(own) > 1:
            record.rule(entry.id, "split", who=WHO, apart=own[1:])
            assert record.entry(own[0]) != record.entry(own[1])
    undone(record, before)
