"""Commitments that one report tells twice as one: in its title and body, or an ultimatum and the end of its time."""

from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Span

from onrecord.model.findings import CommitmentFinding
from onrecord.reading.found import DeedMention, Found
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.told_once import among
from onrecord.vocabulary.commitments import words

Commitment = DeedMention[CommitmentFinding]
ENDS = {"ultimatum": "ultimatum", "deadline": "ultimatum", "offer": "offer"}


def expiring(
    paragraph: Paragraph, found: Found, sentence: Span, made: tuple[Commitment, ...]
) -> tuple[Commitment, ...]:
    """The commitments, where the sentence tells the end of a deadline or an offer ("the deadline expires on Sunday")
    with that day as that of the last one told before it without one."""
    for noun in among(sentence, ENDS):
        type_ = ENDS[noun.lower_]
        if noun.dep_ != "nsubj" or noun.head.lower_ not in words("ending"):
            continue
        dates = found.dates.within(At(paragraph.index, sentence.start, sentence.end))
        day = next((date for date in dates if date.head == noun.head.i), None)
        at = (paragraph.index, sentence.start)
        before = [i for i, each in enumerate(made) if each.at[:2] < at and each.finding.type_.value == type_]
        if day is not None and before and made[before[-1]].finding.due is None:
            last = made[before[-1]]
            finding = structs.replace(last.finding, due=day.when)
            told = (*last.evidence, At(paragraph.index, sentence.start, sentence.end))
            return (*made[: before[-1]], last._replace(finding=finding, evidence=told), *made[before[-1] + 1 :])
    return made


def once(report: Report, told: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Each told once: without those of titles that the body tells, and with the further words for the same one."""

    def role(each: Commitment) -> str:
        return report.paragraphs[each.at.paragraph].role

    body = {_family(each) for each in told if role(each) == "body"}
    told = list(_with_terms(told))
    kept: dict[object, Commitment] = {}
    for each in told:
        if role(each) != "body" and _family(each) in body:
            continue
        key = (_kind(each), each.finding.what.value.lower())
        before = kept.get(key)
        if before is None:
            kept[key] = each
        elif not set(each.evidence) <= set(before.evidence):
            kept[key] = before._replace(evidence=tuple(sorted({*before.evidence, *each.evidence})))
    return tuple(kept.values())


def _with_terms(told: Sequence[Commitment]) -> Iterator[Commitment]:
    """The commitments, without what is but "an ultimatum" where the words beside it tell its terms, whom it goes at
    being that of both: "issued an ultimatum to the army, giving it 48 hours"."""
    bare = [each for each in told if _is_bare(each.finding)]
    if not bare:
        yield from told
        return
    for each in told:
        near = (other for other in told if other.at.paragraph == each.at.paragraph and other.at != each.at)
        alike = [other for other in near if _kind(other) == _kind(each)]
        if each not in bare:
            to = each.finding.to or next((other.finding.to for other in alike if other in bare), ())
            yield each._replace(finding=structs.replace(each.finding, to=to))
        elif all(other in bare for other in alike):
            yield each


def _is_bare(finding: CommitmentFinding) -> bool:
    return finding.due is None and finding.condition is None and _names_itself(finding.what.value)


def _names_itself(what: str) -> bool:
    return any(each in words("deadlines") for each in what.lower().split()[:2])


def _kind(each: Commitment) -> tuple[str, frozenset[str]]:
    return each.finding.type_.value, frozenset(actor.value.key for actor in each.finding.by)


def _family(each: Commitment) -> tuple[bool, frozenset[str]]:
    """Whether it is asked of others or threatened, and by whom: titles tell it in other words than the body."""
    type_, by = _kind(each)
    return type_ in ("demand", "ultimatum", "threat"), by
