"""Which rule a value was understood by, looked up in the rules of the room and reader that made it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from onrecord import intake
from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.reading import READERS
from onrecord.reading.repairs import as_read
from onrecord.reading.rules import Rule

READER_OF = {
    "date": "dates",
    "place": "places",
    "actor": "actors",
    "statement": "statements",
    "figure": "figures",
    "contact": "contacts",
    "commitment": "commitments",
    "outcome": "outcomes",
    "control": "control",
    "agreement": "agreements",
    "compliance": "compliance",
    "site": "sites",
    "event": "events",
}
LENT: Mapping[type, tuple[str, ...]] = {  # whose rules for a type of value the other readers use as well
    Actor: ("actors", "statements"),
    Place: ("places",),
    When: ("dates",),
    Amount: ("figures",),
}
LENT_TO = {"statement": ("actors",)}  # a speaker's role is an office


@cache
def all_rules() -> Mapping[str, Mapping[str, Rule]]:
    """The rules by the reader that lists them; those of intake under `intake`."""
    return {"intake": intake.RULES, **{name: reader.RULES for name, reader in READERS.items()}}


def lenders(maker: str, shape: type) -> tuple[str, ...]:
    """Whose rules hold for a value of that type in a finding of the kind `maker`, or in a part of a page (intake)."""
    if maker == "intake":
        return ("intake",)
    return tuple(dict.fromkeys((READER_OF[maker], *LENT.get(shape, ()), *LENT_TO.get(maker, ()))))


def rule_holds(maker: str, said: Said[Any], words: Sequence[str]) -> bool:
    """Whether the value follows from its words by its rule, as listed by `maker` (a kind of finding, or intake) or by
    the reader whose type of value it is: a figure's place goes by the rules for places. A rule that none of these lists
    never holds. The words count as they are stored or as they were repaired for reading."""
    listed = (all_rules()[lender].get(said.rule) for lender in lenders(maker, type(said.value)))
    rule = next(filter(None, listed), None)
    if rule is None or not words or not all(words):
        return False
    if rule(said.value, words):
        return True
    repaired = [as_read(each) for each in words]
    return repaired != list(words) and rule(said.value, repaired)
