"""Commitments: one entry for each thing that somebody says will be done or must be, from all reports that tell of it.

Two observations are one commitment where the same side voices it (a leader stands for his state), of one family of
types, and nothing they tell keeps them apart (days, those it goes at, denial, numbers), if they share their words, or
the day it is due and some of them. One that is due on a day may be voiced again on any day before; another is voiced on
one day. A deadline that counts from the saying ("within 48 hours") is dated by the day of the saying where that is
known, any other by the report it stands in.

The block of a commitment is its side's country and the year in which it is due, else voiced, else reported: a reminder
in a later month is of the same block, and so is what comes of it.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.entries import CommitmentEntry
from onrecord.model.findings import CommitmentFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.model.said import Said
from onrecord.reconciling.blocks import MONTH, NO_DAY, Block, Reconciled
from onrecord.reconciling.dates import DAY
from onrecord.reconciling.joining import APART, OPEN, Verdict
from onrecord.reconciling.likeness import POWERS, apart_by, same_actor, same_days, same_sides
from onrecord.reconciling.merging import DAY as ON
from onrecord.reconciling.merging import Finest, Policy, length
from onrecord.reconciling.sayings import HALF, QUARTER, central, content, denies, is_gist, same_numbers, same_words
from onrecord.reconciling.seen import Seen, entries_of
from onrecord.reconciling.told import deed, ids, names, plain, when
from onrecord.reconciling.wording import share
from onrecord.vocabulary.known_actors import person_named

FAMILIES = (  # what reporters call by several of these names: deeds of one's own, and what is asked of others
    frozenset({"ultimatum", "threat", "pledge", "plan", "offer"}),
    frozenset({"ultimatum", "demand"}),
)
YEAR = len("2020")
CLOSE = 7  # days between reports of what none of them dates
WEEK = 7  # days
FEW = 3  # shared words that tie what is due on one day
STATES = frozenset({"state", "government body"})
ANYBODY = frozenset({"population group", "other", "person"})  # words for them vary
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Defence Minister",
    "Vice President",
    "Deputy Prime Minister",
    "Chancellor",
    "Secretary of State",
    "Secretary of Defense",
    "Supreme Leader",
    "King",
    "Crown Prince",
    "Emir",
)  # those who speak for a state
POLICY = Policy(
    finest=(ON, Finest("due", (), length)),
    choose={"what": central, "condition": central},
    compared=("type", "due", "to"),
)


def block(observation: Observation, date: PartDate) -> str:
    """What those of one country voiced that is due in one year."""
    finding = observation.finding
    assert isinstance(finding, CommitmentFinding)
    due = when(finding.due, counted_from(finding.due, finding.on, date)).iso
    day = due or when(finding.on, date, recent=finding.recent).iso or date.published or NO_DAY
    side = min((_country(said.value) for said in finding.by), default="")
    return f"commitment:{side}:{day.rpartition('/')[2][:YEAR]}"


def entries(block: Block) -> list[Reconciled]:
    """The commitments that the observations of the block tell of."""
    return entries_of(block, _entry, compare, keys, POLICY)


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: the day they are due, or a word in reports of one month."""
    if seen.entry.due:
        yield f"due {seen.entry.due}"
    for word in content(_terms(seen)):
        yield f"{word} {(seen.entry.first_reported or '')[:MONTH]}"


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of commitments stand to one another."""
    due, to = same_days(one.entry.due, other.entry.due), _same_target(one.finding.to, other.finding.to)
    if due is False or to is False or not _same_family(one, other) or not _same_voice(one, other):
        return APART
    if denies(one.entry.what) != denies(other.entry.what) or not (due or _voiced_together(one, other)):
        return APART
    mine, yours = content(_terms(one)), content(_terms(other))
    words = same_words(mine, yours) and same_numbers(_terms(one), _terms(other))
    like = one.document != other.document and is_gist(mine, yours) and same_numbers(_terms(one), _terms(other))
    near = due and all(length(seen.entry.due) <= WEEK for seen in (one, other))
    tied = near and len(mine & yours) >= max(FEW, HALF * min(len(mine), len(yours)))
    if not (words or like or tied):
        return OPEN if share(mine, yours) >= QUARTER else APART
    reasons = {
        "same side": True,
        "words in common": True,
        "same words": words,
        "same day due": due,
        "same type": one.entry.type == other.entry.type,
        "same target": to,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def _terms(seen: Seen) -> str:
    """What is to be done, and on what condition, in words."""
    return f"{seen.entry.what} {seen.entry.condition or ''}"


def _country(actor: Actor) -> str:
    """The country whose side it is, as far as its own report tells, else the power it acts for, else itself."""
    return actor.country or actor.side_of or actor.key


def _same_family(one: Seen, other: Seen) -> bool:
    types = {one.entry.type, other.entry.type}
    return len(types) == 1 or any(types <= family for family in FAMILIES)


def _same_voice(one: Seen, other: Seen) -> bool:
    """Whether somebody of the one is somebody of the other, or stands for him."""
    return any(
        same_actor(mine.value, theirs.value)
        or _stands_for(mine.value, theirs.value)
        or _stands_for(theirs.value, mine.value)
        for mine in one.finding.by
        for theirs in other.finding.by
    )


def _stands_for(person: Actor, power: Actor) -> bool:
    """Whether the one leads or speaks for the other: a state, or its government."""
    if person.type != "person" or power.type not in STATES or not person.country or person.country != power.country:
        return False
    known = person_named(person.key)
    return known is not None and any(office.startswith(OFFICES) for office in known.offices.split("; "))


def _same_target(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool | None:
    """As `same_sides`, for whom the parts of a state are one side; people and groups may stand under other words."""
    alike = same_sides(one, other)
    if alike is not False:
        return alike
    powers = [{said.value.country for said in each if said.value.type in POWERS} - {None} for each in (one, other)]
    vague = any(said.value.type in ANYBODY for said in (*one, *other))
    return True if powers[0] & powers[1] else None if vague else False


def _voiced_together(one: Seen, other: Seen) -> bool:
    """Whether both may have been voiced on one day; where that is not told of both, in reports of about one time."""
    day = same_days(one.entry.on, other.entry.on)
    between = apart_by(one.entry.first_reported, other.entry.first_reported)
    return day if day is not None else between is not None and between.days <= CLOSE


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
