"""What happened, by day: a line for each event, and for what was counted of incidents that no event there tells."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from onrecord.model.entries import EventEntry, FigureEntry
from onrecord.model.iso import days, in_words
from onrecord.publishing.sitrep import figures as of_figures
from onrecord.publishing.sitrep.claims import Claim, Fixed, Passage, Words
from onrecord.publishing.sitrep.lines import Line, joined, unrepeated
from onrecord.publishing.sitrep.maker import Maker, as_reported, told
from onrecord.publishing.sitrep.report import Group

DAYS, LINES_OF_DAYS, LEAST_OF_DAY, MOST_OF_DAY = 31, 140, 4, 12
BRIEF, FIGURES, FEW_WORDS, PASSAGE = 3, 3, 3, 240
LEADING = re.compile(
    r"(?:[\s,;:—–-]+|(?:that|when|after|as|because|while|and|but|before|where|until|since|if)\s)+", re.I
)
AGAINST = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "THREATEN", "ACCUSE", "REJECT")
UNTOLD = ("happened", "ongoing")
INCIDENTS = {"killed", "wounded", "casualties", "missing", "captured", "detained", "abducted", "released", "strikes"}
INCIDENTS |= {"targets hit", "positions hit", "violations", "structures damaged", "places taken", "aircraft"}
LONGER = "Over a longer time, or on no day that is told"
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
    longer = groups.pop("", [])
    ordered = sorted(groups, key=lambda iso: (days(iso) or (dt.date.min, dt.date.min), iso))
    shown = ordered[-DAYS:]
    most = min(MOST_OF_DAY, max(LEAST_OF_DAY, LINES_OF_DAYS // max(1, len(shown))))
    made = [_group(in_words(iso), groups[iso], figures, maker, most, _rest(iso)) for iso in shown]
    made.append(_group(LONGER, longer, figures, maker, MOST_OF_DAY, "onrecord show RECORD events"))
    return tuple(group for group in made if group), len(ordered) - len(shown)


def line(event: EventEntry, figures: Mapping[str, FigureEntry], maker: Maker, *, day: bool = False) -> Line | None:
    """How it stands, who did it, the report's words for it, to whom, where, its figures, who says so, and the day."""
    words = _words(event)
    lead = maker.names(event.by, event.by_ids) if not _named(maker.names(event.by, event.by_ids), words) else []
    claims: list[Claim] = [*([Fixed(event.status, tag=True)] if event.status not in UNTOLD else []), *lead]
    claims += [*([Fixed(":")] if lead else []), Words(words), *_to(event, words, maker)]
    if event.place and not _named(maker.place(event), words):
        claims += [Fixed("·"), *maker.place(event)]
    own = _unsaid(event, words, figures)
    for figure in own:
        claims += [Fixed("·"), *of_figures.counted(figure, maker)]
    claims += [Fixed("—"), *maker.teller(event)]
    if day:
        claims += [Fixed(","), *maker.day(event)]
    elif as_reported(event):
        claims += [Fixed("· reported")]
    return maker.line(event, claims, *own)


def incident(figure: FigureEntry) -> bool:
    """Whether it counts things done on a day or a few, not how things stand."""
    return (
        figure.measure in INCIDENTS and bool(_day(figure)) and figure.count not in ("running total", "level on a day")
    )


def _day(entry: Happened) -> str:
    """The day or few days under which it stands; nothing where it took longer."""
    covered = days(entry.period or entry.as_of if isinstance(entry, FigureEntry) else entry.on)
    brief = covered is not None and (covered[1] - covered[0]).days <= BRIEF
    return (told(entry) or "") if brief else ""


def _group(
    heading: str, entries: list[Happened], figures: Mapping[str, FigureEntry], maker: Maker, most: int, rest: str
) -> Group | None:
    """The weightiest lines of a day, in the order of the reports."""
    tried = sorted(entries, key=_weight)[: 3 * most]
    longer = not _day(entries[0]) if entries else False
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
    return Group(heading, tuple(kept), more, rest) if kept else None


def _rest(iso: str) -> str:
    """The command that prints the events of the days."""
    first, last = days(iso) or (dt.date.min, dt.date.min)
    return f"onrecord show RECORD events --since {first} --until {last}"


def _weight(entry: Happened) -> tuple[int, bool, bool, str, int, str]:
    """Told by most reports first, then what has figures, then violence; then in the order of the reports."""
    first = entry.cites[0] if entry.cites else None
    counted = isinstance(entry, FigureEntry) or bool(entry.figures)
    violent = isinstance(entry, FigureEntry) or entry.plover == "ASSAULT"
    place = (first.doc, first.start) if first else ("", 0)
    return -(entry.origins.reports if entry.origins else 1), not counted, not violent, *place, entry.id


def _words(event: EventEntry) -> str:
    """The report's words for the deed without the "when" before them; where they are few, the passage that tells it."""
    passage = next((cite.quote for cite in event.cites if not cite.supports), "")
    terse = len(event.what.split()) < FEW_WORDS and event.what in passage and len(passage) <= PASSAGE
    words = passage if terse else event.what
    leading = LEADING.match(words)
    return (words[leading.end() :] if leading and leading.end() < len(words) else words).rstrip(" ,;:–—-")


def _named(names: Iterable[Claim], words: str) -> bool:
    """Whether the words name them all."""
    there = (Passage("", 0, len(words), words),)
    return all(claim.marks(there) is not None for claim in names)


def _to(event: EventEntry, words: str, maker: Maker) -> list[Claim]:
    """Those it was done to, or done with, where the words do not name them."""
    names = maker.names(event.to, event.to_ids)
    if not names or _named(names, words):
        return []
    joint = "with" if event.mutual else "against" if event.plover in AGAINST else "to"
    return [Fixed(f"· {joint}"), *names]


def _unsaid(event: EventEntry, words: str, figures: Mapping[str, FigureEntry]) -> list[FigureEntry]:
    """Its figures whose number the words do not say."""
    own = [figures[id_] for id_ in event.figures if id_ in figures]
    return [figure for figure in own if not of_figures.said_in(figure, words)][:FIGURES]
