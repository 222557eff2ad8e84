"""Where each of two sides says, in a report of its own, that the other began: "fired first", "started the clash"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.answering import ONE_DAY
from onrecord.reconciling.disputes.dispute import dispute
from onrecord.reconciling.disputes.events import Event, is_crossed, voices
from onrecord.reconciling.joining.likeness import apart_by, same_days, same_place
from onrecord.reconciling.joining.seen import Seen
from onrecord.vocabulary.rivals import words

KIND = "rival accounts"


def disputes(events: Iterable[Event]) -> Iterator[Reconciled]:
    """The disputes over who began, among the events of a block that are not disputed otherwise: one for two sides."""
    began = [(event, seen) for event in events for seen in event.members if seen.finding.per and _is_beginning(seen)]
    pairs: dict[tuple[str, ...], list[tuple[Event, Seen]]] = defaultdict(list)
    for one, other in combinations(began, 2):
        if _of_one_clash(one[1], other[1]) and is_crossed(one[1], other[1]):
            sides = sorted((*one[1].entry.by_ids, *other[1].entry.by_ids))
            pairs[tuple(sides)] += [one, other]
    yield from map(_dispute, pairs.values())


def _is_beginning(seen: Seen) -> bool:
    told = frozenset(seen.entry.what.casefold().split())
    if not told.isdisjoint(words("fired")):
        return "first" in told
    return not (told.isdisjoint(words("began")) or told.isdisjoint(words("fights")))


def _of_one_clash(one: Seen, other: Seen) -> bool:
    """Whether two reports of one day or the next tell of a beginning in one place, as far as that is told."""
    apart = apart_by(one.entry.first_reported, other.entry.first_reported)
    if one.document == other.document or apart is None or apart > ONE_DAY:
        return False
    return same_days(one.entry.on, other.entry.on) is not False and same_place(one.place, other.place) is not False


def _dispute(told: Iterable[tuple[Event, Seen]]) -> Reconciled:
    each = list({seen.id: (event, seen) for event, seen in told}.values())
    over = list({event.entry.id: event.entry for event, _ in each}.values())
    return dispute(f"who began: {each[0][1].entry.what}", KIND, voices([seen for _, seen in each]), over)
