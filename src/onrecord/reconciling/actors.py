"""Actors: one entry for each actor, from all the reports that name it under one key."""

from collections import Counter

from onrecord.model.actors import Actor
from onrecord.model.entries import ActorEntry, Origins
from onrecord.model.findings import ActorFinding
from onrecord.model.saids import saids
from onrecord.reconciling import cites
from onrecord.reconciling.blocks import Block, Reconciled


def entries(block: Block) -> list[Reconciled]:
    """The entry of the one actor that the block's observations name."""
    findings = [noted.observation.finding for noted in block.noted]
    known = [finding for finding in findings if isinstance(finding, ActorFinding)]
    if not known:
        return []
    actor = fullest([finding.actor.value for finding in known])
    forms = {said.value for finding in known for said in finding.aliases}
    forms |= {finding.actor.value.name for finding in known}
    cited = cites.ordered(
        each
        for noted in block.noted
        for each in cites.evidence(noted, block.frame(noted)) + cites.support(noted, block.frame(noted))
    )
    reports = len({noted.observation.document for noted in block.noted})
    first, last = block.reported()
    entry = ActorEntry(
        id=block.noted[0].observation.id,
        cites=tuple(each.cite for each in cited),
        derived=cites.derived(pair for finding in known for pair in saids(finding)),
        origins=Origins(speakers=1, tellings=reports, reports=reports),
        first_reported=first,
        last_reported=last,
        name=actor.name,
        type=actor.type,
        aliases=tuple(sorted(forms - {actor.name})),
        roles=tuple(sorted({said.value for finding in known for said in finding.roles})),
        country=commonest([finding.actor.value.country for finding in known]),
        side_of=commonest([finding.actor.value.side_of for finding in known]),
    )
    members = tuple(noted.observation.id for noted in block.noted)
    return [Reconciled(entry, members, tuple(each.document for each in cited))]


def fullest(actors: list[Actor]) -> Actor:
    """The actor under its longest name, the alphabet deciding among equals."""
    return min(actors, key=lambda actor: (-len(actor.name), actor.name, actor.type))


def commonest(values: list[str | None]) -> str | None:
    """The value given most often, the alphabet deciding among equals; None where none is given."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
