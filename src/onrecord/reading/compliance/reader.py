"""Compliance: who says on what day that whom kept, violated, suspends or disregards an agreement.

No violation is told without him who says so. Who suspends or disregards an accord says so himself. Where somebody
rejects what others say against him, both are told.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.amounts import Amount
from onrecord.model.findings import ComplianceFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.agreements import reader as agreements
from onrecord.reading.agreements.group import Group
from onrecord.reading.agreements.groups import groups
from onrecord.reading.agreements.mentions import Mention
from onrecord.reading.compliance import again, answered, enforcing, owed
from onrecord.reading.compliance.charges import charge_over
from onrecord.reading.compliance.claims import (
    DISREGARDS,
    KEPT,
    SUSPENDS,
    VIOLATED,
    Claim,
    claims,
    is_mutual,
    recorder,
)
from onrecord.reading.compliance.enforcing import ENFORCES
from onrecord.reading.compliance.sides import Actors, both_sides, each_way, is_somebody, keys, share, telling, those
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.actors import actors_of
from onrecord.reading.deeds.doers import doers
from onrecord.reading.deeds.grammar import behind
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.figures import amounts
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary import compliance as vocabulary

__all__ = ["RULES", "find", "observations"]

Compliance = DeedMention[ComplianceFinding]
Make = Callable[[Setting, Said[str], Actors, Actors], Compliance]
TOLD, DENIED, BROKEN, REFUSED = "compliance word", "compliance denied", "compliance not kept", "compliance refused"
DENIES = "denies violating"
WILL = frozenset({"will", "would", "wo"})
NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no"})
LONGEST_WORDS = 30  # tokens


class _Charge(NamedTuple):
    """What is said against somebody: who says it, the verb that rejects it and who does.

    `traded`: they say it of one another, "traded accusations"."""

    by: Actors
    rejected: Token | None
    rejecting: Actors
    traded: bool = False


def find(report: Report, found: Found) -> tuple[Compliance, ...]:
    """The claims of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    made = [
        claim
        for group in groups(report, found)
        for mention in group.mentions
        if not mention.words.told
        for told in (*claims(mention.words), *enforcing.claims(mention.words), *again.claims(mention.words))
        for claim in _claims(around, report, found, group, mention, told)
    ]
    for group, mention, told in owed.claims(report, groups(report, found)):
        made += _claims(around, report, found, group, mention, told)
    once: dict[tuple[At, str, tuple[str, ...]], Compliance] = {}
    for claim in made:
        once.setdefault((claim.at, claim.finding.stance.value, keys(claim.finding.by)), claim)
    claimed = sorted(once.values(), key=lambda claim: claim.at)
    denials = answered.denials(report, found, claimed, partial(_denied, report))
    return tuple(sorted((*claimed, *denials), key=lambda claim: claim.at))


def _denied(report: Report, denial: StatementMention, claim: Compliance) -> Said[str] | None:
    """The stance of who denies the claim, by the word that denies it and those that made it."""
    words = (*denial.finding.act.words, *claim.finding.stance.words)
    held = [span.of(report.text) for span in words]
    return Said(DENIES, DENIED, words) if _denies(DENIES, held) else None


def observations(report: Report, mentions: Sequence[Compliance]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "compliance", mentions)


def _claims(
    around: Around, report: Report, found: Found, group: Group, mention: Mention, claim: Claim
) -> Iterator[Compliance]:
    paragraph = mention.words.paragraph
    against = those(paragraph, found, claim.heads)
    setting = _setting(around, found, mention, claim)
    charge = _charge(paragraph, found, claim.token)
    make = _maker(report, found, group, mention, claim)
    if charge is not None and claim.stance == VIOLATED:
        place = setting.place if setting is not None else None
        for by, whom in each_way(charge.by, against, mutual=charge.traded and not against):
            yield make(Setting(place=place), _stance(paragraph, claim, VIOLATED), by, whom)
        if charge.rejected is not None and charge.rejecting:
            denied = deeds.cited(paragraph, DENIES, DENIED, (charge.rejected.i, *claim.words))
            saying = deed_setting.setting_of(paragraph, found, charge.rejected, around) or Setting()
            own = saying._replace(place=place, per=(), statement=setting.statement if setting is not None else None)
            yield make(own, denied, charge.rejecting, against or charge.rejecting)
        return
    if setting is None:
        return
    per = both_sides(group, claim) or tuple(filter(is_somebody, setting.per)) or telling(paragraph, found, claim)
    themselves = all(
        head.pos_ == "PRON" or any(child.dep_ == "poss" for child in head.children) for head in claim.heads
    )
    if claim.denied:
        by = per or against
        if by and (not against or share(by, against)):
            status = deed_status.status_of(claim.token)
            words = (*claim.words, *(status.words if status is not None else ()))
            whom = against or (by if themselves else ())
            yield make(setting, deeds.cited(paragraph, DENIES, DENIED, words), by, whom)
        return
    if claim.own:
        by, whom = _by_themselves(claim, per, against, themselves=themselves)
        if by:
            yield make(setting, _stance(paragraph, claim, claim.stance), by, whom)
        return
    for by, whom in each_way(per, against, mutual=claim.stance == VIOLATED and is_mutual(claim)):
        others = whom
        if claim.stance == VIOLATED:  # nobody accuses himself: the words for him were taken for another
            others = tuple(actor for actor in whom if actor.value.key not in keys(by))
        if others or not whom:
            own = setting._replace(per=by if setting.per else ())
            yield make(own, _stance(paragraph, claim, claim.stance), by, others)


def _by_themselves(claim: Claim, per: Actors, against: Actors, *, themselves: bool) -> tuple[Actors, Actors]:
    """Who suspends, disregards or will enforce it, which only he can say, and of whom he says so."""
    if claim.stance == SUSPENDS:
        itself = bool(claim.heads) and all(head.pos_ == "PRON" for head in claim.heads)
        return (per if itself and per else against or (per if claim.heads and themselves else ())), ()
    if claim.stance == ENFORCES:
        return (per if themselves or share(per, against) else ()), ()
    return (per if not against or share(per, against) else ()), against


def _setting(around: Around, found: Found, mention: Mention, claim: Claim) -> Setting | None:
    """When, where and by whom it is told; the date of the accord itself, "the ceasefire of 12 January", is not its."""
    setting = deed_setting.setting_of(mention.words.paragraph, found, claim.token, around)
    own = mention.on.words if mention.on is not None else ()
    recorded = recorder(claim.token) if claim.by else None
    if setting is not None and setting.on is None and recorded is not None:  # "recorded 12 violations on Sunday"
        told = deed_setting.setting_of(mention.words.paragraph, found, recorded, around)
        setting = (
            setting._replace(on=told.on, recent=told.recent, place=setting.place or told.place) if told else setting
        )
    if setting is not None and setting.on is not None and set(setting.on.words) & set(own):
        return setting._replace(on=None)
    return setting


def _stance(paragraph: Paragraph, claim: Claim, stance: str) -> Said[str]:
    """The stance with the rule by which it follows: from its words, or from their being negated."""
    held = [paragraph.doc[at].text for at in claim.words]
    rule = next((rule for rule in (TOLD, BROKEN, REFUSED, enforcing.RULE) if RULES[rule](stance, held)), TOLD)
    return deeds.cited(paragraph, stance, rule, claim.words)


def _maker(report: Report, found: Found, group: Group, mention: Mention, claim: Claim) -> Make:
    """Makes the finding of one claim about the accord."""
    paragraph = mention.words.paragraph

    def make(setting: Setting, stance: Said[str], by: Actors, against: Actors) -> Compliance:
        same = setting.statement
        return DeedMention(
            At(paragraph.index, claim.token.i, claim.token.i + 1),
            (keeping.evidence(paragraph, claim.token.i, claim.token.i + 1),),
            ComplianceFinding(
                key=agreements.key_of(report, found, group),
                agreement=agreements.named(group),
                stance=stance,
                by=by,
                against=against,
                what=_what(mention, claim),
                count=_count(paragraph, claim.token),
                same=(keeping.id_of(report, "statement", same),)
                if same is not None and _is_all(same, claim, paragraph)
                else (),
                **deeds.told(setting, on_the_ground=False),
            ),
        )

    return make


def _is_all(statement: StatementMention, claim: Claim, paragraph: Paragraph) -> bool:
    """Whether the statement says this and nothing else: an accusation or denial whose first deed it is."""
    if statement.finding.act.value not in ("accuse", "deny", "reject"):
        return False
    piece = statement.content[0]
    if piece.paragraph != paragraph.index or not piece.start <= claim.token.i < piece.end:
        return False
    return not any(token.pos_ == "VERB" and token.i < claim.token.i for token in paragraph.doc[piece.start : piece.end])


def _charge(paragraph: Paragraph, found: Found, token: Token) -> _Charge | None:
    """The allegation in which the claim stands: "rejected Russian allegations that", "denied claims of violations"."""
    noun = charge_over(token)
    if noun is None:
        return None
    by = actors_of(found, paragraph, (*owners(noun), *behind(noun, ("by", "from", "of"))))
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else None
    if verb is not None and verb.lower_ in vocabulary.words("trading"):
        return _Charge(by or actors_of(found, paragraph, doers(verb)), None, (), traded=True)
    rejected = verb if verb is not None and verb.lower_ in vocabulary.words("rejecting") else None
    rejecting = actors_of(found, paragraph, doers(rejected)) if rejected is not None else ()
    return _Charge(by, rejected, rejecting)


def _what(mention: Mention, claim: Claim) -> Said[str]:
    """The report's words for it, from who did it to the accord."""
    paragraph, doc = mention.words.paragraph, mention.words.paragraph.doc
    heads = [head.left_edge.i for head in claim.heads if any(head.i == each.i for each in claim.token.children)]
    parts = [claim.token.i, *claim.words, *heads]
    if claim.apart:
        parts += [child.i for child in claim.token.children if child.dep_ == "dobj"]
    else:
        parts += [mention.words.start, mention.words.end - 1]
    inside = [at for at in parts if abs(at - claim.token.i) < LONGEST_WORDS]
    start, end = min(inside), max(inside) + 1
    return deeds.words(paragraph, start, min(end, len(doc)))


def _count(paragraph: Paragraph, token: Token) -> Said[Amount] | None:
    """How often: "28 violations", "violated the truce 28 times"."""
    times = (
        [token] if token.pos_ in ("NOUN", "PROPN") else [child for child in token.children if child.lower_ == "times"]
    )
    times += [
        child for noun in times for child in noun.children if child.dep_ == "compound"
    ]  # "15 ceasefire violations"
    for noun in times:
        number = next((child for child in noun.children if child.dep_ == "nummod"), None)
        if number is not None:
            start = min(child.i for child in number.subtree)
            for first in (start, number.i):
                amount = amounts.read(paragraph.doc[first : number.i + 1].text)
                if amount is not None:
                    return Said(amount, "number", (paragraph.span(first, number.i + 1),))
    return None


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for phrase in words for word in phrase.lower().split())


def _tells(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    negated = any(word in NEGATIVE for word in held) and ("bound" not in held)
    return not negated and not enforcing.tells(held) and value in vocabulary.stances_told(held)


def _refuses(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    told = vocabulary.stances_told(held) & {KEPT, DISREGARDS}
    future = DISREGARDS in told or any(word in WILL for word in held)
    return value == DISREGARDS and bool(told) and future and any(word in NEGATIVE for word in held)


def _denies(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    rejected = any(word in vocabulary.words("rejecting") for word in held) or deed_status.derived("denied", held)
    return value == DENIES and rejected and VIOLATED in vocabulary.stances_told(held)


def _is_not_kept(value: object, words: Sequence[str]) -> bool:
    held = _lowered(words)
    failed = any(word in vocabulary.words("failing") for word in held) and "kept" in vocabulary.stances_told(held)
    negated = deed_status.derived("denied", held) and "kept" in vocabulary.stances_told(held)
    undone = any(word in vocabulary.words("duties") for word in held) and any(
        word in vocabulary.words("undone") for word in held
    )
    return value == VIOLATED and (failed or negated or (undone and deed_status.derived("denied", held)))


RULES: dict[str, Rule] = {
    **deeds.RULES,
    **agreements.RULES,
    TOLD: _tells,
    DENIED: _denies,
    BROKEN: _is_not_kept,
    REFUSED: _refuses,
    **enforcing.RULES,
}
