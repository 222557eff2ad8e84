"""What stands beside an entry: what it points at, what points at it, the disputes over it, the series it belongs to."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model.entries import AnyEntry, ComplianceEntry, DisputeEntry, EventEntry, FigureEntry
from onrecord.model.filters import Filter
from onrecord.model.kinds import KINDS
from onrecord.model.rulings import REJECTED
from onrecord.web.sight import Sight

MOST = 12  # entries under one heading
SOUGHT = 200  # observations by which what points at the entry is sought
SERIES = 60  # values
ORDER = (
    "Disputes over it",
    "What it is over",
    "Its figures",
    "Figures of the same event",
    "The event it is a figure of",
    "The same occurrence, told otherwise",
    "Denied in",
    "What it denies",
    "What it answers",
    "Answers to it",
    "What came of it",
    "What it came of",
    "Part of",
    "Parts of it",
    "The day it set before",
    "Set anew in",
    "The agreement",
    "Who kept or broke it",
    "Beside it",
)
POINTING = {
    "same occurrence": "The same occurrence, told otherwise",
    "denies": "What it denies",
    "response to": "What it answers",
    "outcome of": "What it came of",
    "part of": "Part of",
    "corrects": "The day it set before",
    "under": "The agreement",
}
POINTED = {
    "same occurrence": "The same occurrence, told otherwise",
    "denies": "Denied in",
    "response to": "Answers to it",
    "outcome of": "What came of it",
    "part of": "Parts of it",
    "corrects": "Set anew in",
}
OTHERWISE = "Beside it"
UNTOLD = ("document", "actor", "place")  # kinds that nothing is linked with: others name them


class Related(NamedTuple):
    """Entries under one heading; `more` are not shown."""

    heading: str
    entries: list[AnyEntry]
    more: int = 0


def disputes(beside: list[Related]) -> list[DisputeEntry]:
    """The disputes among what stands beside an entry, but those that a person rejected."""
    found = (each for group in beside for each in group.entries if isinstance(each, DisputeEntry))
    return [each for each in found if each.review != REJECTED]


def related(sight: Sight, entry: AnyEntry) -> list[Related]:
    """What stands beside the entry, under headings in ORDER, MOST under each."""
    if entry.kind in UNTOLD:
        return []
    found = dict(_pointing(entry))
    ids = (entry.id, *sight.reader.first_told(entry.id, SOUGHT))
    backward = sight.browse(tuple(KINDS), Filter(keys=tuple(f"to:{id_}" for id_ in ids)), limit=MOST * 2)
    there = {each.id: each for each in backward}
    for each in backward:
        found.setdefault(each.id, _pointed(each, entry))
        if isinstance(entry, FigureEntry) and isinstance(each, EventEntry):
            for figure in each.figures:
                found.setdefault(figure, "Figures of the same event")
    found.pop(entry.id, None)
    there |= {each.id: each for each in sight.entries_at([id_ for id_ in list(found)[: MOST * 4] if id_ not in there])}
    groups: dict[str, list[AnyEntry]] = {}
    for id_, heading in found.items():
        if id_ in there:
            groups.setdefault(heading, []).append(there[id_])
    return [Related(head, groups[head][:MOST], max(0, len(groups[head]) - MOST)) for head in ORDER if head in groups]


def series(sight: Sight, entry: AnyEntry) -> list[FigureEntry]:
    """The values of the count that the figure is one value of, in the order of their days."""
    if not isinstance(entry, FigureEntry) or not entry.series:
        return []
    found = sight.browse(("figure",), Filter(keys=(f"series:{entry.series}",)), order="oldest", limit=SERIES)
    return [each for each in found if isinstance(each, FigureEntry)]


def _pointing(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    yield from ((link.to, POINTING.get(link.as_, OTHERWISE)) for link in entry.links)
    if isinstance(entry, EventEntry):
        yield from ((figure, "Its figures") for figure in entry.figures)
    if isinstance(entry, DisputeEntry):
        yield from ((over, "What it is over") for over in entry.over_ids)
    if isinstance(entry, ComplianceEntry) and entry.agreement_id:
        yield entry.agreement_id, "The agreement"


def _pointed(other: AnyEntry, entry: AnyEntry) -> str:
    """How the other points at the entry."""
    if isinstance(other, DisputeEntry):
        return "Disputes over it"
    if isinstance(other, EventEntry) and isinstance(entry, FigureEntry):
        return "The event it is a figure of"
    if isinstance(other, ComplianceEntry) and other.agreement_id == entry.id:
        return "Who kept or broke it"
    way = next((link.as_ for link in other.links if link.to == entry.id), "")
    return POINTED.get(way, OTHERWISE)
