"""Statements: one entry for each observation, its saying dated by the report it stands in."""

from onrecord.model.entries import StatementEntry
from onrecord.model.findings import Observation, StatementFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled, month
from onrecord.reconciling.told import ids, names, plain, told, when

GAP = " … "


def block(observation: Observation, date: PartDate) -> str:
    """What the same people said in one month."""
    finding = observation.finding
    assert isinstance(finding, StatementFinding)
    speakers = "+".join(sorted(said.value.key for said in finding.speaker))
    return f"statement:{speakers}:{month(when(finding.on, date, recent=finding.recent).iso)}"


def entries(block: Block) -> list[Reconciled]:
    """The statement of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, StatementFinding)
    on = when(finding.on, block.date(noted), recent=finding.recent)
    words = cites.words_of(noted.quotes)
    return told(
        block,
        noted,
        StatementEntry,
        finding.speaker,
        {"on": on},
        speaker=names(finding.speaker),
        speaker_ids=ids(finding.speaker),
        role=plain(finding.role),
        act=finding.act.value,
        form=finding.form,
        to=plain(finding.to),
        on=on.iso,
        on_is="within" if on.iso and "/" in on.iso else None,
        on_basis=on.basis,
        via=names(finding.via),
        target=names(finding.target),
        target_ids=ids(finding.target),
        says=GAP.join(words[span] for span in finding.says),
    )
