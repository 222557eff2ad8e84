"""The sample record behind a client that asks as a browser on this machine would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model.documents import Document, Part
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.web.app import application

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020"
HERE = "http://127.0.0.1"
EVIL = "<script>alert(1)</script>"
TURNED = "\u202e"
TEXT = f"""Nine farmers were killed in Nyala on Monday, the {EVIL} Sudan Doctors Union said.

General Abdel {TURNED}Fattah al-Burhan said on Monday that "the army <img src=x onerror=alert(1)> will not talk".

Sudan's army said on Monday that it had taken Merowe. The Rapid Support Forces said that they held Merowe.

General Abdel Fattah al-Burhan spoke by telephone with Antonio Guterres on Monday. {"x" * 20_000}

Abdel Fattah al-Burhan met Abiy Ahmed in Addis Ababa on Tuesday. Al-Burhan held talks with William Ruto on Tuesday.
"""


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples; not to be changed: copy it where a test rules or adds."""
    path = tmp_path_factory.mktemp("web") / "samples.record"
    with Record(path) as record:
        record.add([SAMPLES])
    return path


@pytest.fixture(scope="session")
def client(read_once: Path) -> Iterator[TestClient]:
    """Asks for pages of the samples."""
    with TestClient(application(Record(read_once, create=False)), base_url=HERE) as asking:
        yield asking


def document(name: str) -> Document:
    """A report that means harm, its publisher and day beside its text."""
    part = Part(
        span=Span(0, len(TEXT)),
        title=Said(f"{EVIL} in the headline", "column", ()),
        publisher=Said(f"{EVIL}{TURNED}Wire", "column", ()),
        published=Said("2023-04-18", "column", ()),
    )
    return Document(name=name, text=TEXT, parts=(part,), language="en")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks for pages of reports that mean harm."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.record"
    with Record(path) as record:
        record.add([document("a.txt"), document("b.txt")])
    with TestClient(application(Record(path, create=False)), base_url=HERE) as asking:
        yield asking
