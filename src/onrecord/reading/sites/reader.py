"""Sites: posts, bases, crossings, camps, hospitals: how many, whose, in what state.

A site is recorded where the words tell its number and whose it is, or the state it has come into; a hospital that is
only where somebody was taken is none. "Three posts" are those that the sentences before speak of more fully. A site
told again in the same state is one, cited twice.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from msgspec import structs
from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.findings import Observation, SiteFinding
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.governors import REAL
from onrecord.reading.deeds.grammar import word
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.figures.amounts import read
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.sites import owners as site_owners
from onrecord.reading.sites import states as site_states
from onrecord.reading.sites.owners import owner_of
from onrecord.reading.told_once import among
from onrecord.vocabulary.sites import common, forms_of, kinds, nouns, owned

__all__ = ["RULES", "find", "observations"]

Site = DeedMention[SiteFinding]
NEAR = 4  # paragraphs back to the sites that "three posts" are of
ONE, HYPHEN = "one of a kind", "-"
ARTICLES = frozenset({"a", "an", "another"})
INSIDE = frozenset({"amod", "compound", "nmod"})


class _Named(NamedTuple):
    """Sites as the report has named them more fully: where, their words and their owner."""

    paragraph: Paragraph
    what: Said[str]
    owner: tuple[Said[Actor], ...]


def find(report: Report, found: Found) -> tuple[Site, ...]:
    """The sites of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    named: dict[str, _Named] = {}
    sites = []
    for paragraph, sentence in deeds.sentences(around):
        for token in among(sentence, _last_words()):
            if _is_site(token):
                site = _site(paragraph, found, around, token, named.get(word(token)))
                sites += [site] if site is not None else []
                fuller = _fuller(paragraph, found, token)
                named |= {word(token): fuller} if fuller is not None else {}
    return _once(sites)


def observations(report: Report, mentions: Sequence[Site]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "site", mentions)


@cache
def _last_words() -> frozenset[str]:
    """The words with which the nouns for sites end."""
    return frozenset((*nouns(), *common(), *owned()))


def _is_site(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
        return False
    return any(ends_at(token, listed()) for listed in (nouns, common, owned))


def _site(paragraph: Paragraph, found: Found, around: Around, token: Token, before: _Named | None) -> Site | None:
    count = _count(paragraph, token)
    state = site_states.state_of(paragraph, token, certain=count is not None or _is_named(token))
    verb = state.verb if state is not None and state.verb is not None else _verb(token)
    setting = deed_setting.setting_of(paragraph, found, verb, around)
    if setting is None:
        return None
    owner, what = owner_of(paragraph, found, token, setting.per), _what(paragraph, token)
    if before is not None and _goes_on(paragraph, token, what, before):
        what, owner = before.what, owner or before.owner
    if state is None and (owner or site_states.bears_name(token)):
        state = site_states.assailed(paragraph, token)
    if state is None and not (owner and _is_told_of(token, count) and _is_so(verb)):
        return None
    if not ends_at(token, nouns()) and not _is_meant(paragraph, token, what, owner, count):
        return None
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (keeping.evidence(paragraph, token.i, token.i + 1),),
        SiteFinding(
            what=what,
            count=count,
            owner=owner,
            state=state.state if state is not None else None,
            state_words=state.words if state is not None else None,
            **_told(paragraph, found, token, setting),
        ),
    )


def _told(paragraph: Paragraph, found: Found, token: Token, setting: Setting) -> dict[str, Any]:
    """What the setting tells of the site; its place is its own, where it bears the name of one."""
    told = deeds.told(setting, on_the_ground=True)
    own = next((each.place for each in found.places.covering(paragraph.index, token.i) if each.use == "place"), None)
    if own is None and setting.place is not None and not _is_near(paragraph, found, token, setting.place):
        return {**told, "place": None}
    return {**told, "place": own or told["place"]}


def _is_near(paragraph: Paragraph, found: Found, token: Token, place: Said[Place]) -> bool:
    """Whether no clause stands between the site and the place: no "the damaged plant cut power, affecting Goma"."""
    named = [each for each in found.places.of_paragraph(paragraph.index) if each.place.words == place.words]
    between = paragraph.doc[token.i : named[0].at.start] if named else ()
    return not any(word.pos_ == "VERB" and word.dep_ in ("advcl", "relcl") for word in between)


def _is_told_of(token: Token, count: Said[Amount] | None) -> bool:
    """Whether its number tells enough of a site: "has 12 posts"; one where somebody has it: "has an air base"."""
    if count is None or _is_of(token):
        return False
    had = token.dep_ in ("dobj", "nsubjpass") and token.head.lower_ in forms_of("standing")
    return count.rule != ONE or (had and ends_at(token, nouns()))


def _is_so(verb: Token) -> bool:
    """Whether what the verb tells is so: no "plans to build three bases"."""
    status = deed_status.status_of(verb) if verb.pos_ in ("VERB", "AUX") else None
    return verb.pos_ not in ("VERB", "AUX") or (status is not None and status.status in REAL)


def _is_meant(
    paragraph: Paragraph, token: Token, what: Said[str], owner: Sequence[Said[Actor]], count: Said[Amount] | None
) -> bool:
    """Whether a noun that may be of other things is of a site: one with an owner, a number or words for its kind."""
    if ends_at(token, owned()):
        return bool(owner)
    return bool(owner) or count is not None or what.words[0] != paragraph.span(token.i, token.i + 1)


def _verb(token: Token) -> Token:
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), token)


def _count(paragraph: Paragraph, token: Token) -> Said[Amount] | None:
    """How many: the number before the noun, or before "of"; one of a kind for "a new post"."""
    doc, start, article = paragraph.doc, token.i, None
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if above.i < token.i and above.like_num:
        return _amount(paragraph, int(above.left_edge.i), above.i + 1) or _amount(paragraph, above.i, above.i + 1)
    for child in token.lefts:
        if child.dep_ == "nummod" or child.like_num or child.lower_ == "dozen":
            start = min(start, child.left_edge.i)
            at = start - 1 if start > 0 and doc[start - 1].lower_ == "a" else start
            return _amount(paragraph, at, child.i + 1)
        article = child if child.lower_ in ARTICLES and child.dep_ == "det" else article
    if article is not None and token.tag_ in ("NN", "NNP"):
        cited = (paragraph.span(article.i, article.i + 1), paragraph.span(token.i, token.i + 1))
        return Said(Amount(value=1, low=1, high=1), ONE, cited)
    return None


def _is_of(token: Token) -> bool:
    """Whether the number is of some among more: "one of their ports"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.like_num


def _amount(paragraph: Paragraph, start: int, end: int) -> Said[Amount] | None:
    amount = read(paragraph.doc[start:end].text)
    if amount is None or amount.value is None:
        return None
    return Said(amount, "number", (paragraph.span(start, end),))


def _start(token: Token) -> int:
    """Where the words that make it a site of its kind or name it begin: "military observation posts"."""
    start = token.i
    while start > token.sent.start and _belongs(token.doc[start - 1], token.doc[start]):
        start -= 1
    return start


def _belongs(before: Token, after: Token) -> bool:
    """Whether a word before the noun is of its name: "border" crossing, "command-and-control" centre."""
    if HYPHEN in (before.text, after.text):
        return before.is_alpha or before.text == HYPHEN
    if before.dep_ == "conj" and before.i > before.sent.start and before.nbor(-1).text == HYPHEN:
        return True
    if before.dep_ not in INSIDE or before.tag_ in ("VBN", "VBG"):
        return False
    return before.lower_ in kinds() or before.dep_ == "compound" or before.pos_ == "PROPN"


def _what(paragraph: Paragraph, token: Token) -> Said[str]:
    return deeds.words(paragraph, _start(token), token.i + 1)


def _is_named(token: Token) -> bool:
    """Whether a name or a singular makes it one site: "the Zaporizhzhia plant", "the hospital"."""
    own = any(child.pos_ == "PROPN" and child.dep_ in ("compound", "poss") for child in token.lefts)
    return own or token.pos_ == "PROPN" or token.tag_ == "NN"


def _fuller(paragraph: Paragraph, found: Found, token: Token) -> _Named | None:
    """The site, where its words say more than the noun."""
    what = _what(paragraph, token)
    if " " not in what.value:
        return None
    return _Named(paragraph, what, owner_of(paragraph, found, token, ()))


def _goes_on(paragraph: Paragraph, token: Token, what: Said[str], before: _Named) -> bool:
    """Whether it is of the sites that were named before: "three posts", "the posts"."""
    near = 0 <= paragraph.index - before.paragraph.index <= NEAR and paragraph.part == before.paragraph.part
    return near and " " not in what.value and word(token) == token.lemma_.lower() and token.tag_ == "NNS"


def _once(sites: Sequence[Site]) -> tuple[Site, ...]:
    """The sites, those of one kind, number, owner, state and place told as one."""
    kept: dict[Any, Site] = {}
    for number, site in enumerate(sites):
        key = _same(site.finding) or number
        if key in kept:
            first = kept[key]
            evidence = (*first.evidence, *(passage for passage in site.evidence if passage not in first.evidence))
            on = first.finding.on or site.finding.on
            finding = structs.replace(first.finding, on=on, recent=first.finding.recent and on is None)
            kept[key] = DeedMention(first.at, evidence, finding)
        else:
            kept[key] = site
    return tuple(kept.values())


def _same(finding: SiteFinding) -> tuple[object, ...] | None:
    """What makes two sites surely one: a name, or a number and owner, in one state, by one teller."""
    named = " " in finding.what.value and any(word[0].isupper() for word in finding.what.value.split())
    if not (named or (finding.count is not None and finding.owner)):
        return None
    return (
        finding.what.value.casefold(),
        finding.count.value if finding.count is not None else None,
        frozenset(actor.value.key for actor in finding.owner),
        finding.state.value if finding.state is not None else None,
        finding.place.value.key if finding.place is not None and not named else None,
        frozenset(actor.value.key for actor in finding.per),
    )


def _is_one(value: Any, words: Sequence[str]) -> bool:
    return len(words) == 2 and words[0].lower() in ARTICLES and value == Amount(value=1, low=1, high=1)


RULES: dict[str, Rule] = {**deeds.RULES, **site_states.RULES, **site_owners.RULES, ONE: _is_one}
