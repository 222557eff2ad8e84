"""Telling how far a long work is: a bar where somebody looks on, nothing but the closing line otherwise."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

Moved = Callable[[int, int], None]  # is told how much is done, and how much there is


def say(words: str) -> None:
    """A line for the person, beside the output."""
    typer.echo(printable(words), err=True)


def printable(words: str) -> str:
    """Words of a report or a file name on one line, without characters that would steer the terminal."""
    return "".join(c if c.isprintable() or c == " " else " " for c in words.encode("utf-8", "replace").decode())


@contextmanager
def bar(doing: str, of: str = "reports") -> Iterator[Moved]:
    """A function to be called as the work moves on; it draws a bar if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(f"{of}, left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Says what is being done as long as it lasts, if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(doing):
        yield


def know_places() -> None:
    """Compiles the index of the world's places where it is not there yet, and says so: it takes its time, once."""
    from onrecord.vocabulary import gazetteer

    if gazetteer.ready():
        return
    say("First run: compiling the index of the world's places. This takes some seconds, and is done once.")
    with bar("Compiling", of="percent") as moved:
        gazetteer.prepare(lambda share: moved(round(100 * share), 100))
