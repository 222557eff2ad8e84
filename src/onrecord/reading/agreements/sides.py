"""Who made an accord and who brought it about: "between A and B", "agreed by A, B and C", "X's deal with Y",
"brokered by Z", "the Israel-Egypt treaty"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.agreements.made import LASTING, Fate
from onrecord.reading.agreements.words import Words
from onrecord.reading.contacts.pairs import with_pair
from onrecord.reading.contacts.parties import state_of
from onrecord.reading.deeds.actors import actors_of
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import behind, joined, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.owners import parties as hyphened
from onrecord.reading.found import Found
from onrecord.reading.report import At
from onrecord.vocabulary import accords, compliance
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.known_actors import actor_of

Actors = tuple[Said[Actor], ...]
SIDES = frozenset(
    {
        "state",
        "government body",
        "armed force",
        "armed group",
        "militia",
        "police",
        "international organisation",
        "other",
    }
)
TALKS = frozenset({"talk", "negotiation", "meeting"})
BETWEEN = ("between", "among", "with")
FORCES = frozenset({"government body", "armed force", "armed group", "militia"})
TOWNS = frozenset({"exact", "near"})
UPWARD = 6  # words up from an accord to the verb of those who accuse one another


def parties(accord: Words, fates: Sequence[Fate], found: Found) -> Actors:
    """Those who made it, as far as they are sides of a conflict or states, in the order of the text; for leaders of
    several states, these states, and for two of one state, themselves."""
    heads: list[Token] = []
    if not accord.told:
        kept_by = _kept_by(accord.token, fates)
        heads += joined(noun for each in (*accord.heads, *kept_by) for noun in behind(each, BETWEEN))
        heads += hyphened(accord.token)
        bearers = (*accord.heads, *kept_by, *(fate.verb for fate in fates))
        if any(True for each in bearers for _ in behind(each, ("with",))):
            heads += [child for child in accord.token.children if child.dep_ == "poss"] or _keepers(kept_by)
    heads += _accusing_one_another(accord.token)
    for fate in fates:
        if (
            fate.verb.lower_ in accords.words("siding") and fate.verb.dep_ != "pcomp"
        ):  # others "succeeded in reaching" it
            heads += (*doers(fate.verb), *joined(behind(fate.verb, BETWEEN)))
        elif fate.verb.lower_ in accords.words("declaring"):
            heads += _announcing(accord, fate.verb, found)
        elif fate.verb.lower_ in accords.words("brokers"):
            heads += joined(behind(fate.verb, BETWEEN[:2]))
    if not heads:  # "was announced after talks between"
        verbs = [fate.verb for fate in fates if fate.state in ("agreed", "signed")]
        heads += joined(noun for verb in verbs for talks in _talks(verb) for noun in behind(talks, BETWEEN[:2]))
    actors = [
        actor
        for head in sorted(set(heads), key=lambda token: token.i)
        for actor in with_pair(accord.paragraph, found, [head]) or _state(accord, head)
    ]
    return each_once(actor for actor in _powers(actors) if actor.value.type in SIDES or actor.value.type == "person")


def _announcing(accord: Words, verb: Token, found: Found) -> tuple[Token, ...]:
    """Several who announce it, one of them an armed group, which mediates nothing: "Chad and the rebels announced"."""
    heads = doers(verb)
    types = {actor.value.type for actor in actors_of(found, accord.paragraph, heads)}
    return heads if len(heads) > 1 and types & {"armed group", "militia"} else ()


def _powers(actors: Sequence[Said[Actor]]) -> list[Said[Actor]]:
    """The sides, with states for their leaders; nobody who signs for one of several sides that are named themselves."""
    persons = [actor for actor in actors if actor.value.type == "person"]
    countries = {actor.value.country for actor in persons}
    if len(persons) < 2 or len(persons) < len(actors):
        return [actor for actor in actors if actor.value.type != "person"]
    states = [state_of(actor) for actor in persons]
    told = len(countries) == len(persons)
    return [state for state in states if state is not None] if told and None not in states else persons


def _accusing_one_another(noun: Token) -> tuple[Token, ...]:
    """Those who say of one another that they broke it, which only they can have made: "A and B accused each other of
    violating the truce", "A and B traded accusations of breaches of it"."""
    for _, verb in zip(range(UPWARD), noun.ancestors, strict=False):
        things = [child for child in verb.children if child.dep_ == "dobj"]
        accused = verb.lower_ in compliance.words("accusing") and any(map(_is_reciprocal, things))
        traded = verb.lower_ in compliance.words("trading")
        if accused or (traded and any(thing.lower_ in compliance.words("charges") for thing in things)):
            sides = doers(verb)
            return sides if len(sides) > 1 else ()
    return ()


def _is_reciprocal(noun: Token) -> bool:
    around = (noun.doc[max(noun.i - 1, 0) : noun.i + 1], noun.doc[noun.i : noun.i + 2])  # as parses have it
    return any(words.text.lower() in ("each other", "one another") for words in around)


def _state(accord: Words, name: Token) -> Actors:
    """The state of a country, or of an adjective for one: "the Israel-Hamas truce", "the Chadian-Sudanese accord"."""
    country, rule = country_named(name.text), "country"
    if country is None:
        country, rule = country_of_demonym(name.text), "demonym"
    if country is None or not any(each.i == name.i for each in hyphened(accord.token)):
        return ()
    state = actor_of(country.name, "state", country.name)
    return (Said(state, rule, (accord.paragraph.span(name.i, name.i + 1),)),)


def _keepers(verbs: Sequence[Token]) -> list[Token]:
    """Those who keep or break an accord of theirs with others: "Sudan has violated agreements with the rebels"."""
    return [owner for verb in verbs for head in doers(verb) for owner in (owners(head) or (head,))]


def _kept_by(noun: Token, fates: Sequence[Fate]) -> tuple[Token, ...]:
    """The verbs by which somebody keeps, ends or breaks an accord: "suspended the truce with"."""
    verbs = {fate.verb.i: fate.verb for fate in fates if fate.state in LASTING and fate.verb.i < noun.i}
    if noun.dep_ == "dobj" and noun.head.lower_ in accords.words("breaking") | accords.words("keeping"):
        verbs[noun.head.i] = noun.head
    return tuple(verbs.values())


def is_one_sided(accord: Words, fates: Sequence[Fate], found: Found) -> bool:
    """Whether it is no more than what one side has declared by itself: "a unilateral truce", "the rebels declared"."""
    noun = accord.token
    if accord.named or any(behind(noun, ("between", "among", "with"))) or hyphened(noun):
        return False
    if any(each.lower_ in accords.words("unilateral") for each in noun.doc[accord.start : accord.end]):
        return True
    verbs = {fate.verb.i: fate.verb for fate in fates}
    verbs |= {
        each.i: each for each in (*([noun.head] if noun.dep_ == "dobj" else []), *noun.children) if each.pos_ == "VERB"
    }
    ended = {fate.verb.i for fate in fates if fate.state in LASTING}  # "called off the truce"
    return any(_is_declared_by_one(accord, verb, found) for at, verb in verbs.items() if at not in ended)


def _is_declared_by_one(accord: Words, verb: Token, found: Found) -> bool:
    if verb.lower_ not in accords.words("declaring"):
        return False
    if any(child.lower_ in accords.words("unilateral") for child in verb.children):
        return True
    heads = doers(verb)
    if len(heads) != 1 or (heads[0].tag_ == "NNS" and heads[0].lower_ in accords.words("sides")):
        return False
    types = {actor.value.type for actor in actors_of(found, accord.paragraph, heads)}
    if word(verb) == "announce":  # so do those who have brought it about
        return bool(types & FORCES)
    return "international organisation" not in types


def guarantors(accord: Words, fates: Sequence[Fate], found: Found) -> Actors:
    """Those who brought it about for others."""
    brokers = accords.words("brokers")
    verbs = [fate.verb for fate in fates]
    talks = [noun for each in (*verbs, *accord.heads[: len(verbs)]) for noun in _talks(each)]
    clauses = [clause for noun in talks for clause in noun.children if clause.dep_ in ("acl", "relcl")]
    heads = [head for verb in (*verbs, *clauses) if verb.lower_ in brokers for head in doers(verb)]
    return (*actors_of(found, accord.paragraph, heads), *_hyphened_guarantor(accord, found))


def _talks(verb: Token) -> Iterator[Token]:
    """The talks at which it was made: "agreed to a truce after talks", "reached during two days of talks"."""
    for noun in behind(verb, ("after", "during", "following", "in", "at")):
        yield from (each for each in (noun, *behind(noun, ("of",))) if word(each) in TALKS)


def _hyphened_guarantor(accord: Words, found: Found) -> Actors:
    """ "An Egyptian-brokered truce", "the UN-mediated ceasefire"."""
    doc = accord.token.doc
    for at in range(accord.start, accord.end):
        if doc[at].lower_ in accords.words("brokers") and at > 1 and doc[at - 1].text in HYPHENS:
            country = country_of_demonym(doc[at - 2].text)
            if country is None:
                return actors_of(found, accord.paragraph, (doc[at - 2],))
            state = actor_of(country.name, "state", country.name)
            return (Said(state, "demonym", (accord.paragraph.span(at - 2, at - 1),)),)
    return ()


def town(accord: Words, found: Found) -> str | None:
    """The words of the phrase that are a town's, if it is named for one alone: "the Riyadh agreement"."""
    if accord.told:
        return None
    named = found.places.within(At(accord.paragraph.index, accord.start, accord.end))
    if len(named) != 1 or named[0].place.value.precision not in TOWNS:
        return None
    return accord.paragraph.doc[named[0].at.start : named[0].at.end].text
