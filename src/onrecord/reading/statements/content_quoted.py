"""What a cue reports between quotation marks beside it."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.reading.statements.content_ends import FINITE, lead, resumed
from onrecord.reading.statements.cues import SUBJECTS, Cue
from onrecord.reading.statements.quotations import Quotation
from onrecord.vocabulary import reporting

STOPS = frozenset((".", "!", "?", ";"))
REACH = 25  # tokens between a cue and the quotation it leads up to
Pieces = tuple[tuple[int, int], ...]


def beside(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> tuple[Pieces, bool] | None:
    """The quotation before the attribution, behind it, or on both sides, and whether nothing but quotation is said."""
    if not quotations or doc[cue.head].dep_ == "acl":
        return None
    before, after = _before(doc, lead(doc, cue), quotations), _after(doc, cue, quotations, others)
    adding = doc[cue.head].tag_ == "VBG" and (after is not None or _has_clause(doc[cue.head]))  # "…,” adding that …"
    if before is not None and (adding or _of_its_own(doc, cue, before, after) or _led_up_to(doc, before, others)):
        before = None
    pieces: list[tuple[int, int]] = []
    direct = True
    if before is not None:
        opening = before.outer.start
        sentence = doc[opening].sent.start
        direct = opening == sentence or opening == 0 or _ends(doc[opening - 1]) or doc[opening - 1].text == ":"
        direct = direct or _begins(doc, before)
        if not direct and not any(word.tag_ in FINITE for word in doc[sentence : before.outer.end]):
            return None
        pieces.append((before.at.start, before.at.end) if direct else (sentence, before.outer.end))
        tail = resumed(doc, cue, doc[before.at.start : before.at.end].root)
        if after is None and tail is not None:
            pieces.append(tail)
    if after is not None:
        pieces.append((after.at.start, after.at.end))
    return (tuple(pieces), direct) if pieces else None


def _led_up_to(doc: Doc, before: Quotation, others: Sequence[Cue]) -> bool:
    """Whether a participle that opens the sentence leads up to the quotation: "Claiming that “…”, he said …"."""
    start = doc[before.outer.start].sent.start
    return doc[start].tag_ == "VBG" and any(other.head == start for other in others)


def _of_its_own(doc: Doc, cue: Cue, before: Quotation, after: Quotation | None) -> bool:
    """Whether a quotation that ends without a comma is no part of the sentence that follows, which has its own
    content: "“… .” The mayor said that …", "“… .” The mayor said: “…”"."""
    if doc[before.at.end - 1].text == "," or doc[before.outer.end : before.outer.end + 1].text in (",", "--", "–", "—"):
        return False
    own = _has_clause(doc[cue.head]) or _reports_a_thing(doc[cue.head], cue)
    return after is not None or own or doc[cue.head + 1 : cue.head + 2].text.lower() == "that"


def _has_clause(token: Token) -> bool:
    """Whether what is said hangs on the verb, behind it."""
    return any(child.dep_ in ("ccomp", "xcomp") for child in token.rights)


def _reports_a_thing(token: Token, cue: Cue) -> bool:
    """Whether the verb has something said for its own object: "He denied any link", "He called for calm"."""
    verb = cue.verb
    return verb is not None and any(
        (child.dep_ == "dobj" and child.pos_ == "NOUN" and verb.frame("object", word=child.lower_) is not None)
        or (child.dep_ == "prep" and verb.frame("topic", child.lower_) is not None)
        for child in token.rights
    )


def _begins(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence, though the words before it have lost their full stop, as links between the
    paragraphs of a page have: "Photos from the front “We are tired,” he said"."""
    first, before = doc[quotation.at.start], doc[quotation.outer.start - 1]
    whole = [word for word in doc[quotation.at.start : quotation.at.end] if word.dep_ in SUBJECTS]
    verbs = [word.head for word in whole if word.head.i < quotation.at.end]
    own = any(word.tag_ in FINITE for verb in verbs for word in (verb, *verb.lefts))
    named = first.pos_ == "PROPN" or (before.lower_ in reporting.noun_forms("documents"))
    return own and first.text[0].isupper() and not named and before.pos_ in ("NOUN", "PROPN", "NUM")


def _ends(token: Token) -> bool:
    return token.text in STOPS or token.text[-1] in "”\"»’'"


def _before(doc: Doc, start: int, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that ends right before token `start`."""
    previous, comma = start - 1, False
    while (
        previous >= 0
        and start - previous <= 3
        and (doc[previous].text in (",", "--", "–", "—") or doc[previous].is_space)
    ):
        comma = comma or doc[previous].text == ","
        previous -= 1
    named = previous
    while comma and named >= 0 and doc[named].pos_ == "PROPN":
        named -= 1
    for quotation in quotations:
        if quotation.outer.end - 1 in (previous, named):
            ended = comma or doc[quotation.at.end - 1].is_punct
            return quotation if ended or quotation.at.end - quotation.at.start >= 4 else None
    return None


def _after(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> Quotation | None:
    """The quotation that the attribution leads up to: "he said: “…”", "he said, “…”"."""
    following = next((q for q in quotations if q.outer.start > cue.head), None)
    if following is None or following.outer.start - cue.head > REACH:
        return None
    opening = following.outer.start
    between = doc[cue.head + 1 : opening]
    if any(token.text in STOPS for token in between) or any(cue.head < other.head < opening for other in others):
        return None
    for child in doc[cue.head].rights:
        if child.dep_ in ("ccomp", "xcomp") and child.left_edge.i < opening - 1:
            return None
    last = doc[opening - 1]
    if last.text in (",", ":"):
        return following
    whole = following.at.end - following.at.start >= 5 and not _goes_on(doc, following)
    return following if whole and last.i == cue.head else None


def _goes_on(doc: Doc, mark: Quotation) -> bool:
    """Whether the sentence goes on behind a quotation: "said “the enemy” had fled"."""
    return mark.outer.end < len(doc) and doc[mark.outer.end].is_alpha and not doc[mark.outer.end].is_sent_start
