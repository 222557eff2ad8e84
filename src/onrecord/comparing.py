"""What more reports did to a record: which entries are new, which read otherwise, what was contradicted.

An entry then is the one now that holds its least observation. Entries that no observation stands in (disputes, copies)
are the ones that cite the same words.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.model import outlook
from onrecord.model.entries import (
    Account,
    AnyEntry,
    Cite,
    CommitmentEntry,
    ComplianceEntry,
    DisputeEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    StatementEntry,
)
from onrecord.model.kinds import TELLERS, named_in
from onrecord.store import Reader

CONTRADICTED, NEW, CHANGED, GONE = "contradicted", "new", "changed", "gone"
DENIED = frozenset({"denied", "called off"})
ITSELF = frozenset(
    {"id", "cites", "derived", "origins", "first_reported", "last_reported", "review", "links", "accounts"}
)  # what tells of the record, not of what happened
POINTING = frozenset({"figures", "series", "window", "why", "parts", "docs"})  # ids, and what goes with another field
BESIDE = ("_id", "_ids", "_is", "_basis")  # the endings of fields that go with another
TELLING = frozenset({*TELLERS, "via", "role", "as_of"})  # who tells it, and when: that several do is no contradiction
NAMED = frozenset({"actor", "place", "document"})  # to be named once more, or by another form, is no news of them


class Turn(Struct, frozen=True):
    """A field that reads otherwise than it did."""

    field: str
    before: Any
    now: Any


class Change(Struct, frozen=True, kw_only=True):
    """What became of one entry.

    `what`: contradicted, new, changed, gone; `entry` as it is now, or was before it went; `why` says in words what else
    befell it; `cites` are the passages that it did not rest on before, in how many `reports` that were not among its
    own, by which `tellers` who had not told it.
    """

    what: str
    entry: AnyEntry
    why: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    cites: tuple[Cite, ...] = ()
    reports: int = 0
    tellers: tuple[str, ...] = ()


class Changes(Struct, frozen=True, kw_only=True):
    """What came of some reports: these, the changes, how many `undated` reports stand on both sides since nobody knows
    when they were published, and how many were only read again (`reread`), the effect of which cannot be told."""

    reports: tuple[DocumentEntry, ...]
    changes: tuple[Change, ...]
    undated: int = 0
    reread: int = 0


def compared(then: Reader, now: Reader, day: dt.date | None = None) -> list[Change]:
    """The changes from the record that `then` sees to the one that `now` sees. Deadlines are judged by the newest
    report of each, or now by the `day`."""
    before, after = _unlike(then, now)
    was, is_ = _commitments(then, None), _commitments(now, day)
    for id_, commitment in is_.items():
        if id_ in after or (id_ in was and was[id_].status != commitment.status):
            after[id_] = commitment
            before |= {id_: was[id_]} if id_ in was else {}
    before |= {id_: was[id_] for id_ in before if id_ in was}
    homes = now.addressed(before)
    homes |= _by_words((entry for id_, entry in before.items() if id_ not in homes), after, set(homes.values()))
    came: dict[str, list[AnyEntry]] = defaultdict(list)
    for id_, entry in before.items():
        if id_ in homes:
            came[homes[id_]].append(entry)
    split = _split(then, now, before, homes)
    series = _series(then)
    today = now.published()
    moved = {doc for doc, day in then.published().items() if today.get(doc) != day}
    gone = [_gone(entry, moved) for id_, entry in before.items() if id_ not in homes]
    found: list[Change | None] = [*gone]
    for id_, entry in after.items():
        if id_ in came:
            found.append(became(came[id_], entry, split))
        elif id_ in split:
            found.append(became([split[id_]], entry, {}, f"was one entry with {split[id_].id}"))
        else:
            found.append(brought(entry, series))
    return [change for change in found if change is not None]


def _unlike(then: Reader, now: Reader) -> tuple[dict[str, AnyEntry], dict[str, AnyEntry]]:
    """The entries of both that are not the very same in the other."""
    was, is_ = then.seals(), now.seals()
    same = {id_ for id_, seal in was.items() if seal and is_.get(id_) == seal}
    before = {entry.id: entry for entry in then.entries_at(was.keys() - same)}
    return before, {entry.id: entry for entry in now.entries_at(is_.keys() - same)}


def _commitments(view: Reader, day: dt.date | None) -> dict[str, CommitmentEntry]:
    """The commitments with their status on the day, or on that of the newest report."""
    found = [each for each in view.entries("commitment") if isinstance(each, CommitmentEntry)]
    day = day or outlook.newest(view.published().values())
    return {each.id: each for each in outlook.judged(found, day, outlook.replaced(found))}


def _by_words(lost: Iterable[AnyEntry], after: Mapping[str, AnyEntry], taken: set[str]) -> dict[str, str]:
    """For entries that no address leads to any more, the entry now that cites most of the same words."""
    citing: dict[tuple[str, str, int, int], list[str]] = defaultdict(list)
    for entry in after.values():
        if entry.id not in taken:
            for cite in entry.cites:
                citing[entry.kind, cite.doc, cite.start, cite.end].append(entry.id)
    found: dict[str, str] = {}
    for entry in sorted(lost, key=lambda each: each.id):
        shared = Counter(id_ for cite in entry.cites for id_ in citing[entry.kind, cite.doc, cite.start, cite.end])
        if best := min(shared, key=lambda id_: (-shared[id_], id_), default=None):
            found[entry.id] = best
    return found


def _split(then: Reader, now: Reader, before: Mapping[str, AnyEntry], homes: Mapping[str, str]) -> dict[str, AnyEntry]:
    """Entries now that hold an observation of an entry then which stands elsewhere, with that entry."""
    members = then.members(id_ for id_ in before if id_ in homes)
    held = now.addressed(member for each in members.values() for member in each)
    kept = set(homes.values())
    apart = ((held[member], id_) for id_, each in members.items() for member in each if member in held)
    return {home: before[id_] for home, id_ in apart if home not in kept}


def _series(then: Reader) -> dict[str, FigureEntry]:
    """The latest value of each series."""
    found: dict[str, FigureEntry] = {}
    for entry in then.entries("figure"):
        if isinstance(entry, FigureEntry) and entry.series:
            found[entry.series] = entry  # they come in the order of their days
    return found


def _gone(entry: AnyEntry, moved: set[str]) -> Change:
    """An entry that nothing makes any more; `moved` are the reports that are dated otherwise now."""
    docs = sorted(moved.intersection(cite.doc for cite in entry.cites))
    why = f"dated otherwise now: {', '.join(docs)}" if docs else "what it rests on is understood together with more now"
    return Change(what=GONE, entry=entry, why=(why,))


def brought(entry: AnyEntry, series: Mapping[str, FigureEntry] = MappingProxyType({})) -> Change:
    """An entry that was not there; `series` are the latest values then of the series that there were, by their ids."""
    why = tuple(_contradicts(entry))
    before = series.get(entry.series) if isinstance(entry, FigureEntry) and entry.series else None
    turns = (Turn("value", _counted(before), _counted(entry)),) if isinstance(entry, FigureEntry) and before else ()
    return Change(
        what=CONTRADICTED if why else NEW,
        entry=entry,
        why=(
            *why,
            *_differing(entry, {each.field for each in entry.accounts}),
            *(("a new value of a series",) if turns else ()),
        ),
        turns=turns,
        cites=_evidence(entry),
        reports=len({cite.doc for cite in entry.cites}),
    )


def _counted(figure: FigureEntry) -> dict[str, Any]:
    told = {"value": figure.value, "low": figure.low, "high": figure.high, "as_of": figure.as_of or figure.period}
    return {name: value for name, value in told.items() if value is not None}


def became(
    was: Sequence[AnyEntry],
    entry: AnyEntry,
    split: Mapping[str, AnyEntry] = MappingProxyType({}),
    why: str | None = None,
) -> Change | None:
    """What became of an entry; `was` are those then that it is made of, `split` holds by their ids the entries now that
    were a part of one then. None where it reads as it did."""
    first = next((each for each in was if each.id == entry.id), was[0])
    turns = tuple(turn for turn in _turns(first, entry) if not (turn.field == "aliases" and entry.kind in NAMED))
    known = {(cite.doc, cite.start, cite.end) for each in was for cite in each.cites}
    cites = tuple(cite for cite in _evidence(entry) if (cite.doc, cite.start, cite.end) not in known)
    reports = {cite.doc for cite in cites} - {doc for doc, _, _ in known}
    tellers = [name for name in named_in(entry, TELLERS) if all(name not in named_in(each, TELLERS) for each in was)]
    against = tuple(_contradicted(first, entry))
    told = [why] if why else []
    told += [f"was {len(was)} entries: {', '.join(sorted(each.id for each in was))}"] if len(was) > 1 else []
    parts = sorted(id_ for id_, each in split.items() if each in was)
    told += [f"a part of it stands by itself now: {', '.join(parts)}"] if parts else []
    if not (turns or against or told or (cites and entry.kind not in NAMED)):
        return None
    return Change(
        what=CONTRADICTED if against else CHANGED,
        entry=entry,
        why=(*against, *told),
        turns=turns,
        cites=cites,
        reports=len(reports),
        tellers=tuple(dict.fromkeys(tellers)),
    )


def _turns(was: Entry, entry: Entry) -> Iterator[Turn]:
    """The fields that read otherwise."""
    for field in entry.__struct_fields__:
        if field in ITSELF or field in POINTING or field.endswith(BESIDE):
            continue
        before, now = (_said(getattr(each, field)) for each in (was, entry))
        if before != now:
            yield Turn(field.rstrip("_"), before, now)


def _said(value: Any) -> Any:
    """A value without the numbers of cites, which count what the entry cites beside it."""
    plain = msgspec.to_builtins(value)
    if isinstance(plain, (list, tuple)):
        return [
            {name: kept for name, kept in each.items() if name != "cite" and kept is not None}
            if isinstance(each, dict)
            else each
            for each in plain
        ]
    return plain


def _contradicts(entry: AnyEntry) -> Iterator[str]:
    """How an entry that is new goes against others."""
    if isinstance(entry, DisputeEntry):
        yield entry.type
    if isinstance(entry, StatementEntry) and entry.act == "deny":
        yield "a denial"
    if isinstance(entry, ComplianceEntry) and "denies" in entry.stance:
        yield "a denial"
    if denied := _denied(entry):
        yield ", ".join(sorted(denied))
    if any(link.as_ == "denies" for link in entry.links):
        yield "denies another entry"


def _contradicted(was: AnyEntry, entry: AnyEntry) -> Iterator[str]:
    """How an entry that stood before is contradicted now."""
    if isinstance(entry, DisputeEntry) and isinstance(was, DisputeEntry) and len(entry.sides) > len(was.sides):
        yield "a further side"
    if denied := _denied(entry) - _denied(was):
        yield f"now {', '.join(sorted(denied))}"
    known = {_account(account) for account in was.accounts}
    fresh = {account.field for account in entry.accounts if _account(account) not in known}
    yield from _differing(entry, fresh)


def _differing(entry: AnyEntry, fields: Collection[str]) -> Iterator[str]:
    """Who tells which of those fields how."""
    for field in sorted(set(fields) - TELLING):
        told = (f"{_words(account.value)} per {account.per}" for account in entry.accounts if account.field == field)
        yield f"{field} told differently: {'; '.join(told)}"


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _denied(entry: Entry) -> frozenset[str]:
    status = getattr(entry, "status", None)
    return DENIED & frozenset((status,) if isinstance(status, str) else status or ())


def _account(account: Account) -> tuple[str, str, str]:
    return account.field, account.per, str(account.value)


def _evidence(entry: Entry) -> tuple[Cite, ...]:
    return tuple(cite for cite in entry.cites if not cite.supports) or entry.cites
