"""Which places that a sentence names are not where a figure's deed was: where those are who tell it, what people fled,
where another number's deed was; and what is of no one place."""

import itertools
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.reading.figures.clause import says
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.measures import Told
from onrecord.reading.found import PlaceMention
from onrecord.vocabulary.figures import forms_of
from onrecord.vocabulary.measures import forms
from onrecord.vocabulary.place_words import place_words

ASIDES = frozenset({"relcl", "appos", "acl"})
TO_LANDMARK = 6  # words above a place
TO_NUMBER = 8  # tokens between a place and the number that it is of
AT_PLACE = frozenset({"in", "at", "near", "around", "outside"})
BESIDE_NUMBER = frozenset({"ADP", "DET", "ADJ", "NOUN"})
COUNTRYWIDE = frozenset({"countrywide", "nationwide"})
TO_COUNTRY = 8  # tokens
ONWARDS = frozenset({"to", "into", "for", "toward", "towards"})
GOING = frozenset({"was", "were", "is", "are", "had", "been", "carrying"})
TO_PART = 8  # tokens from "most of them" to where they are
DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central"}
)


def is_of_teller(name: Token, number: Counted) -> bool:
    """Whether the name tells where somebody speaks: "doctors in Goma said", "according to a source in Goma".

    "In Goma, doctors said ..." tells where all of it happened.
    """
    token, aside = name, False
    while token.head.i != token.i:
        if token.lower_ == "according":
            return True
        if token.dep_ == "nsubj":
            apart = says(token.head) and not token.head.left_edge.i <= number.start <= token.head.right_edge.i
            return apart or _tells(token.head, number) or (aside and _gives(token.head))
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ASIDES:
            break
        aside = aside or token.dep_ in ASIDES
        token = token.head
    if token.left_edge.i <= number.start <= token.right_edge.i:
        return _tells(token, number) and name.left_edge.i > token.i
    return token.dep_ == "advcl" and token.tag_ == "VBG" and token.i < number.start and _tells(token.head, number)


def is_of_counter(doc: Doc, place: PlaceMention, number: Counted) -> bool:
    """Whether the name tells where those are who count: "doctors in Goma reported five deaths in Bukavu"."""
    name = doc[place.at.end - 1]
    for source in (name, *name.ancestors):
        if source.dep_ == "nsubj":
            after = source.head.i < number.start <= source.head.right_edge.i
            return after and source.pos_ == "NOUN" and _gives(source.head) and name.left_edge.i > source.i
        if source.pos_ in ("VERB", "AUX"):
            break
    return False


def _gives(verb: Token) -> bool:
    return says(verb) or verb.lower_ in forms_of("tallying") or verb.lower_ in forms("put")


def _tells(verb: Token, number: Counted) -> bool:
    """Whether a clause that holds the number is what the verb says."""
    clauses = (child for child in verb.children if child.dep_ == "ccomp")
    return says(verb) and any(each.left_edge.i <= number.start <= each.right_edge.i for each in clauses)


def is_of_next(doc: Doc, place: PlaceMention, places: list[PlaceMention], number: Counted) -> bool:
    """Whether the place is that of a number further on, where another stands by this one: "11 tanks near X and 14 in
    Y"."""
    own = any(number.last <= other.at.start < place.at.start for other in places if other is not place)
    own = own or is_set(doc, number)
    at = place.at.start - 1
    while own and at > number.last and place.at.start - at <= TO_NUMBER and doc[at].pos_ in BESIDE_NUMBER:
        at -= 1
    return own and at > number.last and doc[at].like_num


def is_set(doc: Doc, number: Counted) -> bool:
    """Whether a name behind "in" or "near" follows the number at once, of somewhere known or not: "two in Nikopol"."""
    at = max(number.last, number.end)
    return at + 1 < len(doc) and doc[at].lower_ in AT_PLACE and doc[at + 1].pos_ == "PROPN"


def is_landmark(name: Token) -> bool:
    """Whether it only tells where a place named before it lies: "Bakhmut, 60 km north of Donetsk"."""
    above = list(name.ancestors)[:TO_LANDMARK]
    way = next((at for at, token in enumerate(above) if token.lower_ in place_words().directions), None)
    if way is None:
        return False
    end = next((token for token in above[way + 1 :] if token.pos_ in ("PROPN", "VERB", "AUX")), None)
    return end is not None and end.pos_ == "PROPN" and end.i < above[way].i


def is_of_briefing(name: Token) -> bool:
    """Whether officials speak there, of what is elsewhere: "In Washington, a spokeswoman said"."""
    verb = phrase_head(name).head.head
    subjects = (child for child in verb.children if child.dep_ == "nsubj")
    return says(verb) and any(child.lower_ in forms_of("officials") for child in subjects)


def is_fled(name: Token, told: Told) -> bool:
    """Whether it is what refugees left, or the place of something else than their flight."""
    top = phrase_head(name)
    verb = name.doc[told.words[0]]
    if verb.pos_ != "VERB":
        return False
    above = next((each for each in top.ancestors if each.pos_ in ("VERB", "AUX")), None)
    return above is None or above.i != verb.i or top.dep_ == "dobj"


def is_on_the_way(name: Token) -> bool:
    """Whether somebody is only on the way there: "the boat was taking 800 refugees to Lampedusa"."""
    over = next((each for each in name.ancestors if each.pos_ in ("VERB", "AUX")), None)
    led = phrase_head(name).head.lower_ in ONWARDS
    going = over is not None and over.tag_ == "VBG" and any(child.lower_ in GOING for child in over.children)
    return led and going


def is_of_flight(name: Token) -> bool:
    """Whether the name tells what somebody told of by the way was fleeing."""
    above = next((each for each in name.ancestors if each.pos_ in ("VERB", "AUX")), None)
    return above is not None and is_left(above)


def is_left(verb: Token) -> bool:
    """Whether the verb tells what those who are counted had left: "the bodies of 150 people fleeing Sudan"."""
    return (
        verb.dep_ in ("acl", "advcl")
        and verb.tag_ == "VBG"
        and verb.lower_ in forms_of("fleeing") | forms_of("departing")
    )


def is_brought(doc: Doc, number: Counted, told: Told) -> bool:
    """Whether they were brought from where it befell them: "docked in Sfax with 71 wounded from Aden"."""
    holders = {number.bearer, told.words[0]}
    near = doc[number.start : number.last + 2]
    return any(token.lower_ == "from" and token.head.i in holders for token in near) and (
        doc[number.bearer].dep_ == "pobj" and doc[number.bearer].head.lower_ == "with"
    )


def is_countrywide(doc: Doc, number: Counted) -> bool:
    """Whether the words right behind the number tell that it is of a whole country: "42 killed across the country"."""
    after = doc[number.end : min(number.end + TO_COUNTRY, doc[number.start].sent.end)]
    within = itertools.takewhile(lambda token: token.text not in (";", ":"), after)
    near = [token.lower_ for token in within]
    told = any(word in COUNTRYWIDE for word in near)
    return told or any(
        one in ("across", "throughout") and other == "the" for one, other in pairwise(near) if "country" in near
    )


def is_of_part(doc: Doc, place: PlaceMention, number: Counted) -> bool:
    """Whether only some of those counted are there: "38,000 have fled, most of them in and around Khartoum"."""
    start = max(number.last, place.at.start - TO_PART)
    return tells_of_part(doc[start : place.at.start])


def tells_of_part(words: Span) -> bool:
    """Whether the words end in "most of them", "many of whom", "a million of these" and what hangs on that, with no
    comma behind."""
    lead = [token.lower_ for token in words]
    at = next((i for i in range(len(lead) - 1) if lead[i] == "of" and lead[i + 1] in ("them", "whom", "these")), -1)
    return at >= 0 and "," not in lead[at:]


def is_of_companion(name: Token, number: Counted) -> bool:
    """Whether a phrase of "with" behind a comma tells something else of the place: "millions need food, with Tigray
    being hit hardest", "40 have died, with ten killed in Goma"."""
    for above in name.ancestors:
        if above.lower_ == "with" and above.i > number.last and above.nbor(-1).text == ",":
            return True
    return False


def is_of_aside(name: Token, number: Counted) -> bool:
    """Whether the name stands in a clause on another word, without the number: "killed in the war that followed an
    attack on Israel"."""
    clauses = (above for above in (name, *name.ancestors) if above.dep_ == "relcl")
    return any(not clause.left_edge.i <= number.start <= clause.right_edge.i for clause in clauses)


def is_apart(doc: Doc, place: PlaceMention, number: Counted) -> bool:
    """Whether a semicolon stands between: "14 soldiers were lost; the last died in Goma"."""
    start, end = min(place.at.start, number.start), max(place.at.start, number.start)
    return any(token.text == ";" for token in doc[start:end])


def is_half_of_a_name(doc: Doc, place: PlaceMention) -> bool:
    """Whether the name is but the second of two: "in North and South Kivu"."""
    start = place.at.start
    if start < 2 or doc[start - 1].lower_ not in ("and", "or"):
        return False
    return doc[start - 2].lower_.removesuffix("ern") in DIRECTIONS


def phrase_head(name: Token) -> Token:
    """The head of the words that a name stands in: "the port city of Tartus", "Saada province"."""
    for _ in range(4):
        of = name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.pos_ == "NOUN"
        if of and name.head.head.i < name.i:
            name = name.head.head
        elif name.dep_ in ("compound", "appos", "nmod"):
            name = name.head
        else:
            break
    return name
