"""From what a person asks of an entry to the ruling that is kept, and from that to the entries that it changes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.errors import RulingError
from onrecord.filing import attach, bound_to, refile
from onrecord.model.entries import ActorEntry, AnyEntry, FigureEntry, PlaceEntry
from onrecord.model.findings import Observation
from onrecord.model.rulings import (
    CONFIRM,
    EDIT,
    KEYED,
    MERGE,
    REJECTED,
    SPLIT,
    Anchor,
    Asking,
    Named,
    Ruling,
    anchor_of,
    refuse_malformed,
    sealed,
    state_of,
)
from onrecord.model.settable import NAME, NAMES, PLACE, a, checked, settable
from onrecord.settling import remake
from onrecord.store import Reader, Writer, ruling

SHOWN = 5  # of several that bear one name


def ruling_of(view: Reader, asking: Asking, at: str) -> Ruling:
    """What the person asks, as a ruling made at the time `at`.

    Raises AddressError where there is no such entry, RulingError where it cannot be ruled on so.
    """
    entry, _ = ruling.at(view, asking.entry)
    if not settable(entry.kind):
        raise RulingError(f"{a(entry.kind)} cannot be ruled on: it is made of other entries, which can be")
    others = [ruling.at(view, address)[0] for address in asking.others] if asking.what == MERGE else []
    _refuse_merging(asking, entry, others)
    ids = list(dict.fromkeys((entry.id, *(other.id for other in others))))
    sides = _sides(view, asking, entry, ids)
    made = Ruling(
        id="",
        at=at,
        who=asking.who.strip(),
        what=asking.what,
        kind=entry.kind,
        anchors=tuple(sides[False]),
        apart=tuple(sides[True]),
        note=asking.note.strip(),
        field=asking.field if asking.what == EDIT else None,
        value=_value(view, entry, asking) if asking.what == EDIT else None,
        state=(asking.seen or state_of(entry)) if asking.what == CONFIRM else "",
    )
    refuse_malformed(made)
    return sealed(made)


def take_hold(writer: Writer, made: Ruling) -> None:
    """Keeps the ruling, if it is not kept yet, and makes anew the entries that it changes. RulingError where its parts
    do not fit one another."""
    refuse_malformed(made)
    if made.id != made.seal:
        raise RulingError(f"the ruling {made.id!r} is not as it was made: its id says otherwise")
    if made.what == EDIT:
        checked(made.kind, made.field or "", made.value)
    if any(ruling.kept(writer, [made.id])):
        return
    ruling.keep(writer, made)
    touched = attach(writer, {each.document for each in (*made.anchors, *made.apart)})
    own = set(ruling.blocks_of(writer, _held(writer, made.id)).values())
    remake(writer, touched | own, own - touched)


def let_go(writer: Writer, id_: str, who: str, at: str) -> Ruling:
    """Takes a ruling back, and makes anew the entries that it changed; as it was. RulingError where there is none, or
    it was taken back already."""
    found = next(iter(ruling.kept(writer, [id_])), None)
    if found is None:
        raise RulingError(f"there is no ruling {id_!r}: 'onrecord rulings' lists them")
    if found.withdrawn is not None:
        raise RulingError(
            f"the ruling {id_!r} was withdrawn already, by {found.withdrawn_by} on {found.withdrawn[:10]}"
        )
    refuse_malformed(msgspec.structs.replace(found, who=who))
    held = bound_to(writer, _held(writer, id_))
    own = set(ruling.blocks_of(writer, held).values())
    ruling.withdraw(writer, id_, who.strip(), at)
    touched = attach(writer, {each.document for each in (*found.anchors, *found.apart)})
    touched |= refile(writer, held)
    remake(writer, touched | own, own - touched)
    return found


def _held(view: Reader, id_: str) -> set[str]:
    return {held for each in ruling.active(view, [id_]) for held in (*each.held, *each.apart)}


def _refuse_merging(asking: Asking, entry: AnyEntry, others: Iterable[AnyEntry]) -> None:
    if asking.what != MERGE:
        return
    distinct = [other for other in others if other.id != entry.id]
    if not distinct:
        raise RulingError("a merge must name another entry that this one is one with")
    for other in distinct:
        if other.kind != entry.kind:
            raise RulingError(f"{a(entry.kind)} and {a(other.kind)} cannot be one: expected two entries of one kind")
        if REJECTED in (entry.review, other.review):
            raise RulingError("a rejected entry cannot be merged: withdraw that ruling first")
        if isinstance(entry, FigureEntry) and isinstance(other, FigureEntry) and _counted(entry) != _counted(other):
            raise RulingError("figures of two numbers, measures or units cannot be one: reject or edit one of them")


def _counted(figure: FigureEntry) -> tuple[Any, ...]:
    number = (figure.value,) if figure.value is not None else (figure.low, figure.high)
    return figure.measure, figure.unit, *number


def _sides(view: Reader, asking: Asking, entry: AnyEntry, ids: list[str]) -> dict[bool, list[Anchor]]:
    """The anchors of the observations that the ruling is about, and by True of those that are apart."""
    members = view.members(ids)
    held = [member for id_ in ids for member in sorted(members.get(id_, ()))]
    noted = {each.observation.id: each for each in view.noted_of(held)}
    if asking.what != MERGE:  # what came of a commitment goes where the commitment goes
        held = [member for member in held if noted[member].observation.kind == entry.kind]
    apart = set(asking.apart) if asking.what == SPLIT else set()
    if asking.what == SPLIT:
        _refuse_splitting(entry, held, apart)
    documents = {noted[member].observation.document for member in held}
    beside: dict[str, list[Observation]] = defaultdict(list)
    for kind in {noted[member].observation.kind for member in held}:
        for each in view.noted_in(documents, kind):
            beside[each.observation.document].append(each.observation)
    sides: dict[bool, list[Anchor]] = {False: [], True: []}
    for member in held:
        sides[member in apart].append(anchor_of(noted[member], beside[noted[member].observation.document]))
    return sides


def _refuse_splitting(entry: AnyEntry, held: list[str], apart: set[str]) -> None:
    if entry.kind in KEYED:
        raise RulingError(f"an entry of the kind {entry.kind} cannot be split: all that bears its name is one")
    strange = sorted(apart - set(held))
    if strange:
        raise RulingError(f"{strange[0]!r} is no telling of the entry: expected ids of observations in it")
    if not apart or apart == set(held):
        raise RulingError("a split must name some of the tellings of the entry, and leave some")


def _value(view: Reader, entry: AnyEntry, asking: Asking) -> Any:
    """The value of an edit as it is kept: names with the keys of those whom the record knows by them."""
    field, value = asking.field or "", asking.value
    shape = settable(entry.kind).get(field)
    form = shape.form if shape is not None else None
    if form == NAMES and isinstance(value, (list, tuple)):
        value = [_known(view, ActorEntry, each) for each in value]
    elif form in (NAME, PLACE) and value is not None:
        value = _known(view, PlaceEntry if form == PLACE else ActorEntry, value)
    return msgspec.to_builtins(checked(entry.kind, field, value))


def _known(view: Reader, kind: type[ActorEntry] | type[PlaceEntry], given: Any) -> Any:
    """The actor or place of that id, key or name; a place must be one, anybody may be named. RulingError where several
    bear the name."""
    if not isinstance(given, str):
        return given
    tag = str(kind.__struct_config__.tag)
    if (found := ruling.stored(view, view.addressed([given]).get(given, ""))) and isinstance(found[0], kind):
        return Named(name=found[0].name, key=found[1])
    bearers = [each for each in view.entries(tag) if isinstance(each, (ActorEntry, PlaceEntry)) and _bears(each, given)]
    exact = [each for each in bearers if each.name.casefold() == given.strip().casefold()] or bearers
    if len(exact) > 1:
        some = ", ".join(f"{each.name} ({each.id})" for each in exact[:SHOWN])
        raise RulingError(f"{given!r} is the name of {len(exact)} entries: {some}; give the id of one")
    if exact and (one := ruling.stored(view, exact[0].id)):
        return Named(name=exact[0].name, key=one[1])
    if kind is PlaceEntry:
        raise RulingError(f"{given[:80]!r} is no place of the record: expected the name, key or id of one")
    return given


def _bears(entry: ActorEntry | PlaceEntry, name: str) -> bool:
    folded = name.strip().casefold()
    return folded in {form.casefold() for form in (entry.name, *entry.aliases)}
