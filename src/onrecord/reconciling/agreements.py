"""Agreements: one entry for all that the reports say of an accord, one for each claim that it was kept or broken.

The block of an agreement holds both; the agreement's positions are a view of the claims.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model.entries import AgreementEntry, Cite, ComplianceEntry, Origins, Position
from onrecord.model.findings import AgreementFinding, ComplianceFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.cites import holding
from onrecord.reconciling.told import Day, deed, ids, names, plain, when

KNOWN = "known accord"  # the rule of names that the vocabulary gives


def block(observation: Observation, _: PartDate) -> str:
    """All that is told and claimed of one accord."""
    finding = observation.finding
    assert isinstance(finding, AgreementFinding | ComplianceFinding)
    return f"agreement:{finding.key}"


def entries(block: Block) -> list[Reconciled]:
    """The agreement of the block, then each claim about it; the claims alone where no report tells of it otherwise."""
    accords = [noted for noted in block.noted if isinstance(noted.observation.finding, AgreementFinding)]
    claims = [noted for noted in block.noted if isinstance(noted.observation.finding, ComplianceFinding)]
    agreement = _agreement(block, accords, claims) if accords else None
    id_ = agreement.entry.id if agreement else None
    return [*([agreement] if agreement else []), *(_claim(block, noted, id_) for noted in claims)]


def _claim(block: Block, noted: Noted, agreement: str | None) -> Reconciled:
    finding = _claim_of(noted)
    return deed(
        block,
        noted,
        ComplianceEntry,
        agreement=finding.agreement.value,
        agreement_id=agreement,
        by=names(finding.by),
        by_ids=ids(finding.by),
        against=names(finding.against),
        against_ids=ids(finding.against),
        stance=finding.stance.value,
        what=plain(finding.what),
        count=finding.count.value.value if finding.count else None,
    )


def _agreement(block: Block, accords: Sequence[Noted], claims: Sequence[Noted]) -> Reconciled:
    found = [finding for noted in accords if isinstance(finding := noted.observation.finding, AgreementFinding)]
    passages = [cited for noted in accords for cited in cites.of(noted, block.frame(noted))]
    passages += [cited for noted in claims for cited in cites.evidence(noted, block.frame(noted))]
    cited = cites.ordered(passages)
    quoted = tuple(each.cite for each in cited)
    days = {
        "made": _first(when(each.made, block.date(noted)) for noted, each in zip(accords, found, strict=True)),
        "in_force": _first(when(each.in_force, block.date(noted)) for noted, each in zip(accords, found, strict=True)),
    }
    derived = cites.derived(pair for finding in found for pair in saids(finding))
    unknown = {field for field, day in days.items() if day.iso is None}
    first, last = block.reported((*accords, *claims))
    entry = AgreementEntry(
        id=accords[0].observation.id,
        cites=quoted,
        derived={field: rules for field, rules in derived.items() if field not in unknown},
        origins=_origins(accords, claims),
        first_reported=first,
        last_reported=last,
        **_named(found),
        made=days["made"].iso,
        in_force=days["in_force"].iso,
        state=next((plain(each.state) for each in reversed(found) if each.state), None),
        about=next((plain(each.about) for each in found if each.about), None),
        positions=tuple(_position(block, noted, quoted) for noted in claims),
    )
    return Reconciled(entry, tuple(noted.observation.id for noted in accords), tuple(each.document for each in cited))


def _named(found: Sequence[AgreementFinding]) -> dict[str, Any]:
    """The names of the accord and of those who made it, each once."""
    known = [finding.name.value for finding in found if finding.name.rule == KNOWN]
    name = known[0] if known else found[0].name.value
    forms = {said.value for finding in found for said in (finding.name, *finding.aliases)}
    parties = {said.value.key: said for finding in found for said in finding.parties}.values()
    guarantors = {said.value.key: said for finding in found for said in finding.guarantors}.values()
    return {
        "name": name,
        "aliases": tuple(sorted(forms - {name})),
        "parties": names(parties),
        "parties_ids": ids(parties),
        "guarantors": names(guarantors),
        "guarantors_ids": ids(guarantors),
    }


def _origins(accords: Sequence[Noted], claims: Sequence[Noted]) -> Origins:
    reports = len({noted.observation.document for noted in (*accords, *claims)})
    speakers = {said.value.key for noted in claims for said in _claim_of(noted).by}
    return Origins(len(speakers) or 1, reports, reports)


def _position(block: Block, noted: Noted, quoted: Sequence[Cite]) -> Position:
    """What one side says of the accord: its stance, and towards whom."""
    claim = _claim_of(noted)
    others = [said.value.name for said in claim.against if said.value.key not in {by.value.key for by in claim.by}]
    says = f"{claim.stance.value}: {', '.join(others)}" if others else claim.stance.value
    return Position(
        by=names(claim.by), says=says, cite=holding(quoted, block.frame(noted), noted.observation.evidence[0])
    )


def _claim_of(noted: Noted) -> ComplianceFinding:
    finding = noted.observation.finding
    assert isinstance(finding, ComplianceFinding)
    return finding


def _first(days: Iterable[Day]) -> Day:
    return next((day for day in days if day.iso is not None), Day())
