"""Denials that answer a claim over an accord: "Armenia accused Azerbaijan of breaking the truce. Baku denied it".

What the denial denies is the claim, so it is one of the claims over that accord; and where the claims tell who accused
and who denied, the two sayings need not tell it again.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from onrecord.model.findings import ComplianceFinding
from onrecord.model.said import Said
from onrecord.reading import keeping
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.found import DeedMention, Found, StatementMention
from onrecord.reading.report import Report

Compliance = DeedMention[ComplianceFinding]
VIOLATED, DENIES = "violated", "denies violating"
Deny = Callable[[StatementMention, Compliance], Said[str] | None]


def denials(report: Report, found: Found, claims: Iterable[Compliance], deny: Deny) -> Iterator[Compliance]:
    """The claims that such denials make; `deny` gives the stance of a denial of a claim, None where its words do not
    tell it."""
    made = list(claims)
    for denial, charge in _answers(report, found):
        for claim in made:
            stance = deny(denial, claim) if _charges(charge, claim) else None
            if stance is None or not _are_accused(denial, claim) or any(_tells(denial, each) for each in made):
                continue
            finding, content = denial.finding, denial.content[0]
            yield DeedMention(
                denial.at,
                denial.evidence,
                ComplianceFinding(
                    key=claim.finding.key,
                    agreement=claim.finding.agreement,
                    stance=stance,
                    by=finding.speaker,
                    against=claim.finding.against,
                    what=deeds.words(report.paragraphs[content.paragraph], content.start, content.end),
                    same=(keeping.id_of(report, "statement", denial),),
                    on=finding.on,
                    recent=finding.recent,
                    per=finding.speaker,
                    via=finding.via,
                ),
            )
            break


def told_once(report: Report, found: Found) -> Iterator[StatementMention]:
    """The sayings of a report, those denials that a claim over the accord tells without what they answer."""
    told = {id(denial) for denial, charge in _answers(report, found) if _is_told(denial, charge, found)}
    for each in found.statements:
        yield each._replace(finding=replace(each.finding, answers=())) if id(each) in told else each


def _answers(report: Report, found: Found) -> Iterator[tuple[StatementMention, StatementMention]]:
    """The denials, each with the saying that it answers."""
    answering = [each for each in found.statements if each.finding.answers]
    ids = {keeping.id_of(report, "statement", each): each for each in found.statements} if answering else {}
    for denial in answering:
        yield from ((denial, ids[answer]) for answer in denial.finding.answers if answer in ids)


def _is_told(denial: StatementMention, charge: StatementMention, found: Found) -> bool:
    """Whether both are claims over one accord; of two who accuse each other, whether they do so over one."""
    if denial is charge:
        return any(_charges(charge, claim) for claim in found.compliance)
    charged = {claim.finding.key for claim in found.compliance if _charges(charge, claim)}
    denied = {
        claim.finding.key
        for claim in found.compliance
        if claim.finding.stance.value == DENIES and _are_accused(denial, claim) and _tells(denial, claim)
    }
    return not charged.isdisjoint(denied)


def _charges(charge: StatementMention, claim: Compliance) -> bool:
    """Whether the saying says that somebody broke the accord, as the claim has it."""
    said = any(at.holds(claim.at) for at in charge.content)
    return said and claim.finding.stance.value == VIOLATED and bool(claim.finding.against)


def _tells(saying: StatementMention, claim: Compliance) -> bool:
    return claim.at == saying.at or any(at.holds(claim.at) for at in saying.content)


def _are_accused(denial: StatementMention, claim: Compliance) -> bool:
    """Whether those who deny are those of whom it was said, or of their country."""
    denying, accused = ([said.value for said in side] for side in (denial.finding.speaker, claim.finding.against))
    return any(
        one.key == other.key or (one.country is not None and one.country == other.country)
        for one in denying
        for other in accused
    )
