"""`onrecord export` and `onrecord sitrep`: the record in a format of its own, or as a report for people."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

from onrecord.commands.opening import opened
from onrecord.commands.progress import say
from onrecord.errors import OnrecordError
from onrecord.publishing import exported, situation_report
from onrecord.settings import Settings


def export(
    path: Path,
    output: Path | None,
    form: str,
    options: Settings,
    *,
    as_of: dt.date | None = None,
    rejected: bool = False,
) -> int:
    """Writes every entry in the format, or every one as of a day; those that a person rejected if they are asked
    for."""
    with opened(path, options, as_of) as record:
        _write(output, (f"{line}\n" for line in exported(record.entries(rejected=rejected), form)))
    return 0


def sitrep(
    path: Path,
    output: Path | None,
    form: str,
    options: Settings,
    *,
    title: str,
    since: dt.date | None,
    until: dt.date | None,
    as_of: dt.date | None = None,
) -> int:
    """Writes the situation report of the period, as known on a day if one is given."""
    with opened(path, options, as_of) as record:
        report = situation_report(
            record.entries(), record.texts(), form=form, title=title, since=since, until=until, as_of=as_of
        )
    _write(output, [report])
    if output is not None:
        say(f"Written to {output}.")
    return 0


def _write(output: Path | None, pieces: Iterable[str]) -> None:
    """Pieces of text in UTF-8, to a file (whole or not at all) or to the standard output."""
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    partial = output.with_name(f".{output.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise OnrecordError(
            f"{output} cannot be written ({error.strerror}): expected a path in a folder that you may write to"
        ) from error
