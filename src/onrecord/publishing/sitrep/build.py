"""A record's entries made into a situation report, section by section, every section bounded."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model.entries import (
    AnyEntry,
    CommitmentEntry,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    EventEntry,
    FigureEntry,
    SiteEntry,
    StatementEntry,
)
from onrecord.publishing.sitrep import (
    agreements,
    contacts,
    control,
    deadlines,
    disputes,
    sites,
    sources,
    statements,
    timeline,
)
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep.charts import charts
from onrecord.publishing.sitrep.chosen import Chosen, chosen
from onrecord.publishing.sitrep.citing import cited
from onrecord.publishing.sitrep.highlights import highlights
from onrecord.publishing.sitrep.lines import apart
from onrecord.publishing.sitrep.maker import Maker
from onrecord.publishing.sitrep.occurrences import Occurrences
from onrecord.publishing.sitrep.report import Group, Report, Section
from onrecord.publishing.sitrep.reported import by_day, the_rest, untold
from onrecord.publishing.sitrep.words import harmless

SOURCES, REFUSED = 200, 20


class Told(NamedTuple):
    """What the report tells by day and by speaker, and how much of it is left out."""

    happened: tuple[Group, ...]
    more_days: int
    reported: tuple[Group, ...]
    more_reported: int
    said: tuple[Group, ...]
    more_said: int


def build(
    entries: Iterable[AnyEntry],
    texts: Mapping[str, str],
    *,
    title: str = "Situation report",
    since: dt.date | None = None,
    until: dt.date | None = None,
    as_of: dt.date | None = None,
) -> Report:
    """The situation report of `entries` between `since` and `until`, both inclusive.

    `texts` holds the stored text of every document by its name. Entries without a date, and those older than the
    reports, are listed at the end; rejected ones are left out. What several entries tell of one occurrence is told
    once. A line that its cited words do not carry is refused and counted. Deadlines are judged by the day `as_of`, on
    which no more was published than `entries` hold, or by that of the newest report.
    """
    known = [entry for entry in entries if entry.review != "rejected"]
    maker, given = Maker(known, texts), chosen(known, since, until, as_of)
    figures, due = given.of(FigureEntry), deadlines.deadlines(given.of(CommitmentEntry), given.of(ContactEntry))
    cards, more_figures = of_figures.cards(figures, maker)
    differing = disputes.differing(known, given.told, maker)
    sections = _sections(given, due, differing.told, maker)
    told = _told(given, due, Occurrences(known), maker)
    listed = sources.sources(given.documents, known)
    report = Report(
        title=harmless(title, 160),
        period=sources.period(given.documents, since, until),
        made_from=sources.made_from(given.documents, known, as_of),
        highlights=highlights(figures, given.of(StatementEntry), deadlines.highlight(due, given.latest, maker), maker),
        key_figures=cards,
        more_figures=more_figures,
        charts=charts(figures, maker),
        differing=differing.section,
        **told._asdict(),
        sections=sections,
        undated=(
            *the_rest("Without a date", given.undated, maker),
            *the_rest("Before these reports", given.earlier, maker),
        ),
        sources=tuple(listed[:SOURCES]),
        more_sources=max(0, len(listed) - SOURCES),
        cited=(),
        refused=tuple(maker.refused.values())[:REFUSED],
        more_refused=max(0, len(maker.refused) - REFUSED),
    )
    return replace(report, cited=cited(report.lines(), texts, given.documents))


def _sections(given: Chosen, due: list[CommitmentEntry], shown: frozenset[str], maker: Maker) -> tuple[Section, ...]:
    """The sections of contacts, deadlines, control, agreements and sites; those that have nothing are left out.

    The accounts of the entries whose ids are `shown` stand among those that differ.
    """
    made = (
        contacts.section(given.of(ContactEntry), maker, shown),
        deadlines.section(due, given.latest, maker, as_of=given.as_of),
        control.section(given.of(ControlEntry), maker),
        agreements.section(given.agreements, given.of(ComplianceEntry), maker, shown),
        sites.section(given.of(SiteEntry), maker),
    )
    return tuple(section for section in made if section)


def _told(given: Chosen, due: list[CommitmentEntry], occurrences: Occurrences, maker: Maker) -> Told:
    """What happened and what was said, without what the sections tell already."""
    spoken, figures = given.of(StatementEntry), {figure.id: figure for figure in given.of(FigureEntry)}
    in_sections = [*due, *given.of(ContactEntry), *given.of(ControlEntry), *given.of(ComplianceEntry)]
    occurrences.tell(in_sections)
    voiced = [each for each in spoken if not statements.plain(each)]
    said = statements.by_speaker([each for each in voiced if not occurrences.told(each)], maker)
    occurrences.tell(voiced)
    events = [event for event in given.of(EventEntry) if not (occurrences.told(event) or timeline.bare(event))]
    passed_on = apart(filter(statements.plain, spoken), [*in_sections, *events])
    owned = {id_ for event in events for id_ in event.figures}
    incidents = [figure for figure in figures.values() if timeline.incident(figure) and figure.id not in owned]
    happened = timeline.by_day([*events, *untold(incidents, passed_on)], figures, maker)
    return Told(*happened, *by_day(passed_on, maker), *said)
