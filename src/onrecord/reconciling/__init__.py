"""Many reports to the lines of a record: a pure function of the observations and the reports' dates.

Each question is one file, which says in what groups it is asked (`block`: the group of an observation in a report so
dated) and answers it for one group (`entries`).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from onrecord.model.findings import Observation
from onrecord.model.frames import PartDate
from onrecord.reconciling import control, documents, sites, statements
from onrecord.reconciling.agreements import entries as agreements
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.commitments import entries as commitments
from onrecord.reconciling.contacts import entries as contacts
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.events import entries as events
from onrecord.reconciling.figures import entries as figures
from onrecord.reconciling.named import actors, places
from onrecord.reconciling.ruled import ruled
from onrecord.reconciling.ruled_wholes import reports_and_copies


def _none(_: Any) -> tuple[str, ...]:
    return ()


class Reconciler(NamedTuple):
    """How the observations of a kind are grouped, what a group comes to, and which other observations a finding of the
    kind needs beside it, by their ids."""

    block: Callable[[Observation, PartDate], str]
    entries: Callable[[Block], list[Reconciled]]
    beside: Callable[[Any], tuple[str, ...]] = _none


RECONCILERS: dict[str, Reconciler] = {
    "actor": Reconciler(actors.block, actors.entries),
    "place": Reconciler(places.block, places.entries),
    "statement": Reconciler(statements.block, statements.entries, statements.named),
    "figure": Reconciler(figures.block, figures.entries),
    "event": Reconciler(events.block, events.entries, events.named),
    "contact": Reconciler(contacts.block, contacts.entries),
    "commitment": Reconciler(commitments.block, commitments.entries),
    "outcome": Reconciler(commitments.block, commitments.entries),
    "control": Reconciler(control.block, control.entries),
    "agreement": Reconciler(agreements.block, agreements.entries),
    "compliance": Reconciler(agreements.block, agreements.entries),
    "site": Reconciler(sites.block, sites.entries),
}
WITHOUT_OBSERVATIONS: dict[str, Callable[[Block], list[Reconciled]]] = {
    "document": documents.entries,
    "copy": copies.entries,
}
NAMED = ("actor", "place")


def block_of(observation: Observation, date: PartDate) -> str | None:
    """The group of an observation in a report so dated; None for one that makes no entry (a date)."""
    reconciler = RECONCILERS.get(observation.kind)
    return reconciler.block(observation, date) if reconciler else None


def beside(observation: Observation) -> tuple[str, ...]:
    """The ids of the observations that it needs beside it."""
    reconciler = RECONCILERS.get(observation.kind)
    return reconciler.beside(observation.finding) if reconciler else ()


def reconcile(block: Block) -> list[Reconciled]:
    """The entries of one block, as people ruled on them; its key's first word says by which reconciler."""
    kind = block.key.split(":", 1)[0]
    if kind in WITHOUT_OBSERVATIONS:
        made = WITHOUT_OBSERVATIONS[kind](block)
        return reports_and_copies(made, block.rulings) if block.rulings else made
    entries = RECONCILERS[kind].entries
    return ruled(block, entries) if block.rulings else entries(block)
