"""Figures: one entry for each observation, its as-of date and period dated by the report it stands in."""

from onrecord.model.entries import FigureEntry, Origins
from onrecord.model.findings import FigureFinding
from onrecord.model.frames import Noted
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.dates import REPORT_DATE, counted_over, dated, day_of


def entries(block: Block) -> list[Reconciled]:
    """The figure of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    seen, frame = noted.observation, block.frame(noted)
    finding = seen.finding
    assert isinstance(finding, FigureFinding)
    as_of, basis = _as_of(finding, block, noted)
    period = counted_over(finding.period.value, block.date(noted)) if finding.period else None
    derived = cites.derived(saids(finding))
    passages = cites.of(noted, frame)
    if basis == "inferred":
        derived["as_of"] = REPORT_DATE
        passages += cites.header(frame, seen.part, "as_of")
    for name, value in (("as_of", as_of), ("period", period)):
        if value is None:
            derived.pop(name, None)
    cited = cites.ordered(passages)
    first, last = block.reported()
    entry = FigureEntry(
        id=seen.id,
        cites=tuple(each.cite for each in cited),
        derived=dict(sorted(derived.items())),
        origins=Origins(len({said.value.key for said in finding.per}) or 1, 1, 1),
        first_reported=first,
        last_reported=last,
        measure=finding.measure.value,
        value=finding.amount.value.value,
        low=finding.amount.value.low,
        high=finding.amount.value.high,
        qualifier=finding.amount.value.qualifier,
        unit=finding.unit,
        of=finding.of.value,
        did=_plain(finding.did),
        of_side=finding.of_side.value.name if finding.of_side else None,
        of_side_id=block.id(finding.of_side.value) if finding.of_side else None,
        of_status=_plain(finding.of_status),
        of_group=_plain(finding.of_group),
        part_of=_plain(finding.part_of),
        count=finding.count,
        place=finding.place.value.name if finding.place else None,
        place_id=block.id(finding.place.value) if finding.place else None,
        as_of=as_of,
        as_of_basis=basis,
        period=period,
        standing=finding.standing,
        per=tuple(said.value.name for said in finding.per) or ("unattributed",),
        per_ids=tuple(found for said in finding.per if (found := block.id(said.value))),
        via=tuple(said.value.name for said in finding.via),
    )
    return Reconciled(entry, (seen.id,), tuple(each.document for each in cited))


def _plain(said: Said[str] | None) -> str | None:
    return said.value if said else None


def _as_of(finding: FigureFinding, block: Block, noted: Noted) -> tuple[str | None, str | None]:
    """The day for which the number stands, and on what basis; the report's own day where the wording is of that day."""
    date = block.date(noted)
    if finding.as_of is not None:
        found = dated(finding.as_of.value, date)
        return (found.iso, found.basis) if found else (None, None)
    if finding.recent and (published := day_of(date)):
        return published.isoformat(), "inferred"
    return None, None
