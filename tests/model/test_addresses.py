"""What entries point at, under the ids of today's entries."""

from onrecord.model.addresses import addresses, resolved
from onrecord.model.entries import EventEntry, Link

EVENT = EventEntry(
    id="e",
    cites=(),
    what="shelled",
    status="happened",
    by=("Sudan", "nobody"),
    by_ids=("actor:state:sudan", "actor:other:nobody"),
    place="Khartoum",
    place_id="place:geonames:1",
    figures=("f1", "f2"),
    links=(Link(to="s1", as_="same occurrence"), Link(to="e2", as_="same occurrence")),
)


def test_an_entry_names_actors_places_figures_and_links() -> None:
    assert set(addresses(EVENT)) == {
        "actor:state:sudan", "actor:other:nobody", "place:geonames:1", "f1", "f2", "s1", "e2",
    }  # fmt: skip


def test_it_is_told_by_the_ids_of_todays_entries_each_once() -> None:
    known = {"actor:state:sudan": "a", "place:geonames:1": "p", "f1": "f", "f2": "f", "s1": "s", "e2": "e"}
    entry = resolved(EVENT, known)
    assert (entry.by, entry.by_ids, entry.place_id, entry.figures) == (("Sudan", "nobody"), ("a",), "p", ("f",))
    assert entry.links == (Link(to="s", as_="same occurrence"),), "it is not linked with itself"


def test_what_no_entry_holds_is_left_out() -> None:
    entry = resolved(EVENT, {})
    assert (entry.by_ids, entry.place_id, entry.figures, entry.links) == ((), None, (), ())
