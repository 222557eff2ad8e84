"""The vocabulary loader: typed shapes, the user's additions, and clear words about what does not fit."""

from pathlib import Path

import msgspec
import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import loader


class Shape(msgspec.Struct, frozen=True):
    verbs: tuple[str, ...]
    table: dict[str, str] = {}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A user's vocabulary folder, with nothing remembered from other tests."""
    monkeypatch.setenv(loader.FOLDER, str(tmp_path))
    loader.raw.cache_clear()
    yield tmp_path
    loader.raw.cache_clear()


@pytest.mark.parametrize(
    "ours, theirs, both",
    [
        ({"a": [1]}, {"a": [2]}, {"a": [1, 2]}),
        ({"a": {"x": 1}}, {"a": {"y": 2}}, {"a": {"x": 1, "y": 2}}),
        ({"a": 1}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        ({}, {}, {}),
    ],
)
def test_user_entries_are_laid_over_ours(ours: dict, theirs: dict, both: dict) -> None:
    assert loader.merged(ours, theirs) == both


def test_merging_changes_neither_side() -> None:
    ours = {"a": [1]}
    loader.merged(ours, {"a": [2]})
    assert ours == {"a": [1]}


def test_broken_user_file_is_named(folder: Path) -> None:
    names = sorted(path.stem for path in (Path(loader.__file__).parent / "data").glob("*.toml"))
    (folder / f"{names[0]}.toml").write_text("verbs = [", encoding="utf-8")
    with pytest.raises(VocabularyError, match=names[0]):
        loader.raw(names[0])


def test_misfit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "raw", lambda _: {"verbs": "say"})
    with pytest.raises(VocabularyError, match=r"words\.toml.*array"):
        loader.load("words", Shape)
