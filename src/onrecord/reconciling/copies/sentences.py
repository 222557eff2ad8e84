"""The sentences of a report as copies are sought in them, and the keys by which they are found.

A sentence is cut from the stored text outside of what intake cut away, so that every offset is one of the stored text.
What tells a retelling from another report of the same event are its free words: those beside the names, numbers, days
and the field's own words (who was killed, who said so), which any two reports of one event share.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import combinations

from msgspec import Struct

from onrecord.model.documents import Document
from onrecord.model.spans import Span
from onrecord.reconciling.joining.wording import WORD, stem
from onrecord.vocabulary import english, events, measures, reporting, unnamed

LONGEST = 400  # characters of a sentence; what is longer is cut at a space
WINDOW = 4  # content words that stand near one another
TOGETHER = 3  # of them make a key
ONE_OF = 2  # keys that are kept, as a share: the same in every report
FEW = 16  # keys of a short sentence; all are kept
KEY = 6  # bytes
PARTIAL = range(3, 6)  # words of a quotation that is only a part of what was said
LEAD = 3  # words that lead to it
BREAK = re.compile(r"\n\s*\n|\n(?=\s*[^\sa-z])")
STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[`]{0,2} ?[^\sa-z])")
ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Gov|Sen|Rep|Rev|"
    r"No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$"
)
OPENING = re.compile('[“„«"`‘]')
QUOTATION = re.compile(r"[“„«]([^“”„«»\n]+)|\"([^\"\n]+)(?:\"|$|(?=\n))|``([^`'\n]+)|‘((?:[^‘’\n]|’(?=\w))+)’(?!\w)")


class Word(Struct, frozen=True, gc=False):
    """A word as it counts: in lower case; its stem, empty for one that only joins others; whether it is neither a name
    nor a number, and whether it is a word of the field."""

    token: str
    stem: str
    plain: bool
    stock: bool


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of the stored text: its words in their order, and the stems of those that count in none; the runs of
    words that stand in quotation marks, and those of a few words with the words that lead to them."""

    start: int
    end: int
    words: tuple[Word, ...]
    content: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    led: tuple[tuple[str, ...], ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple([word.token for word in self.words])

    @property
    def order(self) -> tuple[str, ...]:
        """The stems of the words that count, as they follow one another."""
        return tuple([word.stem for word in self.words if word.stem])

    @property
    def free(self) -> frozenset[str]:
        """Those of them that not every report of the event has."""
        return frozenset([word.stem for word in self.words if word.stem and word.plain and not word.stock])

    @property
    def stock(self) -> frozenset[str]:
        """Those of them that are the field's own."""
        return frozenset([word.stem for word in self.words if word.stem and word.plain and word.stock])

    @property
    def numbers(self) -> frozenset[str]:
        """Those of them that are numbers in digits."""
        return frozenset(word for word in self.content if word[0].isdigit())


def sentence(text: str, span: Span, spoken: Sequence[Span]) -> Sentence:
    """The sentence that stands there; `spoken` are the quotations of the text, in order."""
    told = span.of(text)
    words = tuple(map(_word, WORD.findall(told)))
    runs = list(_runs(told, span, spoken))
    tokens = tuple(word.token for word in words) if runs else ()
    return Sentence(
        start=span.start,
        end=span.end,
        words=words,
        content=frozenset([word.stem for word in words if word.stem]),
        quoted=tuple(tokens[one:last] for one, last in runs if one < last),
        led=tuple(tokens[one - LEAD : last] for one, last in runs if last - one in PARTIAL and one >= LEAD),
    )


def _runs(told: str, span: Span, spoken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """From which of its words to which the quotations go that stand in the sentence."""
    first = max(0, bisect_right(spoken, Span(span.start, span.start)) - 1)
    within = spoken[first : bisect_left(spoken, Span(span.end, span.end))]
    starts = [span.start + match.start() for match in WORD.finditer(told)] if within else []
    return ((bisect_left(starts, each.start), bisect_left(starts, each.end)) for each in within)


def quotations(text: str) -> list[Span]:
    """What stands between quotation marks, in order; one that is not closed ends with its line."""
    found, at = [], 0
    while opening := OPENING.search(text, at):
        quotation = QUOTATION.match(text, opening.start())
        at = quotation.end() if quotation else opening.end()
        if quotation:
            found.append(Span(*quotation.span(quotation.lastindex or 0)))
    return found


def spans(document: Document) -> Iterator[Span]:
    """Where the sentences stand."""
    for span in kept(document):
        yield from _split(document.text, span)


def kept(document: Document) -> Iterator[Span]:
    """What intake did not cut away."""
    end = 0
    for cut in (*sorted(cut.span for cut in document.cuts), Span(len(document.text), len(document.text))):
        if cut.start > end:
            yield Span(end, cut.start)
        end = max(end, cut.end)


def _split(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for paragraph in (*BREAK.finditer(text, within.start, within.end), None):
        end = paragraph.start() if paragraph else within.end
        for stop in STOP.finditer(text, start, end):
            if not ABBREVIATED.search(text, max(start, stop.start() - 12), stop.start()):
                yield from _trimmed(text, start, stop.end())
                start = stop.end()
        yield from _trimmed(text, start, end)
        start = paragraph.end() if paragraph else end


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The range without the white space at its ends, in pieces no longer than a cite may be."""
    while start < end:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        last = end if end - start <= LONGEST else (text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST)
        piece = text[start:last].rstrip()
        if piece:
            yield Span(start, start + len(piece))
        start = last


def keys(told: Sentence) -> frozenset[int]:
    """The keys of a sentence: each is made of content words that stand near one another, in whatever order, or of words
    of a quotation that follow one another."""
    content = [_hashed(each) for each in told.order]
    near = (content[start : start + WINDOW] for start in range(max(1, len(content) - TOGETHER + 1)))
    made = {each[0] ^ one ^ other for each in near for one, other in combinations(each[1:], TOGETHER - 1)}
    said = {
        _hashed(f"“{one}") ^ _hashed(f"“{two}") ^ _hashed(f"“{three}")
        for run in told.quoted
        for one, two, three in zip(run, run[1:], run[2:], strict=False)
    }
    return _few(made) | _few(said)


def _few(made: set[int]) -> frozenset[int]:
    """Those of the keys that are kept."""
    return frozenset(made if len(made) <= FEW else (key for key in made if key % ONE_OF == 0))


@lru_cache(maxsize=65_536)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=KEY).digest(), "big")


@lru_cache(maxsize=65_536)
def _word(word: str) -> Word:
    plain = word.casefold()
    return Word(plain, stem(plain), word[0].islower(), plain in _stock() or bool(measures.plain(plain)))


@cache
def _stock() -> frozenset[str]:
    """The field's own words beside those of counting: deeds, people, who says what."""
    deeds = (*events.verbs(), *events.nouns(), *english.english().news)
    return frozenset((*deeds, *reporting.verbs(), *reporting.nouns(), *unnamed.nouns()))
