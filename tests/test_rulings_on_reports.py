"""What people rule of reports as wholes, of copies and disputes, and of whom reports name by one name."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord import Record, checking, pipeline
from onrecord.engines import Reading
from onrecord.errors import RulingError
from onrecord.model.documents import Document
from onrecord.model.entries import ActorEntry, CopyEntry, DisputeEntry, DocumentEntry, PlaceEntry
from onrecord.model.filters import Filter
from onrecord.model.findings import Observation
from onrecord.model.rulings import Ruling, sealed
from onrecord.publishing import exported, situation_report

SPEECH = (
    "“We will not leave the eastern bank until every prisoner has been handed over to the commission,” he added. Two "
    "convoys with flour and fuel had reached the besieged quarter over the old railway bridge by then."
)
REPORTS = {
    "one.txt": f"date 2023-04-14\nSudan said on Friday that talks go on. 18 soldiers were killed in Bara. {SPEECH}",
    "two.txt": "date 2023-04-14\nSudan said on Friday that 25 soldiers were killed in Bara. So it is in Sudan.",
    "three.txt": "date 2023-04-15\nSudan said on Friday that 40 soldiers were killed in Bara. Chad said on Friday that "
    "31 soldiers were killed in Bara.",
    "twin.txt": f"Chad said on Friday that grain is dear. 7 men were wounded in Nyala. {SPEECH}",
    "bare.txt": "Egypt said on Monday that 5 men were wounded in Nyala.",
    "late.txt": f"date 2023-05-20\nChad said on Monday that roads are closed. 7 men were wounded in Kosti. {SPEECH}",
}
WHO = "Ana"


def export_of(record: Record, *, rejected: bool = True) -> list[str]:
    return list(exported(record.entries(rejected=rejected), "jsonl"))


def documents(plain: SimpleNamespace, names: Iterable[str] = REPORTS) -> list[Document]:
    return [plain.document(name, REPORTS[name]) for name in names]


class Counting:
    """Reads what the plain engine reads, figures as levels on the day of the report, so that rivals are disputed."""

    def __init__(self, plain: SimpleNamespace) -> None:
        self.plain = plain

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for reading in self.plain.engine.read(documents):
            yield reading._replace(observations=tuple(counted(each) for each in reading.observations))


def counted(seen: Observation) -> Observation:
    if seen.kind != "figure":
        return seen
    return replace(seen, finding=replace(seen.finding, count="level on a day", recent=True))


@pytest.fixture
def engine(plain: SimpleNamespace) -> Counting:
    return Counting(plain)


@pytest.fixture
def record(plain: SimpleNamespace, engine: Counting, tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "a.record") as opened:
        pipeline.add(opened._store, documents(plain), engine, "reader one")
        yield opened


def holds(record: Record) -> bool:
    return checking.check(record._store) == []


def report(record: Record, name: str) -> DocumentEntry:
    (found,) = [each for each in record.documents(rejected=True) if each.doc == name]
    return found


def actor(record: Record, name: str) -> ActorEntry:
    (found,) = [each for each in record.actors() if each.name == name]
    return found


def place(record: Record, name: str) -> PlaceEntry:
    (found,) = [each for each in record.places() if each.name == name]
    return found


def mentions(record: Record, entry: ActorEntry | PlaceEntry) -> dict[str, str]:
    """The ids of the observations of an actor or place by their reports."""
    return {telling.doc: telling.id for telling in record.why(entry.id).tellings}


# The day of a report


def test_the_day_of_a_report_is_set_and_moves_what_hangs_on_it(record: Record) -> None:
    before, bare = export_of(record), report(record, "bare.txt")
    assert bare.published is None
    ruling = record.rule(bare.id, "edit", who=WHO, field="published", value="2023-04-20", note="the sender's letter")
    dated = report(record, "bare.txt")
    assert (dated.published, dated.basis, dated.why) == ("2023-04-20", "ruling", "set by a person")
    assert (dated.review, dated.derived["published"], dated.first_reported) == ("edited", "ruling", "2023-04-20")
    (figure,) = [each for each in record.figures() if each.value == 5]
    assert (figure.as_of, figure.first_reported) == ("2023-04-20", "2023-04-20")
    (said,) = [each for each in record.statements() if each.speaker == ("Egypt",)]
    assert said.on == "2023-04-17", "the Monday before"
    with record.as_of("2023-04-20") as then:
        assert "bare.txt" in {each.doc for each in then.documents()}
    with record.as_of("2023-04-19") as then:
        assert "bare.txt" not in {each.doc for each in then.documents()}
    assert holds(record)
    situation_report(record.entries(), record.texts())
    assert [each.entries for each in record.rulings(bare.id)] == [(bare.id,)]
    record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


def test_a_stated_day_gives_way_to_one_that_a_person_set(record: Record) -> None:
    late = report(record, "late.txt")
    assert report(record, "twin.txt").published is None, "the speech is told of two times"
    copies = {each.docs for each in record.entries(CopyEntry)}
    assert ("one.txt", "late.txt") in copies
    record.rule(late.id, "edit", who=WHO, field="published", value="2023-04-13", note="the header is that of the scan")
    assert report(record, "late.txt").published == "2023-04-13"
    assert report(record, "twin.txt").published == "2023-04-14", "dated by those that share its words"
    assert ("late.txt", "one.txt") in {each.docs for each in record.entries(CopyEntry)}, "the earlier one in front"
    with record.as_of("2023-04-13") as then:
        assert {each.doc for each in then.documents()} == {"late.txt"}
    assert holds(record)
    record.rule(late.id, "edit", who=WHO, field="published", value=None)
    assert report(record, "late.txt").published is None
    assert report(record, "twin.txt").published == "2023-04-14"
    with record.as_of("2023-12-31") as then:
        assert "late.txt" not in {each.doc for each in then.documents()}
        assert late.id in then.undated
    assert holds(record)


@pytest.mark.parametrize(
    "value", ["2023", "2023-04", "2023-04-31", "9999-12-31", "0001-01-01", "a day", 5, ["2023-04-14"]]
)
def test_what_is_no_day_is_refused(record: Record, value: object) -> None:
    with pytest.raises(RulingError, match="is no published of a document: expected an ISO day"):
        record.rule(report(record, "bare.txt").id, "edit", who=WHO, field="published", value=value)
    assert record.rulings() == []


def test_what_reports_copies_and_disputes_cannot_be_ruled(record: Record) -> None:
    ids = {kind: next(record.entries(kind)).id for kind in ("document", "copy", "dispute")}
    for kind, what in (("document", "merge"), ("document", "split"), ("copy", "edit"), ("dispute", "merge")):
        with pytest.raises(RulingError, match=f"a {kind} cannot be ruled on so .*: expected one of confirm, reject"):
            record.rule(
                ids[kind], what, who=WHO, others=[ids[kind]], apart=["x"], field="published", value="2023-04-14"
            )
    with pytest.raises(RulingError, match="'title' of a document cannot be set; what can be: published"):
        record.rule(ids["document"], "edit", who=WHO, field="title", value="x")


def test_another_version_of_a_page_is_not_dated_with_it(
    record: Record, plain: SimpleNamespace, engine: Counting
) -> None:
    bare = report(record, "bare.txt")
    record.rule(bare.id, "edit", who=WHO, field="published", value="2023-04-20")
    later = plain.document("bare.txt", REPORTS["bare.txt"] + " It rained.")
    pipeline.add(record._store, [later], engine, "reader one")
    versions = {each.id: each.published for each in record.documents() if each.doc.startswith("bare.txt")}
    assert versions == {bare.id: "2023-04-20", later.id: None}
    assert holds(record)


# Reports confirmed and rejected


def test_a_report_is_confirmed_until_it_reads_otherwise(record: Record) -> None:
    twin = report(record, "twin.txt")
    record.rule(twin.id, "confirm", who=WHO)
    assert report(record, "twin.txt").review == "confirmed"
    record.rule(report(record, "late.txt").id, "edit", who=WHO, field="published", value="2023-04-13")
    assert report(record, "twin.txt").review == "changed since", "it has a day now"
    assert holds(record)


def test_nothing_rests_on_a_report_that_was_rejected(record: Record, plain: SimpleNamespace, tmp_path: Path) -> None:
    before = export_of(record)
    ruling = record.rule(report(record, "late.txt").id, "reject", who=WHO, note="a forgery")
    gone = report(record, "late.txt")
    assert gone.review == "rejected"
    with Record(tmp_path / "without.record") as without:
        left = documents(plain, (name for name in REPORTS if name != "late.txt"))
        pipeline.add(without._store, left, Counting(plain), "reader one")
        assert export_of(record, rejected=False) == export_of(without)
    assert record.entry(gone.id) == gone
    assert holds(record)
    pipeline.reread(record._store, Counting(plain), "reader two")
    assert report(record, "late.txt").review == "rejected"
    assert holds(record)
    record.withdraw(ruling.id, WHO)
    pipeline.reread(record._store, Counting(plain), "reader one")
    assert export_of(record) == before
    assert holds(record)


# Copies and disputes


def test_what_is_no_copy_leaves_the_export(record: Record, plain: SimpleNamespace, engine: Counting) -> None:
    before = export_of(record)
    copies = {(each.docs, each.type): each for each in record.entries(CopyEntry)}
    copy = copies[("one.txt", "late.txt"), "same quotation"]
    ruling = record.rule(copy.id, "reject", who=WHO, note="read out at two hearings")
    left = {(each.docs, each.type) for each in record.entries(CopyEntry)}
    assert set(copies) - left == {(("one.txt", "late.txt"), "same quotation")}
    rejected = record.entry(copy.id)
    assert rejected is not None
    assert rejected.review == "rejected"
    assert [(each.ruling.id, each.entries) for each in record.rulings(copy.id)] == [(ruling.id, (copy.id,))]
    assert record.rulings(copies[("one.txt", "late.txt"), "same wire text"].id) == []
    assert holds(record)
    earlier = plain.document("first.txt", "date 2023-04-10\nChad said on Monday that it is so. " + SPEECH)
    pipeline.add(record._store, [earlier], engine, "reader one")
    assert ("first.txt", "late.txt") in {each.docs for each in record.entries(CopyEntry)}, "of another it is still one"
    assert holds(record)
    pipeline.reread(record._store, engine, "reader two")
    record.withdraw(ruling.id, WHO)
    assert len(export_of(record)) > len(before)
    assert not [each for each in record.entries(rejected=True) if each.review != "unreviewed"]


def test_what_does_not_differ_is_no_dispute(record: Record, plain: SimpleNamespace, engine: Counting) -> None:
    def disputes() -> list[DisputeEntry]:
        return list(record.entries(DisputeEntry))

    def differing() -> int:
        with record._store.reading() as view:
            return view.tally(Filter(keys=("differs:yes",)))["figure"]

    before = export_of(record)
    (dispute,), differed = disputes(), differing()
    ruling = record.rule(dispute.id, "reject", who=WHO, note="one counts the guards as well")
    assert disputes() == []
    assert [each.review for each in record.entries(DisputeEntry, rejected=True)] == ["rejected"]
    assert differing() == differed - 2
    assert {each.review for each in record.figures()} == {"unreviewed"}, "the figures stand"
    assert [each.ruling.id for each in record.rulings(dispute.id)] == [ruling.id]
    assert [each.entries for each in record.rulings()] == [(dispute.id,)]
    assert holds(record)
    told_again = plain.document(
        "again.txt", "date 2023-04-15\nSudan said on Friday that 40 soldiers were killed in Bara."
    )
    pipeline.add(record._store, [told_again], engine, "reader one")
    assert disputes() == [], "the same two numbers"
    third = plain.document("third.txt", "date 2023-04-15\nEgypt said on Friday that 66 soldiers were killed in Bara.")
    pipeline.add(record._store, [third], engine, "reader one")
    assert len(disputes()) == 1, "a third number was not ruled on"
    assert holds(record)
    record.withdraw(ruling.id, WHO)
    assert len(export_of(record)) > len(before)


def test_a_dispute_is_confirmed_until_more_differs(record: Record, plain: SimpleNamespace, engine: Counting) -> None:
    (dispute,) = record.entries(DisputeEntry)
    record.rule(dispute.id, "confirm", who=WHO)
    assert next(record.entries(DisputeEntry)).review == "confirmed"
    third = plain.document("third.txt", "date 2023-04-15\nEgypt said on Friday that 66 soldiers were killed in Bara.")
    pipeline.add(record._store, [third], engine, "reader one")
    assert next(record.entries(DisputeEntry)).review == "changed since"
    assert holds(record)


class Denying:
    """Reads what the plain engine reads, each saying of a report as a denial of the one before it."""

    def __init__(self, plain: SimpleNamespace) -> None:
        self.plain = plain

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for reading in self.plain.engine.read(documents):
            sayings = [each.id for each in reading.observations if each.kind == "statement"]
            before = dict(zip(sayings[1:], sayings, strict=False))
            yield reading._replace(observations=tuple(answering(each, before) for each in reading.observations))


def answering(seen: Observation, before: dict[str, str]) -> Observation:
    return replace(seen, finding=replace(seen.finding, answers=(before[seen.id],))) if seen.id in before else seen


DENIED = "date 2023-04-15\nSudan said on Monday that Chad sends arms. Chad said on Friday that it sends none."


@pytest.mark.parametrize("reread", [False, True])
def test_nobody_denies_what_was_rejected(plain: SimpleNamespace, tmp_path: Path, reread: bool) -> None:
    with Record(tmp_path / "a.record") as record:
        pipeline.add(record._store, [plain.document("a.txt", DENIED)], Denying(plain), "reader one")
        before = export_of(record)
        (dispute,) = record.entries(DisputeEntry)
        (charge,) = [each for each in record.statements() if each.speaker == ("Sudan",)]
        ruling = record.rule(charge.id, "reject", who=WHO)
        if reread:
            pipeline.reread(record._store, Denying(plain), "reader two")
        assert list(record.entries(DisputeEntry, rejected=True)) == []
        assert holds(record)
        record.withdraw(ruling.id, WHO)
        assert export_of(record) == before
        ruling = record.rule(dispute.id, "reject", who=WHO, note="he was never asked")
        assert list(record.entries(DisputeEntry)) == []
        assert [each.entries for each in record.rulings(dispute.id)] == [(dispute.id,)]
        assert holds(record)
        record.withdraw(ruling.id, WHO)
        assert export_of(record) == before


# Whom reports name by one name


def test_an_actor_is_split_and_named(record: Record) -> None:
    before, chad = export_of(record), actor(record, "Chad")
    of = mentions(record, chad)
    assert set(of) == {"three.txt", "twin.txt", "late.txt"}
    ruling = record.rule(chad.id, "split", who=WHO, apart=[of["late.txt"]], value="Chad Smith", note="a man")
    man, state = actor(record, "Chad Smith"), actor(record, "Chad")
    assert (man.aliases, man.review, man.derived["name"]) == (("Chad",), "edited", "ruling")
    assert (set(mentions(record, man)), set(mentions(record, state))) == ({"late.txt"}, {"three.txt", "twin.txt"})
    assert (state.origins.reports, man.origins.reports) == (2, 1)
    said = {each.cites[0].doc: each for each in record.statements() if each.speaker == ("Chad",)}
    assert said["late.txt"].speaker_ids == (man.id,)
    assert said["twin.txt"].speaker_ids == (state.id,)
    assert record.entry("actor:state:chad") == state
    assert [each.ruling.id for each in record.rulings(man.id)] == [ruling.id]
    with record._store.reading() as view:
        of_the_man = {each.id for each in view.browse("statement", Filter(keys=(ruling.value["key"],)))}
    assert of_the_man == {said["late.txt"].id}
    assert holds(record)
    record.withdraw(ruling.id, WHO)
    assert export_of(record) == before


def test_of_a_place_that_is_another_nobody_knows_yet_where_it_is(record: Record) -> None:
    nyala = place(record, "Nyala")
    record.rule(nyala.id, "edit", who=WHO, field="lat", value=12.05)
    of = mentions(record, nyala)
    record.rule(nyala.id, "split", who=WHO, apart=[of["bare.txt"]], value="Nyala in the hills")
    hills, town = place(record, "Nyala in the hills"), place(record, "Nyala")
    assert (hills.lat, town.lat) == (None, 12.05), "what was ruled before is of the one that was known"
    assert {
        each.value: each.place_id for each in record.figures() if each.value in (5, 7) and each.place == "Nyala"
    } == {
        5: hills.id,
        7: town.id,
    }
    assert [each.ruling.what for each in record.rulings(hills.id)] == ["split"]
    assert [(each.ruling.what, each.entries) for each in record.rulings()] == [
        ("edit", (town.id,)),
        ("split", (town.id, hills.id)),
    ]
    record.rule(hills.id, "edit", who=WHO, field="lat", value=13.0)
    assert (place(record, "Nyala in the hills").lat, place(record, "Nyala").lat) == (13.0, 12.05)
    assert holds(record)


def test_what_is_ruled_later_of_those_who_were_split_stands(record: Record) -> None:
    chad, sudan = actor(record, "Chad"), actor(record, "Sudan")
    of = mentions(record, chad)
    before = export_of(record)
    record.rule(chad.id, "split", who=WHO, apart=[of["late.txt"]], value="Chad Smith")
    record.rule(actor(record, "Sudan").id, "merge", who=WHO, others=[of["late.txt"]])
    assert record.entry(of["late.txt"]).id == record.entry(sudan.id).id
    assert record.entry(of["late.txt"]).name == "Sudan"
    assert set(mentions(record, actor(record, "Chad"))) == {"three.txt", "twin.txt"}
    assert holds(record)
    record.rule(sudan.id, "split", who=WHO, apart=[of["late.txt"]], value="Another Chad")
    assert set(mentions(record, actor(record, "Another Chad"))) == {"late.txt"}
    assert "Chad" not in actor(record, "Sudan").aliases
    assert holds(record)
    for each in record.rulings():
        record.withdraw(each.ruling.id, WHO)
    assert export_of(record) == before


def test_the_rest_of_those_who_were_merged_can_be_split(record: Record) -> None:
    chad, sudan = actor(record, "Chad"), actor(record, "Sudan")
    record.rule(sudan.id, "merge", who=WHO, others=[chad.id])
    both = record.entry(sudan.id)
    observed = [telling.id for telling in record.why(both.id).tellings if telling.doc in ("late.txt", "one.txt")]
    assert len(observed) == 2
    record.rule(both.id, "split", who=WHO, apart=observed, value="The council")
    assert set(mentions(record, actor(record, "The council"))) == {"late.txt", "one.txt"}, "of two keys, one entry"
    assert holds(record)


def test_a_split_of_names_outlives_reading_again_and_reports_to_come(
    record: Record, plain: SimpleNamespace, engine: Counting
) -> None:
    chad = actor(record, "Chad")
    of = mentions(record, chad)
    record.rule(chad.id, "split", who=WHO, apart=[of["late.txt"]], value="Chad Smith")
    pipeline.add(record._store, [plain.document("new.txt", REPORTS["late.txt"])], engine, "reader one")
    assert set(mentions(record, actor(record, "Chad"))) == {"three.txt", "twin.txt", "new.txt"}
    pipeline.reread(record._store, engine, "reader two")
    assert set(mentions(record, actor(record, "Chad Smith"))) == {"late.txt"}
    assert holds(record)


@pytest.mark.parametrize("apart", ["none", "all"])
def test_some_must_be_split_and_some_left(record: Record, apart: str) -> None:
    chad = actor(record, "Chad")
    of = mentions(record, chad)
    with pytest.raises(RulingError, match="must name some of the tellings"):
        record.rule(chad.id, "split", who=WHO, apart=of.values() if apart == "all" else [])
    with pytest.raises(RulingError, match="is no name of an actor"):
        record.rule(chad.id, "split", who=WHO, apart=[of["late.txt"]], value=7)


@pytest.mark.parametrize("value", [None, 7, {"key": "actor:state:sudan"}, {"key": "place:text:bara~1"}, {"name": "x"}])
def test_a_split_made_elsewhere_names_a_new_key(record: Record, value: object) -> None:
    chad = actor(record, "Chad")
    made = record.rule(chad.id, "split", who=WHO, apart=[mentions(record, chad)["late.txt"]])
    record.withdraw(made.id, WHO)
    forged = sealed(replace(made, value=value, note="from elsewhere"))
    with pytest.raises(RulingError, match="must say by which new key the other goes"):
        pipeline.rule(record._store, forged)


# Any order, any batches


def rulings_of(record: Record) -> list[Ruling]:
    """Rulings of every sort, as they were made on the whole record."""
    chad, sudan = actor(record, "Chad"), actor(record, "Sudan")
    of = mentions(record, chad)
    copies = {(each.docs, each.type): each for each in record.entries(CopyEntry)}
    return [
        record.rule(copies[("one.txt", "late.txt"), "same quotation"].id, "reject", who=WHO),
        record.rule(next(record.entries(DisputeEntry)).id, "reject", who=WHO),
        record.rule(chad.id, "confirm", who=WHO),
        record.rule(chad.id, "split", who=WHO, apart=[of["late.txt"], of["twin.txt"]], value="Chad Smith"),
        record.rule(report(record, "bare.txt").id, "edit", who=WHO, field="published", value="2023-04-20"),
        record.rule(report(record, "late.txt").id, "edit", who=WHO, field="published", value="2023-04-13"),
        record.rule(report(record, "twin.txt").id, "confirm", who="Ben"),
        record.rule(sudan.id, "merge", who="Ben", others=[of["late.txt"]]),
        record.rule(sudan.id, "split", who="Ben", apart=[of["twin.txt"]]),
        record.rule(
            place(record, "Nyala").id, "split", who="Ben", apart=[mentions(record, place(record, "Nyala"))["bare.txt"]]
        ),
        record.rule(report(record, "three.txt").id, "reject", who="Ben"),
    ]


@pytest.fixture
def ruled(record: Record) -> SimpleNamespace:
    before = export_of(record)
    made = rulings_of(record)
    return SimpleNamespace(record=record, rulings=made, before=before, after=export_of(record))


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reports_and_rulings_in_any_order_give_the_same_record(
    ruled: SimpleNamespace,
    plain: SimpleNamespace,
    engine: Counting,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    deeds = data.draw(st.permutations([*documents(plain), *ruled.rulings]))
    together = data.draw(st.booleans(), label="reports that follow one another in one batch")
    with Record(tmp_path_factory.mktemp("any order") / "a.record") as record:
        plain.take_up(record._store, deeds, engine, together=together)
        assert export_of(record) == ruled.after
        assert holds(record)
        for ruling in data.draw(st.permutations(ruled.rulings)):
            record.withdraw(ruling.id, WHO)
        assert export_of(record) == ruled.before
        assert holds(record)


@given(data=st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_some_of_the_rulings_alone(
    ruled: SimpleNamespace,
    engine: Counting,
    plain: SimpleNamespace,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    """Those that are taken back leave the record as those that were never made."""
    kept = data.draw(st.lists(st.sampled_from(ruled.rulings), unique_by=lambda each: each.id))
    with (
        Record(tmp_path_factory.mktemp("some") / "a.record") as some,
        Record(tmp_path_factory.mktemp("all") / "a.record") as whole,
    ):
        for record, rulings in ((some, kept), (whole, ruled.rulings)):
            pipeline.add(record._store, documents(plain), engine, "reader one")
            for ruling in rulings:
                pipeline.rule(record._store, ruling)
        for ruling in ruled.rulings:
            if ruling not in kept:
                whole.withdraw(ruling.id, WHO)
        assert export_of(some) == export_of(whole)
        assert holds(some)


@pytest.mark.parametrize("few", [0, 1000], ids=["from scratch", "by taking reports out"])
@pytest.mark.parametrize("day", ["2023-04-13", "2023-04-14", "2023-04-20"])
def test_the_record_as_of_a_day_has_the_rulings_on_its_reports(
    ruled: SimpleNamespace,
    plain: SimpleNamespace,
    engine: Counting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    day: str,
) -> None:
    monkeypatch.setattr("onrecord.asof.FEW", few)
    with Record(tmp_path / "alone.record") as alone, ruled.record.as_of(day) as then:
        names = [each.doc for each in then.documents(rejected=True)]
        pipeline.add(alone._store, documents(plain, names), engine, "reader one")
        for ruling in ruled.rulings:
            pipeline.rule(alone._store, ruling)
        assert list(exported(then.entries(rejected=True), "jsonl")) == export_of(alone)
        assert checking.check(then._store) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE rulings SET value = '\"2023-04-21\"' WHERE value = '\"2023-04-20\"'",
        "UPDATE rulings SET value = '\"soon\"' WHERE value = '\"2023-04-20\"'",
        "UPDATE rulings SET value = '7' WHERE value LIKE '%Chad Smith%'",
        "UPDATE rulings SET value = replace(value, 'Chad Smith', 'Chad Brown')",
        "UPDATE rulings SET what = 'confirm' WHERE what = 'reject' AND kind = 'document'",
        "UPDATE rulings SET what = 'confirm' WHERE what = 'reject' AND kind = 'copy'",
        "UPDATE rulings SET what = 'confirm' WHERE what = 'reject' AND kind = 'dispute'",
        "UPDATE anchors SET key = 'document:other.txt' WHERE kind = 'document'",
        "UPDATE anchors SET key = NULL WHERE kind = 'copy'",
        "UPDATE anchors SET attached = NULL WHERE apart",
        "UPDATE documents SET dates = replace(dates, '2023-04-20', '2023-04-21')",
        "UPDATE documents SET published = '2023-04-21' WHERE published = '2023-04-20'",
        "DELETE FROM rulings WHERE kind = 'document'",
        "DELETE FROM rulings WHERE kind = 'actor'",
    ],
)
def test_what_was_altered_is_found(ruled: SimpleNamespace, damage: str) -> None:
    assert holds(ruled.record)
    with sqlite3.connect(ruled.record.path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        assert connection.execute(damage).rowcount > 0
    connection.close()
    assert not holds(ruled.record)
