"""Contacts as the report shows them: who was in touch with whom, and what each side says was said, point by point."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby, zip_longest

from onrecord.model.entries import ContactEntry, ReadoutEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.accounts import DIFFER, standing
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, joined, narrowed
from onrecord.publishing.sitrep.maker import Maker, told
from onrecord.publishing.sitrep.report import Block, Group, Row, Section
from onrecord.publishing.sitrep.words import fold, harmless

MOST, SIDES, LINES, POINTS = 12, 4, 4, 8


def section(contacts: Iterable[ContactEntry], maker: Maker, shown: frozenset[str] = frozenset()) -> Section | None:
    """A block for each contact, the newest first.

    The accounts of those whose ids are `shown` stand among those that differ, and are not told again.
    """
    ordered = sorted(contacts, key=_newest_first)
    blocks = [block for contact in ordered[: 2 * MOST] if (block := _block(contact, maker, contact.id in shown))]
    if not blocks:
        return None
    return Section(
        heading="Contacts",
        note="calls, meetings, talks; each side’s account of them side by side",
        blocks=tuple(blocks[:MOST]),
        more=max(0, len(ordered) - 2 * MOST) + max(0, len(blocks) - MOST),
        words=("contact", "contacts"),
        rest="onrecord show RECORD contacts",
    )


def named(contact: ContactEntry, maker: Maker) -> list[Claim]:
    """The form and how it stands, the sides, where and when."""
    claims: list[Claim] = [Fixed(contact.form), *(each for each in standing(contact.status) if each != DIFFER)]
    claims += [Fixed("·"), *maker.names(contact.between, contact.between_ids)] if contact.between else []
    claims += [Fixed("·"), *maker.place(contact)] if contact.place else []
    return [*claims, Fixed("·"), *maker.day(contact)]


def _newest_first(contact: ContactEntry) -> tuple[int, int, str]:
    """Newest last day first; of one day the narrowest date first."""
    covered = days(told(contact)) or (dt.date.min, dt.date.min)
    return -covered[1].toordinal(), (covered[1] - covered[0]).days, contact.id


def _block(contact: ContactEntry, maker: Maker, shown: bool) -> Block | None:
    differ = maker.differing(contact) or [each for each in standing(contact.status) if each == DIFFER]
    head = maker.line(
        contact, [*named(contact, maker), Fixed("—"), *maker.teller(contact), *differ, *maker.told(contact)]
    )
    if head is None:
        return None
    if shown:
        return Block(head)
    readouts = _whole(contact.readouts)
    sides = list(dict.fromkeys(readout.by for readout in readouts))
    if _shared(readouts):
        columns = tuple(_heading(by) for by in sides[:SIDES])
        return Block(head, columns=columns, points=tuple(_points(contact, readouts, sides[:SIDES], maker)))
    groups = []
    for by in sides[:SIDES]:
        lines = joined([line for each in readouts if each.by == by and (line := _line(contact, each, maker))])
        groups += [Group(_heading(by), lines[:LINES], max(0, len(lines) - LINES))] if lines else []
    return Block(head, tuple(groups))


def _shared(readouts: Iterable[ReadoutEntry]) -> bool:
    """Whether there is a point of which several sides speak."""
    told = {(readout.point, readout.by) for readout in readouts if readout.point}
    return len({point for point, _ in told}) < len(told)


def _points(
    contact: ContactEntry, readouts: Iterable[ReadoutEntry], sides: list[tuple[str, ...]], maker: Maker
) -> Iterable[Row]:
    """A row for each point, those of which several sides speak first; an empty cell is a side that says nothing of
    it."""
    ordered = sorted(readouts, key=lambda each: each.point or 0)
    points = [list(group) for _, group in groupby(ordered, key=lambda each: each.point or 0)]
    points.sort(key=lambda point: -len({readout.by for readout in point}))
    for point in points[:POINTS]:
        told = [[_line(contact, each, maker) for each in point if each.by == by] for by in sides]
        for at, cells in enumerate(zip_longest(*told)):
            if any(cells):
                yield Row(cells, again=at > 0)


def _line(contact: ContactEntry, readout: ReadoutEntry, maker: Maker) -> Line | None:
    line = maker.line(contact, [*maker.names(readout.by, ()), Fixed(":"), Words(readout.says)])
    return narrowed(line, contact.cites[readout.cite]) if line else None


def _heading(by: tuple[str, ...]) -> str:
    return harmless(" and ".join(by), 120)


def _whole(readouts: Iterable[ReadoutEntry]) -> list[ReadoutEntry]:
    """Of readouts whose words hold another's: of one side the longer, of two the one that is held."""
    known = [each for each in readouts if each.by]

    def told(one: ReadoutEntry) -> bool:
        others = [other for other in known if other.says != one.says]
        return any(
            fold(one.says) in fold(other.says) if one.by == other.by else fold(other.says) in fold(one.says)
            for other in others
        )

    return sorted((one for one in known if not told(one)), key=lambda each: (each.cite, each.says))
