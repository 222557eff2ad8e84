"""What reports pass on in their own words, by day, and what stands beside the period of the report."""

import datetime as dt
from collections.abc import Iterable, Sequence

from onrecord.model.entries import FigureEntry, StatementEntry
from onrecord.model.iso import days, in_words
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep import statements as of_statements
from onrecord.publishing.sitrep.lines import Line, Stretch, evidence, joined, stretches, unrepeated
from onrecord.publishing.sitrep.maker import Maker, newest, told
from onrecord.publishing.sitrep.report import Group

DAYS, LINES_OF_DAYS, UNDATED = 31, 120, 20
LEAST_OF_DAY, MOST_OF_DAY = 4, 12
Either = FigureEntry | StatementEntry


def by_day(statements: Iterable[StatementEntry], maker: Maker) -> tuple[tuple[Group, ...], int]:
    """A group for each day, oldest first; of very many days the newest, and how many more there are."""
    groups: dict[str, list[Either]] = {}
    for statement in statements:
        groups.setdefault(told(statement) or "", []).append(statement)
    ordered = sorted(groups, key=lambda iso: (days(iso) or (dt.date.min, dt.date.min), iso))
    kept = ordered[-DAYS:]
    most = min(MOST_OF_DAY, max(LEAST_OF_DAY, LINES_OF_DAYS // max(1, len(kept))))
    made = []
    for iso in kept:
        lines, more = _chosen(groups[iso], most, maker, day=False)
        if lines:
            made.append(Group(in_words(iso), lines, more))
    return tuple(made), len(ordered) - len(kept)


def untold(figures: Iterable[FigureEntry], statements: Sequence[StatementEntry]) -> list[FigureEntry]:
    """The figures whose number does not stand in the words of one of the statements."""
    taken = stretches(statements)
    texts = {Stretch(cite.doc, cite.start, cite.end): cite.quote for each in statements for cite in each.cites}

    def told_in(figure: FigureEntry) -> bool:
        beside = (other for one in evidence(figure) for other in taken.get(one.doc, ()) if one.meets(other))
        return any(of_figures.said_in(figure, texts[stretch]) for stretch in beside)

    return [figure for figure in figures if not told_in(figure)]


def the_rest(heading: str, entries: list[Either], maker: Maker) -> tuple[Group, ...]:
    """The newest of the entries under the heading; no group where there are none."""
    lines, more = _chosen(entries, UNDATED, maker)
    return (Group(heading, lines, more),) if entries else ()


def _chosen(entries: Sequence[Either], most: int, maker: Maker, *, day: bool = True) -> tuple[tuple[Line, ...], int]:
    """At most so many lines, the newest first, none of which another tells, and how many entries are left out."""
    tried = newest(entries)[: 2 * most]
    lines = unrepeated(_lines(tried, maker, day=day))
    return lines[:most], len(entries) - len(tried) + max(0, len(lines) - most)


def _lines(entries: list[Either], maker: Maker, *, day: bool = True) -> tuple[Line, ...]:
    made = (
        of_figures.told_line(entry, maker, day=day)
        if isinstance(entry, FigureEntry)
        else of_statements.line(entry, maker, day="last" if day else "none", named=day)
        for entry in entries
    )
    return joined([line for line in made if line])
