"""Whether a contact comes about, where its tellers differ: agreed by one and denied by another, dropped or put off.

A plan that was held, dropped or put off later is none: the one teller must speak when the other's word could be known.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from onrecord.model.entries import ContactEntry, ReadoutEntry
from onrecord.model.iso import days
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.contacts.readouts import holding, named
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import WORD, stems
from onrecord.reconciling.merging.cites import Cited
from onrecord.reconciling.merging.told import UNATTRIBUTED
from onrecord.vocabulary.differing import because, fates
from onrecord.vocabulary.triggers import tells

AGREED = frozenset({"planned", "held"})
OFF = "called off"
NEAR = dt.timedelta(days=3)


class Word(NamedTuple):
    """What one teller says of the contact: in what words, when (the day of the report), and where that stands."""

    by: tuple[str, ...]
    status: str
    says: str
    published: str | None
    on: str | None
    cites: tuple[Cited, ...]


def rivals(made: Reconciled, members: Sequence[Seen]) -> Reconciled | None:
    """The dispute over whether, or why not, the contact comes about, if there is one."""
    entry = made.entry
    assert isinstance(entry, ContactEntry)
    words = [word for seen in members for word in _words(seen)]
    for one, other in product(words, words):
        if set(one.by).isdisjoint(other.by) and (_denies(one, other) or _off_otherwise(one, other)):
            voices = [Voice(each.by, each.says, each.cites) for each in (one, other)]
            return dispute(f"whether {named(entry)} comes about", "rival accounts", voices, [entry])
    return None


def _words(seen: Seen) -> Iterable[Word]:
    """What the report's teller says and, of a contact called off, what a side says of that."""
    entry, cites = seen.entry, evidence(seen.made)
    own = _fullest(entry)
    by, says = (own.by, own.says) if own else (entry.per, " ".join(cites[0].cite.quote.split()))
    held = (holding(seen.made, own), *cites) if own else cites
    yield Word(by, entry.status, says, entry.first_reported, entry.on, tuple(dict.fromkeys(held)))
    for each in entry.readouts if entry.status == OFF else ():
        if each.by != by:
            cite = holding(seen.made, each)
            yield Word(each.by, OFF, each.says, entry.first_reported, entry.on, (cite,))


def _fullest(entry: ContactEntry) -> ReadoutEntry | None:
    """What the entry's teller says of it, or he who says that another says so: "officials say both agreed to meet"."""
    own = next((each for each in entry.readouts if each.by == entry.per), None)
    around = [each for each in entry.readouts if own is not None and own.says in each.says]
    return max(around, key=lambda each: len(each.says), default=None)


def _denies(one: Word, other: Word) -> bool:
    """Whether the one says that it was agreed or held, and the other, when that could be known, that it is not so."""
    if one.status not in AGREED or other.by == UNATTRIBUTED:
        return False
    if other.status == "denied":
        return _after(one, other) if one.status == "held" else _near(one, other)
    return other.status == OFF and one.status == "held" and one.by != UNATTRIBUTED and _after(one, other)


def _after(one: Word, other: Word) -> bool:
    """Whether the report of the other is of the day, or of a later one, on which by the one it was held."""
    on, published = days(one.on), days(other.published)
    return on is not None and published is not None and published[1] >= on[1]


def _near(one: Word, other: Word) -> bool:
    first, second = days(one.published), days(other.published)
    return first is not None and second is not None and abs(first[0] - second[0]) <= NEAR


def _off_otherwise(one: Word, other: Word) -> bool:
    """Whether the one says that it was dropped and the other that it was put off, or each gives another reason."""
    if not one.status == other.status == OFF or other.by == UNATTRIBUTED:
        return False
    first, second = _fates(one.says), _fates(other.says)
    if first == {"dropped"} and second == {"delayed"}:
        return True
    reasons = _reason(one.says), _reason(other.says)
    return bool(first and second) and all(reasons) and reasons[0].isdisjoint(reasons[1])


def _fates(says: str) -> set[str]:
    return set(tells(fates(), WORD.findall(says)))


def _reason(says: str) -> frozenset[str]:
    """The words of the reason that is given."""
    found = because().search(says)
    return stems(says[found.end() :].partition(",")[0]) if found else frozenset()
