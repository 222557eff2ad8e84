"""The sample record behind a client that asks as a browser on this machine would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.web.app import application

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020"
HERE = "http://127.0.0.1"


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
