"""The terms of a commitment: what is to be done, on what condition, by when, and to whom it goes."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading import deeds
from onrecord.reading.deed_roles import actors_of, doers, undergoers
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.commitments import words

SIDES = frozenset({"state", "government body", "armed force", "armed group", "militia", "police"})
LIMITS = frozenset({"by", "until", "before"})
CLAUSES = frozenset({"advcl", "ccomp", "dep", "acl"})
LONGEST = 60  # tokens


class Terms(NamedTuple):
    """What is to be done, and the condition with the token that opens it; `due` by when; `to` whom."""

    what: Said[str]
    condition: Said[str] | None = None
    mark: Token | None = None
    due: Said[When] | None = None
    to: tuple[Said[Actor], ...] = ()


def terms_of(paragraph: Paragraph, found: Found, content: At) -> Terms | None:
    """The terms in the words of what is said; None where nothing but a condition is said."""
    doc = paragraph.doc
    tokens = doc[content.start : min(content.end, content.start + LONGEST)]
    mark, clause = next(_conditions(list(tokens)), (None, None))
    what = _without(content.start, tokens.end, clause)
    if what is None or not any(token.is_alpha for token in doc[what[0] : what[1]]):
        return None
    while doc[what[0]].is_punct and not doc[what[0]].is_quote and what[0] + 1 < what[1]:
        what = (what[0] + 1, what[1])
    main = doc[what[0] : what[1]].root
    return Terms(
        what=deeds.words(paragraph, *what),
        condition=deeds.words(paragraph, *clause) if clause is not None else None,
        mark=mark,
        due=_due(found, At(paragraph.index, content.start, tokens.end)),
        to=_whom(paragraph, found, main, mark),
    )


def _conditions(tokens: list[Token]) -> Iterator[tuple[Token, tuple[int, int]]]:
    """The clauses of condition, each with the word that opens it, within the tokens."""
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.lower_ in words("conditions") and token.dep_ in ("mark", "advmod") and token.head.dep_ in CLAUSES:
            start, end = int(token.head.left_edge.i), int(token.head.right_edge.i) + 1
            if token.i == max(start, first) and start <= last:
                yield token, _trimmed(token.doc, max(start, first), min(end, last + 1))


def _without(start: int, end: int, clause: tuple[int, int] | None) -> tuple[int, int] | None:
    """The longer of the two pieces before and behind the condition."""
    if clause is None:
        return start, end
    before, behind = (start, clause[0]), (clause[1], end)
    return max((before, behind), key=lambda piece: piece[1] - piece[0])


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without punctuation at the end."""
    while end > start + 1 and doc[end - 1].is_punct:
        end -= 1
    return start, end


def _due(found: Found, content: At) -> Said[When] | None:
    limits = (date.when for date in found.dates.within(content) if date.when.value.bound in LIMITS)
    return next(limits, None)


def _whom(paragraph: Paragraph, found: Found, main: Token, mark: Token | None) -> tuple[Said[Actor], ...]:
    """Those it is done to, else those whose deed it depends on, where they are a side of the conflict."""
    verbs = [main, *(child for child in main.children if child.dep_ in ("xcomp", "conj"))]
    heads = [head for verb in verbs for head in undergoers(verb)]
    named = _sides(actors_of(found, paragraph, heads))
    if named or mark is None:
        return named
    return _sides(actors_of(found, paragraph, doers(mark.head)))


def _sides(actors: tuple[Said[Actor], ...]) -> tuple[Said[Actor], ...]:
    return tuple(actor for actor in actors if actor.value.type in SIDES)
