"""Which rule a value was understood by, looked up in the rules of the room and reader that made it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from onrecord import intake
from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading import READERS
from onrecord.reading.repairs import as_read
from onrecord.reading.rules import Rule, verbatim

OF_TYPE: Mapping[type, tuple[str, ...]] = {Actor: ("actors", "statements"), Place: ("places",), When: ("dates",)}
OF_KIND = {"actor": "actors", "place": "places", "date": "dates", "statement": "statements", "figure": "figures"}


@cache
def all_rules() -> Mapping[str, Mapping[str, Rule]]:
    """The rules by the reader that lists them; those of intake under `intake`."""
    found = {name: dict(reader.RULES) for name, reader in READERS.items()}
    return {**found, "intake": dict(intake.RULES), "common": {"verbatim": verbatim}}


def rule_holds(maker: str, said: Said[Any], words: Sequence[str]) -> bool:
    """Whether the value follows from its words by its rule, as listed by `maker` (a kind of finding, or intake) or by
    the reader whose type of value it is: a figure's place goes by the rules for places. The words count as they are
    stored or as they were repaired for reading."""
    if not words or not all(words):
        return False
    rules = list(_rules_named(said.rule, maker, type(said.value)))
    if any(rule(said.value, words) for rule in rules):
        return True
    repaired = [as_read(each) for each in words]
    return repaired != list(words) and any(rule(said.value, repaired) for rule in rules)


def _rules_named(name: str, maker: str, shape: type) -> Iterator[Rule]:
    rules = all_rules()
    makers = (*OF_TYPE.get(shape, ()), OF_KIND.get(maker, maker))
    listed = [each for each in makers if name in rules.get(each, {})]
    for each in dict.fromkeys(listed or [each for each in rules if name in rules[each]]):
        yield rules[each][name]
