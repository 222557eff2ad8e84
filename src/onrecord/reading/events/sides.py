"""Who did an event's deed to whom: its doers, those who underwent it, and whose the thing or place is that was hit."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.deeds.actors import actors_of, state_at
from onrecord.reading.deeds.grammar import VERBS, behind, direct_objects, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers, partners, undergoers
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.events.words import is_far
from onrecord.reading.found import ActorMention, Found, Mentions
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.events import Kind, events, possessions, things
from onrecord.vocabulary.known_actors import actor_of
from onrecord.vocabulary.unnamed import last_words

Actors = tuple[Said[Actor], ...]
PROTEST = "PROTEST"
OF_ARMS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
DEMONYM, FORCE, GOVERNMENT, UNNAMED = "demonym", "force of a country", "government of a country", "unnamed people"
OF_STATES = frozenset({FORCE, GOVERNMENT})
GOVERNING = "government named elsewhere"
BEHIND, NOUN, ADDRESSED = "force behind a deed", "group by one word", "addressed together"
FROM, TO, BY = frozenset({"from"}), frozenset({"to"}), frozenset({"by"})
AT_WHOM = frozenset({"on", "upon", "against", "at", "of", "by", "to"})
TOWARDS = frozenset({"toward", "towards", "into", "in", "on"})
LONGEST_REACH = 6  # words between a deed and what it is for


class Here(NamedTuple):
    """A paragraph of a report, with all that is found in it so far."""

    report: Report
    paragraph: Paragraph
    found: Found
    doing: frozenset[str] = frozenset()  # the countries of those who do the deed

    def actors(self, heads: Iterable[Token]) -> Actors:
        """The actors named at the heads."""
        return actors_of(self.found, self.paragraph, tuple(heads))


def sides(here: Here, token: Token, kind: Kind, also: Sequence[Token]) -> tuple[Actors, Actors]:
    """Who did it to whom; of a mutual deed the first side and the others. `also` are words for the same deed."""
    by = _by(here, token, kind)
    if kind.own:
        stated = token.dep_ in ("acl", "amod") and token.tag_ == "VBN"  # "forces deployed near the border"
        moved = () if stated or direct_objects(token) else undergoers(token)  # "troops were sent"
        armed = by or here.actors(moved)
        return of_arms(here, armed), here.actors(list(behind(token, kind.to)))
    if kind.turned:
        return _drivers(here, token), by
    here = here._replace(doing=frozenset(actor.value.country for actor in by if actor.value.country))
    harmed = [head for harm in also for head in undergoers(harm)]
    to = _to(here, token, kind, harmed)
    if not by:
        told = {token.i, *(each.i for each in also)}
        by = here.actors([head for harm in also for head in doers(harm) if head.i not in told])
    by = of_arms(here, by) if kind.plover in OF_ARMS else by
    if kind.plover == PROTEST:  # "Libyan demonstrations" are no state's
        by = tuple(actor for actor in by if actor.rule != DEMONYM)
    if kind.mutual:
        every = each_once((*by, *here.actors(partners(token))))
        victims = here.actors(harmed)  # they are no side
        every = every if len(every) > 1 else each_once((*every, *_others(_to(here, token, kind, []), victims)))
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
    peoples = kind.plover in OF_ARMS
    return here.actors(heads) or (tuple(each for head in heads for each in _people(here, head)) if peoples else ())


def _people(here: Here, head: Token) -> Iterator[Said[Actor]]:
    """The state that "the Turks" are where they do a deed of arms."""
    whole = head.tag_ in ("NNPS", "NNS") and any(child.lower_ == "the" for child in head.lefts)
    country = country_of_demonym(head.text) if whole else None
    if country is not None:
        span = here.paragraph.span(head.i, head.i + 1)
        yield Said(actor_of(country.name, "state", country.name), DEMONYM, (span,))


def _to(here: Here, token: Token, kind: Kind, harmed: Sequence[Token]) -> Actors:
    """Those who underwent it; else whose thing or ground was hit, or those from whom it was to take some."""
    heads = undergoers(token, frozenset(kind.to))
    told = [thing for thing in direct_objects(token) if f"{word(token)} {word(thing)}" in kind.verbs]
    heads += tuple(head for thing in told for head in behind(thing, kind.to))  # "imposed sanctions on the junta"
    if kind.thing is not None:
        heads = tuple(head for head in heads if not ends_at(head, things(kind.thing)))
    to = each_once((*(each for head in heads for each in _named(here, head)), *here.actors(harmed)))
    if kind.plover not in OF_ARMS:
        return to
    hit = undergoers(token, frozenset(kind.to))
    owned = [actor for head in hit for actor in _whose(here, head)]
    if to or owned:
        return each_once((*of_arms(here, to), *owned))
    return tuple(actor for verb in _purposes(token) for actor in _taken_from(here, verb))


def _named(here: Here, head: Token) -> Actors:
    """The actors named at the head, or the state that is a country: "attacked Israel", "supplied Ukraine with"."""
    around = head.pos_ != "PROPN" or (head.dep_ == "pobj" and head.head.lower_ not in AT_WHOM)
    return here.actors((head,)) or tuple(() if around else state_at(here.paragraph, head))


def _whose(here: Here, thing: Token) -> Iterator[Said[Actor]]:
    """Whose a thing of war is ("Syrian positions"), or who holds the ground ("a town held by rebels")."""
    if here.actors((thing,)):
        return
    if ends_at(thing, possessions()):
        for owner in owners(thing):
            yield from _owner(here, owner)
    for child in thing.children:
        if (
            child.dep_ == "appos" and thing.pos_ == "PROPN" and ends_at(child, possessions())
        ):  # "Idlib, the last rebel stronghold"
            for owner in owners(child):
                yield from _owner(here, owner)
        elif child.pos_ not in VERBS and child.tag_ != "VBN":
            continue
        elif word(child) in events().holding and child.tag_ == "VBN":
            for holder in doers(child):
                yield from _owner(here, holder)
        elif word(child) == "lose":
            yield from here.actors(behind(child, TO))


def _owner(here: Here, owner: Token) -> Iterator[Said[Actor]]:
    named = here.actors((owner,))
    if named:
        yield from (_force_of(here, actor) for actor in named)
        return
    known = _forces(here.report, here.found.actors)
    own = [known[country] for country in sorted(here.doing) if country in known]  # of the rebels' own country
    force = known.get(owner.lower_) or (own[0] if len(own) == 1 and owner.lower_ in events().governing else None)
    if force is not None:
        yield Said(force.value, BEHIND, (here.paragraph.span(owner.i, owner.i + 1), *force.words))
    elif owner.lower_ in events().governing:
        of_theirs = [known[country, GOVERNMENT] for country in sorted(here.doing) if (country, GOVERNMENT) in known]
        for each in of_theirs if len(of_theirs) == 1 else []:
            yield Said(each.value, GOVERNING, (here.paragraph.span(owner.i, owner.i + 1), *each.words))
    elif owner.lower_ + "s" in last_words():
        actor = NAMING[UNNAMED]((owner.lower_ + "s",))
        if actor is not None:
            yield Said(actor, NOUN, (here.paragraph.span(owner.i, owner.i + 1),))


def holders_of(here: Here, deed: Token) -> Actors:
    """Whose the thing is, or who holds the ground, that a deed is done to or moves towards."""
    hit = (*undergoers(deed), *behind(deed, TOWARDS))
    return each_once(tuple(actor for thing in hit for actor in _whose(here, thing)))


def of_arms(here: Here, actors: Actors) -> Actors:
    """The actors, each once, with the armed force for a state that an adjective alone tells ("Syrian shelling"), where
    the report names its force."""
    return each_once(tuple(_force_of(here, actor) for actor in actors))


def _force_of(here: Here, actor: Said[Actor]) -> Said[Actor]:
    known = _forces(here.report, here.found.actors)
    if actor.rule == DEMONYM and actor.value.name in known:
        force = known[actor.value.name]
        return Said(force.value, BEHIND, (*actor.words, *force.words))
    side = actor.value.name.split()[-1].lower()
    if actor.rule == UNNAMED and side in events().governing and (side, GOVERNMENT) in known:
        government = known[side, GOVERNMENT]
        return Said(government.value, GOVERNING, (*actor.words, *government.words))
    return actor


@lru_cache(maxsize=1)
def _forces(report: Report, actors: Mentions[ActorMention]) -> dict[str | tuple[str, str], Said[Actor]]:
    """The armed force that a report names for a country, by the country's name and by the words for its government
    ("regime forces"), and its government by those; none where it names several."""
    named: dict[str, dict[str, Said[Actor]]] = {}
    governed: dict[str, dict[str, Said[Actor]]] = {}
    for mention in actors:
        said, country = mention.actor, mention.actor.value.country
        if country is None or said.rule not in OF_STATES:
            continue
        if said.rule == FORCE and said.value.type == "armed force":
            named.setdefault(country, {}).setdefault(said.value.key, said)
        words = {word.lower() for word in report.words(mention.at).split()}
        for side in words & events().governing:
            if country not in governed.setdefault(side, {}) or said.rule == GOVERNMENT:
                governed[side][country] = said
    governments = {country: said for each in governed.values() for country, said in each.items()}
    found: dict[str | tuple[str, str], Said[Actor]] = {
        country: next(iter(forces.values())) for country, forces in named.items() if len(forces) == 1
    }
    for side, countries in governed.items():
        country, said = next(iter(countries.items()))
        if len(countries) == 1 and country in found:
            found[side] = found[country]
        if len(countries) == 1 and said.rule == GOVERNMENT:
            found[side, GOVERNMENT] = said
    for country, said in governments.items():
        if said.rule == GOVERNMENT:
            found[country, GOVERNMENT] = said
    return found


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
        yield from _whose(here, thing)


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


def _behind_a_deed(value: Any, words: Sequence[str]) -> bool:
    """A word for a state or its government, and the words that name its force."""
    country = country_of_demonym(words[0]) if words else None
    whose = country is not None or words[0].lower() in events().governing
    force = NAMING[FORCE](words[1:]) if len(words) > 1 and whose else None
    return force is not None and force == value and (country is None or country.name == force.country)


def _governing(value: Any, words: Sequence[str]) -> bool:
    """Words that end in one for a government, and those that name it elsewhere."""
    named = NAMING[GOVERNMENT](words[1:]) if len(words) > 1 else None
    return named is not None and named == value and words[0].split()[-1].lower() in events().governing


def _by_one_word(value: Any, words: Sequence[str]) -> bool:
    return len(words) == 1 and NAMING[UNNAMED]((words[0].lower() + "s",)) == value


def _addressed(value: Any, words: Sequence[str]) -> bool:
    first = words[0].split()[0].lower() if len(words) == 1 and words[0].split() else ""
    return first in events().addressed and actor_of(" ".join(words[0].split()), "other") == value


RULES: dict[str, Rule] = {GOVERNING: _governing, ADDRESSED: _addressed, BEHIND: _behind_a_deed, NOUN: _by_one_word}
