"""Small words around what a record holds: numbers, days, how many, who. Nothing here is worded beyond the entry."""

import re
from collections.abc import Iterable
from math import log2
from typing import NamedTuple

from onrecord.model.entries import AnyEntry, Cite, DisputeEntry, Entry, FigureEntry, Side
from onrecord.model.iso import days, in_words
from onrecord.model.kinds import TELLERS, happened, named_in
from onrecord.publishing.sitrep.claims import Number
from onrecord.publishing.sitrep.figures import DONE_TO, vague
from onrecord.publishing.sitrep.words import bare, find, fold, harmless

UNATTRIBUTED = "unattributed"
NAMED = ("actor", "place")  # kinds that nobody tells: reports name them
MANY = 10_000
OWN_PAGE = {"actor": "actor", "place": "place", "document": "report"}
LONGEST_BAR = 44
LOTS = re.compile(r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)$")  # that "of" follows
PRECISION = {
    "exact": "town or spot",
    "near": "near a town or spot",
    "district": "district",
    "province": "province or region",
    "country": "country",
    "line": "line, such as a border or a road",
}
WHOLE = 0.9  # of a quote: words that are so much of it are not marked in it
LEADING = (
    *("if", "unless", "until", "when", "once", "should", "as", "provided", "except", "in", "on", "without", "after"),
    *(
        "before",
        "while",
        "only",
        "whether",
        "so",
        "were",
        "had",
        "where",
        "whenever",
        "till",
        "by",
        "with",
        "for",
        "upon",
    ),
)  # words that a condition begins with


def amount(figure: FigureEntry) -> str:
    """ "more than 586,000", "up to 17", "dozens"."""
    number = Number(value=figure.value, low=figure.low, high=figure.high, qualifier=figure.qualifier, unit=figure.unit)
    return number.shown()


def many(number: int, one: str, several: str | None = None) -> str:
    """ "1 report", "12 reports"."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def at_most(number: int) -> str:
    """A count that stops at MANY."""
    return f"{number:,}" if number < MANY else f"{MANY:,}+"


def day(iso: str | None) -> str:
    """ "7 Feb 2020", "3 to 5 Feb 2020"; "no date" where there is none."""
    return in_words(iso) if iso else "no date"


def origins(entry: Entry) -> str:
    """ "3 speakers · 2 tellings in 4 reports", "4 reports" where each tells it in its own words, "1 report"."""
    counted = entry.origins
    if counted is None:
        return ""
    told = many(counted.reports, "report")
    if entry.kind in NAMED:
        return told
    if counted.tellings != counted.reports:
        told = f"{many(counted.tellings, 'telling')} in {told}"
    return f"{many(counted.speakers, 'speaker')} · {told}" if counted.speakers > 1 else told


def spread(entry: Entry) -> str:
    """Its origins where there is more than one report or speaker, else nothing."""
    counted = entry.origins
    return origins(entry) if counted and max(counted.reports, counted.speakers) > 1 else ""


def reported(entry: Entry) -> str:
    """From the first to the last day of its reports: "8 to 31 Mar 2011"."""
    first, last = entry.first_reported, entry.last_reported
    return in_words(first if first == last else f"{first}/{last}") if first and last else ""


def themselves(entry: Entry) -> str:
    """Whose word it is where nobody is named."""
    return "the reports themselves" if entry.origins and entry.origins.reports > 1 else "the report itself"


def tellers(entry: Entry) -> tuple[str, ...]:
    """Those whose word it is; nobody where the reports assert it themselves."""
    return tuple(name for name in named_in(entry, TELLERS) if name != UNATTRIBUTED)


def evidence(entry: AnyEntry) -> list[Cite]:
    """The cites that carry the whole entry; all of them where none does."""
    return [cite for cite in entry.cites if not cite.supports] or list(entry.cites)


def in_a_row(names: Iterable[str]) -> str:
    """ "A, B and C"."""
    kept = [harmless(name, 120) for name in names]
    return " and ".join(filter(None, (", ".join(kept[:-1]), kept[-1]))) if kept else ""


def counted(figure: FigureEntry) -> str:
    """What a figure counts, in the words of reports where they say so: "Turkish soldiers killed"."""
    of, measure = set(fold(figure.of).split()), fold(figure.measure).split()
    if vague(figure):
        words = figure.measure
    elif {measure[-1], measure[-1].removesuffix("s")} & of:
        words = figure.of
    else:
        words = f"{figure.of} {figure.measure}" if figure.measure in DONE_TO else f"{figure.measure}: {figure.of}"
    return f"{words} {figure.did}" if figure.did else words


def marked(quote: str, words: str, longest: int = 400) -> tuple[str, str, str]:
    """The quote in three parts, harmless and bounded: what stands before the words, they, and the rest; all is before
    where they are not in it, or nearly all of it. White space at the seams is kept."""
    span = find(bare(words), quote) if words else None
    if span is None or span.end - span.start > min(longest, WHOLE * len(quote)):
        return harmless(quote, longest), "", ""
    room = (longest - (span.end - span.start)) // 2
    before, after = quote[: span.start], quote[span.end :]
    before = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    return _seamed(before, room + 2), harmless(quote[span.start : span.end], longest), _seamed(after, room + 2)


def _seamed(text: str, longest: int) -> str:
    """The text made harmless, with one blank where it begins or ends with white space."""
    plain = harmless(text, longest)
    return f"{' ' if text[:1].isspace() else ''}{plain}{' ' if plain and text[-1:].isspace() else ''}"


def told_by(names: Iterable[str]) -> str:
    """ "Turkey and Russia"; the reports themselves where nobody is named."""
    return in_a_row(name for name in names if name != UNATTRIBUTED) or "the reports themselves"


def on_condition(condition: str) -> str:
    """A condition with the word that leads to it, "if" where it has none."""
    first = condition.partition(" ")[0].casefold()
    return condition if first in LEADING else f"if {condition}"


class Lasting(NamedTuple):
    """How long what an entry tells of lasted: `width` in pixels, nothing for one day; `is_open` where it was on some
    day within."""

    width: int
    is_open: bool
    says: str


def lasting(entry: Entry) -> Lasting | None:
    """A point for a day, a bar for a period, the longer the period the longer the bar; None for no day."""
    iso = happened(entry)
    covered = days(iso)
    if iso is None or covered is None:
        return None
    length = (covered[1] - covered[0]).days + 1
    width = 0 if length == 1 else min(LONGEST_BAR, 8 + round(5 * log2(length)))
    is_open = getattr(entry, "on_is", None) == "within"
    return Lasting(width, is_open, f"some time within {in_words(iso)}" if is_open and width else in_words(iso))


def lot(figure: FigureEntry) -> str:
    """The amount as it stands before what is counted: "dozens of", "17"."""
    said = amount(figure)
    return f"{said} of" if LOTS.search(said) else said


def in_two(figure: FigureEntry) -> tuple[str, str]:
    """The number with the words before it apart: "more than", "586,000"; nothing before it where it is not said in
    digits."""
    said = lot(figure)
    first = re.search(r"\d", said)
    return (said[: first.start()].rstrip(), said[first.start() :]) if first else ("", said)


def spoken_days(text: str) -> str:
    """The text with each ISO day in words."""
    return re.sub(r"\b\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?\b", lambda day: in_words(day[0]), text)


def matter(about: str) -> str:
    """What a dispute is about, as a heading: "Who holds Goma", "People wounded, in Goma, 3 May 2012"."""
    spoken = spoken_days(about)
    measure, parted, rest = spoken.partition(": ")
    if parted and measure in DONE_TO:
        of, comma, where = rest.partition(", ")
        spoken = f"{of} {measure}{comma}{where}"
    return f"{spoken[:1].upper()}{spoken[1:]}"


def facing(dispute: DisputeEntry, most: int) -> list[Side]:
    """So many sides of a dispute as there is room for, those of different voices first."""
    first: dict[tuple[str, ...], Side] = {}
    for side in dispute.sides:
        first.setdefault(side.by, side)
    others = [side for side in dispute.sides if side is not first[side.by]]
    return [*first.values(), *others][:most]


def as_of_days(figures: Iterable[FigureEntry]) -> str:
    """From the first to the last of the days that the figures are as of, as an ISO date or range."""
    covered = [known for figure in figures if (known := days(figure.as_of))]
    if not covered:
        return ""
    first, last = min(known[0] for known in covered).isoformat(), max(known[1] for known in covered).isoformat()
    return first if first == last else f"{first}/{last}"


def home(entry: Entry) -> str:
    """The page that shows most of the entry."""
    return OWN_PAGE.get(entry.kind, "entry")
