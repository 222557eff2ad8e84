"""What the entries of one observation have in common: cites, rules, reporting days, names with their ids, dates.

A finding's dates are symbolic; here they come to ISO dates by the day of the report they stand in. A field whose date
cannot be known is left out with its rule; one inferred from the report's day cites the words that date the report.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from onrecord.model.actors import Actor
from onrecord.model.dates import When
from onrecord.model.entries import AnyEntry, Link, Origins
from onrecord.model.findings import Told
from onrecord.model.frames import Noted, PartDate
from onrecord.model.places import Place, near
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.reconciling.blocks import NO_DAY, Block, Reconciled, key_of, month, quarter, week
from onrecord.reconciling.merging import cites
from onrecord.reconciling.merging.dates import REPORT_DATE, dated, up_to_report

E = TypeVar("E", bound=AnyEntry)
UNATTRIBUTED = ("unattributed",)
SAME = "same occurrence"
FEATURE = "feature"  # the rule by which a hill, camp or road is read


class Day(NamedTuple):
    """A field's ISO date or range with its basis (stated, relative, inferred); None for both where it is not known."""

    iso: str | None = None
    basis: str | None = None


def told(
    block: Block, noted: Noted, kind: type[E], tellers: Sequence[Said[Actor]], days: dict[str, Day], **fields: Any
) -> Reconciled:
    """The entry of that kind for one observation, with its cites.

    `days` are the dates of the finding's fields, by the names of those; `fields` are the entry's own fields.
    """
    seen, frame = noted.observation, block.frame(noted)
    derived = cites.derived(saids(seen.finding))
    passages = cites.of(noted, frame)
    for name, day in days.items():
        if day.basis == "inferred":
            derived[name] = REPORT_DATE
            passages += cites.header(frame, seen.part, name)
        elif day.iso is None:
            derived.pop(name, None)
    cited = cites.ordered(passages)
    reported = block.date(noted).published
    entry = kind(
        id=seen.id,
        cites=tuple(each.cite for each in cited),
        derived=dict(sorted(derived.items())),
        origins=Origins(len({said.value.key for said in tellers}) or 1, 1, 1),
        first_reported=reported,
        last_reported=reported,
        **fields,
    )
    return Reconciled(entry, (seen.id,), tuple(each.document for each in cited))


def deed(block: Block, noted: Noted, kind: type[E], days: dict[str, Day] | None = None, **fields: Any) -> Reconciled:
    """The entry of a finding about a deed: `told`, with when, where and by whose word it is told, and its links."""
    finding = noted.observation.finding
    assert isinstance(finding, Told)
    on = when(finding.on, block.date(noted), recent=finding.recent)
    ranged = on.iso is not None and "/" in on.iso
    common: dict[str, Any] = {
        "on": on.iso,
        "on_is": "within" if ranged else None,
        "on_basis": on.basis,
        "place": spot(finding.place),
        "place_id": address(finding.place),
        "per": names(finding.per) or UNATTRIBUTED,
        "per_ids": ids(finding.per),
        "via": names(finding.via),
        "links": tuple(Link(to=other, as_=SAME) for other in finding.same),
    }
    return told(block, noted, kind, finding.per, {"on": on, **(days or {})}, **{**common, **fields})


def when(said: Said[When] | None, date: PartDate, *, recent: bool = False) -> Day:
    """What a date comes to; where none is given and the wording is `recent`, the report's day and the one before it."""
    if said is not None:
        found = dated(said.value, date)
        return Day(found.iso, found.basis) if found else Day()
    days = up_to_report(date) if recent else None
    return Day(days, "inferred") if days else Day()


def names(values: Iterable[Said[Actor] | Said[Place]]) -> tuple[str, ...]:
    """The names, in the order of the finding."""
    return tuple(said.value.name for said in values)


def ids(values: Iterable[Said[Actor] | Said[Place]]) -> tuple[str, ...]:
    """The keys under which they stand for their entries (see `model.addresses`)."""
    return tuple(key_of(said.value) for said in values)


def spot(said: Said[Place] | None) -> str | None:
    """The place by name; "near" it where the words put something beside it. A feature is called what it is called."""
    if said is None:
        return None
    beside = said.value.precision == "near" and not said.rule.startswith(FEATURE)
    return near(said.value.name) if beside else said.value.name


def address(said: Said[Actor] | Said[Place] | None) -> str | None:
    """The key of one of them, if there is one."""
    return key_of(said.value) if said is not None else None


def month_of(finding: Told, date: PartDate) -> str:
    """The month in which what is told ends, that of the report where it tells no day; for the key of its block."""
    return month(_until(finding, date))


def week_of(finding: Told, date: PartDate) -> str:
    """The week, as `month_of` the month; for what many reports tell."""
    return week(_until(finding, date))


def quarter_of(finding: Told, date: PartDate) -> str:
    """The quarter of the year, as `month_of` the month; for what few reports tell, some long after it was so."""
    return quarter(_until(finding, date) or NO_DAY)


def _until(finding: Told, date: PartDate) -> str | None:
    return when(finding.on, date, recent=finding.recent).iso or date.published


def plain(said: Said[Any] | None) -> Any:
    """The value alone."""
    return said.value if said is not None else None
