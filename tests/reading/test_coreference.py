"""What pronouns and descriptions stand for within one report; and where they stand for nobody that is known."""

from collections.abc import Callable

import pytest

from onrecord.reading.actors import reader as actors
from onrecord.reading.found import Found
from onrecord.reading.report import Report
from onrecord.reading.rules import holds

Reading = Callable[[str, str], tuple[Report, Found]]


def stands_for(read: Reading, text: str, words: str) -> list[str]:
    """The names for which mentions with just these words stand, in the order of the text."""
    report, found = read(text, "actors")
    for mention in found.actors:
        cited = [span.of(report.text) for span in mention.actor.words]
        assert holds(actors.RULES, mention.actor.rule, mention.actor.value, cited)
    return [m.actor.value.name for m in found.actors if report.words(m.at).lower() == words]


@pytest.mark.parametrize(
    "text, words, names",
    [
        ("Macron said he would travel to Kigali.", "he", ["Emmanuel Macron"]),
        ("Emmanuel Macron spoke in Paris. He described the talks as hard.", "he", ["Emmanuel Macron"]),
        ("Merkel met Putin. She said talks would go on.", "she", ["Angela Merkel"]),
        ("Kigali has said it will respond.", "it", ["Rwanda"]),
        ("Ukraine dismissed Russia's claim that it had seized the town.", "it", ["Russia"]),
        ("The army did not comment on Hezbollah's claim that they had taken the hill.", "they", ["Hezbollah"]),
        ("Ukraine has kept its positions.", "its", ["Ukraine"]),
        ("The Yemeni government said on Friday it had paid. On Sunday it said more.", "it", ["Yemeni government"] * 2),
        (
            "A Turkish security source said the road was open. The source said so twice.",
            "source",
            ["Turkish security source (unnamed)"],
        ),
        ("An Iraqi official said nothing. Later, the official said more.", "official", ["Iraqi official (unnamed)"]),
        (
            "French President Emmanuel Macron came. The French leader said it was late.",
            "french leader",
            ["Emmanuel Macron"],
        ),
        (
            "Russian Foreign Minister Sergei Lavrov left. The foreign minister said no.",
            "foreign minister",
            ["Sergei Lavrov"],
        ),
        ("The Syrian government rejected it. Regime forces shelled Homs.", "regime forces", ["Syrian army"]),
        ("The Sudanese government agreed. The army left.", "army", ["Sudanese Armed Forces"]),
        ("The Syrian government and the Iraqi government agreed. The army left.", "army", ["army"]),
        (
            "Israel's defence ministry said no. The ministry said it was wrong.",
            "ministry",
            ["Israeli Defence Ministry"],
        ),
        ("Syrian state media said so. State media also said more.", "state media", ["Syrian state media"]),
        ("The Assad regime fell back. Damascus said it had won.", "damascus", ["Syrian government"]),
    ],
)
def test_anaphors(read_as_far_as: Reading, text: str, words: str, names: list[str]) -> None:
    assert stands_for(read_as_far_as, text, words) == names


@pytest.mark.parametrize(
    "text, words",
    [
        ("Putin and Macron met in Moscow. He said little.", "he"),
        ("Putin met Merkel. “He is wrong,” a diplomat said.", "he"),
        ("It is raining in Kyiv.", "it"),
        ("The source said nothing.", "source"),
    ],
)
def test_nobody_known(read_as_far_as: Reading, text: str, words: str) -> None:
    assert stands_for(read_as_far_as, text, words) == []


def test_a_pronoun_is_no_evidence(read_as_far_as: Reading) -> None:
    report, found = read_as_far_as("Macron came. He said no.", "actors")
    (observation,) = actors.observations(report, found.actors.all)
    assert [span.of(report.text) for span in observation.evidence] == ["Macron"]
