"""Control of places: one entry for each change of hands or standing hold, from all reports that claim it.

Two claims are one where the same side is said to have done the same to the same place within the same days; that a town
was taken twice in those days takes a loss between. A report that does not say when it changed hands means the last time
before it. Where each side says that it holds the place, or one that it took
what the other says it still holds, on the same days, that is a dispute; a place that changes hands later is none.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.entries import ControlEntry
from onrecord.model.findings import ControlFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.model.iso import days
from onrecord.model.said import Said
from onrecord.reconciling.blocks import Block, Reconciled, key_of
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import WIDE, apart_by, same_days
from onrecord.reconciling.joining.seen import Seen, as_first_told, grouped
from onrecord.reconciling.joining.wording import retold, sketch
from onrecord.reconciling.merging.fields import ON, Policy, length, merged
from onrecord.reconciling.merging.told import deed, ids, names, quarter_of, spot
from onrecord.reconciling.sides.camps import each_once, of_one_camp, opposed, same_holders

GAINED = frozenset({"took", "regained"})
KEPT = frozenset({"holds", "repelled"})
GONE = frozenset({"lost", "withdrew from"})
LASTING = frozenset({"holds", "besieged", "pushing towards", "contested"})
UNMAPPED = "text:"  # begins the key of a place by its name alone
BRIEF = 2  # days, beside the first, that the date of a claim may leave open
NEWS = dt.timedelta(days=3)
NEXT = dt.timedelta(days=1)
SINCE = dt.timedelta(days=14)  # after a change of hands in which reports that give no day mean that one


def _change(told: Sequence[str]) -> str:
    """To regain is to take what was one's own."""
    return "regained" if "regained" in told else told[0]


POLICY = Policy(words=frozenset({"place"}), finest=(ON,), choose={"change": _change}, compared=("on",))


def block(observation: Observation, date: PartDate) -> str:
    """What is told of places of one name in one quarter: that of the claim, else that of the report."""
    finding = observation.finding
    assert isinstance(finding, ControlFinding)
    where = finding.place.value.name.partition(" (")[0] if finding.place else finding.area.value
    return f"control:{where.casefold()}:{quarter_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The claims that the observations of the block tell of, and where they are rivals."""
    claims = [
        (_with_sides(merged(as_first_told(members), POLICY, reasons), members), members)
        for members, reasons in grouped(block, _entry, compare, keys)
    ]
    rivals = (_rivals(claims[one], claims[other]) for one, other in _near(claims))
    said = {tuple(map(str, each.entry.cites)): each for each in rivals if each is not None}
    return [*(made for made, _ in claims), *said.values()]


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: the change, with its days or those of the report, or beside one
    that has a day where it has none itself; or words."""
    family, on, reported = _family(seen), days(seen.entry.on), days(seen.entry.first_reported)
    if family not in LASTING and (on is None or length(seen.entry.on) <= BRIEF):
        yield family
    if on is not None and length(seen.entry.on) > BRIEF:
        yield f"{family} {seen.entry.on}"
    elif on is not None:
        yield from (f"{family} {on[0] + NEXT * day}" for day in range(BRIEF + 1) if on[0] + NEXT * day <= on[1])
    if reported is not None:
        yield from (f"{family} as of {reported[0] - NEXT * day}" for day in range(NEWS.days + 1))
    yield from sketch(seen.words)


def compare(one: Seen, other: Seen) -> Verdict:
    """How two claims about one place stand to one another."""
    day = same_days(one.entry.on, other.entry.on)
    holder = same_holders(one.finding.holder, other.finding.holder)
    loser = same_holders(one.finding.from_, other.finding.from_)
    words = one.trigger == other.trigger and retold(one.words, other.words)
    if _family(one) != _family(other) or False in (holder, loser) or not _may_be_one_place(one, other):
        return APART
    if day is False and not (words and one.reprints(other)):
        return APART
    tied = bool(holder) and _is_spot(one) and _is_spot(other) and _of_one_time(one, other, day)
    reasons = {
        "same words": words,
        "same holder": holder,
        "same place": _is_spot(one),
        "same day": day,
        "same loser": loser,
    }
    return tuple(reason for reason, holds in reasons.items() if holds) if words or tied else OPEN


def _of_one_time(one: Seen, other: Seen, day: bool | None) -> bool:
    """Whether both can tell one change: on days known well enough, or what lasts, in reports of the same days."""
    if day:
        return one.entry.on == other.entry.on or _brief(one, other)
    if one.entry.change not in LASTING and (_is_before(one, other) or _is_before(other, one)):
        return True
    apart = apart_by(one.entry.first_reported, other.entry.first_reported)
    return apart is not None and apart <= (NEWS if one.entry.change in LASTING else NEXT)


def _is_before(one: Seen, other: Seen) -> bool:
    """Whether the one has its day, not long before the report of the other, which gives none."""
    on, reported = days(one.entry.on), days(other.entry.first_reported)
    if on is None or other.entry.on is not None or reported is None or length(one.entry.on) > BRIEF:
        return False
    return on[0] <= reported[0] <= on[1] + SINCE


def _family(seen: Seen) -> str:
    return "took" if seen.entry.change in GAINED else str(seen.entry.change)


def _may_be_one_place(one: Seen, other: Seen) -> bool:
    """Whether two places of one name can be one: those that are known to be places of the map are the same."""
    keys_ = {seen.place.key for seen in (one, other) if seen.place and not seen.place.key.startswith(UNMAPPED)}
    return len(keys_) < 2


def _is_spot(seen: Seen) -> bool:
    """Whether the place is one that no two parts of can be meant."""
    place = seen.finding.place
    return place is not None and place.value.precision not in WIDE


Claim = tuple[Reconciled, tuple[Seen, ...]]


def _near(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The pairs of claims, by their numbers, that reports of one day or the next make."""
    told: dict[dt.date, set[int]] = defaultdict(set)
    for number, (_, members) in enumerate(claims):
        for reported in (days(seen.entry.first_reported) for seen in members):
            if reported is not None:
                told[reported[0]].add(number)
    pairs = {pair for day in told for pair in combinations(sorted(told[day] | told.get(day + NEXT, set())), 2)}
    return sorted(pairs)


def _rivals(one: Claim, other: Claim) -> Reconciled | None:
    """The dispute between two claims about one place, if they are rivals."""
    for mine, yours in ((mine, yours) for mine in one[1] for yours in other[1]):
        if _contradict(mine, yours) or _contradict(yours, mine):
            made = [_voice(mine), _voice(yours)]
            return dispute(f"who holds {mine.entry.place}", "rival accounts", made, [one[0].entry, other[0].entry])
    return None


def _contradict(one: Seen, other: Seen) -> bool:
    """Whether the one, by others' word, has taken what the other, by its own people's, holds or took itself, or has
    lost what it holds."""
    mine, yours = one.finding, other.finding
    told = mine.per and yours.per and mine.holder and yours.holder
    if not (told and _of_one_day(one, other) and _may_be_one_place(one, other)):
        return False
    if not _speaks_for(yours.per, yours.holder) or _speaks_for(mine.per, yours.holder):
        return False
    changes = one.entry.change, other.entry.change
    beside = one.shares_passage(other) and same_holders(mine.holder, yours.holder) is False
    if beside or opposed(mine.holder, yours.holder):  # one sentence sets them against one another, whoever they are
        kept = changes[0] in GAINED | {"holds"} and changes[1] in KEPT
        return kept or (changes == ("took", "took") and _speaks_for(mine.per, mine.holder))
    return changes[0] in GONE and changes[1] == "holds" and same_holders(mine.holder, yours.holder) is True


def _of_one_day(one: Seen, other: Seen) -> bool:
    """Whether both speak of one day, in reports of one day or the next; or the other of a hold in the days after the
    one changed it."""
    day = same_days(one.entry.on, other.entry.on)
    apart = apart_by(one.entry.first_reported, other.entry.first_reported)
    if apart is None or apart > NEXT:
        return False
    return day is None or (_brief(one, other) and (day or _holds_on(one, other)))


def _holds_on(one: Seen, other: Seen) -> bool:
    """Whether what the other holds is told of the days right after that on which the one took it."""
    taken, held = days(one.entry.on), days(other.entry.on)
    if taken is None or held is None or other.entry.change not in KEPT:
        return False
    return taken[1] < held[0] <= taken[1] + NEWS


def _brief(one: Seen, other: Seen) -> bool:
    return all(length(seen.entry.on) <= BRIEF for seen in (one, other))


def _speaks_for(tellers: Iterable[Said[Actor]], side: Sequence[Said[Actor]]) -> bool:
    """Whether one of the tellers is of the side."""
    return any(of_one_camp(teller.value, each.value) for teller in tellers for each in side)


def _voice(seen: Seen) -> Voice:
    cites = evidence(seen.made)
    return Voice(seen.entry.per, " ".join(cites[0].cite.quote.split()), cites)


def _with_sides(made: Reconciled, members: Sequence[Seen]) -> Reconciled:
    """The claim with each side by one name."""
    if len(members) < 2:
        return made
    holder = each_once(said.value for seen in members for said in seen.finding.holder)
    loser = each_once(said.value for seen in members for said in seen.finding.from_)
    sides = {"holder": tuple(side.name for side in holder), "holder_ids": tuple(map(key_of, holder))}
    losers = {"from_": tuple(side.name for side in loser), "from_ids": tuple(map(key_of, loser))}
    return made._replace(entry=replace(made.entry, **sides, **losers))


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, ControlFinding)
    return deed(
        block,
        noted,
        ControlEntry,
        place=spot(finding.place) or finding.area.value,
        holder=names(finding.holder),
        holder_ids=ids(finding.holder),
        change=finding.change.value,
        from_=names(finding.from_),
        from_ids=ids(finding.from_),
    )
