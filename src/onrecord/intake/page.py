"""A page's text to a Document: its reports told apart, their frame cut, title, date and names read from the cuts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from msgspec import Struct

from onrecord.intake import bylines, captions, datelines, doubts, furniture, headers, joined, readers, titles, widgets
from onrecord.intake.language import language
from onrecord.intake.stated import readings
from onrecord.model.documents import Cut, Document, Part
from onrecord.model.lines import Line, lines
from onrecord.model.said import Said
from onrecord.model.spans import Span

SEVERAL = "several reports in one page"
NEAR_TOP = 2500
MOST_BELOW = 6
NOT_READ = "not read: language {}"


class Given(Struct, frozen=True, kw_only=True):
    """What stood beside the text, in a table's columns."""

    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None


@dataclass
class _Frame:
    """What was found around one report of a page."""

    span: Span
    cuts: list[Cut] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    title: Line | None = None
    source: Span | None = None
    source_date: Span | None = None
    as_of: Span | None = None
    dateline: datelines.Dateline | None = None
    captioned: list[Span] = field(default_factory=list)

    def take(self, text: str, found: Sequence[Cut]) -> None:
        """Add the cuts, and leave to the body what they leave of its lines."""
        self.cuts += found
        self.body = list(_without(text, self.body, sorted(cut.span for cut in found))) if found else self.body

    def cut_as(self, why: str) -> Iterator[Cut]:
        return (cut for cut in sorted(self.cuts) if cut.why == why)


def page(name: str, text: str, given: Given | None = None, encoding: str = "utf-8") -> Document:
    """The document that the text makes. Its text is kept as it is; every cut and value says where its words stand."""
    given = given or Given()
    all_lines = lines(text)
    bounds = [0, *joined.starts(all_lines), len(text)]
    at = [bisect_left(all_lines, bound, key=_start) for bound in bounds]
    frames = [
        _frame(text, Span(*ends), all_lines[first:last])
        for ends, (first, last) in zip(pairwise(bounds), pairwise(at), strict=True)
    ]
    spoken = given.language or language(line.text for frame in frames for line in frame.body)
    parts = tuple(_part(text, frame, given) for frame in frames)
    quality = [SEVERAL] if len(parts) > 1 else []
    quality += [] if spoken == "en" else [NOT_READ.format(spoken)]
    for frame, part in zip(frames, parts, strict=True):
        quality += _doubts(text, frame, part)
    return Document(
        name=name,
        text=text,
        parts=parts,
        cuts=tuple(sorted(_apart(cut for frame in frames for cut in frame.cuts))),
        language=spoken,
        encoding=encoding,
        url=given.url,
        quality=tuple(dict.fromkeys(quality)),
    )


def _start(line: Line) -> int:
    return line.start


def _frame(text: str, span: Span, own_lines: Sequence[Line]) -> _Frame:
    """Cut one report out of its page: whole lines first, then what shares a line with the report."""
    frame = _Frame(span, body=list(own_lines))
    _cut_start(text, frame)
    frame.take(text, list(widgets.message(frame.body)))
    frame.take(text, list(readers.comments(frame.body)))
    frame.take(text, list(furniture.frame(frame.body)))
    frame.take(text, list(headers.date_lines(frame.body, titles.top(frame.body))))
    _cut_dateline(text, frame)
    photographs = list(captions.captions(frame.body))
    frame.captioned = _lines_of(frame.body, photographs)
    frame.take(text, photographs)
    told = _without_captions(frame)
    above = told[: titles.top(told)]
    frame.take(text, [cut for line in above if (cut := bylines.byline(line) or datelines.agency_line(line))])
    frame.take(text, [cut for line in frame.body[:1] if (cut := bylines.staff(line))])
    told = _without_captions(frame)
    frame.title = titles.title(told, titles.top(told))
    frame.as_of = headers.as_of(told[: titles.top(told)])
    if frame.title:
        _cut_site(text, frame, frame.title)
        frame.take(text, list(titles.repeated(frame.body, frame.title.text)))
    frame.take(text, list(bylines.credit_lines(frame.body)))
    frame.take(text, _after_credit(frame))
    frame.take(text, [cut for line in frame.body[-3:] if (cut := datelines.agency_line(line))])
    return frame


def _cut_start(text: str, frame: _Frame) -> None:
    """The `date` header or the "Sputnik, 22/2/2020:" that the report starts with."""
    for line in frame.body[:1]:
        cut = headers.leading(text, line)
        if cut:
            frame.take(text, [cut])
    for line in frame.body[:1]:
        source = joined.source_and_date(line)
        if source:
            frame.source, frame.source_date = source[1:]
            frame.take(text, [source[0]])


def _lines_of(body: Sequence[Line], cuts: Sequence[Cut]) -> list[Span]:
    """Where the lines stand that hold the cuts."""
    holding = (body[bisect_right(body, cut.span.start, key=_start) - 1] for cut in cuts)
    return [Span(line.start, line.end) for line in holding]


def _without_captions(frame: _Frame) -> list[Line]:
    """The body without the lines of photographs: a caption's sentence is not the report's first."""
    ends = [photo.end for photo in frame.captioned]
    return [line for line in frame.body if not _in_one(line.start, frame.captioned, ends)]


def _in_one(at: int, spans: Sequence[Span], ends: Sequence[int]) -> bool:
    """Whether a place lies in one of the spans, which are in order and do not overlap, with their ends."""
    first = bisect_right(ends, at)
    return first < len(spans) and spans[first].start <= at


def _cut_site(text: str, frame: _Frame, line: Line) -> None:
    """The " - BBC News" that a headline ends with."""
    site = datelines.site(line)
    if site:
        frame.take(text, [site])
        frame.title = Line(line.start, site.span.start, text[line.start : site.span.start], line.gap)


def _cut_dateline(text: str, frame: _Frame) -> None:
    """The dateline of the first sentence, with the stamp or slug before it and the marks after it."""
    first = titles.top(frame.body)
    for line in frame.body[first : first + 1]:
        slug = datelines.slug(line)
        if slug:
            frame.take(text, [slug])
    for number, line in enumerate(frame.body):
        if number > first and line.start > frame.span.start + NEAR_TOP:
            return
        forms = datelines.OPENING if number == first else datelines.NEAR if number < first + 3 else datelines.LATER
        found = datelines.dateline(line, forms) or (datelines.inner_dateline(line) if number >= first else None)
        if found:
            frame.dateline = found
            stamp, marks = datelines.stamp(text, found, line), datelines.marks(text, found.span.end)
            frame.take(text, [cut for cut in (Cut(found.span, "dateline"), stamp, marks) if cut])
            return


def _after_credit(frame: _Frame) -> list[Cut]:
    """What stands below the closing credits, where it holds no sentence."""
    last = max((cut.span.end for cut in frame.cut_as("credit line")), default=frame.span.end)
    below = [line for line in frame.body if line.start >= last]
    if len(below) > MOST_BELOW or any(map(furniture.is_body, below)) or not any(map(furniture.is_body, frame.body)):
        return []
    return [Cut(Span(line.start, line.end), "page furniture") for line in below]


def _part(text: str, frame: _Frame, given: Given) -> Part:
    named = list(datelines.media(text, _media_words(frame)))
    agency = next((Said(name, "agency name", (span,)) for name, span, supplies in named if supplies), None)
    publisher = next((Said(name, "agency name", (span,)) for name, span, supplies in named if not supplies), None)
    if frame.source:
        publisher = next(
            (Said(name, "agency name", (span,)) for name, span, _ in datelines.media(text, iter([frame.source]))), None
        )
    place = frame.dateline.place if frame.dateline else None
    return Part(
        span=frame.span,
        title=_title(frame, given),
        publisher=Said(given.publisher, "column", ()) if given.publisher else publisher,
        agency=agency,
        authors=_authors(text, frame, given),
        published=_published(text, frame, given),
        dateline=Said(place.of(text), "verbatim", (place,)) if place else None,
    )


def _title(frame: _Frame, given: Given) -> Said[str] | None:
    line = frame.title
    if line is not None:
        return Said(" ".join(line.text.split()), "verbatim", (Span(line.start, line.end),))
    return Said(given.title, "column", ()) if given.title else None


def _authors(text: str, frame: _Frame, given: Given) -> tuple[Said[str], ...]:
    if given.authors:
        return tuple(Said(author, "column", ()) for author in given.authors)
    named = (cut for why in ("byline", "date header") for cut in frame.cut_as(why))
    spans = [span for cut in named for span in bylines.authors(text, cut)]
    return tuple(Said(" ".join(span.of(text).split()), "verbatim", (span,)) for span in spans)


def _published(text: str, frame: _Frame, given: Given) -> Said[str] | None:
    """The date stated for the report: in its own first words, in the table, a header, the dateline, its title."""
    headers_of_page = _header_dates(text, frame)
    dated = frame.dateline.date if frame.dateline else None
    if frame.source_date is None and given.published:
        return Said(given.published, "column", ())
    for span in (frame.source_date, *headers_of_page, dated, frame.as_of):
        days = readings((span.of(text),)) if span else []
        near = {day for other in headers_of_page if other != span for day in readings((other.of(text),))}
        agreed = days if len(days) == 1 else [day for day in days if day in near]
        if span and len(agreed) == 1:
            return Said(agreed[0].isoformat(), "date header", (span,))
    return None


def _header_dates(text: str, frame: _Frame) -> list[Span]:
    return [span for cut in frame.cut_as("date header") if (span := headers.published(text, cut))]


def _media_words(frame: _Frame) -> Iterator[Span]:
    """Where a report's frame names the medium it comes from. A photograph's credit does not."""
    if frame.dateline and frame.dateline.by:
        yield frame.dateline.by
    for why in ("byline", "agency line", "date header"):
        yield from (cut.span for cut in frame.cut_as(why) if frame.source is None or not cut.span.holds(frame.source))


def _doubts(text: str, frame: _Frame, part: Part) -> Iterator[str]:
    headers_of_page = _header_dates(text, frame)
    yield from doubts.wrong_weekdays(text, (cut.span for cut in frame.cut_as("date header")))
    if part.published:
        others = [("its header", span) for span in headers_of_page if span not in part.published.words]
        if frame.dateline and frame.dateline.date and frame.dateline.date not in part.published.words:
            others.append(("its dateline", frame.dateline.date))
        yield from doubts.far_apart(part.published.value, text, others)


def _without(text: str, body: Sequence[Line], spans: Sequence[Span]) -> Iterator[Line]:
    """What is left of the lines when the spans are cut out of them; both are in the order of the text."""
    first = 0
    for line in body:
        while first < len(spans) and spans[first].end <= line.start:
            first += 1
        at, gap = line.start, line.gap
        for span in islice(spans, first, None):
            if span.start >= line.end:
                break
            yield from _rest(text, at, span.start, gap)
            at = max(at, span.end)
        if at == line.start:
            yield line
        else:
            yield from _rest(text, at, line.end, gap)


def _rest(text: str, start: int, end: int, gap: bool) -> Iterator[Line]:
    raw = text[start:end] if start < end else ""
    words = raw.strip()
    if words:
        at = start + len(raw) - len(raw.lstrip())
        yield Line(at, at + len(words), words, gap)


def _apart(cuts: Iterator[Cut]) -> Iterator[Cut]:
    """The cuts in order, without overlaps: what an earlier one covers is left out of a later one."""
    end = 0
    for cut in sorted(cuts, key=lambda cut: (cut.span.start, -cut.span.end)):
        start = max(cut.span.start, end)
        if start < cut.span.end:
            yield Cut(Span(start, cut.span.end), cut.why)
            end = cut.span.end
