"""`onrecord why`: what speaks for an entry, in words."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from onrecord.commands.opening import opened
from onrecord.commands.progress import know_places, printable
from onrecord.commands.rulings import in_words as in_words_of
from onrecord.commands.wording import clipped, evidence, in_a_line, of_reports, short
from onrecord.model.entries import Account, AnyEntry, OutcomeEntry, tidy
from onrecord.model.iso import in_words
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.explaining import Telling, Value, Why

AT_ONCE = 12  # tellings
VERBATIM = "verbatim"
PARTS = ("sides", "readouts", "positions", "outcomes")  # what an entry lays side by side, each with a cite
FIELD = 10


def why(path: Path, address: str, options: Settings, *, as_of: dt.date | None, as_json: bool, limit: int | None) -> int:
    """Prints what speaks for the entry at the address, at most `limit` tellings of it: 0 is all."""
    with opened(path, options, as_of) as record:
        know_places()
        found = record.why(address)
        dates = record.published({cite.doc for cite in found.entry.cites})
    if as_json:
        typer.echo(msgspec.json.encode(tidy(msgspec.to_builtins(found))).decode())
        return 0
    console = Console(highlight=False)
    most = AT_ONCE if limit is None else limit
    for line in told(found, dates, most or len(found.tellings)):
        console.print(line, soft_wrap=not console.is_terminal)
    return 0


def told(found: "Why", dates: Mapping[str, str | None], most: int) -> Iterator[Text]:
    """The explanation, line by line."""
    entry = found.entry
    yield Text(f"{entry.kind} {entry.id}", style="bold")
    yield Text(f"  {in_a_line(entry)}")
    if counted := of_reports(entry):
        yield Text(f"  {counted}", style="dim")
    yield from _parts(entry, dates)
    yield from _tellings(found, most)
    if not found.tellings and not any(getattr(entry, field, ()) for field in PARTS):
        yield from _words(entry, dates)
    numbers = {telling.id: number for number, telling in enumerate(found.tellings, 1)}
    if found.joins:
        yield _heading("Why these are one entry")
        for join in found.joins:
            if join.one in numbers and join.other in numbers:
                one, other = sorted((numbers[join.one], numbers[join.other]))
                yield Text(f"  {other} with {one}: {join.why}.")
            else:
                yield Text(f"  {printable(join.one)} with {printable(join.other)}: {join.why}.")
    if entry.accounts:
        yield _heading("Where they differ")
        yield from (Text(f"  {_account(account)}") for account in entry.accounts)
    if found.rulings:
        yield _heading("What people ruled")
        yield from (Text(f"  {in_words_of(each)}") for each in found.rulings)
    if found.linked:
        yield _heading("Linked with")
        for linked in found.linked:
            yield Text(f"  {linked.how}: {linked.entry.kind}, {in_a_line(linked.entry)} [{short(linked.entry.id)}]")


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _tellings(found: "Why", most: int) -> Iterator[Text]:
    if found.tellings:
        told = "" if found.entry.kind == "document" else "Where it is told, and what"
        yield _heading(f"{told or 'What'} was understood from which words")
    for number, telling in enumerate(found.tellings[:most], 1):
        yield Text(
            f"  {number}  {printable(telling.doc)}, {_day(telling.published)} [{short(telling.id)}]", style="dim"
        )
        for passage in telling.passages:
            yield Text(f"     “{clipped(passage)}”")
        yield from (Text(f"       {line}") for line in _values(telling))
    if len(found.tellings) > most:
        yield Text(f"  and {len(found.tellings) - most} more; --limit 0 shows all", style="dim")


def _values(telling: "Telling") -> Iterator[str]:
    """A line for each value; what several words give one field stands below one another."""
    for value in telling.values:
        yield f"{value.field:{FIELD}} {_understood(value)}"


def _understood(value: "Value") -> str:
    """The value, the words and the rule: "Sudan, from “Khartoum” (seat of government)"."""
    words = " … ".join(f"“{clipped(each)}”" for each in value.words)
    if value.rule == VERBATIM and value.words:
        said = f"{words}, as it stands" if value.value in value.words else f"{printable(value.value)}, from {words}"
    elif words:
        said = f"{printable(value.value)}, from {words} ({value.rule})"
    else:
        said = f"{printable(value.value)}, given beside the text ({value.rule})"
    return said if value.holds else f"{said}: does not follow from these words; 'onrecord check' tells more"


def _account(account: Account) -> str:
    value = ", ".join(map(str, account.value)) if isinstance(account.value, (list, tuple)) else account.value
    docs = ", ".join(dict.fromkeys(printable(cite.doc) for cite in account.cites))
    return f"{account.field}: {printable(str(value))}, per {printable(account.per)} in {docs}"


def _parts(entry: AnyEntry, dates: Mapping[str, str | None]) -> Iterator[Text]:
    """The sides of a dispute, the accounts of a call, what came of a commitment: each with its words and report."""
    for field in PARTS:
        kept: tuple[Any, ...] = getattr(entry, field, ())
        if not kept:
            continue
        yield _heading(field.capitalize())
        for part in kept:
            cite = entry.cites[part.cite]
            teller = ", ".join(part.per if isinstance(part, OutcomeEntry) else part.by)
            yield Text(f"  {printable(teller)}: {clipped(part.says)}")
            yield Text(f"     “{clipped(cite.quote)}” {printable(cite.doc)}, {_day(dates.get(cite.doc))}", style="dim")


def _words(entry: AnyEntry, dates: Mapping[str, str | None]) -> Iterator[Text]:
    """The exact words of an entry that no observation makes by itself."""
    yield _heading("Exact words")
    for cite in evidence(entry):
        yield Text(f"  “{clipped(cite.quote)}”")
        yield Text(f"     {printable(cite.doc)}, {_day(dates.get(cite.doc))}", style="dim")


def _day(published: str | None) -> str:
    return in_words(published) if published else "undated"
