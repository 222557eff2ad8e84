"""Events: one entry for each thing that happened, from all reports that tell of it, with the figures that are its own.

Which observations are one event is said in `joins`. What was over more than a year before its report is background.
"""

from functools import partial

from onrecord.model.dates import far_back, resolve
from onrecord.model.entries import EventEntry
from onrecord.model.findings import EventFinding, Observation
from onrecord.model.frames import Noted, PartDate
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.commitments import entries as commitments
from onrecord.reconciling.disputes import began, elsewhere
from onrecord.reconciling.disputes.dispute import disputed
from onrecord.reconciling.disputes.events import Event, disputes
from onrecord.reconciling.events.joins import VOICED, compare, keys
from onrecord.reconciling.joining.seen import as_first_told, grouped
from onrecord.reconciling.merging.dates import day_of
from onrecord.reconciling.merging.fields import ON, PLACE, Policy, merged
from onrecord.reconciling.merging.told import deed, ids, month_of, names, plain, week_of

RARE = frozenset({"THREATEN"})  # of which one month has no more than it can compare
POLICY = Policy(
    words=frozenset({"what", "object", "context", "sub_event"}),
    finest=(ON, PLACE),
    choose={"background": any, "mutual": any},
    compared=("on", "place", "by", "to", "status"),
)


def block(observation: Observation, date: PartDate) -> str:
    """The events of one type in one week, threats in one month."""
    finding = observation.finding
    assert isinstance(finding, EventFinding)
    kind = plain(finding.plover or finding.sub_event)
    return f"event:{kind or 'other'}:{(month_of if kind in RARE else week_of)(finding, date)}"


def named(finding: EventFinding) -> tuple[str, ...]:
    """The ids of the observations beside the event that are needed to compare it: its figures, and the commitment that
    it is."""
    return (*finding.figures, *(finding.same if plain(finding.plover) in VOICED else ()))


def entries(block: Block) -> list[Reconciled]:
    """The events that the observations of the block tell of, and the disputes over them."""
    voiced = commitments.beside(block)
    alike = grouped(block, _entry, partial(compare, voiced), partial(keys, voiced))
    events = [Event(merged(as_first_told(members), POLICY, reasons), members) for members, reasons in alike]
    made = disputes(events)
    known = disputed(made)
    left = [event for event in events if event.entry.id not in known]
    return [*(event.made for event in events), *made, *elsewhere.disputes(left), *began.disputes(left)]


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
        by_ids=ids(finding.by),
        to=names(finding.to),
        to_ids=ids(finding.to),
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
