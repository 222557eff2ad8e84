"""Common nouns that name somebody with a country, an owner or a description: forces, governments, offices, groups."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.actors.names import HYPHENS, POSSESSIVES, country_words, text_of
from onrecord.reading.report import Paragraph
from onrecord.reading.told_once import lowers_of
from onrecord.vocabulary.countries import country_of_capital
from onrecord.vocabulary.forces import class_of, classes, forces
from onrecord.vocabulary.known_actors import actor_named
from onrecord.vocabulary.reporting import verb_forms, verbs
from onrecord.vocabulary.titles import is_office, singular

LONGEST = 10
INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))
QUOTING = "quoting"
JOINED = frozenset(("source", "people"))
JOINING = frozenset(("and", "or", ","))
QUALITIES = frozenset(("amod", "nmod", "compound"))
QUALIFYING = frozenset(("government", "regime", "army"))  # "a Syrian regime offensive" is one of the regime


class Phrase(NamedTuple):
    """A noun phrase: tokens `start` to `end`, without its determiner; the token `head` of its noun, and its class.

    `owners` are the tokens of the countries or leaders that it belongs to, `definite` whether "the" or a possessive
    introduces it, `possessor` the pronoun that stands for its owner (-1: none), `speaks` whether it says something.
    """

    start: int
    end: int
    noun: str
    kind: str
    owners: tuple[tuple[int, int], ...]
    determiner: str
    speaks: bool
    head: int


def heads() -> frozenset[str]:
    """The last words of every noun of the tables."""
    return frozenset(noun.split()[-1] for noun in classes())


HEADS = heads()


def phrases(paragraph: Paragraph) -> Iterator[Phrase]:
    """The noun phrases of the paragraph whose noun is one of the tables', from left to right."""
    doc = paragraph.doc
    for at, lowered in enumerate(lowers_of(doc)):
        plural = singular(lowered)
        if lowered in HEADS or plural in forces().sources or (is_office(plural) and doc[at].pos_ in ("NOUN", "PROPN")):
            phrase = _phrase(doc, at)
            if phrase is not None:
                yield phrase


def _phrase(doc: Doc, last: int) -> Phrase | None:
    token = doc[last]
    qualifies = _goes_on(doc, last)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or (qualifies and token.lower_ not in QUALIFYING):
        return None
    start = last
    while start > 0 and last - start < LONGEST and _inside(doc, start - 1):
        start -= 1
    while start < last and (
        doc[start].text in HYPHENS or doc[start].text in POSSESSIVES or _bare_verb(doc, start, last)
    ):
        start += 1
    text = text_of(doc, start, last + 1)
    found = class_of(text)
    if found is None and singular(token.lower_) in forces().sources:
        several = is_office(singular(token.lower_)) and doc[last + 1 : last + 2].text in ("of", "from")
        found = (token.lower_, "holder" if several else "source")
    if found is None:
        found = (token.lower_, "holder")
    if found[1] in JOINED:
        start = _with_joined(doc, start, last)
    end = last + 1
    if found[1] == "local":
        end = _with_place(doc, end)
    elif found[0] in ("ministry", "department", "parliament") or found[1] in ("force", "government"):
        end = _with_of(doc, end, found[0])
    elif found[1] == "holder" and token.lower_.endswith("s"):
        end = _of_several(doc, end)
    owners = tuple(_owners(doc, start, end))
    if qualifies and not owners:
        return None
    if owners and start < owners[0][0] and all(doc[at].pos_ == "PROPN" for at in range(start, owners[0][0])):
        start = owners[0][0]  # "Friday U.S. president"
    before = doc[start - 1].lower_ if start > 0 else ""
    return Phrase(start, end, found[0], found[1], owners, before, speaks(token), last)


def _with_joined(doc: Doc, start: int, last: int) -> int:
    """The start with the qualities that are joined to the first: "medical and security officials"."""
    joined = next((doc[at] for at in range(start, last) if doc[at].dep_ == "conj" and doc[at].head.i < start), None)
    first = joined
    while first is not None and first.dep_ == "conj":
        first = first.head
    if joined is None or first is None or first.dep_ not in QUALITIES or not start <= first.head.i <= last:
        return start
    between = doc[first.i : start]
    if last - first.i > LONGEST or any(token.pos_ not in INSIDE and token.lower_ not in JOINING for token in between):
        return start
    start = first.i
    while start > 0 and last - start < LONGEST and _inside(doc, start - 1):
        start -= 1
    return start


def _goes_on(doc: Doc, last: int) -> bool:
    """Whether the noun only qualifies the next: "army positions", "police station", "rebel-held"."""
    if last + 1 >= len(doc):
        return False
    following = doc[last + 1]
    if following.text in HYPHENS and not doc[last].whitespace_ and not following.whitespace_:
        return True
    joined = doc[last].dep_ == "nmod" and following.dep_ == "cc"  # "between the Myanmar junta and armed groups"
    if doc[last].dep_ in ("compound", "amod", "nmod") and doc[last].head.i > last and not joined:
        return True
    return following.text in POSSESSIVES and f"{doc[last].lower_}'s office" in forces().offices


def _inside(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.text in HYPHENS:
        return not token.whitespace_ and at > 0 and not doc[at - 1].whitespace_
    if token.text in POSSESSIVES:
        return True
    if token.pos_ == "VERB":
        return token.dep_ in ("amod", "compound") or (at > 0 and doc[at - 1].text in HYPHENS)
    if at + 1 < len(doc) and doc[at + 1].text in HYPHENS and not token.whitespace_:
        return token.text not in '"“”'
    return (token.pos_ in INSIDE and token.dep_ not in ("ROOT", "nsubj", "dobj", "pobj", "attr", "ccomp")) or (
        token.pos_ == "PROPN" and country_words(doc, at, at + 1)
    )


def _bare_verb(doc: Doc, at: int, last: int) -> bool:
    """Whether the first word is a verb and no part of the phrase: "has backed rebels", unlike "Armed Forces"."""
    noun = class_of(text_of(doc, at, last + 1))
    if noun is not None and len(noun[0].split()) == last + 1 - at:
        return False
    hyphened = at + 1 < len(doc) and doc[at + 1].text in HYPHENS
    return doc[at].lower_ in forces().backers or (doc[at].pos_ == "VERB" and not hyphened)


def _with_place(doc: Doc, end: int) -> int:
    """The end with "of Marib province" behind it."""
    at = end + 1
    if at >= len(doc) or doc[end].lower_ not in ("of", "in") or not doc[at].text[0].isupper():
        return end
    while at < len(doc) and at - end < 5 and (doc[at].text[0].isupper() or doc[at].text in HYPHENS):
        at += 1
    return at + (
        at < len(doc) and doc[at].lower_ in ("province", "region", "state", "district", "oblast", "department")
    )


def _with_of(doc: Doc, end: int, noun: str) -> int:
    """The end with "of Defence" and "of Ukraine" behind it."""
    limit = len(doc)
    while end + 1 < limit and doc[end].lower_ in ("of", "for"):
        at = end + 1
        while at < limit and doc[at].lower_ == "the":
            at += 1
        first = at
        wanted = noun in ("ministry", "department")
        while at < limit and (
            doc[at].text[0].isupper() or (wanted and doc[at].pos_ in ("NOUN", "ADJ", "PROPN") and at == first)
        ):
            at += 1
        if at == first or (not wanted and not country_words(doc, first, at)):
            break
        end = at
        wanted = False
    return end


def _of_several(doc: Doc, end: int) -> int:
    """The end of "foreign ministers of 14 European nations"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "from"):
        return end
    at = end + 1
    while (
        at < len(doc)
        and at - end < 7
        and (doc[at].pos_ in ("NUM", "ADJ", "PROPN", "NOUN", "DET") and doc[at].dep_ != "pobj")
    ):
        at += 1
    return at + 1 if at < len(doc) and doc[at].dep_ == "pobj" and doc[at].tag_ == "NNS" else end


def _owners(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Countries, capitals and known leaders inside the phrase; not one of "pro-X", "X-backed" or "ethnic X"."""
    at = start
    while at < end:
        step = next((n for n in range(min(5, end - at), 0, -1) if _owner(doc, at, at + n)), 0)
        if step and not _hyphened(doc, at, at + step) and doc[max(0, at - 1)].lower_ != "ethnic":
            yield at, at + step
        at += step or 1


def _owner(doc: Doc, start: int, end: int) -> bool:
    if country_words(doc, start, end):
        return True
    text = text_of(doc, start, end)
    known = actor_named(text) if text[0].isupper() else None
    possessed = end < len(doc) and doc[end].text in POSSESSIVES
    return (known is not None and known.type == "person") or (possessed and country_of_capital(text) is not None)


def _hyphened(doc: Doc, start: int, end: int) -> bool:
    before = start > 0 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_
    after = end < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_
    return before or after


def manner_only(doc: Doc, phrase: Phrase) -> bool:
    """Whether nothing between the owner and the noun makes it somebody else's: not "Syrian Kurdish forces"."""
    owned = {at for start, end in phrase.owners for at in range(start, end)}
    nouns = len(phrase.noun.split())
    for at in range(phrase.start, phrase.head + 1 - nouns):
        token = doc[at]
        free = token.text in HYPHENS or token.text in POSSESSIVES or at in owned or _part_of_hyphened(doc, at)
        if token.lower_ in forces().others:
            return False
        if not free and token.lower_ not in forces().manner and token.text[0].isupper():
            return False
        if not free and token.pos_ in ("NOUN", "PROPN") and token.lower_ not in forces().manner:
            return False
    return True


def _part_of_hyphened(doc: Doc, at: int) -> bool:
    return _hyphened(doc, at, at + 1)


def says(verb: Token) -> bool:
    """Whether it is a verb of saying, with the particle it needs: "went on", not "went"."""
    known = [each for each in verbs().get(verb.lower_, ()) if each.saying]
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return any(not each.particle or each.particle.split()[0] == after for each in known)


def speaks(token: Token) -> bool:
    """Whether the noun says something: subject of a verb of saying, "according to", "cited ... as saying"."""
    while token.dep_ == "conj":
        token = token.head
    verb = token.head
    if token.dep_ in ("nsubj", "agent"):
        return says(verb) and not any(child.dep_ == "prt" for child in verb.children)  # "called off the talks"
    if token.dep_ == "pobj":
        spoken = verb.head.lower_ in ("according", "told", "quoted", "cited", "said")
        return (verb.lower_ == "to" and spoken and verb.head.lower_ == "according") or (verb.lower_ == "by" and spoken)
    return token.dep_ in ("dobj", "nsubjpass") and verb.lower_ in verb_forms(QUOTING)
