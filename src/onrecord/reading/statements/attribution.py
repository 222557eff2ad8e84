"""Attributions: cue, source and content together, by syntax alone, for one paragraph."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from onrecord.reading.statements import content_ends, contents, cues
from onrecord.reading.statements.contents import Content
from onrecord.reading.statements.cues import Cue
from onrecord.reading.statements.quotations import Quotation
from onrecord.reading.statements.sources import speaks

TRIMMED = frozenset((",", ".", ";", ":", "-", "–", "—", "--"))
ADJOINING = 3  # tokens from "he said" to the participle that goes on with it
WHOLE = 4  # tokens of a quotation that stands on its own
CLOSING = frozenset(("”", '"', "''", "’"))
LONGEST = 14  # tokens of a source between a quotation and its verb
TENSED = frozenset(("VBD", "VBZ", "VBP"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
THINGS = frozenset(("object", "idiom"))
SMALL = frozenset(("aux", "auxpass", "advmod", "prt"))


class Attribution(NamedTuple):
    """Who says what in so many words. All are token numbers of the paragraph.

    `cue` is the range of the reporting words, `source` that of the words for the source (None where the sentence names
    none), `content` the ranges of what is said, without the marks round it.
    """

    head: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    by: Cue
    what: Content

    @property
    def saying(self) -> bool:
        """False for thoughts and wishes."""
        return self.by.verb is None or self.by.verb.saying


def find(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of one paragraph, in the order of their cues."""
    outside = [cue for cue in cues.find(doc) if not any(q.at.start <= cue.head < q.at.end for q in quotations)]
    outside = [_told_behind(doc, cue, quotations) for cue in outside] if quotations else outside
    known = _settled(doc, outside)
    found = _with_contents(doc, known, quotations)
    if len(found) < len(known):  # a cue that reports nothing bounds no content
        found = _with_contents(doc, [each.by for each in found], quotations)
    return found


def _told_behind(doc: Doc, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """The cue with the source between a quotation and it, where the parse has looked for that in the quotation: "“…
    leaving others injured,” the Coordination of Committees said"."""
    for mark in quotations:
        between = doc[mark.outer.end : cue.head]
        if not mark.closed or not 0 < len(between) <= LONGEST or doc[cue.head].tag_ not in TENSED:
            continue
        inside = cue.source < 0 or mark.at.start <= cue.source < mark.at.end
        bare = all(word.tag_ not in TENSED or word.dep_ == "relcl" for word in between)
        if inside and bare and doc[mark.at.end - 1].is_punct:
            source = between.root
            return cue._replace(source=source.i, shared=-1) if source.pos_ in NOMINAL and speaks(source) else cue
    return cue


def _with_contents(doc: Doc, known: Sequence[Cue], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The cues that report something, with what they report."""
    found, broken = [], content_ends.breaks(doc)
    for cue in known:
        others = [other for other in known if other is not cue]
        content = contents.find(doc, cue, quotations, others)
        if content is None:
            continue
        if any(cue.source < at <= cue.head or cue.head < at <= cue.source for at in broken):
            continue
        pieces = [_said(doc, piece) if content.frame in THINGS else piece for piece in content.pieces]
        cut = [trimmed(doc, *_unbroken(piece, cue.head, broken)) for piece in pieces]
        told = tuple(_closed(_whole(doc, piece, quotations), quotations) for piece in cut if piece)
        if told:
            source = phrase(doc, cue.source, clauses=True)
            found.append(Attribution(cue.head, words(doc, cue), source, told, cue, content))
    return found


def _unbroken(piece: tuple[int, int], head: int, broken: Sequence[int]) -> tuple[int, int]:
    """The part of a piece that lies on the cue's side of where another text begins."""
    start, end = piece
    if end <= head:
        return max([start, *(at for at in broken if start < at < end)]), end
    return start, min([end, *(at for at in broken if max(start, head) < at < end)])


def _said(doc: Doc, piece: tuple[int, int]) -> tuple[int, int]:
    """A thing without the words for where it was said, which the parse has hung on it: "ruled out talks [in a televised
    address on Friday]"."""
    start, end = piece
    for link in doc[start:end]:
        if link.dep_ != "prep":
            continue
        an = any(child.lower_ in ("a", "an") for noun in link.rights for child in noun.lefts)
        if an and start < link.i < end and content_ends.occasion(link):
            return start, int(link.i)
    return piece


def _settled(doc: Doc, known: list[Cue]) -> list[Cue]:
    """Cues that carry on another's saying take its source: "said that the army fled, adding that …"."""
    settled: list[Cue] = []
    for cue in known:
        token = doc[cue.head]
        told = (other for other in reversed(settled) if doc[other.head].sent.start == token.sent.start)
        previous = next((other for other in told if other.source < 0 or speaks(doc[other.source])), None)
        if previous is not None and cue.source < 0 <= previous.source and cue.shared == previous.head:
            cue = cue._replace(source=previous.source, via=previous.via)  # "It said it would fight, saying …"
        if previous is not None and cue.verb is not None and _carries_on(doc, previous, cue):
            if _ambiguous(doc, previous, cue) and speaks(doc[cue.source]):
                continue
            cue = cue._replace(source=previous.source, via=previous.via, shared=previous.head)
        settled.append(cue)
    return settled


def _carries_on(doc: Doc, previous: Cue, cue: Cue) -> bool:
    """Whether a cue without a subject of its own, which the parse has tied to a verb of what was said before, goes on
    with the saying: "said the army had fled, adding that …", "said it would act and warned …"."""
    token = doc[cue.head]
    if previous.verb is None or not (previous.verb.saying or token.tag_ == "VBG"):
        return False
    if token.tag_ == "VBG" and 0 < cue.head - previous.head <= ADJOINING and cue.source < previous.head:
        return all(word.text == "," or word.pos_ == "ADV" for word in doc[previous.head + 1 : cue.head])
    if previous.head == cue.shared or cue.shared < 0:
        return False
    if not previous.verb.saying and doc[previous.head] not in doc[cue.shared].ancestors:
        return False  # a thought that is told of before: "in a sign that it wants peace, Oslo met them, saying …"
    if doc[previous.head].tag_[0] != "V" or not previous.head < cue.shared < cue.head:
        return False
    before, main = doc[cue.head - 1], doc[cue.shared]
    if token.tag_ == main.tag_ != doc[previous.head].tag_:
        return False  # "says the army attacked and warned …"
    if token.tag_ == "VBG":
        quoted = before.text in CLOSING and doc[cue.head - 2].text == ","  # "called it “genocide,” adding …"
        return before.text == "," or quoted or before.pos_ in ("ADV", "CCONJ")
    return token.tag_ in ("VBD", "VBN", "VBZ") and token.dep_ == "conj"


def _ambiguous(doc: Doc, previous: Cue, cue: Cue) -> bool:
    """Whether either the speaker or the one spoken of may be meant: "said Ali called and warned …"."""
    main, token = doc[cue.shared], doc[cue.head]
    perfect = main.tag_ == "VBN" and any(child.lower_ == "had" for child in main.lefts)
    return token.tag_ != "VBG" and (main.tag_ == token.tag_ or perfect) and doc[previous.head].tag_ == token.tag_


def words(doc: Doc, cue: Cue) -> tuple[int, int]:
    """The tokens of the cue: the verb with its auxiliaries and particle, or "according to"."""
    token = doc[cue.head]
    if token.lower_ == "according":
        return cue.head, cue.head + 2
    if cue.verb is None and token.tag_[0] == "N":
        return cue.head, cue.head + 1
    start, end = cue.head, cue.head + 1
    while start > 0 and doc[start - 1].dep_ in SMALL and doc[start - 1].head == token:
        start -= 1
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head == token:
        end += 1
    return start, end


def phrase(doc: Doc, head: int, clauses: bool = False) -> tuple[int, int] | None:
    """The phrase of a source, without clauses that hang on it; with `clauses`, with those that tell which one it is
    ("a poll released last week") and without those that only tell more of it, behind a comma."""
    if head < 0:
        return None
    token = doc[head]
    start, end = int(token.left_edge.i), int(token.right_edge.i) + 1
    for word in token.subtree if clauses else token.rights:
        first = int(word.left_edge.i)
        if word.dep_ in ("relcl", "acl") and head < first < end and not (clauses and doc[first - 1].text != ","):
            end = first
            break
    while end > head + 1 and doc[end - 1].text in TRIMMED:
        end -= 1
    return start, end


def continued(
    doc: Doc, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Iterator[tuple[Quotation, Attribution | None]]:
    """The quotations that stand as sentences of their own, with no words of attribution, each with the saying before it
    in the paragraph, None where there is none: "“…,” he said. “…”"."""
    for mark in quotations:
        taken = any(start < mark.at.end and mark.at.start < end for each in found for start, end in each.content)
        alone = not taken and mark.at.end - mark.at.start >= WHOLE and _stands_alone(doc, mark)
        if alone and not _led_by_another(doc, mark, found):
            yield mark, next((each for each in reversed(found) if each.head < mark.outer.start), None)


def _led_by_another(doc: Doc, mark: Quotation, found: Sequence[Attribution]) -> bool:
    """Whether words before a colon lead up to a quotation in which no saying is found: "A diplomat put it so: “…”"."""
    colon = mark.outer.start - 1
    if colon < 0 or doc[colon].text != ":":
        return False
    sentence = doc[max(colon - 1, 0)].sent
    return not any(sentence.start <= each.head < colon for each in found)


def _stands_alone(doc: Doc, mark: Quotation) -> bool:
    """Whether a quotation starts a sentence and ends one."""
    before = doc[mark.outer.start - 1] if mark.outer.start else None
    if before is not None and not before.is_space and (before.is_alpha or before.text[-1] not in ".!?:”\"»’'"):
        return False
    last, after = doc[mark.at.end - 1], doc[mark.outer.end : mark.outer.end + 1].text
    return not mark.closed or last.text[-1] in ".!?…" or after in (".", "")


def _whole(doc: Doc, piece: tuple[int, int], quotations: Sequence[Quotation]) -> tuple[int, int]:
    """The piece with the rest of a sentence between the quotation marks that were opened in it: "said the text “was
    weak, but I like it.”"."""
    start, end = piece
    for mark in quotations:
        if mark.closed and start < mark.outer.start < end < mark.at.end and doc[end - 1].sent.end >= mark.at.end:
            return start, mark.outer.end
    return piece


def _closed(piece: tuple[int, int], quotations: Sequence[Quotation]) -> tuple[int, int]:
    """The piece with the closing mark of a quotation in it that it has lost with the full stop."""
    start, end = piece
    for mark in quotations:
        if start <= mark.outer.start < end and start < mark.outer.start and end < mark.outer.end <= end + 2:
            return start, mark.outer.end
    return piece


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The range without punctuation and space at its ends, and without a label of one word ("Update:") before a
    sentence; None where nothing is left."""
    if start + 2 < end and doc[start].is_sent_start and doc[start + 1].text == ":":
        start += 2
    while start < end and (doc[start].text in TRIMMED or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in TRIMMED or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    return (start, end) if start < end else None
