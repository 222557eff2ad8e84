"""Events: one entry for each observation, with the figures that are its own.

What was over more than a year before its report is background.
"""

from onrecord.model.dates import far_back, resolve
from onrecord.model.entries import EventEntry
from onrecord.model.findings import EventFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.dates import day_of
from onrecord.reconciling.told import deed, ids, names, plain


def entries(block: Block) -> list[Reconciled]:
    """The event of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, EventFinding)
    return deed(
        block,
        noted,
        EventEntry,
        what=finding.what.value,
        plover=plain(finding.plover),
        mode=plain(finding.mode),
        context=plain(finding.context),
        sub_event=plain(finding.sub_event),
        by=names(finding.by),
        by_ids=ids(block, finding.by),
        to=names(finding.to),
        to_ids=ids(block, finding.to),
        mutual=finding.mutual or None,
        object=plain(finding.object),
        status=finding.status.value,
        background=finding.background or _is_history(finding, block.date(noted)) or None,
        figures=finding.figures,
    )


def _is_history(finding: EventFinding, date: PartDate) -> bool:
    """Whether it was over more than a year before the report."""
    published = day_of(date)
    dates = resolve(finding.on.value, published) if finding.on and published else None
    return dates is not None and published is not None and far_back(dates, published)
