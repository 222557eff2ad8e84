"""Sites: one entry for each post, base, crossing, camp or hospital, or number of them, from all reports that tell it.

Two observations are one where kind, owner, place, number and state can be the same, and they have more than the kind in
common: the same words, the same number of the same owner's, or one state in one town on one day. Some of several sites
are not all of them.
"""

from collections.abc import Iterator, Sequence

from onrecord.model.entries import SiteEntry
from onrecord.model.findings import Observation, SiteFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import WIDE, same_days, same_place
from onrecord.reconciling.joining.seen import Seen, as_first_told, grouped
from onrecord.reconciling.joining.wording import retold, sketch, stems
from onrecord.reconciling.merging.fields import ON, PLACE, Policy, length, merged
from onrecord.reconciling.merging.told import deed, ids, month_of, names
from onrecord.reconciling.sides.camps import same_holders

BRIEF = 2  # days, beside the first, that the date of a state may leave open


def _states(told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The states that reports give, and the words of the first of them."""
    coded = [state for each in told for state in each[:-1]]
    return tuple(dict.fromkeys([*coded, *told[0]]))


POLICY = Policy(
    words=frozenset({"what"}),
    finest=(ON, PLACE),
    choose={"state": _states},
    compared=("on", "count"),
)


def block(observation: Observation, date: PartDate) -> str:
    """What is told of sites of one kind in one month: that of their state, else that of the report."""
    finding = observation.finding
    assert isinstance(finding, SiteFinding)
    kind = " ".join(sorted(stems(finding.what.value.split()[-1])))
    return f"site:{kind}:{month_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The sites that the observations of the block tell of."""
    alike = grouped(block, _entry, compare, keys)
    return [merged(as_first_told(members), POLICY, reasons) for members, reasons in alike]


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: number, state and place, or words."""
    count, state = seen.entry.count, _state(seen)
    if count is not None and count > 1:
        yield f"{count:g}"
    if state is not None and seen.entry.place_id:
        yield f"{state} {seen.entry.place_id}"
    yield from sketch(seen.words)


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of sites of one kind stand to one another."""
    place = same_place(one.place, other.place)
    owner = same_holders(one.finding.owner, other.finding.owner)
    counts, states = {one.entry.count, other.entry.count}, {_state(one), _state(other)}
    day = same_days(one.entry.on, other.entry.on)
    if False in (place, owner) or len(states - {None}) > 1 or not _one_kind(one, other) or one.shares_passage(other):
        return APART
    words = one.trigger == other.trigger and retold(one.words, other.words) and len(counts) == 1
    if day is False and not (words and one.reprints(other)) and states != {None}:
        return APART
    counted = len(counts) == 1 and max(each or 0 for each in counts) > 1 and bool(owner) and len(states) == 1
    found = _in_one_town(one, other, place, day) and None not in states
    if len(counts) > 1 and not (found and None not in counts):
        return APART
    reasons = {"same words": words, "same number": counted, "same owner": owner, "same place": place}
    reasons["same state"] = len(states) == 1 and None not in states
    return tuple(reason for reason, holds in reasons.items() if holds) if words or counted or found else OPEN


def _in_one_town(one: Seen, other: Seen, place: bool | None, day: bool | None) -> bool:
    """Whether two reports tell of one town on one day, or one report of one and the same owner there."""
    spot = bool(place) and one.finding.place.value.precision not in WIDE
    if one.document == other.document:
        return (
            spot and {*one.entry.owner_ids} == {*other.entry.owner_ids} != set() and one.entry.what == other.entry.what
        )
    return spot and bool(day) and all(length(seen.entry.on) <= BRIEF for seen in (one, other))


def _one_kind(one: Seen, other: Seen) -> bool:
    """Whether the nouns can be for the same: "observation posts", "military observation posts"."""
    first, second = stems(one.entry.what), stems(other.entry.what)
    return first <= second or second <= first


def _state(seen: Seen) -> str | None:
    return seen.finding.state.value if seen.finding.state else None


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, SiteFinding)
    return deed(
        block,
        noted,
        SiteEntry,
        what=finding.what.value,
        count=finding.count.value.value if finding.count else None,
        owner=names(finding.owner),
        owner_ids=ids(finding.owner),
        state=tuple(said.value for said in (finding.state, finding.state_words) if said is not None),
    )
