"""What `onrecord show` prints of each kind of entry: TABLES has one line for each.

All that a new kind needs of the commands is its line there and the function that makes its cells.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from onrecord.model.entries import (
    ActorEntry,
    AgreementEntry,
    AnyEntry,
    CommitmentEntry,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    CopyEntry,
    DisputeEntry,
    DocumentEntry,
    EventEntry,
    FigureEntry,
    PlaceEntry,
    SiteEntry,
    StatementEntry,
    ToldEntry,
)
from onrecord.model.kinds import happened, numbers, several
from onrecord.model.places import where

UNKNOWN = "unattributed"

Row = tuple[str, ...]


class Columns(NamedTuple):
    """The entries of a kind as a table: the headings of its columns, and a function from an entry to its cells."""

    entry: type[AnyEntry]
    headings: tuple[str, ...]
    cells: Callable[[Any], Row]


def lines(*parts: str | None) -> str:
    """The parts that there are, one below the other."""
    return "\n".join(filter(None, parts))


def sides(names: tuple[str, ...], before: str = "") -> str:
    """Names in a row, after a word; nothing where there are none."""
    return f"{before} {', '.join(names)}".strip() if names else ""


def days(iso: str | None) -> str:
    """An ISO date or range in the width of one date."""
    return (iso or "").replace("/", " to\n")


def number(value: float) -> str:
    """1234.0: "1,234"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def amount(figure: FigureEntry) -> str:
    """The number as it was said, and what a word leaves open: "more than 586,000", "100–199", "hundreds (200–999)"."""
    if figure.value is not None:
        return number(figure.value) if figure.qualifier == "exact" else f"{figure.qualifier} {number(figure.value)}"
    if figure.low is None or figure.high is None:
        bounds = [f"at least {number(figure.low)}"] if figure.low is not None else []
        bounds += [f"up to {number(figure.high)}"] if figure.high is not None else []
    else:
        bounds = [f"{number(figure.low)}–{number(figure.high)}"]
    if figure.qualifier in ("about", "exact"):  # the range says it already
        return "".join(bounds)
    return " ".join((figure.qualifier, *(f"({each})" for each in bounds)))


def _place(entry: ToldEntry | FigureEntry) -> str:
    return where(entry.place) if entry.place else ""


def _per(entry: ToldEntry | FigureEntry) -> str:
    """Whose word it is; where the report names nobody, nothing."""
    named = tuple(name for name in entry.per if name != UNKNOWN)
    return lines(sides(named, "per"), f"(via {', '.join(entry.via)})" if entry.via else "")


def _document(entry: DocumentEntry) -> Row:
    by = ", ".join(filter(None, (entry.publisher, entry.agency)))
    date = entry.published or days(entry.window) or "undated"
    return lines(date, entry.basis), lines(entry.doc, entry.title, by), "; ".join(entry.quality)


def _figure(entry: FigureEntry) -> Row:
    what = f"{entry.measure}: {amount(entry)} {entry.of}".rstrip()
    per = ", ".join(entry.per) + (f" (via {', '.join(entry.via)})" if entry.via else "")
    return days(happened(entry)), lines(what, _place(entry), f"({entry.count})" if entry.count else ""), per


def _statement(entry: StatementEntry) -> Row:
    via = f"(via {', '.join(entry.via)})" if entry.via else ""
    return days(happened(entry)), lines(", ".join(entry.speaker), entry.role, via), f"{entry.act}, {entry.form}"


def _event(entry: EventEntry) -> Row:
    coded = " ".join(filter(None, (entry.plover, entry.mode)))
    status = ", ".join(filter(None, (several(entry.status), "background" if entry.background else "")))
    what = lines(entry.what, coded, entry.context, entry.object, _place(entry), status)
    return days(entry.on), what, lines(sides(entry.by), sides(entry.to, "and" if entry.mutual else "to"), _per(entry))


def _contact(entry: ContactEntry) -> Row:
    return (
        days(entry.on),
        lines(entry.form, _place(entry), several(entry.status)),
        lines(sides(entry.between), _per(entry)),
    )


def _commitment(entry: CommitmentEntry) -> Row:
    due = f"due {entry.due.replace('/', ' to ')}" if entry.due else ""
    came = "; ".join(f"“{each.says}”" for each in entry.outcomes)
    stands = f"{entry.status}: {came}" if came else entry.status if entry.due else None
    what = lines(f"{several(entry.type)}: {entry.what}", entry.condition, due, stands)
    return days(entry.on), what, lines(sides(entry.by), sides(entry.to, "to"), _per(entry))


def _control(entry: ControlEntry) -> Row:
    held = lines(sides(entry.holder), sides(entry.from_, "from"), _per(entry))
    return days(entry.on), lines(entry.place, entry.change), held


def _agreement(entry: AgreementEntry) -> Row:
    force = f"in force {entry.in_force.replace('/', ' to ')}" if entry.in_force else ""
    parties = lines(sides(entry.parties), sides(entry.guarantors, "guaranteed by"))
    return days(entry.made), lines(entry.name, "; ".join(entry.aliases), entry.about, entry.state, force), parties


def _compliance(entry: ComplianceEntry) -> Row:
    counted = f"{number(entry.count)} times" if entry.count is not None else ""
    what = lines(entry.agreement, entry.stance, entry.what, counted, _place(entry))
    return days(entry.on), what, lines(sides(entry.by), sides(entry.against, "of"), _per(entry))


def _site(entry: SiteEntry) -> Row:
    counted = " or ".join(map(number, numbers(entry.count)))
    what = lines(f"{counted} {entry.what}".strip(), _place(entry), ", ".join(entry.state))
    return days(entry.on), what, lines(sides(entry.owner), _per(entry))


def _dispute(entry: DisputeEntry) -> Row:
    sides_ = lines(*(f"{', '.join(side.by)}: {side.says}" for side in entry.sides))
    return entry.type, entry.about, sides_


def _copy(entry: CopyEntry) -> Row:
    return entry.type, entry.what, lines(*entry.docs)


def _actor(entry: ActorEntry) -> Row:
    kind = ", ".join(filter(None, (entry.type, entry.country)))
    return entry.name, lines("; ".join(entry.roles), "; ".join(entry.aliases)), kind


def _named_place(entry: PlaceEntry) -> Row:
    where = ", ".join(filter(None, (entry.admin1, entry.country)))
    point = f"{entry.lat:.3f}, {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else ""
    return entry.name, "; ".join(entry.aliases), lines(where, point, entry.precision)


TABLES: dict[str, Columns] = {
    "documents": Columns(DocumentEntry, ("Published", "Report", "Remarks"), _document),
    "figures": Columns(FigureEntry, ("Day", "Figure", "Per"), _figure),
    "statements": Columns(StatementEntry, ("Day", "Speaker", "Act"), _statement),
    "events": Columns(EventEntry, ("Day", "Event", "Sides"), _event),
    "contacts": Columns(ContactEntry, ("Day", "Contact", "Between"), _contact),
    "commitments": Columns(CommitmentEntry, ("Day", "Commitment", "By"), _commitment),
    "control": Columns(ControlEntry, ("Day", "Place", "Held by"), _control),
    "agreements": Columns(AgreementEntry, ("Made", "Agreement", "Parties"), _agreement),
    "compliance": Columns(ComplianceEntry, ("Day", "Compliance", "Said by"), _compliance),
    "sites": Columns(SiteEntry, ("Day", "Site", "Of"), _site),
    "disputes": Columns(DisputeEntry, ("Type", "Dispute", "Sides"), _dispute),
    "copies": Columns(CopyEntry, ("Type", "Words", "Reports"), _copy),
    "actors": Columns(ActorEntry, ("Actor", "Roles and names", "Type"), _actor),
    "places": Columns(PlaceEntry, ("Place", "Other names", "Where"), _named_place),
}

SERIES = "series"
SHOWN = (*TABLES, SERIES)
"""What `onrecord show` can be asked for: the kinds, and the figures as series."""
