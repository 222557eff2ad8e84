"""The tables that `show` prints: every kind has its columns, and a cell says what the entry holds."""

from io import StringIO
from typing import get_args

import pytest
from rich.console import Console

from onrecord.commands import tables
from onrecord.commands.columns import TABLES, amount
from onrecord.model.entries import (
    ActorEntry,
    AgreementEntry,
    AnyEntry,
    Cite,
    CommitmentEntry,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    CopyEntry,
    DisputeEntry,
    DocumentEntry,
    EventEntry,
    FigureEntry,
    PlaceEntry,
    Side,
    SiteEntry,
    StatementEntry,
)

CITES = (Cite(doc="wire.txt", start=0, end=22, quote="Shells fell on the town"),)
COMMON = {"id": "1", "cites": CITES}
NATO = ("NATO",)

ENTRIES: dict[str, tuple[AnyEntry, str]] = {
    "documents": (
        DocumentEntry(**COMMON, doc="wire.txt", published="2023-04-15", basis="stated", title="Khartoum shelled"),
        "2023-04-15 stated | wire.txt Khartoum shelled | ",
    ),
    "figures": (
        FigureEntry(
            **COMMON, measure="killed", value=9, qualifier="at least", unit="persons", of="men", per=NATO, place="Goma"
        ),
        " | killed: at least 9 men in Goma | NATO",
    ),
    "statements": (
        StatementEntry(**COMMON, speaker=("Burhan",), role="general", act="deny", form="direct", says="no"),
        " | Burhan general | deny, direct",
    ),
    "events": (
        EventEntry(
            **COMMON, what="shelled", plover="ASSAULT", mode="artillery", by=("RSF",), to=("residents",), place="Bahri",
            on="2023-04-15", status="happened", per=("Reuters",), via=("AFP",),
        ),
        "2023-04-15 | shelled ASSAULT artillery in Bahri happened | RSF to residents per Reuters (via AFP)",
    ),
    "contacts": (
        ContactEntry(**COMMON, form="phone call", between=("Macron", "Putin"), status="held", per=("unattributed",)),
        " | phone call held | Macron, Putin",
    ),
    "commitments": (
        CommitmentEntry(
            **COMMON, by=NATO, type="ultimatum", what="withdraw", condition="unless talks begin", due="2023-05-01",
            to=("Mali",),
        ),
        " | ultimatum: withdraw unless talks begin due 2023-05-01 | NATO to Mali",
    ),
    "control": (
        ControlEntry(**COMMON, place="Bakhmut", holder=("Wagner",), from_=("Ukraine",), change="took", on="2023-05"),
        "2023-05 | Bakhmut took | Wagner from Ukraine",
    ),
    "agreements": (
        AgreementEntry(
            **COMMON, name="Pretoria accord", parties=("TPLF", "Ethiopia"), guarantors=("AU",), state="signed"
        ),
        " | Pretoria accord signed | TPLF, Ethiopia guaranteed by AU",
    ),
    "compliance": (
        ComplianceEntry(
            **COMMON, agreement="ceasefire", by=("Armenia",), against=("Azerbaijan",), stance="violated", count=3
        ),
        " | ceasefire violated 3 times | Armenia of Azerbaijan",
    ),
    "sites": (
        SiteEntry(**COMMON, what="camps", count=12, owner=("UNHCR",), state=("open",), place="Adre"),
        " | 12 camps in Adre open | UNHCR",
    ),
    "disputes": (
        DisputeEntry(
            **COMMON, about="killed in Goma", type="rival figures",
            sides=(Side(by=NATO, says="9", cite=0), Side(by=("M23",), says="40", cite=1)),
        ),
        "rival figures | killed in Goma | NATO: 9 M23: 40",
    ),
    "copies": (
        CopyEntry(**COMMON, docs=("a.txt", "b.txt"), what="We will not leave.", type="same quotation"),
        "same quotation | We will not leave. | a.txt b.txt",
    ),
    "actors": (
        ActorEntry(**COMMON, name="Burhan", type="person", aliases=("al-Burhan",), roles=("general",), country="Sudan"),
        "Burhan | general al-Burhan | person, Sudan",
    ),
    "places": (
        PlaceEntry(**COMMON, name="Goma", precision="exact", country="DR Congo", lat=-1.679, lon=29.22),
        "Goma |  | DR Congo -1.679, 29.220 exact",
    ),
}  # fmt: skip


SINGULAR = {"control": "control", "compliance": "compliance", "copies": "copy"}


def test_every_kind_has_its_columns() -> None:
    assert {columns.entry for columns in TABLES.values()} == set(get_args(AnyEntry))
    assert [str(columns.entry.__struct_config__.tag) for columns in TABLES.values()] == [
        SINGULAR.get(name, name.removesuffix("s")) for name in TABLES
    ]
    assert list(ENTRIES) == list(TABLES)


@pytest.mark.parametrize("what", TABLES)
def test_a_row_says_what_the_entry_holds(what: str) -> None:
    entry, expected = ENTRIES[what]
    cells = TABLES[what].cells(entry)
    assert len(cells) == len(TABLES[what].headings)
    assert " | ".join(" ".join(cell.split()) for cell in cells) == expected


@pytest.mark.parametrize("what", TABLES)
@pytest.mark.parametrize("width", [80, 120, 160])
def test_tables_fit_the_screen(what: str, width: int) -> None:
    out = StringIO()
    tables.table(what, [ENTRIES[what][0]], {"wire.txt": "2023-04-15"}, Console(width=width, file=out))
    assert max(map(len, out.getvalue().splitlines())) == width
    assert "Exact words" in out.getvalue()
    assert "wire.txt, 2023-04-15" in out.getvalue()


@pytest.mark.parametrize(
    "value, low, high, qualifier, words",
    [
        (12, 12, 12, "exact", "12"),
        (1200, 1200, 1200, "about", "about 1,200"),
        (12, 12, None, "at least", "at least 12"),
        (40, None, 40, "up to", "up to 40"),
        (586_000, 586_000, None, "more than", "more than 586,000"),
        (None, 100, 199, "about", "100–199"),
        (None, 20, 30, "exact", "20–30"),
        (None, 200, 999, "hundreds", "hundreds (200–999)"),
        (None, 24, 99, "dozens", "dozens (24–99)"),
        (None, 1000, None, "about", "at least 1,000"),
        (None, None, None, "dozens", "dozens"),
        (0.35, 0.35, 0.35, "exact", "0.35"),
    ],
)
def test_an_amount_is_told_with_what_it_leaves_open(
    value: float | None, low: float | None, high: float | None, qualifier: str, words: str
) -> None:
    figure = FigureEntry(
        **COMMON,
        measure="killed",
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        unit="persons",
        of="men",
        per=NATO,
    )
    assert amount(figure) == words
