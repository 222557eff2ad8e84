"""Contacts as the report shows them: who was in touch with whom, and what each side says was said, side by side."""

import datetime as dt
from collections.abc import Iterable

from onrecord.model.entries import ContactEntry, ReadoutEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, joined, together
from onrecord.publishing.sitrep.maker import Maker, told
from onrecord.publishing.sitrep.report import Block, Group, Section
from onrecord.publishing.sitrep.words import fold, harmless

MOST, SIDES, LINES = 20, 4, 5
NEAR = dt.timedelta(days=1)


def section(contacts: Iterable[ContactEntry], maker: Maker) -> Section | None:
    """A block for each contact, the newest first; what several reports tell of one contact stands in one block."""
    blocks = [block for group in alike(contacts) if (block := _block(group, maker))]
    if not blocks:
        return None
    return Section(
        heading="Contacts",
        note="calls, meetings, talks; each side’s account of them side by side",
        blocks=tuple(blocks[:MOST]),
        more=max(0, len(blocks) - MOST),
        words=("contact", "contacts"),
        rest="onrecord show RECORD contacts",
    )


def alike(contacts: Iterable[ContactEntry]) -> list[list[ContactEntry]]:
    """The contacts, the newest first, with those together that have one form, status, sides and day."""
    groups: list[list[ContactEntry]] = []
    for contact in sorted(contacts, key=_newest_first):
        beside = (group for group in groups if _one(group[0], contact))
        if found := next(beside, None):
            found.append(contact)
        else:
            groups.append([contact])
    return groups


def _newest_first(contact: ContactEntry) -> tuple[int, int, str]:
    """Newest last day first; of one day the narrowest date first, which those that leave it open then join."""
    covered = days(told(contact)) or (dt.date.min, dt.date.min)
    return -covered[1].toordinal(), (covered[1] - covered[0]).days, contact.id


def _one(one: ContactEntry, other: ContactEntry) -> bool:
    first, second = days(told(one)), days(told(other))
    if not first or not second or len(one.between) < 2:
        return False
    near = (
        first[0] - NEAR <= second[1] and second[0] - NEAR <= first[1] if one.form == "phone call" else first == second
    )
    return near and (one.form, one.status, set(one.between)) == (other.form, other.status, set(other.between))


def _block(contacts: list[ContactEntry], maker: Maker) -> Block | None:
    heads = [head for contact in contacts if (head := maker.line(contact, _head(contact, maker)))]
    head = together(heads)
    if head is None:
        return None
    said: dict[tuple[str, ...], list[Line]] = {}
    for contact in contacts:
        for readout in _whole(contact.readouts):
            if line := maker.line(contact, [*maker.names(readout.by, ()), Fixed(":"), Words(readout.says)]):
                said.setdefault(readout.by, []).append(line)
    groups = [_side(by, joined(lines)) for by, lines in said.items()]
    return Block(head, tuple(groups[:SIDES]))


def _side(by: tuple[str, ...], lines: tuple[Line, ...]) -> Group:
    return Group(harmless(" and ".join(by), 120), lines[:LINES], max(0, len(lines) - LINES))


def _head(contact: ContactEntry, maker: Maker) -> list[Claim]:
    """The form, the sides, how it stands where it was not held, where, when, and who says so."""
    claims: list[Claim] = [
        Fixed(contact.form),
        *([Fixed(contact.status, tag=True)] if contact.status != "held" else []),
    ]
    claims += [Fixed("·"), *maker.names(contact.between, contact.between_ids)] if contact.between else []
    claims += [Fixed("·"), *maker.place(contact)] if contact.place else []
    return [*claims, Fixed("·"), *maker.day(contact), Fixed("—"), *maker.teller(contact)]


def _whole(readouts: Iterable[ReadoutEntry]) -> list[ReadoutEntry]:
    """The readouts without those whose words another of the same side holds."""
    kept: list[ReadoutEntry] = []
    for readout in sorted(readouts, key=lambda each: -len(each.says)):
        if readout.by and not any(readout.by == other.by and fold(readout.says) in fold(other.says) for other in kept):
            kept.append(readout)
    return sorted(kept, key=lambda each: (each.cite, each.says))
