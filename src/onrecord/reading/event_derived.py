"""Events that the record holds as something else too: an accusation, a telephone call, the taking of a town.

Such an event carries the values of the statement, commitment, contact or change of control that it is, names it as the
same occurrence, and takes its codes from the same words by the rule of that kind.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model.findings import EventFinding
from onrecord.model.said import Said
from onrecord.reading import commitments, contacts, control, deed_status, deeds, statements
from onrecord.reading.deed_setting import Around
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import Report
from onrecord.reading.rules import Rule
from onrecord.vocabulary.events import Code, events

THREATS = ("threat", "ultimatum")
DEMANDS = ("demand",)
Event = DeedMention[EventFinding]


def derived(around: Around, found: Found) -> Iterator[Event]:
    """The events that the report's contacts, changes of control, commitments and statements are, in that order."""
    report = around.report
    for contact in found.contacts:
        yield from _of_contact(report, contact)
    for change in found.control:
        yield from _of_change(report, change)
    told: set[str] = set()
    for commitment in found.commitments:
        for event in _of_commitment(report, commitment):
            told.update(commitment.finding.same)
            yield event
    for statement in deeds.statements(around):
        if deeds.id_of(report, "statement", statement) not in told:
            yield from _of_statement(report, statement)


def _of_contact(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    status = events().statuses.get(finding.status.value)
    code = events().contacts.get(finding.form.value)
    if status is None or code is None or len(finding.between) < 2:
        return
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=_through(status, "contact", finding.status),
            by=finding.between[:1],
            to=finding.between[1:],
            mutual=True,
            **_codes(code, "contact", finding.form),
            **_told(report, "contact", mention),
        )
    )


def _of_change(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    code = events().changes.get(finding.change.value)
    if code is None or not finding.holder:
        return
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=Said("happened", deed_status.RULE, finding.change.words[:1]),
            by=finding.holder,
            to=finding.from_,
            **_codes(code, "control", finding.change),
            **_told(report, "control", mention),
        )
    )


def _of_commitment(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    act = "threaten" if finding.type_.value in THREATS else "demand" if finding.type_.value in DEMANDS else None
    if act is None or not (finding.to or act in events().alone):
        return
    yield mention._replace(
        finding=EventFinding(
            what=finding.what,
            status=Said("happened", deed_status.RULE, finding.type_.words[:1]),
            by=finding.by,
            to=finding.to,
            **_codes(events().acts[act], "commitment", finding.type_),
            **_told(report, "commitment", mention),
        )
    )


def _of_statement(report: Report, mention: StatementMention) -> Iterator[Event]:
    finding = mention.finding
    code = events().acts.get(finding.act.value)
    if code is None or not finding.speaker or not (finding.target or finding.act.value in events().alone):
        return
    content = mention.content[0]
    yield DeedMention(
        mention.at,
        mention.evidence,
        EventFinding(
            what=deeds.words(report.paragraphs[content.paragraph], content.start, content.end),
            status=Said("happened", deed_status.RULE, finding.act.words[:1]),
            by=finding.speaker,
            to=finding.target,
            on=finding.on,
            recent=finding.recent,
            via=finding.via,
            same=(deeds.id_of(report, "statement", mention),),
            **_codes(code, "statement", finding.act),
        ),
    )


def _words(report: Report, mention: DeedMention[Any]) -> Said[str]:
    passage = mention.evidence[0]
    return deeds.words(report.paragraphs[passage.paragraph], passage.start, passage.end)


def _told(report: Report, kind: str, mention: DeedMention[Any]) -> dict[str, Any]:
    """When, where and by whose word, with what it is the same as."""
    finding = mention.finding
    return {
        "on": finding.on,
        "recent": finding.recent,
        "place": finding.place,
        "per": finding.per,
        "via": finding.via,
        "same": (deeds.id_of(report, kind, mention), *finding.same),
    }


def _codes(code: Code, kind: str, said: Said[str]) -> dict[str, Any]:
    return {
        "plover": _through(code.plover, kind, said),
        "mode": _through(code.mode, kind, said) if code.mode else None,
    }


def _through(value: str, kind: str, said: Said[str]) -> Said[str]:
    """A value that follows from another of that kind of finding, from the same words."""
    return Said(value, f"{kind}: {said.rule}", said.words)


def _rules(kind: str, rules: Mapping[str, Rule], table: Mapping[str, tuple[str | None, ...]]) -> dict[str, Rule]:
    """For each rule of a kind, the rule that a value follows from one that the table gives it for."""

    def through(rule: Rule) -> Rule:
        return lambda value, words: any(value in made and rule(source, words) for source, made in table.items())

    return {f"{kind}: {name}": through(rule) for name, rule in rules.items()}


def _coded(table: Mapping[str, Code]) -> dict[str, tuple[str | None, ...]]:
    return {source: (code.plover, code.mode) for source, code in table.items()}


RULES: dict[str, Rule] = {
    **_rules("statement", statements.RULES, _coded(events().acts)),
    **_rules(
        "contact", contacts.RULES, {**_coded(events().contacts), **{k: (v,) for k, v in events().statuses.items()}}
    ),
    **_rules("control", control.RULES, _coded(events().changes)),
    **_rules(
        "commitment",
        commitments.RULES,
        {**dict.fromkeys(THREATS, ("THREATEN",)), **dict.fromkeys(DEMANDS, ("REQUEST",))},
    ),
}
