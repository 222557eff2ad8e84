"""Events as entries: what was over more than a year before its report is background."""

import pytest

from onrecord.model.dates import When
from onrecord.model.documents import Document, Part
from onrecord.model.findings import EventFinding, Observation
from onrecord.model.frames import Noted, PartDate, frame_of, quotes
from onrecord.model.ids import observation_id
from onrecord.model.said import Said
from onrecord.model.saids import spans_of
from onrecord.model.spans import Span
from onrecord.reconciling import block_of, reconcile
from onrecord.reconciling.blocks import Block

TEXT = "Azerbaijan shot down an Armenian helicopter then."


@pytest.mark.parametrize(
    ("when", "published", "background"),
    [
        (When(unit="month", year=2014, month=11), "2020-02-26", True),
        (When(unit="year", year=2018), "2020-02-26", True),
        (When(unit="year", year=2019), "2020-02-26", None),
        (When(unit="day", offset=-1), "2020-02-26", None),
        (When(unit="month", year=2014, month=11), None, None),
        (None, "2020-02-26", None),
    ],
)
def test_history_is_background(when: When | None, published: str | None, background: bool | None) -> None:
    document = Document(name="a.txt", text=TEXT, parts=(Part(Span(0, len(TEXT))),), language="en")
    verb, then = Span(11, 15), Span(TEXT.index("then"), TEXT.index("then") + 4)
    finding = EventFinding(
        what=Said("shot", "verbatim", (verb,)),
        status=Said("happened", "deed status", (verb,)),
        on=Said(when, "date", (then,)) if when else None,
    )
    seen = Observation(
        id=observation_id(document.id, "event", verb.start),
        document=document.id,
        part=0,
        trigger=verb,
        evidence=(Span(0, len(TEXT)),),
        finding=finding,
    )
    date = PartDate(published=published, basis="stated" if published else None, words=(then,) if published else ())
    key = block_of(seen, date)
    assert key is not None
    noted = Noted(seen, quotes(TEXT, spans_of(seen)))
    (made,) = reconcile(Block(key, (noted,), {document.id: frame_of(document, (date,))}))
    assert made.entry.background is background
