"""The log of what onrecord failed on: a file beside the record, made only where there is something to tell."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.commands.progress import say
from onrecord.intake import Unreadable
from onrecord.intake.source import FAULT


@contextmanager
def logged(path: Path) -> Iterator[None]:
    """Has the log written beside the record at `path`."""
    handler = logging.FileHandler(_beside(path), delay=True, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("onrecord")
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        handler.close()


def say_where(path: Path, failures: Iterable[Unreadable]) -> None:
    """Says where the log stands, where one of the failures is in it."""
    if any(each.advice == FAULT for each in failures):
        say(f"The log of what failed is {_beside(path)}.")


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.log")
