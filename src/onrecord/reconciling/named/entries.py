"""What the entries of actors and of places have in common: one entry for all the words that name the same one.

Of thousands of reports that name somebody, the entry cites the first few and those that first gave a name, office or
other value; how many there are stands in its origins. So it can be made of what it cited before and of the reports that
are new, in the same time however many there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from onrecord.model.entries import ActorEntry, Origins, PlaceEntry
from onrecord.model.findings import ActorFinding, PlaceFinding
from onrecord.model.frames import Noted
from onrecord.model.saids import saids
from onrecord.reconciling.blocks import Block, Reconciled, Tally
from onrecord.reconciling.merging import cites

E = TypeVar("E", ActorEntry, PlaceEntry)
FIRST = 20  # reports that are cited in any case


def leading(noted: Iterable[Noted]) -> tuple[Noted, ...]:
    """Those of the observations, least first, that are among the first or give a value which none before them gave."""
    seen: set[tuple[str, Any]] = set()
    kept: list[Noted] = []
    for each in noted:
        values = set(_values(each.observation.finding))
        if len(kept) < FIRST or not values <= seen:
            kept.append(each)
            seen |= values
    return tuple(kept)


def tally(block: Block, noted: Sequence[Noted]) -> Tally:
    """How many reports these observations of the block stand in, and when those were published."""
    return Tally(len({each.observation.document for each in noted}), *block.reported(noted))


def added(one: Tally, other: Tally) -> Tally:
    """The tally of the reports of both, which have none in common."""
    days = sorted(day for day in (one.first, one.last, other.first, other.last) if day is not None)
    return Tally(one.reports + other.reports, days[0] if days else None, days[-1] if days else None)


def named_entry(block: Block, kind: type[E], noted: Sequence[Noted], forms: Iterable[str], **fields: Any) -> Reconciled:
    """The entry of that kind with `fields`, `name` among them, from the leading observations of the block.

    `forms` are the names that it goes by; those that are not `name` become its aliases.
    """
    cited = cites.ordered(each for one in noted for each in cites.of(one, block.frame(one)))
    counted = block.tally or tally(block, block.noted)
    entry = kind(
        id=noted[0].observation.id,
        cites=tuple(each.cite for each in cited),
        derived=cites.derived(pair for one in noted for pair in saids(one.observation.finding)),
        origins=Origins(speakers=1, tellings=counted.reports, reports=counted.reports),
        first_reported=counted.first,
        last_reported=counted.last,
        aliases=tuple(sorted(set(forms) - {fields["name"]})),
        **fields,
    )
    return Reconciled(entry, tuple(one.observation.id for one in noted), tuple(each.document for each in cited))


def _values(finding: Any) -> Iterator[tuple[str, Any]]:
    """Every name, office and property that the finding gives."""
    assert isinstance(finding, (ActorFinding, PlaceFinding))
    for field, said in saids(finding):
        if isinstance(said.value, str):
            yield field, said.value
        else:
            yield from ((name, getattr(said.value, name)) for name in said.value.__struct_fields__)
