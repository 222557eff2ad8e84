"""Commitments: one entry for each thing that somebody says will be done or must be, from all reports that tell of it.

Two observations are one commitment where the same side voices it (a leader stands for his state), of one family of
types, and nothing they tell keeps them apart (days, those it goes at, denial, numbers), if they share their words, or
the day it is due and some of them. One that is due on a day may be voiced again on any day before; another is voiced on
one day. A deadline that counts from the saying ("within 48 hours") is dated by the day of the saying where that is
known, any other by the report it stands in.

The block of a commitment is its side's country and the quarter of the year in which it is due, else voiced, else
reported: a reminder in a later month is mostly of the same block, and so is what comes of it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from onrecord.model.dates import When
from onrecord.model.entries import CommitmentEntry, Link
from onrecord.model.findings import CommitmentFinding, Observation, OutcomeFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.model.iso import days
from onrecord.model.said import Said
from onrecord.reconciling.blocks import MONTH, NO_DAY, Block, Reconciled, quarter
from onrecord.reconciling.commitments.outcomes import Commitment, with_outcomes
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import apart_by, same_days
from onrecord.reconciling.joining.sayings import (
    HALF,
    QUARTER,
    central,
    content,
    denies,
    is_gist,
    same_numbers,
    same_words,
)
from onrecord.reconciling.joining.seen import Seen, grouped
from onrecord.reconciling.joining.wording import share
from onrecord.reconciling.merging.dates import DAY
from onrecord.reconciling.merging.fields import ON, Finest, Policy, length, merged
from onrecord.reconciling.merging.told import deed, ids, names, plain, when
from onrecord.reconciling.sides.voices import country_of, same_target, same_voice

FAMILIES = (  # what reporters call by several of these names: deeds of one's own, and what is asked of others
    frozenset({"ultimatum", "threat", "pledge", "plan", "offer"}),
    frozenset({"ultimatum", "demand"}),
)
LONG = 31  # days between reports of what they do not date: "has pledged to"
FOREVER = 1_000_000
WEEK = 7  # days
FEW = 3  # shared words that tie what is due on one day
ASKING = frozenset({"ultimatum", "demand", "threat"})
PLANNED = frozenset({"plan", "offer"})  # what is planned for one day and again for another is planned twice
CORRECTS = "corrects"
POLICY = Policy(
    finest=(ON, Finest("due", (), length)),
    choose={"what": central, "condition": central},
    compared=("type", "due", "to"),
)


def block(observation: Observation, date: PartDate) -> str:
    """What those of one country voiced that is due in one quarter, and what came of it."""
    finding = observation.finding
    assert isinstance(finding, CommitmentFinding | OutcomeFinding)
    due = when(finding.due, counted_from(finding.due, finding.on, date)).iso
    day = due or when(finding.on, date, recent=finding.recent).iso or date.published or NO_DAY
    side = min((country_of(said.value) for said in finding.by), default="")
    return f"commitment:{side}:{quarter(day)}"


def entries(block: Block) -> list[Reconciled]:
    """The commitments that the observations of the block tell of, with what came of them."""
    told = [noted for noted in block.noted if isinstance(noted.observation.finding, OutcomeFinding)]
    voiced = tuple(noted for noted in block.noted if isinstance(noted.observation.finding, CommitmentFinding))
    alike = grouped(replace(block, noted=voiced), _entry, compare, keys)
    made = [Commitment(merged([each.made for each in members], POLICY, reasons), members) for members, reasons in alike]
    return with_outcomes(block, replacing(made), told)


def beside(block: Block) -> dict[str, Seen]:
    """The commitments that the observations of a block of another kind name, by their ids."""
    voiced = (each for each in block.beside.values() if isinstance(each.observation.finding, CommitmentFinding))
    return {each.observation.id: Seen(each, _entry(block, each)) for each in voiced}


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: the day they are due, or a word in reports of near months."""
    if seen.entry.due:
        yield f"due {seen.entry.due}"
    reported = days(seen.entry.first_reported)
    before = reported[0] - dt.timedelta(LONG) if reported else None
    months = {day.isoformat()[:MONTH] for day in (before, reported[1] if reported else None) if day} or {""}
    for word in content(_terms(seen)):
        yield from (f"{word} {month}" for month in months)


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of commitments stand to one another."""
    due, to = same_days(one.entry.due, other.entry.due), same_target(one.finding.to, other.finding.to)
    if due is False or to is False or not _same_family(one, other) or not same_voice(one.finding.by, other.finding.by):
        return APART
    apart = 0 if due else _voiced_apart(one, other)
    if denies(one.entry.what) != denies(other.entry.what) or apart > LONG:
        return APART
    mine, yours = content(_terms(one)), content(_terms(other))
    alike = same_numbers(_terms(one), _terms(other))
    words = alike and same_words(mine, yours)
    like = alike and one.document != other.document and apart <= WEEK and is_gist(mine, yours)
    near = due and (all(length(seen.entry.due) <= WEEK for seen in (one, other)) or _same_deadline(one, other))
    tied = near and len(mine & yours) >= max(FEW, HALF * min(len(mine), len(yours)))
    if not (words or like or tied or (to and mine & yours and _is_ultimatum(one, other))):
        return OPEN if near or share(mine, yours) >= QUARTER else APART
    reasons = {
        "same side": True,
        "words in common": True,
        "same words": words,
        "same day due": due,
        "same type": one.entry.type == other.entry.type,
        "same target": to,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def replacing(commitments: Sequence[Commitment]) -> list[Commitment]:
    """The commitments, each linked with those that it replaces: the same side has set the same thing another day."""
    dated = [each for each in commitments if each.entry.due and not PLANNED & each.types]
    return [_linked(each, [one for one in dated if _replaces(each, one)]) for each in commitments]


def _replaces(later: Commitment, earlier: Commitment) -> bool:
    """Whether the one, voiced before the other was over, sets another day for the same thing."""
    new, old = later.entry, earlier.entry
    if same_days(new.due, old.due) is not False or PLANNED & later.types:
        return False
    voiced, before, over = (days(day) for day in (new.on or new.first_reported, old.on or old.first_reported, old.due))
    if voiced is None or before is None or over is None:
        return False
    if before[1] >= voiced[0] or (voiced[0] - over[1]).days > WEEK:
        return False
    return any(_is_like(one, other) for one in later.members for other in earlier.members)


def _is_like(one: Seen, other: Seen) -> bool:
    """Whether they are the same but for their day."""
    sides = same_voice(one.finding.by, other.finding.by) and same_target(one.finding.to, other.finding.to) is not False
    if not sides or not _same_family(one, other) or denies(one.entry.what) != denies(other.entry.what):
        return False
    mine, yours = content(_terms(one)), content(_terms(other))
    return same_words(mine, yours) or is_gist(mine, yours)


def _linked(commitment: Commitment, replaced: Sequence[Commitment]) -> Commitment:
    links = tuple(Link(to=each.entry.id, as_=CORRECTS) for each in replaced)
    entry = structs.replace(commitment.entry, links=(*commitment.entry.links, *links))
    return commitment._replace(made=commitment.made._replace(entry=entry)) if links else commitment


def _terms(seen: Seen) -> str:
    """What is to be done, and on what condition, in words."""
    return f"{seen.entry.what} {seen.entry.condition or ''}"


def _same_family(one: Seen, other: Seen) -> bool:
    types = {one.entry.type, other.entry.type}
    return len(types) == 1 or any(types <= family for family in FAMILIES)


def _is_ultimatum(one: Seen, other: Seen) -> bool:
    """Whether both ask something of others by one day, one of them as an ultimatum: its parts and its threat."""
    types = [seen.entry.type for seen in (one, other)]
    return _same_deadline(one, other) and "ultimatum" in types and all(type_ in ASKING for type_ in types)


def _same_deadline(one: Seen, other: Seen) -> bool:
    """Whether both are due on one day, which one of them may only give as a month of which it is the last: "by the end
    of February", "in February"."""
    ends = [found[1] for seen in (one, other) if (found := days(seen.entry.due))]
    exact = [len(seen.entry.due) == DAY for seen in (one, other) if seen.entry.due]
    month = all(length(seen.entry.due) <= LONG for seen in (one, other))
    return len(ends) == len(exact) == 2 and ends[0] == ends[1] and any(exact) and month


def _voiced_apart(one: Seen, other: Seen) -> int:
    """How many days lie between them at the least: those on which they were voiced; where one gives none, those of
    their reports."""
    if same_days(one.entry.on, other.entry.on) is not None:
        return 0 if same_days(one.entry.on, other.entry.on) else FOREVER
    between = apart_by(one.entry.first_reported, other.entry.first_reported)
    return between.days if between is not None else FOREVER


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, CommitmentFinding)
    due = when(finding.due, counted_from(finding.due, finding.on, block.date(noted)))
    return deed(
        block,
        noted,
        CommitmentEntry,
        {"due": due},
        by=names(finding.by),
        by_ids=ids(finding.by),
        type=finding.type_.value,
        what=finding.what.value,
        condition=plain(finding.condition),
        due=due.iso,
        to=names(finding.to),
        to_ids=ids(finding.to),
    )


def counted_from(due: Said[When] | None, on: Said[When] | None, date: PartDate) -> PartDate:
    """The date that a deadline counts from: the day of the saying for one that lies so many days or weeks ahead, where
    that day is known, else the report's own."""
    ahead = due is not None and ((due.value.offset or 0) > 0 or (due.value.span or 0) > 0)
    said = when(on, date).iso if ahead else None
    return structs.replace(date, published=said) if said is not None and len(said) == DAY else date
