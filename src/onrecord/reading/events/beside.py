"""Which events of one report are told twice: by a sentence's own words, and as what the record holds as another kind.

A threat is told by the threat alone, an accord by its making, an attack that takes ground by the attack, and talks that
are broken off by the verb that breaks them off.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from onrecord.model.findings import EventFinding
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.found import DeedMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary.events import things, verbs

BROKEN_OFF = ("SANCTION", "discontinue")
Event = DeedMention[EventFinding]


def at(event: Event) -> tuple[int, int]:
    """The paragraph of the event, and the token that tells it."""
    return event.at.paragraph, event.at.start


def attacks_among(report: Report, derived: Sequence[Event]) -> dict[tuple[int, int], tuple[str, ...]]:
    """What the changes of control whose word tells an attack ("stormed", "invaded") are the same as, by their words."""
    return {at(event): event.finding.same for event in derived if _is_attack(report, event)}


def each_by_one(report: Report, made: Sequence[Event], derived: Sequence[Event]) -> tuple[Event, ...]:
    """The events that sentences make and the derived ones, without those that another of them tells better."""
    threats = _passages(event for event in derived if _codes(event)[0] == "THREATEN")
    made = [event for event in made if event.finding.status.value != "planned" or not _within(threats, event)]
    accords = _passages(event for event in derived if _codes(event)[0] == "AGREE")
    made = [event for event in made if _codes(event)[0] != "AGREE" or not _within(accords, event)]
    told = {at(event) for event in made} & set(attacks_among(report, derived))
    return _without_talks(report, made, [event for event in derived if at(event) not in told])


def _without_talks(report: Report, made: list[Event], derived: Sequence[Event]) -> tuple[Event, ...]:
    """The events, where talks that are broken off are one with the verb that does so."""
    ends = {at(event): number for number, event in enumerate(made) if _codes(event) == BROKEN_OFF}
    kept = []
    for event in derived:
        token = report.paragraphs[event.at.paragraph].doc[event.at.start]
        verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token)
        number = ends.get((event.at.paragraph, verb.i)) if ends_at(token, things("talks")) else None
        if number is None:
            kept.append(event)
        else:
            finding = made[number].finding
            same = (*finding.same, *event.finding.same)
            made[number] = made[number]._replace(finding=structs.replace(finding, same=same))
    return (*kept, *made)


def _codes(event: Event) -> tuple[str | None, str | None]:
    plover, mode = event.finding.plover, event.finding.mode
    return plover.value if plover else None, mode.value if mode else None


def _passages(events: Iterable[Event]) -> dict[int, list[At]]:
    """The passages that carry the events, by paragraph."""
    found: dict[int, list[At]] = {}
    for event in events:
        for passage in event.evidence:
            found.setdefault(passage.paragraph, []).append(passage)
    return found


def _within(passages: Mapping[int, Sequence[At]], event: Event) -> bool:
    """Whether the passages that tell another event tell this one: what somebody threatens to do, the accord signed."""
    return any(passage.overlaps(event.at) for passage in passages.get(event.at.paragraph, ()))


def _is_attack(report: Report, event: Event) -> bool:
    token = report.paragraphs[event.at.paragraph].doc[event.at.start]
    codes = {trigger.kind.plover for trigger in verbs().get(token.lower_, ())}
    return _codes(event)[0] == "COERCE" and token.pos_ == "VERB" and "ASSAULT" in codes
