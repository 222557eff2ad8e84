"""The lines of a record: one typed entry for each kind, with the keys under which the export writes them.

Dates are ISO strings (`2020`, `2020-02`, `2020-02-03`, or a range `a/b`). What is not known is None or empty and
is left out of the export. `export` gives the JSON object of one entry as the record's format specifies it.
"""

from typing import Any

import msgspec
from msgspec import Struct


class Cite(Struct, frozen=True, kw_only=True, gc=False):
    """`quote` is exactly `text[start:end]` of the stored text of the document named `doc` (code points).

    A cite with `supports` (exported as `for`) backs only those fields; the others are evidence of the whole entry.
    """

    doc: str
    start: int
    end: int
    quote: str
    supports: tuple[str, ...] = msgspec.field(default=(), name="for")


class Origins(Struct, frozen=True, gc=False):
    """How many distinct speakers, tellings (texts after copies are collapsed) and reports stand behind an entry."""

    speakers: int
    tellings: int
    reports: int


class Account(Struct, frozen=True, gc=False):
    """What one teller says of one field, where tellers differ."""

    per: str
    field: str
    value: Any
    cites: tuple[Cite, ...]


class Link(Struct, frozen=True, gc=False):
    """A link to another entry: same occurrence, part of, response to, denies, outcome of, under, corrects."""

    to: str
    as_: str = msgspec.field(name="as")


class Entry(Struct, frozen=True, kw_only=True, tag_field="kind", gc=False):
    """What every line carries. `derived` names the rule behind each field that is not told in so many words."""

    id: str
    cites: tuple[Cite, ...]
    derived: dict[str, str] = {}
    origins: Origins | None = None
    first_reported: str | None = None
    last_reported: str | None = None
    review: str = "unreviewed"
    links: tuple[Link, ...] = ()
    accounts: tuple[Account, ...] = ()

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)


class PartEntry(Struct, frozen=True, kw_only=True, gc=False):
    """One report of a page that holds several."""

    start: int
    end: int
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: str | None = None


class DocumentEntry(Entry, frozen=True, kw_only=True, tag="document"):
    """A report. `basis` of its date: stated or inferred, the reason in `why`, the range it may lie in `window`."""

    doc: str
    published: str | None = None
    basis: str | None = None
    why: str | None = None
    window: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    sha256: str | None = None
    retrieved: str | None = None
    version_of: str | None = None
    parts: tuple[PartEntry, ...] = ()
    quality: tuple[str, ...] = ()


class ActorEntry(Entry, frozen=True, kw_only=True, tag="actor"):
    """Somebody whom reports name. `type`: one of `model.actors.TYPES`; `aliases` and `roles`: in the reports' words."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    side_of: str | None = None


class PlaceEntry(Entry, frozen=True, kw_only=True, tag="place"):
    """A place that reports name; the fields are those of `model.places.Place`, `lat` and `lon` in WGS 84 degrees."""

    name: str
    precision: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    iso3: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


class StatementEntry(Entry, frozen=True, kw_only=True, tag="statement"):
    """`on_basis`: stated, relative, dateline or inferred; `on_is` (within, throughout) where `on` is a range."""

    speaker: tuple[str, ...]
    speaker_ids: tuple[str, ...] = ()
    role: str | None = None
    act: str
    form: str
    to: str | None = None
    on: str | None = None
    on_is: str | None = None
    on_basis: str | None = None
    via: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()
    says: str
    wording: str | None = None


class FigureEntry(Entry, frozen=True, kw_only=True, tag="figure"):
    """A number of the crisis. `value` is the number said, `low` and `high` what it leaves open, all in `unit` (persons,
    households, items, km, ...). `per` names those to whom the report attributes it, or is ("unattributed",)."""

    measure: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str
    unit: str
    of: str
    did: str | None = None
    of_side: str | None = None
    of_side_id: str | None = None
    of_status: str | None = None
    of_group: str | None = None
    part_of: str | None = None
    count: str | None = None
    place: str | None = None
    place_id: str | None = None
    as_of: str | None = None
    as_of_basis: str | None = None
    period: str | None = None
    standing: str = "reported"
    per: tuple[str, ...]
    per_ids: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    series: str | None = None


class ToldEntry(Entry, frozen=True, kw_only=True):
    """What is told of a deed: when (`on_is` and `on_basis` as for statements), where, by whose word."""

    on: str | None = None
    on_is: str | None = None
    on_basis: str | None = None
    place: str | None = None
    place_id: str | None = None
    per: tuple[str, ...] = ()
    per_ids: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


class EventEntry(ToldEntry, frozen=True, kw_only=True, tag="event"):
    """Who did what to whom; the fields are those of `model.findings.EventFinding`, `figures` are ids of entries.

    `status` holds several where the reports differ, in the order of their dates."""

    what: str
    plover: str | None = None
    mode: str | None = None
    context: str | None = None
    sub_event: str | None = None
    by: tuple[str, ...] = ()
    by_ids: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_ids: tuple[str, ...] = ()
    mutual: bool | None = None
    object: str | None = None
    status: str | tuple[str, ...]
    background: bool | None = None
    figures: tuple[str, ...] = ()


class ReadoutEntry(Struct, frozen=True, kw_only=True, gc=False):
    """What one side says of a contact; `cite` is the number of the cite, from 0.

    Where several sides tell of it, those that speak of one thing have one `point`, counted from 1."""

    by: tuple[str, ...]
    says: str
    cite: int
    topic: str | None = None
    point: int | None = None


class ContactEntry(ToldEntry, frozen=True, kw_only=True, tag="contact"):
    """Sides in touch; the fields are those of `model.findings.ContactFinding`, `status` as for events."""

    form: str
    between: tuple[str, ...] = ()
    between_ids: tuple[str, ...] = ()
    status: str | tuple[str, ...]
    readouts: tuple[ReadoutEntry, ...] = ()


class OutcomeEntry(Struct, frozen=True, kw_only=True, gc=False):
    """What a passage says came of a commitment: `of` its condition or its act; `came`: met, not met; `cite` is the
    number of the cite, from 0."""

    of: str
    came: str | None = None
    says: str
    per: tuple[str, ...]
    cite: int
    on: str | None = None


class CommitmentEntry(ToldEntry, frozen=True, kw_only=True, tag="commitment"):
    """What somebody says will be done or must be; `on` is when it was voiced, `due` an ISO date or range.

    `type` holds several where the reports differ. `status` is derived for a day, never stored: see
    `model.outlook`."""

    by: tuple[str, ...]
    by_ids: tuple[str, ...] = ()
    type: str | tuple[str, ...]
    what: str
    condition: str | None = None
    due: str | None = None
    to: tuple[str, ...] = ()
    to_ids: tuple[str, ...] = ()
    outcomes: tuple[OutcomeEntry, ...] = ()
    status: str | None = None


class ControlEntry(ToldEntry, frozen=True, kw_only=True, tag="control"):
    """Who holds or moves on what; `place` is its name, or the reports' words where it has none in the gazetteer."""

    holder: tuple[str, ...] = ()
    holder_ids: tuple[str, ...] = ()
    change: str
    from_: tuple[str, ...] = msgspec.field(default=(), name="from")
    from_ids: tuple[str, ...] = ()


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """What one side says of an agreement; `cite` is the number of the cite, from 0."""

    by: tuple[str, ...]
    says: str
    cite: int


class AgreementEntry(Entry, frozen=True, kw_only=True, tag="agreement"):
    """An accord; `positions` are a view of the compliance entries of the same agreement."""

    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    parties_ids: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    guarantors_ids: tuple[str, ...] = ()
    made: str | None = None
    in_force: str | None = None
    state: str | None = None
    about: str | None = None
    positions: tuple[Position, ...] = ()


class ComplianceEntry(ToldEntry, frozen=True, kw_only=True, tag="compliance"):
    """Who says that whom kept or broke an agreement, `agreement` being its name and `agreement_id` its entry."""

    agreement: str
    agreement_id: str | None = None
    by: tuple[str, ...]
    by_ids: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    against_ids: tuple[str, ...] = ()
    stance: str
    what: str | None = None
    count: float | None = None


class SiteEntry(ToldEntry, frozen=True, kw_only=True, tag="site"):
    """Posts, bases, crossings, camps, hospitals. `state`: a word of the vocabulary, if one fits, and the report's."""

    what: str
    count: float | tuple[float, ...] | None = None
    owner: tuple[str, ...] = ()
    owner_ids: tuple[str, ...] = ()
    state: tuple[str, ...] = ()


class Side(Struct, frozen=True, kw_only=True, gc=False):
    """What one side of a dispute says, in its words; `cite` is the number of the cite, from 0."""

    by: tuple[str, ...]
    says: str
    cite: int


class DisputeEntry(Entry, frozen=True, kw_only=True, tag="dispute"):
    """Where accounts differ, side by side with no verdict.

    `type`: rival figures, accusation and denial, rival accounts, rival readouts, rival positions, inconsistent within
    one report. `over_ids` are the entries that differ, or the one whose accounts do."""

    about: str
    type: str
    sides: tuple[Side, ...]
    over_ids: tuple[str, ...] = ()


class CopyEntry(Entry, frozen=True, kw_only=True, tag="copy"):
    """Words that several reports carry, or one report twice: a passage, or the report as a whole.

    `docs` are names of reports, the one published first in front; `what` is the passage in that one's words. `type`:
    same wire text, same quotation, paraphrase, machine-altered. `share`: of a report that is a copy as a whole, how
    much of it stands in the earlier one, 0 to 1."""

    docs: tuple[str, ...]
    what: str
    type: str
    share: float | None = None


AnyEntry = (
    DocumentEntry
    | FigureEntry
    | StatementEntry
    | EventEntry
    | ContactEntry
    | CommitmentEntry
    | ControlEntry
    | AgreementEntry
    | ComplianceEntry
    | SiteEntry
    | DisputeEntry
    | CopyEntry
    | ActorEntry
    | PlaceEntry
)


def export(entry: AnyEntry) -> dict[str, Any]:
    """The entry as the export's JSON object: `kind` first; what is not known is left out."""
    plain: dict[str, Any] = tidy(msgspec.to_builtins(entry))
    return plain


def tidy(value: Any) -> Any:
    """Plain values without None and empty containers, whole floats as ints; lists for tuples."""
    if isinstance(value, dict):
        return {key: tidy(kept) for key, kept in value.items() if kept is not None and kept not in ((), [], {})}
    if isinstance(value, (list, tuple)):
        return [tidy(kept) for kept in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
