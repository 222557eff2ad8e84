"""Which of the places of a sentence stand for themselves: those of a list, not what only says where another is."""

from spacy.tokens import Doc, Span, Token

from onrecord.reading.found import PlaceMention
from onrecord.reading.report import At
from onrecord.vocabulary.place_words import place_words

TO_WIDER = 9  # tokens between a place and what says where it is
SHORT_WAY = 3  # tokens between a wide place and a place in it
BESIDE = frozenset({"in", "of", "near", "outside", "on", "along"})
INSIDE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "SYM", "PUNCT"})
WIDE = frozenset({"country", "province"})


def narrower(near: list[tuple[int, int, PlaceMention]]) -> PlaceMention:
    """The nearest place; where that is a province or country, the nearest in it: "in Hama, rebels shelled Maharda"."""
    first = near[0][2]
    if first.place.value.precision in WIDE:
        inside = (place for _, _, place in near[1:] if place.place.value.precision not in WIDE)
        return next((p for p in inside if p.place.value.country == first.place.value.country), first)
    return first


def root(doc: Doc, at: At) -> Token:
    """The word of a name on which the rest of it hangs."""
    for token in doc[at.start : at.end]:
        if not at.start <= token.head.i < at.end:
            return token
    return doc[at.end - 1]


def narrowest(doc: Doc, places: list[PlaceMention]) -> list[PlaceMention]:
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
    return root(doc, other.at) in list(root(doc, one.at).conjuncts)


def listed(doc: Doc, first: PlaceMention, places: list[PlaceMention]) -> list[PlaceMention]:
    """The place and those it is joined to."""
    joined = {token.i for token in _top(root(doc, first.at)).conjuncts} | {
        token.i for token in root(doc, first.at).conjuncts
    }
    others = (place for place in places if place is not first and not _is_owner(doc, place))
    return [first, *(p for p in others if {root(doc, p.at).i, _top(root(doc, p.at)).i} & joined)]


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
