"""Reads vocabulary: TOML files of this package, each with the user's own entries of the same name added.

A vocabulary file is a TOML document whose tables are decoded into typed, frozen structs. A user's file stands in the
folder that the environment variable ONRECORD_VOCABULARY names, under the same name as ours, with the same shape; its
lists are appended to ours and its tables merged into them.
"""

import os
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from onrecord.errors import VocabularyError

T = TypeVar("T")
FOLDER = "ONRECORD_VOCABULARY"


def user_folder() -> Path | None:
    """Where the user's own vocabulary lies, if anywhere."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def load(name: str, shape: type[T]) -> T:
    """The vocabulary file `name` (without `.toml`) decoded into `shape`.

    Raises VocabularyError, naming the file and the entry, where a file does not fit its shape.
    """
    try:
        return msgspec.convert(raw(name), shape)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"vocabulary {name}.toml: {error}; see the comment at the head of that file") from error


@cache
def raw(name: str) -> dict[str, Any]:
    """The file's plain tables, ours and the user's together."""
    ours = tomllib.loads((resources.files("onrecord.vocabulary") / "data" / f"{name}.toml").read_text("utf-8"))
    folder = user_folder()
    theirs = folder / f"{name}.toml" if folder else None
    if theirs is None or not theirs.is_file():
        return ours
    try:
        both: dict[str, Any] = merged(ours, tomllib.loads(theirs.read_text("utf-8")))
        return both
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{theirs}: not readable as TOML ({error}); mend that line or remove the file") from error


def merged(ours: Any, theirs: Any) -> Any:
    """`theirs` on top of `ours`: tables are merged key by key, lists appended, other values replaced."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {**ours, **{key: merged(ours[key], value) if key in ours else value for key, value in theirs.items()}}
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*ours, *theirs]
    return theirs
