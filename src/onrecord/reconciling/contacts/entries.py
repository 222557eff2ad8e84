"""Contacts: one entry for each call or meeting, from its plan to its readouts, from all reports that tell of it.

Two observations are one contact where form, day, place and sides can be the same, and they have more than that in
common: the same words, or the same two sides on one day. A leader may stand for his state where day and place say so. A
plan without a day is one with another of the same days' reports.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.entries import AnyEntry, Cite, ContactEntry, ReadoutEntry
from onrecord.model.findings import ContactFinding, Observation, Readout
from onrecord.model.frames import UNDATED, Frame, Noted, PartDate
from onrecord.model.iso import days
from onrecord.reconciling.blocks import Block, Reconciled, key_of
from onrecord.reconciling.contacts import plans, readouts
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import WIDE, apart_by, same_days, same_place
from onrecord.reconciling.joining.seen import Seen, as_first_told, grouped
from onrecord.reconciling.joining.wording import retold, sketch, stems
from onrecord.reconciling.merging.cites import holding
from onrecord.reconciling.merging.fields import ON, PLACE, Policy, length, merged
from onrecord.reconciling.merging.told import deed, ids, month_of, names, plain
from onrecord.reconciling.sides.parties import Match, leading, matched, sounds, state_of
from onrecord.vocabulary.contacts import contacts

FORMS = ("summit", "conference", "delegation visit", "meeting", "talks")  # what tells more in front
CALL, TALKS = "phone call", "talks"
STAGES = ("proposed", "planned", "called off", "denied", "held")
TO_COME = frozenset({"planned", "proposed", "called off", "denied"})
FEWEST = 3  # content words beside the names of the sides
BRIEF = 2  # days, beside the first, that a contact's date may leave open
WEEK = 7
NEWS = dt.timedelta(days=3)


def _form(told: Sequence[str]) -> str:
    return min(told, key=lambda form: FORMS.index(form) if form in FORMS else -1)


POLICY = Policy(finest=(ON, PLACE), choose={"form": _form}, compared=("on", "status"))


def block(observation: Observation, date: PartDate) -> str:
    """The contacts of one month: that of the contact, else that of the report."""
    finding = observation.finding
    assert isinstance(finding, ContactFinding)
    return f"contact:{month_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The contacts that the observations of the block tell of, and where their accounts differ."""
    found = []
    for members, reasons in grouped(block, _entry, compare, keys):
        made = merged(as_first_told(members), POLICY, reasons)
        made = made._replace(entry=readouts.laid_out(_as_one(made.entry, members), members))
        disputes = (plans.rivals(made, members), readouts.rivals(made, members))
        found += [made, *(each for each in disputes if each is not None)]
    return found


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: two sides and a day, or words."""
    labels = sorted({label for side in seen.sides for label in _labels(side)})
    for (one, other), date, family in product(combinations(labels, 2), _dates(seen), _families(seen)):
        yield f"{family} {one} {other} {date}"
    yield from sketch(seen.words)


def _dates(seen: Seen) -> Iterator[str]:
    if seen.entry.status in TO_COME:
        yield "to come"
    if covered := days(seen.entry.on):
        yield from (str(covered[0] + dt.timedelta(days=day)) for day in range(min(length(seen.entry.on), WEEK) + 1))


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of contacts stand to one another."""
    sides = matched(one.sides, other.sides)
    if sides is None or not _may_be_one_form(one, other, sides) or _told_as_two(one, other, sides):
        return APART
    words = _same_words(one, other) and (sides.both or one.trigger == other.trigger)
    day, place = same_days(one.entry.on, other.entry.on), same_place(one.place, other.place)
    if place is False or (day is False and not (words and one.reprints(other))):
        return APART
    spot = bool(place) and one.finding.place.value.precision not in WIDE
    tied = sides.both and (_on_one_day(one, other, sides, spot) if day else _one_plan(one, other, sides))
    reasons = {"same words": words, "same sides": sides.both, "same day": day, "same place": place}
    return tuple(reason for reason, holds in reasons.items() if holds) if words or tied else OPEN


def _same_words(one: Seen, other: Seen) -> bool:
    """Whether the passages are one telling, beside the names of the sides: those any two tellings share."""
    known = _names((*one.sides, *other.sides))
    mine, yours = one.words - known, other.words - known
    return min(len(mine), len(yours)) >= FEWEST and retold(mine, yours)


@lru_cache(maxsize=16384)
def _names(sides: tuple[Actor, ...]) -> frozenset[str]:
    return stems(" ".join(side.name for side in sides))


def _on_one_day(one: Seen, other: Seen, sides: Match, spot: bool) -> bool:
    """Whether two of those sides on days that can be the same tell one contact."""
    open_days = [length(seen.entry.on) for seen in (one, other)]
    exact, brief = not any(open_days), max(open_days) <= BRIEF
    by_name = any(side.type == "person" for side in one.sides) and any(side.type == "person" for side in other.sides)
    if sides.standing or sides.left:
        called = brief and by_name and one.entry.form in contacts().placeless  # "a call with his Turkish counterpart"
        return (brief and spot) or ((exact or called) and not sides.left and one.entry.form == other.entry.form)
    if one.entry.on == other.entry.on and {one.entry.status, other.entry.status} <= TO_COME:
        return max(open_days) <= WEEK
    return exact or (brief and (spot or by_name)) or _same_teller(one, other)


def _same_teller(one: Seen, other: Seen) -> bool:
    """Whether somebody named tells both, in the same way."""
    tellers = {said.value.key for said in one.finding.per} & {said.value.key for said in other.finding.per}
    return bool(tellers) and (one.entry.form, one.entry.status) == (other.entry.form, other.entry.status)


def _one_plan(one: Seen, other: Seen, sides: Match) -> bool:
    """Whether both tell of the same two leaders' contact to come, in reports of the same days."""
    if sides.left or one.entry.status not in TO_COME or other.entry.status not in TO_COME:
        return False
    apart = apart_by(one.entry.first_reported, other.entry.first_reported)
    if apart is None or apart > NEWS or any(side.type != "person" for side in (*one.sides, *other.sides)):
        return False
    told = (one.entry, other.entry)
    return all(_is_ahead(mine.on, yours.first_reported) for mine, yours in product(told, told))


def _is_ahead(on: str | None, published: str | None) -> bool:
    """Whether a day, if one is told, had not passed when the report came out."""
    covered, reported = days(on), days(published)
    return covered is None or reported is None or covered[1] >= reported[0]


def _told_as_two(one: Seen, other: Seen, sides: Match) -> bool:
    """Whether one report tells them as two: both in one passage of it, or both as held; not where it tells the same
    sides' meeting of one day again."""
    if one.document != other.document:
        return False
    mine, yours = one.entry, other.entry
    dated = mine.on == yours.on is not None and "inferred" not in (mine.on_basis, yours.on_basis)
    again = dated and _family(one) == FORMS[-1] and sides.named > 1 and not sides.left
    alike = mine.status == yours.status and not again and not _same_words(one, other)
    return one.shares_passage(other) or alike


def _families(seen: Seen) -> Iterator[str]:
    """Of the form as told, and of a telephone call, which talks may have been."""
    yield _family(seen)
    if seen.entry.form == TALKS:
        yield CALL


def _may_be_one_form(one: Seen, other: Seen, sides: Match) -> bool:
    """Whether the two forms can be of one contact: what one report calls a telephone call of two persons, another may
    call a conversation of that day."""
    if _family(one) == _family(other):
        return True
    persons = all(side.type == "person" for side in (*one.sides, *other.sides))
    alone = persons and sides.named == 2 and not sides.left and not sides.standing
    day = one.entry.on == other.entry.on is not None and length(one.entry.on) == 0
    placed = one.place is not None or other.place is not None
    return {one.entry.form, other.entry.form} == {CALL, TALKS} and alone and day and not placed


def _family(seen: Seen) -> str:
    return FORMS[-1] if seen.entry.form in FORMS else seen.entry.form


def _labels(side: Actor) -> Iterator[str]:
    """By what a side is found under another name: its state, its own key, or the sound of its surname."""
    yield state_of(side)
    if side.type == "person" and sounds(side.name):
        yield sounds(side.name)[-1]


def _as_one(entry: AnyEntry, members: Sequence[Seen]) -> ContactEntry:
    """The contact with each side once, by the name that tells most, and what became of it in the order of time."""
    assert isinstance(entry, ContactEntry)
    if len(members) < 2:
        return entry
    sides = leading(seen.sides for seen in members)
    told: dict[str, tuple[str, int]] = {}
    for seen in members:
        told.setdefault(seen.entry.status, (seen.entry.first_reported or UNDATED, STAGES.index(seen.entry.status)))
    status = tuple(sorted(told, key=lambda each: told[each]))
    return replace(
        entry,
        between=tuple(side.name for side in sides),
        between_ids=tuple(map(key_of, sides)),
        status=status[0] if len(status) == 1 else status,
    )


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, ContactFinding)
    made = deed(
        block,
        noted,
        ContactEntry,
        form=finding.form.value,
        between=names(finding.between),
        between_ids=ids(finding.between),
        status=finding.status.value,
    )
    told = tuple(_readout(each, made.entry.cites, block.frame(noted)) for each in finding.readouts)
    return made._replace(entry=replace(made.entry, readouts=told))


def _readout(readout: Readout, quoted: Sequence[Cite], frame: Frame) -> ReadoutEntry:
    return ReadoutEntry(
        by=names(readout.by),
        says=readout.says.value,
        cite=holding(quoted, frame, readout.says.words[0]),
        topic=plain(readout.topic),
    )
