"""Actors and places grow: what their entries cited, with the reports that are new, comes to the same as all at once."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.actors import Actor
from onrecord.model.findings import ActorFinding, Observation
from onrecord.model.frames import Frame, Noted, PartDate, quotes
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import Block, in_order
from onrecord.reconciling.named import actors
from onrecord.reconciling.named import entries as named
from onrecord.reconciling.named.entries import added, leading, tally

FORMS = ("Hemedti", "Mohamed Hamdan Dagalo", "General Dagalo", "Dagalo")
WORDS = Span(0, 7)


def sighting(number: int, day: int, form: str, role: str) -> tuple[Noted, Frame]:
    actor = Actor(key="person:dagalo", name=form, type="person", country="Sudan" if day % 3 else None)
    finding = ActorFinding(Said(actor, "name", (WORDS,)), roles=(Said(role, "verbatim", (WORDS,)),))
    seen = Observation(
        id=f"{number:04}", document=f"d{number}", part=0, trigger=WORDS, evidence=(WORDS,), finding=finding
    )
    date = PartDate(published=f"2023-04-{day:02}" if day else None)
    frame = Frame(id=f"d{number}", name=f"{number}.txt", sha256="", parts=(), label=f"{number}.txt", dates=(date,))
    return Noted(seen, quotes("Hemedti spoke.", [WORDS])), frame


sightings = st.lists(
    st.tuples(st.integers(0, 28), st.sampled_from(FORMS), st.sampled_from(["general", "deputy head"])),
    min_size=1,
    max_size=40,
)


@given(sightings, st.data())
def test_growing_is_the_same_as_all_at_once(told: list[tuple[int, str, str]], data: st.DataObject) -> None:
    made = [sighting(number, *each) for number, each in enumerate(told)]
    frames = {frame.id: frame for _, frame in made}
    few = data.draw(st.integers(1, 6))
    cut = data.draw(st.integers(0, len(made)))
    with_few = named.FIRST
    named.FIRST = few
    try:
        whole = Block("actor:person:dagalo", in_order([noted for noted, _ in made], frames), frames)
        before = Block(whole.key, in_order([noted for noted, _ in made[:cut]], frames), frames)
        new = [noted for noted, _ in made[cut:]]
        counted = added(tally(before, before.noted), tally(whole, new))
        grown = Block(whole.key, in_order([*leading(before.noted), *new], frames), frames, {}, counted)
        assert actors.entries(grown) == actors.entries(whole)
    finally:
        named.FIRST = with_few
