"""What a change of control is of: the place or the ground behind its verb or noun, and its words."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading import deeds
from onrecord.reading.deed_grammar import behind
from onrecord.reading.deed_roles import undergoers
from onrecord.reading.deed_triggers import ends_at
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.control import control, grounds, partial

LONGEST = 14  # tokens
OF = frozenset({"of"})


class Ground(NamedTuple):
    """The words for it, and the place where they name one and all of it is meant."""

    area: Said[str]
    place: Said[Place] | None


def grounds_of(
    paragraph: Paragraph, found: Found, deed: Token, change: str, phrase: tuple[int, ...]
) -> Iterator[Ground]:
    """The grounds that a change is of, in the order of the text: its object, or what stands behind its prepositions."""
    heads = [*undergoers(deed, frozenset())]
    for at in phrase:
        heads += behind(paragraph.doc[at], control().changes[change].behind)
    for head in sorted(set(heads), key=lambda each: each.i):
        if head.i not in phrase:
            ground = ground_at(paragraph, found, head)
            if ground is not None:
                yield ground


def ground_at(paragraph: Paragraph, found: Found, head: Token) -> Ground | None:
    """The ground of a noun phrase; None where it is neither a place nor a thing that can be held."""
    place = _place(paragraph, found, head)
    if place is None and not ends_at(head, grounds()):
        return None
    whole = head.lower_ not in partial() and not any(child.lower_ in partial() for child in head.children)
    return Ground(_words(paragraph, head), place if whole else None)


def _place(paragraph: Paragraph, found: Found, head: Token) -> Said[Place] | None:
    """The place named by the head, beside it ("the town of Taiz", "the port city Aden"), or by what it is part of."""
    named = [
        head,
        *(child for child in head.children if child.dep_ in ("appos", "compound", "nmod")),
        *behind(head, OF),
    ]
    for token in named:
        for mention in found.places.covering(paragraph.index, token.i):
            if mention.use == "place" or token.i != head.i:
                return mention.place
    return None


def _words(paragraph: Paragraph, head: Token) -> Said[str]:
    """The words of the phrase without its clauses and dates."""
    start, end = int(head.left_edge.i), head.i + 1
    for child in head.rights:
        if child.dep_ in ("prep", "appos", "compound", "nummod") and child.right_edge.i - head.i < LONGEST:
            end = int(child.right_edge.i) + 1
        elif child.dep_ in ("relcl", "acl", "punct", "conj", "cc"):
            break
    return deeds.words(paragraph, max(start, head.i - LONGEST), end)
