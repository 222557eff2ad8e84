"""The samples' record holds; and no value of it, changed alike wherever it stands, still follows from its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord import Record
from onrecord.checking import rule_holds
from onrecord.model.frames import Noted
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.settings import Settings
from onrecord.store import Store

SAMPLES = Path(__file__).parents[1] / "samples" / "idlib-2020"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "samples.record"
    with Record(path, options=Settings()) as made:
        assert made.add(SAMPLES).read >= 14
    return path


def changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    return f"{value[:-1]}{chr(ord(value[-1]) ^ 1)}" if value else "x"


def lies(value: Any) -> Iterator[Any]:
    """The plain value with each of its leaves changed in turn."""
    if isinstance(value, (dict, list)):
        for key, kept in list(value.items() if isinstance(value, dict) else enumerate(value)):
            for lie in lies(kept):
                yield {**value, key: lie} if isinstance(value, dict) else [*value[:key], lie, *value[key + 1 :]]
    elif value is not None:
        yield changed(value)


def lied_about(noted: Noted, text: str) -> Iterator[tuple[str, Any, list[str]]]:
    """Values that the observation's rules accept, though the words do not say them."""
    for field, said in saids(noted.observation.finding):
        words = [span.of(text) for span in said.words]
        for lie in lies(msgspec.to_builtins(said.value)):
            try:
                value = msgspec.convert(lie, type(said.value), strict=False)
            except msgspec.ValidationError:
                continue
            if rule_holds(noted.observation.kind, Said(value, said.rule, said.words), words):
                yield field, value, words


def test_the_samples_record_holds(record: Path) -> None:
    with Record(record) as opened:
        assert opened.check() == []


def test_no_lie_follows_from_the_words(record: Path) -> None:
    with Store(record) as store, store.reading() as view:
        texts = {document.id: document.text for document in view.documents()}
        tried = list(view.noted_in())
        accepted = [lie for noted in tried for lie in lied_about(noted, texts[noted.observation.document])]
    assert len(tried) > 200
    assert accepted == []
