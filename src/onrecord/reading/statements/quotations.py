"""Quotations: which words stand between quotation marks, in one paragraph and running on over several.

A mark opens or closes by where it stands before by how it is typed, so that a mark typed the wrong way round, or one
too many, costs a quotation at most and never reaches beyond its paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.told_once import text_of
from onrecord.vocabulary import reporting

MARK = re.compile("``|''|[\"“”„‟«»″]|[‘’'‹›`]")
DOUBLE = frozenset(("``", "''", '"', "“", "”", "„", "‟", "«", "»", "″"))
OPENING = frozenset(("``", "“", "„", "«", "‘", "‹", "`"))
CLOSING = frozenset(("''", "”", "»", "’", "›"))
LONGEST_BARE_SINGLE = 60  # characters between single marks that end without punctuation, lest a possessive close them
MARKS = "\"“„‟«″`' "
WORD = re.compile(r"[^\W\d_]+")


class Mark(NamedTuple):
    """A mark at characters `start` to `end` and what its place says: it may open, it may close."""

    start: int
    end: int
    typed: str
    opens: bool
    closes: bool


class Quotation(NamedTuple):
    """Tokens `at` between marks; `outer` are the same with their marks. `closed` is false where the mark is missing.
    `goes_on` is true where the next paragraph takes it up with a mark of its own."""

    at: At
    outer: At
    closed: bool = True
    goes_on: bool = False


@lru_cache(maxsize=1)
def find(report: Report) -> dict[int, tuple[Quotation, ...]]:
    """The quotations of each paragraph that has any, in order: one answer for all who ask, which nobody changes."""
    found = {paragraph.index: tuple(of_paragraph(paragraph)) for paragraph in report.paragraphs}
    for index, quotations in found.items():
        if quotations and not quotations[-1].closed and _starts_with_quotation(found.get(index + 1, ())):
            found[index] = (*quotations[:-1], quotations[-1]._replace(goes_on=True))
    return {index: quotations for index, quotations in found.items() if quotations}


def _starts_with_quotation(quotations: Sequence[Quotation]) -> bool:
    return bool(quotations) and quotations[0].outer.start == 0


def of_paragraph(paragraph: Paragraph) -> Iterator[Quotation]:
    """The outermost quotations of one paragraph."""
    text = text_of(paragraph.doc)
    pairs = list(_pairs(text, _marks(text)))
    if not pairs:
        return
    starts = [token.idx for token in paragraph.doc]
    taken = 0
    for opening, closing in pairs:
        stop = closing.start if closing else _missing_end(text, opening.end)
        first = bisect_left(starts, opening.end)
        last = bisect_left(starts, stop)
        if first >= last or first < taken:
            continue
        outer_first = max(bisect_right(starts, opening.start) - 1, taken)
        outer_last = bisect_left(starts, closing.end) if closing else last
        at = At(paragraph.index, first, last)
        taken = max(outer_last, last)
        yield Quotation(at, At(paragraph.index, min(outer_first, first), taken), closing is not None)


def _missing_end(text: str, start: int) -> int:
    """Where a quotation without a closing mark ends: before an attribution behind a comma, or with the paragraph."""
    for comma in re.finditer(r", ?", text[start:]):
        words = WORD.findall(text[start + comma.end() : start + comma.end() + 60])[:5]
        if _attributes(words):
            return start + comma.start() + 1
    if text[:start].rstrip(MARKS)[-1:] in ("", ":", ","):
        return len(text)
    stop = re.search(r"[.!?](?= )", text[start:])
    return start + stop.end() if stop else len(text)


def _attributes(words: Sequence[str]) -> bool:
    """Whether words begin like "he said", "Oktay told", "said the minister"."""
    for number, word in enumerate(words):
        if word.lower() in reporting.verb_forms("tagging") and (number > 0 or len(words) > 1):
            described = words[0].lower() in ("the", "a", "an")
            known = LEADING | reporting.noun_forms("people")
            return described or all(w[0].isupper() or w.lower() in known for w in words[:number])
    return False


LEADING = frozenset(("he", "she", "they", "it", "the", "a", "an", "one", "who"))


def _marks(text: str) -> list[Mark]:
    """Every mark that may open or close, in order; apostrophes within words are none."""
    found = []
    for match in MARK.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        typed = match.group()
        if typed not in DOUBLE and before.isalnum() and after.isalnum():
            continue
        opens = not after.isspace() and (not before.isalnum() and before not in ".,!?;:")
        closes = not before.isspace() and (not after.isalnum())
        if opens == closes:  # its place does not say: "said: ``We" tokenised, a mark between two spaces
            opens, closes = typed not in CLOSING, typed not in OPENING
        found.append(Mark(match.start(), match.end(), typed, opens, closes))
    return found


def _pairs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    """Openings with their closings, doubles before singles; singles count only outside doubles."""
    doubles = [mark for mark in marks if mark.typed in DOUBLE]
    pairs = list(_double_pairs(text, doubles))
    covered = [(opening.start, closing.end if closing else len(text)) for opening, closing in pairs]
    singles = [mark for mark in marks if mark.typed not in DOUBLE]
    if singles:
        pairs += _single_pairs(text, [mark for mark in singles if not _inside(mark, covered)])
    yield from sorted(pairs, key=lambda pair: pair[0].start)


def _inside(mark: Mark, covered: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(covered, (mark.start, len(covered) and covered[-1][1] + 1)) - 1
    return at >= 0 and covered[at][0] <= mark.start < covered[at][1]


def _double_pairs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    opening: Mark | None = None
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if opening is None:
            if mark.opens:
                opening = mark
        elif mark.closes and not mark.opens:
            yield opening, mark
            opening = None
        elif _begins_anew(text, mark, following):
            yield opening, Mark(*_cut(text, opening, mark), "", False, True)
            opening = mark
        else:  # typed as an opening one where only a closing one makes sense
            yield opening, mark
            opening = None
    if opening is not None:
        yield opening, None


def _cut(text: str, opening: Mark, mark: Mark) -> tuple[int, int]:
    """Where a quotation ends whose closing mark is missing, another opening at `mark`."""
    end = min(_missing_end(text[: mark.start], opening.end), mark.start)
    if end == mark.start:
        stop = re.search(r"[.!?] ", text[opening.end : mark.start])
        end = opening.end + stop.start() + 1 if stop else mark.start
    return end, end


def _begins_anew(text: str, mark: Mark, following: Mark | None) -> bool:
    """Whether a mark opens a new quotation though one is open: a closing mark of its own follows, or the words before
    lead up to it ("said, “", "that “")."""
    before = WORD.findall(text[max(0, mark.start - 40) : mark.start])
    after = WORD.findall(text[mark.end : mark.end + 60])[:5]
    if _attributes(after):
        return False
    if following is not None and following.closes and not following.opens:
        return True
    last = before[-1].lower() if before else ""
    spaced = text[mark.start - 1 : mark.start].isspace()
    return spaced and (
        last == "that" or last in reporting.verbs() or text[: mark.start].rstrip()[-1:] in (":", "(", "—")
    )


def _single_pairs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, Mark | None]]:
    opening: Mark | None = None
    for mark in marks:
        if mark.opens and not mark.closes:
            opening = mark
        elif opening is not None and mark.closes:
            punctuated = text[mark.start - 1] in ".,!?…" or text[mark.start - 1].isspace()
            if punctuated or mark.start - opening.end <= LONGEST_BARE_SINGLE:
                yield opening, mark
                opening = None
