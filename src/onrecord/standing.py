"""How rulings stand in a record: what they touch now, and the record without what was rejected."""

from collections.abc import Collection, Iterable, Iterator

from onrecord.model.addresses import addresses, resolved
from onrecord.model.entries import AnyEntry
from onrecord.model.rulings import NAMED, REJECTED, Standing, state_of
from onrecord.store import Reader, ruling


def rulings(view: Reader, address: str | None = None) -> list[Standing]:
    """All rulings as they stand, in the order in which they were made, or those that touch the entry at the address;
    AddressError where there is no such entry."""
    made = {each.id: each for each in ruling.kept(view, None if address is None else _touching(view, address))}
    held = ruling.held(view, made)
    homes = view.addressed(id_ for each in held.values() for id_ in each.ids)
    return [
        Standing(
            ruling=each,
            entries=tuple(dict.fromkeys(homes[id_] for id_ in held[each.id].ids if id_ in homes)),
            loose=held[each.id].loose,
            holds=held[each.id].attached.holds,
        )
        for each in made.values()
    ]


def state(view: Reader, address: str) -> str:
    """A hash of what the entry at the address tells; AddressError where there is none."""
    return state_of(ruling.at(view, address)[0])


def _touching(view: Reader, address: str) -> set[str]:
    entry, key = ruling.at(view, address)
    if entry.kind in NAMED:
        return ruling.holding_block(view, key)
    return ruling.holding(view, view.members([entry.id]).get(entry.id, ()))


def rejected(view: Reader) -> frozenset[str]:
    """The ids of the entries that were rejected."""
    found = view.addressed(ruling.rejected(view))
    return frozenset(entry.id for entry in view.entries_at(found.values()) if entry.review == REJECTED)


def without(entries: Iterable[AnyEntry], out: Collection[str]) -> Iterator[AnyEntry]:
    """The entries but those of the ids, at which no other points any more."""
    for entry in entries:
        if entry.id not in out:
            yield resolved(entry, {each: each for each in addresses(entry) if each not in out}) if out else entry
