"""One person under many spellings is one entry, under the name that is known; two people of one surname are two."""

from collections.abc import Callable, Sequence

import pytest

from onrecord.model.entries import ActorEntry
from onrecord.reconciling.blocks import Reconciled

Told = Callable[[str, Sequence[tuple[str, str]]], list[Reconciled]]


def people(made: Sequence[Reconciled]) -> dict[str, int]:
    """The people with the number of reports that name them."""
    entries = [each.entry for each in made if isinstance(each.entry, ActorEntry) and each.entry.type == "person"]
    return {entry.name: entry.origins.reports for entry in entries if entry.origins is not None}


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            (
                "The mayor, Mahmoud Jabril, spoke.",
                "Mayor Mahmud Jibril said so.",
                "“No,” said Mahmoud Jebril, the mayor.",
            ),
            "Mahmoud Jibril",
        ),
        (("Foreign Minister Sergei Lavrov said so.", "Foreign Minister Sergey Lavrov left."), "Sergei Lavrov"),
        (("President Dimitry Medvedev said so.", "President Dmitry Medvedev left."), "Dmitry Medvedev"),
        (("Gen. James T. Conway said so.", "Gen. James Conway left."), "James T. Conway"),
        (("Col. Ahmad Bani said so.", "Col. Ahmed Bani left."), "Ahmad Bani"),
        (("General Abdul-Fattah al-Burhan said so.", "General Abdel Fatah Burhan left."), "Abdel Fattah al-Burhan"),
    ],
)
def test_spellings_of_one_name_are_one_entry(texts: Sequence[str], name: str, reconciled: Told) -> None:
    for order in (texts, tuple(reversed(texts))):
        assert people(reconciled("actor", [("2023-05-01", text) for text in order])) == {name: len(texts)}


@pytest.mark.parametrize(
    "texts",
    [
        ("Colonel Ali Hassan said so.", "Colonel Ali Hussein left."),
        ("Saif al-Islam Gaddafi said so.", "Khamis Gaddafi left."),
        ("Hafez al-Assad said so.", "Bashar al-Assad left."),
        ("Doctor Mohammed Salem said so.", "Doctor Mohammed Salam left."),
        ("General John Allen said so.", "General John Allan left."),
        ("President George W. Bush said so.", "President George H.W. Bush left."),
        ("Foreign Minister Tigist Alemu said so.", "Foreign Minister Abebe Alemu left."),
    ],
)
def test_two_people_are_two(texts: Sequence[str], reconciled: Told) -> None:
    assert len(people(reconciled("actor", [("2023-05-01", text) for text in texts]))) == 2
