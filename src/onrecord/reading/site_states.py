"""The state a site is in: what is done to it, what it comes into, what is said of it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading import deed_status, deeds
from onrecord.reading.deed_roles import undergoers
from onrecord.reading.deed_triggers import at_token
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.sites import done_by, done_to, said_of
from onrecord.vocabulary.triggers import tells

RULE = "site state"
LONGEST = max(len(phrase) for phrase in said_of())
WORDS = 14  # tokens


class State(NamedTuple):
    """The state, the words for it, and the verb that brings it about, if one does."""

    state: Said[str]
    words: Said[str]
    verb: Token | None


def state_of(paragraph: Paragraph, site: Token) -> State | None:
    """The state that the sentence tells of a site; None where it tells none that came about."""
    for verb, table in _verbs(site):
        for name, phrase in at_token(verb, table, {}):
            status = deed_status.status_of(verb)
            if status is not None and status.status in ("happened", "ongoing"):
                said = deeds.cited(paragraph, name, RULE, phrase)
                return State(said, _clause(paragraph, site, verb), verb)
    for words in _said(site):
        known = _known(words)
        if known is not None:
            at = [token.i for token in words]
            return State(deeds.cited(paragraph, known, RULE, at), deeds.words(paragraph, at[0], at[-1] + 1), None)
    return None


def _verbs(site: Token) -> Iterator[tuple[Token, Any]]:
    """The verbs that the site is object or subject of."""
    for clause in site.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            yield clause, done_to()
        elif clause.dep_ in ("acl", "relcl"):
            yield clause, done_by()
    verb = site.head
    if site.dep_ in ("dobj", "nsubjpass") or (verb.pos_ == "VERB" and site.i in [each.i for each in undergoers(verb)]):
        yield verb, done_to()
    if site.dep_ == "nsubj":
        yield verb, done_by()
    if site.dep_ == "pobj" and verb.lower_ == "of" and verb.head.dep_ in ("dobj", "nsubjpass", "nsubj"):
        yield verb.head.head, done_by() if verb.head.dep_ == "nsubj" else done_to()


def _said(site: Token) -> Iterator[Sequence[Token]]:
    """The adjectives before the site, what it is said to be, and the phrases right behind it."""
    for child in site.children:
        if child.dep_ == "amod":
            yield (child,)
    if site.dep_ == "nsubj" and site.head.lemma_ == "be":
        for child in site.head.rights:
            if child.dep_ in ("acomp", "prep", "attr", "advmod"):
                yield from _runs(child)
    for child in site.rights:
        if child.dep_ == "prep":
            yield from _runs(child)


def _runs(first: Token) -> Iterator[Sequence[Token]]:
    for length in range(LONGEST, 0, -1):
        yield tuple(first.doc[first.i : first.i + length])


def _known(words: Sequence[Token]) -> str | None:
    return said_of().get(tuple(word.lower_ for word in words))


def _clause(paragraph: Paragraph, site: Token, verb: Token) -> Said[str]:
    """The words from the site to the end of what the verb says of it, or from the verb to the site."""
    ends = [child.right_edge.i for child in verb.rights if child.dep_ in ("prt", "prep", "dobj", "agent", "advmod")]
    start, end = min(site.i, verb.i), max([site.i, verb.i, *(end for end in ends if end - verb.i < WORDS)])
    return deeds.words(paragraph, start, min(end + 1, start + 2 * WORDS))


def _follows(value: Any, words: Sequence[str]) -> bool:
    plain = tuple(word for phrase in words for word in phrase.lower().split())
    return value in (*tells(done_to(), words), *tells(done_by(), words)) or said_of().get(plain) == value


RULES: dict[str, Rule] = {RULE: _follows}
