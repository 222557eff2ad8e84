"""`onrecord diff`: what newer reports brought, the most important first."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from onrecord.commands.columns import TABLES
from onrecord.commands.opening import opened, without_a_date
from onrecord.commands.progress import printable, say, waiting
from onrecord.commands.tables import more_passages
from onrecord.commands.wording import clipped, evidence, in_a_line, short
from onrecord.model.entries import AnyEntry, EventEntry, FigureEntry, StatementEntry, export, tidy
from onrecord.model.iso import days, in_words
from onrecord.model.kinds import happened
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.comparing import Change, Changes, Turn

AT_ONCE = 5  # entries of a kind
GRAVE = frozenset({"killed", "casualties", "displaced"})
STRONG = frozenset({"threaten", "warn", "demand", "promise", "accuse", "deny", "agree", "reject", "propose"})
BARE = frozenset({"document", "copy", "actor", "place"})  # what they are called says it all
HEADINGS = {"contradicted": "Contradicted", "new": "New", "changed": "Changed", "gone": "Gone"}
KINDS = (
    *("disputes", "events", "control", "contacts", "agreements", "commitments", "compliance", "figures", "sites"),
    *("statements", "copies", "actors", "places", "documents"),
)
ARROW = " → "


def diff(
    path: Path,
    options: Settings,
    *,
    since: dt.date | None,
    added_since: dt.datetime | None,
    as_of: dt.date | None,
    as_json: bool,
    limit: int | None,
) -> int:
    """Prints what changed, at most `limit` entries of a kind: 0 is all; if none is given, AT_ONCE, and all as JSON."""
    with opened(path, options, as_of) as record:
        with waiting("Comparing with the record before"):
            found = record.changes(since=since, added_since=added_since)
        dates = record.published()
    if found.undated:
        say(f"{without_a_date(found.undated)} taken as known before.")
    if found.reread:
        say(f"{found.reread} reports were read again since; what that changed is not told.")
    if as_json:
        for change in found.changes[: limit or None]:
            typer.echo(msgspec.json.encode(plain(change)).decode())
        return 0
    console = Console(highlight=False)
    for line in told(found, dates, AT_ONCE if limit is None else limit):
        console.print(line, soft_wrap=not console.is_terminal)
    return 0


def plain(change: "Change") -> dict[str, Any]:
    """A change as a JSON object: what it is, of which entry, then the entry as it is exported."""
    told = msgspec.to_builtins(change)
    beside = {name: told[name] for name in ("why", "turns", "cites", "reports", "tellers")}
    made: dict[str, Any] = {"change": change.what, "kind": change.entry.kind, "id": change.entry.id, **tidy(beside)}
    return {**made, "entry": export(change.entry)}


def told(found: "Changes", dates: dict[str, str | None], most: int) -> Iterator[Text]:
    """The changes, by what they are and by kind."""
    yield Text(_summary(found), style="bold")
    for what, heading in HEADINGS.items():
        changes = [change for change in found.changes if change.what == what]
        for kind in KINDS:
            of_kind = sorted((each for each in changes if isinstance(each.entry, TABLES[kind].entry)), key=importance)
            if of_kind:
                yield Text(f"\n{heading}: {kind} ({len(of_kind)})", style="bold")
                yield from _listed(of_kind, dates, most or len(of_kind))


def _summary(found: "Changes") -> str:
    number = len(found.reports)
    published = sorted(each.published for each in found.reports if each.published)
    period = f", published {in_words(f'{published[0]}/{published[-1]}')}" if published else ""
    counted = [sum(change.what == what for change in found.changes) for what in HEADINGS]
    counts = ", ".join(f"{number} {what}" for number, what in zip(counted, HEADINGS, strict=True) if number)
    return f"{number} newer report{'' if number == 1 else 's'}{period}: {counts or 'no change'}"


def importance(change: "Change") -> tuple[Any, ...]:
    """History and what may be comes last; what many reports tell, what is grave and what reads otherwise comes first,
    and of equals the latest."""
    entry = change.entry
    aside = isinstance(entry, EventEntry) and (bool(entry.background) or entry.status == "hypothetical")
    covered = days(happened(entry))
    latest = -covered[1].toordinal() if covered else 0
    return aside, -(change.reports + _gravity(entry) + len(change.why) + len(change.turns)), latest, entry.id


def _gravity(entry: AnyEntry) -> int:
    """How much more than one report it weighs: attacks, the dead and displaced, strong words."""
    if isinstance(entry, EventEntry):
        return (entry.plover == "ASSAULT") + bool(entry.figures)
    if isinstance(entry, FigureEntry):
        return 2 * (entry.measure in GRAVE)
    return 2 * (isinstance(entry, StatementEntry) and entry.act in STRONG)


def _listed(changes: Sequence["Change"], dates: dict[str, str | None], most: int) -> Iterator[Text]:
    for change in changes[:most]:
        line = Text(f"  {in_a_line(change.entry)}")
        yield line.append(f" [{short(change.entry.id)}]", style="dim")
        yield from (Text(f"      {each}") for each in _what_changed(change))
        if change.entry.kind not in BARE:
            yield _words(change, dates)
    if len(changes) > most:
        yield Text(f"  and {len(changes) - most} more; --limit 0 shows all", style="dim")


def _what_changed(change: "Change") -> Iterator[str]:
    yield from map(clipped, change.why)
    yield from map(turned, change.turns)
    if change.what in ("changed", "contradicted") and change.reports and change.entry.kind not in BARE:
        more = f"told by {change.reports} more report{'' if change.reports == 1 else 's'}"
        yield f"{more}, new tellers: {', '.join(map(printable, change.tellers))}" if change.tellers else more


def turned(turn: "Turn") -> str:
    """One field in words: "status: planned → planned, held"; of a list, what came to it and what left it."""
    if isinstance(turn.before, list) and isinstance(turn.now, list):
        came = [_value(each) for each in turn.now if each not in turn.before]
        left = [_value(each) for each in turn.before if each not in turn.now]
        told = [f"now also {'; '.join(came)}"] if came and turn.before else came
        told += [f"no longer {'; '.join(left)}"] if left else []
        return f"{turn.field}: {'; '.join(told) or 'in another order'}"
    return f"{turn.field}: {_value(turn.before)}{ARROW}{_value(turn.now)}"


def _value(value: Any) -> str:
    """A value of a field in words."""
    if value is None or value == []:
        return "not told"
    if isinstance(value, dict) and "by" in value:
        return f"{', '.join(value['by'])}: {clipped(value.get('says', ''))}"
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_value(kept)}" for name, kept in value.items())
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:,.10g}"
    return in_words(value) if isinstance(value, str) and days(value) else clipped(str(value))


def _words(change: "Change", dates: dict[str, str | None]) -> Text:
    """The first passage that brought the change, and its report."""
    cites: Iterable[Any] = change.cites or evidence(change.entry)
    first, *others = cites
    said = isinstance(change.entry, StatementEntry) and not change.turns  # its words stand in the line above
    line = Text("      " if said else f"      “{clipped(first.quote)}” ")
    published = dates.get(first.doc)
    source = f"{printable(first.doc)}, {in_words(published) if published else 'undated'}"
    return line.append(source + (f"; {more_passages(len(others))}" if others else ""), style="dim")
