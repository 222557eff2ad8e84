"""Events that the record holds as something else too: an accusation, a telephone call, the taking of a town.

Such an event carries the values of the statement, commitment, contact or change of control that it is, names it as the
same occurrence, and takes its codes from the same words by the rule of that kind.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import structs

from onrecord.model.findings import ControlFinding, EventFinding
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.agreements import reader as agreements
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.contacts import reader as contacts
from onrecord.reading.control import reader as control
from onrecord.reading.control.changes import TRIED
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.setting import Around
from onrecord.reading.events.sides import leaders_of
from onrecord.reading.events.spoken import coded, forgoes, of_statement, through
from onrecord.reading.events.whose import Here, holders_of, of_arms
from onrecord.reading.events.words import what
from onrecord.reading.found import DeedMention, Found, said_in
from onrecord.reading.report import At, Report
from onrecord.reading.rules import Rule
from onrecord.reading.statements import reader as statements
from onrecord.vocabulary.events import Code, events

THREATS = ("threat", "ultimatum")
DEMANDS = ("demand",)
PLAN = "plan"
CALLED_OFF = "called off"
MADE = ("agreed", "signed")
Event = DeedMention[EventFinding]


def derived(around: Around, found: Found) -> Iterator[Event]:
    """The events that the report's contacts, changes of control, commitments and statements are, in that order."""
    report = around.report
    for contact in found.contacts:
        for event in _of_contact(report, contact):
            yield _with_plans(report, found, event)
    for change in found.control:
        yield from _of_change(report, found, change)
    for agreement in found.agreements:
        yield from _of_agreement(report, found, agreement)
    told: set[str] = set()
    for commitment in found.commitments:
        if commitment.finding.type_.value in THREATS:
            told.update(commitment.finding.same)
        for event in _of_commitment(report, commitment):
            told.update(commitment.finding.same)
            yield event
    for statement in deeds.statements(around):
        if keeping.id_of(report, "statement", statement) not in told:
            yield from of_statement(report, found, statement)


def _of_contact(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    status = events().statuses.get(finding.status.value)
    code = events().contacts.get(finding.form.value)
    if status is None or code is None or len(finding.between) < 2:
        return
    off = status == CALLED_OFF
    codes = coded(events().discontinued, "contact", finding.status) if off else coded(code, "contact", finding.form)
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=through(status, "contact", finding.status),
            by=finding.between[:1],
            to=finding.between[1:],
            mutual=True,
            **codes,
            **_told(report, "contact", mention),
        )
    )


def _with_plans(report: Report, found: Found, event: Event) -> Event:
    """The contact with the plan that the same word tells: "will meet in Vienna" is one occurrence."""
    plans = (each for each in found.commitments.touching(event.at) if each.finding.type_.value == PLAN)
    same = (*event.finding.same, *(keeping.id_of(report, "commitment", plan) for plan in plans))
    return event._replace(finding=structs.replace(event.finding, same=tuple(dict.fromkeys(same))))


def _of_change(report: Report, found: Found, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    code = events().changes.get(finding.change.value)
    if code is None or not finding.holder:
        return
    here = Here(report, report.paragraphs[mention.at.paragraph], found)
    deed = here.paragraph.doc[mention.at.start]
    lost, keys = holders_of(here, deed), {actor.value.key for actor in finding.holder}
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=Said("happened", deed_status.RULE, finding.change.words[:1]),
            by=leaders_of(here, deed, finding.holder) or of_arms(here, finding.holder),
            to=of_arms(here, finding.from_) or tuple(each for each in lost if each.value.key not in keys),
            **coded(code, "control", finding.change),
            **{**_told(report, "control", mention), **({"place": None} if _is_bound_for(finding) else {})},
        )
    )


def _is_bound_for(finding: ControlFinding) -> bool:
    """Whether its place is where they go, not where they are: "advanced towards", but not "fought to take"."""
    return finding.change.value == "pushing towards" and finding.change.rule != TRIED


def _of_agreement(report: Report, found: Found, mention: DeedMention[Any]) -> Iterator[Event]:
    """The making of an accord, where the report itself tells its day and who made it."""
    finding = mention.finding
    state, made = finding.state, finding.made
    dated = made is not None and made.value.unit == "day" and made.rule != agreements.KNOWN
    if state is None or state.value not in MADE or not dated or len(finding.parties) < 2:
        return
    at = state.words[0].start
    passages = [each for each in mention.evidence if report.span(each).start <= at < report.span(each).end]
    said = any(
        report.span(piece).start <= at < report.span(piece).end
        for passage in passages
        for each in said_in(found.statements).get(passage.paragraph, ())
        for piece in (each.at, *each.content)
    )
    if said or not passages:
        return
    yield DeedMention(
        mention.at,
        tuple(passages),
        EventFinding(
            what=_passage(report, passages[0]),
            status=Said("happened", deed_status.RULE, state.words[:1]),
            by=finding.parties[:1],
            to=finding.parties[1:],
            mutual=True,
            on=made,
            **coded(Code(plover="AGREE"), "agreement", state),
        ),
    )


def _of_commitment(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    act = "threaten" if finding.type_.value in THREATS else "demand" if finding.type_.value in DEMANDS else None
    if act is None or not (finding.to or act in events().alone) or (act == "threaten" and forgoes(finding.what)):
        return
    yield mention._replace(
        finding=EventFinding(
            what=finding.what,
            status=Said("happened", deed_status.RULE, finding.type_.words[:1]),
            by=finding.by,
            to=finding.to,
            **coded(events().acts[act], "commitment", finding.type_),
            **_told(report, "commitment", mention),
        )
    )


def _passage(report: Report, at: At) -> Said[str]:
    return deeds.words(report.paragraphs[at.paragraph], at.start, at.end)


def _words(report: Report, mention: DeedMention[Any]) -> Said[str]:
    paragraph = report.paragraphs[mention.at.paragraph]
    return what(paragraph, paragraph.doc[mention.at.start], mention.at.end)


def _told(report: Report, kind: str, mention: DeedMention[Any]) -> dict[str, Any]:
    """When, where and by whose word, with what it is the same as."""
    finding = mention.finding
    return {
        "on": finding.on,
        "recent": finding.recent,
        "place": finding.place,
        "per": finding.per,
        "via": finding.via,
        "same": (keeping.id_of(report, kind, mention), *finding.same),
    }


def _rules(kind: str, rules: Mapping[str, Rule], table: Mapping[str, tuple[str | None, ...]]) -> dict[str, Rule]:
    """For each rule of a kind, the rule that a value follows from one that the table gives it for."""

    def through(rule: Rule) -> Rule:
        return lambda value, words: any(value in made and rule(source, words) for source, made in table.items())

    return {f"{kind}: {name}": through(rule) for name, rule in rules.items()}


def _coded(table: Mapping[str, Code]) -> dict[str, tuple[str | None, ...]]:
    return {source: (code.plover, code.mode) for source, code in table.items()}


def _of_statuses() -> dict[str, tuple[str | None, ...]]:
    off = events().discontinued
    return {
        source: (made, off.plover, off.mode) if made == CALLED_OFF else (made,)
        for source, made in events().statuses.items()
    }


RULES: dict[str, Rule] = {
    **_rules("statement", statements.RULES, _coded(events().acts)),
    **_rules("contact", contacts.RULES, {**_coded(events().contacts), **_of_statuses()}),
    **_rules("agreement", agreements.RULES, dict.fromkeys(MADE, ("AGREE",))),
    **_rules("control", control.RULES, _coded(events().changes)),
    **_rules(
        "commitment",
        commitments.RULES,
        {**dict.fromkeys(THREATS, ("THREATEN",)), **dict.fromkeys(DEMANDS, ("REQUEST",))},
    ),
}
