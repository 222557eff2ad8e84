"""Rulings as data: what their anchors stand for, and what fields may be set to."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RulingError
from onrecord.model import terms
from onrecord.model.actors import Actor
from onrecord.model.findings import ActorFinding, Observation, PlaceFinding
from onrecord.model.frames import Noted, Quote
from onrecord.model.kinds import KINDS
from onrecord.model.places import Place
from onrecord.model.rulings import anchor_of, attached
from onrecord.model.said import Said
from onrecord.model.settable import CHECKS, FIELDS, attribute, checked, may_be_unknown, settable
from onrecord.model.spans import Span

TEXT = "Eight men were killed in Bara on Friday, and nine were wounded there. A tenth man is missing in Kosti."


def observation(id_: str, at: int, passage: tuple[int, int], *, kind: str = "actor") -> Observation:
    finding = {
        "actor": ActorFinding(Said(Actor(key="k", name="n", type="other"), "a name", ())),
        "place": PlaceFinding(Said(Place(key="k", name="n", precision="exact"), "a name", ())),
    }[kind]
    return Observation(
        id=id_, document="d", part=0, trigger=Span(at, at + 3), evidence=(Span(*passage),), finding=finding
    )


def anchored(seen: Observation, others: Iterable[Observation] = ()) -> object:
    passage = seen.evidence[0]
    return anchor_of(Noted(seen, (Quote(passage.start, passage.end, passage.of(TEXT)),)), others)


ONE = observation("one", 0, (0, 39))
BESIDE = observation("beside", 45, (0, 69))
LATER = observation("later", 70, (70, 102))


@pytest.mark.parametrize(
    "now, expected",
    [
        ([ONE, BESIDE, LATER], "one"),
        ([observation("moved", 10, (0, 39)), BESIDE], "moved"),
        ([observation("moved", 10, (5, 69)), LATER], "moved"),
        ([observation("far", 45, (0, 39)), observation("near", 4, (0, 39))], "near"),
        ([observation("near", 4, (2, 60)), observation("same passage", 30, (0, 39))], "same passage"),
        ([BESIDE, LATER], None),
        ([LATER], None),
        ([observation("a place", 0, (0, 39), kind="place")], None),
        ([], None),
    ],
)
def test_what_an_anchor_stands_for(now: list[Observation], expected: str | None) -> None:
    for seen in (now, now[::-1]):
        found = attached(anchored(ONE, [ONE, BESIDE, LATER]), seen)
        assert (found.id if found else None) == expected


def test_an_anchor_holds_the_exact_words() -> None:
    anchor = anchored(BESIDE, [ONE, BESIDE, LATER])
    assert TEXT[anchor.start : anchor.end] == anchor.quote
    assert (anchor.at, anchor.observation, anchor.beside) == (45, "beside", ("one",))


def test_every_field_that_can_be_set_is_one_of_its_kind() -> None:
    for kind, fields in FIELDS.items():
        for field, shape in fields.items():
            assert attribute(field) in KINDS[kind].__struct_fields__
            assert shape.form in CHECKS
            assert may_be_unknown(kind, field) in (True, False)


@given(kind=st.sampled_from(list(FIELDS)), value=st.from_type(object), data=st.data())
def test_any_value_is_kept_in_its_shape_or_refused(kind: str, value: object, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(settable(kind))))
    value = data.draw(
        st.one_of(
            st.just(value),
            st.text(),
            st.floats(),
            st.integers(),
            st.lists(st.text(), max_size=60),
            st.dictionaries(st.sampled_from(["name", "key", "x"]), st.text()),
            st.none(),
        )
    )
    try:
        kept = checked(kind, field, value)
    except RulingError as error:
        told = str(error)
    else:
        assert checked(kind, field, kept) == kept
        told = "expected"
    assert "expected" in told
    assert len(told) < 700


def vocabulary(name: str) -> dict:
    return tomllib.loads((files("onrecord.vocabulary") / "data" / f"{name}.toml").read_text("utf-8"))


def test_what_readers_code_can_be_set() -> None:
    measures = vocabulary("measures")
    assert {frame["measure"] for frame in measures["frames"]} <= set(terms.MEASURES)
    assert {deed["did"] for deed in measures["deeds"]} - {"lost"} <= set(terms.DEEDS)  # nobody says how it was lost
    assert set(vocabulary("numbers")["magnitudes"]) <= set(terms.MAGNITUDES)
    assert {*vocabulary("numbers")["before"], *vocabulary("numbers")["after"]} <= set(terms.QUALIFIERS)
