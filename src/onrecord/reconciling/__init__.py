"""Many reports to the lines of a record: a pure function of the observations and the reports' dates.

Each question is one file. RECONCILERS gives the order: those whom others name come first, since a figure carries the
ids of the entries of its place and its source.
"""

from collections.abc import Callable

from onrecord.reconciling import (
    actors,
    agreements,
    commitments,
    contacts,
    control,
    documents,
    events,
    figures,
    places,
    sites,
    statements,
)
from onrecord.reconciling.blocks import Block, Reconciled

Reconciler = Callable[[Block], list[Reconciled]]

RECONCILERS: dict[str, Reconciler] = {
    "document": documents.entries,
    "actor": actors.entries,
    "place": places.entries,
    "statement": statements.entries,
    "figure": figures.entries,
    "event": events.entries,
    "contact": contacts.entries,
    "commitment": commitments.entries,
    "control": control.entries,
    "agreement": agreements.entries,
    "site": sites.entries,
}
NAMED = ("document", "actor", "place")


def reconcile(block: Block) -> list[Reconciled]:
    """The entries of one block; its key's first word says by which reconciler."""
    return RECONCILERS[block.key.split(":", 1)[0]](block)
