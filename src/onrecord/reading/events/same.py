"""Which events of one report are one occurrence told again: a title and its body, "the attack", the same day and place.

Told again, an event keeps its first telling, with the other passage as further evidence and what only that one says.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs

from onrecord.model.actors import Actor
from onrecord.model.findings import EventFinding
from onrecord.model.said import Said
from onrecord.reading.found import DeedMention
from onrecord.reading.report import Paragraph, Report

Event = DeedMention[EventFinding]
ASSAULT = "ASSAULT"
AGAIN = frozenset({"the", "this", "that", "these", "those", "both"})
REACH = 1  # paragraphs back
MOST_EVIDENCE = 4
FIELDS = ("mode", "sub_event", "context", "object", "place", "on")


def each_once(report: Report, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in the order of the text, each occurrence once where that is certain."""
    body = [event for event in events if _paragraph(report, event).role == "body"]
    kept: list[Event] = []
    for event in body:
        earlier = next((at for at in range(len(kept) - 1, -1, -1) if _is_again(report, kept[at], event)), None)
        if earlier is None:
            kept.append(event)
        else:
            kept[earlier] = _joined(kept[earlier], event)
    for event in events:
        if _paragraph(report, event).role == "body":
            continue
        told = next((at for at, other in enumerate(kept) if _heads(report, event, other)), None)
        if told is None:
            kept.append(event)
        else:
            kept[told] = _joined(kept[told], event)
    return tuple(sorted(kept, key=lambda event: event.at))


def _paragraph(report: Report, event: Event) -> Paragraph:
    return report.paragraphs[event.at.paragraph]


def _heads(report: Report, title: Event, other: Event) -> bool:
    """Whether the title or heading tells what the event of the same part tells."""
    one, two = title.finding, other.finding
    if _paragraph(report, title).part != _paragraph(report, other).part or not _alike(one, two):
        return False
    shares = (
        _keys(one.by) & _keys(two.by) or _keys(one.to) & _keys(two.to) or (one.place and _place(one) == _place(two))
    )
    return bool(shares) or _paragraph(report, other).role != "body"


def _is_again(report: Report, first: Event, event: Event) -> bool:
    one, two = first.finding, event.finding
    if _paragraph(report, first).part != _paragraph(report, event).part or not _alike(one, two, victims=False):
        return False
    if one.same or two.same:
        at_once = one.plover is not None and one.plover.value == ASSAULT and not (one.same and two.same)
        return at_once and first.evidence == event.evidence and bool(_keys(one.by)) and _keys(one.by) == _keys(two.by)
    later = first.evidence[-1] != event.evidence[0]
    if later and _is_anaphor(report, event) and event.at.paragraph - first.at.paragraph <= REACH:
        return one.plover is not None and one.plover.value == ASSAULT and not one.background
    if not _agree(one.to, two.to):
        return False
    on, place = one.on is not None and two.on is not None, one.place is not None and two.place is not None
    by, to = _keys(one.by), _keys(one.to)
    return bool(on and place and by and by == _keys(two.by) and to and to == _keys(two.to))


def _is_anaphor(report: Report, event: Event) -> bool:
    """Whether its word is a noun that takes up a deed told before: "the attack"."""
    token = _paragraph(report, event).doc[event.at.start]
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return False
    return any(child.dep_ == "det" and child.lower_ in AGAIN for child in token.children)


def _alike(one: EventFinding, two: EventFinding, *, victims: bool = True) -> bool:
    """Whether nothing that the two tell is at odds; `victims`: nor whom it was done to."""
    if (one.plover and one.plover.value) != (two.plover and two.plover.value) or one.status.value != two.status.value:
        return False
    if one.mutual != two.mutual or one.background != two.background:
        return False
    for name in ("mode", "place", "on"):
        first, second = getattr(one, name), getattr(two, name)
        if first is not None and second is not None and first.value != second.value:
            return False
    return _agree(one.by, two.by) and (not victims or _agree(one.to, two.to))


def _agree(one: Iterable[Said[Actor]], two: Iterable[Said[Actor]]) -> bool:
    first, second = _keys(one), _keys(two)
    return not first or not second or bool(first & second)


def _keys(actors: Iterable[Said[Actor]]) -> frozenset[str]:
    return frozenset(actor.value.key for actor in actors)


def _place(finding: EventFinding) -> str | None:
    return finding.place.value.name if finding.place else None


def _joined(first: Event, again: Event) -> Event:
    one, two = first.finding, again.finding
    filled = {name: getattr(two, name) for name in FIELDS if getattr(one, name) is None and getattr(two, name)}
    more = tuple(actor for actor in two.to if actor.value.key not in _keys((*one.to, *one.by)))
    finding = structs.replace(
        one,
        by=one.by or two.by,
        to=(*one.to, *more),
        same=tuple(dict.fromkeys((*one.same, *two.same))),
        figures=tuple(dict.fromkeys((*one.figures, *two.figures))),
        **filled,
    )
    if finding.on is not None:
        finding = structs.replace(finding, recent=False)
    evidence = tuple(dict.fromkeys((*first.evidence, *again.evidence)))[:MOST_EVIDENCE]
    return first._replace(evidence=evidence, finding=finding)
