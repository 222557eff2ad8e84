"""Figures as the report shows them: cards of key figures, and lines of what is reported."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from onrecord.model.entries import FigureEntry
from onrecord.model.iso import days
from onrecord.publishing.sitrep.accounts import looser
from onrecord.publishing.sitrep.claims import Claim, Fixed, Number, Passage, Piece, Words
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.maker import Maker, newest
from onrecord.publishing.sitrep.report import Card, Value
from onrecord.publishing.sitrep.words import find, fold

CARDS, VALUES, EARLIER, PASSAGE = 9, 3, 3, 300
FEW_DAYS = dt.timedelta(days=7)
POINTING = re.compile(r"(?:the|its|their|his|her|our|your|my|these|those|this|that|of)\s+", re.IGNORECASE)
TOTALS = ("running total", "level on a day")
STANDING = ("reported", "verified", "estimated", "presumed")
PEOPLE = ("displaced", "refugees", "returned", "people in need", "people reached")
KEY_MEASURES: tuple[str, ...] = (
    *("killed", "displaced", "wounded", "casualties", "refugees", "missing", "captured", "detained", "abducted"),
    *("released", "returned", "people in need", "people reached", "strikes", "targets hit", "positions hit"),
    *("violations", "structures damaged", "places taken", "troops", "tanks", "armoured vehicles", "vehicles"),
    *("artillery", "aircraft", "weapons", "observation posts"),
)
FIRST = {"killed": 1}  # cards of one measure before there is one of each other
DONE_TO = ("killed", "wounded", "displaced", "missing", "captured", "detained", "abducted", "released", "returned")
VAGUE = (
    "died",
    "dying",
    "them",
    "these",
    "those",
    "others",
    "more",
    "dead",
    "deaths",
    "death",
    "toll",
    "tolls",
    "persons",
    "of",
    "the",
)
COUNTS = {"running total": "running total", "new in period": "new in the period", "level on a day": "at that time"}


def cards(figures: Iterable[FigureEntry], maker: Maker) -> tuple[tuple[Card, ...], int]:
    """The cards of key figures, and how many figures they leave out."""
    figures = list(figures)
    made = list(islice((card for group in key_groups(figures, maker.abroad) if (card := _card(group, maker))), CARDS))
    made.sort(key=lambda card: KEY_MEASURES.index(card.measure))
    shown = sum(1 + len(each.earlier) for card in made for each in card.values)
    return tuple(made), len(figures) - shown


def key_groups(figures: Iterable[FigureEntry], abroad: Callable[[FigureEntry], bool]) -> Iterator[list[FigureEntry]]:
    """The figures that may be compared, in groups of one measure and one thing counted; the group to show first in
    front: one of each key measure in turn. Those that count nobody are left out, and those of people whom `abroad`
    says to be of another country."""
    groups: dict[tuple[str, ...], list[FigureEntry]] = {}
    for figure in figures:
        if figure.standing in STANDING and figure.measure in KEY_MEASURES and not _aside(figure, abroad):
            groups.setdefault((figure.measure, figure.did or "", subject(figure)), []).append(figure)
    ranked: dict[str, list[list[FigureEntry]]] = {}
    for key in sorted(groups, key=lambda key: (all(map(_open, groups[key])), -len(groups[key]), key)):
        ranked.setdefault(key[0], []).append(groups[key])
    turns = [
        (max(0, turn - FIRST.get(measure, 0)), KEY_MEASURES.index(measure), group)
        for measure in ranked
        for turn, group in enumerate(sorted(ranked[measure], key=_leads(ranked[measure])))
    ]
    turns.sort(key=lambda turn: turn[:2])
    return (group for _, _, group in turns)


def subject(figure: FigureEntry) -> str:
    """What makes two figures of one measure comparable: the side counted, or the words for who is, and the group."""
    whole = "" if figure.measure in PEOPLE else fold(figure.of_side or figure.of)
    return f"{whole} {figure.of_group or ''}".strip()


def whole(figure: FigureEntry) -> bool:
    """Whether it may stand alone: a sure figure, of all who are meant and not of a group among them."""
    return figure.standing in STANDING and not figure.part_of and not figure.of_group


def vague(figure: FigureEntry) -> bool:
    """Whether its words do not say who or what is counted, beyond the measure."""
    if figure.of == "people" and not any(find("people", cite.quote) for cite in figure.cites):
        return True
    plain = () if figure.measure in DONE_TO else ("people",)
    return set(fold(figure.of).split()) <= {*VAGUE, *DONE_TO, *plain, *fold(figure.measure).split()}


def value(figure: FigureEntry, maker: Maker) -> Value | None:
    """The figure as a key figure; None where its words do not carry it."""
    shown = maker.line(figure, counted(figure, maker))
    by = maker.line(figure, [*said_by(figure, maker), *maker.differing(figure)])
    return Value(shown, by) if shown and by else None


def told_line(figure: FigureEntry, maker: Maker, *, day: bool = True) -> Line | None:
    """The figure in one line: what is counted, where, who says so, and when unless `day` is false.

    Where its own words leave open who is counted and where, the whole passage is shown.
    """
    claims = [*counted(figure, maker), *_kind(figure)]
    passage = next((cite.quote for cite in figure.cites if not cite.supports), "")
    if vague(figure) and not figure.place and len(passage) <= PASSAGE:
        when = [Fixed(","), *maker.day(figure)] if day else []
        return maker.line(figure, [*claims, *when, Fixed(":"), Words(passage), *maker.told(figure)])
    claims += [Fixed("—"), *maker.teller(figure), *([Fixed(","), *maker.day(figure)] if day else [])]
    return maker.line(figure, [*claims, *maker.differing(figure), *maker.told(figure)])


def of_teller(figure: FigureEntry, maker: Maker) -> Line | None:
    """The figure as that of its teller, who is named in front."""
    when = [Fixed(","), *maker.day(figure, "as of"), *_kind(figure), *maker.told(figure)]
    return maker.line(figure, [*maker.teller(figure), Fixed(":"), *counted(figure, maker), *when])


def said_by(figure: FigureEntry, maker: Maker) -> list[Claim]:
    """Who says so, as of when, how it was counted, and in how many reports it stands."""
    return [*maker.teller(figure), Fixed(","), *maker.day(figure, "as of"), *_kind(figure), *maker.told(figure)]


def latest(figures: Iterable[FigureEntry]) -> list[FigureEntry]:
    """The newest figure for each thing, place, source and way of counting: totals first, and of each the newest."""
    return [told[0] for told in by_source(figures)]


def by_source(figures: Iterable[FigureEntry]) -> list[list[FigureEntry]]:
    """What each source says of each thing, the newest first: totals, then other numbers, then what leaves open who is
    counted or how many."""
    kept: dict[tuple[object, ...], list[FigureEntry]] = {}
    for figure in newest(figures):
        of = (figure.series,) if figure.series else (subject(figure), fold(figure.of), figure.place, figure.count)
        kept.setdefault((figure.measure, figure.per, *of), []).append(figure)
    return sorted(kept.values(), key=lambda told: (told[0].value is None, _open(told[0]), not _total(told[0])))


def _leads(groups: list[list[FigureEntry]]) -> Callable[[list[FigureEntry]], bool]:
    """A key that puts the first of the groups in front that has a total of people whom it names."""
    totals = (group for group in groups if any(_total(figure) and not _open(figure) for figure in group))
    first = next(totals, None)
    return lambda group: group is not first


def _open(figure: FigureEntry) -> bool:
    """Whether its words leave open who is counted; the displaced are people in any case."""
    return figure.measure not in PEOPLE and vague(figure)


def _aside(figure: FigureEntry, abroad: Callable[[FigureEntry], bool]) -> bool:
    """Whether it counts nobody, or what was done to people of another country than the record is of."""
    return figure.value == 0 or (figure.measure in DONE_TO and abroad(figure))


def _total(figure: FigureEntry) -> bool:
    """Whether it counts all so far, and that over more than a few days."""
    covered = days(figure.period)
    return figure.count in TOTALS and (covered is None or covered[1] - covered[0] > FEW_DAYS)


def _card(group: list[FigureEntry], maker: Maker) -> Card | None:
    told = {figures[0].id: figures for figures in by_source(group)}
    each = ((figures[0], made) for figures in told.values() if (made := value(figures[0], maker)))
    shown = list(islice(_unlike(each), VALUES))
    if not shown:
        return None
    values = tuple(replace(made, earlier=_earlier(told[figure.id], maker)) for figure, made in shown)
    return Card(group[0].measure, values, len(group) - sum(1 + len(each.earlier) for each in values))


def _unlike(values: Iterable[tuple[FigureEntry, Value]]) -> Iterator[tuple[FigureEntry, Value]]:
    """The values without those that read as one before them."""
    seen: set[tuple[Piece, ...]] = set()
    for figure, made in values:
        if (pieces := made.number.pieces()) not in seen:
            seen.add(pieces)
            yield figure, made


def _earlier(told: list[FigureEntry], maker: Maker) -> tuple[Line, ...]:
    """What the same source said before of the same series, on other days and in other numbers."""
    others = (figure for figure in told[1:] if figure.series and number(figure) != number(told[0]))
    made = (maker.line(each, [number(each), *looser(each), Fixed(","), *maker.day(each)]) for each in others)
    return tuple(islice(filter(None, made), EARLIER))


def counted(figure: FigureEntry, maker: Maker, *, place: bool = True) -> list[Claim]:
    """The number and what is counted, and where unless `place` is false."""
    where = [Fixed("·"), *maker.place(figure)] if figure.place and place else []
    noun = figure.value is None and figure.qualifier.endswith("s")
    return [number(figure), *looser(figure), *_counted(figure, noun=noun), *where]


def of_what(figure: FigureEntry, maker: Maker) -> list[Claim]:
    """What is counted, and where."""
    return [*_counted(figure), *([Fixed("·"), *maker.place(figure)] if figure.place else [])]


def number(figure: FigureEntry) -> Number:
    """The claim to its number."""
    return Number(value=figure.value, low=figure.low, high=figure.high, qualifier=figure.qualifier, unit=figure.unit)


def said_in(figure: FigureEntry, words: str) -> bool:
    """Whether the words say its number."""
    return number(figure).marks((Passage("", 0, len(words), words),)) is not None


def _counted(figure: FigureEntry, *, noun: bool = False) -> list[Claim]:
    """What is counted: "Turkish soldiers killed", "refugees", "structures damaged · schools"; "of" it, after a noun."""
    of, measure = fold(figure.of).split(), fold(figure.measure).split()
    words, named = Words(_plain(figure.of), loose=True), Fixed(figure.measure)
    claims: list[Claim]
    if vague(figure):
        claims = [named]
    elif {measure[-1], measure[-1].removesuffix("s")} & set(of):
        claims = [words]
    elif figure.measure in DONE_TO:
        claims = [words, named]
    else:
        claims = [named, Fixed("·"), words]
    if noun and (claims[0] == words or figure.measure not in DONE_TO):
        claims.insert(0, Fixed("of"))
    return claims + ([Fixed(figure.did)] if figure.did else [])


def _plain(of: str) -> str:
    """The words for what is counted, without the "its" or "the" before them."""
    pointing = POINTING.match(of)
    return of[pointing.end() :] if pointing else of


def _kind(figure: FigureEntry) -> list[Claim]:
    """How it was counted and how sure its source is, where that is not the usual."""
    said = [COUNTS.get(figure.count or ""), figure.standing if figure.standing != "reported" else None]
    return [Fixed(f"· {word}") for word in said if word]
