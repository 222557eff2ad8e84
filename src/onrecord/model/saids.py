"""Every value of a finding with the words it rests on, whatever the kind."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from onrecord.model.actors import Actor
from onrecord.model.findings import Finding, Observation, StatementFinding
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span


def saids(holder: Struct) -> Iterator[tuple[str, Said[Any]]]:
    """The values of a finding or a document's part, each with the name of its field, in the order of the fields.

    Those of a part of a finding (a readout) go by the name of the field that holds the part.
    """
    for field in holder.__struct_fields__:
        value = getattr(holder, field)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Said):
                yield field, each
            elif isinstance(each, Struct):
                yield from ((field, said) for _, said in saids(each))


def spans_of(observation: Observation) -> set[Span]:
    """Every passage that the observation rests on."""
    finding = observation.finding
    content = finding.says if isinstance(finding, StatementFinding) else ()
    return {*observation.evidence, *content, *(span for _, said in saids(finding) for span in said.words)}


def named(finding: Finding) -> Iterator[Actor | Place]:
    """The actors and places that a finding names."""
    for _, said in saids(finding):
        if isinstance(said.value, (Actor, Place)):
            yield said.value


def each_once(actors: Iterable[Said[Actor]]) -> tuple[Said[Actor], ...]:
    """The actors in the order given, each as it is first named."""
    kept: dict[str, Said[Actor]] = {}
    for actor in actors:
        kept.setdefault(actor.value.key, actor)
    return tuple(kept.values())
