"""Visits: whose a delegation is, and the government of the capital or country to which somebody comes."""

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.reading.contacts.parties import Between, Sides, parties
from onrecord.reading.contacts.whose import place_at, state_at
from onrecord.reading.deeds.grammar import NOUNS, behind, joined, word
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import Found, PlaceMention, roles
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.contacts import contacts, nouns, verbs
from onrecord.vocabulary.known_actors import person_named

TOWARDS = frozenset({"to", "in", "at", "for"})


def of_delegation(paragraph: Paragraph, found: Found, delegation: Token, verb: Token) -> Between:
    """The sides of a delegation's visit: whose it is, and the government of the capital or country it goes to."""
    one = parties(paragraph, found, [delegation])
    if not one and delegation.dep_ == "dobj":
        one = parties(paragraph, found, doers(verb))
    goal = goal_of(paragraph, found, verb, one)
    if len(one) > 1 and (goal is None or not goal[0]):  # they come together, and are in touch with somebody else
        return Between()
    if goal is None:
        return Between(one)
    hosted = goal[0] if not any(is_neutral(noun) for noun in verb.subtree if noun.i > verb.i) else ()
    return Between(one, hosted, goal[1])


def of_traveller(paragraph: Paragraph, found: Found, verb: Token) -> Between:
    """The sides of an official's journey to a capital, told by that alone: "is due back in Beirut", "arrived in Kyiv".

    Where the sentence tells what he comes for, that tells it; a troop or a private person comes to nobody."""
    comes = [verb, *(child for child in verb.children if child.dep_ in ("acomp", "advmod") and child.i > verb.i)]
    if verb.dep_ == "advcl" or any(
        word(token) not in contacts().travelling and _is_contact(token) for token in verb.sent
    ):
        return Between()
    one = parties(paragraph, found, joined(subjects(verb)))
    homes = {each.value.country for each in one}
    if len(homes) != 1 or any(each.value.type != "person" or not _may_visit(found, each.value) for each in one):
        return Between()
    goals = (goal_of(paragraph, found, each, one) for each in comes)
    goal = next((each for each in goals if each is not None and each[0]), None)
    return Between(one, goal[0], goal[1]) if goal is not None else Between()


def _is_contact(token: Token) -> bool:
    return any(True for _ in at_token(token, verbs(), nouns()))


def is_delegation(token: Token) -> bool:
    """Whether the noun is one for people who are sent together."""
    return token.pos_ in NOUNS and token.lemma_.lower() in contacts().delegation


def goal_of(paragraph: Paragraph, found: Found, verb: Token, movers: Sides) -> tuple[Sides, PlaceMention | None] | None:
    """The government of the capital or country that the movers go to, with the place; None where they go to neither.

    Somebody of that same country, or of none that is known, visits nobody there."""
    heads = [child for child in verb.children if child.dep_ == "dobj"] + list(behind(verb, TOWARDS))
    for head in heads:
        place, state = place_at(paragraph, found, head), state_at(paragraph, found, head)
        if place is None:
            continue
        away = [actor for actor in movers if _may_visit(found, actor.value)]
        if state is None or not away or any(actor.value.country == state.value.name for actor in movers):
            return (), place
        return (state,), place
    return None


def _may_visit(found: Found, actor: Actor) -> bool:
    """Whether a visit by somebody is one between sides: a private person's is not."""
    if actor.type != "person" or actor.name.endswith("(unnamed)"):
        return True
    known = person_named(actor.key) is not None
    return known or actor.key in roles(found.actors)


def is_neutral(noun: Token) -> bool:
    """Whether the talks are such as are held at a third place."""
    return any(each.lower_ in contacts().neutral for each in noun.subtree)
