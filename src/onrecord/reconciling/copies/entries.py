"""Copies: the passages of a report that retell another's sentences, and the report that is a copy as a whole.

A block is one report with those published before it that share keys with its sentences. Each sentence goes to the
earliest sentence that it retells, so that copies are as many as what was copied, not as the pairs of reports; sentences
that follow one another in both reports make one passage. Where several sentences of two reports are one, the rest of
them is compared as well, and with less asked for: who retells this much retells more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from onrecord.model.entries import Cite, CopyEntry, Origins
from onrecord.model.frames import UNDATED
from onrecord.model.ids import digest
from onrecord.model.marks import Carrier, Shared
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.copies.likeness import ALTERED, FIRM, KIN, PARAPHRASE, STRANGERS, Likeness, likeness
from onrecord.reconciling.copies.pages import Page, Rank, Told, versions
from onrecord.reconciling.copies.sentences import LONGEST, keys
from onrecord.reconciling.copies.wholes import Pair, carried_whole, compared, in_other_words
from onrecord.reconciling.joining.groups import Join
from onrecord.reconciling.merging import cites
from onrecord.reconciling.merging.cites import Cited

BLOCK = "copy:"
KEYS = 2  # that two sentences must share to be compared
ENOUGH = 2  # sentences that two reports share before all their sentences are compared
CLOSEST = 3  # reports whose every sentence is compared
NEAR = 2  # sentences by which neighbours in one report may lie apart in the other


def block_key(document: str) -> str:
    """The key of the block of the copies in the document of that id."""
    return f"{BLOCK}{document}"


def likeness_of(pages: Mapping[str, Page], one: Carrier, other: Carrier) -> Likeness | None:
    """How one of the sentences retells the other; versions of one page are not compared."""
    mine, yours = pages[one.document], pages[other.document]
    if versions(mine, yours):
        return None
    return likeness(mine.told(one.span).sentence, yours.told(other.span).sentence)


def carried(pages: Mapping[str, Page], first: Carrier, later: Carrier, followed: Set[int]) -> bool:
    """Whether the later sentence carries the words of the first, to which these keys lead: then it is a copy of it, or
    of one that comes before it."""
    alike = likeness_of(pages, first, later)
    if alike is None or alike.type not in FIRM:
        return False
    return len(followed & keys(pages[later.document].told(later.span).sentence)) >= KEYS


def entries(block: Block) -> list[Reconciled]:
    """The copies in the report that the block is of: the report as a whole, then passages as they stand in it."""
    pages = block.pages
    own = pages.get(block.key.removeprefix(BLOCK))
    if own is None:
        return []
    sharing = sorted(_sharing(own, pages, block.shared), key=lambda pair: pair[1].rank)
    pairs = _first(own, sharing)
    closest = [(page, list(compared(own.all, page.all, KIN))) for page in _closest(pairs, pages)]
    pairs += chain.from_iterable(copied for _, copied in closest)
    pairs += compared(own.all, own.all, STRANGERS)
    best: dict[int, Pair] = {}
    for pair in sorted(pairs, key=lambda pair: pair.order):
        best.setdefault(pair.number, pair)
    made = [_entry(own, pages, passage) for passage in _passages([best[number] for number in sorted(best)])]
    whole = carried_whole(own, closest) or in_other_words(own, pages, sharing)
    return [_entry(own, pages, whole.pairs, whole.share), *made] if whole else made


def _first(own: Page, shared: Iterable[tuple[Told, Told]]) -> list[Pair]:
    """For each sentence of the report the earliest that it carries in the same words, and the earlier ones of those
    that it rewords; `shared` come as the others' sentences do."""
    numbers = {told.rank: number for number, told in enumerate(own.all)}
    firm: set[Rank] = set()
    found = []
    for told, other in shared:
        if told.rank in firm or other.rank > told.rank:
            continue
        alike = likeness(told.sentence, other.sentence)
        if alike:
            found.append(Pair(numbers[told.rank], other, alike))
            if alike.type in FIRM:
                firm.add(told.rank)
    return found


def _sharing(own: Page, pages: Mapping[str, Page], shared: Iterable[Shared]) -> Iterator[tuple[Told, Told]]:
    """The sentences of the report, each with those of others that share keys with it; versions of one page are not
    compared."""
    by_start = {told.sentence.start: told for told in own.all}
    for each in shared:
        page = pages.get(each.document)
        if page is not None and not versions(page, own):
            yield by_start[each.own], page.told(Span(each.start, each.end))


def _closest(pairs: Iterable[Pair], pages: Mapping[str, Page]) -> list[Page]:
    """The reports that most sentences retell, the earliest of equals first."""
    shared = Counter(document for document, _ in {(pair.earlier.document, pair.number) for pair in pairs})
    many = [document for document, count in shared.items() if count >= ENOUGH]
    many.sort(key=lambda document: (-shared[document], pages[document].rank(0)))
    return [pages[document] for document in many[:CLOSEST]]


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
    joins = {
        Join(_place(page, span), _place(first, pair.earlier.sentence.span), pair.likeness.why)
        for (page, span), pair in zip(told, pairs, strict=False)
    }
    return Reconciled(entry, (), tuple(each.document for each in cited), tuple(sorted(joins)))


def _place(page: Page, span: Span) -> str:
    """Where a sentence starts, in words."""
    return f"{page.frame.label} at {span.start}"


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
