"""What an accord is about, in the report's words: "to set up a buffer zone", "requires the withdrawal of weapons"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.agreements.agreed import agreed
from onrecord.reading.agreements.words import Words
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import is_aside, is_passive, word
from onrecord.reading.deeds.triggers import at_token
from onrecord.vocabulary import accords
from onrecord.vocabulary.contacts import contacts

LONGEST_TERMS = 30  # tokens
NO_NOUNS: dict[str, tuple[()]] = {}


def about(accord: Words) -> Said[str] | None:
    """Its terms in the report's words: "to set up a de-escalation zone", "requires the withdrawal of heavy weapons"."""
    for token in _terms(accord):
        words = [each.i for each in token.subtree]
        if token.i > accord.token.i and next(at_token(token, accords.terms(), NO_NOUNS), None) is not None:
            words = [token.i, _end_of_clause(token)]  # parses break off early here
        behind_it = token.i > accord.token.i
        start = max(min(words), accord.token.i + 1) if behind_it else min(words)
        end = min(max(words) + 1 if behind_it else accord.token.i, start + LONGEST_TERMS)
        end = _without_aside(token, start, end)
        while end > start and accord.token.doc[end - 1].is_punct:
            end -= 1
        while start < end and (accord.token.doc[start].is_punct or accord.token.doc[start].dep_ == "det"):
            start += 1
        if token.dep_ == "relcl" or (token.pos_ == "VERB" and token.tag_ != "VB"):
            start = max(start, token.i)
        if accord.token.doc[start - 1].text in HYPHENS and start - 2 > accord.token.i:  # "on de-escalation"
            start -= 2
        if end - start > 1:
            return deeds.words(accord.paragraph, start, end)
    return None


def _terms(accord: Words) -> Iterator[Token]:
    """The heads of the words that tell its terms."""
    token = accord.token
    if accord.told and token.dep_ == "acl":
        yield token.head
    if accord.told and word(token) == "accept":
        yield from agreed(token)
    yield from (child for child in _children(token) if child.dep_ in ("acl", "xcomp") and child.tag_ == "VB")
    yield from (
        child
        for child in _children(token)
        if child.dep_ in ("acl", "relcl") and next(at_token(child, accords.terms(), NO_NOUNS), None) is not None
    )
    head = token.head
    if (
        token.dep_ == "nsubj"
        and not is_passive(head)
        and next(at_token(head, accords.terms(), NO_NOUNS), None) is not None
    ):
        yield head
    if accord.told:
        yield from (noun for prep in _children(token) if prep.lower_ in ("on", "to") for noun in prep.children)
    elif accord.topics:
        yield from (
            noun
            for prep in _children(token)
            for noun in prep.children
            if prep.lower_ == "on" and not is_aside(noun) and noun.lower_ not in contacts().margins
        )


def _without_aside(term: Token, start: int, end: int) -> int:
    """Where the terms end before a comma behind which something else is told, and no further term."""
    for comma in (token for token in term.doc[start:end] if token.text == "," and token.i + 1 < end):
        top = comma.nbor(1)
        while top.head.i > comma.i and top.head.i != top.i:
            top = top.head
        if top.dep_ not in ("conj", "cc"):
            return int(comma.i)
    return end


def _end_of_clause(verb: Token) -> int:
    """The last word before the next comma, or of the sentence."""
    for token in verb.doc[verb.i : verb.sent.end]:
        if token.text in (",", ";", ".", ":", ")"):
            return int(token.i - 1)
    return int(verb.sent.end - 1)


def _children(token: Token) -> Iterable[Token]:
    return (child for child in token.children if child.i > token.i)
