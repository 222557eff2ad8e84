"""The terms of a commitment: what is to be done, on what condition and by when."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.commitments import due as commitment_due
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import VERBS
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.commitments import conditions, owing, words

LONGEST = 45  # tokens
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NONE = frozenset({"no", "nothing", "none", "neither"})
DASHES = frozenset({"--", "–", "—", "-"})
PAST = frozenset({"VBD"})
ABOVE = frozenset(
    {"xcomp", "ccomp", "acl", "relcl", "advcl", "dobj", "pobj", "pcomp", "prep", "acomp", "nsubjpass", "mark"}
)
Bounds = tuple[int, int]


class Condition(NamedTuple):
    """What it depends on: its tokens, the word that opens it, and its verb."""

    start: int
    end: int
    mark: str
    verb: Token | None


class Terms(NamedTuple):
    """What is to be done, at tokens `start` to `end`; the condition; `due` by when."""

    start: int
    end: int
    what: Said[str]
    condition: Said[str] | None
    clause: Condition | None
    due: Said[When] | None


def terms_of(paragraph: Paragraph, found: Found, deed: Token, limits: Bounds) -> Terms | None:
    """The terms of the deed within the limits, tokens of its sentence; None where the words tell nothing to be done."""
    doc = paragraph.doc
    clause = next(_conditions(doc, deed, limits), None)
    start, end = _extent(deed, limits, clause)
    if (doc[start].lower_ in NONE and deed.lower_ not in words("intent")) or not any(
        token.is_alpha for token in doc[start:end]
    ):
        return None
    own = At(paragraph.index, start, end)
    within = [own]
    if clause is not None:
        within.append(At(paragraph.index, clause.start, clause.end))
    within.append(At(paragraph.index, *limits))
    return Terms(
        start,
        end,
        deeds.words(paragraph, start, end),
        deeds.words(paragraph, clause.start, clause.end) if clause is not None else None,
        clause,
        commitment_due.due(paragraph, found, within, _bound(deed), _owing(deed)),
    )


def _owing(deed: Token) -> Token | None:
    """The word that puts the deed ahead: "is due to withdraw", "is scheduled to begin withdrawing"."""
    for _ in range(2):
        if deed.dep_ != "xcomp":
            return None
        deed = deed.head
        if deed.lower_ in owing():
            return deed
    return None


def _bound(deed: Token) -> frozenset[int]:
    """The tokens that a day may hang on to be that of the deed: the deed, its own words, and the verbs above it."""
    above, token = {deed.i}, deed
    while token.dep_ in ABOVE and token.head.i != token.i:
        token = token.head
        above.add(token.i)
        above.update(
            child.i for child in token.children if child.dep_ in ("dobj", "attr", "prep", "nsubjpass", "acomp")
        )
    return frozenset(above)


def _conditions(doc: Doc, deed: Token, limits: Bounds) -> Iterator[Condition]:
    """The conditions told within the limits, in the order of the text."""
    first, last = limits
    for at in range(first, last):
        phrase = next((each for each in conditions() if _stands(doc, at, each, last)), None)
        if phrase == ("after",) and not any(child.lower_ == "only" for child in deed.children):
            phrase = None
        if phrase is None or at == deed.i or (deed.is_ancestor(doc[at]) is False and not _fronts(doc, at, deed)):
            continue
        found = _clause(doc, at, len(phrase), deed, limits)
        if found is not None:
            yield found


def _fronts(doc: Doc, at: int, deed: Token) -> bool:
    """Whether a condition stands in the deed's sentence, before it or hanging on a word above it; that of a bare
    "ultimatum" hangs on the verb above it."""
    if deed.lower_ in words("deadlines"):
        return bool(deed.head.i != deed.i and deed.head.is_ancestor(doc[at]) and deed.head.pos_ in VERBS)
    clause = doc[at].head
    above = clause.head if clause.i > at else clause
    return bool(doc[at].sent.start == deed.sent.start) and (at < deed.i or bool(above.is_ancestor(deed)))


def _stands(doc: Doc, at: int, phrase: Sequence[str], last: int) -> bool:
    return at + len(phrase) <= last and all(doc[at + i].lower_ == part for i, part in enumerate(phrase))


def _clause(doc: Doc, at: int, length: int, deed: Token, limits: Bounds) -> Condition | None:
    """The clause that a condition's word or phrase opens; None where it is another use of the word."""
    mark, last = doc[at], doc[at + length - 1]
    verb = _verb(doc, at, length, limits)
    if length == 1 and not _opens(mark, verb, deed):
        return None
    end = limits[1]
    if at < deed.i:
        comma = [i for i in range(at, deed.i) if doc[i].text == ","]
        edge = verb.right_edge.i + 1 if verb is not None else last.right_edge.i + 1
        end = edge if at < edge <= deed.left_edge.i or (edge <= deed.i and not comma) else (comma[-1] if comma else 0)
    elif verb is not None and verb.right_edge.i + 1 > at + length:
        beside = [child.left_edge.i for child in verb.subtree if child.i > verb.i and _is_beside(child, verb)]
        end = min([end, verb.right_edge.i + 1, *(each for each in beside if each > at + length)])
    end = _trimmed(doc, at, min(end, at + LONGEST))
    return Condition(at, end, mark.lower_, verb) if end > at + length else None


def _verb(doc: Doc, at: int, length: int, limits: Bounds) -> Token | None:
    """The verb of the clause that opens there."""
    head = doc[at].head
    told = head.pos_ in VERBS or (head.dep_ == "advcl" and any(child.dep_ == "nsubj" for child in head.children))
    if (
        doc[at].dep_ in ("mark", "advmod", "aux") and told and head.i > at
    ):  # "unless the army withdraws", a noun to some
        return head
    behind_it = (doc[i] for i in range(at + length, limits[1]))
    return next((token for token in behind_it if token.pos_ in VERBS and token.dep_ not in ("aux", "auxpass")), None)


def _opens(mark: Token, verb: Token | None, deed: Token) -> bool:
    """Whether a single word opens a condition: no "should" of duty, no "until Sunday", no "when" of the past."""
    if mark.lower_ == "should":
        return mark.i == mark.sent.start or mark.nbor(-1).text in (",", "“", '"') or _inverts(mark, verb, deed)
    if verb is None or verb.tag_ == "VBG" or mark.dep_ not in ("mark", "advmod"):
        return False
    if mark.lower_ in ("when", "once", "whenever"):
        told = any(child.lower_ == "would" for child in deed.children)  # "would stop once the war ended"
        told = told or (mark.lower_ == "once" and deed.tag_ == "VB" and verb.tag_ in PAST)  # "to stop once it ended"
        past = any(child.tag_ in PAST for child in verb.children) or (verb.tag_ in PAST and not told)
        return not past and mark.head == verb
    return True


def _inverts(should: Token, verb: Token | None, deed: Token) -> bool:
    """ "Will strike should Ukraine use them": behind the deed and before its own subject."""
    if verb is None or verb == deed or should.head != verb or should.i < deed.i:
        return False
    return any(child.dep_ in SUBJECTS and child.i > should.i for child in verb.children)


def _extent(deed: Token, limits: Bounds, clause: Condition | None) -> Bounds:
    """The words of what is to be done: the deed's phrase without its condition and what is told beside it."""
    first, last = limits
    left = {token.i for child in deed.subtree if _is_beside(child, deed) for token in child.subtree}
    if clause is not None:
        left |= set(range(clause.start, clause.end))
    held = {token.i for token in deed.subtree if first <= token.i < last} - left
    doc, start, end = deed.doc, deed.i, deed.i + 1
    while start - 1 in held or (start - 1 >= first and doc[start - 1].is_quote and start - 1 not in left):
        start -= 1
    while end in held and end - start < LONGEST:
        end += 1
    end = _trimmed(doc, deed.i, end)
    opening = next((child.i for child in deed.children if child.tag_ == "TO"), None)
    if opening is not None and not any(child.dep_ in SUBJECTS for child in deed.children):
        start = max(start, min([opening, *(child.i for child in deed.lefts if child.dep_ == "neg")]))
    subject = next((child.left_edge.i for child in deed.lefts if child.dep_ in SUBJECTS), start)
    if start < subject and any(doc[at].text in DASHES for at in range(start, subject)):
        start = subject
    start, end = _unquoted(doc, _past_links(doc, start, deed.i), end)
    return _past_links(doc, start, deed.i), end


def _past_links(doc: Doc, start: int, last: int) -> int:
    """Behind the links and the punctuation before the first word."""
    while start < last and (doc[start].dep_ in ("cc", "mark") or (doc[start].is_punct and not doc[start].is_quote)):
        start += 1
    return start


def _unquoted(doc: Doc, start: int, end: int) -> Bounds:
    """With the quotation mark that closes or opens there, or without the one that stands alone."""
    if sum(token.is_quote for token in doc[start:end]) % 2:
        if doc[end - 1].is_quote:
            end -= 1
        elif end < len(doc) and doc[end].is_quote:
            end += 1
        elif end + 1 < len(doc) and doc[end].is_punct and doc[end + 1].is_quote:
            end += 2
        elif doc[start].is_quote and end - start > 1:
            start += 1
    return start, end


def _is_beside(child: Token, deed: Token) -> bool:
    """Whether a clause tells something else: an aside, an other's deed, a remark behind a comma."""
    led = child.left_edge.i > 0 and child.left_edge.nbor(-1).text in (",", ";", "–", "—", "-")
    own = any(each.dep_ in SUBJECTS for each in child.children)
    if child.i < deed.i:
        return child.dep_ == "parataxis"
    if child.dep_ == "conj":  # "would enforce the zone but stopped short of"
        past = (deed.tag_ == "VB" and child.tag_ in PAST) or (deed.tag_ != "VBZ" and child.tag_ == "VBZ")
        return child.head == deed and (own or past)
    if child.dep_ == "advcl" and own and child.tag_ in PAST:
        return True  # "after he broke with"
    further = child.dep_ == "prep" and any(each.dep_ == "pcomp" for each in child.children)  # ", without giving"
    return child.dep_ == "parataxis" or (led and (further or child.dep_ in ("relcl", "advcl", "appos")))


def _trimmed(doc: Doc, start: int, end: int) -> int:
    """The end without the punctuation and links before it."""
    while end > start + 1 and (doc[end - 1].dep_ == "cc" or (doc[end - 1].is_punct and not doc[end - 1].is_quote)):
        end -= 1
    return end
