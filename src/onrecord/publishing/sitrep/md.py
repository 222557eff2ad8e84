"""The situation report as Markdown, for those who paste it on."""

import re
from collections.abc import Callable, Iterator

from onrecord.publishing.sitrep.claims import Piece
from onrecord.publishing.sitrep.html import pieces, stretches
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.report import (
    BY_SPEAKER,
    EVENTS,
    NOTE,
    STATEMENTS,
    Block,
    Card,
    Cited,
    Group,
    Report,
    Section,
    Source,
    Value,
    place,
)
from onrecord.publishing.sitrep.words import harmless

ACTIVE = re.compile(r"([\\`*_{}\[\]<>|~#!&$]|(?<![^\s])[-+=](?=\s)|(?<=\d)[.)](?=\s)|(?<=http)s?(?=:)|(?<=www)(?=\.))")


def page(report: Report) -> str:
    """The report as Markdown; what came from a report is escaped, so that none of it acts."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def escaped(text: str) -> str:
    """`text` with everything that Markdown or HTML would act on escaped."""
    return ACTIVE.sub(lambda found: f"\\{found[0]}" if found[0] and found[0] != "s" else f"{found[0]}\u2060", text)


def _lines(report: Report) -> Iterator[str]:
    numbers = {place(cited.passage): cited.number for cited in report.cited}

    def refs(*made: Line) -> str:
        numbered = sorted({numbers[place(passage)] for each in made for passage in each.cited()})
        return " ".join(f"[\\[{n}\\]](#c{n})" for n in numbered)

    def line(made: Line, heading: str = "") -> str:
        return _shown(pieces(made, heading)) + " " + refs(made)

    def value(made: Value) -> str:
        earlier = "; ".join(line(each) for each in made.earlier)
        return f"{_shown(list(made.number.pieces()))} — {line(made.by)}" + (f"; earlier: {earlier}" if earlier else "")

    yield from (f"# {escaped(harmless(report.title, 160))}", "", f"**{report.period}**", "")
    yield from (f"Made from {report.made_from}. {NOTE}", "")
    if report.highlights:
        yield from ("## Highlights", "", *(f"- {line(made)}" for made in report.highlights), "")
    yield from ("## Key figures", "", "The newest from each source, never added up.", "")
    for card in report.key_figures:
        yield from _card(card, [value(made) for made in card.values])
    yield from _more(report.more_figures, "figures")
    for chart in report.charts:
        yield from (f"### {escaped(chart.title[:1].upper() + chart.title[1:])} ({chart.unit})", "")
        yield from (*(f"- {value(made)}" for made in chart.table), "")
    yield from _section(report.differing, line, refs) if report.differing else ()
    yield from _groups("What happened", report.happened, report.more_days, line, EVENTS)
    for section in report.sections:
        yield from _section(section, line, refs)
    yield from _groups("Also reported", report.reported, report.more_reported, line, STATEMENTS)
    yield from _groups("Who said what", report.said, 0, line, BY_SPEAKER)
    yield from _more(report.more_said, "statements by other speakers")
    yield from (
        ("## Beside the period", "", "Without a date, or older than these reports.", "") if report.undated else ()
    )
    for group in report.undated:
        yield from _group(group, [line(made) for made in group.lines])
    yield from ("## Sources", "", *(_source(source) for source in report.sources), "")
    yield from _more(report.more_sources, "reports")
    yield from ("## In their words", "")
    for cited in report.cited:
        yield from (_cited(cited), "")
    if report.refused:
        yield from ("## Refused", "", "Left out because the cited words did not carry them.", "")
        yield from (*(f"- {escaped(harmless(reason, 400))}" for reason in report.refused), "")
        yield from _more(report.more_refused, "refused lines")


def _shown(parts: list[Piece]) -> str:
    said = ""
    for kind, text in parts:
        joint = "" if not said or text.startswith((",", ":", ";")) else " "
        said += joint + _piece(kind, text)
    return said


def _piece(kind: str, text: str) -> str:
    safe = text if kind == "fixed" else escaped(text)
    forms = {"number": f"**{safe}**", "name": f"**{safe}**", "said": f"(“{safe}”)", "quote": f"“{safe}”"}
    return forms.get(kind, f"({safe})" if kind == "mark" else safe)


def _card(card: Card, values: list[str]) -> Iterator[str]:
    yield from (f"- {made}" for made in values)
    if card.more:
        yield f"  ({card.more} more of {card.measure} in the record)"
    yield ""


def _groups(
    heading: str, groups: tuple[Group, ...], earlier: int, line: Callable[[Line, str], str], how: str
) -> Iterator[str]:
    """A section of groups, and the command that prints what they leave out; nothing where there are none."""
    if groups:
        yield from (f"## {heading}", "", *_more(earlier, "earlier days"))
    for group in groups:
        yield from _group(group, [line(made, group.heading) for made in group.lines])
    yield from (f"What is left out: {how}", "") if any(group.more for group in groups) else ()


def _section(section: Section, line: Callable[[Line, str], str], refs: Callable[..., str]) -> Iterator[str]:
    """A section of a table or of blocks."""
    yield from (f"## {section.heading}", "", f"{section.note[:1].upper()}{section.note[1:]}.", "")
    if section.rows:
        yield from (_cells([*section.columns, "Cites"]), _cells(["---"] * (len(section.columns) + 1)))
        for row in section.rows:
            shown = [_shown(list(cell.pieces())) if cell else "" for cell in row.cells]
            yield _cells([*shown, refs(*filter(None, row.cells))])
        yield ""
    for block in section.blocks:
        yield f"- {line(block.head, '')}"
        for side in block.sides:
            yield f"  - {escaped(harmless(side.heading, 160))}"
            yield from (f"    - {line(made, side.heading)}" for made in side.lines)
            yield from (f"    - and {side.more} more" for _ in range(side.more > 0))
        yield from (f"  - and {block.more} more sides" for _ in range(block.more > 0))
        yield from _points(block, line)
    yield from ("",) if section.blocks else ()
    yield from _more(section.more, section.words[1], section.rest)


def _points(block: Block, line: Callable[[Line, str], str]) -> Iterator[str]:
    """The points of a contact, each with what every side says of it."""
    for row in block.points:
        told = [(column, cell) for column, cell in zip(block.columns, row.cells, strict=True) if cell]
        if not row.again:
            who = " and ".join(column for column, _ in told) + " alone" * (len(told) == 1)
            yield f"  - {escaped(harmless(who, 260))}"
        yield from (f"    - {escaped(column)}: {line(cell, column)}" for column, cell in told)


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _group(group: Group, lines: list[str]) -> Iterator[str]:
    yield from (f"### {escaped(harmless(group.heading, 160))}", "", *(f"- {made}" for made in lines), "")
    yield from _more(group.more, "entries")


def _more(number: int, what: str, rest: str = "") -> tuple[str, ...]:
    how = f" ({escaped(harmless(rest))})" if rest else ""
    return (f"More {what} in the record: {number}{how}.", "") if number else ()


def _source(source: Source) -> str:
    parts = [source.title or source.doc, source.publisher, source.published or "no date"]
    parts += [": ".join(filter(None, (source.unstated, source.why))), source.doc if source.title else ""]
    return "- " + " · ".join(escaped(harmless(part, 400)) for part in [*parts, *source.remarks] if part)


def _cited(cited: Cited) -> str:
    words = "".join(f"**{escaped(text.strip())}**" if marked else escaped(text) for marked, text in stretches(cited))
    whole = escaped(harmless(cited.before, 400)) + " " + words + " " + escaped(harmless(cited.after, 400))
    passage = cited.passage
    where = f"{escaped(harmless(passage.doc, 200))}, characters {passage.start} to {passage.end}"
    dated = f", {cited.published}" if cited.published else ""
    return f'<a id="c{cited.number}"></a>**{cited.number}.** {" ".join(whole.split())}  \n{where}{dated}'
