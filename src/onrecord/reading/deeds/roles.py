"""Who did a deed to whom: the heads of the noun phrases of those who do it, undergo it and share in it.

A deed is a verb ("shelled") or a noun ("the shelling of"). The answers are tokens, each once, in the order of the text;
() where grammar does not tell. They may be anything, a shell or a storm; `actors_of` gives those that are somebody.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deeds.actors import actors_of as actors_of
from onrecord.reading.deeds.doers import GENITIVE, carrier
from onrecord.reading.deeds.doers import doers as doers
from onrecord.reading.deeds.grammar import (
    behind,
    direct_objects,
    each_once,
    is_aside,
    is_noun,
    is_passive,
    joined,
    word,
)
from onrecord.reading.deeds.owners import parties
from onrecord.reading.deeds.subjects import Tokens
from onrecord.reading.deeds.undergoers import object_of as object_of
from onrecord.reading.deeds.undergoers import undergoers as undergoers
from onrecord.vocabulary.deed_roles import role_words

WITH = frozenset({"with"})


def partners(deed: Token) -> Tokens:
    """Those it is done with, besides its doers: "met with X", "talks between X and Y", "the Israel-Hamas war"."""
    found = list(_beside(deed))
    if is_noun(deed):
        found += parties(deed) if word(deed) in role_words().mutual else ()
        verb = carrier(deed)
        found += _beside(verb) if verb is not None else ()
        if word(deed) in ("meeting", "summit") and not any(behind(deed, WITH)):
            found += behind(deed, GENITIVE)
    else:
        if word(deed) in role_words().meeting and not is_passive(deed):
            found += direct_objects(deed)
        found += [
            token for noun in direct_objects(deed) if word(noun) in role_words().mutual for token in _beside(noun)
        ]
    return each_once(joined(token for token in found if not is_aside(token)))


def _beside(deed: Token) -> Iterator[Token]:
    """The nouns behind "with", "between" and "among"; for a noun that its parties open, those of its verb."""
    nouns = [noun for noun in behind(deed, ("with", "between", "among", "amongst")) if noun.dep_ == "pobj"]
    yield from nouns
    if (
        len(joined(nouns)) == 1
    ):  # the second party may hang on a clause about the first: "the army led by its chief and"
        for clause in deed.children:
            if clause.dep_ == "acl" and clause.i == nouns[0].right_edge.i + 1:
                yield from (token for head in behind(clause, ("by",)) for token in joined([head])[1:])
