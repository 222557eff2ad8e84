"""Contacts as the report shows them: who was in touch with whom, and what each side says was said, side by side."""

import datetime as dt
from collections.abc import Iterable, Sequence

from onrecord.model.entries import ContactEntry, ReadoutEntry
from onrecord.model.iso import days
from onrecord.model.kinds import several
from onrecord.publishing.sitrep.claims import Claim, Fixed, Words
from onrecord.publishing.sitrep.lines import Line, joined, together
from onrecord.publishing.sitrep.maker import Maker, told
from onrecord.publishing.sitrep.report import Block, Group, Section
from onrecord.publishing.sitrep.words import fold, harmless

MOST, SIDES, LINES = 20, 4, 5
BESIDE = 60  # groups of days near enough to hold the same contact
NEAR = dt.timedelta(days=1)


def section(contacts: Iterable[ContactEntry], maker: Maker) -> Section | None:
    """A block for each contact, the newest first; what several reports tell of one contact stands in one block."""
    groups = alike(contacts, maker)
    blocks = [block for group in groups[: 2 * MOST] if (block := _block(group, maker))]
    if not blocks:
        return None
    return Section(
        heading="Contacts",
        note="calls, meetings, talks; each side’s account of them side by side",
        blocks=tuple(blocks[:MOST]),
        more=max(0, len(groups) - 2 * MOST) + max(0, len(blocks) - MOST),
        words=("contact", "contacts"),
        rest="onrecord show RECORD contacts",
    )


def alike(contacts: Iterable[ContactEntry], maker: Maker) -> list[list[ContactEntry]]:
    """The contacts, the newest first, with those together that have one form, status, sides and day."""
    groups: list[list[ContactEntry]] = []
    for contact in sorted(contacts, key=_newest_first):
        beside = (group for group in groups[-BESIDE:] if _one(group[0], contact, maker))
        if found := next(beside, None):
            found.append(contact)
        else:
            groups.append([contact])
    return groups


def _newest_first(contact: ContactEntry) -> tuple[int, int, str]:
    """Newest last day first; of one day the narrowest date first, which those that leave it open then join."""
    covered = days(told(contact)) or (dt.date.min, dt.date.min)
    return -covered[1].toordinal(), (covered[1] - covered[0]).days, contact.id


def _one(one: ContactEntry, other: ContactEntry, maker: Maker) -> bool:
    """Whether both tell one contact: a call within a day, another contact on the same days."""
    first, second = days(told(one)), days(told(other))
    if not first or not second or (one.form, one.status) != (other.form, other.status) or len(one.between) < 2:
        return False
    near = (
        first[0] - NEAR <= second[1] and second[0] - NEAR <= first[1] if one.form == "phone call" else first == second
    )
    return near and _alike(one.between, other.between, maker)


def _alike(ones: Sequence[str], others: Sequence[str], maker: Maker) -> bool:
    """Whether the sides are the same, in any order; a person may stand for the country that another report names."""
    left = list(others)
    for one in ones:
        same = sorted((other for other in left if maker.one_side(one, other)), key=lambda other: other != one)
        if not same:
            return False
        left.remove(same[0])
    return not left


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
        *([Fixed(several(contact.status), tag=True)] if contact.status != "held" else []),
    ]
    claims += [Fixed("·"), *maker.names(contact.between, contact.between_ids)] if contact.between else []
    claims += [Fixed("·"), *maker.place(contact)] if contact.place else []
    return [*claims, Fixed("·"), *maker.day(contact), Fixed("—"), *maker.teller(contact)]


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
