"""Sites: posts, bases, crossings, camps, hospitals: how many, whose, in what state.

A site is recorded where the words tell its number and whose it is, or the state it has come into; a hospital that is
only where somebody was taken is none.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.findings import Observation, SiteFinding
from onrecord.model.said import Said
from onrecord.reading import deed_setting, deeds, site_states
from onrecord.reading.amounts import read
from onrecord.reading.deed_roles import actors_of, doers
from onrecord.reading.deed_setting import Around
from onrecord.reading.deed_triggers import ends_at
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.sites import common, nouns, standing

__all__ = ["RULES", "find", "observations"]

Site = DeedMention[SiteFinding]
OWNERS = frozenset(
    {"state", "armed force", "armed group", "militia", "police", "government body", "international organisation"}
)
RULES: dict[str, Rule] = {**deeds.RULES, **site_states.RULES}


def find(report: Report, found: Found) -> tuple[Site, ...]:
    """The sites of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    return tuple(
        site
        for paragraph, sentence in deeds.sentences(around)
        for token in sentence
        if (site := _site(paragraph, found, around, token)) is not None
    )


def observations(report: Report, mentions: Sequence[Site]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "site", mentions)


def _site(paragraph: Paragraph, found: Found, around: Around, token: Token) -> Site | None:
    sure = ends_at(token, nouns())
    if token.pos_ not in ("NOUN", "PROPN") or not (sure or ends_at(token, common())) or token.dep_ == "compound":
        return None
    count, owner = _count(paragraph, token), _owner(paragraph, found, token)
    state = site_states.state_of(paragraph, token)
    if not (owner or (sure and state is not None) or (state is not None and count is not None)):
        return None
    if state is None and not (owner and count):
        return None
    verb = state.verb if state is not None and state.verb is not None else _verb(token)
    setting = deed_setting.setting_of(paragraph, found, verb, around)
    if setting is None:
        return None
    return DeedMention(
        At(paragraph.index, token.i, token.i + 1),
        (deeds.evidence(paragraph, token),),
        SiteFinding(
            what=_what(paragraph, token),
            count=count,
            owner=owner,
            state=state.state if state is not None else None,
            state_words=state.words if state is not None else None,
            **deeds.told(setting, on_the_ground=True),
        ),
    )


def _verb(token: Token) -> Token:
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), token)


def _count(paragraph: Paragraph, token: Token) -> Said[Amount] | None:
    """How many: the number before the noun; "a dozen" too."""
    for child in token.lefts:
        if child.dep_ == "nummod" or (child.dep_ in ("amod", "nmod") and child.like_num):
            start, end = child.left_edge.i, child.i + 1
            amount = read(paragraph.doc[start:end].text)
            if amount is not None and amount.value is not None:
                return Said(amount, "number", (paragraph.span(start, end),))
    return None


def _owner(paragraph: Paragraph, found: Found, token: Token) -> tuple[Said[Actor], ...]:
    """Whose: who is named before the noun, or who has or sets it up."""
    own = [child for child in token.lefts if child.dep_ in ("poss", "amod", "compound", "nmod")]
    heads = own + [child for prep in token.rights if prep.lower_ == "of" for child in prep.children]
    named = [actor for actor in actors_of(found, paragraph, heads) if actor.value.type in OWNERS]
    if named:
        return tuple(named[:1])
    return tuple(actor for actor in actors_of(found, paragraph, list(_holders(token))) if actor.value.type in OWNERS)


def _holders(token: Token) -> Iterator[Token]:
    verb = token.head
    if token.dep_ in ("dobj", "nsubjpass") and verb.lower_ in standing():
        yield from doers(verb)


def _what(paragraph: Paragraph, token: Token) -> Said[str]:
    """The noun with its compound parts."""
    start = token.i
    while start > 0 and paragraph.doc[start - 1].dep_ == "compound" and paragraph.doc[start - 1].head.i == token.i:
        start -= 1
    return deeds.words(paragraph, start, token.i + 1)
