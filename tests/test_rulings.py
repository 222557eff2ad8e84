"""What people rule: on which entries, in which order, through reading again, as of a day, and taken back."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Record, checking, pipeline
from onrecord.engines import Reading
from onrecord.errors import AddressError, BusyRecordError, RulingError
from onrecord.model.documents import Document
from onrecord.model.entries import Entry, FigureEntry
from onrecord.model.filters import Filter
from onrecord.model.ids import observation_id
from onrecord.model.rulings import Asking, Ruling, Standing
from onrecord.model.spans import Span
from onrecord.publishing import exported
from onrecord.store import Store

REPORTS = {
    "one.txt": "date 2023-04-14\nSudan said on Friday that talks go on. 18 soldiers were killed in Omdurman.",
    "two.txt": "date 2023-04-14\n18 soldiers were killed in Omdurman. 31 people were wounded in Nyala.",
    "three.txt": "date 2023-04-15\n18 soldiers were killed in Omdurman. "
    "Chad said on Monday that 40 men were killed in Bara.",
    "four.txt": "date 2023-05-02\nChad said on Monday that talks go on. 18 soldiers were killed in Merowe.",
    "five.txt": "date 2023-05-03\nThe Sudan said on Friday that grain is dear. 40 men were killed in Kosti.",
}
WHO = "Ana"


def export_of(record: Record, *, rejected: bool = True) -> list[str]:
    return list(exported(record.entries(rejected=rejected), "jsonl"))


def documents(plain: SimpleNamespace, names: Iterable[str] = REPORTS) -> list[Document]:
    return [plain.document(name, REPORTS[name]) for name in names]


@pytest.fixture
def record(filled: Callable[..., Path], plain: SimpleNamespace) -> Iterator[Record]:
    with Record(filled(documents(plain))) as opened:
        yield opened


def figure(record: Record, value: float, place: str) -> FigureEntry:
    (found,) = [each for each in record.figures(rejected=True) if (each.value, each.place) == (value, place)]
    return found


def reports_of(entry: Entry) -> list[str]:
    return sorted({cite.doc for cite in entry.cites if not cite.supports})


def tellings(record: Record, entry: Entry) -> dict[str, str]:
    """The ids of its observations by their reports."""
    return {telling.doc: telling.id for telling in record.why(entry.id).tellings}


def holds(record: Record) -> bool:
    return checking.check(record._store) == []


def test_what_is_confirmed_says_so_until_it_gains_a_telling(record: Record, plain: SimpleNamespace) -> None:
    entry = figure(record, 18, "Omdurman")
    assert reports_of(entry) == ["one.txt", "three.txt", "two.txt"]
    record.rule(entry.id, "confirm", who=WHO, note="seen the list of names")
    assert figure(record, 18, "Omdurman").review == "confirmed"
    assert figure(record, 31, "Nyala").review == "unreviewed"
    pipeline.add(record._store, [plain.document("new.txt", REPORTS["two.txt"])], plain.engine, "reader one")
    assert figure(record, 18, "Omdurman").review == "changed since"
    record.rule(entry.id, "confirm", who=WHO)
    assert figure(record, 18, "Omdurman").review == "confirmed"
    assert holds(record)


def test_a_confirmation_of_what_was_seen_does_not_cover_what_was_not(record: Record) -> None:
    entry = figure(record, 18, "Omdurman")
    seen = record.state_of(entry.id)
    record.rule(entry.id, "confirm", who=WHO, seen=seen)
    assert figure(record, 18, "Omdurman").review == "confirmed"
    record.rule(entry.id, "edit", who="Ben", field="of", value="guards")
    record.rule(entry.id, "confirm", who=WHO, seen=seen)
    assert figure(record, 18, "Omdurman").review == "changed since"


def test_what_is_rejected_leaves_the_export_and_keeps_its_address(record: Record, plain: SimpleNamespace) -> None:
    entry = figure(record, 18, "Omdurman")
    ruling = record.rule(entry.id, "reject", who=WHO)
    assert all(entry.id not in line for line in export_of(record, rejected=False))
    aside = record.entry(entry.id)
    assert aside is not None
    assert (aside.id, aside.review, reports_of(aside)) == (entry.id, "rejected", reports_of(entry))
    pipeline.add(record._store, [plain.document("new.txt", REPORTS["two.txt"])], plain.engine, "reader one")
    (standing,) = [each for each in record.figures() if (each.value, each.place) == (18, "Omdurman")]
    assert reports_of(standing) == ["new.txt"], "the ruling covers its own passages alone"
    record.withdraw(ruling.id, WHO)
    assert reports_of(figure(record, 18, "Omdurman")) == ["new.txt", "one.txt", "three.txt", "two.txt"]
    assert not [line for line in export_of(record) if '"review": "rejected"' in line]
    assert holds(record)


def test_nothing_points_at_what_was_rejected(record: Record) -> None:
    place = next(record.places(place="Omdurman"), None) or next(p for p in record.places() if p.name == "Omdurman")
    assert figure(record, 18, "Omdurman").place_id == place.id
    record.rule(place.id, "reject", who=WHO, note="the name of a ship")
    told = next(each for each in record.figures() if each.place == "Omdurman")
    assert told.place_id is None
    assert "Omdurman" not in {each.name for each in record.places()}
    assert next(each for each in record.figures(rejected=True) if each.place == "Omdurman").place_id == place.id
    assert holds(record)


@pytest.mark.parametrize(
    "field, value, expected",
    [
        ("value", 17, {"value": 17.0, "low": 17.0, "high": 17.0, "qualifier": "exact"}),
        ("qualifier", "at least", {"value": 18.0, "low": 18.0, "high": None}),
        ("place", "Nyala", {"place": "Nyala", "series": None}),
        ("place", None, {"place": None, "place_id": None}),
        ("as_of", "2023-04-12/2023-04-13", {"as_of": "2023-04-12/2023-04-13", "as_of_basis": None}),
        ("per", ["Chad", "a doctor"], {"per": ("Chad", "a doctor")}),
        ("per", None, {"per": ("unattributed",), "per_ids": ()}),
        ("of_side", "Sudan", {"of_side": "Sudan"}),
        ("of", "  men\nof the guard ", {"of": "men of the guard"}),
        ("count", "incident", {"count": "incident"}),
    ],
)
def test_a_field_is_set_with_what_goes_with_it(record: Record, field: str, value: object, expected: dict) -> None:
    before, entry = export_of(record), figure(record, 18, "Omdurman")
    ruling = record.rule(entry.id, "edit", who=WHO, field=field, value=value)
    edited = record.entry(entry.id)
    assert edited is not None
    assert {name: getattr(edited, name) for name in expected} == expected
    assert (edited.review, edited.derived[field]) == ("edited", "ruling")
    assert edited.cites == entry.cites
    assert holds(record)
    record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


def test_names_that_the_record_knows_stand_with_their_entries(record: Record) -> None:
    entry, chad = figure(record, 18, "Omdurman"), next(each for each in record.actors() if each.name == "Chad")
    for called in ("Chad", "chad", chad.id, "actor:state:chad"):
        record.rule(entry.id, "edit", who=WHO, field="per", value=[called])
        edited = record.entry(entry.id)
        assert isinstance(edited, FigureEntry)
        assert (edited.per, edited.per_ids) == (("Chad",), (chad.id,))


def test_a_place_can_be_pinned(record: Record) -> None:
    (place,) = [each for each in record.places() if each.name == "Nyala"]
    for field, value in {"lat": 12.05, "lon": 24.88, "country": "Sudan", "precision": "near"}.items():
        record.rule(place.id, "edit", who=WHO, field=field, value=value)
    pinned = record.entry(place.id)
    assert pinned is not None
    assert [getattr(pinned, name) for name in ("lat", "lon", "country", "precision")] == [12.05, 24.88, "Sudan", "near"]
    assert [each.ruling.field for each in record.rulings(place.id)] == ["lat", "lon", "country", "precision"]
    assert holds(record)


def test_entries_of_several_months_are_merged_under_the_first(record: Record) -> None:
    one, other = figure(record, 18, "Omdurman"), figure(record, 18, "Merowe")
    before = export_of(record)
    ruling = record.rule(other.id, "merge", who=WHO, others=[one.id], note="Merowe is where the wounded were taken")
    merged = record.entry(other.id)
    assert merged == record.entry(one.id)
    assert merged is not None
    assert merged.id == one.id
    assert reports_of(merged) == ["four.txt", "one.txt", "three.txt", "two.txt"]
    assert {"place", "as_of"} & {account.field for account in merged.accounts}
    assert "ruling" in {join.why for join in record.why(one.id).joins}
    assert holds(record)
    record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


def test_what_is_split_stays_apart(record: Record, plain: SimpleNamespace) -> None:
    entry, before = figure(record, 18, "Omdurman"), export_of(record)
    of = tellings(record, entry)
    ruling = record.rule(entry.id, "split", who=WHO, apart=[of["two.txt"]])
    assert reports_of(record.entry(of["one.txt"])) == ["one.txt", "three.txt"]
    assert reports_of(record.entry(of["two.txt"])) == ["two.txt"]
    assert holds(record)
    again = record.rule(of["one.txt"], "merge", who=WHO, others=[of["two.txt"]])
    assert reports_of(record.entry(of["two.txt"])) == ["one.txt", "three.txt", "two.txt"], "what is ruled later stands"
    record.withdraw(again.id, WHO)
    assert reports_of(record.entry(of["two.txt"])) == ["two.txt"]
    record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


def test_a_split_of_what_was_merged_leaves_the_rest_together(record: Record) -> None:
    ids = [figure(record, 18, "Omdurman").id, figure(record, 18, "Merowe").id]
    record.rule(ids[0], "merge", who=WHO, others=[ids[1]])
    of = tellings(record, record.entry(ids[0]))
    record.rule(ids[0], "split", who=WHO, apart=[of["one.txt"]])
    assert reports_of(record.entry(of["one.txt"])) == ["one.txt"]
    assert reports_of(record.entry(of["four.txt"])) == ["four.txt", "three.txt", "two.txt"]
    assert holds(record)


def test_of_merged_actors_the_first_gives_name_and_address(record: Record, plain: SimpleNamespace) -> None:
    sudan, chad = (next(each for each in record.actors() if each.name == name) for name in ("Sudan", "Chad"))
    before = export_of(record)
    ruling = record.rule(chad.id, "merge", who=WHO, others=[sudan.id], note="two names of one council")
    (one,) = [each for each in record.actors() if "Chad" in (each.name, *each.aliases)]
    assert (one.name, one.aliases) == ("Chad", ("Sudan",))
    for address in (sudan.id, chad.id, "actor:state:sudan", "actor:state:chad"):
        assert record.entry(address) == one
    said = list(record.statements(per="Chad"))
    assert {name for each in said for name in each.speaker} == {"Chad", "Sudan"}, "as the reports name them"
    assert {id_ for each in said for id_ in each.speaker_ids} == {one.id}
    assert holds(record)
    pipeline.add(record._store, [plain.document("new.txt", REPORTS["one.txt"])], plain.engine, "reader one")
    assert record.entry("actor:state:sudan").origins.reports == one.origins.reports + 1
    assert holds(record)
    pipeline.reread(record._store, plain.engine, "reader two")
    assert record.entry("actor:state:sudan").name == "Chad"
    record.withdraw(ruling.id, WHO)
    with Store(record.path) as store:
        fresh = [plain.document("new.txt", REPORTS["one.txt"])]
        assert pipeline.add(store, fresh, plain.engine, "reader one").already_there == 1
    assert {each.name for each in record.actors()} == {"Sudan", "Chad"}
    assert len(export_of(record)) > len(before)
    assert holds(record)


def test_mergers_of_keys_follow_one_another(record: Record) -> None:
    places = {each.name: each.id for each in record.places()}
    before = export_of(record)
    rulings = [
        record.rule(places["Nyala"], "merge", who=WHO, others=[places["Bara"]]),
        record.rule(places["Kosti"], "merge", who=WHO, others=[places["Nyala"]]),
    ]
    assert {record.entry(places[name]).name for name in ("Nyala", "Bara", "Kosti")} == {"Kosti"}
    assert holds(record)
    for ruling in rulings:
        record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


REFUSED = [
    ({"what": "praise"}, "'praise' is no ruling: expected one of confirm, reject"),
    ({"what": "confirm", "who": "  "}, "is nobody's name"),
    ({"what": "confirm", "who": "Ana\x1b[31m"}, "is nobody's name"),
    ({"what": "confirm", "who": "A" * 81}, "is nobody's name"),
    ({"what": "confirm", "note": "n" * 2001}, "the note cannot be kept"),
    ({"what": "confirm", "note": "half \ud800"}, "the note cannot be kept"),
    ({"what": "merge"}, "must name another entry"),
    ({"what": "split"}, "must name some of the tellings"),
    ({"what": "split", "apart": ("nobody",)}, "'nobody' is no telling of the entry"),
    ({"what": "edit"}, "'' of a figure cannot be set; what can be: measure"),
    ({"what": "edit", "field": "id", "value": "x"}, "'id' of a figure cannot be set"),
    ({"what": "edit", "field": "cites", "value": []}, "'cites' of a figure cannot be set"),
    ({"what": "edit", "field": "value", "value": "many"}, "'many' is no value of a figure: expected a number"),
    ({"what": "edit", "field": "value", "value": True}, "'True' is no value"),
    ({"what": "edit", "field": "value", "value": -1}, "'-1' is no value"),
    ({"what": "edit", "field": "value", "value": float("nan")}, "'nan' is no value"),
    ({"what": "edit", "field": "value", "value": float("inf")}, "'inf' is no value"),
    ({"what": "edit", "field": "value", "value": 10**30}, "is no value of a figure"),
    ({"what": "edit", "field": "measure", "value": "vanished"}, "expected one of killed, wounded"),
    ({"what": "edit", "field": "measure", "value": None}, "measure of a figure cannot be left unknown"),
    ({"what": "edit", "field": "as_of", "value": "yesterday"}, "'yesterday' is no as_of of a figure: expected an ISO"),
    ({"what": "edit", "field": "as_of", "value": "2023-02-30"}, "'2023-02-30' is no as_of"),
    ({"what": "edit", "field": "as_of", "value": "2023-04-15/2023-04-01"}, "is no as_of"),
    ({"what": "edit", "field": "of", "value": "x" * 501}, "is no of of a figure: expected 1 to 500 characters"),
    ({"what": "edit", "field": "of", "value": "men\u202egnip"}, "is no of of a figure"),
    ({"what": "edit", "field": "of", "value": {"name": "men"}}, "is no of of a figure"),
    ({"what": "edit", "field": "per", "value": "Chad"}, "is no per of a figure: expected a list"),
    ({"what": "edit", "field": "per", "value": ["Chad"] * 51}, "is no per of a figure"),
    ({"what": "edit", "field": "per", "value": [3]}, "is no per of a figure"),
    ({"what": "edit", "field": "place", "value": "Atlantis"}, "'Atlantis' is no place of the record"),
    ({"what": "edit", "field": "place", "value": 7}, "'7' is no place of a figure"),
]


@pytest.mark.parametrize("asked, told", REFUSED, ids=lambda each: each if isinstance(each, str) else "")
def test_what_cannot_be_is_refused_and_nothing_is_kept(record: Record, asked: dict, told: str) -> None:
    before = export_of(record)
    asking = {"who": WHO, **asked}
    with pytest.raises(RulingError, match=told.replace("(", r"\(")):
        record.rule(figure(record, 18, "Omdurman").id, **asking)
    assert record.rulings() == []
    assert export_of(record) == before


def test_what_is_no_such_entry_is_refused(record: Record) -> None:
    by_name = {each.name: each.id for each in (*record.actors(), *record.places())}
    with pytest.raises(AddressError, match="No entry has the id 'nobody'"):
        record.rule("nobody", "confirm", who=WHO)
    with pytest.raises(AddressError, match="No entry has the id 'nobody'"):
        record.rulings("nobody")
    with pytest.raises(RulingError, match="an actor and a place cannot be one"):
        record.rule(by_name["Chad"], "merge", who=WHO, others=[by_name["Nyala"]])
    with pytest.raises(RulingError, match="'x' is no telling of the entry"):
        record.rule(by_name["Chad"], "split", who=WHO, apart=["x"])
    with pytest.raises(RulingError, match="two numbers"):
        record.rule(figure(record, 18, "Omdurman").id, "merge", who=WHO, others=[figure(record, 31, "Nyala").id])
    with pytest.raises(RulingError, match="there is no ruling 'none'"):
        record.withdraw("none", WHO)
    ruling = record.rule(by_name["Chad"], "confirm", who=WHO)
    record.withdraw(ruling.id, "Ben")
    with pytest.raises(RulingError, match="was withdrawn already, by Ben"):
        record.withdraw(ruling.id, WHO)
    forged = msgspec.structs.replace(ruling, who="Eve")
    with pytest.raises(RulingError, match="is not as it was made"):
        pipeline.rule(record._store, forged)


# Any order, any batches


def rulings_of(record: Record) -> list[Ruling]:
    """Rulings of every sort, as they were made on the whole record."""
    chad, sudan = (next(each.id for each in record.actors() if each.name == name) for name in ("Chad", "Sudan"))
    omdurman, merowe = figure(record, 18, "Omdurman"), figure(record, 18, "Merowe")
    made = [
        record.rule(figure(record, 31, "Nyala").id, "edit", who=WHO, field="value", value=33),
        record.rule(figure(record, 33, "Nyala").id, "confirm", who=WHO),
        record.rule(omdurman.id, "merge", who=WHO, others=[merowe.id]),
    ]
    of = tellings(record, record.entry(omdurman.id))
    made += [
        record.rule(omdurman.id, "split", who=WHO, apart=[of["two.txt"]]),
        record.rule(figure(record, 40, "Bara").id, "reject", who=WHO),
        record.rule(chad, "merge", who="Ben", others=[sudan]),
        record.rule(next(record.statements()).id, "confirm", who="Ben"),
        record.rule(figure(record, 40, "Kosti").id, "edit", who="Ben", field="place", value="Nyala"),
    ]
    return made


@pytest.fixture
def ruled(record: Record) -> SimpleNamespace:
    before = export_of(record)
    made = rulings_of(record)
    return SimpleNamespace(record=record, rulings=made, before=before, after=export_of(record))


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reports_and_rulings_in_any_order_give_the_same_record(
    ruled: SimpleNamespace, plain: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    deeds = data.draw(st.permutations([*documents(plain), *ruled.rulings]))
    together = data.draw(st.booleans(), label="those that follow one another in one batch")
    with Record(tmp_path_factory.mktemp("any order") / "a.record") as record:
        plain.take_up(record._store, deeds, plain.engine, together=together)
        assert export_of(record) == ruled.after
        assert holds(record)
        for ruling in data.draw(st.permutations(ruled.rulings)):
            record.withdraw(ruling.id, WHO)
        assert export_of(record) == ruled.before


@pytest.mark.parametrize("few", [0, 1000], ids=["from scratch", "by taking reports out"])
def test_the_record_as_of_a_day_has_the_rulings_on_its_reports(
    ruled: SimpleNamespace, plain: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("onrecord.asof.FEW", few)
    for day, names in (("2023-04-14", ["one.txt", "two.txt"]), ("2023-05-02", list(REPORTS)[:4])):
        with Record(tmp_path / f"{day}.record") as alone, ruled.record.as_of(day) as then:
            pipeline.add(alone._store, documents(plain, names), plain.engine, "reader one")
            for ruling in ruled.rulings:
                pipeline.rule(alone._store, ruling)
            assert list(exported(then.entries(rejected=True), "jsonl")) == export_of(alone)
            assert checking.check(then._store) == []
            ids = {each.id for each in then.documents()}
            on = [each for each in ruled.rulings if ids & {anchor.document for anchor in (*each.anchors, *each.apart)}]
            assert [each.ruling for each in then.rulings()] == on
    assert export_of(ruled.record) == ruled.after


# Reading again


class Shifted:
    """Reads what the plain engine reads, but hangs figures on their verbs, and begins passages a word later."""

    def __init__(self, plain: SimpleNamespace, *, without: str = "") -> None:
        self.plain, self.without = plain, without

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            found = [self.shifted(document, each) for each in self.plain.engine.observations(document)]
            yield Reading(document, tuple(each for each in found if each.kind != self.without))

    def shifted(self, document: Document, seen: object) -> object:
        if seen.kind not in ("figure", "statement"):
            return seen
        (passage,) = seen.evidence
        verb = document.text.index(" were " if seen.kind == "figure" else " on ", passage.start) + 1
        return msgspec.structs.replace(
            seen,
            id=observation_id(document.id, seen.kind, verb),
            trigger=Span(verb, verb + 2),
            evidence=(Span(passage.start, passage.end - 1 if seen.kind == "statement" else passage.end),),
        )


def test_rulings_outlive_reading_again(ruled: SimpleNamespace, plain: SimpleNamespace, tmp_path: Path) -> None:
    assert pipeline.reread(ruled.record._store, Shifted(plain), "reader two") == len(REPORTS)
    assert holds(ruled.record)
    assert ruled.record.unattached() == []
    with Record(tmp_path / "shifted.record") as shifted:
        pipeline.add(shifted._store, documents(plain), Shifted(plain), "reader two")
        rulings_of(shifted)
        assert export_of(ruled.record) == export_of(shifted)
    assert pipeline.reread(ruled.record._store, plain.engine, "reader one") == len(REPORTS)
    assert export_of(ruled.record) == ruled.after, "the observations that were named first are there again"


def test_what_finds_no_words_any_more_is_listed(ruled: SimpleNamespace, plain: SimpleNamespace) -> None:
    pipeline.reread(ruled.record._store, Shifted(plain, without="figure"), "reader two")
    lost = ruled.record.unattached()
    assert [each.ruling.id for each in lost] == [each.id for each in ruled.rulings if each.kind == "figure"]
    assert all(each.entries == () and each.loose for each in lost)
    assert holds(ruled.record)
    pipeline.reread(ruled.record._store, plain.engine, "reader one")
    assert ruled.record.unattached() == []
    assert export_of(ruled.record) == ruled.after


def test_a_ruling_does_not_go_to_its_neighbour(filled: Callable[..., Path], plain: SimpleNamespace) -> None:
    class Fewer(Shifted):
        def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
            for reading in self.plain.engine.read(documents):
                kept = [each for each in reading.observations if not is_figure(each, 8)]
                yield reading._replace(observations=tuple(each_in_one_passage(kept)))

    def is_figure(seen: object, value: float) -> bool:
        return seen.kind == "figure" and seen.finding.amount.value.value == value

    def each_in_one_passage(seen: Iterable[object]) -> Iterator[object]:
        for each in seen:
            if each.kind == "figure":
                yield msgspec.structs.replace(each, evidence=(Span(16, 79),))
            else:
                yield each

    class Beside(Fewer):
        def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
            for reading in self.plain.engine.read(documents):
                yield reading._replace(observations=tuple(each_in_one_passage(reading.observations)))

    page = plain.document(
        "a.txt", "date 2023-04-14\n8 men were killed in Bara, and 9 men were wounded in Bara this week. So it is."
    )
    with Record(filled([], name="beside.record")) as record:
        pipeline.add(record._store, [page], Beside(plain), "reader one")
        record.rule(figure(record, 8, "Bara").id, "reject", who=WHO)
        pipeline.reread(record._store, Fewer(plain), "reader two")
        assert [each.value for each in record.figures()] == [9]
        assert len(record.unattached()) == 1


# Damage, other writers, lists


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entries SET body = replace(body, '\"value\":33.0', '\"value\":34.0')",
        "UPDATE rulings SET value = '34.0' WHERE value = '33.0'",
        "UPDATE rulings SET value = '\"many\"' WHERE value = '33.0'",
        "UPDATE rulings SET who = 'Eve' WHERE who = 'Ben'",
        "UPDATE rulings SET what = 'confirm' WHERE what = 'reject'",
        'UPDATE entries SET body = replace(body, \'"review":"rejected"\', \'"review":"confirmed"\')',
        "UPDATE anchors SET quote = 'other words' WHERE position = 0",
        "UPDATE anchors SET attached = NULL",
        "UPDATE anchors SET attached = (SELECT id FROM observations WHERE kind = 'figure' LIMIT 1)",
        "UPDATE anchors SET start = start + 1",
        "UPDATE observations SET block = 'figure:killed:2023-06' WHERE block = 'figure:killed:2023-04'",
        "DELETE FROM redirects",
        "UPDATE redirects SET target = 'actor:state:egypt'",
        "DELETE FROM anchors WHERE position > 0",
    ],
)
def test_what_was_altered_is_found(ruled: SimpleNamespace, damage: str) -> None:
    assert holds(ruled.record)
    with sqlite3.connect(ruled.record.path) as connection:
        assert connection.execute(damage).rowcount > 0
    connection.close()
    assert not holds(ruled.record)


def test_a_field_that_no_ruling_set_is_not_taken_for_one(record: Record) -> None:
    with sqlite3.connect(record.path) as connection:
        connection.execute(
            "UPDATE entries SET body = replace(replace(body, '\"value\":31.0', '\"value\":32.0'), "
            '\'"value":"a number"\', \'"value":"ruling"\') WHERE kind = \'figure\''
        )
    connection.close()
    assert not holds(record)


def test_one_writes_at_a_time(record: Record) -> None:
    with Store(record.path, wait=0.1) as other, record._store.writing():
        entry = figure(record, 18, "Omdurman")
        with pytest.raises(BusyRecordError):
            pipeline.rule(other, Asking(entry=entry.id, what="confirm", who=WHO))
    assert record.rulings() == []


def test_two_who_rule_at_once_are_both_kept(record: Record) -> None:
    ids = [each.id for each in record.figures()]

    def rule(who: str) -> None:
        with Store(record.path) as store:
            for id_ in ids:
                pipeline.rule(store, Asking(entry=id_, what="confirm", who=who))

    both = [threading.Thread(target=rule, args=(who,)) for who in ("Ana", "Ben")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(record.rulings()) == 2 * len(ids)
    assert len({each.ruling.at for each in record.rulings()}) == 2 * len(ids), "each a moment of its own"
    assert {each.review for each in record.figures()} == {"confirmed"}
    assert holds(record)


def test_an_error_halfway_keeps_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    before, entry = export_of(record), figure(record, 18, "Omdurman")
    monkeypatch.setattr("onrecord.settling.reconcile", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        record.rule(entry.id, "reject", who=WHO)
    monkeypatch.undo()
    assert record.rulings() == []
    assert export_of(record) == before


def test_rulings_are_listed_by_entry(ruled: SimpleNamespace) -> None:
    record = ruled.record

    def listed(found: list[Standing]) -> list[str]:
        return [f"{each.ruling.who} {each.ruling.what}" for each in found]

    assert listed(record.rulings(figure(record, 33, "Nyala").id)) == ["Ana edit", "Ana confirm"]
    assert listed(record.rulings("actor:state:chad")) == ["Ben merge"]
    merged = ruled.rulings[2].anchors[-1].observation
    assert listed(record.rulings(merged)) == ["Ana merge", "Ana split"]
    assert len(record.rulings()) == len(ruled.rulings)
    assert all(each.holds and not each.loose for each in record.rulings())


def test_the_command_lists_them(ruled: SimpleNamespace, run: Callable[..., SimpleNamespace]) -> None:
    ruled.record.withdraw(ruled.rulings[0].id, "Ben")
    path = ruled.record.path
    told = run("rulings", path)
    assert told.code == 0
    assert all(words in told.out for words in ("edit figure: value", "is 33", "withdrawn", "rulings: 8"))
    lines = [msgspec.json.decode(line) for line in run("rulings", path, "--json").out.splitlines()]
    assert [line["what"] for line in lines] == [each.what for each in ruled.rulings]
    assert (lines[0]["state"], lines[0]["withdrawn_by"], lines[1]["state"]) == ("withdrawn", "Ben", "attached")
    assert lines[4]["anchors"][0]["doc"] == "three.txt"
    assert '"review": "rejected"' not in run("export", path).out
    assert '"review": "rejected"' in run("export", path, "--rejected").out
    assert "rejected" not in run("show", path, "figures", "--json").out


def test_why_tells_what_was_ruled(record: Record, run: Callable[..., SimpleNamespace]) -> None:
    entry = figure(record, 18, "Omdurman")
    record.rule(entry.id, "edit", who=WHO, field="per", value=["Chad", "a doctor"], note="by telephone")
    assert "Ana: edit figure: per is Chad, a doctor, attached, “by telephone”" in run("why", record.path, entry.id).out
    assert "What people ruled" not in run("why", record.path, figure(record, 31, "Nyala").id).out


def test_a_record_without_rulings_lists_none(record: Record, run: Callable[..., SimpleNamespace]) -> None:
    assert run("rulings", record.path).out == "rulings: 0\n"
    assert run("rulings", record.path, "--json").out == ""


def test_pages_find_what_was_ruled(record: Record) -> None:
    def found(*keys: str) -> set[str]:
        with record._store.reading() as view:
            return {entry.id for entry in view.browse("figure", Filter(keys=keys))}

    entry = figure(record, 18, "Omdurman")
    assert entry.id in found("place:text:omdurman")
    record.rule(entry.id, "edit", who=WHO, field="place", value="Nyala")
    record.rule(entry.id, "edit", who=WHO, field="per", value=["Chad"])
    assert entry.id in found("place:text:nyala", "says:state:chad", "review:edited")
    assert entry.id not in found("place:text:omdurman")
    record.rule(entry.id, "reject", who=WHO)
    assert found("review:rejected") == {entry.id}
    bara, kosti = (next(each.id for each in record.places() if each.name == name) for name in ("Bara", "Kosti"))
    both = found("place:text:bara") | found("place:text:kosti")
    record.rule(bara, "merge", who=WHO, others=[kosti])
    assert found("place:text:bara") == found("place:text:kosti") == both
    with record._store.reading() as view:
        for keys in ((), ("kind:figure",)):
            offered = {offer.name: offer for offer in view.common("place", Filter(keys=keys))}
            assert {"Bara", "Kosti"} & offered.keys() == {"Bara"}, "the one that stands for both"
            there = view.tally(Filter(keys=(*keys, "place:text:bara")))
            assert offered["Bara"].number == sum(there.values())
            assert [offer.name for offer in view.common("place", Filter(keys=keys), "kos")] == ["Bara"]
        spots = {spot.place.name: spot.number for spot in view.spots(Filter())}
        assert spots["Bara"] == len(both)
    assert holds(record)
