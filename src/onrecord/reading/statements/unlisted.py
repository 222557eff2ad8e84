"""Speakers whom no list holds and nothing describes: bodies and media that are known by the name alone under which they
speak ("UKMTO said", "the Neighbourhood Committees of Bara warned", "the news portal Media Congo reported")."""

from spacy.tokens import Doc

from onrecord.model.said import Said
from onrecord.reading.found import Found
from onrecord.reading.report import At, Paragraph
from onrecord.reading.statements.speakers import NOBODY, Speakers, unnamed
from onrecord.vocabulary import reporting
from onrecord.vocabulary.forces import class_of

LONGEST = 8  # words of a name
SHORTEST = 2  # letters of a short form
LINKS = frozenset(("of", "for"))
BANDS = frozenset(("army", "front", "militia", "movement"))  # of a people or a place: "the Karenni Army"
COMMON = frozenset(("national", "federal", "regular", "government", "rebel", "popular", "northern", "southern"))
BESIDE = frozenset(("neighbouring", "neighboring", "nearby"))  # before a place, no part of its name
JOINING = frozenset(("-", "–", "&"))


def named(paragraph: Paragraph, found: Found, head: int) -> Speakers:
    """The speaker by the name that stands at `head`: a short form in capitals, several words, or one word behind a noun
    for media; nobody where one word alone may be anybody's surname, or the name is of somebody or some place known."""
    doc = paragraph.doc
    if head < 0 or doc[head].pos_ != "PROPN":
        return NOBODY
    start, end = _name(doc, head)
    if not doc[start].text[0].isupper() or (start > 0 and doc[start - 1].lower_ in LINKS):
        return NOBODY  # "the envoy for African Affairs Ali Hassan"
    short = doc[head].text.isupper() and len(doc[head]) >= SHORTEST
    medium = start > 0 and doc[start - 1].lower_ in reporting.noun_forms("outlets")
    own = doc[head].lower_ in BANDS and start < head and doc[start].lower_ not in COMMON
    if not own and any(class_of(doc[start:stop].text) is not None for stop in (head + 1, end)):
        return NOBODY  # "the Foreign Ministry", of a country that is not told
    if end - start > LONGEST or not (end - start > 1 or short or medium) or _known(paragraph, found, start, head):
        return NOBODY
    words = (paragraph.span(start, end),)
    return Speakers((Said(unnamed(doc[start:end].text), "in words", words),))


def _name(doc: Doc, head: int) -> tuple[int, int]:
    """The run of names that ends at `head`, with "of" and "for" and the names behind them."""
    start, end = head, head + 1
    while start > 0 and (doc[start - 1].pos_ == "PROPN" or (doc[start - 1].text in JOINING and start < head)):
        start -= 1
    while end + 1 < len(doc) and doc[end].lower_ in LINKS and doc[end + 1].pos_ == "PROPN":
        end += 2
        while end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
    return start, end


def _known(paragraph: Paragraph, found: Found, start: int, head: int) -> bool:
    """Whether the name is that of an actor, a place or a day, as far as the report's other readers know."""
    days = any(each.at.start <= head < each.at.end for each in found.dates.of_paragraph(paragraph.index))
    described = paragraph.doc[start].lower_ in BESIDE
    places = found.places.touching(At(paragraph.index, start, head + 1))
    placed = any(each.at.start <= start + described and head < each.at.end for each in places)
    return days or placed or bool(found.actors.covering(paragraph.index, head))
