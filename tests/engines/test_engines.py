"""Reading in this process and in others comes to the same."""

from pathlib import Path

import pytest

from onrecord import Record
from onrecord.engines import engine
from onrecord.engines.in_process import InProcess
from onrecord.errors import SettingsError
from onrecord.model.documents import Document, Part
from onrecord.model.spans import Span
from onrecord.publishing import jsonl
from onrecord.reading.language import PIPELINE
from onrecord.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020"

TEXTS = (
    "Rebels said on Monday that 12 civilians were killed in shelling of the town.",
    "The ministry denied the report.",
    "Около тысячи человек бежали.",
)


def document(number: int, text: str, language: str = "en") -> Document:
    return Document(name=f"{number}.txt", text=text, parts=(Part(Span(0, len(text))),), language=language)


@pytest.fixture
def documents() -> list[Document]:
    languages = ("en", "en", "ru")
    return [document(number, text, languages[number % 3]) for number, text in enumerate(TEXTS * 4)]


def test_processes_read_as_one_does_and_in_order(documents: list[Document]) -> None:
    alone = list(engine(PIPELINE).read(documents))
    assert list(engine(PIPELINE, workers=2).read(iter(documents))) == alone
    assert [reading.document for reading in alone] == documents
    assert any(reading.observations for reading in alone)
    assert not any(reading.observations for reading in alone if reading.document.language != "en")


def test_a_record_is_the_same_whatever_number_of_processes_read_it(tmp_path: Path) -> None:
    exports = []
    for workers in (1, 2):
        with Record(tmp_path / f"{workers}.record", options=Settings(workers=workers)) as record:
            assert record.add(sorted(SAMPLES.glob("0[1-6]*.txt"))).read == 6
            exports.append("\n".join(jsonl.lines(record.entries())))
    assert exports[0] == exports[1]


def test_a_reader_that_fails_costs_only_its_report(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord import reading

    def failing(document: Document, _: object) -> tuple[()]:
        if document.name == "1.txt":
            raise ZeroDivisionError("a slip")
        return ()

    monkeypatch.setattr(reading, "read", failing)
    read = list(InProcess(PIPELINE).read(documents))
    assert [each.document.name for each in read if each.trouble] == ["1.txt"]
    assert read[1].trouble == "a reader failed on it (ZeroDivisionError: a slip)"


def test_a_pipeline_that_is_not_installed_stops_the_run(documents: list[Document]) -> None:
    with pytest.raises(SettingsError, match="'no_such_pipeline' is not installed"):
        list(engine("no_such_pipeline").read(documents))
