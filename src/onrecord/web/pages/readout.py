"""The readouts of a call, a meeting or talks beside one another, point by point: what both say, what one alone says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.model.actors import Actor
from onrecord.model.entries import Cite, ContactEntry, DisputeEntry, ReadoutEntry, export
from onrecord.model.filters import Filter
from onrecord.model.findings import ContactFinding
from onrecord.reconciling.contacts.readouts import named
from onrecord.reconciling.sides.parties import state_of
from onrecord.web.asked import Asked
from onrecord.web.page import Page
from onrecord.web.sight import Sight

UNKNOWN = "No call, meeting or talks of this record stand at this address."
MEMBERS = 100  # observations by which it is known for whom somebody speaks
DIFFERENT, BOTH, ONE = "Where they differ", "What they all say", "What one side alone says"
HEADINGS = (DIFFERENT, BOTH, ONE)


class Said(Struct, frozen=True):
    """What somebody of a side says, and the passage that holds it."""

    by: tuple[str, ...]
    says: str
    topic: str | None
    cite: Cite


class Column(Struct, frozen=True):
    """A side: what it is called, and who speaks for it."""

    name: str
    by: tuple[str, ...]


class Point(Struct, frozen=True):
    """One thing spoken of: what each side says of it, in the order of the columns; nothing where it says nothing."""

    topic: str
    cells: tuple[tuple[Said, ...], ...]


def page(sight: Sight, _: Asked, id_: str) -> Page:
    """The readouts of the contact at the address. Raises AddressError where there is none."""
    entry = sight.entry(id_)
    if not isinstance(entry, ContactEntry):
        raise AddressError(UNKNOWN)
    by_side = sides(entry, _speakers(sight, entry))
    columns = [
        Column(name, tuple(dict.fromkeys(by for each in said for by in each.by))) for name, said in by_side.items()
    ]
    rival = _rival(sight, entry)
    found = points(entry, by_side, rival)
    return Page(
        title=f"Readouts of {named(entry)}"[:120],
        template="readout.html",
        shown={
            "entry": entry,
            "named": named(entry),
            "columns": columns,
            "points": {heading: found[heading] for heading in HEADINGS if heading in found},
            "heads": sight.heads(entry.cites),
            "rival": rival,
        },
        rows=lambda: _rows(columns, found) or [export(entry)],
    )


def _speakers(sight: Sight, entry: ContactEntry) -> dict[str, Actor]:
    """Those who speak in the readouts, and those who met, by name."""
    found: dict[str, Actor] = {}
    for noted in sight.reader.noted_of(sight.reader.first_told(entry.id, MEMBERS)):
        finding = noted.observation.finding
        if isinstance(finding, ContactFinding):
            people = [*finding.between, *(said for readout in finding.readouts for said in readout.by)]
            found |= {said.value.name: said.value for said in people}
    return found


def sides(entry: ContactEntry, known: Mapping[str, Actor]) -> dict[str, list[ReadoutEntry]]:
    """The readouts by the side for which they are given: a state, or somebody himself where all are of one state;
    those of nobody who met come last."""
    met = {side: state_of(known[side]) if side in known else side for side in entry.between}
    of_one_state = len(set(met.values())) < 2
    found: dict[str, list[ReadoutEntry]] = {}
    for each in entry.readouts:
        labels = {_label(name, known, of_one_state=of_one_state) for name in each.by}
        side = labels.pop() if len(labels) == 1 else " and ".join(each.by)
        found.setdefault(side, []).append(each)
    order = {side: place for place, side in enumerate(met if of_one_state else met.values())}
    return dict(sorted(found.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])))


def _label(name: str, known: Mapping[str, Actor], *, of_one_state: bool) -> str:
    actor = known.get(name)
    if actor is None or of_one_state or (actor.type != "state" and not actor.country):
        return name
    return state_of(actor)


def _rival(sight: Sight, entry: ContactEntry) -> DisputeEntry | None:
    """The dispute over the readouts, if there is one."""
    found = sight.browse(("dispute",), Filter(keys=(f"to:{entry.id}",)), limit=5)
    return next((each for each in found if isinstance(each, DisputeEntry) and each.type == "rival readouts"), None)


def points(
    entry: ContactEntry, by_side: Mapping[str, Sequence[ReadoutEntry]], rival: DisputeEntry | None
) -> dict[str, list[Point]]:
    """The points under their headings; what is of no point is one by itself."""
    disputed = {side.says for side in rival.sides} if rival else set()
    numbered: dict[object, list[ReadoutEntry]] = defaultdict(list)
    for each in entry.readouts:
        numbered[each.point if each.point is not None else each].append(each)
    found: dict[str, list[Point]] = defaultdict(list)
    for held in numbered.values():
        cells = tuple(tuple(_said(entry, each) for each in said if each in held) for said in by_side.values())
        speaking = sum(1 for cell in cells if cell)
        differ = speaking > 1 and sum(1 for cell in cells if any(each.says in disputed for each in cell)) > 1
        heading = DIFFERENT if differ else BOTH if speaking > 1 else ONE
        found[heading].append(Point(_topic(held), cells))
    return found


def _topic(held: Iterable[ReadoutEntry]) -> str:
    return ", ".join(dict.fromkeys(each.topic for each in held if each.topic))


def _rows(columns: Sequence[Column], points: Mapping[str, Sequence[Point]]) -> list[dict[str, Any]]:
    """What is said of each point, one after the other, for programs."""
    return [
        {"side": column.name, "heading": heading, "topic": point.topic, "by": each.by, "says": each.says}
        | {"doc": each.cite.doc, "start": each.cite.start, "end": each.cite.end, "quote": each.cite.quote}
        for heading in HEADINGS
        for point in points.get(heading, ())
        for column, cell in zip(columns, point.cells, strict=True)
        for each in cell
    ]


def _said(entry: ContactEntry, readout: ReadoutEntry) -> Said:
    return Said(readout.by, readout.says, readout.topic, entry.cites[readout.cite])
