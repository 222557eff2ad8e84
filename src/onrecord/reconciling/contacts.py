"""Contacts: one entry for each observation, with each side's readout of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model.entries import Cite, ContactEntry, ReadoutEntry
from onrecord.model.findings import ContactFinding, Observation, Readout
from onrecord.model.frames import Frame, Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.cites import holding
from onrecord.reconciling.told import deed, ids, month_of, names, plain


def block(observation: Observation, date: PartDate) -> str:
    """The contacts of one month."""
    finding = observation.finding
    assert isinstance(finding, ContactFinding)
    return f"contact:{month_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The contact of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, ContactFinding)
    made = deed(
        block,
        noted,
        ContactEntry,
        form=finding.form.value,
        between=names(finding.between),
        between_ids=ids(finding.between),
        status=finding.status.value,
    )
    readouts = tuple(_readout(each, made.entry.cites, block.frame(noted)) for each in finding.readouts)
    return made._replace(entry=replace(made.entry, readouts=readouts))


def _readout(readout: Readout, quoted: Sequence[Cite], frame: Frame) -> ReadoutEntry:
    return ReadoutEntry(
        by=names(readout.by),
        says=readout.says.value,
        cite=holding(quoted, frame, readout.says.words[0]),
        topic=plain(readout.topic),
    )
