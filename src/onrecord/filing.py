"""Under which block each observation is filed: the one that it and its report's date give, or another by rulings.

Observations that people ruled to be one are filed under the block of the least of them, actors, places and agreements
that were merged under the key that was named first, those that were told apart under keys of their own; what is read in
a report that was rejected is filed nowhere. What is filed follows from the observations and the rulings alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.model.apart import NOBODY, Apart
from onrecord.model.findings import Observation
from onrecord.model.frames import Frame, Noted, PartDate
from onrecord.model.rulings import COPY, KEYED, MERGE, SPLIT, WHOLE, Anchor, attached
from onrecord.reconciling import block_of
from onrecord.reconciling.blocks import date_of, document_block, in_order
from onrecord.reconciling.copies.entries import block_key
from onrecord.reconciling.ruled import bound_by
from onrecord.store import Reader, Writer, overruled, ruling
from onrecord.store.ruling import Hook


class Filing(NamedTuple):
    """`redirects`: keys of blocks that another stands for; `together`: the blocks of observations ruled to be one;
    `apart`: keys that were told apart; `aside`: the reports that were rejected."""

    redirects: Mapping[str, str] = {}
    together: Mapping[str, str] = {}
    apart: Apart = NOBODY
    aside: frozenset[str] = frozenset()

    def block(self, seen: Observation, date: PartDate) -> str | None:
        """The block of an observation in a report so dated; None for one that makes no entry."""
        if seen.document in self.aside:
            return None
        own = self.together.get(seen.id) or block_of(self.apart.seen(seen), date)
        return self.redirects.get(own, own) if own is not None else None


def filing(view: Reader, touched: Collection[str] | None = None) -> Filing:
    """How rulings have observations filed: all of those that are one with one of `touched`, or everywhere."""
    if not ruling.any_active(view):
        return Filing()
    apart, aside = overruled.apart(view), overruled.set_aside(view)
    together = bound_by(ruling.bindings(view)).together
    near = set(together) if touched is None else together.keys() & set(touched)
    sets = {together[id_] for id_ in near}
    known = (each for each in view.noted_of({id_ for each in sets for id_ in each}))
    noted = {each.observation.id: each for each in known if each.observation.document not in aside}
    frames = _frames(view, noted.values())
    found: dict[str, str] = {}
    for ids in ([id_ for id_ in each if id_ in noted] for each in sets):
        least = next(iter(in_order((noted[id_] for id_ in ids), frames)), None)
        key = _block(least, frames, apart) if least is not None else None
        if key is not None:
            found |= dict.fromkeys(ids, key)
    return Filing(ruling.redirected(view), found, apart, aside)


def _block(noted: Noted, frames: Mapping[str, Frame], apart: Apart) -> str | None:
    seen = noted.observation
    return block_of(apart.seen(seen), date_of(seen, frames[seen.document]))


def file_all(writer: Writer, documents: Collection[str]) -> set[str]:
    """Files the observations of the documents, and those elsewhere that are one with one of them; the blocks that the
    latter leave and come to."""
    noted = list(writer.noted_in(documents))
    found = filed(writer, noted, {frame.id: frame for frame in writer.frames(documents)})
    own = {each.observation.id for each in noted}
    touched = _moved(writer, {id_: key for id_, key in found.items() if id_ not in own})
    writer.file_under(found)
    return touched


def filed(view: Reader, noted: Collection[Noted], frames: Mapping[str, Frame]) -> dict[str, str | None]:
    """The block of each of the observations, and of those that are one with one of them, by id."""
    seen = [each.observation for each in noted]
    known = filing(view, {each.id for each in seen})
    own = {each.id: known.block(each, date_of(each, frames[each.document])) for each in seen}
    return own | dict(known.together)


def refile(writer: Writer, ids: Collection[str]) -> set[str]:
    """Files these observations, and those that are one with one of them; the blocks that some leave or come to."""
    if not ids:
        return set()
    noted = list(writer.noted_of(ids))
    found = filed(writer, noted, _frames(writer, noted))
    touched = _moved(writer, found)
    writer.file_under(found)
    return touched


def _moved(view: Reader, found: Mapping[str, str | None]) -> set[str]:
    """The blocks that observations leave and come to where they are filed so."""
    was = ruling.blocks_of(view, found)
    pairs = {(was.get(id_), key) for id_, key in found.items() if was.get(id_) != key}
    return {key for pair in pairs for key in pair if key is not None}


def attach(writer: Writer, documents: Collection[str]) -> set[str]:
    """Has the anchors in the documents stand for what is read there now, and files anew what the rulings on them bring
    together or kept so; the blocks that this touches."""
    stale = list(ruling.hooks(writer, documents))
    attached = _attach(writer, stale, NOBODY)
    if apart := overruled.apart(writer):  # which follows from what the anchors stand for now
        _attach(writer, attached, apart)
    return _redirect(writer) | refile(writer, bound_with(writer, {each.ruling for each in stale}))


def _attach(writer: Writer, stale: Collection[Hook], apart: Apart) -> list[Hook]:
    found = list(hooked(writer, stale, apart))
    ruling.attach(writer, (new for old, new in zip(stale, found, strict=True) if old != new))
    return found


def bound_with(view: Reader, rulings: Collection[str]) -> set[str]:
    """The observations that these rulings, as far as they stand, say are one or apart."""
    binding = (each for each in ruling.active(view, rulings) if each.what in (MERGE, SPLIT) and each.kind not in KEYED)
    return {id_ for each in binding for id_ in (*each.held, *each.apart)}


def bound_to(view: Reader, ids: Collection[str]) -> set[str]:
    """These observations, and those that are one with one of them."""
    together = bound_by(ruling.bindings(view)).together
    return {other for id_ in ids for other in together.get(id_, (id_,))}


def hooked(view: Reader, hooks: Collection[Hook], apart: Apart) -> Iterator[Hook]:
    """The anchors with what they stand for, in their order; `apart` are the keys that were told apart."""
    read: dict[str, list[Observation]] = defaultdict(list)
    names = {frame.id: frame.name for frame in view.frames({each.anchor.document for each in hooks})}
    for noted in view.noted_in({each.anchor.document for each in hooks if each.anchor.kind not in WHOLE}):
        read[noted.observation.document].append(noted.observation)
    for each in hooks:
        if each.anchor.kind in WHOLE:
            yield each._replace(attached=None, key=_key_of_words(each.anchor, names))
        else:
            found = attached(each.anchor, read[each.anchor.document])
            seen = apart.seen(found, before=(each.at, each.ruling)) if found else None
            yield each._replace(attached=found.id if found else None, key=_key(each.anchor, seen))


def _key_of_words(anchor: Anchor, names: Mapping[str, str]) -> str | None:
    """The key of the block of the report, or of its copies, whose words the anchor names; None where the record does
    not hold it."""
    if anchor.document not in names:
        return None
    return block_key(anchor.document) if anchor.kind == COPY else document_block(names[anchor.document])


def redirects(merged: Iterable[list[str]]) -> dict[str, str]:
    """Each key that was merged with the one that stands for it; `merged` are the keys of each ruling, first the one
    that is to stand."""
    to: dict[str, str] = {}

    def leading(key: str) -> str:
        while key in to:
            key = to[key]
        return key

    for first, *others in merged:
        for other in others:
            if leading(other) != leading(first):
                to[leading(other)] = leading(first)
    return {key: leading(key) for key in to}


def _redirect(writer: Writer) -> set[str]:
    """Brings the redirects up to date, and files anew what goes by a key that leads elsewhere now."""
    was, is_ = ruling.redirected(writer), redirects(ruling.merged_keys(writer))
    if was == is_:
        return set()
    turned = {key for key in was.keys() | is_.keys() if was.get(key) != is_.get(key)}
    ruling.keep_redirects(writer, is_)
    touched = turned | {each[key] for each in (was, is_) for key in turned if key in each}
    ids = {noted.observation.id for _, noted in writer.noted(touched)}
    return touched | refile(writer, ids)


def _key(anchor: Anchor, seen: Observation | None) -> str | None:
    """The key of the block of one that is merged by its key."""
    return block_of(seen, PartDate()) if seen is not None and anchor.kind in KEYED else None


def _frames(view: Reader, noted: Iterable[Noted]) -> dict[str, Frame]:
    return {frame.id: frame for frame in view.frames({each.observation.document for each in noted})}
