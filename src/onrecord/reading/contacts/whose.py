"""For whom officials, envoys and delegations stand: "Turkish officials", "a delegation from Hamas", "the head of the UN
mission", "government negotiators"; the state or the region that the name of a place stands for with them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.deeds.grammar import NOUNS, behind, joined, word
from onrecord.reading.deeds.roles import actors_of
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.known_actors import actor_of
from onrecord.vocabulary.titles import is_office

Sides = tuple[Said[Actor], ...]
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "conj"})
SENT = frozenset({"from", "of"})
FOR, OF = frozenset({"for"}), frozenset({"of"})
PLACED = ("country", "metonym")  # rules by which the name of a place gives its state
BODY = "international organisation"
ANYBODY = "unnamed people"
HOLDER = "unnamed source"
REGION = "region of whom it names"
POWERS = frozenset({"state", "government body", "armed force", "armed group", "militia", "international organisation"})
LONGEST_LIST = 12
LONGEST_DEMONYM = 3  # words


def is_official(head: Token) -> bool:
    """Whether the noun is one for people who stand for their state, or for whoever sent them."""
    return word(head) in contacts().officials or head.lower_ in contacts().officials


def state_at(paragraph: Paragraph, found: Found, name: Token) -> Said[Actor] | None:
    """The state of a country, or of the capital, that the name of a place gives."""
    for place in found.places.covering(paragraph.index, name.i):
        if place.place.value.name.partition(" (")[0] in contacts().held_by_others or _is_part(name, place):
            return None
        words = paragraph.span(place.at.start, place.at.end)
        for rule in PLACED:
            state = NAMING[rule]([paragraph.doc[place.at.start : place.at.end].text])
            if state is not None:
                return Said(state, rule, (words,))
    country = NAMING["country"]([name.text]) if name.pos_ == "PROPN" else None  # "US-Russia"
    return Said(country, "country", (paragraph.span(name.i, name.i + 1),)) if country is not None else None


def _is_part(name: Token, place: PlaceMention) -> bool:
    """Whether the words name a part of a country: "north-eastern Syria"."""
    before = name.doc[max(place.at.start - 1, name.sent.start)]
    within = place.place.value.precision != "country" and name.doc[place.at.start].lower_ in contacts().parted
    return within or (before.i < place.at.start and before.lower_ in contacts().parted)


def place_at(paragraph: Paragraph, found: Found, name: Token) -> PlaceMention | None:
    """The place that stands at a name."""
    return next(iter(found.places.covering(paragraph.index, name.i)), None)


def sent_by(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Said[Actor]]:
    """Those for whom officials stand, or whose account it is: "Turkish and Russian officials", "a delegation from
    Hamas", "the Turkish readout"."""
    before = [child for child in joined(child for child in head.children if child.dep_ in BEFORE) if child.i < head.i]
    factions = [child for child in before if word(child) in contacts().factions]
    if factions and not any(whose(paragraph, found, child) for child in _sent_from(head, alone=True)):
        yield from actors_of(found, paragraph, factions)
        return
    before += [each for child in before for each in child.children if each.dep_ == "amod" and child.dep_ == "compound"]
    told = [actor for child in before for actor in whose(paragraph, found, child)]
    behind_it = listed(_sent_from(head, alone=not told))
    told += [actor for child in behind_it
             for actor in whose(paragraph, found, child) or _beside(paragraph, found, child)
             or _owners(paragraph, found, child)]  # fmt: skip
    yield from told or _anybody(paragraph, before)


def whose(paragraph: Paragraph, found: Found, child: Token) -> Sides:
    """Whom one word names that stands with officials: an adjective, a body or group, the name of a place."""
    starts = range(max(child.sent.start, child.i - LONGEST_DEMONYM + 1), child.i + 1)  # "South Sudanese"
    for start in starts if child.text[0].isupper() else ():
        country = country_of_demonym(child.doc[start : child.i + 1].text)
        if country is not None and not _is_ethnic(child.doc[start]):
            words = (paragraph.span(start, child.i + 1),)
            return (Said(actor_of(country.name, "state", country.name), "demonym", words),)
    exact = tuple(each.actor for each in found.actors.covering(paragraph.index, child.i) if each.head == child.i)
    actors = exact or (actors_of(found, paragraph, [child]) if child.pos_ in NOUNS else ())
    named = actors[:1] if actors and actors[0].value.type not in ("person", "other") else ()
    if exact or named:
        return named
    state = state_at(paragraph, found, child) or region_at(paragraph, found, child) if child.pos_ == "PROPN" else None
    return (state,) if state is not None else ()


def _beside(paragraph: Paragraph, found: Found, noun: Token) -> Sides:
    """The body whose name stands right behind the noun for it: "the regional bloc ECOWAS"."""
    named = found.actors.covering(paragraph.index, noun.i + 1) if noun.pos_ == "NOUN" else []
    return tuple(each.actor for each in named if each.at.start == noun.i + 1 and each.actor.value.type == BODY)


def _is_ethnic(adjective: Token) -> bool:
    """Whether it tells of a people and not of a state: "ethnic Armenian officials", "Karabakh Armenian envoys"."""
    if adjective.i == adjective.sent.start:
        return False
    before = adjective.doc[adjective.i - 1]
    named = before.pos_ == "PROPN" and before.dep_ in BEFORE and before.head.i >= adjective.i
    country = country_of_demonym(before.text) or country_named(before.text)
    return before.lower_ == "ethnic" or (adjective.pos_ == "ADJ" and named and country is None)


def region_at(paragraph: Paragraph, found: Found, name: Token) -> Said[Actor] | None:
    """A region whose authorities somebody is sent by: "representatives of Puntland", "Tigray officials"."""
    place = place_at(paragraph, found, name)
    if place is None or place.place.value.precision != "province":
        return None
    words = paragraph.doc[place.at.start : place.at.end].text
    return Said(actor_of(words, "other"), REGION, (paragraph.span(place.at.start, place.at.end),))


def is_region(value: Any, words: Sequence[str]) -> bool:
    """Whether the actor is the region that the words name."""
    capital = len(words) == 1 and any(part[:1].isupper() for part in words[0].split())  # "eastern Libya"
    return capital and bool(value == actor_of(words[0], "other"))


def holder_at(paragraph: Paragraph, found: Found, head: Token) -> Said[Actor] | None:
    """Who holds the office of a town or province without a name: "the governor of Kassala"."""
    seat = next(behind(head, OF), None) if word(head) in contacts().seated else None
    place = place_at(paragraph, found, seat) if seat is not None else None
    if place is None or place.place.value.precision == "country":
        return None
    start = head.i - is_office(head.doc[max(0, head.i - 1) : head.i + 1].text)  # "deputy governor"
    holder = NAMING[HOLDER]([head.doc[start : place.at.end].text])
    return Said(holder, HOLDER, (paragraph.span(start, place.at.end),)) if holder is not None else None


def _anybody(paragraph: Paragraph, before: Iterable[Token]) -> Sides:
    """A power without a name: "government negotiators"."""
    named = ((child, NAMING[ANYBODY]([child.text])) for child in before if child.pos_ in NOUNS)
    return tuple(
        Said(actor, ANYBODY, (paragraph.span(child.i, child.i + 1),))
        for child, actor in named
        if actor is not None and actor.type in POWERS
    )


def _owners(paragraph: Paragraph, found: Found, noun: Token) -> Sides:
    """Whose a body, force or delegation without a name is, of which they come: "the head of the Houthi delegation",
    "commanders of Thailand's army regions"; the group rather than its country."""
    if noun.pos_ not in NOUNS or any(each.head == noun.i for each in found.actors.covering(paragraph.index, noun.i)):
        return ()
    before = joined(child for child in noun.children if child.dep_ in BEFORE and child.i < noun.i)
    named = [actor for child in before if child.i < noun.i for actor in whose(paragraph, found, child)]
    states = [actor for actor in named if actor.value.type == "state"]
    if noun.tag_ == "NNS" and len(states) == len(named):  # "the Lebanese and Israeli armies"
        return tuple(states)
    return tuple(sorted(named, key=lambda actor: actor.value.type == "state")[:1])


def _sent_from(head: Token, *, alone: bool) -> Iterator[Token]:
    """Whose they are, behind each "of" or "from": "presidents of the EAC and of the bloc SADC"; behind "for" and
    "representing" only where no other word tells it (`alone`)."""
    for noun in (head, *(child for child in head.children if child.dep_ == "appos" and child.i > head.i)):
        yield from behind(noun, SENT)
    for child in head.children:
        if child.lower_ in SENT and child.dep_ == "prep":
            yield from (noun for other in child.children if other.dep_ == "conj" and other.lower_ in SENT
                        for noun in other.children if noun.dep_ == "pobj")  # fmt: skip
        if alone and child.dep_ == "acl" and child.lower_ == "representing":
            yield from (noun for noun in child.children if noun.dep_ == "dobj")
    if alone and word(head) in contacts().standing_for:
        yield from behind(head, FOR)


def listed(heads: Iterable[Token]) -> tuple[Token, ...]:
    """The heads with all that are listed behind them, with "and" or without: "of Iran, Turkey, Egypt"."""
    listed = list(heads)
    for token in listed:
        if len(listed) < LONGEST_LIST:
            listed += [each for each in token.children if _is_listed(each)]
    return tuple(listed)


def _is_listed(token: Token) -> bool:
    return token.pos_ in NOUNS and (token.dep_ == "conj" or (token.dep_ == "appos" and token.pos_ == "PROPN"))


def shared(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Said[Actor]]:
    """The state of the first of several officials: "Russian diplomats and officers"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in NOUNS:
        first = first.head
    if first.i != head.i and is_official(first):
        yield from sent_by(paragraph, found, first)
