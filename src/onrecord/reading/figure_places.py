"""Where a figure holds: the place that hangs nearest on its clause, the host of refugees, or where the report is."""

from spacy.tokens import Doc, Span, Token

from onrecord.reading.counted import Counted
from onrecord.reading.figure_scope import (
    ARGUMENTS,
    CAUSING,
    HARM,
    HAVE,
    Clause,
    auxiliaries,
    is_aside_home,
    same_clause,
)
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.measures import Told
from onrecord.reading.report import At
from onrecord.reading.scene import Scenes

FAR = 100
TOWARDS = frozenset({"to", "into", "toward", "towards", "for", "along", "near"})
ASIDE_CLAUSES = frozenset({"relcl", "appos"})
WARS = frozenset({"war", "conflict", "insurgency", "uprising", "revolution", "revolt", "rebellion", "crisis"})
COUNTRYWIDE = frozenset(
    {"country", "nation", "nationwide", "countrywide", "national", "overall", "provinces", "cities"}
)
COUNTRYWIDE_TOLL = 500
HAPPENINGS = frozenset(
    {
        *("killed", "wounded", "casualties", "missing", "captured", "abducted", "strikes", "targets hit"),
        *("positions hit", "structures damaged", "places taken", "observation posts"),
    }
)


def place_of(
    doc: Doc, found: Found, paragraph: int, clause: Clause, number: Counted, told: Told, scene: Scenes
) -> PlaceMention | None:
    """The place attached nearest to the figure: under its own words, then its verb's, then further up its clause.

    Who hosts refugees is where they are. A place that opens the sentence ("In Benghazi, ...") holds for all of it; a
    sentence that names none goes on where the sentences before it are.
    """
    sentence = doc[number.start].sent
    host = _host(doc, found, paragraph, told)
    if host is not None:
        return host
    places = _places_in(found, paragraph, sentence)
    if places:
        above = _path_upwards(doc, clause)
        away = told.measure == "displaced"
        near = min(places, key=lambda place: (_steps(doc, place, above, away), abs(place.at.start - number.end)))
        opening = next((place for place in places if place.at.start - sentence.start <= 2), None)
        return near if _steps(doc, near, above, away) < FAR else opening
    return scene.get((paragraph, sentence.start)) if _is_local(doc, clause, number, told) else None


def _is_local(doc: Doc, clause: Clause, number: Counted, told: Told) -> bool:
    """Whether a figure tells of one place's happenings rather than sums up a country's: the scene goes on in it."""
    if told.measure not in HAPPENINGS or not COUNTRYWIDE.isdisjoint(token.lower_ for token in doc[number.start].sent):
        return False
    if told.measure not in HARM:
        return True
    large = (number.amount.low or number.amount.high or 0) >= COUNTRYWIDE_TOLL
    return not (large or doc[told.words[0]].lower_ == "toll" or auxiliaries(doc, clause) & HAVE)


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
    return [place for place in inside if place.use == "place" or _is_at_war(sentence.doc[place.at.end - 1])]


def _is_at_war(name: Token) -> bool:
    """ "Syria's civil war": the country is where, whatever else its name stands for."""
    return name.dep_ == "poss" and name.head.lower_ in WARS


def _path_upwards(doc: Doc, clause: Clause) -> dict[int, int]:
    """The tokens that a place may hang on, with their distance: the clause's path and what it modifies in turn."""
    path = list(clause.path)
    token = doc[path[-1]]
    for _ in range(6):
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        caused = token.dep_ == "ccomp" and token.head.lower_ in CAUSING
        shared = token.dep_ in ("advcl", "conj") and not own
        if token.head is token or not (caused or shared or token.dep_ in ("relcl", "acl", *ARGUMENTS - {"conj"})):
            break
        token = token.head
        path.append(token.i)
    return {at: 2 * distance for distance, at in reversed(list(enumerate(path)))}


def _steps(doc: Doc, place: PlaceMention, above: dict[int, int], away: bool) -> int:
    """Steps from a place up to the figure's path and along it; FAR where they do not meet within one clause."""
    last = place.at.end - 1
    possessive = last + 1 < len(doc) and doc[last + 1].tag_ == "POS"
    token, steps = doc[last], 3 * possessive
    if away and token.head.lower_ in TOWARDS:  # where the displaced went is not where they are counted from
        steps += 8
    while steps < FAR:
        if token.i in above:
            return steps + above[token.i]
        aside = token.dep_ == "appos" and not token.pos_ == token.head.pos_ == "PROPN"
        if token.head is token or aside or not same_clause(token):
            return FAR
        token, steps = token.head, steps + 1
    return FAR
