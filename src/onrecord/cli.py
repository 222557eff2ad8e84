"""The command `onrecord`: what can be asked is declared here; `onrecord.commands` does it, loaded when asked."""

import datetime as dt
import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer

from onrecord.commands.columns import SHOWN
from onrecord.commands.options import (
    AsJson,
    AsOf,
    Command,
    Measure,
    Output,
    Per,
    Place,
    RecordPath,
    Since,
    Until,
    Workers,
    column,
    dated,
    examples,
    limited,
    named,
    parse_kind,
    parse_time,
)
from onrecord.errors import OnrecordError

FAILED = 1

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


@command(
    short_help="Read reports into a record.",
    epilog=examples(
        "add sudan.record reports/ wire.csv", "add sudan.record clips.csv --text-column story --date-column day"
    ),
)
def add(
    record: RecordPath,
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE", hidden=True)],
    text: Annotated[str | None, column("text")] = None,
    date: Annotated[str | None, column("date")] = None,
    title: Annotated[str | None, column("title")] = None,
    url: Annotated[str | None, column("url", "address")] = None,
    publisher: Annotated[str | None, column("publisher")] = None,
    workers: Workers = None,
) -> None:
    """Read the reports of each SOURCE into RECORD, a file that is made if it is not there.

    SOURCE is a text file, a folder, or a table in csv or jsonl. A report that the record holds already is not read
    again. What cannot be read is listed, and the rest is still read. In a table, columns are found by their usual
    names, such as text, body or content, and date or published.
    """
    from onrecord.commands.add import add as run
    from onrecord.intake import Columns

    columns = Columns(text=text, date=date, title=title, url=url, publisher=publisher)
    raise typer.Exit(run(record, sources, columns, _settings(workers)))


@command(
    short_help="Print what a record holds, with sources and exact words.",
    help="Print a table of what RECORD holds of one KIND, each row with its source and exact words.\n\n"
    f"KIND is one of {', '.join(SHOWN)}. A name is found by any part of it, in any case, and by its other forms.",
    epilog=examples(
        "show sudan.record figures --measure killed --since 2023-04-15",
        "show sudan.record statements --per Burhan",
        "show sudan.record events --as-of 2023-05-01",
        "show sudan.record places --json",
    ),
)
def show(
    record: RecordPath,
    kind: Annotated[str, typer.Argument(metavar="KIND", parser=parse_kind, hidden=True)],
    per: Per = None,
    by: Annotated[str | None, named("Only what this side says, does, holds or takes part in.")] = None,
    place: Place = None,
    measure: Measure = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Annotated[int | None, limited("rows", "100, or all with --json")] = None,
    as_json: AsJson = False,
) -> None:
    """Prints a table."""
    from onrecord.commands.show import show as run

    wanted = {"per": per, "by": by, "place": place, "measure": measure, "since": since, "until": until}
    raise typer.Exit(run(record, kind, _settings(), as_json=as_json, limit=limit, as_of=as_of, **wanted))


@command(
    short_help="Say why an entry reads as it does.",
    epilog=examples("why sudan.record 3f2a91bc", "why sudan.record 3f2a91bc --json"),
)
def why(
    record: RecordPath,
    address: Annotated[str, typer.Argument(metavar="ID", hidden=True)],
    as_of: AsOf = None,
    limit: Annotated[int | None, limited("passages", "12")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what speaks for the entry ID of RECORD: where it is told, from which words each value was understood by which
    rule, why several tellings are one entry, where they differ, and what it is linked with.

    ID is what 'onrecord show' prints in brackets, or the first six or more characters of any longer id.
    """
    from onrecord.commands.why import why as run

    raise typer.Exit(run(record, address, _settings(), as_of=as_of, as_json=as_json, limit=limit))


@command(
    short_help="Say what newer reports brought.",
    epilog=examples(
        "diff sudan.record --since 2023-05-01",
        "diff sudan.record --since 2023-05-01 --as-of 2023-05-07",
        "diff sudan.record --added-since 2023-05-01T09:00 --json",
    ),
)
def diff(
    record: RecordPath,
    since: Annotated[
        dt.date | None, dated("--since", "What reports brought that were published on this day or later.")
    ] = None,
    added_since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--added-since",
            metavar="TIME",
            parser=parse_time,
            help="What reports brought that were added at this time or later.",
        ),
    ] = None,
    as_of: AsOf = None,
    limit: Annotated[int | None, limited("entries of a kind", "5, or all with --json")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what newer reports brought to RECORD: what they contradict, what is new, what reads otherwise now.

    Newer are the reports published since a day, or those added since a time: one of the two must be given. A report
    whose date is not known counts as published before.
    """
    from onrecord.commands.diff import diff as run

    if (since is None) == (added_since is None):
        raise typer.BadParameter("expected one of the two", param_hint="--since, --added-since")
    done = run(record, _settings(), since=since, added_since=added_since, as_of=as_of, as_json=as_json, limit=limit)
    raise typer.Exit(done)


@command(
    short_help="Find words in the reports of a record.",
    epilog=examples("search sudan.record airport", 'search sudan.record "humanitarian corridor" convoy --json'),
)
def search(
    record: RecordPath,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", hidden=True)],
    limit: Annotated[int | None, limited("reports", "20, or all with --json")] = None,
    as_json: AsJson = False,
) -> None:
    """Print which reports of RECORD hold all the WORDS, best first, each with its date and the passages.

    Words in quotation marks are looked for side by side. Case, accents and punctuation make no difference.
    """
    from onrecord.commands.search import search as run

    raise typer.Exit(run(record, words, _settings(), as_json=as_json, limit=limit))


@command(
    short_help="Write a record for other programs.",
    epilog=examples("export sudan.record > sudan.jsonl", "export sudan.record --output sudan.jsonl"),
)
def export(
    record: RecordPath,
    form: Annotated[Literal["jsonl"], typer.Option("--format", help="The format.")] = "jsonl",
    as_of: AsOf = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Also the entries that a person rejected.")] = False,
    output: Output = None,
) -> None:
    """Write RECORD for other programs, one JSON object a line. What a person rejected is left out."""
    from onrecord.commands.publish import export as run

    raise typer.Exit(run(record, output, form, _settings(), as_of=as_of, rejected=rejected))


@command(
    short_help="List what people confirmed, rejected or changed.",
    epilog=examples("rulings sudan.record", "rulings sudan.record --json"),
)
def rulings(record: RecordPath, as_json: AsJson = False) -> None:
    """List what people confirmed, rejected, changed, merged and split in RECORD: who, when, what, on which words.

    A ruling whose words are no longer read as anything is listed too, and changes nothing: it is marked unattached.
    """
    from onrecord.commands.rulings import rulings as run

    raise typer.Exit(run(record, _settings(), as_json=as_json))


@command(short_help="Check a record against the words it cites.", epilog=examples("check sudan.record"))
def check(record: RecordPath) -> None:
    """Derive every number, name, date and place of RECORD from its cited words again.

    What does not hold is listed; the exit code is then 1, and 0 where all holds.
    """
    from onrecord.commands.check import check as run

    raise typer.Exit(run(record, _settings()))


@command(
    short_help="Write a situation report.",
    epilog=examples(
        "sitrep sudan.record --output sitrep.html",
        'sitrep sudan.record --since 2023-04-15 --until 2023-04-30 --title "Sudan, late April" -o sitrep.html',
        "sitrep sudan.record --format md",
    ),
)
def sitrep(
    record: RecordPath,
    title: Annotated[str, typer.Option(metavar="WORDS", help="The title.")] = "Situation report",
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    form: Annotated[Literal["html", "md"], typer.Option("--format", help="The format.")] = "html",
    output: Output = None,
) -> None:
    """Write a situation report of RECORD: key figures, what happened, who said what, each line with its sources."""
    from onrecord.commands.publish import sitrep as run

    raise typer.Exit(run(record, output, form, _settings(), title=title, since=since, until=until, as_of=as_of))


@command(
    short_help="Write a record's pages into a folder.",
    epilog=examples(
        "publish sudan.record site/",
        "publish sudan.record khartoum/ --place Khartoum --since 2023-04-15 --until 2023-05-15",
        "publish sudan.record calls/ --filter 'kind=contact&type=phone+call'",
    ),
)
def publish(
    record: RecordPath,
    folder: Annotated[Path, typer.Argument(metavar="DIR", hidden=True)],
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    place: Place = None,
    country: Annotated[str | None, named("Only what is told of this country.")] = None,
    by: Annotated[str | None, named("Only what names this side.")] = None,
    per: Per = None,
    outlet: Annotated[str | None, named("Only what this publisher's reports tell.")] = None,
    measure: Measure = None,
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="WORDS", help="Only what holds these words; may be given several times."),
    ] = None,
    query: Annotated[
        str,
        typer.Option(
            "--filter", metavar="QUERY", help="Only what a page shows: what stands in its address after the '?'."
        ),
    ] = "",
) -> None:
    """Write the pages of RECORD into the folder DIR: they open in a browser from there, with no server.

    DIR must be new, empty, or a folder that was published before, which is replaced.
    """
    from onrecord.commands.publish_site import publish_site as run

    names = {"place": place, "country": country, "actor": by, "says": per, "outlet": outlet, "measure": measure}
    words = words or []
    done = run(
        record, folder, _settings(), since=since, until=until, as_of=as_of, names=names, words=words, query=query
    )
    raise typer.Exit(done)


@command(
    short_help="Open a record in a browser.",
    epilog=examples(
        "serve sudan.record",
        "serve sudan.record --port 9000",
        "password desk.password",
        "serve sudan.record --host 0.0.0.0 --password-file desk.password",
    ),
)
def serve(
    record: RecordPath,
    host: Annotated[str, typer.Option(metavar="HOST", help="The address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="The port to answer on.")] = 8750,
    password_file: Annotated[
        Path | None,
        typer.Option(
            "--password-file",
            metavar="FILE",
            help="Let in only those who know the password in this file, which 'onrecord password' writes.",
        ),
    ] = None,
) -> None:
    """Show RECORD as pages in a browser, until Ctrl-C. RECORD is made if it is not there.

    Only this machine can open the pages, unless HOST is another address (0.0.0.0 for all that this machine has); then a
    password is needed. What is sent is not encrypted: beyond a network you trust, let a reverse proxy with TLS stand
    before the pages.
    """
    from onrecord.commands.serve import serve as run

    raise typer.Exit(run(record, _settings(), host=host, port=port, password_file=password_file))


@command(
    short_help="Choose a password, so that others may open a record's pages.",
    epilog=examples("password desk.password", "serve sudan.record --host 0.0.0.0 --password-file desk.password"),
)
def password(file: Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]) -> None:
    """Ask for a password and write it to FILE in a form that cannot be read back.

    'onrecord serve --password-file FILE' then lets in only those who know it.
    """
    from onrecord.commands.serve import password as run

    raise typer.Exit(run(file))


@command(
    short_help="Read a record's reports again after an update of onrecord.",
    epilog=examples("reread sudan.record --workers 2"),
)
def reread(record: RecordPath, workers: Workers = None) -> None:
    """Read the stored reports of RECORD again where an earlier version of onrecord read them."""
    from onrecord.commands.check import reread as run

    raise typer.Exit(run(record, _settings(workers)))


def main() -> None:
    """Runs the command. Errors that a user can mend are one line; their exit code is 1, that of a wrong call 2."""
    try:
        app()
    except OnrecordError as error:
        _fail(str(error))
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever read our output has heard enough
            sys.exit(FAILED)
        _fail(
            f"{error.filename or 'the output'} cannot be {'used' if error.filename else 'written'} ({error.strerror})"
        )


def _fail(why: str) -> NoReturn:
    from onrecord.commands.progress import say

    say(f"onrecord: {why}")
    sys.exit(FAILED)


def _settings(workers: int | None = None) -> Any:
    from msgspec.structs import replace

    from onrecord.settings import settings

    chosen = settings()
    return chosen if workers is None else replace(chosen, workers=workers)


if __name__ == "__main__":
    main()
