"""Where those who tell of one event differ on who did it: accused and denied, or each by the other's word who did.

A side's own word is that of itself, its state, its leaders or its camp. Of two events one is meant only where day and
place are the same and nothing else told of them differs but the doer; that nobody's word is given, or that of a third
alone, makes no dispute.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.model.actors import Actor
from onrecord.model.entries import EventEntry
from onrecord.model.said import Said
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.joining.likeness import WIDE
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.merging.dates import DAY
from onrecord.reconciling.merging.told import UNATTRIBUTED
from onrecord.reconciling.sides.camps import of_one_camp, same_holders
from onrecord.reconciling.sides.voices import same_target, same_voice

DONE = frozenset({"happened", "ongoing"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
KIND = "accusation and denial"
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
    """What is told of a side as done, and by its own word was not."""
    denials = [seen for seen in event.members if seen.entry.status == "denied" and own_word(seen)]
    told = [
        seen
        for seen in event.members
        if seen.entry.status in DONE and not own_word(seen) and seen.entry.plover in VIOLENT and seen.finding.by
    ]
    if denials and told:
        doer = told[0].finding.by[0].value.name
        about = f"whether {doer} did it: {told[0].entry.what}"
        yield dispute(about, KIND, _voices((*told, *denials)), [event.entry])


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
                voices = _voices(
                    [seen for seen in (*one.members, *other.members) if any(seen in pair for pair in pairs)]
                )
                about = f"who did it: {pairs[0][0].entry.what}, {one.entry.place}, {one.entry.on}"
                yield dispute(about, KIND, voices, [one.entry, other.entry])


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
    crossed = speaks_for(mine.per, yours.by) and speaks_for(yours.per, mine.by)
    return crossed and same_holders(mine.by, yours.by) is False and not (own_word(one) or own_word(other))


def own_word(seen: Seen) -> bool:
    """Whether it is told by word of those who are said to have done it."""
    return speaks_for(seen.finding.per, seen.finding.by)


def speaks_for(tellers: Sequence[Said[Actor]], side: Sequence[Said[Actor]]) -> bool:
    """Whether one of the tellers is of the side."""
    if not tellers or not side:
        return False
    pairs = ((teller.value, each.value) for teller in tellers for each in side)
    return same_voice(tellers, side) or any(of_one_camp(*pair) for pair in pairs)


def _voices(told: Iterable[Seen]) -> tuple[Voice, ...]:
    """What each says, once."""
    voices: dict[tuple[str, ...], Voice] = {}
    for seen in told:
        by = seen.entry.per or UNATTRIBUTED
        cites = evidence(seen.made)
        known = voices.get(by)
        says = known.says if known else " ".join(cites[0].cite.quote.split())
        voices[by] = Voice(by, says, (*(known.cites if known else ()), *cites))
    return tuple(voices.values())
