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
from onrecord.reading.found import Found, PlaceMention, StatementMention
from onrecord.reading.report import At
from onrecord.vocabulary import reporting
from onrecord.vocabulary.place_words import place_words
from onrecord.vocabulary.settings import words

TO_WIDER = 9  # tokens between a place and what says where it is
SHORT_WAY = 3
DATELINE = 14  # tokens
DASHES = frozenset({"-", "–", "—", "--"})
DOERS = 4  # steps by which the place of those who do it is farther than that of what they do
BESIDE = frozenset({"in", "of", "near", "outside", "on", "along"})
INSIDE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "SYM", "PUNCT"})
WIDE = frozenset({"country", "province"})
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
    places = _narrowest(doc, [place for place in named if place.at.start >= line])
    near = sorted(
        (away, abs(place.at.start - deed.i), place)
        for place in places
        if (away := _away(doc, place, over, deed, found, paragraph)) < FAR
    )
    if not near:
        return _opening(places, deed, statement)
    first = _narrower(near)
    joined = _listed(doc, first, places)
    return tuple(sorted(joined, key=lambda place: place.at))


def dateline_end(doc: Doc) -> int:
    """Where the dateline that opens a paragraph ends, 0 where there is none: "GOMA, Congo (Reuters) - "."""
    for token in doc[: min(DATELINE, len(doc))]:
        if token.text in DASHES:
            return int(token.i)
        if not (token.text[0].isupper() or token.like_num or token.is_punct):
            return 0
    return 0


def _narrower(near: list[tuple[int, int, PlaceMention]]) -> PlaceMention:
    """The nearest place; where that is a province or country, the nearest in it: "in Hama, rebels shelled Maharda"."""
    first = near[0][2]
    if first.place.value.precision in WIDE:
        inside = (place for _, _, place in near[1:] if place.place.value.precision not in WIDE)
        return next((p for p in inside if p.place.value.country == first.place.value.country), first)
    return first


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
    token = _root(doc, place.at)
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


def _root(doc: Doc, at: At) -> Token:
    """The word of a name on which the rest of it hangs."""
    for token in doc[at.start : at.end]:
        if not at.start <= token.head.i < at.end:
            return token
    return doc[at.end - 1]


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
    moves = holder.lemma_.lower() in place_words().moves | {"bring"} or not is_verb(holder)
    return moves or lower in ("toward", "towards")


def _from_name(
    preposition: Token, holder: Token, over: Bearers, found: Found, paragraph: int
) -> tuple[Token, bool] | None:
    """What a preposition before a place's name hangs on."""
    lower = preposition.lower_
    if lower not in words().locating or preposition.dep_ == "agent":
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


def _narrowest(doc: Doc, places: list[PlaceMention]) -> list[PlaceMention]:
    """Without what only says where another is: "the town of Saraqeb in Idlib province, near the Turkish border"."""
    kept: list[PlaceMention] = []
    end = 0  # of the last place, kept or not
    for place in places:
        between = doc[end : place.at.start]
        if kept and place.place.value.precision not in WIDE and _owns(doc, kept[-1], place):
            kept[-1] = place
        elif not kept or not _says_where(doc, kept[-1], between, place):
            kept.append(place)
        end = place.at.end
    return kept


def _owns(doc: Doc, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Whether a wide place stands before a place in it: "Ukraine's Bakhmut", "the New York borough of Queens"."""
    between = doc[wide.at.end : narrow.at.start]
    if not 0 < len(between) <= SHORT_WAY:
        return False
    owner = between[0].tag_ == "POS" and all(word.pos_ in ("PART", "ADJ", "NOUN", "ADP") for word in between)
    kind = between[0].lemma_.lower() in place_words().kinds and between[-1].lower_ == "of"
    return (wide.place.value.precision in WIDE and owner) or kind


def _says_where(doc: Doc, one: PlaceMention, between: Span, other: PlaceMention) -> bool:
    """Whether the second place only says where the first one is."""
    if one.place.value.precision == "country" or not 0 < len(between) <= TO_WIDER:
        return False
    wider = other.place.value.precision == "country" and other.place.value.country == one.place.value.country
    wider = wider or (other.place.value.precision in WIDE and one.place.value.precision not in WIDE)
    if _is_list(doc, one, other) and not (wider and between.text == ","):
        return False
    if any(word.pos_ not in INSIDE and word.lower_ not in place_words().directions for word in between):
        return False
    distant = any(word.like_num or word.lower_ in place_words().directions for word in between)
    allowed = BESIDE | {"of", "from"} if distant else BESIDE
    return all(word.lower_ in allowed for word in between if word.pos_ == "ADP")


def _is_list(doc: Doc, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places are members of one list: "Taiz, Ibb and Hodeida"."""
    return _root(doc, other.at) in list(_root(doc, one.at).conjuncts)


def _listed(doc: Doc, first: PlaceMention, places: list[PlaceMention]) -> list[PlaceMention]:
    """The place and those it is joined to."""
    joined = {token.i for token in _top(_root(doc, first.at)).conjuncts} | {
        token.i for token in _root(doc, first.at).conjuncts
    }
    others = (place for place in places if place is not first and not _is_owner(doc, place))
    return [first, *(p for p in others if {_root(doc, p.at).i, _top(_root(doc, p.at)).i} & joined)]


def _is_owner(doc: Doc, place: PlaceMention) -> bool:
    return any(word.tag_ == "POS" for word in doc[place.at.end : place.at.end + 1])


def _top(name: Token) -> Token:
    """The head of the words that a name stands in: "the port city of Tartus", "Saada province"."""
    for _ in range(4):
        if name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head.pos_ == "NOUN":
            name = name.head.head
        elif name.dep_ in ("compound", "appos", "nmod", "poss"):
            name = name.head
        else:
            break
    return name
