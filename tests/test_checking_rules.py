"""The tables of rules: each name means one thing where it is looked up, and nothing else is looked up."""

import typing
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from onrecord import intake
from onrecord.checking_rules import READER_OF, all_rules, lenders, rule_holds
from onrecord.model.actors import Actor
from onrecord.model.documents import Document
from onrecord.model.findings import Finding
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.model.spans import Span
from onrecord.reading import READERS, read
from onrecord.reading.found import Found
from onrecord.reading.language import Parser

SAMPLES = Path(__file__).parents[1] / "samples" / "idlib-2020"
FINDINGS = {each.__struct_config__.tag: each for each in typing.get_args(Finding)}


def held(annotation: object) -> Iterator[type]:
    """The types of the values that a field holds as `Said`."""
    if typing.get_origin(annotation) is Said:
        yield typing.get_args(annotation)[0]
    for inner in typing.get_args(annotation):
        yield from held(inner)


def test_every_kind_has_its_reader() -> None:
    assert set(READER_OF) == set(FINDINGS)
    assert set(READER_OF.values()) == set(READERS)
    assert list(Found.__dataclass_fields__) == list(READERS)


@pytest.mark.parametrize("maker", sorted(READER_OF))
def test_a_rule_name_means_one_function(maker: str) -> None:
    shapes = set(chain.from_iterable(map(held, typing.get_type_hints(FINDINGS[maker]).values())))
    assert shapes
    for shape in shapes:
        named: dict[str, object] = {}
        for lender in lenders(maker, shape):
            for name, rule in all_rules()[lender].items():
                assert named.setdefault(name, rule) is rule, f"{name!r} of a {shape.__name__} in a {maker}"


def test_rules_are_functions_with_names_in_words() -> None:
    for table in all_rules().values():
        assert all(callable(rule) and name == " ".join(name.lower().split()) for name, rule in table.items())


def test_every_rule_of_the_samples_is_listed() -> None:
    parser = Parser()
    unlisted: list[tuple[str, str, str]] = []
    seen = set()
    for document in intake.sources([SAMPLES]):
        assert isinstance(document, Document)
        for observation in read(document, parser):
            for field, said in saids(observation.finding):
                seen.add(said.rule)
                tables = [all_rules()[lender] for lender in lenders(observation.kind, type(said.value))]
                if not any(said.rule in table for table in tables):
                    unlisted.append((observation.kind, field, said.rule))
    assert len(seen) > 20
    assert unlisted == []


def test_a_rule_of_another_reader_never_holds() -> None:
    turkey = Actor(key="state:turkey", name="Turkey", type="state")
    assert not rule_holds("figure", Said(turkey, "measure word", (Span(0, 6),)), ["Turkey"])
    assert not rule_holds("actor", Said("killed", "measure word", (Span(0, 6),)), ["killed"])
    assert rule_holds("figure", Said("killed", "measure word", (Span(0, 6),)), ["killed"])
