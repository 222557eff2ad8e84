"""Actors: one entry for each actor, from all the reports that name it under one key."""

from collections.abc import Iterable

from onrecord.model.actors import Actor
from onrecord.model.entries import ActorEntry
from onrecord.model.findings import ActorFinding, Observation
from onrecord.model.frames import PartDate
from onrecord.reconciling.blocks import Block, Reconciled, key_of
from onrecord.reconciling.named.entries import leading, named_entry


def block(observation: Observation, _: PartDate) -> str:
    """All that name the actor."""
    finding = observation.finding
    assert isinstance(finding, ActorFinding)
    return key_of(finding.actor.value)


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one actor that the block's observations name."""
    noted = leading(block.noted)
    findings = [finding for each in noted if isinstance(finding := each.observation.finding, ActorFinding)]
    if not findings:
        return []
    actors = [finding.actor.value for finding in findings]
    actor = fullest([each for each in actors if key_of(each) == block.key] or actors)
    entry = named_entry(
        block,
        ActorEntry,
        noted,
        [*(said.value for finding in findings for said in finding.aliases), *(each.name for each in actors)],
        name=actor.name,
        type=actor.type,
        roles=tuple(sorted({said.value for finding in findings for said in finding.roles})),
        country=_first(each.country for each in actors),
        side_of=_first(each.side_of for each in actors),
    )
    return [entry]


def fullest(actors: list[Actor]) -> Actor:
    """The actor under its longest name, the alphabet deciding among equals."""
    return min(actors, key=lambda actor: (-len(actor.name), actor.name, actor.type))


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)
