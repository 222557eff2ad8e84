"""From the words that an observation rests on to the cites of its entry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from onrecord.model.entries import Cite
from onrecord.model.frames import Frame, Noted, Quote
from onrecord.model.said import Said
from onrecord.model.saids import saids
from onrecord.model.spans import Span

FIELDS = {
    "amount": "value",
    "actor": "name",
    "area": "place",
    "from_": "from",
    "type_": "type",
    "state_words": "state",
}  # findings' fields that entries call otherwise
VERBATIM = "verbatim"


class Cited(NamedTuple):
    """A cite and the id of the document it points into."""

    document: str
    cite: Cite


def of(noted: Noted, frame: Frame) -> list[Cited]:
    """All that the observation cites: its evidence, then the words that only some of its fields rest on."""
    return evidence(noted, frame) + support(noted, frame)


def evidence(noted: Noted, frame: Frame) -> list[Cited]:
    """The passages that carry the whole observation."""
    words = words_of(noted.quotes)
    return [cited(frame, span, words) for span in sorted(set(noted.observation.evidence))]


def support(noted: Noted, frame: Frame) -> list[Cited]:
    """The words outside the evidence that only some fields rest on, with those fields."""
    fields: dict[Span, set[str]] = defaultdict(set)
    held = noted.observation.evidence
    for name, said in saids(noted.observation.finding):
        for span in said.words:
            if not any(passage.holds(span) for passage in held):
                fields[span].add(FIELDS.get(name, name))
    words = words_of(noted.quotes)
    return [cited(frame, span, words, *sorted(backed)) for span, backed in sorted(fields.items())]


def header(frame: Frame, part: int, *fields: str) -> list[Cited]:
    """The words that date the part of the page, for the fields that rest on that date."""
    if part >= len(frame.dates):
        return []
    words = words_of(frame.quotes)
    return [cited(frame, span, words, *fields) for span in frame.dates[part].words if span in words]


def cited(frame: Frame, span: Span, words: Mapping[Span, str], *fields: str) -> Cited:
    """The cite of the words at `span` of the report, which `words` hold; for those fields alone, if any are given."""
    cite = Cite(doc=frame.label, start=span.start, end=span.end, quote=words[span], supports=tuple(sorted(fields)))
    return Cited(frame.id, cite)


def holding(cites: Sequence[Cite], frame: Frame, span: Span) -> int:
    """The number, from 0, of the cite that holds the words at `span` of the report."""
    places = ((number, cite) for number, cite in enumerate(cites) if cite.doc == frame.label)
    return next(number for number, cite in places if cite.start <= span.start and span.end <= cite.end)


def words_of(quotes: Iterable[Quote]) -> dict[Span, str]:
    """Quotes by where they stand."""
    return {Span(quote.start, quote.end): quote.words for quote in quotes}


def derived(values: Iterable[tuple[str, Said[Any]]]) -> dict[str, str]:
    """The rule behind each field that the words do not spell out, several joined by a comma."""
    rules: dict[str, set[str]] = defaultdict(set)
    for name, said in values:
        if said.rule != VERBATIM:
            rules[FIELDS.get(name, name)].add(said.rule)
    return {name: ", ".join(sorted(used)) for name, used in sorted(rules.items())}


def ordered(cites: Iterable[Cited]) -> tuple[Cited, ...]:
    """Each cite once, by document and place; cites of the same words are joined, evidence before support."""
    fields: dict[tuple[str, str, int, int, str, bool], set[str]] = defaultdict(set)
    for document, cite in cites:
        fields[document, cite.doc, cite.start, cite.end, cite.quote, bool(cite.supports)] |= set(cite.supports)
    return tuple(
        Cited(document, Cite(doc=doc, start=start, end=end, quote=quote, supports=tuple(sorted(backed))))
        for (document, doc, start, end, quote, _), backed in sorted(
            fields.items(), key=lambda kept: (kept[0][5], *kept[0][1:4])
        )
    )
