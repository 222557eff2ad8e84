"""Claims of control that one report tells twice, as one that cites both passages."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.model.actors import Actor
from onrecord.model.findings import ControlFinding
from onrecord.model.said import Said
from onrecord.reading.control.frames import HYPHENED, SIEGE
from onrecord.reading.found import DeedMention
from onrecord.reading.report import Report

TAKEN = frozenset({"took", "regained"})
Claim = DeedMention[ControlFinding]
Actors = tuple[Said[Actor], ...]


def taken_from(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a sentence; in "seized the government-held town" the government is whom it was taken from."""
    held = [claim for claim in claims if claim.finding.change.rule == HYPHENED]
    for claim in claims:
        finding = claim.finding
        others = [each.finding.holder for each in held if _is_taken(finding, each.finding)]
        if others and not finding.from_:
            yield claim._replace(finding=structs.replace(finding, from_=others[0]))
        elif claim not in held or not any(_is_taken(other.finding, finding) for other in claims):
            yield claim


def _is_taken(taken: ControlFinding, held: ControlFinding) -> bool:
    """Whether the one tells that somebody else took what the other tells somebody held."""
    same = taken.area.value == held.area.value and taken.area.words == held.area.words
    return same and taken.change.value in TAKEN and not _keys(taken.holder) & _keys(held.holder)


def once(report: Report, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those of one change of one place by one side and claimant told as one; a side's hold that only an
    adjective tells is told once. What a title tells of a place is what the body tells more fully."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda each: report.paragraphs[each.at.paragraph].role != "body"):
        title = report.paragraphs[claim.at.paragraph].role != "body"
        at = next((n for n, other in enumerate(kept) if _is_same(other.finding, claim.finding, title)), None)
        if at is None:
            kept.append(claim)
        elif claim.finding.change.rule != HYPHENED:
            kept[at] = _together(kept[at], claim, title)
    return tuple(sorted(kept, key=lambda each: each.at))


def _is_same(one: ControlFinding, other: ControlFinding, title: bool) -> bool:
    if one.place is None or other.place is None:
        if one.place is not other.place or one.area.value != other.area.value:
            return False
    elif one.place.value.key != other.place.value.key:
        return False
    if one.change.value != other.change.value:
        return False
    if title and one.place is not None:
        return True
    if not _agree(one.holder, other.holder):
        return False
    if not {HYPHENED, SIEGE}.isdisjoint((one.change.rule, other.change.rule)):
        return True
    dates = {said.value for said in (one.on, other.on) if said is not None}
    return len(dates) < 2 and _keys(one.per) == _keys(other.per)


def _agree(one: Actors, other: Actors) -> bool:
    return _keys(one) == _keys(other) or not (one and other)


def _keys(actors: Actors) -> frozenset[str]:
    return frozenset(actor.value.key for actor in actors)


def _together(one: Claim, other: Claim, title: bool) -> Claim:
    """The first claim, with what only the second tells and its passage."""
    fuller = {
        name: getattr(other.finding, name)
        for name in ("holder", "from_", "on", "via")
        if not title and not getattr(one.finding, name) and getattr(other.finding, name)
    }
    if "on" in fuller:
        fuller["recent"] = False
    evidence = (*one.evidence, *(passage for passage in other.evidence if passage not in one.evidence))
    return DeedMention(one.at, evidence, structs.replace(one.finding, **fuller))
