"""Whom the words for a side of a contact name: an actor, or the state of officials, of a capital, of a country."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.contacts.whose import (
    REGION,
    holder_at,
    is_official,
    is_region,
    listed,
    region_at,
    sent_by,
    shared,
    state_at,
    whose,
)
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, behind, each_once, joined, word
from onrecord.reading.deeds.roles import actors_of
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import At, Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.known_actors import actor_of

Sides = tuple[Said[Actor], ...]
NO_SIDES = frozenset({"media", "population group"})
STATE_OF = "state of whom it names"
LONGEST_ROW = 6
BAND = "group as described"


class Between(NamedTuple):
    """The sides of a contact: those of one hand, those of the other.

    `verb` is what they do for it or at it, `place` where they go for it."""

    one: Sides = ()
    other: Sides = ()
    place: PlaceMention | None = None
    verb: Token | None = None

    @property
    def all(self) -> Sides:
        """Every side once, in the order of the text."""
        named = {actor.value.key: actor for actor in reversed((*self.one, *self.other))}
        return tuple(sorted(named.values(), key=lambda actor: actor.words[0].start))

    @property
    def are_apart(self) -> bool:
        """Whether they are of two hands at least: nobody is in touch with the officials of his own state."""
        persons = {actor.value.country for actor in self.all if actor.value.type == "person"} - {None}
        states = {actor.value.name for actor in self.all if actor.value.type == "state"}
        return not (len(self.all) == 2 and persons & states)


def parties(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Sides:
    """The sides that the heads name, in the order given, each once; media and crowds are none."""
    named: dict[str, Said[Actor]] = {}
    heads = _without_office(paragraph, found, heads)
    for head in [each for first in heads for each in (first, *_cut_row(paragraph, found, first))]:
        if (
            _speaks(head)
            or _is_excepted(head)
            or word(head) in contacts().telling
            or _is_medias(paragraph, found, head)
        ):
            continue
        for actor in _named(paragraph, found, head):
            if actor.value.type not in NO_SIDES and not _is_anybody(actor.value):
                named.setdefault(actor.value.key, actor)
    governed = {actor.value.country for actor in named.values() if actor.value.type == "government body"}
    return tuple(each for each in named.values() if each.value.type != "state" or each.value.name not in governed)


def _without_office(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Sequence[Token]:
    """The heads, without the office that the first only tells of those behind it, one of each state: "the foreign
    ministers of Chad and Niger, A and B"; that alone where it is not known who one of them is."""
    if len(heads) < 2 or not heads[0].lower_.endswith("s") or not is_official(heads[0]):
        return heads
    beside = heads[1].doc[heads[1].left_edge.i - 1].text == ","
    if not beside or len(heads) - 1 != len(list(sent_by(paragraph, found, heads[0]))):
        return heads
    persons = [_is_person(paragraph, found, head) for head in heads[1:]]
    return heads[1:] if all(persons) else heads[:1] if any(persons) else heads


def _cut_row(paragraph: Paragraph, found: Found, head: Token) -> Iterator[Token]:
    """The rest of a row of names that the parse takes for other names of the first: "Angela Merkel, French President
    Francois Hollande, and Russian President Vladimir Putin"."""
    if head.pos_ != "PROPN" or not _is_person(paragraph, found, head):
        return
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and _is_person(paragraph, found, child):
            row = joined([child])
            yield from row if len(row) > 1 else ()


def _is_person(paragraph: Paragraph, found: Found, name: Token) -> bool:
    named = found.actors.covering(paragraph.index, name.i)
    return any(each.form == "name" and each.actor.value.type == "person" for each in named)


def _speaks(head: Token) -> bool:
    """Whether the name is really the subject of a saying that the parse has cut off: "... and the ministry said"."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if after.dep_ == "acl":  # "talks between A and B held on Friday"
        return False
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    return first.i != head.i and first.dep_ in ("pobj", "dobj") and after.tag_ in ("VBD", "VBZ") and says(after)


def _is_excepted(head: Token) -> bool:
    """ "Officials but not the president", "without presidents A and B, delegations met"."""
    row = head
    while row.dep_ == "conj" and row.head.i < row.i:
        row = row.head
    opening = max(head.sent.start, row.left_edge.i - 2)
    before = [head.doc[max(head.sent.start, head.left_edge.i - 1) : head.i], head.doc[opening : row.left_edge.i]]
    return any(token.lower_ in contacts().excepting for words in before for token in words)


def _is_medias(paragraph: Paragraph, found: Found, head: Token) -> bool:
    """Whether a medium stands before the name: "CNN's John Smith", "a media delegation"."""
    whose = [child for child in head.children if child.dep_ in ("poss", "compound", "nmod") and child.i < head.i]
    return any(child.lower_ in contacts().no_kind for child in whose) or any(
        mention.actor.value.type == "media"
        for child in whose
        for mention in found.actors.covering(paragraph.index, child.i)
    )


def state_of(side: Said[Actor]) -> Said[Actor] | None:
    """The state that somebody named stands for: Turkey for its president; a state itself."""
    if side.value.type == "state":
        return side
    if side.rule not in NAMING or side.value.country is None:
        return None
    return Said(actor_of(side.value.country, "state", side.value.country), STATE_OF, side.words)


def _is_state_of(value: Any, words: Sequence[str]) -> bool:
    made = (build(words) for build in NAMING.values()) if words else ()
    countries = {actor.country for actor in made if actor is not None and actor.country is not None}
    return any(value == actor_of(country, "state", country) for country in countries)


def _named(paragraph: Paragraph, found: Found, head: Token) -> Iterable[Said[Actor]]:
    row = _row(paragraph, found, head) or _from_homes(paragraph, found, head)
    if len(row) > 1:
        return row
    seated = holder_at(paragraph, found, head)
    if seated is not None:
        return (seated,)
    actors = _behind_bracket(paragraph, found, head) or actors_of(found, paragraph, [head])
    actors = actors or _titled(paragraph, found, head)
    bands = list(sent_by(paragraph, found, head)) if all(each.rule == BAND for each in actors) else []
    if actors and any(each.value.type == "armed group" for each in bands):  # "armed groups from the Alliance"
        return bands
    official = head.pos_ in NOUNS and is_official(head)
    if official and not any(actor.value.type == "person" and not _is_anybody(actor.value) for actor in actors):
        states = list(sent_by(paragraph, found, head)) or list(shared(paragraph, found, head))
        if states:
            beside = actors_of(found, paragraph, [child for child in head.children if child.dep_ == "appos"])
            bodies = [each for each in beside if each.value.type == "international organisation"]
            return [*states, *(each for each in bodies if each not in states)]
    if actors:
        nobody = official and all(actor.value.type == "other" or _is_anybody(actor.value) for actor in actors)
        return actors if not nobody else ()
    if any(child.dep_ == "conj" and is_official(child) for child in head.children):  # "Thai and Cambodian commanders"
        return whose(paragraph, found, head)
    state = state_at(paragraph, found, head) or (region_at(paragraph, found, head) if head.dep_ == "nsubj" else None)
    return (state,) if state is not None else ()


def _titled(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """Who bears the title that the head is part of, where the parse has cut that off: "junta chief Min Aung Hlaing"."""
    covering = found.actors.covering(paragraph.index, head.i)
    return tuple(each.actor for each in covering if each.head > head.i and each.actor.value.type == "person")[:1]


def _behind_bracket(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """Who is named behind the short name of what he is of: "the Armed Forces (SAF) General Burhan"."""
    beside = [child for child in head.children if child.dep_ == "appos" and child.i > head.i]
    behind_it = [each for each in beside if ")" in (token.text for token in head.doc[each.left_edge.i - 1 : each.i])]
    named = actors_of(found, paragraph, behind_it)
    return tuple(actor for actor in named if actor.value.type == "person")


def _from_homes(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """The officials whom a row names each behind his country: "counterparts from Congo, Felix Tshisekedi, and Rwanda,
    Paul Kagame"."""
    if not is_official(head):
        return ()
    homes = [each for home in joined(behind(head, ("from", "of"))) for each in (home, *listed([home]))]
    named = {actor.value.key: actor for actor in actors_of(found, paragraph, each_once(homes))}
    return tuple(actor for actor in named.values() if actor.value.type == "person")


def _is_anybody(actor: Actor) -> bool:
    """Whether they are an unnamed person of no known country or town, "a leader", or people described: "religious
    leaders"."""
    described = actor.type == "other" and actor.name[:1].islower() and actor.name.endswith("s")
    seated = not actor.name.islower() and not contacts().seated.isdisjoint(actor.name.split())
    return described or (actor.name.endswith("(unnamed)") and actor.country is None and not seated)


def _row(paragraph: Paragraph, found: Found, head: Token) -> Sides:
    """All whom a row in apposition names: "rival leaders Fayez al-Sarraj and Khalifa Haftar"."""
    beside = [child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i]
    if head.pos_ != "NOUN" or not beside:
        return ()
    whole = At(paragraph.index, head.i + 1, beside[-1].right_edge.i + 1)
    persons = [
        mention.actor
        for mention in found.actors.touching(whole)
        if mention.form == "name"
        and mention.actor.value.type == "person"
        and _is_in_row(paragraph, mention.head, beside)
    ]
    return tuple(persons) or parties(paragraph, found, joined(beside))


def _is_in_row(paragraph: Paragraph, at: int, row: Sequence[Token]) -> bool:
    """Whether a name is one of a row, even where the parse has made it part of the next: "A B and C D"."""
    token, ends = paragraph.doc[at], {each.i for each in row}
    for _ in range(LONGEST_ROW):
        if token.i in ends:
            return True
        linked = token.dep_ in ("conj", "appos") or any(
            each.lower_ in ("and", ",") for each in paragraph.doc[token.i : token.head.i]
        )
        if token.dep_ not in ("conj", "appos", "compound", "nmod") or not linked:
            return False
        token = token.head
    return False


RULES: dict[str, Rule] = {STATE_OF: _is_state_of, REGION: is_region}
