"""The actors that the words for a doer, an undergoer or a partner name."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.actors.rules import RULES as ACTOR_RULES
from onrecord.reading.deeds.anaphors import gone_on
from onrecord.reading.deeds.grammar import behind, joined, own_subjects, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.reading.statements.speakers import demonym
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.known_actors import actor_of

ADJECTIVES = frozenset({"amod", "compound", "nmod", "conj"})
THEIR = frozenset({"its", "their", "our"})
OWNING = ADJECTIVES | {"poss"}
HOLDING = frozenset({"armed force", "armed group", "militia", "government body", "state"})
BROKEN_OFF = frozenset({"dissident", "splinter", "breakaway", "rogue", "renegade", "rival", "former", "mutinous"})
COREFERENCE = "coreference to "
COMMANDED = "state of a ministry"
Actors = list[Said[Actor]]


def actors_of(found: Found, paragraph: Paragraph, heads: Sequence[Token]) -> tuple[Said[Actor], ...]:
    """The actors named at the heads, in the order given, each once: names, descriptions, pronouns; the state of an
    adjective that stands before its deed ("Israeli air strikes"); behind "dozens of", those they are of."""
    actors: dict[str, Said[Actor]] = {}
    for head in heads:
        for actor in _named(found, paragraph, head):
            actors.setdefault(actor.value.key, actor)
    return tuple(actors.values())


def _named(found: Found, paragraph: Paragraph, head: Token) -> list[Said[Actor]]:
    states = list(_states(paragraph, head))
    if len(states) > 1:
        return states
    owner = next((child for child in head.children if child.tag_ == "PRP$" and child.lower_ in THEIR), None)
    for tokens in _ways(head):
        actors = [mention.actor for token in tokens for mention in _at(found, paragraph, token)]
        if actors and owner is not None and word(head) in role_words().forces:
            return _commanded(found, paragraph, head, actors) or gone_on(found, paragraph, owner)
        if actors:
            return actors
    return list(_adjective(paragraph, head)) or gone_on(found, paragraph, head)


def _commanded(found: Found, paragraph: Paragraph, head: Token, actors: Actors) -> Actors:
    """Whose "its forces" are: those of a ministry are its state's, and nobody's where the words do not tell."""
    own = paragraph.span(head.i, head.i + 1)
    told = [actor for actor in actors if any(span.end <= own.start or span.start >= own.end for span in actor.words)]
    if not told:
        speakers = _speakers(head)
        if speakers and word(speakers[0]) in role_words().forces:
            return actors  # "the army said its troops": somebody's, though not by name
        told = [actor for each in speakers for actor in _again(found, paragraph, each, head)]
    made: Actors = []
    for actor in told:
        if not _is_ministry(actor.value):
            made.append(actor)
        elif actor.value.country is not None:
            state = actor_of(actor.value.country, "state", actor.value.country)
            made.append(Said(state, COMMANDED, actor.words))
    return made


def _speakers(head: Token) -> list[Token]:
    """Who says it of "its" own, where nobody else stands between: "the army said its troops had captured"."""
    verb = next((token for token in head.ancestors if token.dep_ == "ccomp"), None)
    if verb is None or verb.head.dep_ == "ccomp" or not any(child.i == head.i for child in verb.children):
        return []
    return own_subjects(verb.head)[:1]


def _again(found: Found, paragraph: Paragraph, speaker: Token, head: Token) -> Iterator[Said[Actor]]:
    """The speaker, as the one that the pronoun before the head stands for."""
    own = paragraph.span(head.left_edge.i, head.left_edge.i + 1)
    for mention in _at(found, paragraph, speaker):
        rule = f"{COREFERENCE}{mention.actor.rule}"
        if mention.actor.value.type in HOLDING and rule in ACTOR_RULES:
            yield Said(mention.actor.value, rule, (own, *mention.actor.words))


def _is_ministry(actor: Actor) -> bool:
    words = actor.name.lower().split()
    return actor.type == "government body" and any(each in words for each in role_words().ministries)


def _ways(head: Token) -> Iterator[tuple[Token, ...]]:
    """Where to look, the best place first: whose men they are, the words themselves, what stands beside them."""
    broken_off = any(child.lower_ in BROKEN_OFF for child in head.lefts)  # "a dissident faction of the FARC"
    if (word(head) in role_words().partitive and not broken_off) or head.like_num:
        yield joined(behind(head, ("of",)))
        yield tuple(whose for child in head.children if child.dep_ == "poss" for whose in _whose(child))
    yield _whose(head) if head.lower_ == "whose" else (head,)
    yield tuple(child for child in head.children if child.dep_ == "appos")[:1]


def _whose(owner: Token) -> tuple[Token, ...]:
    """The owner, where a pronoun gives it: "its forces", "Putin, whose forces"."""
    if owner.lower_ == "whose":
        clause = next((token for token in owner.head.ancestors if token.dep_ == "relcl"), None)
        return (clause.head,) if clause is not None and clause.head.i < owner.i else ()
    return (owner,) if owner.pos_ == "PRON" else ()


def _at(found: Found, paragraph: Paragraph, head: Token) -> list[ActorMention]:
    """The mentions of which the token is the head; else those of the noun that it is said of ("Syrian" jets)."""
    covering = found.actors.covering(paragraph.index, head.i)
    exact = [mention for mention in covering if mention.head == head.i]
    if exact:
        return [mention for mention in exact if not (mention.form == "metonym" and head.dep_ == "compound")]
    noun = head.head if head.dep_ != "conj" else head.head.head
    if head.dep_ in OWNING and noun.i > head.i:
        owned = [mention for mention in found.actors.covering(paragraph.index, noun.i) if mention.head == noun.i]
        covering += [mention for mention in owned if mention.at.start <= head.i and mention not in covering]
    return [mention for mention in covering if mention.head == noun.i or paragraph.doc[mention.head].head.i == head.i]


def _adjective(paragraph: Paragraph, head: Token) -> Iterator[Said[Actor]]:
    """The state whose adjective stands before its deed."""
    country = country_of_demonym(head.text) if head.dep_ in ADJECTIVES and head.text[0].isupper() else None
    if country is not None:
        words = (paragraph.span(head.i, head.i + 1),)
        yield Said(actor_of(country.name, "state", country.name), "demonym", words)


def _states(paragraph: Paragraph, head: Token) -> Iterator[Said[Actor]]:
    """The states that ministers or officials of several stand for: "envoys of Chad and Sudan"."""
    if word(head) in role_words().envoys and head.tag_ == "NNS":
        for token in joined(behind(head, ("of",))) or owners(head):
            yield from state_at(paragraph, token)
            yield from _adjective(paragraph, token)


def state_at(paragraph: Paragraph, head: Token) -> Iterator[Said[Actor]]:
    """The state that a country's name at the head is, where it stands for somebody though it follows a preposition."""
    first = min((child.i for child in head.children if child.dep_ == "compound"), default=head.i)
    country = country_named(paragraph.doc[first : head.i + 1].text)
    if country is not None:
        yield Said(actor_of(country.name, "state", country.name), "country", (paragraph.span(first, head.i + 1),))


def _of_ministry(value: Any, words: Sequence[str]) -> bool:
    """Whether the words name a ministry of that state, whatever pronoun stands before them."""
    named = [build(words[at:]) for at in range(min(len(words), 3)) for build in NAMING.values()]
    ministries = [each for each in named if each is not None and _is_ministry(each) and each.country is not None]
    return any(value == actor_of(each.country, "state", each.country) for each in ministries if each.country)


STATES: dict[str, Rule] = {"demonym": demonym, COMMANDED: _of_ministry}
RULES: dict[str, Rule] = {**ACTOR_RULES, **STATES}  # for whoever keeps these actors
