"""Who did an event's deed to whom: its doers, those who underwent it, and whose the thing or place is that was hit."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading.deeds.actors import state_at
from onrecord.reading.deeds.grammar import behind, direct_objects, is_passive, word
from onrecord.reading.deeds.roles import doers, object_of, partners, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.events.answers import answered, attacks_before
from onrecord.reading.events.triggers import ARMED
from onrecord.reading.events.whose import DEMONYM, Actors, Here, of_arms, owned_by, whose
from onrecord.reading.events.whose import RULES as WHOSE
from onrecord.reading.events.words import MODIFYING, is_far
from onrecord.reading.report import Paragraph
from onrecord.reading.rules import Rule
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.events import Kind, events, things
from onrecord.vocabulary.known_actors import actor_of

PROTEST = "PROTEST"
ASSAULTS, HURLED, TALKS = "assaults", "hurled", "talks"
DISPLACEMENT = "displacement"
OF_ARMS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
ADDRESSED = "addressed together"
FROM = frozenset({"from"})
APART = frozenset({"from", "of"})
AT_WHOM = frozenset({"on", "upon", "against", "at", "of", "by", "to", "with", "toward", "towards"})
LONGEST_REACH = 6  # words between a deed and what it is for


def sides(here: Here, token: Token, kind: Kind, also: Sequence[Token]) -> tuple[Actors, Actors]:
    """Who did it to whom; of a mutual deed the first side and the others. `also` are words for the same deed."""
    by = _by(here, token, kind)
    if kind.own:
        stated = token.dep_ in ("acl", "amod") and token.tag_ == "VBN"  # "forces deployed near the border"
        moved = () if stated or direct_objects(token) else undergoers(token)  # "troops were sent"
        armed = by or here.actors(moved)
        return of_arms(here, armed), here.actors(list(behind(token, kind.to)))
    harmed = [head for harm in also for head in undergoers(harm)]
    if kind.turned:  # "shells fired by rebels fell", but "fled the rebels"
        return (of_arms(here, by), here.actors(harmed)) if kind.object == HURLED else (_drivers(here, token), by)
    here = here._replace(doing=frozenset(actor.value.country for actor in by if actor.value.country))
    if harmed and not by and _are_foes(here, token, kind, harmed):
        harmed = []
    to = _to(here, token, kind, harmed) or _attackers(here, token, kind, by)
    struck = answered(token)
    if struck is not None:  # those who were hit strike back at those who had hit them
        by, to = by or _armed(here, undergoers(struck)), to or _armed(here, doers(struck))
    if not by:
        told = {token.i, *(each.i for each in also)}
        by = here.actors([head for harm in also for head in doers(harm) if head.i not in told])
    by = of_arms(here, by) if kind.plover in OF_ARMS or kind.sub_event == DISPLACEMENT else by
    if kind.plover == PROTEST:  # "Libyan demonstrations" are no state's
        by = tuple(actor for actor in by if actor.rule != DEMONYM)
    if kind.mutual:
        every = each_once((*by, *here.actors(partners(token))))
        if len(every) == 1 and token.dep_ == "pobj":  # "captured the town after fighting with the army"
            verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token)
            every = each_once((*_armed(here, subjects(verb)), *every))
        victims = here.actors(harmed)  # they are no side
        every = every if len(every) > 1 else each_once((*every, *_others(_to(here, token, kind, []), victims)))
        if len(every) == 1 and not by and (direct_objects(token) or is_passive(token)):  # "those fighting the rebels"
            return (), every
        return (every[:1], every[1:]) if len(every) > 1 else (every, _others(to, every))
    return by, _others(to, by)


def _others(actors: Actors, but: Actors) -> Actors:
    keys = {actor.value.key for actor in but}
    return tuple(actor for actor in actors if actor.value.key not in keys)


def _by(here: Here, token: Token, kind: Kind) -> Actors:
    if kind.from_:
        givers = [head for each in (token, *direct_objects(token)) for head in behind(each, kind.from_)]
        return here.actors(givers) or tuple(giver for head in givers for giver in state_at(here.paragraph, head))
    if is_far(token):
        return ()
    heads = doers(token)
    arms = kind.plover in OF_ARMS
    return here.actors(heads) or (tuple(each for head in heads for each in _bands(here, head)) if arms else ())


def _armed(here: Here, heads: Iterable[Token]) -> Actors:
    return of_arms(here, tuple(actor for actor in here.actors(heads) if actor.value.type in events().armed))


def _are_foes(here: Here, token: Token, kind: Kind, harmed: Sequence[Token]) -> bool:
    """Whether two armed sides seem to undergo it, of whom one did it: "soldiers were killed in a raid on rebels"."""
    armed = [
        {actor.value.key for actor in actors if actor.value.type in ARMED}
        for actors in (here.actors(harmed), _to(here, token, kind, []))
    ]
    return all(armed) and armed[0].isdisjoint(armed[1])


def _attackers(here: Here, token: Token, kind: Kind, by: Actors) -> Actors:
    """Whose attack is repelled: of those who launch it, or who launched the one that it takes up; never their own."""
    if kind.thing != ASSAULTS:
        return ()
    attack = object_of(token)
    told = () if attack is None else (attack, *(attacks_before(attack) if not doers(attack) else ()))
    found = ((_armed(here, doers(noun))) for noun in told)
    return next((_others(each, by) for each in found if each), ())


def _bands(here: Here, head: Token) -> Iterator[Said[Actor]]:
    """Those of whom a word before a deed or its means tells, "a rebel drone"; the state that "the Turks" are where they
    do a deed of arms."""
    if head.dep_ in MODIFYING:
        yield from owned_by(here, head)
    whole = head.tag_ in ("NNPS", "NNS") and any(child.lower_ == "the" for child in head.lefts)
    country = country_of_demonym(head.text) if whole else None
    if country is not None:
        span = here.paragraph.span(head.i, head.i + 1)
        yield Said(actor_of(country.name, "state", country.name), DEMONYM, (span,))


def _to(here: Here, token: Token, kind: Kind, harmed: Sequence[Token]) -> Actors:
    """Those who underwent it; else whose thing or ground was hit, or those from whom it was to take some."""
    heads = undergoers(token, frozenset(kind.to))
    heads += tuple(head for thing in _told_of(token, kind) for head in _concerned(thing, kind))
    if kind.thing is not None:
        heads = tuple(head for head in heads if not ends_at(head, things(kind.thing)))
    to = each_once((*(each for head in heads for each in _named(here, head)), *here.actors(harmed)))
    hit = undergoers(token, frozenset(kind.to))
    owned = [actor for head in hit for actor in whose(here, head)]
    if kind.plover not in OF_ARMS:
        return to or each_once(owned)
    if to or owned:
        return each_once((*of_arms(here, to), *owned))
    return tuple(actor for verb in _purposes(token) for actor in _taken_from(here, verb))


def _told_of(token: Token, kind: Kind) -> Iterator[Token]:
    """What the words for the deed are of: the sanctions that were imposed, the border closed, the talks broken off."""
    for thing in (*direct_objects(token), *behind(token, APART), *(subjects(token) if is_passive(token) else ())):
        if f"{word(token)} {word(thing)}" in kind.verbs or (kind.object and ends_at(thing, things(kind.object))):
            yield thing


def _concerned(thing: Token, kind: Kind) -> Iterator[Token]:
    """Those whom it concerns: "sanctions on the junta", "its border with Chad", "talks between the two"."""
    yield from behind(thing, kind.to)
    if kind.object == TALKS:
        yield from partners(thing)


def _named(here: Here, head: Token) -> Actors:
    """The actors named at the head, or the state that is a country: "attacked Israel", "supplied Ukraine with"."""
    around = head.pos_ != "PROPN" or (head.dep_ == "pobj" and head.head.lower_ not in AT_WHOM)
    return here.actors((head,)) or tuple(() if around else state_at(here.paragraph, head))


def leaders_of(here: Here, deed: Token, holders: Actors) -> Actors:
    """The force of the new holders whose attack brought a change of control about: "the army's push led to it"."""
    countries = {actor.value.country for actor in holders}
    verb = next((above for above in deed.ancestors if word(above) in events().leading), None)
    attacks = subjects(verb) if verb is not None and not is_passive(verb) else ()
    by = _armed(here, [doer for noun in attacks if word(noun) in events().repelled for doer in doers(noun)])
    return tuple(actor for actor in by if actor.value.type in ARMED and actor.value.country in countries - {None})


def _purposes(token: Token) -> Iterator[Token]:
    """What it was for: "an offensive to recapture the town from the rebels"."""
    for over in (token, token.head):
        for child in over.children:
            near = 0 < child.left_edge.i - token.i <= LONGEST_REACH
            if near and word(child) in events().taking and any(each.tag_ == "TO" for each in child.lefts):
                yield child


def _taken_from(here: Here, verb: Token) -> Iterator[Said[Actor]]:
    objects = direct_objects(verb)
    yield from here.actors([*objects, *behind(verb, FROM)])
    for thing in objects:
        yield from whose(here, thing)


def _drivers(here: Here, token: Token) -> Actors:
    """Whom or whose deeds people fled: "fled the militia", "fled from government shelling"."""
    feared = (*direct_objects(token), *behind(token, FROM))
    causing = [who for each in feared for who in doers(each)]
    by = here.actors(feared) or here.actors(causing)
    return of_arms(here, tuple(actor for actor in by if actor.value.type in events().armed))


def addressees(paragraph: Paragraph, head: Token) -> Iterator[Said[Actor]]:
    """Those addressed together by a word for it: "parties to the conflict", "both sides"."""
    if head.lower_ in events().addressed:
        end = max([head.i, *(child.right_edge.i for child in head.rights if child.dep_ == "prep")]) + 1
        end = end if end - head.i < LONGEST_REACH else head.i + 1
        words = " ".join(paragraph.doc[head.i : end].text.split())
        yield Said(actor_of(words, "other"), ADDRESSED, (paragraph.span(head.i, end),))


def _addressed(value: Any, words: Sequence[str]) -> bool:
    first = words[0].split()[0].lower() if len(words) == 1 and words[0].split() else ""
    return first in events().addressed and actor_of(" ".join(words[0].split()), "other") == value


RULES: dict[str, Rule] = {**WHOSE, ADDRESSED: _addressed}
