"""The sides' accounts of one contact next to one another: what several say, what one alone says, where they differ.

Two accounts speak of one thing where they share its words, beside the names of those who met. The sides' readouts are
rivals where one denies what the other says of one thing or leaves it out, or where they have nothing in common at all.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.actors import Actor
from onrecord.model.entries import ContactEntry, ReadoutEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import content, retold, stems
from onrecord.reconciling.merging.cites import Cited
from onrecord.reconciling.merging.fields import cites_of
from onrecord.reconciling.sides.parties import state_of
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.deeds import deeds

SHARED = 2  # content words by which two accounts speak of one thing
MOST = 0.5  # of the shorter, where they share but one
NAME = re.compile(r"\b[A-Z][\w’'-]*")
ALSO = ("told", "said", "say", "must", "need", "spoken", "spoke")
FEWEST = 2  # content words of an account that can be a rival
LEFT_OUT = re.compile(
    r"\b(?:no|any|never|not|without|nor)\b[^,;]{0,30}?\b(?:such|mention(?:s|ed|ing)?(?: of)?)\b(?P<what>[^,;.]*)", re.I
)
THING = stems("thing matter kind sort word")


class Account(NamedTuple):
    """What one side says: `side` is its state or key, nothing where it is not one side's; `topic` what it is about."""

    side: str
    readout: ReadoutEntry
    topic: frozenset[str]


def laid_out(entry: ContactEntry, members: Sequence[Seen]) -> ContactEntry:
    """The contact with each account once, and where several sides tell of it, the point each speaks of."""
    told = _accounts(entry, members)
    if len({each.side for each in told}) < 2:
        return replace(entry, readouts=tuple(each.readout for each in told))
    pointed = [replace(each.readout, point=number) for number, point in enumerate(points(told), 1) for each in point]
    return replace(entry, readouts=tuple(pointed))


def rivals(made: Reconciled, members: Sequence[Seen]) -> Reconciled | None:
    """The dispute between the sides' readouts of a contact that was held, if there is one."""
    entry = made.entry
    assert isinstance(entry, ContactEntry)
    held = {readout.says for seen in members if seen.entry.status == "held" for readout in seen.entry.readouts}
    given = [each for each in _accounts(entry, members) if each.side and each.readout.says in held]
    missed = _left_out(given)
    if missed:
        voices = [_voice(made, [each, *(own for own in given if own.side == each.side)]) for each in missed]
        return dispute(f"what was said at {named(entry)}", "rival readouts", voices, [entry])
    told = [each for each in given if len(each.topic) >= FEWEST]
    if len({each.side for each in told}) != 2:
        return None
    shared = [point for point in points(told) if len({each.side for each in point}) > 1]
    over = next((point for point in shared if _differs(point)), None)
    if over is None and (shared or not _are_official(told, members)):
        return None
    voices = [_voice(made, _fullest(of_side)) for of_side in _by_side(over or told)]
    return dispute(f"what was said at {named(entry)}", "rival readouts", voices, [entry])


def named(entry: ContactEntry) -> str:
    """The contact in a few words: "the phone call of A and B on 2020-02-21"."""
    sides = " and ".join(filter(None, (", ".join(entry.between[:-1]), *entry.between[-1:])))
    on = f" on {entry.on}" if entry.on and "/" not in entry.on else ""
    return f"the {entry.form}{f' of {sides}' if sides else ''}{on}"


def points(told: Iterable[Account]) -> list[list[Account]]:
    """The accounts in groups of which each speaks of one thing, in the order of their first."""
    found: list[list[Account]] = []
    for each in told:
        alike = [point for point in found if any(_of_one(each, other) for other in point)]
        kept = alike[0] if alike else []
        for point in alike[1:]:
            kept.extend(point)
            found.remove(point)
        kept.append(each)
        if not alike:
            found.append(kept)
    return found


def _of_one(one: Account, other: Account) -> bool:
    """Whether two accounts speak of one thing: names alone, as those of the war's towns, do not tell it."""
    both = one.topic & other.topic
    shared, shorter = len(both), min(len(one.topic), len(other.topic))
    return bool(both - _names(one) - _names(other)) and (shared >= SHARED or shared >= MOST * shorter)


def _names(account: Account) -> frozenset[str]:
    """The stems of the names in it."""
    return stems(" ".join(NAME.findall(account.readout.says)))


@cache
def _of_talking() -> frozenset[str]:
    """The stems of what any account of a contact says: "told his counterpart in a telephone call"."""
    known = contacts()
    told = [word for form in known.forms.values() for word in (*form.nouns, *form.means)]
    return stems(" ".join((*told, *known.exchanging, *known.talking, *known.officials, *known.addressing, *ALSO)))


def _differs(point: Sequence[Account]) -> bool:
    """Whether one side says of the thing what the other says was not so."""
    denied = {each.side: False for each in point}
    for each in point:
        said = LEFT_OUT.sub("", each.readout.says)  # what is left out is something else
        denied[each.side] |= not deeds().forms.negative.isdisjoint(said.casefold().split())
    return len(set(denied.values())) > 1


def _left_out(told: Sequence[Account]) -> list[Account]:
    """What one side tells, and the other side's words that it is not so or that leave it out: "made no mention of a
    mission", "no such warning was given", "agreed to no such thing"."""
    for each in told:
        found = LEFT_OUT.search(each.readout.says)
        if found is None:
            continue
        what = content([found["what"].split(" was ")[0]])
        for other in told:
            if other.side != each.side and (what <= THING or what & stems(other.readout.says)):
                return [other, each]
    return []


def _are_official(told: Sequence[Account], members: Sequence[Seen]) -> bool:
    """Whether each is the account that a state or its people give of it, not what the two told one another there: "A
    told B", says the one, and the other, "B told A"."""
    there = {said.value for seen in members for said in seen.finding.between if said.value.type == "person"}
    if any(each.name in account.readout.by for each in there for account in told):
        return False
    to_the_other = {account.side: False for account in told}
    for account in told:
        others = (each.name.split()[-1] for each in there if state_of(each) != account.side)
        to_the_other[account.side] |= any(name in account.readout.says for name in others)
    return not all(to_the_other.values())


def _by_side(told: Iterable[Account]) -> list[list[Account]]:
    found: dict[str, list[Account]] = {}
    for each in told:
        found.setdefault(each.side, []).append(each)
    return list(found.values())


def _fullest(told: Iterable[Account]) -> list[Account]:
    return sorted(told, key=lambda each: -len(each.topic))


def _voice(made: Reconciled, told: Sequence[Account]) -> Voice:
    """What a side says: the first of its accounts, with the passages of all."""
    by = tuple(dict.fromkeys(name for each in told for name in each.readout.by))
    return Voice(by, told[0].readout.says, tuple(dict.fromkeys(holding(made, each.readout) for each in told)))


def holding(made: Reconciled, readout: ReadoutEntry) -> Cited:
    """The cite that holds what the readout says, as evidence."""
    found = cites_of(made)[readout.cite]
    return found._replace(cite=replace(found.cite, supports=()))


def _accounts(entry: ContactEntry, members: Sequence[Seen]) -> list[Account]:
    """The readouts of the contact, those left out that another of the side retells more fully."""
    speakers = {said.value.name: said.value for seen in members for each in seen.finding.readouts for said in each.by}
    sides = [said.value for seen in members for said in seen.finding.between]
    known = content([*entry.between, entry.place or "", entry.form]) | _of_talking()
    told = [
        Account(_side([speakers[name] for name in each.by], sides), each, stems(each.says) - known)
        for each in entry.readouts
    ]
    kept: list[Account] = []
    for each in sorted(told, key=lambda each: -len(each.topic)):
        if not any(_holds(other, each) for other in kept):
            kept.append(each)
    return sorted(kept, key=told.index)


def _holds(fuller: Account, other: Account) -> bool:
    same = fuller.readout.by == other.readout.by
    return same and (other.topic <= fuller.topic or retold(other.topic, fuller.topic))


def _side(speakers: Sequence[Actor], sides: Sequence[Actor]) -> str:
    """The side for which all of them speak: their state, themselves where all sides are of one state, or nobody."""
    of_one_state = len({state_of(side) for side in sides}) == 1
    labels = {side.key if of_one_state else state_of(side) for side in sides}
    spoken = {each.key if of_one_state else state_of(each) for each in speakers}
    return spoken.pop() if len(spoken) == 1 and spoken <= labels else ""
