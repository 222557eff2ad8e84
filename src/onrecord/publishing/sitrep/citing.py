"""Numbers the cited passages and marks the words in them that lines stand on."""

from collections.abc import Mapping

from onrecord.model.entries import DocumentEntry
from onrecord.model.iso import in_words
from onrecord.publishing.sitrep.claims import Passage
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.report import Cited, place

AROUND = 180


def cited(lines: list[Line], texts: Mapping[str, str], documents: list[DocumentEntry]) -> tuple[Cited, ...]:
    """Every cited passage once, numbered in the order of the report, with all the words marked that lines stand on."""
    marks: dict[tuple[str, int, int], set[tuple[int, int]]] = {}
    passages: dict[tuple[str, int, int], Passage] = {}
    published = {document.doc: in_words(document.published) for document in documents if document.published}
    for line in lines:
        for passage in line.cited():
            marks.setdefault(place(passage), set())
            passages.setdefault(place(passage), passage)
        for at, span in line.marks():
            marks[place(line.passages[at])].add((span.start, span.end))
    return tuple(
        Cited(
            number=number,
            passage=passages[key],
            marks=_merged(marks[key]),
            before=_before(texts[key[0]], key[1]),
            after=_after(texts[key[0]], key[2]),
            published=published.get(key[0], ""),
        )
        for number, key in enumerate(passages, start=1)
    )


def _merged(marks: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _before(text: str, start: int) -> str:
    """The words of the same line before `start`, bounded."""
    whole = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    return whole if len(whole) < AROUND else "… " + whole.partition(" ")[2]


def _after(text: str, end: int) -> str:
    """The words of the same line after `end`, bounded."""
    whole = text[end : end + AROUND].partition("\n")[0]
    return whole if len(whole) < AROUND else whole.rpartition(" ")[0] + " …"
