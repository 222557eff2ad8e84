"""Highlights: the newest tolls, and what was newly threatened, demanded, denied or agreed, by people who are named."""

import datetime as dt
import re

from onrecord.model.entries import FigureEntry, StatementEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep import statements as of_statements
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.maker import Maker, newest, order_in_day, told

HIGHLIGHTS, TRIES, LEAST_WORDS = 6, 8, 5
RECENT = dt.timedelta(days=3)
TOLLS = (("killed", 2), ("displaced", 1))
STRONG = ("threaten", "warn", "demand", "deny", "accuse", "agree", "reject", "promise", "appeal")
LEANING = re.compile(r"[\W_]*(?:he|she|it|they|we|this|that|these|those|them|his|her|its|their|and|but|or|if)\b", re.I)


def highlights(
    figures: list[FigureEntry], statements: list[StatementEntry], deadline: Line | None, maker: Maker
) -> tuple[Line, ...]:
    """The newest figures of dead and displaced, totals before single events, then the `deadline` that comes first,
    then weighty statements, one a speaker."""
    chosen: list[Line] = []
    for measure, most in TOLLS:
        chosen += _tolls([figure for figure in figures if figure.measure == measure], maker)[:most]
    chosen += [deadline] if deadline else []
    speakers: set[tuple[str, ...]] = set()
    for statement in _weighty(statements):
        if len(chosen) == HIGHLIGHTS:
            break
        line = None if statement.speaker in speakers else of_statements.line(statement, maker)
        if line:
            speakers.add(statement.speaker)
            chosen.append(line)
    return tuple(chosen)


def _tolls(figures: list[FigureEntry], maker: Maker) -> list[Line]:
    """Figures of all who are meant, of the country that the record is of; the newest total first, no number twice."""
    known = newest([figure for figure in figures if of_figures.whole(figure) and not maker.abroad(figure)])
    known.sort(key=lambda figure: figure.value is None)
    totals = [figure for figure in known[:TRIES] if figure.count == "running total"][:1]
    single: dict[float | str, FigureEntry] = {}
    for figure in [*totals, *known[:TRIES]]:
        single.setdefault(figure.value or figure.qualifier, figure)
    return [line for figure in single.values() if (line := of_figures.told_line(figure, maker))]


def _weighty(statements: list[StatementEntry]) -> list[StatementEntry]:
    """Those that can stand alone: of the last days what most reports tell, then what older days have."""
    alone = newest([statement for statement in statements if statement.act in STRONG and _stands_alone(statement)])
    covered = [day for statement in alone[:1] if (day := days(told(statement)))]
    if not covered:
        return alone
    recent = [s for s in alone if (day := days(told(s))) and day[1] >= covered[0][1] - RECENT]
    return [*sorted(recent, key=order_in_day), *alone[len(recent) :]]


def _stands_alone(statement: StatementEntry) -> bool:
    """Whether a named speaker says it in a whole thought that does not lean on the sentence before."""
    named = all(name[:1].isupper() and not name.endswith("(unnamed)") for name in statement.speaker)
    return named and len(statement.says.split()) >= LEAST_WORDS and not LEANING.match(of_statements.shown(statement))
