"""Deadlines by how they stand on a day: what is over with nothing told of it, what is coming, what has no day."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from onrecord.model.entries import AnyEntry, CommitmentEntry
from onrecord.model.filters import Filter
from onrecord.model.iso import days
from onrecord.model.kinds import several
from onrecord.model.outlook import OPEN, PASSED
from onrecord.web.saying import many
from onrecord.web.sight import Sight

NEAR = 45  # days a due date may cover and still be a deadline: "this year" is none
ULTIMATUM = "ultimatum"
FAR = dt.timedelta(days=3660)
BEFORE, AFTER = 4, 12  # months about the day in which deadlines are sought
AT_ONCE = 150


class Deadlines(Struct, frozen=True):
    """`over`: the day has passed and no report tells what came of it, the last first; `coming`: the next first;
    `undated`: ultimatums with no day, which stand until something is told of them."""

    over: tuple[CommitmentEntry, ...]
    coming: tuple[CommitmentEntry, ...]
    undated: tuple[CommitmentEntry, ...]

    def first(self, coming: int, over: int, undated: int) -> "Deadlines":
        """So many of each at most."""
        return Deadlines(self.over[:over], self.coming[:coming], self.undated[:undated])

    @property
    def all(self) -> tuple[CommitmentEntry, ...]:
        return (*self.coming, *self.over, *self.undated)


def standing(entries: Iterable[AnyEntry], day: dt.date | None) -> Deadlines:
    """The deadlines among the entries as they stand on the day; commitments carry their status already."""
    judged = [each for each in entries if isinstance(each, CommitmentEntry) and each.review != "rejected"]
    near = [(covered, each) for each in judged if (covered := days(each.due)) and _is_near(covered)]
    coming = sorted(
        ((covered, each) for covered, each in near if each.status == OPEN), key=lambda pair: (pair[0][1], pair[1].id)
    )
    over = sorted(
        ((covered, each) for covered, each in near if each.status == PASSED and day),
        key=lambda pair: (-pair[0][1].toordinal(), pair[1].id),
    )
    undated = [each for each in judged if not each.due and each.status == OPEN and ULTIMATUM in several(each.type)]
    return Deadlines(tuple(each for _, each in over), tuple(each for _, each in coming), tuple(undated))


def sought(sight: Sight, wanted: Filter) -> Deadlines:
    """The deadlines of the filter in the months about the day, and the ultimatums among its newest commitments."""
    if sight.day is None:
        return standing(sight.browse(["commitment"], wanted, limit=AT_ONCE), None)
    this = sight.day.year * 12 + sight.day.month - 1
    months = tuple(f"due:{at // 12:04}-{at % 12 + 1:02}" for at in range(this - BEFORE, this + AFTER + 1))
    near = sight.browse(["commitment"], replace(wanted, keys=(*wanted.keys, *months)), limit=AT_ONCE)
    newest = sight.browse(["commitment"], wanted, limit=AT_ONCE // 3)
    return standing({each.id: each for each in (*near, *newest)}.values(), sight.day)


def ahead(due: str | None, day: dt.date | None) -> str:
    """ "in 3 days", "today", "4 days over"; nothing where either is not known or the two are years apart."""
    covered = days(due)
    if covered is None or day is None:
        return ""
    first, last = covered
    if first <= day <= last:
        return "today" if first == last else "by the end of it"
    away = first - day if first > day else day - last
    if away > FAR:
        return ""
    return f"in {many(away.days, 'day')}" if first > day else f"{many(away.days, 'day')} over"


def _is_near(covered: tuple[dt.date, dt.date]) -> bool:
    return (covered[1] - covered[0]).days <= NEAR
