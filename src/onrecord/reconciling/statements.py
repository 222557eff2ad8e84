"""Statements: one entry for each observation, its saying dated by the report it stands in."""

from typing import Any

from onrecord.model.entries import Origins, StatementEntry
from onrecord.model.findings import StatementFinding
from onrecord.model.frames import Noted
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.dates import REPORT_DATE, dated, up_to_report

GAP = " … "


def entries(block: Block) -> list[Reconciled]:
    """The statement of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    seen, frame = noted.observation, block.frame(noted)
    finding = seen.finding
    assert isinstance(finding, StatementFinding)
    when = _said_on(finding, block, noted)
    derived = cites.derived(saids(finding))
    passages = cites.of(noted, frame)
    if when.get("on_basis") == "inferred":
        derived["on"] = REPORT_DATE
        passages += cites.header(frame, seen.part, "on")
    elif not when:
        derived.pop("on", None)
    cited = cites.ordered(passages)
    words = cites.words_of(noted.quotes)
    first, last = block.reported()
    entry = StatementEntry(
        id=seen.id,
        cites=tuple(each.cite for each in cited),
        derived=dict(sorted(derived.items())),
        origins=Origins(len({said.value.key for said in finding.speaker}) or 1, 1, 1),
        first_reported=first,
        last_reported=last,
        speaker=tuple(said.value.name for said in finding.speaker),
        speaker_ids=tuple(found for said in finding.speaker if (found := block.id(said.value))),
        role=finding.role.value if finding.role else None,
        act=finding.act.value,
        form=finding.form,
        to=finding.to.value if finding.to else None,
        via=tuple(said.value.name for said in finding.via),
        target=tuple(said.value.name for said in finding.target),
        target_ids=tuple(found for said in finding.target if (found := block.id(said.value))),
        says=GAP.join(words[span] for span in finding.says),
        **when,
    )
    return Reconciled(entry, (seen.id,), tuple(each.document for each in cited))


def _said_on(finding: StatementFinding, block: Block, noted: Noted) -> dict[str, Any]:
    date = block.date(noted)
    found = dated(finding.on.value, date) if finding.on else None
    if found is not None:
        return {"on": found.iso, "on_is": "within" if "/" in found.iso else None, "on_basis": found.basis}
    if finding.on is None and finding.recent and (days := up_to_report(date)):
        return {"on": days, "on_is": "within", "on_basis": "inferred"}
    return {}
