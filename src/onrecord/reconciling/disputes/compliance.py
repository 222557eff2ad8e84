"""Where sides differ on whether an accord was kept: accused and denied, or each by the other's word who broke it.

What is said in the same days is one dispute; an accusation that nobody answers is none, nor is one that names nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.reconciling.agreements.compliance import Claim, says
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.joining.likeness import apart_by
from onrecord.reconciling.sides.offices import side

VIOLATED = "violated"
DENYING = frozenset({"kept", "denies violating"})
ANSWERED = 7  # days within which one side's word is answered by the other's


class Charge(NamedTuple):
    """A claim of one side that another broke the accord, or that it did not."""

    claim: Claim
    one: str
    other: str


def disputes(accord: str, claims: Sequence[Claim]) -> list[Reconciled]:
    """The disputes over the accord of that name, from its claims in the order of the block."""
    charges = [each for claim in claims if claim.entry.stance == VIOLATED for each in _charges(claim)]
    denials = [each for claim in claims if claim.entry.stance in DENYING for each in _denials(claim)]
    names = {side(actor): actor.name for claim in reversed(claims) for actor in (*claim.by, *claim.against)}
    made = [*_denied(accord, charges, denials, names), *_returned(accord, charges)]
    return list({each.entry.id: each for each in reversed(made)}.values())[
        ::-1
    ]  # claims of several make one of several


def _charges(claim: Claim) -> Iterator[Charge]:
    accusers, accused = ({side(actor) for actor in actors} for actors in (claim.by, claim.against))
    yield from (Charge(claim, one, other) for one in sorted(accusers) for other in sorted(accused - {one}))


def _denials(claim: Claim) -> Iterator[Charge]:
    """Who says of whom that it kept the accord; of itself, where nobody is named."""
    for one in sorted({side(actor) for actor in claim.by}):
        yield from (Charge(claim, one, other) for other in sorted({side(each) for each in claim.against} or {one}))


def _denied(
    accord: str, charges: Iterable[Charge], denials: Iterable[Charge], names: Mapping[str, str]
) -> Iterator[Reconciled]:
    """What others accuse a side of, and it denies, or somebody else does for it."""
    told: dict[str, list[Charge]] = defaultdict(list)
    for each in (*charges, *denials):
        told[each.other].append(each)
    for accused, about in sorted(told.items()):
        for group in _of_one_time(about):
            made = [each for each in group if each.claim.entry.stance == VIOLATED]
            answers = [each for each in group if each.claim.entry.stance in DENYING]
            if made and answers:
                own = any(each.one == accused for each in answers)
                what = f"whether {names[accused]} kept the {accord}"
                yield _dispute(what, "accusation and denial" if own else "rival accounts", made + answers)


def _returned(accord: str, charges: Iterable[Charge]) -> Iterator[Reconciled]:
    """What two sides accuse one another of."""
    pairs: dict[tuple[str, ...], list[Charge]] = defaultdict(list)
    for each in charges:
        pairs[tuple(sorted((each.one, each.other)))].append(each)
    for _, about in sorted(pairs.items()):
        for group in _of_one_time(about):
            if len({each.one for each in group}) > 1:
                yield _dispute(f"who broke the {accord}", "rival accounts", group)


def _of_one_time(charges: Iterable[Charge]) -> Iterator[list[Charge]]:
    """Those reported within days of the one before; of the undated, those of one report."""
    group: list[Charge] = []
    for each in sorted(charges, key=lambda each: (each.claim.entry.first_reported or "", each.claim.entry.id)):
        if group and not _follows(group[-1], each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _follows(one: Charge, other: Charge) -> bool:
    apart = apart_by(one.claim.entry.last_reported, other.claim.entry.first_reported)
    if apart is None:
        return not set(one.claim.made.cited).isdisjoint(other.claim.made.cited)
    return apart.days <= ANSWERED


def _dispute(about: str, kind: str, charges: Iterable[Charge]) -> Reconciled:
    """The dispute, in which each says a thing once."""
    claims = {each.claim.entry.id: each.claim for each in charges}
    voices: dict[tuple[tuple[str, ...], str], Voice] = {}
    for claim in claims.values():
        said = claim.entry.by, says(claim.entry)
        known = voices[said].cites if said in voices else ()
        voices[said] = Voice(*said, (*known, *evidence(claim.made)))
    return dispute(about, kind, tuple(voices.values()), [claim.entry for claim in claims.values()])
