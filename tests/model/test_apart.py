"""Whom a report names by a key that people told apart, wherever a finding names it."""

import pytest

from onrecord.model.actors import Actor
from onrecord.model.apart import Apart, Turn, key_in
from onrecord.model.findings import (
    ActorFinding,
    AgreementFinding,
    ComplianceFinding,
    ContactFinding,
    Finding,
    Observation,
    PlaceFinding,
    Readout,
    StatementFinding,
)
from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.saids import named
from onrecord.model.spans import Span

AT = Span(0, 4)


def said(value: object) -> Said:
    return Said(value, "a rule", (AT,))


MINNI = said(Actor(key="person:minni minawi", name="Minni Minawi", type="person", country="Sudan"))
MALI = said(Actor(key="state:mali", name="Mali", type="state", country="Mali"))
TRIPOLI = said(Place(key="geonames:2210247", name="Tripoli", precision="exact", country="Libya", lat=32.9, lon=13.2))
FINDINGS: dict[str, Finding] = {
    "actor": ActorFinding(MINNI, (said("Minawi"),)),
    "statement": StatementFinding(
        speaker=(MALI, MINNI), act=said("warn"), form="indirect", says=(AT,), target=(MINNI,)
    ),
    "contact": ContactFinding(
        form=said("talks"),
        status=said("held"),
        between=(MINNI, MALI),
        place=TRIPOLI,
        readouts=(Readout(by=(MINNI,), says=said("it went well")),),
    ),
    "place": PlaceFinding(TRIPOLI),
    "agreement": AgreementFinding(key="truce:2023", name=said("the truce"), parties=(MINNI,)),
    "compliance": ComplianceFinding(
        key="truce:2023", agreement=said("the truce"), stance=said("violated"), by=(MALI,), against=(MINNI,)
    ),
}
APART = Apart(
    [
        Turn(("2", "b"), "d", "actor:person:minni minawi", "actor:person:minni minawi~2"),
        Turn(("1", "a"), "d", "actor:person:minni minawi", "actor:person:minni minawi~1"),
        Turn(("1", "a"), "d", "place:geonames:2210247", "place:geonames:2210247~1"),
        Turn(("3", "c"), "d", "agreement:truce:2023", "agreement:truce:2023~3"),
    ]
)


def observed(kind: str, document: str = "d") -> Observation:
    return Observation(id="o", document=document, part=0, trigger=AT, evidence=(AT,), finding=FINDINGS[kind])


def keys(seen: Observation) -> set[str]:
    return {each.key for each in named(seen.finding)}


@pytest.mark.parametrize("kind", FINDINGS)
def test_all_that_a_report_names_by_the_key_goes_by_the_other(kind: str) -> None:
    turned = {"person:minni minawi": "person:minni minawi~2", "geonames:2210247": "geonames:2210247~1"}
    seen = observed(kind)
    now = APART.seen(seen)
    assert keys(now) == {turned.get(key, key) for key in keys(seen)}
    assert {each.name for each in named(now.finding)} == {each.name for each in named(seen.finding)}
    assert getattr(now.finding, "key", None) == ("truce:2023~3" if hasattr(seen.finding, "key") else None)
    assert APART.seen(observed(kind, "e")) == observed(kind, "e"), "in that report alone"


def test_what_was_ruled_later_stands_and_what_stood_before_can_be_asked() -> None:
    def key(before: tuple[str, str]) -> set[str]:
        return keys(APART.seen(observed("actor"), before=before))

    assert key(("1", "a")) == {"person:minni minawi"}
    assert key(("2", "b")) == {"person:minni minawi~1"}
    assert key(("2", "c")) == {"person:minni minawi~2"}


def test_nobody_knows_where_another_place_of_that_name_is() -> None:
    found = APART.seen(observed("place")).finding
    assert found.place.value == Place(key="geonames:2210247~1", name="Tripoli", precision="exact")


def test_when_a_key_was_made() -> None:
    assert APART.since("actor:person:minni minawi~2") == ("2", "b")
    assert APART.since("actor:person:minni minawi") is None
    assert APART
    assert not Apart()


@pytest.mark.parametrize(
    "kind, key",
    [
        ("actor", "actor:person:minni minawi"),
        ("place", "place:geonames:2210247"),
        ("agreement", "agreement:truce:2023"),
        ("compliance", None),
        ("contact", None),
    ],
)
def test_the_key_of_who_is_found(kind: str, key: str | None) -> None:
    assert key_in(FINDINGS[kind]) == key
