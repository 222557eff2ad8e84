"""Where a deed was done: the place that hangs on it, never that of the dateline, of the saying or of an origin."""

from spacy.tokens import Doc, Span, Token

from onrecord.reading.deeds.clause import (
    FAR,
    HIGHEST_CLIMB,
    Bearers,
    goes_on,
    is_happening,
    is_verb,
    says,
)
from onrecord.reading.deeds.lists import listed, narrower, narrowest, root
from onrecord.reading.found import Found, PlaceMention, StatementMention
from onrecord.reading.report import At
from onrecord.vocabulary import reporting
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.settings import words

SHORT_WAY = 3
WIDE = frozenset({"country", "province", "district"})
SETTLEMENTS = frozenset({"city", "town", "village"})
DATELINE = 14  # tokens
DASHES = frozenset({"-", "–", "—", "--"})
DOERS = 4  # steps by which the place of those who do it is farther than that of what they do
ATTACHED = frozenset({"poss", "compound", "nmod", "amod", "nummod"})


def places_of(
    doc: Doc, found: Found, paragraph: int, deed: Token, over: Bearers, statement: StatementMention | None = None
) -> tuple[PlaceMention, ...]:
    """The places where the deed was done, as its sentence gives them: one, those of a list, or none.

    `over` bears the deed's setting; `statement` is the saying that holds the deed: a place that opens what is said is
    that of all of it.
    """
    sentence = deed.sent
    inside = found.places.within(At(paragraph, sentence.start, sentence.end))
    line = dateline_end(doc)
    named = [place for place in inside if place.use == "place" or _is_of_deed(doc, place, deed)]
    places = narrowest(doc, [place for place in named if place.at.start >= line and not _is_dateline(doc, place)])
    near = sorted(
        (away, abs(place.at.start - deed.i), place)
        for place in places
        if (away := _away(doc, place, over, deed, found, paragraph)) < FAR
    )
    if not near:
        return _opening(places, deed, statement)
    first = narrower(near)
    joined = listed(doc, first, places)
    return tuple(sorted(joined, key=lambda place: place.at))


def dateline_end(doc: Doc) -> int:
    """Where the dateline that opens a paragraph ends, 0 where there is none: "GOMA, Congo (Reuters) - "."""
    for token in doc[: min(DATELINE, len(doc))]:
        if token.text in DASHES:
            return int(token.i)
        if not (token.text[0].isupper() or token.like_num or token.is_punct):
            return 0
    return 0


def _is_dateline(doc: Doc, place: PlaceMention) -> bool:
    """Whether the name opens a dateline behind a title in one paragraph: "… ports Aden, Yemen (AFP) -- Rebels"."""
    after = list(doc[place.at.end : place.at.end + DATELINE])
    opened = next((at for at, token in enumerate(after) if token.text == "("), None)
    closed = next((at for at, token in enumerate(after) if token.text == ")"), None)
    if opened is None or closed is None or closed < opened or closed + 1 >= len(after):
        return False
    names = all(token.text == "," or token.text[0].isupper() for token in after[:opened])
    return names and after[closed + 1].text in DASHES


def _is_of_deed(doc: Doc, place: PlaceMention, deed: Token) -> bool:
    """ "the Ghouta attack", "a Ramallah house": a place that tells which happening or site is meant is where it is."""
    name = doc[place.at.end - 1]
    if place.use != "modifier" or name.dep_ not in ATTACHED or place.place.value.precision == "country":
        return False
    return (name.head.i == deed.i and not is_verb(deed)) or name.head.lemma_.lower() in words().sites


def _opening(places: list[PlaceMention], deed: Token, statement: StatementMention | None) -> tuple[PlaceMention, ...]:
    """The place that opens what is said: "In Taiz, rebels had shelled a market, he said"."""
    doc = deed.doc
    for place in places:
        name = doc[place.at.end - 1]
        pieces = statement.content if statement is not None else ()
        lead = name.head
        if name.dep_ != "pobj" or lead.lower_ not in words().locating or place.at.end > deed.i:
            continue
        if any(piece.holds(place.at) and piece.start == lead.i for piece in pieces):
            return (place,)
    return ()


def _away(doc: Doc, place: PlaceMention, over: Bearers, deed: Token, found: Found, paragraph: int) -> int:
    """How far a place is from the deed; FAR where it is that of something else."""
    token = root(doc, place.at)
    if token.i == deed.i or _is_of_country(token, place):
        return FAR
    if _is_beside(doc, place, deed):
        return 1
    if opens(doc, place.at.start, deed) and deed.sent.root.i in over:  # however the parse has hung it
        return 2 * over[deed.sent.root.i].cost + 1
    described = True  # whether the words so far name the place itself or what lies there
    doer = 0
    for climbed in range(HIGHEST_CLIMB):
        if token.i in over:
            bearer = over[token.i]
            early = bearer.early and place.at.start > token.i
            return FAR if early else 2 * bearer.cost + climbed + doer
        doer += DOERS * (token.dep_ == "nsubj" and not is_happening(token))
        step = _onward(token, described, over, deed, found, paragraph)
        if step is None:
            return FAR
        token, described = step
    return FAR


def _is_beside(doc: Doc, place: PlaceMention, verb: Token) -> bool:
    """Whether the place follows a verb at once, or behind one preposition, whatever the parse: "captured Shali"."""
    between = doc[verb.i + 1 : place.at.start]
    if not is_verb(verb) or place.at.start <= verb.i:
        return False
    if not between:
        return verb.lemma_.lower() in place_words().takes and verb.tag_ != "VBN" and not _is_part(doc, place)
    return (
        len(between) == 1
        and between[0].lower_ in ("in", "at", "near", "outside", "inside")
        and not _is_part(doc, place)
    )


def _is_of_country(name: Token, place: PlaceMention) -> bool:
    """Whether a country only tells whose a site is: "the US embassy"."""
    of_site = name.dep_ in ATTACHED and name.head.lemma_.lower() in words().sites
    return place.place.value.precision == "country" and of_site


def opens(doc: Doc, name: int, deed: Token) -> bool:
    """Whether the name stands behind the preposition that opens the deed's sentence: "Near Mosul, a mine exploded"."""
    start = deed.sent.start
    if doc[start].lower_ not in words().locating or not start < name <= start + SHORT_WAY:
        return False
    return all(word.pos_ in ("DET", "ADJ", "PROPN") for word in doc[start + 1 : name])


def _is_part(doc: Doc, place: PlaceMention) -> bool:
    """Whether the name goes on: "in Aleppo's hospitals", "captured Aleppo rebels"."""
    after = doc[place.at.end : place.at.end + 1]
    return any(word.tag_ in ("POS", "NN", "NNS", "HYPH") for word in after)


def _onward(
    token: Token, described: bool, over: Bearers, deed: Token, found: Found, paragraph: int
) -> tuple[Token, bool] | None:
    """The word above, and whether it still stands for the place; None where the place is not the deed's."""
    head = token.head
    if head.i == token.i:
        return None
    if token.dep_ == "acl" and token.lemma_.lower() in words().lying and token.tag_ in ("VBN", "VBG"):
        return (head, _lies(head)) if not is_verb(head) else None
    if token.dep_ in ("pobj", "pcomp"):
        return _from_preposition(token, described, over, found, paragraph)
    if token.dep_ in ATTACHED:
        if head.lower_ in place_words().calendar:  # "in Basra Saturday"
            return head, described
        if head.i in over:
            return (head, False) if token.dep_ != "poss" or not described or head.i != deed.i else None
        if is_happening(head):  # "during the liberation of Mosul", "in Mosul's liberation"
            return head, False
        return (head, True) if _lies(head) else None
    if token.dep_ == "appos" and head.lemma_.lower() in place_words().kinds:
        return head, True
    if token.dep_ == "appos" and any(between.is_punct for between in token.doc[head.i : token.i]):
        return None
    if described and token.dep_ in ("nsubj", "dative", "agent"):
        return (head, False) if head.lemma_.lower() in words().seeing else None
    return (head, described) if goes_on(token, over) else None


def _from_preposition(
    token: Token, described: bool, over: Bearers, found: Found, paragraph: int
) -> tuple[Token, bool] | None:
    """What a preposition with the place, or with what is there, behind it hangs on."""
    preposition, holder = token.head, token.head.head
    if holder.pos_ == "ADP" and holder.i != preposition.i:  # "from inside Taiz", "out of Taiz"
        preposition, holder = holder, holder.head
    lower = preposition.lower_
    if holder.pos_ == "ADV" and lower == "to":  # "next to a bus", "close to Gao"
        return (holder.head, False) if goes_on(holder, over) else None
    if lower in ("from", "to", "onto", "for", "toward", "towards"):
        return (holder, False) if _is_way(lower, holder, over) else None
    if described:
        return _from_name(preposition, holder, over, found, paragraph)
    if is_happening(token) and is_happening(holder):  # "attacks on patrols in Baghdad"
        there = token.lemma_.lower() in words().sites and lower in ("on", "at", "against")
        return (holder, False) if there else None
    return (holder, False) if goes_on(token, over) and goes_on(preposition, over) else None


def _is_way(lower: str, holder: Token, over: Bearers) -> bool:
    """Whether the deed is done where its way goes to, or, of a withdrawal, where it comes from."""
    if holder.i not in over or over[holder.i].cost > 1:
        return False
    if lower == "from":
        return holder.lemma_.lower() in words().leaving
    moves = holder.lemma_.lower() in place_words().moves | words().yielding or not is_verb(holder)
    return moves or lower in ("toward", "towards")


def _from_name(
    preposition: Token, holder: Token, over: Bearers, found: Found, paragraph: int
) -> tuple[Token, bool] | None:
    """What a preposition before a place's name hangs on."""
    lower = preposition.lower_
    if lower not in words().locating or preposition.dep_ == "agent":
        return None
    if (
        lower == "over" and {holder.lemma_.lower(), holder.head.lemma_.lower()} & words().severing
    ):  # "expelled envoys over X"
        return None
    if is_verb(holder) and holder.lemma_.lower() in words().based:
        return None
    if holder.i in over or is_verb(holder):
        return holder, False
    if lower == "of" and not _lies(holder) and not is_happening(holder):
        return None
    if _is_somebody(holder, found, paragraph) and (lower == "of" or says(holder.head)):
        return None
    return holder, _lies(holder) and lower == "of"


def _lies(noun: Token) -> bool:
    """Whether the noun is one for what stands or lies somewhere."""
    known = place_words()
    named = {noun.lower_, noun.lemma_.lower()}
    return bool(named & (known.areas | known.directions.keys() | known.kinds.keys() | words().sites)) or bool(
        named & set(known.lines)
    )


def _is_somebody(noun: Token, found: Found, paragraph: int) -> bool:
    people = reporting.noun_forms("people")
    return noun.lower_ in people or any(actor.head == noun.i for actor in found.actors.covering(paragraph, noun.i))


def is_of_another_kind(sentence: Span, there: PlaceMention) -> bool:
    """Whether the sentence is set in a capital that it does not name, or in "the city" where the sentences before speak
    of a province or country."""
    wide = there.place.value.precision in WIDE
    for token in sentence:
        definite = token.dep_ == "pobj" and any(child.lower_ == "the" for child in token.lefts)
        if token.lower_ == "capital" and token.dep_ == "pobj":
            return True
        if wide and definite and token.lower_ in SETTLEMENTS:
            return True
    return False
