"""What people ruled, applied when the entries of a block are made: to a kind of finding as to any other.

Rejected observations leave the block before it is reconciled, so that nothing rests on them, and make entries of their
own. Those that were ruled to be one, or apart, are so in `joining.groups`; what goes by a key of its own since it was
told apart bears the name that it was given. A field that was set stands in the entries of the observations that it was
set for, beside what the reports say in `accounts` and cites.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from msgspec import structs

from onrecord.model.entries import ActorEntry, AgreementEntry, AnyEntry, PlaceEntry
from onrecord.model.rulings import (
    CHANGED,
    CONFIRM,
    CONFIRMED,
    DISPUTE,
    EDIT,
    EDITED,
    KEYED,
    MERGE,
    NAMED,
    REJECT,
    REJECTED,
    RULED,
    SPLIT,
    Attached,
    other_of,
    state_of,
)
from onrecord.model.settable import (
    DAY,
    FLAG,
    NAME,
    NAMES,
    PLACE,
    attribute,
    checked,
    settable,
)
from onrecord.model.terms import MAGNITUDES
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.joining.groups import Bound
from onrecord.reconciling.merging.told import UNATTRIBUTED
from onrecord.reconciling.ruled_wholes import disputes

OPEN_BOUNDS: Mapping[str, tuple[bool, bool]] = {  # whether the number said bounds what is meant from below, from above
    "exact": (True, True),
    "about": (True, True),
    "at least": (True, False),
    "more than": (True, False),
    "nearly": (False, True),
    "up to": (False, True),
}
OF_A_SERIES = frozenset(
    {"measure", "did", "unit", "count", "of", "of_side", "of_group", "part_of", "place", "period", "standing"}
)  # what tells a series from another
ISO3 = "iso3"


def ruled(block: Block, make: Callable[[Block], list[Reconciled]]) -> list[Reconciled]:
    """The entries that `make` gives for the block, as people ruled on its observations."""
    rulings = _named_apart(block)
    if block.key.split(":", 1)[0] in NAMED:
        return [_named(each, rulings) for each in make(block)]
    out, bound = rejected(rulings), bound_by(rulings)
    left = tuple(noted for noted in block.noted if noted.observation.id not in out)
    aside = tuple(noted for noted in block.noted if noted.observation.id in out)
    made = make(replace(block, noted=left, bound=bound)) if left else []
    alone = make(replace(block, noted=aside, bound=bound)) if aside else []
    kinds = {noted.observation.id: noted.observation.kind for noted in block.noted}
    return [
        *disputes((_reviewed(each, rulings, kinds) for each in made), rulings),
        *(_set_aside(_reviewed(each, rulings, kinds)) for each in alone if each.members),
    ]


def _named_apart(block: Block) -> list[Attached]:
    """The rulings on the block, of those that told it apart from others what they called it."""
    found = []
    for each in block.rulings:
        if each.what != SPLIT or each.kind not in KEYED:
            found.append(each)
        elif (other := other_of(each.value)) and other.key == block.key and other.name:
            found.append(structs.replace(each, what=EDIT, field="name", value=other.name, held=each.apart))
    return found


def rejected(rulings: Iterable[Attached]) -> frozenset[str]:
    """The observations that are rejected: the last that was ruled of each is so."""
    last: dict[str, str] = {}
    for each in rulings:
        if each.what in (CONFIRM, REJECT) and each.kind != DISPUTE:
            last |= dict.fromkeys(each.held, each.what)
    return frozenset(id_ for id_, what in last.items() if what == REJECT)


def bound_by(rulings: Iterable[Attached]) -> Bound:
    """Which observations are one, and which apart; what was ruled later stands."""
    sets: list[set[str]] = []
    apart: dict[str, set[str]] = defaultdict(set)
    for each in rulings:
        one, other = set(each.held), set(each.apart)
        if each.what == MERGE:
            for id_ in one:
                apart[id_] -= one
            sets.append(one)
        elif each.what == SPLIT:
            sets = [part for kept in sets for part in _parted(kept, one, other)]
            for id_ in one:
                apart[id_] |= other - one
            for id_ in other:
                apart[id_] |= one - other
    together = _united(sets, apart)
    return Bound(together, {id_: frozenset(others) for id_, others in apart.items() if others})


def _parted(kept: set[str], one: set[str], other: set[str]) -> tuple[set[str], ...]:
    return (kept - other, kept & other) if kept & one and kept & other else (kept,)


def _united(sets: Sequence[set[str]], apart: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """All that each is one with, by the sets that share a member, the last first; what would bring together those that
    are apart is left."""
    homes: dict[str, set[str]] = {}
    for kept in reversed(sets):
        first, *others = sorted(kept) or [""]
        for other in others:
            mine, yours = homes.get(first, {first}), homes.get(other, {other})
            if all(apart.get(id_, set()).isdisjoint(yours) for id_ in mine):
                both = mine | yours
                homes |= dict.fromkeys(both, both)
    frozen = {id(each): frozenset(each) for each in homes.values()}
    return {id_: frozen[id(each)] for id_, each in homes.items()}


def _named(made: Reconciled, rulings: Sequence[Attached]) -> Reconciled:
    """The entry of an actor or place: a key is one entry, of which all that is ruled holds."""
    entry = _edited(made.entry, rulings)
    verdicts = [each for each in rulings if each.what in (CONFIRM, REJECT)]
    if verdicts and verdicts[-1].what == REJECT:
        return made._replace(entry=structs.replace(entry, review=REJECTED))
    return made._replace(entry=structs.replace(entry, review=_review(entry, rulings, gained=False)))


def _reviewed(made: Reconciled, rulings: Iterable[Attached], kinds: Mapping[str, str]) -> Reconciled:
    """The entry as it was edited and confirmed."""
    members = {id_ for id_ in made.members if kinds[id_] == made.entry.kind}
    own = [each for each in rulings if each.kind == made.entry.kind and not members.isdisjoint(each.held)]
    if not own:
        return made
    entry = _edited(made.entry, own)
    confirmed = next((each for each in reversed(own) if each.what == CONFIRM), None)
    gained = confirmed is not None and not members <= set(confirmed.held)
    return made._replace(entry=structs.replace(entry, review=_review(entry, own, gained=gained)))


def _review(entry: AnyEntry, rulings: Sequence[Attached], *, gained: bool) -> str:
    """What was done to it last; whether it has gained a telling, or reads otherwise, since it was confirmed."""
    last = next((each for each in reversed(rulings) if each.what in (CONFIRM, EDIT)), None)
    if last is None:
        return entry.review
    if last.what == EDIT:
        return EDITED
    return CHANGED if gained or state_of(entry) != last.state else CONFIRMED


def _set_aside(made: Reconciled) -> Reconciled:
    """The entry of what was rejected: of no series, answering nothing."""
    changes: dict[str, Any] = {"review": REJECTED, "links": ()}
    if "series" in made.entry.__struct_fields__:
        changes["series"] = None
    return made._replace(entry=structs.replace(made.entry, **changes))


def _edited(entry: AnyEntry, rulings: Iterable[Attached]) -> AnyEntry:
    for each in rulings:
        if each.what == EDIT and each.field is not None:
            entry = with_value(entry, each.field, each.value)
    return entry


def with_value(entry: AnyEntry, field: str, value: Any) -> AnyEntry:
    """The entry with the field set, and with it what goes with the field: ids beside names, bounds beside a number.

    Raises RulingError where the field cannot be set to that."""
    kept = checked(entry.kind, field, value)
    changes = {attribute(field): _plain(entry.kind, field, kept), **_beside(entry, field, kept)}
    derived = {name: rule for name, rule in entry.derived.items() if name != field}
    if "series" in entry.__struct_fields__ and field in OF_A_SERIES:
        changes["series"] = None
        derived.pop("series", None)
    known = {name: each for name, each in changes.items() if name in entry.__struct_fields__}
    return structs.replace(entry, **known, derived=dict(sorted({**derived, field: RULED}.items())))


def _plain(kind: str, field: str, value: Any) -> Any:
    """The value as the entry holds it."""
    form = settable(kind)[field].form
    if value is None:
        return UNATTRIBUTED if field == "per" else () if _holds_several(kind, field) else None
    if form == NAMES:
        return tuple(each.name for each in value)
    if form in (NAME, PLACE):
        return value.name
    if form == FLAG:
        return value or None
    return (value,) if _holds_several(kind, field) else value


def _holds_several(kind: str, field: str) -> bool:
    return settable(kind)[field].form == NAMES or (kind, field) == ("site", "state")


def _beside(entry: AnyEntry, field: str, value: Any) -> dict[str, Any]:
    """The fields that go with one that is set."""
    form = settable(entry.kind)[field].form
    if form == NAMES:
        return {f"{field}_ids": _keys(value or ())}
    if form in (NAME, PLACE):
        return {f"{field}_id": value.key if value is not None else None}
    if form == DAY:
        ranged = value is not None and "/" in value
        return {f"{field}_is": "within" if ranged else None, f"{field}_basis": None}
    if entry.kind == "figure" and field in ("value", "qualifier"):
        return _bounds(entry, field, value)
    if entry.kind == "place" and field == "country":
        return {ISO3: None}
    if isinstance(entry, (ActorEntry, PlaceEntry, AgreementEntry)) and field == "name":
        return {"aliases": tuple(sorted({*entry.aliases, entry.name} - {value}))}
    return {}


def _keys(named: Collection[Any]) -> tuple[str, ...]:
    return tuple(each.key for each in named if each.key is not None)


def _bounds(entry: Any, field: str, value: Any) -> dict[str, Any]:
    """What the number said leaves open; a word of magnitude gives way to a number."""
    number = value if field == "value" else entry.value
    qualifier = value if field == "qualifier" else entry.qualifier
    if number is None:
        return {}
    if qualifier in MAGNITUDES:
        qualifier = "exact" if field == "value" else qualifier
    below, above = OPEN_BOUNDS.get(qualifier, (True, True))
    return {"qualifier": qualifier, "low": number if below else None, "high": number if above else None}
