"""Who tells an entry, in which words, through whom: its tellings by voice, copies of one text folded into it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from onrecord.explaining import Telling, telling
from onrecord.model.actors import Actor
from onrecord.model.documents import Document, Part
from onrecord.model.entries import AnyEntry, Cite, CopyEntry
from onrecord.model.findings import Observation
from onrecord.model.frames import Frame, Noted
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reconciling.blocks import key_of
from onrecord.reconciling.joining.wording import alike, content
from onrecord.web.passages import Piece, passage
from onrecord.web.sides import spoken
from onrecord.web.sight import Sight

AT_ONCE = 24  # tellings on one page
SPEAKING = ("speaker", "per")


class Person(Struct, frozen=True):
    """Somebody by name, with the id of his entry."""

    name: str
    id: str


class Report(Struct, frozen=True, kw_only=True):
    """The report that carries a telling: its id and name in cites, what heads it, and whose text it prints."""

    id: str
    doc: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    inferred: bool = False


class Told(Struct, frozen=True, kw_only=True):
    """One telling: its words within their report, by whom and through whom, and what was understood of it. `number`
    counts the tellings of the entry from 1; `cite` is where its words stand, to link to them."""

    number: int
    report: Report
    pieces: tuple[Piece, ...]
    cite: Span
    by: tuple[Person, ...] = ()
    via: tuple[str, ...] = ()
    telling: Telling | None = None
    supports: tuple[str, ...] = ()


class Wording(Struct, frozen=True):
    """One text and the reports that carry it, the first published in front."""

    first: Told
    copies: tuple[Told, ...]

    @property
    def reports(self) -> int:
        """In how many reports it stands."""
        return len({each.report.id for each in (self.first, *self.copies)})


class Voice(Struct, frozen=True):
    """Those who say it, nobody where the reports assert it themselves, and the texts in which they do."""

    by: tuple[Person, ...]
    wordings: tuple[Wording, ...]


def tellings(sight: Sight, entry: AnyEntry, number: int = 1) -> list[Told]:
    """The tellings of the entry, those published first in front, AT_ONCE of them from part `number` (1 and up) on; of
    an entry that no observation makes by itself, the passages that it cites."""
    reader, offset = sight.reader, (number - 1) * AT_ONCE
    ids = reader.first_told(entry.id, AT_ONCE, offset)
    noted = {each.observation.id: each for each in reader.noted_of(ids)}
    if isinstance(entry, CopyEntry):
        return _by_report(sight, entry)
    if not noted:
        return cited(sight, entry.cites[offset : offset + AT_ONCE], offset, spoken(entry))
    pages = {page.id: page for page in reader.documents({each.observation.document for each in noted.values()})}
    frames = {frame.id: frame for frame in reader.frames(pages)}
    known = reader.addressed({key_of(said.value) for each in noted.values() for said in speakers(each.observation)})
    return [
        _told(place, noted[id_], pages[noted[id_].observation.document], frames[noted[id_].observation.document], known)
        for place, id_ in enumerate(ids, offset + 1)
    ]


def cited(
    sight: Sight, cites: Iterable[Cite], offset: int = 0, by: Mapping[int, tuple[str, ...]] | None = None
) -> list[Told]:
    """The passages of the cites, each within its report; `by`: whose words they are, by the cite's number from 0."""
    wanted = list(cites)
    heads = sight.heads(wanted)
    pages = {page.id: page for page in sight.reader.documents({head.id for head in heads.values()})}
    frames = {frame.id: frame for frame in sight.reader.frames(pages)}
    found = []
    for number, cite in enumerate(wanted, offset + 1):
        if cite.doc not in heads:
            continue
        page, span = pages[heads[cite.doc].id], Span(cite.start, cite.end)
        part = _part_at(page.parts, span)
        pieces = tuple(_pieces(page, part, [span]))
        report = _report(frames[page.id], part)
        people = tuple(Person(name, "") for name in (by or {}).get(number - 1, ()))
        found.append(Told(number=number, report=report, pieces=pieces, cite=span, by=people, supports=cite.supports))
    return found


def parts(sight: Sight, entry: AnyEntry) -> int:
    """Into how many parts the tellings of the entry fall, one at least."""
    told = 0 if isinstance(entry, CopyEntry) else sight.reader.number_told(entry.id) or len(entry.cites)
    return max(1, -(-told // AT_ONCE))


def voices(told: Iterable[Told], *, folded: bool = True) -> list[Voice]:
    """The tellings by those whose word they are, in the order of their first; each text once, with its copies, if those
    are to be `folded`."""
    groups: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for each in told:
        groups[tuple(sorted({person.id or person.name for person in each.by}))].append(each)
    return [
        Voice(group[0].by, tuple(wordings(group) if folded else (Wording(each, ()) for each in group)))
        for group in groups.values()
    ]


def wordings(told: Sequence[Told]) -> Iterator[Wording]:
    """The tellings, those that carry one text together."""
    stems = [content([piece.text for piece in each.pieces if piece.what == "mark"]) for each in told]
    group_of = {words: place for place, group in enumerate(alike(stems)) for words in group}
    groups: dict[int, list[Told]] = defaultdict(list)
    for each, words in zip(told, stems, strict=True):
        groups[group_of[words]].append(each)
    for group in groups.values():
        yield Wording(group[0], tuple(group[1:]))


def speakers(seen: Observation) -> tuple[Said[Actor], ...]:
    """Those whose word the observation is."""
    return next((held for field in SPEAKING if (held := getattr(seen.finding, field, None))), ())


def _by_report(sight: Sight, entry: CopyEntry) -> list[Told]:
    """The passages of each report that the copy is of, together, the earlier report first."""
    heads = sight.heads(entry.cites)
    pages = {page.id: page for page in sight.reader.documents({head.id for head in heads.values()})}
    frames = {frame.id: frame for frame in sight.reader.frames(pages)}
    found: list[Told] = []
    for doc in dict.fromkeys(entry.docs):
        spans = sorted(Span(cite.start, cite.end) for cite in entry.cites if cite.doc == doc)[:AT_ONCE]
        if doc in heads and spans:
            page = pages[heads[doc].id]
            part = _part_at(page.parts, spans[0])
            pieces = tuple(_pieces(page, part, spans))
            report = _report(frames[page.id], part)
            found.append(Told(number=len(found) + 1, report=report, pieces=pieces, cite=spans[0]))
    return found


def _told(number: int, noted: Noted, page: Document, frame: Frame, known: Mapping[str, str]) -> Told:
    seen = noted.observation
    via: tuple[Said[Actor], ...] = getattr(seen.finding, "via", ())
    evidence = sorted(seen.evidence)
    return Told(
        number=number,
        report=_report(frame, seen.part),
        pieces=tuple(_pieces(page, seen.part, evidence)),
        cite=evidence[0],
        by=tuple(Person(said.value.name, known.get(key_of(said.value), "")) for said in speakers(seen)),
        via=tuple(said.value.name for said in via),
        telling=telling(noted, frame),
    )


def _pieces(page: Document, part: int, spans: Iterable[Span]) -> list[Piece]:
    within = page.parts[part].span if part < len(page.parts) else None
    return passage(page.text, spans, [cut.span for cut in page.cuts], within)


def _part_at(parts: Sequence[Part], span: Span) -> int:
    return next((number for number, part in enumerate(parts) if part.span.holds(span)), 0)


def _report(frame: Frame, part: int) -> Report:
    """What heads that part of the page."""
    head = frame.parts[part] if part < len(frame.parts) else None
    date = frame.dates[part] if part < len(frame.dates) else None
    said: Mapping[str, Said[str] | None] = {
        "title": head.title if head else None,
        "outlet": head.publisher if head else None,
        "agency": head.agency if head else None,
    }
    return Report(
        id=frame.id,
        doc=frame.label,
        published=date.published if date else None,
        inferred=date is not None and date.basis == "inferred",
        **{name: value.value for name, value in said.items() if value is not None},
    )
