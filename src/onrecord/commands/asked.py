"""The commands that fill a record and ask it: declared here, done by the file of each name, loaded when asked."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from onrecord.commands.app import chosen_settings, command
from onrecord.commands.columns import SHOWN
from onrecord.commands.options import (
    AsJson,
    AsOf,
    Measure,
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
    raise typer.Exit(run(record, sources, columns, chosen_settings(workers)))


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
    raise typer.Exit(run(record, kind, chosen_settings(), as_json=as_json, limit=limit, as_of=as_of, **wanted))


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

    raise typer.Exit(run(record, address, chosen_settings(), as_of=as_of, as_json=as_json, limit=limit))


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
    done = run(
        record, chosen_settings(), since=since, added_since=added_since, as_of=as_of, as_json=as_json, limit=limit
    )
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

    raise typer.Exit(run(record, words, chosen_settings(), as_json=as_json, limit=limit))


@command(
    short_help="List what people confirmed, rejected or changed.",
    epilog=examples("rulings sudan.record", "rulings sudan.record --json"),
)
def rulings(record: RecordPath, as_json: AsJson = False) -> None:
    """List what people confirmed, rejected, changed, merged and split in RECORD: who, when, what, on which words.

    A ruling whose words are no longer read as anything is listed too, and changes nothing: it is marked unattached.
    """
    from onrecord.commands.rulings import rulings as run

    raise typer.Exit(run(record, chosen_settings(), as_json=as_json))


@command(short_help="Check a record against the words it cites.", epilog=examples("check sudan.record"))
def check(record: RecordPath) -> None:
    """Derive every number, name, date and place of RECORD from its cited words again.

    What does not hold is listed; the exit code is then 1, and 0 where all holds.
    """
    from onrecord.commands.check import check as run

    raise typer.Exit(run(record, chosen_settings()))


@command(
    short_help="Read a record's reports again after an update of onrecord.",
    epilog=examples("reread sudan.record --workers 2"),
)
def reread(record: RecordPath, workers: Workers = None) -> None:
    """Read the stored reports of RECORD again where an earlier version of onrecord read them."""
    from onrecord.commands.check import reread as run

    raise typer.Exit(run(record, chosen_settings(workers)))
