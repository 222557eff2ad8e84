"""Whether two observations of one number tell one figure.

The number must be the same, and nothing that they tell may keep them apart: whom they count, where, on what day or from
what start, what kind of count it is. A number that is small or vague is told of many things, so it needs more in common
than a telling one.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from onrecord.model.entries import FigureEntry
from onrecord.model.findings import FigureFinding
from onrecord.model.iso import days
from onrecord.model.places import Place
from onrecord.reconciling.figures.counts import (
    INCIDENT,
    LEVEL,
    NEW,
    STANDS,
    day,
    deed,
    kind,
    number,
    population,
    size,
    start,
    whole,
)
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict
from onrecord.reconciling.joining.likeness import WIDE, apart_by, same_actor, same_days, same_place, same_sides
from onrecord.reconciling.joining.sayings import is_gist
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import retold, share
from onrecord.reconciling.merging.fields import length

TELLING, SMALL, HUGE = 10, 5, 1000
ALIKE = 0.4  # of the words of both, for passages that are no copies
MANY_WORDS, FEW_WORDS = 10, 5
ONE_DAY = dt.timedelta(days=1)
CERTAIN = ("same place", "same teller", "same people", "telling number")  # make one day of two that follow


def keys(seen: Seen) -> Iterator[str]:
    """What two observations must share to be compared: the number and the day; of a number that tells enough by itself,
    or of a level at a place, the number; where no day is known, that of the report, or some words."""
    said = " ".join(map(str, number(seen.entry)))
    known = days(day(seen.entry))
    covered = known or days(seen.entry.first_reported)
    if kind(seen.entry) != INCIDENT and _is_telling(seen.entry):
        yield said
    if seen.entry.count == LEVEL:
        yield f"{said} {seen.entry.place_id}"
    if covered is not None:
        yield from (f"{said} {covered[1] + after * ONE_DAY}" for after in (0, 1))
    if known is None:
        yield f"{said} {' '.join(sorted(seen.words)[:3])}"


def compare(one: Seen, other: Seen) -> Verdict:
    """How two observations of figures of one measure stand to one another."""
    mine, yours = one.entry, other.entry
    if number(mine) != number(yours) or not _same_count(mine, yours) or not _same_people(one, other):
        return APART
    place = same_place(one.place, other.place)
    apart = apart_by(day(mine), day(yours))
    late = _too_late(mine, yours, apart)
    if (
        place is False
        or _of_another_area(one, other)
        or _of_a_part(one, other)
        or (late and apart != ONE_DAY)
        or _side_by_side(one, other)
    ):
        return APART
    ties = _ties(one, other, place)
    next_day = late and all(ties[tie] for tie in CERTAIN)
    if late and not next_day:
        return APART
    words = retold(one.words, other.words) and (apart is not None or _in_the_news(one, other))
    if not (words or next_day or _are_tied(mine, yours, ties, place)):
        return OPEN
    held = {"same words": words, "same day": apart == dt.timedelta(0), **ties}
    return ("same number", *(reason for reason, holds in held.items() if holds))


def _of_another_area(one: Seen, other: Seen) -> bool:
    """Whether one counts what there was in a country and the other in a part of it: what happened once is told of
    either, a total of one is none of the other."""
    places = (_place(one.finding), _place(other.finding))
    country = [place is not None and place.precision == "country" for place in places]
    known = None not in places and INCIDENT not in (kind(one.entry), kind(other.entry))
    return known and country[0] != country[1]


def _of_a_part(one: Seen, other: Seen) -> bool:
    """Whether only one of two totals or levels is told of a town or province: the other may be that of more than it."""
    placed = [_place(each.finding) for each in (one, other) if each.finding.place]
    happened = {kind(one.entry), kind(other.entry)} & {INCIDENT, NEW}
    if len(placed) != 1 or happened or retold(one.words, other.words):
        return False
    return placed[0] is not None and placed[0].precision != "country"


def _ties(one: Seen, other: Seen, place: bool | None) -> dict[str, bool]:
    """What they have in common beside the number, its kind and its day."""
    mine, yours = one.entry, other.entry
    return {
        "same place": bool(place) and _tells_apart(one),
        "same teller": _same_teller(one, other),
        "same people": bool(population(mine)) and population(mine) == population(yours),
        "same whole": bool(mine.part_of and yours.part_of),
        "alike words": share(one.words, other.words) >= ALIKE,
        "telling number": _is_telling(mine),
        "huge number": size(mine) >= HUGE and bool(place),
        "reworded": not (day(mine) or day(yours)) and _is_undated(one, other) and is_gist(one.words, other.words),
    }


def _is_undated(one: Seen, other: Seen) -> bool:
    """Whether neither report has a date."""
    return one.entry.first_reported is None and other.entry.first_reported is None


def _are_tied(one: FigureEntry, other: FigureEntry, ties: Mapping[str, bool], place: bool | None) -> bool:
    """Whether what they have in common makes them one."""
    apart = apart_by(day(one), day(other))
    if apart is None:
        near = _reported_together(one, other) and ties["alike words"]
        return ties["telling number"] and (near or ties["reworded"])
    enough = sum(ties.values()) >= (2 if size(one) >= SMALL else 3)
    by_word = apart <= ONE_DAY and ties["same teller"] and size(one) >= HUGE
    return enough and (by_word or _anchored(one, other, place))


def _is_telling(figure: FigureEntry) -> bool:
    """Whether the number is not one that is told of many things."""
    return size(figure) >= (TELLING if figure.value is not None else HUGE)


def _in_the_news(one: Seen, other: Seen) -> bool:
    """Whether passages that tell no day are told of one: many words of both, or a number that reports of two days
    share."""
    near = _is_telling(one.entry) and _reported_together(one.entry, other.entry)
    return len(one.words & other.words) >= (FEW_WORDS if near else MANY_WORDS)


def _reported_together(one: FigureEntry, other: FigureEntry) -> bool:
    apart = apart_by(one.first_reported, other.first_reported)
    return apart is not None and apart <= ONE_DAY


def _same_count(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether the kinds of count, what was done, the starts and how sure it is can be those of one figure."""
    alike = one.unit == other.unit and deed(one) == deed(other) and len({kind(one), kind(other)} - {None}) < 2
    starts = {start(one), start(other)} - {None}
    standing = one.standing == other.standing or {one.standing, other.standing} <= STANDS
    return alike and len(starts) < 2 and standing


def _same_people(one: Seen, other: Seen) -> bool:
    """Whether whom or what they count can be the same: no two sides, groups or wholes, and no two words for it."""
    mine, yours = one.entry, other.entry
    sides = (one.finding.of_side, other.finding.of_side)
    if all(sides) and not same_actor(sides[0].value, sides[1].value):
        return False
    if mine.of_group != yours.of_group or len({mine.of_status, yours.of_status} - {None}) > 1:
        return False
    wholes = (whole(mine), whole(yours))
    if all(wholes) and not (wholes[0] <= wholes[1] or wholes[1] <= wholes[0]):
        return False
    ours, theirs = population(mine), population(yours)
    return ours <= theirs or theirs <= ours


def _too_late(one: FigureEntry, other: FigureEntry, apart: dt.timedelta | None) -> bool:
    """Whether what happened on one day is told of another: a day that is only the report's may be one off."""
    if apart is None or {one.count, other.count} - {INCIDENT, None}:
        return False
    inferred = any(each.period is None and each.as_of_basis == "inferred" for each in (one, other))
    return apart > (ONE_DAY if inferred else dt.timedelta(0))


def _side_by_side(one: Seen, other: Seen) -> bool:
    """Whether one sentence tells both: two numbers of one sentence are two."""
    if one.document != other.document:
        return False
    mine, yours = one.noted.observation.evidence, other.noted.observation.evidence
    return any(a.start < b.end and b.start < a.end for a in mine for b in yours)


def _anchored(one: FigureEntry, other: FigureEntry, place: bool | None) -> bool:
    """Whether they share what a count of their kind hangs on: the day, the place or the start."""
    kinds = {kind(one), kind(other)} - {None}
    if kinds == {LEVEL}:
        return bool(place)
    if kinds and INCIDENT not in kinds and start(one) is not None and start(one) == start(other):
        return True
    mine, yours = day(one) or "", day(other) or ""
    return kinds != {NEW} and bool(same_days(mine, yours)) and not (length(mine) and length(yours))


def _tells_apart(seen: Seen) -> bool:
    """Whether its place says where: any for a level or a total, a town or the like for what happened."""
    return kind(seen.entry) not in (INCIDENT, None) or seen.finding.place.value.precision not in WIDE


def _same_teller(one: Seen, other: Seen) -> bool:
    """Whether somebody who bears a name tells both."""
    mine, yours = (tuple(said for said in each.finding.per if not said.value.unnamed) for each in (one, other))
    return bool(same_sides(mine, yours))


def _place(finding: FigureFinding) -> Place | None:
    return finding.place.value if finding.place else None
