"""How a commitment stands on a day: derived from what is told of it, never kept.

What came of it is only ever what a passage says; that nothing is told when its day is over is said in just these words.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from onrecord.model.entries import CommitmentEntry, Entry
from onrecord.model.iso import days

OPEN, PASSED = "open", "due date passed without report"
REPORTED, DIFFER, REPLACED = "outcome reported", "outcomes differ", "replaced"
CORRECTS = "corrects"  # the link from a commitment to that of which it sets the day anew

E = TypeVar("E", bound=Entry)


def status(commitment: CommitmentEntry, day: dt.date | None, replaced: Collection[str] = ()) -> str:
    """How it stands on the day: one of the five above; without a day nothing is over. `replaced` are the ids of those
    of which another has set the day anew."""
    came = {(outcome.of, outcome.came) for outcome in commitment.outcomes}
    if came:
        return DIFFER if len(came) > len({of for of, _ in came}) else REPORTED
    if commitment.id in replaced:
        return REPLACED
    due = days(commitment.due)
    return PASSED if due is not None and day is not None and due[1] < day else OPEN


def replaced(commitments: Iterable[CommitmentEntry]) -> frozenset[str]:
    """The ids of those of which another among them has set the day anew."""
    return frozenset(link.to for each in commitments for link in each.links if link.as_ == CORRECTS)


def judged(entries: Iterable[E], day: dt.date | None, replaced: Collection[str] = ()) -> Iterator[E]:
    """The entries, commitments with their status on the day."""
    for entry in entries:
        if isinstance(entry, CommitmentEntry):
            yield replace(entry, status=status(entry, day, replaced))
        else:
            yield entry


def newest(published: Iterable[str | None]) -> dt.date | None:
    """The last of the days on which reports were published: the one to judge a record by."""
    return max((covered[1] for each in published if (covered := days(each))), default=None)
