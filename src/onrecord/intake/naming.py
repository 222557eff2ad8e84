"""The names of files in a record: base names, or the shortest paths that tell them apart where those are alike."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def names(paths: Sequence[Path]) -> list[str]:
    """One name for each path, in order; different files get different names, one file named twice gets one name."""
    whole = [Path(path).resolve() for path in paths]
    distinct = set(whole)
    taken = Counter(path.name for path in distinct)
    return [path.name if taken[path.name] == 1 else _told_apart(path, distinct) for path in whole]


def _told_apart(path: Path, others: set[Path]) -> str:
    alike = [other.parts for other in others if other != path and other.name == path.name]
    for length in range(2, len(path.parts) + 1):
        ending = path.parts[-length:]
        if all(other[-length:] != ending for other in alike):
            return "/".join(ending).replace("//", "/")
    return path.as_posix()
