"""The reading view: a document's own words as paragraphs, repaired for reading, each character traced to its place.

Cuts are left out, also in the middle of a line; wrapped lines are joined; what `repairs` mends is mended. A break of a
line becomes one space. Nothing is reworded.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.model.documents import Cut, Document
from onrecord.model.lines import Line, lines
from onrecord.reading.repairs import Traced, is_tokenised, mended

LONGEST = 2000
LONGEST_TOP = 1500  # characters above a dateline
UNBROKEN = re.compile(r"(?:_|[^\w\s]){60}|\S{300}")  # no word; a tokenizer's time grows with its square
HEADING_WORDS = 14
HEADING_STOPS = (".", "!", ";", ",", ":", "…")
LONGEST_RUN_IN, FEWEST_RUN_IN = 600, 3  # characters and words of headings that run into a sentence
RUN_IN = re.compile(
    r"(?<=[a-z0-9]) (?=(?:An|The|This|These|There|In|On|At|After|Before|But|When|While|As|For|From|More|Some|Two|Three"
    r"|Many|Since|According) [a-z]|A (?!to |and )[a-z])"
)
CLOSERS = "\"'”’)]» "
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s{1,4}(?=[^\sa-z])")


class ViewParagraph(Struct, frozen=True):
    """A paragraph's text as it is read. `offsets[i]` and `ends[i]`: where its character i starts and ends as stored.

    `part`: the number of the report of the page that it belongs to. `role`: title, heading, caption or body.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]
    part: int = 0
    role: str = "body"


def paragraphs(document: Document) -> list[ViewParagraph]:
    """The document's paragraphs in the order of the text, without what intake cut away."""
    tokenised = is_tokenised(document.text)
    starts = [part.span.start for part in document.parts] or [0]
    cuts = sorted(document.cuts)
    cut_ends = [cut.span.end for cut in cuts]
    datelines = [cut.span.start for cut in cuts if cut.why == "dateline"]
    found = []
    for line in lines(document.text):
        touching = _touching(cuts, cut_ends, line)
        captioned = any(cut.why == "caption" for cut in touching)
        part = max(0, bisect_right(starts, line.start) - 1)
        for piece in _uncut(document.text, line, touching):
            traced = mended(piece, tokenised)
            role = _role(document, part, piece, traced.text, captioned=captioned)
            role = "heading" if role == "body" and _is_above_one(piece, starts[part], datelines) else role
            behind = _behind_headings(traced.text) if role == "body" else 0
            if behind:
                found += [ViewParagraph(*one, part, "heading") for one in _split(traced.piece(0, behind))]
                traced = traced.piece(behind, len(traced.text))
            found += [ViewParagraph(*one, part, role) for one in _split(traced)]
    return found


def _touching(cuts: Sequence[Cut], ends: Sequence[int], line: Line) -> list[Cut]:
    first = bisect_right(ends, line.start)
    last = first
    while last < len(cuts) and cuts[last].span.start < line.end:
        last += 1
    return list(cuts[first:last])


def _uncut(text: str, line: Line, cuts: Sequence[Cut]) -> Iterator[Traced]:
    """The stretches of the line that no cut takes: joined over a cut within a sentence, parted at a dateline."""
    pieces: list[list[Traced]] = [[]]
    at = line.start
    for cut in (*cuts, None):
        end = min(cut.span.start, line.end) if cut else line.end
        if at < end:
            pieces[-1].append(Traced.of(text, at, end))
        if cut:
            at = max(at, cut.span.end)
            if cut.why in ("dateline", "date header", "credit line", "time stamp"):
                pieces.append([])
    for parts in pieces:
        piece = parts[0] if len(parts) == 1 else Traced.joined(parts)
        if piece.text and not piece.text.isspace():
            yield piece


def _role(document: Document, part: int, piece: Traced, words: str, *, captioned: bool) -> str:
    title = document.parts[part].title if document.parts else None
    first = piece.offsets[len(piece.text) - len(piece.text.lstrip())]
    if title and any(span.start <= first < span.end for span in title.words):
        return "title"
    if captioned:
        return "caption"
    return "heading" if is_heading(words) else "body"


def _is_above_one(piece: Traced, start: int, datelines: Sequence[int]) -> bool:
    """Whether the words stand above the dateline of a report that starts at `start`: a page's headlines and notes."""
    first = bisect_left(datelines, piece.ends[-1])
    return first < len(datelines) and datelines[first] <= start + LONGEST_TOP


def is_heading(words: str) -> bool:
    """Whether the words stand as a heading: few, begun with a capital, without an end of a sentence or a quotation."""
    bare = words.rstrip(CLOSERS)
    short = len(words.split(maxsplit=HEADING_WORDS)) <= HEADING_WORDS
    begun = bool(words) and (words[0].isupper() or words[0].isdigit())
    return short and begun and not bare.endswith(HEADING_STOPS) and not words.endswith(("”", '"', "?”"))


def _behind_headings(words: str) -> int:
    """Where the text goes on behind headings that have run into its first sentence, 0 where none have: "Army retakes
    Lashio In a speech, he said …"."""
    ended = SENTENCE_END.search(words, 0, LONGEST_RUN_IN)
    last = ended.start() if ended else LONGEST_RUN_IN
    breaks = [found.end() for found in RUN_IN.finditer(words, 0, last)]
    return breaks[-1] if breaks and len(words[: breaks[-1]].split()) >= FEWEST_RUN_IN else 0


def _split(traced: Traced) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    """The paragraph in pieces of at most LONGEST characters, parted at ends of sentences, else at spaces, and within
    what goes on too long to be a word."""
    text, at = traced.text, 0
    while at < len(text):
        end = len(text) if len(text) - at <= LONGEST else _cut_at(text, at)
        endless = UNBROKEN.search(text, at, end)
        end = endless.end() if endless else end
        piece = text[at:end]
        start, stop = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
        if start < stop:
            yield text[start:stop], traced.offsets[start:stop], traced.ends[start:stop]
        at = end


def _cut_at(text: str, at: int) -> int:
    latest = at + LONGEST
    sentences = [found.end() for found in SENTENCE_END.finditer(text, at + LONGEST // 4, latest)]
    if sentences:
        return sentences[-1]
    space = text.rfind(" ", at + 1, latest)
    return space + 1 if space > at else latest
