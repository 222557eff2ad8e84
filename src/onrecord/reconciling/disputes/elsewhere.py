"""Where one report tells a deed, and another denies it by word of those of whom it is told, or of others where they
claim it, which so far makes two events.

What is told as an accusation is disputed among statements, and nowhere else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.model.entries import EventEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.answering import VIOLENT, Charges, Told
from onrecord.reconciling.disputes.dispute import dispute, evidence
from onrecord.reconciling.disputes.events import CLAIMED, DENIED, DONE, KIND, Event, own_word, voices
from onrecord.reconciling.joining.likeness import same_days, same_place
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import stems
from onrecord.vocabulary.reporting import acts_of

DENIABLE = VIOLENT | {"MOBILIZE", "AID"}
Telling = tuple[Event, Seen]


def disputes(events: Iterable[Event]) -> Iterator[Reconciled]:
    """The disputes between events of a block, not disputed by themselves, of which one denies the other."""
    told = [(event, seen) for event in events if event.entry.plover in DENIABLE for seen in event.members]
    denials = [(event, seen) for event, seen in told if seen.entry.status == DENIED and seen.finding.per]
    if not denials:
        return
    charges = {seen.id: (event, seen) for event, seen in told if _is_charge(seen)}
    asked = Charges(_told(seen, seen.entry.what) for _, seen in charges.values())
    answers: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for event, denial in denials:
        found = (charges[each.entry.id] for each in asked.answered(_told(denial, _denied(denial.entry.what))))
        one = [each for each in found if _may_be_one(each[1], denial)]
        answers[tuple(seen.id for _, seen in one)] += [*one, (event, denial)]
    yield from (_dispute(each) for ids, each in answers.items() if ids)


def _is_charge(seen: Seen) -> bool:
    """Whether it is told of a side as done, by no accusation."""
    return seen.entry.status in DONE and bool(seen.finding.by) and not _accuses(seen)


def _accuses(seen: Seen) -> bool:
    told = (word for cite in evidence(seen.made) for word in cite.cite.quote.casefold().split())
    return any("accuse" in acts_of(word) for word in told)


def _told(seen: Seen, says: str) -> Told:
    """The deed as its words tell it, with its place."""
    where = f"{says} {seen.place.name}" if seen.place else says
    known = seen.words | stems(seen.place.name) if seen.place else seen.words
    return Told(seen.made, where, known, seen.finding.per, seen.finding.by)


def _denied(what: str) -> str:
    """What stands behind the word of denial, if there is one."""
    told = what.split()
    denying = (number for number, word in enumerate(told, 1) if "deny" in acts_of(word.casefold()))
    return " ".join(told[next(denying, 0) :])


def _may_be_one(told: Seen, denied: Seen) -> bool:
    """Whether day and place let both be of one event."""
    known = "inferred" not in (told.entry.on_basis, denied.entry.on_basis)
    day = same_days(told.entry.on, denied.entry.on) if known else None
    return day is not False and same_place(told.place, denied.place) is not False


def _dispute(told: Iterable[Telling]) -> Reconciled:
    over: dict[str, EventEntry] = {}
    each = list({seen.id: (event, seen) for event, seen in told}.values())
    for event, _ in each:
        over.setdefault(event.entry.id, event.entry)
    first = each[0][1]
    about = f"whether {first.finding.by[0].value.name} did it: {first.entry.what}"
    kind = CLAIMED if own_word(first) else KIND
    return dispute(about, kind, voices([seen for _, seen in each]), list(over.values()))
