"""The situation report as one self-contained page: no script, nothing loaded from elsewhere, fit for print."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import count

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from onrecord.publishing.sitrep.charts import svg
from onrecord.publishing.sitrep.claims import Piece
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.report import BY_SPEAKER, EVENTS, NOTE, STATEMENTS, Chart, Cited, Report, place
from onrecord.publishing.sitrep.words import harmless

LEFT_OUT = {"happened": EVENTS, "reported": STATEMENTS, "said": BY_SPEAKER}


def page(report: Report) -> str:
    """The report as an HTML document. Everything that came from a report is escaped and isolated in direction."""
    numbers = {place(cited.passage): cited.number for cited in report.cited}
    charts = count(1)

    def cites(*lines: Line) -> list[int]:
        return sorted({numbers[place(passage)] for line in lines for passage in line.cited()})

    def all_cites(cells: tuple[Line | None, ...]) -> list[int]:
        return cites(*filter(None, cells))

    def drawn(chart: Chart) -> Markup:
        return Markup(svg(chart, f"chart{next(charts)}"))  # noqa: S704 - made by the converter, which escapes its text

    return _template().render(
        report=report,
        note=NOTE,
        left_out=LEFT_OUT,
        cites=cites,
        all_cites=all_cites,
        drawn=drawn,
        pieces=pieces,
        stretches=stretches,
    )


def pieces(line: Line, heading: str = "") -> list[Piece]:
    """The pieces to show: the names that the heading has just said are not said again."""
    shown = list(line.pieces())
    led = next((at for at, piece in enumerate(shown) if piece.kind not in ("name", "said") and piece.text != "and"), 0)
    if heading and " and ".join(piece.text for piece in shown[:led] if piece.kind == "name") == heading:
        said = [piece for piece in shown[:led] if piece.kind == "said"]
        return said + shown[led + (not said and shown[led].text == ":") :]
    return shown


def stretches(cited: Cited) -> Iterator[tuple[bool, str]]:
    """The cited words as stretches, each with whether a line stands on it."""
    words, at = cited.passage.words, 0
    for start, end in cited.marks:
        yield False, _kept(words[at:start])
        yield True, _kept(words[start:end])
        at = end
    yield False, _kept(words[at:])


def _kept(words: str) -> str:
    """`words` made harmless, with the space at either end that joins them to the next stretch."""
    lead, tail = words[:1].isspace(), len(words) > 1 and words[-1:].isspace()
    return " " * lead + harmless(words, 4000) + " " * tail


@cache
def _template() -> Template:
    here = files(__package__)
    sources = {name: here.joinpath(name).read_text("utf-8") for name in ("page.html", "style.css")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"harmless": harmless, "kept": _kept}
    return environment.get_template("page.html")
