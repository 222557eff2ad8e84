"""Known accords that a report speaks of by what stands under them, without a name: "observation posts set up under a
ceasefire agreed years ago".

The report must name a place of the accord, and the sentences that speak of it all its parties. An accord that is made
anew, or that has a day of its own, is another.
"""

from collections.abc import Iterable

from onrecord.reading.agreements.words import Words
from onrecord.reading.found import Found
from onrecord.reading.report import At
from onrecord.vocabulary import accords
from onrecord.vocabulary.accords import Accord

NEW = frozenset({"new", "fresh", "latest", "recent", "current"})


def known(spoken_of: Iterable[Words], found: Found, where: frozenset[str]) -> Accord | None:
    """The accord that all the words for one undated accord mean, by what the sentence of one of them puts under it;
    `where` are the countries, provinces and towns of which the report speaks."""
    words = list(spoken_of)
    sides = frozenset(side for each in words for side in _sides(each, found))
    marked = (accords.with_mark(_before(each), sides, where) for each in words if _is_under(each))
    return next((accord for accord in marked if accord is not None), None)


def _is_under(words: Words) -> bool:
    """Whether something stands under it, which is not said to be new."""
    phrase = words.paragraph.doc[words.start : words.end]
    under = words.token.dep_ == "pobj" and words.token.head.lower_ == "under"
    return under and not any(token.lower_ in NEW for token in (*phrase, *words.token.children))


def _before(words: Words) -> list[str]:
    """The words of the sentence before those for the accord, in lower case."""
    sentence = words.token.sent
    return [token.lower_ for token in words.paragraph.doc[sentence.start : words.start]]


def _sides(words: Words, found: Found) -> Iterable[str]:
    """The actors that the sentence names, and the countries they are of."""
    sentence = words.token.sent
    for each in found.actors.within(At(words.paragraph.index, sentence.start, sentence.end)):
        yield from (name for name in (each.actor.value.name, each.actor.value.country) if name is not None)
