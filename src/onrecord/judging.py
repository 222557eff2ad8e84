"""From what a person asks of an entry to the ruling that is to be kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.errors import RulingError
from onrecord.model.entries import (
    ActorEntry,
    AnyEntry,
    CopyEntry,
    DisputeEntry,
    DocumentEntry,
    FigureEntry,
    PlaceEntry,
)
from onrecord.model.findings import Observation
from onrecord.model.ids import digest
from onrecord.model.rulings import (
    APART,
    CONFIRM,
    EDIT,
    KEYED,
    MERGE,
    REJECTED,
    SPLIT,
    Anchor,
    Asking,
    AtOdds,
    Named,
    Other,
    Ruling,
    anchor_of,
    refuse_malformed,
    refuse_verb,
    sealed,
    state_of,
)
from onrecord.model.settable import NAME, NAMES, PLACE, a, checked, settable
from onrecord.reconciling.ruled_wholes import is_whole
from onrecord.store import Reader, ruling

SHOWN = 5  # of several that bear one name
SHORT = 12  # characters that make the key of those who were told apart


def ruling_of(view: Reader, asking: Asking, at: str) -> Ruling:
    """What the person asks, as a ruling made at the time `at`.

    Raises AddressError where there is no such entry, RulingError where it cannot be ruled on so.
    """
    entry, key = ruling.at(view, asking.entry)
    others = [ruling.at(view, address)[0] for address in asking.others] if asking.what == MERGE else []
    refuse_verb(asking.what, entry.kind)
    _refuse_merging(asking, entry, others)
    sides = _sides(view, asking, entry, key, others)
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
        value=_value(view, entry, key, asking, at),
        state=(asking.seen or state_of(entry)) if asking.what == CONFIRM else "",
    )
    refuse_malformed(made)
    return sealed(made)


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


def _sides(
    view: Reader, asking: Asking, entry: AnyEntry, key: str, others: Iterable[AnyEntry]
) -> dict[bool, list[Anchor]]:
    """The anchors of what the ruling is about, and by True of the observations that are apart."""
    if isinstance(entry, (DocumentEntry, CopyEntry)):
        return {False: list(_words(view, entry)), True: []}
    ids = list(dict.fromkeys((entry.id, *(other.id for other in others))))
    if isinstance(entry, DisputeEntry):
        homes = view.addressed(entry.over_ids)
        ids = list(dict.fromkeys(homes[each] for each in entry.over_ids if each in homes))
    members = view.members(ids)
    held = [member for id_ in ids for member in sorted(members.get(id_, ()))]
    apart = set(asking.apart) if asking.what == SPLIT else set()
    if asking.what == SPLIT and entry.kind in KEYED:
        held = _of_key(view, entry, key, held, apart)
    noted = {each.observation.id: each for each in view.noted_of(held)}
    if asking.what != MERGE and not isinstance(entry, DisputeEntry):
        held = [member for member in held if noted[member].observation.kind == entry.kind]
    if asking.what == SPLIT:
        _refuse_splitting(held, apart)
    beside: dict[str, list[Observation]] = defaultdict(list)
    documents = {noted[member].observation.document for member in held}
    for kind in {noted[member].observation.kind for member in held}:
        for each in view.noted_in(documents, kind):
            beside[each.observation.document].append(each.observation)
    sides: dict[bool, list[Anchor]] = {False: [], True: []}
    for member in held:
        sides[member in apart].append(anchor_of(noted[member], beside[noted[member].observation.document]))
    return sides


def _words(view: Reader, entry: DocumentEntry | CopyEntry) -> Iterator[Anchor]:
    """The words of reports that such an entry is known by: those that open a report, all that is a copy."""
    cites = entry.cites if isinstance(entry, CopyEntry) else entry.cites[:1]
    ids = {head.doc: head.id for head in view.heads({cite.doc for cite in cites}).values()}
    for cite in cites:
        yield Anchor(
            document=ids[cite.doc],
            kind=entry.kind,
            start=cite.start,
            end=cite.end,
            quote=cite.quote,
            at=cite.start,
            observation=entry.id,
        )
    if not cites:
        yield Anchor(document=entry.id, kind=entry.kind, start=0, end=0, quote="", at=0, observation=entry.id)


def _of_key(view: Reader, entry: AnyEntry, key: str, cited: list[str], apart: set[str]) -> list[str]:
    """Of the observations of the one who goes by the key, of which the entry cites some: those that are another, and
    those it cites, or one more that is not."""
    everywhere = set(view.filed_under(key, entry.kind))
    left = [each for each in cited if each in everywhere and each not in apart]
    left = left or sorted(everywhere - apart)[:1]
    return [*left, *sorted(apart.intersection(everywhere))]


def _refuse_splitting(held: list[str], apart: set[str]) -> None:
    strange = sorted(apart - set(held))
    if strange:
        raise RulingError(f"{strange[0]!r} is no telling of the entry: expected ids of observations in it")
    if not apart or apart == set(held):
        raise RulingError("a split must name some of the tellings of the entry, and leave some")


def _value(view: Reader, entry: AnyEntry, key: str, asking: Asking, at: str) -> Any:
    """What the ruling sets, or what else it must tell of the entry that it is on."""
    if asking.what == EDIT:
        return _set(view, entry, asking)
    if asking.what == SPLIT and entry.kind in KEYED:
        name = checked(entry.kind, "name", asking.value) if asking.value is not None else None
        return msgspec.to_builtins(Other(key=f"{key}{APART}{digest(at, key)[:SHORT]}", name=name))
    if isinstance(entry, DisputeEntry):
        return msgspec.to_builtins(AtOdds(type=entry.type, sides=tuple(side.by for side in entry.sides)))
    return is_whole(entry) if isinstance(entry, CopyEntry) else None


def _set(view: Reader, entry: AnyEntry, asking: Asking) -> Any:
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
