"""What the entries of actors and of places have in common: one entry for all the words that name the same one."""

from collections.abc import Iterable
from typing import Any, TypeVar

from onrecord.model.entries import ActorEntry, Origins, PlaceEntry
from onrecord.model.findings import ActorFinding, PlaceFinding
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled

E = TypeVar("E", ActorEntry, PlaceEntry)


def named_entry(
    block: Block, kind: type[E], findings: Iterable[ActorFinding | PlaceFinding], forms: Iterable[str], **fields: Any
) -> Reconciled:
    """The entry of that kind with `fields`, `name` among them, for all of the block, in which `findings` were made.

    `forms` are the names that it goes by; those that are not `name` become its aliases.
    """
    noted = block.noted
    cited = cites.ordered(each for one in noted for each in cites.of(one, block.frame(one)))
    reports = len({one.observation.document for one in noted})
    first, last = block.reported()
    entry = kind(
        id=noted[0].observation.id,
        cites=tuple(each.cite for each in cited),
        derived=cites.derived(pair for finding in findings for pair in saids(finding)),
        origins=Origins(speakers=1, tellings=reports, reports=reports),
        first_reported=first,
        last_reported=last,
        aliases=tuple(sorted(set(forms) - {fields["name"]})),
        **fields,
    )
    return Reconciled(entry, tuple(one.observation.id for one in noted), tuple(each.document for each in cited))
