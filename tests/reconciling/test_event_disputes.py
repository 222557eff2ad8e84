"""Who did it, where those who tell of one event say it of one another or deny it."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.entries import DisputeEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]
DAY = "2023-03-04"

SHELLED = "Ukraine said Russian forces shelled a hospital in Bakhmut on 3 March 2023."
BOMBED = "The Sudanese army accused the Rapid Support Forces of bombing a market in Omdurman on 3 March 2023."
DISPUTED = {
    "each blames the other": (
        (SHELLED, "Russia said Ukrainian forces shelled a hospital in Bakhmut on 3 March 2023."),
        ["Russia", "Ukraine"],
    ),
    "within one country": (
        (BOMBED, "The Rapid Support Forces accused the Sudanese army of bombing a market in Omdurman on 3 March 2023."),
        ["Rapid Support Forces", "Sudanese Armed Forces"],
    ),
    "denied": (
        (SHELLED, "Russia denied shelling a hospital in Bakhmut on 3 March 2023."),
        ["Russia", "Ukraine"],
    ),
    "denied by the report's own word accused": (
        (
            "The Rapid Support Forces bombed a market in Omdurman on 3 March 2023.",
            "The Rapid Support Forces denied bombing a market in Omdurman on 3 March 2023.",
        ),
        ["Rapid Support Forces", "unattributed"],
    ),
}
UNDISPUTED = {
    "said by both": (SHELLED, "Russian forces shelled a hospital in Bakhmut on 3 March 2023, Russia said."),
    "two places": (SHELLED, "Russia said Ukrainian forces shelled a hospital in Donetsk on 3 March 2023."),
    "two days": (SHELLED, "Russia said Ukrainian forces shelled a hospital in Bakhmut on 1 March 2023."),
    "two buildings": (SHELLED, "Russia said Ukrainian forces shelled a school in Bakhmut on 3 March 2023."),
    "a whole region": (
        "Ukraine said Russian forces shelled villages in Donetsk region on 3 March 2023.",
        "Russia said Ukrainian forces shelled villages in Donetsk region on 3 March 2023.",
    ),
    "nobody's word": (
        "Russian forces shelled a hospital in Bakhmut on 3 March 2023.",
        "Ukrainian forces shelled a hospital in Bakhmut on 3 March 2023.",
    ),
    "each his own deed": (
        "Russia said its forces shelled a base in Bakhmut on 3 March 2023.",
        "Ukraine said its forces shelled a base in Bakhmut on 3 March 2023.",
    ),
    "a denial alone": ("Russia denied shelling a hospital in Bakhmut on 3 March 2023.",),
    "a third's word": (SHELLED, "Belarus said Ukrainian forces shelled a hospital in Bakhmut on 3 March 2023."),
}


@pytest.mark.parametrize(("texts", "sides"), DISPUTED.values(), ids=DISPUTED)
def test_accusation_and_denial(texts: Sequence[str], sides: list[str], reconciled: Told) -> None:
    for told in (texts, tuple(reversed(texts))):
        made = reconciled("event", [(DAY, text) for text in told])
        (dispute,) = (each.entry for each in made if isinstance(each.entry, DisputeEntry))
        assert dispute.type == "accusation and denial"
        assert sorted(name for side in dispute.sides for name in side.by) == sides
        assert all(side.says in " ".join(dispute.cites[side.cite].quote.split()) for side in dispute.sides)


@pytest.mark.parametrize("texts", UNDISPUTED.values(), ids=UNDISPUTED)
def test_what_is_no_dispute(texts: Sequence[str], reconciled: Told) -> None:
    made = reconciled("event", [(DAY, text) for text in texts])
    assert not [each for each in made if isinstance(each.entry, DisputeEntry)]
