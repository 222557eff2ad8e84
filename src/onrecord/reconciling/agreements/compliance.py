"""Claims that an accord was kept or broken: one entry for each, from all reports that tell of it.

Two observations are one claim where the same say the same of the same side of one accord, and nothing they tell keeps
them apart (days, places, counts): in the same words, or in two reports on one day. The positions of an accord are a
view of its claims.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.entries import ComplianceEntry
from onrecord.model.findings import ComplianceFinding
from onrecord.model.frames import Noted
from onrecord.model.said import Said
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import apart_by, each_day, power, same_actor, same_days, same_place
from onrecord.reconciling.joining.seen import Seen, grouped
from onrecord.reconciling.joining.wording import content, retold, sketch, stems
from onrecord.reconciling.merging.fields import ON, PLACE, Policy, length, merged
from onrecord.reconciling.merging.told import deed, ids, names, plain

BRIEF = 1  # days, beside the first, that the date of a claim may leave open
NEWS = 2  # days between reports of what none of them dates
POLICY = Policy(words=frozenset({"agreement", "what"}), finest=(ON, PLACE), compared=("on", "place", "against"))


class Claim(NamedTuple):
    """The entry of one claim, with the observations that tell it."""

    made: Reconciled
    members: tuple[Seen, ...]

    @property
    def entry(self) -> ComplianceEntry:
        entry = self.made.entry
        assert isinstance(entry, ComplianceEntry)
        return entry

    @property
    def by(self) -> tuple[Actor, ...]:
        return _actors([said for seen in self.members for said in seen.finding.by])

    @property
    def against(self) -> tuple[Actor, ...]:
        return _actors([said for seen in self.members for said in seen.finding.against])


def claims(block: Block) -> list[Claim]:
    """The claims of a block that holds nothing else."""
    alike = grouped(block, _entry, compare, keys)
    return [Claim(merged([each.made for each in members], POLICY, reasons), members) for members, reasons in alike]


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: the stance, with who takes it on which day or with words."""
    stance = seen.entry.stance
    for day in each_day(seen.entry.on or seen.entry.first_reported):
        yield from (f"{stance} {day} {power(said.value)}" for said in seen.finding.by)
    yield from (f"{stance} {stem}" for stem in sketch(seen.words))


def compare(one: Seen, other: Seen) -> Verdict:
    """How two claims about one accord stand to one another."""
    mine, yours = one.finding, other.finding
    day, place = same_days(one.entry.on, other.entry.on), same_place(plain(mine.place), plain(yours.place))
    by, against = _all_same(mine.by, yours.by), _all_same(mine.against, yours.against)
    counts = {one.entry.count, other.entry.count} - {None}
    if one.entry.stance != other.entry.stance or by is not True or False in (day, place, against) or len(counts) > 1:
        return APART
    if day is None and not _of_one_time(one, other):
        return OPEN
    words = retold(one.words, other.words) or _same_deed(one, other)
    brief = bool(day) and all(length(seen.entry.on) <= BRIEF for seen in (one, other))
    tied = brief and bool(against) and one.document != other.document
    reasons = {"same words": words, "same day": day, "same side": by, "same place": place, "same accused": against}
    return tuple(reason for reason, holds in reasons.items() if holds) if words or tied else OPEN


def says(claim: ComplianceEntry) -> str:
    """The stance, of whom it is said, and how that is put in words."""
    others = [name for name in claim.against if name not in claim.by]
    whose = f"{claim.stance} by {', '.join(others)}" if others else claim.stance
    return f"{whose}: {claim.what}" if claim.what else whose


def position(claim: ComplianceEntry) -> tuple[Hashable, ...]:
    """What is the same in claims that say one thing of one accord: who says it of whom, and what its words add."""
    added = _added(claim)
    return claim.by, claim.stance, claim.against, added if len(added) > 1 else None  # one is "violating" or "breached"


def _added(claim: ComplianceEntry) -> frozenset[str]:
    """The stems of its words beside the accord and those whom it names."""
    return stems(claim.what or "") - content([claim.agreement, *claim.by, *claim.against])


def under(claim: Claim, agreement: str) -> Reconciled:
    """The entry of the claim, pointing at that of its accord."""
    return claim.made._replace(entry=replace(claim.entry, agreement_id=agreement))


def _all_same(one: Sequence[Said[Actor]], other: Sequence[Said[Actor]]) -> bool | None:
    """Whether each of the one is somebody of the other and the reverse; None where one is not told."""
    if not one or not other:
        return None if one or other else True
    pairs = ((one, other), (other, one))
    return all(any(same_actor(a.value, b.value) for b in theirs) for ours, theirs in pairs for a in ours)


def _same_deed(one: Seen, other: Seen) -> bool:
    """Whether both tell in the same words how the accord was kept or broken, or neither tells how."""
    if position(one.entry) == position(other.entry):
        return True
    shorter, longer = sorted((_added(seen.entry) for seen in (one, other)), key=len)
    return len(shorter) > 1 and (shorter <= longer or retold(shorter, longer))


def _of_one_time(one: Seen, other: Seen) -> bool:
    apart = apart_by(one.entry.first_reported, other.entry.first_reported)
    return apart is not None and apart.days <= NEWS


def _actors(told: Sequence[Said[Actor]]) -> tuple[Actor, ...]:
    """Each once."""
    return tuple({said.value.key: said.value for said in told}.values())


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, ComplianceFinding)
    return deed(
        block,
        noted,
        ComplianceEntry,
        agreement=finding.agreement.value,
        by=names(finding.by),
        by_ids=ids(finding.by),
        against=names(finding.against),
        against_ids=ids(finding.against),
        stance=finding.stance.value,
        what=plain(finding.what),
        count=finding.count.value.value if finding.count else None,
    )
