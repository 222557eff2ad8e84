"""Under what an entry is found: whom and where it names, whose word it is, who published it, of what type it is.

A facet is a text key, `actor:person:...`, with the words that name it. The prefixes:

kind       the entry's kind
actor      anybody whom it names, by the key of `model.actors.Actor`; the actor's own entry as well
says       its speakers and tellers, by the same key
place      where it was, by the key of `model.places.Place`; the place's own entry as well
country    the country of that place, or of an actor's own entry
outlet     who published a report that it cites, in lower case
review     its state of review
measure    of a figure
act        of a statement
type       of an event (PLOVER), commitment, dispute, copy or actor; a contact's form, the change of control, the
           stance on an agreement, an agreement's state
differs    `differs:yes`: a dispute is over it, or its reports give different accounts
series     of a figure, by the id of the series that it belongs to
due        of a commitment, the month of its due day, `due:2020-02`
lacks      `lacks:day`, `lacks:place`: no day of it is known, or no place
corrects   a commitment that it sets the day of anew, by the id of that one's observation
to         what it points at, by the id of an observation in it: see `model.addresses.pointed`

A report has the facets of all that was read in it.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from onrecord.model.actors import Actor
from onrecord.model.addresses import pointed
from onrecord.model.entries import (
    ActorEntry,
    AnyEntry,
    CommitmentEntry,
    DisputeEntry,
    DocumentEntry,
    Entry,
    FigureEntry,
    PlaceEntry,
)
from onrecord.model.findings import ComplianceFinding, Finding
from onrecord.model.ids import digest
from onrecord.model.iso import days
from onrecord.model.kinds import happened
from onrecord.model.outlook import CORRECTS
from onrecord.model.places import Place
from onrecord.model.rulings import REJECTED, RULED
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.model.settable import attribute

DIFFERS = "differs:yes"
SHARED = ("actor", "place", "country", "measure")  # what a dispute has of the entries that it is over
SAYING = ("speaker", "per", "readouts")
TYPES = ("plover", "type", "type_", "change", "stance")
FORMS = ("contact",)  # kinds whose form is their type
STATES = ("agreement",)
TOLD_IN_WORDS = (
    *("name", "doc", "title", "publisher", "agency", "authors", "aliases", "roles", "says", "what", "of", "of_side"),
    *("of_group", "about", "condition", "object", "place", "measure", "did", "speaker", "role", "by", "to", "target"),
    *("between", "holder", "from_", "against", "parties", "guarantors", "owner", "state", "agreement", "per", "via"),
    *("country", "docs"),
)
QUOTES = 40  # by which an entry is found; of a thousand tellings the others say little that is new
SIDES = "/"  # between the countries of a border

Facets = dict[str, str]


def prefix_of(key: str) -> str:
    """The word in front of a key's first colon."""
    return key.partition(":")[0]


def facets(
    entry: AnyEntry, findings: Iterable[Finding], outlets: Iterable[str] = (), over: Iterable[Facets] = ()
) -> Facets:
    """The facets of an entry, each with the words for it.

    `findings` are those in the entry; of a report, all that was read in it. `outlets` publish the reports that it
    cites, `over` are the facets of the entries that a dispute is over. The entry is as it is kept: it names actors and
    places by their keys.
    """
    found: Facets = {}
    ruled = {attribute(field) for field, rule in entry.derived.items() if rule == RULED}
    for finding in findings:
        found |= _named(finding, ruled)
        if isinstance(entry, DocumentEntry):
            found |= _typed(finding, _kind(finding))
    for field in ruled:
        found |= _set(entry, field)
    for other in over:
        found |= {key: name for key, name in other.items() if prefix_of(key) in SHARED}
    found |= {f"outlet:{outlet.casefold()}": outlet for outlet in sorted(outlets, reverse=True)}
    found |= {f"corrects:{link.to}": link.to for link in entry.links if link.as_ == CORRECTS}
    if isinstance(entry, ActorEntry) and entry.country:
        found[f"country:{entry.country}"] = entry.country
    if isinstance(entry, CommitmentEntry) and (due := days(entry.due)):
        found[f"due:{due[1]:%Y-%m}"] = f"{due[1]:%Y-%m}"
    if isinstance(entry, FigureEntry) and entry.series:
        found[f"series:{entry.series}"] = entry.of
    found |= {f"to:{id_}": id_ for id_ in pointed(entry)}
    if entry.accounts:
        found[DIFFERS] = "yes"
    if covered(entry) is None:
        found["lacks:day"] = "day"
    if not any(prefix_of(key) == "place" for key in found):
        found["lacks:place"] = "place"
    return {
        **found,
        **_typed(entry, entry.kind),
        f"kind:{entry.kind}": entry.kind,
        f"review:{entry.review}": entry.review,
    }


def found_under(made: Iterable[tuple[AnyEntry, Iterable[Finding], Iterable[str]]]) -> dict[str, Facets]:
    """The facets of entries that were made together, by id; each is given with its findings and outlets. A dispute has
    some of the entries among them that it is over, and these tell that they differ, unless it was rejected."""
    given = list(made)
    found = {entry.id: facets(entry, findings, outlets) for entry, findings, outlets in given}
    for entry, _, outlets in given:
        if isinstance(entry, DisputeEntry):
            over = [found[id_] for id_ in entry.over_ids if id_ in found]
            found[entry.id] = facets(entry, (), outlets, over)
            for each in over if entry.review != REJECTED else ():
                each[DIFFERS] = "yes"
    return found


def seal_of(under: Iterable[str]) -> str:
    """A hash of the keys of an entry's facets."""
    return digest(*sorted(under))


def covered(entry: Entry) -> tuple[dt.date, dt.date] | None:
    """The first and last day of what the entry tells, or of the reports of what tells of no day; None if not known."""
    return days(happened(entry))


def words(entry: AnyEntry) -> str:
    """What an entry is searched by, line by line: its names and words, and the passages that are its evidence."""
    told = [each for field in TOLD_IN_WORDS for each in _texts(getattr(entry, field, None))]
    if not isinstance(entry, (ActorEntry, PlaceEntry)):
        evidence = dict.fromkeys(cite.quote for cite in entry.cites if not cite.supports)
        told += list(evidence)[:QUOTES]
    return "\n".join(dict.fromkeys(told))


def _set(entry: AnyEntry, field: str) -> Facets:
    """Those whom a person set a field to, as far as they have an entry."""
    plain = field.rstrip("_")
    keys = _texts(getattr(entry, f"{plain}_ids", None)) or _texts(getattr(entry, f"{plain}_id", None))
    found = {key: key.rpartition(":")[2] for key in keys}
    if field in SAYING:
        found |= {f"says:{key.partition(':')[2]}": name for key, name in found.items()}
    return found


def _named(finding: Finding, beside: Collection[str] = ()) -> Facets:
    """Whom and where a finding names, but for the fields `beside`."""
    found: Facets = {}
    for field, said in saids(finding):
        value = said.value if field not in beside else None
        if isinstance(value, Actor):
            found[f"actor:{value.key}"] = value.name
            if field in SAYING or (field == "by" and isinstance(finding, ComplianceFinding)):
                found[f"says:{value.key}"] = value.name
        elif isinstance(value, Place):
            found[f"place:{value.key}"] = value.name
            found |= {f"country:{name}": name for name in (value.country or "").split(SIDES) if name}
    return found


def _typed(holder: Any, kind: str) -> Facets:
    """The measure, act and type of an entry or finding of that kind."""
    types = (*TYPES, *(("form",) if kind in FORMS else ()), *(("state",) if kind in STATES else ()))
    fields = {"measure": ("measure",), "act": ("act",), "type": types}
    return {
        f"{prefix}:{value}": value
        for prefix, names in fields.items()
        for name in names
        for value in _texts(getattr(holder, name, None))
    }


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a field, however it holds them."""
    if isinstance(value, Said):
        return _texts(value.value)
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()


def _kind(finding: Finding) -> str:
    return str(finding.__struct_config__.tag)
