"""When each report was published: as it states, or as its words and the dated reports that share them let one infer.

A report without a date gets one only where two things meet: a neighbourhood (a dated report that shares passages with
direct speech in them, or most of its words; or a full date on which somebody speaks in it) and a weekday of telling
("said on Saturday") that picks the day. Where it names none, and shares passages, the weekday of its opening does
("during a call Friday"). With a neighbourhood alone it gets a window and no day. Nothing else is looked at: no clock,
no day of adding, no order.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.model.documents import Document, Part
from onrecord.model.findings import Observation
from onrecord.model.frames import PartDate
from onrecord.model.spans import Span
from onrecord.model.traces import SHINGLE, Trace, traces_of, words_of
from onrecord.reconciling.dating_told import Told, opening, told

PASSAGE = 8  # words in a row that make a shared passage
ENOUGH = 24  # words in shared passages that make a twin
MOST = 0.7  # share of the words of a report that makes it a copy, direct speech or not
REACH = 3  # days between a report and its twin
FORMULA = 7  # words that reports of days further apart share are background, not a sign; so wide is a window
HOT = 20  # reports that are looked at for one run of words
CITED = 3
SPEECH = re.compile(r"[“\"„«][^“”\"„«»]{20,2000}[”\"»]")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Key = tuple[str, int]


class _Text(NamedTuple):
    """One part of a page that states no date: the whole page's text, and where the part stands in it."""

    trace: Trace
    text: str
    span: Span

    @property
    def key(self) -> Key:
        return self.trace.document, self.trace.part


class _Twin(NamedTuple):
    """A dated report that shares passages: the day, the name, and the passages in the undated one."""

    day: dt.date
    name: str
    passages: tuple[Span, ...]
    shared: int


def dates_of(
    documents: Sequence[Document], dated: Iterable[Trace], observations: Mapping[str, Sequence[Observation]]
) -> dict[Key, PartDate]:
    """The date of every part of the documents, by document id and number of the part.

    `dated` are the traces of all dated reports that are known, gone through once if at all; `observations` are, by
    document id, those of the documents that state no date. Stated dates come first; an inferred one says in `why` from
    what, in `window` between which days it may lie, and in `words` by which passages of the page. A part whose date
    cannot be known has an empty one.
    """
    dates = {
        (document.id, i): _stated(document, part) for document in documents for i, part in enumerate(document.parts)
    }
    undated = [
        text
        for document in documents
        if any(dates[document.id, i].published is None for i in range(len(document.parts)))
        for text in _texts(document)
        if dates[text.key].published is None
    ]
    twins = _twins(undated, dated) if undated else {}
    for text in undated:
        days = [each for each in observations.get(text.key[0], ()) if each.part == text.key[1]]
        near, days_told = twins[text.key], told(text.text, days)
        by_opening = inferred(near, opening(text.text, text.span, days)) if near and not days_told else PartDate()
        dates[text.key] = by_opening if by_opening.published else inferred(near, days_told)
    return dates


def _stated(document: Document, part: Part) -> PartDate:
    """The date that the part gives of itself."""
    said = part.published
    if said is None:
        return PartDate()
    words = " … ".join(" ".join(span.of(document.text).split()) for span in said.words)
    why = f"date header {words!r}" if words else f"given beside the text ({said.rule})"
    return PartDate(published=said.value, basis="stated", why=why, words=said.words)


def _texts(document: Document) -> Iterator[_Text]:
    for part, trace in zip(document.parts, traces_of(document), strict=True):
        yield _Text(trace, document.text, part.span)


def _twins(undated: Sequence[_Text], dated: Iterable[Trace]) -> dict[Key, list[_Twin]]:
    """For each undated part the dated ones that share passages with it, most shared first.

    Only runs of words that an undated part holds are looked up, so that the work grows with the text, not its square.
    """
    wanted = {shingle for text in undated for shingle in text.trace.keys}
    holders: dict[int, list[Trace]] = defaultdict(list)
    for trace in dated:
        for shingle in wanted.intersection(trace.keys):
            holders[shingle].append(trace)
    near = {shingle: _near_in_time(held) for shingle, held in holders.items()}
    return {text.key: _twins_of(text, near) for text in undated}


def _twins_of(text: _Text, near: Mapping[int, Sequence[Trace]]) -> list[_Twin]:
    places: dict[Key, list[int]] = defaultdict(list)
    sharing: dict[Key, Trace] = {}
    for place, shingle in enumerate(text.trace.keys):
        for other in near.get(shingle, ()):
            places[other.document, other.part].append(place)
            sharing[other.document, other.part] = other
    if not places:
        return []
    spans = words_of(text.text, text.span)
    speech = [Span(*match.span()) for match in SPEECH.finditer(text.text, text.span.start, text.span.end)]
    twins = []
    for key, found in places.items():
        runs = [(first, last) for first, last in _runs(found) if last - first >= PASSAGE]
        shared = sum(last - first for first, last in runs)
        passages = tuple(Span(spans[first].start, spans[last - 1].end) for first, last in runs)
        spoken = any(passage.overlaps(each) for passage in passages for each in speech)
        if shared >= ENOUGH if spoken else shared >= max(ENOUGH, MOST * len(spans)):
            twins.append(_Twin(_day_of(sharing[key]), sharing[key].name, passages, shared))
    return sorted(twins, key=lambda twin: (-twin.shared, twin.day, twin.name))


def _near_in_time(held: Sequence[Trace]) -> list[Trace]:
    """The reports that hold a run of words, the first few of them; none where it is of no one time."""
    days = {_day_of(trace) for trace in held}
    if (max(days) - min(days)).days > FORMULA:
        return []
    if len(held) <= HOT:
        return list(held)
    return sorted(held, key=lambda trace: (trace.day, trace.name, trace.document, trace.part))[:HOT]


def _day_of(trace: Trace) -> dt.date:
    assert trace.day is not None
    return dt.date.fromisoformat(trace.day)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of words that neighbouring shingles cover."""
    start = previous = places[0]
    for place in places[1:]:
        if place > previous + 1:
            yield start, previous + SHINGLE
            start = place
        previous = place
    yield start, previous + SHINGLE


def inferred(twins: Sequence[_Twin], told: Sequence[Told]) -> PartDate:
    """The date that twins (most shared first) and days of telling come to; an empty one where they do not suffice."""
    for twin in twins:
        reach = min(REACH, twin.shared // ENOUGH)  # the further apart, the more they must share
        near = [twin.day + dt.timedelta(by) for by in range(-reach, reach + 1)]
        day = _fitting(near, told, twin.day)
        if day is not None:
            return _day(day, _shares(twin), told, twin.passages[:CITED])
    if twins and all(each.weekday is None for each in told):
        twin = twins[0]
        window = f"{twin.day - dt.timedelta(FORMULA)}/{twin.day + dt.timedelta(FORMULA)}"
        why = f"no date line; {_shares(twin)}, and names no day of its own news"
        return PartDate(basis="inferred", why=why, window=window, words=twin.passages[:CITED])
    whole = [each for each in told if each.day is not None]
    if not whole:
        return PartDate()
    last = max(whole, key=lambda each: (each.day, -each.words.start))
    if last.day is None:
        return PartDate()
    coming = _fitting([last.day + dt.timedelta(by) for by in range(REACH + 1)], told, last.day)
    return PartDate() if coming is None else _day(coming, f"somebody speaks in it on {_plain(last.day)}", told, ())


def _fitting(days: Sequence[dt.date], told: Sequence[Told], centre: dt.date) -> dt.date | None:
    """The day on which most of the telling was that day's or the day before's; None where none is.

    No day before a whole date of telling fits.
    """
    counts = Counter(each.weekday for each in told if each.weekday is not None)
    latest = max((each.day for each in told if each.day is not None), default=dt.date.min)

    def fit(day: dt.date) -> int:
        same, eve = counts[day.weekday()], counts[(day.weekday() - 1) % 7]
        return (2 * same + eve) if same else 0

    fitting = [day for day in days if day >= latest and fit(day)]
    return max(fitting, key=lambda day: (fit(day), -abs((day - centre).days), centre - day), default=None)


def _day(day: dt.date, neighbourhood: str, told: Sequence[Told], passages: Sequence[Span]) -> PartDate:
    telling = next(each for each in told if each.weekday == day.weekday())
    said = f"says {telling.quote!r}: {_plain(day)} was a {WEEKDAYS[day.weekday()]}"
    return PartDate(
        published=day.isoformat(),
        basis="inferred",
        why=f"no date line; {neighbourhood}, and {said}",
        window=f"{day}/{day + dt.timedelta(1)}",
        words=(telling.words, *passages),
    )


def _shares(twin: _Twin) -> str:
    count = len(twin.passages)
    return f"shares {count} {'passage' if count == 1 else 'passages'} with the report {twin.name} of {twin.day}"


def _plain(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
