"""Copies: the passages of a report that retell another's sentences, and the report that is a copy as a whole.

A block is one report with those published before it that share keys with its sentences. Each sentence goes to the
earliest sentence that it retells, so that copies are as many as what was copied, not as the pairs of reports; sentences
that follow one another in both reports make one passage. Where several sentences of two reports are one, the rest of
them is compared as well, and with less asked for: who retells this much retells more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.model.entries import Cite, CopyEntry, Origins
from onrecord.model.frames import UNDATED
from onrecord.model.ids import digest
from onrecord.model.marks import Shared
from onrecord.model.spans import Span
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.cites import Cited
from onrecord.reconciling.copy_likeness import (
    ALTERED,
    KIN,
    PARAPHRASE,
    QUOTATION,
    STRANGERS,
    WIRE,
    Bar,
    Likeness,
    likeness,
)
from onrecord.reconciling.copy_pages import Page, Rank, Told
from onrecord.reconciling.copy_sentences import LONGEST

BLOCK = "copy:"
KEYS = 2  # that two sentences must share to be compared
ENOUGH = 2  # sentences that two reports share before all their sentences are compared
CLOSEST = 3  # reports whose every sentence is compared
MOST = 0.6  # share of a report's words that makes it a copy as a whole
REPORT = 3  # sentences of a report that can be one
NEAR = 2  # sentences by which neighbours in one report may lie apart in the other

FIRM = frozenset({WIRE, QUOTATION})


class Pair(NamedTuple):
    """A sentence of the block's report by its number, the earlier one that it retells, and how."""

    number: int
    earlier: Told
    likeness: Likeness

    @property
    def order(self) -> tuple[bool, Rank, float]:
        """The words themselves before a rewording, then the earliest, then the most alike."""
        return self.likeness.type not in FIRM, self.earlier.rank, -self.likeness.ratio


def block_key(document: str) -> str:
    """The key of the block of the copies in the document of that id."""
    return f"{BLOCK}{document}"


def retelling(own: Page, pages: Mapping[str, Page], shared: Iterable[Shared], *, later: bool) -> set[str]:
    """The ids of the reports with a sentence that retells one of the report's own, or is retold by it where they need
    not be `later`; `marks` are all that have a key of one of those."""
    found: set[str] = set()
    for told, other in _sharing(own, pages, shared):
        fits = other.document not in found and (told.rank < other.rank or not later)
        if fits and likeness(told.sentence, other.sentence):
            found.add(other.document)
    return found


def entries(block: Block) -> list[Reconciled]:
    """The copies in the report that the block is of: the report as a whole, then passages as they stand in it."""
    pages = block.pages
    own = pages.get(block.key.removeprefix(BLOCK))
    if own is None:
        return []
    numbers = {told.sentence.start: number for number, told in enumerate(own.all)}
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for told, other in _sharing(own, pages, block.shared):
        if other.rank < told.rank and (alike := likeness(told.sentence, other.sentence)):
            pairs[numbers[told.sentence.start]].append(Pair(numbers[told.sentence.start], other, alike))
    whole: list[tuple[float, list[Pair]]] = []
    for page in _closest(pairs, pages):
        retold = list(_compared(own.all, page.all, KIN))
        for pair in retold:
            pairs[pair.number].append(pair)
        whole.append((_share(own, retold), retold))
    for pair in _compared(own.all, own.all, STRANGERS):
        pairs[pair.number].append(pair)
    best = [min(each, key=lambda pair: pair.order) for _, each in sorted(pairs.items()) if each]
    made = [_entry(own, pages, passage) for passage in _passages(best)]
    share, copied = max(whole, key=lambda each: each[0], default=(0.0, []))
    if share >= MOST and len(own.all) >= REPORT:
        made.insert(0, _entry(own, pages, copied, share))
    return made


def _sharing(own: Page, pages: Mapping[str, Page], shared: Iterable[Shared]) -> Iterator[tuple[Told, Told]]:
    """The sentences of the report, each with those of others that share keys with it; versions of one page are not
    compared."""
    by_start = {told.sentence.start: told for told in own.all}
    for each in shared:
        page = pages.get(each.document)
        if page is not None and page.frame.name != own.frame.name:
            yield by_start[each.own], page.told(Span(each.start, each.end))


def _closest(pairs: Mapping[int, Sequence[Pair]], pages: Mapping[str, Page]) -> list[Page]:
    """The reports that most sentences retell, the earliest of equals first."""
    shared = Counter(document for each in pairs.values() for document in {pair.earlier.document for pair in each})
    many = [document for document, count in shared.items() if count >= ENOUGH]
    many.sort(key=lambda document: (-shared[document], pages[document].rank(0)))
    return [pages[document] for document in many[:CLOSEST]]


def _compared(later: Sequence[Told], earlier: Sequence[Told], bar: Bar) -> Iterator[Pair]:
    """Each sentence with the one that it is most like among the earlier ones, where it is like one."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(earlier):
        for stem in told.sentence.content:
            holding[stem].append(number)
    for number, told in enumerate(later):
        shared = Counter(other for stem in told.sentence.content for other in holding.get(stem, ()))
        found = [
            Pair(number, earlier[other], alike)
            for other, count in sorted(shared.items())
            if count > 1
            and earlier[other].rank < told.rank
            and (alike := likeness(told.sentence, earlier[other].sentence, bar))
        ]
        if found:
            yield max(found, key=lambda pair: (pair.likeness.type in FIRM, pair.likeness.ratio))


def _share(own: Page, retold: Iterable[Pair]) -> float:
    """The share of the report's words that stand in sentences which retell the other report."""
    return sum(len(own.all[pair.number].sentence.tokens) for pair in retold) / sum(
        len(told.sentence.tokens) for told in own.all
    )


def _passages(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Sentences that follow one another in both reports and are copied in one way."""
    passage: list[Pair] = []
    for pair in pairs:
        if passage and not _goes_on(passage[-1], pair):
            yield passage
            passage = []
        passage.append(pair)
    if passage:
        yield passage


def _goes_on(one: Pair, other: Pair) -> bool:
    mine, yours = one.earlier, other.earlier
    return (
        other.number == one.number + 1
        and mine.document == yours.document
        and 0 < yours.sentence.start - mine.sentence.start <= NEAR * (LONGEST)
        and _way(one) == _way(other)
    )


def _way(pair: Pair) -> str:
    return PARAPHRASE if pair.likeness.type == ALTERED else pair.likeness.type


def _entry(own: Page, pages: Mapping[str, Page], pairs: Sequence[Pair], share: float | None = None) -> Reconciled:
    """The entry of a passage; of the report as a whole where its `share` is given."""
    first = pages[pairs[0].earlier.document]
    told = [(own, own.all[pair.number].sentence.span) for pair in pairs]
    told += [(first, pair.earlier.sentence.span) for pair in pairs]
    cited = cites.ordered(Cited(page.id, _cite(page, span)) for page, span in told)
    ranks = [rank for pair in pairs for rank in (own.all[pair.number].rank, pair.earlier.rank)]
    days = sorted(day for day, _, _ in ranks if day != UNDATED)
    kinds = Counter(pair.likeness.type for pair in pairs)
    entry = CopyEntry(
        id=digest("copy", own.id, "" if share is not None else own.all[pairs[0].number].sentence.start),
        cites=tuple(each.cite for each in cited),
        derived={"type": "alignment"},
        origins=Origins(1, 1, len({own.id, first.id})),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        docs=(first.frame.label, own.frame.label),
        what=_words(first, pairs),
        type=max(kinds, key=lambda kind: (kinds[kind], kind)),
        share=share if share is None else round(share, 2),
    )
    return Reconciled(entry, (), tuple(each.document for each in cited))


def _cite(page: Page, span: Span) -> Cite:
    return Cite(doc=page.frame.label, start=span.start, end=span.end, quote=page.words(span))


def _words(page: Page, pairs: Sequence[Pair]) -> str:
    """The passage in the earlier report's words, as far as a cite may go."""
    words = page.words(pairs[0].earlier.sentence.span)
    for pair in pairs[1:]:
        more = f"{words} {page.words(pair.earlier.sentence.span)}"
        if len(more) > LONGEST:
            break
        words = more
    return " ".join(words.split())
