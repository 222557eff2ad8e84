"""The actors that the words for a doer, an undergoer or a partner name."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.deed_grammar import behind, joined, word
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.known_actors import actor_of

ADJECTIVES = frozenset({"amod", "compound", "nmod", "conj"})
DEMONYM = "demonym"  # the rule of `reading.speakers`, to be listed in the RULES of whoever keeps these actors


def actors_of(found: Found, paragraph: Paragraph, heads: Sequence[Token]) -> tuple[Said[Actor], ...]:
    """The actors named at the heads, in the order given, each once: names, descriptions, pronouns; the state of an
    adjective that stands before its deed ("Israeli air strikes"); behind "dozens of", those they are of."""
    actors: dict[str, Said[Actor]] = {}
    for head in heads:
        for actor in _named(found, paragraph, head):
            actors.setdefault(actor.value.key, actor)
    return tuple(actors.values())


def _named(found: Found, paragraph: Paragraph, head: Token) -> list[Said[Actor]]:
    for tokens in _ways(head):
        actors = [mention.actor for token in tokens for mention in _at(found, paragraph, token)]
        if actors:
            return actors
    return list(_of_adjective(paragraph, head))


def _ways(head: Token) -> Iterator[tuple[Token, ...]]:
    """Where to look, the best place first: whose men they are, the words themselves, what stands beside them."""
    if word(head) in role_words().partitive or head.like_num:
        yield joined(behind(head, ("of",)))
        yield tuple(whose for child in head.children if child.dep_ == "poss" for whose in _whose(child))
    yield (head,)
    yield tuple(child for child in head.children if child.dep_ == "appos")[:1]


def _whose(owner: Token) -> tuple[Token, ...]:
    """The owner, where a pronoun gives it: "its forces", "Putin, whose forces"."""
    if owner.lower_ == "whose":
        clause = next((token for token in owner.head.ancestors if token.dep_ == "relcl"), None)
        return (clause.head,) if clause is not None and clause.head.i < owner.i else ()
    return (owner,) if owner.pos_ == "PRON" else ()


def _at(found: Found, paragraph: Paragraph, head: Token) -> list[ActorMention]:
    """The mentions of which the token is the head; else those it belongs to as part of the same name."""
    covering = found.actors.covering(paragraph.index, head.i)
    exact = [mention for mention in covering if mention.head == head.i]
    if exact or not covering:
        return [mention for mention in exact if not (mention.form == "metonym" and head.dep_ == "compound")]
    return [mention for mention in covering if _is_of(paragraph.doc, mention, head)]


def _is_of(doc: Doc, mention: ActorMention, head: Token) -> bool:
    """Whether the token and the mention's head make one phrase, whichever of them the parse takes for its head."""
    other = doc[mention.head]
    return other.head.i == head.i or (head.head.i == other.i and head.dep_ in ("amod", "compound", "nmod", "poss"))


def _of_adjective(paragraph: Paragraph, head: Token) -> Iterator[Said[Actor]]:
    """The state whose adjective stands before its deed."""
    country = country_of_demonym(head.text) if head.dep_ in ADJECTIVES and head.text[0].isupper() else None
    if country is not None:
        words = (paragraph.span(head.i, head.i + 1),)
        yield Said(actor_of(country.name, "state", country.name), DEMONYM, words)
