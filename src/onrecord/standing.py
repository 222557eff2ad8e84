"""How rulings stand in a record: what they touch now, and the record without what was rejected."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.model.addresses import addresses, resolved
from onrecord.model.apart import Apart
from onrecord.model.entries import AnyEntry, CopyEntry, DisputeEntry
from onrecord.model.filters import Filter
from onrecord.model.rulings import COPY, DISPUTE, DOCUMENT, KEYED, NAMED, REJECTED, Ruling, Standing, state_of
from onrecord.reconciling.copies.entries import block_key
from onrecord.reconciling.ruled_wholes import is_on_copy, is_over
from onrecord.store import Reader, overruled, ruling
from onrecord.store.ruling import Held

MANY = 100  # disputes that a ruling may be on


def rulings(view: Reader, address: str | None = None) -> list[Standing]:
    """All rulings as they stand, in the order in which they were made, or those that touch the entry at the address;
    AddressError where there is no such entry."""
    made = {each.id: each for each in ruling.kept(view, None if address is None else _touching(view, address))}
    return _standing(view, made)


class Sheet(NamedTuple):
    """Rulings, the last in front: those `shown`, how many there are, all of them without their anchors, and the
    `loose` ones, which were not withdrawn and take hold of nothing."""

    shown: list[Standing]
    number: int
    all: list[Ruling]
    loose: list[Ruling]


def sheet(view: Reader, limit: int, offset: int) -> Sheet:
    """Some of the rulings, from number `offset` on."""
    everyone = list(reversed(ruling.plain(view)))
    shown = [each.id for each in everyone[offset : offset + limit]]
    made = {each.id: each for each in reversed(list(ruling.kept(view, shown)))}
    held = ruling.holding_now(view)
    loose = [each for each in everyone if each.withdrawn is None and each.id not in held]
    return Sheet(_standing(view, made), len(everyone), everyone, loose)


def _standing(view: Reader, made: Mapping[str, Ruling]) -> list[Standing]:
    held = ruling.held(view, made)
    touched = _touched(view, made, held)
    return [
        Standing(ruling=each, entries=touched[each.id], loose=held[each.id].loose, holds=held[each.id].attached.holds)
        for each in made.values()
    ]


def state(view: Reader, address: str) -> str:
    """A hash of what the entry at the address tells; AddressError where there is none."""
    return state_of(ruling.at(view, address)[0])


def _touched(view: Reader, made: Mapping[str, Ruling], held: Mapping[str, Held]) -> dict[str, tuple[str, ...]]:
    """The ids of the entries that each of the rulings touches."""
    homes = view.addressed(id_ for each in held.values() for id_ in each.ids)
    found = {id_: tuple(dict.fromkeys(homes[each] for each in held[id_].ids if each in homes)) for id_ in made}
    apart = overruled.apart(view)
    for id_, each in made.items():
        if each.kind in KEYED and apart:
            found[id_] = tuple(entry for entry in found[id_] if _is_on(view, each, entry, apart))
        elif each.kind == DISPUTE:
            found[id_] = tuple(_disputes(view, held[id_], found[id_]))
        elif each.kind == COPY:
            found[id_] = tuple(_copies(view, held[id_]))
    return found


def _is_on(view: Reader, made: Ruling, entry: str, apart: Apart) -> bool:
    """Whether the ruling is on the actor, place or agreement, which may have been told apart since."""
    kept = ruling.stored(view, entry)
    since = apart.since(kept[1]) if kept is not None else None
    return since is None or (made.at, made.id) >= since


def _disputes(view: Reader, held: Held, over: Iterable[str]) -> Iterator[str]:
    """The disputes over these entries that the ruling is on."""
    found = view.browse(DISPUTE, Filter(keys=tuple(f"to:{id_}" for id_ in over)), limit=MANY) if over else []
    for entry in found:
        if isinstance(entry, DisputeEntry) and _is_over(view, held, entry):
            yield entry.id


def _is_over(view: Reader, held: Held, entry: DisputeEntry) -> bool:
    homes = view.addressed(entry.over_ids)
    members = view.members(homes.values())
    over = [set(members.get(homes.get(id_, id_), ())) for id_ in entry.over_ids]
    return is_over(held.attached, entry, over, whole=False)


def _copies(view: Reader, held: Held) -> Iterator[str]:
    keys = {block_key(each.document) for each in held.attached.words}
    for _, entry in view.entries_of_blocks(keys):
        ids = {head.doc: head.id for head in view.heads({cite.doc for cite in entry.cites}).values()}
        if is_on_copy(held.attached, [ids[cite.doc] for cite in entry.cites], entry):
            yield entry.id


def _touching(view: Reader, address: str) -> set[str]:
    """The rulings, withdrawn or not, on the entry at the address."""
    entry, key = ruling.at(view, address)
    if entry.kind in NAMED:
        since = overruled.apart(view).since(key)
        found = ruling.holding_block(view, key)
        return {each.id for each in ruling.kept(view, found) if (each.at, each.id) >= since} if since else found
    if entry.kind == DOCUMENT:
        return ruling.on_words(view, [key], entry.id)
    if isinstance(entry, CopyEntry):
        near = ruling.held(view, ruling.on_words(view, [key]))
        return {id_ for id_, each in near.items() if entry.id in _copies(view, each)}
    ids = view.addressed(entry.over_ids).values() if isinstance(entry, DisputeEntry) else (entry.id,)
    members = view.members(ids)
    holding = ruling.holding(view, (member for each in members.values() for member in each))
    if isinstance(entry, DisputeEntry):
        return {id_ for id_, each in ruling.held(view, holding).items() if _is_over(view, each, entry)}
    return holding


def rejected(view: Reader) -> frozenset[str]:
    """The ids of the entries that were rejected."""
    return view.found(Filter(keys=(f"review:{REJECTED}",))) if ruling.any_rejection(view) else frozenset()


def without(entries: Iterable[AnyEntry], out: Collection[str]) -> Iterator[AnyEntry]:
    """The entries but those of the ids, at which no other points any more."""
    for entry in entries:
        if entry.id not in out:
            yield resolved(entry, {each: each for each in addresses(entry) if each not in out}) if out else entry
