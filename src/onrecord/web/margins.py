"""What the margin of a report says: beside each paragraph, what was read there, and who carries it too.

All of it comes from a few questions about the stretch of text that is shown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.model.actors import Actor
from onrecord.model.entries import AnyEntry, CopyEntry
from onrecord.model.findings import Finding, Observation
from onrecord.model.places import Place
from onrecord.model.rulings import REJECTED
from onrecord.model.said import Said
from onrecord.model.saids import saids, spans_of
from onrecord.model.spans import Span
from onrecord.store import Head
from onrecord.web.marking import Mark
from onrecord.web.sight import Sight

NAMES = ("actor", "place", "date")  # what only helps to understand the rest
CARRIED = 400  # passages that others carry, on one page
CARRIERS = 1  # other reports that are named beside a paragraph
TELLING = {  # the fields whose words an observation is marked by, beside the word that it hangs on
    "figure": ("amount", "of"),
    "event": ("what",),
    "commitment": ("condition", "due"),
    "control": ("change", "area"),
    "site": ("what", "count", "state_words"),
    "agreement": ("name",),
    "compliance": ("what", "count"),
    "contact": ("form",),
    "outcome": ("says",),
    "place": ("place", "aliases"),
    "date": ("when",),
}
NEAR = 2  # characters between two words that one mark covers
LINE, HIGH = 68, 28  # characters in a line of the text, and its height
NOTE, REMARK, GAP = 52, 20, 14  # height of a note, of a line below the notes, of the space below a paragraph
TALL = {"commitment": 88, "event": 66, "contact": 62, "agreement": 62}
NAME = 10  # height that a name takes of its line
SLACK = 60  # by how much the margin may run behind the text


class Note(Struct, frozen=True):
    """An entry that the paragraph tells of, and the passage that carries it there."""

    entry: AnyEntry
    passage: Span


class Name(Struct, frozen=True):
    """Somebody or some place that the paragraph is the first to name; `id` is that of the entry."""

    name: str
    id: str


class Carrier(Struct, frozen=True):
    """Another report that carries the words at `span`, and the entry that says so."""

    span: Span
    copy: CopyEntry
    other: Head


class Margin(Struct, kw_only=True):
    """What stands beside one paragraph; the first `fits` of the notes have room there, and the names if they
    `names_fit`; the others are folded."""

    notes: list[Note]
    names: list[Name]
    carriers: list[Carrier]
    fits: int = 1
    names_fit: bool = True


class Seen(Struct, frozen=True, kw_only=True):
    """What was read in a stretch of a report: `entries` by their ids, `of` the id of the entry of each observation."""

    observations: Sequence[Observation]
    of: Mapping[str, str]
    entries: Mapping[str, AnyEntry]

    def marks(self) -> Iterator[Mark]:
        """Every observation in place."""
        for seen in self.observations:
            for span in _marked(seen):
                yield Mark(span.start, span.end, self.of.get(seen.id, ""), seen.kind in NAMES)

    def passages(self) -> set[Span]:
        """All words that an observation rests on and an entry may cite."""
        return {span for each in self.observations if each.kind != "date" for span in spans_of(each)}


def seen(sight: Sight, document: str, within: Span) -> Seen:
    """What was read there, with the entries that it went into."""
    observations = sight.reader.seen_at(document, within.start, within.end)
    of = sight.reader.addressed(each.id for each in observations)
    wanted = {of[each.id] for each in observations if each.id in of and each.kind not in NAMES}
    return Seen(observations=observations, of=of, entries={each.id: each for each in sight.entries_at(wanted)})


def margins(paragraphs: Sequence[Span], read: Seen) -> list[Margin]:
    """What was read in each of the paragraphs."""
    made = [Margin(notes=[], names=[], carriers=[]) for _ in paragraphs]
    named: set[str] = set()
    for each in read.observations:
        number = _paragraph(paragraphs, each.trigger.start)
        id_ = read.of.get(each.id)
        if number is None or id_ is None:
            continue
        if each.kind not in NAMES:
            if id_ in read.entries and all(note.entry.id != id_ for note in made[number].notes):
                made[number].notes.append(Note(read.entries[id_], passage_of(each)))
        elif id_ not in named:
            named.add(id_)
            made[number].names += [Name(name, id_) for name in _names(each.finding)]
    return made


def carried(sight: Sight, document: str, label: str, within: Span) -> list[Carrier]:
    """The other reports that carry words from there, passage by passage, in order; `label` is the report's name in
    cites."""
    passages = sight.reader.carried_at(document, within.start, within.end, CARRIED)
    entries = sight.entries_at(each.entry for each in passages)
    copies = {each.id: each for each in entries if isinstance(each, CopyEntry) and each.review != REJECTED}
    heads = sight.reader.heads({doc for copy in copies.values() for doc in copy.docs})
    return [
        Carrier(passage.span, copy, heads[doc])
        for passage in passages
        if (copy := copies.get(passage.entry)) is not None
        for doc in copy.docs
        if doc in heads and doc != label
    ]


def put_beside(margins_: Sequence[Margin], paragraphs: Sequence[Span], found: Iterable[Carrier]) -> None:
    """Names who carries a passage beside the paragraph in which it begins, each report once."""
    told: set[tuple[int, str]] = set()
    for each in found:
        number = _paragraph(paragraphs, each.span.start)
        if number is not None and each.copy.share is None and (number, each.other.id) not in told:
            told.add((number, each.other.id))
            margins_[number].carriers.append(each)


def fitted(margins_: Iterable[Margin], paragraphs: Iterable[Span]) -> None:
    """Says of each margin what of it has room, so that none runs far behind its paragraph: the margin goes on beside
    the next paragraphs where they leave it room."""
    text = margin = 0
    for each, span in zip(margins_, paragraphs, strict=True):
        margin = max(margin, text)
        text += -(-(span.end - span.start) // LINE) * HIGH + GAP
        margin += len(each.carriers[:CARRIERS]) * 2 * REMARK
        each.fits = 0
        for note in each.notes:
            high = TALL.get(note.entry.kind, NOTE)
            if each.fits and margin + high > text + SLACK:
                break
            margin += high
            each.fits += 1
        folds = len(each.notes) > each.fits
        high = (1 + len(each.names) * NAME // REMARK) * REMARK if each.names else 0
        each.names_fit = margin + high + folds * REMARK <= text + SLACK
        margin += high * each.names_fit + REMARK * (folds or not each.names_fit)


def _paragraph(paragraphs: Sequence[Span], start: int) -> int | None:
    number = bisect_right(paragraphs, start, key=lambda span: span.start) - 1
    return number if number >= 0 and start < paragraphs[number].end else None


def passage_of(each: Observation) -> Span:
    """The passage of the evidence that holds the word it hangs on."""
    return next((span for span in each.evidence if span.holds(each.trigger)), each.evidence[0])


def _marked(each: Observation) -> list[Span]:
    """The words that show what was read: those of its telling fields and the one it hangs on; every naming of an
    actor."""
    if each.kind == "actor":
        return sorted(set(each.evidence))
    fields = TELLING.get(each.kind, ())
    words = [span for field, said in saids(each.finding) if field in fields for span in said.words]
    joined: list[Span] = []
    for span in sorted({*words, each.trigger}):
        if joined and span.start <= joined[-1].end + NEAR:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _names(finding: Finding) -> Iterator[str]:
    for field, said in saids(finding):
        if field in ("actor", "place") and isinstance(said, Said) and isinstance(said.value, (Actor, Place)):
            yield said.value.name
