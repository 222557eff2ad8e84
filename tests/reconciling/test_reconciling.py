"""From observations to entries: dates by the report's day, cites by what the values rest on, names by their keys."""

import datetime as dt

import msgspec
import pytest

from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.documents import Document, Part
from onrecord.model.findings import ActorFinding, FigureFinding, Finding, Observation, PlaceFinding, StatementFinding
from onrecord.model.frames import Frame, Noted, PartDate, frame_of, quotes
from onrecord.model.ids import observation_id
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.saids import spans_of
from onrecord.model.spans import Span
from onrecord.reconciling import block_of, reconcile
from onrecord.reconciling.blocks import Block, document_block, in_order, names_of
from onrecord.reconciling.merging.dates import basis, counted_over, dated, up_to_report

TEXT = "date 2020-02-26\nThe minister spoke. He said 13 soldiers had died in Idlib this month. That is all."
TURKEY = Actor(key="state:turkey", name="Turkey", type="state")
IDLIB = Place(key="geonames:1", name="Idlib", precision="exact")


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(name: str = "a.txt", published: str | None = "2020-02-26", text: str = TEXT) -> tuple[Document, Frame]:
    document = Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en")
    words = (at("2020-02-26"),) if published else ()
    date = PartDate(published=published, basis="stated" if published else None, words=words)
    return document, frame_of(document, (date,))


def noted(document: Document, finding: Finding, trigger: Span, *evidence: Span) -> Noted:
    seen = Observation(
        id=observation_id(document.id, str(finding.__struct_config__.tag), trigger.start),
        document=document.id,
        part=0,
        trigger=trigger,
        evidence=evidence or (trigger,),
        finding=finding,
    )
    return Noted(seen, quotes(document.text, spans_of(seen)))


def one(finding: Finding, trigger: str, evidence: str, published: str | None = "2020-02-26"):
    document, frame = report(published=published)
    made = noted(document, finding, at(trigger), at(evidence))
    key = block_of(made.observation, frame.dates[0])
    assert key is not None
    (reconciled,) = reconcile(Block(key, (made,), {document.id: frame}))
    assert reconciled.members == (made.observation.id,)
    assert reconciled.cited == (document.id,) * len(reconciled.entry.cites)
    return reconciled.entry


def figure(**more: object) -> FigureFinding:
    amount = Amount(value=13, low=13, high=13)
    return FigureFinding(
        measure=Said("killed", "measure word", (at("died"),)),
        amount=Said(amount, "number", (at("13"),)),
        of=Said("soldiers", "verbatim", (at("soldiers"),)),
        **more,
    )


def statement(**more: object) -> StatementFinding:
    return StatementFinding(
        speaker=(Said(TURKEY, "coreference", (at("He"), at("minister"))),),
        act=Said("assert", "reporting verb", (at("said"),)),
        form="indirect",
        says=(at("13 soldiers had died"), at("this month")),
        **more,
    )


SENTENCE = "He said 13 soldiers had died in Idlib this month."
DAY = PartDate(published="2020-02-26")


@pytest.mark.parametrize(
    "when, published, expected",
    [
        (When(unit="month", offset=0), "2020-02-26", "2020-02-01/2020-02-26"),
        (When(unit="month", offset=0), "2020-02-29", "2020-02"),
        (When(unit="month", offset=0), "2020-02-01", "2020-02-01"),
        (When(unit="month", offset=-1), "2020-02-26", "2020-01"),
        (When(unit="day", offset=-1), "2020-02-26", "2020-02-25"),
        (When(unit="month", year=2019, month=12), "2020-02-26", "2019-12"),
        (When(unit="month", year=2019, month=12), None, "2019-12"),
        (When(unit="month", offset=0), None, None),
        (When(unit="month", offset=0), "2020-02", None),
    ],
)
def test_a_period_ends_on_the_reports_day(when: When, published: str | None, expected: str | None) -> None:
    assert counted_over(when, PartDate(published=published)) == expected


@pytest.mark.parametrize(
    "when, expected",
    [
        (When(unit="day", year=2020, month=2, day=3), "stated"),
        (When(unit="day", month=2, day=3), "stated"),
        (When(unit="day", offset=-1), "relative"),
        (When(unit="day", weekday=0), "relative"),
        (When(unit="week", span=-2), "relative"),
    ],
)
def test_a_date_is_stated_or_relative(when: When, expected: str) -> None:
    assert basis(when) == expected


def test_a_date_that_cannot_be_known_is_left_out() -> None:
    assert dated(When(unit="day", offset=-1), PartDate()) is None
    assert up_to_report(PartDate(published="2020-02")) is None


def test_a_figure_keeps_what_was_said_and_cites_what_lies_outside() -> None:
    place = Said(IDLIB, "gazetteer", (at("Idlib"),))
    per = (Said(TURKEY, "coreference", (at("He"), at("minister"))),)
    period = Said(When(unit="month", offset=0), "date", (at("this month"),))
    entry = one(figure(place=place, per=per, period=period), "13", SENTENCE)
    assert (entry.value, entry.low, entry.high, entry.qualifier) == (13, 13, 13, "exact")
    assert (entry.place, entry.place_id) == ("Idlib", "place:geonames:1")
    assert (entry.per, entry.per_ids) == (("Turkey",), ("actor:state:turkey",))
    assert entry.period == "2020-02-01/2020-02-26"
    assert entry.as_of is None
    assert [(cite.quote, cite.supports) for cite in entry.cites] == [(SENTENCE, ()), ("minister", ("per",))]
    assert entry.derived == {
        "measure": "measure word",
        "value": "number",
        "place": "gazetteer",
        "per": "coreference",
        "period": "date",
    }


@pytest.mark.parametrize(
    "more, published, as_of, basis_",
    [
        ({"recent": True}, "2020-02-26", "2020-02-26", "inferred"),
        ({"recent": True}, None, None, None),
        ({"recent": False}, "2020-02-26", None, None),
        (
            {"as_of": Said(When(unit="day", offset=-1), "date", (at("this month"),))},
            "2020-02-26",
            "2020-02-25",
            "relative",
        ),
        ({"as_of": Said(When(unit="day", offset=-1), "date", (at("this month"),))}, None, None, None),
    ],
)
def test_the_day_a_figure_stands_for(more: dict, published: str | None, as_of: str | None, basis_: str | None) -> None:
    entry = one(figure(**more), "13", SENTENCE, published)
    assert (entry.as_of, entry.as_of_basis) == (as_of, basis_)
    assert ("as_of" in entry.derived) == (as_of is not None)
    header = [cite.quote for cite in entry.cites if cite.supports == ("as_of",)]
    assert header == (["2020-02-26"] if basis_ == "inferred" else [])


def test_a_figure_nobody_is_named_for_is_unattributed() -> None:
    assert one(figure(), "13", SENTENCE).per == ("unattributed",)


def test_what_a_statement_says_are_its_words() -> None:
    entry = one(statement(), "said", SENTENCE)
    assert entry.says == "13 soldiers had died … this month"
    assert entry.on is None
    assert [(cite.quote, cite.supports) for cite in entry.cites] == [(SENTENCE, ()), ("minister", ("speaker",))]


def test_a_statement_told_as_news_was_made_by_the_reports_day() -> None:
    entry = one(statement(recent=True), "said", SENTENCE)
    assert (entry.on, entry.on_is, entry.on_basis) == ("2020-02-25/2020-02-26", "within", "inferred")
    assert entry.derived["on"] == "report date"
    assert [cite.quote for cite in entry.cites if cite.supports == ("on",)] == ["2020-02-26"]
    assert one(statement(recent=True), "said", SENTENCE, published=None).on is None


def actor(document: Document, name: str, **more: object) -> Noted:
    value = Actor(key="person:x", name=name, type="person", **more)  # type: ignore[arg-type]
    finding = ActorFinding(
        Said(value, "name", (at("minister"),)),
        aliases=(Said("He", "verbatim", (at("He"),)),),
        roles=(Said("minister", "verbatim", (at("minister"),)),),
    )
    return noted(document, finding, at("minister"))


def test_an_actor_is_one_entry_over_reports_under_the_fullest_name() -> None:
    (first, early), (second, late) = report("a.txt", "2020-02-20"), report("b.txt", "2020-02-26")
    frames = {first.id: early, second.id: late}
    group = in_order([actor(second, "Hulusi Akar", country="Turkey"), actor(first, "Akar")], frames)
    (made,) = reconcile(Block("actor:person:x", group, frames))
    entry = made.entry
    assert (entry.name, entry.aliases, entry.roles, entry.country) == (
        "Hulusi Akar",
        ("Akar", "He"),
        ("minister",),
        "Turkey",
    )
    assert entry.id == group[0].observation.id
    assert group[0].observation.document == first.id
    assert (entry.first_reported, entry.last_reported) == ("2020-02-20", "2020-02-26")
    assert (entry.origins.reports, len(made.members)) == (2, 2)


def test_an_undated_report_never_names_the_entry() -> None:
    (undated, no_date), (second, late) = report("a.txt", None), report("b.txt", "2020-02-26")
    frames = {undated.id: no_date, second.id: late}
    group = in_order([actor(undated, "Akar"), actor(second, "Akar")], frames)
    assert group[0].observation.document == second.id


def test_a_place_takes_its_most_precise_reading() -> None:
    (first, early), (second, late) = report("a.txt"), report("b.txt")
    rough = msgspec.structs.replace(IDLIB, precision="province", name="Idlib province")
    group = tuple(
        noted(document, PlaceFinding(Said(place, "gazetteer", (at("Idlib"),))), at("Idlib"))
        for document, place in ((first, rough), (second, IDLIB))
    )
    (made,) = reconcile(Block("place:geonames:1", group, {first.id: early, second.id: late}))
    assert (made.entry.name, made.entry.precision, made.entry.aliases) == ("Idlib", "exact", ("Idlib province",))


def test_a_document_cites_its_date_or_its_first_words() -> None:
    for published, quoted in (("2020-02-26", "2020-02-26"), (None, "date 2020-02-26")):
        document, frame = report(published=published)
        (made,) = reconcile(Block(document_block("a.txt"), (), {document.id: frame}))
        assert (made.entry.id, made.entry.published) == (document.id, published)
        assert [cite.quote for cite in made.entry.cites] == [quoted]


def test_figures_and_statements_name_their_actors_and_places() -> None:
    document, _ = report()
    seen = noted(document, statement(target=(Said(TURKEY, "name", (at("He"),)),)), at("said")).observation
    assert names_of(seen) == {"actor:state:turkey"}
    assert names_of(actor(document, "Akar").observation) == frozenset()


def test_days_are_days() -> None:
    assert up_to_report(DAY) == f"{dt.date(2020, 2, 25)}/{dt.date(2020, 2, 26)}"
