"""What happened, by day: a line for each event, and for what was counted of incidents that no event there tells."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from onrecord.model.entries import EventEntry, FigureEntry
from onrecord.model.iso import days, in_words
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep.accounts import standing
from onrecord.publishing.sitrep.claims import Claim, Fixed, Passage, Words
from onrecord.publishing.sitrep.lines import Line, joined, unrepeated
from onrecord.publishing.sitrep.maker import Maker, as_reported, told
from onrecord.publishing.sitrep.report import Group
from onrecord.publishing.sitrep.words import fold

DAYS, LINES_OF_DAYS, LEAST_OF_DAY, MOST_OF_DAY = 31, 140, 4, 12
BRIEF, FIGURES, FEW_WORDS = 3, 3, 3
LEADING = re.compile(
    r"(?:[\s,;:—–-]+|(?:that|when|after|as|because|while|and|but|before|where|until|since|if)\s)+", re.I
)
NOBODY = {"people"}
AGAINST = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN", "ACCUSE", "REJECT")
INCIDENTS = {"killed", "wounded", "casualties", "missing", "captured", "detained", "abducted", "released", "strikes"}
INCIDENTS |= {"targets hit", "positions hit", "violations", "structures damaged", "places taken", "aircraft"}
LONGER, UNDATED = "Over a longer time", "Day not told"
Happened = EventEntry | FigureEntry


def by_day(
    happened: Iterable[Happened], figures: Mapping[str, FigureEntry], maker: Maker
) -> tuple[tuple[Group, ...], int]:
    """A group for each day, oldest first; of very many days the newest, and how many more there are.

    `figures` are those of the events by their ids. What took longer than a few days stands in one group at the end.
    """
    groups: dict[str, list[Happened]] = {}
    for entry in happened:
        groups.setdefault(_day(entry), []).append(entry)
    longer, undated = groups.pop(LONGER, []), groups.pop(UNDATED, [])
    ordered = sorted(groups, key=lambda iso: (days(iso) or (dt.date.min, dt.date.min), iso))
    shown = ordered[-DAYS:]
    most = min(MOST_OF_DAY, max(LEAST_OF_DAY, LINES_OF_DAYS // max(1, len(shown))))
    made = [_group(in_words(iso), groups[iso], figures, maker, most) for iso in shown]
    made.append(_group(LONGER, longer, figures, maker, MOST_OF_DAY))
    made.append(_group(UNDATED, undated, figures, maker, MOST_OF_DAY))
    return tuple(group for group in made if group), len(ordered) - len(shown)


def deed(event: EventEntry, maker: Maker) -> list[Claim]:
    """The report's words for it, and where."""
    words, where = _words(event), maker.place(event)
    return [Words(words), *([Fixed("·"), *where] if where and not _named(where, words) else [])]


def line(event: EventEntry, figures: Mapping[str, FigureEntry], maker: Maker, *, day: bool = False) -> Line | None:
    """How it stands, who did it, the report's words for it, to whom, where, its figures, who says so, and the day."""
    words, own = _words(event), [figures[id_] for id_ in event.figures if id_ in figures]
    unsaid = [figure for figure in own if not of_figures.said_in(figure, words)][:FIGURES]
    doers, where = maker.sides(event, "by"), maker.place(event)
    parts: list[list[Claim]] = [[Words(words)]]
    if unsaid and len(words.split()) < FEW_WORDS:
        parts = []
    parts += [_to(event, words, maker), [] if _named(where, words) else where]
    parts += [of_figures.counted(figure, maker, place=figure.place != event.place) for figure in unsaid]
    claims = standing(event.status)
    claims += [*doers, Fixed(":")] if not _named(doers, words) else []
    claims += [claim for part in parts if part for claim in (Fixed("·"), *part)][1:]
    claims += [Fixed("—"), *maker.teller(event)]
    if day:
        claims += [Fixed(","), *maker.day(event)]
    elif as_reported(event):
        claims += [Fixed("· reported")]
    return maker.line(event, [*claims, *maker.differing(event, *own), *maker.told(event)], *unsaid)


def incident(figure: FigureEntry) -> bool:
    """Whether it counts things done on a day or a few, not how things stand, nor that there were none."""
    dated = _day(figure) not in (LONGER, UNDATED) and figure.value != 0
    return figure.measure in INCIDENTS and dated and figure.count not in ("running total", "level on a day")


def bare(event: EventEntry) -> bool:
    """Whether it says no more than that there was such a thing: "the attack", "its offensive", on nobody, nowhere."""
    words = _words(event)
    few = len(words.split()) < FEW_WORDS and words == words.lower()
    return few and not (event.to or event.figures or event.place)


def _day(entry: Happened) -> str:
    """The day or few days under which it stands, or the heading for what took longer or has no day."""
    covered = days(entry.period or entry.as_of if isinstance(entry, FigureEntry) else entry.on)
    if covered is None:
        return UNDATED
    return (told(entry) or UNDATED) if (covered[1] - covered[0]).days <= BRIEF else LONGER


def _group(
    heading: str, entries: list[Happened], figures: Mapping[str, FigureEntry], maker: Maker, most: int
) -> Group | None:
    """The weightiest lines of a day, in the order of the reports."""
    tried = sorted(entries, key=_weight)[: 3 * most]
    longer = heading in (LONGER, UNDATED)
    made = {}
    for entry in tried:
        if isinstance(entry, EventEntry):
            shown = line(entry, figures, maker, day=longer)
        else:
            shown = of_figures.told_line(entry, maker, day=longer)
        if shown:
            made[entry.id] = shown
    lines = unrepeated(joined(list(made.values())))
    kept = sorted(lines[:most], key=lambda each: each.passages[0])
    more = len(entries) - len(tried) + max(0, len(lines) - most)
    return Group(heading, tuple(kept), more) if kept else None


def _weight(entry: Happened) -> tuple[int, bool, bool, str, int, str]:
    """Told by most reports first, then what has figures, then violence; then in the order of the reports."""
    first = entry.cites[0] if entry.cites else None
    counted = isinstance(entry, FigureEntry) or bool(entry.figures)
    violent = isinstance(entry, FigureEntry) or entry.plover == "ASSAULT"
    place = (first.doc, first.start) if first else ("", 0)
    return -(entry.origins.reports if entry.origins else 1), not counted, not violent, *place, entry.id


def _words(event: EventEntry) -> str:
    """The report's words for the deed, without the "when" before them and the comma after them."""
    leading = LEADING.match(event.what)
    words = event.what[leading.end() :] if leading and leading.end() < len(event.what) else event.what
    return words.rstrip(" ,;:–—-")


def _named(names: Iterable[Claim], words: str) -> bool:
    """Whether the words name them all."""
    there = (Passage("", 0, len(words), words),)
    return all(claim.marks(there) is not None for claim in names)


def _to(event: EventEntry, words: str, maker: Maker) -> list[Claim]:
    """Those it was done to, or done with, where the words do not name them."""
    there = set(fold(words).split())
    if not event.to or set(event.to) <= NOBODY or all(there & set(fold(name).split()) for name in event.to):
        return []
    names = maker.sides(event, "to")
    if _named(names, words):
        return []
    joint = "with" if event.mutual else "against" if event.plover in AGAINST else "to"
    return [Fixed(joint), *names]
