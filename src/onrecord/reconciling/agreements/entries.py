"""Agreements: one entry for all that the reports say of an accord, one for each claim that it was kept or broken.

The block of an agreement holds both, with the disputes of those who claim; the agreement's positions are a view of the
claims. Which words mean one accord is told by the key that reading gives it (see `reading/agreements/keys`).
"""

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model.entries import AgreementEntry, Origins, Position
from onrecord.model.findings import AgreementFinding, ComplianceFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.agreements.compliance import Claim, claims, position, says, under
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.disputes import compliance as compliance_disputes
from onrecord.reconciling.disputes.dispute import evidence
from onrecord.reconciling.joining.groups import Join
from onrecord.reconciling.joining.wording import tellings
from onrecord.reconciling.merging.cites import ordered
from onrecord.reconciling.merging.fields import Finest, Policy, cites_of, length, merged, place_of
from onrecord.reconciling.merging.told import UNATTRIBUTED, ids, names, plain, told, when

KNOWN = "known accord"  # the rule of names that the vocabulary gives


def _latest(states: Sequence[str]) -> str:
    return states[-1]


POLICY = Policy(
    words=frozenset({"name", "about"}),
    finest=(Finest("made", (), length), Finest("in_force", (), length)),
    choose={"state": _latest},
    compared=("made", "in_force", "parties"),
)


def block(observation: Observation, _: PartDate) -> str:
    """All that is told and claimed of one accord."""
    finding = observation.finding
    assert isinstance(finding, AgreementFinding | ComplianceFinding)
    return f"agreement:{finding.key}"


def entries(block: Block) -> list[Reconciled]:
    """The agreement of the block, the claims about it and the disputes over them; the claims alone where no report
    tells of it otherwise."""
    accords = [noted for noted in block.noted if isinstance(noted.observation.finding, AgreementFinding)]
    told_of = tuple(noted for noted in block.noted if isinstance(noted.observation.finding, ComplianceFinding))
    claimed = claims(dataclasses.replace(block, noted=told_of))
    if not accords:
        name = next((claim.entry.agreement for claim in claimed), "")
        return [*(claim.made for claim in claimed), *compliance_disputes.disputes(name, claimed)]
    entry, cited, joins = _agreement(block, accords, claimed)
    members = tuple(noted.observation.id for noted in accords)
    return [
        Reconciled(entry, members, cited, joins),
        *(under(claim, entry.id) for claim in claimed),
        *compliance_disputes.disputes(entry.name, claimed),
    ]


def _agreement(
    block: Block, accords: Sequence[Noted], claimed: Sequence[Claim]
) -> tuple[AgreementEntry, tuple[str, ...], tuple[Join, ...]]:
    """The entry of the accord, with the names that it goes by and the positions of those who claim; the documents of
    its cites; and why its observations went together."""
    findings = [finding for noted in accords if isinstance(finding := noted.observation.finding, AgreementFinding)]
    made = merged([_entry(block, noted) for noted in accords], POLICY, _reasons(accords, findings))
    entry = made.entry
    assert isinstance(entry, AgreementEntry)
    passages = [each for claim in claimed for each in evidence(claim.made)]
    cited = ordered((*cites_of(made), *passages))
    places = [place_of(each) for each in cited]
    name = next((each.name.value for each in findings if each.name.rule == KNOWN), entry.name)
    forms = {said.value for each in findings for said in (each.name, *each.aliases)}
    first, last = block.reported((*accords, *(seen.noted for claim in claimed for seen in claim.members)))
    positions = {
        position(claim.entry): Position(
            by=claim.entry.by, says=says(claim.entry), cite=places.index(place_of(evidence(claim.made)[0]))
        )
        for claim in reversed(claimed)
    }
    complete = replace(
        entry,
        cites=tuple(each.cite for each in cited),
        origins=Origins(
            len({actor.key for claim in claimed for actor in claim.by}) or 1,
            tellings(each.cite.quote for each in cited if not each.cite.supports),
            len({each.document for each in cited}),
        ),
        first_reported=first,
        last_reported=last,
        name=name,
        aliases=tuple(sorted(forms - {name})),
        accounts=tuple(replace(each, per=", ".join(UNATTRIBUTED)) for each in entry.accounts),
        positions=tuple(reversed(positions.values())),
    )
    return complete, tuple(each.document for each in cited), made.joins


def _reasons(accords: Sequence[Noted], findings: Sequence[AgreementFinding]) -> list[Join]:
    """Why each went to the first: a key says of each that it is the accord of that name, or of that day and sides."""
    known = any(each.name.rule == KNOWN for each in findings)
    why = KNOWN if known else "same name, day or sides"
    return [Join(each.observation.id, accords[0].observation.id, why) for each in accords[1:]]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, AgreementFinding)
    days = {field: when(getattr(finding, field), block.date(noted)) for field in ("made", "in_force")}
    return told(
        block,
        noted,
        AgreementEntry,
        (),
        days,
        name=finding.name.value,
        parties=names(finding.parties),
        parties_ids=ids(finding.parties),
        guarantors=names(finding.guarantors),
        guarantors_ids=ids(finding.guarantors),
        made=days["made"].iso,
        in_force=days["in_force"].iso,
        state=plain(finding.state),
        about=plain(finding.about),
    )
