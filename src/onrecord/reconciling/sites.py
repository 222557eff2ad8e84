"""Sites: one entry for each observation."""

from onrecord.model.entries import SiteEntry
from onrecord.model.findings import Observation, SiteFinding
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.told import deed, ids, month_of, names


def block(observation: Observation, date: PartDate) -> str:
    """What is told of such sites in one month."""
    finding = observation.finding
    assert isinstance(finding, SiteFinding)
    return f"site:{finding.what.value.casefold()}:{month_of(finding, date)}"


def entries(block: Block) -> list[Reconciled]:
    """The site of each observation of the block."""
    return [_entry(block, noted) for noted in block.noted]


def _entry(block: Block, noted: Noted) -> Reconciled:
    finding = noted.observation.finding
    assert isinstance(finding, SiteFinding)
    return deed(
        block,
        noted,
        SiteEntry,
        what=finding.what.value,
        count=finding.count.value.value if finding.count else None,
        owner=names(finding.owner),
        owner_ids=ids(finding.owner),
        state=tuple(said.value for said in (finding.state, finding.state_words) if said is not None),
    )
