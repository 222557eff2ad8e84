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
from onrecord.reading.rules import Rule, verbatim

OF_TYPE: Mapping[type, str] = {Actor: "actors", Place: "places", When: "dates"}
OF_KIND = {"actor": "actors", "place": "places", "date": "dates", "statement": "statements", "figure": "figures"}


@cache
def all_rules() -> Mapping[str, Mapping[str, Rule]]:
    """The rules by the reader that lists them; those of intake under `intake`."""
    found = {name: dict(reader.RULES) for name, reader in READERS.items()}
    return {**found, "intake": dict(intake.RULES), "common": {"verbatim": verbatim}}


def rule_holds(maker: str, said: Said[Any], words: Sequence[str]) -> bool:
    """Whether the value follows from its words by its rule. An actor, place or date goes by the rules of its own reader
    first, whatever finding holds it; another value by those of `maker`: a kind of finding, or intake."""
    if not words or not all(words):
        return False
    rule = next(_candidates(maker, said), None)
    return rule is not None and bool(rule(said.value, words))


def _candidates(maker: str, said: Said[Any]) -> Iterator[Rule]:
    rules = all_rules()
    own = OF_TYPE.get(type(said.value)) or OF_KIND.get(maker, maker)
    for name in dict.fromkeys([own, OF_KIND.get(maker, maker), *rules]):
        if said.rule in rules.get(name, {}):
            yield rules[name][said.rule]
