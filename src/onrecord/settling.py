"""After reports were added or read again: dates them, and reconciles what that touches, in the same transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import NamedTuple

from onrecord.filing import attach, file_all
from onrecord.library import Library, retelling
from onrecord.model.apart import NOBODY, Apart
from onrecord.model.facets import found_under
from onrecord.model.findings import Finding, Observation
from onrecord.model.frames import Frame, Noted, frame_of
from onrecord.model.rulings import KEYED, Attached
from onrecord.model.traces import Trace
from onrecord.reconciling import NAMED, beside, reconcile
from onrecord.reconciling.blocks import Block, Tally, document_block, in_order
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.dating import dates_of
from onrecord.reconciling.dating_set import as_set, traces_as_set
from onrecord.reconciling.documents import labelled
from onrecord.reconciling.named.entries import added, tally
from onrecord.reconciling.ruled import rejected
from onrecord.store import Made, Reader, Writer, overruled, ruling
from onrecord.store.reader import groups

PAGE = document_block("")
SAYING = "statement"


def settle(writer: Writer, documents: Iterable[str], before: Iterable[str] = ()) -> None:
    """Brings the record up to date after a change of `documents`; `before` are blocks they had before the change, none
    for documents that are new."""
    changed = set(documents)
    names = {frame.name for frame in writer.frames(changed)}
    dated = names | {trace.name for trace in echoing(writer, changed)}
    kept = {frame.id: frame for frame in writer.frames_named(dated)}
    moved = [frame for frame in standing(writer, dated) if frame != kept[frame.id]]
    writer.relabel(moved)
    elsewhere = {frame.id for frame in moved} - changed
    redone = set(before) | writer.blocks_in(elsewhere)
    new = set() if before else changed
    redone |= writer.blocks_citing((changed | elsewhere) - new, "copy")
    library, turned = Library(writer), changed | elsewhere
    redone |= retelling(library, turned - new)
    library.mark(writer, turned, turned - overruled.set_aside(writer, turned))
    redone |= retelling(library, turned)
    redone |= attach(writer, changed)
    redone |= file_all(writer, changed | elsewhere)
    redone |= writer.blocks_in(elsewhere)
    redone |= {document_block(name) for name in names} | {document_block(frame.name) for frame in moved}
    touched = writer.blocks_in(changed) - redone
    grown = set() if before else {key for key in touched if key.split(":", 1)[0] in NAMED}
    for group in groups(sorted(redone | touched - grown)):
        writer.replace(group, made(writer, set(group), library=library))
    fresh = _by_key(writer.noted_within(changed, NAMED)) if grown else {}
    for group in groups(sorted(grown)):
        writer.replace(group, made(writer, set(group), fresh))


def remake(writer: Writer, keys: Collection[str], whole: Collection[str] = ()) -> None:
    """Makes the entries of the blocks anew, from what the record holds of them; of an actor or place among `whole`, to
    which nothing came and from which nothing went, from what its entry cites."""
    as_cited = {key for key in whole if key.split(":", 1)[0] in NAMED}
    for group in groups(sorted(set(keys) - as_cited)):
        writer.replace(group, made(writer, set(group)))
    for group in groups(sorted(as_cited)):
        writer.replace(group, made(writer, set(group), {}))


def forget(writer: Writer, documents: Iterable[str]) -> None:
    """Takes the documents out: the record is then what it would be if they had never come."""
    gone = set(documents)
    names = {frame.name for frame in writer.frames(gone)}
    dated = names | {trace.name for trace in echoing(writer, gone)}
    left = {frame.id for frame in writer.frames_named(dated)} - gone
    before = writer.blocks_in(gone | left) | {document_block(name) for name in names}
    before |= writer.blocks_citing(gone, "copy") | retelling(Library(writer), gone)
    writer.remove(gone)
    settle(writer, left, before | attach(writer, gone))


def echoing(view: Reader, changed: Collection[str]) -> Iterator[Trace]:
    """The undated pages that share words with a dated one of the `changed` documents, which may hold the key to them;
    no other page is dated otherwise for the change."""
    ruled = overruled.ever_dated(view, changed)
    told = chain(view.traces(changed, dated=True), view.traces(ruled, dated=False))
    words = {key for trace in told for key in trace.keys}
    if words:
        yield from (trace for trace in view.traces(dated=False) if not words.isdisjoint(trace.keys))


def standing(view: Reader, names: Collection[str]) -> Iterator[Frame]:
    """The frames of all versions of these pages as they should be: dated, and labelled for cites."""
    documents = list(view.documents_named(names))
    undated = [each.id for each in documents if any(part.published is None for part in each.parts)]
    told: dict[str, list[Observation]] = defaultdict(list)
    for noted in view.noted_in(undated, "date"):
        told[noted.observation.document].append(noted.observation)
    set_ = overruled.days_set(view)
    aside = overruled.set_aside(view)
    traces = chain(view.traces(dated=True), view.traces(set_, dated=False))
    dates = as_set(dates_of(documents, traces_as_set(traces, set_, aside), told), set_)
    pages: dict[str, list[Frame]] = defaultdict(list)
    for document in documents:
        of_parts = tuple(dates[document.id, part] for part in range(len(document.parts)))
        pages[document.name].append(frame_of(document, of_parts))
    for versions in pages.values():
        yield from labelled(versions)


def made(
    view: Reader, keys: Set[str], fresh: Mapping[str, list[Noted]] | None = None, library: Library | None = None
) -> list[Made]:
    """The entries that reconciling makes of the blocks, from what the record holds; where `fresh` is given, from what
    the blocks' entries cite and from that, which alone is new in the blocks."""
    found, apart = [], overruled.apart(view)
    for block in blocks(view, keys, library) if fresh is None else grown_blocks(view, keys, fresh):
        found += made_of(view, block, apart)
    return found


def made_of(view: Reader, block: Block, apart: Apart) -> list[Made]:
    """The entries that reconciling makes of one block, with their facets; `apart` are the keys that were told apart."""
    reconciled = reconcile(block)
    outlets = {id_: _outlets(block, id_) for id_ in {id_ for each in reconciled for id_ in each.cited}}
    findings = {each.observation.id: each.observation.finding for each in block.noted}
    read: dict[str, list[Finding]] = defaultdict(list)
    for noted in view.noted_in(block.frames) if block.key.startswith(PAGE) else ():
        read[noted.observation.document].append(apart.noted(noted).observation.finding)
    under = found_under(
        (
            each.entry,
            read.get(each.entry.id) or [findings[id_] for id_ in each.members if id_ in findings],
            {outlet for id_ in each.cited for outlet in outlets[id_]},
        )
        for each in reconciled
    )
    return [
        Made(each.entry, block.key, each.members, each.cited, each.joins, under[each.entry.id]) for each in reconciled
    ]


def _outlets(block: Block, document: str) -> list[str]:
    """Who published the parts of the document, as far as the block knows it."""
    page = block.pages.get(document)
    frame = page.frame if page is not None else block.frames.get(document)
    return [part.publisher.value for part in frame.parts if part.publisher] if frame is not None else []


def blocks(view: Reader, keys: Set[str], library: Library | None = None) -> Iterator[Block]:
    """What the record holds of each block, with the frames and the observations beside it that it needs."""
    ruled = _ruled(view, keys)
    noted = _by_key(view.noted(keys), ruled.apart)
    everywhere = [each for group in noted.values() for each in group]
    frames = _frames(view, everywhere)
    near = _near(view, everywhere, ruled)
    versions: dict[str, dict[str, Frame]] = defaultdict(dict)
    for frame in view.frames_named([key.removeprefix(PAGE) for key in keys if key.startswith(PAGE)]):
        versions[document_block(frame.name)][frame.id] = frame
    library = library or Library(view)
    library.prepare([key.removeprefix(copies.BLOCK) for key in keys if key.startswith(copies.BLOCK)])
    for key in sorted(keys):
        if key in ruled.aside:
            yield Block(key, (), {})
        elif key.startswith(copies.BLOCK):
            pages, shared = library.beside(key.removeprefix(copies.BLOCK))
            yield Block(key, (), {}, pages=pages, shared=tuple(shared), rulings=ruled.on(key))
        else:
            known = versions[key] if key.startswith(PAGE) else frames
            yield Block(key, in_order(noted[key], frames), known, near, rulings=ruled.on(key))


def _near(view: Reader, noted: Iterable[Noted], ruled: "_Ruled") -> dict[str, Noted]:
    """The observations beside these, by id; no saying that was rejected, which nobody need deny."""
    ids = set(_beside(noted))
    out = rejected(ruling.active(view, ruling.holding(view, ids))) if ruled.any else ()
    found = (ruled.apart.noted(each) for each in view.noted_of(ids))
    return {id_: each for each in found if (id_ := each.observation.id) not in out or each.observation.kind != SAYING}


class _Ruled(NamedTuple):
    """What people ruled, as far as blocks need it: the keys that were told apart, the keys of the copies in reports
    that were rejected, the rulings on what is filed under each key, and whether there are `any`."""

    apart: Apart = NOBODY
    aside: frozenset[str] = frozenset()
    rulings: Mapping[str, list[Attached]] = {}
    any: bool = False

    def on(self, key: str) -> tuple[Attached, ...]:
        """The rulings on the block of the key: of those on whom a key stands for, none older than the key."""
        since = self.apart.since(key)
        found = self.rulings.get(key, ())
        return tuple(each for each in found if since is None or each.kind not in KEYED or each.order >= since)


def _ruled(view: Reader, keys: Collection[str]) -> _Ruled:
    if not ruling.any_active(view):
        return _Ruled()
    aside = frozenset(map(copies.block_key, overruled.set_aside(view)))
    return _Ruled(overruled.apart(view), aside, ruling.of_blocks(view, keys), any=True)


def grown_blocks(view: Reader, keys: Set[str], fresh: Mapping[str, list[Noted]]) -> Iterator[Block]:
    """Blocks of actors and places as they are after the observations `fresh` came: what their entries cited before, and
    what is new."""
    ruled = _ruled(view, keys)
    noted = {key: [ruled.apart.noted(each) for each in fresh.get(key, [])] for key in keys}
    before = _by_key(view.noted_in_entries(keys), ruled.apart)
    frames = _frames(view, [each for group in (*noted.values(), *before.values()) for each in group])
    counted = {
        key: Tally(entry.origins.reports if entry.origins else 0, entry.first_reported, entry.last_reported)
        for key, entry in view.entries_of_blocks(keys)
    }
    for key in sorted(keys):
        block = Block(key, in_order((*before[key], *noted[key]), frames), frames)
        new = tally(block, noted[key])
        grown = added(counted[key], new) if key in counted else new
        yield Block(key, block.noted, frames, {}, grown, rulings=ruled.on(key))


def _by_key(found: Iterable[tuple[str, Noted]], apart: Apart = NOBODY) -> dict[str, list[Noted]]:
    noted: dict[str, list[Noted]] = defaultdict(list)
    for key, each in found:
        noted[key].append(apart.noted(each))
    return noted


def _frames(view: Reader, noted: Iterable[Noted]) -> dict[str, Frame]:
    return {frame.id: frame for frame in view.frames({each.observation.document for each in noted})}


def _beside(noted: Iterable[Noted]) -> Iterator[str]:
    """The ids of the observations that others name."""
    for each in noted:
        yield from beside(each.observation)
