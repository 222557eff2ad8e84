"""How a commitment stands, as it is told on the way out of a record: judged by its newest report, or by a day."""

from pathlib import Path

import pytest

from onrecord import Record
from onrecord.model.documents import Document, Part
from onrecord.model.entries import CommitmentEntry, export
from onrecord.model.said import Said
from onrecord.model.spans import Span

REPORTS = {
    "2023-07-30": "ECOWAS threatened on Sunday to use force unless Niger's junta restores Mohamed Bazoum by August 6.",
    "2023-08-01": "Chad said on Tuesday that talks with the army of Niger would go on.",
    "2023-08-07": "Mali said on Monday that its border with Niger was closed.",
    "2023-08-09": "Niger's junta ignored the ECOWAS ultimatum to restore Mohamed Bazoum by August 6, Chad said.",
}


def _document(day: str) -> Document:
    text = f"{day}\n\n{REPORTS[day]}"
    dated = Said(day, "iso date", (Span(0, len(day)),))
    part = Part(Span(0, len(text)), published=dated)
    return Document(name=f"{day}.txt", text=text, parts=(part,), language="en")


def _standing(record: Record) -> str | None:
    (ultimatum,) = record.entries(CommitmentEntry)
    assert record.entry(ultimatum.id) == ultimatum
    assert export(ultimatum)["status"] == ultimatum.status
    return ultimatum.status


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        (2, None, "open"),
        (3, None, "due date passed without report"),
        (4, None, "outcome reported"),
        (4, "2023-08-02", "open"),
        (4, "2023-08-08", "due date passed without report"),
        (1, "2023-08-08", "due date passed without report"),
    ],
)
def test_standing(tmp_path: Path, known: int, day: str | None, expected: str) -> None:
    with Record(tmp_path / "niger.record") as record:
        record.add([_document(each) for each in sorted(REPORTS)[:known]])
        if day is None:
            assert _standing(record) == expected
        else:
            with record.as_of(day) as then:
                assert _standing(then) == expected
