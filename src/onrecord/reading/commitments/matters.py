"""Whether a commitment is one of a conflict: a side of it commits itself to, or asks for, what touches it.

A company's plan, a candidate's promise, a coach's pledge is none.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.contacts import whose
from onrecord.reading.deeds.actors import actors_of, state_at
from onrecord.reading.deeds.grammar import behind, direct_objects
from onrecord.reading.deeds.triggers import NOUNS, VERBS, at_token
from onrecord.reading.found import Found, roles
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary import reporting
from onrecord.vocabulary.commitments import (
    matters,
    nouns_of_force,
    officials,
    verbs_of_conflict,
    verbs_of_force,
    words,
)
from onrecord.vocabulary.known_actors import person_named
from onrecord.vocabulary.titles import titles

TITLE = 3  # words
NOBODY = frozenset(f"{each} (unnamed)" for each in ("source", "sources", "official", "officials"))
FORCES = frozenset({"armed force", "armed group", "militia", "police"})
POWERS = FORCES | {"state", "government body"}
SIDES = POWERS | {"international organisation"}
AIMED = frozenset({"dobj", "pobj"})
ONWARD = frozenset({"to", "on", "into", "towards", "toward", "for", "against"})
Actors = tuple[Said[Actor], ...]


def sides(found: Found, actors: Iterable[Said[Actor]], role: Said[str] | None = None) -> Actors:
    """Those of the actors who can commit themselves in a conflict: powers, bodies, and people who act for one."""
    return tuple(actor for actor in actors if _is_side(found, actor, role))


def named(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Actors:
    """The actors at the heads, and the states whose names stand there."""
    states = (actor for head in heads for actor in state_at(paragraph, head))
    return actors_of(found, paragraph, heads) or tuple(states)


def addressees(paragraph: Paragraph, found: Found, heads: Sequence[Token]) -> Actors:
    """The actors at the heads of those something is given or promised to; a capital there stands for its state."""
    at_capitals = (state for head in heads if (state := whose.state_at(paragraph, found, head)) is not None)
    return named(paragraph, found, heads) or tuple(at_capitals)


def at_whom(actors: Iterable[Said[Actor]], by: Actors) -> Actors:
    """Those of the actors whom a commitment can go at: other sides than those who make it."""
    return tuple(
        actor
        for actor in actors
        if (actor.value.type in SIDES or (actor.value.type == "person" and actor.value.country is not None))
        and not any(_is_own(actor.value, each.value) for each in by)
    )


def of_conflict(tokens: Sequence[Token], deed: Token) -> bool:
    """Whether the words of what is to be done touch a conflict."""
    promised = deed.pos_ in NOUNS and deed.lower_ in words("promised")
    return promised or is_of_force(deed) or any(is_named(token) or _is_done(token) for token in tokens)


def are_in_arms(by: Actors) -> bool:
    """Whether all of them are forces or armed groups."""
    return bool(by) and all(actor.value.type in FORCES for actor in by)


def names_side(paragraph: Paragraph, found: Found, start: int, end: int) -> bool:
    """Whether the words name a force or an armed group, or a place that somebody moves on or is done to."""
    at = At(paragraph.index, start, end)
    if any(mention.actor.value.type in FORCES and mention.form != "pronoun" for mention in found.actors.within(at)):
        return True
    moves = [token for token in paragraph.doc[start:end] if token.pos_ in VERBS and token.lower_ in words("moving")]
    heads = [child for verb in moves for child in (*verb.children, *behind(verb, ONWARD)) if child.dep_ in AIMED]
    return any(place.use == "place" for head in heads for place in found.places.covering(paragraph.index, head.i))


def sole_force(paragraph: Paragraph, found: Found, verb: Token) -> Actors:
    """The one armed side that the sentence has told before the verb, which its "it" or "they" goes back to."""
    at = At(paragraph.index, verb.sent.start, verb.i)
    told = {m.actor.value.key: m.actor for m in found.actors.within(at) if m.actor.value.type in FORCES}
    return tuple(told.values()) if len(told) == 1 else ()


def is_outside(tokens: Sequence[Token], deed: Token) -> bool:
    """Whether the words, beside the deed's own ("hold elections"), are those of a campaign, of business or of sport."""
    own = {at for _, cited in at_token(deed, verbs_of_conflict(), {}) for at in cited}
    own |= {deed.i} if deed.lower_ in words("promised") else set()
    return any(token.lower_ in words("outside") and token.i not in own for token in tokens)


def is_named(token: Token) -> bool:
    """Whether the word names a deed or a matter of a conflict."""
    return token.pos_ not in VERBS and (
        token.lower_ in matters()
        or (token.head.pos_ in NOUNS and token.tag_ == "RB" and token.lower_ in words("yielding"))
    )


def is_of_force(deed: Token) -> bool:
    """Whether the deed is one of violence."""
    return force_of(deed) is not None


def force_of(deed: Token) -> Token | None:
    """The word that makes the deed one of violence: its own, or that for what it begins ("resume attacks")."""
    if deed.pos_ in VERBS:
        if any(True for _ in at_token(deed, verbs_of_force(), {})):
            return deed
        begun = direct_objects(deed) if deed.lower_ in words("beginning") else []
        return next((noun for noun in begun if noun.lower_ in nouns_of_force() | words("begun")), None)
    return deed if deed.lower_ in nouns_of_force() else None


def is_of_conflict(verb: Token) -> bool:
    """Whether the verb tells a deed of a conflict, or one that a government does of its own will."""
    return _is_done(verb) or verb.lower_ in words("willed")


def _is_done(verb: Token) -> bool:
    return any(True for _ in at_token(verb, verbs_of_conflict(), {}))


def _is_side(found: Found, said_to_be: Said[Actor], role: Said[str] | None) -> bool:
    actor = said_to_be.value
    if actor.type in SIDES or actor.side_of is not None or person_named(actor.key) is not None:
        return True
    if actor.type == "population group":
        return actor.name.split()[-1].lower() in words("movements")
    if actor.type not in ("person", "other") or (actor.country is None and actor.name in NOBODY):
        return False
    told = [role.value] if role is not None else []
    told += roles(found.actors).get(actor.key, ())
    told.append(
        actor.name
        if actor.type == "other" or actor.name.endswith("(unnamed)") or said_to_be.rule.endswith("in words")
        else ""
    )
    said = [word for each in told for word in each.lower().replace("-", " ").split()]
    if actor.type == "other" and not reporting.words("documents").isdisjoint(said[:TITLE]):
        return False  # "the readout of the call released by the State Department"
    return not any(word in words("private") for word in said) and any(
        word in officials() or word.removesuffix("s") in officials() for word in said
    )


def _is_own(actor: Actor, by: Actor) -> bool:
    """Whether somebody is of the side of who commits himself."""
    if actor.key == by.key or (by.side_of is not None and by.side_of in (actor.key, actor.name)):
        return True
    if actor.side_of is not None and actor.side_of in (by.key, by.name):
        return True
    return _of_state(actor) and _of_state(by) and actor.country is not None and actor.country == by.country


def _of_state(actor: Actor) -> bool:
    """Whether it is a state, or somebody of its government or its forces."""
    known = person_named(actor.key)
    if known is None:
        return actor.type in ("state", "government body", "armed force", "police")
    held = known.offices.lower()
    bare = {" ".join(each for each in office.split() if not each[0].isdigit()) for office in held.split(";")}
    ruling = not bare.isdisjoint(titles().rulers)  # "Leader 1969-2011", not "Leader of Hezbollah"
    return ruling or any(office in held for office in (*titles().leaders, "minister", "ambassador"))
