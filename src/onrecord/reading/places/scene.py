"""Where a report is when a sentence names no place: what the sentences just before it speak of.

"The army shelled Taiz on Monday. Eight people died." leaves no doubt; a sentence that names several places, or a new
one further on, ends it. A value taken from here cites the words that name the place, where they stand.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from onrecord.reading.deeds.grammar import in_main_clause
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import At, Report
from onrecord.vocabulary import settings

SOMEWHERE = frozenset({"in", "at", "on", "near", "outside", "inside", "around", "from", "against"})

AWAY = frozenset({"to", "toward", "towards", "from"})

LYING = frozenset({"is", "lies", "located", "situated", "sits", "stands"})
LYING |= {"positioned", "stationed", "based", "deployed"}

HELD = frozenset({"nsubj", "nsubjpass", "dobj"})

LASTS = 3  # sentences
HIGHEST = 5  # tokens up from a place

Scenes = dict[tuple[int, int], PlaceMention]


def scenes(report: Report, found: Found) -> Scenes:
    """The place that a sentence without one goes on with, by paragraph and first token of the sentence.

    It is the one place of the nearest of the three sentences before that names any, in the same part of the document. A
    whole country holds no further than the next sentence of its paragraph.
    """
    made: Scenes = {}
    current: PlaceMention | None = None
    age, part = 0, -1
    for paragraph in report.paragraphs:
        if paragraph.part != part:
            current, part = None, paragraph.part
        for sentence in paragraph.doc.sents:
            inside = found.places.within(At(paragraph.index, sentence.start, sentence.end))
            named = [place for place in inside if place.use == "place" and not _tells_country(place, inside)]
            if named:
                alone = len({place.place.value.key for place in named}) == 1
                lasting = alone and not _is_of_a_year(found, paragraph.index, sentence)
                passing = is_of_talk(sentence, named[0]) or tells_where(sentence.doc[named[0].at.end - 1])
                current = named[0] if lasting and not passing else None
                age = 0
            elif current is not None:
                age += 1
                if _is_elsewhere(sentence, found, paragraph.index):
                    continue
                wide = current.place.value.precision == "country"
                if age <= (1 if wide else LASTS) and not (wide and current.at.paragraph != paragraph.index):
                    made[(paragraph.index, sentence.start)] = current
    return made


def _tells_country(place: PlaceMention, inside: list[PlaceMention]) -> bool:
    """Whether the country only says which town is meant: "Ciudad Juarez, Mexico"."""
    wide = place.place.value.precision == "country"
    return wide and any(
        other.at.end + 1 == place.at.start and other.place.value.country == place.place.value.country
        for other in inside
    )


def is_of_talk(sentence: Span, place: PlaceMention) -> bool:
    """Whether the place is only where something was said, agreed or visited, or a way leads: what follows happened
    elsewhere."""
    token = sentence.doc[place.at.end - 1]
    named = token.head if token.dep_ in ("compound", "appos") else token
    if named.dep_ == "pobj" and named.head.lower_ in AWAY:
        return True
    for _ in range(HIGHEST):
        if token.head.i == token.i:
            break
        token = token.head
        if _is_talk(token):
            return True
        if token.pos_ in ("VERB", "AUX"):
            return any(child.dep_ in HELD and _is_talk(child) for child in token.children)
    return False


def _is_talk(token: Token) -> bool:
    return not {token.lower_, token.lemma_.lower()}.isdisjoint(settings.words().talking)


def tells_where(name: Token, counted: int = -1) -> bool:
    """Whether the name only tells where another place lies, or forces are: "the city, which is two hours east of
    Damascus", "shelling by troops stationed outside Taiz". Not where those are who are `counted` (a token)."""
    for token in (name, *list(name.ancestors)[:HIGHEST]):
        if token.pos_ in ("VERB", "AUX"):
            return token.dep_ in ("relcl", "acl") and token.lower_ in LYING and token.head.i != counted
    return False


def _is_of_a_year(found: Found, paragraph: int, sentence: Span) -> bool:
    """Whether the sentence tells of a year: what follows is hardly there and then."""
    dates = found.dates.within(At(paragraph, sentence.start, sentence.end))
    return any(
        date.when.value.year is not None and date.when.value.bound == "on" and in_main_clause(sentence.doc, date)
        for date in dates
    )


def _is_elsewhere(sentence: Span, found: Found, paragraph: int) -> bool:
    """Whether the sentence names somewhere that no list of places holds ("on Pazigyi village")."""
    return any(unnamed_places(found, paragraph, sentence))


def unnamed_places(found: Found, paragraph: int, sentence: Span) -> Iterator[int]:
    """The names after "in", "at" and the like that are of no place, date or actor known, by their tokens."""
    for token in sentence:
        if token.dep_ != "pobj" or token.head.lower_ not in SOMEWHERE or not _is_named(token):
            continue
        known = (found.dates, found.places, found.actors)
        parts = (token.i, *(child.i for child in token.children if child.dep_ == "compound"))
        if not any(mentions.covering(paragraph, part) for mentions in known for part in parts):
            yield token.i


def _is_named(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in noun.children)
