"""Commitments: threats, ultimatums, pledges, plans, demands, offers: by whom, to whom, on what condition, due when.

Most are made by saying so: a statement whose act threatens, promises, demands, offers or agrees makes one, and is named
as the same occurrence. Others are told by their own words ("plans to deploy", "gave them 48 hours to leave"). A threat
or a demand with a condition and a day to it is an ultimatum. What touches no conflict, or binds no side, is none.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.findings import CommitmentFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.commitments import aims, days, deadlines, makers, meant, owed, things
from onrecord.reading.commitments import due as commitment_due
from onrecord.reading.commitments import listed as commitment_listed
from onrecord.reading.commitments import matters as commitment_matters
from onrecord.reading.commitments import said as commitment_said
from onrecord.reading.commitments import terms as commitment_terms
from onrecord.reading.commitments import triggers as commitment_triggers
from onrecord.reading.commitments import voiced as commitment_voiced
from onrecord.reading.commitments.listed import Item
from onrecord.reading.commitments.matters import Actors
from onrecord.reading.commitments.once import expiring, once
from onrecord.reading.commitments.said import Made
from onrecord.reading.commitments.terms import Terms
from onrecord.reading.commitments.triggers import Told
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import VERBS
from onrecord.reading.deeds.roles import actors_of
from onrecord.reading.deeds.setting import Around, Setting
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.outcomes import results
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.commitments import words

__all__ = ["RULES", "find", "observations"]

Commitment = DeedMention[CommitmentFinding]
OWN_ACTS = frozenset({"promise", "assert", "inform", "warn"})
SURE = ("threat", "plan")  # what somebody says will be done or will follow
METONYM = "metonym"  # "Sana'a would stop its strikes"
TELLING = (commitment_triggers.GATES, things.GATES, deadlines.GATES, owed.GATES, commitment_voiced.GATES)


def find(report: Report, found: Found) -> tuple[Commitment, ...]:
    """The commitments of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    told: list[Commitment] = []
    taken: set[tuple[int, int]] = set()
    for statement in deeds.statements(around):
        made = commitment_said.made_by(report, found, statement)
        kept = list(_of_statement(report, found, made)) if made is not None else []
        if made is not None and (kept or not (made.refused or made.statement.finding.act.value in OWN_ACTS)):
            taken |= {(made.paragraph.index, at) for at in made.taken}
        told += kept
    listed = [commitment for item in commitment_listed.items(report) for commitment in _of_item(found, around, item)]
    taken |= {each.at[:2] for each in listed}
    told += listed
    for paragraph, sentence in deeds.sentences(around):
        for each in (each for gates in TELLING for each in commitment_triggers.told_by(gates, sentence)):
            at = {(paragraph.index, each.token.i), (paragraph.index, each.deed.i)}
            kept = [] if at & taken else list(_of_words(paragraph, found, around, each))
            taken |= at if kept else set()
            told += kept
    all_told = once(report, sorted(told, key=lambda each: each.at))
    for paragraph, sentence in deeds.sentences(around):
        all_told = expiring(paragraph, found, sentence, all_told)
    return all_told


def observations(report: Report, mentions: Sequence[Commitment]) -> tuple[Observation, ...]:
    """One observation for each."""
    return keeping.observations(report, "commitment", mentions)


def _of_statement(report: Report, found: Found, made: Made) -> Iterator[Commitment]:
    """The commitment that a statement makes, where it is one of a conflict."""
    finding, paragraph = made.statement.finding, made.paragraph
    by = commitment_said.doers_of(paragraph, found, made) or finding.speaker
    per = finding.speaker if by != finding.speaker else ()
    by = commitment_matters.sides(found, by, finding.role)
    terms = commitment_terms.terms_of(paragraph, found, made.deed, made.limits)
    boasts = made.deed.lower_ in words("boasts") and finding.act.rule == "content act"
    if not by or days.is_history(finding.on) or terms is None or boasts:
        return
    to = aims.of_statement(report, found, made, terms, by)
    threat = finding.act.value == "threaten" or (made.type_.value == "ultimatum" and bool(to))
    if not _touches(paragraph, found, terms, made.deed, by, threat=threat):
        return
    if made.refused and not aims.is_of_others(paragraph, found, terms, by):
        return
    if finding.act.value == "appeal" and not (to or terms.due or terms.condition):
        return  # a call on nobody in particular, with no day to it
    yield DeedMention(
        made.statement.at,
        made.statement.evidence,
        CommitmentFinding(
            type_=meant.sharpened(paragraph, made.type_, terms, made.deed),
            by=by,
            what=terms.what,
            condition=terms.condition,
            due=days.of_deadline(
                report.paragraphs[made.statement.at.paragraph],
                days.cue_of(report, made),
                made.type_.value,
                finding.on,
                terms.due,
            ),
            to=to,
            on=finding.on,
            recent=finding.recent or (finding.on is None and days.is_lead(report, made)),
            per=per,
            via=finding.via,
            same=(keeping.id_of(report, "statement", made.statement),),
        ),
    )


def _of_words(paragraph: Paragraph, found: Found, around: Around, told: Told) -> Iterator[Commitment]:
    """The commitment that words tell beside the statements, where a side of a conflict makes it."""
    by = commitment_matters.sides(found, makers.committed(paragraph, found, told))
    sayer = told.voiced or makers.is_of_saying(told)
    setting = deed_setting.setting_of(paragraph, found, told.token, around) if by or sayer else None
    if setting is None:
        return
    if not by and sayer and makers.speaks_for_all(told, setting):
        role = setting.statement.finding.role if setting.statement is not None else None
        by = commitment_matters.sides(found, setting.per, role)
    if not by or not makers.may_be(told, by) or (told.token == told.deed and not makers.may_tell(setting.per, by)):
        return
    if told.armed and not commitment_matters.are_in_arms(by):
        return
    if told.token == told.deed and all(actor.rule == METONYM for actor in by):
        by = commitment_matters.sides(found, setting.per) or by  # who speaks for his state commits himself
    terms = commitment_terms.terms_of(paragraph, found, told.deed, _limits(paragraph, told, setting))
    bare = told.deed.lower_ in words("deadlines") and (
        paragraph.role != "body" or told.token.dep_ not in commitment_triggers.GIVEN
    )
    if bare and (terms is None or (terms.due is None and terms.condition is None)):
        return  # "The rebels' deadline", the head of what follows; "have not answered his ultimatum"
    same = _same(paragraph, found, told, setting)
    to = aims.of_words(paragraph, found, told, terms, by) if terms is not None else ()
    if not to and told.voiced and same is not None:
        to = commitment_matters.at_whom(aims.given_to(around.report, found, same, told.deed), by)
    threat = (told.voiced and told.type_ in SURE) or (told.type_ == "ultimatum" and bool(to))
    if terms is None or not _touches(paragraph, found, terms, told.deed, by, threat=threat):
        return
    if days.is_history(setting.on):
        return
    over = results.is_of_outcome(told.token)
    verb = told.token if told.token.pos_ in VERBS else told.token.head
    on = setting.on or days.gone_by(paragraph, found, verb)
    due = days.of_deadline(paragraph, verb, told.type_, on, terms.due)
    voiced = not over and on is not None and (terms.due is None or on.words[0] != terms.due.words[0])
    own = same is not None and same.at.holds(At(paragraph.index, verb.i, verb.i + 1))
    committed = {each.value.key for each in by}
    fields = deeds.told(setting, on_the_ground=False) | {
        "place": None,
        "on": on if voiced else None,
        "recent": not over and (setting.recent or not voiced),
        "per": tuple(each for each in setting.per if not own and each.value.key not in committed),
    }
    yield DeedMention(
        At(paragraph.index, told.token.i, told.token.i + 1),
        (keeping.evidence(paragraph, told.token.i, told.token.i + 1),),
        CommitmentFinding(
            type_=meant.told_type(paragraph, told, terms),
            by=by,
            what=terms.what,
            condition=terms.condition,
            due=due,
            to=to,
            same=(keeping.id_of(around.report, "statement", same),) if same is not None else (),
            **fields,
        ),
    )


def _same(paragraph: Paragraph, found: Found, told: Told, setting: Setting) -> StatementMention | None:
    """The saying that is the same occurrence: told by the same words, or by which somebody commits himself."""
    same = next(iter(found.statements.covering(paragraph.index, told.token.i)), None)
    if same is None and told.voiced and setting.per:
        same = setting.statement
    if same is None and told.token.dep_ == "dobj":
        same = next(iter(found.statements.covering(paragraph.index, told.token.head.i)), None)
    return same


def _of_item(found: Found, around: Around, item: Item) -> Iterator[Commitment]:
    """The commitment that an item of a list tells, by the line above the list."""
    if item.paragraph.part not in around.parts:
        return
    where, heads = (item.above, item.by) if item.told.type_ == "demand" else (item.paragraph, item.told.by)
    by = commitment_matters.sides(found, actors_of(found, where, heads))
    limits = (item.told.token.sent.start, item.told.token.sent.end)
    terms = commitment_terms.terms_of(item.paragraph, found, item.told.deed, limits)
    if not by or terms is None or not _touches(item.paragraph, found, terms, item.told.deed, by):
        return
    type_ = Said(item.told.type_, item.told.rule, (item.above.span(item.sign.i, item.sign.i + 1),))
    at = item.told.token.i
    yield DeedMention(
        At(item.paragraph.index, at, at + 1),
        (keeping.evidence(item.paragraph, at, at + 1),),
        CommitmentFinding(
            type_=type_,
            by=by,
            what=terms.what,
            condition=terms.condition,
            due=terms.due,
            to=aims.of_words(item.paragraph, found, item.told, terms, by),
            recent=True,
        ),
    )


def _limits(paragraph: Paragraph, told: Told, setting: Setting) -> tuple[int, int]:
    """Where the terms are told: the sentence, but for what stands before the word that governs the deed; of what is
    quoted, the quoted words."""
    sentence = told.token.sent
    at = At(paragraph.index, told.deed.i, told.deed.i + 1)
    if setting.statement is not None and setting.statement.finding.form == "direct":
        piece = next((piece for piece in setting.statement.content if piece.holds(at)), None)
        if piece is not None:
            return max(piece.start, sentence.start), min(piece.end, sentence.end)
    free = told.deed.i <= told.token.i or told.type_ == "ultimatum" or told.rule == commitment_voiced.VOICED
    return (sentence.start if free else told.token.i + 1), sentence.end


def _touches(
    paragraph: Paragraph, found: Found, terms: Terms, deed: Token, by: Actors, *, threat: bool = False
) -> bool:
    """Whether what is to be done, or its condition, touches a conflict; a threat, and what those in arms commit
    themselves to, does where nothing tells otherwise."""
    clause, what = terms.clause, list(paragraph.doc[terms.start : terms.end])
    condition = list(paragraph.doc[clause.start : clause.end]) if clause is not None else []
    if commitment_matters.is_outside(what, deed):
        return commitment_matters.of_conflict(condition, deed) if condition else False
    if any(token.lower_ in ("side", "party") and token.nbor(-1).lower_ == "other" for token in condition if token.i):
        return True
    in_arms = commitment_matters.are_in_arms(by) and deed.lower_ not in words("states")
    if threat or in_arms or commitment_matters.of_conflict([*what, *condition], deed):
        return True
    return commitment_matters.names_side(paragraph, found, terms.start, terms.end)


RULES: dict[str, Rule] = {**deeds.RULES, **commitment_due.RULES, **meant.RULES}
