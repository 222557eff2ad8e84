"""Rival figures: numbers for one count on one day that contradict each other.

A growing toll, two stages of one count, a rounding, a bound or a part are no contradiction. Numbers that one sentence
sets against each other are for one count where nothing says otherwise; others only where they are of one series, or
where one report tells an incident twice, or sets a second count behind the first ("the army put the toll at 30").
"""

import datetime as dt
import math
from collections.abc import Iterator

from onrecord.model.entries import Cite, FigureEntry
from onrecord.model.findings import FigureFinding
from onrecord.model.frames import Noted
from onrecord.model.places import where
from onrecord.reconciling.blocks import Block, Reconciled
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.figures.counts import INCIDENT, LEVEL, NEW, STANDS, TOTAL, day, kind, population, size, start
from onrecord.reconciling.joining.groups import APART, OPEN, Verdict, groups
from onrecord.reconciling.joining.likeness import apart_by, same_place
from onrecord.reconciling.joining.seen import Seen
from onrecord.reconciling.joining.wording import share
from onrecord.reconciling.merging.told import UNATTRIBUTED

ROUNDED, ABOUT = 0.1, 0.15  # of the number: what rounding and a word like "about" may hide
ONE_ORDER = 5  # times
ALIKE = 0.4  # of the words of both
ONE_DAY = dt.timedelta(days=1)
COUNTED = "people counted"  # the rule by which those counted are people where no noun says so
NEAR = 20  # characters
NEXT_TO = 3  # between two sentences, or paragraphs
RIVALS, INCONSISTENT = "rival figures", "inconsistent within one report"


def disputes(block: Block, figures: list[Reconciled]) -> list[Reconciled]:
    """The disputes among the figures of one block."""
    noted = {each.observation.id: each for each in block.noted}
    order = {each.entry.id: number for number, each in enumerate(figures)}
    seen = [Seen(noted[each.members[0]], each) for each in figures]
    found = [
        _dispute(sorted(group.items, key=lambda each: order[each.entry.id]))
        for group in groups(seen, compare, keys)
        if len(group.items) > 1
    ]
    return sorted(found, key=lambda each: each.entry.id)


def keys(seen: Seen) -> Iterator[str]:
    """What two figures must share to be compared: the series, a sentence or where one begins behind another, or a
    report that tells an incident twice."""
    if seen.entry.part_of is not None or seen.entry.standing not in STANDS:
        return
    if seen.entry.series:
        yield seen.entry.series
    for cite in _evidence(seen.entry):
        yield f"{cite.doc} {cite.start}"
        yield from (f"{cite.doc} {cite.start + len(cite.quote) + gap}" for gap in range(1, NEXT_TO + 1))
        if kind(seen.entry) == INCIDENT:
            yield f"{cite.doc} {day(seen.entry)}"


def compare(one: Seen, other: Seen) -> Verdict:
    """How two figures of one measure stand to one another; the reason is the type of dispute."""
    mine, yours = one.entry, other.entry
    if _set_behind(mine, yours) or _set_behind(yours, mine):
        return (RIVALS,) if contradict(mine, yours) else OPEN
    together = not _sentences(mine).isdisjoint(_sentences(yours))
    beside = together or _told_twice(one, other)
    if not _one_day(mine, yours, together) or not (
        _one_series(mine, yours) or (beside and _one_count(one, other, together))
    ):
        return APART
    if not contradict(mine, yours):
        return OPEN
    ours, theirs = _named(mine), _named(yours)
    if ours and theirs and ours.isdisjoint(theirs):
        return (RIVALS,) if together or not _grew(mine, yours) else OPEN
    own = mine.per == yours.per and not together and _one_series(mine, yours) and kind(mine) != INCIDENT
    return (INCONSISTENT,) if own and _only_report(mine) == _only_report(yours) is not None else OPEN


def _one_day(one: FigureEntry, other: FigureEntry, together: bool) -> bool:
    """Whether they are for one day or the next; what one sentence tells need not say it twice."""
    apart = apart_by(day(one), day(other))
    return together if apart is None else apart <= ONE_DAY


def _set_behind(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether the other is a second count, by another's word, right behind the one, and tells no day, place or incident
    of its own."""
    tellers = _named(one), _named(other)
    if not all(tellers) or not tellers[0].isdisjoint(tellers[1]) or not _follows(other, one):
        return False
    if other.period or other.as_of_basis == "stated" or kind(other) not in (None, TOTAL) or kind(one) in (NEW, LEVEL):
        return False
    if other.place not in (None, one.place) or other.of_side not in (None, one.of_side):
        return False
    return _of_those(one, other) and all(
        getattr(one, name) == getattr(other, name) for name in ("unit", "did", "of_group")
    )


def _follows(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether the sentence of the one stands right behind that of the other."""
    ends = {
        (cite.doc, cite.start + len(cite.quote) + gap) for cite in _evidence(other) for gap in range(1, NEXT_TO + 1)
    }
    return not _sentences(one).isdisjoint(ends)


def _of_those(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether a second count may be of those of the one: of the same people, or the toll of whomever, of one order."""
    less, more = sorted((size(one), size(other)))
    same = population(one) == population(other)
    nobody_named = kind(other) == TOTAL or other.derived.get("of") == COUNTED
    return (same and bool(population(one))) or ((same or nobody_named) and more <= ONE_ORDER * less)


def _told_twice(one: Seen, other: Seen) -> bool:
    """Whether a report tells one incident twice: on one day, somewhere, in words that are much the same."""
    mine, yours = one.entry, other.entry
    docs = {cite.doc for cite in _evidence(mine)} & {cite.doc for cite in _evidence(yours)}
    told = docs and kind(mine) == kind(yours) == INCIDENT and mine.place and yours.place and day(mine) == day(yours)
    return bool(told) and share(_wording(one), _wording(other)) >= ALIKE


def _wording(seen: Seen) -> frozenset[str]:
    return frozenset(word for word in seen.words if not word[0].isdigit())


def _one_series(one: FigureEntry, other: FigureEntry) -> bool:
    return one.series is not None and one.series == other.series


def _one_count(one: Seen, other: Seen, together: bool) -> bool:
    """Whether they count the same, as far as they say; two kinds of count are that of one thing only in one sentence
    and where the numbers are of one order ("40 were killed, while the army put the toll at 150")."""
    mine, yours = one.entry, other.entry
    alike = all(getattr(mine, name) == getattr(yours, name) for name in ("unit", "did", "of_side", "of_group"))
    alike = alike and population(mine) == population(yours) and len({start(mine), start(yours)} - {None}) < 2
    if not alike or same_place(one.place, other.place) is False:
        return False
    if kind(mine) == kind(yours) and day(mine) and day(yours):
        return True
    less, more = sorted((size(mine), size(yours)))
    return together and not {kind(mine), kind(yours)} & {NEW, LEVEL} and more <= ONE_ORDER * less


def contradict(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether no number fits both, with what rounding and qualifiers leave open."""
    mine, yours = reach(one), reach(other)
    return mine[1] < yours[0] or yours[1] < mine[0]


def reach(figure: FigureEntry) -> tuple[float, float]:
    """The least and the most that a number can mean: "about 800" 680 to 920, "586,000" 585,500 to 586,500."""
    low, high, value = figure.low, figure.high, figure.value
    if value is None or (low is None) == (high is None):
        margin = 0.0 if value is None else _margin(figure.qualifier, value)
        return (low or 0.0) - margin, (high if high is not None else math.inf) + margin
    if high is None:
        return value, math.inf
    return (0.0 if figure.qualifier == "up to" else value * (1 - ABOUT)), value


def _margin(qualifier: str, value: float) -> float:
    if qualifier != "exact":
        return abs(value) * ABOUT
    if not value or value % 1:
        return 0.0
    unit = 1
    while int(value) % (unit * 10) == 0:
        unit *= 10
    return min(unit / 2, abs(value) * ROUNDED) if unit > 1 else 0.0


def _grew(one: FigureEntry, other: FigureEntry) -> bool:
    """Whether the greater number is the later one: a toll that grew."""
    less, more = sorted((one, other), key=lambda each: each.value if each.value is not None else each.low or 0.0)
    told = [(each.first_reported or "", day(each) or "") for each in (less, more)]
    return told[0][0] < told[1][0] or told[0][1] < told[1][1]


def _sentences(figure: FigureEntry) -> set[tuple[str, int]]:
    return {(cite.doc, cite.start) for cite in _evidence(figure)}


def _only_report(figure: FigureEntry) -> str | None:
    reports = {cite.doc for cite in _evidence(figure)}
    return reports.pop() if len(reports) == 1 else None


def _named(figure: FigureEntry) -> set[str]:
    return set(figure.per) - set(UNATTRIBUTED)


def _evidence(figure: FigureEntry) -> list[Cite]:
    return [cite for cite in figure.cites if not cite.supports]


def _dispute(seen: list[Seen]) -> Reconciled:
    over = [each.entry for each in seen]
    first = over[0]
    tellers = {each.per for each in over}
    place = next((entry.place for entry in over if entry.place), None)
    what = f"{first.measure}: {first.of}"
    about = ", ".join(filter(None, (what, place and where(place), day(first))))
    voices = [Voice(each.entry.per, _says(each.noted), evidence(each.made)) for each in seen]
    return dispute(about, INCONSISTENT if len(tellers) == 1 else RIVALS, voices, over)


def _says(noted: Noted) -> str:
    """The number in the report's words, with what it counts where that stands beside it."""
    finding = noted.observation.finding
    assert isinstance(finding, FigureFinding)
    said, of = finding.amount.words[0], finding.of.words
    beside = bool(of) and said.end <= of[0].start <= said.end + NEAR
    start, end = said.start, of[-1].end if beside else said.end
    held = (quote for quote in noted.quotes if quote.start <= start and end <= quote.end)
    return next(
        (quote.words[start - quote.start : end - quote.start] for quote in held), finding.amount.value.qualifier
    )
