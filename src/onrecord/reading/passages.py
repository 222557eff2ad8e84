"""Passages: the words that carry a saying, none longer than a reader wants to check."""

from collections.abc import Iterator, Sequence

from onrecord.reading.report import At, Paragraph

LONGEST = 400  # characters of one passage
Range = tuple[int, int]


def of(paragraph: Paragraph, content: Sequence[Range], cue: Range, source: Range | None) -> tuple[At, ...]:
    """One passage over content and words of attribution where that is short enough, else the content's and then theirs.

    `content`, `cue` and `source` are token ranges of the paragraph.
    """
    doc, index = paragraph.doc, paragraph.index
    sentence = doc[cue[0]].sent.start
    near = [each for each in (cue, source) if each is not None and doc[each[0]].sent.start == sentence]
    whole = _over([*content, *near])
    if len(doc[slice(*whole)].text) <= LONGEST:
        return (At(index, *whole),)
    words = _over(near)
    if len(doc[slice(*words)].text) > LONGEST:
        words = cue
    pieces = [part for piece in content for part in _parts(paragraph, piece)]
    return tuple(At(index, *each) for each in [*pieces, words])


def _over(ranges: Sequence[Range]) -> Range:
    return min(start for start, _ in ranges), max(end for _, end in ranges)


def _parts(paragraph: Paragraph, piece: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A long piece in parts of whole sentences, a longer sentence in parts of whole words."""
    doc, (start, end) = paragraph.doc, piece
    first, limit = start, doc[start].idx + LONGEST
    best = start
    for token in doc[start:end]:
        if token.idx + len(token.text) > limit and token.i > first:
            stop = best if best > first else token.i
            yield first, stop
            first, limit = stop, doc[stop].idx + LONGEST
        if token.is_sent_end:
            best = token.i + 1
    if first < end:
        yield first, end
