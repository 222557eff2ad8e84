"""Commitments: threats, ultimatums, pledges, plans, demands, offers: by whom, to whom, on what condition, due when.

Most are made by saying so: a statement whose act threatens, promises, demands or agrees makes one, and is named as the
same occurrence. A threat or a demand with a condition and a day to it is an ultimatum.
"""

from collections.abc import Iterator, Sequence

from onrecord.model.findings import CommitmentFinding, Observation
from onrecord.model.said import Said
from onrecord.reading import deed_setting, deeds, statements
from onrecord.reading.commitment_terms import Terms, terms_of
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.commitments import commitments, words

__all__ = ["RULES", "find", "observations"]

Commitment = DeedMention[CommitmentFinding]
ULTIMATUM = "ultimatum"
URGENT = ("threat", "demand")


def find(report: Report, found: Found) -> tuple[Commitment, ...]:
    """The commitments of a report, in the order of its text."""
    around = deed_setting.around(report, found)
    return tuple(made for statement in deeds.statements(around) for made in _made_by(report, found, statement))


def observations(report: Report, mentions: Sequence[Commitment]) -> tuple[Observation, ...]:
    """One observation for each."""
    return deeds.observations(report, "commitment", mentions)


def _made_by(report: Report, found: Found, statement: StatementMention) -> Iterator[Commitment]:
    """The commitment that a statement makes, if it makes one."""
    finding = statement.finding
    type_ = commitments().acts.get(finding.act.value)
    if type_ is None or not finding.speaker:
        return
    paragraph = report.paragraphs[statement.content[0].paragraph]
    terms = terms_of(paragraph, found, statement.content[0])
    if terms is None:
        return
    yield DeedMention(
        statement.at,
        statement.evidence,
        CommitmentFinding(
            type_=_type(report, statement, type_, terms),
            by=finding.speaker,
            what=terms.what,
            condition=terms.condition,
            due=terms.due,
            to=finding.target or terms.to,
            on=finding.on,
            recent=finding.recent,
            via=finding.via,
            same=(deeds.id_of(report, "statement", statement),),
        ),
    )


def _type(report: Report, statement: StatementMention, type_: str, terms: Terms) -> Said[str]:
    act = statement.finding.act
    mark = terms.mark
    if type_ in URGENT and mark is not None and terms.due is not None and mark.lower_ in words("ultimatums"):
        paragraph = report.paragraphs[statement.content[0].paragraph]
        return Said("ultimatum", ULTIMATUM, (*act.words, paragraph.span(mark.i, mark.i + 1)))
    return Said(type_, f"act: {act.rule}", act.words)


def _by_act(rule: Rule) -> Rule:
    return lambda value, cited: any(value == type_ and rule(act, cited) for act, type_ in commitments().acts.items())


def _is_ultimatum(value: object, cited: Sequence[str]) -> bool:
    *act, mark = cited
    urgent = any(rule(type_, act) for rule in _BY_ACT.values() for type_ in URGENT)
    return value == "ultimatum" and mark.lower() in words("ultimatums") and urgent


_BY_ACT: dict[str, Rule] = {f"act: {name}": _by_act(rule) for name, rule in statements.RULES.items()}
RULES: dict[str, Rule] = {**deeds.RULES, **_BY_ACT, ULTIMATUM: _is_ultimatum}
