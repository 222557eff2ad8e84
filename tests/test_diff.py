"""What newer reports brought: entries that are new, that read otherwise, that were contradicted."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record, pipeline
from onrecord.commands.diff import turned
from onrecord.comparing import CHANGED, CONTRADICTED, GONE, NEW, Change, Turn, became, brought, compared
from onrecord.model.entries import (
    Account,
    Cite,
    CommitmentEntry,
    ContactEntry,
    DisputeEntry,
    EventEntry,
    FigureEntry,
    Side,
    StatementEntry,
    export,
)
from onrecord.model.outlook import OPEN, PASSED
from onrecord.store import Made, Reader, Store

QUOTED = (
    "“We will not leave the eastern bank until every prisoner has been handed over to the commission,” he added. Two "
    "convoys with flour and fuel had reached the besieged quarter over the old railway bridge by then."
)
PORT = "that talks about the port of the city are over for now and that no ship will leave."
REPORTS = {
    "first.txt": f"date 2023-04-17\nSudan said on Monday {PORT}",
    "again.txt": f"date 2023-04-18\nSudan said on Monday {PORT} 9 farmers were killed in Nyala.",
    "dated.txt": f"date 2023-04-14\nChad said on Friday that talks go on. {QUOTED}",
    "twin.txt": f"Egypt said on Friday that it had heard of it from fishermen. {QUOTED}",
    "late.txt": f"date 2023-05-29\nChad said on Monday that the river is high. {QUOTED}",
    "nothing.txt": "Egypt said on Friday that grain is dear. It has been dear since the port was closed.",
}


@pytest.fixture
def path(filled: Callable[..., Path], plain: SimpleNamespace) -> Path:
    return filled([plain.document(*each) for each in REPORTS.items()])


def told(change: Change) -> tuple[str, str]:
    entry = change.entry
    return change.what, getattr(entry, "says", None) or getattr(entry, "of", None) or getattr(entry, "doc", entry.kind)


def test_what_is_new_and_what_is_told_again(path: Path) -> None:
    with Record(path) as record:
        found = record.changes(since="2023-04-18")
        assert [each.doc for each in sorted(found.reports, key=lambda each: each.doc)] == ["again.txt", "late.txt"]
        assert found.undated == 2, "the twin, which words of many times date no more, and the one that nothing dates"
        changes = {told(change): change for change in found.changes if change.entry.kind in ("statement", "figure")}
        assert set(changes) == {
            (NEW, "farmers"),
            (NEW, "the river is high"),
            (CHANGED, PORT.removeprefix("that ").removesuffix(".")),
            (CHANGED, "it had heard of it from fishermen"),
        }
        again = changes[CHANGED, PORT.removeprefix("that ").removesuffix(".")]
        assert ([cite.doc for cite in again.cites], again.reports, again.turns) == (["again.txt"], 1, ())


def test_a_report_that_loses_its_date_is_told(path: Path) -> None:
    with Record(path) as record:
        changes = {told(change): change for change in record.changes(since="2023-05-29").changes}
        assert changes[CHANGED, "twin.txt"].turns[0] == Turn("published", "2023-04-14", None)
        fishermen = changes[CHANGED, "it had heard of it from fishermen"]
        assert Turn("on", "2023-04-14", None) in fishermen.turns


def test_nothing_newer_is_no_change(path: Path) -> None:
    with Record(path) as record:
        found = record.changes(since="2024-01-01")
        assert (found.reports, found.changes) == ((), ())
        everything = record.changes(since="2000-01-01")
        assert len(everything.reports) == 4
        assert {change.what for change in everything.changes} <= {NEW, CHANGED, CONTRADICTED}


def test_between_two_days(path: Path) -> None:
    with Record(path) as record, record.as_of("2023-04-18") as then:
        assert [each.doc for each in then.changes(since="2023-04-17").reports] != []
        assert all(each.doc != "late.txt" for each in then.changes(since="2023-04-17").reports)


def test_by_when_reports_were_added(path: Path) -> None:
    with Record(path) as record:
        with record._store.writing() as writer:
            writer.connection.exec_driver_sql("UPDATE log SET at = '2023-06-01T08:00:00+00:00'")
            late = "(SELECT id FROM documents WHERE name = 'nothing.txt')"
            writer.connection.exec_driver_sql(
                f"UPDATE log SET at = '2023-06-02T08:00:00+00:00' WHERE document = {late}"
            )
        found = record.changes(added_since="2023-06-02T10:00+02:00")
        assert [each.doc for each in found.reports] == ["nothing.txt"]
        assert (NEW, "grain is dear") in set(map(told, found.changes))
        assert (found.undated, found.reread) == (0, 0)
        assert record.changes(added_since="2023-06-02T08:00:01+00:00").changes == ()
        with record._store.writing() as writer:
            writer.connection.exec_driver_sql("UPDATE log SET what = 'read again' WHERE at > '2023-06-02'")
        assert record.changes(added_since="2023-06-02T10:00+02:00").reread == 1


def test_one_of_day_and_time_must_be_given(path: Path) -> None:
    with Record(path) as record:
        for wrong in ({}, {"since": "2023-04-18", "added_since": "2023-04-18"}):
            with pytest.raises(ValueError, match="expected one of since"):
                record.changes(**wrong)
        with pytest.raises(ValueError, match="yesterday"):
            record.changes(added_since="yesterday")


def test_a_deadline_that_passed_meanwhile_is_told(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    ultimatum = CommitmentEntry(id="u", cites=(CITE,), by=("Chad",), type="ultimatum", what="leave", due="2023-04-20")
    whole = Reader.entries
    monkeypatch.setattr(
        Reader, "entries", lambda view, kind=None: iter([ultimatum]) if kind == "commitment" else whole(view, kind)
    )
    with Record(path) as record:
        changed = [each for each in record.changes(since="2023-04-18").changes if each.entry.kind == "commitment"]
        assert [each.turns for each in changed] == [(Turn("status", OPEN, PASSED),)]
        with record.as_of("2023-04-18") as then:
            assert [each for each in then.changes(since="2023-04-18").changes if each.entry.kind == "commitment"] == []


def test_what_goes_says_why(path: Path) -> None:
    """Two rival figures of one day, one of which a newer report takes the day from."""
    with Record(path) as record, record._store.reading() as now, record.as_of("2023-04-20") as before:
        with before._store.writing() as writer:
            (twin,) = (each.id for each in writer.entries("document") if each.doc == "twin.txt")
            cite = Cite(doc="twin.txt", start=0, end=5, quote="Egypt")
            over = DisputeEntry(id="d", cites=(cite,), about="x", type="rival figures", sides=())
            writer.replace({"dispute:x"}, [Made(over, "dispute:x", (), (twin,))])
        with before._store.reading() as then:
            gone = [change for change in compared(then, now) if change.what == GONE]
        assert [(change.entry.id, change.why) for change in gone] == [("d", ("dated otherwise now: twin.txt",))]


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_not_told_reads_as_it_did(
    plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from(list(REPORTS)), unique=True, min_size=1))
    path = tmp_path_factory.mktemp("diff") / "x.record"
    with Store(path, create=True) as store:
        pipeline.add(store, [plain.document(name, REPORTS[name]) for name in names], plain.engine, "reader one")
    day = data.draw(st.sampled_from(["2023-04-01", "2023-04-15", "2023-04-18", "2023-05-01"]))
    with Record(path) as record:
        found = record.changes(since=day)
        changed = {change.entry.id for change in found.changes}
        reports = {each.doc for each in found.reports}
        for entry in record.entries():
            if entry.id not in changed and entry.kind not in ("actor", "place"):
                assert reports.isdisjoint(cite.doc for cite in entry.cites if not cite.supports)


CITE = Cite(doc="wire.txt", start=0, end=4, quote="told")
NEWER = Cite(doc="later.txt", start=3, end=9, quote="denied")


def contact(status: str | tuple[str, ...], *cites: Cite, id_: str = "1") -> ContactEntry:
    return ContactEntry(id=id_, cites=(CITE, *cites), form="talks", status=status, per=("Reuters",))


def event(**fields: object) -> EventEntry:
    known = {"id": "1", "cites": (CITE,), "what": "shelled", "status": "happened", "by": ("RSF",), "per": ("AFP",)}
    return EventEntry(**{**known, **fields})


@pytest.mark.parametrize(
    "was, entry, what, why",
    [
        ([contact("planned")], contact(("planned", "held"), NEWER), CHANGED, ()),
        ([contact("planned")], contact(("planned", "called off"), NEWER), CONTRADICTED, ("now called off",)),
        ([event()], event(status=("happened", "denied")), CONTRADICTED, ("now denied",)),
        (
            [event()],
            event(accounts=(Account("AFP", "place", "Bahri", ()), Account("SUNA", "place", "Nyala", ()))),
            CONTRADICTED,
            ("place told differently: Bahri per AFP; Nyala per SUNA",),
        ),
        ([event(), event(id="2")], event(), CHANGED, ("was 2 entries: 1, 2",)),
        ([event()], event(per=("AFP", "SUNA")), CHANGED, ()),
        ([event()], event(first_reported="2023-04-15", by_ids=("x",), figures=("y",)), None, ()),
    ],
)
def test_what_became_of_an_entry(was: list, entry, what: str | None, why: tuple[str, ...]) -> None:
    change = became(was, entry)
    assert (change.what if change else None) == what
    assert (change.why if change else ()) == why


def test_new_tellers_and_a_part_that_stands_by_itself() -> None:
    was = event()
    change = became([was], event(per=("AFP", "SUNA"), cites=(CITE, NEWER)), {"2": was})
    assert change is not None
    assert (change.tellers, change.reports) == (("SUNA",), 1)
    assert change.why == ("a part of it stands by itself now: 2",)


@pytest.mark.parametrize(
    "entry, what, why",
    [
        (event(), NEW, ()),
        (event(status="denied"), CONTRADICTED, ("denied",)),
        (StatementEntry(id="1", cites=(CITE,), speaker=("RSF",), act="deny", form="direct", says="No."), CONTRADICTED,
         ("a denial",)),
        (DisputeEntry(id="1", cites=(CITE,), about="x", type="rival figures",
                      sides=(Side(by=("A",), says="8", cite=0),)), CONTRADICTED, ("rival figures",)),
    ],
)  # fmt: skip
def test_what_a_new_entry_is(entry, what: str, why: tuple[str, ...]) -> None:
    change = brought(entry)
    assert (change.what, change.why) == (what, why)


def test_a_new_value_of_a_series_stands_beside_the_last() -> None:
    def figure(value: float, day: str) -> FigureEntry:
        return FigureEntry(
            id=day, cites=(CITE,), measure="displaced", value=value, qualifier="exact", unit="persons", of="people",
            as_of=day, per=("OCHA",), series="s",
        )  # fmt: skip

    change = brought(figure(800000, "2023-05-20"), {"s": figure(500000, "2023-04-20")})
    assert change.why == ("a new value of a series",)
    assert list(map(turned, change.turns)) == [
        "value: value 500,000, as of 20 Apr 2023 → value 800,000, as of 20 May 2023"
    ]


@pytest.mark.parametrize(
    "turn, words",
    [
        (Turn("status", "planned", ["planned", "held"]), "status: planned → planned, held"),
        (Turn("due", None, "2023-04-20"), "due: not told → 20 Apr 2023"),
        (Turn("to", ["a"], ["a", "b"]), "to: now also b"),
        (Turn("to", ["a", "c"], ["a", "b"]), "to: now also b; no longer c"),
        (Turn("to", [], ["a", "b"]), "to: a; b"),
        (Turn("sides", [], [{"by": ["RSF"], "says": "It did not."}]), "sides: RSF: It did not."),
    ],
)
def test_a_turn_in_words(turn: Turn, words: str) -> None:
    assert turned(turn) == words


def test_the_command_tells_the_important_first(run: Callable, path: Path) -> None:
    done = run("diff", path, "--since", "2023-04-18")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("2 newer reports, published 18 Apr to 29 May 2023: ")
    assert done.err == "2 reports without a date are taken as known before.\n"
    headings = [line for line in lines if line and not line.startswith(" ")][1:]
    assert headings[0] == "New: figures (1)"
    assert "Changed: statements (2)" in headings
    words = " ".join(done.out.split())
    assert "told by 1 more report" in words
    assert "“9 farmers were killed in Nyala” again.txt, 18 Apr 2023" in words
    assert "and 1 more; --limit 0 shows all" in run("diff", path, "--since", "2023-04-18", "--limit", "1").out


def test_the_command_for_programs(run: Callable, path: Path) -> None:
    lines = [json.loads(line) for line in run("diff", path, "--since", "2023-04-18", "--json").out.splitlines()]
    with Record(path) as record:
        entries = {entry.id: export(entry) for entry in record.entries()}
    for line in lines:
        assert line["change"] in ("contradicted", "new", "changed")
        assert line["entry"] == entries[line["id"]]
        assert line["entry"]["kind"] == line["kind"]
    assert len(lines) > 3


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], "expected one of the two"),
        (["--since", "2023-04-18", "--added-since", "2023-04-18"], "expected one of the two"),
        (["--added-since", "soon"], "'soon' is no time"),
    ],
)
def test_a_wrong_call_exits_2(run: Callable, path: Path, arguments: list[str], words: str) -> None:
    done = run("diff", path, *arguments)
    assert done.code == 2
    assert words in done.err
