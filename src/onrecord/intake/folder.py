"""Folders of reports, with the folders in them: which files are read, which are passed over."""

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.intake import tables, textfile
from onrecord.intake.source import Unreadable

READ = textfile.ENDINGS + tables.ENDINGS
NOT_REPORTS = ("readme", "license", "licence", "changelog", "copying", "notice", "requirements")


def files(folder: Path) -> Iterator[Path | Unreadable]:
    """The files under the folder in the order of their names, and the folders that may not be opened.

    Links to folders are followed once; a folder that holds itself is not walked again.
    """
    walked: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not is_folder(path):
            yield path
        elif path == folder or not path.name.startswith("."):
            inside = _inside(path, walked)
            if isinstance(inside, Unreadable):
                yield inside
            else:
                waiting += reversed(inside)


def is_report(path: Path) -> bool:
    """Whether a file found in a folder is taken for reports: by its ending, and not hidden, a readme or a licence."""
    named = path.name.casefold()
    return path.suffix.lower() in READ and not named.startswith((".", "~")) and path.stem.casefold() not in NOT_REPORTS


def is_folder(path: Path) -> bool:
    """Whether the path is a folder or a link to one; False where that cannot be told."""
    try:
        return path.is_dir()
    except OSError:
        return False


def fault(path: Path) -> Unreadable | None:
    """Why the path is no file that can be opened, None where it is one. A pipe or device is not waited for."""
    try:
        if path.is_file():
            return None
        if path.exists():
            return Unreadable(str(path), "it is neither a file nor a folder", "name a file or folder of reports")
        return Unreadable(str(path), "there is no such file or folder", "check the path")
    except OSError as error:
        return Unreadable(str(path), f"it cannot be opened ({error.strerror})", "check that it may be read")


def _inside(folder: Path, walked: set[tuple[int, int]]) -> list[Path] | Unreadable:
    """What stands in the folder, by name; nothing where it was walked already."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in walked:
            return []
        walked.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            return sorted(folder / entry.name for entry in entries)
    except OSError as error:
        return Unreadable(str(folder), f"the folder cannot be opened ({error.strerror})", "check that it may be read")
