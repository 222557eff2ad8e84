"""What a record is published as: one format a file, in one explicit list."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from onrecord.errors import SettingsError
from onrecord.model.entries import AnyEntry
from onrecord.publishing import jsonl

Lines = Callable[[Iterable[AnyEntry]], Iterable[str]]

FORMATS: dict[str, Lines] = {"jsonl": jsonl.lines}
SITREP_FORMATS = ("html", "md")


def exported(entries: Iterable[AnyEntry], form: str) -> Iterable[str]:
    """The lines of `entries` in the format named `form`, without their newlines; SettingsError where there is none."""
    if form not in FORMATS:
        raise SettingsError(f"There is no export format “{form}”; these exist: {', '.join(FORMATS)}.")
    return FORMATS[form](entries)


def situation_report(
    entries: Iterable[AnyEntry],
    texts: Mapping[str, str],
    *,
    form: str = "html",
    title: str = "Situation report",
    since: dt.date | None = None,
    until: dt.date | None = None,
    as_of: dt.date | None = None,
) -> str:
    """The situation report of `entries` as a page in the format `form`.

    `texts` holds the stored text of every document by its name; `since` and `until` are inclusive. `as_of` is the day
    whose record it is, if that is not the whole one. SettingsError where there is no such format.
    """
    from onrecord.publishing.sitrep import html, md  # the template engine loads only where a report is written
    from onrecord.publishing.sitrep.build import build

    pages = {"html": html.page, "md": md.page}
    if form not in pages:
        raise SettingsError(f"There is no situation report in the format “{form}”; these exist: {', '.join(pages)}.")
    return pages[form](build(entries, texts, title=title, since=since, until=until, as_of=as_of))
