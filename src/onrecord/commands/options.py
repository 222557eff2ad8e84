"""What commands take: each option that several share is declared here once, with the parser of its value."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from onrecord.commands.columns import SHOWN


class Command(TyperCommand):
    """A command that says what it needs as its help does: RECORD, not {RECORD}."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]


def examples(*lines: str) -> str:
    """What stands under the help of a command, line by line as given."""
    return "\b\n" + "\n".join(("Examples:", *(f"  onrecord {line}" for line in lines)))


def check_processes(number: int | None) -> int | None:
    if number is not None and number < 1:
        raise typer.BadParameter(f"{number} is no number of processes: expected 1 or more")
    return number


def parse_day(given: str) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is no day: expected one such as 2023-04-15") from error


def parse_time(given: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(
            f"{given!r} is no time: expected one such as 2023-04-15 or 2023-04-15T09:30"
        ) from error


def parse_kind(given: str) -> str:
    if given not in SHOWN:
        raise typer.BadParameter(f"{given!r} is no kind: expected one of {', '.join(SHOWN)}")
    return given


def check_limit(number: int | None) -> int | None:
    if number is not None and number < 0:
        raise typer.BadParameter(f"{number} is no number of rows: expected 1 or more, or 0 for all")
    return number


def limited(what: str, unless: str) -> Any:
    """The option --limit: `what` is printed at most so often, `unless` says how often where it is not given."""
    return typer.Option(
        "--limit",
        metavar="NUMBER",
        callback=check_limit,
        help=f"Print at most so many {what}, 0 for all. If not given: {unless}.",
    )


def named(text: str, *names: str) -> Any:
    """An option whose value is a name, or a part of one."""
    return typer.Option(*names, metavar="NAME", help=text)


def dated(name: str, text: str) -> Any:
    return typer.Option(name, metavar="DATE", parser=parse_day, help=text)


def column(what: str, title: str = "") -> Any:
    return typer.Option(
        f"--{what}-column", metavar="NAME", help=f"The column that holds the {title or what}, if it has no usual name."
    )


RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", hidden=True)]
Since = Annotated[dt.date | None, dated("--since", "Only what happened on this day or later.")]
Until = Annotated[dt.date | None, dated("--until", "Only what happened on this day or earlier.")]
AsOf = Annotated[
    dt.date | None,
    dated(
        "--as-of",
        "As known on this day: from the reports published by then alone; those without a date are left out.",
    ),
]
Place = Annotated[str | None, named("Only what is told of this place.")]
Measure = Annotated[str | None, named("Only figures of this measure, such as killed.")]
Per = Annotated[str | None, named("Only what this source or speaker says.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="NUMBER", callback=check_processes, help="Read with so many processes; 1 if not given."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
