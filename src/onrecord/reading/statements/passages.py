"""Passages: the words that carry a saying, none longer than a reader wants to check."""

from collections.abc import Iterator, Sequence

from onrecord.reading.report import At, Paragraph

LONGEST = 400  # characters of one passage
LONGEST_HEARER = 12  # tokens
Range = tuple[int, int]


def of(paragraph: Paragraph, content: Sequence[Range], cue: Range, source: Range | None) -> tuple[At, ...]:
    """One passage over content and words of attribution where that is short enough, else the content's and then theirs.

    `content`, `cue` and `source` are token ranges of the paragraph.
    """
    doc, index = paragraph.doc, paragraph.index
    sentence = doc[cue[0]].sent.start
    cue = (cue[0], _to_hearer(paragraph, cue, content))
    near = [each for each in (cue, source) if each is not None and doc[each[0]].sent.start == sentence]
    whole = _over([*content, *near])
    if len(doc[slice(*whole)].text) <= LONGEST:
        return (At(index, *whole),)
    words = _over(near)
    if len(doc[slice(*words)].text) > LONGEST:
        words = cue
    pieces = [part for piece in content for part in _parts(paragraph, piece)]
    return tuple(At(index, *each) for each in [*pieces, words])


def _to_hearer(paragraph: Paragraph, cue: Range, content: Sequence[Range]) -> int:
    """Where the cue ends with those it is said to, if they follow it at once: "told reporters"."""
    doc, (_, end) = paragraph.doc, cue
    for child in doc[end - 1].rights:
        if child.dep_ in ("dobj", "dative") and child.left_edge.i == end:
            stop = child.right_edge.i + 1
            said = any(start < stop and end < last for start, last in content)
            return end if said or stop - end > LONGEST_HEARER or doc[child.i].sent != doc[end - 1].sent else stop
    return end


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
