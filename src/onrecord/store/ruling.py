"""Rulings on disk: rows of their own, each with its anchors and the observations that these stand for now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from onrecord.errors import AddressError
from onrecord.model.entries import AnyEntry
from onrecord.model.rulings import COPY, KEYED, MERGE, REJECT, SPLIT, WHOLE, Anchor, Attached, Ruling, in_order
from onrecord.store.reader import Reader, groups
from onrecord.store.tables import anchors, entries, observations, redirects, rulings
from onrecord.store.writer import Writer

ACTIVE = rulings.c.withdrawn.is_(None)
OWN = tuple(column.name for column in rulings.c)


class Hook(NamedTuple):
    """An anchor of a ruling by its position, the observation that it stands for now, and the key of the block of that
    where it is merged by keys, or of the report or copy that it stands for; when the ruling was made."""

    ruling: str
    position: int
    anchor: Anchor
    attached: str | None
    key: str | None
    at: str


def keep(writer: Writer, ruling: Ruling) -> None:
    """Keeps the ruling, its anchors standing for nothing yet."""
    row = {name: getattr(ruling, name) for name in OWN}
    writer.connection.execute(insert(rulings), row)
    sides = [(False, each) for each in ruling.anchors] + [(True, each) for each in ruling.apart]
    rows = [
        {"ruling": ruling.id, "position": position, "apart": apart, "key": None, "attached": None, **_row(anchor)}
        for position, (apart, anchor) in enumerate(sides)
    ]
    writer.connection.execute(insert(anchors), rows)


def withdraw(writer: Writer, id_: str, who: str, at: str) -> None:
    """Takes the ruling back; it stays on record."""
    taken = {"withdrawn": at, "withdrawn_by": who}
    writer.connection.execute(update(rulings).where(rulings.c.id == id_).values(taken))


def attach(writer: Writer, hooks: Iterable[Hook]) -> None:
    """Keeps what the anchors stand for."""
    rows = [{"of": each.ruling, "at_": each.position, "to": each.attached, "by": each.key} for each in hooks]
    if rows:
        here = (anchors.c.ruling == bindparam("of")) & (anchors.c.position == bindparam("at_"))
        writer.connection.execute(
            update(anchors).where(here).values(attached=bindparam("to"), key=bindparam("by")), rows
        )


def keep_redirects(writer: Writer, found: Mapping[str, str]) -> None:
    """Keeps the redirects in the place of all that were."""
    writer.connection.execute(delete(redirects))
    rows = [{"key": key, "target": target} for key, target in sorted(found.items())]
    if rows:
        writer.connection.execute(insert(redirects), rows)


def forget_strangers(writer: Writer) -> None:
    """Takes out the rulings of which no anchor is in a document that the record holds."""
    known = writer.known(row.document for row in writer.connection.execute(select(anchors.c.document).distinct()))
    here = set(_ids(writer.connection, known))
    gone = {row.id for row in writer.connection.execute(select(rulings.c.id))} - here
    for group in groups(sorted(gone)):
        writer.connection.execute(delete(rulings).where(rulings.c.id.in_(group)))


def about(view: Reader, documents: Collection[str]) -> Iterator[Ruling]:
    """The rulings that have an anchor in one of the documents."""
    return kept(view, set(_ids(view.connection, documents)))


def kept(view: Reader, ids: Collection[str] | None = None) -> Iterator[Ruling]:
    """Rulings with their anchors, in the order in which they were made: those of the ids, or all."""
    found = _rows(view.connection, ids)
    sides: dict[tuple[str, bool], list[Anchor]] = defaultdict(list)
    for row in _anchor_rows(view.connection, [row.id for row in found]):
        sides[row.ruling, row.apart].append(_anchor(row))
    for row in found:
        own = {name: getattr(row, name) for name in OWN}
        yield Ruling(**own, anchors=tuple(sides[row.id, False]), apart=tuple(sides[row.id, True]))


def plain(view: Reader) -> list[Ruling]:
    """All rulings without their anchors, in the order in which they were made."""
    return [Ruling(**{name: getattr(row, name) for name in OWN}, anchors=()) for row in _rows(view.connection, None)]


def holding_now(view: Reader) -> set[str]:
    """The rulings that were not withdrawn and take hold of something."""
    ids = [row.id for row in view.connection.execute(select(rulings.c.id).where(ACTIVE))]
    return {each.id for each in active(view, ids) if each.holds}


def active(view: Reader, ids: Collection[str]) -> Sequence[Attached]:
    """Those of the rulings that are not withdrawn, with what their anchors stand for, in the order they were made."""
    return _attached(view, [row for row in _rows(view.connection, ids) if row.withdrawn is None])


def _attached(view: Reader, found: Collection[Row[Any]]) -> Sequence[Attached]:
    sides: dict[tuple[str, bool], list[str]] = defaultdict(list)
    words: dict[str, list[Anchor]] = defaultdict(list)
    for row in _anchor_rows(view.connection, [row.id for row in found]):
        stands_for = _stands_for(row)
        if stands_for is not None:
            sides[row.ruling, row.apart].append(stands_for)
            words[row.ruling] += [_anchor(row)] if row.kind == COPY else []
    return in_order(
        Attached(
            id=row.id,
            at=row.at,
            what=row.what,
            kind=row.kind,
            field=row.field,
            value=row.value,
            state=row.state,
            held=tuple(sides[row.id, False]),
            apart=tuple(sides[row.id, True]),
            words=tuple(words[row.id]),
        )
        for row in found
    )


def _stands_for(row: Row[Any]) -> str | None:
    """The observation that the anchor stands for, or the report whose words it names; None for nothing."""
    whole: str | None = row.document if row.kind in WHOLE and row.key is not None else row.attached
    return whole


class Held(NamedTuple):
    """A ruling as it takes hold: the observations and reports that it names, and the anchors that stand for nothing."""

    attached: Attached
    ids: tuple[str, ...]
    loose: tuple[Anchor, ...]


def held(view: Reader, ids: Collection[str]) -> dict[str, Held]:
    """What rulings hold, withdrawn ones what they would."""
    loose: dict[str, list[Anchor]] = defaultdict(list)
    for row in _anchor_rows(view.connection, ids):
        if _stands_for(row) is None:
            loose[row.ruling].append(_anchor(row))
    return {
        each.id: Held(each, (*each.held, *each.apart), tuple(loose[each.id]))
        for each in _attached(view, _rows(view.connection, ids))
    }


def of_blocks(view: Reader, keys: Collection[str]) -> dict[str, list[Attached]]:
    """The rulings that hold an observation of one of the blocks, or the report or copies that it is of, by the blocks'
    keys."""
    if not any_active(view):
        return {}
    held = anchors.join(observations, observations.c.id == anchors.c.attached).join(rulings)
    query = select(observations.c.block, anchors.c.ruling).distinct().select_from(held).where(ACTIVE)
    pairs = [(row.block, row.ruling) for row in _each(view, query, observations.c.block, keys)]
    whole = select(anchors.c.key, anchors.c.ruling).distinct().select_from(anchors.join(rulings))
    whole = whole.where(ACTIVE, anchors.c.kind.in_(WHOLE), anchors.c.attached.is_(None))
    of_reports = [key for key in keys if key.partition(":")[0] in WHOLE]
    pairs += [(row.key, row.ruling) for row in _each(view, whole, anchors.c.key, of_reports)]
    known = {each.id: each for each in active(view, {ruling for _, ruling in pairs})}
    found: dict[str, list[Attached]] = defaultdict(list)
    for key, ruling in pairs:
        found[key].append(known[ruling])
    return {key: list(in_order(each)) for key, each in found.items()}


def any_active(view: Reader) -> bool:
    """Whether there is any ruling that was not withdrawn."""
    return view.connection.execute(select(rulings.c.id).where(ACTIVE).limit(1)).first() is not None


def any_rejection(view: Reader) -> bool:
    """Whether there is any rejection that was not withdrawn."""
    query = select(rulings.c.id).where(ACTIVE, rulings.c.what == REJECT).limit(1)
    return view.connection.execute(query).first() is not None


def bindings(view: Reader) -> Sequence[Attached]:
    """The merges and splits of observations that are not merged by their keys."""
    query = select(rulings.c.id).where(ACTIVE, rulings.c.what.in_((MERGE, SPLIT)), rulings.c.kind.not_in(KEYED))
    return active(view, [row.id for row in view.connection.execute(query)])


def merged_keys(view: Reader) -> list[list[str]]:
    """The keys that are merged: for each such ruling, in the order they were made, the key that stands first."""
    query = select(rulings.c.at, rulings.c.id, anchors.c.key).join(anchors)
    query = query.where(ACTIVE, rulings.c.what == MERGE, rulings.c.kind.in_(KEYED), anchors.c.attached.is_not(None))
    found: dict[str, list[str]] = defaultdict(list)
    for row in view.connection.execute(query.order_by(rulings.c.at, rulings.c.id, anchors.c.position)):
        if row.key is not None:
            found[row.id].append(row.key)
    return list(found.values())


def redirected(view: Reader) -> dict[str, str]:
    """The keys under which nothing is filed any more, each with the one that stands for it."""
    return {row.key: row.target for row in view.connection.execute(select(redirects))}


def alike(view: Reader, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each of the keys of actors, places and agreements, all keys that are one with it by rulings, itself among
    them."""
    wanted = set(keys)
    to = {row.key: row.target for row in _each(view, select(redirects), redirects.c.key, wanted)}
    found: dict[str, set[str]] = defaultdict(set)
    for row in _each(view, select(redirects), redirects.c.target, {to.get(key, key) for key in wanted}):
        found[row.target].add(row.key)
    return {key: frozenset({key, to.get(key, key), *found[to.get(key, key)]}) for key in wanted}


def hooks(view: Reader, documents: Collection[str] | None = None) -> Iterator[Hook]:
    """The anchors that stand in the documents, or all."""
    query = select(anchors, rulings.c.at.label("made")).join(rulings)
    for row in _each(view, query, anchors.c.document, documents):
        yield Hook(row.ruling, row.position, _anchor(row), row.attached, row.key, row.made)


def holding(view: Reader, ids: Iterable[str]) -> set[str]:
    """The rulings, withdrawn or not, an anchor of which stands for one of the observations."""
    return {row.ruling for row in _each(view, select(anchors.c.ruling), anchors.c.attached, ids)}


def holding_block(view: Reader, key: str) -> set[str]:
    """The rulings, withdrawn or not, an anchor of which stands for an observation of the block."""
    query = select(anchors.c.ruling).join(observations, observations.c.id == anchors.c.attached)
    return {row.ruling for row in view.connection.execute(query.where(observations.c.block == key))}


def on_words(view: Reader, keys: Collection[str], document: str | None = None) -> set[str]:
    """The rulings, withdrawn or not, on the report or copies of these blocks; on that report alone, if one is given."""
    query = select(anchors.c.ruling).where(anchors.c.kind.in_(WHOLE))
    if document is not None:
        query = query.where(anchors.c.document == document)
    return {row.ruling for row in _each(view, query, anchors.c.key, keys)}


def blocks_of(view: Reader, ids: Iterable[str]) -> dict[str, str]:
    """The blocks that the observations are filed under, by their ids."""
    found = _each(view, select(observations.c.id, observations.c.block), observations.c.id, ids)
    return {row.id: row.block for row in found if row.block is not None}


def stored(view: Reader, id_: str) -> tuple[AnyEntry, str] | None:
    """The entry of that id as it is kept, what it points at under keys and ids of observations, and the key of its
    block."""
    row = view.connection.execute(select(entries.c.body, entries.c.block).where(entries.c.id == id_)).first()
    return None if row is None else (row.body, row.block)


def at(view: Reader, address: str) -> tuple[AnyEntry, str]:
    """As `stored`, the entry at the address. Raises AddressError where there is none."""
    found = stored(view, view.addressed([address]).get(address, ""))
    if found is None:
        raise AddressError(
            f"No entry has the id {address!r}: 'onrecord show' prints the ids, in brackets after the words"
        )
    return found


def last(view: Reader) -> str | None:
    """When the last ruling was made."""
    row = view.connection.execute(select(rulings.c.at).order_by(rulings.c.at.desc()).limit(1)).first()
    return None if row is None else str(row.at)


def _each(view: Reader, query: Select[Any], column: Any, values: Iterable[str] | None) -> Iterator[Row[Any]]:
    """The rows of the query, all or those where `column` is one of `values`."""
    if values is None:
        yield from view.connection.execute(query)
        return
    for group in groups(sorted(set(values))):
        yield from view.connection.execute(query.where(column.in_(group)))


def _ids(connection: Connection, documents: Collection[str]) -> Iterator[str]:
    for group in groups(sorted(documents)):
        for row in connection.execute(select(anchors.c.ruling).distinct().where(anchors.c.document.in_(group))):
            yield row.ruling


def _rows(connection: Connection, ids: Collection[str] | None) -> list[Row[Any]]:
    query = select(rulings)
    if ids is None:
        found = list(connection.execute(query))
    else:
        found = [
            row for group in groups(sorted(ids)) for row in connection.execute(query.where(rulings.c.id.in_(group)))
        ]
    return sorted(found, key=lambda row: (row.at, row.id))


def _anchor_rows(connection: Connection, ids: Collection[str]) -> Iterator[Row[Any]]:
    for group in groups(sorted(ids)):
        query = select(anchors).where(anchors.c.ruling.in_(group)).order_by(anchors.c.ruling, anchors.c.position)
        yield from connection.execute(query)


def _row(anchor: Anchor) -> dict[str, Any]:
    return {name: getattr(anchor, name) for name in Anchor.__struct_fields__}


def _anchor(row: Row[Any]) -> Anchor:
    return Anchor(**{name: row._mapping[name] for name in Anchor.__struct_fields__})
