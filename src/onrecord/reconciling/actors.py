"""Actors: one entry for each actor, from all the reports that name it under one key."""

from collections import Counter

from onrecord.model.actors import Actor
from onrecord.model.entries import ActorEntry
from onrecord.model.findings import ActorFinding
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.named import named_entry


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one actor that the block's observations name."""
    made = (noted.observation.finding for noted in block.noted)
    findings = [finding for finding in made if isinstance(finding, ActorFinding)]
    if not findings:
        return []
    actors = [finding.actor.value for finding in findings]
    actor = fullest(actors)
    entry = named_entry(
        block,
        ActorEntry,
        findings,
        [*(said.value for finding in findings for said in finding.aliases), *(each.name for each in actors)],
        name=actor.name,
        type=actor.type,
        roles=tuple(sorted({said.value for finding in findings for said in finding.roles})),
        country=commonest([each.country for each in actors]),
        side_of=commonest([each.side_of for each in actors]),
    )
    return [entry]


def fullest(actors: list[Actor]) -> Actor:
    """The actor under its longest name, the alphabet deciding among equals."""
    return min(actors, key=lambda actor: (-len(actor.name), actor.name, actor.type))


def commonest(values: list[str | None]) -> str | None:
    """The value given most often, the alphabet deciding among equals; None where none is given."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
