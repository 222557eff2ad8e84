"""Under what an entry is found that its findings do not say: what is due when, what is not known of it."""

import pytest

from onrecord.model.entries import CommitmentEntry, FigureEntry
from onrecord.model.facets import facets


@pytest.mark.parametrize(
    ("due", "months"),
    [
        ("2023-04-30", {"due:2023-04"}),
        ("2023-04", {"due:2023-04"}),
        ("2023-04-28/2023-05-03", {"due:2023-05"}),
        ("soon", set()),
        (None, set()),
    ],
)
def test_a_commitment_is_found_by_the_month_of_its_due_day(due: str | None, months: set[str]) -> None:
    entry = CommitmentEntry(id="a", cites=(), by=("A",), type="pledge", what="to leave", due=due)
    assert {key for key in facets(entry, ()) if key.startswith("due:")} == months


def test_what_is_not_known_of_an_entry_can_be_asked_for() -> None:
    known = FigureEntry(id="a", cites=(), measure="killed", qualifier="exact", unit="persons", of="people", per=())
    assert {key for key in facets(known, ()) if key.startswith("lacks:")} == {"lacks:day", "lacks:place"}
