"""The app of commands: each file of declared commands puts its own into it."""

from functools import partial
from typing import Annotated, Any

import typer

from onrecord.commands.options import Command

app = typer.Typer(
    help="Reads the many reports of one crisis and keeps a sourced record of it: every figure, statement, name and "
    "date cites the exact words of its report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nBegin with:\n  onrecord add crisis.record reports/   read your reports into a record\n"
    "  onrecord serve crisis.record          look at it in a browser\nWhat a command takes: onrecord add --help",
)
command = partial(app.command, cls=Command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is and exit.")
    ] = False,
) -> None:
    """Takes the options that stand before a command."""


def chosen_settings(workers: int | None = None) -> Any:
    """The settings of this machine, with the number of processes that the command was given."""
    from msgspec.structs import replace

    from onrecord.settings import settings

    chosen = settings()
    return chosen if workers is None else replace(chosen, workers=workers)
