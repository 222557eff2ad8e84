"""Entries of several reports as one: what they agree on, what is more exact, and who says what where they differ."""

import pytest
from msgspec.structs import replace

from onrecord.model.entries import Account, Cite, EventEntry, Link
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.joining.groups import Join
from onrecord.reconciling.merging.fields import ON, PLACE, Policy, agree, merged, width

POLICY = Policy(words=frozenset({"what"}), finest=(ON, PLACE), compared=("on", "by", "status"))
EVENT = EventEntry(id="", cites=(), what="shelled", status="happened", per=("unattributed",))


def told(id_: str, published: str = "2022-05-03", **fields: object) -> Reconciled:
    cite = Cite(doc=f"{id_}.txt", start=0, end=9, quote=f"{id_} tells of the shelling of the railway station at dawn")
    entry = replace(EVENT, id=id_, cites=(cite,), first_reported=published, last_reported=published, **fields)
    return Reconciled(entry, (id_,), (f"document {id_}",))


def test_one_alone_stays_as_it_is() -> None:
    alone = told("a")
    assert merged([alone], POLICY) is alone


def test_the_first_names_the_entry_and_all_are_cited() -> None:
    made = merged([told("a", "2022-05-03"), told("b", "2022-05-05")], POLICY, [Join("b", "a", "same day")])
    assert (made.entry.id, made.members, made.cited) == ("a", ("a", "b"), ("document a", "document b"))
    assert [cite.doc for cite in made.entry.cites] == ["a.txt", "b.txt"]
    assert (made.entry.first_reported, made.entry.last_reported) == ("2022-05-03", "2022-05-05")
    assert [tuple(join) for join in made.joins] == [("b", "a", "same day")]


def test_origins_count_people_wordings_and_reports() -> None:
    one, other = told("a", per=("Kyiv",)), told("b", per=("Kyiv",))
    words = replace(other.entry.cites[0], quote="Ten rockets fell on Kramatorsk, an official said there.")
    third = other._replace(entry=replace(other.entry, id="c", cites=(words,)), members=("c",), cited=("document c",))
    origins = merged([one, other, third], POLICY).entry.origins
    assert (origins.speakers, origins.tellings, origins.reports) == (1, 2, 3)


def test_the_more_exact_day_and_place_stand_and_differ_from_nothing() -> None:
    wide = told("a", on="2022-05-02/2022-05-03", on_is="within", place="Ukraine", place_id="place:iso:UKR")
    exact = told("b", on="2022-05-03", place="Kramatorsk", place_id="place:geonames:5")
    entry = merged([wide, exact], POLICY).entry
    assert (entry.on, entry.on_is, entry.place, entry.place_id) == (
        "2022-05-03", None, "Kramatorsk", "place:geonames:5",
    )  # fmt: skip
    assert entry.accounts == ()


def test_where_they_differ_each_account_stands_with_its_teller() -> None:
    ours = told("a", per=("Kyiv",), by=("Russia",), by_ids=("actor:state:russia",))
    theirs = told("b", per=("Moscow",), by=("Ukraine",), by_ids=("actor:state:ukraine",), status="denied")
    entry = merged([ours, theirs], POLICY).entry
    assert (entry.by, entry.status) == (("Russia", "Ukraine"), ("happened", "denied"))
    assert [(account.per, account.field, account.value) for account in entry.accounts] == [
        ("Kyiv", "by", ("Russia",)),
        ("Moscow", "by", ("Ukraine",)),
        ("Kyiv", "status", "happened"),
        ("Moscow", "status", "denied"),
    ]
    assert entry.accounts[0] == Account("Kyiv", "by", ("Russia",), ours.entry.cites)


def test_links_are_kept_once() -> None:
    link = Link(to="s", as_="same occurrence")
    assert merged([told("a", links=(link,)), told("b", links=(link,))], POLICY).entry.links == (link,)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Sudan",), ("Sudan", "RSF"), True),
        (("Sudan",), ("RSF",), False),
        ("2023-04", "2023-04-15", True),
        ("2023-04-14", "2023-04-15", False),
        ("planned", "held", False),
        (8.0, 8.0, True),
    ],
)
def test_what_can_both_be_so(one: object, other: object, expected: bool) -> None:
    assert agree(one, other) is agree(other, one) is expected


def test_a_town_is_more_exact_than_its_country() -> None:
    keys = ["place:geonames:1", "place:text:the bridge", "place:iso:UA-14", "place:region:donbas", "place:iso:UKR"]
    assert [width(key) for key in keys] == sorted(width(key) for key in keys)
    assert len({width(key) for key in keys}) == len(keys)
