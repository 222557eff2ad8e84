"""The reports that copies are sought in, and which copies a change of reports may change.

A key leads to the first FOLLOWED of the sentences that have it, those of the reports published first, and to no other:
a report is compared with few of a crowd (a formula, one story told a thousand times), and who comes late to a crowd
changes nothing for the others.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import islice
from typing import Any, NamedTuple

from onrecord.model.marks import Carrier, Mark, Shared
from onrecord.model.spans import Span
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.copies.pages import Page, Told, marks_of
from onrecord.reconciling.copies.sentences import keys
from onrecord.store import Reader, Writer
from onrecord.store.reader import groups

MOST = 1000  # reports that are held open
FOLLOWED = 8  # sentences that a key leads to
STORY = 64  # keys of a crowd that tell a story rather than a formula: all who tell it are thought of again

Leading = dict[Carrier, set[int]]  # sentences, each with keys of a crowd that lead to it


class Keys(NamedTuple):
    """What ties a report to others: its sentences with those of others that share a key with them which few have, as
    often as they do; and its own sentences with those of their keys that a crowd has."""

    tied: list[tuple[Carrier, Carrier]]
    crowded: Mapping[Carrier, list[int]]


class Library:
    """The reports that copies are sought in, each opened once as long as they are not too many."""

    def __init__(self, view: Reader) -> None:
        self.view = view
        self._pages: dict[str, Page] = {}
        self._led: dict[str, list[Shared]] = {}
        self._first: dict[int, list[Carrier]] = {}
        self._every: dict[Carrier, frozenset[int]] = {}
        self._known: dict[tuple[Any, ...], list[Carrier]] = {}  # where sentences lead that few others share keys with

    def mark(self, writer: Writer, documents: Collection[str], compared: Collection[str]) -> None:
        """Keeps the marks of those of the documents that are compared with others in the place of all that they had."""
        writer.mark(documents, self._marks(compared))
        self._led.clear()
        self._first.clear()
        self._every.clear()
        self._known.clear()

    def beside(self, document: str) -> tuple[dict[str, Page], list[Shared]]:
        """The document and those that its sentences are led to, by id, and which sentences lead to which; nothing where
        it has gone."""
        if not self.opened([document]):
            return {}, []
        led = self._led.pop(document, None)
        if led is None:
            led = self._as_told(document)
        if led is None:
            self.keys(document)
            led = self._led.pop(document)
        return self.opened({document, *(each.document for each in led)}), led

    def keys(self, document: str) -> Keys:
        """What ties the document to others."""
        held = Keys(self.view.tied(document, FOLLOWED), self.view.crowded(document, FOLLOWED))
        self._led[document] = self._leads(document, held)
        return held

    def first(self, key: int) -> list[Carrier]:
        """The sentences that the key of a crowd leads to."""
        if key not in self._first:
            self._first[key] = self.view.first_carrying(key, FOLLOWED)
        return self._first[key]

    def first_without(self, key: int, documents: Set[str], count: int) -> list[Carrier]:
        """Those that it would lead to without the documents, `count` of whose sentences have it."""
        first = self.view.first_carrying(key, FOLLOWED + count)
        return [each for each in first if each.document not in documents][:FOLLOWED]

    def opened(self, ids: Collection[str]) -> dict[str, Page]:
        """The pages of these ids, as far as there are any."""
        absent = set(ids) - set(self._pages)
        if len(self._pages) + len(absent) > MOST:
            self._pages = dict(islice(self._pages.items(), MOST // 2, None))
            absent = set(ids) - set(self._pages)
        frames = {frame.id: frame for frame in self.view.frames(absent)}
        found = (each for each in self.view.documents(absent) if each.id in frames)  # one that was changed is another
        self._pages |= {each.id: Page(each, frames[each.id]) for each in found}
        return {id_: self._pages[id_] for id_ in ids if id_ in self._pages}

    def every(self, at: Carrier) -> frozenset[int]:
        """All keys of the sentence."""
        if at not in self._every:
            self._every[at] = keys(self.opened([at.document])[at.document].told(at.span).sentence)
        return self._every[at]

    def followed(self, at: Carrier) -> frozenset[int]:
        """The keys that lead to the sentence."""
        crowded = self.view.crowded(at.document, FOLLOWED).get(at, ())
        return self.every(at) - {key for key in crowded if at not in self.first(key)}

    def _marks(self, documents: Collection[str]) -> Iterator[Mark]:
        for group in groups(sorted(documents)):
            for page in self.opened(group).values():
                yield from marks_of(page)

    def _as_told(self, document: str) -> list[Shared] | None:
        """Where the sentences of the document lead, if each of them is known from another in the same words."""
        found: list[Shared] = []
        for told in self.opened([document])[document].all:
            led = self._known.get(told.words)
            if led is None:
                return None
            found += _before(told, led)
        return found

    def _leads(self, document: str, held: Keys) -> list[Shared]:
        """Where the sentences of the document lead."""
        tied: dict[Span, Counter[Carrier]] = defaultdict(Counter)
        for own, other in held.tied:
            tied[own.span][other] += 1
        crowded = {own.span: by for own, by in held.crowded.items()}
        found: list[Shared] = []
        for told in self.opened([document])[document].all:
            span = told.sentence.span
            led = self._known.get(told.words)
            if led is None:
                counted = tied.get(span, Counter())
                for key in crowded.get(span, ()):
                    counted.update(self.first(key))
                led = [each for each, count in counted.items() if count >= copies.KEYS]
            if span not in tied and (span in crowded or not keys(told.sentence)):
                self._known[told.words] = led
            found += _before(told, led)
        return found


def _before(told: Told, led: Iterable[Carrier]) -> Iterator[Shared]:
    """Those of the sentences that are earlier ones of other reports."""
    for each in led:
        if each < told.rank and each.document != told.document:
            yield Shared(told.rank[-1], each.document, each.start, each.end)


def retelling(library: Library, documents: Collection[str]) -> set[str]:
    """The blocks of the copies in the documents, and of those in others that may be other copies than they would be if
    the documents were not there."""
    changed = set(documents)
    found = set(changed)
    crowds: Counter[int] = Counter()
    for id_ in sorted(changed):
        held = library.keys(id_)
        later = Counter(pair for pair in held.tied if pair[1] > pair[0])
        found |= alike(library, (pair for pair, count in later.items() if count >= copies.KEYS), found)
        for by in held.crowded.values():
            crowds.update(by)
    leading = turned(library, changed, crowds)
    return {copies.block_key(each) for each in found | led(library, leading, found)}


def turned(library: Library, changed: Set[str], crowds: Mapping[int, int]) -> dict[str, Leading]:
    """The sentences, by document, that keys of a crowd lead to and would not if those that changed were not there, or
    the other way round; `crowds` says in how many sentences of these each key stands."""
    found: dict[str, Leading] = defaultdict(lambda: defaultdict(set))
    for key, count in crowds.items():
        first = set(library.first(key))
        if any(each.document in changed for each in first):
            for told in first.symmetric_difference(library.first_without(key, changed, count)):
                found[told.document][told].add(key)
    return found


def led(library: Library, leading: Mapping[str, Leading], known: Set[str]) -> set[str]:
    """The documents, with those that are known, which keys of a crowd lead to one of the sentences, or led there, and
    that may retell it."""
    found = set(known)
    stories: dict[int, list[Carrier]] = defaultdict(list)
    for _, sentences in sorted(leading.items()):
        if len(set().union(*sentences.values())) > STORY:
            for told, by in sentences.items():
                for key in by:
                    stories[key].append(told)
            continue
        for told, by in sentences.items():
            after = library.view.carrying_after(told, library.every(told), copies.KEYS)
            first = min(library.first(key)[0] for key in by)
            carrier = first if first < told and first.document not in known else None
            found |= alike(library, ((told, other) for other in after), found, carrier)
    return found | telling(library, stories, found)


def telling(library: Library, stories: Mapping[int, list[Carrier]], known: Set[str]) -> set[str]:
    """The documents, beside those that are known, that tell one of the stories in other words than one that comes
    before the sentences that its keys lead to, or led to."""
    found: set[str] = set()
    parts: dict[tuple[Any, ...], tuple[Carrier, Page | None] | None] = {}
    for group in groups(sorted(library.view.carrying_any(stories.keys()) - known)):
        for page in library.opened(group).values():
            for told in page.all:
                if told.words not in parts:
                    parts[told.words] = _part(library, told, stories, known)
                first, carrier = parts[told.words] or (told.rank, None)
                if first < told.rank and (carrier is None or copies.versions(carrier, page)):
                    found.add(page.id)
                    break
    return found


def _part(
    library: Library, told: Told, stories: Mapping[int, list[Carrier]], known: Set[str]
) -> tuple[Carrier, Page | None] | None:
    """Where the sentence is a part of one of the stories: the first of the sentences that it may retell, and the report
    before that which it is a copy of in any case."""
    every = keys(told.sentence)
    shared = every & stories.keys()
    near = {each for key in shared for each in stories[key] if len(every & library.every(each)) >= copies.KEYS}
    if not near:
        return None
    first = min(library.first(key)[0] for key in shared)
    if first.document in known or first >= min(near):
        return min(near), None
    pages = library.opened({first.document, told.document})
    at = Carrier(*told.rank, told.sentence.end)
    carried = copies.carried(pages, first, at, library.followed(first))
    return min(near), pages[first.document] if carried else None


def alike(
    library: Library, pairs: Iterable[tuple[Carrier, Carrier]], known: Set[str], first: Carrier | None = None
) -> set[str]:
    """The documents of the second sentences that retell the first ones, beside those that are known and those whose
    sentence is in any case a copy of the one that comes `first`: what comes between changes nothing."""
    found: set[str] = set()
    followed = library.followed(first) if first else frozenset()
    for group in groups(pair for pair in pairs if pair[1].document not in known):
        pages = library.opened(
            {each.document for pair in group for each in pair} | ({first.document} if first else set())
        )
        for told, other in group:
            if other.document in found or (first and copies.carried(pages, first, other, followed)):
                continue
            if copies.likeness_of(pages, told, other):
                found.add(other.document)
    return found
