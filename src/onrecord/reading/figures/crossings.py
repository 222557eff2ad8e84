"""Flights over a border: who fled their country, or to another one, are refugees; who fled inside it, displaced."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from onrecord.reading.figures.frames import Told
from onrecord.vocabulary.countries import country_named
from onrecord.vocabulary.figures import forms_of, words

OVER = frozenset({"to", "into"})
ACROSS = frozenset({"across", "over"})


def crossed(doc: Doc, found: Told) -> Told:
    """The flight as that of refugees, its words with those for the country, where it is over a border."""
    verb = doc[found.words[0]]
    if found.measure != "displaced" or not any(doc[at].lower_ in forms_of("fleeing") for at in found.words):
        return found
    refuge = found.words[1:]  # "have taken refuge in Chad"
    over = OVER | {"in"} if refuge else OVER
    for child in (child for at in found.words for child in doc[at].children if child.i not in refuge):
        ends = [child] if child.dep_ in ("dobj", "advmod") and child.i > verb.i else []
        if child.dep_ == "prep" and child.lower_ in over | ACROSS:
            ends = [noun for noun in child.children if noun.dep_ == "pobj"]
        for end in ends:
            abroad = _abroad(end)
            if abroad:
                return Told("refugees", (*found.words, *abroad), found.clause)
    return found


def is_over_border(held: Sequence[str]) -> bool:
    """Whether words that tell a flight hold a verb of it, with a country or a word for what is abroad."""
    fled = any(form in forms_of("fleeing") for phrase in held for form in phrase.lower().split())
    return fled and any(
        country_named(place) is not None or not (words().abroad | words().frontiers).isdisjoint(place.lower().split())
        for place in (" ".join(w for w in phrase.split() if w.lower() not in forms_of("fleeing")) for phrase in held)
    )


def _abroad(end: Token) -> tuple[int, ...]:
    """The tokens that name a country, all of it and nothing in it: "Chad", "neighbouring nations", "the country"."""
    if end.head.lower_ in ACROSS:
        return (end.i,) if end.lower_ in words().frontiers else ()
    if end.lower_ in words().abroad:
        beside = {child.lower_ for child in end.lefts}
        alone = end.dep_ == "advmod" or not beside.isdisjoint(words().neighbouring)
        return (end.i,) if alone or (end.dep_ == "dobj" and "the" in beside) else ()
    start = end.i
    while start > 0 and end.doc[start - 1].head.i == end.i and end.doc[start - 1].pos_ == "PROPN":
        start -= 1
    owned = end.i + 1 < len(end.doc) and end.doc[end.i + 1].tag_ == "POS"
    return _whole(end.doc, range(start, end.i + 1)) if not owned else ()


def _whole(doc: Doc, tokens: Iterable[int]) -> tuple[int, ...]:
    held = tuple(tokens)
    beside = (child for child in doc[held[-1]].lefts if child.lower_ not in words().neighbouring)
    described = any(child.i not in held and child.dep_ in ("amod", "compound") for child in beside)
    named = country_named(doc[held[0] : held[-1] + 1].text) is not None
    return held if named and not described else ()
