"""Which of the mentioned actors a report puts on record, one observation each.

Recorded is who can be told from others by the words: a name; a force, government or office of somebody. People without
a name speak in statements, but "a protester" of one report is not "a protester" of another: they are recorded only
where the words say whose they are ("a Turkish security source") and the report brings in just one of that description.
Whoever only does or suffers something without a name ("civilians", "police") is never recorded.
Kinds of armed people ("gunmen") and populations ("residents") are recorded under the same condition. Whoever wrote or
sent the report is no actor in it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model.findings import ActorFinding, Observation
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.reading.actors.names import POSSESSIVES
from onrecord.reading.found import ActorMention
from onrecord.reading.report import Report
from onrecord.vocabulary.forces import class_of, forces
from onrecord.vocabulary.known_actors import actor_named
from onrecord.vocabulary.titles import is_office

EVIDENCE = 8
NAMED_FORMS = ("name", "metonym", "description")
DESCRIBED = ("unnamed source", "group as described", "people as described")
UNRECORDED = ("unnamed people",)
INTRODUCING = frozenset(("a", "an", "one", "another"))
REPORTING = frozenset(("report", "reports", "reported", "reporting", "writes", "wrote"))
STORIES = frozenset(("report", "story", "reporting", "article", "dispatch", "coverage"))
CONTRIBUTED = frozenset(("contributed", "assisted", "helped"))
WHERE = re.compile(r" (?:in|of|at) ")
CREDIT = 25  # tokens that a line of credits has at most


def observations(report: Report, mentions: tuple[ActorMention, ...]) -> tuple[Observation, ...]:
    """One observation for each recorded actor of the report, hung on the first words that name it."""
    grouped: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        rule = mention.actor.rule
        if mention.form in NAMED_FORMS and rule not in UNRECORDED and not rule.startswith("coreference"):
            grouped[mention.actor.value.key].append(mention)
    seen: Counter[int] = Counter()
    made = []
    for group in grouped.values():
        if any(_wrote(report, mention) for mention in group) or not _told_apart(report, group):
            continue
        start = report.span(group[0].at).start
        made.append(_observation(report, group, seen[start]))
        seen[start] += 1
    return tuple(made)


def _told_apart(report: Report, group: Sequence[ActorMention]) -> bool:
    """Whether the words tell the actor from others of the same description."""
    rule, name = group[0].actor.rule, group[0].actor.value.name.removesuffix(" (unnamed)")
    if rule == "media of a country":
        return not any(_before(report, mention) in INTRODUCING for mention in group)
    if rule not in DESCRIBED:
        return True
    if rule == "group as described":
        found = class_of(name)
        kind = found is not None and found[0] in forces().kinds
        return _whose(name, group) or (not kind and any(_acts(report, mention) for mention in group))
    introduced = sum(_before(report, mention) in INTRODUCING for mention in group)
    return _whose(name, group) and introduced < 2 and not _told_elsewhere(name)


def _whose(name: str, group: Sequence[ActorMention]) -> bool:
    """Whether the description says whose: a country, a backer, or a name among its words; where somebody is found ("a
    resident of Goma") tells that of nobody."""
    value, name = group[0].actor.value, WHERE.split(name, maxsplit=1)[0]
    return bool(value.country or value.side_of) or any(word[0].isupper() for word in name.split()[1:]) or _known(name)


def _known(name: str) -> bool:
    first = name.split()[0]
    return first[:1].isupper() and (actor_named(first) is not None or first.lower() not in forces().common)


def _told_elsewhere(name: str) -> bool:
    """Whether the words are for those who report, or for the holder of an office, who has a name."""
    return is_office(name.split()[-1]) or name.split()[-1] in (
        "reporter",
        "journalist",
        "correspondent",
        "reporters",
        "journalists",
        "correspondents",
    )


def _acts(report: Report, mention: ActorMention) -> bool:
    """Whether it does something in its sentence, rather than being spoken of."""
    token = report.paragraphs[mention.at.paragraph].doc[mention.head]
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ in ("nsubj", "agent") or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _before(report: Report, mention: ActorMention) -> str:
    doc, start = report.paragraphs[mention.at.paragraph].doc, mention.at.start
    return str(doc[start - 1].lower_) if start > 0 else ""


def _wrote(report: Report, mention: ActorMention) -> bool:
    """Whether the person is one of those who tell: "By X and Y", "CNN's X", "X contributed to this report"."""
    if mention.actor.value.type != "person" or mention.form != "name":
        return False
    doc = report.paragraphs[mention.at.paragraph].doc
    if len(doc) <= CREDIT and doc[0].lower_ in ("by", "from", "reporting", "editing", "writing"):
        return doc[0].lower_ != "from" or not any(token.pos_ in ("VERB", "AUX") for token in doc)
    token = doc[mention.head]
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    verb = token.head
    if verb.lower_ in CONTRIBUTED and any(word.lower_ in STORIES for word in verb.subtree if word.i > verb.i):
        return True
    role = mention.role.value.lower().split() if mention.role is not None else []
    writes = role[-1:] in (["correspondent"], ["reporter"], ["writer"])
    return (_of_medium(report, mention) and (writes or not role)) or (writes and verb.lower_ in REPORTING)


def _of_medium(report: Report, mention: ActorMention) -> bool:
    """Whether a medium stands right before the person: "CNN's Ali Hassan", "Associated Press writer Ali Hassan"."""
    doc, end = report.paragraphs[mention.at.paragraph].doc, mention.at.start
    end -= end > 1 and doc[end - 1].text in POSSESSIVES
    for start in range(end - 1, max(-1, end - 5), -1):
        known = actor_named(doc[start:end].text)
        if known is not None and known.type == "media":
            return True
    return False


def _observation(report: Report, group: Sequence[ActorMention], which: int) -> Observation:
    trigger = report.span(group[0].at)
    full = next((mention for mention in group if not mention.actor.rule.startswith("short form")), group[0])
    return Observation(
        id=observation_id(report.document.id, "actor", trigger.start, which),
        document=report.document.id,
        part=report.paragraphs[group[0].at.paragraph].part,
        trigger=trigger,
        evidence=tuple(dict.fromkeys(report.span(mention.at) for mention in group[:EVIDENCE])),
        finding=ActorFinding(full.actor, tuple(_aliases(report, group)), tuple(_roles(group))),
    )


def _aliases(report: Report, group: Sequence[ActorMention]) -> Iterator[Said[str]]:
    """The other forms that the report uses, each once."""
    told = {group[0].actor.value.name}
    for mention in group:
        named = mention.form == "name" and mention.actor.value.type == "person"
        span = mention.actor.words[0] if named else report.span(mention.at)
        words = " ".join(span.of(report.text).split())
        joint = not named and mention.form == "description" and " and " in words
        if words not in told and not joint:
            told.add(words)
            yield Said(words, "verbatim", (span,))


def _roles(group: Sequence[ActorMention]) -> Iterator[Said[str]]:
    told: set[str] = set()
    for mention in group:
        if mention.role is not None and mention.role.value not in told:
            told.add(mention.role.value)
            yield mention.role
