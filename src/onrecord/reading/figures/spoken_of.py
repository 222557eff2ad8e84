"""The other country that a report speaks of in passing, where a sentence names no place: "In Yemen, students marched."

Its figures are of there, and would without a place be read as of the country that the report is about.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.model.places import countries_of
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.places.scene import SOMEWHERE, is_of_talk, tells_where
from onrecord.reading.report import At, Report
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.figures import forms_of

LASTS = 4  # sentences
OPENING = 3  # tokens
THERE = (SOMEWHERE - {"from", "against"}) | {"off", "across"}


class Abroad(NamedTuple):
    """The country that the sentences before speak of; `place` is where in it a sentence goes on that names no place,
    None where that is not clear."""

    country: str
    place: PlaceMention | None


Passages = dict[tuple[int, int], Abroad]


def abroad(report: Report, found: Found, main: str | None) -> Passages:
    """Another country than `main` that the sentences before one speak of, by paragraph and first token of that one."""
    made: Passages = {}
    current: Abroad | None = None
    age, part = 0, -1
    for paragraph in report.paragraphs if main is not None else ():
        if paragraph.part != part:
            current, part = None, paragraph.part
        for sentence in paragraph.doc.sents:
            inside = found.places.within(At(paragraph.index, sentence.start, sentence.end))
            age += 1
            if current is not None and age <= LASTS and not _is_of(sentence, inside, main):
                made[(paragraph.index, sentence.start)] = _going_on(current, age)
            anchors = tuple(_anchors(sentence, inside))
            if anchors:
                current, age = _where(anchors, main), 0
            elif _is_of(sentence, inside, main):
                current = None
    return made


def _going_on(current: Abroad, age: int) -> Abroad:
    """A country named at the head of a sentence holds on; a town only for the next."""
    wide = current.place is not None and current.place.place.value.precision == "country"
    return current if wide or age == 1 else current._replace(place=None)


def _where(anchors: tuple[PlaceMention, ...], main: str | None) -> Abroad | None:
    """The one country in which the places are; none where that is the report's own."""
    countries = {country for each in anchors for country in countries_of(each.place.value)}
    if len(countries) != 1 or main in countries:
        return None
    narrow = [each for each in anchors if each.place.value.precision != "country"] or list(anchors)
    alone = len({each.place.value.key for each in narrow}) == 1
    return Abroad(min(countries), narrow[0] if alone else None)


def _anchors(sentence: Span, inside: list[PlaceMention]) -> Iterator[PlaceMention]:
    """The places at which something happens: the country that opens the sentence alone, if one does."""
    doc = sentence.doc
    opening = next((place for place in inside if place.at.start - sentence.start < OPENING), None)
    if opening is not None and opening.place.value.precision == "country" and sentence[0].lower_ == "in":
        yield opening
        return
    for place in inside:
        name = doc[place.at.end - 1]
        if place.use == "place" and _is_at(name) and not (is_of_talk(sentence, place) or tells_where(name)):
            yield place


def _is_at(name: Token) -> bool:
    """Whether something is said to be there: "off Sicily", "in the city of Juarez"."""
    while name.dep_ in ("compound", "appos", "nmod", "conj") or (name.dep_ == "pobj" and name.head.lower_ == "of"):
        name = name.head
    first = name.left_edge.i
    behind = name.dep_ == "dobj" and first > 0 and name.doc[first - 1].lower_ in THERE  # "sank off Sicily"
    return behind or (name.dep_ == "pobj" and name.head.lower_ in THERE)


def _is_of(sentence: Span, inside: list[PlaceMention], main: str | None) -> bool:
    """Whether the sentence speaks of the report's own country, but as what somebody left."""
    named = any(
        main in countries_of(place.place.value) and not _is_left(sentence.doc[place.at.end - 1]) for place in inside
    )
    peoples = (country_of_demonym(token.text) for token in sentence if token.text[0].isupper())
    return named or any(people is not None and people.name == main for people in peoples)


def _is_left(name: Token) -> bool:
    """Whether it is where somebody came from: "a boat that had left Libya", "migrants from Libya"."""
    above = name.head
    return above.lower_ == "from" or (name.dep_ == "dobj" and above.lower_ in forms_of("departing"))
