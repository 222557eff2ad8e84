"""Which events of one report are one occurrence told again: a title and its body, "the attack", the same day and place.

Told again, an event keeps its first telling, with the other passage as further evidence and what only that one says.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import product

from msgspec import structs

from onrecord.model.actors import Actor
from onrecord.model.findings import EventFinding
from onrecord.model.said import Said
from onrecord.reading.found import DeedMention
from onrecord.reading.report import Paragraph, Report

Event = DeedMention[EventFinding]
ASSAULT = "ASSAULT"
AGAIN = frozenset({"the", "this", "that", "these", "those", "both"})
APART = frozenset({"Abduction/forced disappearance", "Armed clash", "Disrupted weapons use"})
OTHERS = frozenset({"first", "second", "third", "fourth", "other", "another", "new", "separate", "similar", "previous"})
AIMED = frozenset({"on", "against"})
REACH = 1  # paragraphs back
MOST_EVIDENCE = 4
ANY = "any"
FIELDS = ("mode", "sub_event", "context", "object", "place", "on")


Keys = Iterator[Hashable]


class _Kept:
    """The events kept so far in the order of the text, found again by keys: `filed` gives those of an event that is
    kept, `asked` those of such as may be the same occurrence as one that is told now."""

    def __init__(self, filed: Callable[[Event], Keys], asked: Callable[[Event], Keys]) -> None:
        self.events: list[Event] = []
        self._filed, self._asked = filed, asked
        self._having: dict[Hashable, set[int]] = defaultdict(set)

    def keep(self, event: Event) -> None:
        self.events.append(event)
        self._file(len(self.events) - 1)

    def join(self, at: int, again: Event) -> None:
        self.events[at] = _joined(self.events[at], again)
        self._file(at)

    def alike(self, event: Event) -> list[int]:
        """The numbers of those that may be the same occurrence, in order."""
        return sorted({at for key in self._asked(event) for at in self._having.get(key, ())})

    def near(self, event: Event) -> range:
        """The numbers of those that are told at most REACH paragraphs before the event."""
        first = bisect_left(self.events, event.at.paragraph - REACH, key=lambda kept: kept.at.paragraph)
        return range(first, len(self.events))

    def _file(self, at: int) -> None:
        for key in self._filed(self.events[at]):
            self._having[key].add(at)


def each_once(report: Report, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in the order of the text, each occurrence once where that is certain."""
    body = _Kept(_of_a_telling, _of_a_telling)
    for event in events:
        if _paragraph(report, event).role == "body":
            earlier = sorted({*body.near(event), *body.alike(event)}, reverse=True)
            told = next((at for at in earlier if _is_again(report, body.events[at], event)), None)
            body.keep(event) if told is None else body.join(told, event)
    titles = [event for event in events if _paragraph(report, event).role != "body"]
    if not titles:
        return tuple(body.events)
    kept = _Kept(partial(_headed, report), partial(_heading, report))
    for event in body.events:
        kept.keep(event)
    for event in titles:
        told = next((at for at in kept.alike(event) if _heads(report, event, kept.events[at])), None)
        kept.keep(event) if told is None else kept.join(told, event)
    return tuple(sorted(kept.events, key=lambda event: event.at))


def _of_a_telling(event: Event) -> Keys:
    """What a telling shares with an earlier one, near or far, that `_is_again` takes it for."""
    told = event.finding
    yield event.evidence
    if told.by and told.to and told.on and told.place and not told.same:
        yield _kind(told), _keys(told.by), _keys(told.to), told.on.value, told.place.value


def _headed(report: Report, event: Event) -> Keys:
    """By what a title that tells the same finds an event, as `_heads` asks."""
    told, part = event.finding, _paragraph(report, event).part
    found = [*_shared(told)]
    if _paragraph(report, event).role != "body":
        found += [(ANY,), *((key,) for key in _keys(told.by) or (None,))]
    settings = product(*((each.value if each else None, ANY) for each in (told.place, told.on)))
    yield from ((part, _kind(told), *one) for one in product(found, settings))


def _heading(report: Report, event: Event) -> Keys:
    """The keys of the events that a title may tell, as `_heads` asks."""
    told, part = event.finding, _paragraph(report, event).part
    found = [*_shared(told), *((key,) for key in ((*_keys(told.by), None) if told.by else (ANY,)))]
    settings = product(*((each.value, None) if each else (ANY,) for each in (told.place, told.on)))
    yield from ((part, _kind(told), *one) for one in product(found, settings))


def _shared(told: EventFinding) -> Keys:
    """One of these a title and what stands in the body under it have in common."""
    yield from (("by", key) for key in _keys(told.by))
    yield from (("to", key) for key in _keys(told.to))
    if told.place:
        yield "at", told.place.value.name


def _kind(told: EventFinding) -> Hashable:
    """What tells two events apart for good."""
    return told.plover and told.plover.value, told.status.value, told.mutual, told.background


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
    if (
        later
        and _is_anaphor(report, event)
        and not (_are_two_kinds(one, two) or _aims_elsewhere(report, one, event))
        and event.at.paragraph - first.at.paragraph <= REACH
    ):
        return one.plover is not None and one.plover.value == ASSAULT and not one.background
    if not _agree(one.to, two.to):
        return False
    on, place = one.on is not None and two.on is not None, one.place is not None and two.place is not None
    by, to = _keys(one.by), _keys(one.to)
    return bool(on and place and by and by == _keys(two.by) and to and to == _keys(two.to))


def _are_two_kinds(one: EventFinding, two: EventFinding) -> bool:
    """Whether one is of a kind that no noun for the other takes up: an abduction is not "the battle"."""
    kinds = {told.sub_event.value for told in (one, two) if told.sub_event is not None}
    return len(kinds) > 1 and not kinds.isdisjoint(APART)


def _aims_elsewhere(report: Report, one: EventFinding, event: Event) -> bool:
    """Whether its word sums up deeds at something else than what was told: "the assaults on shipping"."""
    token, thing = _paragraph(report, event).doc[event.at.start], event.finding.object
    if thing is None or token.tag_ != "NNS" or not any(child.lower_ in AIMED for child in token.children):
        return False
    return bool(one.to) if one.object is None else one.object.value != thing.value


def _is_anaphor(report: Report, event: Event) -> bool:
    """Whether its word is a noun that takes up a deed told before: "the attack"."""
    token = _paragraph(report, event).doc[event.at.start]
    if token.pos_ != "NOUN" or token.dep_ == "compound" or any(child.lower_ in OTHERS for child in token.children):
        return False
    return any(child.dep_ == "det" and child.lower_ in AGAIN for child in token.children)


def _alike(one: EventFinding, two: EventFinding, *, victims: bool = True) -> bool:
    """Whether nothing that the two tell is at odds; `victims`: nor whom it was done to."""
    if _kind(one) != _kind(two):
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
