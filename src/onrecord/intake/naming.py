"""The names of files in a record: base names, or the shortest paths that tell them apart where those are alike."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def names(paths: Sequence[Path]) -> list[str]:
    """One name for each path, in order; different files get different names, one file named twice gets one name."""
    whole = [path.resolve() for path in paths]
    named: dict[Path, str] = {}
    length, alike = 1, set(whole)
    while alike:
        taken = Counter(path.parts[-length:] for path in alike)
        apart = {path for path in alike if taken[path.parts[-length:]] == 1}
        named |= {path: _written("/".join(path.parts[-length:]).replace("//", "/")) for path in apart}
        alike -= apart
        length += 1
    return [named[path] for path in whole]


def _written(name: str) -> str:
    """The name with the bytes of it that are no text spelt out."""
    return name.encode("utf-8", "backslashreplace").decode()
