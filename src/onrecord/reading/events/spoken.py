"""Events that a statement is: an accusation, a demand, a refusal, with those at whom its words are aimed."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import EventFinding, StatementFinding
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.deeds import status as deed_status
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.events.sides import addressees
from onrecord.reading.events.whose import Here
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import Report
from onrecord.vocabulary.events import Code, events, rejected

FAR = 12  # words of a content in which it tells what it rejects
Event = DeedMention[EventFinding]


def of_statement(report: Report, found: Found, mention: StatementMention) -> Iterator[Event]:
    """The event that the statement is; none where its words are aimed at nobody or reject nothing."""
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
    if code.plover == "AGREE" and (_is_opinion(report, mention) or _is_to_nothing(report, mention)):
        return
    by = _together(Here(report, report.paragraphs[content.paragraph], found), mention)
    keys = {actor.value.key for actor in by}
    to = finding.target or tuple(
        actor for actor in _aimed_at(report, found, mention, code, refused) if actor.value.key not in keys
    )
    said = deeds.words(report.paragraphs[content.paragraph], _opening(report, mention), content.end)
    if not (to or finding.act.value in events().alone) or (code.plover == "THREATEN" and forgoes(said)):
        return
    yield DeedMention(
        mention.at,
        mention.evidence,
        EventFinding(
            what=said,
            status=Said("happened", deed_status.RULE, finding.act.words[:1]),
            by=by,
            to=to,
            on=finding.on,
            recent=finding.recent,
            via=finding.via,
            same=(keeping.id_of(report, "statement", mention),),
            **coded(code, "statement", finding.act),
        ),
    )


def forgoes(vowed: Said[str]) -> bool:
    """Whether what is vowed is not to do something: "not to attack", "never again to attack"."""
    return vowed.value.split()[0].lower() in ("not", "never")


def _opening(report: Report, mention: StatementMention) -> int:
    """Where the content starts; of an accusation, what somebody is accused of: "accused the army of shelling"."""
    content = mention.content[0]
    doc = report.paragraphs[content.paragraph].doc
    if mention.at.paragraph == content.paragraph:
        for token in doc[content.start : content.end - 1]:
            if token.lower_ == "of" and mention.at.start <= token.head.i < mention.at.end and token.tag_ == "IN":
                return int(token.i) + 1
    return content.start


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


def _is_to_nothing(report: Report, mention: StatementMention) -> bool:
    """ "Agreed to no such thing"."""
    content = mention.content[0]
    words = report.paragraphs[content.paragraph].doc[content.start : content.end]
    first = next((token.lower_ for token in words if token.lower_ != "to"), "")
    return first in ("no", "nothing", "none")


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
        if token.pos_ in NOUNS and ends_at(token, rejected()) and not _is_breached(token):
            return token
    return None


def _is_breached(noun: Token) -> bool:
    """Whether only what is done to it is rejected: "will not accept any violation of the agreement"."""
    above = noun.head.head
    return noun.dep_ == "pobj" and word(above) in events().breaches


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


def coded(code: Code, kind: str, said: Said[str]) -> dict[str, Any]:
    """The codes of an event that a finding of that kind is, from the words of its value."""
    return {
        "plover": through(code.plover, kind, said),
        "mode": through(code.mode, kind, said) if code.mode else None,
    }


def through(value: str, kind: str, said: Said[str]) -> Said[str]:
    """A value that follows from another of that kind of finding, from the same words."""
    return Said(value, f"{kind}: {said.rule}", said.words)
