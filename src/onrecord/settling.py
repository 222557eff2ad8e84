"""After reports were added or read again: dates them, and reconciles what that touches, in the same transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.model.documents import Part
from onrecord.model.frames import Frame, Noted, PartDate
from onrecord.reconciling import NAMED, reconcile
from onrecord.reconciling.blocks import Block, document_block, in_order, names_of
from onrecord.reconciling.documents import labelled
from onrecord.store import Made, Reader, Writer

HEADER = "date header"
PAGE = document_block("")


def settle(writer: Writer, documents: Iterable[str], before: Iterable[str] = ()) -> None:
    """Brings the record up to date after a change of `documents`; `before` are blocks they had before the change."""
    changed = set(documents)
    stored = {frame.id: frame for frame in writer.frames_named({frame.name for frame in writer.frames(changed)})}
    current = standing(stored.values())
    moved = [frame for frame in current if frame != stored[frame.id]]
    writer.relabel(moved)
    changed |= {frame.id for frame in moved}
    touched = writer.blocks_in(changed) | set(before)
    touched |= {document_block(frame.name) for frame in current if frame.id in changed}
    first = {block for block in touched if block.split(":", 1)[0] in NAMED}
    renamed = _reconcile(writer, first)
    _reconcile(writer, (touched - first) | writer.blocks_naming(renamed))


def standing(frames: Iterable[Frame]) -> list[Frame]:
    """The frames as they should be, dated and labelled; all versions of a page must be among them."""
    pages: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        pages[frame.name].append(dated_as_stated(frame))
    return [frame for versions in pages.values() for frame in labelled(versions)]


def dated_as_stated(frame: Frame) -> Frame:
    """The frame with the dates that its own parts state."""
    words = {(quote.start, quote.end): quote.words for quote in frame.quotes}
    return msgspec.structs.replace(frame, dates=tuple(_stated(part, words) for part in frame.parts))


def _stated(part: Part, words: Mapping[tuple[int, int], str]) -> PartDate:
    said = part.published
    if said is None:
        return PartDate()
    told = " … ".join(words[span.start, span.end] for span in said.words)
    why = f"{HEADER} {told!r}" if told else f"given beside the text ({said.rule})"
    return PartDate(published=said.value, basis="stated", why=why, words=said.words)


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
