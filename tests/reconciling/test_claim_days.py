"""A claim about an agreement was reported on the day of its own report, not of the first that names the agreement."""

from onrecord.model.actors import Actor
from onrecord.model.documents import Document, Part
from onrecord.model.findings import ComplianceFinding, Observation
from onrecord.model.frames import Frame, Noted, PartDate, frame_of, quotes
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.model.saids import spans_of
from onrecord.model.spans import Span
from onrecord.reconciling import block_of, reconcile
from onrecord.reconciling.blocks import Block


def claim(name: str, speaker: str, published: str) -> tuple[Noted, Frame]:
    text = f"{speaker} accused the rebels of violating the truce."
    document = Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en")
    start = text.index("violating")
    finding = ComplianceFinding(
        key="truce",
        agreement=Said("truce", "verbatim", (Span(len(text) - 6, len(text) - 1),)),
        stance=Said("violated", "stance", (Span(start, start + 9),)),
        by=(Said(Actor(key=speaker, name=speaker, type="state"), "verbatim", (Span(0, len(speaker)),)),),
    )
    seen = Observation(
        id=observation_id(document.id, "compliance", start), document=document.id, part=0,
        trigger=Span(start, start + 9), evidence=(Span(0, len(text)),), finding=finding,
    )  # fmt: skip
    frame = frame_of(document, (PartDate(published=published, basis="stated"),))
    return Noted(seen, quotes(text, spans_of(seen))), frame


def test_each_claim_keeps_the_day_of_its_report() -> None:
    made = [claim("a.txt", "Eritrea", "2022-11-02"), claim("b.txt", "Ethiopia", "2022-11-20")]
    key = block_of(made[0][0].observation, PartDate())
    assert key is not None
    frames = {noted.observation.document: frame for noted, frame in made}
    entries = [each.entry for each in reconcile(Block(key, tuple(noted for noted, _ in made), frames))]
    assert [(entry.first_reported, entry.last_reported) for entry in entries] == [
        ("2022-11-02", "2022-11-02"),
        ("2022-11-20", "2022-11-20"),
    ]
