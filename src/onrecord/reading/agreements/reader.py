"""Agreements: accords named or described, their parties, terms and date; one finding for each accord of a report.

An accord that is only called for, proposed or rejected is none: statements tell of that.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.findings import AgreementFinding, Observation
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading import keeping
from onrecord.reading.actors.described import government
from onrecord.reading.agreements import keys
from onrecord.reading.agreements import sides as agreement_sides
from onrecord.reading.agreements.about import about
from onrecord.reading.agreements.group import Group
from onrecord.reading.agreements.groups import groups
from onrecord.reading.agreements.made import STRONGEST
from onrecord.reading.agreements.mentions import Mention, power_of
from onrecord.reading.agreements.verbs import AGREED
from onrecord.reading.contacts import parties as contact_parties
from onrecord.reading.contacts.whose import ANYBODY
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.doers import doers
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord
from onrecord.vocabulary.countries import country_named
from onrecord.vocabulary.known_actors import actor_named, actor_of
from onrecord.vocabulary.triggers import tells

__all__ = ["RULES", "find", "key_of", "named", "observations"]

T = TypeVar("T")
KNOWN, STATE, TERMS = "known accord", "accord word", "agreement to"
STATES = ("state", "government body")
MOST_EVIDENCE = 8
LONGEST_NAME = 14  # tokens
Agreement = DeedMention[AgreementFinding]


def find(report: Report, found: Found) -> tuple[Agreement, ...]:
    """The agreements of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    return tuple(_agreement(around, report, found, group) for group in groups(report, found) if not group.one_sided)


def observations(report: Report, mentions: Sequence[Agreement]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "agreement", mentions)


@lru_cache(maxsize=1)
def key_of(report: Report, found: Found, group: Group) -> str:
    """What the findings about one accord have in common (see `keys`)."""
    if group.known is not None:
        return group.known.id
    best = _best(group)
    key = keys.shared(
        _name(best).value,
        group.made.value if group.made is not None else None,
        (said.value for each in group.mentions for said in each.parties),
        agreement_sides.town(best.words, found),
    )
    return key or keeping.id_of(report, "agreement", DeedMention(group.mentions[0].at, (), None))


@lru_cache(maxsize=1)
def named(group: Group) -> Said[str]:
    """The best name that the report gives the accord."""
    accord = group.known
    for each in group.mentions:
        if accord is not None and accord in each.words.named:
            return Said(accord.names[0], KNOWN, _spans(each))
    return _name(_best(group))


def _best(group: Group) -> Mention:
    return max(group.mentions, key=_rank)


def _agreement(around: deed_setting.Around, report: Report, found: Found, group: Group) -> Agreement:
    name = named(group)
    from_name = _of_known(group)
    first = group.mentions[0]
    aliases = {said.value: said for each in group.mentions if not each.words.told for said in (_name(each),)}
    aliases = {alias: said for alias, said in aliases.items() if alias.casefold() != name.value.casefold()}
    parties = _parties((*(each.parties for each in group.mentions), from_name.get("parties", ())))
    finding = AgreementFinding(
        key=key_of(report, found, group),
        name=name,
        aliases=tuple(aliases[alias] for alias in sorted(aliases)),
        parties=parties,
        guarantors=each_once(
            actor
            for actors in (*(each.guarantors for each in group.mentions), from_name.get("guarantors", ()))
            for actor in actors
        ),
        made=from_name.get("made") or group.made,
        in_force=_first(_in_force(around, found, each) for each in group.mentions),
        state=_state(group, parties),
        about=_first(about(each.words) for each in group.mentions),
    )
    evidence = {
        keeping.evidence(each.words.paragraph, each.words.token.i, each.words.token.i + 1): None
        for each in group.mentions
    }
    return DeedMention(first.at, tuple(evidence)[:MOST_EVIDENCE], finding)


def _parties(told: Iterable[Sequence[Said[Actor]]]) -> tuple[Said[Actor], ...]:
    """Those who made it, a state or its government once; without persons where two powers at least are told, and
    without "the government" where one is named."""
    kept: dict[str, Said[Actor]] = {}
    for actor in (actor for actors in told for actor in actors):
        kept.setdefault(power_of(actor.value), actor)
    named = any(actor.value.type in STATES and actor.rule != ANYBODY for actor in kept.values())
    powers = tuple(
        actor
        for actor in kept.values()
        if actor.value.type != "person" and not (named and actor.value.type in STATES and actor.rule == ANYBODY)
    )
    return powers if len(powers) > 1 else tuple(kept.values())


def _name(mention: Mention) -> Said[str]:
    """The words of a mention as a name: "January 12 ceasefire in Idlib", "agreement to set up a buffer zone"."""
    words = mention.words
    if words.told:
        terms = about(words)
        if terms is not None:
            spans = (words.paragraph.span(words.start, words.end), *terms.words)
            return Said(f"agreement {'' if terms.value.startswith('to ') else 'on '}{terms.value}", TERMS, spans)
    end = words.end
    for child in words.token.children:
        links = ("between", "with", "for", "of", *(() if mention.made.fates else ("in",)))  # not where it was signed
        behind = child.i == end and child.lower_ in links
        if behind and child.right_edge.i - words.start < LONGEST_NAME and not words.told:
            below = [
                each for each in child.subtree if each.dep_ in ("acl", "relcl", "advcl") or each.lower_ in (",", "on")
            ]
            whole = child.right_edge.pos_ not in ("CCONJ", "ADP")  # "between the army and", where a parse cuts it
            if whole and not below and any(each.pos_ == "PROPN" for each in child.children):
                end = child.right_edge.i + 1
    return deeds.words(words.paragraph, words.start, end)


def _rank(mention: Mention) -> tuple[bool, bool, bool, int]:
    """What makes words a good name: a date or a name in them, a noun for an accord of a conflict."""
    words = mention.words
    phrase = words.paragraph.doc[words.start : words.end]
    telling = any(each.pos_ == "PROPN" or each.like_num for each in phrase) and not words.told
    return (
        telling,
        bool(words.truce or words.topics) and not words.told,
        not words.told,
        -words.paragraph.index * 1000 - words.start,
    )


def _spans(mention: Mention) -> tuple[Any, ...]:
    return (mention.words.paragraph.span(mention.words.start, mention.words.end),)


def _state(group: Group, parties: Sequence[Said[Actor]]) -> Said[str] | None:
    """The furthest that it is told to have come; what one side alone has agreed to is not agreed."""
    fates = [(STRONGEST.index(fate.state), each, fate) for each in group.mentions for fate in each.made.fates]
    if not fates:
        return None
    _, mention, fate = max(fates, key=lambda each: each[0])
    if fate.state == AGREED and len(parties) == len(doers(fate.verb)) == 1:
        return None
    return deeds.cited(mention.words.paragraph, fate.state, STATE, fate.words)


def _in_force(around: deed_setting.Around, found: Found, mention: Mention) -> Said[When] | None:
    for verb in mention.made.starts:
        setting = deed_setting.setting_of(mention.words.paragraph, found, verb, around)
        if setting is not None and setting.on is not None:
            return setting.on
    return mention.opens


def _of_known(group: Group) -> Mapping[str, Any]:
    """What the name of a known accord tells."""
    accord = group.known
    mention = next((each for each in group.mentions if accord is not None and accord in each.words.named), None)
    if accord is None or mention is None:
        return {}
    spans = _spans(mention)
    made = _when(accord)
    return {
        "parties": tuple(Said(actor, KNOWN, spans) for actor in _actors(accord.parties)),
        "guarantors": tuple(Said(actor, KNOWN, spans) for actor in _actors(accord.guarantors)),
        "made": Said(made, KNOWN, spans) if made is not None else None,
    }


def _actors(names: Iterable[str]) -> tuple[Actor, ...]:
    return tuple(actor for name in names if (actor := _actor(name)) is not None)


def _actor(name: str) -> Actor | None:
    country = country_named(name)
    if country is not None:
        return actor_of(country.name, "state", country.name)
    return actor_named(name) or government([name])


def _when(accord: Accord) -> When | None:
    if accord.made is None:
        return None
    parts = [int(part) for part in accord.made.split("-")]
    unit = ("year", "month", "day")[len(parts) - 1]
    year, month, day = (*parts, None, None)[:3]
    return When(unit=unit, year=year, month=month, day=day)


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _is_known(value: Any, words: Sequence[str]) -> bool:
    """The name, a party or the date of a known accord follows from any of its names."""
    for accord in accords.named(" ".join(" ".join(words).split())):
        if value in (accord.names[0], _when(accord), *_actors(accord.parties), *_actors(accord.guarantors)):
            return True
    return False


def _is_state(value: Any, words: Sequence[str]) -> bool:
    return value in (*tells(accords.done_to(), words), *tells(accords.done_by(), words))


def _is_terms(value: Any, words: Sequence[str]) -> bool:
    if len(words) != 2 or not words[0].lower().startswith(("agree", "accept")):
        return False
    terms = " ".join(words[1].split())
    return bool(value == f"agreement {'' if terms.startswith('to ') else 'on '}{terms}")


RULES: dict[str, Rule] = {**deeds.RULES, **contact_parties.RULES, KNOWN: _is_known, STATE: _is_state, TERMS: _is_terms}
