"""Where accounts differ: the sides of each question next to one another, in their words, dated, without a verdict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.model.entries import (
    Account,
    AnyEntry,
    Cite,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    DisputeEntry,
    Entry,
    EventEntry,
    FigureEntry,
    Side,
    StatementEntry,
)
from onrecord.publishing.sitrep import agreements, contacts, figures, timeline
from onrecord.publishing.sitrep.accounts import REFUTING, by_standing
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, joined, narrowed
from onrecord.publishing.sitrep.maker import UNATTRIBUTED, Maker
from onrecord.publishing.sitrep.report import Block, Group, Section
from onrecord.publishing.sitrep.words import harmless

MOST, TRIES, SIDES, LINES, FEWEST = 8, 3, 6, 3, 2
DENIED = "told and denied"
RANKS = (EventEntry, ComplianceEntry, ControlEntry, ContactEntry, StatementEntry)
By = tuple[str, ...]


class Question(NamedTuple):
    """What accounts differ on: of what kind, over which entries, and the disputes that say so, if any does."""

    kind: str
    over: tuple[AnyEntry, ...]
    disputes: tuple[DisputeEntry, ...] = ()

    def ids(self) -> set[str]:
        return {entry.id for entry in self.over}


class Differing(NamedTuple):
    """The section, and the ids of the entries whose accounts it shows."""

    section: Section | None
    told: frozenset[str]


def differing(entries: Sequence[AnyEntry], period: Iterable[Entry], maker: Maker) -> Differing:
    """The disputes over entries of the period, and the deeds of which somebody says that they were not done; those
    behind which most reports and tellers stand first, then those over key figures."""
    among = {entry.id for entry in period}
    asked = sorted((each for each in _questions(entries) if not among.isdisjoint(each.ids())), key=_sharpest)
    tried = asked[: TRIES * MOST]
    made = [(each, block) for each in tried if (block := _block(each, maker))]
    if not made:
        return Differing(None, frozenset())
    section = Section(
        heading="Where accounts differ",
        note="each side’s account as reports give it; nothing here is settled",
        blocks=tuple(block for _, block in made[:MOST]),
        more=len(asked) - len(tried) + max(0, len(made) - MOST),
        words=("dispute", "disputes"),
        rest="onrecord show RECORD disputes",
    )
    return Differing(section, frozenset(id_ for each, _ in made[:MOST] for id_ in each.ids()))


def _questions(entries: Sequence[AnyEntry]) -> Iterator[Question]:
    """The disputes, those over one accord as one, and the deeds that are told and denied."""
    known = {entry.id: entry for entry in entries}
    disputes: dict[str, list[DisputeEntry]] = {}
    for entry in entries:
        if isinstance(entry, DisputeEntry):
            disputes.setdefault(_subject(entry, known), []).append(entry)
        elif isinstance(entry, EventEntry) and _denied(entry):
            yield Question(DENIED, (entry,))
    for same in disputes.values():
        over = dict.fromkeys(id_ for each in same for id_ in each.over_ids if id_ in known)
        yield Question(same[0].type, tuple(known[id_] for id_ in over), tuple(same))


def _denied(event: EventEntry) -> bool:
    """Whether some say that it was done or will be, and others that it was not or will not."""
    stages = set(by_standing(event))
    return not stages.isdisjoint(REFUTING) and not stages.issubset(REFUTING)


def _subject(dispute: DisputeEntry, known: Mapping[str, AnyEntry]) -> str:
    """What makes two disputes one: the accord that both are over."""
    over = next((known[id_] for id_ in dispute.over_ids if id_ in known), None)
    return over.agreement if isinstance(over, ComplianceEntry) else dispute.id


def _sharpest(question: Question) -> tuple[int, int, str, str]:
    """Most reports and tellers first, then key measures, then what is done and kept and held; the newest first."""
    everything: tuple[Entry, ...] = (*question.over, *question.disputes)
    reports = {cite.doc for entry in everything for cite in entry.cites}
    tellers = {name for each in question.disputes for side in each.sides for name in side.by}
    tellers |= {account.per for entry in question.over for account in entry.accounts if account.field == "status"}
    first = next(iter(question.over), None)
    if isinstance(first, FigureEntry):
        keys = figures.KEY_MEASURES
        rank = (keys.index(first.measure) if first.measure in keys else 0) - len(keys)
    else:
        rank = next((at for at, kind in enumerate(RANKS) if isinstance(first, kind)), len(RANKS))
    newest = max((entry.last_reported or "" for entry in everything), default="")
    return -len(reports) - len(tellers), rank, _reversed(newest), min(question.ids(), default="")


def _reversed(iso: str) -> str:
    """A word that sorts the later day first."""
    return "".join(chr(ord("9") - int(char)) if char.isdigit() else char for char in iso)


def _block(question: Question, maker: Maker) -> Block | None:
    """The question and beneath it the sides, if two accounts of it at least stand in their words."""
    told: dict[By, list[Line]] = {}
    for by, line in _accounts(question, maker):
        told.setdefault(by, []).append(line)
    sides = [_side(by, joined(lines)) for by, lines in told.items()]
    head = _head(question, maker)
    if head is None or sum(len(side.lines) for side in sides) < FEWEST:
        return None
    return Block(head, tuple(sides[:SIDES]), more=max(0, len(sides) - SIDES))


def _side(by: By, lines: tuple[Line, ...]) -> Group:
    named = " and ".join(name for name in by if name != UNATTRIBUTED)
    return Group(harmless(named or "the report itself", 120), lines[:LINES], max(0, len(lines) - LINES))


def _head(question: Question, maker: Maker) -> Line | None:
    """What it is that accounts differ on, and how."""
    kind = Fixed(question.kind, tag=True)
    for entry in question.over:
        if line := maker.line(entry, [*_about(entry, question.kind, maker), kind], *question.disputes):
            return narrowed(line)
    return None


def _about(entry: AnyEntry, kind: str, maker: Maker) -> list[Claim]:
    """What the entry is of."""
    if isinstance(entry, FigureEntry):
        return [*figures.of_what(entry, maker), Fixed("·"), *maker.day(entry, "as of")]
    if isinstance(entry, ContactEntry):
        met = contacts.named(entry, maker)
        return [*met, *([] if kind == "rival readouts" else [Fixed("· whether it comes about")])]
    if isinstance(entry, ControlEntry):
        where: list[Claim] = maker.place(entry) if entry.place_id else [Words(entry.place or "")]
        return [Fixed("who holds"), *where]
    if isinstance(entry, ComplianceEntry):
        return [maker.named(entry.agreement_id, entry.agreement), Fixed("· who kept it, who broke it")]
    if isinstance(entry, EventEntry):
        return timeline.deed(entry, maker)
    if isinstance(entry, StatementEntry):
        question = "accused:" if entry.act == "accuse" else "whether it is so:"
        return [Fixed(question), Words(entry.says, quoted=entry.form == "direct")]
    return [Fixed(f"{entry.kind}:")]


def _accounts(question: Question, maker: Maker) -> Iterator[tuple[By, Line]]:
    """Who gives which account."""
    for dispute in question.disputes:
        for side in dispute.sides:
            if line := _of_side(side, dispute, question.over, maker):
                yield side.by, line
    for entry in question.over if not question.disputes else ():
        for told in by_standing(entry).values():
            for account in told:
                if line := _of_account(account, entry, maker):
                    yield tuple(account.per.split(", ")), line


def _of_side(side: Side, dispute: DisputeEntry, over: Sequence[AnyEntry], maker: Maker) -> Line | None:
    """What a side says: its number, what it says of whom, or else its words."""
    cite = dispute.cites[side.cite]
    for entry in (entry for entry in over if cite in entry.cites):
        if isinstance(entry, FigureEntry) and entry.per == side.by:
            return figures.of_teller(entry, maker)
        if isinstance(entry, ComplianceEntry) and entry.by == side.by and side.says.endswith(entry.what or ""):
            return agreements.claimed(entry, maker)
    return _in_words(side.by, side.says, cite, (dispute, *over), maker)


def _of_account(account: Account, entry: Entry, maker: Maker) -> Line | None:
    cite = next(iter(account.cites), None)
    per = tuple(account.per.split(", "))
    return _in_words(per, cite.quote, cite, (entry,), maker) if cite else None


def _in_words(by: By, says: str, cite: Cite, entries: Sequence[Entry], maker: Maker) -> Line | None:
    """Who says it, in which words, and on which day that was reported."""
    named = [name for name in by if name != UNATTRIBUTED]
    led = [*maker.names(named, ()), Fixed(":")] if named else []
    day = maker.published(cite.doc)
    line = maker.line(entries[0], [*led, Words(says), *([Fixed("·")] if day else []), *day], *entries[1:])
    return narrowed(line, cite) if line else None
