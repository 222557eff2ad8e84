"""The state a site is in: what is done to it, what it comes into, what is said of it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.governors import REAL
from onrecord.reading.deeds.grammar import word
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.sites import before, done_by, done_to, forms_of, hits, named, said_of, sites
from onrecord.vocabulary.triggers import tells

RULE = "site state"
BUILT = "being built"
LONGEST = max(len(phrase) for phrase in said_of())
WORDS = 14  # tokens
COPULAS = frozenset({"be", "remain", "stay", "become", "lie", "stand"})
FURTHEST = 6  # joined by "and"
COUNTS = frozenset({"most", "half", "number", "total", "dozens", "scores", "hundreds", "handful", "majority"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class State(NamedTuple):
    """The state, where it is one of the record's, the words for it, and the verb that brings it about, if one does."""

    state: Said[str] | None
    words: Said[str]
    verb: Token | None


def state_of(paragraph: Paragraph, site: Token, *, certain: bool) -> State | None:
    """The state that the sentence tells of a site; None where it tells none that came about.

    `certain`: one site or a number of them is told of; what hits only some positions leaves them in no state."""
    for verb, table in _verbs(site):
        if (verb.lower_ in hits() and not certain) or (verb.lower_ in named() and not bears_name(site)):
            continue
        if not _is_done_by_somebody(verb):
            continue
        for name, phrase in at_token(verb, table, {}):
            if any(child.dep_ == "prt" and child.i not in phrase for child in verb.children):  # "is functioning out"
                continue
            status = deed_status.status_of(verb)
            if status is None or status.status not in REAL:
                continue
            if name == BUILT and status.status != "ongoing":  # what has been built is no longer being built
                continue
            return State(_coded(paragraph, name, phrase), _clause(paragraph, site, verb), verb)
    for words, table in _said(site):
        known = table.get(tuple(word.lower_ for word in words))
        if known is not None and _is_real(site):
            at = [token.i for token in words]
            return State(_coded(paragraph, known, at), deeds.words(paragraph, at[0], at[-1] + 1), None)
    return None


def assailed(paragraph: Paragraph, site: Token) -> State | None:
    """What an attack that a noun tells of leaves a site in: "air strikes on the camps of the rebels"."""
    deed = site.head.head if site.dep_ == "pobj" and site.head.lower_ in ("on", "against", "of") else site
    if deed.lower_ not in forms_of("assaults"):
        return None
    status = deed_status.status_of(deed)
    if status is None or status.status not in REAL:
        return None
    return State(None, deeds.words(paragraph, deed.i, site.i + 1), None)


def bears_name(site: Token) -> bool:
    """Whether the site has a name of its own: "Zamzam camp", "the Panzi Hospital"."""
    return site.pos_ == "PROPN" or any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in site.lefts)


def _is_done_by_somebody(verb: Token) -> bool:
    """Whether it is no storm that hits, and no hills that surround."""
    return not any(word(head) in sites().nature for head in doers(verb))


def _coded(paragraph: Paragraph, name: str, tokens: Sequence[int]) -> Said[str] | None:
    return deeds.cited(paragraph, name, RULE, tokens) if sites().states[name].coded else None


def _is_real(site: Token) -> bool:
    """Whether what is said of the site is so: "could remain closed" is not."""
    verb = _up(site).head
    if _up(site).dep_ not in SUBJECTS or verb.pos_ not in ("VERB", "AUX"):
        return True
    status = deed_status.status_of(verb)
    return status is not None and status.status in REAL


def _verbs(site: Token) -> Iterator[tuple[Token, Any]]:
    """The verbs that the site is object or subject of."""
    for clause in site.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            yield clause, done_to()
        elif clause.dep_ in ("acl", "relcl"):
            yield clause, done_by()
            yield clause, done_to()
    token = _up(site)
    verb = token.head
    if token.dep_ in ("dobj", "nsubjpass") or (verb.pos_ == "VERB" and token.i in [at.i for at in undergoers(verb)]):
        yield verb, done_to()
    if token.dep_ == "nsubj" and not any(child.lower_ in sites().trade for child in verb.children):
        yield verb, done_by()


def _up(site: Token) -> Token:
    """The site, or the number or part of such sites that it is told in: "some of our posts", "12 of 30 hospitals"."""
    above = site.head.head if site.dep_ == "pobj" and site.head.lower_ == "of" else site
    for _ in range(FURTHEST):  # "seven positions and two tunnels"
        if above.dep_ == "conj" and site.i > above.head.i:
            above = above.head
    if above.i < site.i and above.pos_ in ("NOUN", "PROPN") and site.dep_ == "conj":
        return above
    counts = above.pos_ in ("DET", "NUM", "PRON", "ADJ") or above.like_num or above.lower_ in COUNTS
    return above if counts else site


def _said(site: Token) -> Iterator[tuple[Sequence[Token], Any]]:
    """The adjectives before the site, what it is said to be, and the phrases right behind it."""
    for child in site.children:
        if child.dep_ == "amod":
            yield (child,), before()
    token = _up(site)
    if token.dep_ in SUBJECTS and token.head.lemma_ in COPULAS:
        for child in token.head.rights:
            if child.dep_ in ("acomp", "prep", "attr", "advmod", "oprd"):
                yield from ((run, said_of()) for run in _runs(child))
    for child in site.rights:
        if child.dep_ == "prep":
            yield from ((run, said_of()) for run in _runs(child))


def _runs(first: Token) -> Iterator[Sequence[Token]]:
    for length in range(LONGEST, 0, -1):
        yield tuple(first.doc[first.i : first.i + length])


def _clause(paragraph: Paragraph, site: Token, verb: Token) -> Said[str]:
    """The words from the site to the end of what the verb says of it, or from the verb to the site."""
    ends = [child.right_edge.i for child in verb.rights if child.dep_ in ("prt", "prep", "dobj", "agent", "advmod")]
    start, end = min(site.i, verb.i), max([site.i, verb.i, *(end for end in ends if end - verb.i < WORDS)])
    return deeds.words(paragraph, start, min(end + 1, start + 2 * WORDS))


def _follows(value: Any, words: Sequence[str]) -> bool:
    plain = tuple(word for phrase in words for word in phrase.lower().split())
    told = (*tells(done_to(), words), *tells(done_by(), words))
    return value in told or said_of().get(plain) == value or before().get(plain) == value


RULES: dict[str, Rule] = {RULE: _follows}
