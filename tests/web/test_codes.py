"""Coded values in plain words: each code of the record's vocabulary has one."""

import pytest

from onrecord.model import terms
from onrecord.model.entries import Cite, EventEntry
from onrecord.model.kinds import KINDS
from onrecord.web import codes

CITES = (Cite(doc="a.txt", start=0, end=2, quote="it"),)


def event(plover: str | None, mode: str | None = None, sub_event: str | None = None) -> EventEntry:
    return EventEntry(id="e", cites=CITES, what="it", status="happened", plover=plover, mode=mode, sub_event=sub_event)


@pytest.mark.parametrize(
    ("plover", "mode", "sub_event", "word"),
    [
        ("ASSAULT", "aerial", "Air/drone strike", "air attack"),
        ("ASSAULT", None, None, "attack"),
        ("ASSAULT", "of a mode that nobody knows", None, "attack"),
        ("COERCE", "seize", "Non-state actor overtakes territory", "seizure"),
        ("RETREAT", "release", None, "release"),
        ("SANCTION", "expel", "displacement", "displacement"),
        ("CONSULT", "phone", None, "phone call"),
        (None, None, None, ""),
    ],
)
def test_an_event_is_called_by_what_was_done(plover: str, mode: str, sub_event: str, word: str) -> None:
    assert codes.deed(event(plover, mode, sub_event)) == word


def test_every_code_has_a_word() -> None:
    assert set(terms.PLOVER) == set(codes.DEEDS)
    assert set(codes.WAYS) <= set(codes.DEEDS)
    assert set(terms.ACTS) == set(codes.ACTS)
    assert set(KINDS) == set(codes.KINDS)
    assert all(codes.every_act(act) for act in terms.ACTS)


def test_what_is_just_said_needs_no_word() -> None:
    assert codes.act("assert") == ""
    assert codes.act("deny") == "denial"
    assert codes.every_act("assert") == "just saying so"


def test_a_code_is_said_with_what_it_is_a_type_of() -> None:
    assert codes.plain_type("ASSAULT") == "attack (events)"
    assert codes.plain_type("phone call") == "phone call"
