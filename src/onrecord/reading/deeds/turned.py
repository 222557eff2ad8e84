"""Phrases whose subject is whom it is done to: "came under fire from rebels", "lost the town to the army"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.grammar import VERBS, behind, word
from onrecord.vocabulary.deed_roles import Turned, turned


def is_turned(verb: Token) -> bool:
    """Whether the verb stands in such a phrase and the phrase is complete."""
    return verb.pos_ in VERBS and any(True for _ in _phrases(verb))


def turned_by(verb: Token) -> tuple[Token, ...]:
    """Those who do it, where the phrase names them."""
    return next((found for found in _phrases(verb) if found), ())


def _phrases(verb: Token) -> Iterator[tuple[Token, ...]]:
    """For each phrase of the table that the verb begins, those who do it; a phrase of a verb alone must name them."""
    for phrase in turned().get(word(verb), ()):
        inside = _inside(verb, phrase)
        if inside is None:
            continue
        found = tuple(token for holder in inside for token in behind(holder, phrase.by))
        if found or phrase.words:
            yield found


def _inside(verb: Token, phrase: Turned) -> list[Token] | None:
    """The verb and the nouns of the phrase behind it, on any of which "from" may hang; None for another phrase."""
    if not phrase.words:
        return [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    *links, last = phrase.words
    nouns = behind(verb, links) if links else (child for child in verb.children if child.dep_ == "dobj")
    named = [noun for noun in nouns if word(noun) == last or (last == "hands" and word(noun) == "hand")]
    return [verb, *named] if named else None
