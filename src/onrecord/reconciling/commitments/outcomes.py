"""What came of commitments: each outcome that a passage tells goes to the one commitment that it can be of.

It is of a commitment of the same side and type, voiced before it and not long past its day, to whom nothing that the
passage tells is contrary: whom it went at, when it was due, what was to be done. Beyond that it must be tied to it: by
those words, that day, or by its report, which tells of it just before. One that fits none, or two equally, stays out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.entries import Cite, CommitmentEntry, OutcomeEntry
from onrecord.model.findings import OutcomeFinding
from onrecord.model.frames import Noted
from onrecord.model.iso import days
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.joining.groups import Join
from onrecord.reconciling.joining.likeness import same_days
from onrecord.reconciling.joining.sayings import HALF, content
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import retold
from onrecord.reconciling.merging import cites
from onrecord.reconciling.merging.cites import Cited, holding, ordered
from onrecord.reconciling.merging.fields import cites_of
from onrecord.reconciling.merging.told import UNATTRIBUTED, Day, names, when
from onrecord.reconciling.sides.voices import same_target, same_voice

TYPES: Mapping[str | None, frozenset[str]] = {  # what the words for a commitment may be said of
    "ultimatum": frozenset({"ultimatum", "demand", "threat"}),
    "demand": frozenset({"demand", "ultimatum"}),
    "offer": frozenset({"offer"}),
    "threat": frozenset({"threat", "ultimatum"}),
    "pledge": frozenset({"pledge", "plan", "offer"}),
    None: frozenset({"ultimatum", "demand", "threat", "pledge", "plan", "offer"}),
}
LONG_PAST = 31  # days after the day it was due, or was last reported
FEW = 2  # words that tell what was announced or asked
NEAR, FAR = 400, 2000  # characters before it, in which the one meant is told: "the demand", "the ultimatum"
PRONOUN = "coreference"
FIELD = "outcomes"


class Commitment(NamedTuple):
    """A commitment: its entry, and the observations that it was made of."""

    made: Reconciled
    members: tuple[Seen, ...]

    @property
    def entry(self) -> CommitmentEntry:
        entry = self.made.entry
        assert isinstance(entry, CommitmentEntry)
        return entry

    @property
    def types(self) -> frozenset[str]:
        """Its type, or those that reports give it."""
        return frozenset({self.entry.type} if isinstance(self.entry.type, str) else self.entry.type)


class Outcome(NamedTuple):
    """A passage that tells what came of a commitment, and the day it gives or is of."""

    noted: Noted
    day: Day
    due: str | None
    reported: str | None

    @property
    def finding(self) -> OutcomeFinding:
        finding = self.noted.observation.finding
        assert isinstance(finding, OutcomeFinding)
        return finding


def with_outcomes(block: Block, commitments: Sequence[Commitment], told: Sequence[Noted]) -> list[Reconciled]:
    """The commitments, each with the outcomes among those `told` that can be of it and of no other."""
    found: dict[str, list[tuple[Outcome, Join]]] = {}
    for noted in told:
        outcome = _outcome(block, noted)
        claims = [(why, each) for each in commitments if (why := _why(outcome, each))]
        claims.sort(key=lambda claim: -len(claim[0]))
        if claims and (len(claims) == 1 or len(claims[0][0]) > len(claims[1][0])):
            why, commitment = claims[0]
            id_ = commitment.entry.id
            join = Join(noted.observation.id, commitment.members[0].id, f"outcome: {'; '.join(why)}")
            found.setdefault(id_, []).append((outcome, join))
    return [_told(block, each, found.get(each.entry.id, ())) for each in commitments]


def _outcome(block: Block, noted: Noted) -> Outcome:
    finding, date = noted.observation.finding, block.date(noted)
    assert isinstance(finding, OutcomeFinding)
    due = when(finding.due, date).iso
    return Outcome(noted, when(finding.on, date, recent=finding.recent), due, date.published)


def _why(outcome: Outcome, commitment: Commitment) -> tuple[str, ...]:
    """The reasons for which the outcome is of the commitment; none where it cannot be, or nothing ties it to it."""
    told, entry = outcome.finding, commitment.entry
    type_ = told.type_.value if told.type_ else None
    findings = [each.finding for each in commitment.members]
    own = [finding for finding in findings if finding.type_.value in TYPES[type_]]
    to = {same_target(told.to, finding.to) for finding in findings}
    due = same_days(outcome.due, entry.due)
    words = _same_matter(told, entry)
    if not own or False in to or due is False or words is False or not _in_time(outcome, entry):
        return ()
    pressing = type_ != "ultimatum" or entry.due is not None or "ultimatum" in commitment.types
    if not pressing or not any(same_voice(told.by, finding.by) for finding in findings):
        return ()
    reasons = {
        "same side": True,
        "same type": any(finding.type_.value == type_ for finding in own),
        "same target": True in to,
        "same day due": due,
        "same matter": words,
        "told just before": _is_meant(outcome, commitment),
    }
    tied = words or due or reasons["told just before"]
    return tuple(reason for reason, holds in reasons.items() if holds) if tied else ()


def _same_matter(told: OutcomeFinding, entry: CommitmentEntry) -> bool | None:
    """Whether what was announced or asked is the same in words; None where the passage does not tell it."""
    mine = content(told.what.value) if told.what else frozenset()
    yours = content(f"{entry.what} {entry.condition or ''}")
    if not mine:
        return None
    shared = len(mine & yours)
    return shared >= min(FEW, len(mine)) and shared >= HALF * min(len(mine), len(yours))


def _in_time(outcome: Outcome, entry: CommitmentEntry) -> bool:
    """Whether it came after the commitment was voiced, and not long after its day, or after reports last told of it."""
    came = days(outcome.day.iso or outcome.reported)
    voiced = days(entry.on or entry.first_reported)
    last = days(entry.due or entry.last_reported)
    if came is None or voiced is None or last is None:
        return False
    return came[1] >= voiced[0] and (came[0] - last[1]).days <= LONG_PAST


def _is_meant(outcome: Outcome, commitment: Commitment) -> bool:
    """Whether the report tells the commitment shortly before, so that "the ultimatum", "the demand" can mean it: by a
    noun for one, of a side that is named."""
    told, seen = outcome.finding, outcome.noted.observation
    if told.type_ is None or any(said.rule.startswith(PRONOUN) for said in told.by):
        return False
    noun = cites.words_of(outcome.noted.quotes)[told.type_.words[0]].lower()
    far = FAR if told.type_.value == "ultimatum" else NEAR
    before = [
        seen.trigger.start - each.noted.observation.trigger.start
        for each in commitment.members
        if each.document == seen.document
    ]
    return not noun.endswith("s") and any(0 <= gap <= far for gap in before)


def _told(block: Block, commitment: Commitment, outcomes: Sequence[tuple[Outcome, Join]]) -> Reconciled:
    """The commitment with its outcomes in the order of the reports, those of one teller in the same words once."""
    made = commitment.made
    if not outcomes:
        return made
    cited = ordered((*cites_of(made), *(each for outcome, _ in outcomes for each in _cites(block, outcome))))
    quoted = [each.cite for each in cited]
    entries: list[OutcomeEntry] = []
    for outcome, _ in outcomes:
        entry = _entry(block, outcome, quoted)
        if not any(_is_told(entry, other) for other in entries):
            entries.append(entry)
    whole = replace(commitment.entry, cites=tuple(quoted), outcomes=tuple(entries))
    members = (*made.members, *(outcome.noted.observation.id for outcome, _ in outcomes))
    joins = tuple(sorted((*made.joins, *(join for _, join in outcomes))))
    return Reconciled(whole, members, tuple(each.document for each in cited), joins)


def _cites(block: Block, outcome: Outcome) -> Iterator[Cited]:
    """The passages of an outcome, which support that field of the commitment alone."""
    frame, seen = block.frame(outcome.noted), outcome.noted.observation
    passages = cites.of(outcome.noted, frame)
    if outcome.day.basis == "inferred":
        passages += cites.header(frame, seen.part, FIELD)
    for each in passages:
        yield each._replace(cite=replace(each.cite, supports=(FIELD,)))


def _entry(block: Block, outcome: Outcome, quoted: Sequence[Cite]) -> OutcomeEntry:
    told = outcome.finding
    return OutcomeEntry(
        of=told.of.value,
        came=told.came.value,
        says=told.says.value,
        per=names(told.per) or UNATTRIBUTED,
        cite=holding(quoted, block.frame(outcome.noted), told.says.words[0]),
        on=outcome.day.iso,
    )


def _is_told(one: OutcomeEntry, other: OutcomeEntry) -> bool:
    same = (one.of, one.came, one.per) == (other.of, other.came, other.per)
    return same and (one.on == other.on or retold(content(one.says), content(other.says)))
