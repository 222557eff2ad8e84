"""After reports were added or read again: dates them, and reconciles what that touches, in the same transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from onrecord.model.findings import Observation
from onrecord.model.frames import Frame, Noted, frame_of
from onrecord.model.traces import Trace
from onrecord.reconciling import NAMED, reconcile
from onrecord.reconciling.blocks import Block, document_block, in_order, names_of
from onrecord.reconciling.dating import dates_of
from onrecord.reconciling.documents import labelled
from onrecord.store import Made, Reader, Writer

PAGE = document_block("")


def settle(writer: Writer, documents: Iterable[str], before: Iterable[str] = ()) -> None:
    """Brings the record up to date after a change of `documents`; `before` are blocks they had before the change."""
    changed = set(documents)
    names = {frame.name for frame in writer.frames(changed)}
    dated = names | {trace.name for trace in echoing(writer, changed)}
    kept = {frame.id: frame for frame in writer.frames_named(dated)}
    moved = [frame for frame in standing(writer, dated) if frame != kept[frame.id]]
    writer.relabel(moved)
    changed |= {frame.id for frame in moved}
    touched = writer.blocks_in(changed) | set(before)
    touched |= {document_block(name) for name in names} | {document_block(frame.name) for frame in moved}
    first = {block for block in touched if block.split(":", 1)[0] in NAMED}
    renamed = _reconcile(writer, first)
    _reconcile(writer, (touched - first) | writer.blocks_naming(renamed))


def echoing(view: Reader, changed: Collection[str]) -> Iterator[Trace]:
    """The undated pages that share words with a dated one of the `changed` documents, which may hold the key to them;
    no other page is dated otherwise for the change."""
    words = {key for trace in view.traces(changed, dated=True) for key in trace.keys}
    if words:
        yield from (trace for trace in view.traces(dated=False) if not words.isdisjoint(trace.keys))


def standing(view: Reader, names: Collection[str]) -> Iterator[Frame]:
    """The frames of all versions of these pages as they should be: dated, and labelled for cites."""
    documents = list(view.documents_named(names))
    undated = [each.id for each in documents if any(part.published is None for part in each.parts)]
    told: dict[str, list[Observation]] = defaultdict(list)
    for noted in view.noted_in(undated, "date"):
        told[noted.observation.document].append(noted.observation)
    dates = dates_of(documents, view.traces(dated=True), told)
    pages: dict[str, list[Frame]] = defaultdict(list)
    for document in documents:
        of_parts = tuple(dates[document.id, part] for part in range(len(document.parts)))
        pages[document.name].append(frame_of(document, of_parts))
    for versions in pages.values():
        yield from labelled(versions)


def _reconcile(writer: Writer, keys: set[str]) -> set[str]:
    """Makes the entries of the blocks anew; those blocks whose entry now has another id."""
    before = writer.ids_of_blocks(keys)
    writer.replace(keys, made(writer, keys))
    after = writer.ids_of_blocks(keys)
    return {key for key in keys if before.get(key) != after.get(key)}


def made(view: Reader, keys: set[str]) -> list[Made]:
    """The entries that reconciling makes of the blocks, from what the record holds."""
    found = []
    for block in blocks(view, keys):
        found += [Made(each.entry, block.key, each.members, each.cited) for each in reconcile(block)]
    return found


def blocks(view: Reader, keys: set[str]) -> Iterator[Block]:
    """What the record holds of each block, with the frames and the entries that it needs."""
    noted: dict[str, list[Noted]] = defaultdict(list)
    for key, each in view.noted(keys):
        noted[key].append(each)
    everywhere = [each.observation for group in noted.values() for each in group]
    frames = {frame.id: frame for frame in view.frames(seen.document for seen in everywhere)}
    ids = view.ids_of_blocks(name for seen in everywhere for name in names_of(seen))
    pages: dict[str, dict[str, Frame]] = defaultdict(dict)
    for frame in view.frames_named([key.removeprefix(PAGE) for key in keys if key.startswith(PAGE)]):
        pages[document_block(frame.name)][frame.id] = frame
    for key in sorted(keys):
        yield Block(key, in_order(noted[key], frames), pages[key] if key.startswith(PAGE) else frames, ids)
