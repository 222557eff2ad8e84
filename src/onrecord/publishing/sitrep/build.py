"""A record's entries made into a situation report, section by section, every section bounded."""

import datetime as dt
from collections.abc import Iterable, Mapping

from onrecord.model.entries import AnyEntry, DocumentEntry, FigureEntry, StatementEntry
from onrecord.model.iso import days, in_words, within
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep import statements as of_statements
from onrecord.publishing.sitrep.charts import charts
from onrecord.publishing.sitrep.citing import cited
from onrecord.publishing.sitrep.highlights import highlights
from onrecord.publishing.sitrep.lines import Line, joined, unrepeated
from onrecord.publishing.sitrep.maker import Dated, Maker, newest, told
from onrecord.publishing.sitrep.report import Group, Report, Source, Value
from onrecord.publishing.sitrep.words import harmless

DAYS, LINES_OF_DAYS, UNDATED, SOURCES, REFUSED = 31, 120, 20, 200, 20
LEAST_OF_DAY, MOST_OF_DAY = 4, 12
HISTORY = 62  # days before the first report; what happened earlier is its background
INCIDENTS = {"killed", "wounded", "casualties", "missing", "captured", "detained", "abducted", "released", "strikes"}
INCIDENTS |= {"targets hit", "positions hit", "violations", "structures damaged", "places taken", "aircraft"}


def build(
    entries: Iterable[AnyEntry],
    texts: Mapping[str, str],
    *,
    title: str = "Situation report",
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Report:
    """The situation report of `entries` between `since` and `until`, both inclusive.

    `texts` holds the stored text of every document by its name. Entries without a date, and those older than the
    reports, are listed at the end; rejected ones are left out. A line that its cited words do not carry is refused and
    counted.
    """
    known = [entry for entry in entries if entry.review != "rejected"]
    maker = Maker(known, texts)
    documents = [entry for entry in known if isinstance(entry, DocumentEntry)]
    told_of = [entry for entry in known if isinstance(entry, FigureEntry | StatementEntry)]
    begins = since or _begins(documents)
    dated = [entry for entry in told_of if told(entry) and within(told(entry), begins, until)]
    earlier = [] if since else [entry for entry in told_of if not within(told(entry), begins, None)]
    undated = [entry for entry in told_of if not told(entry)]
    figures = [entry for entry in dated if isinstance(entry, FigureEntry)]
    statements = [entry for entry in dated if isinstance(entry, StatementEntry)]
    spoken = [statement for statement in statements if not of_statements.plain(statement)]

    news = highlights(figures, statements, maker)
    cards, more_figures = of_figures.cards(figures, maker)
    drawn = charts(figures, maker)
    happened, more_days = _by_day([*_incidents(figures), *filter(of_statements.plain, statements)], maker)
    said, more_said = of_statements.by_speaker(spoken, maker)
    at_the_end = (*_the_rest("Without a date", undated, maker), *_the_rest("Before these reports", earlier, maker))
    sections = [news, *(_value_lines(card.values) for card in cards), *(_value_lines(c.table) for c in drawn)]
    sections += [group.lines for group in (*happened, *said, *at_the_end)]
    return Report(
        title=harmless(title, 160),
        period=_period(documents, since, until),
        made_from=_made_from(documents, told_of),
        highlights=news,
        key_figures=cards,
        more_figures=more_figures,
        charts=drawn,
        happened=happened,
        more_days=more_days,
        said=said,
        more_said=more_said,
        undated=at_the_end,
        sources=tuple(_source(document) for document in _in_order(documents)[:SOURCES]),
        more_sources=max(0, len(documents) - SOURCES),
        cited=cited([line for section in sections for line in section], texts, documents),
        refused=tuple(maker.refused.values())[:REFUSED],
        more_refused=max(0, len(maker.refused) - REFUSED),
    )


def _incidents(figures: list[FigureEntry]) -> list[FigureEntry]:
    """Figures of things done on a day or a few, not counts of how things stand."""
    kept = []
    for figure in figures:
        covered = days(figure.period or figure.as_of)
        brief = covered is not None and (covered[1] - covered[0]).days <= 3
        if figure.measure in INCIDENTS and brief and figure.count not in ("running total", "level on a day"):
            kept.append(figure)
    return kept


def _by_day(entries: list[Dated], maker: Maker) -> tuple[tuple[Group, ...], int]:
    """A group for each day, oldest first; of very many days the newest, and how many more there are."""
    by_day: dict[str, list[Dated]] = {}
    for entry in entries:
        by_day.setdefault(told(entry) or "", []).append(entry)
    ordered = sorted(by_day, key=lambda iso: (days(iso) or (dt.date.min, dt.date.min), iso))
    shown = ordered[-DAYS:]
    most = min(MOST_OF_DAY, max(LEAST_OF_DAY, LINES_OF_DAYS // max(1, len(shown))))
    groups = []
    for iso in shown:
        lines, more = _chosen(by_day[iso], most, maker, day=False)
        if lines:
            groups.append(Group(in_words(iso), lines, more, rest=_of_days(iso)))
    return tuple(groups), len(ordered) - len(shown)


def _of_days(iso: str) -> str:
    """The command that prints what is known of the days."""
    first, last = days(iso) or (dt.date.min, dt.date.min)
    return f"onrecord show RECORD statements --since {first} --until {last}"


def _the_rest(heading: str, entries: list[Dated], maker: Maker) -> tuple[Group, ...]:
    lines, more = _chosen(entries, UNDATED, maker)
    return (Group(heading, lines, more),) if entries else ()


def _chosen(entries: list[Dated], most: int, maker: Maker, *, day: bool = True) -> tuple[tuple[Line, ...], int]:
    """At most so many lines, the newest first, none of which another tells, and how many entries are left out."""
    tried = newest(entries)[: 2 * most]
    lines = unrepeated(_lines(tried, maker, day=day))
    return lines[:most], len(entries) - len(tried) + max(0, len(lines) - most)


def _lines(entries: list[Dated], maker: Maker, *, day: bool = True) -> tuple[Line, ...]:
    made = (
        of_figures.told_line(entry, maker, day=day)
        if isinstance(entry, FigureEntry)
        else of_statements.line(entry, maker, day="last" if day else "none", named=day)
        for entry in entries
    )
    return joined([line for line in made if line])


def _value_lines(values: tuple[Value, ...]) -> tuple[Line, ...]:
    return tuple(line for value in values for line in (value.number, value.by))


def _begins(documents: list[DocumentEntry]) -> dt.date | None:
    """The first day that the reports are news of: a while before the first of them; what is older is history."""
    published = [covered[0] for document in documents if (covered := days(document.published))]
    return min(published) - dt.timedelta(days=HISTORY) if published else None


def _period(documents: list[DocumentEntry], since: dt.date | None, until: dt.date | None) -> str:
    """The days that the report covers: those asked for, or those of its documents."""
    published = sorted(covered for document in documents if (covered := days(document.published)))
    first = since or (published[0][0] if published else None)
    last = until or (max(covered[1] for covered in published) if published else None)
    if first is None or last is None:
        return "no dates known"
    return in_words(f"{first.isoformat()}/{last.isoformat()}")


def _made_from(documents: list[DocumentEntry], entries: list[Dated]) -> str:
    undated = sum(1 for document in documents if not document.published)
    figures = sum(isinstance(entry, FigureEntry) for entry in entries)
    said = f"{len(documents)} reports, {figures} figures, {len(entries) - figures} statements"
    return said + (f"; {undated} of the reports without a date" if undated else "")


def _in_order(documents: list[DocumentEntry]) -> list[DocumentEntry]:
    return sorted(documents, key=lambda document: (document.published or "9999", document.doc))


def _source(document: DocumentEntry) -> Source:
    return Source(
        doc=document.doc,
        title=harmless(document.title or "", 160),
        publisher=harmless(document.publisher or document.agency or "", 80),
        published=in_words(document.published) if document.published else "",
        inferred=harmless(document.why or "", 240) if document.basis == "inferred" else "",
        remarks=tuple(harmless(remark, 120) for remark in document.quality),
    )
