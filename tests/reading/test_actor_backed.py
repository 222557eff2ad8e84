"""Groups that a power backs, with their country in one place of a report and without it in another."""

from collections.abc import Callable

import pytest

from onrecord.model.actors import Actor
from onrecord.reading.actors.backed import of_country
from onrecord.reading.actors.rules import RULES
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Read = Callable[[str, str], tuple[Report, Found]]

ONE = [
    (
        "Rwandan-backed Congolese rebels seized Goma on Tuesday. The Rwandan-backed rebels had crossed the lake.",
        ("Rwandan-backed rebels", "Democratic Republic of the Congo"),
    ),
    (
        "The Turkish-backed rebels shot down a helicopter. The Turkish-backed Syrian rebels then attacked a base.",
        ("Turkish-backed rebels", "Syria"),
    ),
]
TWO = [
    # of two countries
    "Turkish-backed Syrian fighters arrived in Tripoli. Turkish-backed Libyan fighters met them. The Turkish-backed "
    "fighters attacked Tarhuna.",
    # what a power has in many countries
    "Iran-backed Iraqi militias fired rockets at a base in Erbil. Israel said Iran-backed militias threaten it.",
    # of two powers
    "Ethiopian-backed Somali rebels entered Baidoa. Eritrean-backed rebels attacked them.",
]


def backed(read: Read, text: str) -> list[Actor]:
    found = read(text, "actors")[1]
    return [each.actor.value for each in found.actors if each.actor.value.side_of]


@pytest.mark.parametrize(("text", "group"), ONE)
def test_one_group(read_as_far_as: Read, text: str, group: tuple[str, str]) -> None:
    assert {(each.name, each.country) for each in backed(read_as_far_as, text)} == {group}


@pytest.mark.parametrize("text", TWO)
def test_several_groups(read_as_far_as: Read, text: str) -> None:
    named = backed(read_as_far_as, text)
    assert len({each.key for each in named}) == len(named) > 1


@pytest.mark.parametrize("text", [row[0] for row in ONE])
def test_the_group_follows_from_both_names(read_as_far_as: Read, text: str) -> None:
    report, found = read_as_far_as(text, "actors")
    for each in (mention.actor for mention in found.actors if mention.actor.value.side_of):
        words = [span.of(report.text) for span in each.words]
        assert holds(RULES, each.rule, each.value, words)
        assert not holds(RULES, each.rule, each.value, words[:1])
        assert of_country(words[::-1]) is None
