"""The record's words for coded fields: no vocabulary and no reader makes another, so that each can be set by hand."""

from collections.abc import Iterable

import pytest

from onrecord.model import terms
from onrecord.reading.compliance import claims, enforcing
from onrecord.reading.compliance import reader as compliance_reader
from onrecord.reading.contacts.status import STATUS
from onrecord.vocabulary.accords import accords
from onrecord.vocabulary.commitments import commitments
from onrecord.vocabulary.compliance import compliance
from onrecord.vocabulary.contacts import contacts
from onrecord.vocabulary.control import control
from onrecord.vocabulary.events import events
from onrecord.vocabulary.measures import measures
from onrecord.vocabulary.numbers import numbers
from onrecord.vocabulary.reporting import reporting
from onrecord.vocabulary.sites import sites

LISTS = {name: words for name, words in vars(terms).items() if name.isupper()}
READ_STANCES = (
    claims.KEPT,
    claims.VIOLATED,
    claims.SUSPENDS,
    claims.DISREGARDS,
    compliance_reader.DENIES,
    enforcing.ENFORCES,
)


def _acts() -> set[str]:
    file = reporting()
    return {each.act for each in (*file.verbs, *file.idioms, *file.nouns, *file.contents)}


@pytest.mark.parametrize(
    "made, known",
    [
        pytest.param(_acts(), terms.ACTS, id="acts of verbs, idioms, nouns and contents"),
        pytest.param(commitments().acts, terms.ACTS, id="acts that commit"),
        pytest.param(events().acts, terms.ACTS, id="acts that are events"),
        pytest.param({frame.measure for frame in measures().frames}, terms.MEASURES, id="measures"),
        pytest.param(measures().units, terms.MEASURES, id="measures with units"),
        pytest.param({deed.did for deed in measures().deeds} - {"lost"}, terms.DEEDS, id="what was done with arms"),
        pytest.param(set(measures().standing) - {"hypothetical"}, terms.STANDINGS, id="standings"),
        pytest.param(measures().status, terms.PEOPLE, id="civilians and combatants"),
        pytest.param(numbers().before, terms.QUALIFIERS, id="qualifiers before a number"),
        pytest.param(numbers().after, terms.QUALIFIERS, id="qualifiers behind a number"),
        pytest.param(numbers().magnitudes, terms.MAGNITUDES, id="magnitudes"),
        pytest.param({kind.plover for kind in events().deeds}, terms.PLOVER, id="types of deeds"),
        pytest.param({code.plover for code in events().acts.values()}, terms.PLOVER, id="types of sayings"),
        pytest.param({code.plover for code in events().contacts.values()}, terms.PLOVER, id="types of contacts"),
        pytest.param({code.plover for code in events().changes.values()}, terms.PLOVER, id="types of changes"),
        pytest.param(events().statuses, terms.CONTACT_STATUS, id="contacts that are events"),
        pytest.param(events().statuses.values(), terms.EVENT_STATUS, id="events that are contacts"),
        pytest.param(events().changes, terms.CHANGES, id="changes that are events"),
        pytest.param(contacts().forms, terms.CONTACTS, id="forms of contact"),
        pytest.param(events().contacts, terms.CONTACTS, id="forms of contact that are events"),
        pytest.param(STATUS.values(), terms.CONTACT_STATUS, id="what became of a contact"),
        pytest.param(STATUS, terms.EVENT_STATUS, id="what became of a deed"),
        pytest.param(commitments().governors, terms.COMMITMENTS, id="commitments by their verb"),
        pytest.param(commitments().acts.values(), terms.COMMITMENTS, id="commitments by their act"),
        pytest.param(control().changes, terms.CHANGES, id="changes of control"),
        pytest.param(accords().states, terms.AGREEMENTS, id="states of an accord"),
        pytest.param(compliance().stances, terms.STANCES, id="stances by their verb"),
        pytest.param(compliance().phrases, terms.STANCES, id="stances by their phrase"),
        pytest.param(READ_STANCES, terms.STANCES, id="stances of the reader"),
        pytest.param(
            [name for name, state in sites().states.items() if state.coded], terms.SITES, id="states of a site"
        ),
    ],
)
def test_what_is_made_is_among_the_terms(made: Iterable[str], known: tuple[str, ...]) -> None:
    assert set(made) <= set(known)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_a_term_once(name: str) -> None:
    assert len(LISTS[name]) == len(set(LISTS[name]))
