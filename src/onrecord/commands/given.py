"""The commands that give a record out, as a file or as pages: declared here, loaded when asked."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.commands.app import chosen_settings, command
from onrecord.commands.options import AsOf, Measure, Output, Per, Place, RecordPath, Since, Until, examples, named


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

    raise typer.Exit(run(record, output, form, chosen_settings(), as_of=as_of, rejected=rejected))


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

    raise typer.Exit(run(record, output, form, chosen_settings(), title=title, since=since, until=until, as_of=as_of))


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
        record, folder, chosen_settings(), since=since, until=until, as_of=as_of, names=names, words=words, query=query
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

    raise typer.Exit(run(record, chosen_settings(), host=host, port=port, password_file=password_file))


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
