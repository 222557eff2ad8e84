"""The export of an entry: the keys of the record's format, what is unknown left out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.entries import Account, AnyEntry, Cite, FigureEntry, Link, Origins, StatementEntry, export, tidy

CITE = Cite(doc="a.txt", start=4, end=9, quote="eight")


def test_figure() -> None:
    entry = FigureEntry(
        id="f1",
        cites=(CITE, Cite(doc="a.txt", start=40, end=45, quote="Sirte", supports=("place",))),
        measure="killed",
        value=8.0,
        low=8.0,
        high=8.0,
        qualifier="exact",
        unit="persons",
        of="people",
        per=("unattributed",),
        origins=Origins(1, 1, 1),
    )
    assert export(entry) == {
        "kind": "figure",
        "id": "f1",
        "cites": [
            {"doc": "a.txt", "start": 4, "end": 9, "quote": "eight"},
            {"doc": "a.txt", "start": 40, "end": 45, "quote": "Sirte", "for": ["place"]},
        ],
        "origins": {"speakers": 1, "tellings": 1, "reports": 1},
        "review": "unreviewed",
        "measure": "killed",
        "value": 8,
        "low": 8,
        "high": 8,
        "qualifier": "exact",
        "unit": "persons",
        "of": "people",
        "standing": "reported",
        "per": ["unattributed"],
    }


def test_zero_is_kept_and_unknown_is_not() -> None:
    assert tidy({"low": 0.0, "high": None, "cites": (), "accounts": [], "lat": 0.5}) == {"low": 0, "lat": 0.5}


def test_accounts_and_links() -> None:
    entry = StatementEntry(
        id="s1",
        cites=(CITE,),
        speaker=("A",),
        act="assert",
        form="direct",
        says="no",
        links=(Link("e2", "denies"),),
        accounts=(Account("B", "says", "yes", (CITE,)),),
    )
    plain = export(entry)
    assert plain["links"] == [{"to": "e2", "as": "denies"}]
    assert plain["accounts"][0]["per"] == "B"


@given(st.floats(0, 1e9), st.text(max_size=20))
def test_stored_entries_come_back(value: float, words: str) -> None:
    entry = FigureEntry(
        id="x", cites=(CITE,), measure="killed", value=value, qualifier="exact", unit="persons", of=words, per=("B",)
    )
    assert msgspec.json.decode(msgspec.json.encode(entry), type=AnyEntry) == entry
