"""Why an entry stands in the record: where it is told, what each value was understood from, why tellings were joined.

Nothing is kept for it: each value comes from the observation that gave it, with its rule and the words that it cites.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from onrecord.errors import AddressError
from onrecord.model.actors import Actor
from onrecord.model.amounts import Amount
from onrecord.model.dates import When
from onrecord.model.entries import AnyEntry, DisputeEntry, DocumentEntry
from onrecord.model.findings import FigureFinding, Observation
from onrecord.model.frames import Frame, Noted, PartDate
from onrecord.model.places import Place
from onrecord.model.rulings import Standing
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import date_of
from onrecord.reconciling.merging.cites import FIELDS, words_of
from onrecord.reconciling.merging.dates import REPORT_DATE, dated
from onrecord.standing import rulings
from onrecord.store import Reader

FEWEST = 6  # characters of an id that are taken for it
NAMED = 5  # entries that are named where an id is not enough
NEAR = 50  # reports that are searched for what points at the entry
DATING = "dating"

Holds = Callable[[str, Said[Any], tuple[str, ...]], bool]
"""Whether a value, understood by that reader, follows from the words."""


class Value(Struct, frozen=True):
    """What was understood of one field: `value` in plain words, the `rule`, the exact `words` it cites, and whether it
    follows from them by that rule today (also where nobody applied it again)."""

    field: str
    value: str
    rule: str
    words: tuple[str, ...]
    holds: bool


class Telling(Struct, frozen=True):
    """One observation of the entry: its id, the report and the day that was published, the passages that carry it, and
    what was understood."""

    id: str
    doc: str
    published: str | None
    passages: tuple[str, ...]
    values: tuple[Value, ...]


class Joined(Struct, frozen=True):
    """Why two observations went into one entry."""

    one: str
    other: str
    why: str


class Linked(Struct, frozen=True):
    """Another entry, and how it stands to this one."""

    how: str
    entry: AnyEntry


class Why(Struct, frozen=True):
    """An entry, the tellings that it was made of, the least first, the reasons, the entries linked with it, and what
    people ruled of it."""

    entry: AnyEntry
    tellings: tuple[Telling, ...]
    joins: tuple[Joined, ...]
    linked: tuple[Linked, ...]
    rulings: tuple[Standing, ...] = ()


def why(view: Reader, address: str) -> Why:
    """What speaks for the entry at the address: the id of an entry or of an observation, a part of it of at least
    FEWEST characters from its start, or the key of an actor or place. Raises AddressError where there is no such entry,
    or more than one."""
    from onrecord.checking_rules import rule_holds  # loads the language tools

    entry = entry_at(view, address)
    members = view.members([entry.id]).get(entry.id, [])
    noted = list(view.noted_of(members))
    frames = {frame.id: frame for frame in view.frames({each.observation.document for each in noted} | {entry.id})}
    if isinstance(entry, DocumentEntry):
        tellings = [page(frames[entry.id], part, rule_holds) for part in range(len(frames[entry.id].parts))]
    else:
        tellings = [telling(each, frames[each.observation.document], rule_holds) for each in noted]
        tellings.sort(key=lambda telling: (telling.id != entry.id, telling.published or "9999", telling.doc))
    joins = tuple(Joined(*each) for each in view.joins(entry.id))
    return Why(entry, tuple(tellings), joins, tuple(_linked(view, entry, noted)), tuple(rulings(view, entry.id)))


def entry_at(view: Reader, address: str) -> AnyEntry:
    """The one entry at the address, as for `why`."""
    sought = address.strip()
    entry = view.entry(sought)
    if entry is not None:
        return entry
    if len(sought) < FEWEST:
        raise AddressError(f"{address!r} is too short for an id: give its first {FEWEST} characters or more")
    begun = view.beginning_with(sought.lower())
    ids = sorted(set(view.addressed(begun).values()))
    if len(ids) == 1 and (entry := view.entry(ids[0])) is not None:
        return entry
    if ids:
        some = ", ".join(f"{each.kind} {each.id}" for each in view.entries_at(ids[:NAMED]))
        more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
        raise AddressError(f"{address!r} begins the ids of {len(ids)} entries: {some}{more}; give more of it")
    if begun:
        kinds = {each.observation.kind for each in view.noted_of(begun)}
        raise AddressError(f"{address!r} is read in a report ({', '.join(sorted(kinds))}), but no entry is made of it")
    raise AddressError(f"No entry has the id {address!r}: 'onrecord show' prints the ids, in brackets after the words")


def telling(noted: Noted, frame: Frame, holds: Holds | None = None) -> Telling:
    """What one observation tells, and what each value was understood from; `holds` applies the rules again."""
    seen = noted.observation
    words, date = words_of(noted.quotes), date_of(seen, frame)
    passages = tuple(dict.fromkeys(words[span] for span in sorted(seen.evidence)))
    values = [_value(seen.kind, field, said, words, date, holds) for field, said in saids(seen.finding)]
    values += _inferred(seen, date, words_of(frame.quotes))
    return Telling(seen.id, frame.label, date.published, passages, tuple(values))


def _inferred(seen: Observation, date: PartDate, words: Mapping[Span, str]) -> Iterator[Value]:
    """The day of what is told as news without one: that of the report."""
    field = "as_of" if isinstance(seen.finding, FigureFinding) else "on"
    if getattr(seen.finding, "recent", False) and getattr(seen.finding, field) is None and date.published:
        cited = tuple(words[span] for span in date.words if span in words)
        yield Value(field, f"news of the report of {date.published}", REPORT_DATE, cited, holds=True)


def page(frame: Frame, number: int, holds: Holds | None = None) -> Telling:
    """What intake understood of one part of a page, and how it is dated; `holds` as for `telling`."""
    part, date, words = frame.parts[number], frame.dates[number], words_of(frame.quotes)
    values = [_value("intake", field, said, words, date, holds) for field, said in saids(part)]
    if date.basis == "inferred" and (known := date.published or date.window):
        cited = tuple(words[span] for span in date.words if span in words)
        values.append(Value("published" if date.published else "window", known, date.why or DATING, cited, holds=True))
    return Telling(frame.id, frame.label, date.published, (), tuple(values))


def _value(
    maker: str, field: str, said: Said[Any], words: Mapping[Span, str], date: PartDate, holds: Holds | None
) -> Value:
    cited = tuple(words[span] for span in said.words)
    beside = not cited  # it stood beside a text, not in it
    follows = maker == "intake" if beside else holds is None or holds(maker, said, cited)
    return Value(FIELDS.get(field, field), _plain(said.value, date), said.rule, cited, follows)


def _plain(value: Any, date: PartDate) -> str:
    """A value in words; a date as it comes to in a report so dated."""
    if isinstance(value, When):
        found = dated(value, date)
        return found.iso if found else "not known, for want of the report's own date"
    if isinstance(value, (Actor, Place)):
        return value.name
    if isinstance(value, Amount):
        return _amount(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _amount(amount: Amount) -> str:
    if amount.value is not None:
        said = f"{amount.value:,.10g}"
        return said if amount.qualifier == "exact" else f"{amount.qualifier} {said}"
    low, high = (f"{bound:,.10g}" if bound is not None else "open" for bound in (amount.low, amount.high))
    return f"{amount.qualifier}, from {low} to {high}"


def _linked(view: Reader, entry: AnyEntry, noted: Iterable[Noted]) -> Iterator[Linked]:
    """What the entry points at, and what points at it: in its own reports, and the disputes over it."""
    ways = {link.to: link.as_ for link in entry.links}
    for field, how in (("figures", "has the figure"), ("over_ids", "is over"), ("agreement_id", "is under")):
        value = getattr(entry, field, None)
        ways |= dict.fromkeys((value,) if isinstance(value, str) else value or (), how)
    members = {each.observation.id for each in noted}
    reports = sorted({each.observation.document for each in noted})[:NEAR]
    pointing = {
        each.observation.id: way for each in view.noted_in(reports) if (way := _points(each.observation, members))
    }
    found = view.addressed(pointing)
    ways = {found[id_]: way for id_, way in pointing.items() if id_ in found} | ways
    for dispute in view.entries("dispute"):
        if isinstance(dispute, DisputeEntry) and entry.id in dispute.over_ids:
            ways[dispute.id] = "is disputed in"
    ways.pop(entry.id, None)
    yield from (Linked(ways[each.id], each) for each in view.entries_at(ways))


def _points(seen: Observation, members: set[str]) -> str | None:
    if not members.isdisjoint(getattr(seen.finding, "same", ())):
        return "same occurrence"
    return "is a figure of" if not members.isdisjoint(getattr(seen.finding, "figures", ())) else None
