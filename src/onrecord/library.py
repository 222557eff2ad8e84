"""The reports that copies are sought in, and which copies a change of reports may change.

A key that a crowd of sentences has (a formula, one story told a thousand times) leads from each of them to the first
FOLLOWED of them alone, so that a report is never compared with a whole crowd.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set

from onrecord.model.marks import Shared
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.copies.pages import Page, Told
from onrecord.reconciling.copies.sentences import keys
from onrecord.store import Reader
from onrecord.store.carrying import Carrier

MOST = 1000  # reports that are held open
FOLLOWED = 100  # sentences of a crowd, those of the reports published first
STORY = 64  # keys of a crowd that tell a story rather than a formula: all who tell it are thought of again


class Library:
    """The reports that copies are sought in, each opened once as long as they are not too many."""

    def __init__(self, view: Reader) -> None:
        self.view = view
        self._pages: dict[str, Page] = {}
        self._shared: dict[str, list[Shared]] = {}
        self._crowded: dict[str, Counter[int]] = {}
        self._first: dict[int, list[Carrier]] = {}

    def beside(self, document: str) -> tuple[dict[str, Page], list[Shared]]:
        """The document and those that share followed keys of sentences with it, by id, and which sentences do."""
        self._make_room()
        if document not in self._shared:
            crowds = {key: self.first(key) for key in self.crowded(document)}
            self._shared[document] = self._sharing(document, crowds)
        shared = self._shared[document]
        return self.opened({document, *(each.document for each in shared)}), shared

    def around(self, document: str, lost: Collection[int] = ()) -> tuple[dict[str, Page], list[Shared]]:
        """As `beside`, with those that are led to the document, and those that the `lost` keys may have led there."""
        leading = self.leading(document) | {key for key in lost if key in self.crowded(document)}
        crowds = {key: self.first(key) for key in self.crowded(document)}
        if not leading:
            return self.beside(document)
        self._make_room()
        shared = self._sharing(document, crowds | {key: self.view.carrying(key) for key in leading})
        return self.opened({document, *(each.document for each in shared)}), shared

    def leading(self, document: str) -> set[int]:
        """The keys of a crowd by which others are led to the document."""
        return {key for key in self.crowded(document) if any(each.document == document for each in self.first(key))}

    def opened(self, ids: Collection[str]) -> dict[str, Page]:
        """The pages of these ids, as far as there are any."""
        absent = set(ids) - set(self._pages)
        frames = {frame.id: frame for frame in self.view.frames(absent)}
        found = (each for each in self.view.documents(absent) if each.id in frames)  # one that was changed is another
        self._pages |= {each.id: Page(each, frames[each.id]) for each in found}
        return {id_: self._pages[id_] for id_ in ids if id_ in self._pages}

    def crowded(self, document: str) -> Counter[int]:
        """The keys of the document that a crowd has, and in how many of its sentences they stand."""
        if document not in self._crowded:
            self._crowded[document] = self.view.crowded(document, FOLLOWED)
        return self._crowded[document]

    def first(self, key: int) -> list[Carrier]:
        """Those of a crowd that are followed."""
        if key not in self._first:
            self._first[key] = self.view.first_carrying(key, FOLLOWED)
        return self._first[key]

    def on_the_edge(self, key: int, documents: Set[str], count: int) -> list[Carrier]:
        """Those of a crowd that may be followed now and not before, or were and are not now, for a change of the
        documents, in `count` of whose sentences the key stands."""
        first = self.view.first_carrying(key, FOLLOWED + count)
        return [each for each in first if each.document not in documents][:FOLLOWED][-count:]

    def followed(self, told: Told) -> frozenset[int]:
        """The keys by which others are led to the sentence."""
        at = Carrier(told.document, told.sentence.start, told.sentence.end)
        crowded = self.crowded(told.document)
        return frozenset(key for key in keys(told.sentence) if key not in crowded or at in self.first(key))

    def _sharing(self, document: str, crowds: Mapping[int, Sequence[Carrier]]) -> list[Shared]:
        if not crowds:
            return self.view.sharing(document, copies.KEYS)
        return self.view.sharing_of_crowds(document, copies.KEYS, crowds)

    def _make_room(self) -> None:
        if len(self._pages) > MOST:
            self._pages.clear()
            self._shared.clear()


def retelling(library: Library, documents: Collection[str], new: Set[str], moved: Collection[str]) -> set[str]:
    """The blocks of the copies in the documents, and in those whose copies may be others for them: which retell one of
    them, or which one that is not `new` may have been before. The `moved` ones of these stand elsewhere among the
    others than before, or will."""
    found = set(documents)
    lost = {id_: set(library.crowded(id_)) if id_ in moved else library.leading(id_) for id_ in found}
    lost |= displaced(library, new, set(moved))
    stories = {key for held in lost.values() if len(held) > STORY for key in held}
    found |= library.view.carrying_any(stories)
    for id_ in sorted(lost):
        if len(lost[id_]) <= STORY:
            pages, shared = library.around(id_, lost[id_])
            as_before = id_ in new if id_ in documents else not moved
            found |= copies.retelling(pages[id_], pages, shared, library.followed, new=as_before)
    return {copies.block_key(each) for each in found}


def displaced(library: Library, new: Set[str], moved: Set[str]) -> dict[str, set[int]]:
    """The other documents that keys of a crowd led to before and do not now, or now and not before; with those keys."""
    changed: Counter[int] = Counter()
    for id_ in sorted(new | moved):
        changed.update(library.crowded(id_))
    found: dict[str, set[int]] = defaultdict(set)
    for key, count in changed.items():
        if moved or any(each.document in new for each in library.first(key)):
            for each in library.on_the_edge(key, new | moved, count):
                found[each.document].add(key)
    return found
