"""`onrecord check` and `onrecord reread`: whether a record holds, and bringing its readings up to date."""

from pathlib import Path

import typer

from onrecord.commands.logged import logged, say_where
from onrecord.commands.opening import whole
from onrecord.commands.progress import bar, know_places, printable, say
from onrecord.intake import Unreadable
from onrecord.settings import Settings

SHOWN = 200
LONGEST = 160


def check(path: Path, options: Settings) -> int:
    """Lists what does not hold; 1 where anything does not."""
    with whole(path, options) as record:
        know_places()
        with bar("Checking") as moved:
            problems = record.check(moved)
        counts = f"{sum(1 for _ in record.documents())} reports"
        outdated = record.outdated()
    if outdated:
        say(f"{outdated} reports were read by another version of onrecord: 'onrecord reread {path}' reads them again.")
    if not problems:
        typer.echo(f"{path}: everything holds in {counts}.")
        return 0
    for problem in problems[:SHOWN]:
        typer.echo(
            f"{problem.entry}  {problem.field}: stands {_short(problem.stands)}; the words say {_short(problem.words)}"
        )
    if len(problems) > SHOWN:
        typer.echo(f"… and {len(problems) - SHOWN} more.")
    say(f"{path}: {len(problems)} values do not hold, in {counts}.")
    return 1


def reread(path: Path, options: Settings) -> int:
    """Reads again what an earlier version of the readers read; 1 where some of it failed."""
    failed: list[Unreadable] = []
    with whole(path, options) as record, logged(path):
        know_places()
        with bar("Reading again") as moved:
            number = record.reread(moved, failed)
    for unreadable in failed[:SHOWN]:
        say(f"Not read again: {unreadable}")
    if len(failed) > SHOWN:
        say(f"… and {len(failed) - SHOWN} more not read again.")
    say_where(path, failed)
    current = number == 0 and not failed
    typer.echo(f"{path}: every reading is up to date." if current else f"{path}: {number} reports read again.")
    return 1 if failed else 0


def _short(words: str) -> str:
    words = printable(words)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
