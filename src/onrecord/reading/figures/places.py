"""Where a figure holds: the place that hangs nearest on its clause, the host of refugees, or where the report is."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.reading.deeds.where import is_of_another_kind
from onrecord.reading.figures.choice import is_described
from onrecord.reading.figures.clause import HAVE, Clause, auxiliaries, says, verb_of
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.measures import Told
from onrecord.reading.figures.not_there import (
    is_apart,
    is_brought,
    is_countrywide,
    is_fled,
    is_half_of_a_name,
    is_landmark,
    is_of_aside,
    is_of_briefing,
    is_of_companion,
    is_of_counter,
    is_of_flight,
    is_of_next,
    is_of_part,
    is_of_teller,
    is_on_the_way,
    is_set,
    phrase_head,
)
from onrecord.reading.figures.reference import reference_of
from onrecord.reading.figures.tellers import is_aside_home
from onrecord.reading.figures.ways import FAR, path_upwards, steps_from, steps_up
from onrecord.reading.found import Found, PlaceMention, StatementMention
from onrecord.reading.places.scene import SOMEWHERE, Scenes, tells_where, unnamed_places
from onrecord.reading.report import At
from onrecord.vocabulary.figures import kinds, words
from onrecord.vocabulary.place_words import place_words

BESIDE = frozenset({"near", "around", "outside"})
ONWARDS = frozenset({"to", "into"})
TO_WIDER = 7  # tokens between a place and the wider one that it is in
LOCATING = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "DET"})
WIDE = frozenset({"country", "province"})
DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
NOT_AT = frozenset({"toward", "towards", "from"})
TOWARDS = frozenset({"to", "into", "toward", "towards", "for", "along", "near"})
ASIDE_CLAUSES = frozenset({"relcl", "appos"})
OF_AREA = frozenset({"regional", "provincial", "municipal"})
COUNTRYWIDE_TOLL = 500
ACROSS = frozenset({"across", "throughout"})
WORLDWIDE = ("worldwide", "globally", "around the world", "across the world")


def place_of(
    doc: Doc,
    found: Found,
    paragraph: int,
    clause: Clause,
    number: Counted,
    told: Told,
    statement: StatementMention | None,
    scene: Scenes,
) -> PlaceMention | None:
    """The place attached nearest to the figure: under its own words, then its verb's, then further up its clause.

    Who hosts refugees is where they are. A place that opens the sentence ("In Benghazi, ...") holds for all of it, and
    so does for what happened the only place that what is said names. Of places in a list none is the figure's alone. A
    sentence that names none goes on where the sentences before it are.
    """
    sentence = doc[number.start].sent
    if told.measure == "distance":
        reference, named_one = reference_of(doc, found, paragraph, number, scene)
        if named_one:
            return reference
    host = _host(doc, found, paragraph, told)
    verb = doc[told.clause].head if doc[told.clause].dep_ == "attr" else doc[told.clause]  # "which is home to"
    if host is not None or (told.measure == "population" and verb.dep_ == "relcl"):
        return host
    if any(phrase in sentence.text.lower() for phrase in WORLDWIDE) or is_brought(doc, number, told):
        return None
    named = _places_in(found, paragraph, sentence)
    places = _candidates(doc, named, number, told)
    if is_set(doc, number):  # where it says itself, known or not
        places = [place for place in places if place.at.start <= max(number.last, number.end) + 1 < place.at.end]
        return places[0] if places and not _is_one_of_many(doc, places[0], places) else None
    if is_described(doc, number, told) or (told.measure == "refugees" and not places):
        return None
    if not places:
        local = not (named or _is_elsewhere(doc, found, paragraph, sentence)) and _is_local(doc, clause, number, told)
        there = scene.get((paragraph, sentence.start)) if local else None
        return None if there is None or is_of_another_kind(sentence, there) else there
    above = path_upwards(doc, clause) | dict.fromkeys(told.words, 0)
    away = told.measure == "displaced"
    avoided = TOWARDS if away else NOT_AT | ONWARDS if told.measure in kinds().states | kinds().happenings else NOT_AT
    near = min(places, key=lambda place: (steps_from(doc, place, above, avoided), abs(place.at.start - number.end)))
    steps = steps_from(doc, near, above, avoided)
    if near.place.value.precision != "country" and is_countrywide(doc, number):
        return None
    if near.place.value.precision == "country" and near.at.start - sentence.start <= 2:
        near = _within(doc, near, [place for place in places if steps_from(doc, place, above, avoided) < FAR])
    if steps == FAR or any(
        steps_up(doc, at, above, NOT_AT) < steps for at in unnamed_places(found, paragraph, sentence)
    ):
        return None if steps < FAR else _farther(doc, found, paragraph, sentence, places, number, told, statement)
    return None if _is_one_of_many(doc, near, places) else near


def _is_elsewhere(doc: Doc, found: Found, paragraph: int, sentence: Span) -> bool:
    """Whether the sentence names somewhere that is not known as a place, or by half a name: "in Uri sector"."""
    inside = found.places.within(At(paragraph, sentence.start, sentence.end))
    if any(_is_of_an_area(token) for token in sentence):
        return True
    return any(unnamed_places(found, paragraph, sentence)) or any(_is_where(doc[each.at.end - 1]) for each in inside)


def _is_of_an_area(word: Token) -> bool:
    """Whether somebody is of an area that he is called by: "Kharkiv regional authorities"."""
    return word.lower_ in OF_AREA and word.i > word.sent.start and word.nbor(-1).text[0].isupper()


def _candidates(doc: Doc, named: Sequence[PlaceMention], number: Counted, told: Told) -> list[PlaceMention]:
    """The places of a sentence at which the number may hold."""
    places = _narrowest(doc, [place for place in named if not is_of_teller(doc[place.at.end - 1], number)])
    places = [place for place in places if not is_of_counter(doc, place, number)] or places
    kept = []
    for place in places:
        name = doc[place.at.end - 1]
        elsewhere = is_of_next(doc, place, places, number) or tells_where(name, number.bearer) or is_of_flight(name)
        elsewhere = elsewhere or is_of_companion(name, number) or is_landmark(name)
        near = told.measure == "places taken" and phrase_head(name).head.lower_ in BESIDE  # towns near a city
        refugees = told.measure == "refugees"  # what they fled is not where they are, nor where they are bound for
        fled = refugees and (is_fled(name, told) or is_on_the_way(name))
        if not (elsewhere or near or fled or is_of_part(doc, place, number) or is_apart(doc, place, number)):
            kept.append(place)
    reached = [place for place in kept if phrase_head(doc[place.at.end - 1]).head.lower_ in ONWARDS]
    return reached if reached and told.measure == "refugees" else kept


def _within(doc: Doc, country: PlaceMention, places: list[PlaceMention]) -> PlaceMention:
    """The one place where it was, of the country that opens the sentence: "In Russia, three were hurt near Rylsk"."""
    inside = [
        place
        for place in places
        if place.place.value.country == country.place.value.country
        and place.place.value.precision != "country"
        and _is_where(doc[place.at.end - 1])
    ]
    return inside[0] if len({place.place.value.key for place in inside}) == 1 else country


def _farther(
    doc: Doc,
    found: Found,
    paragraph: int,
    sentence: Span,
    places: list[PlaceMention],
    number: Counted,
    told: Told,
    statement: StatementMention | None,
) -> PlaceMention | None:
    """The place of a figure none hangs near: that which opens the sentence, else the only one where things happened."""
    opening = next((place for place in places if place.at.start - sentence.start <= 2), None)
    if opening is not None and doc[opening.at.end - 1].dep_ != "pobj" and doc[sentence.start].lower_ not in SOMEWHERE:
        opening = None
    if opening is not None and is_of_briefing(doc[opening.at.end - 1]):
        return None
    if opening is not None or told.measure not in kinds().happenings:
        return opening
    if any(unnamed_places(found, paragraph, sentence)):
        return None
    return _only_place(doc, [place for place in places if not is_of_aside(doc[place.at.end - 1], number)], statement)


def _narrowest(doc: Doc, places: list[PlaceMention]) -> list[PlaceMention]:
    """Without what only says where another is: "the town of Saraqeb in Idlib province". Where the two are in different
    countries the narrower is not the place that bears its name."""
    dropped = set()
    for one, other in pairwise(places):
        between = doc[one.at.end : other.at.start]
        wide = one.place.value.precision in WIDE
        if wide and _is_named_within(doc, one, other):
            dropped.add(one.at)
        if wide or not 0 < len(between) <= TO_WIDER or any(not _is_inside(token) for token in between):
            continue
        countries = {one.place.value.country, other.place.value.country} - {None}
        dropped.add(other.at if len(countries) < 2 else one.at)
    return [place for place in places if place.at not in dropped]


def _is_named_within(doc: Doc, wider: PlaceMention, place: PlaceMention) -> bool:
    """Whether the wider place only says where the one behind it is: "Yemen's capital Sanaa"."""
    between = doc[wider.at.end : place.at.start]
    if place.place.value.precision == "country" or not 0 < len(between) <= TO_WIDER or between[0].tag_ != "POS":
        return False
    held = {place.place.value.country, wider.place.value.country}
    return len(held) == 1 and all(token.text == "," or token.pos_ in LOCATING for token in between[1:])


def _is_inside(token: Token) -> bool:
    """Whether the word may stand between a place and the wider one that it is in."""
    if token.pos_ == "ADP":
        return token.lower_ in ("in", "of", "near", "outside")
    return token.text == "," or token.pos_ in ("DET", "ADJ", "NOUN", "NUM") or token.lower_ in DIRECTIONS


def _only_place(doc: Doc, places: list[PlaceMention], statement: StatementMention | None) -> PlaceMention | None:
    """The one place that something is said to be at, in what is told; a town is more than its country beside it."""
    inside = [
        place
        for place in places
        if statement is None or any(piece.holds(place.at) for piece in statement.content)
        if _is_where(doc[place.at.end - 1])
    ]
    names = {place.place.value.key for place in inside}
    return inside[0] if len(names) == 1 and not _is_one_of_many(doc, inside[0], places) else None


def _is_where(name: Token) -> bool:
    """Whether the name is that of where something is, not of who speaks there: "in Saada province"."""
    top = phrase_head(name)
    if top.dep_ != "pobj" or top.head.lower_ not in SOMEWHERE - {"from", "against"}:
        return False
    holder = top.head.head
    return not (holder.dep_ == "nsubj" and says(holder.head))


def _is_one_of_many(doc: Doc, place: PlaceMention, places: list[PlaceMention]) -> bool:
    """Whether the place stands in a list of places: "to Egypt, Algeria and Niger"."""
    name = doc[place.at.end - 1]
    joined = {token.i for token in (*name.conjuncts, *phrase_head(name).conjuncts)}
    if any(token.pos_ == "PROPN" and token.dep_ == "conj" for token in name.conjuncts):  # one that no list holds, too
        return True
    if name.dep_ == "compound" and name.head.tag_ == "NNS" and name.head.lemma_.lower() in place_words().kinds:
        return True  # "the Taw and Gyi Kone villages"
    beside = phrase_head(name).conjuncts
    if any(token.lower_ in DIRECTIONS or token.pos_ == "PROPN" for token in beside):  # "in the north and the Golan"
        return True
    if is_half_of_a_name(doc, place):
        return True
    others = [doc[other.at.end - 1] for other in places if other.place.value.key != place.place.value.key]
    if any(not joined.isdisjoint({other.i, phrase_head(other).i}) for other in others):
        return True
    return any(_is_listed_beside(name, other) or _is_listed_beside(other, name) for other in others)


def _is_listed_beside(name: Token, other: Token) -> bool:
    """Whether the two say where things of one list are: "at airports in Riyadh and Abha and a refinery in Yanbu"."""
    thing, first = _thing_at(name), _thing_at(other)
    if thing is None or first is None or thing.pos_ != "NOUN" or thing.dep_ != "conj" or first.i > thing.i:
        return False
    counted = any(child.dep_ == "nummod" for child in thing.children)
    return not counted and (first in (*thing.conjuncts, thing.head) or first.head.head == thing.head)


def _thing_at(name: Token) -> Token | None:
    """The word that a name says the place of: "airports in Riyadh"."""
    while name.dep_ == "conj":
        name = name.head
    top = phrase_head(name)
    return top.head.head if top.dep_ == "pobj" and top.head.dep_ == "prep" else None


def _is_local(doc: Doc, clause: Clause, number: Counted, told: Told) -> bool:
    """Whether a figure tells of one place's happenings rather than sums up a country's: the scene goes on in it."""
    sentence = doc[number.start].sent
    if told.measure not in kinds().happenings - {"strikes"} or any(
        token.lower_ in words().countrywide | ACROSS for token in sentence
    ):
        return False
    if told.measure not in kinds().harm:
        return True
    large = (number.amount.low or number.amount.high or 0) >= COUNTRYWIDE_TOLL
    return not (large or doc[told.words[0]].lower_ == "toll" or auxiliaries(verb_of(doc, clause)) & HAVE)


def _host(doc: Doc, found: Found, paragraph: int, told: Told) -> PlaceMention | None:
    """The country or town that hosts: subject of the verb, or what the clause or phrase is an aside on."""
    if told.measure not in ("refugees", "population"):
        return None
    clause = doc[told.clause]
    near = [child.i for child in clause.children if child.dep_ == "nsubj"]
    if is_aside_home(clause):
        near.append(clause.i - 2)
    elif clause.dep_ in ASIDE_CLAUSES:
        near.append(clause.head.i)
    named = (place for word in near for place in found.places.covering(paragraph, word))
    return next((place for place in named if place.use == "place" or place.place.value.precision == "country"), None)


def _places_in(found: Found, paragraph: int, sentence: Span) -> list[PlaceMention]:
    inside = found.places.within(At(paragraph, sentence.start, sentence.end))
    doc = sentence.doc
    return [
        place
        for place in inside
        if place.use == "place" or _is_at_war(doc[place.at.end - 1]) or _is_capital(doc, place.at)
    ]


def _is_capital(doc: Doc, name: At) -> bool:
    """Whether a name that may stand for a government is called a capital: "strikes on the capital Sanaa"."""
    before = name.start - 1 - (name.start > 1 and doc[name.start - 1].text == ",")
    return before >= 0 and doc[before].lower_ == "capital" and phrase_head(doc[name.end - 1]).dep_ == "pobj"


def _is_at_war(name: Token) -> bool:
    """ "Syria's civil war": the country is where, whatever else its name stands for."""
    return name.dep_ == "poss" and name.head.lower_ in words().wars
