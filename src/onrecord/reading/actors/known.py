"""Groups, bodies, media and houses of government that the vocabulary lists."""

from collections.abc import Iterator

from spacy.tokens import Span

from onrecord.model.actors import Actor
from onrecord.reading.actors.names import HYPHENS
from onrecord.reading.actors.people import said
from onrecord.reading.found import ActorMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.told_once import text_at, text_of, texts_of
from onrecord.vocabulary.countries import country_named, seat
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.known_actors import known_actors
from onrecord.vocabulary.names import listed


def is_free(taken: set[int], at: At) -> bool:
    """Whether none of the tokens names somebody already."""
    return taken.isdisjoint(range(at.start, at.end))


def known(report: Report, paragraph: Paragraph, taken: set[int]) -> Iterator[ActorMention]:
    """Groups, bodies, media and houses of government that the vocabulary lists."""
    doc, text = paragraph.doc, text_of(paragraph.doc)
    capitals, named = text.isupper(), set[int]()
    for hit in known_actors(text):
        span = doc.char_span(hit.start, hit.end, alignment_mode="contract")
        if span is None and text[hit.end : hit.end + 1] == ".":  # "the U.N. said"
            span = doc.char_span(hit.start, hit.end + 1)
        if hit.actor.type == "person" or span is None or _qualifies(paragraph, span.end):
            continue
        if _in_longer_name(span, hit.actor) or (capitals and span.text.lower() in forces().words):
            continue
        at = At(paragraph.index, span.start, span.end)
        actor = said("alias", report, [report.span(at)])
        if actor is not None and is_free(taken, at):
            named.update(range(at.start, at.end))
            yield ActorMention(at, _head(span), actor)
    for start, word in enumerate(texts_of(doc)):
        if word[0].isupper() and (at_seat := _seat(paragraph, start)) is not None:
            actor = said("seat of government", report, [report.span(at_seat)])
            if actor is not None and is_free(taken | named, at_seat):
                yield ActorMention(at_seat, doc[at_seat.start : at_seat.end].root.i, actor, "metonym")


def _head(span: Span) -> int:
    """The word that a name hangs on: its last where the parse has it hang on what is behind it by its adjective
    ("Syrian army positions")."""
    return int(span.end - 1 if span.root.dep_ == "amod" else span.root.i)


def _seat(paragraph: Paragraph, start: int) -> At | None:
    doc = paragraph.doc
    ends = range(min(len(doc), start + 4), start, -1)
    end = next((end for end in ends if seat(text_at(doc, start, end)) is not None), None)
    return At(paragraph.index, start, end) if end is not None else None


def _qualifies(paragraph: Paragraph, end: int) -> bool:
    """Whether the name only says something of another: "Taliban-held", "EU-brokered"."""
    doc = paragraph.doc
    if end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_:
        return doc[end + 1].text[0].islower()
    return False


def _in_longer_name(span: Span, actor: Actor) -> bool:
    """Whether other words in capitals make it another name: "Sunday Times", "Uganda People's Defence Force"."""
    doc, before = span.doc, span.start - 1
    if before >= 0 and doc[before].text[0].isupper() and not doc[before].is_sent_start:
        country = country_named(doc[before].text)
        if country is not None and actor.country is not None and country.name != actor.country:
            return len(span) > 1
    if len(span) > 1 or not span.text.istitle():
        return False
    after = doc[span.end] if span.end < len(doc) else None
    joined = span.root.dep_ == "compound" and after is not None and span.root.head.i >= span.end
    follows = joined and after is not None and after.text[0].isupper() and after.text in listed("things")
    leads = before >= 0 and doc[before].text in listed("things") and doc[before].dep_ == "compound"
    return follows or (leads and doc[before].head == span.root)
