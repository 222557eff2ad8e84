"""Events that the record holds as something else too: an accusation, a telephone call, the taking of a town.

Such an event carries the values of the statement, commitment, contact or change of control that it is, names it as the
same occurrence, and takes its codes from the same words by the rule of that kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import EventFinding, StatementFinding
from onrecord.model.said import Said
from onrecord.reading.agreements import reader as agreements
from onrecord.reading.commitments import reader as commitments
from onrecord.reading.contacts import reader as contacts
from onrecord.reading.control import reader as control
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.setting import Around
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.events.sides import Here, addressees, holders_of, of_arms
from onrecord.reading.events.words import what
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import At, Report
from onrecord.reading.rules import Rule
from onrecord.reading.statements import reader as statements
from onrecord.vocabulary.events import Code, events, rejected

THREATS = ("threat", "ultimatum")
DEMANDS = ("demand",)
CALLED_OFF = "called off"
MADE = ("agreed", "signed")
FAR = 12  # words of a content in which it tells what it rejects
Event = DeedMention[EventFinding]


def derived(around: Around, found: Found) -> Iterator[Event]:
    """The events that the report's contacts, changes of control, commitments and statements are, in that order."""
    report = around.report
    for contact in found.contacts:
        yield from _of_contact(report, contact)
    for change in found.control:
        yield from _of_change(report, found, change)
    for agreement in found.agreements:
        yield from _of_agreement(report, found, agreement)
    told: set[str] = set()
    for commitment in found.commitments:
        for event in _of_commitment(report, commitment):
            told.update(commitment.finding.same)
            yield event
    for statement in deeds.statements(around):
        if deeds.id_of(report, "statement", statement) not in told:
            yield from _of_statement(report, found, statement)


def _of_contact(report: Report, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    status = events().statuses.get(finding.status.value)
    code = events().contacts.get(finding.form.value)
    if status is None or code is None or len(finding.between) < 2:
        return
    off = status == CALLED_OFF
    codes = _codes(events().discontinued, "contact", finding.status) if off else _codes(code, "contact", finding.form)
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=_through(status, "contact", finding.status),
            by=finding.between[:1],
            to=finding.between[1:],
            mutual=True,
            **codes,
            **_told(report, "contact", mention),
        )
    )


def _of_change(report: Report, found: Found, mention: DeedMention[Any]) -> Iterator[Event]:
    finding = mention.finding
    code = events().changes.get(finding.change.value)
    if code is None or not finding.holder:
        return
    here = Here(report, report.paragraphs[mention.at.paragraph], found)
    lost, keys = holders_of(here, here.paragraph.doc[mention.at.start]), {actor.value.key for actor in finding.holder}
    yield mention._replace(
        finding=EventFinding(
            what=_words(report, mention),
            status=Said("happened", deed_status.RULE, finding.change.words[:1]),
            by=of_arms(here, finding.holder),
            to=of_arms(here, finding.from_) or tuple(each for each in lost if each.value.key not in keys),
            **_codes(code, "control", finding.change),
            **_told(report, "control", mention),
        )
    )


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
        for each in found.statements
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
            **_codes(Code(plover="AGREE"), "agreement", state),
        ),
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


def _of_statement(report: Report, found: Found, mention: StatementMention) -> Iterator[Event]:
    finding = mention.finding
    code = events().acts.get(finding.act.value)
    if code is None or not finding.speaker:
        return
    content = mention.content[0]
    refused = _refused(report, mention) if code.plover == "REJECT" else None
    if code.plover == "REJECT" and refused is None and not _refuses(finding):
        return
    if code.plover == "REQUEST" and _is_forecast(report, finding):
        return
    if code.plover == "AGREE" and _is_opinion(report, mention):
        return
    by = _together(Here(report, report.paragraphs[content.paragraph], found), mention)
    keys = {actor.value.key for actor in by}
    to = finding.target or tuple(
        actor for actor in _aimed_at(report, found, mention, code, refused) if actor.value.key not in keys
    )
    if not (to or finding.act.value in events().alone):
        return
    yield DeedMention(
        mention.at,
        mention.evidence,
        EventFinding(
            what=deeds.words(report.paragraphs[content.paragraph], content.start, content.end),
            status=Said("happened", deed_status.RULE, finding.act.words[:1]),
            by=by,
            to=to,
            on=finding.on,
            recent=finding.recent,
            via=finding.via,
            same=(deeds.id_of(report, "statement", mention),),
            **_codes(code, "statement", finding.act),
        ),
    )


def _is_forecast(report: Report, said: StatementFinding) -> bool:
    """Whether only "have to" tells the demand: "they will have to catch up" asks nothing of anybody."""
    words = {span.of(report.text).lower() for span in said.act.words[1:]}
    return said.act.rule == "content act" and bool(words) and words <= {"have", "has", "to", "will", "'ll"}


def _is_opinion(report: Report, mention: StatementMention) -> bool:
    """Whether one only agrees that something is so, and to nothing: "agreed it was too late"."""
    content = mention.content[0]
    words = report.paragraphs[content.paragraph].doc[content.start : content.end]
    several = len(mention.finding.speaker) > 1
    root = words.root
    finite = (
        root.pos_ in VERBS
        and root.tag_ != "VB"
        and any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)
    )
    return finite and not several and words[0].lower_ != "to"


def _refuses(said: StatementFinding) -> bool:
    """Whether the verb of saying refuses somebody something: "rejected", "refused to", not "denied" or "said"."""
    return said.act.value != "deny" and said.act.rule != "content act"


def _refused(report: Report, mention: StatementMention) -> Token | None:
    """The noun for what is rejected of somebody else's: "rejected Russian allegations"."""
    finding, content = mention.finding, mention.content[0]
    cue = report.paragraphs[mention.at.paragraph].doc[mention.at.start : mention.at.end]
    if finding.act.value == "deny" and not any(word(token) in events().refusals for token in cue):
        return None
    doc = report.paragraphs[content.paragraph].doc
    for token in doc[content.start : min(content.end, content.start + FAR)]:
        if token.pos_ in NOUNS and ends_at(token, rejected()):
            return token
    return None


def _aimed_at(
    report: Report, found: Found, mention: StatementMention, code: Code, refused: Token | None
) -> tuple[Said[Actor], ...]:
    """Whom the content tells that it is aimed at: whose proposal is rejected, who is to do what is asked for."""
    content = mention.content[0]
    here = Here(report, report.paragraphs[content.paragraph], found)
    if refused is not None:
        return here.actors([*owners(refused), *behind(refused, ("by", "from", "of"))])
    if code.plover != "REQUEST":
        return ()
    doc = here.paragraph.doc
    root = doc[content.start : content.end].root
    if word(root) in events().asking:
        return _asked(here, [root])
    heads = subjects(root) if root.pos_ in VERBS else (*owners(root), *behind(root, ("of", "by", "from")))
    told = here.actors([head for head in heads if content.start <= head.i < content.end])
    if told or mention.at.paragraph != content.paragraph:
        return told
    return _asked(here, [doc[mention.at.start], root])


def _asked(here: Here, verbs: Sequence[Token]) -> tuple[Said[Actor], ...]:
    """Those behind a verb of asking: "called on", "urged", "appealed to"."""
    heads = [head for verb in verbs for head in (*direct_objects(verb), *behind(verb, ("on", "upon", "to")))]
    return here.actors(heads) or tuple(each for head in heads for each in addressees(here.paragraph, head))


def _together(here: Here, mention: StatementMention) -> tuple[Said[Actor], ...]:
    """The speaker, with those who do together with him what he says that they do: "said he and she were calling on"."""
    finding, content = mention.finding, mention.content[0]
    root = here.paragraph.doc[content.start : content.end].root
    if mention.at.paragraph != content.paragraph or word(root) not in events().asking:
        return finding.speaker
    several = here.actors(subjects(root))
    keys = {actor.value.key for actor in several}
    return several if all(actor.value.key in keys for actor in finding.speaker) else finding.speaker


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
