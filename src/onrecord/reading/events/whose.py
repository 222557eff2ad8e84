"""Whose the thing or ground is that a deed is done to, and which force acts for a state that only an adjective tells.

"Syrian positions" are the Syrian army's where the report names it, "a government helicopter" is the force's of the one
government it names, and "the posts" are those of whoever it says has put them there.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading.actors.rules import NAMING
from onrecord.reading.deeds.actors import actors_of
from onrecord.reading.deeds.grammar import VERBS, behind, each_of, is_passive, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers, undergoers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.found import ActorMention, Found, Mentions
from onrecord.reading.report import Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.events import events, possessions
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.unnamed import last_words, plural

Actors = tuple[Said[Actor], ...]
DEMONYM, FORCE, GOVERNMENT, UNNAMED = "demonym", "force of a country", "government of a country", "unnamed people"
OF_STATES = frozenset({FORCE, GOVERNMENT})
WHOLE = "armed forces"
GOVERNING = "government named elsewhere"
BEHIND, NOUN = "force behind a deed", "group by one word"
TO = frozenset({"to"})
TOWARDS = frozenset({"toward", "towards", "into", "in", "on"})
KNOWN = frozenset({"the", "these", "those", "all", "both", "such"})


class Here(NamedTuple):
    """A paragraph of a report, with all that is found in it so far."""

    report: Report
    paragraph: Paragraph
    found: Found
    doing: frozenset[str] = frozenset()  # the countries of those who do the deed

    def actors(self, heads: Iterable[Token]) -> Actors:
        """The actors named at the heads."""
        return actors_of(self.found, self.paragraph, tuple(heads))


def of_arms(here: Here, actors: Actors) -> Actors:
    """The actors, each once, with the armed force for a state that an adjective alone tells ("Syrian shelling"), where
    the report names its force."""
    return each_once(tuple(_force_of(here, actor) for actor in actors))


def holders_of(here: Here, deed: Token) -> Actors:
    """Whose the thing is, or who holds the ground, that a deed is done to or moves towards."""
    hit = (*undergoers(deed), *behind(deed, TOWARDS))
    if word(deed) in events().falling:
        hit = subjects(deed)
    return each_once(tuple(actor for thing in hit for actor in whose(here, thing)))


def whose(here: Here, thing: Token) -> Iterator[Said[Actor]]:
    """Whose a thing of war is ("Syrian positions", "dozens of rebel posts"), or who holds the ground ("a town held by
    rebels")."""
    for each in each_of(thing):
        yield from _whose(here, each)


def _whose(here: Here, thing: Token) -> Iterator[Said[Actor]]:
    if here.actors((thing,)):
        return
    if ends_at(thing, possessions()):
        told = owners(thing)
        for owner in told:
            yield from owned_by(here, owner)
        if not told and _is_known(thing):
            yield from _owners_told(here.report, here.found).get(word(thing), ())
    for child in thing.children:
        if (
            child.dep_ == "appos" and thing.pos_ == "PROPN" and ends_at(child, possessions())
        ):  # "Idlib, the last rebel stronghold"
            for owner in owners(child):
                yield from owned_by(here, owner)
        elif child.pos_ not in VERBS and child.tag_ != "VBN":
            continue
        elif word(child) in events().holding and child.tag_ == "VBN":
            for holder in doers(child):
                yield from owned_by(here, holder)
        elif word(child) == "lose":
            yield from here.actors(behind(child, TO))


def owned_by(here: Here, owner: Token) -> Iterator[Said[Actor]]:
    """Who the owner of a thing or a deed is: named, the force behind a word for a state, or a group by one word ("rebel
    positions", "army shelling")."""
    named = here.actors((owner,))
    if named:
        yield from (_force_of(here, actor) for actor in named)
        return
    known = _forces(here.report, here.found.actors)
    own = [known[country] for country in sorted(here.doing) if country in known]  # of the rebels' own country
    force = known.get(owner.lower_) or (own[0] if len(own) == 1 and owner.lower_ in events().governing else None)
    if force is not None:
        yield Said(force.value, BEHIND, (here.paragraph.span(owner.i, owner.i + 1), *force.words))
        return
    if owner.lower_ in events().governing:
        theirs = [known[country, GOVERNMENT] for country in sorted(here.doing) if (country, GOVERNMENT) in known]
        if len(theirs) == 1:
            yield Said(theirs[0].value, GOVERNING, (here.paragraph.span(owner.i, owner.i + 1), *theirs[0].words))
            return
    band = _band(owner.lower_)
    if band is not None:
        yield Said(band, NOUN, (here.paragraph.span(owner.i, owner.i + 1),))


def _band(word: str) -> Actor | None:
    """Those of whom a word for one, or for all of them, tells: "rebel" and "rebels", "army"."""
    several = plural(word) in last_words()
    band = NAMING[UNNAMED]((plural(word) if several else word,)) if several or word in last_words() else None
    return band if band is not None and band.type != "person" else None


def _is_known(thing: Token) -> bool:
    """Whether the words speak of things told of before: "the posts", "three posts", "two of the posts"."""
    return any(
        (child.dep_ == "det" and child.lower_ in KNOWN) or (child.dep_ == "nummod" and thing.tag_ == "NNS")
        for child in thing.children
    )


@lru_cache(maxsize=1)
def _owners_told(report: Report, found: Found) -> dict[str, Actors]:
    """The one owner that a report names for things of war, by the noun for them: "Russian positions", "Kenya set up
    posts"; none where it names several, or somebody unknown."""
    told: dict[str, dict[str, Said[Actor]]] = {}
    unsure = set()
    for paragraph in report.paragraphs:
        here = Here(report, paragraph, found)
        for thing in paragraph.doc:
            if thing.pos_ != "NOUN" or not ends_at(thing, possessions()):
                continue
            heads = owners(thing) or _placers(thing)
            named = of_arms(here, here.actors(heads))
            if len(named) == 1:
                told.setdefault(word(thing), {}).setdefault(named[0].value.key, named[0])
            elif heads:
                unsure.add(word(thing))
    return {
        noun: _force_first(named.values())[:1]
        for noun, named in told.items()
        if _is_one(named.values()) and noun not in unsure
    }


def _force_first(actors: Iterable[Said[Actor]]) -> Actors:
    return tuple(sorted(actors, key=lambda actor: actor.value.type != "armed force"))


def _is_one(actors: Iterable[Said[Actor]]) -> bool:
    """Whether they are one, or a state and its force."""
    return len({actor.value.country or actor.value.key for actor in actors}) == 1


def _placers(thing: Token) -> Sequence[Token]:
    """Those who put the thing there, or have it: "Turkey deployed a dozen posts"."""
    placed = thing.dep_ == "dobj" and word(thing.head) in events().placing
    return subjects(thing.head) if placed and not is_passive(thing.head) else ()


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
        if said.rule == FORCE and said.value.type == "armed force" and not _is_branch(said.value):
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


def _is_branch(force: Actor) -> bool:
    """Whether it is only a part of a country's forces: its navy, its air force."""
    name = force.name.lower().split()
    services = forces().services
    return services.get(" ".join(name[-2:]), services.get(name[-1], WHOLE)) != WHOLE


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
    return len(words) == 1 and value is not None and _band(words[0].lower()) == value


RULES: dict[str, Rule] = {GOVERNING: _governing, BEHIND: _behind_a_deed, NOUN: _by_one_word}
