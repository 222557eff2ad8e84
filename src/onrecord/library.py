"""The reports that copies are sought in, and which copies a change of reports may change.

A key leads to the first FOLLOWED of the sentences that have it, those of the reports published first, and to no other:
a report is compared with few of a crowd (a formula, one story told a thousand times), and who comes late to a crowd
changes nothing for the others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.model.marks import Carrier, Mark, Shared
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.copies.pages import Page, Told, marks_of, outlined, versions
from onrecord.reconciling.copies.sentences import keys
from onrecord.store import Reader, Writer
from onrecord.store.reader import groups

if TYPE_CHECKING:
    from onrecord.store.carrying import Carriers

MOST = 6144  # reports that are held open: a batch, and those that share words with it
FOLLOWED = 8  # sentences that a key leads to
STORY = 64  # keys of a crowd that tell a story rather than a formula: all who tell it are thought of again

Leading = dict[Carrier, set[int]]  # sentences, each with keys of a crowd that lead to it


class Part(NamedTuple):
    """What a sentence is a part of: the first of the sentences that it may retell, the reports that these are of, and
    the report before them which it is a copy of in any case."""

    first: Carrier
    near: Set[str]
    carrier: Page | None


class Library:
    """The reports that copies are sought in, each opened once as long as they are not too many."""

    def __init__(self, view: Reader) -> None:
        self.view = view
        self._pages: dict[str, Page] = {}
        self._led: dict[str, list[Shared]] = {}
        self._every: dict[Carrier, frozenset[int]] = {}
        self._followed: dict[Carrier, frozenset[int]] = {}

    def mark(self, writer: Writer, documents: Collection[str], compared: Collection[str]) -> None:
        """Keeps the marks of those of the documents that are compared with others in the place of all that they had."""
        writer.mark(documents, list(self._marks(compared)))
        self._led.clear()
        self._followed.clear()

    def prepare(self, documents: Collection[str]) -> None:
        """Finds out at once where the sentences of the documents lead."""
        if absent := {each for each in documents if each not in self._led}:
            self.carriers(absent)

    def beside(self, document: str) -> tuple[dict[str, Page], list[Shared]]:
        """The document and those that its sentences are led to, by id, and which sentences lead to which; nothing where
        it has gone."""
        if not self.opened([document]):
            return {}, []
        self.prepare([document])
        led = self._led.pop(document)
        return self.opened({document, *(each.document for each in led)}), led

    def carriers(self, documents: Collection[str]) -> "Carriers":
        """The sentences that have a key of the documents."""
        found = self.view.carriers_in(documents)
        self._led |= found.led(documents, FOLLOWED, copies.KEYS)
        return found

    def opened(self, ids: Collection[str]) -> dict[str, Page]:
        """The pages of these ids, as far as there are any."""
        held = {id_: page for id_ in ids if (page := self._pages.pop(id_, None)) is not None}
        absent = set(ids) - held.keys()
        if len(self._pages) + len(held) + len(absent) > MOST:  # those that were not asked for longest go
            self._pages = dict(islice(self._pages.items(), MOST // 2, None))
        if absent:
            found = self.view.reports(absent)
            held |= {each.id: Page(each, frame) for each, frame in found if each.id in absent}  # else it was changed
        self._pages |= held
        return {id_: held[id_] for id_ in ids if id_ in held}

    def every(self, at: Carrier) -> frozenset[int]:
        """All keys of the sentence."""
        if at not in self._every:
            self._every[at] = keys(self.opened([at.document])[at.document].told(at.span).sentence)
        return self._every[at]

    def followed(self, at: Carrier) -> frozenset[int]:
        """The keys that lead to the sentence, of those that others have too."""
        if at not in self._followed:
            self._followed[at] = self.view.carriers_of(self.every(at)).leading_to(at, FOLLOWED)
        return self._followed[at]

    def _marks(self, documents: Collection[str]) -> Iterator[Mark]:
        for group in groups(sorted(documents)):
            for page in self.opened(group).values():
                yield from marks_of(page)


def retelling(library: Library, documents: Collection[str]) -> set[str]:
    """The blocks of the copies in the documents, and of those in others that may be other copies than they would be if
    the documents were not there."""
    changed = set(documents)
    carriers = library.carriers(changed)
    found = changed | alike(library, carriers.tied(changed, FOLLOWED, copies.KEYS), changed)
    leading: dict[str, Leading] = defaultdict(dict)
    for told, by in carriers.turned(changed, FOLLOWED).items():
        leading[told.document][told] = by
    return {copies.block_key(each) for each in found | led(library, carriers, leading, changed, found)}


def led(
    library: Library, carriers: "Carriers", leading: Mapping[str, Leading], changed: Set[str], known: Set[str]
) -> set[str]:
    """The documents, with those that are known, which keys of a crowd lead to one of the sentences, or would if those
    that changed were not there, and that may retell it."""
    found = set(known)
    stories, formulas = _crowds(leading)
    every = {told: library.every(told) for sentences in leading.values() for told in sentences}
    near = library.view.carriers_of(frozenset().union(*every.values()))
    telling: dict[str, set[Carrier]] = defaultdict(set)
    for told, after in near.led_otherwise(every, changed, FOLLOWED, copies.KEYS):
        if told in formulas:
            first = min(carriers.first(key, 1)[0] for key in formulas[told])
            carrier = first if first < told and first.document not in known else None
            found |= alike(library, ((told, other) for other in after), found, carrier)
        else:
            for other in after:
                telling[other.document].add(other)
    return found | retold(library, carriers, stories, telling, found)


def _crowds(leading: Mapping[str, Leading]) -> tuple[dict[int, list[Carrier]], Leading]:
    """The sentences of the documents that tell stories, by the keys that lead to them, and those that are formulas."""
    stories: dict[int, list[Carrier]] = defaultdict(list)
    formulas: Leading = {}
    for _, sentences in sorted(leading.items()):
        if len(set().union(*sentences.values())) <= STORY:
            formulas |= sentences
            continue
        for told, by in sentences.items():
            for key in by:
                stories[key].append(told)
    return stories, formulas


def retold(
    library: Library,
    carriers: "Carriers",
    stories: Mapping[int, list[Carrier]],
    telling: Mapping[str, Collection[Carrier]],
    known: Set[str],
) -> set[str]:
    """The documents, beside those that are known, that tell one of the stories, by these sentences, in other words than
    one that comes before the sentences that its keys lead to, or led to."""
    found: set[str] = set()
    parts: dict[tuple[Any, ...], Part | None] = {}
    for group in groups(sorted(telling.keys() - known)):
        for page in library.opened(group).values():
            for told in (page.told(each.span) for each in sorted(telling[page.id])):
                if told.words not in parts:
                    parts[told.words] = _part(library, carriers, told, stories, known)
                part = parts[told.words]
                if part and part.first < told.rank and _may_tell(library, page, part):
                    found.add(page.id)
                    break
    return found


def _may_tell(library: Library, page: Page, part: Part) -> bool:
    """Whether the report, which has the part, may be another copy for the sentences that the part is near."""
    if part.carrier is None or versions(part.carrier, page):
        return True
    if outlined(part.carrier, page):
        return False
    return any(outlined(each, page) for each in library.opened(part.near).values())


def _part(
    library: Library, carriers: "Carriers", told: Told, stories: Mapping[int, list[Carrier]], known: Set[str]
) -> Part | None:
    """The sentence as a part of one of the stories, where it is one."""
    every = keys(told.sentence)
    shared = every & stories.keys()
    near = {each for key in shared for each in stories[key] if len(every & library.every(each)) >= copies.KEYS}
    if not near:
        return None
    documents = {each.document for each in near}
    first = min(carriers.first(key, 1)[0] for key in shared)
    if first.document in known or first >= min(near):
        return Part(min(near), documents, None)
    pages = library.opened({first.document, told.document})
    at = Carrier(*told.rank, told.sentence.end)
    carried = copies.carried(pages, first, at, library.followed(first))
    return Part(min(near), documents, pages[first.document] if carried else None)


def alike(
    library: Library, pairs: Iterable[tuple[Carrier, Carrier]], known: Set[str], first: Carrier | None = None
) -> set[str]:
    """The documents of the second sentences that retell the first ones, or that may be those of the first in other
    words, beside those that are known and those whose sentence, or which as a whole, are in any case copies of the one
    that comes `first`: what comes between changes nothing."""
    found: set[str] = set()
    followed = library.followed(first) if first else frozenset()
    for group in groups(pair for pair in pairs if pair[1].document not in known):
        pages = library.opened(
            {each.document for pair in group for each in pair} | ({first.document} if first else set())
        )
        for told, other in group:
            if other.document in found:
                continue
            in_order = outlined(pages[told.document], pages[other.document])
            if first and copies.carried(pages, first, other, followed):
                again = in_order and not outlined(pages[first.document], pages[other.document])
            else:
                again = in_order or copies.likeness_of(pages, told, other) is not None
            if again:
                found.add(other.document)
    return found
