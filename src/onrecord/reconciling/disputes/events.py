"""Where those who tell of one event differ on who did it: accused or claimed and denied, or each by the other's word.

A side's own word is that of itself, its state, its leaders or its camp. Of two events one is meant only where day and
place are the same and nothing else told of them differs but the doer; that nobody's word is given, or that of a third
alone, makes no dispute.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.model.entries import EventEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.answering import VIOLENT
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.joining.likeness import WIDE
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.merging.dates import DAY
from onrecord.reconciling.merging.told import UNATTRIBUTED
from onrecord.reconciling.sides.camps import same_holders
from onrecord.reconciling.sides.offices import speaks_for
from onrecord.reconciling.sides.voices import same_target

DONE = frozenset({"happened", "ongoing"})
DENIED = "denied"
KIND, CLAIMED = "accusation and denial", "rival accounts"
AT_ONE_SPOT = 20  # entries of one day and place: more are a battle, whose blows nobody tells apart


class Event(NamedTuple):
    """The entry of one event, with the observations that tell of it."""

    made: Reconciled
    members: tuple[Seen, ...]

    @property
    def entry(self) -> EventEntry:
        entry = self.made.entry
        assert isinstance(entry, EventEntry)
        return entry


def disputes(events: Sequence[Event]) -> list[Reconciled]:
    """The disputes over the events of a block."""
    return [*(each for event in events for each in _denied(event)), *_blamed(events)]


def _denied(event: Event) -> Iterator[Reconciled]:
    """What is told of a side as done, and by its own word was not; or what it claims, and others deny."""
    done = [seen for seen in event.members if seen.entry.status in DONE and seen.finding.by]
    denied = [seen for seen in event.members if seen.entry.status == DENIED and seen.finding.by]
    for claimed, kind in ((False, KIND), (True, CLAIMED)):
        told = [seen for seen in done if own_word(seen) is claimed and seen.entry.plover in VIOLENT]
        denials = [seen for seen in denied if seen.finding.per and own_word(seen) is not claimed]
        if told and denials:
            about = f"whether {told[0].finding.by[0].value.name} did it: {told[0].entry.what}"
            yield dispute(about, kind, voices((*told, *denials)), [event.entry])
            return


def _blamed(events: Iterable[Event]) -> Iterator[Reconciled]:
    """What each of two sides says that the other did."""
    at: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        entry = event.entry
        if entry.plover in VIOLENT and len(entry.on or "") == DAY and entry.place_id and isinstance(entry.status, str):
            at[entry.on or "", entry.place_id].append(event)
    for near in at.values():
        for one, other in combinations(near, 2) if len(near) <= AT_ONE_SPOT else ():
            pairs = [(a, b) for a in one.members for b in other.members if _blame_one_another(a, b)]
            if pairs:
                told = [seen for seen in (*one.members, *other.members) if any(seen in pair for pair in pairs)]
                about = f"who did it: {pairs[0][0].entry.what}, {one.entry.place}, {one.entry.on}"
                yield dispute(about, KIND, voices(told), [one.entry, other.entry])


def is_crossed(one: Seen, other: Seen) -> bool:
    """Whether each of two sides tells it of the other."""
    mine, yours = one.finding, other.finding
    crossed = speaks_for(mine.per, yours.by) and speaks_for(yours.per, mine.by)
    return crossed and same_holders(mine.by, yours.by) is False and not (own_word(one) or own_word(other))


def _blame_one_another(one: Seen, other: Seen) -> bool:
    """Whether the one by word of a side was done by the other side, whose own word says the reverse."""
    mine, yours = one.finding, other.finding
    places = [seen.finding.place for seen in (one, other)]
    if not all(places) or any(place.value.precision in WIDE for place in places):
        return False
    if not {one.entry.status, other.entry.status} <= DONE or len({one.entry.mode, other.entry.mode} - {None}) > 1:
        return False
    if one.entry.object != other.entry.object or same_target(mine.to, yours.to) is False:
        return False
    return is_crossed(one, other)


def own_word(seen: Seen) -> bool:
    """Whether it is told by word of those who are said to have done it."""
    return speaks_for(seen.finding.per, seen.finding.by)


def voices(told: Iterable[Seen]) -> tuple[Voice, ...]:
    """What each says, once."""
    said: dict[tuple[str, ...], Voice] = {}
    for seen in told:
        by = seen.entry.per or UNATTRIBUTED
        cites = evidence(seen.made)
        known = said.get(by)
        says = known.says if known else " ".join(cites[0].cite.quote.split())
        said[by] = Voice(by, says, (*(known.cites if known else ()), *cites))
    return tuple(said.values())
